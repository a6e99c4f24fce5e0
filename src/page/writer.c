#include "page/writer.h"

#include <string.h>

const char *writer_text(const struct writer *writer, enum field field)
{
	return catalogue_text(writer->catalogue, writer->entry, field);
}

size_t writer_items(const struct writer *writer, enum field field)
{
	return catalogue_items(writer->catalogue, writer->entry, field);
}

const char *writer_item(const struct writer *writer, enum field field,
			size_t item, size_t part)
{
	return catalogue_item(writer->catalogue, writer->entry, field, item,
			      part);
}

bool writer_is_page(const struct writer *writer)
{
	return catalogue_kind(writer->catalogue, writer->entry) == KIND_PAGE;
}

void writer_found(struct writer *writer, enum role role, const char *text)
{
	compose_add_found(&writer->composer, role, text, strlen(text));
}

void writer_heading(struct writer *writer, const char *heading)
{
	compose_gap(&writer->composer);
	compose_add(&writer->composer, ROLE_HEADING, heading);
	compose_flush_heading(&writer->composer);
}

/* The key that shows a hidden kind again. */
static const char *switch_of(enum kind kind)
{
	return kind == KIND_STANDARD ? "s" : kind == KIND_VENDOR ? "v" : "w";
}

void writer_hidden(struct writer *writer, entry_t entry)
{
	const struct filter *filter = writer->composer.options->filter;
	enum kind kind = catalogue_kind(writer->catalogue, entry);

	if (filter == NULL || filter_shows(filter, writer->catalogue, entry))
		return;
	if (filter->hidden[kind])
		compose_addf(&writer->composer, ROLE_NOTE, " hidden by %s",
			     switch_of(kind));
	else
		compose_add(&writer->composer, ROLE_NOTE,
			    " hidden, F shows it");
}

void writer_reference(struct writer *writer, entry_t entry)
{
	compose_add_link(&writer->composer, entry,
			 catalogue_id(writer->catalogue, entry));
	compose_add(&writer->composer, ROLE_TEXT, " ");
	compose_add(&writer->composer, ROLE_TEXT,
		    catalogue_text(writer->catalogue, entry, FIELD_PHRASE));
	writer_hidden(writer, entry);
	compose_flush(&writer->composer, 2, 4);
}
