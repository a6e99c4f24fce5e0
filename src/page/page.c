#include "page/page.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/id.h"
#include "catalogue/prose.h"
#include "page/compose.h"

struct writer {
	struct composer composer;
	const struct catalogue *catalogue;
	entry_t entry;
};

/* The sections, in their order on the page. */
static const struct {
	enum field field;
	const char *heading;
	const char *page_heading; /* on a page, where it differs */
} sections[] = {
	{ FIELD_MEANS, "What it means", "What it is" },
	{ FIELD_WHEN_SENT, "When it is sent", NULL },
	{ FIELD_APPEARS, "Where its codes appear", NULL },
	{ FIELD_READING, "How to read them", NULL },
	{ FIELD_CHOICE, "Which one to choose", NULL },
	{ FIELD_CALLER, "As the caller", NULL },
	{ FIELD_OPERATOR, "As the operator", NULL },
	{ FIELD_GOTCHAS, "Watch out", NULL },
	{ FIELD_HISTORY, "History", NULL },
	{ FIELD_EXAMPLE, "Example", NULL },
};

void page_init(struct page *page)
{
	*page = (struct page){ 0 };
}

void page_clear(struct page *page)
{
	strbuf_clear(&page->text);
	free(page->spans);
	free(page->lines);
	free(page->links);
	free(page->matches);
	page_init(page);
}

const char *page_span_text(const struct page *page,
			   const struct page_span *span)
{
	return page->text.text + span->start;
}

static const char *text_of(const struct writer *writer, enum field field)
{
	return catalogue_text(writer->catalogue, writer->entry, field);
}

static const char *item_of(const struct writer *writer, enum field field,
			   size_t item, size_t part)
{
	return catalogue_item(writer->catalogue, writer->entry, field, item,
			      part);
}

static size_t items_of(const struct writer *writer, enum field field)
{
	return catalogue_items(writer->catalogue, writer->entry, field);
}

static bool is_page(const struct writer *writer)
{
	return catalogue_kind(writer->catalogue, writer->entry) == KIND_PAGE;
}

static void add_found(struct writer *writer, enum role role, const char *text)
{
	compose_add_found(&writer->composer, role, text, strlen(text));
}

/* ------------------------------------------------------------------------
 * The first lines
 */

/* The vendor of a code, or the one whose page it is; NULL for none. */
static const char *vendor_of(const struct writer *writer)
{
	const char *id = text_of(writer, FIELD_ID);

	if (catalogue_sort(writer->catalogue, writer->entry) == SORT_ORIGIN)
		return id_rest(id);
	return text_of(writer, FIELD_VENDOR);
}

static void write_title(struct writer *writer)
{
	struct composer *composer = &writer->composer;
	const struct hit *hit = composer->options->hit;
	const char *code = text_of(writer, FIELD_CODE);
	const char *vendor = vendor_of(writer);
	const char *state = text_of(writer, FIELD_STATE);
	struct strbuf end;

	if (code != NULL) {
		if (catalogue_sort(writer->catalogue, writer->entry) ==
		    SORT_REASON)
			add_found(writer, ROLE_TITLE, code);
		else
			compose_add_match(composer, ROLE_TITLE, code,
					  hit != NULL && hit->number);
		compose_add(composer, ROLE_TITLE, " ");
	}
	if (code == NULL && hit != NULL && hit->number)
		compose_add_match(composer, ROLE_TITLE,
				  text_of(writer, FIELD_PHRASE), true);
	else
		add_found(writer, ROLE_TITLE, text_of(writer, FIELD_PHRASE));
	strbuf_init(&end);
	if (vendor == NULL)
		strbuf_add(&end, text_of(writer, FIELD_KIND));
	else if (is_page(writer))
		strbuf_add(&end, ", page");
	if (state != NULL)
		strbuf_addf(&end, ", %s", state);
	if (catalogue_flag(writer->catalogue, writer->entry, FIELD_LOG_ONLY))
		strbuf_add(&end, ", log only");
	compose_flush_title(composer, ROLE_NOTE, vendor, strbuf_text(&end));
	strbuf_clear(&end);
	add_found(writer, ROLE_TEXT, text_of(writer, FIELD_SUMMARY));
	compose_flush(composer, 0, 0);
}

