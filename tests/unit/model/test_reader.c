#include "model/reader.h"

#include "unit/model/mind.h"

TestSuite(reader, .init = use_utf8);

static void start(struct reader *reader, const char *id)
{
	reader_init(reader);
	reader_show(reader, shown_entry(small_entry(id)));
}

static void build(struct reader *reader, int width, size_t height)
{
	struct page_options options = { .width = width };

	reader_build(reader, small_catalogue(), &options, height);
}

static void rewrap(struct reader *reader, int width, size_t height)
{
	struct page_options options = { .width = width };

	reader_rewrap(reader, small_catalogue(), &options, height);
}

/* Whether a line is a heading with this text. */
static bool is_heading(const struct reader *reader, size_t line,
		       const char *text)
{
	const struct page *page = &reader->page;
	const struct page_line *at = &page->lines[line];
	const struct page_span *span = &page->spans[at->first];

	return at->count > 0 && span->role == ROLE_HEADING &&
	       span->length == strlen(text) &&
	       memcmp(page_span_text(page, span), text, strlen(text)) == 0;
}

static size_t find_heading(const struct reader *reader, const char *text)
{
	size_t line = 0;

	while (line < reader->page.count && !is_heading(reader, line, text))
		line++;
	cr_assert_lt(line, reader->page.count, "%s", text);
	return line;
}

Test(reader, a_number_and_the_entry_below_it_are_two_things)
{
	struct shown entry = shown_entry(small_entry("429"));
	struct shown number = { entry.entry, 431 };

	cr_expect(shown_same(entry, entry));
	cr_expect(shown_same(number, number));
	cr_expect_not(shown_same(entry, number));
	cr_expect_not(shown_same(entry, shown_entry(small_entry("404"))));
}

Test(reader, another_page_begins_at_its_first_line)
{
	struct reader reader;

	start(&reader, "429");
	build(&reader, 40, 10);
	reader.view.top = 20;
	reader_show(&reader, reader.shown);
	cr_expect_eq(reader.view.top, 20);
	reader_show(&reader, shown_entry(small_entry("404")));
	cr_expect_eq(reader.view.top, 0);
	cr_expect(reader.stale);
	reader_clear(&reader);
}

Test(reader, what_was_kept_is_come_back_to)
{
	struct reader reader;
	struct reading reading;

	start(&reader, "429");
	build(&reader, 40, 10);
	reader.view.top = 20;
	reading = reader_keep(&reader);
	reader_show(&reader, shown_entry(small_entry("404")));
	build(&reader, 40, 10);
	reader_restore(&reader, reading);
	build(&reader, 40, 10);
	cr_expect_eq(reader.shown.entry, small_entry("429"));
	cr_expect_eq(reader.view.top, 20);
	reader_clear(&reader);
}

Test(reader, wrapping_at_the_same_width_changes_nothing)
{
	struct reader reader;

	start(&reader, "429");
	build(&reader, 46, 12);
	for (size_t top = 0; top <= viewport_last_top(&reader.view); top++) {
		reader.view.top = top;
		rewrap(&reader, 46, 12);
		cr_expect_eq(reader.view.top, top, "%zu became %zu", top,
			     reader.view.top);
	}
	reader_clear(&reader);
}

Test(reader, there_and_back_again_is_where_it_was)
{
	struct reader reader;

	start(&reader, "429");
	for (int width = 20; width <= 80; width += 12) {
		build(&reader, 46, 12);
		for (size_t top = 0; top <= viewport_last_top(&reader.view);
		     top++) {
			reader.view.top = top;
			rewrap(&reader, width, 12);
			rewrap(&reader, width, 200);
			rewrap(&reader, 46, 12);
			cr_expect_eq(reader.view.top, top,
				     "%zu became %zu by way of %d", top,
				     reader.view.top, width);
		}
	}
	reader_clear(&reader);
}

Test(reader, what_stood_at_the_top_stays_there)
{
	static const char *const headings[] = { "What it means",
						"When it is sent" };
	struct reader reader;

	start(&reader, "429");
	for (size_t i = 0; i < COUNT(headings); i++) {
		for (int width = 24; width <= 80; width++) {
			build(&reader, 60, 12);
			reader.view.top = find_heading(&reader, headings[i]);
			rewrap(&reader, width, 12);
			cr_expect(is_heading(&reader, reader.view.top,
					     headings[i]),
				  "'%s' at %d", headings[i], width);
		}
	}
	reader_clear(&reader);
}

Test(reader, an_empty_line_stays_as_far_above_what_follows)
{
	struct reader reader;

	start(&reader, "429");
	build(&reader, 60, 12);
	reader.view.top = find_heading(&reader, "What it means") - 1;
	rewrap(&reader, 30, 12);
	cr_expect_eq(reader.view.top,
		     find_heading(&reader, "What it means") - 1);
	reader_clear(&reader);
}
