#include "cli/show.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/text.h"
#include "page/page.h"
#include "page/wrap.h"

/* Begin and end a style with ECMA-48's SGR. */
static void begin_style(const struct manner *manner, enum role role)
{
	struct style style = theme_style(role);

	if (!manner->color)
		return;
	if ((style.attributes & STYLE_BOLD) != 0)
		fputs("\033[1m", manner->out);
	if ((style.attributes & STYLE_UNDERLINE) != 0)
		fputs("\033[4m", manner->out);
	if (style.colour != COLOUR_NONE)
		fprintf(manner->out, "\033[3%dm", (int)style.colour);
}

static void end_style(const struct manner *manner, enum role role)
{
	struct style style = theme_style(role);

	if (manner->color && (style.attributes != STYLE_PLAIN ||
			      style.colour != COLOUR_NONE))
		fputs("\033[0m", manner->out);
}

static void put(const struct manner *manner, enum role role, const char *text,
		size_t length)
{
	struct strbuf shown;

	strbuf_init(&shown);
	if (manner->ascii)
		text_to_ascii(&shown, text, length);
	else
		strbuf_add_bytes(&shown, text, length);
	begin_style(manner, role);
	fputs(strbuf_text(&shown), manner->out);
	end_style(manner, role);
	strbuf_clear(&shown);
}

static void put_page(const struct manner *manner, const struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct page_line *line = &page->lines[i];

		for (uint32_t k = 0; k < line->count; k++) {
			const struct page_span *span =
				&page->spans[line->first + k];

			put(manner, span->role, page_span_text(page, span),
			    span->length);
		}
		fputc('\n', manner->out);
	}
}

void show_page(const struct manner *manner, const struct catalogue *catalogue,
	       entry_t entry)
{
	struct page_options options = { .width = manner->width,
					.ascii = manner->ascii };
	struct page page;

	page_init(&page);
	page_build(&page, catalogue, entry, &options);
	put_page(manner, &page);
	page_clear(&page);
}

void show_unknown(const struct manner *manner,
		  const struct catalogue *catalogue, unsigned int number)
{
	struct page_options options = { .width = manner->width,
					.ascii = manner->ascii };
	struct page page;

	page_init(&page);
	page_build_unknown(&page, catalogue, number, &options);
	put_page(manner, &page);
	page_clear(&page);
}

static void put_wrapped(const struct manner *manner, const char *text,
			int indent)
{
	struct wrap wrap;
	size_t start, end;

	wrap_start(&wrap, text, strlen(text));
	while (wrap_next(&wrap, manner->width - indent, &start, &end)) {
		fprintf(manner->out, "%*s", indent, "");
		put(manner, ROLE_TEXT, text + start, end - start);
		fputc('\n', manner->out);
	}
	wrap_end(&wrap);
}

void show_card(const struct manner *manner, const struct catalogue *catalogue,
	       entry_t entry)
{
	const char *id = catalogue_id(catalogue, entry);
	const char *phrase = catalogue_text(catalogue, entry, FIELD_PHRASE);

	put(manner, ROLE_CODE, id, strlen(id));
	fputs("  ", manner->out);
	put(manner, ROLE_TITLE, phrase, strlen(phrase));
	fputc('\n', manner->out);
	put_wrapped(manner, catalogue_text(catalogue, entry, FIELD_SUMMARY),
		    2);
}

static const char *state_text(const struct catalogue *catalogue,
			      entry_t entry)
{
	const char *state = catalogue_text(catalogue, entry, FIELD_STATE);

	return state == NULL ? "-" : state;
}

/* Columns of the longest text of a field. */
static int widest(const struct catalogue *catalogue, const entry_t *entries,
		  size_t count, enum field field)
{
	int most = 0;

	for (size_t i = 0; i < count; i++) {
		const char *text =
			catalogue_text(catalogue, entries[i], field);
		int columns = text_columns(text, strlen(text));

		if (columns > most)
			most = columns;
	}
	return most;
}

static void put_column(const struct manner *manner, enum role role,
		       const char *text, int columns)
{
	int used = text_columns(text, strlen(text));

	put(manner, role, text, strlen(text));
	fprintf(manner->out, "%*s", columns - used + 2, "");
}

void show_list(const struct manner *manner, const struct catalogue *catalogue,
	       const entry_t *entries, size_t count)
{
	int ids = widest(catalogue, entries, count, FIELD_ID);
	int phrases = widest(catalogue, entries, count, FIELD_PHRASE);

	for (size_t i = 0; i < count; i++) {
		const char *phrase =
			catalogue_text(catalogue, entries[i], FIELD_PHRASE);
		enum kind kind = catalogue_kind(catalogue, entries[i]);

		put_column(manner, ROLE_CODE,
			   catalogue_id(catalogue, entries[i]), ids);
		put_column(manner, ROLE_TEXT, phrase, phrases);
		fprintf(manner->out, "%-8s  %s\n", kind_names.texts[kind],
			state_text(catalogue, entries[i]));
	}
}

static size_t count_sources(const struct catalogue *catalogue)
{
	struct intern urls;
	size_t count;

	intern_init(&urls);
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		size_t items =
			catalogue_items(catalogue, entry, FIELD_SOURCES);

		for (size_t i = 0; i < items; i++) {
			const char *url = catalogue_item(catalogue, entry,
							 FIELD_SOURCES, i,
							 PART_SOURCE_URL);

			intern_add(&urls, url, strcspn(url, "#"));
		}
	}
	count = urls.count;
	intern_clear(&urls);
	return count;
}

static void put_count(const struct manner *manner, const char *name,
		      size_t count)
{
	fprintf(manner->out, "%-12s %5zu\n", name, count);
}

void show_stats(const struct manner *manner,
		const struct catalogue *catalogue)
{
	size_t kinds[KIND_COUNT] = { 0 };
	size_t classes[CLASS_COUNT + 1] = { 0 };
	size_t vendors = 0;

	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		enum kind kind = catalogue_kind(catalogue, entry);
		const char *id = catalogue_id(catalogue, entry);

		kinds[kind]++;
		if (kind != KIND_PAGE)
			classes[catalogue_class(catalogue, entry)]++;
		vendors += strncmp(id, "vendor:", 7) == 0;
	}
	put_count(manner, "entries", catalogue_count(catalogue));
	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		put_count(manner, kind_names.texts[kind], kinds[kind]);
	for (enum code_class i = 0; i < CLASS_VENDORS; i++)
		put_count(manner, class_names.texts[i], classes[i]);
	put_count(manner, "origins", vendors);
	put_count(manner, "sources", count_sources(catalogue));
}
