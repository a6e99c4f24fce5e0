/*
 * Every key in every mode: it changes what is on the screen, or a message says
 * why not, or it leaves something to the terminal; and whatever it does, the
 * state stays sound.
 */
#include <stdio.h>

#include "base/text.h"
#include "unit/paint/canvas.h"

/*
 * How a mode is reached: keys, then a text that is typed, then keys again.  One
 * of which the name has "guide" in it has the guides in its tree.
 */
struct mode {
	const char *name;
	int cols;
	int rows;
	const char *keys;
	const char *text;
	const char *more;
};

static const struct mode modes[] = {
	{ "first screen", 80, 24, "", "", "" },
	{ "tree", 80, 24, "4 2 9 Esc", "", "" },
	{ "tree, last row", 80, 24, "* G", "", "" },
	{ "detail", 80, 24, "4 2 9 Enter", "", "" },
	{ "detail, its end", 80, 24, "4 2 9 Enter G", "", "" },
	{ "one pane, tree", 60, 18, "4 0 4 Esc", "", "" },
	{ "one pane, class", 60, 18, "j", "", "" },
	{ "one pane, detail", 60, 18, "4 2 9 Enter", "", "" },
	{ "the least screen", 20, 4, "4 0 4", "", "" },
	{ "page alone", 80, 24, "O", "", "" },
	{ "tree alone", 80, 24, "O Tab", "", "" },
	{ "detail alone", 80, 24, "4 2 9 Enter O", "", "" },
	{ "prompt, empty", 80, 24, "/", "", "" },
	{ "prompt with text", 80, 24, "/", "limit", "" },
	{ "prompt, cursor inside", 80, 24, "/", "rate limit", "Left Left" },
	{ "prompt, second hit", 80, 24, "/", "limit", "Down" },
	{ "prompt without a hit", 80, 24, "/", "zzz", "" },
	{ "prompt, number unknown", 80, 24, "/", "471", "" },
	{ "prompt, one pane", 60, 14, "4 2 9 Enter /", "limit", "" },
	{ "prompt, the least screen", 20, 4, "/", "limit", "" },
	{ "prompt recalling", 80, 24, "/", "quota", "Enter / Up" },
	{ "narrowing prompt", 80, 24, "&", "token", "" },
	{ "search alive, tree", 80, 24, "/", "requests", "Enter" },
	{ "search alive, detail", 80, 24, "/", "requests", "Enter Tab" },
	{ "search alive, last hit", 80, 24, "/", "token", "Enter n" },
	{ "help", 80, 24, "?", "", "" },
	{ "help, its end", 60, 12, "? G", "", "" },
	{ "help on a large screen", 120, 40, "?", "", "" },
	{ "help prompt, empty", 80, 24, "? /", "", "" },
	{ "help prompt with text", 80, 24, "? /", "fold", "" },
	{ "help prompt without a hit", 80, 24, "? /", "zzz", "" },
	{ "help searched", 80, 24, "? /", "fold", "Enter" },
	{ "number typed", 80, 24, "4 0", "", "" },
	{ "number with a full stop", 80, 24, "4 0 4 .", "", "" },
	{ "number unknown", 80, 24, "4 7 1", "", "" },
	{ "number unknown, one pane", 60, 18, "4 7 1", "", "" },
	{ "number unknown, detail", 80, 24, "4 7 1 Tab", "", "" },
	{ "copying", 80, 24, "4 2 9 Esc y", "", "" },
	{ "copying, detail", 80, 24, "4 2 9 Enter ] y", "", "" },
	{ "source shown", 80, 24, "4 2 9 Esc o", "", "" },
	{ "link selected", 80, 24, "4 2 9 Enter ]", "", "" },
	{ "narrowed", 80, 24, "&", "token", "Enter" },
	{ "narrowed, detail", 80, 24, "&", "token", "Enter Enter" },
	{ "filters on", 80, 24, "v w", "", "" },
	{ "one kind alone", 80, 24, "V", "", "" },
	{ "filter menu", 80, 24, "f", "", "" },
	{ "filter menu narrowed", 80, 24, "f", "ngi", "" },
	{ "filter menu narrowed to nothing", 80, 24, "f", "zzz", "" },
	{ "filter menu, its end", 60, 12, "f PgDn PgDn PgDn PgDn", "", "" },
	{ "shown alone", 80, 24, "f", "ob", "Enter" },
	{ "compare", 80, 24, "4 2 9 c", "", "" },
	{ "compare, narrow, its end", 60, 15, "4 2 9 c J G", "", "" },
	{ "help on compare", 80, 24, "4 2 9 c ?", "", "" },
	{ "guide in the tree", 80, 24, "", "", "" },
	{ "guide read", 80, 24, "Tab", "", "" },
	{ "guide read, one pane", 60, 15, "Tab ]", "", "" },
	{ "code that a guide led to", 80, 24, "Tab 1 1", "", "" },
	{ "all hidden", 80, 24, "s v w", "", "" },
	{ "hidden page shown", 80, 24, "v 4 9 9 Esc", "", "" },
	{ "narrowed to nothing", 80, 24, "&", "499", "Enter v" },
	{ "visited", 80, 24, "4 0 4 Enter Tab 4 2 9 Enter <", "", "" },
};

