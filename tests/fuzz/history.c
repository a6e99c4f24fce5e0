/*
 * history -- the file of the last searches and the last place, of any bytes.
 *
 * What it brings is clean; what is not understood stays; a file of another form
 * is left as it is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "fuzz/fuzz.h"
#include "model/history.h"
#include "model/state.h"
#include "support/small.h"

static struct strbuf folder, file;

static void remove_folder(void)
{
	unlink(strbuf_text(&file));
	strbuf_cut(&file, file.length - strlen("/history"));
	rmdir(strbuf_text(&file));
	rmdir(strbuf_text(&folder));
	strbuf_clear(&file);
	strbuf_clear(&folder);
}

/* A folder for state, where the file lies as a user would have it. */
static void make_folder(void)
{
	const char *temporary = getenv("TMPDIR");

	if (folder.length > 0)
		return;
	strbuf_init(&folder);
	strbuf_init(&file);
	strbuf_addf(&folder, "%s/httree-fuzz-XXXXXX",
		    temporary == NULL ? "/tmp" : temporary);
	fuzz_expect(mkdtemp(folder.text) != NULL, "a folder can be made");
	setenv("XDG_STATE_HOME", folder.text, 1);
	strbuf_addf(&file, "%s/httree", folder.text);
	fuzz_expect(mkdir(file.text, 0700) == 0, "a folder can be made");
	strbuf_add(&file, "/history");
	atexit(remove_folder);
}

static void write_file(const uint8_t *data, size_t size)
{
	FILE *out = fopen(strbuf_text(&file), "wb");

	fuzz_expect(out != NULL, "a file can be written");
	fwrite(data, 1, size, out);
	fclose(out);
}

static void read_file(struct strbuf *text)
{
	struct problem why;

	strbuf_init(text);
	fuzz_expect(file_read(strbuf_text(&file), 1 << 24, text, &why),
		    "the file is still there");
}

static void expect_clean(const struct history *history)
{
	for (size_t i = 0; i < history->count; i++)
		fuzz_expect_clean(history->texts[i], strlen(history->texts[i]));
	if (history->place != NULL)
		fuzz_expect_clean(history->place, strlen(history->place));
	if (history->unfolded != NULL)
		fuzz_expect_clean(history->unfolded, strlen(history->unfolded));
}

/* The ids of the last place lead to it, or nowhere. */
static void come_back(const struct history *history)
{
	struct state state;
	entry_t last =
		history->place == NULL ?
			ENTRY_NONE :
			catalogue_find(small_catalogue(), history->place);

	state_init(&state, small_catalogue(), 24, 80, false);
	if (last != ENTRY_NONE)
		state_remember(&state, last,
			       history->unfolded == NULL ? "" :
							   history->unfolded);
	state_clear(&state);
}

/* Add a search, save, and read what is there then. */
static void save(struct history *history, struct strbuf *text)
{
	history_add(history, "rate limit");
	history_set_place(history, "404", "class:4xx");
	history_save(history);
	read_file(text);
}

static void expect_kept(const struct history *before)
{
	struct history after;

	history_init(&after);
	history_load(&after);
	fuzz_expect(after.count > 0 &&
			    strcmp(after.texts[0], "rate limit") == 0 &&
			    strcmp(after.place, "404") == 0,
		    "what was saved is there");
	fuzz_expect(after.others.length == before->others.length &&
			    memcmp(strbuf_text(&after.others),
				   strbuf_text(&before->others),
				   after.others.length) == 0,
		    "lines that are not understood stay");
	history_clear(&after);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char heading[] = "httree history 1\n";
	struct history history;
	struct strbuf text;

	fuzz_locale();
	make_folder();
	write_file(data, size);
	history_init(&history);
	history_load(&history);
	expect_clean(&history);
	come_back(&history);
	save(&history, &text);
	if (size > 0 && (size < strlen(heading) ||
			 memcmp(data, heading, strlen(heading)) != 0))
		fuzz_expect(text.length == size &&
				    memcmp(text.text, data, size) == 0,
			    "what is no history is left as it is");
	else
		expect_kept(&history);
	strbuf_clear(&text);
	history_clear(&history);
	return 0;
}
