#include "model/status.h"

#include <string.h>

#include "base/text.h"
#include "model/layer.h"
#include "model/prompt.h"

/*
 * How much is left out, from nothing on.  Each step leaves out what the steps
 * before it do, and one thing more; the first at which both sides fit is taken.
 */
enum thrift {
	THRIFT_NONE,
	THRIFT_HINTS_SHORT,
	THRIFT_HINTS_SHORTER,
	THRIFT_HINTS,
	THRIFT_PERCENT,
	THRIFT_PHRASE, /* the end of the left side is cut */
	THRIFT_CLASS,
	THRIFT_QUERY,
	THRIFT_HIT,
	THRIFT_HITS_HIDDEN,
	THRIFT_FILTERS,
	THRIFT_CODES,
	THRIFT_REMARK_SHORT,
	THRIFT_POSITION,
	THRIFT_HIDDEN,
	THRIFT_HITS,
	THRIFT_REMARK, /* for which a prompt has its hits again */
	THRIFT_ALL,
	THRIFT_COUNT
};

static bool prompted(const struct state *state)
{
	return stack_top(&state->stack) == LAYER_PROMPT;
}

static int columns(const char *text)
{
	return text_columns(text, strlen(text));
}

/* Append a text in the signs of the terminal, before it is measured. */
static void add_shown(const struct state *state, struct strbuf *buffer,
		      const char *text, size_t length)
{
	if (state->ascii)
		text_to_ascii(buffer, text, length);
	else
		strbuf_add_bytes(buffer, text, length);
}

/* The same for all that a buffer holds. */
static void make_shown(const struct state *state, struct strbuf *buffer)
{
	struct strbuf shown;

	strbuf_init(&shown);
	add_shown(state, &shown, strbuf_text(buffer), buffer->length);
	strbuf_reset(buffer);
	strbuf_add_bytes(buffer, strbuf_text(&shown), shown.length);
	strbuf_clear(&shown);
}

static const char *cut_sign(const struct state *state)
{
	return state->ascii ? "~" : "\u2026";
}

/* ------------------------------------------------------------------------
 * The right side
 */

/* Begin a part of the right side, three blanks after the one before. */
static void part(struct strbuf *right)
{
	if (right->length > 0)
		strbuf_add(right, "   ");
}

static void add_filters(const struct state *state, struct strbuf *right)
{
	bool any = false;

	for (enum kind kind = 0; kind < KIND_PAGE; kind++) {
		if (!state->filter.hidden[kind])
			continue;
		strbuf_addf(right, "%s%s", any ? ", " : "",
			    kind_names.texts[kind]);
		any = true;
	}
	if (any)
		strbuf_add(right, " off");
	if (state->filter.count > 0) {
		if (any)
			strbuf_add(right, ", ");
		filter_describe(&state->filter, right);
	}
	if (state->narrowing.only != NULL)
		strbuf_addf(right, "%s&%.*s",
			    any || state->filter.count > 0 ? ", " : "",
			    (int)text_fit(strbuf_text(&state->narrowing.text),
					  state->narrowing.text.length, 24),
			    strbuf_text(&state->narrowing.text));
	strbuf_add(right, ": ");
}

static void add_hidden(const struct state *state, struct strbuf *right,
		       enum thrift thrift)
{
	if (!state->rows.filtered || prompted(state) ||
	    thrift >= THRIFT_HIDDEN)
		return;
	part(right);
	if (thrift < THRIFT_FILTERS)
		add_filters(state, right);
	strbuf_addf(right, "%zu hidden", state->rows.hidden);
}

/* Which log is browsed. */
static void add_log(const struct state *state, struct strbuf *right,
		    enum thrift thrift)
{
	if (state->log.report == NULL || prompted(state) ||
	    thrift >= THRIFT_POSITION)
		return;
	part(right);
	logged_describe(&state->log, right, thrift >= THRIFT_FILTERS);
}

static bool shows_hits(const struct state *state, enum thrift thrift)
{
	if (!state->matches.alive || thrift == THRIFT_ALL)
		return false;
	/* The hits that stay while a text has none are not that text's. */
	if (prompted(state) && state->lost.any)
		return false;
	if (thrift < THRIFT_HITS)
		return true;
	/* A prompt gives up its remark for them, but no message. */
	return thrift >= THRIFT_REMARK && prompted(state) &&
	       state->message.length == 0;
}

/* "3/17 (5 codes)": this match of all, and in how many codes they are. */
static void add_hits(const struct state *state, struct strbuf *right,
		     enum thrift thrift)
{
	const struct search *search = &state->matches.search;
	const struct hit *hit = state_hit(state);

