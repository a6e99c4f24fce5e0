#include "catalogue/schema.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

Test(schema, a_field_is_found_by_its_key)
{
	for (enum field field = 0; field < FIELD_COUNT; field++)
		cr_expect_eq(schema_find(schema_field(field)->key), field,
			     "%s", schema_field(field)->key);
	cr_expect_eq(schema_find("phrase"), FIELD_PHRASE);
	cr_expect_eq(schema_find("see_also"), FIELD_SEE_ALSO);
}

Test(schema, another_key_is_none_of_the_fields)
{
	static const char *const keys[] = { "", "Phrase", "phras", "phrases",
					    "title", "url" };

	for (size_t i = 0; i < COUNT(keys); i++)
		cr_expect_eq(schema_find(keys[i]), FIELD_COUNT, "'%s'",
			     keys[i]);
}

/* doc/data-format.md promises these to whoever writes a catalogue. */
Test(schema, asks_for_what_the_format_requires)
{
	static const char *const always[] = { "id",	 "phrase", "kind",
					      "summary", "sources", "checked" };
	static const char *const codes[] = { "code", "state" };
	size_t found_always = 0, found_codes = 0, found_unasked = 0;

	for (size_t i = 0; i < COUNT(always); i++)
		cr_expect_eq(schema_field(schema_find(always[i]))->need,
			     NEED_ALWAYS, "%s", always[i]);
	for (size_t i = 0; i < COUNT(codes); i++)
		cr_expect_eq(schema_field(schema_find(codes[i]))->need,
			     NEED_CODES, "%s", codes[i]);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		found_always += schema_field(field)->need == NEED_ALWAYS;
		found_codes += schema_field(field)->need == NEED_CODES;
		found_unasked += schema_field(field)->need == NEED_UNASKED;
	}
	cr_expect_eq(found_always, COUNT(always));
	cr_expect_eq(found_codes, COUNT(codes));
	cr_expect_eq(schema_field(FIELD_MEANS)->need, NEED_UNASKED);
	cr_expect_eq(found_unasked, 1);
}

/* A number of `enum part` that slipped would show one part for another. */
Test(schema, parts_have_the_numbers_of_their_enum)
{
	static const struct {
		enum field field;
		size_t part;
		const char *key;
		enum need need;
	} rows[] = {
		{ FIELD_ALIASES, PART_ALIAS_PHRASE, "phrase", NEED_ALWAYS },
		{ FIELD_ALIASES, PART_ALIAS_FROM, "from", NEED_ALWAYS },
		{ FIELD_DEFINED_IN, PART_DEFINED_DOCUMENT, "document",
		  NEED_ALWAYS },
		{ FIELD_DEFINED_IN, PART_DEFINED_SECTION, "section",
		  NEED_MAYBE },
		{ FIELD_DEFINED_IN, PART_DEFINED_YEAR, "year", NEED_MAYBE },
		{ FIELD_DEFINED_IN, PART_DEFINED_NOTE, "note", NEED_MAYBE },
		{ FIELD_HEADERS, PART_HEADER_NAME, "name", NEED_ALWAYS },
		{ FIELD_HEADERS, PART_HEADER_LEVEL, "level", NEED_ALWAYS },
		{ FIELD_HEADERS, PART_HEADER_WHY, "why", NEED_ALWAYS },
		{ FIELD_CHOICES, PART_CHOICE_SAY, "say", NEED_ALWAYS },
		{ FIELD_CHOICES, PART_CHOICE_TO, "to", NEED_ALWAYS },
		{ FIELD_CHOICES, PART_CHOICE_BECAUSE, "because", NEED_MAYBE },
		{ FIELD_CHOICES, PART_CHOICE_HOUSES, "houses", NEED_MAYBE },
		{ FIELD_HOUSES, PART_HOUSE_WHO, "who", NEED_ALWAYS },
		{ FIELD_HOUSES, PART_HOUSE_CODE, "code", NEED_MAYBE },
		{ FIELD_HOUSES, PART_HOUSE_WHY, "why", NEED_ALWAYS },
		{ FIELD_SEE_ALSO, PART_SEE_ID, "id", NEED_ALWAYS },
		{ FIELD_SEE_ALSO, PART_SEE_DIFFERENCE, "difference",
		  NEED_ALWAYS },
		{ FIELD_NOTES, PART_NOTE_CATALOGUE, "catalogue", NEED_ALWAYS },
		{ FIELD_NOTES, PART_NOTE_TEXT, "text", NEED_MAYBE },
		{ FIELD_NOTES, PART_NOTE_ID, "id", NEED_MAYBE },
		{ FIELD_NOTES, PART_NOTE_DIFFERENCE, "difference", NEED_MAYBE },
		{ FIELD_SOURCES, PART_SOURCE_TITLE, "title", NEED_ALWAYS },
		{ FIELD_SOURCES, PART_SOURCE_SECTION, "section", NEED_MAYBE },
		{ FIELD_SOURCES, PART_SOURCE_URL, "url", NEED_ALWAYS },
	};
	size_t all = 0;

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t count;
		const struct part_rule *parts =
			schema_parts(rows[i].field, &count);

		cr_assert_lt(rows[i].part, count, "row %zu", i);
		cr_expect_str_eq(parts[rows[i].part].key, rows[i].key);
		cr_expect_eq(parts[rows[i].part].need, rows[i].need, "%s",
			     rows[i].key);
	}
	for (enum field field = 0; field <= FIELD_HOUSES; field++) {
		size_t count;

		schema_parts(field, &count);
		all += count;
	}
	cr_expect_eq(all, COUNT(rows));
}

