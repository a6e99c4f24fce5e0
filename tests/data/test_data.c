/*
 * What must hold of the catalogue in the executable: its facts, against
 * tables that were written from the documents rather than from data/.
 */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/words.h"
#include "base/xalloc.h"
#include "catalogue/builder.h"
#include "catalogue/builtin.h"
#include "catalogue/catalogue.h"
#include "catalogue/check.h"
#include "catalogue/id.h"
#include "catalogue/prose.h"
#include "data/ids.h"
#include "unit/catalogue/sample.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct catalogue it = { &builtin_image };

static const char *id_of(entry_t entry)
{
	return catalogue_id(&it, entry);
}

static entry_t entry_of(const char *id)
{
	entry_t entry = catalogue_find(&it, id);

	cr_assert_neq(entry, ENTRY_NONE, "no entry %s", id);
	return entry;
}

static bool is_among(const char *id, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(list[i], id) == 0)
			return true;
	}
	return false;
}

/* Every entry of the list has what `has` looks for, and no other has it. */
static void expect_exactly(const char *const *list, size_t count,
			   bool (*has)(entry_t entry))
{
	for (size_t i = 0; i < count; i++)
		entry_of(list[i]);
	for (entry_t i = 0; i < catalogue_count(&it); i++)
		cr_expect_eq(has(i), is_among(id_of(i), list, count), "%s",
			     id_of(i));
}

static bool is_page(entry_t entry)
{
	return catalogue_kind(&it, entry) == KIND_PAGE;
}

/* --------------------------------------------------------------------------
 * Ids and links
 */

Test(data, every_entry_that_ever_was_is_there)
{
	for (size_t i = 0; i < COUNT(ids); i++)
		cr_expect_neq(catalogue_find(&it, ids[i]), ENTRY_NONE, "%s",
			      ids[i]);
}

Test(data, ids_are_valid_and_unique)
{
	const struct image *image = it.image;

	for (uint32_t i = 0; i < image->count; i++) {
		cr_expect(id_valid(id_of(i)), "%s", id_of(i));
		if (i > 0)
			cr_expect_lt(strcmp(id_of(image->by_id[i - 1]),
					    id_of(image->by_id[i])),
				     0, "%s", id_of(image->by_id[i]));
	}
}

Test(data, every_link_leads_to_another_entry)
{
	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		size_t count = catalogue_items(&it, i, FIELD_SEE_ALSO);

		for (size_t at = 0; at < count; at++) {
			const char *id = catalogue_item(
				&it, i, FIELD_SEE_ALSO, at, PART_SEE_ID);
			entry_t other = catalogue_find(&it, id);

			cr_expect_neq(other, ENTRY_NONE, "%s links to %s",
				      id_of(i), id);
			cr_expect_neq(other, i, "%s links to itself",
				      id_of(i));
		}
	}
}

Test(data, every_parent_is_there_and_only_the_top_rows_have_none)
{
	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		const char *parent = catalogue_text(&it, i, FIELD_PARENT);

		cr_expect_eq(catalogue_parent(&it, i) == ENTRY_NONE,
			     catalogue_sort(&it, i) == SORT_CLASS ||
				     strcmp(id_of(i), "guide:start") == 0,
			     "%s", id_of(i));
		if (parent != NULL)
			cr_expect_eq(catalogue_parent(&it, i),
				     catalogue_find(&it, parent), "%s",
				     id_of(i));
	}
}

/* A row of iis:404.7 belongs under 404, wherever the file puts it. */
Test(data, a_sub_code_hangs_below_its_code)
{
	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		struct code code = catalogue_code(&it, i);
		char parent[12];

		if (code.sub == 0)
			continue;
		snprintf(parent, sizeof(parent), "%u", code.low);
		cr_expect_eq(catalogue_parent(&it, i), entry_of(parent), "%s",
			     id_of(i));
	}
}

Test(data, each_class_has_its_page)
{
	static const char *const pages[] = {
		"class:1xx", "class:2xx",     "class:3xx",     "class:4xx",
		"class:5xx", "class:outside", "class:warning", "class:vendors",
	};

	for (size_t i = 0; i < COUNT(pages); i++) {
		entry_t page = entry_of(pages[i]);

		cr_expect(is_page(page), "%s", pages[i]);
		cr_expect_eq(catalogue_row(&it, catalogue_row_of(&it, page))
				     ->depth,
			     0, "%s", pages[i]);
	}
}

