#include "catalogue/builder.h"

#include "base/strbuf.h"
#include "catalogue/index.h"
#include "unit/catalogue/sample.h"

#define EVERYDAY ", everyday: yes"
#define PARENT(id) ", parent: \"" id "\""

static const char *id_of(const struct image *image, uint32_t entry)
{
	return image->text + image_value(image, entry, FIELD_ID);
}

/* The ids in the order of the image, parted by blanks. */
static void expect_order(const char *text, const char *wanted)
{
	struct sample sample;
	struct strbuf found;

	sample_build(&sample, text);
	strbuf_init(&found);
	for (uint32_t i = 0; i < sample.image->count; i++)
		strbuf_addf(&found, "%s%s", i == 0 ? "" : " ",
			    id_of(sample.image, i));
	cr_expect_str_eq(found.text, wanted, "%s", found.text);
	strbuf_clear(&found);
	sample_clear(&sample);
}

/* --------------------------------------------------------------------------
 * The order
 */

Test(builder, codes_stand_in_the_order_of_their_numbers)
{
	expect_order(STANDARD("500", "") STANDARD("404", "")
		     VENDOR("iis", "404.10", "") STANDARD("100", "")
		     VENDOR("iis", "404.7", "") STANDARD("405", ""),
		     "100 404 iis:404.7 iis:404.10 405 500");
}

Test(builder, classes_stand_in_the_order_of_the_tree)
{
	expect_order(WARNING("110", "") VENDOR("linkedin", "999", "")
		     VENDOR("envoy", "0", "") STANDARD("511", "")
		     STANDARD("404", "") STANDARD("100", "")
		     VENDOR("cloudflare", "1020", ""),
		     "100 404 511 envoy:0 linkedin:999 cloudflare:1020 "
		     "warning:110");
}

Test(builder, reasons_come_after_all_codes_by_origin_and_word)
{
	expect_order(PAGE("vendor:envoy", "") VENDOR("haproxy", "sH", "")
		     VENDOR("envoy", "UF", EVERYDAY) VENDOR("envoy", "UC", "")
		     WARNING("110", "") VENDOR("haproxy", "SH", EVERYDAY)
		     VENDOR("envoy", "0", ""),
		     "envoy:0 warning:110 envoy:UC envoy:UF haproxy:SH "
		     "haproxy:sH vendor:envoy");
}

Test(builder, guides_stand_as_they_are_written)
{
	expect_order(PAGE("class:1xx", "") PAGE("guide:start", "")
		     PAGE("guide:z", "") PAGE("guide:a", "")
		     PAGE("guide:z.a", ""),
		     "guide:start guide:z guide:a guide:z.a class:1xx");
}

Test(builder, codes_come_before_pages)
{
	expect_order(PAGE("class:vendors", "") PAGE("vendor:nginx", "")
		     PAGE("class:5xx", "") PAGE("class:1xx", "")
		     STANDARD("100", "") WARNING("110", ""),
		     "100 warning:110 class:1xx class:5xx class:vendors "
		     "vendor:nginx");
}

Test(builder, of_one_number_the_registered_meaning_comes_first)
{
	expect_order(VENDOR("aaa", "404", EVERYDAY) STANDARD("404", ""),
		     "404 aaa:404");
}

Test(builder, then_come_everyday_meanings_those_in_use_and_the_rest)
{
	expect_order(CODE("aaa:499", "499", "vendor", "obsolete", "")
		     CODE("bbb:499", "499", "vendor", "deprecated", "")
		     CODE("ccc:499", "499", "vendor", "experimental", "")
		     CODE("ddd:499", "499", "vendor", "current", "")
		     CODE("eee:499", "499", "vendor", "current", EVERYDAY)
		     CODE("nnn:499", "499", "vendor", "obsolete", EVERYDAY),
		     "eee:499 nnn:499 ccc:499 ddd:499 aaa:499 bbb:499");
}

Test(builder, meanings_of_one_rank_stand_by_name)
{
	expect_order(VENDOR("caddy", "499", "") VENDOR("azure", "499", "")
		     VENDOR("aws-elb", "499", "") VENDOR("traefik", "499", ""),
		     "aws-elb:499 azure:499 caddy:499 traefik:499");
}

#define NAMED(id, phrase)                                                     \
	"- { id: \"" id "\", kind: page, phrase: " phrase REST