	if (!shows_hits(state, thrift))
		return;
	part(right);
	if (prompted(state) && state->prompt.line.text.length > 0 &&
	    thrift < THRIFT_HIT)
		strbuf_addf(right, "hit %zu of %zu   ", state->matches.hit + 1,
			    search->count);
	if (!prompted(state) && thrift < THRIFT_QUERY)
		strbuf_addf(right, "/%s ", strbuf_text(&state->matches.query));
	if (hit != NULL)
		strbuf_addf(right, "%zu", hit->before + state->reader.match + 1);
	else
		strbuf_add_char(right, '-');
	strbuf_addf(right, "/%zu", search->matches);
	if (thrift < THRIFT_CODES)
		strbuf_addf(right, " (%zu %s)", search->count,
			    search->count == 1 ? "code" : "codes");
	if (search->hidden > 0 && thrift < THRIFT_HITS_HIDDEN)
		strbuf_addf(right, " +%zu hidden", search->hidden);
}

static void add_position(const struct view *view, struct strbuf *right,
			 enum thrift thrift)
{
	const struct layer *layer = layer_top(view->state);
	const struct viewport *lines =
		layer->position != NULL ? layer->position(view->state) : NULL;
	size_t last;

	if (thrift >= THRIFT_POSITION || lines == NULL)
		return;
	last = lines->top + lines->height;
	if (last > lines->count)
		last = lines->count;
	part(right);
	strbuf_addf(right, "%zu-%zu/%zu", last == 0 ? 0 : lines->top + 1, last,
		    lines->count);
	if (thrift < THRIFT_PERCENT)
		strbuf_addf(right, " %zu%%",
			    last == 0 ? 100 : 100 * last / lines->count);
}

static void add_hints(const struct view *view, struct strbuf *right,
		      enum thrift thrift)
{
	const char *const *hints =
		layer_top(view->state)->hints(view->state);

	if (thrift >= THRIFT_HINTS || *hints[thrift] == '\0')
		return;
	part(right);
	strbuf_add(right, hints[thrift]);
}

/* What the prompt has to say about its text. */
static void add_remark(const struct state *state, struct strbuf *right,
		       bool brief)
{
	if (state->message.length > 0)
		strbuf_add(right, strbuf_text(&state->message));
	else if (!state->prompt.purpose->lists ||
		 state->prompt.line.text.length == 0)
		return;
	else if (state->lost.any && state->lost.hidden > 0)
		strbuf_addf(right,
			    brief ? "%zu hidden" :
				    "no code has it, but %zu hidden",
			    state->lost.hidden);
	else if (state->lost.any && state->lost.number > 0 && !brief)
		strbuf_addf(right, "nobody defines %03u",
			    state->lost.number);
	else if (state->lost.any && brief)
		strbuf_add(right, "no hit");
	else if (state->lost.any)
		strbuf_addf(right, "no code has it%s",
			    state->matches.search.count > 0 ?
				    "; the last hits stay" :
				    "");
	else if (brief)
		search_describe_instead(&state->matches.search, right);
	else
		search_describe_lost(&state->matches.search, right);
}

/* The code that others are compared with. */
static void add_mark(const struct state *state, struct strbuf *right,
		     enum thrift thrift)
{
	entry_t marked = state->comparing.marked;

	if (marked == ENTRY_NONE || prompted(state) || thrift >= THRIFT_HINTS)
		return;
	part(right);
	strbuf_addf(right, "marked %s", catalogue_id(state->catalogue, marked));
}

static void make_right(struct view *view, enum thrift thrift)
{
	strbuf_reset(&view->right);
	if (prompted(view->state) && thrift < THRIFT_REMARK)
		add_remark(view->state, &view->right,
			   thrift >= THRIFT_REMARK_SHORT);
	add_log(view->state, &view->right, thrift);
	add_hidden(view->state, &view->right, thrift);
	if (!view->covered) {
		add_mark(view->state, &view->right, thrift);
		add_hits(view->state, &view->right, thrift);
	}
	add_position(view, &view->right, thrift);
	add_hints(view, &view->right, thrift);
	make_shown(view->state, &view->right);
}

/* ------------------------------------------------------------------------
 * The left side
 */

static void add_class(const struct state *state, struct strbuf *left)
{
	entry_t entry = state->reader.shown.entry;
	enum code_class number = catalogue_class(state->catalogue, entry);
	bool top = catalogue_parent(state->catalogue, entry) == ENTRY_NONE;

	/* Drafts and registries have given codes a meaning, too. */
	if (number == CLASS_VENDORS && !top)
		strbuf_add(left, "origins > ");
	else if (number < CLASS_COUNT && !top)
		strbuf_addf(left, "%s > ", class_names.texts[number]);
}

/* The code, and the vendor, which a cut should leave; then the phrase. */
static void add_code(const struct state *state, struct strbuf *left)
{
	const struct catalogue *catalogue = state->catalogue;
	entry_t entry = state->reader.shown.entry;
	const char *code = catalogue_text(catalogue, entry, FIELD_CODE);
	size_t length;
	const char *origin = catalogue_origin_name(catalogue, entry, &length);

	if (code != NULL)
		strbuf_addf(left, "%s ", code);
	if (origin != NULL)
		strbuf_addf(left, "%.*s: ", (int)length, origin);
}

