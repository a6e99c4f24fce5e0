#include "query/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "catalogue/id.h"

void filter_init(struct filter *filter)
{
	*filter = (struct filter){ 0 };
}

bool filter_active(const struct filter *filter)
{
	for (enum kind kind = 0; kind < KIND_COUNT; kind++) {
		if (filter->hidden[kind])
			return true;
	}
	return filter->count > 0;
}

static bool origin_is(const struct catalogue *catalogue, entry_t entry,
		      const struct filter_set *set)
{
	const char *name = catalogue_id(catalogue, entry);
	size_t length = id_origin_length(name);

	if (catalogue_sort(catalogue, entry) == SORT_ORIGIN) {
		name = id_rest(name);
		length = strlen(name);
	}
	return length == strlen(set->origin) &&
	       memcmp(name, set->origin, length) == 0;
}

/* Whether what an entry says about trying again names a way to do it. */
static bool tells_retry(const struct catalogue *catalogue, entry_t entry)
{
	static const char *const refusals[] = { "No", "Not", "Nothing",
						"Never" };
	const char *text = catalogue_text(catalogue, entry, FIELD_RETRY);
	size_t length;

	if (text == NULL)
		return false;
	length = strcspn(text, " ,;:.");
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++) {
		if (strlen(refusals[i]) == length &&
		    memcmp(text, refusals[i], length) == 0)
			return false;
	}
	return true;
}

static bool sent_by(const struct catalogue *catalogue, entry_t entry,
		    const char *emitter)
{
	size_t count = catalogue_items(catalogue, entry, FIELD_EMITTED_BY);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(catalogue_item(catalogue, entry, FIELD_EMITTED_BY, i,
					  0),
			   emitter) == 0)
			return true;
	}
	return false;
}

bool filter_set_same(const struct filter_set *a, const struct filter_set *b)
{
	return a->sort == b->sort && a->value == b->value &&
	       (a->sort != FILTER_ORIGIN || strcmp(a->origin, b->origin) == 0);
}

bool filter_set_has(const struct filter_set *set,
		    const struct catalogue *catalogue, entry_t entry)
{
	switch (set->sort) {
	case FILTER_KIND:
		return catalogue_kind(catalogue, entry) == set->value;
	case FILTER_ORIGIN:
		return origin_is(catalogue, entry, set);
	case FILTER_USER:
		return catalogue_is_user(catalogue, entry);
	case FILTER_STATE:
		return catalogue_state(catalogue, entry) == set->value;
	case FILTER_CLASS:
		return catalogue_class(catalogue, entry) == set->value;
	case FILTER_OUT_OF_USE:
		return catalogue_kind(catalogue, entry) != KIND_PAGE &&
		       !state_in_use(catalogue_state(catalogue, entry));
	case FILTER_LOG_ONLY:
		return catalogue_flag(catalogue, entry, FIELD_LOG_ONLY);
	case FILTER_CACHEABLE:
		return catalogue_flag(catalogue, entry, FIELD_CACHEABLE);
	case FILTER_RETRY:
		return tells_retry(catalogue, entry);
	case FILTER_SENT_BY:
		return sent_by(catalogue, entry,
			       emitter_names.texts[set->value]);
	case FILTER_LOGGED:
		return bitset_has(set->entries, entry);
	case FILTER_SORTS:
		break;
	}
	return false;
}

/* Kinds, origins and catalogues answer one question: whose code is it? */
enum filter_sort filter_question(enum filter_sort sort)
{
	if (sort < FILTER_STATE)
		return FILTER_KIND;
	return sort == FILTER_OUT_OF_USE ? FILTER_STATE : sort;
}

static bool lets_through(const struct filter *filter, entry_t entry)
{
	return filter->only == NULL || bitset_has(filter->only, entry);
}

bool filter_finds(const struct filter *filter,
		  const struct catalogue *catalogue, entry_t entry)
{
	if (catalogue_kind(catalogue, entry) == KIND_PAGE)
		return lets_through(filter, entry);
	return filter_shows(filter, catalogue, entry);
}

