#include "page/facts.h"

#include <string.h>

static void write_aliases(struct writer *writer)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_ALIASES); i++) {
		writer_found(writer, ROLE_TEXT,
			     writer_item(writer, FIELD_ALIASES, i,
					 PART_ALIAS_PHRASE));
		compose_add(&writer->composer, ROLE_NOTE, " (");
		writer_found(writer, ROLE_NOTE,
			     writer_item(writer, FIELD_ALIASES, i,
					 PART_ALIAS_FROM));
		compose_add(&writer->composer, ROLE_NOTE, ")");
		compose_flush_fact(&writer->composer, 0,
				   i == 0 ? "Also named" : NULL);
	}
}

static void write_definitions(struct writer *writer)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_DEFINED_IN); i++) {
		const char *section = writer_item(writer, FIELD_DEFINED_IN, i,
						  PART_DEFINED_SECTION);
		const char *year = writer_item(writer, FIELD_DEFINED_IN, i,
					       PART_DEFINED_YEAR);
		const char *note = writer_item(writer, FIELD_DEFINED_IN, i,
					       PART_DEFINED_NOTE);

		writer_found(writer, ROLE_TEXT,
			     writer_item(writer, FIELD_DEFINED_IN, i,
					 PART_DEFINED_DOCUMENT));
		if (section != NULL)
			compose_addf(&writer->composer, ROLE_TEXT,
				     " section %s", section);
		if (year != NULL)
			compose_addf(&writer->composer, ROLE_TEXT, " (%s)",
				     year);
		if (note != NULL) {
			compose_add(&writer->composer, ROLE_TEXT, ": ");
			writer_found(writer, ROLE_TEXT, note);
		}
		compose_flush_fact(&writer->composer, 0,
				   i == 0 ? "Defined in" : NULL);
	}
}

static void write_origin(struct writer *writer)
{
	entry_t origin = catalogue_origin(writer->catalogue, writer->entry);

	if (origin == ENTRY_NONE)
		return;
	writer_found(writer, ROLE_TEXT,
		     catalogue_text(writer->catalogue, origin, FIELD_PHRASE));
	compose_add(&writer->composer, ROLE_TEXT, " ");
	compose_add_link(&writer->composer, origin,
			 catalogue_id(writer->catalogue, origin));
	compose_flush_fact(&writer->composer, 0, "Origin");
}

/* On a reason: the statuses that it stands beside. */
static void write_statuses(struct writer *writer)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_GOES_WITH); i++) {
		const char *id = writer_item(writer, FIELD_GOES_WITH, i, 0);
		entry_t entry = catalogue_find(writer->catalogue, id);

		compose_add_link(&writer->composer, entry, id);
		compose_addf(&writer->composer, ROLE_TEXT, " %s",
			     catalogue_text(writer->catalogue, entry,
					    FIELD_PHRASE));
		compose_flush_fact(&writer->composer, 0,
				   i == 0 ? "Goes with" : NULL);
	}
}

static void write_parent(struct writer *writer)
{
	entry_t parent = catalogue_parent(writer->catalogue, writer->entry);

	if (parent == ENTRY_NONE || writer_text(writer, FIELD_PARENT) == NULL)
		return;
	compose_add_link(&writer->composer, parent,
			 catalogue_id(writer->catalogue, parent));
	compose_addf(&writer->composer, ROLE_TEXT, " %s",
		     catalogue_text(writer->catalogue, parent, FIELD_PHRASE));
	compose_flush_fact(&writer->composer, 0, "Part of");
}

static void write_simple(struct writer *writer, enum field field,
			 const char *label, bool found)
{
	const char *text = writer_text(writer, field);

	if (text == NULL)
		return;
	if (found)
		writer_found(writer, ROLE_TEXT, text);
	else
		compose_add(&writer->composer, ROLE_TEXT, text);
	compose_flush_fact(&writer->composer, 0, label);
}

static void write_finality(struct writer *writer)
{
	const char *finality = writer_text(writer, FIELD_FINALITY);

	if (finality == NULL)
		return;
	compose_add(&writer->composer, ROLE_TEXT,
		    strcmp(finality, "interim") == 0 ?
			    "interim: a final response follows" :
			    "final");
	compose_flush_fact(&writer->composer, 0, "Response");
}

static void write_emitters(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_EMITTED_BY);
	bool log_only = catalogue_flag(writer->catalogue, writer->entry,
				       FIELD_LOG_ONLY);

	for (size_t i = 0; i < count; i++)
		compose_addf(&writer->composer, ROLE_TEXT, "%s%s",
			     i == 0 ? "" : ", ",
			     emitter_shown(writer_item(writer, FIELD_EMITTED_BY,
						       i, 0)));
	if (count > 0)
		compose_flush_fact(&writer->composer, 0,
				   log_only ? "Made by" : "Sent by");
}

static void write_cacheable(struct writer *writer)
{
	const char *cacheable = writer_text(writer, FIELD_CACHEABLE);
	const char *note = writer_text(writer, FIELD_CACHE_NOTE);
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
		writer_found(writer, ROLE_TEXT, note);
	compose_flush_fact(&writer->composer, 0, "Cacheable");
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
	for (size_t i = 0; i < writer_items(writer, FIELD_HEADERS); i++) {
		writer_found(writer, ROLE_CODE,
			     writer_item(writer, FIELD_HEADERS, i,
					 PART_HEADER_NAME));
		compose_addf(&writer->composer, ROLE_TEXT, " (%s): ",
			     shown_level(writer_item(writer, FIELD_HEADERS, i,
						     PART_HEADER_LEVEL)));
		writer_found(writer, ROLE_TEXT,
			     writer_item(writer, FIELD_HEADERS, i,
					 PART_HEADER_WHY));
		compose_flush_fact(&writer->composer, 0,
				   i == 0 ? "Headers" : NULL);
	}
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

	if (writer_is_page(writer))
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
		writer_hidden(writer, catalogue_row(catalogue, row)->entry);
		compose_flush_fact(&writer->composer, 0,
				   row == first ? "Sub-codes" : NULL);
	}
}

void facts_write(struct writer *writer)
{
	if (writer_text(writer, FIELD_OFFICIAL) != NULL) {
		compose_add(&writer->composer, ROLE_TEXT,
			    "ours; there is no official phrase");
		compose_flush_fact(&writer->composer, 0, "Title");
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
