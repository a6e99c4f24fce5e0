#include "catalogue/collection.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sort.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "base/xdg.h"
#include "catalogue/builder.h"
#include "catalogue/check.h"
#include "catalogue/reader.h"

static const char ending[] = ".yaml";

void collection_init(struct collection *collection,
		     const struct catalogue *base)
{
	*collection = (struct collection){ .catalogue = *base };
	collection->drafts = xmalloc(sizeof(*collection->drafts));
	drafts_init(collection->drafts);
	collection->faults = xmalloc(sizeof(*collection->faults));
	fault_list_init(collection->faults);
}

static void forget_drafts(struct collection *collection)
{
	if (collection->drafts == NULL)
		return;
	fault_list_clear(collection->faults);
	free(collection->faults);
	drafts_clear(collection->drafts);
	free(collection->drafts);
	collection->drafts = NULL;
	collection->faults = NULL;
}

void collection_clear(struct collection *collection)
{
	for (size_t i = 0; i < collection->count; i++) {
		free(collection->files[i].path);
		free(collection->files[i].name);
		free(collection->files[i].told);
	}
	free(collection->files);
	free(collection->wrong);
	forget_drafts(collection);
	image_free(collection->image);
}

/* ------------------------------------------------------------------------
 * Adding
 */

static struct collected *add_file(struct collection *collection,
				  const char *path, bool asked)
{
	struct collected *file;

	collection->files =
		xgrow(collection->files, &collection->capacity,
		      collection->count + 1, sizeof(*collection->files));
	file = &collection->files[collection->count++];
	*file = (struct collected){
		.path = xstrdup(path),
		.name = source_called(path),
		.asked = asked,
	};
	return file;
}

/* A file of which nothing can be had. */
static void blame(struct collection *collection, const char *path, bool asked,
		  const char *message)
{
	struct collected *file = add_file(collection, path, asked);

	file->unread = true;
	file->faults = 1;
	if (collection->wrong != NULL)
		return;
	collection->wrong = xstrdup(message);
	collection->wrong_file = collection->count - 1;
}

static bool is_known(const struct collection *collection,
		     const struct stat *status)
{
	for (size_t i = 0; i < collection->count; i++) {
		const struct collected *file = &collection->files[i];

		if (!file->unread && file->device == status->st_dev &&
		    file->file == status->st_ino)
			return true;
	}
	return false;
}

/* Else nobody could tell the entries of the two apart. */
static bool has_own_name(const struct collection *collection, const char *path,
			 struct problem *why)
{
	char *name = source_called(path);
	bool own = strcmp(name, collection->catalogue.image->name) != 0;

	free(name);
	return own || problem_set(why,
				  "'%s' is called like the catalogue that is "
				  "built in; expected another name",
				  path);
}

static void add(struct collection *collection, const char *path, bool asked)
{
	struct stat status = { .st_ino = 0 };
	struct collected *file;
	struct problem why;

	if (stat(path, &status) == 0 && is_known(collection, &status))
		return;
	if (!has_own_name(collection, path, &why) ||
	    !drafts_read(collection->drafts, path, collection->faults,
			 &why)) {
		blame(collection, path, asked, why.text);
		return;
	}
	file = add_file(collection, path, asked);
	file->device = status.st_dev;
	file->file = status.st_ino;
}

void collection_add(struct collection *collection, const char *path)
{
	add(collection, path, true);
}

/* ------------------------------------------------------------------------
 * Finding
 */

/* What begins with a dot is hidden, as what editors leave behind. */
static bool is_catalogue(const char *name)
{
	size_t length = strlen(name);

	return name[0] != '.' && length >= sizeof(ending) &&
	       strcmp(name + length - (sizeof(ending) - 1), ending) == 0;
}

static int compare_names(const void *a, const void *b, const void *unused)
{
	char *const *left = a, *const *right = b;

	(void)unused;
	return strcmp(*left, *right);
}

/* The names of the catalogues in a folder, in their order. */
static char **list_folder(DIR *folder, size_t *count)
{
	const struct dirent *item;
	char **names = NULL;
	size_t capacity = 0;

	*count = 0;
	while ((item = readdir(folder)) != NULL) {
		if (!is_catalogue(item->d_name))
			continue;
		names = xgrow(names, &capacity, *count + 1, sizeof(*names));
		names[(*count)++] = xstrdup(item->d_name);
	}
	sort_items(names, *count, sizeof(*names), compare_names, NULL);
	return names;
}

static void add_folder(struct collection *collection, struct strbuf *path)
{
	DIR *folder;
	struct problem why;
	char **names;
	size_t count, length;

	strbuf_add(path, "/httree/catalogues");
	folder = opendir(strbuf_text(path));
	if (folder == NULL) {
		/* A home that is no folder has none in it. */
		if (errno == ENOENT ||
		    (errno == ENOTDIR && access(strbuf_text(path), F_OK) != 0))
			return;
		problem_set(&why, "cannot read '%s': %s", strbuf_text(path),
			    strerror(errno));
		blame(collection, strbuf_text(path), false, why.text);
		return;
	}
	names = list_folder(folder, &count);
	closedir(folder);
	length = path->length;
	for (size_t i = 0; i < count; i++) {
		strbuf_cut(path, length);
		strbuf_addf(path, "/%s", names[i]);
		add(collection, strbuf_text(path), false);
		free(names[i]);
	}
	free(names);
}

