#include "model/viewport.h"

static size_t height_of(const struct viewport *view)
{
	return view->height > 0 ? view->height : 1;
}

size_t viewport_last_top(const struct viewport *view)
{
	size_t height = height_of(view);

	return view->count > height ? view->count - height : 0;
}

void viewport_fit(struct viewport *view, size_t count, size_t height)
{
	size_t last;

	view->count = count;
	view->height = height;
	last = viewport_last_top(view);
	if (view->top > last)
		view->top = last;
	if (view->cursor >= count)
		view->cursor = count > 0 ? count - 1 : 0;
}

static size_t length_of(const struct viewport *view, enum stride stride)
{
	size_t height = height_of(view);

	switch (stride) {
	case STRIDE_HALF:
		return height > 1 ? height / 2 : 1;
	case STRIDE_PAGE:
		return height > 1 ? height - 1 : 1;
	case STRIDE_ALL:
		return view->count;
	default:
		return 1;
	}
}

/* Move a position between 0 and `last`; whether it moved. */
static bool move(size_t *position, size_t last, size_t by, bool down)
{
	size_t before = *position;

	if (down)
		*position = last - before > by ? before + by : last;
	else
		*position = before > by ? before - by : 0;
	return *position != before;
}

bool viewport_scroll(struct viewport *view, struct travel travel)
{
	return move(&view->top, viewport_last_top(view),
		    length_of(view, travel.stride), travel.down);
}

bool viewport_move(struct viewport *view, struct travel travel)
{
	bool moved = view->count > 0 &&
		     move(&view->cursor, view->count - 1,
			  length_of(view, travel.stride), travel.down);

	viewport_reveal(view, view->cursor);
	return moved;
}

static void keep_in_range(struct viewport *view)
{
	size_t last = viewport_last_top(view);

	if (view->top > last)
		view->top = last;
}

void viewport_reveal(struct viewport *view, size_t line)
{
	size_t height = height_of(view);

	if (line < view->top)
		view->top = line;
	else if (line - view->top >= height)
		view->top = line - height + 1;
	keep_in_range(view);
}

void viewport_centre(struct viewport *view, size_t line)
{
	size_t half = height_of(view) / 2;

	view->top = line > half ? line - half : 0;
	keep_in_range(view);
}
