#include "page/page.h"

#include <ctype.h>
#include <stdlib.h>

#include "catalogue/builtin.h"
#include "catalogue/prose.h"
#include "page/facts.h"
#include "support/small.h"
#include "unit/page/lines.h"

TestSuite(page, .init = use_utf8);

static const struct catalogue builtin = { &builtin_image };

static struct page_options at_width(int width)
{
	return (struct page_options){ .width = width };
}

/* The page of an entry of the small catalogue as text, on the heap. */
static char *text_of(const char *id, const struct page_options *options)
{
	struct strbuf text;
	struct page page;

	strbuf_init(&text);
	page_init(&page);
	page_build(&page, small_catalogue(), small_entry(id), options);
	add_page(&text, &page);
	page_clear(&page);
	return text.text;
}

static char *text_of_unknown(unsigned int number,
			     const struct page_options *options)
{
	struct strbuf text;
	struct page page;

	strbuf_init(&text);
	page_init(&page);
	page_build_unknown(&page, small_catalogue(), number, options);
	add_page(&text, &page);
	page_clear(&page);
	return text.text;
}

static void expect_has(const char *text, const char *wanted)
{
	cr_expect_not_null(strstr(text, wanted), "no '%s' in\n%s", wanted,
			   text);
}

static void expect_lacks(const char *text, const char *unwanted)
{
	cr_expect_null(strstr(text, unwanted), "'%s' in\n%s", unwanted, text);
}

/* ------------------------------------------------------------------------
 * What stands on it
 */

Test(page, an_entry_has_its_name_its_facts_and_its_sections)
{
	struct page_options options = at_width(60);
	struct page page;

	page_init(&page);
	page_build(&page, small_catalogue(), small_entry("iis:404.7"),
		   &options);
	expect_page(&page,
		    "404.7 File extension denied                     iis, "
		    "current\n"
		    "Request filtering does not let this extension through.\n"
		    "\n"
		    "Sent as    404\n"
		    "Origin     [vendor:iis] Microsoft IIS\n"
		    "Part of    [404] Not Found\n"
		    "\n"
		    "What it means\n"
		    "  The list of extensions has it as forbidden.\n"
		    "\n"
		    "Sources\n"
		    "  Notes\n"
		    "    https://a.example/notes\n"
		    "  Checked 2026-11-01.\n");
	page_clear(&page);
}

struct fact {
	const char *id;
	const char *line;
};

Test(page, each_fact_has_its_label)
{
	static const struct fact facts[] = {
		{ "429", "\nDefined    RFC 6585 section 4 (2012)\n" },
		{ "301", "\n  Documents  RFC 1945 section 9.3 (1996): the "
			 "first text about it\n" },
		{ "429", "\n  Since      extension of HTTP/1.1, final "
			 "response\n" },
		{ "429", "\n  Names      Enhance Your Calm (a joke that "
			 "stayed)\n" },
		{ "429", "\n  Part of    [class:4xx] Client Error\n" },
		{ "100", "\nResponse   interim: a final response follows\n" },
		{ "429", "\nSent by    origin server, gateway, CDN\n" },
		{ "503", "\nSent by    origin server, gateway, load "
			 "balancer\n" },
		{ "nginx:499", "\nMade by    gateway\n" },
		{ "429", "\nBody       should say how long to wait\n" },
		{ "429", "\nCacheable  A cache must not store it.\n" },
		{ "404", "\nCacheable  yes, heuristically\n" },
		{ "429", "\nRetry      After Retry-After; without it, with "
			 "growing pauses.\n" },
		{ "301", "\nMethod     POST may become GET.\n" },
		{ "301", "\nHeaders    Location (SHOULD): the new address\n" },
		{ "404", "\nIts sub-codes\n  [iis:404.7] File extension "
			 "denied\n  [iis:404.13] " },
		{ "429", "\nSearch words\n  3; a search shows those that it "
			 "met.\n" },
		{ "acme:598", "\n  Title      ours; there is no official "
			      "phrase\n" },
		{ "draft:419", "\nState      never left the draft\n" },
		{ "cloudflare:1020", "\nSent as    403\n" },
		{ "cloudflare:1020", "\nPart of    [cloudflare:1xxx] Errors "
				     "of the network\n" },
		{ "cloudflare:1020", "\nOrigin     [vendor:cloudflare] "
				     "Cloudflare\n" },
		{ "429", "  Checked 2026-11-01.\n" },
	};
	struct page_options options = at_width(80);

	for (size_t i = 0; i < COUNT(facts); i++) {
		char *text = text_of(facts[i].id, &options);

		expect_has(text, facts[i].line);
		free(text);
	}
}

