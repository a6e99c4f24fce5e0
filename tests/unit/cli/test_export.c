#include "cli/export.h"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit/catalogue/sample.h"
#include "unit/cli/paper.h"

/* What a catalogue may hold and a careless writer would trip over. */
static const char hostile[] =
	"- id: x:1\n"
	"  code: \"1\"\n"
	"  phrase: 'say \"no\" \\ or \\n, \\u0041'\n"
	"  kind: vendor\n"
	"  vendor: x\n"
	"  state: current\n"
	"  summary: 'Caf\303\251 \342\202\254 \360\235\204\236 </script> '\n"
	"  means: |\n"
	"    One line, \"quoted\".\n"
	"    Another \\ line.\n"
	"\n"
	"    - an item\n"
	"  keywords: ['a, b', '\"', '\\', \"'\", '[]', '{}', 'null']\n"
	"  headers:\n"
	"    - { name: 'X-\"Q\"', level: MAY, why: 'back\\slash' }\n"
	"  sources: [{ title: 'T \"t\"', url: \"https://a.example/?a=1&b=2\" }]\n"
	"  checked: 2026-11-21\n";

static const char shelf[] =
	STANDARD("404", ", cacheable: yes, parent: \"class:4xx\"")
	STANDARD("405", ", cacheable: no, official: no, everyday: yes,"
			" aliases: [{ phrase: A, from: B }, { phrase: C,"
			" from: D }],"
			" defined_in: [{ document: RFC 9110 }],"
			" emitted_by: [origin, cdn]")
	VENDOR("nginx", "499", ", log_only: yes")
	WARNING("110", "")
	PAGE("class:4xx", "")
	PAGE("vendor:nginx", "");

static const char *json_of(struct paper *paper, const struct sample *sample,
			   const char *id)
{
	entry_t entry = sample_entry(sample, id);

	paper_erase(paper);
	export_json(&paper->manner, &sample->catalogue, &entry, 1);
	return paper_text(paper);
}

/* Whether the one object of `json` has this line. */
static bool has_line(const char *json, const char *line)
{
	const char *found = strstr(json, line);
	size_t length = strlen(line);

	return found != NULL && found[-1] == ' ' &&
	       (found[length] == '\n' ||
		(found[length] == ',' && found[length + 1] == '\n'));
}

/* What jq makes of `json` with `program`, into `answer`. */
static void ask_jq(const char *json, const char *program, char *answer,
		   size_t size)
{
	char path[300], command[400];
	const char *folder = getenv("TMPDIR");
	size_t length;
	FILE *file;

	snprintf(path, sizeof(path), "%s/json.%ld",
		 folder == NULL ? "/tmp" : folder, (long)getpid());
	file = fopen(path, "w");
	cr_assert_neq(file, NULL);
	fputs(json, file);
	fclose(file);
	snprintf(command, sizeof(command), "jq -j '%s' '%s'", program, path);
	file = popen(command, "r");
	cr_assert_neq(file, NULL);
	length = fread(answer, 1, size - 1, file);
	answer[length] = '\0';
	cr_expect_eq(pclose(file), 0, "jq does not read:\n%s", json);
	unlink(path);
}

/*
 * A copy of the image in which `byte` stands wherever `old` did: the reader
 * lets no control character through, but the writers are not to rely on it.
 */
static void taint(struct image *copy, const struct image *image, char old,
		  char byte)
{
	char *text = malloc(image->text_size);

	cr_assert_neq(text, NULL);
	memcpy(text, image->text, image->text_size);
	for (uint32_t i = 0; i < image->text_size; i++) {
		if (text[i] == old)
			text[i] = byte;
	}
	*copy = *image;
	copy->text = text;
}

