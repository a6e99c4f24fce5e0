#include "catalogue/check_guides.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "catalogue/id.h"

/* The drafts as a graph that is walked. */
struct walk {
	const struct drafts *drafts;
	const struct draft_ids *ids;
	struct fault_list *faults;
	size_t *depth; /* of each draft; SIZE_MAX while it is not reached */
	size_t *queue;
	size_t count; /* drafts in the queue */
};

static const struct draft *draft_at(const struct walk *walk, size_t number)
{
	return &walk->drafts->drafts[number];
}

static const char *id_of(const struct draft *draft)
{
	return draft_text(draft, FIELD_ID);
}

static bool is_guide(const struct draft *draft)
{
	return draft_sort(draft) == SORT_GUIDE;
}

static void reach(struct walk *walk, const char *id, size_t depth)
{
	size_t number = draft_ids_find(walk->ids, id);

	if (number == walk->drafts->count || walk->depth[number] != SIZE_MAX)
		return;
	walk->depth[number] = depth;
	walk->queue[walk->count++] = number;
}

/* Go to what the records of a list field lead to. */
static void follow(struct walk *walk, const struct draft *draft,
		   enum field field, size_t part, size_t depth)
{
	const struct yaml *yaml = &draft->source->yaml;

	for (yaml_t item = draft_items(draft, field); item != YAML_NONE;
	     item = yaml_node(yaml, item)->next)
		reach(walk,
		      yaml_text(yaml, draft_part(draft, field, item, part)),
		      depth);
}

static void start(struct walk *walk)
{
	walk->count = 0;
	for (size_t i = 0; i < walk->drafts->count; i++)
		walk->depth[i] = SIZE_MAX;
}

/* By the fewest choices from guide:start on. */
static void check_depths(struct walk *walk)
{
	start(walk);
	reach(walk, GUIDE_START, 0);
	for (size_t i = 0; i < walk->count; i++) {
		const struct draft *draft = draft_at(walk, walk->queue[i]);
		size_t depth = walk->depth[walk->queue[i]];

		follow(walk, draft, FIELD_CHOICES, PART_CHOICE_TO, depth + 1);
		if (is_guide(draft) && depth > GUIDE_DEPTH_LIMIT)
			draft_fault(draft, draft->value[FIELD_ID], walk->faults,
				    "'%s' is %zu choices away from %s; "
				    "expected at most %d",
				    id_of(draft), depth, GUIDE_START,
				    GUIDE_DEPTH_LIMIT);
	}
}

/* An entry leads to its parent, to the page of its origin, to its links. */
static void follow_all(struct walk *walk, const struct draft *draft)
{
	const char *parent = draft_text(draft, FIELD_PARENT);
	size_t origin = id_origin_length(id_of(draft));
	struct strbuf page;

	if (parent != NULL)
		reach(walk, parent, 0);
	if (draft_sort(draft) <= SORT_REASON && origin > 0) {
		strbuf_init(&page);
		strbuf_add(&page, "vendor:");
		strbuf_add_bytes(&page, id_of(draft), origin);
		reach(walk, strbuf_text(&page), 0);
		strbuf_clear(&page);
	}
	follow(walk, draft, FIELD_CHOICES, PART_CHOICE_TO, 0);
	follow(walk, draft, FIELD_SEE_ALSO, PART_SEE_ID, 0);
}

/* Guides lead on only from where a reader can stand. */
static void check_reached(struct walk *walk)
{
	start(walk);
	reach(walk, GUIDE_START, 0);
	for (size_t i = 0; i < walk->drafts->count; i++) {
		if (!is_guide(draft_at(walk, i)))
			follow_all(walk, draft_at(walk, i));
	}
	for (size_t i = 0; i < walk->count; i++) {
		if (is_guide(draft_at(walk, walk->queue[i])))
			follow_all(walk, draft_at(walk, walk->queue[i]));
	}
	for (size_t i = 0; i < walk->drafts->count; i++) {
		const struct draft *draft = draft_at(walk, i);
		enum sort sort = draft_sort(draft);

		if (walk->depth[i] == SIZE_MAX && sort > SORT_REASON &&
		    sort != SORT_CLASS)
			draft_fault(draft, draft->value[FIELD_ID], walk->faults,
				    "nothing leads to the page '%s'; expected "
				    "a choice of a guide, or a link",
				    id_of(draft));
	}
}

