#include "catalogue/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "unit/catalogue/sample.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#define SEE(id) ", see_also: [{ id: \"" id "\", difference: D. }]"
#define PARENT(id) ", parent: \"" id "\""

struct row {
	const char *label;
	const char *text; /* an entry on each line */
	unsigned int line; /* of the fault */
	const char *at;	   /* what stands at its column */
	const char *says;
};

/* The column, from one, of `part` in a line of the text. */
static unsigned int column_of(const char *text, unsigned int line,
			      const char *part)
{
	const char *start = text;
	const char *found;

	for (; line > 1; line--)
		start = strchr(start, '\n') + 1;
	found = strstr(start, part);
	cr_assert_not_null(found, "%s", part);
	return (unsigned int)(found - start) + 1;
}

/* Each row has one fault, and its place and words are these. */
static void expect_faults(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct row *row = &rows[i];
		const struct fault *fault;
		struct sample sample;
		unsigned int column = column_of(row->text, row->line, row->at);

		sample_read(&sample, row->text);
		cr_assert_eq(sample.faults.total, 0, "%s", row->label);
		cr_expect_not(drafts_check(&sample.drafts, &sample.faults),
			      "%s", row->label);
		cr_assert_eq(sample.faults.count, 1, "%s: %zu faults",
			     row->label, sample.faults.count);
		fault = &sample.faults.faults[0];
		cr_expect(fault->place.line == row->line &&
				  fault->place.column == column,
			  "%s: at %u:%u", row->label, fault->place.line,
			  fault->place.column);
		cr_expect_not_null(strstr(fault->message, row->says),
				   "%s: %s", row->label, fault->message);
		sample_clear(&sample);
	}
}

static void expect_sound(const char *label, const char *text)
{
	struct sample sample;

	sample_read(&sample, text);
	cr_assert_eq(sample.faults.total, 0, "%s", label);
	cr_expect(drafts_check(&sample.drafts, &sample.faults), "%s: %s",
		  label,
		  sample.faults.count == 0 ? "" :
					     sample.faults.faults[0].message);
	cr_expect_eq(sample.faults.total, 0, "%s", label);
	sample_clear(&sample);
}

Test(check, a_sound_catalogue_has_no_faults)
{
	expect_sound("nothing", "");
	expect_sound("one entry", STANDARD("418", ""));
	expect_sound("pages, parents and links",
		     PAGE("class:4xx", SEE("404"))
		     PAGE("vendor:iis", "")
		     STANDARD("404", ", cacheable: yes" SEE("iis:404.7"))
		     VENDOR("iis", "404.7", PARENT("404") SEE("class:4xx"))
		     VENDOR("iis", "404.8", PARENT("404") SEE("iis:404.7")));
	expect_sound("a link forward and back",
		     STANDARD("402", SEE("403")) STANDARD("403", SEE("402")));
	expect_sound("a chain of parents",
		     STANDARD("402", PARENT("403"))
		     STANDARD("403", PARENT("406"))
		     STANDARD("406", PARENT("407")) STANDARD("407", ""));
	expect_sound("a page with a code of another form",
		     PAGE("class:4xx", ", code: 4xx"));
	expect_sound("one number of two origins",
		     PAGE("vendor:nginx", "") PAGE("vendor:caddy", "")
		     VENDOR("nginx", "499", "") VENDOR("caddy", "499", ""));
	expect_sound("a draft that is not a vendor's",
		     CODE("draft:430", "430", "standard", "obsolete", ""));
	expect_sound("warnings", WARNING("110", "") WARNING("299", ""));
}

Test(check, an_id_is_used_once)
{
	static const struct row rows[] = {
		{ "in a row", STANDARD("418", "") STANDARD("418", ""), 2,
		  "\"418\"", "'418' is used at file.yaml:1" },
		{ "far apart",
		  STANDARD("402", "") STANDARD("418", "") PAGE("class:4xx", "")
		  STANDARD("418", ""),
		  4, "\"418\"", "'418' is used at file.yaml:2" },
	};

	expect_faults(rows, COUNT(rows));
}

Test(check, an_id_of_another_file_is_used_too)
{
	static const char text[] = STANDARD("418", "");
	struct sample sample;

	sample_read(&sample, text);
	drafts_read_text(&sample.drafts, "other.yaml", text, strlen(text),
			 &sample.faults);
	cr_expect_not(drafts_check(&sample.drafts, &sample.faults));
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_str_eq(sample.faults.faults[0].place.file, "other.yaml");
	cr_expect_not_null(strstr(sample.faults.faults[0].message,
				  "used at file.yaml:1"));
	sample_clear(&sample);
}

