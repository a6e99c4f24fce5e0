#include "logs/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/xalloc.h"
#include "logs/meaning.h"

/* Whose meanings come first in a row. */
static const char *origin_of(const struct count_row *row, const char *origin)
{
	return origin != NULL ? origin : log_format_row(row->format)->origin;
}

static void find_meanings(struct report_status *status,
			  const struct count_row *row,
			  const struct catalogue *catalogue, const char *origin)
{
	status->meaning_count = meaning_find(catalogue, origin_of(row, origin),
					     row->status, row->sub,
					     status->meanings, REPORT_MEANINGS);
	if (status->meaning_count > REPORT_MEANINGS)
		status->meaning_count = REPORT_MEANINGS;
}

/* As the catalogue writes it, where it knows it. */
static void write_code(struct report_status *status,
		       const struct count_row *row,
		       const struct catalogue *catalogue)
{
	entry_t entry = report_meaning(status);
	const char *code = entry == ENTRY_NONE ?
				   NULL :
				   catalogue_text(catalogue, entry, FIELD_CODE);

	/* A range is the meaning of many numbers. */
	if (code != NULL && strlen(code) < sizeof(status->code) &&
	    catalogue_code(catalogue, entry).low ==
		    catalogue_code(catalogue, entry).high)
		strcpy(status->code, code);
	else if (entry == ENTRY_NONE && row->sub != LINE_NO_SUB)
		snprintf(status->code, sizeof(status->code), "%d.%d",
			 row->status, row->sub);
	else
		snprintf(status->code, sizeof(status->code), "%03d",
			 row->status);
}

static bool same_meaning(const struct report_status *a,
			 const struct report_status *b)
{
	return a->status == b->status && a->meaning_count == b->meaning_count &&
	       strcmp(a->code, b->code) == 0 &&
	       memcmp(a->meanings, b->meanings,
		      a->meaning_count * sizeof(*a->meanings)) == 0;
}

static bool is_before(struct count_place a, struct count_place b)
{
	return a.file < b.file || (a.file == b.file && a.line < b.line);
}

/* The status with the row's meaning, made when it is new. */
static size_t status_of(struct report *report, const struct count_row *row,
			const struct catalogue *catalogue, const char *origin)
{
	struct report_status made = { .status = row->status,
				      .first = row->first,
				      .last = row->last };

	find_meanings(&made, row, catalogue, origin);
	write_code(&made, row, catalogue);
	for (size_t i = 0; i < report->status_count; i++) {
		if (same_meaning(&report->statuses[i], &made))
			return i;
	}
	report->statuses = xgrow(report->statuses, &report->status_capacity,
				 report->status_count + 1, sizeof(made));
	report->statuses[report->status_count] = made;
	return report->status_count++;
}

static void add_row(struct report_status *status, const struct count_row *row)
{
	status->count += row->count;
	status->gateway += row->makers[MAKER_GATEWAY];
	status->passed += row->makers[MAKER_PASSED];
	if (is_before(row->first, status->first))
		status->first = row->first;
	if (is_before(status->last, row->last))
		status->last = row->last;
}

static void add_reason(struct report_status *status,
		       const struct reason *reason, entry_t entry)
{
	for (size_t i = 0; i < status->reason_count; i++) {
		struct report_reason *known = &status->reasons[i];

		if (known->entry == entry &&
		    strcmp(known->word, reason->word) == 0) {
			known->count += reason->count;
			return;
		}
	}
	status->reasons = xgrow(status->reasons, &status->reason_capacity,
				status->reason_count + 1,
				sizeof(*status->reasons));
	status->reasons[status->reason_count++] =
		(struct report_reason){ reason->word, entry, reason->count };
}

static int compare_counts(uint64_t a, uint64_t b)
{
	return a > b ? -1 : a < b;
}

static int compare_reasons(const void *a, const void *b, const void *context)
{
	const struct report_reason *first = a, *second = b;
	int order = compare_counts(first->count, second->count);

	(void)context;
	return order != 0 ? order : strcmp(first->word, second->word);
}

/* That nothing was sent is no number that anybody could define. */
static bool is_undefined(const struct report_status *status)
{
	return status->meaning_count == 0 && status->status != 0;
}

static int compare_statuses(const void *a, const void *b, const void *context)
{
	const struct report_status *first = a, *second = b;
	int order = is_undefined(second) - is_undefined(first);

	(void)context;
	if (order == 0)
		order = compare_counts(first->count, second->count);
	if (order == 0)
		order = first->status - second->status;
	if (order == 0)
		order = strcmp(first->code, second->code);
	if (order == 0 && first->meaning_count > 0)
		order = first->meanings[0] < second->meanings[0] ? -1 : 1;
	return order;
}

static void add_reasons(struct report *report, const size_t *status_of_row,
			const struct catalogue *catalogue)
{
	const struct count *count = report->count;

	for (size_t i = 0; i < count->reasons.count; i++) {
		const struct reason *reason = &count->reasons.list[i];
		enum log_format format = count->rows[reason->row].format;

		add_reason(&report->statuses[status_of_row[reason->row]],
			   reason,
			   meaning_of_word(catalogue,
					   log_format_row(format)->words,
					   reason->word));
	}
}

void report_init(struct report *report, const struct count *count,
		 const struct catalogue *catalogue, const char *origin)
{
	size_t *statuses = xcalloc(count->row_count + 1, sizeof(*statuses));

	*report = (struct report){ .count = count,
				   .lines = count_total(count),
				   .unknown = count_not_understood(count) };
	for (size_t i = 0; i < count->row_count; i++) {
		statuses[i] =
			status_of(report, &count->rows[i], catalogue, origin);
		add_row(&report->statuses[statuses[i]], &count->rows[i]);
	}
	add_reasons(report, statuses, catalogue);
	free(statuses);
	for (size_t i = 0; i < report->status_count; i++) {
		struct report_status *status = &report->statuses[i];

		report->tells = report->tells || report_tells(status);
		sort_items(status->reasons, status->reason_count,
			   sizeof(*status->reasons), compare_reasons, NULL);
	}
	sort_items(report->statuses, report->status_count,
		   sizeof(*report->statuses), compare_statuses, NULL);
}

void report_clear(struct report *report)
{
	for (size_t i = 0; i < report->status_count; i++)
		free(report->statuses[i].reasons);
	free(report->statuses);
}

entry_t report_meaning(const struct report_status *status)
{
	return status->meaning_count == 1 ? status->meanings[0] : ENTRY_NONE;
}

bool report_tells(const struct report_status *status)
{
	return status->gateway + status->passed > 0;
}

static bool may_mean(const struct report_status *status, entry_t entry)
{
	for (size_t i = 0; i < status->meaning_count; i++) {
		if (status->meanings[i] == entry)
			return true;
	}
	return false;
}

const struct report_status *report_find(const struct report *report,
					entry_t entry)
{
	for (size_t i = 0; i < report->status_count; i++) {
		if (may_mean(&report->statuses[i], entry))
			return &report->statuses[i];
	}
	return NULL;
}

uint64_t report_count(const struct report *report, entry_t entry)
{
	const struct report_status *status = report_find(report, entry);
	uint64_t count = 0;

	if (status != NULL)
		return status->count;
	for (size_t i = 0; i < report->status_count; i++) {
		for (size_t k = 0; k < report->statuses[i].reason_count; k++) {
			if (report->statuses[i].reasons[k].entry == entry)
				count += report->statuses[i].reasons[k].count;
		}
	}
	return count;
}
