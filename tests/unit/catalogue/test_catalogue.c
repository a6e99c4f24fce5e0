#include "catalogue/catalogue.h"

#include "unit/catalogue/sample.h"

static const char text[] =
	"- id: \"class:4xx\"\n  code: 4xx\n  phrase: Client Error\n"
	"  kind: page\n  summary: S.\n  means: M.\n"
	"  sources: [{ title: T, url: \"https://a.example/\" }]\n"
	"  checked: 2026-11-21\n"
	"- id: 404\n  code: 404\n  phrase: Not Found\n  kind: standard\n"
	"  state: current\n  everyday: yes\n  cacheable: yes\n"
	"  official: no\n"
	"  summary: Nothing is there.\n  means: Nothing was found.\n"
	"  defined_in:\n    - { document: RFC 9110, section: 15.5.5,"
	" year: 2022 }\n    - { document: RFC 7231, note: older }\n"
	"  keywords: [missing page, lost]\n"
	"  sources: [{ title: T, url: \"https://a.example/\" }]\n"
	"  checked: 2026-11-21\n"
	PAGE("class:vendors", "") PAGE("class:warning", "")
	PAGE("class:outside", "") PAGE("vendor:iis", "")
	PAGE("cloudflare:1xxx", ", code: 1xxx, parent: \"class:outside\"")
	STANDARD("400", "") STANDARD("410", "")
	VENDOR("iis", "404.7", ", parent: \"404\"")
	VENDOR("acme", "410", "") VENDOR("iis", "406.0", "")
	VENDOR("envoy", "0", "") VENDOR("curl", "000", "")
	CODE("draft:430", "430", "standard", "obsolete", "")
	WARNING("110", "");

static struct sample sample;

static void build(void)
{
	sample_build(&sample, text);
}

static void clear(void)
{
	sample_clear(&sample);
}

TestSuite(catalogue, .init = build, .fini = clear);

static const struct catalogue *const it = &sample.catalogue;

static entry_t entry_of(const char *id)
{
	return sample_entry(&sample, id);
}

Test(catalogue, every_entry_is_found_by_its_id)
{
	cr_expect_eq(catalogue_count(it), 16);
	for (entry_t i = 0; i < catalogue_count(it); i++)
		cr_expect_eq(catalogue_find(it, catalogue_id(it, i)), i, "%s",
			     catalogue_id(it, i));
}

Test(catalogue, another_id_finds_nothing)
{
	static const char *const ids[] = { "",	   "4",	      "40",
					   "4044", "405",     "nginx:404",
					   "zzz",  "class:4", "class:4xxx" };

	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++)
		cr_expect_eq(catalogue_find(it, ids[i]), ENTRY_NONE, "'%s'",
			     ids[i]);
}

Test(catalogue, of_nothing_finds_nothing)
{
	struct sample empty;

	sample_build(&empty, "");
	cr_expect_eq(catalogue_count(&empty.catalogue), 0);
	cr_expect_eq(catalogue_rows(&empty.catalogue), 0);
	cr_expect_eq(catalogue_find(&empty.catalogue, "404"), ENTRY_NONE);
	sample_clear(&empty);
}

Test(catalogue, a_text_is_there_or_null)
{
	entry_t entry = entry_of("404");

	cr_expect_str_eq(catalogue_id(it, entry), "404");
	cr_expect_str_eq(catalogue_text(it, entry, FIELD_ID), "404");
	cr_expect_str_eq(catalogue_text(it, entry, FIELD_PHRASE),
			 "Not Found");
	cr_expect_str_eq(catalogue_text(it, entry, FIELD_MEANS),
			 "Nothing was found.");
	cr_expect_null(catalogue_text(it, entry, FIELD_RETRY));
	cr_expect_null(catalogue_text(it, entry, FIELD_PARENT));
}

