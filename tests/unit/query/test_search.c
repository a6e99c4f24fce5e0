#include "query/search.h"

#include "query/rank.h"
#include "unit/query/shelf.h"

static const char shelf_text[] =
	LEAF("class:4xx", "Client Error", ", code: 4xx")
	LEAF("vendor:acme", "Acme Gateway", "")
	LEAF("vendor:iis", "Microsoft IIS", "")
	CODED("401", "Unauthorized",
	      "The login is missing. Error pages tell more.", "")
	CODED("404", "Not Found", "Nothing is there. It was moved away.",
	      ", cacheable: yes, everyday: yes")
	CODED("408", "Request Timeout", "The client was slow.", "")
	CODED("413", "Content Too Large", "Too much came.",
	      ", aliases: [{ phrase: Request Entity Too Large, from: X }]")
	CODED("429", "Too Many Requests",
	      "The rate of requests is over a limit.",
	      ", everyday: yes, keywords: [rate limit, throttled]")
	CODED("502", "Bad Gateway", "The upstream closed prematurely.", "")
	CODED("504", "Gateway Timeout", "The upstream was too slow.", "")
	OWNED("acme", "429", "Slow Down", "Acme has its own limit.", "")
	OWNED("acme", "599", "Caf\303\251 Closed", "It\342\200\231s a break.", "")
	OWNED("iis", "404.7", "Extension denied", "A rate of no limit here.", "")
	ENTRY("warning:110", "110", "warning", "Response is Stale", "Old.", "");

static void expect_first(struct shelf *shelf, const char *query,
			 const char *id)
{
	const char *first = shelf_first(shelf, query);

	cr_expect_str_eq(first, id, "'%s' finds %s", query, first);
}

Test(search, folds_case_accents_apostrophes_and_white_space)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "UNAUTHORIZED", "401");
	expect_first(&shelf, "cafe", "acme:599");
	expect_first(&shelf, "CAF\303\211", "acme:599");
	expect_first(&shelf, "it's a break", "acme:599");
	expect_first(&shelf, "  bad \t gateway ", "502");
	expect_first(&shelf, "bad-gateway", "502");
	shelf_clear(&shelf);
}

Test(search, inflections_and_british_spelling_are_forgiven)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "unauthorised", "401");
	expect_first(&shelf, "throttle", "429");
	expect_first(&shelf, "upstream closing prematurely", "502");
	shelf_clear(&shelf);
}

Test(search, the_phrase_comes_before_all_words_before_most_of_them)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "rate limit", "429");
	cr_expect_lt(shelf_place(&shelf, "429"),
		     shelf_place(&shelf, "iis:404.7"));
	search_run(&shelf.search, "upstream slow gateway login", NULL);
	cr_expect_str_eq(shelf_hit(&shelf, 0), "504");
	shelf_clear(&shelf);
}

Test(search, a_quote_without_words_asks_for_nothing)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "404 \"", "404");
	expect_first(&shelf, "\"404 ", "404");
	expect_first(&shelf, "\"404 \"", "404");
	expect_first(&shelf, "\"bad gateway\" \"", "502");
	shelf_clear(&shelf);
}

Test(search, quotes_mean_the_phrase_alone)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "\"too large\"", NULL);
	cr_expect_eq(shelf.search.count, 1);
	cr_expect_str_eq(shelf_hit(&shelf, 0), "413");
	search_run(&shelf.search, "\"large too\"", NULL);
	cr_expect_eq(shelf.search.count, 0);
	shelf_clear(&shelf);
}

Test(search, a_phrase_does_not_run_from_one_text_into_the_next)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "\"timeout the client\"", NULL);
	cr_expect_eq(shelf.search.count, 0);
	shelf_clear(&shelf);
}

Test(search, the_last_word_of_a_phrase_may_be_three_letters_of_it)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "gateway tim", "504");
	cr_expect(shelf.search.hits[0].phrase);
	expect_first(&shelf, "gateway ti", "504");
	cr_expect_not(shelf.search.hits[0].phrase);
	expect_first(&shelf, "over a", "429");
	cr_expect(shelf.search.hits[0].phrase);
	shelf_clear(&shelf);
}

Test(search, the_name_counts_more_than_the_text_and_a_whole_name_most)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "request entity too large", "413");
	expect_first(&shelf, "gateway timeout", "504");
	expect_first(&shelf, "request timeout", "408");
	shelf_clear(&shelf);
}

