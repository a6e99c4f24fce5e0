#include "page/compare.h"

#include <string.h>

#include "catalogue/prose.h"
#include "page/compose.h"
#include "page/facts.h"

enum {
	SIDES = 2,
	GAP = 2,
	SIDE_LEAST = 28, /* columns of a side, or the sides are stacked */
};

struct pair {
	struct composer composer;
	const struct catalogue *catalogue;
	entry_t entries[SIDES];
	struct strbuf texts[SIDES]; /* of the row that is being written */
	struct comparison found;
};

/* ------------------------------------------------------------------------
 * What a side has in a row
 */

static void add_field(const struct catalogue *catalogue, entry_t entry,
		      enum field field, struct strbuf *text)
{
	const char *value = catalogue_text(catalogue, entry, field);

	if (value != NULL)
		strbuf_add(text, value);
}

static void add_cacheable(const struct catalogue *catalogue, entry_t entry,
			  enum field field, struct strbuf *text)
{
	const char *flag = catalogue_text(catalogue, entry, FIELD_CACHEABLE);
	const char *note = catalogue_text(catalogue, entry, field);

	if (flag != NULL)
		strbuf_add(text, facts_cacheable(flag));
	if (flag != NULL && note != NULL)
		strbuf_add(text, ". ");
	if (note != NULL)
		strbuf_add(text, note);
}

static void add_headers(const struct catalogue *catalogue, entry_t entry,
			enum field field, struct strbuf *text)
{
	for (size_t i = 0; i < catalogue_items(catalogue, entry, field); i++)
		strbuf_addf(text, "%s%s (%s)", i == 0 ? "" : ", ",
			    catalogue_item(catalogue, entry, field, i,
					   PART_HEADER_NAME),
			    facts_level(catalogue_item(catalogue, entry, field,
						       i, PART_HEADER_LEVEL)));
}

static void add_emitters(const struct catalogue *catalogue, entry_t entry,
			 enum field field, struct strbuf *text)
{
	for (size_t i = 0; i < catalogue_items(catalogue, entry, field); i++)
		strbuf_addf(text, "%s%s", i == 0 ? "" : ", ",
			    emitter_shown(catalogue_item(catalogue, entry,
							 field, i, 0)));
}

static void add_definition(const struct catalogue *catalogue, entry_t entry,
			   enum field field, struct strbuf *text)
{
	const char *section, *year;

	if (catalogue_items(catalogue, entry, field) == 0)
		return;
	section = catalogue_item(catalogue, entry, field, 0,
				 PART_DEFINED_SECTION);
	year = catalogue_item(catalogue, entry, field, 0, PART_DEFINED_YEAR);
	strbuf_add(text, catalogue_item(catalogue, entry, field, 0,
					PART_DEFINED_DOCUMENT));
	if (section != NULL)
		strbuf_addf(text, " section %s", section);
	if (year != NULL)
		strbuf_addf(text, " (%s)", year);
}

/* The first paragraph. */
static void add_prose(const struct catalogue *catalogue, entry_t entry,
		      enum field field, struct strbuf *text)
{
	const char *value = catalogue_text(catalogue, entry, field);
	struct prose prose;
	struct prose_block block;

	if (value == NULL)
		return;
	prose_start(&prose, value, false);
	if (prose_next(&prose, &block))
		strbuf_add_bytes(text, block.text, block.length);
	prose_end(&prose);
}

struct row {
	const char *label;
	enum field field;
	void (*add)(const struct catalogue *catalogue, entry_t entry,
		    enum field field, struct strbuf *text);
};

static const struct row facts[] = {
	{ "Kind", FIELD_KIND, add_field },
	{ "State", FIELD_STATE, add_field },
	{ "Retry", FIELD_RETRY, add_field },
	{ "Method", FIELD_REDIRECT_METHOD, add_field },
	{ "Cacheable", FIELD_CACHE_NOTE, add_cacheable },
	{ "Headers", FIELD_HEADERS, add_headers },
	{ "Sent by", FIELD_EMITTED_BY, add_emitters },
	{ "Sent as", FIELD_SENT_AS, add_field },
	{ "Body", FIELD_BODY, add_field },
	{ "Response", FIELD_FINALITY, add_field },
	{ "Since", FIELD_SINCE, add_field },
	{ "Defined", FIELD_DEFINED_IN, add_definition },
};

static const struct row meanings[] = {
	{ "In short", FIELD_SUMMARY, add_field },
	{ "Meaning", FIELD_MEANS, add_prose },
};

/* ------------------------------------------------------------------------
 * Rows
 */

static const char *id_of(const struct pair *pair, size_t side)
{
	return catalogue_id(pair->catalogue, pair->entries[side]);
}

static int side_columns(const struct pair *pair)
{
	return (pair->composer.width - LABEL_COLUMNS - GAP) / SIDES;
}

static bool is_stacked(const struct pair *pair)
{
	return side_columns(pair) < SIDE_LEAST;
}

/* A label and both sides, which were added as cells. */
static void flush_sides(struct pair *pair)
{
	int side = side_columns(pair);
	struct column columns[] = {
		{ .left = 0, .width = LABEL_COLUMNS },
		{ .left = LABEL_COLUMNS, .width = side },
		{ .left = LABEL_COLUMNS + side + GAP, .width = side },
	};

	compose_flush_cells(&pair->composer, columns);
}

