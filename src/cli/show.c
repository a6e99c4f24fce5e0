#include "cli/show.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/text.h"
#include "catalogue/id.h"
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

void show_put(const struct manner *manner, enum role role, const char *text,
		size_t length)
{
	begin_style(manner, role);
	fwrite(text, 1, length, manner->out);
	end_style(manner, role);
}

const char *show_text(const struct manner *manner, const char *text,
		      struct strbuf *ascii)
{
	if (!manner->ascii)
		return text;
	strbuf_reset(ascii);
	text_to_ascii(ascii, text, strlen(text));
	return strbuf_text(ascii);
}

/* What a terminal takes for an address: one of the web, in plain ASCII. */
static bool is_link(const char *url)
{
	const char *at = url;

	if (url == NULL || strncmp(url, "https://", 8) != 0)
		return false;
	while (*at > ' ' && *at <= '~')
		at++;
	return *at == '\0';
}

static void put_span(const struct manner *manner, const struct page *page,
		     const struct page_span *span)
{
	bool link = manner->hyperlinks && is_link(span->url);

	if (link)
		fprintf(manner->out, "\033]8;;%s\033\\", span->url);
	show_put(manner, span->role, page_span_text(page, span), span->length);
	if (link)
		fputs("\033]8;;\033\\", manner->out);
}

/* The spans of a line stand one behind the other in the page's text. */
static void put_plain_line(const struct manner *manner, const struct page *page,
			   const struct page_line *line)
{
	const struct page_span *first = &page->spans[line->first];
	const struct page_span *last = first + line->count - 1;

	if (line->count > 0)
		fwrite(page_span_text(page, first), 1,
		       last->start + last->length - first->start,
		       manner->out);
}

static void put_page(const struct manner *manner, const struct page *page)
{
	bool plain = !manner->color && !manner->hyperlinks;

	for (size_t i = 0; i < page->count; i++) {
		const struct page_line *line = &page->lines[i];

		for (uint32_t k = 0; !plain && k < line->count; k++)
			put_span(manner, page, &page->spans[line->first + k]);
		if (plain)
			put_plain_line(manner, page, line);
		fputc('\n', manner->out);
	}
}

static struct page_options page_options(const struct manner *manner)
{
	return (struct page_options){
		.width = manner->width,
		.ascii = manner->ascii,
		.wide = PAGE_PRINTED,
		.brief = manner->brief,
	};
}

void show_page(const struct manner *manner, const struct catalogue *catalogue,
	       entry_t entry)
{
	struct page_options options = page_options(manner);
	struct page page;

	page_init(&page);
	page_build(&page, catalogue, entry, &options);
	put_page(manner, &page);
	page_clear(&page);
}

void show_unknown(const struct manner *manner,
		  const struct catalogue *catalogue, unsigned int number)
{
	struct page_options options = page_options(manner);
	struct page page;

	page_init(&page);
	page_build_unknown(&page, catalogue, number, &options);
	put_page(manner, &page);
	page_clear(&page);
}

static void put_wrapped(const struct manner *manner, enum role role,
			const char *text, int indent)
{
	struct strbuf ascii;
	struct wrap wrap;
	size_t start, end;

	strbuf_init(&ascii);
	text = show_text(manner, text, &ascii);
	wrap_start(&wrap, text, strlen(text));
	while (wrap_next(&wrap, manner->width - indent, &start, &end)) {
		fprintf(manner->out, "%*s", indent, "");
		show_put(manner, role, text + start, end - start);
		fputc('\n', manner->out);
	}
	wrap_end(&wrap);
	strbuf_clear(&ascii);
}

