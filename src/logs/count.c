#include "logs/count.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "logs/input.h"

/* So much of a file is kept to tell what it is when it is no log. */
enum { BEGINNING = 1024 };

void count_init(struct count *count)
{
	*count = (struct count){ .number = 0 };
	line_reader_init(&count->reader);
	reasons_init(&count->reasons);
	count->direct = xcalloc(LOG_FORMATS, sizeof(*count->direct));
	count->subs = xcalloc(COUNT_SUB_SLOTS, sizeof(*count->subs));
}

void count_clear(struct count *count)
{
	for (size_t i = 0; i < count->file_count; i++)
		free(count->files[i].name);
	free(count->files);
	free(count->rows);
	free(count->direct);
	free(count->subs);
	reasons_clear(&count->reasons);
	line_reader_clear(&count->reader);
}

void count_open(struct count *count, const char *name)
{
	count->files = xgrow(count->files, &count->file_capacity,
			     count->file_count + 1, sizeof(*count->files));
	count->files[count->file_count++] =
		(struct count_file){ .name = xstrdup(name) };
	count->number = 0;
	/* Columns are told for one file; its memory stays. */
	count->reader.columns.count = 0;
}

static struct count_file *file_of(struct count *count)
{
	return &count->files[count->file_count - 1];
}

static uint32_t add_row(struct count *count, const struct line *line, int sub)
{
	count->rows = xgrow(count->rows, &count->row_capacity,
			    count->row_count + 1, sizeof(*count->rows));
	count->rows[count->row_count] = (struct count_row){
		.format = line->format,
		.status = line->status,
		.sub = sub,
		.first = { count->file_count - 1, count->number },
	};
	return (uint32_t)count->row_count++;
}

static uint32_t plain_row(struct count *count, const struct line *line)
{
	uint32_t *row = &count->direct[line->format][line->status];

	if (*row == 0)
		*row = add_row(count, line, LINE_NO_SUB) + 1;
	return *row - 1;
}

static uint32_t sub_row(struct count *count, const struct line *line)
{
	uint32_t hash = ((uint32_t)line->format * COUNT_STATUSES +
			 (uint32_t)line->status) *
				2654435761u +
			(uint32_t)line->sub * 40503u;
	size_t slot = hash % COUNT_SUB_SLOTS;

	for (; count->subs[slot] != 0; slot = (slot + 1) % COUNT_SUB_SLOTS) {
		const struct count_row *row =
			&count->rows[count->subs[slot] - 1];

		if (row->sub == line->sub && row->status == line->status &&
		    row->format == line->format)
			return count->subs[slot] - 1;
	}
	if (count->sub_count == COUNT_SUBS)
		return plain_row(count, line);
	count->sub_count++;
	count->subs[slot] = add_row(count, line, line->sub) + 1;
	return count->subs[slot] - 1;
}

static void add(struct count *count, const struct line *line)
{
	uint32_t number = line->sub == LINE_NO_SUB ? plain_row(count, line) :
						     sub_row(count, line);
	struct count_row *row = &count->rows[number];

	row->count++;
	row->makers[line->maker]++;
	row->last =
		(struct count_place){ count->file_count - 1, count->number };
	for (size_t i = 0; i < line->word_count; i++)
		reasons_add(&count->reasons, number, &line->words[i]);
}

void count_line(struct count *count, struct slice text)
{
	struct count_file *file = file_of(count);
	struct line line;

	count->number++;
	switch (line_read(&count->reader, text, &line)) {
	case LINE_READ:
		/* Its request is counted by a line of its own. */
		if (line.beside)
			break;
		file->lines++;
		file->formats[line.format]++;
		add(count, &line);
		break;
	case LINE_UNKNOWN:
		file->lines++;
		file->unknown++;
		break;
	case LINE_DIRECTIVE:
		break;
	}
}

void count_too_long(struct count *count)
{
	struct count_file *file = file_of(count);

	count->number++;
	file->lines++;
	file->unknown++;
	file->too_long++;
}

/* False at the end of the block. */
static bool take_line(struct count *count, struct input *input)
{
	struct slice text;

	switch (input_next(input, &text)) {
	case INPUT_LINE:
		count_line(count, text);
		return true;
	case INPUT_TOO_LONG:
		count_too_long(count);
		return true;
	case INPUT_PART:
		return true;
	default:
		return false;
	}
}

/* The first block tells what a file is that is none of lines. */
static bool is_foreign(struct count *count, struct slice beginning)
{
	struct count_file *file = file_of(count);

	file->foreign = foreign_by_magic(beginning);
	return file->foreign != NULL;
}

/* Remember how a file begins of which nothing was understood. */
static void look_again(struct count *count, struct slice beginning)
{
	struct count_file *file = file_of(count);

	if (file->unknown == file->lines && file->unknown > 0)
		file->foreign = foreign_by_lines(beginning);
}

bool count_read(struct count *count, int fd, count_watch *watch, void *data,
		struct problem *why)
{
	struct input input;
	struct strbuf beginning;
	bool first = true;
	int error;

	input_init(&input, fd);
	strbuf_init(&beginning);
	while (input_fill(&input)) {
		struct slice rest = input_rest(&input);

		if (first) {
			if (is_foreign(count, rest))
				break;
			strbuf_add_bytes(&beginning, rest.text,
					 rest.length < BEGINNING ? rest.length :
								   BEGINNING);
			first = false;
		}
		while (take_line(count, &input))
			;
		if (watch != NULL)
			watch(data, input.done, input.total);
	}
	look_again(count,
		   (struct slice){ strbuf_text(&beginning), beginning.length });
	error = input.error;
	strbuf_clear(&beginning);
	input_clear(&input);
	return error == 0 || problem_set(why, "%s", strerror(error));
}

static uint64_t sum(const struct count *count, bool unknown)
{
	uint64_t lines = 0;

	for (size_t i = 0; i < count->file_count; i++)
		lines += unknown ? count->files[i].unknown :
				   count->files[i].lines;
	return lines;
}

uint64_t count_total(const struct count *count)
{
	return sum(count, false);
}

uint64_t count_not_understood(const struct count *count)
{
	return sum(count, true);
}