/* ------------------------------------------------------------------------
 * Facts
 */

static void write_aliases(struct writer *writer)
{
	for (size_t i = 0; i < items_of(writer, FIELD_ALIASES); i++) {
		add_found(writer, ROLE_TEXT,
			  item_of(writer, FIELD_ALIASES, i, PART_ALIAS_PHRASE));
		compose_add(&writer->composer, ROLE_NOTE, " (");
		add_found(writer, ROLE_NOTE,
			  item_of(writer, FIELD_ALIASES, i, PART_ALIAS_FROM));
		compose_add(&writer->composer, ROLE_NOTE, ")");
		compose_flush_fact(&writer->composer,
				   i == 0 ? "Also named" : NULL);
	}
}

static void write_definitions(struct writer *writer)
{
	for (size_t i = 0; i < items_of(writer, FIELD_DEFINED_IN); i++) {
		const char *section = item_of(writer, FIELD_DEFINED_IN, i,
					      PART_DEFINED_SECTION);
		const char *year =
			item_of(writer, FIELD_DEFINED_IN, i, PART_DEFINED_YEAR);
		const char *note =
			item_of(writer, FIELD_DEFINED_IN, i, PART_DEFINED_NOTE);

		add_found(writer, ROLE_TEXT,
			  item_of(writer, FIELD_DEFINED_IN, i,
				  PART_DEFINED_DOCUMENT));
		if (section != NULL)
			compose_addf(&writer->composer, ROLE_TEXT,
				     " section %s", section);
		if (year != NULL)
			compose_addf(&writer->composer, ROLE_TEXT, " (%s)",
				     year);
		if (note != NULL) {
			compose_add(&writer->composer, ROLE_TEXT, ": ");
			add_found(writer, ROLE_TEXT, note);
		}
		compose_flush_fact(&writer->composer,
				   i == 0 ? "Defined in" : NULL);
	}
}

static void write_origin(struct writer *writer)
{
	entry_t origin = catalogue_origin(writer->catalogue, writer->entry);

	if (origin == ENTRY_NONE)
		return;
	add_found(writer, ROLE_TEXT,
		  catalogue_text(writer->catalogue, origin, FIELD_PHRASE));
	compose_add(&writer->composer, ROLE_TEXT, " ");
	compose_add_link(&writer->composer, origin,
			 catalogue_id(writer->catalogue, origin));
	compose_flush_fact(&writer->composer, "Origin");
}

/* On a reason: the statuses that it stands beside. */
static void write_statuses(struct writer *writer)
{
	for (size_t i = 0; i < items_of(writer, FIELD_GOES_WITH); i++) {
		const char *id = item_of(writer, FIELD_GOES_WITH, i, 0);
		entry_t entry = catalogue_find(writer->catalogue, id);

		compose_add_link(&writer->composer, entry, id);
		compose_addf(&writer->composer, ROLE_TEXT, " %s",
			     catalogue_text(writer->catalogue, entry,
					    FIELD_PHRASE));
		compose_flush_fact(&writer->composer,
				   i == 0 ? "Goes with" : NULL);
	}
}

static void write_parent(struct writer *writer)
{
	entry_t parent = catalogue_parent(writer->catalogue, writer->entry);

	if (parent == ENTRY_NONE || text_of(writer, FIELD_PARENT) == NULL)
		return;
	compose_add_link(&writer->composer, parent,
			 catalogue_id(writer->catalogue, parent));
	compose_addf(&writer->composer, ROLE_TEXT, " %s",
		     catalogue_text(writer->catalogue, parent, FIELD_PHRASE));
	compose_flush_fact(&writer->composer, "Part of");
}