static const char *text_of(const struct pair *pair, size_t side)
{
	return pair->texts[side].length == 0 ? "-" :
					       strbuf_text(&pair->texts[side]);
}

static void write_beside(struct pair *pair, const char *label)
{
	compose_add(&pair->composer, ROLE_LABEL, label);
	for (size_t side = 0; side < SIDES; side++) {
		compose_cell(&pair->composer);
		compose_add(&pair->composer, ROLE_TEXT, text_of(pair, side));
	}
	flush_sides(pair);
}

/* One below the other, each behind its id; once where both say the same. */
static void write_below(struct pair *pair, const char *label, bool same)
{
	if (same) {
		compose_addf(&pair->composer, ROLE_TEXT, "%s, both",
			     text_of(pair, 0));
		compose_flush_fact(&pair->composer, 0, label);
		return;
	}
	for (size_t side = 0; side < SIDES; side++) {
		compose_addf(&pair->composer, ROLE_CODE, "%s ",
			     id_of(pair, side));
		compose_add(&pair->composer, ROLE_TEXT, text_of(pair, side));
		compose_flush_fact(&pair->composer, 0,
				   side == 0 ? label : NULL);
	}
}

/* Fill the texts of a row; false when neither side has any. */
static bool fill_row(struct pair *pair, const struct row *row)
{
	bool any = false;

	for (size_t side = 0; side < SIDES; side++) {
		strbuf_reset(&pair->texts[side]);
		row->add(pair->catalogue, pair->entries[side], row->field,
			 &pair->texts[side]);
		any = any || pair->texts[side].length > 0;
	}
	return any;
}

static void write_row(struct pair *pair, const char *label, bool same)
{
	if (is_stacked(pair))
		write_below(pair, label, same);
	else
		write_beside(pair, label);
}

static void write_facts(struct pair *pair)
{
	compose_gap(&pair->composer);
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		bool same;

		if (!fill_row(pair, &facts[i]))
			continue;
		same = strcmp(text_of(pair, 0), text_of(pair, 1)) == 0;
		if (!same)
			lines_differ(&pair->composer.lines);
		write_row(pair, facts[i].label, same);
		pair->found.facts++;
		pair->found.differ += !same;
	}
}

static void write_meanings(struct pair *pair)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings); i++) {
		compose_gap(&pair->composer);
		if (fill_row(pair, &meanings[i]))
			write_row(pair, meanings[i].label, false);
	}
}

/* ------------------------------------------------------------------------
 * Names, and what each says of the other
 */

static void add_name(struct pair *pair, size_t side)
{
	entry_t entry = pair->entries[side];

	compose_add_link(&pair->composer, entry, id_of(pair, side));
	compose_addf(&pair->composer, ROLE_TITLE, " %s",
		     catalogue_text(pair->catalogue, entry, FIELD_PHRASE));
}

static void write_names(struct pair *pair)
{
	for (size_t side = 0; side < SIDES; side++) {
		if (!is_stacked(pair))
			compose_cell(&pair->composer);
		else if (side > 0)
			compose_add(&pair->composer, ROLE_TEXT, "with ");
		add_name(pair, side);
		if (is_stacked(pair))
			compose_flush(&pair->composer, side == 0 ? 0 : 1, 4);
	}
	if (!is_stacked(pair))
		flush_sides(pair);
}

/* What is said of a side on the page of the other, or NULL. */
static const char *difference(const struct pair *pair, size_t side)
{
	entry_t entry = pair->entries[1 - side];
	const char *id = id_of(pair, side);

	for (size_t i = 0;
	     i < catalogue_items(pair->catalogue, entry, FIELD_SEE_ALSO); i++) {
		if (strcmp(catalogue_item(pair->catalogue, entry,
					  FIELD_SEE_ALSO, i, PART_SEE_ID),
			   id) == 0)
			return catalogue_item(pair->catalogue, entry,
					      FIELD_SEE_ALSO, i,
					      PART_SEE_DIFFERENCE);
	}
	return NULL;
}

static void write_differences(struct pair *pair)
{
	const char *label = "Told apart";

	compose_gap(&pair->composer);
	for (size_t side = 0; side < SIDES; side++) {
		const char *text = difference(pair, side);

		if (text == NULL)
			continue;
		compose_addf(&pair->composer, ROLE_CODE, "%s ",
			     id_of(pair, side));
		compose_add(&pair->composer, ROLE_TEXT, text);
		compose_flush_fact(&pair->composer, 0, label);
		label = NULL;
	}
}

struct comparison compare_build(struct page *page,
				const struct catalogue *catalogue, entry_t left,
				entry_t right,
				const struct page_options *options)
{
	struct page_options unmarked = *options;
	struct pair pair = { .catalogue = catalogue,
			     .entries = { left, right } };

	unmarked.hit = NULL;
	for (size_t side = 0; side < SIDES; side++)
		strbuf_init(&pair.texts[side]);
	compose_start(&pair.composer, page, &unmarked);
	write_names(&pair);
	write_facts(&pair);
	write_differences(&pair);
	write_meanings(&pair);
	compose_end(&pair.composer);
	for (size_t side = 0; side < SIDES; side++)
		strbuf_clear(&pair.texts[side]);
	return pair.found;
}