Test(schema, records_and_nothing_else_have_parts)
{
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);
		size_t count;
		const struct part_rule *parts = schema_parts(field, &count);

		cr_expect_eq(count > 0, rule->type == TYPE_RECORDS, "%s",
			     rule->key);
		cr_expect_leq(count, PART_LIMIT, "%s", rule->key);
		for (size_t i = 0; i < count; i++)
			cr_expect_eq(parts[i].field, field, "%s", rule->key);
		if (count > 0)
			cr_expect_eq(parts[0].need, NEED_ALWAYS, "%s",
				     rule->key);
	}
}

Test(schema, keys_are_told_apart)
{
	for (enum field a = 0; a < FIELD_COUNT; a++) {
		size_t count;
		const struct part_rule *parts = schema_parts(a, &count);

		for (enum field b = 0; b < a; b++)
			cr_expect_str_neq(schema_field(a)->key,
					  schema_field(b)->key);
		for (size_t i = 0; i < count; i++) {
			for (size_t j = 0; j < i; j++)
				cr_expect_str_neq(parts[i].key, parts[j].key);
		}
	}
}

Test(schema, every_field_and_part_is_explained)
{
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		size_t count;
		const struct part_rule *parts = schema_parts(field, &count);

		cr_expect_gt(strlen(schema_field(field)->help), 8);
		for (size_t i = 0; i < count; i++)
			cr_expect_gt(strlen(parts[i].help), 8);
	}
}

Test(schema, a_choice_gives_its_words)
{
	cr_expect_eq(schema_choices(TYPE_KIND), &kind_names);
	cr_expect_eq(schema_choices(TYPE_STATE), &state_names);
	cr_expect_eq(schema_choices(TYPE_FINALITY), &finality_names);
	cr_expect_eq(schema_choices(TYPE_OVERVIEW), &overview_names);
	cr_expect_eq(schema_choices(TYPE_LEVEL), &level_names);
	cr_expect_eq(schema_choices(TYPE_EMITTERS), &emitter_names);
	cr_expect_null(schema_choices(TYPE_TEXT));
	cr_expect_null(schema_choices(TYPE_FLAG));
	cr_expect_null(schema_choices(TYPE_LIST));
}

Test(schema, names_are_what_people_call_an_entry)
{
	static const enum field names[] = { FIELD_CODE, FIELD_PHRASE,
					    FIELD_ALIASES, FIELD_KEYWORDS };
	size_t found = 0;

	for (size_t i = 0; i < COUNT(names); i++)
		cr_expect(schema_names(names[i]), "%s",
			  schema_field(names[i])->key);
	for (enum field field = 0; field < FIELD_COUNT; field++)
		found += schema_names(field);
	cr_expect_eq(found, COUNT(names));
}
