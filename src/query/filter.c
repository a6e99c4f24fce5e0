#include "query/filter.h"

#include <string.h>

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
	return length == strlen(set->name) &&
	       memcmp(name, set->name, length) == 0;
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
	       (a->name == b->name || strcmp(a->name, b->name) == 0);
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
	case FILTER_CATALOGUE:
		return catalogue_is_user(catalogue, entry) &&
		       strcmp(catalogue_name(catalogue, entry), set->name) == 0;
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
		strbuf_addf(text, "vendor:%s", set->name);
		break;
	case FILTER_USER:
		strbuf_add(text, "user");
		break;
	case FILTER_CATALOGUE:
		strbuf_addf(text, "catalogue:%s", set->name);
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

unsigned int filter_hides_in(const struct filter *filter, enum kind kind,
			     uint64_t sets)
{
	unsigned int wanted = 0, found = 0, hides = 0;

	if (filter->hidden[kind])
		hides |= 1U << FILTER_KIND;
	for (size_t i = 0; i < filter->count; i++) {
		const struct filter_set *set = &filter->sets[i];
		bool in = (sets >> i & 1) != 0;
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

static unsigned int hides(const struct filter *filter,
			  const struct catalogue *catalogue, entry_t entry)
{
	uint64_t sets = 0;

	for (size_t i = 0; i < filter->count; i++) {
		if (filter_set_has(&filter->sets[i], catalogue, entry))
			sets |= UINT64_C(1) << i;
	}
	return filter_hides_in(filter, catalogue_kind(catalogue, entry), sets);
}

bool filter_shows(const struct filter *filter,
		  const struct catalogue *catalogue, entry_t entry)
{
	return lets_through(filter, entry) &&
	       hides(filter, catalogue, entry) == 0;
}
