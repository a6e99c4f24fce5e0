#include "cli/pairs.h"

/* The forms of an answer, of which one can be had. */
static const enum option_name forms[] = { OPTION_INTERACTIVE, OPTION_LIST,
					  OPTION_BRIEF,       OPTION_FULL,
					  OPTION_JSON,        OPTION_TSV,
					  OPTION_STATS,       OPTION_ANNOTATE,
					  OPTION_CHECK,
					  OPTION_NEW_CATALOGUE };

/* What a form has no use for. */
static const struct {
	enum option_name form;
	enum option_name idle;
} strangers[] = {
	{ OPTION_INTERACTIVE, OPTION_LIMIT },
	{ OPTION_STATS, OPTION_SEARCH },
	{ OPTION_STATS, OPTION_LIMIT },
	{ OPTION_LOG, OPTION_LIST },
	{ OPTION_LOG, OPTION_BRIEF },
	{ OPTION_LOG, OPTION_FULL },
	{ OPTION_LOG, OPTION_STATS },
	{ OPTION_LOG, OPTION_SEARCH },
	{ OPTION_ANNOTATE, OPTION_LOG },
	{ OPTION_ANNOTATE, OPTION_SEARCH },
	{ OPTION_ANNOTATE, OPTION_FILTER },
	{ OPTION_ANNOTATE, OPTION_LIMIT },
	{ OPTION_CHECK, OPTION_LOG },
	{ OPTION_CHECK, OPTION_SEARCH },
	{ OPTION_CHECK, OPTION_FILTER },
	{ OPTION_CHECK, OPTION_LIMIT },
	{ OPTION_CHECK, OPTION_CATALOGUE },
	{ OPTION_CHECK, OPTION_NO_USER_CATALOGUES },
	{ OPTION_NEW_CATALOGUE, OPTION_LOG },
	{ OPTION_NEW_CATALOGUE, OPTION_SEARCH },
	{ OPTION_NEW_CATALOGUE, OPTION_FILTER },
	{ OPTION_NEW_CATALOGUE, OPTION_LIMIT },
	{ OPTION_NEW_CATALOGUE, OPTION_CATALOGUE },
	{ OPTION_NEW_CATALOGUE, OPTION_NO_USER_CATALOGUES },
};

bool pairs_is_form(enum option_name option)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		if (forms[i] == option)
			return true;
	}
	return false;
}

enum option_name pairs_form(const bool *given)
{
	enum option_name option = 0;

	while (option < OPTION_COUNT &&
	       !(given[option] && pairs_is_form(option)))
		option++;
	return option;
}

bool pairs_is_stranger(const bool *given, enum option_name option)
{
	for (size_t i = 0; i < sizeof(strangers) / sizeof(*strangers); i++) {
		if (given[strangers[i].form] && strangers[i].idle == option)
			return true;
	}
	return false;
}

bool pairs_clash(const bool *given, enum option_name *option,
		 enum option_name *other)
{
	*option = pairs_form(given);
	for (*other = 0; *other < OPTION_COUNT && *option != OPTION_COUNT;
	     ++*other) {
		if (given[*other] && *other != *option && pairs_is_form(*other))
			return true;
	}
	for (size_t i = 0; i < sizeof(strangers) / sizeof(*strangers); i++) {
		*option = strangers[i].form;
		*other = strangers[i].idle;
		if (given[*option] && given[*other])
			return true;
	}
	return false;
}
