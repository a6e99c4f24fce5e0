#include "cli/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"

const char *log_name(const char *file)
{
	return strcmp(file, "-") == 0 ? "standard input" : file;
}

/* --------------------------------------------------------------------------
 * How far it is, on a terminal, for what takes longer than a moment */

struct progress {
	const char *name;
	bool shown;
	struct timespec next; /* when it is to be written again */
};

static void set_next(struct progress *progress)
{
	enum { MILLISECONDS = 200 };

	clock_gettime(CLOCK_MONOTONIC, &progress->next);
	progress->next.tv_nsec += MILLISECONDS * 1000000L;
	progress->next.tv_sec += progress->next.tv_nsec / 1000000000L;
	progress->next.tv_nsec %= 1000000000L;
}

static bool is_time(const struct progress *progress)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec > progress->next.tv_sec ||
	       (now.tv_sec == progress->next.tv_sec &&
		now.tv_nsec >= progress->next.tv_nsec);
}

static void watch(void *data, uint64_t done, uint64_t total)
{
	struct progress *progress = data;

	if (!is_time(progress))
		return;
	set_next(progress);
	progress->shown = true;
	if (total == UINT64_MAX)
		fprintf(stderr, "\r%8ju MB", (uintmax_t)(done / 1000000));
	else if (total > 0)
		fprintf(stderr, "\r%3d %%", (int)(100 * done / total));
	fflush(stderr);
}

static void clear(const struct progress *progress)
{
	if (progress->shown)
		fprintf(stderr, "\r%11s\r", "");
}

/* --------------------------------------------------------------------------
 * Reading */

static void remark_foreign(struct strbuf *remarks, const char *name,
			   const struct foreign *foreign)
{
	strbuf_addf(remarks, "'%s' is %s: %s", log_name(name), foreign->what,
		    foreign->before);
	if (foreign->after != NULL)
		strbuf_addf(remarks, "%s%s | httree --log -",
			    strcmp(name, "-") == 0 ? "FILE" : name,
			    foreign->after);
	strbuf_add_char(remarks, '\n');
}

/*
 * Say what is no log, and what has lines that are too long.  False when it has
 * lines, and none of them was looked at.
 */
static bool remark_file(const struct count_file *file, struct strbuf *remarks)
{
	if (file->foreign != NULL)
		remark_foreign(remarks, file->name, file->foreign);
	else if (file->lines > 0 && file->unknown == file->lines)
		strbuf_addf(remarks,
			    "no line of '%s' is of a format that is known\n",
			    log_name(file->name));
	else if (file->lines == 0)
		strbuf_addf(remarks, "'%s' holds no line of a log\n",
			    log_name(file->name));
	if (file->too_long > 0)
		strbuf_addf(remarks,
			    "'%s' has lines longer than 64 KiB, which were "
			    "not read: %ju\n",
			    log_name(file->name), (uintmax_t)file->too_long);
	return file->foreign == NULL || file->lines > 0;
}

static int open_log(const char *name)
{
	return strcmp(name, "-") == 0 ? STDIN_FILENO :
					open(name, O_RDONLY | O_CLOEXEC);
}

/* False when the file could not be read, or not to its end. */
static bool read_file(struct count *count, const char *name,
		      struct strbuf *remarks)
{
	struct progress progress = { .name = name };
	struct problem why;
	int fd = open_log(name);
	bool good;

	if (fd < 0) {
		strbuf_addf(remarks, "cannot read '%s': %s\n", log_name(name),
			    strerror(errno));
		return false;
	}
	set_next(&progress);
	count_open(count, name);
	good = count_read(count, fd, isatty(STDERR_FILENO) ? watch : NULL,
			  &progress, &why);
	clear(&progress);
	if (good)
		good = remark_file(&count->files[count->file_count - 1],
				   remarks);
	else
		strbuf_addf(remarks, "cannot read '%s': %s\n", log_name(name),
			    why.text);
	if (fd != STDIN_FILENO)
		close(fd);
	return good;
}

int log_read(const struct options *options, struct count *count,
	     struct strbuf *remarks)
{
	bool good = true;

	for (size_t i = 0; i < options->log_count; i++)
		good = read_file(count, options->logs[i], remarks) && good;
	if (count->reasons.rest > 0)
		strbuf_addf(remarks,
			    "the log has more than %d words beside statuses; "
			    "these were not counted: %ju\n",
			    (int)REASONS, (uintmax_t)count->reasons.rest);
	if (!good)
		return 2;
	return count_total(count) == count_not_understood(count);
}

/* --------------------------------------------------------------------------
 * Printing */

static bool is_shown(const struct options *options,
		     const struct report_status *status,
		     const struct catalogue *catalogue)
{
	if (!options->given[OPTION_FILTER])
		return true;
	for (size_t i = 0; i < status->meaning_count; i++) {
		if (filter_shows(&options->filter, catalogue,
				 status->meanings[i]))
			return true;
	}
	return false;
}

size_t *log_shown(const struct options *options, const struct report *report,
		  const struct catalogue *catalogue, size_t *count)
{
	size_t *shown = xcalloc(report->status_count + 1, sizeof(*shown));

	*count = 0;
	for (size_t i = 0; i < report->status_count && *count < options->limit;
	     i++) {
		if (is_shown(options, &report->statuses[i], catalogue))
			shown[(*count)++] = i;
	}
	return shown;
}
