#include "model/links.h"

static size_t line_of(const struct page *page, size_t link)
{
	return page->links[link - 1].line;
}

static bool on_screen(const struct viewport *view, size_t line)
{
	return line >= view->top && line < view->top + view->height;
}

/* The link to go to when none on the screen is selected; 0 for none. */
static size_t link_from_screen(const struct reader *reader, bool forward)
{
	const struct page *page = &reader->page;
	size_t end = reader->view.top + reader->view.height;

	if (forward) {
		for (size_t i = 1; i <= page->link_count; i++) {
			if (line_of(page, i) >= reader->view.top)
				return i;
		}
		return 0;
	}
	for (size_t i = page->link_count; i > 0; i--) {
		if (line_of(page, i) < end)
			return i;
	}
	return 0;
}

static size_t next_link(const struct reader *reader, bool forward)
{
	size_t link = reader->link;

	if (link == 0 ||
	    !on_screen(&reader->view, line_of(&reader->page, link)))
		return link_from_screen(reader, forward);
	if (forward)
		return link < reader->page.link_count ? link + 1 : 0;
	return link - 1;
}

static const char *id_of(const struct state *state, size_t link)
{
	return catalogue_id(state->catalogue,
			    state->reader.page.links[link - 1].entry);
}

void links_next(struct state *state, bool forward)
{
	struct reader *reader = &state->reader;
	size_t count = reader->page.link_count;
	size_t link = next_link(reader, forward);

	if (count == 0) {
		state_say(state, "this page has no links");
	} else if (link == 0) {
		state_say(state, "there is no link %s",
			  forward ? "below" : "above");
	} else {
		reader->link = link;
		/* With a line below it, where there is one. */
		viewport_reveal(&reader->view,
				line_of(&reader->page, link) + 1);
		viewport_reveal(&reader->view, line_of(&reader->page, link));
		state_say(state, "link %zu of %zu: Enter goes to %s", link,
			  count, id_of(state, link));
	}
}

/* The heading next to a line; the last line, or the first, for none. */
static size_t heading_from(const struct page *page, size_t line, bool forward)
{
	size_t found = forward ? page->count - 1 : 0;

	for (size_t i = 0; i < page->heading_count; i++) {
		size_t heading = page->headings[i];

		if (forward && heading > line)
			return heading;
		if (heading < line)
			found = forward ? found : heading;
	}
	return found;
}

void links_heading(struct state *state, bool forward)
{
	struct viewport *view = &state->reader.view;
	const struct page *page = &state->reader.page;
	size_t before = view->top;
	size_t line = heading_from(page, before, forward);

	view->top = line < viewport_last_top(view) ? line :
						     viewport_last_top(view);
	if (view->top == before)
		state_say(state, "there is no heading %s",
			  forward ? "below" : "above");
}

void links_go(struct state *state, entry_t entry)
{
	state_visit(state);
	visited_follow(&state->visited, state);
	state_go(state, entry);
	state_visit(state);
}

void links_follow(struct state *state)
{
	const struct reader *reader = &state->reader;

	if (reader->link == 0)
		state_say(state, reader->page.link_count > 0 ?
					 "no link is selected; ] selects one" :
					 "this page has no links");
	else
		links_go(state, reader->page.links[reader->link - 1].entry);
}

bool links_choosing(const struct state *state)
{
	struct shown shown = state->reader.shown;

	return state->focus == PANE_DETAIL && shown.number == 0 &&
	       catalogue_items(state->catalogue, shown.entry, FIELD_CHOICES) >
		       0;
}

void links_choose(struct state *state, size_t number)
{
	const struct catalogue *catalogue = state->catalogue;
	entry_t guide = state->reader.shown.entry;
	size_t count = catalogue_items(catalogue, guide, FIELD_CHOICES);

	if (number < 1 || number > count)
		state_say(state, "this guide has choices from 1 to %zu", count);
	else
		links_go(state,
		   catalogue_find(catalogue,
				  catalogue_item(catalogue, guide,
						 FIELD_CHOICES, number - 1,
						 PART_CHOICE_TO)));
}