Test(page, the_first_line_ends_with_kind_or_vendor_and_state)
{
	static const struct fact facts[] = {
		{ "404", " standard, current\n" },
		{ "draft:419", " standard, obsolete\n" },
		{ "warning:110", " warning, obsolete\n" },
		{ "iis:404.7", " iis, current\n" },
		{ "nginx:499", " nginx, current, log only\n" },
		{ "class:4xx", " page\n" },
	};
	struct page_options options = at_width(60);

	for (size_t i = 0; i < COUNT(facts); i++) {
		char *text = text_of(facts[i].id, &options);
		size_t length = strlen(facts[i].line);
		size_t first = strcspn(text, "\n") + 1;

		cr_expect_eq(first, 61, "%s", facts[i].id);
		cr_expect(strncmp(text + first - length, facts[i].line,
				  length) == 0,
			  "%s begins '%.*s'", facts[i].id, (int)first, text);
		free(text);
	}
}

Test(page, sections_come_in_their_order)
{
	static const char *const headings[] = {
		"\nWhat it means\n",
		"\nWhen it is sent\n",
		"\nAs the caller\n",
		"\nAs the operator\n",
		"\nWatch out\n",
		"\nHistory\n",
		"\nExample\n",
		"\nNot to be confused with\n",
		"\nNames and documents\n",
		"\nSources\n",
		"\nSearch words\n",
	};
	struct page_options options = at_width(80);
	char *text = text_of("429", &options);
	const char *at = text;

	for (size_t i = 0; i < COUNT(headings); i++) {
		const char *found = strstr(at, headings[i]);

		cr_assert_not_null(found, "no %s after\n%s", headings[i], at);
		at = found + 1;
	}
	free(text);
}

Test(page, prose_keeps_its_three_marks)
{
	struct page_options options = at_width(60);
	char *text = text_of("429", &options);

	/* Paragraphs. */
	expect_has(text, "sent later, it would work.\n\n  How the counting");
	/* Items, their further lines below the first word. */
	expect_has(text, "  - Without it, wait a second, then two, then four, "
			 "and add\n    some chance, lest all");
	/* Verbatim, neither joined nor wrapped. */
	expect_has(text, "\n\n    limit_req_status 429;\n"
			 "    limit_req zone=by_key burst=20 nodelay;\n\n");
	expect_has(text, "\nExample\n  HTTP/1.1 429 Too Many Requests\n"
			 "  Retry-After: 30\n");
	free(text);
}

/* ------------------------------------------------------------------------
 * The answer first
 */

static size_t line_of(const struct page *page, const char *wanted)
{
	struct strbuf text;
	size_t line;

	strbuf_init(&text);
	for (line = 0; line < page->count; line++) {
		strbuf_reset(&text);
		add_page_line(&text, page, line);
		if (strcmp(strbuf_text(&text), wanted) == 0)
			break;
	}
	strbuf_clear(&text);
	return line;
}

/*
 * At 80x24 the detail has 46 columns beside its gutter, and 23 lines: the
 * meaning begins on the last one at the latest.
 */
Test(page, facts_and_the_beginning_of_the_meaning_are_on_the_first_screen)
{
	struct page page;

	page_init(&page);
	for (entry_t entry = 0; entry < catalogue_count(&builtin); entry++) {
		if (!catalogue_everyday(&builtin, entry) &&
		    entry != catalogue_find(&builtin, "iis:404.13"))
			continue;
		for (int width = 46; width <= 48; width++) {
			struct page_options options = at_width(width);
			size_t line;

			page_build(&page, &builtin, entry, &options);
			line = line_of(&page, "What it means");
			cr_expect_leq(line + 2, 23,
				      "the meaning of %s begins on line %zu "
				      "at %d",
				      catalogue_id(&builtin, entry), line + 2,
				      width);
		}
	}
	page_clear(&page);
}