Test(catalogue, a_list_has_items_and_they_have_parts)
{
	entry_t entry = entry_of("404");

	cr_expect_eq(catalogue_items(it, entry, FIELD_DEFINED_IN), 2);
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_DEFINED_IN, 0,
					PART_DEFINED_DOCUMENT),
			 "RFC 9110");
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_DEFINED_IN, 0,
					PART_DEFINED_SECTION),
			 "15.5.5");
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_DEFINED_IN, 0,
					PART_DEFINED_YEAR),
			 "2022");
	cr_expect_null(catalogue_item(it, entry, FIELD_DEFINED_IN, 0,
				      PART_DEFINED_NOTE));
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_DEFINED_IN, 1,
					PART_DEFINED_DOCUMENT),
			 "RFC 7231");
	cr_expect_null(catalogue_item(it, entry, FIELD_DEFINED_IN, 1,
				      PART_DEFINED_SECTION));
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_DEFINED_IN, 1,
					PART_DEFINED_NOTE),
			 "older");
}

Test(catalogue, an_item_without_parts_is_its_own)
{
	entry_t entry = entry_of("404");

	cr_expect_eq(catalogue_items(it, entry, FIELD_KEYWORDS), 2);
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_KEYWORDS, 0, 0),
			 "missing page");
	cr_expect_str_eq(catalogue_item(it, entry, FIELD_KEYWORDS, 1, 0),
			 "lost");
}

Test(catalogue, a_list_that_is_absent_has_no_items)
{
	cr_expect_eq(catalogue_items(it, entry_of("404"), FIELD_HEADERS), 0);
	cr_expect_eq(catalogue_items(it, entry_of("400"), FIELD_KEYWORDS), 0);
}

Test(catalogue, a_flag_is_yes_or_not)
{
	cr_expect(catalogue_flag(it, entry_of("404"), FIELD_CACHEABLE));
	cr_expect_not(catalogue_flag(it, entry_of("404"), FIELD_OFFICIAL));
	cr_expect_not(catalogue_flag(it, entry_of("404"), FIELD_LOG_ONLY));
	cr_expect(catalogue_everyday(it, entry_of("404")));
	cr_expect_not(catalogue_everyday(it, entry_of("400")));
	cr_expect_not(catalogue_everyday(it, entry_of("class:4xx")));
}

Test(catalogue, an_entry_has_a_kind_a_state_and_a_class)
{
	static const struct {
		const char *id;
		enum kind kind;
		enum entry_state state;
		enum code_class code_class;
	} rows[] = {
		{ "404", KIND_STANDARD, STATE_CURRENT, CLASS_4XX },
		{ "iis:404.7", KIND_VENDOR, STATE_CURRENT, CLASS_4XX },
		{ "draft:430", KIND_STANDARD, STATE_OBSOLETE, CLASS_4XX },
		{ "warning:110", KIND_WARNING, STATE_OBSOLETE,
		  CLASS_WARNING },
		{ "envoy:0", KIND_VENDOR, STATE_CURRENT, CLASS_OUTSIDE },
		{ "class:4xx", KIND_PAGE, STATE_COUNT, CLASS_4XX },
		{ "class:outside", KIND_PAGE, STATE_COUNT, CLASS_OUTSIDE },
		{ "class:vendors", KIND_PAGE, STATE_COUNT, CLASS_VENDORS },
		{ "vendor:iis", KIND_PAGE, STATE_COUNT, CLASS_VENDORS },
		{ "cloudflare:1xxx", KIND_PAGE, STATE_COUNT, CLASS_OUTSIDE },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		entry_t entry = entry_of(rows[i].id);

		cr_expect_eq(catalogue_kind(it, entry), rows[i].kind, "%s",
			     rows[i].id);
		cr_expect_eq(catalogue_state(it, entry), rows[i].state, "%s",
			     rows[i].id);
		cr_expect_eq(catalogue_class(it, entry), rows[i].code_class,
			     "%s", rows[i].id);
	}
}

