#include "cli/answer.h"

#include <stdlib.h>

#include "cli/export.h"
#include "cli/found.h"

/*
 * Whether entries are printed as pages and cards: --full, numbers, or one entry
 * alone that was asked for.
 */
static bool prints_pages(const struct options *options,
			 const struct found *found)
{
	bool asked = options->given[OPTION_SEARCH] ||
		     options->operand_count > 0;

	if (options->given[OPTION_LIST] || options->given[OPTION_JSON] ||
	    options->given[OPTION_TSV])
		return false;
	return options->given[OPTION_FULL] ||
	       (asked && (found->numbers || found->entries <= 1));
}

static void print_page(const struct options *options,
		       const struct manner *manner, const struct found *found,
		       const struct found_item *item)
{
	if (item->kind == FOUND_UNKNOWN)
		show_unknown(manner, found->catalogue, item->number);
	else if (options->given[OPTION_FULL] || !found->numbers || item->first)
		show_page(manner, found->catalogue, item->entry);
	else
		show_card(manner, found->catalogue, item->entry);
}

/* Numbers that nobody defines are explained, and do not count as entries. */
static void print_pages(const struct options *options,
			const struct manner *manner, const struct found *found)
{
	size_t entries = 0, printed = 0;

	for (size_t i = 0; i < found->count; i++) {
		const struct found_item *item = &found->items[i];

		if (item->kind == FOUND_NOTHING ||
		    (item->kind == FOUND_ENTRY &&
		     entries++ >= options->limit))
			continue;
		if (printed++ > 0)
			fputc('\n', manner->out);
		print_page(options, manner, found, item);
	}
}

static void print_lines(const struct options *options,
			const struct manner *manner, const struct found *found)
{
	entry_t *entries = found_entries(found);
	size_t count = found->entries < options->limit ? found->entries :
							 options->limit;

	if (options->given[OPTION_STATS])
		show_stats(manner, found->catalogue, entries, count);
	else if (options->given[OPTION_JSON])
		export_json(manner, found->catalogue, entries, count);
	else if (options->given[OPTION_TSV])
		export_tsv(manner, found->catalogue, entries, count);
	else
		show_list(manner, found->catalogue, entries, count);
	free(entries);
}

int answer(const struct options *options, const struct catalogue *catalogue,
	   const struct manner *manner, struct strbuf *remarks)
{
	struct found found;
	bool pages;
	int status;

	found_init(&found, catalogue);
	found_collect(&found, options);
	pages = prints_pages(options, &found);
	if (pages)
		print_pages(options, manner, &found);
	else
		print_lines(options, manner, &found);
	found_remark(&found, pages, remarks);
	status = found.entries > 0 ? 0 : 1;
	found_clear(&found);
	return status;
}
