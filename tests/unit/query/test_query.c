#include "query/query.h"

#include "unit/query/shelf.h"

static const char shelf_text[] =
	LEAF("vendor:nginx", "nginx", "")
	CODED("404", "Not Found", "M.", ", cacheable: yes")
	OWNED("nginx", "499", "Closed", "M.", "");

/* A query as text: words by blanks, quotes numbered, patterns in brackets. */
static void expect_read(const struct sample *sample, const char *text,
			const char *expected)
{
	struct query query;
	struct strbuf read;

	strbuf_init(&read);
	strbuf_add(&read, "");
	query_init(&query, text, &sample->catalogue);
	for (size_t i = 0; i < query.word_count; i++) {
		strbuf_addf(&read, "%s%.*s", i > 0 ? " " : "",
			    (int)query.words[i].length, query_word(&query, i));
		if (query.words[i].quote > 0)
			strbuf_addf(&read, "/%zu", query.words[i].quote);
	}
	for (size_t i = 0; i < query.pattern_count; i++)
		strbuf_addf(&read, "<%.*s>", (int)query.patterns[i].length,
			    query.patterns[i].text);
	cr_expect_str_eq(strbuf_text(&read), expected, "'%s' reads: %s", text,
			 strbuf_text(&read));
	strbuf_clear(&read);
	query_clear(&query);
}

Test(query, parts_words_phrases_and_numbers)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "", "");
	expect_read(&sample, "  ", "");
	expect_read(&sample, "Not Found", "not found");
	expect_read(&sample, "\"lost update\" etag", "lost/1 update/1 etag");
	expect_read(&sample, "\"never closed", "never/1 closed/1");
	expect_read(&sample, "\"a b\" \"c d\"", "a/1 b/1 c/2 d/2");
	expect_read(&sample, "\"\" \"a b\"", "a/1 b/1");
	expect_read(&sample, "404", "<404>");
	expect_read(&sample, "404,410, 5xx", "<404><410><5xx>");
	expect_read(&sample, "http 307", "http<307>");
	expect_read(&sample, "404.", "<404.>");
	expect_read(&sample, "it was a 404.", "it was a<404>");
	expect_read(&sample, "nginx:499", "<nginx:499>");
	expect_read(&sample, "error:404", "error<404>");
	expect_read(&sample, "(110: Connection timed out)",
		    "connection timed out");
	expect_read(&sample, "5 minutes", "5 minutes");
	expect_read(&sample, "52", "<52>");
	expect_read(&sample, "{\"message\":\"Too Many\"}",
		    "message too many");
	expect_read(&sample, "Retry-After: 30", "retry after 30");
	sample_clear(&sample);
}

Test(query, a_list_of_numbers_is_parted_by_commas_with_blanks_or_without)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "404,", "<404>");
	expect_read(&sample, "404,4", "<404><4>");
	expect_read(&sample, "404, 4", "<404><4>");
	expect_read(&sample, "52 , 404", "<52><404>");
	expect_read(&sample, "404, nginx:4", "<404><nginx:4>");
	expect_read(&sample, "404, 500-5", "<404><500>");
	expect_read(&sample, "HTTP error 4", "http error<4>");
	expect_read(&sample, "http 4x", "http<4x>");
	/* As soon as there is a word, or no comma, digits count something. */
	expect_read(&sample, "404 4", "4<404>");
	expect_read(&sample, "404, after 4", "after 4<404>");
	expect_read(&sample, "no, 5", "no 5");
	sample_clear(&sample);
}

Test(query, a_number_is_found_among_the_signs_of_what_was_pasted)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "[404] not found", "not found<404>");
	expect_read(&sample, "statusCode=407", "statuscode<407>");
	expect_read(&sample, "<h1>Bad Message 414</h1><pre>reason:",
		    "h1 bad message h1 pre reason<414>");
	expect_read(&sample, "{\"status\":429,\"retry\":30}",
		    "status retry<429>");
	expect_read(&sample, "/lib/mod.c:12", "lib mod c 12");
	sample_clear(&sample);
}

Test(query, several_of_a_number_are_that_number)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "404s", "<404>");
	expect_read(&sample, "how to prevent 431s", "how to prevent<431>");
	expect_read(&sample, "5xx's in the log", "in the log<5xx>");
	expect_read(&sample, "after 30s", "after 30s");
	sample_clear(&sample);
}

Test(query, a_number_at_an_end_of_a_quote_is_no_word_of_the_phrase)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "\"404 Not Found\"", "not/1 found/1<404>");
	expect_read(&sample, "got \"Error 404\"", "got error/1<404>");
	expect_read(&sample, "\"within 404 days\"", "within/1 404/1 days/1");
	expect_read(&sample, "\"404\"", "404/1");
	sample_clear(&sample);
}

Test(query, what_begins_a_pattern_stands_for_its_beginning)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "40[", "<40>");
	expect_read(&sample, "40[1", "<40>");
	expect_read(&sample, "500-", "<500>");
	expect_read(&sample, "500-5", "<500>");
	expect_read(&sample, "http 500-5", "http<500>");
	expect_read(&sample, "4x", "<4x>");
	expect_read(&sample, "vendor:ng", "<vendor:ng>");
	expect_read(&sample, "VENDOR:NGINX", "<VENDOR:NGINX>");
	sample_clear(&sample);
}

Test(query, prose_is_not_taken_for_the_beginning_of_a_pattern)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_read(&sample, "time-", "time");
	expect_read(&sample, "e-", "e");
	expect_read(&sample, "re[", "re");
	expect_read(&sample, "-5", "5");
	expect_read(&sample, "5 -", "5");
	expect_read(&sample, "4x faster", "4x faster");
	expect_read(&sample, "wait 5-10 minutes", "wait 5 10 minutes");
	expect_read(&sample, "on 2024-01", "on 2024 01");
	expect_read(&sample, "vendor:unheard", "vendor unheard");
	sample_clear(&sample);
}

Test(query, the_last_word_may_go_on_until_a_blank_ends_it)
{
	struct sample sample;
	struct query query;

	sample_build(&sample, shelf_text);
	query_init(&query, "time ou", &sample.catalogue);
	cr_expect_not(query.words[0].open);
	cr_expect(query.words[1].open);
	query_clear(&query);
	query_init(&query, "time ou ", &sample.catalogue);
	cr_expect_not(query.words[1].open);
	query_clear(&query);
	sample_clear(&sample);
}

Test(query, quotes_are_dropped_only_beside_other_words)
{
	struct sample sample;
	struct query query;

	sample_build(&sample, shelf_text);
	query_init(&query, "\"not there\"", &sample.catalogue);
	cr_expect_not(query_drop_quotes(&query));
	query_clear(&query);
	query_init(&query, "found \"not there\"", &sample.catalogue);
	cr_expect(query_drop_quotes(&query));
	cr_expect_eq(query.words[1].quote, 0);
	query_clear(&query);
	sample_clear(&sample);
}

Test(query, a_text_longer_than_its_limits_is_read_up_to_them)
{
	struct sample sample;
	struct query query;
	struct strbuf text;

	sample_build(&sample, shelf_text);
	strbuf_init(&text);
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&text, "word%d %d ", i, 100 + i % 400);
	query_init(&query, strbuf_text(&text), &sample.catalogue);
	cr_expect_eq(query.word_count, QUERY_WORDS);
	cr_expect_eq(query.pattern_count, QUERY_PATTERNS);
	query_clear(&query);
	strbuf_clear(&text);
	sample_clear(&sample);
}
