#include "model/copying.h"

#include "unit/model/mind.h"

TestSuite(copying, .init = use_utf8);

struct copy {
	const char *keys;
	const char *text;
	const char *said;
};

static void expect_copies(const struct copy *copies, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct state state;

		mind_start(&state, copies[i].keys);
		cr_expect_eq(state.effect, EFFECT_COPY, "'%s'",
			     copies[i].keys);
		cr_expect_str_eq(strbuf_text(&state.payload), copies[i].text,
				 "'%s': %s", copies[i].keys,
				 strbuf_text(&state.payload));
		expect_said(&state, copies[i].said);
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
		state_clear(&state);
	}
}

Test(copying, a_line_a_code_and_an_address_are_copied)
{
	static const struct copy copies[] = {
		{ "4 2 9 y c", "429", "sent 3 bytes to the clipboard: 429" },
		{ "4 0 4 . 7 y c", "404.7",
		  "sent 5 bytes to the clipboard: 404.7" },
		{ "4 7 1 y c", "471", "sent 3 bytes to the clipboard: 471" },
		{ "j y c", "2xx", "sent 3 bytes to the clipboard: 2xx" },
		{ "4 2 9 y y", "429 Too Many Requests",
		  "sent 21 bytes to the clipboard: the line" },
		{ "4 9 9 y y", "nginx:499 Client Closed Request",
		  "sent 31 bytes to the clipboard: the line" },
		/* Nothing stands below the first number. */
		{ "0 5 0 y c", "050", "sent 3 bytes to the clipboard: 050" },
		{ "4 7 1 y y", "471",
		  "sent 3 bytes to the clipboard: the line" },
		{ "4 5 1 y u", "https://a.example/7725",
		  "sent 22 bytes to the clipboard: https://a.example/7725" },
		{ "4 2 9 Enter } y y", "What it means",
		  "sent 13 bytes to the clipboard: the line" },
		{ "4 2 9 Enter G [ y y",
		  "Part of    [class:4xx] Client Error",
		  "sent 35 bytes to the clipboard: the line" },
	};

	expect_copies(copies, COUNT(copies));
}

Test(copying, all_of_it_is_the_page_as_the_shell_prints_it)
{
	struct state state;
	const char *text;

	mind_start_at(&state, 40, 12, "4 2 9 y d");
	cr_expect_eq(state.effect, EFFECT_COPY);
	text = strbuf_text(&state.payload);
	cr_expect_eq(strncmp(text, "429 Too Many Requests ", 22), 0);
	cr_expect_not_null(strstr(text, "\nWhat it means\n"));
	cr_expect_null(strstr(text, " \n"));
	cr_expect_eq(text[state.payload.length - 1], '\n');
	press(&state, "4 7 1 y d");
	text = strbuf_text(&state.payload);
	cr_expect_eq(strncmp(text, "471", 3), 0, "%s", text);
	cr_expect_null(strstr(text, " \n"));
	state_clear(&state);
}

Test(copying, an_unknown_number_has_no_source)
{
	struct state state;

	mind_start(&state, "4 7 1 y u");
	cr_expect_eq(state.effect, EFFECT_NONE);
	expect_said(&state, "this page names no source");
	press(&state, "o");
	expect_said(&state, "this page names no source");
	state_clear(&state);
}

Test(copying, any_other_key_closes_the_menu_and_does_nothing)
{
	static const char *const keys[] = { "Esc", "j", "q", "Q", "^C",
					    "5", "/", "?" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;

		mind_start(&state, "4 2 9 Esc y");
		cr_expect_eq(update_context(&state), CONTEXT_COPY);
		cr_expect_eq(press(&state, keys[i]), EFFECT_NONE, "%s",
			     keys[i]);
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE, "%s",
			     keys[i]);
		expect_selected(&state, "429");
		cr_expect_eq(state.message.length, 0, "%s", keys[i]);
		state_clear(&state);
	}
}

Test(copying, the_source_is_shown_and_asked_again_opened)
{
	struct state state;

	mind_start(&state, "4 5 1 o");
	cr_expect_eq(state.effect, EFFECT_NONE);
	cr_expect_eq(stack_top(&state.stack), LAYER_SOURCE);
	cr_expect_eq(press(&state, "o"), EFFECT_OPEN);
	cr_expect_str_eq(strbuf_text(&state.payload),
			 "https://a.example/7725");
	cr_expect_eq(stack_top(&state.stack), LAYER_PANES);
	/* Any other key in between acts as ever, and then it is asked anew. */
	press(&state, "o j");
	expect_selected(&state, "nginx:499");
	cr_expect_eq(press(&state, "o"), EFFECT_NONE);
	cr_expect_eq(press(&state, "Esc o"), EFFECT_NONE);
	state_clear(&state);
}
