#include "query/filter.h"

#include "unit/query/shelf.h"

static const char shelf_text[] =
	LEAF("class:4xx", "Client Error", ", code: 4xx")
	LEAF("class:5xx", "Server Error", ", code: 5xx")
	LEAF("vendor:nginx", "nginx", "")
	LEAF("vendor:iis", "IIS", "")
	CODED("404", "Not Found", "M.", ", cacheable: yes")
	CODED("500", "Internal", "M.",
	      ", retry: 'After a while.', emitted_by: [origin, cdn]")
	"- { id: '306', code: '306', kind: standard, state: obsolete,"
	" phrase: Unused, summary: S., means: M., checked: 2026-11-21,"
	" sources: [{ title: T, url: 'https://a.example/' }] }\n"
	OWNED("nginx", "499", "Closed", "M.", ", log_only: yes")
	OWNED("iis", "500.19", "Config", "M.",
	      ", retry: 'No; nothing changes.', emitted_by: [gateway]")
	ENTRY("warning:110", "110", "warning", "Stale", "M.", "");

/* The ids that a list shows, in the order of the catalogue. */
static void expect_shown(const struct sample *sample, const char *list,
			 const char *expected)
{
	struct filter filter;
	struct problem why;
	struct strbuf shown;

	filter_init(&filter);
	strbuf_init(&shown);
	cr_assert(filter_parse(&filter, list, &sample->catalogue, &why), "%s",
		  why.text);
	for (entry_t i = 0; i < catalogue_count(&sample->catalogue); i++) {
		if (filter_shows(&filter, &sample->catalogue, i))
			strbuf_addf(&shown, "%s%s",
				    shown.length > 0 ? " " : "",
				    catalogue_id(&sample->catalogue, i));
	}
	cr_expect_str_eq(strbuf_text(&shown), expected, "%s shows: %s", list,
			 strbuf_text(&shown));
	strbuf_clear(&shown);
}

Test(filter, sets_of_one_sort_add_up_and_sorts_cut)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_shown(&sample, "standard", "306 404 500");
	expect_shown(&sample, "vendor", "nginx:499 iis:500.19");
	expect_shown(&sample, "warning", "warning:110");
	expect_shown(&sample, "vendor:nginx", "nginx:499 vendor:nginx");
	expect_shown(&sample, "warning,vendor:nginx",
		     "nginx:499 warning:110 vendor:nginx");
	expect_shown(&sample, "obsolete", "306");
	expect_shown(&sample, "class:5xx", "500 iis:500.19 class:5xx");
	expect_shown(&sample, "class:5xx,vendor", "iis:500.19");
	expect_shown(&sample, "class:4xx,class:5xx,standard", "404 500");
	expect_shown(&sample, "log-only", "nginx:499");
	expect_shown(&sample, "cacheable", "404");
	expect_shown(&sample, "retry", "500");
	expect_shown(&sample, "sent-by:gateway", "iis:500.19");
	expect_shown(&sample, "sent-by:gateway,sent-by:cdn", "500 iis:500.19");
	expect_shown(&sample, "out-of-use", "306");
	expect_shown(&sample, "out-of-use,current,standard", "306 404 500");
	expect_shown(&sample, "Sent-By:Origin", "500");
	expect_shown(&sample, "user", "");
	sample_clear(&sample);
}

Test(filter, a_users_entries_are_a_set_and_those_of_each_catalogue)
{
	struct sample base, sample;

	sample_build(&base, shelf_text);
	sample_join(&sample, &base, "/home/me/Gateway.yaml",
		    OWNED("nginx", "498", "Ours", "M.", "")
		    LEAF("vendor:acme", "Acme", "")
		    OWNED("acme", "555", "Draining", "M.", ""));
	cr_assert_eq(sample.faults.total, 0);
	expect_shown(&sample, "user", "nginx:498 acme:555 vendor:acme");
	expect_shown(&sample, "catalogue:gateway",
		     "nginx:498 acme:555 vendor:acme");
	expect_shown(&sample, "vendor,!catalogue:gateway",
		     "nginx:499 iis:500.19");
	expect_shown(&sample, "acme", "acme:555 vendor:acme");
	sample_clear(&sample);
	sample_clear(&base);
}

Test(filter, a_set_left_out_takes_no_page_away)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_shown(&sample, "!vendor",
		     "306 404 500 warning:110 class:4xx class:5xx vendor:iis "
		     "vendor:nginx");
	expect_shown(&sample, "standard,!obsolete", "404 500");
	expect_shown(&sample, "!class:4xx,!warning",
		     "306 500 iis:500.19 class:4xx class:5xx vendor:iis "
		     "vendor:nginx");
	sample_clear(&sample);
}

