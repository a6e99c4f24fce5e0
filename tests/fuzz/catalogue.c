/*
 * catalogue -- a user's file of entries: read, checked, built, shown, searched.
 */
#include <stdio.h>
#include <stdlib.h>

#include "catalogue/builder.h"
#include "catalogue/catalogue.h"
#include "catalogue/check.h"
#include "fuzz/fuzz.h"
#include "page/page.h"
#include "query/search.h"

/* What is said of a file is one to read, whatever the file holds. */
static void expect_told(const struct fault_list *faults)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);

	fault_list_print(faults, out);
	fclose(out);
	fuzz_expect_clean(text, length);
	free(text);
}

static void show_entries(const struct catalogue *catalogue)
{
	static const int widths[] = { 1, 20, 80 };
	struct page page;

	page_init(&page);
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
			struct page_options options = {
				.width = widths[i],
				.wide = i % 2 == 0 ? PAGE_CUT : PAGE_FOLDED,
			};

			page_build(&page, catalogue, entry, &options);
			fuzz_expect(page.count > 0, "a page has lines");
			fuzz_expect_clean(strbuf_text(&page.text),
					  page.text.length);
		}
	}
	page_clear(&page);
}

/* Whatever an entry is called, it is found by that. */
static void search_entries(const struct catalogue *catalogue)
{
	struct search search;

	search_init(&search, catalogue);
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++)
		search_run(&search, catalogue_id(catalogue, entry), NULL);
	search_clear(&search);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fault_list faults;
	struct drafts drafts;

	fuzz_locale();
	fault_list_init(&faults);
	drafts_init(&drafts);
	drafts_read_text(&drafts, "input.yaml", (const char *)data, size,
			 &faults);
	if (drafts_check(&drafts, &faults) && faults.total == 0) {
		struct image *image = image_build(&drafts, "input");
		struct catalogue catalogue = { image };

		show_entries(&catalogue);
		search_entries(&catalogue);
		image_free(image);
	}
	expect_told(&faults);
	drafts_clear(&drafts);
	fault_list_clear(&faults);
	return 0;
}
