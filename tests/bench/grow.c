#include "bench/grow.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "catalogue/builder.h"
#include "catalogue/id.h"

/* Of a hundred words of three letters and more. */
enum { SWAPPED = 18, COINED = 3 };

/* Of a hundred numbers in the texts. */
enum { RENUMBERED = 30 };

enum { SHORTEST = 3, COINED_BITS = 20 };

struct grower {
	const struct catalogue *catalogue;
	struct strbuf text; /* the YAML of one copy */
	uint64_t random;
	unsigned int copy; /* 0: the entries as they are */
};

/* ------------------------------------------------------------------------
 * Chance, and words by chance
 */

/* splitmix64: short, and good enough to choose words. */
static uint64_t draw(struct grower *grower)
{
	uint64_t z = grower->random += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static uint32_t draw_below(struct grower *grower, uint32_t limit)
{
	return (uint32_t)(draw(grower) % limit);
}

/* A number of up to COINED_BITS bits, half as often of twice the size. */
static uint32_t draw_rank(struct grower *grower)
{
	uint32_t power = UINT32_C(1) << draw_below(grower, COINED_BITS);

	return power + draw_below(grower, power);
}

/* The word of a number: syllables, the fewer the smaller it is. */
static void coin(struct strbuf *text, uint32_t number)
{
	static const char onsets[] = " bcdfghklmnprstvz";
	static const char vowels[] = "aeiou";
	uint32_t onset_count = sizeof(onsets) - 1;
	uint32_t count = onset_count * (sizeof(vowels) - 1);

	/* Two syllables at least: no word is shorter than those it replaces. */
	for (number += count; number > 0; number /= count) {
		uint32_t syllable = number % count;

		if (onsets[syllable % onset_count] != ' ')
			strbuf_add_char(text, onsets[syllable % onset_count]);
		strbuf_add_char(text, vowels[syllable / onset_count]);
	}
}

/* Any place of the catalogue, and the word there. */
static const char *draw_word(struct grower *grower)
{
	const struct image *image = grower->catalogue->image;
	const struct word_index *index = &image->index;
	uint32_t word;

	do {
		word = index->stream[draw_below(grower,
						index->starts[image->count])];
	} while (word == IMAGE_NONE);
	return index->blob + index->words[word];
}

/* ------------------------------------------------------------------------
 * Texts
 */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void vary_word(struct grower *grower, struct strbuf *out,
		      const char *word, size_t length)
{
	uint32_t chance = draw_below(grower, 100);

	if (length < SHORTEST || chance >= SWAPPED + COINED)
		strbuf_add_bytes(out, word, length);
	else if (chance >= COINED)
		strbuf_add(out, draw_word(grower));
	else
		coin(out, draw_rank(grower));
}

static void vary_number(struct grower *grower, struct strbuf *out,
			const char *digits, size_t length)
{
	bool kept = length < 2 || draw_below(grower, 100) >= RENUMBERED;

	for (size_t i = 0; i < length; i++)
		strbuf_add_char(out, kept ? digits[i] :
					    (char)('0' + draw_below(grower, 10)));
}

static size_t run_length(const char *text, bool (*belongs)(char))
{
	size_t length = 0;

	while (belongs(text[length]))
		length++;
	return length;
}

static void vary(struct grower *grower, struct strbuf *out, const char *text)
{
	while (*text != '\0') {
		size_t letters = run_length(text, is_letter);
		size_t digits = run_length(text, is_digit);

		if (letters > 0)
			vary_word(grower, out, text, letters);
		else if (digits > 0)
			vary_number(grower, out, text, digits);
		else
			strbuf_add_char(out, *text);
		text += letters + digits + (letters + digits == 0);
	}
}

/* ------------------------------------------------------------------------
 * Codes and ids
 */

/*
 * The code of a copy: every other copy has the number of the original, as
 * vendors like to take the same ones; the others have one of the same class.
 * The map is one to one, so that ids stay unique.
 */
static void add_code(struct grower *grower, struct strbuf *out,
		     const char *code)
{
	unsigned long number = strtoul(code, NULL, 10);
	size_t digits = strspn(code, "0123456789");
	bool plain = code[digits] == '\0' && digits == 3 && number >= 100;

	if (grower->copy % 2 == 0 || !plain)
		strbuf_add(out, code);
	else
		strbuf_addf(out, "%lu",
			    number / 100 * 100 +
				    (number * 7 + grower->copy * 13) % 100);
}

/*
 * The origin of a copy: a new name before the old one.  The copies of what has
 * none become IANA's, since an origin has a page.
 */
static void add_origin(struct grower *grower, struct strbuf *out,
		       const char *id)
{
	size_t length = id_origin_length(id);

	coin(out, grower->copy);
	if (length == 0 || strncmp(id, "warning:", 8) == 0)
		strbuf_add(out, "-iana");
	else
		strbuf_addf(out, "-%.*s", (int)length, id);
}

static void add_id(struct grower *grower, struct strbuf *out, const char *id)
{
	if (strncmp(id, "vendor:", 7) == 0) {
		strbuf_add(out, "vendor:");
		coin(out, grower->copy);
		strbuf_addf(out, "-%s", id_rest(id));
	} else {
		add_origin(grower, out, id);
		strbuf_add_char(out, ':');
		add_code(grower, out, id_rest(id));
	}
}

/* ------------------------------------------------------------------------
 * Entries as YAML
 */

static void add_quoted(struct strbuf *out, const char *text)
{
	strbuf_add_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			strbuf_add(out, "\\n");
		else if (*text == '"' || *text == '\\')
			strbuf_addf(out, "\\%c", *text);
		else
			strbuf_add_char(out, *text);
	}
	strbuf_add_char(out, '"');
}