/* --------------------------------------------------------------------------
 * The registry: IANA's HTTP Status Code Registry of 2025-09-15.  It names a
 * section for RFC 9110 alone.
 */

static const struct {
	const char *code;
	const char *phrase;
	const char *document;
	const char *section;
} registry[] = {
	{ "100", "Continue", "RFC 9110", "15.2.1" },
	{ "101", "Switching Protocols", "RFC 9110", "15.2.2" },
	{ "102", "Processing", "RFC 2518", NULL },
	{ "103", "Early Hints", "RFC 8297", NULL },
	{ "104", "Upload Resumption Supported",
	  "draft-ietf-httpbis-resumable-upload", NULL },
	{ "200", "OK", "RFC 9110", "15.3.1" },
	{ "201", "Created", "RFC 9110", "15.3.2" },
	{ "202", "Accepted", "RFC 9110", "15.3.3" },
	{ "203", "Non-Authoritative Information", "RFC 9110", "15.3.4" },
	{ "204", "No Content", "RFC 9110", "15.3.5" },
	{ "205", "Reset Content", "RFC 9110", "15.3.6" },
	{ "206", "Partial Content", "RFC 9110", "15.3.7" },
	{ "207", "Multi-Status", "RFC 4918", NULL },
	{ "208", "Already Reported", "RFC 5842", NULL },
	{ "226", "IM Used", "RFC 3229", NULL },
	{ "300", "Multiple Choices", "RFC 9110", "15.4.1" },
	{ "301", "Moved Permanently", "RFC 9110", "15.4.2" },
	{ "302", "Found", "RFC 9110", "15.4.3" },
	{ "303", "See Other", "RFC 9110", "15.4.4" },
	{ "304", "Not Modified", "RFC 9110", "15.4.5" },
	{ "305", "Use Proxy", "RFC 9110", "15.4.6" },
	{ "306", "(Unused)", "RFC 9110", "15.4.7" },
	{ "307", "Temporary Redirect", "RFC 9110", "15.4.8" },
	{ "308", "Permanent Redirect", "RFC 9110", "15.4.9" },
	{ "400", "Bad Request", "RFC 9110", "15.5.1" },
	{ "401", "Unauthorized", "RFC 9110", "15.5.2" },
	{ "402", "Payment Required", "RFC 9110", "15.5.3" },
	{ "403", "Forbidden", "RFC 9110", "15.5.4" },
	{ "404", "Not Found", "RFC 9110", "15.5.5" },
	{ "405", "Method Not Allowed", "RFC 9110", "15.5.6" },
	{ "406", "Not Acceptable", "RFC 9110", "15.5.7" },
	{ "407", "Proxy Authentication Required", "RFC 9110", "15.5.8" },
	{ "408", "Request Timeout", "RFC 9110", "15.5.9" },
	{ "409", "Conflict", "RFC 9110", "15.5.10" },
	{ "410", "Gone", "RFC 9110", "15.5.11" },
	{ "411", "Length Required", "RFC 9110", "15.5.12" },
	{ "412", "Precondition Failed", "RFC 9110", "15.5.13" },
	{ "413", "Content Too Large", "RFC 9110", "15.5.14" },
	{ "414", "URI Too Long", "RFC 9110", "15.5.15" },
	{ "415", "Unsupported Media Type", "RFC 9110", "15.5.16" },
	{ "416", "Range Not Satisfiable", "RFC 9110", "15.5.17" },
	{ "417", "Expectation Failed", "RFC 9110", "15.5.18" },
	{ "418", "(Unused)", "RFC 9110", "15.5.19" },
	{ "421", "Misdirected Request", "RFC 9110", "15.5.20" },
	{ "422", "Unprocessable Content", "RFC 9110", "15.5.21" },
	{ "423", "Locked", "RFC 4918", NULL },
	{ "424", "Failed Dependency", "RFC 4918", NULL },
	{ "425", "Too Early", "RFC 8470", NULL },
	{ "426", "Upgrade Required", "RFC 9110", "15.5.22" },
	{ "428", "Precondition Required", "RFC 6585", NULL },
	{ "429", "Too Many Requests", "RFC 6585", NULL },
	{ "431", "Request Header Fields Too Large", "RFC 6585", NULL },
	{ "451", "Unavailable For Legal Reasons", "RFC 7725", NULL },
	{ "500", "Internal Server Error", "RFC 9110", "15.6.1" },
	{ "501", "Not Implemented", "RFC 9110", "15.6.2" },
	{ "502", "Bad Gateway", "RFC 9110", "15.6.3" },
	{ "503", "Service Unavailable", "RFC 9110", "15.6.4" },
	{ "504", "Gateway Timeout", "RFC 9110", "15.6.5" },
	{ "505", "HTTP Version Not Supported", "RFC 9110", "15.6.6" },
	{ "506", "Variant Also Negotiates", "RFC 2295", NULL },
	{ "507", "Insufficient Storage", "RFC 4918", NULL },
	{ "508", "Loop Detected", "RFC 5842", NULL },
	{ "510", "Not Extended", "RFC 2774", NULL },
	{ "511", "Network Authentication Required", "RFC 6585", NULL },
};

