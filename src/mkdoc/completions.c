#include "mkdoc/completions.h"

#include <string.h>

#include "catalogue/names.h"
#include "cli/options.h"

/* A text inside single quotes, `special` of it behind a backslash. */
static void put_quoted(FILE *out, const char *text, const char *special)
{
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			fputs("'\\'", out);
		else if (strchr(special, *text) != NULL)
			fputc('\\', out);
		fputc(*text, out);
	}
}

/* The sets of --filter that are words of their own. */
static void put_sets(FILE *out)
{
	for (enum kind i = 0; i < KIND_PAGE; i++)
		fprintf(out, "%s ", kind_names.texts[i]);
	for (size_t i = 0; i < state_names.count; i++)
		fprintf(out, "%s ", state_names.texts[i]);
	for (enum code_class i = CLASS_1XX; i < CLASS_VENDORS; i++)
		fprintf(out, "class:%s ", class_names.texts[i]);
	for (size_t i = 0; i < emitter_names.count; i++)
		fprintf(out, "sent-by:%s ", emitter_names.texts[i]);
	fputs("user log-only cacheable retry out-of-use", out);
}

/* ------------------------------------------------------------------------
 * bash
 */

void completions_bash(FILE *out)
{
	fputs("_httree_options='", out);
	for (enum option_name i = 0; i < OPTION_COUNT; i++)
		fprintf(out, "%s--%s%s", i == 0 ? "" : "\n",
			option_row(i)->word,
			option_row(i)->argument == NULL ? "" : "=");
	fputs("'\n_httree_letters='", out);
	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row(i);

		if (row->letter != '\0' && row->argument != NULL)
			fprintf(out, " -%c=%s", row->letter, row->word);
	}
	fputs(" '\n_httree_sets='", out);
	put_sets(out);
	fputs("'\n", out);
}

/* ------------------------------------------------------------------------
 * zsh
 */

static void put_zsh_option(FILE *out, const struct option_row *row)
{
	const char *sign = row->argument == NULL ? "" : "=";

	fputc('\t', out);
	if (row->letter != '\0')
		fprintf(out, "'(-%c --%s)'{-%c%s,--%s%s}'", row->letter,
			row->word, row->letter,
			row->argument == NULL ? "" : "+", row->word, sign);
	else
		fprintf(out, "'--%s%s", row->word, sign);
	fputc('[', out);
	put_quoted(out, row->help, "[]");
	fputc(']', out);
	if (row->argument != NULL) {
		fputc(':', out);
		put_quoted(out, row->argument, ":");
		fprintf(out, ": _httree_values %s", row->word);
	}
	fputs("'\n", out);
}

void completions_zsh(FILE *out)
{
	fputs("_httree_options=(\n", out);
	for (enum option_name i = 0; i < OPTION_COUNT; i++)
		put_zsh_option(out, option_row(i));
	fputs(")\n_httree_sets=(", out);
	put_sets(out);
	fputs(")\n", out);
}

/* ------------------------------------------------------------------------
 * fish
 */

static void put_fish_option(FILE *out, const struct option_row *row)
{
	fputs("complete -c httree", out);
	if (row->letter != '\0')
		fprintf(out, " -s %c", row->letter);
	fprintf(out, " -l %s", row->word);
}

/* The values have a command of their own: they would get the description. */
void completions_fish(FILE *out)
{
	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row(i);

		put_fish_option(out, row);
		fputs(row->argument == NULL ? " -d '" : " -x -d '", out);
		put_quoted(out, row->help, "\\");
		fputs("'\n", out);
		if (row->argument == NULL)
			continue;
		put_fish_option(out, row);
		fprintf(out, " -x -a '(__httree_values %s)'\n", row->word);
	}
	fputs("set -g __httree_sets ", out);
	put_sets(out);
	fputc('\n', out);
}
