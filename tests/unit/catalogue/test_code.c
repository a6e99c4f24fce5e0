#include "catalogue/code.h"

#include <criterion/criterion.h>
#include <stddef.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct code code_of(const char *text)
{
	struct code code;

	cr_assert(code_parse(text, &code), "%s", text);
	return code;
}

Test(code, reads_each_form)
{
	static const struct {
		const char *text;
		struct code code; /* low, high, sub-code + 1 */
	} rows[] = {
		{ "404", { 404, 404, 0 } },
		{ "000", { 0, 0, 0 } },
		{ "0", { 0, 0, 0 } },
		{ "99", { 99, 99, 0 } },
		{ "1020", { 1020, 1020, 0 } },
		{ "65535", { 65535, 65535, 0 } },
		{ "99999", { 99999, 99999, 0 } },
		{ "404.0", { 404, 404, 1 } },
		{ "404.7", { 404, 404, 8 } },
		{ "404.10", { 404, 404, 11 } },
		{ "400.606", { 400, 400, 607 } },
		{ "600-699", { 600, 699, 0 } },
		{ "1000-65535", { 1000, 65535, 0 } },
		{ "0-1", { 0, 1, 0 } },
		{ "4xx", { 400, 499, 0 } },
		{ "7xx", { 700, 799, 0 } },
		{ "0xx", { 0, 99, 0 } },
		{ "1xxx", { 1000, 1999, 0 } },
		{ "sH", { CODE_WORD, CODE_WORD, 0 } },
		{ "UF", { CODE_WORD, CODE_WORD, 0 } },
		{ "H12", { CODE_WORD, CODE_WORD, 0 } },
		{ "x", { CODE_WORD, CODE_WORD, 0 } },
		{ "xxx", { CODE_WORD, CODE_WORD, 0 } },
		{ "CD--", { CODE_WORD, CODE_WORD, 0 } },
		{ "backend_timeout", { CODE_WORD, CODE_WORD, 0 } },
		{ "Timer.Connection-Idle", { CODE_WORD, CODE_WORD, 0 } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct code code;

		cr_expect(code_parse(rows[i].text, &code), "%s",
			  rows[i].text);
		cr_expect(code.low == rows[i].code.low &&
				  code.high == rows[i].code.high &&
				  code.sub == rows[i].code.sub,
			  "%s: %u-%u, %u", rows[i].text, code.low, code.high,
			  code.sub);
	}
}

Test(code, refuses_every_other_form)
{
	static const char *const rows[] = {
		"",	   " ",	     "a b",	"a:b",	    "a/b",   "404a",
		"_a",	   " 404",   "404 ",	"404\n",    "-1",    "+404",
		"4.4",	   "404.",   ".7",	"404..7",   "404.7.1", "404.x",
		"404.-1",  "4040.7", "40.7",	"404,7",    "123456",
		"000404",  "-",	     "600-",	"-699",	    "600--699",
		"699-600", "600-600", "600-6x", "600-123456", "600-699-700",
		"600 - 699", "4x",   "4xxxx",	"44xx",	    "-a",    "4XX",
		"4xx5",	   ".a",     "caf\xc3\xa9", "4xx.1",	"4xx-5xx",  "404.123456789",
		"4e2",	   "0x194",  "\xef\xbc\x94\xef\xbc\x90\xef\xbc\x94",
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct code code;

		cr_expect_not(code_parse(rows[i], &code), "'%s'", rows[i]);
	}
}

Test(code, a_word_has_at_most_so_many_bytes)
{
	char text[CODE_WORD_LIMIT + 2] = { 0 };
	struct code code;

	memset(text, 'a', CODE_WORD_LIMIT);
	cr_expect(code_parse(text, &code));
	text[CODE_WORD_LIMIT] = 'a';
	cr_expect_not(code_parse(text, &code));
}

Test(code, a_word_sorts_after_all_numbers)
{
	struct code word = code_of("sH");
	struct code other = code_of("UF");
	struct code number = code_of("99999");

	cr_expect(code_is_word(&word));
	cr_expect_not(code_is_word(&number));
	cr_expect_gt(code_compare(&word, &number), 0);
	cr_expect_eq(code_compare(&word, &other), 0);
	cr_expect_eq(code_class_of(&word), CLASS_VENDORS);
}

Test(code, sorts_by_number_and_then_by_sub_code)
{
	static const char *const sorted[] = {
		"0",	 "99",	  "100",   "404",   "404.0",	"404.1",
		"404.2", "404.7", "404.10", "404.20", "404.501", "405",
		"499",	 "500",	  "600",   "600-601", "600-699", "700",
		"7xx",	 "1000",  "1xxx",  "1000-65535", "1020", "65535",
	};

	for (size_t i = 0; i < COUNT(sorted); i++) {
		for (size_t j = 0; j < COUNT(sorted); j++) {
			struct code a = code_of(sorted[i]);
			struct code b = code_of(sorted[j]);
			int order = code_compare(&a, &b);

			cr_expect((i < j && order < 0) ||
					  (i > j && order > 0) ||
					  (i == j && order == 0),
				  "%s, %s: %d", sorted[i], sorted[j], order);
		}
	}
}

Test(code, spellings_of_one_number_are_equal)
{
	struct code a = code_of("0");
	struct code b = code_of("000");
	struct code c = code_of("700-799");
	struct code d = code_of("7xx");

	cr_expect_eq(code_compare(&a, &b), 0);
	cr_expect_eq(code_compare(&c, &d), 0);
}

Test(code, belongs_to_the_class_of_its_hundred)
{
	static const struct {
		const char *text;
		enum code_class code_class;
	} rows[] = {
		{ "100", CLASS_1XX },	   { "199", CLASS_1XX },
		{ "200", CLASS_2XX },	   { "308", CLASS_3XX },
		{ "400", CLASS_4XX },	   { "499", CLASS_4XX },
		{ "404.7", CLASS_4XX },	   { "500.100", CLASS_5XX },
		{ "500", CLASS_5XX },	   { "599", CLASS_5XX },
		{ "1xx", CLASS_1XX },	   { "5xx", CLASS_5XX },
		{ "450-459", CLASS_4XX },  { "400-499", CLASS_4XX },
		{ "0", CLASS_OUTSIDE },	   { "000", CLASS_OUTSIDE },
		{ "99", CLASS_OUTSIDE },   { "600", CLASS_OUTSIDE },
		{ "783", CLASS_OUTSIDE },  { "999", CLASS_OUTSIDE },
		{ "1020", CLASS_OUTSIDE }, { "7xx", CLASS_OUTSIDE },
		{ "0xx", CLASS_OUTSIDE },  { "1xxx", CLASS_OUTSIDE },
		{ "600-699", CLASS_OUTSIDE },
		{ "450-550", CLASS_OUTSIDE },
		{ "599-600", CLASS_OUTSIDE },
		{ "1000-65535", CLASS_OUTSIDE },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct code code = code_of(rows[i].text);

		cr_expect_eq(code_class_of(&code), rows[i].code_class, "%s",
			     rows[i].text);
	}
}
