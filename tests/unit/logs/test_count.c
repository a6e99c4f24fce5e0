#include "logs/count.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/strbuf.h"

static void feed(struct count *count, const char *text)
{
	count_line(count, (struct slice){ text, strlen(text) });
}

#define COMBINED(status)                                      \
	"192.0.2.1 - - [21/Nov/2026:06:43:36 +0000] \"GET / " \
	"HTTP/1.1\" " status " 9 \"-\" \"curl/8.11.0\""
#define SQUID(tag, status)                           \
	"1786000001.102 0 192.0.2.1 " tag "/" status \
	" 39 GET http://a.example/ - HIER_NONE/- -"

static const struct count_row *row_of(const struct count *count, int status,
				      int sub)
{
	for (size_t i = 0; i < count->row_count; i++) {
		if (count->rows[i].status == status &&
		    count->rows[i].sub == sub)
			return &count->rows[i];
	}
	cr_assert_fail("no row of %d.%d", status, sub);
	return NULL;
}

Test(count, counts_lines_by_status)
{
	struct count count;

	count_init(&count);
	count_open(&count, "a.log");
	feed(&count, COMBINED("404"));
	feed(&count, "no line");
	feed(&count, COMBINED("200"));
	feed(&count, "");
	feed(&count, COMBINED("404"));

	cr_expect_eq(count_total(&count), 4);
	cr_expect_eq(count_not_understood(&count), 1);
	cr_expect_eq(count.files[0].formats[LOG_COMBINED], 3);
	cr_expect_eq(count.row_count, 2);
	cr_expect_eq(row_of(&count, 404, LINE_NO_SUB)->count, 2);
	cr_expect_eq(row_of(&count, 404, LINE_NO_SUB)->first.line, 1);
	cr_expect_eq(row_of(&count, 404, LINE_NO_SUB)->last.line, 5);
	count_clear(&count);
}

Test(count, each_file_has_its_own_lines)
{
	struct count count;

	count_init(&count);
	count_open(&count, "a.log");
	feed(&count, COMBINED("404"));
	count_open(&count, "b.log");
	feed(&count, "no line");
	count_too_long(&count);
	feed(&count, COMBINED("404"));

	cr_expect_str_eq(count.files[1].name, "b.log");
	cr_expect_eq(count.files[1].lines, 3);
	cr_expect_eq(count.files[1].unknown, 2);
	cr_expect_eq(count.files[1].too_long, 1);
	cr_expect_eq(row_of(&count, 404, LINE_NO_SUB)->first.file, 0);
	cr_expect_eq(row_of(&count, 404, LINE_NO_SUB)->last.file, 1);
	cr_expect_eq(row_of(&count, 404, LINE_NO_SUB)->last.line, 3);
	count_clear(&count);
}

Test(count, columns_are_told_for_one_file)
{
	struct count count;

	count_init(&count);
	count_open(&count, "a.log");
	feed(&count, "#Fields: date time sc-status");
	feed(&count, "2026-11-21 06:43:36 302");
	count_open(&count, "b.log");
	feed(&count, "2026-11-21 06:43:36 302");

	cr_expect_eq(count_total(&count), 2);
	cr_expect_eq(count_not_understood(&count), 1);
	count_clear(&count);
}

Test(count, tells_who_made_a_status_and_with_which_words)
{
	struct count count;

	count_init(&count);
	count_open(&count, "a.log");
	feed(&count, SQUID("TCP_DENIED", "403"));
	feed(&count, SQUID("TCP_DENIED", "403"));
	feed(&count, SQUID("TCP_HIT", "403"));

	cr_expect_eq(row_of(&count, 403, LINE_NO_SUB)->makers[MAKER_GATEWAY],
		     2);
	cr_expect_eq(row_of(&count, 403, LINE_NO_SUB)->makers[MAKER_PASSED], 1);
	cr_assert_eq(count.reasons.count, 2);
	cr_expect_str_eq(count.reasons.list[0].word, "TCP_DENIED");
	cr_expect_eq(count.reasons.list[0].count, 2);
	count_clear(&count);
}

Test(count, a_request_is_counted_once)
{
	struct count count;

	count_init(&count);
	count_open(&count, "a.log");
	feed(&count, "{\"logger\":\"http.log.access\",\"status\":502,"
		     "\"resp_headers\":{}}");
	feed(&count, "{\"logger\":\"http.log.error\",\"status\":502}");
	cr_expect_eq(count_total(&count), 1);
	count_clear(&count);
}