/* Id and phrase side by side, or one below the other. */
static void put_card_title(const struct manner *manner, const char *id,
			   const char *phrase)
{
	struct strbuf ascii;
	int columns;

	strbuf_init(&ascii);
	columns = text_columns(id, strlen(id));
	phrase = show_text(manner, phrase, &ascii);
	columns += 2 + text_columns(phrase, strlen(phrase));
	if (columns <= manner->width) {
		show_put(manner, ROLE_CODE, id, strlen(id));
		fputs("  ", manner->out);
		show_put(manner, ROLE_TITLE, phrase, strlen(phrase));
		fputc('\n', manner->out);
	} else {
		put_wrapped(manner, ROLE_CODE, id, 0);
		put_wrapped(manner, ROLE_TITLE, phrase, 2);
	}
	strbuf_clear(&ascii);
}

void show_card(const struct manner *manner, const struct catalogue *catalogue,
	       entry_t entry)
{
	put_card_title(manner, catalogue_id(catalogue, entry),
		       catalogue_text(catalogue, entry, FIELD_PHRASE));
	put_wrapped(manner, ROLE_TEXT,
		    catalogue_text(catalogue, entry, FIELD_SUMMARY), 2);
}

static const char *state_text(const struct catalogue *catalogue,
			      entry_t entry)
{
	const char *state = catalogue_text(catalogue, entry, FIELD_STATE);

	return state == NULL ? "-" : state;
}

/* Columns of the longest text of a field. */
static int widest(const struct manner *manner,
		  const struct catalogue *catalogue, const entry_t *entries,
		  size_t count, enum field field)
{
	struct strbuf ascii;
	int most = 0;

	strbuf_init(&ascii);
	for (size_t i = 0; i < count; i++) {
		const char *text = show_text(
			manner, catalogue_text(catalogue, entries[i], field),
			&ascii);
		int columns = text_columns(text, strlen(text));

		if (columns > most)
			most = columns;
	}
	strbuf_clear(&ascii);
	return most;
}

/* The columns of a list. */
struct list {
	int ids;
	int phrases;
	bool narrow; /* no columns: an id, then what fits of the phrase */
};

enum { GAP = 2, KIND_COLUMNS = 8, STATE_COLUMNS = 12, PHRASE_LEAST = 16 };

static void fit_list(struct list *list, const struct manner *manner)
{
	int phrases = manner->columns - list->ids - GAP - GAP - KIND_COLUMNS -
		      GAP - STATE_COLUMNS;

	if (manner->columns == 0 || list->phrases <= phrases)
		return;
	list->phrases = phrases;
	list->narrow = phrases < PHRASE_LEAST;
}

/*
 * A text in at most `columns`, the end of a longer one as an ellipsis.  Returns
 * the columns that are left.
 */
static int put_cut(const struct manner *manner, enum role role,
		   const char *text, int columns)
{
	const char *ellipsis = "";
	struct strbuf ascii;
	size_t length;

	strbuf_init(&ascii);
	text = show_text(manner, text, &ascii);
	length = strlen(text);
	if (text_columns(text, length) > columns) {
		ellipsis = !manner->ascii ? "\u2026" :
			   columns < 3	  ? "" :
					    "...";
		columns -= text_columns(ellipsis, strlen(ellipsis));
		length = text_fit(text, length, columns);
	}
	show_put(manner, role, text, length);
	fputs(ellipsis, manner->out);
	columns -= text_columns(text, length);
	strbuf_clear(&ascii);
	return columns;
}

static void put_narrow_line(const struct manner *manner, const char *id,
			    const char *phrase)
{
	int left = put_cut(manner, ROLE_CODE, id, manner->columns) - GAP;

	if (left > 0) {
		fprintf(manner->out, "%*s", GAP, "");
		put_cut(manner, ROLE_TEXT, phrase, left);
	}
	fputc('\n', manner->out);
}

static void put_line(const struct manner *manner, const struct list *list,
		     const struct catalogue *catalogue, entry_t entry)
{
	const char *id = catalogue_id(catalogue, entry);
	const char *phrase = catalogue_text(catalogue, entry, FIELD_PHRASE);
	int left;

	if (list->narrow) {
		put_narrow_line(manner, id, phrase);
		return;
	}
	left = put_cut(manner, ROLE_CODE, id, list->ids);
	fprintf(manner->out, "%*s", left + GAP, "");
	left = put_cut(manner, ROLE_TEXT, phrase, list->phrases);
	fprintf(manner->out, "%*s%-*s%*s%s\n", left + GAP, "", KIND_COLUMNS,
		kind_names.texts[catalogue_kind(catalogue, entry)], GAP, "",
		state_text(catalogue, entry));
}

