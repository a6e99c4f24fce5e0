#include "logs/line.h"

#include "support/edge.h"
#include "unit/logs/samples.h"

/*
 * All lines of a sample, as they were read.  HTTREE_REWRITE_LINES=1 writes the
 * expected files anew, to be read before they are committed.
 */
static void check_sample(const char *name)
{
	struct strbuf text, wanted, found;
	struct line_reader reader;
	struct slice slice;
	struct line line;
	size_t at = 0;

	strbuf_init(&text);
	strbuf_init(&wanted);
	strbuf_init(&found);
	sample_load(&text, name, "access");
	line_reader_init(&reader);
	while (sample_line(&text, &at, &slice)) {
		enum line_kind kind = line_read(&reader, slice, &line);

		sample_describe(&found, kind, &line);
		strbuf_add_char(&found, '\n');
	}
	line_reader_clear(&reader);
	if (getenv("HTTREE_REWRITE_LINES") != NULL) {
		FILE *file;

		sample_path(&wanted, name, "read");
		file = fopen(wanted.text, "w");
		cr_assert_not_null(file);
		cr_assert_neq(fputs(strbuf_text(&found), file), EOF);
		cr_assert_eq(fclose(file), 0);
	} else {
		sample_load(&wanted, name, "read");
		cr_expect_str_eq(strbuf_text(&found), strbuf_text(&wanted),
				 "%s", name);
	}
	strbuf_clear(&found);
	strbuf_clear(&wanted);
	strbuf_clear(&text);
}

Test(line, reads_every_format_from_its_place)
{
	for (size_t i = 0; i < SAMPLES; i++)
		check_sample(sample_names[i]);
}

/* --------------------------------------------------------------------------
 * Whatever the bytes are */

static enum line_kind read_copy(struct line_reader *reader, struct slice text,
				struct line *line)
{
	struct slice copy = { edge_copy(text.text, text.length), text.length };

	line_read_fragment(copy, line);
	return line_read(reader, copy, line);
}

/* A line that lost its end has the status it had, or none. */
static void cut_line(const struct line_reader *before, struct slice text)
{
	struct line_reader reader = *before;
	struct line whole, part;
	enum line_kind kind = read_copy(&reader, text, &whole);

	for (size_t length = text.length; length-- > 0;) {
		struct slice cut = { text.text, length };

		line_reader_clear(&reader);
		reader = *before;
		if (read_copy(&reader, cut, &part) == LINE_READ)
			cr_expect(kind != LINE_READ ||
					  part.status == whole.status,
				  "%03d in: %.*s", part.status, (int)length,
				  text.text);
	}
	line_reader_clear(&reader);
}

Test(line, reads_no_other_status_from_a_line_that_was_cut)
{
	struct strbuf text;
	struct slice slice;
	struct line line;

	for (size_t i = 0; i < SAMPLES; i++) {
		struct line_reader reader;
		size_t at = 0;

		strbuf_init(&text);
		sample_load(&text, sample_names[i], "access");
		line_reader_init(&reader);
		while (sample_line(&text, &at, &slice)) {
			/* It keeps no memory, so that it can be copied. */
			line_reader_clear(&reader);
			reader.unwrapped = NULL;
			if (*slice.text == '#')
				line_read(&reader, slice, &line);
			else
				cut_line(&reader, slice);
		}
		line_reader_clear(&reader);
		strbuf_clear(&text);
	}
}

/* --------------------------------------------------------------------------
 * One file of everything */

struct lines {
	struct slice slice[256];
	size_t count;
};

