/*
 * canvas -- a state of the small catalogue, and the frame that it leaves.
 */
#ifndef HTTREE_TESTS_UNIT_PAINT_CANVAS_H
#define HTTREE_TESTS_UNIT_PAINT_CANVAS_H

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "paint/paint.h"
#include "support/press.h"
#include "support/small.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct canvas {
	struct state state;
	struct view view;
	struct frame frame;
	struct strbuf text;
};

static inline void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

static inline void canvas_init(struct canvas *canvas, int cols, int rows,
			       bool ascii)
{
	view_init(&canvas->view);
	frame_init(&canvas->frame);
	strbuf_init(&canvas->text);
	state_init(&canvas->state, small_catalogue(), rows, cols, ascii);
}

/* The same with the guides beside the codes. */
static inline void canvas_init_guides(struct canvas *canvas, int cols,
				      int rows, bool ascii)
{
	canvas_init(canvas, cols, rows, ascii);
	state_clear(&canvas->state);
	state_init(&canvas->state, small_with_guides(), rows, cols, ascii);
}

static inline void canvas_clear(struct canvas *canvas)
{
	strbuf_clear(&canvas->text);
	frame_clear(&canvas->frame);
	view_clear(&canvas->view);
	state_clear(&canvas->state);
}

static inline void canvas_paint(struct canvas *canvas)
{
	view_build(&canvas->view, &canvas->state);
	paint(&canvas->frame, &canvas->view);
}

/* Begin, press keys, paint. */
static inline void canvas_start(struct canvas *canvas, int cols, int rows,
				const char *keys)
{
	canvas_init(canvas, cols, rows, false);
	press(&canvas->state, keys);
	canvas_paint(canvas);
}

/* The text of the cells [from, to) of a row, borrowed until the next call. */
static inline const char *canvas_cells(struct canvas *canvas, int row,
				       int from, int to)
{
	strbuf_reset(&canvas->text);
	for (int col = from; col < to; col++)
		strbuf_add(&canvas->text, frame_sign(&canvas->frame, row, col));
	return strbuf_text(&canvas->text);
}

/* The row without blanks at its end. */
static inline const char *canvas_row(struct canvas *canvas, int row)
{
	size_t length;

	canvas_cells(canvas, row, 0, canvas->frame.cols);
	length = canvas->text.length;
	while (length > 0 && canvas->text.text[length - 1] == ' ')
		length--;
	strbuf_cut(&canvas->text, length);
	return canvas->text.text;
}

/* The first row that holds the text; -1 for none. */
static inline int canvas_find(struct canvas *canvas, const char *text)
{
	for (int row = 0; row < canvas->frame.rows; row++) {
		if (strstr(canvas_row(canvas, row), text) != NULL)
			return row;
	}
	return -1;
}

static inline enum role canvas_role(const struct canvas *canvas, int row,
				    int col)
{
	return (enum role)frame_cell(&canvas->frame, row, col)->role;
}

static inline enum cell_mark canvas_mark(const struct canvas *canvas, int row,
					 int col)
{
	return (enum cell_mark)frame_cell(&canvas->frame, row, col)->mark;
}

#endif
