#include "mkdoc/picture.h"

#include <string.h>

#include "catalogue/builtin.h"
#include "catalogue/catalogue.h"
#include "model/update.h"
#include "paint/paint.h"

/* A cell of text of 15 pixels is 9 wide in nearly every monospaced font. */
enum {
	CELL_WIDTH = 9,
	CELL_HEIGHT = 19,
	FONT_SIZE = 15,
	BASELINE = 14, /* below the top of a cell */
	MARGIN = 12,

	SCREEN_ROWS = 26,
	SCREEN_COLS = 100,
};

static const unsigned int ground = 0x1c1c1c, ink = 0xd0d0d0;

/* How a run of cells looks. */
struct look {
	unsigned int colour; /* 0xRRGGBB */
	unsigned int attributes;
};

/* ------------------------------------------------------------------------
 * Looks
 */

/* A step of the cube of xterm's 256 colours, as a component. */
static unsigned int cube(unsigned int step)
{
	return step == 0 ? 0 : 55 + 40 * step;
}

/* One of the 256 behind the sixteen basic ones: a cube of six, then greys. */
static unsigned int colour_of(int number)
{
	unsigned int cell = (unsigned int)number - 16;

	if (cell >= 216)
		return (8 + 10 * (cell - 216)) * 0x010101;
	return cube(cell / 36) << 16 | cube(cell / 6 % 6) << 8 | cube(cell % 6);
}

static unsigned int attributes_of(struct style style)
{
	return style.tint == TINT_NONE ? style.attributes : style.tinted;
}

static struct look look_of(const struct cell *cell)
{
	enum role mark = cell->mark == MARK_CURRENT ? ROLE_CURRENT : ROLE_MATCH;
	struct style style = theme_style((enum role)cell->role);
	struct look look = { ink, attributes_of(style) };

	if (cell->mark != MARK_NONE) {
		style = theme_style(mark);
		look.attributes |= attributes_of(style);
	}
	if (style.tint != TINT_NONE && cell->role != ROLE_SELECTED)
		look.colour = colour_of(theme_tint(style.tint, THEME_DARK));
	return look;
}

static bool alike(struct look a, struct look b)
{
	return a.colour == b.colour && a.attributes == b.attributes;
}

/* ------------------------------------------------------------------------
 * Runs
 */

static bool blank(const struct frame *frame, int row, int col)
{
	return strcmp(frame_sign(frame, row, col), " ") == 0;
}

/* The column after the cells from `col` on that look alike. */
static int run_end(const struct frame *frame, int row, int col)
{
	struct look look = look_of(frame_cell(frame, row, col));

	do
		col++;
	while (col < frame->cols &&
	       alike(look, look_of(frame_cell(frame, row, col))));
	return col;
}

static void put_escaped(FILE *out, const char *text)
{
	for (; *text != '\0'; text++) {
		switch (*text) {
		case '&':
			fputs("&amp;", out);
			break;
		case '<':
			fputs("&lt;", out);
			break;
		default:
			putc(*text, out);
		}
	}
}

static void put_text(FILE *out, const struct frame *frame, int row, int col,
		     int end, struct look look)
{
	bool reverse = (look.attributes & STYLE_REVERSE) != 0;

	fprintf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"#%06x\"",
		MARGIN + col * CELL_WIDTH,
		MARGIN + row * CELL_HEIGHT + BASELINE, (end - col) * CELL_WIDTH,
		reverse ? ground : look.colour);
	if ((look.attributes & STYLE_BOLD) != 0)
		fputs(" font-weight=\"bold\"", out);
	if ((look.attributes & STYLE_UNDERLINE) != 0)
		fputs(" text-decoration=\"underline\"", out);
	if ((look.attributes & STYLE_DIM) != 0)
		fputs(" opacity=\"0.6\"", out);
	putc('>', out);
	for (; col < end; col++)
		put_escaped(out, frame_sign(frame, row, col));
	fputs("</text>\n", out);
}

/* The cells of a run: its ground where that is not the screen's, its text. */
static void put_run(FILE *out, const struct frame *frame, int row, int col,
		    int end)
{
	struct look look = look_of(frame_cell(frame, row, col));

	if ((look.attributes & STYLE_REVERSE) != 0)
		fprintf(out,
			"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
			"fill=\"#%06x\"/>\n",
			MARGIN + col * CELL_WIDTH, MARGIN + row * CELL_HEIGHT,
			(end - col) * CELL_WIDTH, CELL_HEIGHT, look.colour);
	while (col < end && blank(frame, row, col))
		col++;
	while (end > col && blank(frame, row, end - 1))
		end--;
	if (col < end)
		put_text(out, frame, row, col, end, look);
}

void picture_frame(FILE *out, const struct frame *frame)
{
	int width = frame->cols * CELL_WIDTH + 2 * MARGIN;
	int height = frame->rows * CELL_HEIGHT + 2 * MARGIN;

	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
		"height=\"%d\" viewBox=\"0 0 %d %d\" font-size=\"%d\" "
		"font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, "
		"Consolas, monospace\" xml:space=\"preserve\">\n"
		"<title>httree in a terminal</title>\n"
		"<rect width=\"%d\" height=\"%d\" rx=\"8\" "
		"fill=\"#%06x\"/>\n",
		width, height, width, height, FONT_SIZE, width, height, ground);
	for (int row = 0; row < frame->rows; row++) {
		for (int col = 0, end; col < frame->cols; col = end) {
			end = run_end(frame, row, col);
			put_run(out, frame, row, col, end);
		}
	}
	fputs("</svg>\n", out);
}

/* ------------------------------------------------------------------------
 * The screen
 */

/* A number that was typed, then Esc, which ends it. */
static void press_number(struct state *state, const char *digits)
{
	for (; *digits != '\0'; digits++)
		update_key(state, hkey_parse(digits, 1));
	update_key(state, HKEY_ESCAPE);
}

void picture_print(FILE *out)
{
	static const struct catalogue catalogue = { &builtin_image };
	struct state state;
	struct view view;
	struct frame frame;

	state_init(&state, &catalogue, SCREEN_ROWS, SCREEN_COLS, false);
	view_init(&view);
	frame_init(&frame);

	press_number(&state, "429");
	view_build(&view, &state);
	paint(&frame, &view);
	picture_frame(out, &frame);

	frame_clear(&frame);
	view_clear(&view);
	state_clear(&state);
}