Test(builder, pages_of_origins_stand_by_the_names_that_they_show)
{
	expect_order(NAMED("vendor:zzz", "Amazon") NAMED("vendor:aaa", "nginx")
		     NAMED("vendor:bbb", "Oxylabs") PAGE("class:vendors", ""),
		     "vendor:zzz vendor:aaa vendor:bbb class:vendors");
}

Test(builder, the_order_does_not_depend_on_that_of_the_file)
{
	expect_order(STANDARD("404", "") VENDOR("nginx", "499", "")
		     PAGE("class:4xx", ""),
		     "404 nginx:499 class:4xx");
	expect_order(PAGE("class:4xx", "") VENDOR("nginx", "499", "")
		     STANDARD("404", ""),
		     "404 nginx:499 class:4xx");
}

Test(builder, by_id_is_sorted_by_bytes)
{
	struct sample sample;
	const struct image *image;

	sample_build(&sample, PAGE("class:4xx", "") STANDARD("404", "")
		     VENDOR("nginx", "499", "") WARNING("110", "")
		     VENDOR("nginx", "444", "") STANDARD("500", "")
		     VENDOR("aws-elb", "460", "") PAGE("vendor:nginx", ""));
	image = sample.image;
	cr_assert_eq(image->count, 8);
	for (uint32_t i = 1; i < image->count; i++)
		cr_expect_lt(strcmp(id_of(image, image->by_id[i - 1]),
				    id_of(image, image->by_id[i])),
			     0, "place %u", i);
	sample_clear(&sample);
}

/* --------------------------------------------------------------------------
 * Links
 */

static void expect_parent(const struct sample *sample, const char *id,
			  const char *wanted)
{
	uint32_t parent =
		sample->image->records[sample_entry(sample, id)].parent;

	if (wanted == NULL)
		cr_expect_eq(parent, IMAGE_NONE, "%s", id);
	else
		cr_expect_eq(parent, sample_entry(sample, wanted), "%s", id);
}

Test(builder, an_entry_hangs_below_its_parent_or_the_page_of_its_class)
{
	struct sample sample;

	sample_build(&sample,
		     PAGE("class:4xx", "") PAGE("class:outside", "")
		     PAGE("class:warning", "") PAGE("class:vendors", "")
		     PAGE("vendor:nginx", "")
		     PAGE("cloudflare:1xxx", PARENT("class:outside"))
		     STANDARD("404", "") VENDOR("iis", "404.7", PARENT("404"))
		     VENDOR("nginx", "499", "") VENDOR("linkedin", "999", "")
		     VENDOR("cloudflare", "1020", PARENT("cloudflare:1xxx"))
		     VENDOR("fastly", "600-699", "") WARNING("110", "")
		     STANDARD("100", ""));
	expect_parent(&sample, "404", "class:4xx");
	expect_parent(&sample, "iis:404.7", "404");
	expect_parent(&sample, "nginx:499", "class:4xx");
	expect_parent(&sample, "linkedin:999", "class:outside");
	expect_parent(&sample, "fastly:600-699", "class:outside");
	expect_parent(&sample, "cloudflare:1020", "cloudflare:1xxx");
	expect_parent(&sample, "cloudflare:1xxx", "class:outside");
	expect_parent(&sample, "warning:110", "class:warning");
	expect_parent(&sample, "vendor:nginx", "class:vendors");
	expect_parent(&sample, "class:4xx", NULL);
	expect_parent(&sample, "class:vendors", NULL);
	/* Its class has no page here. */
	expect_parent(&sample, "100", NULL);
	sample_clear(&sample);
}

static void expect_origin(const struct sample *sample, const char *id,
			  const char *wanted)
{
	uint32_t origin =
		sample->image->records[sample_entry(sample, id)].origin;

	if (wanted == NULL)
		cr_expect_eq(origin, IMAGE_NONE, "%s", id);
	else
		cr_expect_eq(origin, sample_entry(sample, wanted), "%s", id);
}

Test(builder, a_code_knows_the_page_of_its_origin)
{
	struct sample sample;

	sample_build(&sample,
		     PAGE("vendor:nginx", "") PAGE("vendor:draft", "")
		     PAGE("vendor:cloudflare", "") PAGE("cloudflare:1xxx", "")
		     STANDARD("404", "") VENDOR("nginx", "499", "")
		     VENDOR("caddy", "499", "") WARNING("110", "")
		     CODE("draft:430", "430", "standard", "obsolete", ""));
	expect_origin(&sample, "nginx:499", "vendor:nginx");
	expect_origin(&sample, "draft:430", "vendor:draft");
	expect_origin(&sample, "caddy:499", NULL);
	expect_origin(&sample, "404", NULL);
	expect_origin(&sample, "warning:110", NULL);
	expect_origin(&sample, "vendor:nginx", NULL);
	expect_origin(&sample, "cloudflare:1xxx", NULL);
	sample_clear(&sample);
}

