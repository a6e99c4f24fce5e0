/*
 * mind -- a state of the small catalogue, made by pressing keys.
 */
#ifndef HTTREE_TESTS_UNIT_MODEL_MIND_H
#define HTTREE_TESTS_UNIT_MODEL_MIND_H

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "support/press.h"
#include "support/small.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static inline void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

/* At 80x24 unless `mind_start_at' says otherwise. */
static inline void mind_start_at(struct state *state, int cols, int rows,
				 const char *keys)
{
	state_init(state, small_catalogue(), rows, cols, false);
	press(state, keys);
}

static inline void mind_start(struct state *state, const char *keys)
{
	mind_start_at(state, 80, 24, keys);
}

static inline void mind_search(struct state *state, const char *text)
{
	press(state, "/");
	press_text(state, text);
}

static inline const char *mind_shown(const struct state *state)
{
	return catalogue_id(state->catalogue, state->reader.shown.entry);
}

static inline const char *mind_selected(const struct state *state)
{
	return catalogue_id(
		state->catalogue,
		catalogue_row(state->catalogue, state->row)->entry);
}

static inline void expect_shown(const struct state *state, const char *id)
{
	cr_expect_str_eq(mind_shown(state), id);
}

static inline void expect_selected(const struct state *state, const char *id)
{
	cr_expect_str_eq(mind_selected(state), id);
}

static inline void expect_said(const struct state *state, const char *text)
{
	cr_expect_str_eq(strbuf_text(&state->message), text);
}

static inline void expect_sound(const struct state *state)
{
	struct strbuf faults;

	strbuf_init(&faults);
	press_check(state, &faults);
	cr_expect_eq(faults.length, 0, "%s", strbuf_text(&faults));
	strbuf_clear(&faults);
}

#endif
