#include "paint/paint.h"

/* What is selected looks so where it is on the screen. */
static void paint_selected(struct frame *frame, const struct sheet *sheet,
			   int rows)
{
	int first = sheet->selected_row - (int)sheet->top;
	int limit = sheet->selected_left + sheet->selected_cols;

	for (int row = first; row < first + sheet->selected_rows; row++) {
		if (row >= 0 && row < rows)
			frame_role(frame, row, sheet->selected_left, limit,
				   ROLE_SELECTED);
	}
	if (sheet->selected_rows > 0 && first >= 0 && first < rows) {
		frame->cursor_row = first;
		frame->cursor_col = sheet->selected_left;
	}
}

void paint_sheet(struct frame *frame, const struct view *view)
{
	const struct sheet *sheet = &view->sheet;
	int rows = view->layout.status.top;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct piece *piece = &sheet->pieces[i];
		int row = piece->row - (int)sheet->top;

		if (row >= 0 && row < rows)
			frame_put(frame, row, piece->left, piece->limit,
				  piece->role, MARK_NONE,
				  sheet->text.text + piece->start,
				  piece->length);
	}
	paint_selected(frame, sheet, rows);
}