static void write_simple(struct writer *writer, enum field field,
			 const char *label, bool found)
{
	const char *text = text_of(writer, field);

	if (text == NULL)
		return;
	if (found)
		add_found(writer, ROLE_TEXT, text);
	else
		compose_add(&writer->composer, ROLE_TEXT, text);
	compose_flush_fact(&writer->composer, label);
}

static void write_finality(struct writer *writer)
{
	const char *finality = text_of(writer, FIELD_FINALITY);

	if (finality == NULL)
		return;
	compose_add(&writer->composer, ROLE_TEXT,
		    strcmp(finality, "interim") == 0 ?
			    "interim: a final response follows" :
			    "final");
	compose_flush_fact(&writer->composer, "Response");
}

static void write_emitters(struct writer *writer)
{
	size_t count = items_of(writer, FIELD_EMITTED_BY);
	bool log_only = catalogue_flag(writer->catalogue, writer->entry,
				       FIELD_LOG_ONLY);

	for (size_t i = 0; i < count; i++)
		compose_addf(
			&writer->composer, ROLE_TEXT, "%s%s",
			i == 0 ? "" : ", ",
			emitter_shown(item_of(writer, FIELD_EMITTED_BY, i, 0)));
	if (count > 0)
		compose_flush_fact(&writer->composer,
				   log_only ? "Made by" : "Sent by");
}

static void write_cacheable(struct writer *writer)
{
	const char *cacheable = text_of(writer, FIELD_CACHEABLE);
	const char *note = text_of(writer, FIELD_CACHE_NOTE);
	bool yes = cacheable != NULL && strcmp(cacheable, "yes") == 0;

	if (cacheable == NULL && note == NULL)
		return;
	if (cacheable != NULL)
		compose_add(&writer->composer, ROLE_TEXT,
			    yes ? "yes, heuristically" :
				  "no, not heuristically");
	if (cacheable != NULL && note != NULL)
		compose_add(&writer->composer, ROLE_TEXT, ". ");
	if (note != NULL)
		add_found(writer, ROLE_TEXT, note);
	compose_flush_fact(&writer->composer, "Cacheable");
}

static const char *shown_level(const char *level)
{
	if (strcmp(level, "request") == 0)
		return "in the request";
	if (strcmp(level, "vendor") == 0)
		return "of the vendor";
	return level;
}

static void write_headers(struct writer *writer)
{
	for (size_t i = 0; i < items_of(writer, FIELD_HEADERS); i++) {
		add_found(writer, ROLE_CODE,
			  item_of(writer, FIELD_HEADERS, i, PART_HEADER_NAME));
		compose_addf(&writer->composer, ROLE_TEXT, " (%s): ",
			     shown_level(item_of(writer, FIELD_HEADERS, i,
						 PART_HEADER_LEVEL)));
		add_found(writer, ROLE_TEXT,
			  item_of(writer, FIELD_HEADERS, i, PART_HEADER_WHY));
		compose_flush_fact(&writer->composer,
				   i == 0 ? "Headers" : NULL);
	}
}

/* The key that shows a hidden kind again. */
static const char *switch_of(enum kind kind)
{
	return kind == KIND_STANDARD ? "s" : kind == KIND_VENDOR ? "v" : "w";
}

/* Append why an entry is hidden; nothing when it is shown. */
static void add_hidden(struct writer *writer, entry_t entry)
{
	const struct filter *filter = writer->composer.options->filter;
	enum kind kind = catalogue_kind(writer->catalogue, entry);

	if (filter == NULL || filter_shows(filter, writer->catalogue, entry))
		return;
	if (filter->hidden[kind])
		compose_addf(&writer->composer, ROLE_NOTE, " hidden by %s",
			     switch_of(kind));
	else
		compose_add(&writer->composer, ROLE_NOTE, " hidden");
}

static entry_t origin_of_row(const struct writer *writer, size_t row)
{
	return catalogue_origin(writer->catalogue,
				catalogue_row(writer->catalogue, row)->entry);
}

