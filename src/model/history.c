#include "model/history.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/keep.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { FILE_LIMIT = 1024 * 1024, TEXT_LIMIT = 1000, UNFOLDED_LIMIT = 8000 };

static const char heading[] = "httree history 1\n";

void history_init(struct history *history)
{
	*history = (struct history){ .texts = NULL };
	strbuf_init(&history->others);
}

void history_clear(struct history *history)
{
	for (size_t i = 0; i < history->count; i++)
		free(history->texts[i]);
	free(history->texts);
	free(history->place);
	free(history->unfolded);
	free(history->path);
	strbuf_clear(&history->others);
	history_init(history);
}

/* ------------------------------------------------------------------------
 * Where the file is
 */

static bool is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Whether `path` is below `folder`. */
static bool is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);

	return strncmp(path, folder, length) == 0 && path[length] == '/';
}

/*
 * The user's file, or NULL when there is no home.  A home that does not exist
 * is not to be made.
 */
static char *find_path(void)
{
	const char *state = getenv("XDG_STATE_HOME");
	const char *home = getenv("HOME");
	bool homeless = home == NULL || *home != '/' || !is_folder(home);
	struct strbuf path;

	strbuf_init(&path);
	/* The specification has relative paths ignored. */
	if (state != NULL && *state == '/')
		strbuf_add(&path, state);
	else if (!homeless)
		strbuf_addf(&path, "%s/.local/state", home);
	if (path.length == 0 ||
	    (homeless && home != NULL && is_below(path.text, home))) {
		strbuf_clear(&path);
		return NULL;
	}
	strbuf_add(&path, "/httree/history");
	return path.text;
}

/* ------------------------------------------------------------------------
 * Reading
 */

static void append(struct history *history, char *text)
{
	history->texts = xgrow(history->texts, &history->capacity,
			       history->count + 1, sizeof(*history->texts));
	history->texts[history->count++] = text;
}

/*
 * The text behind the word that a line begins with; NULL for another word.  What
 * could not be typed is not taken, whatever a file holds.
 */
static const char *behind(const char *line, size_t *length, const char *word,
			  size_t limit)
{
	size_t begins = strlen(word);

	if (*length <= begins || memcmp(line, word, begins) != 0 ||
	    *length - begins > limit ||
	    !text_is_clean(line + begins, *length - begins))
		return NULL;
	*length -= begins;
	return line + begins;
}

static bool read_once(char **value, const char *text, size_t length)
{
	if (*value != NULL)
		return false;
	*value = xmemdup(text, length);
	return true;
}

/* Returns whether the line was understood. */
static bool read_line(struct history *history, const char *line,
		      size_t length)
{
	size_t rest = length;
	const char *text = behind(line, &rest, "search ", TEXT_LIMIT);

	if (text != NULL) {
		if (history->count < HISTORY_LIMIT)
			append(history, xmemdup(text, rest));
		return true;
	}
	text = behind(line, &rest, "place ", TEXT_LIMIT);
	if (text != NULL)
		return read_once(&history->place, text, rest);
	text = behind(line, &rest, "unfolded ", UNFOLDED_LIMIT);
	return text != NULL && read_once(&history->unfolded, text, rest);
}

/* False when it is no file of this form and version. */
static bool parse(struct history *history, const struct strbuf *file)
{
	const char *text = strbuf_text(file);
	const char *end = text + file->length;

	if (file->length == 0)
		return true;
	if (strncmp(text, heading, strlen(heading)) != 0)
		return false;
	for (text += strlen(heading); text < end;) {
		const char *line = text;
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t length = (size_t)((stop == NULL ? end : stop) - line);

		text = stop == NULL ? end : stop + 1;
		if (read_line(history, line, length))
			continue;
		strbuf_add_bytes(&history->others, line, length);
		strbuf_add_char(&history->others, '\n');
	}
	return true;
}

void history_load(struct history *history)
{
	struct strbuf text;
	struct problem why;

	history->path = find_path();
	if (history->path == NULL)
		return;
	strbuf_init(&text);
	if (keep_read(history->path, FILE_LIMIT, &text, &why))
		parse(history, &text);
	strbuf_clear(&text);
}

/* ------------------------------------------------------------------------
 * Adding
 */

/* Returns the position that the text had; `count` where it is new. */
static size_t put_first(struct history *history, const char *text)
{
	size_t at = 0;
	char *copy;

	while (at < history->count && strcmp(history->texts[at], text) != 0)
		at++;
	if (at == history->count)
		append(history, xstrdup(text));
	copy = history->texts[at];
	memmove(history->texts + 1, history->texts,
		at * sizeof(*history->texts));
	history->texts[0] = copy;
	if (history->count > HISTORY_LIMIT)
		free(history->texts[--history->count]);
	return at;
}

void history_add(struct history *history, const char *text)
{
	size_t length = strlen(text);

	if (length == 0 || length > TEXT_LIMIT || !text_is_clean(text, length))
		return;
	/* One that was added before is no further one. */
	if (put_first(history, text) >= history->added &&
	    history->added < history->count)
		history->added++;
}

/* Returns whether the value was another one. */
static bool set(char **value, const char *text)
{
	if (text == NULL ? *value == NULL :
			   *value != NULL && strcmp(*value, text) == 0)
		return false;
	free(*value);
	*value = text == NULL ? NULL : xstrdup(text);
	return true;
}

void history_set_place(struct history *history, const char *id,
		       const char *unfolded)
{
	if (unfolded != NULL &&
	    (*unfolded == '\0' || strlen(unfolded) > UNFOLDED_LIMIT))
		unfolded = NULL;
	history->moved |= set(&history->place, id);
	history->moved |= set(&history->unfolded, unfolded);
}

/* ------------------------------------------------------------------------
 * Writing
 */

static void print(const struct history *history, struct strbuf *text)
{
	strbuf_reset(text);
	strbuf_add(text, heading);
	if (history->place != NULL)
		strbuf_addf(text, "place %s\n", history->place);
	if (history->unfolded != NULL)
		strbuf_addf(text, "unfolded %s\n", history->unfolded);
	for (size_t i = 0; i < history->count; i++)
		strbuf_addf(text, "search %s\n", history->texts[i]);
	strbuf_add_bytes(text, strbuf_text(&history->others),
			 history->others.length);
}

/* A keep_maker: what is new, on top of what the file holds by now. */
static bool merge(struct strbuf *text, const void *context)
{
	const struct history *history = context;
	struct history merged;
	bool ours;

	history_init(&merged);
	ours = parse(&merged, text);
	if (ours) {
		for (size_t i = history->added; i-- > 0;)
			put_first(&merged, history->texts[i]);
		if (history->moved)
			history_set_place(&merged, history->place,
					  history->unfolded);
		print(&merged, text);
	}
	history_clear(&merged);
	return ours;
}

/* A history that cannot be kept is no reason to disturb anybody. */
void history_save(const struct history *history)
{
	struct problem why;

	if (history->path != NULL && (history->added > 0 || history->moved))
		keep_change(history->path, FILE_LIMIT, merge, history, &why);
}
