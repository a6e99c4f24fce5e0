#include "page/sections.h"

#include "catalogue/prose.h"

/* The sections, in their order on the page. */
static const struct {
	enum field field;
	const char *heading;
	const char *page_heading; /* on a page, where it differs */
} sections[] = {
	{ FIELD_MEANS, "What it means", "What it is" },
	{ FIELD_WHEN_SENT, "When it is sent", NULL },
	{ FIELD_APPEARS, "Where its codes appear", NULL },
	{ FIELD_READING, "How to read them", NULL },
	{ FIELD_CHOICE, "Which one to choose", NULL },
	{ FIELD_CALLER, "As the caller", NULL },
	{ FIELD_OPERATOR, "As the operator", NULL },
	{ FIELD_GOTCHAS, "Watch out", NULL },
	{ FIELD_HISTORY, "History", NULL },
	{ FIELD_EXAMPLE, "Example", NULL },
};

static void write_prose(struct writer *writer, const char *text, bool verbatim)
{
	struct prose prose;
	struct prose_block block;

	prose_start(&prose, text, verbatim);
	while (prose_next(&prose, &block)) {
		if (block.apart)
			compose_gap(&writer->composer);
		if (block.kind == PROSE_ITEM)
			compose_add(&writer->composer, ROLE_TEXT, "- ");
		compose_add_found(&writer->composer,
				  block.kind == PROSE_VERBATIM ? ROLE_VERBATIM :
								 ROLE_TEXT,
				  block.text, block.length);
		if (block.kind == PROSE_VERBATIM)
			compose_flush_verbatim(&writer->composer,
					       verbatim ? 2 : 4);
		else
			compose_flush(&writer->composer, 2,
				      block.kind == PROSE_ITEM ? 4 : 2);
	}
	prose_end(&prose);
}

void sections_write(struct writer *writer)
{
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		const char *text = writer_text(writer, sections[i].field);
		const char *heading = sections[i].heading;

		if (text == NULL)
			continue;
		if (writer_is_page(writer) && sections[i].page_heading != NULL)
			heading = sections[i].page_heading;
		writer_heading(writer, heading);
		write_prose(writer, text, sections[i].field == FIELD_EXAMPLE);
	}
}
