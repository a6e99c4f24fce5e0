#include "paint/paint.h"

void paint_sheet(struct frame *frame, const struct view *view)
{
	const struct sheet *sheet = &view->sheet;
	int rows = view->layout.status.top;
	int top = (int)sheet->top;
	int cursor = sheet->cursor_row - top;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct piece *piece = &sheet->pieces[i];
		int row = piece->row - top;

		if (row >= 0 && row < rows)
			frame_put(frame, row, piece->left, piece->limit,
				  piece->role, MARK_NONE,
				  sheet->text.text + piece->start,
				  piece->length);
	}
	if (sheet->cursor_row >= 0 && cursor >= 0 && cursor < rows) {
		frame->cursor_row = cursor;
		frame->cursor_col = sheet->cursor_left;
	}
}
