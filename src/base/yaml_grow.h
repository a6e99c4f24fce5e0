/*
 * yaml_grow -- the nodes of a YAML file while they are read: what is open, and
 * where the next one goes.  Shared by those who read a file, and by nobody else.
 */
#ifndef HTTREE_BASE_YAML_GROW_H
#define HTTREE_BASE_YAML_GROW_H

#include "base/yaml.h"

enum { YAML_KEYS_KEPT = 64 };

/* Where something stands: lines and columns from one. */
struct yaml_spot {
	unsigned int line;
	unsigned int column;
};

struct yaml_grow {
	struct yaml *yaml;
	size_t limit; /* of nodes */
	yaml_t open[YAML_DEPTH_LIMIT];
	yaml_t last[YAML_DEPTH_LIMIT]; /* child of what is open, or none */
	size_t depth;
	bool has_key;
	uint32_t keys[YAML_KEYS_KEPT]; /* where some keys stand already */
	uint32_t key;
	struct yaml_spot key_spot;
	yaml_t before; /* the item before the one that is being read */
	size_t count;  /* nodes and bytes of strings before it */
	size_t length;
};

/* Begin with the list of the file, which is not open yet. */
void yaml_grow_start(struct yaml_grow *grow, struct yaml *yaml, size_t limit);

/* Whether the innermost open node is a map. */
bool yaml_grow_in_map(const struct yaml_grow *grow);

/* Whether there is no room for one more node. */
bool yaml_grow_full(const struct yaml_grow *grow);

/* Why the key cannot be taken into the innermost map, or NULL. */
const char *yaml_grow_refused(const struct yaml_grow *grow, const char *key,
			      size_t length);

/* The key of the next node. */
void yaml_grow_key(struct yaml_grow *grow, const char *key, size_t length,
		   struct yaml_spot spot);

/* Open the list of the file; open a node in the innermost one; close that. */
void yaml_grow_open_file(struct yaml_grow *grow);
void yaml_grow_open(struct yaml_grow *grow, enum yaml_kind kind,
		    struct yaml_spot spot);
void yaml_grow_close(struct yaml_grow *grow);

/* Add a text. */
void yaml_grow_text(struct yaml_grow *grow, const char *text, size_t length,
		    struct yaml_spot spot);

/* Forget the item that is open, whatever is open in it. */
void yaml_grow_drop(struct yaml_grow *grow);

#endif
