#include "page/overview.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/xalloc.h"
#include "page/facts.h"

enum { TEXT_ROOM = 105 }; /* bytes of a text, in whole sentences */

static const char *text_of(const struct writer *writer, entry_t entry,
			   enum field field)
{
	return catalogue_text(writer->catalogue, entry, field);
}

/* Codes in use: all of the registry, and what else people meet daily. */
static bool is_listed(const struct writer *writer, entry_t entry)
{
	const struct catalogue *catalogue = writer->catalogue;

	return catalogue_sort(catalogue, entry) == SORT_CODE &&
	       state_in_use(catalogue_state(catalogue, entry)) &&
	       (catalogue_kind(catalogue, entry) == KIND_STANDARD ||
		catalogue_everyday(catalogue, entry));
}

/* A link to `entry`, and the first sentences of its text below. */
static void write_told(struct writer *writer, entry_t entry, const char *text)
{
	size_t length = facts_sentences(text, TEXT_ROOM);
	char *told = xmemdup(text, length);

	writer_reference(writer, entry);
	compose_add(&writer->composer, ROLE_TEXT, told);
	compose_flush(&writer->composer, 4, 4);
	free(told);
}

/* All listed codes that have a field, with what it says. */
static void write_field(struct writer *writer, enum field field)
{
	enum code_class last = CLASS_COUNT;

	for (entry_t i = 0; i < catalogue_count(writer->catalogue); i++) {
		enum code_class class = catalogue_class(writer->catalogue, i);
		const char *text = text_of(writer, i, field);

		if (text == NULL || !is_listed(writer, i))
			continue;
		if (class != last)
			writer_heading(writer, class_names.texts[class]);
		last = class;
		write_told(writer, i, text);
	}
}

static void write_retry(struct writer *writer)
{
	write_field(writer, FIELD_RETRY);
}

static void write_methods(struct writer *writer)
{
	write_field(writer, FIELD_REDIRECT_METHOD);
}

/* ------------------------------------------------------------------------
 * Caching
 */

static bool is_cacheable(const struct writer *writer, entry_t entry)
{
	return catalogue_flag(writer->catalogue, entry, FIELD_CACHEABLE);
}

static void write_cacheable(struct writer *writer)
{
	size_t count = catalogue_count(writer->catalogue);

	writer_heading(writer, "May be kept on a guess");
	for (entry_t i = 0; i < count; i++) {
		if (is_listed(writer, i) && is_cacheable(writer, i))
			writer_reference(writer, i);
	}
	writer_heading(writer, "With a rule of their own");
	for (entry_t i = 0; i < count; i++) {
		const char *note = text_of(writer, i, FIELD_CACHE_NOTE);

		if (note != NULL && is_listed(writer, i) &&
		    !is_cacheable(writer, i))
			write_told(writer, i, note);
	}
	writer_heading(writer, "Only where the response says so");
	for (entry_t i = 0; i < count; i++) {
		if (text_of(writer, i, FIELD_CACHE_NOTE) == NULL &&
		    is_listed(writer, i) && !is_cacheable(writer, i))
			writer_reference(writer, i);
	}
}

/* ------------------------------------------------------------------------
 * Header fields
 */

/* A field of a code: what the table is sorted by. */
struct mention {
	const char *name;
	size_t level;
	entry_t entry;
};

struct mentions {
	struct mention *items;
	size_t count;
	size_t capacity;
};

static int compare_mentions(const void *left, const void *right,
			    const void *unused)
{
	const struct mention *a = left, *b = right;
	int order = strcmp(a->name, b->name);

	(void)unused;
	if (order != 0)
		return order;
	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	return a->entry < b->entry ? -1 : a->entry > b->entry;
}

static void add_mentions(const struct writer *writer, entry_t entry,
			 struct mentions *mentions)
{
	const struct catalogue *catalogue = writer->catalogue;

	for (size_t i = 0; i < catalogue_items(catalogue, entry, FIELD_HEADERS);
	     i++) {
		mentions->items = xgrow(mentions->items, &mentions->capacity,
					mentions->count + 1,
					sizeof(*mentions->items));
		mentions->items[mentions->count++] = (struct mention){
			.name = catalogue_item(catalogue, entry, FIELD_HEADERS,
					       i, PART_HEADER_NAME),
			.level = names_find(&level_names,
					    catalogue_item(catalogue, entry,
							   FIELD_HEADERS, i,
							   PART_HEADER_LEVEL)),
			.entry = entry,
		};
	}
}

static bool same_field(const struct mention *a, const struct mention *b)
{
	return strcmp(a->name, b->name) == 0;
}

/* What a field is to each code, and the codes as links, level by level. */
static void write_mention(struct writer *writer, const struct mention *mention,
			  const struct mention *before)
{
	bool same = before != NULL && same_field(mention, before);

	if (before != NULL && !same)
		compose_flush(&writer->composer, 2, 4);
	if (!same)
		compose_add(&writer->composer, ROLE_CODE, mention->name);
	if (!same || mention->level != before->level)
		compose_addf(&writer->composer, ROLE_TEXT,
			     "%s%s:", same ? "; " : "  ",
			     facts_level(level_names.texts[mention->level]));
	compose_add(&writer->composer, ROLE_TEXT, " ");
	compose_add_link(&writer->composer, mention->entry,
			 catalogue_id(writer->catalogue, mention->entry));
}

static void write_headers(struct writer *writer)
{
	struct mentions mentions = { .count = 0 };

	for (entry_t i = 0; i < catalogue_count(writer->catalogue); i++) {
		if (is_listed(writer, i))
			add_mentions(writer, i, &mentions);
	}
	sort_items(mentions.items, mentions.count, sizeof(*mentions.items),
		   compare_mentions, NULL);
	writer_heading(writer, "Each field, and what it is to the codes");
	for (size_t i = 0; i < mentions.count; i++)
		write_mention(writer, &mentions.items[i],
			      i == 0 ? NULL : &mentions.items[i - 1]);
	compose_flush(&writer->composer, 2, 4);
	free(mentions.items);
}

void overview_write(struct writer *writer)
{
	static void (*const tables[])(struct writer * writer) = {
		[OVERVIEW_HEADERS] = write_headers,
		[OVERVIEW_CACHEABLE] = write_cacheable,
		[OVERVIEW_RETRY] = write_retry,
		[OVERVIEW_METHODS] = write_methods,
	};
	const char *table = writer_text(writer, FIELD_TABLE);

	if (table != NULL)
		tables[names_find(&overview_names, table)](writer);
}
