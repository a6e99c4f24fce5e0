/*
 * bench -- what a keystroke of search costs, and what an entry takes.
 *
 *     bench TIMES [LINES]
 *     bench FILE.yaml
 *
 * Measures the catalogue as built when TIMES is 1, else one grown to TIMES its
 * size, and prints one line of tab-separated values, in the order of
 * `print_report`.  LINES is a file to which the texts of the entries go, a
 * line each, for other programs to search.
 *
 * With a file it is what is built in with that catalogue of a user, and the
 * last value how long it took to load.
 *
 * A query is typed key by key, again and again; a key costs the median of
 * those runs, so that what the machine does beside does not count.
 */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/xalloc.h"
#include "bench/figures.h"
#include "bench/grow.h"
#include "catalogue/builder.h"
#include "catalogue/builtin.h"
#include "catalogue/collection.h"
#include "query/search.h"

/* What people type: names, pasted errors, numbers, typing errors. */
static const char *const queries[] = {
	"rate limit",
	"upstream prematurely closed connection",
	"the request entity is too large",
	"404.7",
	"teepot",
	"certificate",
	"403,404,410,500-511",
	"e",
	"t",
};

enum {
	QUERY_COUNT = sizeof(queries) / sizeof(*queries),
	LONGEST = 40,
	MOST_ROUNDS = 51,
	LEAST_ROUNDS = 3,
};

static const double enough = 4000; /* milliseconds */

struct key {
	char text[LONGEST]; /* of the query up to this key */
	double cost;	    /* milliseconds */
};

struct keys {
	struct key *keys;
	size_t count;
	size_t capacity;
};

/* ------------------------------------------------------------------------
 * Time
 */

static double time_search(struct search *search, const char *text)
{
	double start = figures_now();

	search_run(search, text, NULL);
	return figures_now() - start;
}

/* A search that has run, and has found nothing to go on from. */
static void start_anew(struct search *search)
{
	const struct catalogue *catalogue = search->catalogue;

	search_clear(search);
	search_init(search, catalogue);
	search_run(search, "~", NULL);
}

static void type_query(struct search *search, const char *query,
		       double costs[LONGEST])
{
	char text[LONGEST] = "";

	start_anew(search);
	for (size_t i = 0; query[i] != '\0'; i++) {
		text[i] = query[i];
		costs[i] = time_search(search, text);
	}
}

static double paste_query(struct search *search, const char *query)
{
	start_anew(search);
	return time_search(search, query);
}

static struct key *add_key(struct keys *keys, const char *text, size_t length)
{
	struct key *key;

	keys->keys = xgrow(keys->keys, &keys->capacity, keys->count + 1,
			   sizeof(*keys->keys));
	key = &keys->keys[keys->count++];
	*key = (struct key){ .cost = 0 };
	memcpy(key->text, text, length);
	return key;
}

/* Type a query, and paste it, until the medians can be relied on. */
static void measure_query(struct search *search, const char *query,
			  struct keys *typed, struct keys *pasted)
{
	static double costs[MOST_ROUNDS][LONGEST], whole[MOST_ROUNDS];
	double start = figures_now(), column[MOST_ROUNDS];
	size_t rounds = 0, length = strlen(query);

	while (rounds < LEAST_ROUNDS ||
	       (rounds < MOST_ROUNDS && figures_now() - start < enough)) {
		type_query(search, query, costs[rounds]);
		whole[rounds] = paste_query(search, query);
		rounds++;
	}
	for (size_t i = 0; i < length; i++) {
		for (size_t round = 0; round < rounds; round++)
			column[round] = costs[round][i];
		add_key(typed, query, i + 1)->cost = figures_median(column, rounds);
	}
	add_key(pasted, query, length)->cost = figures_median(whole, rounds);
}

static int compare_keys(const void *a, const void *b)
{
	const struct key *left = a, *right = b;

	return (left->cost > right->cost) - (left->cost < right->cost);
}

/* ------------------------------------------------------------------------
 * Memory
 */

/* 0 where the C library does not tell. */
static size_t heap_bytes(void)
{
#ifdef __GLIBC__
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
#else
	return 0;
#endif
}

