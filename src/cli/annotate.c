#include "cli/annotate.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "logs/input.h"
#include "logs/meaning.h"

enum { STATUSES = 1000 };

/* What was said of a status before, so that it is looked up once. */
struct notes {
	char *(*of)[STATUSES]; /* by format and status, without sub */
	struct strbuf line;
};

struct annotator {
	const struct options *options;
	const struct catalogue *catalogue;
	const struct manner *manner;
	bool harmless;
	struct line_reader reader;
	struct notes notes;
	struct strbuf clean;
};

static const char *origin_of(const struct annotator *annotator,
			     const struct line *line)
{
	if (annotator->options->log_origin != NULL)
		return annotator->options->log_origin;
	return log_format_row(line->format)->origin;
}

/* `nginx:499 Client Closed Request` */
static void describe_entry(const struct annotator *annotator, entry_t entry,
			   struct strbuf *text)
{
	strbuf_addf(text, "%s %s", catalogue_id(annotator->catalogue, entry),
		    catalogue_text(annotator->catalogue, entry, FIELD_PHRASE));
}

static void describe_status(const struct annotator *annotator,
			    const struct line *line, struct strbuf *text)
{
	entry_t entry;
	size_t count = meaning_find(annotator->catalogue,
				    origin_of(annotator, line), line->status,
				    line->sub, &entry, 1);

	if (count == 1)
		describe_entry(annotator, entry, text);
	else if (count > 1)
		strbuf_addf(text, "%03d has %zu meanings", line->status, count);
	else if (line->status == 0)
		strbuf_add(text, "no status was sent");
	else
		strbuf_addf(text, "%d is defined by nobody", line->status);
}

/* The note of a status alone, kept from the first time on. */
static const char *note_of(struct annotator *annotator, const struct line *line)
{
	char **note = &annotator->notes.of[line->format][line->status];
	struct strbuf text;

	if (*note == NULL) {
		strbuf_init(&text);
		describe_status(annotator, line, &text);
		*note = xstrdup(strbuf_text(&text));
		strbuf_clear(&text);
	}
	return *note;
}

static void describe_word(const struct annotator *annotator,
			  const struct line *line, const struct line_word *word,
			  struct strbuf *text)
{
	struct strbuf name;
	entry_t entry;

	strbuf_init(&name);
	strbuf_add(&name, word->prefix);
	strbuf_add_bytes(&name, word->text.text, word->text.length);
	entry = meaning_of_word(annotator->catalogue,
				log_format_row(line->format)->words,
				strbuf_text(&name));
	strbuf_addf(text, "; %s", strbuf_text(&name));
	if (entry != ENTRY_NONE)
		strbuf_addf(text, " %s",
			    catalogue_text(annotator->catalogue, entry,
					   FIELD_PHRASE));
	strbuf_clear(&name);
}

static void describe(struct annotator *annotator, const struct line *line)
{
	static const char *const makers[] = {
		[MAKER_UNKNOWN] = "",
		[MAKER_GATEWAY] = ", made by the gateway",
		[MAKER_PASSED] = ", passed on",
	};
	struct strbuf *text = &annotator->notes.line;

	strbuf_reset(text);
	if (line->sub == LINE_NO_SUB)
		strbuf_add(text, note_of(annotator, line));
	else
		describe_status(annotator, line, text);
	strbuf_add(text, makers[line->maker]);
	for (size_t i = 0; i < line->word_count; i++)
		describe_word(annotator, line, &line->words[i], text);
}

static void put_note(struct annotator *annotator, const struct line *line)
{
	struct strbuf ascii;
	const char *text;

	describe(annotator, line);
	strbuf_init(&ascii);
	text = show_text(annotator->manner, strbuf_text(&annotator->notes.line),
			 &ascii);
	fputs("    ", annotator->manner->out);
	show_put(annotator->manner, ROLE_NOTE, text, strlen(text));
	fputc('\n', annotator->manner->out);
	strbuf_clear(&ascii);
}

/*
 * Where letters are not those of UTF-8, a byte of one may be a control
 * character.
 */
static void put_part(struct annotator *annotator, const char *text,
		     size_t length)
{
	struct strbuf ascii;

	strbuf_reset(&annotator->clean);
	text_clean(&annotator->clean, text, length);
	strbuf_init(&ascii);
	fputs(show_text(annotator->manner, strbuf_text(&annotator->clean),
			&ascii),
	      annotator->manner->out);
	strbuf_clear(&ascii);
}

/* As a terminal may have it: a tab is harmless, too. */
static void put_clean(struct annotator *annotator, struct slice text)
{
	while (text.length > 0) {
		const char *tab = memchr(text.text, '\t', text.length);
		size_t length = tab == NULL ? text.length :
					      (size_t)(tab - text.text);

		put_part(annotator, text.text, length);
		if (tab != NULL)
			fputc('\t', annotator->manner->out);
		text.text += length + (tab != NULL);
		text.length -= length + (tab != NULL);
	}
}

static void put_text(struct annotator *annotator, struct slice text)
{
	if (annotator->harmless)
		put_clean(annotator, text);
	else
		fwrite(text.text, 1, text.length, annotator->manner->out);
}

static void take_line(struct annotator *annotator, struct slice text,
		      bool newline)
{
	struct line line;
	bool read = line_read(&annotator->reader, text, &line) == LINE_READ;

	put_text(annotator, text);
	/* A last line without an end gets one where something follows it. */
	if (newline || read)
		fputc('\n', annotator->manner->out);
	if (read)
		put_note(annotator, &line);
}

/* All whole lines of a block, and what is too long for one. */
static void take_block(struct annotator *annotator, struct input *input)
{
	struct slice text;

	for (;;) {
		switch (input_next(input, &text)) {
		case INPUT_LINE:
			take_line(annotator, text, input->newline);
			break;
		case INPUT_PART:
			put_text(annotator, text);
			break;
		case INPUT_TOO_LONG:
			put_text(annotator, text);
			if (input->newline)
				fputc('\n', annotator->manner->out);
			break;
		case INPUT_NONE:
			return;
		}
	}
}

static void annotator_clear(struct annotator *annotator)
{
	for (size_t i = 0; i < LOG_FORMATS; i++) {
		for (size_t k = 0; k < STATUSES; k++)
			free(annotator->notes.of[i][k]);
	}
	free(annotator->notes.of);
	strbuf_clear(&annotator->notes.line);
	strbuf_clear(&annotator->clean);
	line_reader_clear(&annotator->reader);
}

bool annotate(const struct options *options, const struct catalogue *catalogue,
	      const struct manner *manner, int from, bool harmless,
	      struct problem *why)
{
	struct annotator annotator = { .options = options,
				       .catalogue = catalogue,
				       .manner = manner,
				       .harmless = harmless };
	struct input input;
	int error;

	line_reader_init(&annotator.reader);
	annotator.notes.of = xcalloc(LOG_FORMATS, sizeof(*annotator.notes.of));
	input_init(&input, from);
	while (input_fill(&input)) {
		take_block(&annotator, &input);
		if (fflush(manner->out) != 0)
			break;
	}
	error = input.error;
	input_clear(&input);
	annotator_clear(&annotator);
	return error == 0 || problem_set(why, "cannot read standard input: %s",
					 strerror(error));
}
