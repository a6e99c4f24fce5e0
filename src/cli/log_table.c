/*
 * A log's statuses for people.  Counts stand to the right, names to the left,
 * and what no line tells is left out.
 */
#include "cli/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/grouped.h"
#include "base/text.h"

enum {
	GAP = 2,
	SHARE = 7, /* columns of `100.0 %` */
	NAME_MOST = 56,
	NAME_LEAST = 12,
	REASONS_SHOWN = 10,
	WORD_USUAL = 16, /* a longer one pushes its name to the right */
	WORD_MOST = 40, /* of a word that no entry explains */
};

/* How the columns of who made a status are headed; the second where narrow. */
static const char *const headings[2][2] = {
	{ "made by the gateway", "passed on" },
	{ "gateway", "passed" },
};

/* --------------------------------------------------------------------------
 * What was read */

static const char *format_text(size_t format)
{
	return log_format_row((enum log_format)format)->text;
}

/* ` of combined`, or `: 4 of combined, 1 of Envoy`. */
static void put_formats(FILE *out, const struct count_file *file)
{
	char number[GROUPED_ROOM];
	size_t count = 0, written = 0;

	for (size_t i = 0; i < LOG_FORMATS; i++)
		count += file->formats[i] > 0;
	for (size_t i = 0; i < LOG_FORMATS; i++) {
		if (file->formats[i] == 0)
			continue;
		if (count == 1)
			fprintf(out, " of %s", format_text(i));
		else
			fprintf(out, "%s%s of %s", written++ == 0 ? ": " : ", ",
				grouped(file->formats[i], number),
				format_text(i));
	}
}

static void put_file(const struct manner *manner, const struct count_file *file,
		     bool named)
{
	char number[GROUPED_ROOM];
	struct strbuf name, ascii;

	strbuf_init(&name);
	strbuf_init(&ascii);
	if (named) {
		text_clean(&name, log_name(file->name),
			   strlen(log_name(file->name)));
		fprintf(manner->out,
			"%s: ", show_text(manner, strbuf_text(&name), &ascii));
	}
	fprintf(manner->out, "%s line%s", grouped(file->lines, number),
		file->lines == 1 ? "" : "s");
	put_formats(manner->out, file);
	fprintf(manner->out, ", %s not understood\n",
		grouped(file->unknown, number));
	strbuf_clear(&ascii);
	strbuf_clear(&name);
}

/* --------------------------------------------------------------------------
 * The table */

/* Columns that the table has room for. */
struct table {
	const struct manner *manner;
	const struct report *report;
	const struct catalogue *catalogue;
	int counts;
	int codes;
	int names;
	const char *const *makers; /* headings; NULL: no line tells */
};

/* The id, or the number where there is none or several. */
static const char *code_text(const struct table *table,
			     const struct report_status *status)
{
	entry_t entry = report_meaning(status);

	return entry == ENTRY_NONE ? status->code :
				     catalogue_id(table->catalogue, entry);
}

static void name_status(const struct table *table,
			const struct report_status *status, struct strbuf *name)
{
	entry_t entry = report_meaning(status);

	strbuf_reset(name);
	if (entry != ENTRY_NONE)
		strbuf_add(name, catalogue_text(table->catalogue, entry,
						FIELD_PHRASE));
	else if (status->meaning_count > 1)
		strbuf_addf(name, "%zu meanings", status->meaning_count);
	else
		strbuf_add(name, status->status == 0 ? "no status was sent" :
						       "nobody defines it");
}

static void name_reason(const struct table *table,
			const struct report_reason *reason, struct strbuf *name)
{
	strbuf_reset(name);
	if (reason->entry != ENTRY_NONE)
		strbuf_add(name, catalogue_text(table->catalogue, reason->entry,
						FIELD_PHRASE));
}

static int wider(int a, int b)
{
	return a > b ? a : b;
}

/* A word that no entry explains is not shown to any length. */
static int word_length(const struct report_reason *reason)
{
	size_t length = strlen(reason->word);

	return reason->entry == ENTRY_NONE && length > WORD_MOST ? WORD_MOST :
								   (int)length;
}

static size_t reasons_shown(const struct report_status *status)
{
	return status->reason_count < REASONS_SHOWN ? status->reason_count :
						      REASONS_SHOWN;
}

static int name_columns(const struct table *table, const struct strbuf *name)
{
	struct strbuf ascii;
	const char *text;
	int columns;

	strbuf_init(&ascii);
	text = show_text(table->manner, strbuf_text(name), &ascii);
	columns = text_columns(text, strlen(text));
	strbuf_clear(&ascii);
	return columns;
}

static void measure(struct table *table, const struct report_status *status)
{
	struct strbuf name;
	char number[GROUPED_ROOM];

	strbuf_init(&name);
	table->counts = wider(table->counts,
			      (int)strlen(grouped(status->count, number)));
	table->codes =
		wider(table->codes, (int)strlen(code_text(table, status)));
	name_status(table, status, &name);
	table->names = wider(table->names, name_columns(table, &name));
	for (size_t i = 0; i < reasons_shown(status); i++) {
		const struct report_reason *reason = &status->reasons[i];

		if (word_length(reason) <= WORD_USUAL)
			table->codes =
				wider(table->codes, GAP + word_length(reason));
		name_reason(table, reason, &name);
		table->names = wider(table->names, name_columns(table, &name));
	}
	strbuf_clear(&name);
}

static int maker_columns(const struct table *table)
{
	return table->makers == NULL ? 0 :
				       2 * GAP + (int)strlen(table->makers[0]) +
					       (int)strlen(table->makers[1]);
}