/* The label that a line begins with, or NULL. */
static const char *label_of(const struct page *page, size_t line)
{
	const struct page_line *spans = &page->lines[line];
	const struct page_span *span = &page->spans[spans->first];

	return spans->count > 0 && span->role == ROLE_LABEL ?
		       page_span_text(page, span) :
		       NULL;
}

Test(page, facts_come_in_the_order_in_which_people_act_on_them)
{
	static const char *const labels[] = {
		"Retry",   "Method", "Cacheable", "Headers",
		"Sent by", "Body",   "Defined",
	};
	struct page_options options = at_width(48);
	struct page page;
	size_t next = 0;

	page_init(&page);
	page_build(&page, &builtin, catalogue_find(&builtin, "302"), &options);
	for (size_t line = 0; line < page.count; line++) {
		const char *label = label_of(&page, line);

		if (label == NULL)
			continue;
		cr_assert_lt(next, COUNT(labels), "%s", label);
		cr_expect(strncmp(label, labels[next], strlen(labels[next])) ==
				  0,
			  "%s is not next", labels[next]);
		next++;
		cr_expect_lt(line, line_of(&page, "What it means"));
	}
	cr_expect_eq(next, COUNT(labels));
	page_clear(&page);
}

Test(page, a_long_fact_is_told_in_its_first_sentences_and_goes_on_below)
{
	struct page_options options = at_width(60);
	char *text = text_of("451", &options);

	expect_has(text, "\nRetry      Not while the demand stands.\n"
			 "Cacheable  yes, heuristically. Any store may keep it "
			 "for as\n"
			 "           long as it guesses.\n"
			 "Headers    Link, Vary (MAY); Date (draft)\n");
	expect_has(
		text,
		"\nMore on the facts\n"
		"  Retry      Whoever made it may be named by a link in the\n"
		"             answer; ask them, and come back when it is\n"
		"             lifted.\n"
		"  Caching    A field of the answer can forbid that, as\n"
		"             anywhere.\n"
		"  Link (MAY): whoever blocks it\n"
		"  Vary (MAY): names the fields of the other side by which\n"
		"    the answer was chosen\n"
		"  Date (draft): when it was blocked\n");
	free(text);
}

Test(page, short_facts_are_told_whole)
{
	struct page_options options = at_width(60);
	char *text = text_of("503", &options);

	expect_has(text, "\nHeaders    Retry-After (MAY): seconds until it is "
			 "back\n");
	expect_lacks(text, "More on the facts");
	free(text);
}