Test(check, a_link_leads_to_an_entry)
{
	static const struct row rows[] = {
		{ "a link to nothing", STANDARD("402", SEE("403")), 1,
		  "\"403\"", "no entry has the id '403'" },
		{ "a parent that is nowhere", STANDARD("402", PARENT("403")),
		  1, "\"403\"", "no entry has the id '403'" },
		{ "a vendor's page that is nowhere",
		  STANDARD("402", SEE("vendor:acme")), 1, "\"vendor:acme\"",
		  "no entry has the id 'vendor:acme'" },
		{ "the second of two",
		  STANDARD("402", "") STANDARD("403",
		  ", see_also: [{ id: 402, difference: D. }, "
		  "{ id: \"406\", difference: D. }]"),
		  2, "\"406\"", "no entry has the id '406'" },
	};

	expect_faults(rows, COUNT(rows));
}

Test(check, a_link_does_not_lead_to_itself)
{
	static const struct row rows[] = {
		{ "itself",
		  STANDARD("402", ", see_also: [{ difference: D., id: 402 }]"),
		  1, "402 }]", "leads to itself" },
	};

	expect_faults(rows, COUNT(rows));
}

/* Every fault of a text, at which lines. */
static void expect_lines(const char *label, const char *text, const char *says,
			 const unsigned int *lines, size_t count)
{
	struct sample sample;
	size_t found = 0;

	sample_read(&sample, text);
	cr_assert_eq(sample.faults.total, 0, "%s", label);
	cr_expect_not(drafts_check(&sample.drafts, &sample.faults), "%s",
		      label);
	for (size_t i = 0; i < sample.faults.count; i++) {
		const struct fault *fault = &sample.faults.faults[i];

		if (strstr(fault->message, says) == NULL)
			continue;
		cr_expect(found < count && fault->place.line == lines[found],
			  "%s: line %u", label, fault->place.line);
		found++;
	}
	cr_expect_eq(found, count, "%s: %zu times", label, found);
	sample_clear(&sample);
}

Test(check, parents_do_not_go_round_in_a_circle)
{
	static const unsigned int lines[] = { 1, 2, 3 };

	expect_lines("one", STANDARD("402", PARENT("402")), "circle", lines,
		     1);
	expect_lines("two",
		     STANDARD("402", PARENT("403"))
		     STANDARD("403", PARENT("402")) STANDARD("406", ""),
		     "circle", lines, 2);
	expect_lines("three",
		     STANDARD("402", PARENT("403"))
		     STANDARD("403", PARENT("406"))
		     STANDARD("406", PARENT("402")),
		     "circle", lines, 3);
	expect_lines("one that leads into a circle",
		     STANDARD("402", PARENT("403"))
		     STANDARD("403", PARENT("406"))
		     STANDARD("406", PARENT("403")),
		     "circle", lines, 3);
}

Test(check, a_code_is_that_of_the_id)
{
	static const struct row rows[] = {
		{ "another number",
		  CODE("402", "403", "standard", "current", ""), 1, "\"403\"",
		  "the code '403' is not that of the id '402'" },
		{ "another sub-code",
		  PAGE("vendor:iis", "") CODE("iis:404.7", "404.70", "vendor",
		  "current", ", vendor: iis"),
		  2, "\"404.70\"", "'404.70' is not that of the id" },
		{ "a sub-code left out",
		  PAGE("vendor:iis", "") CODE("iis:404.7", "404", "vendor",
		  "current", ", vendor: iis"),
		  2, "\"404\"", "expected '404.7'" },
		{ "a warn-code",
		  CODE("warning:110", "111", "warning", "obsolete", ""), 1,
		  "\"111\"", "'111' is not that of the id" },
	};

	expect_faults(rows, COUNT(rows));
}

Test(check, a_vendors_entry_names_the_vendor_of_its_id)
{
	static const struct row rows[] = {
		{ "no vendor",
		  PAGE("vendor:acme", "") CODE("acme:598", "598", "vendor",
		  "current", ""),
		  2, "{ id", "has no 'vendor'" },
		{ "another vendor",
		  PAGE("vendor:acme", SEE("vendor:nginx")) PAGE("vendor:nginx", "")
		  CODE("acme:598", "598", "vendor", "current",
		  ", vendor: nginx"),
		  3, "nginx", "the vendor 'nginx' is not that of the id" },
		{ "another vendor of the same length",
		  PAGE("vendor:acme", SEE("vendor:acne")) PAGE("vendor:acne", "")
		  CODE("acme:598", "598", "vendor", "current",
		  ", vendor: acne"),
		  3, "acne", "the vendor 'acne' is not that of the id" },
		{ "the beginning of the vendor",
		  PAGE("vendor:acme", SEE("vendor:ac")) PAGE("vendor:ac", "")
		  CODE("acme:598", "598", "vendor", "current", ", vendor: ac"),
		  3, "ac,", "the vendor 'ac' is not that of the id" },
		{ "more than the vendor",
		  PAGE("vendor:acme", SEE("vendor:acmeco")) PAGE("vendor:acmeco", "")
		  CODE("acme:598", "598", "vendor", "current",
		  ", vendor: acmeco"),
		  3, "acmeco", "the vendor 'acmeco' is not that of the id" },
		{ "a vendor on a registered code",
		  PAGE("vendor:acme", "")
		  STANDARD("402", ", vendor: acme" SEE("vendor:acme")), 2,
		  "acme,", "the vendor 'acme' is not that of the id" },
		{ "no page", VENDOR("acme", "598", ""), 1, "acme, summary",
		  "the vendor 'acme' has no page" },
	};

	expect_faults(rows, COUNT(rows));
}

