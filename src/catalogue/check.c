#include "catalogue/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/xalloc.h"
#include "catalogue/check_guides.h"
#include "catalogue/code.h"
#include "catalogue/draft_ids.h"
#include "catalogue/id.h"

/* RFC 9110 section 15.1, and for 451 RFC 7725 section 3. */
static const char *const cacheable_codes[] = { "200", "203", "204", "206",
					       "300", "301", "308", "404",
					       "405", "410", "414", "451",
					       "501" };

struct checker {
	struct drafts *drafts;
	const struct draft_ids *ids;
	struct fault_list *faults;
};

static const char *id_of(const struct draft *draft)
{
	return draft_text(draft, FIELD_ID);
}

/* The id, of the drafts and of their base, that is nearest to what is not. */
static const char *nearest_id(const struct checker *checker, const char *id)
{
	const struct drafts *drafts = checker->drafts;
	struct nearest nearest;

	nearest_start(&nearest, id);
	for (size_t i = 0; i < drafts->count; i++)
		nearest_offer(&nearest, id_of(&drafts->drafts[i]));
	for (entry_t i = 0; drafts->base != NULL &&
			    i < catalogue_count(drafts->base);
	     i++)
		nearest_offer(&nearest, catalogue_id(drafts->base, i));
	return nearest.found;
}

static void report_nothing(const struct checker *checker,
			   const struct draft *draft, yaml_t node,
			   const char *id)
{
	const char *nearest = NULL;

	if (fault_wanted(checker->faults, draft->source->name))
		nearest = nearest_id(checker, id);
	if (nearest != NULL)
		draft_fault(draft, node, checker->faults,
			    "no entry has the id '%s'; expected '%s'?", id,
			    nearest);
	else
		draft_fault(draft, node, checker->faults,
			    "no entry has the id '%s'; expected one that does",
			    id);
}

/* Whether there is an entry to which the node leads. */
static bool check_known(const struct checker *checker,
			const struct draft *draft, yaml_t node)
{
	const char *id = yaml_text(&draft->source->yaml, node);
	enum sort sort;

	if (draft_ids_known(checker->ids, id, &sort))
		return true;
	if (!drafts_lost(checker->drafts, id))
		report_nothing(checker, draft, node, id);
	return false;
}

static void check_link(const struct checker *checker,
		       const struct draft *draft, yaml_t node)
{
	const char *id = yaml_text(&draft->source->yaml, node);

	if (check_known(checker, draft, node) && strcmp(id, id_of(draft)) == 0)
		draft_fault(draft, node, checker->faults,
			    "the entry leads to itself; expected another id");
}

/* The links in the part `part` of the records from `item` on. */
static void check_items(const struct checker *checker,
			const struct draft *draft, enum field field,
			yaml_t item, size_t part)
{
	for (; item != YAML_NONE;
	     item = yaml_node(&draft->source->yaml, item)->next) {
		yaml_t link = draft_part(draft, field, item, part);

		if (link != YAML_NONE)
			check_link(checker, draft, link);
	}
}

static void check_links(const struct checker *checker,
			const struct draft *draft)
{
	const struct yaml *yaml = &draft->source->yaml;
	yaml_t choices = draft_items(draft, FIELD_CHOICES);

	for (yaml_t item = draft_items(draft, FIELD_GOES_WITH);
	     item != YAML_NONE; item = yaml_node(yaml, item)->next)
		check_link(checker, draft, item);
	if (draft->value[FIELD_PARENT] != YAML_NONE)
		check_link(checker, draft, draft->value[FIELD_PARENT]);
	check_items(checker, draft, FIELD_SEE_ALSO,
		    draft_items(draft, FIELD_SEE_ALSO), PART_SEE_ID);
	check_items(checker, draft, FIELD_CHOICES, choices, PART_CHOICE_TO);
	for (yaml_t item = choices; item != YAML_NONE;
	     item = yaml_node(yaml, item)->next) {
		yaml_t houses = draft_part(draft, FIELD_CHOICES, item,
					   PART_CHOICE_HOUSES);

		if (houses != YAML_NONE)
			check_items(checker, draft, FIELD_HOUSES,
				    yaml_node(yaml, houses)->first,
				    PART_HOUSE_CODE);
	}
}