/* A guide whose name has no dot hangs under guide:start. */
static void check_name(const struct walk *walk, const struct draft *draft)
{
	const char *id = id_of(draft);
	const char *dot = strrchr(id, '.');
	struct strbuf above;
	enum sort sort;

	strbuf_init(&above);
	if (dot == NULL)
		strbuf_add(&above, GUIDE_START);
	else
		strbuf_add_bytes(&above, id, (size_t)(dot - id));
	if (draft_text(draft, FIELD_PARENT) == NULL &&
	    !draft_ids_known(walk->ids, strbuf_text(&above), &sort))
		draft_fault(draft, draft->value[FIELD_ID], walk->faults,
			    "the guide '%s' has none above it; expected an "
			    "entry with the id '%s'",
			    id, strbuf_text(&above));
	strbuf_clear(&above);
}

static void check_choice(const struct walk *walk, const struct draft *draft,
			 yaml_t item)
{
	yaml_t to = draft_part(draft, FIELD_CHOICES, item, PART_CHOICE_TO);
	yaml_t why =
		draft_part(draft, FIELD_CHOICES, item, PART_CHOICE_BECAUSE);
	const char *id = yaml_text(&draft->source->yaml, to);
	enum sort sort;

	if (why == YAML_NONE && draft_ids_known(walk->ids, id, &sort) &&
	    sort <= SORT_REASON)
		draft_fault(draft, item, walk->faults,
			    "the choice leads to '%s' and has no 'because'; "
			    "expected one",
			    id);
}

static void check_choices(const struct walk *walk, const struct draft *draft)
{
	const struct yaml *yaml = &draft->source->yaml;
	size_t count = 0;

	for (yaml_t item = draft_items(draft, FIELD_CHOICES); item != YAML_NONE;
	     item = yaml_node(yaml, item)->next) {
		check_choice(walk, draft, item);
		if (++count == CHOICE_LIMIT + 1)
			draft_fault(draft, item, walk->faults,
				    "the guide has more than %d choices; "
				    "expected a digit for each",
				    CHOICE_LIMIT);
	}
}

static void check_guide(const struct walk *walk, const struct draft *draft)
{
	bool asks = draft->value[FIELD_QUESTION] != YAML_NONE;
	bool answers = draft->value[FIELD_CHOICES] != YAML_NONE;

	check_name(walk, draft);
	check_choices(walk, draft);
	if (asks != answers)
		draft_fault(draft, draft->node, walk->faults,
			    "the guide has '%s' and no '%s'; expected both",
			    asks ? "question" : "choices",
			    asks ? "choices" : "question");
	else if (!answers && draft->value[FIELD_SEE_ALSO] == YAML_NONE &&
		 draft->value[FIELD_TABLE] == YAML_NONE)
		draft_fault(draft, draft->node, walk->faults,
			    "the guide leads nowhere; expected 'choices', "
			    "'table' or 'see_also'");
}

static void check_other(const struct walk *walk, const struct draft *draft)
{
	static const enum field fields[] = { FIELD_QUESTION, FIELD_CHOICES,
					     FIELD_TABLE };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		if (draft->value[fields[i]] != YAML_NONE)
			draft_fault(draft, draft->value[fields[i]],
				    walk->faults,
				    "'%s' stands on '%s', which is no guide; "
				    "expected it on an id such as "
				    "guide:return",
				    schema_field(fields[i])->key, id_of(draft));
	}
}

void check_guides(const struct drafts *drafts, const struct draft_ids *ids,
		  struct fault_list *faults)
{
	struct walk walk = {
		.drafts = drafts,
		.ids = ids,
		.faults = faults,
		.depth = xcalloc(drafts->count, sizeof(size_t)),
		.queue = xcalloc(drafts->count, sizeof(size_t)),
	};

	for (size_t i = 0; i < drafts->count; i++) {
		if (is_guide(draft_at(&walk, i)))
			check_guide(&walk, draft_at(&walk, i));
		else
			check_other(&walk, draft_at(&walk, i));
	}
	/* What is added to a base is reached through the tree. */
	if (drafts->base == NULL) {
		check_depths(&walk);
		check_reached(&walk);
	}
	free(walk.depth);
	free(walk.queue);
}
