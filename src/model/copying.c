#include "model/copying.h"

#include <string.h>

/* ------------------------------------------------------------------------
 * What is copied
 */

/* The address of the first source, NULL when there is none. */
static const char *address(const struct state *state)
{
	struct shown shown = state->reader.shown;

	if (shown.number != 0 ||
	    catalogue_items(state->catalogue, shown.entry, FIELD_SOURCES) == 0)
		return NULL;
	return catalogue_item(state->catalogue, shown.entry, FIELD_SOURCES, 0,
			      PART_SOURCE_URL);
}

/* The code; of a page its id. */
static void add_code(const struct state *state, struct strbuf *text)
{
	struct shown shown = state->reader.shown;
	const char *code =
		catalogue_text(state->catalogue, shown.entry, FIELD_CODE);

	if (shown.number != 0)
		strbuf_addf(text, "%03u", shown.number);
	else
		strbuf_add(text, code != NULL ? code :
						catalogue_id(state->catalogue,
							     shown.entry));
}

static void add_page_line(const struct page *page, size_t line,
			  struct strbuf *text)
{
	const struct page_line *at = &page->lines[line];

	for (uint32_t i = 0; i < at->count; i++) {
		const struct page_span *span = &page->spans[at->first + i];

		strbuf_add_bytes(text, page_span_text(page, span),
				 span->length);
	}
	while (text->length > 0 && text->text[text->length - 1] == ' ')
		strbuf_cut(text, text->length - 1);
}

/* Where the cursor of the page is: at a link, a match, or on top. */
static size_t cursor_line(const struct state *state)
{
	const struct reader *reader = &state->reader;

	if (reader->link > 0)
		return reader->page.links[reader->link - 1].line;
	if (state_hit(state) != NULL &&
	    reader->match < reader->page.match_count)
		return reader->page.matches[reader->match];
	return reader->view.top;
}

/* The line of the page that is read; of the tree, id and phrase. */
static void add_line(const struct state *state, struct strbuf *text)
{
	struct shown shown = state->reader.shown;

	if (state->focus == PANE_DETAIL) {
		add_page_line(&state->reader.page, cursor_line(state), text);
		strbuf_remove(text, 0, strspn(strbuf_text(text), " "));
		return;
	}
	if (shown.number != 0)
		add_code(state, text);
	else
		strbuf_addf(text, "%s %s",
			    catalogue_id(state->catalogue, shown.entry),
			    catalogue_text(state->catalogue, shown.entry,
					   FIELD_PHRASE));
}

/* The whole page, as wide as it is read in the shell. */
static void add_page(const struct state *state, struct strbuf *text)
{
	struct shown shown = state->reader.shown;
	struct page_options options = { .width = PAGE_WIDEST,
					.wide = PAGE_PRINTED };
	struct page page;

	page_init(&page);
	if (shown.number != 0)
		page_build_unknown(&page, state->catalogue, shown.number,
				   &options);
	else
		page_build(&page, state->catalogue, shown.entry, &options);
	for (size_t line = 0; line < page.count; line++) {
		add_page_line(&page, line, text);
		strbuf_add_char(text, '\n');
	}
	page_clear(&page);
}

/* ------------------------------------------------------------------------
 * The menu
 */

void copying_open(struct state *state)
{
	stack_push(&state->stack, LAYER_COPY);
}

void copying_back(struct state *state)
{
	stack_pop(&state->stack);
}

static void copy(struct state *state, const char *what,
		 const struct strbuf *text)
{
	state_leave(state, EFFECT_COPY, strbuf_text(text));
	state_say(state, "sent %zu bytes to the clipboard: %s", text->length,
		  what);
}

void copying_step(struct state *state, enum action action)
{
	struct strbuf text;

	copying_back(state);
	strbuf_init(&text);
	switch (action) {
	case ACTION_COPY_LINE:
		add_line(state, &text);
		copy(state, "the line", &text);
		break;
	case ACTION_COPY_CODE:
		add_code(state, &text);
		copy(state, strbuf_text(&text), &text);
		break;
	case ACTION_COPY_ADDRESS:
		if (address(state) != NULL) {
			strbuf_add(&text, address(state));
			copy(state, strbuf_text(&text), &text);
		} else {
			state_say(state, "this page names no source");
		}
		break;
	default:
		add_page(state, &text);
		copy(state, "the page", &text);
		break;
	}
	strbuf_clear(&text);
}

void copying_title(const struct state *state, struct strbuf *title)
{
	(void)state;
	strbuf_add(title, "copy: y line  c code  u URL  d all");
}

const char *const *copying_hints(const struct state *state)
{
	static const char *const hints[] = { "Esc back", "", "" };

	(void)state;
	return hints;
}

/* ------------------------------------------------------------------------
 * The source
 */

void copying_show_source(struct state *state)
{
	if (address(state) == NULL)
		state_say(state, "this page names no source");
	else
		stack_push(&state->stack, LAYER_SOURCE);
}

bool source_takes(enum action action)
{
	return action == ACTION_OPEN;
}

void source_step(struct state *state, enum action action)
{
	(void)action;
	stack_pop(&state->stack);
	state_leave(state, EFFECT_OPEN, address(state));
	state_say(state, "opening %s", address(state));
}

void source_title(const struct state *state, struct strbuf *title)
{
	strbuf_addf(title, "%s  (o opens it)", address(state));
}
