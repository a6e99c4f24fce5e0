#include "cli/answer.h"

#include <stdlib.h>

#include "cli/export.h"

/* Whether every entry is printed as a page. */
static bool wants_pages(const struct options *options)
{
	return options->given[OPTION_FULL] || options->given[OPTION_BRIEF];
}

/*
 * Whether entries are printed as pages and cards: --full, --brief, numbers, or
 * one entry alone that was asked for.
 */
static bool prints_pages(const struct options *options,
			 const struct ask *ask)
{
	bool asked = options->given[OPTION_SEARCH] ||
		     options->operand_count > 0;

	if (options->given[OPTION_LIST] || options->given[OPTION_JSON] ||
	    options->given[OPTION_TSV])
		return false;
	return wants_pages(options) ||
	       (asked && (ask->numbers || ask->entries <= 1));
}

static void print_page(const struct options *options,
		       const struct manner *manner, const struct ask *ask,
		       const struct ask_item *item)
{
	if (item->kind == ASK_UNKNOWN)
		show_unknown(manner, ask->catalogue, item->number);
	else if (wants_pages(options) || !ask->numbers || item->first)
		show_page(manner, ask->catalogue, item->entry);
	else
		show_card(manner, ask->catalogue, item->entry);
}

/* Numbers that nobody defines are explained, and do not count as entries. */
static void print_pages(const struct options *options,
			const struct manner *manner, const struct ask *ask)
{
	size_t entries = 0, printed = 0;

	for (size_t i = 0; i < ask->count; i++) {
		const struct ask_item *item = &ask->items[i];

		if (item->kind == ASK_NOTHING ||
		    (item->kind == ASK_ENTRY &&
		     entries++ >= options->limit))
			continue;
		if (printed++ > 0)
			fputc('\n', manner->out);
		print_page(options, manner, ask, item);
	}
}

static void print_lines(const struct options *options,
			const struct manner *manner, const struct ask *ask)
{
	entry_t *entries = ask_entries(ask);
	size_t count = ask->entries < options->limit ? ask->entries :
							 options->limit;

	if (options->given[OPTION_STATS])
		show_stats(manner, ask->catalogue, entries, count);
	else if (options->given[OPTION_JSON])
		export_json(manner, ask->catalogue, entries, count);
	else if (options->given[OPTION_TSV])
		export_tsv(manner, ask->catalogue, entries, count);
	else
		show_list(manner, ask->catalogue, entries, count);
	free(entries);
}

struct question answer_question(const struct options *options)
{
	return (struct question){
		.search = options->given[OPTION_SEARCH] ?
				  strbuf_text(&options->search) :
				  NULL,
		.operands = options->operands,
		.operand_count = options->operand_count,
		.filter = &options->filter,
	};
}

int answer(const struct options *options, const struct catalogue *catalogue,
	   const struct manner *manner, struct strbuf *remarks)
{
	struct question question = answer_question(options);
	struct ask ask;
	bool pages;
	int status;

	ask_init(&ask, catalogue, &question);
	pages = prints_pages(options, &ask);
	if (pages)
		print_pages(options, manner, &ask);
	else
		print_lines(options, manner, &ask);
	ask_remark(&ask, pages, remarks);
	status = ask.entries > 0 ? 0 : 1;
	ask_clear(&ask);
	return status;
}