Test(page, sentences_are_taken_as_long_as_they_fit)
{
	static const struct {
		const char *text;
		size_t room;
		size_t length;
	} rows[] = {
		{ "One. Two. Three.", 16, 16 },
		{ "One. Two. Three.", 15, 9 },
		{ "One. Two. Three.", 8, 4 },
		{ "One. Two. Three.", 1, 4 },
		{ "One, e.g. two. Three.", 15, 14 },
		{ "After 4.5 s. 401 is else.", 20, 12 },
		{ "One and no more", 3, 15 },
		{ "", 3, 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(facts_sentences(rows[i].text, rows[i].room),
			     rows[i].length, "'%s' in %zu", rows[i].text,
			     rows[i].room);
}

/* ------------------------------------------------------------------------
 * Relations
 */

Test(page, look_alikes_say_the_difference)
{
	struct page_options options = at_width(60);
	char *text = text_of("429", &options);

	expect_has(text, "Not to be confused with\n"
			 "  [503] Service Unavailable\n"
			 "    The whole server is overloaded then, not one "
			 "client.\n");
	free(text);
}

Test(page, other_meanings_of_the_number_are_listed_once)
{
	struct page_options options = at_width(60);
	char *nginx = text_of("nginx:499", &options);
	char *esri = text_of("esri:499", &options);

	/* The one names the other as a look-alike already. */
	expect_lacks(nginx, "Other meanings of the number");
	expect_has(esri, "\nOther meanings of the number\n"
			 "  [nginx:499] Client Closed Request\n");
	free(nginx);
	free(esri);
}

Test(page, pages_have_headings_of_their_own_and_list_their_codes)
{
	struct page_options options = at_width(60);
	char *class_page = text_of("class:3xx", &options);
	char *vendor = text_of("vendor:iis", &options);
	char *family = text_of("cloudflare:1xxx", &options);

	expect_has(class_page, "\nWhat it is\n");
	expect_has(class_page, "\nWhich one to choose\n");
	expect_lacks(class_page, "Its codes");
	expect_has(vendor, "\nIts codes\n  [iis:404.7] File extension denied\n"
			   "  [iis:404.13] Content length too large\n");
	expect_has(family, "\nIts codes\n"
			   "  [cloudflare:1015] You are being rate limited\n"
			   "  [cloudflare:1020] Access denied\n");
	free(class_page);
	free(vendor);
	free(family);
}

Test(page, a_page_says_what_a_filter_takes_from_it_and_which_key_gives_it_back)
{
	struct filter filter;
	struct page_options options = at_width(80);
	char *text;

	filter_init(&filter);
	filter.hidden[KIND_VENDOR] = true;
	options.filter = &filter;
	text = text_of("404", &options);
	expect_has(text, "[iis:404.7] File extension denied hidden by v\n");
	expect_has(text, "[nginx:499] Client Closed Request hidden by v\n");
	free(text);
	filter.hidden[KIND_VENDOR] = false;
	filter.hidden[KIND_STANDARD] = true;
	text = text_of("301", &options);
	expect_has(text, "[404] Not Found hidden by s\n");
	free(text);
	filter_init(&filter);
	text = text_of("404", &options);
	expect_lacks(text, "hidden");
	free(text);
}

Test(page, what_a_set_leaves_out_is_shown_by_the_key_of_all_filters)
{
	struct filter filter;
	struct problem why;
	struct page_options options = at_width(80);
	char *text;

	filter_init(&filter);
	cr_assert(filter_parse(&filter, "!vendor:nginx", small_catalogue(),
			       &why));
	options.filter = &filter;
	text = text_of("404", &options);
	expect_has(text,
		   "[nginx:499] Client Closed Request hidden, F shows it\n");
	expect_has(text, "[iis:404.7] File extension denied\n");
	free(text);
}

Test(page, links_lead_where_they_say)
{
	struct page_options options = at_width(60);
	struct page page;

	page_init(&page);
	page_build(&page, small_catalogue(), small_entry("cloudflare:1020"),
		   &options);
	cr_assert_eq(page.link_count, 2);
	cr_expect_eq(page.links[0].entry, small_entry("vendor:cloudflare"));
	cr_expect_eq(page.links[1].entry, small_entry("cloudflare:1xxx"));
	cr_expect_eq(page.links[0].line, 4);
	cr_expect_eq(page.links[1].line, 5);
	page_clear(&page);
}

Test(page, a_page_is_replaced_by_the_next)
{
	struct page_options options = at_width(60);
	struct page twice, once;
	struct strbuf left, right;

	page_init(&twice);
	page_init(&once);
	strbuf_init(&left);
	strbuf_init(&right);
	page_build(&twice, small_catalogue(), small_entry("429"), &options);
	page_build(&twice, small_catalogue(), small_entry("404"), &options);
	page_build(&once, small_catalogue(), small_entry("404"), &options);
	add_page(&left, &twice);
	add_page(&right, &once);
	cr_expect_str_eq(strbuf_text(&left), strbuf_text(&right));
	cr_expect_eq(twice.link_count, once.link_count);
	strbuf_clear(&left);
	strbuf_clear(&right);
	page_clear(&twice);
	page_clear(&once);
}

/* ------------------------------------------------------------------------
 * A number that nobody defines
 */

Test(page, an_unknown_number_shows_the_rule_of_its_class_and_its_neighbours)
{
	struct page_options options = at_width(100);
	char *text = text_of_unknown(471, &options);

	expect_has(text, "471 is not assigned\n");
	expect_has(text, "treats it as the x00 of its class: this one as 400");
	expect_has(text, "[class:4xx] Client Error\n");
	expect_has(text, "The nearest codes\n"
			 "  [451] Unavailable For Legal Reasons\n"
			 "  [nginx:499] Client Closed Request\n");
	free(text);
}

Test(page, each_class_has_its_rule)
{
	static const struct {
		unsigned int number;
		const char *rule;
	} rows[] = {
		{ 150, "this one as 100" },    { 299, "this one as 200" },
		{ 333, "this one as 300" },    { 499, "this one as 400" },
		{ 599, "this one as 500" },    { 0, "outside 100 to 599" },
		{ 42, "outside 100 to 599" },  { 600, "outside 100 to 599" },
		{ 999, "outside 100 to 599" },
	};
	struct page_options options = at_width(200);

	for (size_t i = 0; i < COUNT(rows); i++) {
		char *text = text_of_unknown(rows[i].number, &options);

		expect_has(text, rows[i].rule);
		free(text);
	}
}

Test(page, an_unknown_number_is_written_with_three_digits)
{
	struct page_options options = at_width(80);
	char *text = text_of_unknown(7, &options);

	expect_has(text, "007 is not assigned\n");
	expect_has(text, "gives 007 a meaning");
	free(text);
}

/* ------------------------------------------------------------------------
 * What holds for every page
 */

/* Append the words of a text, each with a newline before and after it. */
static void add_words(struct strbuf *words, const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		size_t end = at;

		while (end < length && text[end] != ' ')
			end++;
		if (end > at) {
			strbuf_add_char(words, '\n');
			strbuf_add_bytes(words, text + at, end - at);
			strbuf_add_char(words, '\n');
		}
		at = end + 1;
	}
}

/* Append the words of all verbatim lines of an entry. */
static void add_verbatim_words(struct strbuf *words, entry_t entry)
{
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		enum type type = schema_field(field)->type;
		const char *text;
		struct prose prose;
		struct prose_block block;

		if (type != TYPE_PROSE && type != TYPE_VERBATIM)
			continue;
		text = catalogue_text(&builtin, entry, field);
		prose_start(&prose, text == NULL ? "" : text,
			    type == TYPE_VERBATIM);
		while (prose_next(&prose, &block)) {
			if (block.kind == PROSE_VERBATIM)
				add_words(words, block.text, block.length);
		}
		prose_end(&prose);
	}
}

