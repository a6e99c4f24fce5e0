#include "cli/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/export.h"

static double share_of(const struct report *report, uint64_t count)
{
	return (double)count / (double)(report->lines - report->unknown);
}

/* --------------------------------------------------------------------------
 * JSON */

static void put_text(const struct manner *manner, const char *key,
		     const char *text)
{
	struct strbuf clean;

	strbuf_init(&clean);
	if (text != NULL)
		text_clean(&clean, text, strlen(text));
	fprintf(manner->out, "\"%s\": ", key);
	export_string(manner, text == NULL ? NULL : strbuf_text(&clean));
	strbuf_clear(&clean);
}

static void put_number(FILE *out, const char *key, uint64_t number, bool known)
{
	fprintf(out, "\"%s\": ", key);
	if (known)
		fprintf(out, "%ju", (uintmax_t)number);
	else
		fputs("null", out);
}

static void put_id(const struct manner *manner,
		   const struct catalogue *catalogue, entry_t entry)
{
	put_text(manner, "id",
		 entry == ENTRY_NONE ? NULL : catalogue_id(catalogue, entry));
}

/* The format of most lines, and all of them. */
static void put_formats(const struct manner *manner,
			const struct count_file *file)
{
	size_t most = LOG_FORMATS;
	bool first = true;

	for (size_t i = 0; i < LOG_FORMATS; i++) {
		if (file->formats[i] > 0 &&
		    (most == LOG_FORMATS ||
		     file->formats[i] > file->formats[most]))
			most = i;
	}
	put_text(manner, "format",
		 most == LOG_FORMATS ?
			 NULL :
			 log_format_row((enum log_format)most)->text);
	fputs(", \"formats\": [", manner->out);
	for (size_t i = 0; i < LOG_FORMATS; i++) {
		if (file->formats[i] == 0)
			continue;
		fputs(first ? "{" : ", {", manner->out);
		put_text(manner, "format",
			 log_format_row((enum log_format)i)->text);
		fputs(", ", manner->out);
		put_number(manner->out, "lines", file->formats[i], true);
		fputc('}', manner->out);
		first = false;
	}
	fputc(']', manner->out);
}

static void put_file(const struct manner *manner, const struct count_file *file)
{
	fputs("    {", manner->out);
	put_text(manner, "name", file->name);
	fputs(", ", manner->out);
	put_formats(manner, file);
	fputs(", ", manner->out);
	put_number(manner->out, "lines", file->lines, true);
	fputs(", ", manner->out);
	put_number(manner->out, "not_understood", file->unknown, true);
	fputc('}', manner->out);
}

static void put_reasons(const struct manner *manner,
			const struct catalogue *catalogue,
			const struct report_status *status)
{
	fputs("\"reasons\": [", manner->out);
	for (size_t i = 0; i < status->reason_count; i++) {
		const struct report_reason *reason = &status->reasons[i];

		fputs(i == 0 ? "{" : ", {", manner->out);
		put_text(manner, "word", reason->word);
		fputs(", ", manner->out);
		put_id(manner, catalogue, reason->entry);
		fputs(", ", manner->out);
		put_number(manner->out, "count", reason->count, true);
		fputc('}', manner->out);
	}
	fputc(']', manner->out);
}

static void put_meanings(const struct manner *manner,
			 const struct catalogue *catalogue,
			 const struct report_status *status)
{
	fputs("\"meanings\": [", manner->out);
	for (size_t i = 0; i < status->meaning_count; i++) {
		fputs(i == 0 ? "" : ", ", manner->out);
		export_string(manner,
			      catalogue_id(catalogue, status->meanings[i]));
	}
	fputc(']', manner->out);
}

static void put_place(const struct manner *manner, const struct report *report,
		      const char *file, const char *line,
		      struct count_place place)
{
	fputs(",\n      ", manner->out);
	put_text(manner, file, report->count->files[place.file].name);
	fputs(", ", manner->out);
	put_number(manner->out, line, place.line, true);
}

static void put_status(const struct manner *manner,
		       const struct catalogue *catalogue,
		       const struct report *report,
		       const struct report_status *status)
{
	bool told = report_tells(status);

	fputs("    {", manner->out);
	put_id(manner, catalogue, report_meaning(status));
	fputs(", ", manner->out);
	put_text(manner, "code", status->code);
	fputs(", ", manner->out);
	put_meanings(manner, catalogue, status);
	fputs(",\n      ", manner->out);
	put_number(manner->out, "count", status->count, true);
	fprintf(manner->out, ", \"share\": %.6f, ",
		share_of(report, status->count));
	put_number(manner->out, "gateway", status->gateway, told);
	fputs(", ", manner->out);
	put_number(manner->out, "passed", status->passed, told);
	fputs(",\n      ", manner->out);
	put_reasons(manner, catalogue, status);
	put_place(manner, report, "first_file", "first_line", status->first);
	put_place(manner, report, "last_file", "last_line", status->last);
	fputc('}', manner->out);
}

void log_json(const struct options *options, const struct report *report,
	      const struct catalogue *catalogue, const struct manner *manner)
{
	const struct count *counted = report->count;
	size_t count;
	size_t *shown = log_shown(options, report, catalogue, &count);

	fputs("{\n  \"files\": [", manner->out);
	for (size_t i = 0; i < counted->file_count; i++) {
		fputs(i == 0 ? "\n" : ",\n", manner->out);
		put_file(manner, &counted->files[i]);
	}
	fputs("],\n  \"statuses\": [", manner->out);
	for (size_t i = 0; i < count; i++) {
		fputs(i == 0 ? "\n" : ",\n", manner->out);
		put_status(manner, catalogue, report,
			   &report->statuses[shown[i]]);
	}
	fputs("]\n}\n", manner->out);
	free(shown);
}

/* --------------------------------------------------------------------------
 * TSV */

static void put_cell(FILE *out, uint64_t number, bool known)
{
	if (known)
		fprintf(out, "\t%ju", (uintmax_t)number);
	else
		fputc('\t', out);
}

void log_tsv(const struct options *options, const struct report *report,
	     const struct catalogue *catalogue, const struct manner *manner)
{
	size_t count;
	size_t *shown = log_shown(options, report, catalogue, &count);

	fputs("id\tcode\tcount\tshare\tgateway\tpassed\n", manner->out);
	for (size_t i = 0; i < count; i++) {
		const struct report_status *status =
			&report->statuses[shown[i]];
		entry_t entry = report_meaning(status);
		bool told = report_tells(status);

		fprintf(manner->out, "%s\t%s\t%ju\t%.6f",
			entry == ENTRY_NONE ? "" :
					      catalogue_id(catalogue, entry),
			status->code, (uintmax_t)status->count,
			share_of(report, status->count));
		put_cell(manner->out, status->gateway, told);
		put_cell(manner->out, status->passed, told);
		fputc('\n', manner->out);
	}
	free(shown);
}