Test(catalogue, a_code_is_numbers)
{
	struct code code = catalogue_code(it, entry_of("iis:404.7"));

	cr_expect_eq(code.low, 404);
	cr_expect_eq(code.high, 404);
	cr_expect_eq(code.sub, 8);
	code = catalogue_code(it, entry_of("cloudflare:1xxx"));
	cr_expect_eq(code.low, 1000);
	cr_expect_eq(code.high, 1999);
	code = catalogue_code(it, entry_of("vendor:iis"));
	cr_expect_eq(code.low, 0);
	cr_expect_eq(code.high, 0);
	cr_expect_eq(code.sub, 0);
}

Test(catalogue, parents_and_origins_are_entries)
{
	cr_expect_eq(catalogue_parent(it, entry_of("404")),
		     entry_of("class:4xx"));
	cr_expect_eq(catalogue_parent(it, entry_of("iis:404.7")),
		     entry_of("404"));
	cr_expect_eq(catalogue_parent(it, entry_of("vendor:iis")),
		     entry_of("class:vendors"));
	cr_expect_eq(catalogue_parent(it, entry_of("class:4xx")), ENTRY_NONE);
	cr_expect_eq(catalogue_origin(it, entry_of("iis:404.7")),
		     entry_of("vendor:iis"));
	cr_expect_eq(catalogue_origin(it, entry_of("envoy:0")), ENTRY_NONE);
	cr_expect_eq(catalogue_origin(it, entry_of("404")), ENTRY_NONE);
}

static void expect_origin_name(const char *id, const char *wanted)
{
	size_t length = 99;
	const char *name = catalogue_origin_name(it, entry_of(id), &length);

	if (wanted == NULL) {
		cr_expect_null(name, "%s", id);
		return;
	}
	cr_assert_not_null(name, "%s", id);
	cr_expect_eq(length, strlen(wanted), "%s", id);
	cr_expect_eq(strncmp(name, wanted, length), 0, "%s", id);
}

Test(catalogue, an_origin_is_named_by_the_id)
{
	expect_origin_name("iis:404.7", "iis");
	expect_origin_name("envoy:0", "envoy");
	expect_origin_name("draft:430", "draft");
	expect_origin_name("404", NULL);
	expect_origin_name("class:4xx", NULL);
	expect_origin_name("vendor:iis", NULL);
	expect_origin_name("cloudflare:1xxx", NULL);
	expect_origin_name("warning:110", NULL);
}

Test(catalogue, tells_its_name)
{
	cr_expect_str_eq(catalogue_name(it, entry_of("404")), "sample");
}

Test(catalogue, rows_and_entries_lead_to_each_other)
{
	size_t second = 0;

	for (entry_t i = 0; i < catalogue_count(it); i++)
		cr_expect_eq(catalogue_row(it, catalogue_row_of(it, i))->entry,
			     i, "%s", catalogue_id(it, i));
	for (size_t row = 0; row < catalogue_rows(it); row++) {
		const struct node *node = catalogue_row(it, row);
		entry_t above = catalogue_row_of(it, node->entry) == row ?
					ENTRY_NONE :
					catalogue_origin(it, node->entry);

		if (above == ENTRY_NONE)
			continue;
		second++;
		cr_expect_eq(catalogue_row(it, node->parent)->entry, above,
			     "row %zu", row);
	}
	cr_expect_eq(catalogue_rows(it), catalogue_count(it) + second);
	cr_expect_gt(second, 0);
	cr_expect_eq(catalogue_row(it, catalogue_row_of(it,
							entry_of("class:4xx")))
			     ->codes,
		     7);
	cr_expect_eq(catalogue_row(it,
				   catalogue_row_of(it, entry_of("iis:404.7")))
			     ->depth,
		     2);
}

