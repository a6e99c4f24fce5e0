#include "base/stem.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static bool share(const char *a, const char *b)
{
	char left[STEM_SIZE], right[STEM_SIZE];
	size_t n = stem_word(a, strlen(a), left);
	size_t m = stem_word(b, strlen(b), right);

	return n == m && memcmp(left, right, n) == 0;
}

/* The words of a row, which are parted by blanks, share one stem. */
static void expect_one_stem(const char *row)
{
	char words[200];
	const char *first;
	char *rest;

	cr_assert_lt(strlen(row), sizeof(words));
	strcpy(words, row);
	first = strtok_r(words, " ", &rest);
	for (const char *word = strtok_r(NULL, " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		cr_expect(share(first, word), "%s and %s", first, word);
}

Test(stem, inflections_share_a_stem)
{
	static const char *const rows[] = {
		"redirect redirects redirected redirecting redirection "
		"redirections",
		"authorize authorizes authorized authorizing authorization "
		"authorizations",
		"authenticate authenticates authenticated authenticating "
		"authentication",
		"negotiate negotiates negotiated negotiating negotiation",
		"create creates created creating creation",
		"update updates updated updating",
		"expire expires expired expiring expiration",
		"cache caches cached caching",
		"close closes closed closing",
		"route routes routed routing",
		"request requests requested requesting",
		"limit limits limited limiting limitation",
		"block blocks blocked blocking",
		"stop stops stopped stopping",
		"map maps mapped mapping",
		"log logs logged logging",
		"submit submits submitted submitting",
		"drop drops dropped dropping",
		"install installs installed installing",
		"retry retries retried retrying",
		"deny denies denied denying",
		"proxy proxies proxied proxying",
		"query queries queried querying",
		"match matches matched matching",
		"crash crashes crashed crashing",
		"process processes processed processing",
		"address addresses addressed",
		"exceed exceeds exceeded exceeding",
		"succeed succeeds succeeded",
		"connect connects connected connecting connection connections",
		"expect expects expected expectation expectations",
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect_one_stem(rows[i]);
}

Test(stem, a_plural_shares_the_stem_of_its_singular)
{
	static const char *const rows[] = {
		"code codes",	      "page pages",
		"site sites",	      "type types",
		"name names",	      "mode modes",
		"rule rules",	      "node nodes",
		"time times",	      "header headers",
		"server servers",     "gateway gateways",
		"timeout timeouts",   "error errors",
		"response responses", "status statuses",
		"class classes",      "box boxes",
		"index indexes",      "entity entities",
		"cookie cookies",     "message messages",
		"database databases", "state states",
		"version versions",   "session sessions",
		"region regions",     "tree trees",
		"size sizes",	      "use uses",
		"warning warnings",   "permission permissions",
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect_one_stem(rows[i]);
}

Test(stem, both_spellings_share_a_stem)
{
	static const char *const rows[] = {
		"authorise authorize",
		"authorised authorized authorization authorisation",
		"customise customize customised customized",
		"optimise optimize optimising optimizing",
		"organisation organization",
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect_one_stem(rows[i]);
}

Test(stem, words_of_other_meanings_do_not_share_one)
{
	static const char *const pairs[][2] = {
		{ "operate", "opera" },
		{ "server", "serve" },
		{ "note", "not" },
		{ "mode", "mod" },
		{ "rate", "rat" },
		{ "care", "car" },
		{ "state", "status" },
		{ "state", "station" },
		{ "session", "sess" },
		{ "version", "verse" },
		{ "option", "opt" },
		{ "origin", "original" },
		{ "proxy", "proximity" },
		{ "author", "authority" },
		{ "author", "authorize" },
		{ "string", "str" },
		{ "spring", "spr" },
		{ "thing", "the" },
		{ "call", "cal" },
		{ "buzz", "buz" },
		{ "redis", "redi" },
		{ "media", "medium" },
		{ "http", "ftp" },
		{ "found", "find" },
		{ "timeout", "time" },
		{ "gateway", "gate" },
		{ "need", "ne" },
		{ "used", "us" },
	};

	for (size_t i = 0; i < COUNT(pairs); i++)
		cr_expect_not(share(pairs[i][0], pairs[i][1]), "%s and %s",
			      pairs[i][0], pairs[i][1]);
}

Test(stem, a_short_word_keeps_its_letters)
{
	static const char *const words[] = { "a",   "is",  "us",  "as",
					     "the", "ate", "ion", "ing",
					     "ed",  "es",  "s",	  "dns",
					     "tls", "css", "iis" };
	char stem[STEM_SIZE];

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t length = strlen(words[i]);

		cr_expect_eq(stem_word(words[i], length, stem), length, "%s",
			     words[i]);
		cr_expect_eq(memcmp(stem, words[i], length), 0, "%s",
			     words[i]);
	}
}

Test(stem, the_empty_word_is_its_own_stem)
{
	char stem[STEM_SIZE];

	cr_expect_eq(stem_word("", 0, stem), 0);
}

Test(stem, a_word_with_digits_or_beyond_ascii_is_its_own_stem)
{
	static const char *const words[] = { "http2ing", "404.7", "4xxes",
					     "1.1s",     "caf\u00e9s",
					     "\u03bf\u03b4\u03bf\u03c3",
					     "na\u00efvely" };
	char stem[STEM_SIZE];

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t length = strlen(words[i]);

		cr_expect_eq(stem_word(words[i], length, stem), length, "%s",
			     words[i]);
		cr_expect_eq(memcmp(stem, words[i], length), 0, "%s",
			     words[i]);
	}
}

Test(stem, a_long_word_is_cut_to_the_size)
{
	char word[3 * STEM_SIZE];
	char stem[STEM_SIZE];

	memset(word, 'a', sizeof(word));
	memcpy(word + sizeof(word) - 3, "ing", 3);
	cr_expect_eq(stem_word(word, sizeof(word), stem), STEM_SIZE);
	cr_expect_eq(memcmp(stem, word, STEM_SIZE), 0);
}