Test(export, json_of_no_entries_is_an_empty_array)
{
	struct sample sample;
	struct paper paper;

	sample_build(&sample, shelf);
	paper_open(&paper);

	export_json(&paper.manner, &sample.catalogue, NULL, 0);

	cr_expect_str_eq(paper_text(&paper), "[]\n");
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, every_json_object_has_every_field_in_the_order_of_the_schema)
{
	struct sample sample;
	struct paper paper;

	sample_build(&sample, shelf);
	paper_open(&paper);
	for (entry_t i = 0; i < catalogue_count(&sample.catalogue); i++) {
		const char *at = json_of(&paper, &sample,
					 catalogue_id(&sample.catalogue, i));

		for (enum field field = 0; field < FIELD_COUNT; field++) {
			char key[40];

			snprintf(key, sizeof(key), "\n    \"%s\": ",
				 schema_field(field)->key);
			at = strstr(at, key);
			cr_assert_neq(at, NULL, "entry %u has no%s", i, key);
			at++;
		}
		at = strstr(at, "\n    \"class\": ");
		cr_assert_neq(at, NULL);
		cr_expect_neq(strstr(at, "\n    \"catalogue\": \"sample\"\n"),
			      NULL);
	}
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, a_text_that_is_unknown_is_null_and_a_list_is_empty)
{
	struct sample sample;
	struct paper paper;
	const char *json;

	sample_build(&sample, shelf);
	paper_open(&paper);

	json = json_of(&paper, &sample, "warning:110");

	cr_expect(has_line(json, "\"vendor\": null"));
	cr_expect(has_line(json, "\"parent\": null"));
	cr_expect(has_line(json, "\"sent_as\": null"));
	cr_expect(has_line(json, "\"aliases\": []"));
	cr_expect(has_line(json, "\"keywords\": []"));
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, a_part_of_a_record_that_is_unknown_is_null)
{
	struct sample sample;
	struct paper paper;

	sample_build(&sample, shelf);
	paper_open(&paper);

	cr_expect(has_line(json_of(&paper, &sample, "405"),
			   "\"defined_in\": [{\"document\": \"RFC 9110\", "
			   "\"section\": null, \"year\": null, "
			   "\"note\": null}]"));
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, lists_hold_their_items_in_order)
{
	struct sample sample;
	struct paper paper;
	const char *json;

	sample_build(&sample, shelf);
	paper_open(&paper);

	json = json_of(&paper, &sample, "405");

	cr_expect(has_line(json, "\"emitted_by\": [\"origin\", \"cdn\"]"));
	cr_expect(has_line(json, "\"aliases\": [{\"phrase\": \"A\", "
				 "\"from\": \"B\"}, {\"phrase\": \"C\", "
				 "\"from\": \"D\"}]"));
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, a_flag_is_a_boolean_and_cacheable_is_null_where_nothing_says)
{
	static const struct {
		const char *id;
		const char *line;
	} rows[] = {
		{ "404", "\"cacheable\": true" },
		{ "405", "\"cacheable\": false" },
		{ "nginx:499", "\"cacheable\": null" },
		{ "404", "\"official\": true" },
		{ "405", "\"official\": false" },
		{ "404", "\"everyday\": false" },
		{ "405", "\"everyday\": true" },
		{ "404", "\"log_only\": false" },
		{ "nginx:499", "\"log_only\": true" },
	};
	struct sample sample;
	struct paper paper;

	sample_build(&sample, shelf);
	paper_open(&paper);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect(has_line(json_of(&paper, &sample, rows[i].id),
				   rows[i].line),
			  "%s of %s", rows[i].line, rows[i].id);
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, the_class_is_told_of_codes_and_of_the_page_of_a_class)
{
	static const struct {
		const char *id;
		const char *line;
	} rows[] = {
		{ "404", "\"class\": \"4xx\"" },
		{ "nginx:499", "\"class\": \"4xx\"" },
		{ "warning:110", "\"class\": \"warning\"" },
		{ "class:4xx", "\"class\": \"4xx\"" },
		{ "vendor:nginx", "\"class\": null" },
	};
	struct sample sample;
	struct paper paper;

	sample_build(&sample, shelf);
	paper_open(&paper);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect(has_line(json_of(&paper, &sample, rows[i].id),
				   rows[i].line),
			  "%s of %s", rows[i].line, rows[i].id);
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, code_and_state_of_a_page_are_null)
{
	struct sample sample;
	struct paper paper;
	const char *json;

	sample_build(&sample, shelf);
	paper_open(&paper);

	json = json_of(&paper, &sample, "vendor:nginx");

	cr_expect(has_line(json, "\"code\": null"));
	cr_expect(has_line(json, "\"state\": null"));
	cr_expect(has_line(json, "\"kind\": \"page\""));
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, json_escapes_quotes_backslashes_and_newlines_and_nothing_else)
{
	struct sample sample;
	struct paper paper;
	const char *json;

	sample_build(&sample, hostile);
	paper_open(&paper);

	json = json_of(&paper, &sample, "x:1");

	cr_expect(has_line(json, "\"phrase\": \"say \\\"no\\\" \\\\ or \\\\n, "
				 "\\\\u0041\""));
	cr_expect(has_line(json, "\"summary\": \"Caf\303\251 \342\202\254 "
				 "\360\235\204\236 </script> \""));
	cr_expect(has_line(json, "\"means\": \"One line, \\\"quoted\\\".\\n"
				 "Another \\\\ line.\\n\\n- an item\""));
	cr_expect(has_line(json, "\"keywords\": [\"a, b\", \"\\\"\", \"\\\\\","
				 " \"'\", \"[]\", \"{}\", \"null\"]"));
	cr_expect(has_line(json, "\"headers\": [{\"name\": \"X-\\\"Q\\\"\", "
				 "\"level\": \"MAY\", "
				 "\"why\": \"back\\\\slash\"}]"));
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, a_json_parser_reads_back_what_the_catalogue_holds)
{
	static const enum field fields[] = { FIELD_PHRASE, FIELD_SUMMARY,
					     FIELD_MEANS, FIELD_ID };
	struct sample sample;
	struct paper paper;
	const char *json;
	char program[40], answer[200];

	sample_build(&sample, hostile);
	paper_open(&paper);
	json = json_of(&paper, &sample, "x:1");

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		snprintf(program, sizeof(program), ".[0].%s",
			 schema_field(fields[i])->key);
		ask_jq(json, program, answer, sizeof(answer));
		cr_expect_str_eq(answer,
				 catalogue_text(&sample.catalogue,
						sample_entry(&sample, "x:1"),
						fields[i]));
	}
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, a_json_parser_reads_a_very_long_text)
{
	enum { LENGTH = 100000 };
	struct sample sample;
	struct strbuf text;
	struct paper paper;
	char answer[20];

	strbuf_init(&text);
	strbuf_add(&text, "- { id: \"404\", code: \"404\", kind: standard,"
			  " state: current, phrase: \"");
	for (size_t i = 0; i < LENGTH; i++)
		strbuf_add(&text, "\303\251");
	strbuf_add(&text, "\"" REST);
	sample_build(&sample, strbuf_text(&text));
	paper_open(&paper);

	ask_jq(json_of(&paper, &sample, "404"), ".[0].phrase | length", answer,
	       sizeof(answer));

	cr_expect_str_eq(answer, "100000");
	paper_close(&paper);
	sample_clear(&sample);
	strbuf_clear(&text);
}

