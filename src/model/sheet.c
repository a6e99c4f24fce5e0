#include "model/sheet.h"

#include <stdlib.h>

#include "base/text.h"
#include "base/xalloc.h"

void sheet_init(struct sheet *sheet)
{
	*sheet = (struct sheet){ .count = 0 };
}

void sheet_clear(struct sheet *sheet)
{
	strbuf_clear(&sheet->text);
	free(sheet->pieces);
	sheet_init(sheet);
}

void sheet_start(struct sheet *sheet, bool ascii)
{
	sheet->ascii = ascii;
	strbuf_reset(&sheet->text);
	sheet->count = 0;
	sheet->top = 0;
	sheet->selected_rows = 0;
}

void sheet_put(struct sheet *sheet, int row, int left, int limit,
	       enum role role, const char *text, size_t length)
{
	struct piece *piece;

	sheet->pieces = xgrow(sheet->pieces, &sheet->capacity,
			      sheet->count + 1, sizeof(*sheet->pieces));
	piece = &sheet->pieces[sheet->count++];
	*piece = (struct piece){
		.row = row,
		.left = left,
		.limit = limit,
		.role = role,
		.start = sheet->text.length,
	};
	if (sheet->ascii)
		text_to_ascii(&sheet->text, text, length);
	else
		strbuf_add_bytes(&sheet->text, text, length);
	piece->length = sheet->text.length - piece->start;
}

void sheet_select(struct sheet *sheet, int row, int rows, int left, int cols)
{
	sheet->selected_row = row;
	sheet->selected_rows = rows;
	sheet->selected_left = left;
	sheet->selected_cols = cols;
}
