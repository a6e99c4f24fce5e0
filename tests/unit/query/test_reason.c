#include "query/reason.h"

#include <criterion/criterion.h>
#include <string.h>

#include "catalogue/builtin.h"

static const struct catalogue built = { &builtin_image };

enum { ROOM = 4 };

static size_t find(const char *text, bool alone, entry_t *entries)
{
	return reason_find(&built, text, strlen(text), alone, entries, ROOM);
}

static void expect_one(const char *text, bool alone, const char *id)
{
	entry_t entries[ROOM];

	cr_assert_eq(find(text, alone, entries), 1, "%s", text);
	cr_expect_str_eq(catalogue_id(&built, entries[0]), id, "%s", text);
}

Test(reason, a_word_that_looks_like_no_other_is_one_anywhere)
{
	expect_one("failed_to_pick_backend", false,
		   "google-cloud:failed_to_pick_backend");
	expect_one("H12", false, "heroku:H12");
	expect_one("QueueFull", false, "httperr:QueueFull");
	expect_one("sH", false, "haproxy:sH");
	expect_one("sH--", false, "haproxy:sH");
}

Test(reason, a_sign_of_capitals_is_one_where_nothing_else_was_typed)
{
	entry_t entries[ROOM];

	expect_one("UF", true, "envoy:UF");
	expect_one("SC--", true, "haproxy:SC");
	expect_one("UNAVAILABLE", true, "grpc:UNAVAILABLE");
	cr_expect_eq(find("UNAVAILABLE", false, entries), 0);
	cr_expect_eq(find("UF", false, entries), 0);
	cr_expect_eq(find("DO", false, entries), 0);
}

Test(reason, the_case_is_exact)
{
	entry_t entries[ROOM];

	expect_one("SH", true, "haproxy:SH");
	expect_one("sH", true, "haproxy:sH");
	cr_expect_eq(find("sh", true, entries), 0);
	cr_expect_eq(find("queuefull", true, entries), 0);
	cr_expect_eq(find("Failed_to_pick_backend", true, entries), 0);
}

Test(reason, what_is_a_name_or_a_plain_word_is_none)
{
	static const char *const texts[] = {
		"OK", "Forbidden", "Header", "", "-", "--", "U", "404"
	};
	entry_t entries[ROOM];

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_eq(find(texts[i], true, entries), 0, "%s", texts[i]);
}

Test(reason, a_word_of_two_origins_is_both)
{
	entry_t entries[ROOM];

	cr_expect_eq(find("InvalidRequest", false, entries), 2);
	cr_expect_eq(reason_find(&built, "InvalidRequest", 14, false, entries,
				 1),
		     1);
}

/* What the first figure of the text stands for. */
static entry_t of_number(const char *text)
{
	size_t at = strcspn(text, "0123456789");

	return reason_of_number(&built, text, at,
				strspn(text + at, "0123456789"));
}

Test(reason, a_number_of_its_origin_stands_for_it)
{
	static const char *const texts[] = {
		"grpc-status: 14",	"grpc-status=14",
		"\"grpc-status\":\"14\"", "GRPC status code 14",
		"error: grpc_status 14",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		entry_t entry = of_number(texts[i]);

		cr_assert_neq(entry, ENTRY_NONE, "%s", texts[i]);
		cr_expect_str_eq(catalogue_id(&built, entry),
				 "grpc:UNAVAILABLE");
	}
}

Test(reason, another_number_stands_for_none)
{
	static const char *const texts[] = { "grpc-status: 17", "grpc 14",
					     "status 14", "14", "nginx status 14",
					     "grpc-status: 1400" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_eq(of_number(texts[i]), ENTRY_NONE, "%s", texts[i]);
}