/* How many rows of [first, end) have the origin of `row`. */
static size_t count_origin(const struct writer *writer, size_t row,
			   size_t first, size_t end)
{
	size_t count = 0;

	for (size_t at = first; at < end; at++)
		count += origin_of_row(writer, at) ==
			 origin_of_row(writer, row);
	return count;
}

/* Sub-codes: how many each origin has below this entry. */
static void write_children(struct writer *writer)
{
	const struct catalogue *catalogue = writer->catalogue;
	size_t first = catalogue_row_of(catalogue, writer->entry) + 1;
	size_t end = first - 1 + catalogue_row(catalogue, first - 1)->size;

	if (is_page(writer))
		return;
	for (size_t row = first; row < end; row++) {
		entry_t origin = origin_of_row(writer, row);

		/* Each origin once, at its first row. */
		if (count_origin(writer, row, first, row) > 0)
			continue;
		compose_addf(&writer->composer, ROLE_TEXT, "%zu%s%s",
			     count_origin(writer, row, first, end),
			     origin == ENTRY_NONE ? "" : " of ",
			     origin == ENTRY_NONE ?
				     "" :
				     catalogue_text(catalogue, origin,
						    FIELD_PHRASE));
		add_hidden(writer, catalogue_row(catalogue, row)->entry);
		compose_flush_fact(&writer->composer,
				   row == first ? "Sub-codes" : NULL);
	}
}

static void write_facts(struct writer *writer)
{
	if (text_of(writer, FIELD_OFFICIAL) != NULL) {
		compose_add(&writer->composer, ROLE_TEXT,
			    "ours; there is no official phrase");
		compose_flush_fact(&writer->composer, "Title");
	}
	write_origin(writer);
	write_parent(writer);
	write_statuses(writer);
	write_definitions(writer);
	write_simple(writer, FIELD_STATE_NOTE, "State", true);
	write_simple(writer, FIELD_SINCE, "Since", false);
	write_aliases(writer);
	write_finality(writer);
	write_emitters(writer);
	write_simple(writer, FIELD_SENT_AS, "Sent as", false);
	write_simple(writer, FIELD_BODY, "Body", true);
	write_cacheable(writer);
	write_simple(writer, FIELD_RETRY, "Retry", true);
	write_simple(writer, FIELD_REDIRECT_METHOD, "Method", true);
	write_headers(writer);
	write_children(writer);
}

/* ------------------------------------------------------------------------
 * Sections
 */

static void write_heading(struct writer *writer, const char *heading)
{
	compose_gap(&writer->composer);
	compose_add(&writer->composer, ROLE_HEADING, heading);
	compose_flush(&writer->composer, 0, 0);
}

static void write_prose(struct writer *writer, const char *text, bool verbatim)
{
	struct prose prose;
	struct prose_block block;

	prose_start(&prose, text, verbatim);
	while (prose_next(&prose, &block)) {
		if (block.apart)
			compose_gap(&writer->composer);
		if (block.kind == PROSE_ITEM)
			compose_add(&writer->composer, ROLE_TEXT, "- ");
		compose_add_found(&writer->composer,
				  block.kind == PROSE_VERBATIM ? ROLE_VERBATIM :
								 ROLE_TEXT,
				  block.text, block.length);
		if (block.kind == PROSE_VERBATIM)
			compose_flush_verbatim(&writer->composer,
					       verbatim ? 2 : 4);
		else
			compose_flush(&writer->composer, 2,
				      block.kind == PROSE_ITEM ? 4 : 2);
	}
	prose_end(&prose);
}

static void write_sections(struct writer *writer)
{
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		const char *text = text_of(writer, sections[i].field);
		const char *heading = sections[i].heading;

		if (text == NULL)
			continue;
		if (is_page(writer) && sections[i].page_heading != NULL)
			heading = sections[i].page_heading;
		write_heading(writer, heading);
		write_prose(writer, text, sections[i].field == FIELD_EXAMPLE);
	}
}