#define REASON(origin, word, more) VENDOR(origin, word, more)

Test(check, a_reason_stands_beside_statuses_of_its_origin)
{
	static const struct row rows[] = {
		{ "a status that is nowhere",
		  PAGE("vendor:haproxy", "")
		  REASON("haproxy", "sH", ", goes_with: [504]"),
		  2, "504", "no entry has the id '504'" },
		{ "a page", PAGE("class:5xx", "") PAGE("vendor:haproxy", "")
		  REASON("haproxy", "sH", ", goes_with: [\"class:5xx\"]"),
		  3, "\"class:5xx\"", "'class:5xx' is no code" },
		{ "another reason", PAGE("vendor:haproxy", "")
		  REASON("haproxy", "sC", "")
		  REASON("haproxy", "sH", ", goes_with: [\"haproxy:sC\"]"),
		  3, "\"haproxy:sC\"", "'haproxy:sC' is no code" },
		{ "a code that goes with another",
		  STANDARD("503", "") STANDARD("504", ", goes_with: [503]"), 2,
		  "[503]", "'goes_with' stands on '504', which is no reason" },
		{ "another parent",
		  STANDARD("504", "") PAGE("vendor:haproxy", "")
		  REASON("haproxy", "sH", PARENT("504")),
		  3, "\"504\"", "expected 'vendor:haproxy', or no such key" },
		{ "the page of another origin",
		  PAGE("vendor:haproxies", "") PAGE("vendor:haproxy", "")
		  REASON("haproxy", "sH", PARENT("vendor:haproxies")),
		  3, "\"vendor:haproxies\"", "expected 'vendor:haproxy'" },
		{ "no page of its origin", REASON("haproxy", "sH", ""), 1,
		  "haproxy, summary", "the vendor 'haproxy' has no page" },
	};

	expect_faults(rows, COUNT(rows));
	expect_sound("reasons",
		     STANDARD("503", "") STANDARD("504", "")
		     PAGE("vendor:haproxy", "")
		     REASON("haproxy", "sH", ", goes_with: [504, 503]"
		     PARENT("vendor:haproxy"))
		     REASON("haproxy", "SH", ""));
}

Test(check, kind_and_id_agree_on_what_is_a_page)
{
	static const struct row rows[] = {
		{ "a class", CODE("class:4xx", "4xx", "standard", "current", ""),
		  1, "standard", "the id 'class:4xx' is that of a page" },
		{ "an origin",
		  CODE("vendor:acme", "404", "standard", "current", "")
		  STANDARD("402", SEE("vendor:acme")),
		  1, "standard", "the id 'vendor:acme' is that of a page" },
		{ "a family that has no number",
		  PAGE("acme:quota", "") STANDARD("402", PARENT("acme:quota")),
		  1, "\"acme:quota\"", "has no number in its id" },
	};

	expect_faults(rows, COUNT(rows));
}

/* RFC 9110, section 15.1; of 451 RFC 7725, section 3. */
static const char *const cacheable[] = { "200", "203", "204", "206",
					 "300", "301", "308", "404",
					 "405", "410", "414", "451",
					 "501" };

static void write_standard(struct strbuf *text, const char *id,
			   const char *more)
{
	strbuf_addf(text,
		    "- { id: %s, code: %s, phrase: P, kind: standard, "
		    "state: current%s" REST,
		    id, id, more);
}

Test(check, the_thirteen_codes_are_cacheable)
{
	static const char *const answers[] = { "", ", cacheable: no" };
	struct strbuf text;

	strbuf_init(&text);
	for (size_t i = 0; i < COUNT(cacheable); i++) {
		strbuf_reset(&text);
		write_standard(&text, cacheable[i], ", cacheable: yes");
		expect_sound(cacheable[i], text.text);
		for (size_t j = 0; j < COUNT(answers); j++) {
			struct row row = { cacheable[i], NULL, 1, "{ id",
					   "is not 'cacheable: yes'" };

			strbuf_reset(&text);
			write_standard(&text, cacheable[i], answers[j]);
			row.text = text.text;
			expect_faults(&row, 1);
		}
	}
	strbuf_clear(&text);
}

