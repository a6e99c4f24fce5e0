/* What of a command line only a catalogue can explain. */
#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "catalogue/id.h"

/* An origin is one of the catalogue, however its letters are written. */
static bool parse_origin(struct options *options, const char *text,
			 const struct catalogue *catalogue)
{
	struct strbuf id;
	bool known;

	strbuf_init(&id);
	strbuf_add(&id, "vendor:");
	for (; *text != '\0'; text++)
		strbuf_add_char(&id, *text >= 'A' && *text <= 'Z' ?
					     (char)(*text - 'A' + 'a') :
					     *text);
	known = catalogue_find(catalogue, id.text) != ENTRY_NONE;
	free(options->log_origin);
	options->log_origin = known ? xstrdup(id_rest(id.text)) : NULL;
	strbuf_clear(&id);
	return known;
}

static bool resolve(struct options *options,
		    const struct unresolved *unresolved,
		    const struct catalogue *catalogue, struct problem *why)
{
	if (unresolved->option == OPTION_FILTER)
		return filter_parse(&options->filter, unresolved->text,
				    catalogue, why);
	return parse_origin(options, unresolved->text, catalogue) ||
	       problem_word(why, "--log-origin is", unresolved->text,
			    strlen(unresolved->text),
			    ": expected an origin of the catalogue, such as nginx");
}

bool options_resolve(struct options *options, const struct catalogue *catalogue,
		     struct problem *why)
{
	struct problem fault;

	for (size_t i = 0; i < options->unresolved_count; i++) {
		const struct unresolved *unresolved = &options->unresolved[i];

		if (resolve(options, unresolved, catalogue, &fault))
			continue;
		return unresolved->habit ?
			       problem_set(why, "in HTTREE_OPTIONS: %.480s",
					   fault.text) :
			       problem_set(why, "%s", fault.text);
	}
	return true;
}