/* Random numbers and words fill the tables, and nothing is lost. */
Test(count, does_not_grow_with_what_it_reads)
{
	struct count count;
	uint64_t lines = 0, words = 0;

	count_init(&count);
	count_open(&count, "a.log");
	for (int i = 0; i < 3 * COUNT_SUBS; i++) {
		char line[300];

		snprintf(line, sizeof(line),
			 "2026-11-21 06:43:36 198.51.100.8 GET /a - 443 - "
			 "192.0.2.1 b - 500 %d %d 3",
			 i + 1, i + 1);
		feed(&count, line);
	}
	for (size_t i = 0; i < count.row_count; i++)
		lines += count.rows[i].count;
	for (size_t i = 0; i < count.reasons.count; i++)
		words += count.reasons.list[i].count;
	cr_expect_eq(lines, 3 * COUNT_SUBS);
	cr_expect_eq(count.row_count, COUNT_SUBS + 1);
	cr_expect_leq(count.reasons.count, REASONS);
	cr_expect_eq(words + count.reasons.rest, 3 * COUNT_SUBS);
	count_clear(&count);
}

Test(reasons, has_room_for_so_many)
{
	struct reasons reasons;
	char text[16];
	struct line_word word = { "w-", { text, 0 } };

	reasons_init(&reasons);
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < REASONS + 10; i++) {
			word.text.length =
				(size_t)snprintf(text, sizeof(text), "%d", i);
			reasons_add(&reasons, 3, &word);
		}
	}
	cr_expect_eq(reasons.count, REASONS);
	cr_expect_eq(reasons.rest, 20);
	cr_expect_str_eq(reasons.list[REASONS - 1].word, "w-4095");
	cr_expect_eq(reasons.list[REASONS - 1].count, 2);
	reasons_clear(&reasons);
}

Test(reasons, the_end_of_a_long_word_is_cut_off)
{
	struct reasons reasons;
	char text[200];
	struct line_word word = { "p-", { text, sizeof(text) } };

	memset(text, 'x', sizeof(text));
	reasons_init(&reasons);
	reasons_add(&reasons, 0, &word);
	cr_expect_eq(strlen(reasons.list[0].word), REASON_LENGTH);
	reasons_clear(&reasons);
}

static const struct foreign *foreign_of(const char *text)
{
	struct count count;
	struct problem why;
	const struct foreign *foreign;
	FILE *file = tmpfile();

	cr_assert_not_null(file);
	fputs(text, file);
	rewind(file);
	count_init(&count);
	count_open(&count, "a.log");
	cr_assert(count_read(&count, fileno(file), NULL, NULL, &why));
	foreign = count.files[0].foreign;
	count_clear(&count);
	fclose(file);
	return foreign;
}

Test(foreign, is_told_apart_from_a_log)
{
	cr_expect_str_eq(foreign_of("\x1f\x8b\x08")->what,
			 "compressed by gzip");
	cr_expect_str_eq(foreign_of("a,b,c\n1,2,3\n")->what,
			 "a table of comma-separated values");
	cr_expect_str_eq(
		foreign_of("2026/12/01 07:10:00 [warn] 7#7: x\n")->what,
		"an error log, whose lines have no status");
	cr_expect_null(foreign_of("words, and words\n"));
	cr_expect_null(foreign_of(""));
	cr_expect_null(foreign_of(COMBINED("200") "\n"));
}

static void note(void *data, uint64_t done, uint64_t total)
{
	uint64_t *seen = data;

	cr_expect_leq(done, total);
	*seen = done;
}

Test(count, tells_how_far_it_is)
{
	struct count count;
	struct problem why;
	uint64_t seen = 0;
	FILE *file = tmpfile();

	cr_assert_not_null(file);
	fputs(COMBINED("200") "\n", file);
	rewind(file);
	count_init(&count);
	count_open(&count, "a.log");
	cr_assert(count_read(&count, fileno(file), note, &seen, &why));
	cr_expect_eq(seen, sizeof(COMBINED("200")));
	count_clear(&count);
	fclose(file);
}

Test(count, says_why_a_file_was_not_read)
{
	struct count count;
	struct problem why;
	int fd = open("/", O_RDONLY);

	cr_assert_geq(fd, 0);
	count_init(&count);
	count_open(&count, "/");
	cr_expect_not(count_read(&count, fd, NULL, NULL, &why));
	cr_expect_str_eq(why.text, "Is a directory");
	count_clear(&count);
	close(fd);
}
