#include "base/yaml.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A file that was read, and what was wrong with it. */
struct sample {
	char *source; /* without a NUL, as a file is */
	struct yaml yaml;
	struct fault_list faults;
	bool sound;
};

static void read_bytes(struct sample *sample, const char *text, size_t length)
{
	sample->source = xmalloc(length);
	if (length > 0)
		memcpy(sample->source, text, length);
	fault_list_init(&sample->faults);
	sample->sound = yaml_init(&sample->yaml, "file.yaml", sample->source,
				  length, YAML_NODE_LIMIT, &sample->faults);
}

static void read_text(struct sample *sample, const char *text)
{
	read_bytes(sample, text, strlen(text));
}

static void clear(struct sample *sample)
{
	yaml_clear(&sample->yaml);
	fault_list_clear(&sample->faults);
	free(sample->source);
}

/* The tree as text: [list], {key=value}, 'text'. */
static void show(struct strbuf *found, const struct yaml *yaml, yaml_t node)
{
	static const char *const opens[] = { "'", "[", "{" };
	static const char *const closes[] = { "'", "]", "}" };
	const struct yaml_node *it = yaml_node(yaml, node);

	strbuf_add(found, opens[it->kind]);
	if (it->kind == YAML_TEXT) {
		strbuf_add_bytes(found, yaml_text(yaml, node), it->length);
		cr_expect_eq(strlen(yaml_text(yaml, node)), it->length);
	}
	for (yaml_t child = it->first; child != YAML_NONE;
	     child = yaml_node(yaml, child)->next) {
		if (child != it->first)
			strbuf_add(found, " ");
		if (it->kind == YAML_MAP)
			strbuf_addf(found, "%s=", yaml_key(yaml, child));
		show(found, yaml, child);
	}
	strbuf_add(found, closes[it->kind]);
}

static void expect_tree(const struct sample *sample, const char *label,
			const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	show(&found, &sample->yaml, 0);
	cr_expect_str_eq(found.text, wanted, "%s: %s", label, found.text);
	strbuf_clear(&found);
}

/* --------------------------------------------------------------------------
 * What is read
 */

