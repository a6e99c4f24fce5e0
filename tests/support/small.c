#include "support/small.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "catalogue/builder.h"
#include "catalogue/check.h"
#include "catalogue/reader.h"

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "the small catalogue: %s\n", what);
	exit(99);
}

static void find_file(struct strbuf *path, const char *name)
{
	const char *srcdir = getenv("srcdir");

	strbuf_addf(path, "%s/tests/screens/%s",
		    srcdir == NULL ? "." : srcdir, name);
}

static void read_file(struct drafts *drafts, const char *name,
		      struct fault_list *faults)
{
	struct problem why;
	struct strbuf path;

	strbuf_init(&path);
	find_file(&path, name);
	if (!drafts_read(drafts, strbuf_text(&path), faults, &why))
		fail(why.text);
	strbuf_clear(&path);
}

static const struct image *build(bool guides)
{
	const struct image *image;
	struct fault_list faults;
	struct drafts drafts;

	drafts_init(&drafts);
	fault_list_init(&faults);
	read_file(&drafts, "catalogue.yaml", &faults);
	if (guides)
		read_file(&drafts, "guides.yaml", &faults);
	if (!drafts_check(&drafts, &faults) || faults.total > 0) {
		fault_list_print(&faults, stderr);
		fail("it has faults");
	}
	image = image_build(&drafts, "small");
	fault_list_clear(&faults);
	drafts_clear(&drafts);
	return image;
}

const struct catalogue *small_catalogue(void)
{
	static struct catalogue catalogue;

	if (catalogue.image == NULL)
		catalogue.image = build(false);
	return &catalogue;
}

const struct catalogue *small_with_guides(void)
{
	static struct catalogue catalogue;

	if (catalogue.image == NULL)
		catalogue.image = build(true);
	return &catalogue;
}

const struct collection *small_with_own(void)
{
	static struct collection collection;
	struct strbuf path;

	if (collection.count > 0)
		return &collection;
	strbuf_init(&path);
	find_file(&path, "own.yaml");
	collection_init(&collection, small_catalogue());
	collection_add(&collection, path.text);
	collection_build(&collection);
	strbuf_clear(&path);
	return &collection;
}

entry_t small_entry(const char *id)
{
	entry_t entry = catalogue_find(small_catalogue(), id);

	if (entry == ENTRY_NONE)
		fail(id);
	return entry;
}
