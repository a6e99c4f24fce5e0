#include "model/stack.h"

#include <assert.h>

enum layer_name stack_top(const struct stack *stack)
{
	return stack->count > 0 ? stack->names[stack->count - 1] : LAYER_PANES;
}

bool stack_has(const struct stack *stack, enum layer_name name)
{
	for (size_t i = 0; i < stack->count; i++) {
		if (stack->names[i] == name)
			return true;
	}
	return name == LAYER_PANES;
}

void stack_push(struct stack *stack, enum layer_name name)
{
	assert(!stack_has(stack, name));
	stack->names[stack->count++] = name;
}

void stack_pop(struct stack *stack)
{
	assert(stack->count > 0);
	stack->count--;
}
