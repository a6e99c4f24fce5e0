/*
 * collection -- the catalogues of a user, and what they make together with the
 * built-in one.
 *
 * Files are read in the order in which they are added, and what comes first
 * stays: an entry with an id that is known already is a fault.  Nothing that
 * is wrong in a file stops anything: what is good of it is taken, and the rest
 * is told.
 */
#ifndef HTTREE_CATALOGUE_COLLECTION_H
#define HTTREE_CATALOGUE_COLLECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"

/* A file, and what was made of it. */
struct collected {
	char *path;
	char *name;	/* of its catalogue */
	char *told;	/* name and counts, once all is built */
	size_t entries; /* taken from it */
	size_t notes;
	size_t faults; /* found in it */
	bool asked;    /* somebody named it, it was not found */
	bool unread;   /* nothing could be read, which is one of its faults */
	dev_t device;  /* which file it is, whatever it is called */
	ino_t file;
};

struct drafts;
struct fault_list;

struct collection {
	struct catalogue catalogue; /* all there is to read */
	struct collected *files;
	size_t count;
	size_t capacity;
	char *wrong; /* what is wrong first, and in which file; or NULL */
	size_t wrong_file;
	size_t faults_total;
	struct drafts *drafts; /* until they are built */
	struct fault_list *faults;
	struct image *image; /* NULL when the files add nothing */
};

/* Begin with what is built in. */
void collection_init(struct collection *collection,
		     const struct catalogue *base);
void collection_clear(struct collection *collection);

/* Add a file that somebody named.  One that was added already is passed by. */
void collection_add(struct collection *collection, const char *path);

/*
 * Add the files `httree/catalogues/NAME.yaml` of the folders that xdg.h names,
 * the user's own first, of each folder in the order of their names.
 */
void collection_find(struct collection *collection);

/* Make of the files what `catalogue` is to be. */
void collection_build(struct collection *collection);

/*
 * Append what is wrong, in one line, with the whole path of the file or with
 * its last part alone.  Nothing when all is well.
 */
void collection_remark(const struct collection *collection, bool whole_path,
		       struct strbuf *line);

/* Whether something is wrong in a file that somebody named. */
bool collection_failed(const struct collection *collection);

#endif
