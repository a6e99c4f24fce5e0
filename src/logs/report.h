/*
 * report -- what was counted, by meaning: the statuses of a catalogue, most
 * frequent first, behind those that it does not know.
 */
#ifndef HTTREE_LOGS_REPORT_H
#define HTTREE_LOGS_REPORT_H

#include "catalogue/catalogue.h"
#include "logs/count.h"

enum { REPORT_MEANINGS = 16 };

/* A word beside a status, with its entry if it has one. */
struct report_reason {
	const char *word; /* borrowed from the counts */
	entry_t entry;
	uint64_t count;
};

struct report_status {
	/*
	 * What it means: nothing when nobody defines it, and several entries
	 * when the log does not tell which of them.
	 */
	entry_t meanings[REPORT_MEANINGS];
	size_t meaning_count;
	char code[16]; /* as text: `404`, `404.7`, `000` */
	int status;
	uint64_t count;
	uint64_t gateway; /* made by the program that wrote the log */
	uint64_t passed; /* made by a server behind it */
	struct count_place first;
	struct count_place last;
	struct report_reason *reasons; /* most frequent first */
	size_t reason_count;
	size_t reason_capacity;
};

struct report {
	const struct count *count; /* borrowed */
	struct report_status *statuses;
	size_t status_count;
	size_t status_capacity;
	uint64_t lines; /* of requests, understood or not */
	uint64_t unknown; /* not understood */
	bool tells; /* some line told who made the status */
};

/*
 * Make the report of counts, which must outlive it.  `origin` is whose
 * meanings come first; NULL: those of each format's program.
 */
void report_init(struct report *report, const struct count *count,
		 const struct catalogue *catalogue, const char *origin);
void report_clear(struct report *report);

/* The one meaning of a status, or ENTRY_NONE. */
entry_t report_meaning(const struct report_status *status);

/* Whether some line told who made it. */
bool report_tells(const struct report_status *status);

/* The status that means `entry`, or may mean it; NULL when none does. */
const struct report_status *report_find(const struct report *report,
					entry_t entry);

/* How often the entry occurs: a status, or a word beside one. */
uint64_t report_count(const struct report *report, entry_t entry);

#endif
