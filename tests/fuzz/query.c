/*
 * query -- what is typed at the prompt of the browser.
 *
 * The input is a line being edited: a character is added, a backspace takes one
 * away.  What a search found while it was edited is what a fresh one finds, and
 * on the page of each hit as many places are marked as the hit counts.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "catalogue/builtin.h"
#include "fuzz/fuzz.h"
#include "page/page.h"
#include "query/search.h"

enum { LONGEST = 120, PAGES = 3 };

static const struct catalogue catalogue = { &builtin_image };

static void expect_same(const struct search *edited, const struct search *fresh)
{
	fuzz_expect(edited->count == fresh->count &&
			    edited->matches == fresh->matches &&
			    edited->near == fresh->near &&
			    edited->hidden == fresh->hidden,
		    "an edited query finds as much as a fresh one");
	for (size_t i = 0; i < edited->count; i++)
		fuzz_expect(edited->hits[i].entry == fresh->hits[i].entry &&
				    edited->hits[i].score ==
					    fresh->hits[i].score &&
				    edited->hits[i].matches ==
					    fresh->hits[i].matches,
			    "an edited query finds what a fresh one does");
}

static void expect_marked(const struct search *search, const struct hit *hit)
{
	struct page_options options = {
		.width = 60,
		.search = search,
		.hit = hit,
	};
	struct page page;

	page_init(&page);
	page_build(&page, &catalogue, hit->entry, &options);
	fuzz_expect(page.match_count == hit->matches,
		    "as many places are marked as are counted");
	page_clear(&page);
}

/* The first hits, and the last, where marks are rarest. */
static void expect_all_marked(const struct search *search)
{
	for (size_t i = 0; i < search->count && i < PAGES; i++)
		expect_marked(search, &search->hits[i]);
	if (search->count > 0)
		expect_marked(search, &search->hits[search->count - 1]);
}

static void describe(const struct search *search)
{
	struct strbuf text;

	strbuf_init(&text);
	search_describe_lost(search, &text);
	search_describe_instead(search, &text);
	fuzz_expect_clean(strbuf_text(&text), text.length);
	strbuf_clear(&text);
}

/* Take a character of the input into the line. */
static size_t edit(struct strbuf *line, const char *bytes, size_t length)
{
	uint32_t character;
	size_t step = text_decode(bytes, length, &character);

	if (character == '\b' && line->length > 0)
		strbuf_cut(line,
			   line->length -
				   text_last_cluster(line->text, line->length));
	else if (text_refused(character) == NULL && character != '\n')
		text_encode(line, character);
	return step;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct search edited, fresh;
	struct strbuf line;

	fuzz_locale();
	size = size < LONGEST ? size : LONGEST;
	strbuf_init(&line);
	search_init(&edited, &catalogue);
	for (size_t at = 0; at < size;) {
		at += edit(&line, bytes + at, size - at);
		search_run(&edited, strbuf_text(&line), NULL);
	}
	search_init(&fresh, &catalogue);
	search_run(&fresh, strbuf_text(&line), NULL);
	search_run(&edited, strbuf_text(&line), NULL);
	expect_same(&edited, &fresh);
	expect_all_marked(&fresh);
	describe(&fresh);
	search_clear(&fresh);
	search_clear(&edited);
	strbuf_clear(&line);
	return 0;
}
