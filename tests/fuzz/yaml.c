/*
 * yaml -- a file read with the reader of plain items, and by libyaml alone.
 *
 * Both give the same nodes at the same places, and the same faults.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/yaml.h"
#include "base/yaml_plain.h"
#include "fuzz/fuzz.h"

/* The linker hands each call to __wrap_yaml_plain, see tests/local.mk. */
static bool plainly;

size_t __real_yaml_plain(struct yaml_grow *grow, size_t *from,
			 unsigned int *line);
size_t __wrap_yaml_plain(struct yaml_grow *grow, size_t *from,
			 unsigned int *line);

size_t __wrap_yaml_plain(struct yaml_grow *grow, size_t *from,
			 unsigned int *line)
{
	return plainly ? __real_yaml_plain(grow, from, line) : 0;
}

static bool read_file(struct yaml *yaml, struct fault_list *faults, bool plain,
		      const uint8_t *data, size_t size)
{
	plainly = plain;
	fault_list_init(faults);
	return yaml_init(yaml, "input.yaml", (const char *)data, size,
			 YAML_NODE_LIMIT, faults);
}

static bool same_place(struct location a, struct location b)
{
	return a.line == b.line && a.column == b.column;
}

static void expect_same_node(const struct yaml *a, const struct yaml *b,
			     yaml_t node)
{
	const struct yaml_node *one = yaml_node(a, node);
	const struct yaml_node *other = yaml_node(b, node);

	fuzz_expect(one->kind == other->kind && one->first == other->first &&
			    one->next == other->next,
		    "a node is the same kind in the same place of the tree");
	fuzz_expect(same_place(yaml_place(a, node), yaml_place(b, node)),
		    "a node stands in the same place of the file");
	/* The list of the file has neither key nor text. */
	if (node == 0)
		return;
	fuzz_expect(strcmp(yaml_key(a, node), yaml_key(b, node)) == 0 &&
			    same_place(yaml_key_place(a, node),
				       yaml_key_place(b, node)),
		    "a key is the same");
	if (one->kind == YAML_TEXT)
		fuzz_expect(one->length == other->length &&
				    memcmp(yaml_text(a, node),
					   yaml_text(b, node),
					   one->length) == 0,
			    "a text is the same");
}

static void expect_same_faults(const struct fault_list *a,
			       const struct fault_list *b)
{
	fuzz_expect(a->total == b->total && a->count == b->count &&
			    a->cut == b->cut,
		    "as many faults are found");
	for (size_t i = 0; i < a->count; i++)
		fuzz_expect(same_place(a->faults[i].place,
				       b->faults[i].place) &&
				    strcmp(a->faults[i].message,
					   b->faults[i].message) == 0,
			    "a fault is the same");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fault_list faults[2];
	struct yaml yaml[2];
	bool sound[2];

	fuzz_locale();
	for (size_t i = 0; i < 2; i++)
		sound[i] = read_file(&yaml[i], &faults[i], i == 0, data, size);
	fuzz_expect(sound[0] == sound[1], "a file is sound, or it is not");
	expect_same_faults(&faults[0], &faults[1]);
	fuzz_expect(yaml[0].count == yaml[1].count, "as many nodes are read");
	for (yaml_t node = 0; node < yaml[0].count; node++)
		expect_same_node(&yaml[0], &yaml[1], node);
	for (size_t i = 0; i < 2; i++) {
		yaml_clear(&yaml[i]);
		fault_list_clear(&faults[i]);
	}
	return 0;
}