void filter_set_describe(const struct filter_set *set, struct strbuf *text)
{
	switch (set->sort) {
	case FILTER_KIND:
		strbuf_add(text, kind_names.texts[set->value]);
		break;
	case FILTER_ORIGIN:
		strbuf_addf(text, "vendor:%s", set->origin);
		break;
	case FILTER_USER:
		strbuf_add(text, "user");
		break;
	case FILTER_STATE:
		strbuf_add(text, state_names.texts[set->value]);
		break;
	case FILTER_CLASS:
		strbuf_addf(text, "class:%s", class_names.texts[set->value]);
		break;
	case FILTER_OUT_OF_USE:
		strbuf_add(text, "out-of-use");
		break;
	case FILTER_LOG_ONLY:
		strbuf_add(text, "log-only");
		break;
	case FILTER_CACHEABLE:
		strbuf_add(text, "cacheable");
		break;
	case FILTER_RETRY:
		strbuf_add(text, "retry");
		break;
	case FILTER_SENT_BY:
		strbuf_addf(text, "sent-by:%s",
			    emitter_names.texts[set->value]);
		break;
	case FILTER_LOGGED:
		strbuf_add(text, "in your log");
		break;
	case FILTER_SORTS:
		break;
	}
}

void filter_describe(const struct filter *filter, struct strbuf *text)
{
	for (size_t i = 0; i < filter->count; i++) {
		const struct filter_set *set = &filter->sets[i];

		strbuf_addf(text, "%s%s", i == 0 ? "" : ",",
			    set->without ? "!" : "");
		filter_set_describe(set, text);
	}
}

void filter_add_logged(struct filter *filter, const struct bitset *entries)
{
	if (filter->count < FILTER_SETS)
		filter->sets[filter->count++] = (struct filter_set){
			.sort = FILTER_LOGGED,
			.entries = entries,
		};
}

unsigned int filter_hides(const struct filter *filter,
			  const struct catalogue *catalogue, entry_t entry)
{
	enum kind kind = catalogue_kind(catalogue, entry);
	unsigned int wanted = 0, found = 0, hides = 0;

	if (filter->hidden[kind])
		hides |= 1U << FILTER_KIND;
	for (size_t i = 0; i < filter->count; i++) {
		const struct filter_set *set = &filter->sets[i];
		bool in = filter_set_has(set, catalogue, entry);
		unsigned int question = 1U << filter_question(set->sort);

		if (!set->without) {
			wanted |= question;
			found |= in ? question : 0;
		} else if (in && kind != KIND_PAGE) {
			hides |= question;
		}
	}
	return hides | (wanted & ~found);
}

bool filter_shows(const struct filter *filter,
		  const struct catalogue *catalogue, entry_t entry)
{
	return lets_through(filter, entry) &&
	       filter_hides(filter, catalogue, entry) == 0;
}

/* ------------------------------------------------------------------------
 * Reading
 */

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

/* Say `before` 'word'`after`, the word as it may be printed. */
static bool say_word(struct problem *why, const char *before, const char *word,
		     size_t length, const char *after)
{
	struct strbuf clean;

	strbuf_init(&clean);
	text_clean(&clean, word, length);
	problem_set(why, "%s '%s'%s", before, strbuf_text(&clean), after);
	strbuf_clear(&clean);
	return false;
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
	say_word(why, "no vendor is called", word, length, strbuf_text(&text));
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
	       say_word(why, "no class is called", word, length,
			": expected 1xx to 5xx, outside or warning");
}

static bool parse_origin(struct filter_set *set, const char *word,
			 size_t length, const struct catalogue *catalogue,
			 struct problem *why)
{
	set->sort = FILTER_ORIGIN;
	set->origin = find_origin(catalogue, word, length);
	return set->origin != NULL ||
	       say_origins(why, word, length, catalogue);
}

static bool parse_emitter(struct filter_set *set, const char *word,
			  size_t length, struct problem *why)
{
	set->sort = FILTER_SENT_BY;
	set->value = find_name(&emitter_names, word, length);
	return set->value < emitter_names.count ||
	       say_word(why, "nobody is called", word, length,
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
		set->origin = find_origin(catalogue, word, length);
		return set->origin != NULL ||
		       say_word(why, "no filter is called", word, length,
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
