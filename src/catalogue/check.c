#include "catalogue/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/xalloc.h"
#include "catalogue/id.h"

/* RFC 9110 section 15.1, and for 451 RFC 7725 section 3. */
static const char *const cacheable_codes[] = { "200", "203", "204", "206",
					       "300", "301", "308", "404",
					       "405", "410", "414", "451",
					       "501" };

struct checker {
	const struct drafts *drafts;
	struct fault_list *faults;
	struct intern ids;
	size_t *owners; /* id number -> draft; a number beyond is no draft's */
	size_t known;
};

static const char *id_of(const struct draft *draft)
{
	return draft_text(draft, FIELD_ID);
}

/* The draft with this id, or the number of drafts. */
static size_t find(struct checker *checker, const char *id)
{
	uint32_t number = intern_add(&checker->ids, id, strlen(id));

	return number < checker->known ? checker->owners[number] :
					 checker->drafts->count;
}

static void collect_ids(struct checker *checker)
{
	const struct drafts *drafts = checker->drafts;

	for (size_t i = 0; i < drafts->count; i++) {
		const struct draft *draft = &drafts->drafts[i];
		const char *id = id_of(draft);
		uint32_t number = intern_add(&checker->ids, id, strlen(id));

		if (number < checker->known) {
			const struct draft *other =
				&drafts->drafts[checker->owners[number]];
			struct place place = yaml_place(
				&other->source->yaml, other->node);

			draft_fault(draft, draft->value[FIELD_ID],
				    checker->faults,
				    "the id '%s' is used at %s:%u; "
				    "expected one that is not used",
				    id, place.file, place.line);
			continue;
		}
		checker->owners[checker->known++] = i;
	}
}

static void check_link(struct checker *checker, const struct draft *draft,
		       yaml_t node)
{
	const char *id = yaml_text(&draft->source->yaml, node);

	if (find(checker, id) == checker->drafts->count)
		draft_fault(draft, node, checker->faults,
			    "no entry has the id '%s'; expected one that does",
			    id);
	else if (strcmp(id, id_of(draft)) == 0)
		draft_fault(draft, node, checker->faults,
			    "the entry leads to itself; expected another id");
}

static void check_links(struct checker *checker, const struct draft *draft)
{
	const struct yaml *yaml = &draft->source->yaml;

	if (draft->value[FIELD_PARENT] != YAML_NONE)
		check_link(checker, draft, draft->value[FIELD_PARENT]);
	for (yaml_t item = draft_items(draft, FIELD_SEE_ALSO);
	     item != YAML_NONE; item = yaml_node(yaml, item)->next)
		check_link(checker, draft,
			   draft_part(draft, FIELD_SEE_ALSO, item,
				      PART_SEE_ID));
}

/* A chain of parents that is longer than there are entries is a circle. */
static void check_ancestors(struct checker *checker, const struct draft *draft)
{
	const struct drafts *drafts = checker->drafts;
	const struct draft *at = draft;
	size_t steps = 0;

	while (at->value[FIELD_PARENT] != YAML_NONE &&
	       steps <= drafts->count) {
		size_t next = find(checker, draft_text(at, FIELD_PARENT));

		if (next == drafts->count)
			return;
		at = &drafts->drafts[next];
		steps++;
	}
	if (steps > drafts->count)
		draft_fault(draft, draft->value[FIELD_PARENT], checker->faults,
			    "the parents go round in a circle; "
			    "expected them to end");
}

static void check_code(struct checker *checker, const struct draft *draft)
{
	const char *kind = draft_text(draft, FIELD_KIND);
	const char *code = draft_text(draft, FIELD_CODE);
	const char *id = id_of(draft);

	if (strcmp(kind, "page") == 0 || strcmp(id_rest(id), code) == 0)
		return;
	draft_fault(draft, draft->value[FIELD_CODE], checker->faults,
		    "the code '%s' is not that of the id '%s'; expected '%s'",
		    code, id, id_rest(id));
}

static void check_vendor(struct checker *checker, const struct draft *draft)
{
	const char *vendor = draft_text(draft, FIELD_VENDOR);
	const char *id = id_of(draft);
	struct strbuf page;

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
	strbuf_init(&page);
	strbuf_addf(&page, "vendor:%s", vendor);
	if (find(checker, strbuf_text(&page)) == checker->drafts->count)
		draft_fault(draft, draft->value[FIELD_VENDOR], checker->faults,
			    "the vendor '%s' has no page; "
			    "expected an entry with the id '%s'",
			    vendor, strbuf_text(&page));
	strbuf_clear(&page);
}

static void check_cacheable(struct checker *checker, const struct draft *draft)
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

bool drafts_check(const struct drafts *drafts, struct fault_list *faults)
{
	size_t before = faults->total;
	struct checker checker = { .drafts = drafts, .faults = faults };

	intern_init(&checker.ids);
	checker.owners = xcalloc(drafts->count, sizeof(*checker.owners));
	collect_ids(&checker);
	for (size_t i = 0; i < drafts->count; i++) {
		const struct draft *draft = &drafts->drafts[i];

		check_links(&checker, draft);
		check_ancestors(&checker, draft);
		check_code(&checker, draft);
		check_vendor(&checker, draft);
		check_cacheable(&checker, draft);
	}
	free(checker.owners);
	intern_clear(&checker.ids);
	return faults->total == before;
}