Test(data, each_code_of_the_registry_has_its_phrase_and_document)
{
	cr_assert_eq(COUNT(registry), 64);
	for (size_t i = 0; i < COUNT(registry); i++) {
		const char *code = registry[i].code;
		entry_t entry = entry_of(code);
		const char *section;

		cr_expect_eq(catalogue_kind(&it, entry), KIND_STANDARD, "%s",
			     code);
		cr_expect_str_eq(catalogue_text(&it, entry, FIELD_PHRASE),
				 registry[i].phrase, "%s", code);
		cr_assert_gt(catalogue_items(&it, entry, FIELD_DEFINED_IN), 0,
			     "%s", code);
		cr_expect_str_eq(catalogue_item(&it, entry, FIELD_DEFINED_IN,
						0, PART_DEFINED_DOCUMENT),
				 registry[i].document, "%s", code);
		section = catalogue_item(&it, entry, FIELD_DEFINED_IN, 0,
					 PART_DEFINED_SECTION);
		cr_assert_not_null(section, "%s", code);
		if (registry[i].section != NULL)
			cr_expect_str_eq(section, registry[i].section, "%s",
					 code);
	}
}

Test(data, no_other_code_passes_for_a_registered_one)
{
	size_t found = 0;

	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		bool listed = false;

		if (id_origin_length(id_of(i)) > 0)
			continue;
		for (size_t row = 0; row < COUNT(registry); row++)
			listed = listed ||
				 strcmp(registry[row].code, id_of(i)) == 0;
		cr_expect(listed, "%s", id_of(i));
		found++;
	}
	cr_expect_eq(found, COUNT(registry));
}

Test(data, what_the_registry_says_beside_a_code_is_its_state)
{
	static const struct {
		const char *id;
		enum entry_state state;
	} rows[] = {
		{ "104", STATE_EXPERIMENTAL }, /* a temporary registration */
		{ "305", STATE_DEPRECATED },
		{ "306", STATE_RESERVED },
		{ "418", STATE_RESERVED },
		{ "510", STATE_OBSOLETE },
		{ "iana:509", STATE_UNASSIGNED },
		{ "404", STATE_CURRENT },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(catalogue_state(&it, entry_of(rows[i].id)),
			     rows[i].state, "%s", rows[i].id);
}

static bool has_alias(const char *id, const char *alias)
{
	entry_t entry = entry_of(id);
	size_t count = catalogue_items(&it, entry, FIELD_ALIASES);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(catalogue_item(&it, entry, FIELD_ALIASES, i,
					  PART_ALIAS_PHRASE),
			   alias) == 0)
			return true;
	}
	return false;
}