static long peak_kilobytes(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static size_t record_bytes(const struct image *image)
{
	return image->count * (sizeof(*image->records) + sizeof(*image->by_id) +
			       FIELD_COUNT * sizeof(*image->values)) +
	       image->node_count * sizeof(*image->nodes);
}

static size_t index_bytes(const struct image *image)
{
	const struct word_index *index = &image->index;
	size_t postings = index->firsts[index->word_count];
	size_t spots = index->postings[postings].spots;

	return index->words[index->word_count] +
	       (index->word_count + 1) *
		       (sizeof(*index->words) + sizeof(*index->firsts)) +
	       (postings + 1) * sizeof(*index->postings) +
	       spots * sizeof(*index->spots) +
	       (image->count + 1) * sizeof(*index->starts) +
	       index->starts[image->count] * sizeof(*index->stream);
}

/* ------------------------------------------------------------------------
 * Report
 */

struct report {
	const struct image *image;
	struct keys typed;
	struct keys pasted;
	size_t search_bytes;
	double load; /* seconds */
};

static void print_keys(struct keys *keys)
{
	const struct key *worst = &keys->keys[keys->count - 1];

	qsort(keys->keys, keys->count, sizeof(*keys->keys), compare_keys);
	printf("\t%.1f\t%.1f\t%s", 1e3 * keys->keys[keys->count / 2].cost,
	       1e3 * worst->cost, worst->text);
}

/*
 * Counts, microseconds of the median and the worst key, bytes, kilobytes,
 * milliseconds.
 */
static void print_report(struct report *report)
{
	const struct image *image = report->image;

	printf("%u\t%u", image->count, image->index.word_count);
	print_keys(&report->typed);
	print_keys(&report->pasted);
	printf("\t%u\t%zu\t%zu\t%zu\t%zu\t%ld\t%.1f\n", image->text_size,
	       image->list_count * sizeof(*image->lists), record_bytes(image),
	       index_bytes(image), report->search_bytes, peak_kilobytes(),
	       1e3 * report->load);
}

static void measure(struct report *report, const struct catalogue *catalogue)
{
	struct search search;
	size_t before = heap_bytes();

	search_init(&search, catalogue);
	for (size_t i = 0; i < QUERY_COUNT; i++)
		measure_query(&search, queries[i], &report->typed,
			      &report->pasted);
	report->search_bytes = heap_bytes() - before;
	search_clear(&search);
}

static bool write_lines(const struct catalogue *catalogue, const char *path)
{
	FILE *out = fopen(path, "w");
	struct strbuf line;

	if (out == NULL)
		return false;
	strbuf_init(&line);
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		strbuf_reset(&line);
		grow_line(catalogue, i, &line);
		fputs(strbuf_text(&line), out);
	}
	strbuf_clear(&line);
	return fclose(out) == 0;
}

static void report_on(struct report *report, const struct catalogue *catalogue)
{
	report->image = catalogue->image;
	measure(report, catalogue);
	print_report(report);
	free(report->typed.keys);
	free(report->pasted.keys);
}

/* Of the processor, whatever else the machine does. */
static double spent(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* What a catalogue of a user makes of the one that is built in. */
static int bench_file(const struct catalogue *builtin, const char *path)
{
	struct report report = { NULL };
	struct collection collection;
	double start = spent();

	collection_init(&collection, builtin);
	collection_add(&collection, path);
	collection_build(&collection);
	report.load = spent() - start;
	report_on(&report, &collection.catalogue);
	collection_clear(&collection);
	return 0;
}

int main(int argc, char **argv)
{
	const struct catalogue builtin = { &builtin_image };
	long times = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	struct image *grown = NULL;
	struct catalogue catalogue = builtin;
	struct report report = { NULL };

	setlocale(LC_ALL, "C.UTF-8");
	if (argc == 2 && strchr(argv[1], '.') != NULL)
		return bench_file(&builtin, argv[1]);
	if (times < 1 || argc > 3) {
		fputs("bench: expected TIMES [LINES], or FILE.yaml\n", stderr);
		return 2;
	}
	if (times > 1)
		catalogue.image = grown = grow(&builtin, (unsigned int)times);
	if (argc == 3 && !write_lines(&catalogue, argv[2])) {
		fprintf(stderr, "bench: cannot write '%s': %s\n", argv[2],
			strerror(errno));
		return 2;
	}
	report_on(&report, &catalogue);
	image_free(grown);
	return 0;
}
