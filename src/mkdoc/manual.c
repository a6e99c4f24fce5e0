#include "mkdoc/manual.h"

#include <stdbool.h>
#include <string.h>

#include "catalogue/schema.h"
#include "cli/options.h"
#include "model/action.h"

/* What roff would take for its own. */
static void put_char(FILE *out, char c)
{
	switch (c) {
	case '\\':
		fputs("\\e", out);
		break;
	case '^':
		fputs("\\[ha]", out);
		break;
	case '~':
		fputs("\\[ti]", out);
		break;
	case '`':
		fputs("\\[ga]", out);
		break;
	case '\'':
		fputs("\\[aq]", out);
		break;
	case '"':
		fputs("\\[dq]", out);
		break;
	default:
		fputc(c, out);
	}
}

/* Whether a word is a delimiter of mdoc's, or could be one of its macros. */
static bool is_special(const char *word, size_t length)
{
	if (length == 1)
		return strchr(".,:;()[]?!|", *word) != NULL;
	return length <= 3 && word[0] >= 'A' && word[0] <= 'Z';
}

/* A word as an argument of a macro. */
static void put_word(FILE *out, const char *word, size_t length)
{
	if (is_special(word, length))
		fputs("\\&", out);
	for (size_t i = 0; i < length; i++)
		put_char(out, word[i]);
}

/* Of words that are parted by blanks, the first, and what follows it. */
static size_t word_length(const char *words)
{
	return strcspn(words, " ");
}

static const char *next_word(const char *words)
{
	words += word_length(words);
	return words + (*words == ' ');
}

/*
 * A text that is not empty, each sentence on lines of its own; `column` bytes
 * stand on the first line.
 */
static void put_text(FILE *out, const char *text, size_t column)
{
	enum { WIDTH = 78 };

	while (*text != '\0') {
		size_t length = word_length(text);
		bool ends = text[length - 1] == '.';

		/* At the start of a line a full stop is a request. */
		if (column == 0 && *text == '.')
			fputs("\\&", out);
		for (size_t i = 0; i < length; i++)
			put_char(out, text[i]);
		column += length + 1;
		text = next_word(text);
		if (*text == '\0')
			fputs(ends ? "\n" : ".\n", out);
		else if (ends || column + word_length(text) > WIDTH)
			column = 0;
		if (*text != '\0')
			fputc(column == 0 ? '\n' : ' ', out);
	}
}

/* ------------------------------------------------------------------------
 * Keys
 */

static void put_title(FILE *out, const char *title)
{
	fputs(".Ss", out);
	for (; *title != '\0'; title = next_word(title)) {
		fputc(' ', out);
		put_word(out, title, word_length(title));
	}
	fputc('\n', out);
}

static bool is_digit(const char *keys)
{
	return word_length(keys) == 1 && *keys >= '0' && *keys <= '9';
}

/* The last of the digits that follow each other from `keys` on. */
static const char *last_digit(const char *keys)
{
	while (is_digit(keys) && is_digit(next_word(keys)))
		keys = next_word(keys);
	return keys;
}

/* Keys as arguments of Ic; a row of digits as `0 to 9`. */
static void put_keys(FILE *out, const char *keys)
{
	fputs(".It Ic", out);
	while (*keys != '\0') {
		const char *last = last_digit(keys);

		fputc(' ', out);
		put_word(out, keys, word_length(keys));
		if (last != keys)
			fprintf(out, " No to Ic %c", *last);
		keys = next_word(last);
		if (*keys != '\0')
			fputs(" ,", out);
	}
	fputc('\n', out);
}

void manual_keys(FILE *out)
{
	for (enum group group = 0; group < GROUP_COUNT; group++) {
		put_title(out, group_title(group));
		fputs(".Bl -tag -width Ds\n", out);
		for (enum action action = 0; action < ACTION_COUNT; action++) {
			const struct action_row *row = action_row(action);

			if (row->group != group)
				continue;
			put_keys(out, row->keys);
			put_text(out, row->text, 0);
		}
		fputs(".El\n", out);
	}
}

/* ------------------------------------------------------------------------
 * Options
 */

static char upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