/* The verbatim text of a line, without a word that is cut at its end. */
static void add_verbatim_line(struct strbuf *text, const struct page *page,
			      size_t line)
{
	static const char cut[] = "…";
	const struct page_line *spans = &page->lines[line];

	for (uint32_t i = 0; i < spans->count; i++) {
		const struct page_span *span = &page->spans[spans->first + i];

		/* What stands beside it is another column. */
		strbuf_add_bytes(text,
				 span->role == ROLE_VERBATIM ?
					 page_span_text(page, span) :
					 " ",
				 span->role == ROLE_VERBATIM ? span->length :
							       1);
	}
	if (text->length < strlen(cut) ||
	    strcmp(text->text + text->length - strlen(cut), cut) != 0)
		return;
	while (text->length > 0 && text->text[text->length - 1] != ' ')
		strbuf_cut(text, text->length - 1);
}

static void expect_whole_words(const struct page *page, entry_t entry)
{
	struct strbuf words, shown, line;

	strbuf_init(&words);
	strbuf_init(&line);
	add_verbatim_words(&words, entry);
	for (size_t i = 0; i < page->count; i++) {
		strbuf_reset(&line);
		strbuf_init(&shown);
		strbuf_add(&shown, "");
		add_verbatim_line(&line, page, i);
		add_words(&shown, strbuf_text(&line), line.length);
		for (char *word = strtok(shown.text, "\n"); word != NULL;
		     word = strtok(NULL, "\n")) {
			strbuf_reset(&line);
			strbuf_addf(&line, "\n%s\n", word);
			cr_expect_not_null(strstr(strbuf_text(&words),
						  line.text),
					   "'%s' of %s is broken", word,
					   catalogue_id(&builtin, entry));
		}
		strbuf_clear(&shown);
	}
	strbuf_clear(&words);
	strbuf_clear(&line);
}

