/* The sets of a filter, as they are written on the command line. */
#include "query/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "catalogue/id.h"

/* Whether the word is that text, in any case. */
static bool is_called(const char *word, size_t length, const char *text)
{
	return strlen(text) == length && text_same_ascii(word, text, length);
}

static size_t find_name(const struct names *names, const char *word,
			size_t length)
{
	size_t at = 0;

	while (at < names->count && !is_called(word, length, names->texts[at]))
		at++;
	return at;
}

/* What the page of an origin calls it; NULL for any other entry. */
static const char *origin_of_page(const struct catalogue *catalogue,
				  entry_t entry)
{
	const char *id = catalogue_id(catalogue, entry);

	return strncmp(id, "vendor:", 7) == 0 ? id_rest(id) : NULL;
}

/* The origin of this name, as its page is called; NULL when there is none. */
static const char *find_origin(const struct catalogue *catalogue,
			       const char *word, size_t length)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		const char *name = origin_of_page(catalogue, i);

		if (name != NULL && is_called(word, length, name))
			return name;
	}
	return NULL;
}

static int compare_names(const void *a, const void *b, const void *unused)
{
	const char *const *left = a, *const *right = b;

	(void)unused;
	return strcmp(*left, *right);
}

static bool say_origins(struct problem *why, const char *word, size_t length,
			const struct catalogue *catalogue)
{
	const char **names = xcalloc(catalogue_count(catalogue),
				     sizeof(*names));
	size_t count = 0;
	struct strbuf text;

	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		names[count] = origin_of_page(catalogue, i);
		count += names[count] != NULL;
	}
	sort_items(names, count, sizeof(*names), compare_names, NULL);
	strbuf_init(&text);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&text, "%s%s", i == 0 ? ": expected " : ", ",
			    names[i]);
	problem_word(why, "no vendor is called", word, length, strbuf_text(&text));
	strbuf_clear(&text);
	free(names);
	return false;
}

static bool begins(const char *word, size_t length, const char *prefix)
{
	return length > strlen(prefix) &&
	       text_same_ascii(word, prefix, strlen(prefix));
}

static bool parse_class(struct filter_set *set, const char *word,
			size_t length, struct problem *why)
{
	set->sort = FILTER_CLASS;
	set->value = find_name(&class_names, word, length);
	return set->value < class_names.count ||
	       problem_word(why, "no class is called", word, length,
			": expected 1xx to 5xx, outside or warning");
}

static bool parse_origin(struct filter_set *set, const char *word,
			 size_t length, const struct catalogue *catalogue,
			 struct problem *why)
{
	set->sort = FILTER_ORIGIN;
	set->name = find_origin(catalogue, word, length);
	return set->name != NULL ||
	       say_origins(why, word, length, catalogue);
}

/* The catalogue of this name, which is the user's; NULL when there is none. */
static const char *find_catalogue(const struct catalogue *catalogue,
				  const char *word, size_t length)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (catalogue_is_user(catalogue, i) &&
		    is_called(word, length, catalogue_name(catalogue, i)))
			return catalogue_name(catalogue, i);
	}
	return NULL;
}

static bool parse_catalogue(struct filter_set *set, const char *word,
			    size_t length, const struct catalogue *catalogue,
			    struct problem *why)
{
	set->sort = FILTER_CATALOGUE;
	set->name = find_catalogue(catalogue, word, length);
	return set->name != NULL ||
	       problem_word(why, "no catalogue of yours is called", word, length,
			": expected the name of a file that is loaded, "
			"without .yaml");
}

static bool parse_emitter(struct filter_set *set, const char *word,
			  size_t length, struct problem *why)
{
	set->sort = FILTER_SENT_BY;
	set->value = find_name(&emitter_names, word, length);
	return set->value < emitter_names.count ||
	       problem_word(why, "nobody is called", word, length,
			": expected origin, gateway, proxy, cdn, balancer, "
			"cache or client");
}

/* A set that is one word and has no value; false for any other. */
static bool parse_fact(struct filter_set *set, const char *word, size_t length)
{
	static const struct {
		const char *word;
		enum filter_sort sort;
	} facts[] = {
		{ "user", FILTER_USER },
		{ "out-of-use", FILTER_OUT_OF_USE },
		{ "log-only", FILTER_LOG_ONLY },
		{ "cacheable", FILTER_CACHEABLE },
		{ "retry", FILTER_RETRY },
	};

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		if (is_called(word, length, facts[i].word)) {
			set->sort = facts[i].sort;
			return true;
		}
	}
	return false;
}

/* A word of a closed set; what is left may be the name of a vendor. */
static bool parse_set(struct filter_set *set, const char *word, size_t length,
		      const struct catalogue *catalogue, struct problem *why)
{
	size_t kind = find_name(&kind_names, word, length);
	size_t state = find_name(&state_names, word, length);

	if (begins(word, length, "class:"))
		return parse_class(set, word + 6, length - 6, why);
	if (begins(word, length, "vendor:"))
		return parse_origin(set, word + 7, length - 7, catalogue, why);
	if (begins(word, length, "catalogue:"))
		return parse_catalogue(set, word + 10, length - 10, catalogue,
				       why);
	if (begins(word, length, "sent-by:"))
		return parse_emitter(set, word + 8, length - 8, why);
	if (parse_fact(set, word, length))
		return true;
	if (kind < KIND_PAGE) {
		set->sort = FILTER_KIND;
		set->value = kind;
	} else if (state < state_names.count) {
		set->sort = FILTER_STATE;
		set->value = state;
	} else {
		set->sort = FILTER_ORIGIN;
		set->name = find_origin(catalogue, word, length);
		return set->name != NULL ||
		       problem_word(why, "no filter is called", word, length,
				": expected standard, vendor, vendor:NAME, "
				"warning, a state such as obsolete, user, "
				"log-only or class:4xx");
	}
	return true;
}

/* Read a set, which blanks may surround and `!` leaves out. */
static bool read_set(struct filter_set *set, const char *word, size_t length,
		     const struct catalogue *catalogue, struct problem *why)
{
	while (length > 0 && word[length - 1] == ' ')
		length--;
	for (; length > 0 && *word == ' '; word++)
		length--;
	set->without = length > 0 && *word == '!';
	if (set->without) {
		word++;
		length--;
	}
	return parse_set(set, word, length, catalogue, why);
}

bool filter_parse(struct filter *filter, const char *list,
		  const struct catalogue *catalogue, struct problem *why)
{
	for (;;) {
		size_t length = strcspn(list, ",");
		struct filter_set set = { .without = false };

		if (filter->count == FILTER_SETS)
			return problem_set(why, "more than %d filters",
					   FILTER_SETS);
		if (!read_set(&set, list, length, catalogue, why))
			return false;
		filter->sets[filter->count++] = set;
		list += length;
		if (*list++ == '\0')
			return true;
	}
}