Test(filter, a_switch_hides_its_kind_and_no_page)
{
	struct sample sample;
	struct filter filter;

	sample_build(&sample, shelf_text);
	filter_init(&filter);
	cr_expect_not(filter_active(&filter));
	filter.hidden[KIND_VENDOR] = true;
	cr_expect(filter_active(&filter));
	cr_expect_not(filter_shows(&filter, &sample.catalogue,
				   sample_entry(&sample, "nginx:499")));
	cr_expect(filter_shows(&filter, &sample.catalogue,
			       sample_entry(&sample, "vendor:nginx")));
	cr_expect(filter_shows(&filter, &sample.catalogue,
			       sample_entry(&sample, "404")));
	sample_clear(&sample);
}

Test(filter, case_and_blanks_do_not_count_and_a_name_alone_is_a_vendor)
{
	struct sample sample;

	sample_build(&sample, shelf_text);
	expect_shown(&sample, "VENDOR", "nginx:499 iis:500.19");
	expect_shown(&sample, "nginx", "nginx:499 vendor:nginx");
	expect_shown(&sample, "IIS", "iis:500.19 vendor:iis");
	expect_shown(&sample, "Vendor:NGINX", "nginx:499 vendor:nginx");
	expect_shown(&sample, "standard, warning", "306 404 500 warning:110");
	expect_shown(&sample, " Log-Only , CLASS:4XX ", "nginx:499");
	expect_shown(&sample, "standard, !obsolete", "404 500");
	sample_clear(&sample);
}

Test(filter, is_described_as_it_is_written)
{
	static const char written[] =
		"standard,!vendor,warning,vendor:nginx,user,!obsolete,"
		"class:outside,!log-only,cacheable,!retry,sent-by:gateway";
	struct sample sample;
	struct filter filter;
	struct problem why;
	struct strbuf text;

	sample_build(&sample, shelf_text);
	filter_init(&filter);
	strbuf_init(&text);
	cr_assert(filter_parse(&filter, written, &sample.catalogue, &why), "%s",
		  why.text);
	filter_describe(&filter, &text);
	cr_expect_str_eq(strbuf_text(&text), written);
	filter_init(&filter);
	strbuf_reset(&text);
	cr_assert(filter_parse(&filter, "IIS, !Reserved", &sample.catalogue,
			       &why));
	filter_describe(&filter, &text);
	cr_expect_str_eq(strbuf_text(&text), "vendor:iis,!reserved");
	strbuf_clear(&text);
	sample_clear(&sample);
}

Test(filter, names_the_vendors_that_there_are)
{
	struct sample sample;
	struct filter filter;
	struct problem why;

	sample_build(&sample, shelf_text);
	filter_init(&filter);
	cr_expect_not(filter_parse(&filter, "vendor:ngnix", &sample.catalogue,
				   &why));
	cr_expect_str_eq(why.text, "no vendor is called 'ngnix': expected "
				   "iis, nginx");
	sample_clear(&sample);
}

Test(filter, refuses_by_name_what_it_does_not_know)
{
	static const char *const rows[][2] = {
		{ "vendors", "'vendors'" },
		{ "standard,nope", "'nope'" },
		{ "vendor:none", "'none'" },
		{ "sent-by:nobody", "'nobody'" },
		{ "class:9xx", "'9xx'" },
		{ "", "''" },
		{ "standard,", "''" },
		{ "!", "''" },
		{ "a\033[31mb", "'a?[31mb'" },
	};
	struct sample sample;

	sample_build(&sample, shelf_text);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct filter filter;
		struct problem why = { "" };

		filter_init(&filter);
		cr_expect_not(filter_parse(&filter, rows[i][0],
					   &sample.catalogue, &why),
			      "'%s' is accepted", rows[i][0]);
		cr_expect_not_null(strstr(why.text, rows[i][1]), "%s",
				   why.text);
	}
	sample_clear(&sample);
}

Test(filter, what_a_log_holds_is_a_set_like_others)
{
	struct sample sample;
	struct filter filter;
	struct bitset logged;
	struct strbuf text;

	sample_build(&sample, shelf_text);
	bitset_init(&logged, catalogue_count(&sample.catalogue));
	bitset_add(&logged, sample_entry(&sample, "404"));
	filter_init(&filter);
	filter_add_logged(&filter, &logged);
	cr_expect(filter_active(&filter));
	cr_expect(filter_shows(&filter, &sample.catalogue,
			       sample_entry(&sample, "404")));
	cr_expect_not(filter_shows(&filter, &sample.catalogue,
				   sample_entry(&sample, "nginx:499")));
	strbuf_init(&text);
	filter_describe(&filter, &text);
	cr_expect_str_eq(text.text, "in your log");
	strbuf_clear(&text);
	bitset_clear(&logged);
	sample_clear(&sample);
}