void collection_find(struct collection *collection)
{
	const char *list = xdg_data_dirs();
	struct strbuf path;

	strbuf_init(&path);
	if (xdg_config_home(&path))
		add_folder(collection, &path);
	strbuf_reset(&path);
	while (xdg_next(&list, &path)) {
		add_folder(collection, &path);
		strbuf_reset(&path);
	}
	strbuf_clear(&path);
}

/* ------------------------------------------------------------------------
 * Building
 */

/* The file that a source was read from, looked for from the last one on. */
static struct collected *file_of(struct collection *collection,
				 const char *path, size_t *last)
{
	for (size_t i = 0; i < collection->count; i++) {
		size_t at = (*last + i) % collection->count;

		if (!collection->files[at].unread &&
		    strcmp(collection->files[at].path, path) == 0) {
			*last = at;
			break;
		}
	}
	return &collection->files[*last];
}

static void count_entries(struct collection *collection)
{
	const struct drafts *drafts = collection->drafts;
	size_t last = 0;

	for (size_t i = 0; i < drafts->count; i++)
		file_of(collection, drafts->drafts[i].source->name, &last)
			->entries += !drafts->drafts[i].unsound;
	last = 0;
	for (size_t i = 0; i < drafts->note_count; i++) {
		const struct note *note = &drafts->notes[i];
		const char *id = yaml_text(&note->source->yaml,
					   note->value[NOTE_TO]);

		file_of(collection, note->source->name, &last)->notes +=
			catalogue_find(&collection->catalogue, id) !=
			ENTRY_NONE;
	}
}

static void count_faults(struct collection *collection)
{
	size_t last = 0;

	for (size_t i = 0; i < collection->faults->count; i++)
		file_of(collection, collection->faults->faults[i].place.file,
			&last)
			->faults++;
}

/* The first fault comes after what could not be read at all. */
static void keep_wrong(struct collection *collection)
{
	const struct fault_list *faults = collection->faults;
	const struct fault *fault = faults->faults;
	struct strbuf text;

	collection->faults_total = faults->total;
	for (size_t i = 0; i < collection->count; i++)
		collection->faults_total += collection->files[i].unread;
	if (collection->wrong != NULL || faults->count == 0)
		return;
	file_of(collection, fault->place.file, &collection->wrong_file);
	strbuf_init(&text);
	strbuf_addf(&text, ":%u:%u: %s", fault->place.line,
		    fault->place.column, fault->message);
	collection->wrong = text.text;
}

static void add_count(struct strbuf *text, size_t count, const char *one,
		      const char *more)
{
	strbuf_addf(text, ", %zu %s", count, count == 1 ? one : more);
}

static void tell(struct collected *file)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_add(&text, file->name);
	if (file->unread)
		strbuf_add(&text, ", not read");
	else
		add_count(&text, file->entries, "entry", "entries");
	if (file->notes > 0)
		add_count(&text, file->notes, "note", "notes");
	if (file->faults > 0 && !file->unread)
		add_count(&text, file->faults, "fault", "faults");
	file->told = text.text;
}

void collection_build(struct collection *collection)
{
	struct drafts *drafts = collection->drafts;
	const struct image *base = collection->catalogue.image;

	drafts->base = &collection->catalogue;
	if (drafts->source_count > 0)
		drafts_check(drafts, collection->faults);
	count_faults(collection);
	keep_wrong(collection);
	drafts_forget_texts(drafts);
	if (drafts->count + drafts->note_count > 0) {
		collection->image = image_begin(
			drafts, base->name);
		collection->catalogue.image = collection->image;
	}
	count_entries(collection);
	for (size_t i = 0; i < collection->count; i++)
		tell(&collection->files[i]);
	forget_drafts(collection);
	if (collection->image != NULL)
		image_finish(collection->image, base);
}

/* ------------------------------------------------------------------------
 * Telling
 */

void collection_remark(const struct collection *collection, bool whole_path,
		       struct strbuf *line)
{
	const struct collected *file;
	const char *name;

	if (collection->wrong == NULL)
		return;
	file = &collection->files[collection->wrong_file];
	name = whole_path ? NULL : strrchr(file->path, '/');
	name = name == NULL ? file->path : name + 1;
	if (!file->unread)
		text_clean(line, name, strlen(name));
	text_clean(line, collection->wrong, strlen(collection->wrong));
	if (collection->faults_total > 1)
		strbuf_addf(line, "; %zu more, told by httree --check",
			    collection->faults_total - 1);
}

bool collection_failed(const struct collection *collection)
{
	for (size_t i = 0; i < collection->count; i++) {
		if (collection->files[i].asked &&
		    collection->files[i].faults > 0)
			return true;
	}
	return false;
}