Test(data, former_phrases_of_the_standards_are_aliases)
{
	static const struct {
		const char *id;
		const char *alias;
	} rows[] = {
		{ "302", "Moved Temporarily" },	      /* RFC 1945 */
		{ "306", "Switch Proxy" },	      /* a draft */
		{ "413", "Payload Too Large" },	      /* RFC 7231 */
		{ "413", "Request Entity Too Large" }, /* RFC 2616 */
		{ "414", "Request-URI Too Long" },    /* RFC 2616 */
		{ "416", "Requested Range Not Satisfiable" },
		{ "418", "I'm a teapot" },	      /* RFC 2324 */
		{ "422", "Unprocessable Entity" },    /* RFC 4918 */
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect(has_alias(rows[i].id, rows[i].alias), "%s: %s",
			  rows[i].id, rows[i].alias);
}

/* RFC 9110, section 15.1; RFC 7725, section 3, makes 451 the thirteenth. */
static bool is_cacheable(entry_t entry)
{
	return catalogue_flag(&it, entry, FIELD_CACHEABLE);
}

Test(data, thirteen_codes_are_cacheable)
{
	static const char *const list[] = { "200", "203", "204", "206",
					    "300", "301", "308", "404",
					    "405", "410", "414", "451",
					    "501" };

	expect_exactly(list, COUNT(list), is_cacheable);
}

static bool is_warning(entry_t entry)
{
	return catalogue_kind(&it, entry) == KIND_WARNING;
}

/* RFC 7234, section 5.5. */
Test(data, seven_warn_codes_are_those_of_the_warning_field)
{
	static const struct {
		const char *id;
		const char *phrase;
	} rows[] = {
		{ "warning:110", "Response is Stale" },
		{ "warning:111", "Revalidation Failed" },
		{ "warning:112", "Disconnected Operation" },
		{ "warning:113", "Heuristic Expiration" },
		{ "warning:199", "Miscellaneous Warning" },
		{ "warning:214", "Transformation Applied" },
		{ "warning:299", "Miscellaneous Persistent Warning" },
	};
	const char *list[COUNT(rows)];

	for (size_t i = 0; i < COUNT(rows); i++) {
		list[i] = rows[i].id;
		cr_expect_str_eq(catalogue_text(&it, entry_of(rows[i].id),
						FIELD_PHRASE),
				 rows[i].phrase, "%s", rows[i].id);
		cr_expect_eq(catalogue_state(&it, entry_of(rows[i].id)),
			     STATE_OBSOLETE, "%s", rows[i].id);
	}
	expect_exactly(list, COUNT(list), is_warning);
}

/* --------------------------------------------------------------------------
 * Origins
 */

/* How many codes an origin has. */
static size_t codes_of(const char *origin)
{
	size_t count = 0;

	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		size_t length;
		const char *name = catalogue_origin_name(&it, i, &length);

		count += name != NULL && length == strlen(origin) &&
			 strncmp(name, origin, length) == 0;
	}
	return count;
}

static const struct {
	const char *name;
	size_t codes;
} vendors[] = {
	{ "akamai", 5 }, { "alibaba-er", 2 }, { "android", 11 },
	{ "anthropic", 1 }, { "apache", 2 }, { "apify", 8 },
	{ "aspnet-core", 10 }, { "aws-api-gateway", 0 },
	{ "aws-cloudfront", 1 }, { "aws-elb", 8 }, { "aws-waf", 2 },
	{ "azure", 2 }, { "azure-front-door", 2 }, { "bitbucket", 1 },
	{ "browser", 2 }, { "caddy", 1 }, { "cloudflare", 52 },
	{ "cloudfoundry", 4 }, { "cosmos-db", 1 }, { "cpanel", 2 },
	{ "curl", 1 }, { "dotnet", 2 }, { "edgeone", 17 }, { "envoy", 1 },
	{ "esri", 2 }, { "exchange", 5 }, { "fastly", 4 }, { "gbif", 1 },
	{ "gcore", 4 }, { "google", 3 }, { "google-cloud", 3 }, { "groq", 2 },
	{ "haproxy", 0 }, { "heroku", 1 }, { "iis", 113 }, { "kong", 0 },
	{ "kubernetes", 0 }, { "laravel", 1 }, { "linkedin", 1 },
	{ "microsoft", 2 }, { "netlify", 0 }, { "nginx", 9 },
	{ "openstreetmap", 1 }, { "oxylabs", 4 }, { "pantheon", 3 },
	{ "proxies", 2 }, { "qiniu", 14 }, { "qualys", 1 },
	{ "salesforce", 1 }, { "shopify", 7 }, { "sipgate", 1 },
	{ "spring", 3 }, { "squid", 3 }, { "stripe", 2 }, { "supabase", 3 },
	{ "tencent-cdn", 2 }, { "tornado", 1 }, { "traefik", 1 },
	{ "twitter", 1 }, { "varnish", 2 }, { "vault", 7 }, { "vercel", 1 },
	{ "yahoo", 1 },
};

Test(data, each_vendor_has_its_page_and_all_its_codes)
{
	cr_assert_eq(COUNT(vendors), 63);
	for (size_t i = 0; i < COUNT(vendors); i++) {
		char page[40];

		snprintf(page, sizeof(page), "vendor:%s", vendors[i].name);
		cr_expect(is_page(entry_of(page)), "%s", page);
		cr_expect_geq(codes_of(vendors[i].name), vendors[i].codes,
			      "%s: %zu", vendors[i].name,
			      codes_of(vendors[i].name));
	}
}

