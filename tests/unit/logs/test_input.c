#include "logs/input.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "logs/line.h"

/* Open a file of these bytes, which is gone when it is closed. */
static int open_bytes(const char *bytes, size_t length)
{
	FILE *file = tmpfile();
	int fd;

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	cr_assert_eq(fflush(file), 0);
	fd = dup(fileno(file));
	fclose(file);
	cr_assert_eq(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

/* L and the length of each line, P or T for parts of those too long. */
static void describe(int fd, struct strbuf *out)
{
	static const char letters[] = "LPT";
	struct input input;
	struct slice line;
	enum input_kind kind;

	input_init(&input, fd);
	while (input_fill(&input)) {
		while ((kind = input_next(&input, &line)) != INPUT_NONE) {
			if (kind == INPUT_PART)
				continue;
			strbuf_addf(out, "%c%zu%s ", letters[kind],
				    kind == INPUT_LINE ? line.length : 0,
				    input.newline ? "" : "!");
		}
	}
	cr_expect_eq(input.error, 0);
	input_clear(&input);
}

static void check(const char *bytes, size_t length, const char *wanted)
{
	int fd = open_bytes(bytes, length);
	struct strbuf out;

	strbuf_init(&out);
	describe(fd, &out);
	cr_expect_str_eq(strbuf_text(&out), wanted);
	strbuf_clear(&out);
	close(fd);
}

Test(input, gives_line_after_line)
{
	check("", 0, "");
	check("a\nbc\n", 5, "L1 L2 ");
	check("\n\n", 2, "L0 L0 ");
	check("a\0b\n", 4, "L3 ");
}

Test(input, the_last_line_may_lack_its_newline)
{
	check("a\nbc", 4, "L1 L2! ");
}

Test(input, a_line_that_is_too_long_is_one_all_the_same)
{
	size_t length = 5 * LINE_MOST;
	char *bytes = malloc(length);

	cr_assert_not_null(bytes);
	memset(bytes, 'x', length);
	check(bytes, LINE_MOST, "L65536! ");
	check(bytes, LINE_MOST + 1, "T0! ");
	check(bytes, length, "T0! ");
	memcpy(bytes, "ab\n", 3);
	memcpy(bytes + length - 4, "\ncd\n", 4);
	check(bytes, length, "L2 T0 L2 ");
	free(bytes);
}

Test(input, lines_over_blocks_are_whole)
{
	struct strbuf text, out;
	size_t wanted = 0, total = 0;
	struct input input;
	struct slice line;
	int fd;

	strbuf_init(&text);
	strbuf_init(&out);
	for (size_t i = 0; i < 3000; i++) {
		strbuf_addf(&text, "%0*d\n", (int)(i % 700) + 1, 7);
		wanted += i % 700 + 1;
	}
	fd = open_bytes(text.text, text.length);
	input_init(&input, fd);
	while (input_fill(&input)) {
		while (input_next(&input, &line) == INPUT_LINE) {
			cr_assert_eq(line.text[line.length - 1], '7');
			total += line.length;
		}
	}
	cr_expect_eq(total, wanted);
	cr_expect_eq(input.done, text.length);
	input_clear(&input);
	close(fd);
	strbuf_clear(&out);
	strbuf_clear(&text);
}

Test(input, a_file_is_read_to_the_length_it_had)
{
	int fd = open_bytes("one\ntwo\n", 8);
	struct strbuf out;
	struct input input;
	struct slice line;

	strbuf_init(&out);
	input_init(&input, fd);
	cr_assert_eq(pwrite(fd, "more\n", 5, 8), 5);
	while (input_fill(&input)) {
		while (input_next(&input, &line) == INPUT_LINE)
			strbuf_add_bytes(&out, line.text, line.length);
	}
	cr_expect_str_eq(out.text, "onetwo");
	input_clear(&input);
	strbuf_clear(&out);
	close(fd);
}

Test(input, says_why_it_ended)
{
	struct input input;
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	input_init(&input, ends[1]);
	cr_expect_not(input_fill(&input));
	cr_expect_neq(input.error, 0);
	cr_expect_not(input_fill(&input));
	input_clear(&input);
	close(ends[0]);
	close(ends[1]);
}
