#include "base/yaml_grow.h"

#include <string.h>

#include "base/xalloc.h"

enum { COLUMN_MOST = 65535 };

static uint16_t narrow(unsigned int column)
{
	return (uint16_t)(column < COLUMN_MOST ? column : COLUMN_MOST);
}

static yaml_t add_node(struct yaml *yaml, enum yaml_kind kind,
		       struct yaml_spot spot)
{
	yaml->nodes = xgrow(yaml->nodes, &yaml->capacity, yaml->count + 1,
			    sizeof(*yaml->nodes));
	yaml->nodes[yaml->count] = (struct yaml_node){
		.kind = kind,
		.line = spot.line,
		.column = narrow(spot.column),
		.first = YAML_NONE,
		.next = YAML_NONE,
	};
	return (yaml_t)yaml->count++;
}

static uint32_t add_string(struct yaml *yaml, const char *text, size_t length)
{
	uint32_t offset = (uint32_t)yaml->strings.length;

	strbuf_add_bytes(&yaml->strings, text, length);
	strbuf_add_char(&yaml->strings, '\0');
	return offset;
}

void yaml_grow_start(struct yaml_grow *grow, struct yaml *yaml, size_t limit)
{
	*grow = (struct yaml_grow){
		.yaml = yaml,
		.limit = limit,
		.last = { YAML_NONE },
		.before = YAML_NONE,
	};
	add_node(yaml, YAML_LIST, (struct yaml_spot){ 1, 1 });
}

bool yaml_grow_in_map(const struct yaml_grow *grow)
{
	return grow->depth > 0 &&
	       grow->yaml->nodes[grow->open[grow->depth - 1]].kind == YAML_MAP;
}

bool yaml_grow_full(const struct yaml_grow *grow)
{
	return grow->yaml->count >= grow->limit;
}

const char *yaml_grow_refused(const struct yaml_grow *grow, const char *key,
			      size_t length)
{
	const struct yaml *yaml = grow->yaml;
	yaml_t map = grow->open[grow->depth - 1];
	size_t count = 0;

	for (yaml_t child = yaml->nodes[map].first; child != YAML_NONE;
	     child = yaml->nodes[child].next) {
		const char *other = yaml->strings.text + yaml->nodes[child].key;

		if (*other == *key && strncmp(other, key, length) == 0 &&
		    other[length] == '\0')
			return "is given twice; expected once";
		if (++count == YAML_KEY_LIMIT)
			return "is one too many in a record; expected fewer";
	}
	return NULL;
}

/* Files have few keys, many times: one that is known is not kept again. */
static uint32_t add_key(struct yaml_grow *grow, const char *key, size_t length)
{
	const struct strbuf *strings = &grow->yaml->strings;
	size_t place = length == 0 ? 0 :
				     ((unsigned char)key[0] * 31U +
				      (unsigned char)key[length - 1] * 7U +
				      length) %
					     YAML_KEYS_KEPT;
	uint32_t *known = &grow->keys[place];

	/* What was dropped with an item may have given way to another text. */
	if (*known + length >= strings->length ||
	    memcmp(strings->text + *known, key, length) != 0 ||
	    strings->text[*known + length] != '\0')
		*known = add_string(grow->yaml, key, length);
	return *known;
}

void yaml_grow_key(struct yaml_grow *grow, const char *key, size_t length,
		   struct yaml_spot spot)
{
	grow->key = add_key(grow, key, length);
	grow->key_spot = spot;
	grow->has_key = true;
}

/* Add a node below the innermost open one. */
static yaml_t take_node(struct yaml_grow *grow, enum yaml_kind kind,
			struct yaml_spot spot)
{
	struct yaml *yaml = grow->yaml;
	yaml_t number = add_node(yaml, kind, spot);
	struct yaml_node *node = &yaml->nodes[number];
	size_t top = grow->depth - 1;

	if (grow->has_key) {
		node->key = grow->key;
		node->key_line = grow->key_spot.line;
		node->key_column = narrow(grow->key_spot.column);
		grow->has_key = false;
	}
	if (grow->last[top] == YAML_NONE)
		yaml->nodes[grow->open[top]].first = number;
	else
		yaml->nodes[grow->last[top]].next = number;
	grow->last[top] = number;
	return number;
}

/* What is dropped with an item begins here. */
static void note_item(struct yaml_grow *grow)
{
	grow->before = grow->last[0];
	grow->count = grow->yaml->count;
	grow->length = grow->yaml->strings.length;
}

void yaml_grow_open_file(struct yaml_grow *grow)
{
	grow->open[0] = 0;
	grow->depth = 1;
	grow->has_key = false;
}

void yaml_grow_open(struct yaml_grow *grow, enum yaml_kind kind,
		    struct yaml_spot spot)
{
	yaml_t node;

	if (grow->depth == 1)
		note_item(grow);
	/* First the node: the depth names its parent. */
	node = take_node(grow, kind, spot);
	grow->open[grow->depth] = node;
	grow->last[grow->depth++] = YAML_NONE;
}

void yaml_grow_close(struct yaml_grow *grow)
{
	grow->depth--;
}

void yaml_grow_text(struct yaml_grow *grow, const char *text, size_t length,
		    struct yaml_spot spot)
{
	struct yaml *yaml = grow->yaml;
	uint32_t offset = add_string(yaml, text, length);
	yaml_t node = take_node(grow, YAML_TEXT, spot);

	yaml->nodes[node].text = offset;
	yaml->nodes[node].length = (unsigned int)length & YAML_LENGTH_MOST;
}

void yaml_grow_drop(struct yaml_grow *grow)
{
	struct yaml *yaml = grow->yaml;

	yaml->count = grow->count;
	strbuf_cut(&yaml->strings, grow->length);
	grow->last[0] = grow->before;
	if (grow->before == YAML_NONE)
		yaml->nodes[0].first = YAML_NONE;
	else
		yaml->nodes[grow->before].next = YAML_NONE;
	grow->depth = 1;
	grow->has_key = false;
}