static bool is_cacheable(unsigned int number)
{
	for (size_t i = 0; i < COUNT(cacheable); i++) {
		if (strtoul(cacheable[i], NULL, 10) == number)
			return true;
	}
	return false;
}

Test(check, no_other_code_is_cacheable)
{
	struct strbuf text;

	strbuf_init(&text);
	for (unsigned int number = 100; number < 600; number++) {
		char id[12];
		struct row row = { id, NULL, 1, "yes",
				   "'cacheable' is yes on" };

		if (is_cacheable(number))
			continue;
		snprintf(id, sizeof(id), "%u", number);
		strbuf_reset(&text);
		write_standard(&text, id, ", cacheable: no");
		expect_sound(id, text.text);
		strbuf_reset(&text);
		write_standard(&text, id, ", cacheable: yes");
		row.text = text.text;
		expect_faults(&row, 1);
	}
	strbuf_clear(&text);
}

Test(check, the_same_number_of_another_origin_is_not_cacheable)
{
	static const struct row rows[] = {
		{ "a vendor's 404",
		  PAGE("vendor:acme", "")
		  VENDOR("acme", "404", ", cacheable: yes"),
		  2, "yes", "'cacheable' is yes on 'acme:404'" },
	};

	expect_faults(rows, COUNT(rows));
	expect_sound("a vendor's 404 without it",
		     PAGE("vendor:acme", "") VENDOR("acme", "404", ""));
}

Test(check, several_faults_are_reported_at_once)
{
	struct sample sample;

	sample_read(&sample, STANDARD("402", ", cacheable: yes" SEE("499"))
		    CODE("acme:598", "599", "vendor", "current", ""));
	cr_assert_eq(sample.faults.total, 0);
	cr_expect_not(drafts_check(&sample.drafts, &sample.faults));
	cr_expect_eq(sample.faults.total, 4);
	sample_clear(&sample);
}

Test(check, faults_of_before_are_not_taken_for_ones_of_its_own)
{
	struct sample sample;

	sample_read(&sample, STANDARD("402", "") "- id: 403\n");
	cr_expect_neq(sample.faults.total, 0);
	cr_expect(drafts_check(&sample.drafts, &sample.faults));
	sample_clear(&sample);
}

/* A chain that was walked anew from each of its links took the square. */
Test(check, a_long_chain_of_parents_is_checked_in_one_walk)
{
	enum { LENGTH = 20000 };
	struct sample sample;
	struct strbuf text;

	for (int circle = 0; circle < 2; circle++) {
		strbuf_init(&text);
		strbuf_add(&text, PAGE("vendor:acme", ""));
		for (int i = 0; i < LENGTH; i++) {
			strbuf_addf(&text,
				    "- { id: \"acme:%d\", code: %d, "
				    "vendor: acme, phrase: P, kind: vendor, "
				    "state: current",
				    i, i);
			if (i > 0 || circle > 0)
				strbuf_addf(&text, ", parent: \"acme:%d\"",
					    i > 0 ? i - 1 : LENGTH - 1);
			strbuf_add(&text, REST);
		}
		sample_read(&sample, text.text);
		cr_assert_eq(sample.faults.total, 0);
		drafts_check(&sample.drafts, &sample.faults);
		cr_expect_eq(sample.faults.total,
			     circle > 0 ? (size_t)LENGTH : 0);
		if (circle == 0)
			image_free(image_build(&sample.drafts, "deep"));
		sample_clear(&sample);
		strbuf_clear(&text);
	}
}

/* The word index counts the words of an entry, and has so many bits for them. */
Test(check, an_entry_that_is_too_long_is_a_fault)
{
	struct sample sample;
	struct strbuf text;

	for (int more = 0; more < 2; more++) {
		strbuf_init(&text);
		strbuf_add(&text, STANDARD("402", ", keywords: [x]"));
		strbuf_add(&text, "- { id: \"403\", code: \"403\", phrase: P, "
				  "kind: standard, state: current, means: \"");
		for (size_t i = 0; i < ENTRY_LIMIT / 2 - 100 + 200U * (size_t)more;
		     i++)
			strbuf_add(&text, "a ");
		strbuf_add(&text, "\", summary: S., checked: 2026-11-21, "
				  "sources: [{ title: T, url: "
				  "\"https://a.example/\" }] }\n");
		sample_read(&sample, text.text);
		cr_assert_eq(sample.faults.count, (size_t)more);
		cr_expect_eq(sample.drafts.count, (size_t)(2 - more));
		if (more > 0) {
			cr_expect_eq(sample.faults.faults[0].place.line, 2);
			cr_expect_not_null(strstr(
				sample.faults.faults[0].message,
				"more than 1048576 bytes; expected fewer"));
		}
		sample_clear(&sample);
		strbuf_clear(&text);
	}
}