static unsigned int next_random(unsigned int *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* The lines that need none before them. */
static void load_lines(struct lines *lines, struct strbuf *texts)
{
	lines->count = 0;
	for (size_t i = 0; i < SAMPLES; i++) {
		struct slice slice;
		size_t at = 0;

		strbuf_init(&texts[i]);
		sample_load(&texts[i], sample_names[i], "access");
		if (*texts[i].text == '#' ||
		    strcmp(sample_names[i], "iis-headless") == 0)
			continue;
		while (sample_line(&texts[i], &at, &slice)) {
			cr_assert_lt(lines->count, 256);
			lines->slice[lines->count++] = slice;
		}
	}
}

static void describe_alone(struct strbuf *out, struct slice slice)
{
	struct line_reader reader;
	struct line line;
	enum line_kind kind;

	line_reader_init(&reader);
	kind = line_read(&reader, slice, &line);
	sample_describe(out, kind, &line);
	line_reader_clear(&reader);
}

Test(line, reads_each_line_alike_whatever_stands_before_it)
{
	static struct lines lines;
	static struct strbuf texts[SAMPLES];
	struct strbuf alone, among;
	struct line_reader reader;
	unsigned int seed = 7;

	load_lines(&lines, texts);
	strbuf_init(&alone);
	strbuf_init(&among);
	line_reader_init(&reader);
	for (int round = 0; round < 4000; round++) {
		size_t i = next_random(&seed) % lines.count;
		struct line line;
		enum line_kind kind = line_read(&reader, lines.slice[i], &line);

		strbuf_reset(&alone);
		strbuf_reset(&among);
		sample_describe(&among, kind, &line);
		describe_alone(&alone, lines.slice[i]);
		cr_expect_str_eq(among.text, alone.text, "%.*s",
				 (int)lines.slice[i].length,
				 lines.slice[i].text);
	}
	line_reader_clear(&reader);
	strbuf_clear(&among);
	strbuf_clear(&alone);
	for (size_t i = 0; i < SAMPLES; i++)
		strbuf_clear(&texts[i]);
}

/* --------------------------------------------------------------------------
 * Random bytes */

/* Bytes that mean something to a parser come often. */
static char random_byte(unsigned int *seed)
{
	static const char telling[] = "\"\"[]{}:/ \\,.-0145HTP#\t<>=(";
	unsigned int number = next_random(seed);

	if (number % 4 == 0)
		return (char)(number >> 4);
	return telling[(number >> 4) % (sizeof(telling) - 1)];
}

/* A line of a sample with some bytes changed, or nothing but such bytes. */
static size_t make_line(char *bytes, size_t room, const struct lines *lines,
			unsigned int *seed)
{
	size_t length = next_random(seed) % room;
	struct slice slice = lines->slice[next_random(seed) % lines->count];

	if (next_random(seed) % 8 == 0) {
		for (size_t i = 0; i < length; i++)
			bytes[i] = random_byte(seed);
		return length;
	}
	length = slice.length < room ? slice.length : room;
	memcpy(bytes, slice.text, length);
	for (unsigned int i = next_random(seed) % 6; i > 0; i--)
		bytes[next_random(seed) % length] = random_byte(seed);
	return length;
}

/* HTTREE_RANDOM_LINES=10000000 makes it ten million. */
Test(line, survives_any_bytes, .timeout = 3600)
{
	static struct lines lines;
	static struct strbuf texts[SAMPLES];
	const char *asked = getenv("HTTREE_RANDOM_LINES");
	long rounds = asked == NULL ? 20000 : atol(asked);
	struct line_reader reader;
	unsigned int seed = 2026;
	char bytes[600];

	load_lines(&lines, texts);
	line_reader_init(&reader);
	for (long round = 0; round < rounds; round++) {
		struct slice text = { bytes, 0 };
		struct line line;

		text.length = make_line(bytes, sizeof(bytes), &lines, &seed);
		if (read_copy(&reader, text, &line) == LINE_READ) {
			cr_assert(line.status >= 0 && line.status <= 999);
			cr_assert(line.format < LOG_FORMATS);
			cr_assert(line.word_count <= LINE_WORDS);
		}
	}
	line_reader_clear(&reader);
	for (size_t i = 0; i < SAMPLES; i++)
		strbuf_clear(&texts[i]);
}
