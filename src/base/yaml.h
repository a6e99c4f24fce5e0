/*
 * yaml -- a YAML file as located nodes.
 *
 * libyaml reads the file; every scalar stays text, whatever it looks like, so
 * that `no` is not false and `0644` is not 420.  A file is one list; what has
 * no place in a catalogue (anchors, aliases, tags, a second document, a
 * repeated key, a control character, bytes that are not UTF-8) is refused by
 * name.  After a fault of syntax reading goes on at the next item of the list,
 * so that a person sees more than the first; after FAULT_LIMIT of them, or one
 * of the limits of a file, it ends.  So the time grows with the size, whatever
 * the file holds.
 */
#ifndef HTTREE_BASE_YAML_H
#define HTTREE_BASE_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/strbuf.h"

enum {
	YAML_DEPTH_LIMIT = 16,
	YAML_KEY_LIMIT = 256, /* in one record */
	YAML_NODE_LIMIT = 8000000,
	YAML_FILE_LIMIT = 64 * 1024 * 1024, /* bytes */
};

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

/* A node is named by its number; 0 is the list of the whole file. */
typedef uint32_t yaml_t;

#define YAML_NONE UINT32_MAX

enum { YAML_LENGTH_MOST = (1 << 29) - 1 };

/* There are many of them, so they are small. */
struct yaml_node {
	unsigned int kind : 2; /* enum yaml_kind */
	unsigned int length : 30;
	uint32_t text; /* YAML_TEXT: its offset in `strings` */
	uint32_t key;  /* in a map: the offset of its key */
	yaml_t first;  /* child, YAML_NONE without one */
	yaml_t next;   /* sibling */
	uint32_t line; /* from one */
	uint32_t key_line;
	uint16_t column; /* from one; 65535 stands for all beyond, too */
	uint16_t key_column;
};

struct yaml {
	const char *file; /* borrowed */
	const char *source;
	size_t length;
	struct yaml_node *nodes;
	size_t count;
	size_t capacity;
	struct strbuf strings;
};

/*
 * Read `length` bytes at `source`, which must outlive `yaml`, as does the name
 * `file`; at most `limit` nodes, for a catalogue YAML_NODE_LIMIT.  Faults are
 * added to `faults`; false when there were any.
 */
bool yaml_init(struct yaml *yaml, const char *file, const char *source,
	       size_t length, size_t limit, struct fault_list *faults);
void yaml_clear(struct yaml *yaml);

const struct yaml_node *yaml_node(const struct yaml *yaml, yaml_t node);

/* The text of a scalar and the key of a node in a map; NUL-terminated. */
const char *yaml_text(const struct yaml *yaml, yaml_t node);
const char *yaml_key(const struct yaml *yaml, yaml_t node);

/* Where a node is, and where its key is. */
struct location yaml_place(const struct yaml *yaml, yaml_t node);
struct location yaml_key_place(const struct yaml *yaml, yaml_t node);

#endif