Test(builder, the_tree_holds_every_entry_once)
{
	struct sample sample;
	const struct image *image;
	bool seen[5] = { false };

	sample_build(&sample, PAGE("class:4xx", "") STANDARD("404", "")
		     VENDOR("iis", "404.7", PARENT("404"))
		     STANDARD("405", "") WARNING("110", ""));
	image = sample.image;
	cr_assert_eq(image->node_count, 5);
	for (uint32_t i = 0; i < image->node_count; i++) {
		uint32_t entry = image->nodes[i].entry;

		cr_assert_lt(entry, 5);
		cr_expect_not(seen[entry]);
		seen[entry] = true;
		cr_expect_eq(image->records[entry].node, i);
	}
	cr_expect_eq(image->nodes[image->records[sample_entry(
						 &sample, "class:4xx")]
					  .node]
			     .codes,
		     3);
	sample_clear(&sample);
}

/* --------------------------------------------------------------------------
 * Values
 */

Test(builder, texts_keep_what_yaml_gave_but_the_last_newline)
{
	struct sample sample;
	const struct catalogue *it = &sample.catalogue;

	sample_build(&sample,
		     "- id: 404\n  code: 404\n  phrase: Not Found\n"
		     "  kind: standard\n  state: current\n"
		     "  summary: >\n    One sentence\n    on two lines.\n"
		     "  means: |\n    One.\n\n    - Two.\n\n\n"
		     "  example: |\n    GET / HTTP/1.1\n\n    body\n"
		     "  sources: [{ title: T, url: \"https://a.example/\" }]\n"
		     "  checked: 2026-11-21\n");
	cr_expect_str_eq(catalogue_text(it, 0, FIELD_SUMMARY),
			 "One sentence on two lines.");
	cr_expect_str_eq(catalogue_text(it, 0, FIELD_MEANS),
			 "One.\n\n- Two.");
	cr_expect_str_eq(catalogue_text(it, 0, FIELD_EXAMPLE),
			 "GET / HTTP/1.1\n\nbody");
	sample_clear(&sample);
}

Test(builder, equal_texts_are_kept_once)
{
	struct sample sample;
	const struct image *image;

	sample_build(&sample, STANDARD("404", "") STANDARD("405", ""));
	image = sample.image;
	cr_expect_eq(image_value(image, 0, FIELD_MEANS),
		     image_value(image, 1, FIELD_MEANS));
	cr_expect_neq(image_value(image, 0, FIELD_ID),
		      image_value(image, 1, FIELD_ID));
	sample_clear(&sample);
}

Test(builder, what_is_absent_is_offset_zero)
{
	struct sample sample;
	const struct image *image;

	sample_build(&sample, STANDARD("404", ""));
	image = sample.image;
	cr_expect_str_eq(image->text, "");
	cr_expect_eq(image->lists[0], 0);
	cr_expect_eq(image_value(image, 0, FIELD_RETRY), 0);
	cr_expect_eq(image_value(image, 0, FIELD_KEYWORDS), 0);
	for (enum field field = 0; field < FIELD_COUNT; field++)
		cr_expect_eq(image_value(image, 0, field) != 0,
			     schema_field(field)->need < NEED_MAYBE, "%s",
			     schema_field(field)->key);
	sample_clear(&sample);
}

Test(builder, the_name_is_copied)
{
	char name[] = "mine.yaml";
	struct sample sample;
	struct image *image;

	sample_read(&sample, STANDARD("404", ""));
	image = image_build(&sample.drafts, name);
	name[0] = 'X';
	cr_expect_str_eq(image->name, "mine.yaml");
	image_free(image);
	sample_clear(&sample);
}

Test(builder, the_image_outlives_the_drafts)
{
	struct sample sample;

	sample_build(&sample, STANDARD("404", "") PAGE("class:4xx", ""));
	drafts_clear(&sample.drafts);
	cr_expect_str_eq(id_of(sample.image, 0), "404");
	cr_expect_str_eq(id_of(sample.image, 1), "class:4xx");
	sample_clear(&sample);
}