static bool is_prose(enum type type)
{
	return type == TYPE_TEXT || type == TYPE_PROSE ||
	       type == TYPE_VERBATIM || type == TYPE_LIST;
}

static void add_varied(struct grower *grower, enum type type,
		       const char *text)
{
	struct strbuf varied;

	strbuf_init(&varied);
	if (grower->copy > 0 && is_prose(type))
		vary(grower, &varied, text);
	else
		strbuf_add(&varied, text);
	add_quoted(&grower->text, strbuf_text(&varied));
	strbuf_clear(&varied);
}

static void add_record(struct grower *grower, entry_t entry, enum field field,
		       size_t item)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	strbuf_add(&grower->text, "{ ");
	for (size_t part = 0; part < count; part++) {
		const char *text = NULL;

		if (parts[part].type != TYPE_HOUSES)
			text = catalogue_item(grower->catalogue, entry, field,
					      item, part);
		if (text == NULL)
			continue;
		strbuf_addf(&grower->text, "%s: ", parts[part].key);
		add_varied(grower, parts[part].type, text);
		strbuf_add(&grower->text, ", ");
	}
	strbuf_add(&grower->text, "}");
}

static void add_list(struct grower *grower, entry_t entry, enum field field)
{
	const struct field_rule *rule = schema_field(field);
	size_t count = catalogue_items(grower->catalogue, entry, field);

	strbuf_add(&grower->text, "[ ");
	for (size_t item = 0; item < count; item++) {
		if (rule->type == TYPE_RECORDS)
			add_record(grower, entry, field, item);
		else
			add_varied(grower, rule->type,
				   catalogue_item(grower->catalogue, entry,
						  field, item, 0));
		strbuf_add(&grower->text, ", ");
	}
	strbuf_add(&grower->text, "]");
}

/* What a copy cannot take over as it is: who the entry is. */
static void add_identity(struct grower *grower, entry_t entry)
{
	const struct catalogue *catalogue = grower->catalogue;
	const char *id = catalogue_id(catalogue, entry);
	const char *code = catalogue_text(catalogue, entry, FIELD_CODE);
	struct strbuf *text = &grower->text;

	strbuf_add(text, "  id: \"");
	add_id(grower, text, id);
	if (code != NULL) {
		strbuf_add(text, "\"\n  code: \"");
		add_code(grower, text, code);
	}
	if (catalogue_kind(catalogue, entry) == KIND_PAGE) {
		strbuf_add(text, "\"\n  kind: page\n");
	} else {
		strbuf_add(text, "\"\n  kind: vendor\n  vendor: ");
		add_origin(grower, text, id);
		strbuf_add_char(text, '\n');
	}
}

