#include "page/paragraph.h"

#include <stdbool.h>
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

static bool looks_alike(const struct piece *a, const struct piece *b)
{
	return a->role == b->role && a->match == b->match &&
	       a->link == b->link && a->url == b->url;
}

void paragraph_end_piece(struct paragraph *paragraph, struct piece piece)
{
	struct piece *last = paragraph->count == 0 ?
				     NULL :
				     &paragraph->pieces[paragraph->count - 1];

	piece.end = paragraph->text.length;
	if (piece.end == (last == NULL ? 0 : last->end))
		return;
	if (last != NULL && looks_alike(last, &piece)) {
		last->end = piece.end;
		return;
	}
	paragraph->pieces = xgrow(paragraph->pieces, &paragraph->capacity,
				  paragraph->count + 1,
				  sizeof(*paragraph->pieces));
	paragraph->pieces[paragraph->count++] = piece;
}
