#include "page/past.h"

/* A paragraph of the section, which begins with the first of them. */
static void end_line(struct writer *writer, const char *label)
{
	compose_flush_fact(&writer->composer, 2, label);
}

/* The class above it; what is part of another entry tells so as a fact. */
static entry_t class_of(const struct writer *writer)
{
	if (writer_text(writer, FIELD_PARENT) != NULL ||
	    catalogue_sort(writer->catalogue, writer->entry) == SORT_REASON)
		return ENTRY_NONE;
	return catalogue_parent(writer->catalogue, writer->entry);
}

static void write_class(struct writer *writer)
{
	entry_t parent = class_of(writer);

	if (parent == ENTRY_NONE)
		return;
	compose_add_link(&writer->composer, parent,
			 catalogue_id(writer->catalogue, parent));
	compose_addf(&writer->composer, ROLE_TEXT, " %s",
		     catalogue_text(writer->catalogue, parent, FIELD_PHRASE));
	end_line(writer, "Part of");
}

static const char *definition(const struct writer *writer, size_t item,
			      enum part part)
{
	return writer_item(writer, FIELD_DEFINED_IN, item, part);
}

static bool has_past(const struct writer *writer)
{
	size_t definitions = writer_items(writer, FIELD_DEFINED_IN);

	return class_of(writer) != ENTRY_NONE ||
	       writer_text(writer, FIELD_OFFICIAL) != NULL ||
	       writer_text(writer, FIELD_SINCE) != NULL ||
	       writer_items(writer, FIELD_ALIASES) > 0 || definitions > 1 ||
	       (definitions > 0 &&
		definition(writer, 0, PART_DEFINED_NOTE) != NULL);
}

static void write_names(struct writer *writer)
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
		end_line(writer, i == 0 ? "Names" : NULL);
	}
}

/* The facts name the newest document already; here is what it changed. */
static void write_newest(struct writer *writer, const char **label)
{
	const char *note = definition(writer, 0, PART_DEFINED_NOTE);

	if (note == NULL)
		return;
	compose_addf(&writer->composer, ROLE_TEXT,
		     "%s: ", definition(writer, 0, PART_DEFINED_DOCUMENT));
	writer_found(writer, ROLE_TEXT, note);
	end_line(writer, *label);
	*label = NULL;
}

static void write_document(struct writer *writer, size_t item)
{
	const char *section = definition(writer, item, PART_DEFINED_SECTION);
	const char *year = definition(writer, item, PART_DEFINED_YEAR);
	const char *note = definition(writer, item, PART_DEFINED_NOTE);

	writer_found(writer, ROLE_TEXT,
		     definition(writer, item, PART_DEFINED_DOCUMENT));
	if (section != NULL)
		compose_addf(&writer->composer, ROLE_TEXT, " section %s",
			     section);
	if (year != NULL)
		compose_addf(&writer->composer, ROLE_TEXT, " (%s)", year);
	if (note != NULL) {
		compose_add(&writer->composer, ROLE_TEXT, ": ");
		writer_found(writer, ROLE_TEXT, note);
	}
}

static void write_documents(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_DEFINED_IN);
	const char *label = "Documents";

	if (count > 0)
		write_newest(writer, &label);
	for (size_t i = 1; i < count; i++) {
		write_document(writer, i);
		end_line(writer, label);
		label = NULL;
	}
}

static void write_since(struct writer *writer)
{
	const char *since = writer_text(writer, FIELD_SINCE);
	const char *finality = writer_text(writer, FIELD_FINALITY);

	if (since == NULL)
		return;
	compose_add(&writer->composer, ROLE_TEXT, since);
	if (finality != NULL)
		compose_addf(&writer->composer, ROLE_TEXT, ", %s response",
			     finality);
	end_line(writer, "Since");
}

void past_write(struct writer *writer)
{
	if (!has_past(writer))
		return;
	writer_heading(writer, "Names and documents");
	write_class(writer);
	if (writer_text(writer, FIELD_OFFICIAL) != NULL) {
		compose_add(&writer->composer, ROLE_TEXT,
			    "ours; there is no official phrase");
		end_line(writer, "Title");
	}
	write_names(writer);
	write_since(writer);
	write_documents(writer);
}
