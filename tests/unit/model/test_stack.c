#include "model/stack.h"

#include <criterion/criterion.h>

Test(stack, the_last_one_laid_on_is_on_top)
{
	struct stack stack = { .count = 0 };

	cr_expect_eq(stack_top(&stack), LAYER_PANES);
	stack_push(&stack, LAYER_HELP);
	stack_push(&stack, LAYER_PROMPT);
	cr_expect_eq(stack_top(&stack), LAYER_PROMPT);
	cr_expect(stack_has(&stack, LAYER_HELP));
	stack_pop(&stack);
	cr_expect_eq(stack_top(&stack), LAYER_HELP);
	cr_expect_not(stack_has(&stack, LAYER_PROMPT));
	stack_pop(&stack);
	cr_expect_eq(stack_top(&stack), LAYER_PANES);
}

Test(stack, the_panes_lie_below_everything)
{
	struct stack stack = { .count = 0 };

	cr_expect(stack_has(&stack, LAYER_PANES));
	stack_push(&stack, LAYER_HELP);
	cr_expect(stack_has(&stack, LAYER_PANES));
}