void manual_options(FILE *out)
{
	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row(i);

		fputs(".It", out);
		if (row->letter != '\0')
			fprintf(out, " Fl %c ,", row->letter);
		fprintf(out, " Fl -%s", row->word);
		if (row->argument != NULL)
			fprintf(out, " Ns = Ns Ar %s", row->argument);
		fputc('\n', out);
		put_char(out, upper(*row->help));
		put_text(out, row->help + 1, 1);
	}
}

/* ------------------------------------------------------------------------
 * Fields
 */

static void put_parts(FILE *out, enum field field)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	fputs("array of objects with", out);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s Va %s", i == 0 ? "" : " ,", parts[i].key);
}

/* What export.c writes for a field of this type. */
static void put_json_type(FILE *out, enum field field)
{
	const struct field_rule *rule = schema_field(field);

	switch (rule->type) {
	case TYPE_FLAG:
		fputs(field == FIELD_CACHEABLE ? "true, false or null" :
						 "true or false",
		      out);
		break;
	case TYPE_LIST:
	case TYPE_EMITTERS:
		fputs("array of strings", out);
		break;
	case TYPE_RECORDS:
		put_parts(out, field);
		break;
	default:
		fputs(rule->need == NEED_ALWAYS ? "string" : "string or null",
		      out);
	}
}

/* The help of a flag says what `yes` or `no` means: true and false here. */
static void put_help(FILE *out, const struct field_rule *rule)
{
	const char *text = rule->help;

	if (rule->type == TYPE_FLAG && strncmp(text, "yes:", 4) == 0) {
		fputs(".Ql true :\n", out);
		text += 5;
	} else if (rule->type == TYPE_FLAG && strncmp(text, "no:", 3) == 0) {
		fputs(".Ql false :\n", out);
		text += 4;
	}
	put_text(out, text, 0);
}

static void put_choices(FILE *out, const struct names *names)
{
	fputs("Words:\n", out);
	for (size_t i = 0; i < names->count; i++)
		fprintf(out, ".Ql %s%s\n", names->texts[i],
			i + 1 < names->count ? " ," : " .");
}

void manual_fields(FILE *out)
{
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);

		fprintf(out, ".It Va %s Pq ", rule->key);
		put_json_type(out, field);
		fputc('\n', out);
		put_help(out, rule);
		if (schema_choices(rule->type) != NULL)
			put_choices(out, schema_choices(rule->type));
	}
}

/* ------------------------------------------------------------------------
 * The format
 */

static void put_source_type(FILE *out, enum field field)
{
	static const char *const texts[] = {
		[TYPE_ID] = "an id",	    [TYPE_CODE] = "a code",
		[TYPE_NUMBER] = "a code",   [TYPE_TEXT] = "text",
		[TYPE_PROSE] = "prose",	    [TYPE_VERBATIM] = "lines",
		[TYPE_FLAG] = "yes or no",  [TYPE_DATE] = "a date",
		[TYPE_URL] = "an address",  [TYPE_LINK] = "an id",
		[TYPE_LIST] = "a list of text",
		[TYPE_LINKS] = "a list of ids",
		[TYPE_EMITTERS] = "a list of words",
		[TYPE_KIND] = "a word",	    [TYPE_STATE] = "a word",
		[TYPE_FINALITY] = "a word", [TYPE_LEVEL] = "a word",
		[TYPE_OVERVIEW] = "a word",
	};
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	if (count == 0) {
		fputs(texts[schema_field(field)->type], out);
		return;
	}
	fputs("a list of records with", out);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s Va %s", i == 0 ? "" : " ,", parts[i].key);
}

static const char *source_need(enum need need)
{
	switch (need) {
	case NEED_ALWAYS:
		return ", required";
	case NEED_CODES:
		return ", required of codes";
	case NEED_UNASKED:
		return ", required but of guides";
	default:
		return "";
	}
}

void manual_format(FILE *out)
{
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);

		if (rule->need == NEED_NEVER)
			continue;
		fprintf(out, ".It Va %s Pq ", rule->key);
		put_source_type(out, field);
		fprintf(out, "%s\n", source_need(rule->need));
		put_text(out, rule->help, 0);
		if (schema_choices(rule->type) != NULL)
			put_choices(out, schema_choices(rule->type));
	}
}
