/*
 * pool -- the texts and lists of an image that is being built.
 *
 * Both begin with those of the image to which something is added, so that its
 * offsets stay what they are.
 */
#ifndef HTTREE_CATALOGUE_POOL_H
#define HTTREE_CATALOGUE_POOL_H

#include "base/intern.h"
#include "catalogue/draft_ids.h"
#include "catalogue/image.h"

struct pool {
	const struct draft_ids *ids; /* what a link may lead to */
	struct intern texts;
	uint32_t *lists;
	size_t list_count;
	size_t list_capacity;
};

/* Begin with what `base` has, NULL for nothing. */
void pool_init(struct pool *pool, const struct draft_ids *ids,
	       const struct image *base);

/* The text without the newline that YAML keeps at its end; its offset. */
uint32_t pool_text(struct pool *pool, const char *text);

/* Append a number to the lists. */
void pool_number(struct pool *pool, uint32_t number);

/* The text at an offset, until one is added. */
const char *pool_at(const struct pool *pool, uint32_t offset);

/* Whether an id leads to an entry of the image. */
bool pool_knows(const struct pool *pool, const char *id);

/* Numbers that become a list, with their items counted. */
struct numbers {
	uint32_t *list;
	size_t count;
	size_t capacity;
	uint32_t items;
};

/*
 * Add the items from `first` on, but those that lead to nothing; parts that are
 * lists themselves become such before.
 */
void pool_gather(struct pool *pool, struct numbers *numbers,
		 const struct draft *draft, enum field field, yaml_t first);

/* Add one number. */
void numbers_add(struct numbers *numbers, uint32_t number);

/* The offset of a list of these numbers, which are freed. */
uint32_t pool_list(struct pool *pool, struct numbers *numbers);

#endif