Test(search, a_keyword_that_stands_wholly_in_a_longer_query_counts_more)
{
	static const char text[] =
		CODED("400", "Zero", "M.", ", keywords: [old broken pipe]")
		CODED("401", "One", "M.", ", keywords: [broken pipe organ]")
		CODED("402", "Two", "M.", ", keywords: [big broken pipe]")
		CODED("403", "Three", "M.", ", keywords: [broken pipe]")
		CODED("405", "Five", "M.", ", keywords: [quic stream]")
		CODED("406", "Six", "M.", ", keywords: [quic]");
	struct shelf shelf;

	shelf_build(&shelf, text);
	expect_first(&shelf, "quic broken pipe today", "403");
	expect_first(&shelf, "saw big broken pipe today", "402");
	expect_first(&shelf, "saw quic break today", "406");
	shelf_clear(&shelf);
}

Test(search, a_number_finds_its_code_and_the_words_beside_it_do_no_harm)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "404", "404");
	cr_expect_str_eq(shelf_hit(&shelf, 1), "iis:404.7");
	expect_first(&shelf, "http 404", "404");
	expect_first(&shelf, "error code 429", "429");
	expect_first(&shelf, "acme 429", "acme:429");
	expect_first(&shelf, "40", "401");
	expect_first(&shelf, "warning:110", "warning:110");
	search_run(&shelf.search, "401, 504", NULL);
	cr_expect_eq(shelf.search.count, 2);
	shelf_clear(&shelf);
}

Test(search, a_number_in_a_log_line_does_not_take_it_over)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "upstream closed prematurely (110: gateway login)",
		     "502");
	shelf_clear(&shelf);
}

Test(search, an_entry_with_the_number_is_a_hit_whatever_else_is_asked)
{
	struct shelf shelf;
	entry_t entry;

	shelf_build(&shelf, shelf_text);
	entry = sample_entry(&shelf.sample, "413");
	search_run(&shelf.search,
		   "login missing cafe closed break upstream prematurely 413",
		   NULL);
	cr_expect_lt(search_find(&shelf.search, entry), shelf.search.count);
	search_run(&shelf.search,
		   "login missing cafe closed break upstream prematurely came",
		   NULL);
	cr_expect_eq(search_find(&shelf.search, entry), shelf.search.count);
	shelf_clear(&shelf);
}

Test(search, a_word_counts_by_where_it_stands_and_how_much_that_answers)
{
	static const char text[] =
		CODED("401", "One", "M.", ", keywords: [omega ray]")
		CODED("402", "Two", "M.", ", gotchas: An omega.");
	struct shelf shelf;

	shelf_build(&shelf, text);
	search_run(&shelf.search, "omega", NULL);
	cr_assert_eq(shelf.search.count, 2);
	cr_expect_str_eq(shelf_hit(&shelf, 0), "401");
	cr_expect_eq(shelf.search.hits[1].score * 100 *
			     rank_field(FIELD_KEYWORDS),
		     shelf.search.hits[0].score * rank_field(FIELD_GOTCHAS) *
			     rank_carries(FIELD_GOTCHAS));
	shelf_clear(&shelf);
}

Test(search, the_everyday_meaning_comes_first_and_the_origin_has_its_page)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "limit", "429");
	expect_first(&shelf, "iis", "vendor:iis");
	expect_first(&shelf, "acme", "vendor:acme");
	shelf_clear(&shelf);
}

Test(search, nothing_is_fuzzy_while_something_matches)
{
	struct shelf shelf;
	struct strbuf said;

	strbuf_init(&said);
	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "gatewa", NULL);
	cr_expect_not(shelf.search.near);
	search_describe_lost(&shelf.search, &said);
	cr_expect_eq(said.length, 0);
	expect_first(&shelf, "gatewya", "502");
	cr_expect(shelf.search.near);
	search_describe_lost(&shelf.search, &said);
	cr_expect_str_eq(said.text, "'gatewya' is nowhere; near: gateway");
	strbuf_clear(&said);
	shelf_clear(&shelf);
}

Test(search, a_word_that_nothing_has_is_left_out_and_said_to_be)
{
	struct shelf shelf;
	struct strbuf said;

	strbuf_init(&said);
	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "zzzzqqqq throttled", "429");
	search_describe_lost(&shelf.search, &said);
	cr_expect_str_eq(said.text, "'zzzzqqqq' is nowhere");
	search_run(&shelf.search, "zzzzqqqq", NULL);
	cr_expect_eq(shelf.search.count, 0);
	strbuf_reset(&said);
	search_run(&shelf.search, "10.0.0.1 throttled 73", NULL);
	search_describe_lost(&shelf.search, &said);
	cr_expect_eq(said.length, 0, "%s", strbuf_text(&said));
	strbuf_clear(&said);
	shelf_clear(&shelf);
}