Test(page, no_verbatim_line_is_broken_inside_a_word)
{
	struct page_options options = at_width(46);
	struct page page;

	page_init(&page);
	for (entry_t entry = 0; entry < catalogue_count(&builtin); entry++) {
		page_build(&page, &builtin, entry, &options);
		expect_whole_words(&page, entry);
	}
	page_clear(&page);
}

static void expect_fits(const struct page *page, int width, const char *id)
{
	for (size_t line = 0; line < page->count; line++)
		cr_expect(line_columns(page, line) <= width,
			  "line %zu of %s at %d is %d wide", line, id, width,
			  line_columns(page, line));
}

static void expect_ascii(const struct page *page, const char *id)
{
	for (size_t i = 0; i < page->text.length; i++) {
		unsigned char c = (unsigned char)page->text.text[i];

		cr_assert(isprint(c), "%s has the byte %02x", id, c);
	}
}

static void expect_all_fit(const struct catalogue *catalogue, int from, int to,
			   int step, bool ascii)
{
	struct page page;

	page_init(&page);
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		const char *id = catalogue_id(catalogue, entry);

		for (int width = from; width <= to; width += step) {
			struct page_options options = { .width = width,
							.ascii = ascii };

			page_build(&page, catalogue, entry, &options);
			expect_fits(&page, width, id);
			if (ascii)
				expect_ascii(&page, id);
		}
	}
	page_clear(&page);
}

Test(page, no_line_is_wider_than_the_page)
{
	/* From the smallest screen, less the gutter, to more than is read. */
	expect_all_fit(small_catalogue(), 19, 90, 1, false);
	expect_all_fit(small_catalogue(), 19, 90, 7, true);
}

Test(page, a_page_that_is_too_narrow_to_fit_is_made_all_the_same)
{
	struct page page;

	page_init(&page);
	for (int width = -1; width < 19; width++) {
		struct page_options options = at_width(width);

		page_build(&page, small_catalogue(), small_entry("429"),
			   &options);
		cr_expect_gt(page.count, 40, "at %d", width);
	}
	page_clear(&page);
}

Test(page, no_line_of_the_catalogue_as_built_is_wider_than_the_page)
{
	expect_all_fit(&builtin, 20, 80, 3, false);
	expect_all_fit(&builtin, 20, 80, 20, true);
}

Test(page, a_number_that_nobody_defines_fits_too)
{
	struct page page;

	page_init(&page);
	for (int width = 20; width <= 80; width++) {
		struct page_options options = { .width = width };

		page_build_unknown(&page, small_catalogue(), 471, &options);
		expect_fits(&page, width, "471");
	}
	page_clear(&page);
}

Test(page, nothing_that_commands_a_terminal_is_on_a_page)
{
	struct page_options options = at_width(60);
	struct page page;

	page_init(&page);
	for (entry_t entry = 0; entry < catalogue_count(&builtin); entry++) {
		page_build(&page, &builtin, entry, &options);
		for (size_t i = 0; i < page.text.length;) {
			uint32_t character;

			i += text_decode(page.text.text + i,
					 page.text.length - i, &character);
			cr_assert_null(text_refused(character), "%s has U+%04x",
				       catalogue_id(&builtin, entry),
				       (unsigned int)character);
		}
	}
	page_clear(&page);
}

/* ------------------------------------------------------------------------
 * Matches
 */

static const char *const queries[] = {
	"rate limit",
	"404",
	"too many requests",
	"retry-after",
	"redirect",
	"cache",
	"nginx",
	"the",
	"\"not found\"",
	"520",
	"microsoft",
	"request entity too large",
	"gateway",
	"upstream prematurely closed connection",
	"post",
	"e",
	"teepot",
	"4xx token",
	"rfc 9110",
	"iis 404.7",
	"certificate expired",
	/* An entry with the number is a hit without the phrase. */
	"\"rate limit\" 404",
	"\"rate limit\" \"not found\" 404",
	"\"404 Not Found\" proxy",
	"\"GET / HTTP/1.1\" 499",
	/* Phrases that are the same, overlap, or begin alike. */
	"\"not found\" \"not found\"",
	"\"too many\" \"many requests\"",
	"\"too many\" \"too many requests\"",
	"\"many requests\" \"too many requests\" \"requests\"",
	"\"content type\" \"type content\"",
	"\"the client\" \"client\" gateway",
	/* More words in one paragraph than anybody means. */
	("a an and are as at be but by for from has in is it no not of on or "
	 "so than that the then this to was when which who will with what"),
	/* Situations of guides, under what they lead to. */
	"duplicate email",
	"clashes with the state of the thing",
	"\"thing was deleted on purpose\"",
	"blackspace",
	"NotFuond",
	"contentlength",
	"imeou",
};