Test(data, each_origin_of_a_code_has_its_page)
{
	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		size_t length;

		if (catalogue_origin_name(&it, i, &length) == NULL)
			continue;
		cr_expect_neq(catalogue_origin(&it, i), ENTRY_NONE, "%s",
			      id_of(i));
	}
}

/* How many entries have a number, sub-codes and ranges left out. */
static size_t meanings_of(uint32_t number)
{
	struct code code = { number, number, 0 };
	size_t count = 0;

	for (entry_t i = 0; i < catalogue_count(&it); i++)
		count += catalogue_same_code(&it, i, &code);
	return count;
}

Test(data, a_number_has_all_its_meanings)
{
	static const struct {
		uint32_t number;
		size_t meanings;
	} rows[] = {
		{ 499, 13 }, { 420, 4 }, { 404, 1 }, { 419, 5 },
		{ 509, 4 },  { 0, 8 },	 { 530, 3 }, { 418, 3 },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_geq(meanings_of(rows[i].number), rows[i].meanings,
			      "%u: %zu", rows[i].number,
			      meanings_of(rows[i].number));
}

Test(data, each_kind_and_state_has_an_entry)
{
	size_t kinds[KIND_COUNT] = { 0 };
	size_t states[STATE_COUNT + 1] = { 0 };

	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		kinds[catalogue_kind(&it, i)]++;
		states[catalogue_state(&it, i)]++;
	}
	for (size_t i = 0; i < KIND_COUNT; i++)
		cr_expect_gt(kinds[i], 0, "%s", kind_names.texts[i]);
	for (size_t i = 0; i < STATE_COUNT; i++)
		cr_expect_gt(states[i], 0, "%s", state_names.texts[i]);
	cr_expect_eq(states[STATE_COUNT], kinds[KIND_PAGE]);
}

/* --------------------------------------------------------------------------
 * Facts that an API designer looks up
 */

static const char *header_level(entry_t entry, const char *name)
{
	size_t count = catalogue_items(&it, entry, FIELD_HEADERS);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(catalogue_item(&it, entry, FIELD_HEADERS, i,
					  PART_HEADER_NAME),
			   name) == 0)
			return catalogue_item(&it, entry, FIELD_HEADERS, i,
					      PART_HEADER_LEVEL);
	}
	return "absent";
}

/* The fields that RFC 9110 requires of a response. */
Test(data, required_header_fields_are_named)
{
	static const struct {
		const char *id;
		const char *name;
	} rows[] = {
		{ "401", "WWW-Authenticate" },	 /* section 15.5.2 */
		{ "405", "Allow" },		 /* section 15.5.6 */
		{ "407", "Proxy-Authenticate" }, /* section 15.5.8 */
		{ "426", "Upgrade" },		 /* section 15.5.22 */
		{ "101", "Upgrade" },		 /* section 15.2.2 */
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_str_eq(header_level(entry_of(rows[i].id),
					      rows[i].name),
				 "MUST", "%s: %s", rows[i].id, rows[i].name);
}

Test(data, each_redirect_says_what_becomes_of_the_method)
{
	static const char *const list[] = { "301", "302", "303", "307",
					    "308" };

	for (size_t i = 0; i < COUNT(list); i++)
		cr_expect_not_null(catalogue_text(&it, entry_of(list[i]),
						  FIELD_REDIRECT_METHOD),
				   "%s", list[i]);
}

Test(data, a_code_that_may_be_tried_again_says_when)
{
	static const char *const list[] = {
		"408", "421", "425", "429", "500", "502", "503", "504",
		"cloudflare:520", "cloudflare:521", "cloudflare:522",
		"cloudflare:523", "cloudflare:524",
	};

	for (size_t i = 0; i < COUNT(list); i++)
		cr_expect_not_null(catalogue_text(&it, entry_of(list[i]),
						  FIELD_RETRY),
				   "%s", list[i]);
}

Test(data, only_1xx_is_interim)
{
	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		const char *finality = catalogue_text(&it, i, FIELD_FINALITY);

		if (finality != NULL && !is_warning(i))
			cr_expect_eq(strcmp(finality, "interim") == 0,
				     catalogue_class(&it, i) == CLASS_1XX,
				     "%s", id_of(i));
	}
}

/* --------------------------------------------------------------------------
 * Prose
 */

static bool is_everyday(entry_t entry)
{
	return catalogue_everyday(&it, entry);
}

