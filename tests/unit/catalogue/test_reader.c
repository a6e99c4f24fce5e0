#include "catalogue/reader.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/strbuf.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A sound entry, a field on each line. */
static const char *const lines[] = {
	"- id: 404",
	"  code: 404",
	"  phrase: Not Found",
	"  kind: standard",
	"  state: current",
	"  summary: The resource is not there.",
	"  means: The server found nothing.",
	"  sources: [{ title: RFC 9110, url: \"https://a.example/\" }]",
	"  checked: 2026-11-21",
};

enum { ID = 1, CODE_LINE, PHRASE, KIND, STATE, SUMMARY, MEANS, SOURCES, CHECKED,
       ADDED };

/* The entry with another text for one of its lines; ADDED is one more. */
static void write_entry(struct strbuf *text, size_t line, const char *other)
{
	for (size_t i = 1; i <= COUNT(lines); i++) {
		const char *it = i == line ? other : lines[i - 1];

		if (*it != '\0')
			strbuf_addf(text, "%s\n", it);
	}
	if (line == ADDED)
		strbuf_addf(text, "%s\n", other);
}

struct sample {
	struct strbuf text;
	struct fault_list faults;
	struct drafts drafts;
};

static void init(struct sample *sample)
{
	strbuf_init(&sample->text);
	fault_list_init(&sample->faults);
	drafts_init(&sample->drafts);
}

static void read_text(struct sample *sample)
{
	drafts_read_text(&sample->drafts, "file.yaml",
			 strbuf_text(&sample->text), sample->text.length,
			 &sample->faults);
}

static void clear(struct sample *sample)
{
	drafts_clear(&sample->drafts);
	fault_list_clear(&sample->faults);
	strbuf_clear(&sample->text);
}

/* --------------------------------------------------------------------------
 * What is read
 */

Test(reader, a_sound_entry_becomes_a_draft)
{
	struct sample sample;
	const struct draft *draft;

	init(&sample);
	write_entry(&sample.text, 0, "");
	read_text(&sample);
	cr_expect_eq(sample.faults.total, 0);
	cr_assert_eq(sample.drafts.count, 1);
	draft = &sample.drafts.drafts[0];
	cr_expect_str_eq(draft_text(draft, FIELD_ID), "404");
	cr_expect_str_eq(draft_text(draft, FIELD_PHRASE), "Not Found");
	cr_expect_str_eq(draft_text(draft, FIELD_CHECKED), "2026-11-21");
	cr_expect_null(draft_text(draft, FIELD_RETRY));
	/* A list has no text. */
	cr_expect_null(draft_text(draft, FIELD_SOURCES));
	clear(&sample);
}