static void write_reference(struct writer *writer, entry_t entry)
{
	compose_add_link(&writer->composer, entry,
			 catalogue_id(writer->catalogue, entry));
	compose_addf(&writer->composer, ROLE_TEXT, " %s",
		     catalogue_text(writer->catalogue, entry, FIELD_PHRASE));
	add_hidden(writer, entry);
	compose_flush(&writer->composer, 2, 4);
}

static void write_see_also(struct writer *writer)
{
	size_t count = items_of(writer, FIELD_SEE_ALSO);

	if (count > 0)
		write_heading(writer, "Not to be confused with");
	for (size_t i = 0; i < count; i++) {
		const char *id =
			item_of(writer, FIELD_SEE_ALSO, i, PART_SEE_ID);

		write_reference(writer, catalogue_find(writer->catalogue, id));
		add_found(writer, ROLE_TEXT,
			  item_of(writer, FIELD_SEE_ALSO, i,
				  PART_SEE_DIFFERENCE));
		compose_flush(&writer->composer, 4, 4);
	}
}

/* ------------------------------------------------------------------------
 * Guides, and what leads from the codes to them; reasons
 */

static void write_houses(struct writer *writer, entry_t guide, size_t choice)
{
	const struct catalogue *catalogue = writer->catalogue;
	size_t count = catalogue_houses(catalogue, guide, choice);

	for (size_t i = 0; i < count; i++) {
		const char *code = catalogue_house(catalogue, guide, choice, i,
						   PART_HOUSE_CODE);

		add_found(writer, ROLE_NOTE,
			  catalogue_house(catalogue, guide, choice, i,
					  PART_HOUSE_WHO));
		compose_add(&writer->composer, ROLE_NOTE, ": ");
		if (code != NULL) {
			compose_add_link(&writer->composer,
					 catalogue_find(catalogue, code), code);
			compose_add(&writer->composer, ROLE_NOTE, ", ");
		}
		add_found(writer, ROLE_NOTE,
			  catalogue_house(catalogue, guide, choice, i,
					  PART_HOUSE_WHY));
		compose_flush(&writer->composer, 4, 6);
	}
}

static void write_because(struct writer *writer, entry_t guide, size_t choice)
{
	const char *because = catalogue_item(writer->catalogue, guide,
					     FIELD_CHOICES, choice,
					     PART_CHOICE_BECAUSE);

	if (because == NULL)
		return;
	add_found(writer, ROLE_TEXT, because);
	compose_flush(&writer->composer, 4, 4);
}

/* On a guide: its question, and the answers with their numbers. */
static void write_choices(struct writer *writer)
{
	size_t count = items_of(writer, FIELD_CHOICES);

	if (count == 0)
		return;
	compose_gap(&writer->composer);
	add_found(writer, ROLE_HEADING, text_of(writer, FIELD_QUESTION));
	compose_flush(&writer->composer, 0, 0);
	for (size_t i = 0; i < count; i++) {
		const char *id =
			item_of(writer, FIELD_CHOICES, i, PART_CHOICE_TO);

		compose_addf(&writer->composer, ROLE_TEXT, "%zu ", i + 1);
		add_found(writer, ROLE_TEXT,
			  item_of(writer, FIELD_CHOICES, i, PART_CHOICE_SAY));
		compose_add(&writer->composer, ROLE_TEXT, ": ");
		compose_add_link(&writer->composer,
				 catalogue_find(writer->catalogue, id), id);
		compose_flush(&writer->composer, 2, 4);
		write_because(writer, writer->entry, i);
		write_houses(writer, writer->entry, i);
	}
}

