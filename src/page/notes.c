#include "page/notes.h"

#include <stdio.h>
#include <string.h>

#include "page/sections.h"

static const char *part(const struct writer *writer, size_t item,
			enum part part)
{
	return writer_item(writer, FIELD_NOTES, item, part);
}

/* The notes of one catalogue stand together. */
static bool begins(const struct writer *writer, size_t item)
{
	return item == 0 ||
	       strcmp(part(writer, item, PART_NOTE_CATALOGUE),
		      part(writer, item - 1, PART_NOTE_CATALOGUE)) != 0;
}

static void write_heading(struct writer *writer, const char *catalogue)
{
	struct strbuf heading;

	strbuf_init(&heading);
	strbuf_addf(&heading, "Note of %s", catalogue);
	writer_heading(writer, strbuf_text(&heading));
	strbuf_clear(&heading);
}

void notes_write(struct writer *writer)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_NOTES); i++) {
		const char *text = part(writer, i, PART_NOTE_TEXT);
		const char *id = part(writer, i, PART_NOTE_ID);

		if (begins(writer, i))
			write_heading(writer,
				      part(writer, i, PART_NOTE_CATALOGUE));
		else if (text != NULL)
			compose_gap(&writer->composer);
		if (text != NULL) {
			sections_prose(writer, text);
			continue;
		}
		writer_reference(writer, catalogue_find(writer->catalogue, id));
		writer_found(writer, ROLE_TEXT,
			     part(writer, i, PART_NOTE_DIFFERENCE));
		compose_flush(&writer->composer, 4, 4);
	}
}
