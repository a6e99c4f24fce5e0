#include "page/paragraph.h"

#include <stdlib.h>

#include "base/xalloc.h"

void paragraph_init(struct paragraph *paragraph)
{
	*paragraph = (struct paragraph){ .count = 0 };
	strbuf_init(&paragraph->text);
}

void paragraph_clear(struct paragraph *paragraph)
{
	strbuf_clear(&paragraph->text);
	free(paragraph->pieces);
	paragraph_init(paragraph);
}

void paragraph_reset(struct paragraph *paragraph)
{
	strbuf_reset(&paragraph->text);
	paragraph->count = 0;
}

void paragraph_end_piece(struct paragraph *paragraph, struct piece piece)
{
	size_t last = paragraph->count == 0 ?
			      0 :
			      paragraph->pieces[paragraph->count - 1].end;

	if (paragraph->text.length == last)
		return;
	piece.end = paragraph->text.length;
	paragraph->pieces = xgrow(paragraph->pieces, &paragraph->capacity,
				  paragraph->count + 1,
				  sizeof(*paragraph->pieces));
	paragraph->pieces[paragraph->count++] = piece;
}