/* What is said of a query, in full and in short. */
static void expect_said(struct shelf *shelf, const char *query,
			const char *lost, const char *instead)
{
	struct strbuf said;

	strbuf_init(&said);
	search_run(&shelf->search, query, NULL);
	search_describe_lost(&shelf->search, &said);
	cr_expect_str_eq(strbuf_text(&said), lost, "'%s': %s", query,
			 strbuf_text(&said));
	strbuf_reset(&said);
	search_describe_instead(&shelf->search, &said);
	cr_expect_str_eq(strbuf_text(&said), instead, "'%s': %s", query,
			 strbuf_text(&said));
	strbuf_clear(&said);
}

Test(search, what_is_taken_instead_of_a_word_is_said)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_said(&shelf, "gateway", "", "");
	expect_said(&shelf, "zzzq gatewya",
		    "'zzzq' is nowhere; 'gatewya' is nowhere; near: gateway",
		    "near: gateway");
	expect_said(&shelf, "ratelimit", "'ratelimit' is nowhere; near: rate limit",
		    "near: rate limit");
	expect_said(&shelf, "hrottl", "'hrottl' is nowhere but inside: throttled",
		    "inside: throttled");
	expect_said(&shelf, "zzzq", "'zzzq' is nowhere", "'zzzq' is nowhere");
	expect_said(&shelf, "TooMany", "", "");
	/* A half has three letters at least. */
	expect_said(&shelf, "wasclient", "'wasclient' is nowhere; near: was client",
		    "near: was client");
	expect_said(&shelf, "isgateway", "'isgateway' is nowhere; near: gateway",
		    "near: gateway");
	shelf_clear(&shelf);
}

Test(search, joined_and_parted_words_find_each_other)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_first(&shelf, "gateway time out", "504");
	expect_first(&shelf, "badgateway", "502");
	expect_first(&shelf, "TooManyRequestsException", "429");
	shelf_clear(&shelf);
}

Test(search, hidden_entries_are_counted_and_pages_never_hidden)
{
	struct shelf shelf;
	struct filter filter;

	shelf_build(&shelf, shelf_text);
	filter_init(&filter);
	filter.hidden[KIND_VENDOR] = true;
	search_run(&shelf.search, "429", &filter);
	cr_expect_eq(shelf.search.count, 1);
	cr_expect_eq(shelf.search.hidden, 1);
	search_run(&shelf.search, "acme", &filter);
	cr_expect_str_eq(shelf_hit(&shelf, 0), "vendor:acme");
	shelf_clear(&shelf);
}

Test(search, a_number_that_is_told_to_be_a_status_is_the_question)
{
	static const char text[] =
		CODED("401", "Broken Pipe Again Today", "M.", "")
		OWNED("acme", "599", "Late", "Broken.", "")
		OWNED("iis", "599", "Slow", "M.", ", everyday: yes");
	struct shelf shelf;

	shelf_build(&shelf, text);
	expect_first(&shelf, "today pipe again broken 599", "401");
	expect_first(&shelf, "today pipe again status 599", "iis:599");
	expect_first(&shelf, "broken 599", "acme:599");
	shelf_clear(&shelf);
}

Test(search, quotes_in_a_line_of_a_log_are_not_asked_for)
{
	static const char text[] =
		CODED("401", "One", "GET / HTTP/1.1 is a request line.", "")
		CODED("502", "Bad Gateway", "M.", "");
	struct shelf shelf;

	shelf_build(&shelf, text);
	expect_first(&shelf, "\"GET / HTTP/1.1\" 502", "502");
	expect_first(&shelf, "bad gateway: \"GET / HTTP/1.1\"", "502");
	expect_first(&shelf, "\"GET / HTTP/1.1\"", "401");
	expect_first(&shelf, "\"gateway is bad\"", "");
	shelf_clear(&shelf);
}