Test(yaml, a_file_is_a_list_of_nodes)
{
	static const struct {
		const char *label;
		const char *text;
		const char *tree;
	} rows[] = {
		{ "an empty file", "", "[]" },
		{ "blank lines", "\n\n", "[]" },
		{ "a comment", "# nothing here\n", "[]" },
		{ "the start of a document", "---\n", "[]" },
		{ "an empty list", "[]\n", "[]" },
		{ "texts", "- a\n- b c\n", "['a' 'b c']" },
		{ "no newline at the end", "- a\n- b", "['a' 'b']" },
		{ "a map", "- id: 404\n  phrase: Not Found\n",
		  "[{id='404' phrase='Not Found'}]" },
		{ "maps", "- a: 1\n- a: 2\n", "[{a='1'} {a='2'}]" },
		{ "a list in a map", "- k: [one, two]\n",
		  "[{k=['one' 'two']}]" },
		{ "a list of lines in a map", "- k:\n    - one\n    - two\n",
		  "[{k=['one' 'two']}]" },
		{ "records",
		  "- k:\n    - { a: 1, b: 2 }\n    - { a: 3 }\n  l: m\n",
		  "[{k=[{a='1' b='2'} {a='3'}] l='m'}]" },
		{ "no value", "- k:\n", "[{k=''}]" },
		{ "empty ones", "- k: []\n  l: {}\n  m: ''\n",
		  "[{k=[] l={} m=''}]" },
		{ "comments", "# one\n- a: 1 # two\n  # three\n  b: x#y\n",
		  "[{a='1' b='x#y'}]" },
		{ "documents of one", "%YAML 1.1\n---\n- a\n...\n", "['a']" },
		{ "an indented list", "  - a: 1\n  - b: 2\n",
		  "[{a='1'} {b='2'}]" },
		{ "one key in two maps", "- a: 1\n  b: { a: 2 }\n",
		  "[{a='1' b={a='2'}}]" },
		{ "UTF-8", "- caf\xc3\xa9: \xe6\x97\xa5\n",
		  "[{caf\xc3\xa9='\xe6\x97\xa5'}]" },
		{ "an escape of a letter", "- \"\\u00e9\\x41\\\"\"\n",
		  "['\xc3\xa9" "A\"']" },
		{ "an escape of a newline", "- \"a\\nb\"\n", "['a\nb']" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;

		read_text(&sample, rows[i].text);
		cr_expect(sample.sound, "%s", rows[i].label);
		cr_expect_eq(sample.faults.total, 0, "%s", rows[i].label);
		expect_tree(&sample, rows[i].label, rows[i].tree);
		clear(&sample);
	}
}

Test(yaml, every_scalar_stays_text)
{
	static const char *const rows[] = {
		"no",	"yes",	      "true", "null",  "0644", "1e3",
		"0x1f", "2026-11-21", "1.10", "1_000", ".inf", "12:30",
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;
		struct strbuf text;

		strbuf_init(&text);
		strbuf_addf(&text, "- k: %s\n", rows[i]);
		read_text(&sample, text.text);
		cr_assert(sample.sound, "%s", rows[i]);
		cr_expect_str_eq(
			yaml_text(&sample.yaml,
				  yaml_node(&sample.yaml,
					    yaml_node(&sample.yaml, 0)->first)
					  ->first),
			rows[i]);
		strbuf_clear(&text);
		clear(&sample);
	}
}

Test(yaml, a_block_keeps_its_lines)
{
	struct sample sample;

	read_text(&sample, "- k: |\n    one\n    - two\n\n        three\n"
			   "  l: >\n    four\n    five\n  m: |-\n    six\n");
	cr_expect(sample.sound);
	expect_tree(&sample, "blocks",
		    "[{k='one\n- two\n\n    three\n' l='four five\n' "
		    "m='six'}]");
	clear(&sample);
}

Test(yaml, nodes_and_keys_have_places)
{
	struct sample sample;
	const struct yaml *yaml = &sample.yaml;
	yaml_t entry, first, second, item;
	struct location place;

	read_text(&sample, "# comment\n- id: 404\n  caf\xc3\xa9: [ a, b ]\n");
	entry = yaml_node(yaml, 0)->first;
	first = yaml_node(yaml, entry)->first;
	second = yaml_node(yaml, first)->next;
	item = yaml_node(yaml, yaml_node(yaml, second)->first)->next;

	place = yaml_place(yaml, entry);
	cr_expect_str_eq(place.file, "file.yaml");
	cr_expect_eq(place.line, 2);
	cr_expect_eq(place.column, 3);
	place = yaml_key_place(yaml, first);
	cr_expect_str_eq(place.file, "file.yaml");
	cr_expect_eq(place.line, 2);
	cr_expect_eq(place.column, 3);
	place = yaml_place(yaml, first);
	cr_expect_eq(place.line, 2);
	cr_expect_eq(place.column, 7);
	place = yaml_key_place(yaml, second);
	cr_expect_eq(place.line, 3);
	cr_expect_eq(place.column, 3);
	/* Characters, not bytes. */
	place = yaml_place(yaml, second);
	cr_expect_eq(place.line, 3);
	cr_expect_eq(place.column, 9);
	cr_expect_str_eq(yaml_text(yaml, item), "b");
	place = yaml_place(yaml, item);
	cr_expect_eq(place.line, 3);
	cr_expect_eq(place.column, 14);
	clear(&sample);
}

Test(yaml, a_column_that_is_too_far_is_the_last_one)
{
	static char text[70000];
	struct sample sample;
	yaml_t last;

	memset(text, ' ', sizeof(text));
	memcpy(text, "- { a: b,", 9);
	memcpy(text + sizeof(text) - 6, "c: d }", 6);
	read_bytes(&sample, text, sizeof(text));
	cr_assert(sample.sound);
	last = (yaml_t)(sample.yaml.count - 1);
	cr_expect_str_eq(yaml_key(&sample.yaml, last), "c");
	cr_expect_eq(yaml_key_place(&sample.yaml, last).column, 65535);
	cr_expect_eq(yaml_place(&sample.yaml, last).column, 65535);
	clear(&sample);
}

/* --------------------------------------------------------------------------
 * What is refused
 */

struct refusal {
	const char *label;
	const char *text;
	unsigned int line;
	unsigned int column;
	const char *says;
};

static void expect_refusals(const struct refusal *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct refusal *row = &rows[i];
		const struct fault *fault;
		struct sample sample;

		read_text(&sample, row->text);
		cr_expect_not(sample.sound, "%s", row->label);
		cr_assert_eq(sample.faults.count, 1, "%s: %zu faults",
			     row->label, sample.faults.count);
		fault = &sample.faults.faults[0];
		cr_expect_str_eq(fault->place.file, "file.yaml");
		cr_expect(fault->place.line == row->line &&
				  fault->place.column == row->column,
			  "%s: at %u:%u", row->label, fault->place.line,
			  fault->place.column);
		cr_expect_not_null(strstr(fault->message, row->says),
				   "%s: %s", row->label, fault->message);
		clear(&sample);
	}
}

