#include "query/pattern.h"

#include <string.h>

#include "unit/query/shelf.h"

static const char shelf_text[] =
	LEAF("class:4xx", "Client Error", ", code: 4xx")
	LEAF("vendor:nginx", "nginx", "")
	LEAF("vendor:iis", "IIS", "")
	LEAF("vendor:fastly", "Fastly", "")
	LEAF("vendor:curl", "curl", "")
	LEAF("vendor:joke", "Joke", "")
	CODED("401", "Unauthorized", "M.", "")
	CODED("403", "Forbidden", "M.", "")
	CODED("404", "Not Found", "M.", ", cacheable: yes")
	CODED("500", "Internal", "M.", "")
	CODED("511", "Network", "M.", "")
	OWNED("nginx", "499", "Closed", "M.", "")
	OWNED("iis", "404.7", "Extension", "M.", "")
	OWNED("iis", "404.70", "Seventy", "M.", "")
	OWNED("fastly", "600-699", "Range", "M.", "")
	OWNED("curl", "000", "None", "M.", "")
	OWNED("joke", "7xx", "Jokes", "M.", "")
	ENTRY("warning:110", "110", "warning", "Stale", "M.", "");

static enum pattern_fit fit(const struct sample *sample, const char *text,
			    const char *id)
{
	struct pattern pattern;

	cr_assert(pattern_parse(&pattern, text, strlen(text)), "%s", text);
	return pattern_match(&pattern, &sample->catalogue,
			     sample_entry(sample, id));
}

Test(pattern, fits_what_the_contract_names)
{
	static const struct {
		const char *text;
		const char *id;
		enum pattern_fit fit;
	} rows[] = {
		{ "404", "404", FIT_EXACT },
		{ "404", "iis:404.7", FIT_BEGINS },
		{ "404", "403", FIT_NONE },
		{ "4", "404", FIT_BEGINS },
		{ "40", "403", FIT_BEGINS },
		{ "40", "500", FIT_NONE },
		{ "404.", "iis:404.7", FIT_BEGINS },
		{ "404.", "404", FIT_NONE },
		{ "404.7", "iis:404.7", FIT_EXACT },
		{ "404.7", "iis:404.70", FIT_BEGINS },
		{ "404.7", "404", FIT_NONE },
		{ "40[13]", "401", FIT_EXACT },
		{ "40[13]", "403", FIT_EXACT },
		{ "40[13]", "404", FIT_NONE },
		{ "40[1-3]", "403", FIT_EXACT },
		{ "4xx", "404", FIT_EXACT },
		{ "4XX", "nginx:499", FIT_EXACT },
		{ "4xx", "class:4xx", FIT_EXACT },
		{ "4xx", "500", FIT_NONE },
		{ "40x", "401", FIT_EXACT },
		{ "40x", "nginx:499", FIT_NONE },
		{ "500-511", "500", FIT_EXACT },
		{ "500-511", "511", FIT_EXACT },
		{ "500-511", "404", FIT_NONE },
		{ "499", "nginx:499", FIT_EXACT },
		{ "nginx:499", "nginx:499", FIT_ID },
		{ "NGINX:499", "nginx:499", FIT_ID },
		{ "iis:499", "nginx:499", FIT_NONE },
		{ "iis:404", "iis:404.7", FIT_BEGINS },
		{ "warning:110", "warning:110", FIT_ID },
		{ "110", "warning:110", FIT_EXACT },
		{ "650", "fastly:600-699", FIT_INSIDE },
		{ "600", "fastly:600-699", FIT_INSIDE },
		{ "700", "fastly:600-699", FIT_NONE },
		{ "0", "curl:000", FIT_EXACT },
		{ "000", "curl:000", FIT_EXACT },
		{ "7xx", "joke:7xx", FIT_EXACT },
		{ "joke:7xx", "joke:7xx", FIT_ID },
		{ "nginx:7xx", "joke:7xx", FIT_NONE },
		{ "750", "joke:7xx", FIT_INSIDE },
		{ "class:4xx", "class:4xx", FIT_ID },
		{ "vendor:nginx", "vendor:nginx", FIT_ID },
		{ "vendor:nginx", "nginx:499", FIT_NONE },
		{ "404", "class:4xx", FIT_NONE },
		{ "HTTP404", "404", FIT_EXACT },
		{ "#404", "404", FIT_EXACT },
		{ "65", "fastly:600-699", FIT_BEGINS },
		{ "6", "fastly:600-699", FIT_BEGINS },
		{ "75", "fastly:600-699", FIT_NONE },
		{ "6xx", "fastly:600-699", FIT_INSIDE },
		{ "6[05]0", "fastly:600-699", FIT_INSIDE },
		{ "[57]50", "fastly:600-699", FIT_NONE },
		{ "511-500", "500", FIT_EXACT },
		{ "511-500", "511", FIT_EXACT },
		{ "511-500", "404", FIT_NONE },
		{ "500-500", "500", FIT_EXACT },
		{ "40[3-1]", "401", FIT_EXACT },
		{ "40[3-1]", "404", FIT_NONE },
	};
	struct sample sample;

	sample_build(&sample, shelf_text);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(fit(&sample, rows[i].text, rows[i].id),
			     rows[i].fit, "%s against %s is %d", rows[i].text,
			     rows[i].id,
			     (int)fit(&sample, rows[i].text, rows[i].id));
	sample_clear(&sample);
}