/* Names have what the other columns leave of the line. */
static void fit(struct table *table)
{
	int columns = table->manner->columns, left;

	if (table->names > NAME_MOST)
		table->names = NAME_MOST;
	left = columns - table->counts - GAP - SHARE - GAP - table->codes - GAP;
	if (columns == 0)
		return;
	if (table->makers != NULL && table->names + maker_columns(table) > left)
		table->makers = headings[1];
	left -= maker_columns(table);
	if (table->names > left)
		table->names = wider(left, NAME_LEAST);
}

/* A name in its column; the last of a line has no blanks behind it. */
static void put_name(const struct table *table, const struct strbuf *name,
		     bool last)
{
	struct strbuf ascii;
	const char *text, *sign = "";
	size_t length;
	int columns;

	strbuf_init(&ascii);
	text = show_text(table->manner, strbuf_text(name), &ascii);
	length = strlen(text);
	if (text_columns(text, length) > table->names) {
		sign = table->manner->ascii ? "~" : "\u2026";
		length = text_fit(text, length, table->names - 1);
	}
	columns = text_columns(text, length) + (*sign != '\0');
	fwrite(text, 1, length, table->manner->out);
	fputs(sign, table->manner->out);
	if (!last)
		fprintf(table->manner->out, "%*s", table->names - columns, "");
	strbuf_clear(&ascii);
}

static void put_share(const struct table *table, uint64_t count)
{
	const struct report *report = table->report;
	uint64_t lines = report->lines - report->unknown;
	double share = 100.0 * (double)count / (double)lines;

	if (share < 0.05)
		fprintf(table->manner->out, "%*s", SHARE, "");
	else
		fprintf(table->manner->out, "%*.1f %%", SHARE - 2, share);
}

/* What is never sent cannot be passed on. */
static bool is_log_only(const struct table *table,
			const struct report_status *status)
{
	entry_t entry = report_meaning(status);

	return entry != ENTRY_NONE &&
	       catalogue_flag(table->catalogue, entry, FIELD_LOG_ONLY);
}

static void put_makers(const struct table *table,
		       const struct report_status *status)
{
	char number[GROUPED_ROOM];
	bool told = report_tells(status);

	fprintf(table->manner->out, "%*s%*s", GAP, "",
		(int)strlen(table->makers[0]),
		told ? grouped(status->gateway, number) : "-");
	if (status->passed == 0 && is_log_only(table, status))
		told = false;
	fprintf(table->manner->out, "%*s%*s", GAP, "",
		(int)strlen(table->makers[1]),
		told ? grouped(status->passed, number) : "-");
}

static void put_status(const struct table *table,
		       const struct report_status *status)
{
	FILE *out = table->manner->out;
	struct strbuf name;
	char number[GROUPED_ROOM];

	strbuf_init(&name);
	fprintf(out, "%*s%*s", table->counts, grouped(status->count, number),
		GAP, "");
	put_share(table, status->count);
	fprintf(out, "%*s%-*s%*s", GAP, "", table->codes,
		code_text(table, status), GAP, "");
	name_status(table, status, &name);
	put_name(table, &name, table->makers == NULL);
	if (table->makers != NULL)
		put_makers(table, status);
	fputc('\n', out);
	strbuf_clear(&name);
}

static void put_reason(const struct table *table,
		       const struct report_reason *reason)
{
	FILE *out = table->manner->out;
	struct strbuf name;
	char number[GROUPED_ROOM];
	int length = word_length(reason);

	strbuf_init(&name);
	name_reason(table, reason, &name);
	fprintf(out, "%*s%*s%.*s", table->counts,
		grouped(reason->count, number), GAP + SHARE + GAP + GAP, "",
		length, reason->word);
	if (name.length > 0) {
		fprintf(out, "%*s", wider(table->codes - length, GAP), "");
		put_name(table, &name, true);
	}
	fputc('\n', out);
	strbuf_clear(&name);
}

static void put_more(const struct table *table, size_t more)
{
	fprintf(table->manner->out, "%*s%zu more word%s, which --json has\n",
		table->counts + GAP + SHARE + GAP + GAP, "", more,
		more == 1 ? "" : "s");
}

static void put_heading(const struct table *table)
{
	FILE *out = table->manner->out;

	fprintf(out, "%*s%*s%*s%*s", table->counts, "count", GAP, "", SHARE,
		"share", GAP, "");
	if (table->makers == NULL) {
		fputs("code\n", out);
		return;
	}
	fprintf(out, "%-*s%*s%s%*s%s\n", table->codes + GAP + table->names,
		"code", GAP, "", table->makers[0], GAP, "", table->makers[1]);
}

void log_print(const struct options *options, const struct report *report,
	       const struct catalogue *catalogue, const struct manner *manner)
{
	struct table table = { .manner = manner,
			       .report = report,
			       .catalogue = catalogue,
			       .counts = (int)strlen("count"),
			       .codes = (int)strlen("code"),
			       .makers = report->tells ? headings[0] : NULL };
	const struct count *counted = report->count;
	size_t count;
	size_t *shown = log_shown(options, report, catalogue, &count);

	for (size_t i = 0; i < counted->file_count; i++) {
		if (counted->files[i].lines > 0)
			put_file(manner, &counted->files[i],
				 counted->file_count > 1);
	}
	for (size_t i = 0; i < count; i++)
		measure(&table, &report->statuses[shown[i]]);
	fit(&table);
	if (count > 0)
		put_heading(&table);
	for (size_t i = 0; i < count; i++) {
		const struct report_status *status =
			&report->statuses[shown[i]];

		put_status(&table, status);
		for (size_t k = 0; k < reasons_shown(status); k++)
			put_reason(&table, &status->reasons[k]);
		if (status->reason_count > reasons_shown(status))
			put_more(&table,
				 status->reason_count - reasons_shown(status));
	}
	free(shown);
}
