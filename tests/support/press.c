#include "support/press.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "model/help.h"

enum effect_kind press(struct state *state, const char *keys)
{
	enum effect_kind effect = EFFECT_NONE;

	for (keys += strspn(keys, " "); *keys != '\0';
	     keys += strspn(keys, " ")) {
		size_t length = strcspn(keys, " ");
		hkey_t key = hkey_parse(keys, length);

		if (key == HKEY_NONE) {
			fprintf(stderr, "no key is called '%.*s'\n",
				(int)length, keys);
			exit(99);
		}
		effect = update_key(state, key).kind;
		keys += length;
	}
	return effect;
}

unsigned int press_number(unsigned int *seed)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed >> 16;
}

hkey_t press_some_key(unsigned int *seed)
{
	static const char common[] =
		"jjkkllhhgG+-*_dubJK/nN&svwSVWfF?<>O[]{}yomMc0123456789.q";

	switch (press_number(seed) % 4) {
	case 0:
		return HKEY_FIRST +
		       press_number(seed) % (HKEY_OTHER - HKEY_FIRST);
	case 1:
		return press_number(seed) % 0x80;
	default:
		return (hkey_t)common[press_number(seed) %
				      (sizeof(common) - 1)];
	}
}

void press_text(struct state *state, const char *text)
{
	size_t length = strlen(text);

	for (size_t at = 0; at < length;) {
		uint32_t key;

		at += text_decode(text + at, length - at, &key);
		update_key(state, key == ' ' ? HKEY_SPACE : (hkey_t)key);
	}
}

/* ------------------------------------------------------------------------
 * What must hold
 */

static void check_tree(const struct state *state, struct strbuf *faults)
{
	const struct rows *rows = &state->rows;
	size_t height = state->tree.height;
	size_t position;

	if (rows->count == 0) {
		strbuf_add(faults, "no row is on view\n");
		return;
	}
	if (state->row >= catalogue_rows(state->catalogue)) {
		strbuf_add(faults, "the selected row is none\n");
		return;
	}
	position = rows_position(rows, state->row);
	if (rows->list[position] != state->row)
		strbuf_add(faults, "the selected row is not on view\n");
	if (position < state->tree.top || position >= state->tree.top + height)
		strbuf_addf(faults,
			    "the selected row, at %zu, is not on the screen "
			    "from %zu on\n",
			    position, state->tree.top);
	if (state->tree.top > 0 && state->tree.top + height > rows->count)
		strbuf_addf(faults, "the tree is scrolled beyond its end\n");
}

static void check_lines(const struct state *state, struct strbuf *faults)
{
	const struct page *page = &state->reader.page;
	struct layout layout = state_layout(state);
	int room = layout.detail.cols > 0 ? layout.detail.cols :
					    state->screen_cols;

	for (size_t i = 0; i < page->count; i++) {
		int columns = 1;

		for (uint32_t j = 0; j < page->lines[i].count; j++) {
			const struct page_span *span =
				&page->spans[page->lines[i].first + j];

			columns += text_columns(page_span_text(page, span),
						span->length);
		}
		if (columns > room)
			strbuf_addf(faults, "line %zu has %d of %d columns\n",
				    i, columns, room);
	}
}

static void check_page(const struct state *state, struct strbuf *faults)
{
	const struct page *page = &state->reader.page;
	size_t height = state->reader.view.height;
	size_t last = page->count > height ? page->count - height : 0;

	if (state->reader.stale)
		strbuf_add(faults, "the page is stale\n");
	if (page->count == 0)
		strbuf_add(faults, "the page is empty\n");
	if (state->reader.view.top > last)
		strbuf_addf(faults, "the page is scrolled to %zu of %zu\n",
			    state->reader.view.top, last);
	if (state->reader.match > 0 && state->reader.match >= page->match_count)
		strbuf_add(faults, "the current match is none\n");
	if (state->reader.shown.entry >= catalogue_count(state->catalogue))
		strbuf_add(faults, "the entry shown is none\n");
	check_lines(state, faults);
}

static void check_prompt(const struct state *state, struct strbuf *faults)
{
	const struct editor *line = &state->prompt.line;
	const char *text = strbuf_text(&line->text);
	size_t bad;

	if (line->cursor > line->text.length)
		strbuf_add(faults, "the cursor is beyond the prompt\n");
	if (!text_valid(text, line->cursor, &bad) ||
	    !text_valid(text, line->text.length, &bad))
		strbuf_add(faults, "the cursor or an edit cut a character\n");
	if (state_lists(state) && state->matches.alive && *text != '\0' &&
	    state->matches.hit >= state->matches.search.count)
		strbuf_add(faults, "the selected hit is none\n");
	if (state->prompt.recalled > state->history.count)
		strbuf_add(faults, "the text recalled is none\n");
}

static void check_matches(const struct state *state, struct strbuf *faults)
{
	const struct hit *hit = state_hit(state);
	size_t marked = state->reader.page.match_count;

	if (hit != NULL && hit->matches != marked)
		strbuf_addf(faults, "%u matches are counted and %zu marked\n",
			    (unsigned int)hit->matches, marked);
	if (hit == NULL && marked > 0)
		strbuf_addf(faults, "%zu are marked on a page that is no hit\n",
			    marked);
}

static void check_help(const struct state *state, struct strbuf *faults)
{
	struct help_lines help;
	int rows = state->screen_rows - 1;
	int last;

	if (!stack_has(&state->stack, LAYER_HELP))
		return;
	help_lines_make(&help, help_place(state), state->screen_cols,
			state->collection);
	last = help.rows > rows ? help.rows - rows : 0;
	if (state->help.view.top > (size_t)last)
		strbuf_addf(faults, "the help is scrolled to %zu of %d\n",
			    state->help.view.top, last);
}

void press_check(const struct state *state, struct strbuf *faults)
{
	const struct visited *visited = &state->visited;
	size_t bad;

	if (visited->count > 0 && visited->at >= visited->count)
		strbuf_add(faults, "the code visited last is none\n");
	if (state->reader.shown.number > 999)
		strbuf_add(faults, "the unknown number is too large\n");
	if (!text_valid(strbuf_text(&state->message), state->message.length,
			&bad))
		strbuf_add(faults, "the message is not UTF-8\n");
	check_prompt(state, faults);
	/* What is not on the screen is put right when it comes back. */
	if (state_layout(state).too_small)
		return;
	check_tree(state, faults);
	check_page(state, faults);
	check_matches(state, faults);
	check_help(state, faults);
}

bool press_open_at(struct state *state, const char *operand)
{
	char *text = xstrdup(operand);
	struct question question = {
		.operands = &text,
		.operand_count = 1,
		.filter = &state->filter,
	};
	struct ask ask;
	bool opened;

	ask_init(&ask, state->catalogue, &question);
	opened = update_open_at(state, &ask);
	ask_clear(&ask);
	free(text);
	return opened;
}
