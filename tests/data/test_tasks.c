/*
 * What people come for, on the catalogue as built, at 80x24: how many keys it
 * takes, and what the screen says then.
 */
#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "catalogue/builtin.h"
#include "paint/paint.h"
#include "support/press.h"

enum { ROWS = 24, COLS = 80, TOLD = 6 };

struct task {
	const char *name;
	const char *keys;
	const char *told[TOLD]; /* each stands on the screen, up to NULL */
	const char *hidden; /* what must not; or NULL */
};

static const struct task tasks[] = {
	{ "is 503 safe to retry",
	  "5 0 3",
	  { "Retry      After Retry-After" },
	  NULL },
	{ "401 against 403",
	  "4 0 1 c",
	  { "[401] Unauthorized", "[403] Forbidden", "* Headers",
	    "WWW-Authenticate (MUST)" },
	  NULL },
	{ "all of Cloudflare",
	  "f c l Enter",
	  { "only Cloudflare is shown", "520 cloudflare:", "1000 cloudflare:" },
	  " S " },
	{ "what is obsolete",
	  "f o Enter",
	  { "only obsolete is shown", "303 w3c-1992:" },
	  " 400 Bad Request" },
	{ "what 405 has to carry",
	  "4 0 5",
	  { "Headers    Allow (MUST)" },
	  NULL },
	{ "what is cacheable by default",
	  "f c Enter",
	  { "200 OK", "206 Partial Content", "308 Permanent Redirect",
	    "451 Unavailable", "501 Not Implemented" },
	  "302 Found" },
	{ "the source of 429, copied",
	  "4 2 9 y u",
	  { "https://www.rfc-editor.org/rfc/rfc6585" },
	  NULL },
};

static const struct catalogue it = { &builtin_image };

/* The rows of the frame, each ended by a newline. */
static void read_frame(const struct frame *frame, struct strbuf *text)
{
	for (int row = 0; row < frame->rows; row++) {
		for (int col = 0; col < frame->cols; col++)
			strbuf_add(text, frame_sign(frame, row, col));
		strbuf_add_char(text, '\n');
	}
}

static void do_task(const struct task *task, struct strbuf *text)
{
	struct state state;
	struct view view;
	struct frame frame;

	state_init(&state, &it, ROWS, COLS, false);
	view_init(&view);
	frame_init(&frame);
	press(&state, task->keys);
	view_build(&view, &state);
	paint(&frame, &view);
	read_frame(&frame, text);
	frame_clear(&frame);
	view_clear(&view);
	state_clear(&state);
}

Test(tasks, take_these_keys)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
	for (size_t i = 0; i < sizeof(tasks) / sizeof(*tasks); i++) {
		const struct task *task = &tasks[i];
		struct strbuf text;

		strbuf_init(&text);
		do_task(task, &text);
		for (size_t k = 0; k < TOLD && task->told[k] != NULL; k++)
			cr_expect_not_null(strstr(text.text, task->told[k]),
					   "%s: no '%s' in\n%s", task->name,
					   task->told[k], text.text);
		if (task->hidden != NULL)
			cr_expect_null(strstr(text.text, task->hidden),
				       "%s: '%s' in\n%s", task->name,
				       task->hidden, text.text);
		strbuf_clear(&text);
	}
}