static void add_field(struct grower *grower, entry_t entry, enum field field)
{
	const struct field_rule *rule = schema_field(field);
	bool list = rule->type == TYPE_LIST || rule->type == TYPE_RECORDS ||
		    rule->type == TYPE_EMITTERS || rule->type == TYPE_LINKS;
	const char *text =
		list ? NULL : catalogue_text(grower->catalogue, entry, field);

	if (text == NULL &&
	    (!list || catalogue_items(grower->catalogue, entry, field) == 0))
		return;
	strbuf_addf(&grower->text, "  %s: ", rule->key);
	if (list)
		add_list(grower, entry, field);
	else
		add_varied(grower, rule->type, text);
	strbuf_add_char(&grower->text, '\n');
}

/* Few meanings are everyday ones, and few responses cacheable. */
static bool is_copied(enum field field)
{
	return field != FIELD_ID && field != FIELD_CODE &&
	       field != FIELD_KIND && field != FIELD_VENDOR &&
	       field != FIELD_EVERYDAY && field != FIELD_CACHEABLE;
}

static void add_entry(struct grower *grower, entry_t entry)
{
	enum sort sort = catalogue_sort(grower->catalogue, entry);

	/* There is one page of a class, and a word is no number to vary. */
	if (grower->copy > 0 &&
	    (sort == SORT_CLASS || sort == SORT_GUIDE || sort == SORT_REASON))
		return;
	strbuf_add(&grower->text, "-\n");
	if (grower->copy > 0)
		add_identity(grower, entry);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		if (grower->copy == 0 || is_copied(field))
			add_field(grower, entry, field);
	}
}

/* One source a copy, since a file and its nodes are limited. */
static void add_copy(struct grower *grower, struct drafts *drafts,
		     struct fault_list *faults)
{
	strbuf_reset(&grower->text);
	for (entry_t i = 0; i < catalogue_count(grower->catalogue); i++)
		add_entry(grower, i);
	drafts_read_text(drafts, "grown", strbuf_text(&grower->text),
			 grower->text.length, faults);
}

struct image *grow(const struct catalogue *catalogue, unsigned int times)
{
	struct grower grower = { .catalogue = catalogue, .random = 1 };
	struct drafts drafts;
	struct fault_list faults;
	struct image *image;

	strbuf_init(&grower.text);
	drafts_init(&drafts);
	fault_list_init(&faults);
	for (; grower.copy < times; grower.copy++)
		add_copy(&grower, &drafts, &faults);
	if (faults.total > 0) {
		fault_list_print(&faults, stderr);
		exit(EXIT_FAILURE);
	}
	image = image_build(&drafts, "grown");
	fault_list_clear(&faults);
	drafts_clear(&drafts);
	strbuf_clear(&grower.text);
	return image;
}

/* ------------------------------------------------------------------------
 * Lines
 */

static void add_part(struct strbuf *line, const char *text)
{
	if (text == NULL)
		return;
	strbuf_add_char(line, ' ');
	for (; *text != '\0'; text++)
		strbuf_add_char(line, *text == '\n' ? ' ' : *text);
}

static void add_items(const struct catalogue *catalogue, entry_t entry,
		      enum field field, struct strbuf *line)
{
	size_t count = catalogue_items(catalogue, entry, field);
	size_t part_count;
	const struct part_rule *parts = schema_parts(field, &part_count);

	for (size_t item = 0; item < count; item++) {
		if (part_count == 0)
			add_part(line, catalogue_item(catalogue, entry, field,
						      item, 0));
		for (size_t part = 0; part < part_count; part++) {
			if (parts[part].searched != SEARCHED_NOT)
				add_part(line,
					 catalogue_item(catalogue, entry, field,
							item, part));
		}
	}
}

void grow_line(const struct catalogue *catalogue, entry_t entry,
	       struct strbuf *line)
{
	strbuf_add(line, catalogue_id(catalogue, entry));
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);

		if (rule->searched <= SEARCHED_WORD)
			continue;
		if (rule->type == TYPE_LIST || rule->type == TYPE_RECORDS)
			add_items(catalogue, entry, field, line);
		else
			add_part(line, catalogue_text(catalogue, entry, field));
	}
	strbuf_add_char(line, '\n');
}
