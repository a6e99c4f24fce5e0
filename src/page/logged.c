#include "page/logged.h"

#include <string.h>

#include "base/grouped.h"
#include "base/text.h"
#include "logs/report.h"

static const struct report *log_of(const struct writer *writer)
{
	return writer->composer.options->log;
}

static void add_number(struct writer *writer, uint64_t number)
{
	char text[GROUPED_ROOM];

	compose_add(&writer->composer, ROLE_TEXT, grouped(number, text));
}

static void add(struct writer *writer, const char *text)
{
	compose_add(&writer->composer, ROLE_TEXT, text);
}

static void flush(struct writer *writer)
{
	compose_flush(&writer->composer, 2, 4);
}

/* 812 of 1,000,000 lines, 0.1 % */
static void write_count(struct writer *writer, uint64_t count)
{
	const struct report *report = log_of(writer);
	uint64_t lines = report->lines - report->unknown;

	add_number(writer, count);
	add(writer, " of ");
	add_number(writer, lines);
	add(writer, lines == 1 ? " line" : " lines");
	compose_addf(&writer->composer, ROLE_TEXT, ", %.1f %%",
		     100.0 * (double)count / (double)lines);
	flush(writer);
}

static void write_makers(struct writer *writer,
			 const struct report_status *status)
{
	uint64_t told = status->gateway + status->passed;

	if (told == 0)
		return;
	add(writer, "Made by the gateway: ");
	add_number(writer, status->gateway);
	add(writer, ", passed on: ");
	add_number(writer, status->passed);
	if (told < status->count) {
		add(writer, ", not told: ");
		add_number(writer, status->count - told);
	}
	flush(writer);
}

static void write_reason(struct writer *writer,
			 const struct report_reason *reason)
{
	add_number(writer, reason->count);
	add(writer, " ");
	if (reason->entry == ENTRY_NONE) {
		compose_add(&writer->composer, ROLE_TEXT, reason->word);
	} else {
		compose_add_link(&writer->composer, reason->entry,
				 reason->word);
		add(writer, " ");
		add(writer, catalogue_text(writer->catalogue, reason->entry,
					   FIELD_PHRASE));
	}
	compose_flush(&writer->composer, 4, 6);
}

static void write_reasons(struct writer *writer,
			  const struct report_status *status)
{
	enum { SHOWN = 12 };

	if (status->reason_count > 0) {
		add(writer, "With these words beside it:");
		flush(writer);
	}
	for (size_t i = 0; i < status->reason_count && i < SHOWN; i++)
		write_reason(writer, &status->reasons[i]);
	if (status->reason_count > SHOWN) {
		compose_addf(&writer->composer, ROLE_TEXT,
			     "and %zu more, which --json has",
			     status->reason_count - SHOWN);
		compose_flush(&writer->composer, 4, 6);
	}
}

/* `First: line 7`, with the file's name where there are several. */
static void add_place(struct writer *writer, const char *which,
		      struct count_place place)
{
	const struct count *count = log_of(writer)->count;
	const char *file = count->files[place.file].name;
	struct strbuf name;

	compose_addf(&writer->composer, ROLE_TEXT, "%sline %ju", which,
		     (uintmax_t)place.line);
	if (count->file_count == 1)
		return;
	strbuf_init(&name);
	text_clean(&name, file, strlen(file));
	compose_addf(&writer->composer, ROLE_TEXT, " of %s",
		     strbuf_text(&name));
	strbuf_clear(&name);
}

static void write_places(struct writer *writer,
			 const struct report_status *status)
{
	if (status->count == 1) {
		add_place(writer, "It is ", status->first);
	} else {
		add_place(writer, "First: ", status->first);
		add_place(writer, ", last: ", status->last);
	}
	flush(writer);
}

static void write_doubt(struct writer *writer,
			const struct report_status *status)
{
	if (status->meaning_count <= 1)
		return;
	compose_addf(&writer->composer, ROLE_TEXT,
		     "Which of %zu meanings it has there the log does not "
		     "tell; --log-origin does.",
		     status->meaning_count);
	flush(writer);
}

static void write_status(struct writer *writer,
			 const struct report_status *status)
{
	writer_heading(writer, "In your log");
	write_count(writer, status->count);
	write_doubt(writer, status);
	write_makers(writer, status);
	write_reasons(writer, status);
	write_places(writer, status);
}

/* A word: the statuses that it stands beside. */
static void write_word(struct writer *writer)
{
	const struct report *report = log_of(writer);

	writer_heading(writer, "In your log");
	write_count(writer, report_count(report, writer->entry));
	for (size_t i = 0; i < report->status_count; i++) {
		const struct report_status *status = &report->statuses[i];

		for (size_t k = 0; k < status->reason_count; k++) {
			if (status->reasons[k].entry != writer->entry)
				continue;
			add_number(writer, status->reasons[k].count);
			compose_addf(&writer->composer, ROLE_TEXT, " beside %s",
				     status->code);
			compose_flush(&writer->composer, 4, 6);
		}
	}
}

void logged_write(struct writer *writer)
{
	const struct report *report = log_of(writer);
	const struct report_status *status;

	if (report == NULL)
		return;
	status = report_find(report, writer->entry);
	if (status != NULL)
		write_status(writer, status);
	else if (report_count(report, writer->entry) > 0)
		write_word(writer);
}

void logged_write_number(struct writer *writer, unsigned int number)
{
	const struct report *report = log_of(writer);

	for (size_t i = 0; report != NULL && i < report->status_count; i++) {
		const struct report_status *status = &report->statuses[i];

		if (status->meaning_count == 0 && number != 0 &&
		    status->status == (int)number)
			write_status(writer, status);
	}
}