static const char *const everyday[] = {
	"100", "101", "103", "200", "201", "202", "204", "206", "301",
	"302", "303", "304", "307", "308", "400", "401", "403", "404",
	"405", "406", "408", "409", "410", "412", "413", "415", "416",
	"418", "421", "422", "425", "426", "428", "429", "431", "451",
	"500", "501", "502", "503", "504", "505", "507", "511",
	"nginx:499", "cloudflare:520", "cloudflare:521", "cloudflare:522",
	"cloudflare:523", "cloudflare:524", "cloudflare:525",
	"cloudflare:526", "laravel:419", "browser:0",
};

Test(data, everyday_codes_are_those_that_people_meet)
{
	expect_exactly(everyday, COUNT(everyday), is_everyday);
}

/* A text that is absent has no words. */
static size_t words_in(const char *text)
{
	struct words words;
	struct word word;
	size_t count = 0;

	if (text == NULL)
		return 0;
	words_start(&words, text, strlen(text));
	while (words_next(&words, &word))
		count++;
	words_end(&words);
	return count;
}

static size_t prose_words(entry_t entry)
{
	size_t count = 0;

	for (enum field field = 0; field < FIELD_COUNT; field++) {
		if (schema_field(field)->type == TYPE_PROSE)
			count += words_in(catalogue_text(&it, entry, field));
	}
	return count;
}

Test(data, everyday_codes_have_long_text)
{
	for (size_t i = 0; i < COUNT(everyday); i++)
		cr_expect_geq(prose_words(entry_of(everyday[i])), 250,
			      "%s: %zu words", everyday[i],
			      prose_words(entry_of(everyday[i])));
}

static bool has_paragraph(entry_t entry)
{
	struct prose prose;
	struct prose_block block;
	bool found = false;

	if (catalogue_text(&it, entry, FIELD_MEANS) == NULL)
		return false;
	prose_start(&prose, catalogue_text(&it, entry, FIELD_MEANS), false);
	while (prose_next(&prose, &block))
		found = found || (block.kind == PROSE_PARAGRAPH &&
				  words_in(block.text) >= 4);
	prose_end(&prose);
	return found;
}

Test(data, every_entry_has_a_paragraph_search_words_and_a_source)
{
	for (entry_t i = 0; i < catalogue_count(&it); i++) {
		cr_expect(has_paragraph(i) ||
				  catalogue_sort(&it, i) == SORT_GUIDE,
			  "%s", id_of(i));
		/* A reason is looked for by its word. */
		cr_expect(catalogue_items(&it, i, FIELD_KEYWORDS) > 0 ||
				  catalogue_sort(&it, i) == SORT_REASON,
			  "%s", id_of(i));
		cr_expect_gt(catalogue_items(&it, i, FIELD_SOURCES), 0, "%s",
			     id_of(i));
	}
}

/*
 * The sentences of the whole catalogue, each with the entry that has it.  A
 * sentence is its folded words, so that case and line breaks do not matter.
 */
struct sentences {
	struct intern texts;
	entry_t *owners;
	size_t capacity;
};

static void add_sentence(struct sentences *sentences, entry_t entry,
			 const char *text, size_t length)
{
	struct strbuf key;
	struct words words;
	struct word word;
	size_t count = 0;
	uint32_t number;

	strbuf_init(&key);
	words_start(&words, text, length);
	for (; words_next(&words, &word); count++) {
		strbuf_add_bytes(&key, word.folded, word.length);
		strbuf_add_char(&key, ' ');
	}
	words_end(&words);
	if (count >= 4) {
		number = intern_add(&sentences->texts, key.text, key.length);
		sentences->owners =
			xgrow(sentences->owners, &sentences->capacity,
			      sentences->texts.count, sizeof(entry_t));
		if (number + 1 == sentences->texts.count)
			sentences->owners[number] = entry;
		cr_expect_eq(sentences->owners[number], entry,
			     "%s and %s have: %.*s",
			     id_of(sentences->owners[number]), id_of(entry),
			     (int)length, text);
	}
	strbuf_clear(&key);
}

/* Bytes up to the end of the first sentence. */
static size_t sentence_length(const char *text)
{
	size_t at = 0;

	while (text[at] != '\0' &&
	       !(strchr(".!?", text[at]) != NULL &&
		 (text[at + 1] == ' ' || text[at + 1] == '\0')))
		at++;
	return text[at] == '\0' ? at : at + 1;
}