Test(pattern, what_is_not_finished_fits_what_it_begins)
{
	static const struct {
		const char *text;
		const char *id;
		enum pattern_fit fit;
	} rows[] = {
		{ "40[", "404", FIT_BEGINS },
		{ "40[", "500", FIT_NONE },
		{ "40[1", "403", FIT_BEGINS },
		{ "40[1-", "403", FIT_BEGINS },
		{ "40[1-3", "403", FIT_BEGINS },
		{ "40[]", "401", FIT_BEGINS },
		{ "4[0", "nginx:499", FIT_BEGINS },
		{ "4[01]", "404", FIT_BEGINS },
		{ "4[01]", "nginx:499", FIT_NONE },
		{ "500-", "500", FIT_EXACT },
		{ "500-5", "500", FIT_EXACT },
		{ "500-51", "500", FIT_EXACT },
		{ "500-51", "511", FIT_NONE },
		{ "0-69", "curl:000", FIT_EXACT },
		{ "4x", "404", FIT_BEGINS },
		{ "4x", "nginx:499", FIT_BEGINS },
		{ "4x", "500", FIT_NONE },
		{ "4x", "class:4xx", FIT_BEGINS },
		{ "6x", "fastly:600-699", FIT_BEGINS },
		{ "7x", "joke:7xx", FIT_BEGINS },
		{ "nginx:4", "nginx:499", FIT_BEGINS },
		{ "nginx:4x", "nginx:499", FIT_BEGINS },
		{ "nginx:499-", "nginx:499", FIT_ID },
		{ "iis:404.", "iis:404.7", FIT_BEGINS },
		{ "joke:7", "joke:7xx", FIT_BEGINS },
		{ "warning:1", "warning:110", FIT_BEGINS },
	};
	struct sample sample;

	sample_build(&sample, shelf_text);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(fit(&sample, rows[i].text, rows[i].id),
			     rows[i].fit, "%s against %s is %d", rows[i].text,
			     rows[i].id,
			     (int)fit(&sample, rows[i].text, rows[i].id));
	sample_clear(&sample);
}

Test(pattern, words_are_no_patterns)
{
	static const char *const rows[] = {
		"",	  "found",    "4x4",	"x",	     "404a",
		"-500",	  "40[a]",    "40[1a",	"123456",    "404.a",
		"4.5",	  "a b:404",  ":404",	"1.1",	     "https://a",
		"time-",  "e-",	      "re[",	"re[1",	     "-5",
		"5 -",	  "[",	      "[4",	"[404]",     "[45]",
		"500-a",  "500-5-",   "500--",	"2024-01-02", "5-minute",
		"x4",	  "4xx[",     "404.7-", "404.[",     "40[1--",
		"/a:404", "_a:404",   "a_:404", "\303\251a:404", "nginx:-",
	};
	struct pattern pattern;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_not(pattern_parse(&pattern, rows[i],
					    strlen(rows[i])),
			      "'%s' is taken for a pattern", rows[i]);
}

Test(pattern, only_three_plain_digits_are_a_status)
{
	static const struct {
		const char *text;
		unsigned int number; /* 0: none */
	} rows[] = { { "471", 471 },   { "40", 0 },	  { "404.7", 0 },
		     { "4xx", 0 },     { "40[13]", 0 },	  { "1020", 0 },
		     { "iis:404", 0 }, { "400-404", 0 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pattern pattern;
		unsigned int number = 0;

		pattern_parse(&pattern, rows[i].text, strlen(rows[i].text));
		cr_expect_eq(pattern_is_status(&pattern, &number),
			     rows[i].number != 0, "%s", rows[i].text);
		cr_expect_eq(number, rows[i].number, "%s", rows[i].text);
	}
}