static const struct mode too_small[] = {
	{ "too small", 19, 3, "", "", "" },
	{ "too small, detail", 19, 3, "4 2 9 Enter", "", "" },
	{ "too small, prompt", 19, 3, "/", "limit", "" },
	{ "too small, help", 10, 2, "?", "", "" },
	{ "as small as can be", 1, 1, "", "", "" },
};

/* ------------------------------------------------------------------------
 * Screens
 */

static void set_up(struct canvas *canvas, const struct mode *mode)
{
	if (strstr(mode->name, "guide") != NULL)
		canvas_init_guides(canvas, mode->cols, mode->rows, false);
	else
		canvas_init(canvas, mode->cols, mode->rows, false);
	press(&canvas->state, mode->keys);
	press_text(&canvas->state, mode->text);
	press(&canvas->state, mode->more);
}

/* All that is seen: text, marks and cursor. */
static void shoot(struct canvas *canvas, struct strbuf *shot)
{
	struct frame *frame = &canvas->frame;

	canvas_paint(canvas);
	strbuf_reset(shot);
	strbuf_addf(shot, "%d,%d\n", frame->cursor_row, frame->cursor_col);
	for (int row = 0; row < frame->rows; row++) {
		for (int col = 0; col < frame->cols; col++) {
			const struct cell *cell = frame_cell(frame, row, col);

			strbuf_add(shot, frame_sign(frame, row, col));
			strbuf_add_char(shot, (char)('0' + cell->mark));
			strbuf_add_char(shot,
					cell->role == ROLE_SELECTED ? 's' :
								      ' ');
		}
		strbuf_add_char(shot, '\n');
	}
}

/* The message is on the status line, at least its beginning. */
static void expect_seen(const struct canvas *canvas, const char *mode,
			const char *key)
{
	const char *message = strbuf_text(&canvas->state.message);
	struct strbuf text;
	const char *last;
	char beginning[16];

	snprintf(beginning, sizeof(beginning), "%.10s", message);
	strbuf_init(&text);
	frame_print(&canvas->frame, &text);
	strbuf_cut(&text, text.length - 1);
	last = strrchr(text.text, '\n');
	cr_expect_not_null(strstr(last, beginning), "%s, %s: '%s' in '%s'",
			   mode, key, message, last + 1);
	strbuf_clear(&text);
}

static void expect_sound(const struct canvas *canvas, const char *mode,
			 const char *key)
{
	struct strbuf faults;

	strbuf_init(&faults);
	press_check(&canvas->state, &faults);
	cr_expect_eq(faults.length, 0, "%s, %s: %s", mode, key,
		     strbuf_text(&faults));
	strbuf_clear(&faults);
}

/* Every cell holds a sign, or is the rest of a wide one before it. */
static void expect_painted(const struct canvas *canvas, const char *trail)
{
	const struct frame *frame = &canvas->frame;
	size_t bare = 0;

	for (int row = 0; row < frame->rows; row++) {
		for (int col = 0; col < frame->cols; col++) {
			const char *text = frame_sign(frame, row, col);
			const char *before =
				col > 0 ? frame_sign(frame, row, col - 1) : "";

			bare += *text == '\0' &&
				text_columns(before, strlen(before)) < 2;
		}
	}
	cr_expect_eq(bare, 0, "%s: %zu cells are bare", trail, bare);
	cr_expect(frame->cursor_row < frame->rows &&
			  frame->cursor_col < frame->cols,
		  "%s: the cursor is off the screen", trail);
}