Test(export, a_json_parser_reads_all_the_entries_in_their_order)
{
	entry_t entries[6];
	struct sample sample;
	struct paper paper;
	char answer[100];

	sample_build(&sample, shelf);
	paper_open(&paper);
	for (size_t i = 0; i < 6; i++)
		entries[i] = (entry_t)(5 - i);

	export_json(&paper.manner, &sample.catalogue, entries, 6);

	ask_jq(paper_text(&paper), "[.[].id] | reverse | join(\" \")", answer,
	       sizeof(answer));
	cr_expect_str_eq(answer, "404 405 nginx:499 warning:110 class:4xx "
				 "vendor:nginx");
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, a_control_character_is_escaped_though_no_catalogue_has_one)
{
	struct sample sample;
	struct image tainted;
	struct catalogue catalogue = { &tainted };
	struct paper paper;
	entry_t entry = 0;
	char answer[40];

	sample_build(&sample, "- { id: \"404\", code: \"404\", phrase: a@b,"
			      " kind: standard, state: current" REST);
	taint(&tainted, sample.image, '@', '\033');
	paper_open(&paper);

	export_json(&paper.manner, &catalogue, &entry, 1);

	cr_expect(has_line(paper_text(&paper), "\"phrase\": \"a\\u001bb\""));
	ask_jq(paper_text(&paper), ".[0].phrase", answer, sizeof(answer));
	cr_expect_str_eq(answer, "a\033b");
	paper_close(&paper);
	free((void *)(uintptr_t)tainted.text);
	sample_clear(&sample);
}