static void add_sentences(struct sentences *sentences, entry_t entry,
			  const char *text)
{
	while (*text != '\0') {
		size_t length = sentence_length(text);

		add_sentence(sentences, entry, text, length);
		text += length;
		text += strspn(text, " ");
	}
}

static void add_prose(struct sentences *sentences, entry_t entry,
		      const char *text)
{
	struct prose prose;
	struct prose_block block;

	prose_start(&prose, text, false);
	while (prose_next(&prose, &block)) {
		if (block.kind != PROSE_VERBATIM)
			add_sentences(sentences, entry, block.text);
	}
	prose_end(&prose);
}

static void add_entry(struct sentences *sentences, entry_t entry)
{
	static const enum field texts[] = { FIELD_SUMMARY, FIELD_CACHE_NOTE,
					    FIELD_RETRY,
					    FIELD_REDIRECT_METHOD };
	size_t links = catalogue_items(&it, entry, FIELD_SEE_ALSO);

	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *text = catalogue_text(&it, entry, texts[i]);

		if (text != NULL)
			add_sentences(sentences, entry, text);
	}
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		if (schema_field(field)->type == TYPE_PROSE &&
		    catalogue_text(&it, entry, field) != NULL)
			add_prose(sentences, entry,
				  catalogue_text(&it, entry, field));
	}
	for (size_t i = 0; i < links; i++)
		add_sentences(sentences, entry,
			      catalogue_item(&it, entry, FIELD_SEE_ALSO, i,
					     PART_SEE_DIFFERENCE));
}

Test(data, no_sentence_stands_in_two_entries)
{
	struct sentences sentences = { .owners = NULL };

	intern_init(&sentences.texts);
	for (entry_t i = 0; i < catalogue_count(&it); i++)
		add_entry(&sentences, i);
	/* A test that found no sentences would pass too. */
	cr_expect_gt(sentences.texts.count, 5 * catalogue_count(&it));
	intern_clear(&sentences.texts);
	free(sentences.owners);
}

/* --------------------------------------------------------------------------
 * The way from data/ into the executable
 */

static void read_files(struct drafts *drafts, struct fault_list *faults)
{
	const char *folder = getenv("srcdir");
	struct problem why = { "" };
	struct strbuf pattern;
	glob_t files;

	strbuf_init(&pattern);
	strbuf_addf(&pattern, "%s/data/*/*.yaml",
		    folder == NULL ? "." : folder);
	cr_assert_eq(glob(pattern.text, 0, NULL, &files), 0,
		     "no files: set srcdir to the source folder");
	for (size_t i = 0; i < files.gl_pathc; i++)
		cr_expect(drafts_read(drafts, files.gl_pathv[i], faults,
				      &why),
			  "%s", why.text);
	globfree(&files);
	strbuf_clear(&pattern);
}

static void expect_equal(const char *what, const void *a, const void *b,
			 size_t size)
{
	cr_expect_eq(memcmp(a, b, size), 0, "%s", what);
}

static void expect_equal_index(const struct word_index *a,
			       const struct word_index *b, uint32_t entries)
{
	uint32_t postings = b->firsts[b->word_count];

	cr_assert_eq(a->word_count, b->word_count);
	expect_equal("words", a->words, b->words,
		     (b->word_count + 1) * sizeof(*b->words));
	expect_equal("word texts", a->blob, b->blob,
		     b->words[b->word_count]);
	expect_equal("firsts", a->firsts, b->firsts,
		     (b->word_count + 1) * sizeof(*b->firsts));
	expect_equal("postings", a->postings, b->postings,
		     (postings + 1) * sizeof(*b->postings));
	expect_equal("spots", a->spots, b->spots,
		     b->postings[postings].spots * sizeof(*b->spots));
	expect_equal("starts", a->starts, b->starts,
		     (entries + 1) * sizeof(*b->starts));
	expect_equal("stream", a->stream, b->stream,
		     b->starts[entries] * sizeof(*b->stream));
}

