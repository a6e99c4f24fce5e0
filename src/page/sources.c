#include "page/sources.h"

/* Some have more of them than of all other facts, so they come late. */
void sources_write_words(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_KEYWORDS);

	if (count == 0)
		return;
	writer_heading(writer, "Search words");
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			compose_add(&writer->composer, ROLE_TEXT, ", ");
		writer_found(writer, ROLE_TEXT,
			     writer_item(writer, FIELD_KEYWORDS, i, 0));
	}
	compose_flush(&writer->composer, 2, 2);
}

void sources_write(struct writer *writer)
{
	writer_heading(writer, "Sources");
	for (size_t i = 0; i < writer_items(writer, FIELD_SOURCES); i++) {
		const char *section = writer_item(writer, FIELD_SOURCES, i,
						  PART_SOURCE_SECTION);

		compose_add(&writer->composer, ROLE_TEXT,
			    writer_item(writer, FIELD_SOURCES, i,
					PART_SOURCE_TITLE));
		if (section != NULL)
			compose_addf(&writer->composer, ROLE_TEXT,
				     *section >= '0' && *section <= '9' ?
					     " section %s" :
					     ", %s",
				     section);
		compose_flush(&writer->composer, 2, 4);
		compose_add(&writer->composer, ROLE_NOTE,
			    writer_item(writer, FIELD_SOURCES, i,
					PART_SOURCE_URL));
		compose_flush(&writer->composer, 4, 4);
	}
	compose_addf(&writer->composer, ROLE_NOTE, "Checked %s.",
		     writer_text(writer, FIELD_CHECKED));
	compose_flush(&writer->composer, 2, 2);
}