/* How many spans' matches there are, each counted where it begins. */
static size_t count_spans(const struct page *page)
{
	uint32_t last = 0;
	size_t count = 0;

	for (size_t i = 0; i < page->span_count; i++) {
		if (page->spans[i].match > last) {
			cr_expect_eq(page->spans[i].match, last + 1);
			last = page->spans[i].match;
			count++;
		}
	}
	return count;
}

static void expect_marked(const struct search *search, const struct hit *hit,
			  const char *query, int width, bool ascii)
{
	struct page_options options = {
		.width = width, .ascii = ascii, .search = search, .hit = hit
	};
	const char *id = catalogue_id(&builtin, hit->entry);
	struct page page;

	page_init(&page);
	page_build(&page, &builtin, hit->entry, &options);
	cr_expect_eq(page.match_count, hit->matches,
		     "'%s' in %s: %zu marked, %u counted", query, id,
		     page.match_count, (unsigned int)hit->matches);
	cr_expect_eq(count_spans(&page), page.match_count, "'%s' in %s", query,
		     id);
	for (size_t i = 0; i < page.match_count; i++) {
		cr_expect_lt(page.matches[i], page.count, "'%s' in %s", query,
			     id);
		cr_expect(i == 0 || page.matches[i - 1] <= page.matches[i],
			  "'%s' in %s", query, id);
	}
	page_clear(&page);
}

Test(page, every_match_that_search_counts_is_marked_on_the_page)
{
	struct search search;

	search_init(&search, &builtin);
	for (size_t i = 0; i < COUNT(queries); i++) {
		search_run(&search, queries[i], NULL);
		cr_expect_gt(search.count, 0, "nothing for '%s'", queries[i]);
		for (size_t hit = 0; hit < search.count; hit++)
			expect_marked(&search, &search.hits[hit], queries[i],
				      80, false);
	}
	search_clear(&search);
}

/* A reason is found by its word as a word, and as what the query means. */
Test(page, the_word_of_a_reason_is_marked_once)
{
	struct search search;

	search_init(&search, &builtin);
	for (entry_t entry = 0; entry < catalogue_count(&builtin); entry++) {
		const char *code = catalogue_text(&builtin, entry, FIELD_CODE);
		size_t hit;

		if (catalogue_sort(&builtin, entry) != SORT_REASON)
			continue;
		search_run(&search, code, NULL);
		hit = search_find(&search, entry);
		cr_assert_lt(hit, search.count, "%s", code);
		expect_marked(&search, &search.hits[hit], code, 80, false);
	}
	search_clear(&search);
}

Test(page, as_many_matches_are_marked_on_a_narrow_page_and_in_ascii)
{
	struct search search;

	search_init(&search, &builtin);
	for (size_t i = 0; i < COUNT(queries); i++) {
		search_run(&search, queries[i], NULL);
		for (size_t hit = 0; hit < search.count; hit += 5) {
			expect_marked(&search, &search.hits[hit], queries[i],
				      20, false);
			expect_marked(&search, &search.hits[hit], queries[i],
				      60, true);
		}
	}
	search_clear(&search);
}

Test(page, without_a_hit_nothing_is_marked)
{
	struct page_options options = at_width(60);
	struct search search;
	struct page page;

	search_init(&search, small_catalogue());
	search_run(&search, "requests", NULL);
	options.search = &search;
	page_init(&page);
	page_build(&page, small_catalogue(), small_entry("429"), &options);
	cr_expect_eq(page.match_count, 0);
	page_clear(&page);
	search_clear(&search);
}