Test(reader, each_field_takes_what_the_format_allows)
{
	static const struct {
		size_t line;
		const char *text;
	} rows[] = {
		{ ID, "- id: \"nginx:499\"" },
		{ ID, "- id: \"class:4xx\"" },
		{ CODE_LINE, "  code: 404.7" },
		{ CODE_LINE, "  code: 600-699" },
		{ CODE_LINE, "  code: 7xx" },
		{ PHRASE, "  phrase: (Unused)" },
		{ KIND, "  kind: vendor" },
		{ KIND, "  kind: warning" },
		{ STATE, "  state: experimental" },
		{ STATE, "  state: deprecated" },
		{ STATE, "  state: obsolete" },
		{ STATE, "  state: reserved" },
		{ STATE, "  state: unassigned" },
		{ MEANS, "  means: |\n    One.\n\n    - Two.\n\n        three" },
		{ CHECKED, "  checked: 2024-02-29" },
		{ CHECKED, "  checked: 2000-02-29" },
		{ CHECKED, "  checked: 2026-12-31" },
		{ ADDED, "  official: no" },
		{ ADDED, "  vendor: nginx" },
		{ ADDED, "  state_note: since 2015" },
		{ ADDED, "  parent: \"class:4xx\"" },
		{ ADDED, "  everyday: yes" },
		{ ADDED, "  aliases: [{ phrase: A, from: B }]" },
		{ ADDED, "  defined_in: [{ document: RFC 9110 }]" },
		{ ADDED, "  defined_in: [{ document: D, section: \"1\", "
			 "year: 2022, note: n }, { document: E }]" },
		{ ADDED, "  since: HTTP/1.1" },
		{ ADDED, "  finality: interim" },
		{ ADDED, "  finality: final" },
		{ ADDED, "  body: a page" },
		{ ADDED, "  cacheable: no" },
		{ ADDED, "  cache_note: Seldom." },
		{ ADDED, "  retry: Later." },
		{ ADDED, "  redirect_method: Kept." },
		{ ADDED, "  headers: [{ name: A, level: MUST, why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: MUST NOT, why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: SHOULD, why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: SHOULD NOT, "
			 "why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: MAY, why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: request, why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: draft, why: w }]" },
		{ ADDED, "  headers: [{ name: A, level: vendor, why: w }]" },
		{ ADDED, "  emitted_by: [origin, gateway, proxy, cdn, "
			 "balancer, cache, client]" },
		{ ADDED, "  log_only: yes" },
		{ ADDED, "  sent_as: 403" },
		{ ADDED, "  keywords: [one, two words]" },
		{ ADDED, "  example: |\n    GET / HTTP/1.1" },
		{ ADDED, "  see_also: [{ id: 410, difference: D. }]" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;

		init(&sample);
		write_entry(&sample.text, rows[i].line, rows[i].text);
		read_text(&sample);
		cr_expect_eq(sample.faults.total, 0, "%s: %s", rows[i].text,
			     sample.faults.count == 0 ?
				     "" :
				     sample.faults.faults[0].message);
		cr_expect_eq(sample.drafts.count, 1, "%s", rows[i].text);
		clear(&sample);
	}
}

Test(reader, a_page_needs_neither_code_nor_state)
{
	struct sample sample;

	init(&sample);
	strbuf_add(&sample.text,
		   "- id: \"vendor:acme\"\n  phrase: Acme\n  kind: page\n"
		   "  summary: S.\n  means: M.\n"
		   "  sources: [{ title: T, url: \"https://a.example/\" }]\n"
		   "  checked: 2026-11-21\n");
	read_text(&sample);
	cr_expect_eq(sample.faults.total, 0);
	cr_expect_eq(sample.drafts.count, 1);
	clear(&sample);
}

Test(reader, an_empty_file_has_no_entries)
{
	struct sample sample;

	init(&sample);
	read_text(&sample);
	strbuf_add(&sample.text, "# nothing\n");
	read_text(&sample);
	cr_expect_eq(sample.faults.total, 0);
	cr_expect_eq(sample.drafts.count, 0);
	clear(&sample);
}

Test(reader, lists_and_parts_are_found)
{
	struct sample sample;
	const struct draft *draft;
	const struct yaml *yaml;
	yaml_t item, part;

	init(&sample);
	write_entry(&sample.text, ADDED,
		    "  defined_in:\n"
		    "    - { year: 2022, document: RFC 9110 }\n"
		    "    - { document: RFC 7231, section: \"6.5.4\" }\n"
		    "  keywords: [one, two]");
	read_text(&sample);
	cr_assert_eq(sample.drafts.count, 1);
	draft = &sample.drafts.drafts[0];
	yaml = &draft->source->yaml;

	/* By name, in whatever order they stand. */
	item = draft_items(draft, FIELD_DEFINED_IN);
	part = draft_part(draft, FIELD_DEFINED_IN, item,
			  PART_DEFINED_DOCUMENT);
	cr_expect_str_eq(yaml_text(yaml, part), "RFC 9110");
	part = draft_part(draft, FIELD_DEFINED_IN, item, PART_DEFINED_YEAR);
	cr_expect_str_eq(yaml_text(yaml, part), "2022");
	cr_expect_eq(draft_part(draft, FIELD_DEFINED_IN, item,
				PART_DEFINED_SECTION),
		     YAML_NONE);
	item = yaml_node(yaml, item)->next;
	part = draft_part(draft, FIELD_DEFINED_IN, item,
			  PART_DEFINED_SECTION);
	cr_expect_str_eq(yaml_text(yaml, part), "6.5.4");

	item = draft_items(draft, FIELD_KEYWORDS);
	cr_expect_str_eq(yaml_text(yaml, item), "one");
	item = yaml_node(yaml, item)->next;
	cr_expect_str_eq(yaml_text(yaml, item), "two");
	cr_expect_eq(yaml_node(yaml, item)->next, YAML_NONE);
	cr_expect_eq(draft_items(draft, FIELD_HEADERS), YAML_NONE);
	clear(&sample);
}

Test(reader, the_files_stay_apart)
{
	struct sample sample;

	init(&sample);
	write_entry(&sample.text, 0, "");
	drafts_read_text(&sample.drafts, "one.yaml", sample.text.text,
			 sample.text.length, &sample.faults);
	strbuf_reset(&sample.text);
	write_entry(&sample.text, ID, "- id: 405");
	drafts_read_text(&sample.drafts, "two.yaml", sample.text.text,
			 sample.text.length, &sample.faults);
	strbuf_reset(&sample.text);
	strbuf_add(&sample.text, "the text is not needed any more");

	cr_assert_eq(sample.drafts.count, 2);
	cr_expect_str_eq(sample.drafts.drafts[0].source->name, "one.yaml");
	cr_expect_str_eq(draft_text(&sample.drafts.drafts[0], FIELD_ID),
			 "404");
	cr_expect_str_eq(sample.drafts.drafts[1].source->name, "two.yaml");
	cr_expect_str_eq(draft_text(&sample.drafts.drafts[1], FIELD_ID),
			 "405");
	clear(&sample);
}

/* --------------------------------------------------------------------------
 * What is refused
 */

struct refusal {
	size_t line; /* which line of the entry is another, or ADDED */
	const char *text;
	unsigned int at_line;
	unsigned int at_column;
	const char *says;
};

static void expect_refusal(const struct refusal *row)
{
	const struct fault *fault;
	struct sample sample;

	init(&sample);
	write_entry(&sample.text, row->line, row->text);
	read_text(&sample);
	cr_assert_eq(sample.faults.count, 1, "'%s': %zu faults", row->text,
		     sample.faults.count);
	fault = &sample.faults.faults[0];
	cr_expect_str_eq(fault->place.file, "file.yaml");
	cr_expect(fault->place.line == row->at_line &&
			  fault->place.column == row->at_column,
		  "'%s': at %u:%u", row->text, fault->place.line,
		  fault->place.column);
	cr_expect_not_null(strstr(fault->message, row->says), "'%s': %s",
			   row->text, fault->message);
	cr_expect_not_null(strstr(fault->message, "expected"), "'%s': %s",
			   row->text, fault->message);
	cr_expect_not_null(fault->source);
	cr_expect_eq(sample.drafts.count, 0,
		     "'%s': the entry is not left out", row->text);
	clear(&sample);
}

static void expect_refusals(const struct refusal *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect_refusal(&rows[i]);
}

Test(reader, a_required_field_that_is_missing_is_a_fault)
{
	static const struct refusal rows[] = {
		{ CODE_LINE, "", 1, 3, "no 'code'" },
		{ PHRASE, "", 1, 3, "no 'phrase'" },
		{ KIND, "", 1, 3, "no 'kind'" },
		{ STATE, "", 1, 3, "no 'state'" },
		{ SUMMARY, "", 1, 3, "no 'summary'" },
		{ MEANS, "", 1, 3, "no 'means'" },
		{ SOURCES, "", 1, 3, "no 'sources'" },
		{ CHECKED, "", 1, 3, "no 'checked'" },
		{ ID, "- retry: No.", 1, 3, "no 'id'" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, an_unknown_key_is_a_fault_that_names_the_nearest)
{
	static const struct refusal rows[] = {
		{ ADDED, "  retyr: No.", 10, 3,
		  "unknown key 'retyr'; expected 'retry'?" },
		{ ADDED, "  parents: \"class:4xx\"", 10, 3,
		  "unknown key 'parents'; expected 'parent'?" },
		{ ADDED, "  see-also: []", 10, 3,
		  "unknown key 'see-also'; expected 'see_also'?" },
		{ ADDED, "  emited-by: [cdn]", 10, 3,
		  "unknown key 'emited-by'; expected 'emitted_by'?" },
		{ ADDED, "  Retry: No.", 10, 3, "expected 'retry'?" },
		{ ADDED, "  colour: red", 10, 3,
		  "unknown key 'colour'; expected a field" },
		{ ADDED, "  \"\": x", 10, 3, "unknown key ''" },
		{ SOURCES,
		  "  sources: [{ title: T, link: x, "
		  "url: \"https://a.example/\" }]",
		  8, 25, "unknown key 'link' in 'sources'" },
		{ ADDED, "  aliases: [{ phrase: A, from: B, year: 1 }]", 10,
		  35, "unknown key 'year' in 'aliases'" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, a_record_without_a_required_part_is_a_fault)
{
	static const struct refusal rows[] = {
		{ SOURCES, "  sources: [{ title: T }]", 8, 13, "no 'url'" },
		{ SOURCES, "  sources: [{ url: \"https://a.example/\" }]", 8,
		  13, "no 'title'" },
		{ ADDED, "  aliases: [{ phrase: A }]", 10, 13, "no 'from'" },
		{ ADDED, "  defined_in: [{ year: 2022 }]", 10, 16,
		  "no 'document'" },
		{ ADDED, "  headers: [{ name: A, level: MUST }]", 10, 13,
		  "no 'why'" },
		{ ADDED, "  headers: [{ name: A, why: w }]", 10, 13,
		  "no 'level'" },
		{ ADDED, "  see_also: [{ id: 410 }]", 10, 14,
		  "no 'difference'" },
		{ ADDED, "  see_also: [{ difference: D. }]", 10, 14,
		  "no 'id'" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, a_word_outside_its_list_is_a_fault_that_tells_the_list)
{
	static const struct refusal rows[] = {
		{ KIND, "  kind: official", 4, 9,
		  "'official' is not known here; expected standard, vendor, "
		  "warning, page" },
		{ STATE, "  state: Current", 5, 10,
		  "expected current, experimental, deprecated, obsolete, "
		  "reserved, unassigned" },
		{ ADDED, "  finality: last", 10, 13,
		  "expected interim, final" },
		{ ADDED, "  emitted_by: [origin, server]", 10, 24,
		  "'server' is not known here; expected origin, gateway, "
		  "proxy, cdn, balancer, cache, client" },
		{ ADDED, "  headers: [{ name: A, level: must, why: w }]", 10,
		  31, "expected MUST, MUST NOT, SHOULD, SHOULD NOT, MAY" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, a_value_of_the_wrong_form_is_a_fault)
{
	static const struct refusal rows[] = {
		{ ID, "- id: 40", 1, 7, "'id' is '40'" },
		{ ID, "- id: \"Nginx:499\"", 1, 7, "'id' is 'Nginx:499'" },
		{ CODE_LINE, "  code: forty two", 2, 9, "'code' is 'forty two'" },
		{ CODE_LINE, "  code: 404.", 2, 9, "'code' is '404.'" },
		{ ADDED, "  sent_as: x", 10, 12, "'sent_as' is 'x'" },
		{ ADDED, "  body: \"Not\\nFound\"", 10, 9,
		  "'body' has a line break; expected one line" },
		{ ADDED, "  keywords: [a, \"b\\nc\"]", 10, 17,
		  "'keywords' has a line break" },
		{ ADDED, "  sent_as: sH", 10, 12, "'sent_as' is 'sH'" },
		{ ADDED, "  goes_with: [504, x]", 10, 20, "'goes_with' is 'x'" },
		{ ADDED, "  goes_with: 504", 10, 14, "expected a list" },
		{ ADDED, "  choices: [{ say: S, to: x }]", 10, 27,
		  "'to' is 'x'" },
		{ ADDED, "  choices: [{ say: S, to: 404, houses: W }]", 10, 40,
		  "'houses' is text; expected a list" },
		{ ADDED, "  choices: [{ say: S, to: 404, houses: { who: W } }]",
		  10, 40, "'houses' is a record; expected a list" },
		{ ADDED, "  choices: [{ say: S, to: 404, houses: [] }]", 10, 40,
		  "'houses' is empty" },
		{ ADDED, "  choices: [{ say: S, to: 404, houses: [W] }]", 10,
		  41, "an item of 'houses' is not a record" },
		{ ADDED, "  choices: [{ say: S, to: 404, houses: [{ who: W }] }]",
		  10, 41, "an item of 'houses' has no 'why'" },
		{ ADDED,
		  "  choices: [{ say: S, to: 404,"
		  " houses: [{ who: W, why: Y, code: x }] }]",
		  10, 65, "'code' is 'x'" },
		{ ADDED, "  parent: nowhere", 10, 11, "'parent' is 'nowhere'" },
		{ ADDED, "  see_also: [{ id: x, difference: D. }]", 10, 20,
		  "'id' is 'x'" },
		{ ADDED, "  everyday: true", 10, 13, "expected yes or no" },
		{ ADDED, "  everyday: Yes", 10, 13, "expected yes or no" },
		{ ADDED, "  official: \"1\"", 10, 13, "expected yes or no" },
		{ ADDED, "  log_only: never", 10, 13, "expected yes or no" },
		{ ADDED, "  cacheable: maybe", 10, 14, "expected yes or no" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, a_date_that_is_none_is_a_fault)
{
	static const char *const dates[] = {
		"2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31",
		"2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
		"2026-1-1",   "26-01-01",   "2026/01/01", "20260101",
		"2026-01",    "2026-01-011", "2026-01-01T00:00",
		"-026-01-01", "2026--1-01", "2026-01--1", "2026-0a-01",
		"today",      "21.11.2026", " 2026-01-1",
	};

	for (size_t i = 0; i < COUNT(dates); i++) {
		char text[60];
		struct refusal row = { CHECKED, text, 9, 12,
				       "expected a date such as" };

		snprintf(text, sizeof(text), "  checked: \"%s\"", dates[i]);
		expect_refusal(&row);
	}
}

Test(reader, a_url_that_is_not_https_is_a_fault)
{
	static const char *const urls[] = {
		"http://a.example/", "https:/a.example/", "https://",
		"HTTPS://a.example/", "ftp://a.example/", "a.example",
		"//a.example/", "https://a.example/a b",
		"https://a.example/<x>", " https://a.example/",
		"javascript:https://", "rfc9110",
	};

	for (size_t i = 0; i < COUNT(urls); i++) {
		char text[80];
		struct refusal row = {
			SOURCES, text, 8, 30,
			"expected a URL that begins with https://"
		};

		snprintf(text, sizeof(text),
			 "  sources: [{ title: T, url: \"%s\" }]", urls[i]);
		expect_refusal(&row);
	}
}

Test(reader, a_value_of_the_wrong_kind_is_a_fault)
{
	static const struct refusal rows[] = {
		{ PHRASE, "  phrase: [a, b]", 3, 11, "expected text" },
		{ PHRASE, "  phrase: { a: b }", 3, 11, "expected text" },
		{ MEANS, "  means:\n    - one", 8, 5, "expected text" },
		{ KIND, "  kind: [standard]", 4, 9, "expected text" },
		{ SOURCES, "  sources: RFC 9110", 8, 12, "expected a list" },
		{ SOURCES, "  sources: [RFC 9110]", 8, 13,
		  "not a record; expected { title: ... }" },
		{ SOURCES, "  sources: [[a]]", 8, 13, "not a record" },
		{ SOURCES, "  sources: [{ title: [T], "
			   "url: \"https://a.example/\" }]", 8, 22,
		  "expected text" },
		{ ADDED, "  keywords: one, two", 10, 13, "expected a list" },
		{ ADDED, "  keywords: [a, [b]]", 10, 17, "expected text" },
		{ ADDED, "  keywords: [a, { b: c }]", 10, 17,
		  "expected text" },
		{ ADDED, "  emitted_by: origin", 10, 15, "expected a list" },
		{ ADDED, "  emitted_by: [[origin]]", 10, 16,
		  "expected text" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, an_empty_value_is_a_fault)
{
	static const struct refusal rows[] = {
		{ PHRASE, "  phrase: \"\"", 3, 11, "'phrase' is empty" },
		{ PHRASE, "  phrase: \"  \"", 3, 11, "'phrase' is empty" },
		{ MEANS, "  means: |\n\n", 7, 10, "'means' is empty" },
		{ SOURCES, "  sources: []", 8, 12, "'sources' is empty" },
		{ ADDED, "  keywords: []", 10, 13, "'keywords' is empty" },
		{ ADDED, "  keywords: [a, \"\"]", 10, 17,
		  "'keywords' is empty" },
		{ ADDED, "  emitted_by: []", 10, 15, "'emitted_by' is empty" },
		{ ADDED, "  retry: ''", 10, 10, "'retry' is empty" },
		{ ADDED, "  defined_in: [{ document: D, section: '' }]", 10,
		  40, "'section' is empty" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(reader, an_item_that_is_not_a_record_is_a_fault)
{
	struct sample sample;

	init(&sample);
	strbuf_add(&sample.text, "- 404\n- [a]\n");
	write_entry(&sample.text, 0, "");
	read_text(&sample);
	cr_assert_eq(sample.faults.count, 2);
	cr_expect_eq(sample.faults.faults[0].place.line, 1);
	cr_expect_eq(sample.faults.faults[0].place.column, 3);
	cr_expect_not_null(strstr(sample.faults.faults[0].message,
				  "an entry that is not a record"));
	cr_expect_eq(sample.faults.faults[1].place.line, 2);
	cr_expect_eq(sample.drafts.count, 1);
	clear(&sample);
}

Test(reader, several_faults_are_reported_at_once)
{
	struct sample sample;

	init(&sample);
	write_entry(&sample.text, KIND, "  kind: official");
	write_entry(&sample.text, ADDED,
		    "  retyr: No.\n  everyday: true\n  keywords: []");
	write_entry(&sample.text, 0, "");
	write_entry(&sample.text, SUMMARY, "");
	read_text(&sample);
	cr_assert_eq(sample.faults.count, 5);
	cr_expect_eq(sample.faults.faults[0].place.line, 4);
	cr_expect_eq(sample.faults.faults[1].place.line, 19);
	cr_expect_eq(sample.faults.faults[2].place.line, 20);
	cr_expect_eq(sample.faults.faults[3].place.line, 21);
	cr_expect_eq(sample.faults.faults[4].place.line, 31);
	/* The one between them is sound. */
	cr_assert_eq(sample.drafts.count, 1);
	cr_expect_eq(yaml_place(&sample.drafts.drafts[0].source->yaml,
				sample.drafts.drafts[0].node)
			     .line,
		     22);
	clear(&sample);
}

/* What half an entry lacks is no fault of whoever wrote all of it. */
Test(reader, a_fault_of_syntax_is_not_followed_by_what_is_missing)
{
	struct sample sample;

	init(&sample);
	write_entry(&sample.text, SUMMARY, "  summary: *alias");
	write_entry(&sample.text, MEANS, "  means: one: two");
	write_entry(&sample.text, 0, "");
	read_text(&sample);
	cr_expect_eq(sample.faults.total, 2);
	cr_expect_eq(sample.drafts.count, 1);
	clear(&sample);
}

Test(reader, an_entry_with_a_key_given_twice_is_left_out)
{
	struct sample sample;

	init(&sample);
	write_entry(&sample.text, ADDED, "  phrase: Again");
	read_text(&sample);
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_eq(sample.faults.faults[0].place.line, 10);
	cr_expect_eq(sample.drafts.count, 0);
	clear(&sample);
}

Test(reader, a_draft_fault_stands_at_its_node)
{
	struct sample sample;
	const struct draft *draft;

	init(&sample);
	write_entry(&sample.text, 0, "");
	read_text(&sample);
	cr_assert_eq(sample.drafts.count, 1);
	draft = &sample.drafts.drafts[0];
	draft_fault(draft, draft->value[FIELD_STATE], &sample.faults,
		    "odd %d", 7);
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_eq(sample.faults.faults[0].place.line, 5);
	cr_expect_eq(sample.faults.faults[0].place.column, 10);
	cr_expect_str_eq(sample.faults.faults[0].message, "odd 7");
	cr_expect_str_eq(sample.faults.faults[0].source, "  state: current");
	clear(&sample);
}

/* --------------------------------------------------------------------------
 * Files
 */

Test(reader, a_file_is_read_by_its_path)
{
	const char *folder = getenv("TMPDIR");
	struct problem why = { "" };
	struct sample sample;
	struct strbuf path;
	int descriptor;

	init(&sample);
	strbuf_init(&path);
	strbuf_addf(&path, "%s/reader.XXXXXX",
		    folder == NULL ? "/tmp" : folder);
	descriptor = mkstemp(path.text);
	cr_assert_geq(descriptor, 0);
	write_entry(&sample.text, ADDED, "  retyr: No.");
	write_entry(&sample.text, 0, "");
	cr_assert_eq(write(descriptor, sample.text.text, sample.text.length),
		     (ssize_t)sample.text.length);
	close(descriptor);

	cr_expect(drafts_read(&sample.drafts, path.text, &sample.faults,
			      &why),
		  "%s", why.text);
	cr_expect_eq(sample.drafts.count, 1);
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_str_eq(sample.faults.faults[0].place.file, path.text);
	unlink(path.text);
	strbuf_clear(&path);
	clear(&sample);
}

Test(reader, a_file_that_is_missing_is_a_problem)
{
	struct problem why;
	struct sample sample;

	init(&sample);
	cr_expect_not(drafts_read(&sample.drafts, "/nowhere/file.yaml",
				  &sample.faults, &why));
	cr_expect_str_eq(why.text, "cannot open '/nowhere/file.yaml': "
				   "No such file or directory");
	cr_expect_eq(sample.faults.total, 0);
	cr_expect_eq(sample.drafts.count, 0);
	clear(&sample);
}