/* A reason stands beside statuses, and hangs under its origin. */
static void check_reason(const struct checker *checker,
			 const struct draft *draft)
{
	const struct yaml *yaml = &draft->source->yaml;
	const char *parent = draft_text(draft, FIELD_PARENT);
	const char *id = id_of(draft);
	bool reason = draft_sort(draft) == SORT_REASON;

	if (!reason && draft->value[FIELD_GOES_WITH] != YAML_NONE)
		draft_fault(draft, draft->value[FIELD_GOES_WITH],
			    checker->faults,
			    "'goes_with' stands on '%s', which is no reason; "
			    "expected it on an id such as haproxy:sH",
			    id);
	for (yaml_t item = draft_items(draft, FIELD_GOES_WITH);
	     item != YAML_NONE; item = yaml_node(yaml, item)->next) {
		const char *status = yaml_text(yaml, item);
		enum sort sort;

		if (draft_ids_known(checker->ids, status, &sort) &&
		    sort != SORT_CODE)
			draft_fault(draft, item, checker->faults,
				    "'%s' is no code; expected a status that "
				    "the reason stands beside",
				    status);
	}
	if (reason && parent != NULL &&
	    (!id_starts(parent, "vendor") ||
	     strlen(id_rest(parent)) != id_origin_length(id) ||
	     strncmp(id_rest(parent), id, id_origin_length(id)) != 0))
		draft_fault(draft, draft->value[FIELD_PARENT], checker->faults,
			    "the parent of the reason '%s' is '%s'; expected "
			    "'vendor:%.*s', or no such key",
			    id, parent, (int)id_origin_length(id), id);
}

/* What is known of the chain of parents from a draft on. */
enum chain { CHAIN_UNKNOWN, CHAIN_WALKED, CHAIN_ENDS, CHAIN_CIRCLES };

/* The draft of the parent; the count of drafts when it has none. */
static size_t parent_of(const struct checker *checker, size_t number)
{
	const char *parent = draft_text(&checker->drafts->drafts[number],
					FIELD_PARENT);

	return parent == NULL ? checker->drafts->count :
				draft_ids_find(checker->ids, parent);
}

/*
 * Walk up from a draft to what is known, then once more to note it, so that no
 * draft is walked over more than twice.
 */
static void find_chain(const struct checker *checker, enum chain *chains,
		       size_t number)
{
	size_t at = number;
	enum chain found;

	while (at < checker->drafts->count && chains[at] == CHAIN_UNKNOWN) {
		chains[at] = CHAIN_WALKED;
		at = parent_of(checker, at);
	}
	if (at == checker->drafts->count)
		found = CHAIN_ENDS;
	else
		found = chains[at] == CHAIN_WALKED ? CHAIN_CIRCLES :
						     chains[at];
	for (at = number; at < checker->drafts->count &&
			  chains[at] == CHAIN_WALKED;
	     at = parent_of(checker, at))
		chains[at] = found;
}

static void check_ancestors(const struct checker *checker)
{
	struct drafts *drafts = checker->drafts;
	enum chain *chains = xcalloc(drafts->count, sizeof(*chains));

	for (size_t i = 0; i < drafts->count; i++) {
		struct draft *draft = &drafts->drafts[i];

		find_chain(checker, chains, i);
		if (chains[i] != CHAIN_CIRCLES)
			continue;
		draft->unsound = true;
		draft_fault(draft, draft->value[FIELD_PARENT], checker->faults,
			    "the parents go round in a circle; "
			    "expected them to end");
	}
	free(chains);
}

/* Kind and id agree on whether it is a page; what is no page has its code. */
static void check_code(const struct checker *checker, const struct draft *draft)
{
	const char *kind = draft_text(draft, FIELD_KIND);
	const char *code = draft_text(draft, FIELD_CODE);
	const char *id = id_of(draft);
	enum sort sort = draft_sort(draft);
	struct code rest;

	if (strcmp(kind, "page") != 0 && sort > SORT_REASON)
		draft_fault(draft, draft->value[FIELD_KIND], checker->faults,
			    "the kind is '%s', and the id '%s' is that of a "
			    "page; expected page",
			    kind, id);
	else if (sort <= SORT_REASON && strcmp(id_rest(id), code) != 0)
		draft_fault(draft, draft->value[FIELD_CODE], checker->faults,
			    "the code '%s' is not that of the id '%s'; "
			    "expected '%s'",
			    code, id, id_rest(id));
	else if (sort == SORT_FAMILY && code_parse(id_rest(id), &rest) &&
		 code_is_word(&rest))
		draft_fault(draft, draft->value[FIELD_ID], checker->faults,
			    "the page '%s' has no number in its id; expected "
			    "one such as cloudflare:1xxx",
			    id);
}

static void check_vendor(const struct checker *checker,
			 const struct draft *draft)
{
	const char *vendor = draft_text(draft, FIELD_VENDOR);
	const char *id = id_of(draft);

	if (vendor == NULL) {
		if (strcmp(draft_text(draft, FIELD_KIND), "vendor") == 0)
			draft_fault(draft, draft->node, checker->faults,
				    "the entry has no 'vendor'; expected one, "
				    "since its kind is vendor");
		return;
	}
	if (strlen(vendor) != id_origin_length(id) ||
	    strncmp(vendor, id, strlen(vendor)) != 0)
		draft_fault(draft, draft->value[FIELD_VENDOR], checker->faults,
			    "the vendor '%s' is not that of the id '%s'; "
			    "expected what stands before its colon",
			    vendor, id);
}