Test(yaml, what_has_no_place_in_a_catalogue_is_refused_by_name)
{
	static const struct refusal rows[] = {
		{ "an anchor on a text", "- k: &a x\n", 1, 6, "anchor" },
		{ "an anchor on a key", "- &a k: x\n", 1, 3, "anchor" },
		{ "an anchor on a list", "- k: &a [x]\n", 1, 6, "anchor" },
		{ "an anchor on a map", "- k: &a { x: y }\n", 1, 6, "anchor" },
		{ "an anchor on the file", "&a\n- k\n", 1, 1, "anchor" },
		{ "an alias", "- a: b\n  k: *a\n", 2, 6, "alias" },
		{ "an alias as an item", "- a\n- *a\n", 2, 3, "alias" },
		{ "an alias as a key", "- *a : x\n", 1, 3, "alias" },
		{ "a tag on a text", "- k: !!str x\n", 1, 6, "tag" },
		{ "a tag of our own", "- k: !mine x\n", 1, 6, "tag" },
		{ "a bare tag", "- k: ! x\n", 1, 6, "tag" },
		{ "a tag on a key", "- !!str k: x\n", 1, 3, "tag" },
		{ "a tag on a list", "- k: !!seq [x]\n", 1, 6, "tag" },
		{ "a tag on a map", "- k: !!map { x: y }\n", 1, 6, "tag" },
		{ "a second document", "- a\n---\n- b\n", 2, 1,
		  "second document" },
		{ "a second document after an end", "- a\n...\n---\n- b\n", 3,
		  1, "second document" },
		{ "a second document after an empty one",
		  "--- []\n--- \n- b\n", 2, 1, "second document" },
		{ "a key that is given twice", "- a: 1\n  b: 2\n  a: 3\n", 3,
		  3, "'a' is given twice" },
		{ "a key that is given twice in a record",
		  "- k:\n    - { a: 1, a: 2 }\n", 2, 15, "'a' is given twice" },
		{ "a key that is a list", "- ? [a]\n  : b\n", 1, 5,
		  "a key that is not text" },
		{ "a key that is a map", "- { {a: b}: c }\n", 1, 5,
		  "a key that is not text" },
		{ "a map for a file", "id: 404\n", 1, 1, "not a list" },
		{ "a text for a file", "404\n", 1, 1, "expected entries" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(yaml, a_fault_of_syntax_tells_its_place)
{
	static const struct refusal rows[] = {
		{ "a key indented too far", "- id: 1\n   b: 2\n", 2, 5,
		  "mapping values are not allowed" },
		{ "a key indented too little", "- id: 1\nb: 2\n", 2, 1,
		  "did not find expected '-'" },
		{ "a colon in plain text", "- a: b: c\n", 1, 7,
		  "mapping values are not allowed" },
		{ "an unknown escape", "- \"a\\qb\"\n", 1, 5,
		  "unknown escape" },
		{ "a reserved sign", "- @a\n", 1, 3,
		  "cannot start any token" },
		{ "an escape beyond Unicode", "- \"\\UFFFFFFFF\"\n", 1, 6,
		  "" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(yaml, a_character_that_must_not_stand_there_is_refused)
{
	static const struct refusal rows[] = {
		{ "a tab", "- a:\tb\n", 1, 5, "a control character, U+0009" },
		{ "a tab that indents", "- a: 1\n\tb: 2\n", 2, 1,
		  "a control character, U+0009" },
		{ "an escape sequence", "- a\n- b: \x1b[31m\n", 2, 6,
		  "a control character, U+001B" },
		{ "a bell in a comment", "# \x07\n", 1, 3,
		  "a control character, U+0007" },
		{ "DEL", "- a\x7f\n", 1, 4, "a control character, U+007F" },
		{ "a C1 control", "- caf\xc3\xa9 \xc2\x9b\n", 1, 8,
		  "a control character, U+009B" },
		{ "a carriage return", "- a\rb\n", 1, 4,
		  "a control character, U+000D" },
		{ "lines as in DOS", "- a\r\n- b\r\n", 1, 4,
		  "a line that ends with CR LF, U+000D" },
		{ "an override of direction", "- \xe2\x80\xae" "a\n", 1, 3,
		  "a format character, U+202E" },
		{ "a zero width joiner", "- \xe2\x80\x8d\n", 1, 3,
		  "a format character, U+200D" },
		{ "a byte order mark", "\xef\xbb\xbf- a\n", 1, 1,
		  "a byte order mark, U+FEFF" },
		{ "a mark inside", "- a\xef\xbb\xbf\n", 1, 4,
		  "a format character, U+FEFF" },
		{ "a variation selector", "- a\xef\xb8\x8f\n", 1, 4,
		  "a variation selector, U+FE0F" },
		{ "an emoji", "- \xf0\x9f\x98\x80\n", 1, 3,
		  "an emoji, U+1F600" },
		{ "a byte that is not UTF-8", "- a\n- caf\xe9!\n", 2, 6,
		  "not UTF-8, 0xE9" },
		{ "half a character at the end", "- \xc3\xa9\xc3", 1, 4,
		  "not UTF-8, 0xC3" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(yaml, a_nul_is_refused)
{
	struct sample sample;

	read_bytes(&sample, "- a\0b\n", 6);
	cr_expect_not(sample.sound);
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_eq(sample.faults.faults[0].place.column, 4);
	clear(&sample);
}

Test(yaml, an_escape_does_not_smuggle_a_character_in)
{
	static const struct refusal rows[] = {
		{ "an escape sequence", "- k: \"a\\e[31m\"\n", 1, 6,
		  "a control character, U+001B" },
		{ "in hexadecimal", "- k: \"a\\x1b[31m\"\n", 1, 6,
		  "a control character, U+001B" },
		{ "a NUL", "- k: \"a\\0b\"\n", 1, 6,
		  "a control character, U+0000" },
		{ "a tab", "- k: \"a\\tb\"\n", 1, 6,
		  "a control character, U+0009" },
		{ "a C1 control", "- k: \"\\u009b\"\n", 1, 6,
		  "a control character, U+009B" },
		{ "an override of direction", "- k: \"\\u202e\"\n", 1, 6,
		  "a format character, U+202E" },
		{ "a line separator", "- k: \"\\L\"\n", 1, 6, "separator" },
		{ "an emoji", "- k: \"\\U0001F600\"\n", 1, 6, "an emoji" },
		{ "in a key", "- \"k\\x07\": a\n", 1, 3,
		  "a control character, U+0007" },
		{ "in a list", "- k: [a, \"\\b\"]\n", 1, 10,
		  "a control character, U+0008" },
	};

	expect_refusals(rows, COUNT(rows));
}

Test(yaml, every_bad_character_is_reported)
{
	struct sample sample;

	read_text(&sample, "- a\tb\n- c\r\n- \x07\n");
	cr_assert_eq(sample.faults.count, 3);
	cr_expect_eq(sample.faults.faults[0].place.line, 1);
	cr_expect_eq(sample.faults.faults[1].place.line, 2);
	cr_expect_eq(sample.faults.faults[2].place.line, 3);
	clear(&sample);
}

/* A list in a list, `depth` deep; the list of the file is the first. */
static void nest(struct strbuf *text, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		strbuf_add_char(text, '[');
	for (size_t i = 0; i < depth; i++)
		strbuf_add_char(text, ']');
}

Test(yaml, nesting_has_a_limit)
{
	struct sample sample;
	struct strbuf text;

	strbuf_init(&text);
	nest(&text, YAML_DEPTH_LIMIT);
	read_text(&sample, text.text);
	cr_expect(sample.sound);
	clear(&sample);

	strbuf_reset(&text);
	nest(&text, YAML_DEPTH_LIMIT + 1);
	read_text(&sample, text.text);
	cr_expect_not(sample.sound);
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_eq(sample.faults.faults[0].place.column,
		     YAML_DEPTH_LIMIT + 1);
	cr_expect_not_null(strstr(sample.faults.faults[0].message,
				  "nested too deeply"));
	clear(&sample);
	strbuf_clear(&text);
}

Test(yaml, nesting_of_any_depth_is_survived)
{
	struct sample sample;
	struct strbuf text;

	strbuf_init(&text);
	nest(&text, 100000);
	read_text(&sample, text.text);
	cr_expect_not(sample.sound);
	clear(&sample);
	strbuf_clear(&text);
}

/* --------------------------------------------------------------------------
 * Going on after a fault
 */

Test(yaml, reading_goes_on_at_the_next_item)
{
	static const struct {
		const char *label;
		const char *text;
		size_t faults;
		const char *tree; /* of what is left */
	} rows[] = {
		{ "an alias", "- a: 1\n- b: *x\n  c: 2\n- d: 3\n", 1,
		  "[{a='1'} {d='3'}]" },
		{ "the first item", "- a: *x\n- b: 1\n", 1, "[{b='1'}]" },
		{ "the last item", "- a: 1\n- b: *x\n", 1, "[{a='1'}]" },
		{ "the only item", "- b: *x\n", 1, "[]" },
		{ "a tag", "- a: 1\n  b: !x 2\n- c: 3\n", 1, "[{c='3'}]" },
		{ "deep inside",
		  "- a: 1\n- k:\n    - { b: [c, &x d] }\n- e: 2\n", 1,
		  "[{a='1'} {e='2'}]" },
		{ "syntax", "- a: 1\n- b: 2\n   c: 3\n- d: 4\n", 1,
		  "[{a='1'} {d='4'}]" },
		{ "a key given twice", "- a: 1\n  a: 2\n- b: 3\n", 1,
		  "[{b='3'}]" },
		{ "an escape", "- a: \"\\a\"\n- b: 3\n", 1, "[{b='3'}]" },
		{ "three of them",
		  "- a: *x\n- b: 1\n- c: &x 2\n- d: 3\n- e: !x 4\n- f: 5\n", 3,
		  "[{b='1'} {d='3'} {f='5'}]" },
		{ "an item that is none", "- a: 1\n- b: 2\n- *x\n", 1,
		  "[{a='1'} {b='2'}]" },
		{ "one after the other", "- *a\n- *b\n- c\n", 2, "['c']" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;

		read_text(&sample, rows[i].text);
		cr_expect_not(sample.sound, "%s", rows[i].label);
		cr_expect_eq(sample.faults.total, rows[i].faults,
			     "%s: %zu faults", rows[i].label,
			     sample.faults.total);
		expect_tree(&sample, rows[i].label, rows[i].tree);
		clear(&sample);
	}
}

Test(yaml, later_faults_and_nodes_keep_their_lines)
{
	struct sample sample;
	struct location place;

	read_text(&sample, "# one\n- a: *x\n# three\n- b: 1\n\n- c: *y\n"
			   "- d: 2\n- e: f: g\n");
	cr_assert_eq(sample.faults.count, 3);
	cr_expect_eq(sample.faults.faults[0].place.line, 2);
	cr_expect_eq(sample.faults.faults[1].place.line, 6);
	cr_expect_eq(sample.faults.faults[1].place.column, 6);
	cr_expect_str_eq(sample.faults.faults[1].source, "- c: *y");
	cr_expect_eq(sample.faults.faults[2].place.line, 8);
	expect_tree(&sample, "the rest", "[{b='1'} {d='2'}]");
	place = yaml_place(&sample.yaml,
			   yaml_node(&sample.yaml,
				     yaml_node(&sample.yaml, 0)->first)
				   ->next);
	cr_expect_eq(place.line, 7);
	cr_expect_eq(place.column, 3);
	clear(&sample);
}

Test(yaml, a_line_of_prose_is_not_taken_for_an_item)
{
	struct sample sample;

	read_text(&sample, "- a: *x\n  k: |\n    one\n    - two\n- b: 1\n");
	cr_expect_eq(sample.faults.total, 1);
	expect_tree(&sample, "the rest", "[{b='1'}]");
	clear(&sample);
}

Test(yaml, faults_are_added_to_those_of_another_file)
{
	struct sample first, second;

	read_text(&first, "- *a\n");
	second.source = NULL;
	cr_expect(yaml_init(&second.yaml, "second.yaml", "- b\n", 4,
			    YAML_NODE_LIMIT, &first.faults));
	cr_expect_eq(first.faults.total, 1);
	yaml_clear(&second.yaml);
	clear(&first);
}

/* A list of `count` items `item`, each on its line. */
static void read_many(struct sample *sample, struct strbuf *text,
		      const char *item, size_t count)
{
	strbuf_init(text);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(text, "%s\n", item);
	read_text(sample, strbuf_text(text));
}

/* Else each fault would cost the reading of all that is before it. */
Test(yaml, reading_ends_with_the_faults_that_are_kept)
{
	static const char *const items[] = { "- *a", "- {", "- [", "- \"",
					     "- a: 1\n  a: 2", "\x01" };

	for (size_t i = 0; i < sizeof(items) / sizeof(*items); i++) {
		struct strbuf text;
		struct sample sample;

		read_many(&sample, &text, items[i], 100);
		cr_expect_leq(sample.faults.total, FAULT_LIMIT, "%s: %zu",
			      items[i], sample.faults.total);
		cr_expect_eq(sample.faults.cut,
			     sample.faults.total == FAULT_LIMIT, "%s",
			     items[i]);
		clear(&sample);
		strbuf_clear(&text);
	}
}

Test(yaml, a_record_has_so_many_keys_and_no_more)
{
	struct strbuf text;
	struct sample sample;

	strbuf_init(&text);
	for (size_t i = 0; i < YAML_KEY_LIMIT; i++)
		strbuf_addf(&text, "%s k%zu: v\n", i == 0 ? "-" : " ", i);
	read_text(&sample, text.text);
	cr_expect_eq(sample.faults.total, 0);
	clear(&sample);
	strbuf_add(&text, "  more: v\n");
	read_text(&sample, text.text);
	cr_assert_eq(sample.faults.count, 1);
	cr_expect_eq(sample.faults.faults[0].place.line, YAML_KEY_LIMIT + 1);
	cr_expect_str_eq(sample.faults.faults[0].message,
			 "the key 'more' is one too many in a record; "
			 "expected fewer");
	clear(&sample);
	strbuf_clear(&text);
}

/* Text, lists and records count alike; the rest of the file is not read. */
Test(yaml, a_file_has_so_many_values_and_no_more)
{
	static const char *const items[] = { "- a", "- []", "- {}" };

	for (size_t i = 0; i < sizeof(items) / sizeof(*items); i++) {
		struct fault_list faults;
		struct strbuf text;
		struct yaml yaml;

		strbuf_init(&text);
		for (size_t k = 0; k < 20; k++)
			strbuf_addf(&text, "%s\n", items[i]);
		fault_list_init(&faults);
		/* The list of the file is a node, too. */
		cr_expect(yaml_init(&yaml, "file.yaml", text.text, text.length,
				    21, &faults));
		yaml_clear(&yaml);
		cr_expect_not(yaml_init(&yaml, "file.yaml", text.text,
					text.length, 10, &faults));
		yaml_clear(&yaml);
		cr_assert_eq(faults.total, 1, "%s: %zu", items[i],
			     faults.total);
		cr_expect_str_eq(faults.faults[0].message,
				 "too many values in one file");
		cr_expect_eq(faults.faults[0].place.line, 10);
		fault_list_clear(&faults);
		strbuf_clear(&text);
	}
}
