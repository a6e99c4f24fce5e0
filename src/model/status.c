#include "model/status.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* The parts of the right side, from left to right. */
enum segment { SEGMENT_HIDDEN, SEGMENT_HITS, SEGMENT_POSITION, SEGMENT_PERCENT, SEGMENT_HINTS };

enum { SEGMENTS = SEGMENT_HINTS + 1, SEGMENT_SIZE = 160 };

static int columns(const char *text)
{
	return text_columns(text, strlen(text));
}

/* ------------------------------------------------------------------------
 * The right side
 */

static void say_hidden(const struct state *state, char *segment)
{
	const struct filter *filter = &state->filter;
	struct strbuf text;

	if (!state->rows.filtered)
		return;
	strbuf_init(&text);
	for (enum kind kind = 0; kind < KIND_PAGE; kind++) {
		if (filter->hidden[kind])
			strbuf_addf(&text, "%s%s", text.length > 0 ? ", " : "",
				    kind_names.texts[kind]);
	}
	if (text.length > 0)
		strbuf_add(&text, " off");
	if (state->only != NULL)
		strbuf_addf(&text, "%s&%.24s", text.length > 0 ? ", " : "",
			    strbuf_text(&state->narrowed));
	snprintf(segment, SEGMENT_SIZE, "%s: %zu hidden", strbuf_text(&text),
		 state->rows.hidden);
	strbuf_clear(&text);
}

/* "3/17 (5 codes)", and what the filter keeps from being a hit. */
static void count_hits(const struct state *state, char *segment)
{
	const struct search *search = &state->search;
	size_t at = state->prompt.open ?
			    state->hit :
			    search_find(search, state->entry);
	char position[24] = "-";
	char hidden[40] = "";

	if (at < search->count)
		snprintf(position, sizeof(position), "%zu",
			 search->hits[at].before + state->match + 1);
	if (search->hidden > 0)
		snprintf(hidden, sizeof(hidden), " +%zu hidden",
			 search->hidden);
	snprintf(segment, SEGMENT_SIZE / 2, "%s/%zu (%zu %s)%s", position,
		 search->matches, search->count,
		 search->count == 1 ? "code" : "codes", hidden);
}

static void say_hits(const struct state *state, char *segment)
{
	char count[SEGMENT_SIZE / 2];

	if (!state->alive)
		return;
	count_hits(state, count);
	if (state->prompt.open)
		snprintf(segment, SEGMENT_SIZE, "%s", count);
	else
		snprintf(segment, SEGMENT_SIZE, "/%.40s %s",
			 strbuf_text(&state->query), count);
}

static void say_range(char *segment, char *percent, size_t first, size_t rows,
		      size_t total)
{
	size_t last = first + rows < total ? first + rows : total;

	snprintf(segment, SEGMENT_SIZE, "%zu-%zu/%zu", first + 1, last, total);
	snprintf(percent, SEGMENT_SIZE, "%zu%%",
		 total == 0 ? 100 : 100 * last / total);
}

static bool is_fresh(const struct state *state)
{
	return state->rows.count ==
		       rows_position(&state->rows, SIZE_MAX) + 1 &&
	       state->visited.count == 0;
}

static void say_hints(const struct view *view, char *segment)
{
	const struct state *state = view->state;
	const char *hints = is_fresh(state) ?
				    "/ search   Tab pane   ? help   q quit" :
				    "/ search   ? help   q quit";

	if (state->prompt.open)
		hints = "Enter go   Esc back";
	else if (state->help)
		hints = "/ search   ? closes";
	else if (!view->layout.two)
		hints = "? help";
	snprintf(segment, SEGMENT_SIZE, "%s", hints);
}

static void make_segments(const struct view *view, char segments[SEGMENTS][SEGMENT_SIZE])
{
	const struct state *state = view->state;

	memset(segments, 0, SEGMENTS * (size_t)SEGMENT_SIZE);
	say_hints(view, segments[SEGMENT_HINTS]);
	if (state->help) {
		say_range(segments[SEGMENT_POSITION], segments[SEGMENT_PERCENT],
			  state->help_scroll, (size_t)state->screen_rows - 1,
			  (size_t)view->help.rows);
		return;
	}
	if (!state->prompt.open)
		say_hidden(state, segments[SEGMENT_HIDDEN]);
	say_hits(state, segments[SEGMENT_HITS]);
	if (view->layout.detail.rows > 0 && !state->prompt.open)
		say_range(segments[SEGMENT_POSITION], segments[SEGMENT_PERCENT],
			  state->scroll, state_detail_rows(state),
			  state->page.count);
}

static void join_segments(struct strbuf *right, char segments[SEGMENTS][SEGMENT_SIZE])
{
	strbuf_reset(right);
	for (size_t i = 0; i < SEGMENTS; i++) {
		if (segments[i][0] != '\0')
			strbuf_addf(right, "%s%s",
				    right->length == 0	? "" :
				    i == SEGMENT_PERCENT	? " " :
							  "   ",
				    segments[i]);
	}
}