void show_list(const struct manner *manner, const struct catalogue *catalogue,
	       const entry_t *entries, size_t count)
{
	struct list list = {
		.ids = widest(manner, catalogue, entries, count, FIELD_ID),
		.phrases = widest(manner, catalogue, entries, count,
				  FIELD_PHRASE),
	};

	fit_list(&list, manner);
	for (size_t i = 0; i < count; i++)
		put_line(manner, &list, catalogue, entries[i]);
}

/* Sources are counted once each, whatever part of them is cited. */
static void add_sources(struct intern *urls, const struct catalogue *catalogue,
			entry_t entry)
{
	size_t items = catalogue_items(catalogue, entry, FIELD_SOURCES);

	for (size_t i = 0; i < items; i++) {
		const char *url = catalogue_item(catalogue, entry,
						 FIELD_SOURCES, i,
						 PART_SOURCE_URL);

		intern_add(urls, url, strcspn(url, "#"));
	}
}

/* Whether any code is of the origin that `page` tells about. */
static bool has_codes(const struct catalogue *catalogue, entry_t page)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (catalogue_origin(catalogue, i) == page)
			return true;
	}
	return false;
}

/*
 * The vendor of a code; an origin whose codes are of the kind standard is a
 * document.  A vendor without codes of its own has its page alone.
 */
static void add_vendor(struct intern *vendors,
		       const struct catalogue *catalogue, entry_t entry)
{
	const char *vendor = catalogue_text(catalogue, entry, FIELD_VENDOR);
	const char *id = catalogue_id(catalogue, entry);

	if (catalogue_kind(catalogue, entry) == KIND_VENDOR && vendor != NULL)
		intern_add(vendors, vendor, strlen(vendor));
	else if (catalogue_sort(catalogue, entry) == SORT_ORIGIN &&
		 !has_codes(catalogue, entry))
		intern_add(vendors, id_rest(id), strlen(id_rest(id)));
}

static void put_count(const struct manner *manner, const char *name,
		      size_t count)
{
	fprintf(manner->out, "%-12s %5zu\n", name, count);
}

void show_stats(const struct manner *manner,
		const struct catalogue *catalogue, const entry_t *entries,
		size_t count)
{
	size_t kinds[KIND_COUNT] = { 0 };
	size_t classes[CLASS_COUNT + 1] = { 0 };
	size_t reasons = 0, of_origins = 0;
	struct intern vendors, urls;

	intern_init(&vendors);
	intern_init(&urls);
	for (size_t i = 0; i < count; i++) {
		enum kind kind = catalogue_kind(catalogue, entries[i]);

		kinds[kind]++;
		reasons += catalogue_sort(catalogue, entries[i]) ==
			   SORT_REASON;
		of_origins += catalogue_origin(catalogue, entries[i]) !=
			      ENTRY_NONE;
		if (kind != KIND_PAGE)
			classes[catalogue_class(catalogue, entries[i])]++;
		add_vendor(&vendors, catalogue, entries[i]);
		add_sources(&urls, catalogue, entries[i]);
	}
	put_count(manner, "entries", count);
	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		put_count(manner, kind_names.texts[kind], kinds[kind]);
	for (enum code_class i = CLASS_1XX; i < CLASS_VENDORS; i++)
		put_count(manner, class_names.texts[i], classes[i]);
	put_count(manner, "reasons", reasons);
	put_count(manner, "origins", of_origins);
	put_count(manner, "vendors", vendors.count);
	put_count(manner, "sources", urls.count);
	intern_clear(&vendors);
	intern_clear(&urls);
}
