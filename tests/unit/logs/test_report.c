#include "logs/report.h"

#include "unit/catalogue/sample.h"

static const char text[] = PAGE("vendor:nginx", "") PAGE("vendor:squid", "")
	PAGE("vendor:esri", "") PAGE("vendor:iis", "") PAGE("vendor:fastly", "")
		STANDARD("200", "") STANDARD("404", "")
			VENDOR("nginx", "499", "") VENDOR("esri", "499", "")
				VENDOR("iis", "404.7", "")
					VENDOR("squid", "DENIED", "")
						VENDOR("fastly", "600-699", "");

#define COMBINED(status)                                      \
	"192.0.2.1 - - [21/Nov/2026:06:43:36 +0000] \"GET / " \
	"HTTP/1.1\" " status " 9 \"-\" \"curl/8.11.0\""
#define SQUID(tag, status)                           \
	"1786000001.102 0 192.0.2.1 " tag "/" status \
	" 39 GET http://a.example/ - HIER_NONE/- -"
#define IIS(status)                                                            \
	"2026-11-21 06:43:36 198.51.100.8 GET / - 443 - 192.0.2.1 a - " status \
	" 0 3"

struct book {
	struct sample sample;
	struct count count;
	struct report report;
};

static void book_init(struct book *book, const char *const *lines, size_t count,
		      const char *origin)
{
	sample_build(&book->sample, text);
	count_init(&book->count);
	count_open(&book->count, "a.log");
	for (size_t i = 0; i < count; i++)
		count_line(&book->count,
			   (struct slice){ lines[i], strlen(lines[i]) });
	report_init(&book->report, &book->count, &book->sample.catalogue,
		    origin);
}

static void book_clear(struct book *book)
{
	report_clear(&book->report);
	count_clear(&book->count);
	sample_clear(&book->sample);
}

/* Each status with its count: `404*2`; `?` before one that is unknown. */
static void check(const struct book *book, const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	for (size_t i = 0; i < book->report.status_count; i++) {
		const struct report_status *status = &book->report.statuses[i];
		entry_t entry = report_meaning(status);

		strbuf_addf(&found, "%s%s*%ju", i == 0 ? "" : " ",
			    entry == ENTRY_NONE ?
				    status->code :
				    catalogue_id(&book->sample.catalogue,
						 entry),
			    (uintmax_t)status->count);
	}
	cr_expect_str_eq(strbuf_text(&found), wanted);
	strbuf_clear(&found);
}

#define LINES(lines) lines, sizeof(lines) / sizeof(*(lines))

Test(report, what_means_the_same_is_one)
{
	static const char *const lines[] = {
		COMBINED("404"), COMBINED("200"), IIS("404 0"),
		IIS("404 7"),    IIS("404 99"),   COMBINED("200"),
		COMBINED("200"), COMBINED("200"),
	};
	struct book book;

	book_init(&book, LINES(lines), NULL);
	check(&book, "200*4 404*3 iis:404.7*1");
	book_clear(&book);
}

Test(report, what_nobody_defines_stands_first)
{
	static const char *const lines[] = { COMBINED("200"), COMBINED("200"),
					     COMBINED("471"), COMBINED("000") };
	struct book book;

	book_init(&book, LINES(lines), NULL);
	check(&book, "471*1 200*2 000*1");
	cr_expect_eq(book.report.statuses[0].meaning_count, 0);
	book_clear(&book);
}

Test(report, the_origin_tells_the_meaning)
{
	static const char *const lines[] = { COMBINED("499"),
					     SQUID("TCP_MISS", "499") };
	struct book book;

	book_init(&book, LINES(lines), NULL);
	check(&book, "499*1 nginx:499*1");
	cr_expect_eq(book.report.statuses[0].meaning_count, 2);
	book_clear(&book);
	book_init(&book, LINES(lines), "esri");
	check(&book, "esri:499*2");
	book_clear(&book);
}

Test(report, a_range_keeps_its_numbers_apart)
{
	static const char *const lines[] = { COMBINED("601"), COMBINED("602"),
					     COMBINED("602") };
	struct book book;

	book_init(&book, LINES(lines), NULL);
	check(&book, "fastly:600-699*2 fastly:600-699*1");
	cr_expect_str_eq(book.report.statuses[0].code, "602");
	book_clear(&book);
}

Test(report, words_stand_with_their_status_and_entry)
{
	static const char *const lines[] = { SQUID("TCP_HIT", "404"),
					     SQUID("TCP_DENIED", "404"),
					     SQUID("TCP_DENIED", "404"),
					     SQUID("TCP_DENIED", "200") };
	const struct report_status *status;
	struct book book;
	entry_t denied;

	book_init(&book, LINES(lines), NULL);
	denied = sample_entry(&book.sample, "squid:DENIED");
	status = report_find(&book.report, sample_entry(&book.sample, "404"));
	cr_assert_not_null(status);
	cr_assert_eq(status->reason_count, 2);
	cr_expect_str_eq(status->reasons[0].word, "TCP_DENIED");
	cr_expect_eq(status->reasons[0].entry, denied);
	cr_expect_eq(status->reasons[0].count, 2);
	cr_expect_eq(status->reasons[1].entry, ENTRY_NONE);
	cr_expect_eq(status->gateway, 2);
	cr_expect_eq(status->passed, 1);
	cr_expect(book.report.tells);
	cr_expect_eq(report_count(&book.report, denied), 3);
	cr_expect_eq(report_count(&book.report,
				  sample_entry(&book.sample, "404")),
		     3);
	cr_expect_eq(report_count(&book.report,
				  sample_entry(&book.sample, "nginx:499")),
		     0);
	cr_expect_null(report_find(&book.report, denied));
	book_clear(&book);
}

Test(report, places_are_the_first_and_the_last)
{
	static const char *const lines[] = { COMBINED("200"), IIS("404 0"),
					     COMBINED("404"), IIS("404 0"),
					     COMBINED("200") };
	const struct report_status *status;
	struct book book;

	book_init(&book, LINES(lines), NULL);
	status = report_find(&book.report, sample_entry(&book.sample, "404"));
	cr_assert_not_null(status);
	cr_expect_eq(status->first.line, 2);
	cr_expect_eq(status->last.line, 4);
	cr_expect_not(book.report.tells);
	book_clear(&book);
}
