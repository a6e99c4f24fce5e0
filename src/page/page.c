#include "page/page.h"

#include <stdlib.h>

#include "catalogue/id.h"
#include "page/facts.h"
#include "page/guides.h"
#include "page/logged.h"
#include "page/notes.h"
#include "page/overview.h"
#include "page/past.h"
#include "page/relations.h"
#include "page/sections.h"
#include "page/sources.h"
#include "page/writer.h"

void page_init(struct page *page)
{
	*page = (struct page){ 0 };
}

void page_clear(struct page *page)
{
	strbuf_clear(&page->text);
	free(page->spans);
	free(page->lines);
	free(page->links);
	free(page->headings);
	free(page->matches);
	page_init(page);
}

const char *page_span_text(const struct page *page,
			   const struct page_span *span)
{
	return page->text.text + span->start;
}

/* The vendor of a code, or the one whose page it is; NULL for none. */
static const char *vendor_of(const struct writer *writer)
{
	const char *id = writer_text(writer, FIELD_ID);

	if (catalogue_sort(writer->catalogue, writer->entry) == SORT_ORIGIN)
		return id_rest(id);
	return writer_text(writer, FIELD_VENDOR);
}

/* A number marks all of it; the word of a reason may be found as a word. */
static void write_code(struct writer *writer, const char *code, bool number)
{
	if (!number &&
	    catalogue_sort(writer->catalogue, writer->entry) == SORT_REASON)
		writer_found(writer, ROLE_TITLE, code);
	else
		compose_add_match(&writer->composer, ROLE_TITLE, code, number);
}

static void write_title(struct writer *writer)
{
	struct composer *composer = &writer->composer;
	const struct hit *hit = composer->options->hit;
	bool number = hit != NULL && hit->number;
	const char *code = writer_text(writer, FIELD_CODE);
	const char *vendor = vendor_of(writer);
	const char *state = writer_text(writer, FIELD_STATE);
	struct strbuf end;

	if (code != NULL) {
		write_code(writer, code, number);
		compose_add(composer, ROLE_TITLE, " ");
	}
	if (code == NULL && number)
		compose_add_match(composer, ROLE_TITLE,
				  writer_text(writer, FIELD_PHRASE), true);
	else
		writer_found(writer, ROLE_TITLE,
			     writer_text(writer, FIELD_PHRASE));
	strbuf_init(&end);
	if (vendor == NULL)
		strbuf_add(&end, writer_text(writer, FIELD_KIND));
	else if (writer_is_page(writer))
		strbuf_add(&end, ", page");
	if (state != NULL)
		strbuf_addf(&end, ", %s", state);
	if (catalogue_flag(writer->catalogue, writer->entry, FIELD_LOG_ONLY))
		strbuf_add(&end, ", log only");
	compose_flush_title(composer, ROLE_NOTE, vendor, strbuf_text(&end));
	strbuf_clear(&end);
	writer_found(writer, ROLE_TEXT, writer_text(writer, FIELD_SUMMARY));
	compose_flush(composer, 0, 0);
}

/* What stands below the facts. */
static void write_rest(struct writer *writer)
{
	notes_write(writer);
	guides_write(writer);
	sections_write(writer);
	overview_write(writer);
	guides_write_page_askers(writer);
	relations_write(writer);
	past_write(writer);
	sources_write(writer);
	sources_write_words(writer);
}

void page_build(struct page *page, const struct catalogue *catalogue,
		entry_t entry, const struct page_options *options)
{
	struct writer writer = { .catalogue = catalogue, .entry = entry };

	compose_start(&writer.composer, page, options);
	write_title(&writer);
	compose_gap(&writer.composer);
	facts_write(&writer);
	logged_write(&writer);
	if (!options->brief)
		write_rest(&writer);
	compose_end(&writer.composer);
}
