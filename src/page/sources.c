#include "page/sources.h"

static const char *word(const struct writer *writer, size_t item)
{
	return writer_item(writer, FIELD_KEYWORDS, item, 0);
}

/* The words that the search met; returns how many. */
static size_t add_met(struct writer *writer, size_t count)
{
	size_t met = 0;

	for (size_t i = 0; i < count; i++) {
		if (!compose_matches(&writer->composer, word(writer, i)))
			continue;
		if (met++ > 0)
			compose_add(&writer->composer, ROLE_TEXT, ", ");
		writer_found(writer, ROLE_TEXT, word(writer, i));
	}
	return met;
}

void sources_write_words(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_KEYWORDS);
	size_t met;

	if (count == 0)
		return;
	writer_heading(writer, "Search words");
	met = add_met(writer, count);
	if (met == 0)
		compose_addf(&writer->composer, ROLE_NOTE,
			     "%zu; a search shows those that it met.", count);
	else if (met < count)
		compose_addf(&writer->composer, ROLE_NOTE, "; %zu more",
			     count - met);
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
		compose_add_url(&writer->composer,
				writer_item(writer, FIELD_SOURCES, i,
					    PART_SOURCE_URL));
		compose_flush(&writer->composer, 4, 4);
	}
	compose_addf(&writer->composer, ROLE_NOTE, "Checked %s.",
		     writer_text(writer, FIELD_CHECKED));
	compose_flush(&writer->composer, 2, 2);
}