Test(builder, no_entries_make_an_empty_image)
{
	struct sample sample;

	sample_build(&sample, "");
	cr_expect_eq(sample.image->count, 0);
	cr_expect_eq(sample.image->node_count, 0);
	cr_expect_eq(sample.image->index.word_count, 0);
	sample_clear(&sample);
}

Test(builder, freeing_nothing_is_allowed)
{
	image_free(NULL);
}

static void expect_equal(const struct image *a, const struct image *b)
{
	cr_assert_eq(a->count, b->count);
	cr_assert_eq(a->text_size, b->text_size);
	cr_assert_eq(a->list_count, b->list_count);
	cr_expect_eq(memcmp(a->text, b->text, a->text_size), 0);
	cr_expect_eq(memcmp(a->lists, b->lists,
			    a->list_count * sizeof(*a->lists)),
		     0);
	cr_expect_eq(memcmp(a->by_id, b->by_id,
			    a->count * sizeof(*a->by_id)),
		     0);
	cr_expect_eq(memcmp(a->nodes, b->nodes,
			    a->node_count * sizeof(*a->nodes)),
		     0);
	cr_expect_eq(memcmp(a->values, b->values,
			    a->count * FIELD_COUNT * sizeof(*a->values)),
		     0);
}

Test(builder, equal_files_give_equal_images)
{
	static const char text[] =
		PAGE("class:4xx", "") PAGE("vendor:nginx", "")
		STANDARD("404", ", keywords: [a, b, c]")
		VENDOR("nginx", "499", "") VENDOR("nginx", "444", "")
		VENDOR("iis", "404.7", PARENT("404"));
	struct sample a, b;

	sample_build(&a, text);
	sample_build(&b, text);
	expect_equal(a.image, b.image);
	sample_clear(&a);
	sample_clear(&b);
}

/* --------------------------------------------------------------------------
 * The word index
 */

/* The position of a word in a field of an entry; 0 when it is not there. */
static uint32_t position_of(const struct sample *sample, const char *id,
			    enum field field, const char *word)
{
	const struct word_index *index = &sample->image->index;
	uint32_t entry = sample_entry(sample, id);
	uint32_t at = 0;

	while (at < index->word_count &&
	       strcmp(index->blob + index->words[at], word) != 0)
		at++;
	if (at == index->word_count)
		return 0;
	for (uint32_t i = index->firsts[at]; i < index->firsts[at + 1]; i++) {
		const struct posting *posting = &index->postings[i];

		if (posting->entry != entry)
			continue;
		for (uint32_t spot = posting[0].spots; spot < posting[1].spots;
		     spot++) {
			if (spot_field(index->spots[spot]) == field)
				return spot_position(index->spots[spot]);
		}
	}
	return 0;
}

static const char indexed[] =
	"- id: \"vendor:acme\"\n  phrase: Acme Gateway\n  kind: page\n"
	"  summary: S.\n  means: M.\n"
	"  sources: [{ title: T, url: \"https://a.example/\" }]\n"
	"  checked: 2026-11-21\n"
	"- id: \"acme:598\"\n  code: 598\n  vendor: acme\n"
	"  phrase: Quota Lost\n  kind: vendor\n  state: current\n"
	"  state_note: since spring\n"
	"  summary: The quota vanished.\n"
	"  aliases:\n    - { phrase: Former Name, from: Handbook }\n"
	"  defined_in:\n    - { document: Manual, section: Errors,"
	" note: renamed }\n"
	"  headers:\n    - { name: Retry-After, level: MUST, why: seconds }\n"
	"  emitted_by: [gateway]\n"
	"  keywords: [fail closed, exhausted]\n"
	"  question: Which way?\n"
	"  choices:\n    - say: Uphill\n      to: \"vendor:acme\"\n"
	"      because: Steep\n"
	"      houses: [{ who: Mountaineers, code: 404, why: descend }]\n"
	"  means: |\n    First paragraph.\n\n    Second one.\n\n    - Item.\n"
	"  example: |\n    GET /path\n    Host: there\n"
	"  see_also:\n    - { id: \"vendor:acme\", difference: Whole page. }\n"
	"  sources: [{ title: Hidden, url: \"https://b.example/\" }]\n"
	"  checked: 2026-11-22\n";

