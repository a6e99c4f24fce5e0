#include "catalogue/id.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

Test(id, has_one_of_the_forms)
{
	static const char *const ids[] = {
		"100",		  "404",	     "999",
		"nginx:499",	  "nginx:000",	     "aws-elb:460",
		"w3c-1992:303",	  "a:0",	     "1:2",
		"iis:404.7",	  "iis:400.606",     "cloudflare:1020",
		"cloudflare:1xxx", "fastly:600-699", "varnish:1000-65535",
		"joke:7xx",	  "warning:110",     "class:1xx",
		"class:5xx",	  "class:outside",   "class:warning",
		"class:vendors",  "vendor:nginx",    "vendor:aws-elb",
		"vendor:w3c-1992", "haproxy:sH",     "heroku:H12",
		"google-cloud:backend_timeout",	     "nginx:abc",
		"guide:start",	  "guide:return.state", "guide:a.b-c.d",
	};

	for (size_t i = 0; i < COUNT(ids); i++)
		cr_expect(id_valid(ids[i]), "%s", ids[i]);
}

Test(id, of_another_form_is_not_valid)
{
	static const char *const ids[] = {
		"",	      ":",	    "4",	  "40",
		"4040",	      "4xx",	    "404.7",	  "40x",
		"abc",	      " 404",	    "404 ",	  "nginx",
		"nginx:",     ":499",	    "nginx:a/b",  "nginx:4x",
		"Nginx:499",  "ngInx:499",  "-nginx:499", "nginx-:499",
		"-:499",      "ng_inx:499", "ng.inx:499", "ng inx:499",
		"nginx :499", "nginx: 499", "nginx:499 ", "nginx:499:1",
		"a:b:499",    "class:",	    "class:9xx",  "class:4XX",
		"class:404",  "class:vendor", "vendor:",  "vendor:Nginx",
		"vendor:-a",  "vendor:a-",  "vendor:a:b", "vendor:a b",
		"caf\xc3\xa9:499", "warning:abc", "warning:",
		"guide:",     "guide:.a",   "guide:a.",	  "guide:a..b",
		"guide:A",    "guide:a b",  "guide:-a",	  "guide:a.b_c",
	};

	for (size_t i = 0; i < COUNT(ids); i++)
		cr_expect_not(id_valid(ids[i]), "'%s'", ids[i]);
}

Test(id, starts_with_the_whole_of_its_origin)
{
	cr_expect(id_starts("guide:start", "guide"));
	cr_expect_not(id_starts("guide:start", "gui"));
	cr_expect_not(id_starts("guide:start", "guide:"));
}

Test(id, is_an_origin_and_a_rest)
{
	static const struct {
		const char *id;
		size_t length;
		const char *rest;
	} rows[] = {
		{ "404", 0, "404" },
		{ "nginx:499", 5, "499" },
		{ "aws-elb:460", 7, "460" },
		{ "class:4xx", 5, "4xx" },
		{ "vendor:nginx", 6, "nginx" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		cr_expect_eq(id_origin_length(rows[i].id), rows[i].length,
			     "%s", rows[i].id);
		cr_expect_str_eq(id_rest(rows[i].id), rows[i].rest);
	}
}
