#include "query/meanings.h"

#include <criterion/criterion.h>
#include <string.h>

#include "unit/catalogue/sample.h"

static const char shelf[] =
	STANDARD("404", ", everyday: yes, parent: \"class:4xx\"")
	STANDARD("410", ", parent: \"class:4xx\"")
	CODE("iis:404.7", "404.7", "vendor", "current",
	     ", vendor: iis, parent: \"404\"")
	CODE("iis:000", "000", "vendor", "current",
	     ", vendor: iis, log_only: yes")
	CODE("nginx:0", "0", "vendor", "current",
	     ", vendor: nginx, everyday: yes, log_only: yes")
	VENDOR("iis", "499", "")
	VENDOR("nginx", "499", ", everyday: yes")
	VENDOR("nginx", "1200", "")
	VENDOR("nginx", "600-699", "")
	VENDOR("nginx", "1000-65535", "")
	VENDOR("iis", "sH", ", goes_with: [404]")
	VENDOR("iis", "SH", ", goes_with: [404]")
	VENDOR("iis", "sH2", ", goes_with: [404]")
	PAGE("class:4xx", ", code: 4xx")
	PAGE("class:outside", ", keywords: [status 1223, status -1]")
	PAGE("vendor:iis", "")
	PAGE("vendor:nginx", "");

static void expect_means(const char *text, enum meanings_sort sort,
			 const char *ids)
{
	struct sample sample;
	struct pattern pattern;
	struct meanings meanings;
	struct strbuf found;

	sample_build(&sample, shelf);
	cr_assert(pattern_parse(&pattern, text, strlen(text)), "%s", text);
	meanings_init(&meanings, &sample.catalogue);
	meanings_find(&meanings, &sample.catalogue, &pattern);
	strbuf_init(&found);
	for (size_t i = 0; i < meanings.count; i++)
		strbuf_addf(&found, "%s%s", i == 0 ? "" : " ",
			    catalogue_id(&sample.catalogue,
					 meanings.entries[i]));
	cr_expect_eq(meanings.sort, sort, "%s: %d", text, (int)meanings.sort);
	cr_expect_str_eq(strbuf_text(&found), ids, "%s: %s", text,
			 strbuf_text(&found));
	strbuf_clear(&found);
	meanings_clear(&meanings);
	sample_clear(&sample);
}

Test(meanings, a_number_that_somebody_defines_means_that_very_number)
{
	expect_means("404", MEANINGS_NUMBER, "404");
	expect_means("499", MEANINGS_NUMBER, "nginx:499 iis:499");
	expect_means("404.7", MEANINGS_NUMBER, "iis:404.7");
	expect_means("iis:499", MEANINGS_NUMBER, "iis:499");
}

Test(meanings, zero_is_one_however_it_is_written)
{
	expect_means("0", MEANINGS_NUMBER, "nginx:0 iis:000");
	expect_means("00", MEANINGS_NUMBER, "nginx:0 iis:000");
	expect_means("000", MEANINGS_NUMBER, "nginx:0 iis:000");
}

Test(meanings, ranges_that_hold_a_number_come_after_what_tells_of_it)
{
	expect_means("650", MEANINGS_NUMBER, "nginx:600-699");
	expect_means("1200", MEANINGS_NUMBER, "nginx:1200 nginx:1000-65535");
	expect_means("1223", MEANINGS_NUMBER,
		     "class:outside nginx:1000-65535");
	expect_means("-1", MEANINGS_NUMBER, "class:outside");
}

Test(meanings, a_beginning_means_what_it_begins)
{
	expect_means("4", MEANINGS_LIST,
		     "class:4xx 404 iis:404.7 410 nginx:499 iis:499");
	expect_means("40", MEANINGS_LIST, "404 iis:404.7");
	expect_means("404.", MEANINGS_LIST, "iis:404.7");
	expect_means("40[4]", MEANINGS_LIST, "404 iis:404.7");
	expect_means("nginx:", MEANINGS_LIST,
		     "vendor:nginx nginx:499 nginx:0 nginx:600-699 "
		     "nginx:1000-65535 nginx:1200");
	expect_means("70000", MEANINGS_LIST, "");
}

/* It does not count that a longer number begins with it. */
Test(meanings, a_number_of_three_digits_may_be_unknown)
{
	expect_means("405", MEANINGS_UNKNOWN, "");
	expect_means("120", MEANINGS_UNKNOWN, "");
}

Test(meanings, the_case_of_a_reason_tells)
{
	expect_means("iis:sH", MEANINGS_LIST, "iis:sH");
	expect_means("IIS:SH", MEANINGS_LIST, "iis:SH");
	expect_means("iis:sh", MEANINGS_LIST, "iis:SH iis:sH");
	expect_means("iis:sH2", MEANINGS_LIST, "iis:sH2");
}