/* On a code: the situations in which guides lead to it. */
static void write_askers(struct writer *writer)
{
	size_t count = catalogue_askers(writer->catalogue, writer->entry);

	if (count == 0 || is_page(writer))
		return;
	write_heading(writer, "Return it when");
	for (size_t i = 0; i < count; i++) {
		struct asker asker =
			catalogue_asker(writer->catalogue, writer->entry, i);

		compose_addf(&writer->composer, ROLE_TEXT, "- %s ",
			     catalogue_item(writer->catalogue, asker.guide,
					    FIELD_CHOICES, asker.choice,
					    PART_CHOICE_SAY));
		compose_add_link(&writer->composer, asker.guide,
				 catalogue_id(writer->catalogue, asker.guide));
		compose_flush(&writer->composer, 2, 4);
	}
}

/* On a code: the words that gateways write beside it. */
static void write_reasons(struct writer *writer)
{
	size_t count = catalogue_reasons(writer->catalogue, writer->entry);

	if (count > 0)
		write_heading(writer, "Reasons beside it");
	for (size_t i = 0; i < count; i++)
		write_reference(writer, catalogue_reason(writer->catalogue,
							 writer->entry, i));
}

static bool is_listed(const struct writer *writer, entry_t entry)
{
	for (size_t i = 0; i < items_of(writer, FIELD_SEE_ALSO); i++) {
		const char *id =
			item_of(writer, FIELD_SEE_ALSO, i, PART_SEE_ID);

		if (catalogue_find(writer->catalogue, id) == entry)
			return true;
	}
	return false;
}

/* The other meanings of the number, which stand beside it in the order. */
static void write_namesakes(struct writer *writer)
{
	const struct catalogue *catalogue = writer->catalogue;
	struct code code = catalogue_code(catalogue, writer->entry);
	entry_t first = writer->entry, last = writer->entry;
	bool any = false;

	if (catalogue_sort(catalogue, writer->entry) != SORT_CODE)
		return;
	while (first > 0 && catalogue_same_code(catalogue, first - 1, &code))
		first--;
	while (last + 1 < catalogue_count(catalogue) &&
	       catalogue_same_code(catalogue, last + 1, &code))
		last++;
	for (entry_t entry = first; entry <= last; entry++) {
		if (entry == writer->entry || is_listed(writer, entry))
			continue;
		if (!any)
			write_heading(writer, "Other meanings of the number");
		any = true;
		write_reference(writer, entry);
	}
}

static bool belongs(const struct writer *writer, entry_t entry)
{
	const struct catalogue *catalogue = writer->catalogue;

	return catalogue_origin(catalogue, entry) == writer->entry ||
	       (catalogue_parent(catalogue, entry) == writer->entry &&
		text_of(writer, FIELD_VENDOR) != NULL);
}

/* On the page of an origin or a family: its codes. */
static void write_members(struct writer *writer)
{
	const struct catalogue *catalogue = writer->catalogue;
	enum sort sort = catalogue_sort(catalogue, writer->entry);
	bool any = false;

	if (sort != SORT_ORIGIN && sort != SORT_FAMILY)
		return;
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (!belongs(writer, entry))
			continue;
		if (!any)
			write_heading(writer, "Its codes");
		any = true;
		write_reference(writer, entry);
	}
}

/* Some have more of them than of all other facts, so they come late. */
static void write_keywords(struct writer *writer)
{
	size_t count = items_of(writer, FIELD_KEYWORDS);

	if (count == 0)
		return;
	write_heading(writer, "Search words");
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			compose_add(&writer->composer, ROLE_TEXT, ", ");
		add_found(writer, ROLE_TEXT,
			  item_of(writer, FIELD_KEYWORDS, i, 0));
	}
	compose_flush(&writer->composer, 2, 2);
}

