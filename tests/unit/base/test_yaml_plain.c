/*
 * What is read without libyaml is what libyaml reads.  A comment behind the
 * first line of an item leaves it to libyaml, and moves nothing; so a text is
 * read with and without one, and the nodes are compared.
 */
#include "base/yaml.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/yaml_plain.h"

static void use_utf8(void)
{
	setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(yaml_plain, .init = use_utf8);

/* Read plain items alone, from the beginning. */
static size_t read_plain(struct yaml *yaml, const char *text, size_t *from)
{
	struct yaml_grow grow;
	unsigned int line = 0;
	size_t items;

	*yaml = (struct yaml){
		.file = "file", .source = text, .length = strlen(text)
	};
	strbuf_init(&yaml->strings);
	yaml_grow_start(&grow, yaml, 1000);
	*from = 0;
	items = yaml_plain(&grow, from, &line);
	return items;
}

/* How many items of a text are plain, up to the first that is not. */
static size_t count_plain(const char *text)
{
	struct yaml yaml;
	size_t from, items = read_plain(&yaml, text, &from);

	cr_expect(from <= strlen(text));
	cr_expect(items > 0 || yaml.count == 1, "nothing is left of an item");
	yaml_clear(&yaml);
	return items;
}

/* The text with a comment behind each line that begins an item. */
static char *with_comments(const char *text)
{
	struct strbuf changed;

	strbuf_init(&changed);
	for (bool item = strncmp(text, "- ", 2) == 0; *text != '\0';) {
		size_t length = strcspn(text, "\n");

		strbuf_add_bytes(&changed, text, length);
		if (item)
			strbuf_add(&changed, " # left to libyaml");
		text += length;
		if (*text == '\n')
			strbuf_add_char(&changed, *text++);
		item = strncmp(text, "- ", 2) == 0;
	}
	return changed.text;
}

static bool same_node(const struct yaml *a, const struct yaml *b, yaml_t node)
{
	const struct yaml_node *left = yaml_node(a, node);
	const struct yaml_node *right = yaml_node(b, node);

	return left->kind == right->kind && left->line == right->line &&
	       left->column == right->column && left->first == right->first &&
	       left->next == right->next && left->key_line == right->key_line &&
	       left->key_column == right->key_column &&
	       left->length == right->length &&
	       (left->key_line == 0 ||
		strcmp(yaml_key(a, node), yaml_key(b, node)) == 0) &&
	       (left->kind != YAML_TEXT ||
		strcmp(yaml_text(a, node), yaml_text(b, node)) == 0);
}

static void expect_same(const char *name, const char *text)
{
	char *changed = with_comments(text);
	struct fault_list faults;
	struct yaml plain, whole;

	fault_list_init(&faults);
	cr_expect(yaml_init(&plain, name, text, strlen(text), YAML_NODE_LIMIT,
			    &faults));
	cr_expect(yaml_init(&whole, name, changed, strlen(changed),
			    YAML_NODE_LIMIT, &faults));
	fault_list_print(&faults, stderr);
	cr_assert_eq(plain.count, whole.count, "%s: %zu nodes and %zu", name,
		     plain.count, whole.count);
	for (yaml_t node = 1; node < plain.count; node++)
		cr_assert(same_node(&plain, &whole, node), "%s:%u", name,
			  yaml_node(&plain, node)->line);
	yaml_clear(&plain);
	yaml_clear(&whole);
	fault_list_clear(&faults);
	free(changed);
}

static const char *const plain_items[] = {
	"- id: 404\n",
	"- id: 404",
	"- id: \"nginx:499\"\n  phrase: a:b and c#d\n",
	"- a: it's 5% of (all) \xc3\xa9t\xc3\xa9\n",
	"- a: 'b: # c'\n  d: \"- e\"\n",
	"- a: [b]\n  c: [d e, \"f: g\", 'h', i-j]\n",
	"- a:\n    - { b: c, d: \"e, f\" }\n    - { g: h i }\n  j: k\n",
	"- a:\n    - b: c\n      d: e\n    - b: f\n      g:\n        - { h: i }\n",
	"- a:\n    - b c\n    - \"d\"\n",
	"- a: |\n    One.\n\n      Two.\n    - three\n\n\n  b: c\n",
	"- a: |\n    # no comment\n\n- a: b\n",
	"# one\n\n- a: b\n# two\n  c: d\n\n# three\n- e: f\n\n",
};

Test(yaml_plain, what_is_plain_is_read_as_libyaml_reads_it)
{
	for (size_t i = 0; i < sizeof(plain_items) / sizeof(*plain_items); i++) {
		cr_expect_geq(count_plain(plain_items[i]), 1, "%s",
			      plain_items[i]);
		expect_same("text", plain_items[i]);
	}
}

Test(yaml_plain, what_is_not_plain_is_left_to_libyaml)
{
	static const char *const texts[] = {
		"", "# c\n", "[]\n", "---\n- a: b\n", "- a\n", "- - a: b\n",
		" - a: b\n", "- a:b\n", "- a:\n", "- a: \n",
		"- a:\n- b: c\n", "- a: b \n",
		"- a: b: c\n", "- a: b:\n", "- a: b # c\n", "- a: b\n c: d\n",
		"- a: b\n   c\n", "- a: b\n  # c\n  d: e\n", "- a: b\n  a: c\n",
		"- a: &b c\n", "- a: *b\n", "- a: !b c\n", "- a: \"\\x41\"\n",
		"- a: 'b''c'\n", "- a: \"b\n    c\"\n", "- a: 'b' c\n",
		"- a: []\n", "- a: [b,c]\n", "- a: [b, c\n    , d]\n",
		"- a: [[b]]\n", "- a: { b: c }\n", "- a: {}\n",
		"- a: |-\n    b\n", "- a: |2\n    b\n", "- a: >\n    b\n",
		"- a: |\n    b\n   \n    c\n", "- a: |\n    b", "- a: |\n",
		"- a: |\n\n    b\n", "- a: |\n  b\n", "- a:\n  - b\n",
		"- a:\n   - b\n", "- a:\n    - { b: c: d }\n",
		"- a:\n    - {b: c}\n", "- a:\n    - { b: c } # d\n",
		"- a:\n    - b: c\n       d: e\n", "- ? a\n", "- \"a\": b\n",
		"- A: b\n", "- a: b\n---\n", "- a: b\n...\n", "- a: b\nc: d\n",
		"- a: b\n[]\n", "- a: @b\n", "- a: `b\n", "- a: -\n", "- a: ~\n",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_eq(count_plain(texts[i]), 0, "%s", texts[i]);
}

Test(yaml_plain, an_item_that_is_not_plain_leaves_those_before_it)
{
	struct yaml yaml;
	size_t from;

	cr_expect_eq(read_plain(&yaml, "- a: b\n- c: d\n\n- e: *f\n- g: h\n",
				&from),
		     2);
	cr_expect_eq(from, 15);
	cr_expect_eq(yaml.count, 5);
	cr_expect_eq(yaml_node(&yaml, 3)->next, YAML_NONE);
	yaml_clear(&yaml);
}

Test(yaml_plain, reading_goes_on_behind_what_libyaml_read)
{
	expect_same("text", "- a: b # c\n- d: e\n- f: >\n    g\n    h\n- i: j\n"
			    "- { k: l }\n- m: n\n\n\n# o\n- p: q\n");
}

Test(yaml_plain, the_nodes_have_their_limit)
{
	static const char text[] = "- a: b\n- c: d\n- e: f\n";
	struct fault_list faults;
	struct yaml yaml;

	fault_list_init(&faults);
	cr_expect_not(yaml_init(&yaml, "file", text, strlen(text), 6,
				&faults));
	cr_assert_eq(faults.total, 1);
	cr_expect_eq(faults.faults[0].place.line, 3);
	cr_expect_eq(yaml.count, 5);
	yaml_clear(&yaml);
	fault_list_clear(&faults);
}

Test(yaml_plain, whole_files_are_read_as_libyaml_reads_them)
{
	static const char *const files[] = {
		"data/pages/guides.yaml",   "data/pages/classes.yaml",
		"data/standard/4xx.yaml",   "data/standard/drafts.yaml",
		"data/retired/warning.yaml", "data/vendor/iis.yaml",
		"data/vendor/envoy.yaml",   "data/vendor/aws-elb.yaml",
		"doc/examples/gateway.yaml",
	};
	const char *srcdir = getenv("srcdir");
	size_t plain = 0;

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		struct strbuf path, text;
		struct problem why;

		strbuf_init(&path);
		strbuf_init(&text);
		strbuf_addf(&path, "%s/%s", srcdir == NULL ? "." : srcdir,
			    files[i]);
		cr_assert(file_read(path.text, YAML_FILE_LIMIT, &text, &why),
			  "%s", why.text);
		expect_same(files[i], text.text);
		plain += count_plain(text.text);
		strbuf_clear(&text);
		strbuf_clear(&path);
	}
	cr_expect_gt(plain, 10);
}
