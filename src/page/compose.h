/*
 * compose -- paragraphs of pieces, wrapped into the lines of a page.
 *
 * A paragraph is built of pieces, each with its role; ending it wraps it.
 */
#ifndef HTTREE_PAGE_COMPOSE_H
#define HTTREE_PAGE_COMPOSE_H

#include "page/page.h"

enum { LABEL_COLUMNS = 13 };

struct piece {
	size_t end; /* bytes of the paragraph */
	enum role role;
	uint32_t match;
	uint32_t link;
};

struct composer {
	struct page *page;
	const struct page_options *options;
	struct strbuf paragraph;
	struct piece *pieces;
	size_t count;
	size_t capacity;
	int width;
	bool blank; /* an empty line is owed before the next one */
};

/* Begin an empty page. */
void compose_start(struct composer *composer, struct page *page,
		   const struct page_options *options);
void compose_end(struct composer *composer);

/* Add words of ours, in which nothing is searched. */
void compose_add(struct composer *composer, enum role role, const char *text);
void compose_addf(struct composer *composer, enum role role, const char *format,
		  ...) __attribute__((format(printf, 3, 4)));

/* Add a text of the catalogue that search looks into, its matches marked. */
void compose_add_found(struct composer *composer, enum role role,
		       const char *text, size_t length);

/* Add a text that is one match when `matches`. */
void compose_add_match(struct composer *composer, enum role role,
		       const char *text, bool matches);

/* Add `[id]` as a link. */
void compose_add_link(struct composer *composer, entry_t entry, const char *id);

/*
 * Wrap what was added: its first line indented by `first` columns, the others
 * by `rest`.
 */
void compose_flush(struct composer *composer, int first, int rest);

/* The same behind a label, which is NULL on a further paragraph of a fact. */
void compose_flush_fact(struct composer *composer, const char *label);

/* Put what was added on lines of the page as it is, hard-wrapped. */
void compose_flush_verbatim(struct composer *composer, int indent);

/*
 * What was added as one line, with `found`, in which search looks and which may
 * be NULL, and `rest` at the right edge; or on lines of their own where they
 * do not fit.
 */
void compose_flush_title(struct composer *composer, enum role role,
			 const char *found, const char *rest);

/* An empty line before the next one, unless the page is empty. */
void compose_gap(struct composer *composer);

#endif