/* Without its page a code has an origin that nobody explains. */
static void check_origin(const struct checker *checker,
			 const struct draft *draft)
{
	const char *vendor = draft_text(draft, FIELD_VENDOR);
	struct strbuf page;
	enum sort sort;

	if (vendor == NULL)
		return;
	strbuf_init(&page);
	strbuf_add(&page, "vendor:");
	strbuf_add(&page, vendor);
	if (!draft_ids_known(checker->ids, strbuf_text(&page), &sort) &&
	    !drafts_lost(checker->drafts, strbuf_text(&page)))
		draft_fault(draft, draft->value[FIELD_VENDOR], checker->faults,
			    "the vendor '%s' has no page; "
			    "expected an entry with the id '%s'",
			    vendor, strbuf_text(&page));
	strbuf_clear(&page);
}

static void check_cacheable(const struct checker *checker,
			    const struct draft *draft)
{
	const char *id = id_of(draft);
	const char *value = draft_text(draft, FIELD_CACHEABLE);
	bool claimed = value != NULL && strcmp(value, "yes") == 0;
	bool is = false;

	for (size_t i = 0;
	     i < sizeof(cacheable_codes) / sizeof(*cacheable_codes); i++)
		is = is || strcmp(id, cacheable_codes[i]) == 0;
	if (claimed && !is)
		draft_fault(draft, draft->value[FIELD_CACHEABLE],
			    checker->faults,
			    "'cacheable' is yes on '%s'; expected no, since it "
			    "is not among the codes of RFC 9110 section 15.1 "
			    "and RFC 7725 section 3",
			    id);
	if (is && !claimed)
		draft_fault(draft, draft->node, checker->faults,
			    "'%s' is not 'cacheable: yes'; expected it, since "
			    "RFC 9110 section 15.1 or RFC 7725 section 3 "
			    "makes it so",
			    id);
}

/* What is added to a base does not speak for the registry. */
static void check_added(const struct checker *checker,
			const struct draft *draft)
{
	const char *id = id_of(draft);

	if (checker->drafts->base != NULL && id_origin_length(id) == 0)
		draft_fault(draft, draft->value[FIELD_ID], checker->faults,
			    "the id '%s' is one of the registry; expected an "
			    "origin before it, such as ours:%s",
			    id, id);
}

/* Whether the draft breaks no rule that keeps it from being an entry. */
static bool is_sound(const struct checker *checker, size_t number)
{
	const struct draft *draft = &checker->drafts->drafts[number];
	size_t before = checker->faults->total;

	check_code(checker, draft);
	check_reason(checker, draft);
	check_vendor(checker, draft);
	check_cacheable(checker, draft);
	check_added(checker, draft);
	return checker->faults->total == before &&
	       draft_ids_find(checker->ids, id_of(draft)) == number &&
	       !drafts_in_base(checker->drafts, id_of(draft));
}

/* The links of a note, which has a place of its own and no id. */
static void check_note(const struct checker *checker, const struct note *note)
{
	const struct yaml *yaml = &note->source->yaml;
	struct draft draft = { .source = note->source };
	yaml_t item = note->value[NOTE_SEE_ALSO] == YAML_NONE ?
			      YAML_NONE :
			      yaml_node(yaml, note->value[NOTE_SEE_ALSO])->first;

	if (checker->drafts->base == NULL)
		draft_fault(&draft, note->node, checker->faults,
			    "a note on an entry of the same catalogue; "
			    "expected its text in the entry");
	check_known(checker, &draft, note->value[NOTE_TO]);
	for (; item != YAML_NONE; item = yaml_node(yaml, item)->next)
		check_known(checker, &draft,
			    draft_part(&draft, FIELD_SEE_ALSO, item,
				       PART_SEE_ID));
}

static void check_notes(const struct checker *checker)
{
	const struct drafts *drafts = checker->drafts;

	for (size_t i = 0; i < drafts->note_count; i++)
		check_note(checker, &drafts->notes[i]);
}

bool drafts_check(struct drafts *drafts, struct fault_list *faults)
{
	size_t before = faults->total;
	struct draft_ids ids;
	struct checker checker = { drafts, &ids, faults };

	draft_ids_init(&ids, drafts, faults);
	for (size_t i = 0; i < drafts->count; i++) {
		drafts->drafts[i].unsound = !is_sound(&checker, i);
		check_links(&checker, &drafts->drafts[i]);
		check_origin(&checker, &drafts->drafts[i]);
	}
	check_ancestors(&checker);
	check_notes(&checker);
	check_guides(drafts, &ids, faults);
	draft_ids_clear(&ids);
	return faults->total == before;
}
