#include "page/page.h"

#include "page/logged.h"
#include "page/writer.h"

static void write_rule(struct writer *writer, unsigned int number)
{
	static const unsigned int stand_ins[] = { 100, 200, 300, 400, 500 };
	unsigned int hundred = number / 100;

	if (hundred >= 1 && hundred <= 5)
		compose_addf(&writer->composer, ROLE_TEXT,
			     "A client that does not know a code treats it "
			     "as the x00 of its class: this one as %u "
			     "(RFC 9110 section 15).",
			     stand_ins[hundred - 1]);
	else
		compose_add(&writer->composer, ROLE_TEXT,
			    "The number lies outside 100 to 599, where no "
			    "status code can be. A client treats such a "
			    "response as a server error, like 500 "
			    "(RFC 9110 section 15).");
	compose_flush(&writer->composer, 2, 2);
}

static void write_class(struct writer *writer, unsigned int number)
{
	struct code code = { .low = number, .high = number };
	enum code_class class_number = code_class_of(&code);
	struct strbuf id;

	strbuf_init(&id);
	strbuf_addf(&id, "class:%s", class_names.texts[class_number]);
	writer->entry = catalogue_find(writer->catalogue, strbuf_text(&id));
	if (writer->entry != ENTRY_NONE) {
		writer_heading(writer, "Its class");
		writer_reference(writer, writer->entry);
		writer_found(writer, ROLE_TEXT,
			     writer_text(writer, FIELD_SUMMARY));
		compose_flush(&writer->composer, 4, 4);
	}
	strbuf_clear(&id);
}

void page_build_unknown(struct page *page, const struct catalogue *catalogue,
			unsigned int number, const struct page_options *options)
{
	struct page_options unmarked = *options;
	struct writer writer = { .catalogue = catalogue, .entry = ENTRY_NONE };
	entry_t below, above;

	unmarked.hit = NULL;
	compose_start(&writer.composer, page, &unmarked);
	compose_addf(&writer.composer, ROLE_TITLE, "%03u is not assigned",
		     number);
	compose_flush(&writer.composer, 0, 0);
	compose_addf(&writer.composer, ROLE_TEXT,
		     "Neither the IANA registry nor any origin in this "
		     "catalogue gives %03u a meaning.",
		     number);
	compose_flush(&writer.composer, 0, 0);
	logged_write_number(&writer, number);
	writer_heading(&writer, "What a client makes of it");
	write_rule(&writer, number);
	write_class(&writer, number);
	catalogue_neighbours(catalogue, number, &below, &above);
	writer_heading(&writer, "The nearest codes");
	if (below != ENTRY_NONE)
		writer_reference(&writer, below);
	if (above != ENTRY_NONE)
		writer_reference(&writer, above);
	compose_end(&writer.composer);
}
