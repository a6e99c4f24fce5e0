/*
 * stack -- what lies on top of what.
 *
 * At the bottom lie the panes, tree and detail.  Whatever is opened lies on top
 * of what was there, and has the keys until it is closed.  layer.h tells what
 * each of them is.
 */
#ifndef HTTREE_MODEL_STACK_H
#define HTTREE_MODEL_STACK_H

#include <stdbool.h>
#include <stddef.h>

enum layer_name {
	LAYER_PANES,
	LAYER_NUMBER, /* digits that go to a number */
	LAYER_COPY,   /* what to copy is asked */
	LAYER_SOURCE, /* an address, which may be opened */
	LAYER_MENU,   /* what is shown is chosen */
	LAYER_COMPARE,
	LAYER_HELP,
	LAYER_PROMPT,
	LAYER_COUNT
};

struct stack {
	enum layer_name names[LAYER_COUNT];
	size_t count; /* 0: the panes alone */
};

/* The one that has the keys. */
enum layer_name stack_top(const struct stack *stack);

bool stack_has(const struct stack *stack, enum layer_name name);

/* Lay one on top, which is nowhere in the stack; take the top one away. */
void stack_push(struct stack *stack, enum layer_name name);
void stack_pop(struct stack *stack);

#endif