/* What stands for a byte of ASCII in a string of JSON. */
static void spell(char spelling[8], char byte)
{
	if (byte == '"' || byte == '\\')
		snprintf(spelling, 8, "\\%c", byte);
	else if (byte == '\n')
		strcpy(spelling, "\\n");
	else if (byte < ' ' || byte == 0x7f)
		snprintf(spelling, 8, "\\u%04x", (unsigned int)byte);
	else
		snprintf(spelling, 8, "%c", byte);
}

Test(export, a_byte_is_escaped_wherever_it_stands)
{
	static const char around[] = "~~ ! # [ ] ~~ 0123456789 \303\251 ~";
	struct paper paper;

	paper_open(&paper);
	for (char byte = 1; byte > 0; byte++) {
		char spelling[8];

		spell(spelling, byte);
		for (size_t at = 0; at < 25; at++) {
			char text[80], wanted[80];

			snprintf(text, sizeof(text), "%.*s%c%s", (int)at,
				 around, byte, around + at);
			snprintf(wanted, sizeof(wanted), "\"%.*s%s%s\"",
				 (int)at, around, spelling, around + at);
			paper_erase(&paper);
			export_string(&paper.manner, text);
			cr_expect_str_eq(paper_text(&paper), wanted,
					 "byte %d at %zu", byte, at);
		}
		if (byte == 0x7f)
			break;
	}
	paper_close(&paper);
}

/* Whether all bytes of the text are ASCII. */
static bool is_ascii(const char *text)
{
	while (*text > 0)
		text++;
	return *text == '\0';
}

Test(export, json_in_ascii_escapes_what_is_not_and_loses_nothing)
{
	struct sample sample;
	struct paper paper;
	const char *json;
	char answer[200];

	sample_build(&sample, hostile);
	paper_open(&paper);
	paper.manner.ascii = true;

	json = json_of(&paper, &sample, "x:1");

	cr_expect(has_line(json, "\"summary\": \"Caf\\u00e9 \\u20ac "
				 "\\ud834\\udd1e </script> \""));
	cr_expect(is_ascii(json));
	ask_jq(json, ".[0].summary", answer, sizeof(answer));
	cr_expect_str_eq(answer,
			 catalogue_text(&sample.catalogue, 0, FIELD_SUMMARY));
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, surrogates_are_right_at_the_ends_of_their_range)
{
	static const struct {
		const char *phrase;
		const char *line;
	} rows[] = {
		{ "\357\277\275", "\"phrase\": \"\\ufffd\"" },
		{ "\360\220\200\200", "\"phrase\": \"\\ud800\\udc00\"" },
		{ "\360\220\217\277", "\"phrase\": \"\\ud800\\udfff\"" },
		{ "\364\217\277\275", "\"phrase\": \"\\udbff\\udffd\"" },
	};
	struct sample sample;
	entry_t entry = 0;

	sample_build(&sample, "- { id: \"404\", code: \"404\", phrase: abcd,"
			      " kind: standard, state: current" REST);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct image tainted;
		struct catalogue catalogue = { &tainted };
		struct paper paper;
		char *phrase;

		taint(&tainted, sample.image, '\0', '\0');
		phrase = memmem(tainted.text, tainted.text_size, "abcd", 4);
		cr_assert_neq(phrase, NULL);
		memset(phrase, '\0', 4);
		memcpy(phrase, rows[i].phrase, strlen(rows[i].phrase));
		paper_open(&paper);
		paper.manner.ascii = true;

		export_json(&paper.manner, &catalogue, &entry, 1);

		cr_expect(has_line(paper_text(&paper), rows[i].line), "%s",
			  rows[i].line);
		paper_close(&paper);
		free((void *)(uintptr_t)tainted.text);
	}
	sample_clear(&sample);
}