static void expect_answer(const struct mode *mode, hkey_t key)
{
	struct canvas canvas;
	struct strbuf before, after;
	enum effect_kind effect;
	char name[16];

	hkey_name(key, name, sizeof(name));
	strbuf_init(&before);
	strbuf_init(&after);
	set_up(&canvas, mode);
	shoot(&canvas, &before);
	effect = update_key(&canvas.state, key).kind;
	shoot(&canvas, &after);
	cr_expect(effect != EFFECT_NONE || canvas.state.message.length > 0 ||
			  strcmp(before.text, after.text) != 0,
		  "%s: %s does nothing and says nothing", mode->name, name);
	if (canvas.state.message.length > 0 && mode->cols >= 60)
		expect_seen(&canvas, mode->name, name);
	expect_sound(&canvas, mode->name, name);
	update_key(&canvas.state, key);
	expect_sound(&canvas, mode->name, name);
	canvas_clear(&canvas);
	strbuf_clear(&before);
	strbuf_clear(&after);
}

/* ------------------------------------------------------------------------
 * Keys
 */

typedef void mode_key(const struct mode *mode, hkey_t key);

static void each_key(const struct mode *mode, mode_key *each)
{
	/* Accents, ideographs, marks alone, what must not be shown. */
	static const hkey_t others[] = { 0x85,	 0x9b,	 0xa0,	 0xad,
					 0xe9,	 0x301,	 0x200b, 0x202e,
					 0x6f22, 0xfeff, 0xfffd, 0x1f600,
					 0x10ffff };

	for (hkey_t key = 0; key < 0x80; key++)
		each(mode, key);
	for (size_t i = 0; i < COUNT(others); i++)
		each(mode, others[i]);
	for (hkey_t key = HKEY_FIRST; key <= HKEY_OTHER; key++)
		each(mode, key);
}

TestSuite(every_key, .init = use_utf8);

Test(every_key, changes_the_screen_or_says_why_not)
{
	for (size_t i = 0; i < COUNT(modes); i++)
		each_key(&modes[i], expect_answer);
}

static void expect_recovery(const struct mode *mode, hkey_t key)
{
	struct canvas canvas;
	struct strbuf shot;
	char name[16];

	hkey_name(key, name, sizeof(name));
	strbuf_init(&shot);
	set_up(&canvas, mode);
	update_key(&canvas.state, key);
	shoot(&canvas, &shot);
	update_resize(&canvas.state, 24, 80);
	expect_sound(&canvas, mode->name, name);
	shoot(&canvas, &shot);
	canvas_clear(&canvas);
	strbuf_clear(&shot);
}

Test(every_key, does_no_harm_where_the_screen_is_too_small)
{
	for (size_t i = 0; i < COUNT(too_small); i++)
		each_key(&too_small[i], expect_recovery);
}

/* ------------------------------------------------------------------------
 * Keys after keys
 */

static void walk(unsigned int seed)
{
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 18, 60 },
					{ 4, 20 },  { 3, 19 },	 { 12, 70 },
					{ 1, 1 },   { 6, 30 } };
	struct canvas canvas;
	struct strbuf shot;
	char trail[64];

	strbuf_init(&shot);
	if (seed % 3 == 0)
		canvas_init_guides(&canvas, 80, 24, seed % 2 == 0);
	else
		canvas_init(&canvas, 80, 24, seed % 2 == 0);
	for (int step = 0; step < 2000; step++) {
		snprintf(trail, sizeof(trail), "seed %u, step %d", seed, step);
		if (press_number(&seed) % 40 == 0) {
			const int *size = sizes[press_number(&seed) % 8];

			update_resize(&canvas.state, size[0], size[1]);
		} else if (press_number(&seed) % 60 == 0) {
			update_paste(&canvas.state, "rate limit\nx", 12);
		} else {
			update_key(&canvas.state, press_some_key(&seed));
		}
		expect_sound(&canvas, "walk", trail);
		shoot(&canvas, &shot);
		expect_painted(&canvas, trail);
	}
	canvas_clear(&canvas);
	strbuf_clear(&shot);
}

Test(every_key, leaves_a_sound_state_wherever_it_came_from)
{
	for (unsigned int seed = 1; seed <= 10; seed++)
		walk(seed);
}