Test(search, a_long_query_leaves_out_what_has_next_to_nothing_of_it)
{
	static const char text[] =
		CODED("401", "Broken Pipe Again Today", "M.", "")
		CODED("402", "Two", "M.", ", gotchas: A pipe was broken.")
		CODED("404", "Four", "M.",
		      ", gotchas: Today again a pipe was broken.")
		OWNED("acme", "403", "Again Pipe Late", "Broken.", "");
	struct shelf shelf;
	struct filter filter;

	shelf_build(&shelf, text);
	filter_init(&filter);
	filter.hidden[KIND_STANDARD] = true;
	search_run(&shelf.search, "pipe broken", NULL);
	cr_expect_eq(shelf.search.count, 4);
	search_run(&shelf.search, "today pipe again broken", NULL);
	cr_expect_eq(shelf.search.count, 3);
	cr_expect_str_eq(shelf_hit(&shelf, 0), "401");
	cr_expect_str_eq(shelf_hit(&shelf, 1), "acme:403");
	cr_expect_str_eq(shelf_hit(&shelf, 2), "404");
	search_run(&shelf.search, "today pipe again broken", &filter);
	cr_expect_eq(shelf.search.count, 1);
	cr_expect_eq(shelf.search.hidden, 2);
	shelf_clear(&shelf);
}

Test(search, matches_are_counted_over_all_hits)
{
	struct shelf shelf;
	uint32_t before = 0;

	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "gateway", NULL);
	cr_assert_gt(shelf.search.count, 1);
	for (size_t i = 0; i < shelf.search.count; i++) {
		cr_expect_eq(shelf.search.hits[i].before, before);
		cr_expect_gt(shelf.search.hits[i].matches, 0);
		before += shelf.search.hits[i].matches;
	}
	cr_expect_eq(shelf.search.matches, before);
	shelf_clear(&shelf);
}

/* Whether a search that has found others finds what a fresh one does. */
static void expect_fresh(struct shelf *shelf, const char *text)
{
	const struct search *used = &shelf->search;
	struct search fresh;

	search_init(&fresh, &shelf->sample.catalogue);
	search_run(&fresh, text, NULL);
	search_run(&shelf->search, text, NULL);
	cr_assert_eq(fresh.count, used->count, "%s", text);
	cr_expect_eq(fresh.matches, used->matches, "%s", text);
	for (size_t i = 0; i < fresh.count; i++) {
		cr_expect_eq(fresh.hits[i].entry, used->hits[i].entry, "%s",
			     text);
		cr_expect_eq(fresh.hits[i].score, used->hits[i].score, "%s",
			     text);
		cr_expect_eq(fresh.hits[i].where, used->hits[i].where, "%s",
			     text);
	}
	search_clear(&fresh);
}

Test(search, typing_on_finds_what_a_fresh_search_does)
{
	static const char *const texts[] = {
		"rate limit",
		"gateway timeout",
		"unauthorized",
		"404.7",
		"too many requests",
		"teapot",
		"\"too large\"",
		"gatewya",
		"upstream closed prematurely",
		"the gateway time out of the request is too long",
		"time-out 504 gate way \"too many\" requests",
	};
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		for (size_t end = 1; end <= strlen(texts[i]); end++) {
			struct strbuf typed;

			strbuf_init(&typed);
			strbuf_add_bytes(&typed, texts[i], end);
			expect_fresh(&shelf, strbuf_text(&typed));
			strbuf_clear(&typed);
		}
	}
	shelf_clear(&shelf);
}

/* `time` and `out` are words of it, and so is `timeout`. */
static const char edited_text[] =
	CODED("408", "Request Timeout", "Too late: the time ran out.", "")
	CODED("413", "Content Too Large", "Too much came out re time.", "")
	CODED("429", "Too Many Requests", "A rate of too many is late.", "")
	CODED("502", "Bad Gateway", "The way out of the gate is late.", "")
	CODED("504", "Gateway Timeout", "Out of time, too much, too late.", "");

/* Words that go, come back and change, so that what is kept must follow. */
Test(search, editing_a_query_finds_what_a_fresh_search_does)
{
	static const char *const texts[] = {
		"too many requests",
		"too many",
		"too many r",
		"too many ",
		"many requests",
		"too many requests 4",
		"too many \"requests\"",
		"too late r",
		"too late requests",
		"too time o",
		"too time out",
		"too time of",
		"too re qu",
		"too re quests",
		"too time out late r",
		"too late out late r",
		"late time out late r",
		"late out time late r",
		"gate way time out",
		"gate way tim",
		"gateway time out",
		"the rate of zzzq a",
		"the rtae of a r",
		"the rate of a r",
		"the rate the rate the",
		"timeout time out time",
		"timeout time out",
	};
	struct shelf shelf;

	shelf_build(&shelf, edited_text);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		expect_fresh(&shelf, texts[i]);
	for (size_t i = sizeof(texts) / sizeof(*texts); i-- > 0;)
		expect_fresh(&shelf, texts[i]);
	shelf_clear(&shelf);
}