Test(builder, the_indexed_fields_are_in_the_index)
{
	static const struct {
		enum field field;
		const char *word;
	} rows[] = {
		{ FIELD_PHRASE, "quota" },
		{ FIELD_VENDOR, "acme" },
		{ FIELD_STATE_NOTE, "spring" },
		{ FIELD_SUMMARY, "vanished" },
		{ FIELD_ALIASES, "former" },
		{ FIELD_ALIASES, "handbook" },
		{ FIELD_DEFINED_IN, "manual" },
		{ FIELD_DEFINED_IN, "renamed" },
		{ FIELD_HEADERS, "retry" },
		{ FIELD_HEADERS, "seconds" },
		{ FIELD_KEYWORDS, "exhausted" },
		{ FIELD_MEANS, "paragraph" },
		{ FIELD_EXAMPLE, "path" },
		{ FIELD_EXAMPLE, "there" },
		{ FIELD_SEE_ALSO, "whole" },
		{ FIELD_QUESTION, "which" },
		{ FIELD_CHOICES, "uphill" },
		{ FIELD_CHOICES, "steep" },
		{ FIELD_CHOICES, "mountaineers" },
		{ FIELD_CHOICES, "descend" },
	};
	struct sample sample;

	sample_build(&sample, indexed);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_neq(position_of(&sample, "acme:598", rows[i].field,
					  rows[i].word),
			      0, "%s in %s", rows[i].word,
			      schema_field(rows[i].field)->key);
	sample_clear(&sample);
}

Test(builder, the_other_fields_and_parts_are_not)
{
	static const char *const words[] = { "598",    "vendor", "current",
					     "errors", "must",	 "gateway",
					     "hidden", "https",	 "example",
					     "2026",   "404" };
	struct sample sample;

	sample_build(&sample, indexed);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		for (enum field field = 0; field < FIELD_COUNT; field++) {
			/* The name of the origin is added to `vendor`. */
			if (field != FIELD_VENDOR)
				cr_expect_eq(position_of(&sample, "acme:598",
							 field, words[i]),
					     0, "%s in %s", words[i],
					     schema_field(field)->key);
		}
	}
	sample_clear(&sample);
}

Test(builder, a_code_is_found_by_the_name_of_its_origin)
{
	struct sample sample;

	sample_build(&sample, indexed);
	cr_expect_neq(position_of(&sample, "acme:598", FIELD_VENDOR,
				  "gateway"),
		      0);
	sample_clear(&sample);
}

Test(builder, a_page_of_an_origin_is_found_by_its_id)
{
	struct sample sample;

	sample_build(&sample, PAGE("vendor:aws-elb", "") PAGE("class:4xx", ""));
	cr_expect_neq(position_of(&sample, "vendor:aws-elb", FIELD_VENDOR,
				  "elb"),
		      0);
	cr_expect_eq(position_of(&sample, "class:4xx", FIELD_VENDOR, "4xx"),
		     0);
	sample_clear(&sample);
}

Test(builder, a_reason_is_found_by_its_word)
{
	struct sample sample;

	sample_build(&sample, VENDOR("haproxy", "sH", "")
		     VENDOR("heroku", "H12", "") VENDOR("acme", "598", ""));
	cr_expect_neq(position_of(&sample, "haproxy:sH", FIELD_CODE, "sh"), 0);
	cr_expect_neq(position_of(&sample, "heroku:H12", FIELD_CODE, "h12"),
		      0);
	cr_expect_eq(position_of(&sample, "acme:598", FIELD_CODE, "598"), 0);
	sample_clear(&sample);
}

/* Whether word `b` follows word `a`, as in a phrase. */
static bool follows(const struct sample *sample, enum field field,
		    const char *a, const char *b)
{
	uint32_t first = position_of(sample, "acme:598", field, a);
	uint32_t second = position_of(sample, "acme:598", field, b);

	cr_assert_neq(first, 0, "%s", a);
	cr_assert_neq(second, 0, "%s", b);
	return second == first + 1;
}

Test(builder, a_phrase_does_not_run_from_one_text_into_the_next)
{
	struct sample sample;

	sample_build(&sample, indexed);
	cr_expect(follows(&sample, FIELD_MEANS, "first", "paragraph"));
	cr_expect_not(follows(&sample, FIELD_MEANS, "paragraph", "second"));
	cr_expect_not(follows(&sample, FIELD_MEANS, "one", "item"));
	cr_expect(follows(&sample, FIELD_KEYWORDS, "fail", "closed"));
	cr_expect_not(follows(&sample, FIELD_KEYWORDS, "closed",
			      "exhausted"));
	cr_expect_not(follows(&sample, FIELD_ALIASES, "name", "handbook"));
	cr_expect_not(follows(&sample, FIELD_EXAMPLE, "path", "host"));
	sample_clear(&sample);
}