static void write_sources(struct writer *writer)
{
	write_heading(writer, "Sources");
	for (size_t i = 0; i < items_of(writer, FIELD_SOURCES); i++) {
		const char *section =
			item_of(writer, FIELD_SOURCES, i, PART_SOURCE_SECTION);

		compose_add(&writer->composer, ROLE_TEXT,
			    item_of(writer, FIELD_SOURCES, i,
				    PART_SOURCE_TITLE));
		if (section != NULL)
			compose_addf(&writer->composer, ROLE_TEXT,
				     *section >= '0' && *section <= '9' ?
					     " section %s" :
					     ", %s",
				     section);
		compose_flush(&writer->composer, 2, 4);
		compose_add(&writer->composer, ROLE_NOTE,
			    item_of(writer, FIELD_SOURCES, i, PART_SOURCE_URL));
		compose_flush(&writer->composer, 4, 4);
	}
	compose_addf(&writer->composer, ROLE_NOTE, "Checked %s.",
		     text_of(writer, FIELD_CHECKED));
	compose_flush(&writer->composer, 2, 2);
}

void page_build(struct page *page, const struct catalogue *catalogue,
		entry_t entry, const struct page_options *options)
{
	struct writer writer = { .catalogue = catalogue, .entry = entry };

	compose_start(&writer.composer, page, options);
	write_title(&writer);
	compose_gap(&writer.composer);
	write_facts(&writer);
	write_choices(&writer);
	write_askers(&writer);
	write_sections(&writer);
	write_reasons(&writer);
	write_see_also(&writer);
	write_namesakes(&writer);
	write_members(&writer);
	write_keywords(&writer);
	write_sources(&writer);
	compose_end(&writer.composer);
}

/* ------------------------------------------------------------------------
 * A number that nobody defines
 */

static void write_rule(struct writer *writer, unsigned int number)
{
	static const unsigned int stand_ins[] = { 100, 200, 300, 400, 500 };
	unsigned int hundred = number / 100;

	if (hundred >= 1 && hundred <= 5)
		compose_addf(&writer->composer, ROLE_TEXT,
			     "A client that does not know a code treats it "
			     "as the x00 of its class: this one as %u "
			     "(RFC 9110 section 15).",
			     stand_ins[hundred - 1]);
	else
		compose_add(&writer->composer, ROLE_TEXT,
			    "The number lies outside 100 to 599, where no "
			    "status code can be. A client treats such a "
			    "response as a server error, like 500 "
			    "(RFC 9110 section 15).");
	compose_flush(&writer->composer, 2, 2);
}

static void write_class(struct writer *writer, unsigned int number)
{
	struct code code = { .low = number, .high = number };
	enum code_class class_number = code_class_of(&code);
	struct strbuf id;

	strbuf_init(&id);
	strbuf_addf(&id, "class:%s", class_names.texts[class_number]);
	writer->entry = catalogue_find(writer->catalogue, strbuf_text(&id));
	if (writer->entry != ENTRY_NONE) {
		write_heading(writer, "Its class");
		write_reference(writer, writer->entry);
		add_found(writer, ROLE_TEXT, text_of(writer, FIELD_SUMMARY));
		compose_flush(&writer->composer, 4, 4);
	}
	strbuf_clear(&id);
}

void page_build_unknown(struct page *page, const struct catalogue *catalogue,
			unsigned int number, const struct page_options *options)
{
	struct page_options unmarked = *options;
	struct writer writer = { .catalogue = catalogue, .entry = ENTRY_NONE };
	entry_t below, above;

	unmarked.hit = NULL;
	compose_start(&writer.composer, page, &unmarked);
	compose_addf(&writer.composer, ROLE_TITLE, "%03u is not assigned",
		     number);
	compose_flush(&writer.composer, 0, 0);
	compose_addf(&writer.composer, ROLE_TEXT,
		     "Neither the IANA registry nor any origin in this "
		     "catalogue gives %03u a meaning.",
		     number);
	compose_flush(&writer.composer, 0, 0);
	write_heading(&writer, "What a client makes of it");
	write_rule(&writer, number);
	write_class(&writer, number);
	catalogue_neighbours(catalogue, number, &below, &above);
	write_heading(&writer, "The nearest codes");
	if (below != ENTRY_NONE)
		write_reference(&writer, below);
	if (above != ENTRY_NONE)
		write_reference(&writer, above);
	compose_end(&writer.composer);
}