/* A generator of our own, so that every machine makes the same edits. */
static size_t pick(uint64_t *seed, size_t below)
{
	*seed = *seed * UINT64_C(6364136223846793005) +
		UINT64_C(1442695040888963407);
	return (size_t)(*seed >> 33) % below;
}

/* Words as they are, misspelt, in humps, run together, and inside others. */
static const char *const pieces[] = {
	"too",	    "late",	"time",	    "out",	   "gateway",
	"TooMnay",  "TooMany",	"gatewya",  "ateway",	   "toolate",
	"re",	    "quests",	"requets",  "GateWay",	   "outtime",
	"zzzq",	    "BadRqeuest", "LateGatwey", "TimeOutOf", "of",
	"a",	    "the",	"requests", "bad gateway", "timeout",
	"404",	    "\"too many\"", "HTTP/1.1\" 504 0 ",
};

/* Insert a piece, a blank or a letter, or take some bytes away. */
static void edit(struct strbuf *text, uint64_t *seed)
{
	size_t at = pick(seed, text->length + 1);
	const char *piece = pieces[pick(seed, sizeof(pieces) / sizeof(*pieces))];
	size_t rest = text->length - at;

	switch (pick(seed, 6)) {
	case 0:
		strbuf_insert(text, at, " ", 1);
		break;
	case 1:
		strbuf_insert(text, at, piece + pick(seed, strlen(piece)), 1);
		break;
	case 2:
		strbuf_remove(text, at, rest < 3 ? rest : 3);
		break;
	case 3:
		strbuf_remove(text, at, rest < 11 ? rest : 11);
		break;
	default:
		strbuf_add_char(text, ' ');
		strbuf_add(text, piece);
		break;
	}
}

Test(search, any_edited_query_finds_what_a_fresh_one_does)
{
	struct shelf shelf;
	uint64_t seed = 1;

	shelf_build(&shelf, edited_text);
	for (size_t round = 0; round < 400; round++) {
		struct strbuf text;

		strbuf_init(&text);
		strbuf_add(&text, "");
		for (size_t i = 0; i < 12; i++) {
			edit(&text, &seed);
			expect_fresh(&shelf, text.text);
		}
		strbuf_clear(&text);
	}
	shelf_clear(&shelf);
}

Test(search, a_misspelt_word_that_was_a_hump_is_met_by_what_is_near)
{
	struct shelf shelf;

	shelf_build(&shelf, edited_text);
	expect_fresh(&shelf, "server TooMnay late");
	expect_fresh(&shelf, "server Too Mnay late");
	cr_expect(shelf.search.near);
	shelf_clear(&shelf);
}

Test(search, a_misspelt_word_has_nothing_near_once_it_is_in_a_line)
{
	struct shelf shelf;

	shelf_build(&shelf, edited_text);
	expect_fresh(&shelf, "/gatewya HTTP");
	cr_expect(shelf.search.near);
	expect_fresh(&shelf, "/gatewya HTTP/1.1\" 504 0");
	cr_expect_not(shelf.search.near);
	shelf_clear(&shelf);
}

Test(search, a_status_is_told_from_other_queries)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "471", NULL);
	cr_expect_eq(search_status(&shelf.search), 471);
	cr_expect_eq(shelf.search.count, 0);
	search_run(&shelf.search, "47", NULL);
	cr_expect_eq(search_status(&shelf.search), 0);
	search_run(&shelf.search, "gateway", NULL);
	cr_expect_eq(search_status(&shelf.search), 0);
	shelf_clear(&shelf);
}

Test(search, hostile_queries_do_no_harm)
{
	static const char *const texts[] = {
		"\"", "\"\"", "\"\" \"\"", ",,,", "....", "[[[[", "40[",
		"\377\376", "\303", "-", "0", "99999", "!!!", "'", "a",
		"\342\200\213", "4xx4xx", ":", "a:", ":a", "xxxxx",
	};
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		search_run(&shelf.search, texts[i], NULL);
		cr_expect_leq(shelf.search.count,
			      catalogue_count(&shelf.sample.catalogue));
	}
	shelf_clear(&shelf);
}
