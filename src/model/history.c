#include "model/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { FILE_LIMIT = 1024 * 1024 };

void history_init(struct history *history)
{
	*history = (struct history){ 0 };
}

void history_clear(struct history *history)
{
	for (size_t i = 0; i < history->count; i++)
		free(history->texts[i]);
	free(history->texts);
	free(history->last);
	free(history->path);
	history_init(history);
}

/* The user's file, or NULL when there is no home. */
static char *find_path(void)
{
	const char *state = getenv("XDG_STATE_HOME");
	const char *home = getenv("HOME");
	struct strbuf path;

	strbuf_init(&path);
	/* The specification has relative paths ignored. */
	if (state != NULL && *state == '/')
		strbuf_add(&path, state);
	else if (home != NULL && *home == '/')
		strbuf_addf(&path, "%s/.local/state", home);
	else
		return NULL;
	strbuf_add(&path, "/httree/history");
	return path.text;
}

/* A file may hold anything: what could not be typed is not taken. */
static int is_clean(const char *text, size_t length)
{
	size_t bad;

	if (length == 0 || length > 1000 || !text_valid(text, length, &bad))
		return 0;
	for (size_t i = 0; i < length;) {
		uint32_t character;

		i += text_decode(text + i, length - i, &character);
		if (character == '\n' || text_refused(character) != NULL)
			return 0;
	}
	return 1;
}

static void append(struct history *history, char *text)
{
	history->texts = xgrow(history->texts, &history->capacity,
			       history->count + 1, sizeof(*history->texts));
	history->texts[history->count++] = text;
}

static void read_last(struct history *history, const char *id, size_t length)
{
	if (length > 0)
		history->last = xmemdup(id, length);
}

static void parse(struct history *history, const char *text)
{
	const char *first = text;

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");

		if (!is_clean(text, length))
			;
		else if (text == first && *text == '@')
			read_last(history, text + 1, length - 1);
		else if (history->count < HISTORY_LIMIT)
			append(history, xmemdup(text, length));
		text += length;
		text += *text == '\n';
	}
}

void history_load(struct history *history)
{
	struct strbuf text;
	struct problem why;

	history->path = find_path();
	if (history->path == NULL)
		return;
	strbuf_init(&text);
	if (file_read(history->path, FILE_LIMIT, &text, &why))
		parse(history, strbuf_text(&text));
	strbuf_clear(&text);
}

static void put_first(struct history *history, const char *text)
{
	char *copy = xstrdup(text);

	for (size_t i = 0; i < history->count; i++) {
		if (strcmp(history->texts[i], text) != 0)
			continue;
		free(history->texts[i]);
		memmove(history->texts + i, history->texts + i + 1,
			(history->count - i - 1) * sizeof(*history->texts));
		history->count--;
		break;
	}
	append(history, NULL);
	memmove(history->texts + 1, history->texts,
		(history->count - 1) * sizeof(*history->texts));
	history->texts[0] = copy;
	if (history->count > HISTORY_LIMIT)
		free(history->texts[--history->count]);
}

void history_add(struct history *history, const char *text)
{
	if (!is_clean(text, strlen(text)))
		return;
	put_first(history, text);
	if (history->added < history->count)
		history->added++;
}

/* A history that cannot be kept is no reason to disturb anybody. */
static void write_file(const struct history *history, const char *last)
{
	struct strbuf text;
	struct problem why;

	strbuf_init(&text);
	/* Always the first line, since a text may begin like it. */
	strbuf_addf(&text, "@%s\n", last == NULL ? "" : last);
	for (size_t i = 0; i < history->count; i++)
		strbuf_addf(&text, "%s\n", history->texts[i]);
	file_replace(history->path, strbuf_text(&text), text.length, &why);
	strbuf_clear(&text);
}

void history_save(const struct history *history, const char *last)
{
	struct history merged;

	if (history->path == NULL)
		return;
	history_init(&merged);
	history_load(&merged);
	for (size_t i = history->added; i-- > 0;)
		put_first(&merged, history->texts[i]);
	if (merged.path != NULL)
		write_file(&merged, last);
	history_clear(&merged);
}