Test(catalogue, codes_of_one_number_are_the_same)
{
	struct code code = { 404, 404, 0 };

	cr_expect(catalogue_same_code(it, entry_of("404"), &code));
	cr_expect_not(catalogue_same_code(it, entry_of("410"), &code));
	cr_expect_not(catalogue_same_code(it, entry_of("iis:404.7"), &code));
	code.sub = 8;
	cr_expect(catalogue_same_code(it, entry_of("iis:404.7"), &code));
	code = (struct code){ 0, 0, 0 };
	cr_expect(catalogue_same_code(it, entry_of("envoy:0"), &code));
	cr_expect(catalogue_same_code(it, entry_of("curl:000"), &code));
	/* A page without a code is none of the zeros. */
	cr_expect_not(catalogue_same_code(it, entry_of("vendor:iis"), &code));
	code = (struct code){ 110, 110, 0 };
	cr_expect_not(catalogue_same_code(it, entry_of("warning:110"),
					  &code));
}

/* Neither a sub-code nor a warn-code nor a page is a neighbour. */
Test(catalogue, neighbours_are_the_nearest_numbers_by_their_best_known_meaning)
{
	static const struct {
		uint32_t number;
		const char *below;
		const char *above;
	} rows[] = {
		{ 401, "400", "404" },	     { 404, "400", "410" },
		{ 407, "404", "410" },	     { 410, "404", "draft:430" },
		{ 420, "410", "draft:430" }, { 430, "410", NULL },
		{ 999, "draft:430", NULL },  { 400, "curl:000", "404" },
		{ 110, "curl:000", "400" },  { 1, "curl:000", "400" },
		{ 0, NULL, "400" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		entry_t below = 0, above = 0;

		catalogue_neighbours(it, rows[i].number, &below, &above);
		cr_expect_eq(below,
			     rows[i].below == NULL ? ENTRY_NONE :
						     entry_of(rows[i].below),
			     "below %u", rows[i].number);
		cr_expect_eq(above,
			     rows[i].above == NULL ? ENTRY_NONE :
						     entry_of(rows[i].above),
			     "above %u", rows[i].number);
	}
}

/* The ids of the reasons of an entry, parted by blanks. */
static void expect_reasons(const struct sample *some, const char *id,
			   const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	for (size_t i = 0;
	     i < catalogue_reasons(&some->catalogue, sample_entry(some, id));
	     i++)
		strbuf_addf(&found, "%s%s", i == 0 ? "" : " ",
			    catalogue_id(&some->catalogue,
					 catalogue_reason(&some->catalogue,
							  sample_entry(some,
								       id),
							  i)));
	cr_expect_str_eq(strbuf_text(&found), wanted, "%s: %s", id,
			 strbuf_text(&found));
	strbuf_clear(&found);
}

Test(catalogue, a_status_knows_the_reasons_that_go_with_it)
{
	struct sample some;

	sample_build(&some, STANDARD("503", "") STANDARD("504", "")
		     PAGE("vendor:haproxy", "")
		     VENDOR("haproxy", "sQ", ", goes_with: [503]")
		     VENDOR("haproxy", "sC", ", goes_with: [504, 503]"));
	expect_reasons(&some, "503", "haproxy:sC haproxy:sQ");
	expect_reasons(&some, "504", "haproxy:sC");
	expect_reasons(&some, "haproxy:sC", "");
	expect_reasons(&some, "vendor:haproxy", "");
	cr_expect_eq(catalogue_parent(&some.catalogue,
				      sample_entry(&some, "haproxy:sC")),
		     sample_entry(&some, "vendor:haproxy"));
	sample_clear(&some);
}

#define CHOICE(to, more) "{ say: \"to " to "\", to: \"" to "\"" more " }"

Test(catalogue, an_entry_knows_the_choices_that_lead_to_it)
{
	struct sample some;
	struct asker asker;
	entry_t entry;

	sample_build(&some, STANDARD("404", "") STANDARD("410", "")
		     PAGE("guide:start", ", question: Q, choices: ["
			  CHOICE("404", "") ", " CHOICE("guide:gone", "") "]")
		     PAGE("guide:gone", ", question: Q, choices: ["
			  CHOICE("410", "") ", " CHOICE("404", "") "]"));
	entry = sample_entry(&some, "404");
	cr_assert_eq(catalogue_askers(&some.catalogue, entry), 2);
	asker = catalogue_asker(&some.catalogue, entry, 0);
	cr_expect_eq(asker.guide, sample_entry(&some, "guide:start"));
	cr_expect_eq(asker.choice, 0);
	asker = catalogue_asker(&some.catalogue, entry, 1);
	cr_expect_eq(asker.guide, sample_entry(&some, "guide:gone"));
	cr_expect_eq(asker.choice, 1);
	cr_expect_eq(catalogue_askers(&some.catalogue,
				      sample_entry(&some, "guide:gone")),
		     1);
	cr_expect_eq(catalogue_askers(&some.catalogue,
				      sample_entry(&some, "guide:start")),
		     0);
	sample_clear(&some);
}

Test(catalogue, a_choice_has_houses)
{
	struct sample some;
	entry_t guide;

	sample_build(&some, STANDARD("404", "")
		     PAGE("guide:start", ", question: Q, choices: ["
			  CHOICE("404", "") ", "
			  CHOICE("404", ", houses: [{ who: Azure, code: 404,"
				 " why: hides }, { who: Us, why: shows }]") "]"));
	guide = sample_entry(&some, "guide:start");
	cr_expect_eq(catalogue_houses(&some.catalogue, guide, 0), 0);
	cr_assert_eq(catalogue_houses(&some.catalogue, guide, 1), 2);
	cr_expect_str_eq(catalogue_house(&some.catalogue, guide, 1, 0,
					 PART_HOUSE_WHO),
			 "Azure");
	cr_expect_str_eq(catalogue_house(&some.catalogue, guide, 1, 0,
					 PART_HOUSE_CODE),
			 "404");
	cr_expect_null(catalogue_house(&some.catalogue, guide, 1, 1,
				       PART_HOUSE_CODE));
	cr_expect_str_eq(catalogue_house(&some.catalogue, guide, 1, 1,
					 PART_HOUSE_WHY),
			 "shows");
	sample_clear(&some);
}

Test(catalogue, an_entry_is_of_a_sort)
{
	static const struct {
		const char *id;
		enum sort sort;
	} rows[] = {
		{ "404", SORT_CODE },	      { "acme:598", SORT_CODE },
		{ "warning:110", SORT_CODE }, { "acme:lost", SORT_REASON },
		{ "guide:start", SORT_GUIDE }, { "class:4xx", SORT_CLASS },
		{ "acme:5xx", SORT_FAMILY },  { "vendor:acme", SORT_ORIGIN },
	};
	struct sample some;

	sample_build(&some, STANDARD("404", "") VENDOR("acme", "598", "")
		     WARNING("110", "") VENDOR("acme", "lost", "")
		     PAGE("guide:start", "") PAGE("class:4xx", "")
		     PAGE("acme:5xx", "") PAGE("vendor:acme", ""));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(catalogue_sort(&some.catalogue,
					    sample_entry(&some, rows[i].id)),
			     rows[i].sort, "%s", rows[i].id);
	sample_clear(&some);
}

Test(catalogue, guides_hang_by_their_names)
{
	static const char *const rows[][2] = {
		{ "guide:a", "guide:start" },
		{ "guide:a.b", "guide:a" },
		{ "guide:a.b.c", "guide:a.b" },
		{ "guide:other", "guide:a" },
	};
	struct sample some;

	sample_build(&some, PAGE("guide:start", "") PAGE("guide:a", "")
		     PAGE("guide:a.b", "") PAGE("guide:a.b.c", "")
		     PAGE("guide:other", ", parent: \"guide:a\""));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(catalogue_parent(&some.catalogue,
					      sample_entry(&some, rows[i][0])),
			     sample_entry(&some, rows[i][1]), "%s",
			     rows[i][0]);
	cr_expect_eq(catalogue_parent(&some.catalogue,
				      sample_entry(&some, "guide:start")),
		     ENTRY_NONE);
	sample_clear(&some);
}
