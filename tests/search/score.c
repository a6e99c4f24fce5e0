/*
 * score -- how often search puts an expected entry first.
 *
 *     score [--misses] [--goals=FIRST,THIRD] TABLE...
 *
 * A table has a header line and then a query a line: its name, the query, the
 * ids of the entries that answer it, comma between, the type of query, and
 * whence it came, parted by tabs.  For each type, and for all, the program
 * prints how many queries have one of their entries first, in the first three
 * and in the first ten.
 *
 * --misses also lists the queries whose entries are not first, with what is.
 * With --goals, the status is 1 when fewer than FIRST per cent have one first
 * or fewer than THIRD per cent have one in the first three.
 */
#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "catalogue/builtin.h"
#include "query/search.h"

enum { STATUS_MISSED = 1, STATUS_ERROR = 2, TABLE_LIMIT = 16 * 1024 * 1024 };

enum column { NAME, QUERY, EXPECTED, TYPE, SOURCE, COLUMNS };

struct tally {
	char *type;
	size_t queries;
	size_t first;
	size_t third;
	size_t tenth;
};

struct score {
	const struct catalogue *catalogue;
	struct search search;
	struct tally *tallies; /* one a type, in the order of first meeting */
	size_t count;
	size_t capacity;
	struct tally all;
	struct strbuf misses;
	size_t faults;
};

/* ------------------------------------------------------------------------
 * One query
 */

/* The best position of the comma list of ids, or `search->count`. */
static size_t best_position(struct score *score, const char *ids,
			    const char *name)
{
	size_t best = score->search.count;
	char *list = xstrdup(ids);
	char *rest = list;
	char *id;

	while ((id = strsep(&rest, ",")) != NULL) {
		entry_t entry = catalogue_find(score->catalogue, id);
		size_t at = search_find(&score->search, entry);

		if (entry == ENTRY_NONE) {
			fprintf(stderr, "score: %s: no entry '%s'\n", name,
				id);
			score->faults++;
		} else if (at < best) {
			best = at;
		}
	}
	free(list);
	return best;
}

static void count(struct tally *tally, size_t position, bool found)
{
	tally->queries++;
	tally->first += found && position < 1;
	tally->third += found && position < 3;
	tally->tenth += found && position < 10;
}

static struct tally *tally_of(struct score *score, const char *type)
{
	for (size_t i = 0; i < score->count; i++) {
		if (strcmp(score->tallies[i].type, type) == 0)
			return &score->tallies[i];
	}
	score->tallies = xgrow(score->tallies, &score->capacity,
			       score->count + 1, sizeof(*score->tallies));
	score->tallies[score->count] = (struct tally){ .type = xstrdup(type) };
	return &score->tallies[score->count++];
}

/* A query, what was expected of it, where that is, and what came first. */
static void note_miss(struct score *score, char *const *columns,
		      size_t position)
{
	enum { SHOWN = 4 };
	const struct search *search = &score->search;

	strbuf_addf(&score->misses, "%-6s %s\n       expected %s: ",
		    columns[NAME], columns[QUERY], columns[EXPECTED]);
	if (position < search->count)
		strbuf_addf(&score->misses, "number %zu", position + 1);
	else
		strbuf_add(&score->misses, "not found");
	strbuf_addf(&score->misses, " of %zu\n       came    ", search->count);
	for (size_t i = 0; i < search->count && i < SHOWN; i++)
		strbuf_addf(&score->misses, " %s",
			    catalogue_id(score->catalogue,
					 search->hits[i].entry));
	strbuf_add_char(&score->misses, '\n');
}

static void score_query(struct score *score, char *const *columns)
{
	size_t position;
	bool found;

	search_run(&score->search, columns[QUERY], NULL);
	position = best_position(score, columns[EXPECTED], columns[NAME]);
	found = position < score->search.count;
	count(tally_of(score, columns[TYPE]), position, found);
	count(&score->all, position, found);
	if (!found || position > 0)
		note_miss(score, columns, position);
}

/* ------------------------------------------------------------------------
 * Tables
 */