/* ------------------------------------------------------------------------
 * The left side
 */

static void add_class(const struct state *state, struct strbuf *left)
{
	enum code_class class_number =
		catalogue_class(state->catalogue, state->entry);
	const char *id = catalogue_id(state->catalogue, state->entry);

	if (class_number < CLASS_COUNT && strncmp(id, "class:", 6) != 0)
		strbuf_addf(left, "%s > ", class_names.texts[class_number]);
}

static void add_name(const struct state *state, struct strbuf *left)
{
	const struct catalogue *catalogue = state->catalogue;
	const char *code = catalogue_text(catalogue, state->entry, FIELD_CODE);
	size_t length;
	const char *origin =
		catalogue_origin_name(catalogue, state->entry, &length);

	if (state->unknown != 0) {
		strbuf_addf(left, "%03u, not assigned", state->unknown);
		return;
	}
	if (code != NULL)
		strbuf_addf(left, "%s ", code);
	if (origin != NULL)
		strbuf_addf(left, "%.*s: ", (int)length, origin);
	strbuf_add(left,
		   catalogue_text(catalogue, state->entry, FIELD_PHRASE));
}

/* A sentence about a prompt that has no hit. */
static void add_lost(const struct state *state, struct strbuf *left)
{
	strbuf_addf(left, "   no hit%s",
		    state->search.count > 0 ? "; the last ones stay" : "");
}

static void make_prompt(struct view *view)
{
	const struct prompt *prompt = &view->state->prompt;
	struct strbuf *left = &view->left;

	strbuf_add_char(left, prompt->purpose == PURPOSE_NARROW ? '&' : '/');
	strbuf_add(left, strbuf_text(&prompt->text));
	view->prompt_column =
		2 + text_columns(strbuf_text(&prompt->text), prompt->cursor);
	if (view->state->message.length > 0) {
		strbuf_addf(left, "   %s", strbuf_text(&view->state->message));
		return;
	}
	if (prompt->purpose == PURPOSE_HELP || prompt->text.length == 0)
		return;
	if (view->state->lost) {
		add_lost(view->state, left);
	} else if (view->state->search.near) {
		strbuf_add(left, "   ");
		search_describe_near(&view->state->search, left);
	}
}

static void make_left(struct view *view)
{
	const struct state *state = view->state;
	struct strbuf *left = &view->left;

	strbuf_reset(left);
	view->prompt_column = -1;
	if (state->prompt.open)
		make_prompt(view);
	else if (state->number.length > 0)
		strbuf_addf(left, "go to %s_   %s", strbuf_text(&state->number),
			    strbuf_text(&state->message));
	else if (state->message.length > 0)
		strbuf_add(left, strbuf_text(&state->message));
	else if (state->help)
		strbuf_addf(left, "Help: the %s",
			    state->focus == PANE_TREE ? "tree" : "detail");
	else {
		add_class(state, left);
		add_name(state, left);
	}
}

/* Cut the end of the left side; then give up the class before the name. */
static void cut_left(struct view *view, int room)
{
	const struct state *state = view->state;
	struct strbuf *left = &view->left;
	bool place = !state->prompt.open && state->message.length == 0 &&
		     state->number.length == 0 && !state->help;
	const char *code =
		catalogue_text(state->catalogue, state->entry, FIELD_CODE);

	if (columns(strbuf_text(left)) <= room)
		return;
	if (place && code != NULL && room < (int)strlen(code) + 10) {
		strbuf_reset(left);
		add_name(state, left);
	}
	if (columns(strbuf_text(left)) > room && left->length > 0) {
		size_t fits = text_fit(left->text, left->length,
				       room > 1 ? room - 1 : 0);

		strbuf_cut(left, fits);
		strbuf_add(left, state->ascii ? "~" : "\u2026");
	}
}

void status_build(struct view *view)
{
	enum { LEAST_LEFT = 12 };
	static const enum segment order[] = { SEGMENT_HINTS, SEGMENT_PERCENT };
	char segments[SEGMENTS][SEGMENT_SIZE];
	int width = view->layout.status.cols;
	int wanted;
	size_t dropped = 0;

	make_left(view);
	make_segments(view, segments);
	join_segments(&view->right, segments);
	wanted = columns(strbuf_text(&view->left));
	/* One blank at the left edge, three between the sides. */
	while (dropped < 2 &&
	       1 + wanted + 3 + columns(strbuf_text(&view->right)) + 1 > width) {
		segments[order[dropped++]][0] = '\0';
		join_segments(&view->right, segments);
	}
	if (1 + LEAST_LEFT + 3 + columns(strbuf_text(&view->right)) > width)
		strbuf_reset(&view->right);
	cut_left(view, width - 2 - 3 - columns(strbuf_text(&view->right)));
}