static void add_place(const struct state *state, struct strbuf *left,
		      enum thrift thrift)
{
	if (state->reader.shown.number != 0) {
		strbuf_addf(left, "%03u, not assigned",
			    state->reader.shown.number);
		return;
	}
	if (thrift < THRIFT_CLASS)
		add_class(state, left);
	add_code(state, left);
	strbuf_add(left, catalogue_text(state->catalogue,
					state->reader.shown.entry,
					FIELD_PHRASE));
}

/* The prompt's text, from where the cursor is still on view in `room`. */
static void make_prompt(struct view *view, int room)
{
	const struct prompt *prompt = &view->state->prompt;
	const struct editor *line = &prompt->line;
	const char *text = strbuf_text(&line->text);
	size_t cursor, from = 0;
	struct strbuf shown;
	int cut = 0; /* columns of the sign for what is not on view */

	strbuf_init(&shown);
	add_shown(view->state, &shown, text, line->cursor);
	cursor = shown.length;
	add_shown(view->state, &shown, text + line->cursor,
		  line->text.length - line->cursor);
	text = strbuf_text(&shown);
	/* The sign before the text, and a column for the cursor after it. */
	while (from < cursor &&
	       text_columns(text + from, cursor - from) + 2 + cut > room) {
		from += text_cluster(text + from, shown.length - from);
		cut = 1;
	}
	strbuf_add_char(&view->left, prompt->purpose->sign);
	if (cut > 0)
		strbuf_add(&view->left, cut_sign(view->state));
	strbuf_add(&view->left, text + from);
	view->prompt_column =
		2 + cut + text_columns(text + from, cursor - from);
	strbuf_clear(&shown);
}

static void make_left(struct view *view, enum thrift thrift, int room)
{
	const struct state *state = view->state;
	const struct layer *layer = layer_top(state);
	struct strbuf *left = &view->left;

	strbuf_reset(left);
	view->prompt_column = -1;
	if (prompted(state)) {
		make_prompt(view, room);
		return;
	}
	if (layer->title != NULL)
		layer->title(state, left);
	else if (state->message.length == 0)
		add_place(state, left, thrift);
	if (left->length > 0 && state->message.length > 0)
		strbuf_add(left, "   ");
	strbuf_add(left, strbuf_text(&state->message));
	make_shown(state, left);
}

/* Columns that the left side must have, however little there is. */
static int least_left(const struct view *view, enum thrift thrift)
{
	const struct state *state = view->state;
	struct strbuf least;
	int wanted = columns(strbuf_text(&view->left));
	int third = view->layout.status.cols / 3;

	/* A long text of the prompt scrolls, once there is nothing to leave out. */
	if (prompted(state))
		return wanted + 1 < third || thrift < THRIFT_POSITION ?
			       wanted + 1 :
			       third;
	if (thrift < THRIFT_PHRASE || state->message.length > 0 ||
	    layer_top(state)->title != NULL || state->reader.shown.number != 0)
		return wanted;
	strbuf_init(&least);
	if (thrift < THRIFT_CLASS)
		add_class(state, &least);
	add_code(state, &least);
	if (least.length == 0)
		strbuf_add(&least, "a page's name");
	if (columns(strbuf_text(&least)) < wanted)
		wanted = columns(strbuf_text(&least));
	strbuf_clear(&least);
	return wanted;
}

static void cut_left(struct view *view, int room)
{
	struct strbuf *left = &view->left;

	if (columns(strbuf_text(left)) <= room)
		return;
	strbuf_cut(left,
		   text_fit(left->text, left->length, room > 1 ? room - 1 : 0));
	while (left->length > 0 && left->text[left->length - 1] == ' ')
		strbuf_cut(left, left->length - 1);
	strbuf_add(left, cut_sign(view->state));
}

void status_build(struct view *view)
{
	/* A blank at the left edge, one at the right, three between. */
	int width = view->layout.status.cols;
	int room = width - 1;
	enum thrift thrift;

	for (thrift = THRIFT_NONE; thrift < THRIFT_COUNT; thrift++) {
		make_right(view, thrift);
		room = width - 1;
		if (view->right.length > 0)
			room -= 4 + columns(strbuf_text(&view->right));
		make_left(view, thrift, width - 1);
		if (least_left(view, thrift) <= room)
			break;
	}
	make_left(view, THRIFT_NONE, room);
	/* The end of the phrase goes before the class, the class before more. */
	if (thrift >= THRIFT_CLASS)
		make_left(view, THRIFT_CLASS, room);
	/* On a narrow screen a message has the prompt's line for one key. */
	if (thrift >= THRIFT_REMARK && prompted(view->state) &&
	    view->state->message.length > 0) {
		strbuf_reset(&view->left);
		strbuf_add(&view->left, strbuf_text(&view->state->message));
		make_shown(view->state, &view->left);
	}
	cut_left(view, room);
}