/* Cut a line at its tabs; false when it has another number of columns. */
static bool cut_line(char *line, char *columns[COLUMNS])
{
	size_t found = 0;
	char *rest = line;
	char *column;

	while ((column = strsep(&rest, "\t")) != NULL) {
		if (found == COLUMNS)
			return false;
		columns[found++] = column;
	}
	return found == COLUMNS;
}

static void score_table(struct score *score, const char *path)
{
	struct problem why;
	struct strbuf text;
	size_t number = 0;
	char *rest, *line;

	strbuf_init(&text);
	if (!file_read(path, TABLE_LIMIT, &text, &why)) {
		fprintf(stderr, "score: %s\n", why.text);
		score->faults++;
	}
	rest = text.text;
	while ((line = strsep(&rest, "\n")) != NULL) {
		char *columns[COLUMNS];

		if (++number == 1 || *line == '\0')
			continue;
		if (cut_line(line, columns)) {
			score_query(score, columns);
			continue;
		}
		fprintf(stderr, "score: %s:%zu: not %d columns\n", path,
			number, COLUMNS);
		score->faults++;
	}
	strbuf_clear(&text);
}

/* ------------------------------------------------------------------------
 * Results
 */

static double per_cent(size_t part, size_t whole)
{
	return whole == 0 ? 0 : 100 * (double)part / (double)whole;
}

static void print_tally(const struct tally *tally)
{
	printf("| %-10s | %7zu |", tally->type, tally->queries);
	printf(" %4zu %5.1f %% |", tally->first,
	       per_cent(tally->first, tally->queries));
	printf(" %4zu %5.1f %% |", tally->third,
	       per_cent(tally->third, tally->queries));
	printf(" %4zu %5.1f %% |\n", tally->tenth,
	       per_cent(tally->tenth, tally->queries));
}

static void print_tallies(const struct score *score)
{
	puts("| type       | queries | first        | first three  | first ten "
	     "   |");
	puts("| ---------- | ------: | -----------: | -----------: | "
	     "-----------: |");
	for (size_t i = 0; i < score->count; i++)
		print_tally(&score->tallies[i]);
	print_tally(&score->all);
}

static bool reaches(const struct tally *tally, const double goals[2])
{
	return per_cent(tally->first, tally->queries) >= goals[0] &&
	       per_cent(tally->third, tally->queries) >= goals[1];
}

/* ------------------------------------------------------------------------
 * Command line
 */

struct order {
	bool misses;
	double goals[2];
};

static bool read_order(struct order *order, int argc, char **argv)
{
	static const struct option options[] = {
		{ "misses", no_argument, NULL, 'm' },
		{ "goals", required_argument, NULL, 'g' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'm')
			order->misses = true;
		else if (option != 'g' ||
			 sscanf(optarg, "%lf,%lf", &order->goals[0],
				&order->goals[1]) != 2)
			return false;
	}
	return optind < argc;
}

static void score_clear(struct score *score)
{
	search_clear(&score->search);
	for (size_t i = 0; i < score->count; i++)
		free(score->tallies[i].type);
	free(score->tallies);
	strbuf_clear(&score->misses);
}

static int score_files(const struct order *order, char *const *files)
{
	static char all[] = "all";
	const struct catalogue catalogue = { &builtin_image };
	struct score score = { .catalogue = &catalogue, .all.type = all };
	bool reached;

	search_init(&score.search, &catalogue);
	strbuf_init(&score.misses);
	for (; *files != NULL; files++)
		score_table(&score, *files);
	print_tallies(&score);
	if (order->misses)
		printf("\n%s", strbuf_text(&score.misses));
	reached = reaches(&score.all, order->goals);
	score_clear(&score);
	if (score.faults > 0)
		return STATUS_ERROR;
	return reached ? EXIT_SUCCESS : STATUS_MISSED;
}

int main(int argc, char **argv)
{
	struct order order = { .misses = false };

	setlocale(LC_ALL, "");
	if (!read_order(&order, argc, argv)) {
		fputs("score: expected [--misses] [--goals=FIRST,THIRD] "
		      "TABLE...\n",
		      stderr);
		return STATUS_ERROR;
	}
	return score_files(&order, argv + optind);
}