Test(export, tsv_in_ascii_is_spelled_as_text_is)
{
	struct sample sample;
	struct paper paper;
	entry_t entry = 0;

	sample_build(&sample, "- { id: \"404\", code: \"404\", kind: standard,"
			      " state: current, phrase: \"caf\303\251 "
			      "\342\200\224 \342\200\234a\342\200\235\"" REST);
	paper_open(&paper);
	paper.manner.ascii = true;

	export_tsv(&paper.manner, &sample.catalogue, &entry, 1);

	cr_expect_str_eq(strchr(paper_text(&paper), '\n'),
			 "\n404\t404\tcafe -- \"a\"\tstandard\t\tcurrent\tS.\n");
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, tsv_has_a_header_line_also_when_nothing_follows)
{
	struct sample sample;
	struct paper paper;

	sample_build(&sample, shelf);
	paper_open(&paper);

	export_tsv(&paper.manner, &sample.catalogue, NULL, 0);

	cr_expect_str_eq(paper_text(&paper),
			 "id\tcode\tphrase\tkind\tvendor\tstate\tsummary\n");
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, tsv_has_a_line_for_each_entry_and_leaves_the_unknown_empty)
{
	struct sample sample;
	struct paper paper;
	entry_t entries[3];

	sample_build(&sample, shelf);
	paper_open(&paper);
	entries[0] = sample_entry(&sample, "nginx:499");
	entries[1] = sample_entry(&sample, "404");
	entries[2] = sample_entry(&sample, "class:4xx");

	export_tsv(&paper.manner, &sample.catalogue, entries, 3);

	cr_expect_str_eq(
		paper_text(&paper),
		"id\tcode\tphrase\tkind\tvendor\tstate\tsummary\n"
		"nginx:499\t499\tphrase nginx:499\tvendor\tnginx\tcurrent\tS.\n"
		"404\t404\tphrase 404\tstandard\t\tcurrent\tS.\n"
		"class:4xx\t\tphrase class:4xx\tpage\t\t\tS.\n");
	paper_close(&paper);
	sample_clear(&sample);
}

Test(export, tsv_escapes_backslashes_tabs_and_newlines)
{
	static const struct {
		char byte;
		const char *phrase;
	} rows[] = {
		{ '\\', "a\\\\b" },
		{ '\t', "a\\tb" },
		{ '\n', "a\\nb" },
		{ '"', "a\"b" },
	};
	struct sample sample;

	sample_build(&sample, "- { id: \"404\", code: \"404\", phrase: a@b,"
			      " kind: standard, state: current" REST);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct image tainted;
		struct catalogue catalogue = { &tainted };
		struct paper paper;
		entry_t entry = 0;
		char line[60];

		taint(&tainted, sample.image, '@', rows[i].byte);
		paper_open(&paper);

		export_tsv(&paper.manner, &catalogue, &entry, 1);

		snprintf(line, sizeof(line),
			 "\n404\t404\t%s\tstandard\t\tcurrent\tS.\n",
			 rows[i].phrase);
		cr_expect_str_eq(strchr(paper_text(&paper), '\n'), line);
		paper_close(&paper);
		free((void *)(uintptr_t)tainted.text);
	}
	sample_clear(&sample);
}
