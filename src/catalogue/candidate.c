#include "catalogue/candidate.h"

#include <string.h>

#include "base/text.h"
#include "catalogue/id.h"

static bool is_yes(const struct draft *draft, enum field field)
{
	const char *text = draft_text(draft, field);

	return text != NULL && strcmp(text, "yes") == 0;
}

static enum code_class class_of(const struct candidate *candidate)
{
	switch (candidate->sort) {
	case SORT_GUIDE:
		return CLASS_GUIDES;
	case SORT_CLASS:
		return (enum code_class)names_find(&class_names,
						   id_rest(candidate->id));
	case SORT_ORIGIN:
		return CLASS_VENDORS;
	default:
		return candidate->kind == KIND_WARNING ?
			       CLASS_WARNING :
			       code_class_of(&candidate->code);
	}
}

struct candidate candidate_of(const struct draft *draft)
{
	const char *code = draft_text(draft, FIELD_CODE);
	const char *state = draft_text(draft, FIELD_STATE);
	struct candidate candidate = {
		.draft = draft,
		.id = draft_text(draft, FIELD_ID),
		.phrase = draft_text(draft, FIELD_PHRASE),
		.sort = draft_sort(draft),
		.kind = (enum kind)names_find(&kind_names,
					      draft_text(draft, FIELD_KIND)),
		.state = STATE_COUNT,
		.everyday = is_yes(draft, FIELD_EVERYDAY),
	};

	if (code != NULL)
		code_parse(code, &candidate.code);
	if (state != NULL)
		candidate.state =
			(enum entry_state)names_find(&state_names, state);
	candidate.code_class = class_of(&candidate);
	return candidate;
}

struct candidate candidate_of_entry(const struct catalogue *catalogue,
				    entry_t entry)
{
	return (struct candidate){
		.entry = entry,
		.id = catalogue_id(catalogue, entry),
		.phrase = catalogue_text(catalogue, entry, FIELD_PHRASE),
		.code = catalogue_code(catalogue, entry),
		.sort = catalogue_sort(catalogue, entry),
		.kind = catalogue_kind(catalogue, entry),
		.state = catalogue_state(catalogue, entry),
		.code_class = catalogue_class(catalogue, entry),
		.everyday = catalogue_everyday(catalogue, entry),
	};
}

/* How little known a meaning is: registered, everyday, in use, the rest. */
static int obscurity(const struct candidate *candidate)
{
	if (id_origin_length(candidate->id) == 0)
		return 0;
	if (candidate->everyday)
		return 1;
	return state_in_use(candidate->state) ? 2 : 3;
}

static int compare_codes(const struct candidate *left,
			 const struct candidate *right)
{
	int order = code_compare(&left->code, &right->code);

	return order != 0 ? order : obscurity(left) - obscurity(right);
}

static int compare_phrases(const struct candidate *left,
			   const struct candidate *right)
{
	return text_compare_ascii(left->phrase, right->phrase);
}

/* Codes, then reasons, then pages of every sort. */
static int stage_of(const struct candidate *candidate)
{
	return candidate->kind == KIND_PAGE   ? 2 :
	       candidate->sort == SORT_REASON ? 1 :
						0;
}

int candidate_compare(const void *a, const void *b, const void *unused)
{
	const struct candidate *left = a, *right = b;
	int order = stage_of(left) - stage_of(right);

	(void)unused;
	if (order == 0)
		order = (int)left->code_class - (int)right->code_class;
	/* They stay in the order in which they were read. */
	if (order == 0 && left->sort == SORT_GUIDE)
		return 0;
	if (order == 0 && left->sort != SORT_REASON)
		order = compare_codes(left, right);
	if (order == 0 && left->kind == KIND_PAGE)
		order = compare_phrases(left, right);
	return order != 0 ? order : strcmp(left->id, right->id);
}