static void expect_equal_image(const struct image *a, const struct image *b)
{
	cr_expect_str_eq(a->name, b->name);
	cr_assert_eq(a->count, b->count);
	cr_assert_eq(a->text_size, b->text_size);
	cr_assert_eq(a->list_count, b->list_count);
	cr_assert_eq(a->node_count, b->node_count);
	expect_equal("text", a->text, b->text, b->text_size);
	expect_equal("lists", a->lists, b->lists,
		     b->list_count * sizeof(*b->lists));
	expect_equal("by_id", a->by_id, b->by_id,
		     b->count * sizeof(*b->by_id));
	expect_equal("nodes", a->nodes, b->nodes,
		     b->node_count * sizeof(*b->nodes));
	for (uint32_t i = 0; i < b->count; i++) {
		const struct record *left = &a->records[i];
		const struct record *right = &b->records[i];

		for (enum field field = 0; field < FIELD_COUNT; field++)
			cr_expect_eq(image_value(a, i, field),
				     image_value(b, i, field), "%s: %s",
				     id_of(i), schema_field(field)->key);
		cr_expect_eq(code_compare(&left->code, &right->code), 0);
		cr_expect_eq(left->parent, right->parent);
		cr_expect_eq(left->origin, right->origin);
		cr_expect_eq(left->node, right->node);
		cr_expect_eq(left->kind, right->kind);
		cr_expect_eq(left->state, right->state);
		cr_expect_eq(left->code_class, right->code_class);
		cr_expect_eq(left->everyday, right->everyday);
	}
	expect_equal_index(&a->index, &b->index, b->count);
}

Test(data, the_executable_holds_what_the_files_say)
{
	struct fault_list faults;
	struct drafts drafts;
	struct image *image;

	fault_list_init(&faults);
	drafts_init(&drafts);
	read_files(&drafts, &faults);
	drafts_check(&drafts, &faults);
	fault_list_print(&faults, stderr);
	cr_assert_eq(faults.total, 0);
	image = image_build(&drafts, "built-in");
	expect_equal_image(it.image, image);
	image_free(image);
	drafts_clear(&drafts);
	fault_list_clear(&faults);
}

/* --------------------------------------------------------------------------
 * Where it stands in memory
 */

static const char *later(const char *a, const char *b)
{
	return b != NULL && b > a ? b : a;
}

/* The last text that the page of an entry shows of its own. */
static const char *last_text(entry_t entry)
{
	const char *last = id_of(entry);

	for (enum field field = 0; field < FIELD_COUNT; field++) {
		enum type type = schema_field(field)->type;
		size_t parts;

		schema_parts(field, &parts);
		if (type != TYPE_LIST && type != TYPE_LINKS &&
		    type != TYPE_EMITTERS && type != TYPE_RECORDS) {
			last = later(last, catalogue_text(&it, entry, field));
			continue;
		}
		for (size_t i = 0; i < catalogue_items(&it, entry, field); i++)
			for (size_t part = 0; part == 0 || part < parts; part++)
				last = later(last,
					     catalogue_item(&it, entry, field,
							    i, part));
	}
	return last;
}

/*
 * The system maps 64 KB around what is touched, so what the first screen needs
 * has to be a few of these: the names, the rows, and the first guide.
 */
Test(data, what_the_first_screen_reads_stands_together)
{
	const struct image *image = it.image;
	entry_t start = entry_of(GUIDE_START);
	const uint32_t *said = &image->values[image_place(image->count, start,
							  FIELD_PHRASE + 1)];
	const char *first = (const char *)said;
	const char *last = last_text(start);

	cr_expect_leq(last - first, 3 * 65536L);
	cr_expect_geq((const char *)image->nodes - first, 0);
	cr_expect_geq((const char *)image->by_id - first, 0);
	cr_expect_geq((const char *)image->records - first, 0);
	cr_expect_geq(image->text -
			      (const char *)(image->nodes + image->node_count),
		      0);
	cr_expect_leq(image_value(image, start, FIELD_CHOICES), 4096U);
	cr_expect_geq(first - (const char *)(image->lists + image->list_count),
		      0);
}

/* The words of the built-in entries are copied into the index of both. */
Test(data, with_own_entries_its_words_are_those_of_an_image_made_at_once)
{
	struct sample both;
	const struct sample base = { .catalogue = it };

	sample_join(&both, &base, "ours.yaml",
		    PAGE("vendor:ours", ", keywords: [zebra, aardvark]")
			    VENDOR("ours", "599", ", parent: \"503\"")
				    VENDOR("ours", "0042", "")
		    "- { note: 404, text: Aardvarks., keywords: [zebra] }\n"
		    "- { note: \"class:5xx\", text: Aardvarks. }\n"
		    PAGE("guide:ours",
			 ", question: Which?, choices: [{ say: A zebra asks., to: \"451\", "
			 "because: B. }]"));
	fault_list_print(&both.faults, stderr);
	cr_assert_eq(both.faults.total, 0);
	sample_expect_index(both.image);
	sample_clear(&both);
}
