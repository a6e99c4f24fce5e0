#include "page/sections.h"

#include "catalogue/prose.h"
#include "page/facts.h"
#include "page/guides.h"
#include "page/table.h"
#include "page/verbatim.h"

static void write_block(struct writer *writer, const struct prose_block *block)
{
	bool item = block->kind == PROSE_ITEM;

	if (item)
		compose_add(&writer->composer, ROLE_TEXT, "- ");
	compose_add_found(&writer->composer, ROLE_TEXT, block->text,
			  block->length);
	compose_flush(&writer->composer, 2, item ? 4 : 2);
}

/* Verbatim lines are kept until the last one of them has been seen. */
void sections_prose(struct writer *writer, const char *text)
{
	struct prose prose;
	struct prose_block block;
	struct table table;

	table_init(&table);
	prose_start(&prose, text, false);
	while (prose_next(&prose, &block)) {
		if (block.apart || block.kind != PROSE_VERBATIM)
			table_flush(&table, &writer->composer, 4);
		if (block.apart)
			compose_gap(&writer->composer);
		if (block.kind == PROSE_VERBATIM)
			table_add(&table, block.text, block.length);
		else
			write_block(writer, &block);
	}
	table_flush(&table, &writer->composer, 4);
	prose_end(&prose);
	table_clear(&table);
}

static void write_example(struct writer *writer, const char *text)
{
	struct prose prose;
	struct prose_block block;

	prose_start(&prose, text, true);
	while (prose_next(&prose, &block)) {
		if (block.apart)
			compose_gap(&writer->composer);
		compose_add_found(&writer->composer, ROLE_VERBATIM, block.text,
				  block.length);
		verbatim_flush(&writer->composer, 2);
	}
	prose_end(&prose);
}

/* The sections, in their order on the page. */
static const struct {
	enum field field;
	const char *heading;
	const char *page_heading; /* on a page, where it differs */
	void (*then)(struct writer *writer); /* what comes behind it */
} sections[] = {
	{ FIELD_MEANS, "What it means", "What it is", facts_write_rest },
	{ FIELD_WHEN_SENT, "When it is sent", NULL, guides_write_askers },
	{ FIELD_APPEARS, "Where its codes appear", NULL, NULL },
	{ FIELD_READING, "How to read them", NULL, NULL },
	{ FIELD_CHOICE, "Which one to choose", NULL, NULL },
	{ FIELD_CALLER, "As the caller", NULL, NULL },
	{ FIELD_OPERATOR, "As the operator", NULL, NULL },
	{ FIELD_GOTCHAS, "Watch out", NULL, NULL },
	{ FIELD_HISTORY, "History", NULL, NULL },
	{ FIELD_EXAMPLE, "Example", NULL, NULL },
};

static void write_section(struct writer *writer, size_t section)
{
	const char *text = writer_text(writer, sections[section].field);
	const char *heading = sections[section].heading;

	if (text == NULL)
		return;
	if (writer_is_page(writer) && sections[section].page_heading != NULL)
		heading = sections[section].page_heading;
	writer_heading(writer, heading);
	if (sections[section].field == FIELD_EXAMPLE)
		write_example(writer, text);
	else
		sections_prose(writer, text);
}

void sections_write(struct writer *writer)
{
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		write_section(writer, i);
		if (sections[i].then != NULL)
			sections[i].then(writer);
	}
}
