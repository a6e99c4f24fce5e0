#include "model/logged.h"

#include <stdlib.h>
#include <string.h>

#include "base/grouped.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "logs/report.h"

static void add_entries(struct logged *logged)
{
	const struct report *report = logged->report;

	for (size_t i = 0; i < report->status_count; i++) {
		const struct report_status *status = &report->statuses[i];

		for (size_t k = 0; k < status->meaning_count; k++)
			bitset_add(&logged->entries, status->meanings[k]);
		for (size_t k = 0; k < status->reason_count; k++) {
			if (status->reasons[k].entry != ENTRY_NONE)
				bitset_add(&logged->entries,
					   status->reasons[k].entry);
		}
	}
}

/*
 * A status counts for all rows above one of its meaning; one that may have
 * several, for those of the first alone, so that sums are right.  Words count
 * for themselves.
 */
static bool adds_up(const struct logged *logged,
		    const struct catalogue *catalogue, size_t row)
{
	entry_t entry = catalogue_row(catalogue, row)->entry;
	const struct report_status *status = report_find(logged->report, entry);

	if (status == NULL)
		return false;
	return status->meaning_count == 1 ||
	       (status->meanings[0] == entry &&
		catalogue_row_of(catalogue, entry) == row);
}

/* From the last row to the first, each after the rows below it. */
static void add_counts(struct logged *logged, const struct catalogue *catalogue)
{
	size_t rows = catalogue_rows(catalogue);
	uint64_t *below = xcalloc(rows, sizeof(*below));

	for (size_t row = rows; row-- > 0;) {
		const struct node *node = catalogue_row(catalogue, row);
		bool occurs = bitset_has(&logged->entries, node->entry);
		uint64_t own =
			occurs ? report_count(logged->report, node->entry) : 0;

		logged->counts[row] = occurs ? own : below[row];
		if (adds_up(logged, catalogue, row))
			below[row] += own;
		if (node->parent != IMAGE_NONE)
			below[node->parent] += below[row];
	}
	free(below);
}

void logged_init(struct logged *logged, const struct catalogue *catalogue,
		 const struct report *report)
{
	logged->report = report;
	bitset_init(&logged->entries, catalogue_count(catalogue));
	logged->counts =
		xcalloc(catalogue_rows(catalogue), sizeof(*logged->counts));
	add_entries(logged);
	add_counts(logged, catalogue);
}

void logged_clear(struct logged *logged)
{
	if (logged->report == NULL)
		return;
	bitset_clear(&logged->entries);
	free(logged->counts);
}

void logged_describe(const struct logged *logged, struct strbuf *text,
		     bool briefly)
{
	const struct report *report = logged->report;
	const struct count *count = report->count;
	const char *name = count->file_count == 1 ? count->files[0].name : "";
	const char *slash = strrchr(name, '/');
	char lines[GROUPED_ROOM], unknown[GROUPED_ROOM];

	if (strcmp(name, "-") == 0)
		strbuf_add(text, "standard input");
	else if (count->file_count == 1)
		text_clean(text, slash == NULL ? name : slash + 1,
			   strlen(slash == NULL ? name : slash + 1));
	else
		strbuf_addf(text, "%zu logs", count->file_count);
	strbuf_addf(text, " %s line%s", grouped(report->lines, lines),
		    report->lines == 1 ? "" : "s");
	if (!briefly)
		strbuf_addf(text, ", %s not understood",
			    grouped(report->unknown, unknown));
}

void logged_describe_undefined(const struct logged *logged, struct strbuf *text)
{
	enum { NAMED = 5 };
	const struct report *report = logged->report;
	size_t count = 0;

	for (size_t i = 0; i < report->status_count; i++) {
		const struct report_status *status = &report->statuses[i];

		if (status->meaning_count > 0 || status->status == 0)
			continue;
		if (++count > NAMED)
			continue;
		strbuf_addf(text, "%s%s", count == 1 ? "" : ", ", status->code);
	}
	if (count > NAMED)
		strbuf_addf(text, " and %zu more", count - NAMED);
	if (count > 0)
		strbuf_add(text, count == 1 ? ": a number that nobody defines" :
					      ": numbers that nobody defines");
}
