/*
 * keys -- a person at the browser: keys, pastes, clicks, new sizes, of any kind
 * and in any order.
 *
 * After each the state is sound (support/press.h tells what that is) and the
 * frame is painted to its last cell.  The first byte of the input chooses the
 * catalogue and whether signs are ASCII; then each byte is a key, or says what
 * the bytes behind it are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "catalogue/builtin.h"
#include "fuzz/fuzz.h"
#include "model/update.h"
#include "paint/paint.h"
#include "support/press.h"
#include "support/small.h"

enum { STEPS = 400 };

/* The bytes that are no key; those from NAMED on are the named keys. */
enum {
	NAMED = 0x80,
	RESIZE = 0xf0, /* rows, columns */
	PASTE, /* as many bytes as the next one says */
	CLICK, /* what, row, column */
	REST,
	ALT, /* with the next byte as a key */
	CHARACTER, /* of Unicode: three bytes, modulo */
};

struct person {
	const uint8_t *at;
	const uint8_t *end;
	struct state state;
	struct view view;
	struct frame frame;
	struct strbuf faults;
};

static unsigned int take(struct person *person)
{
	return person->at < person->end ? *person->at++ : 0;
}

static hkey_t key_of(unsigned int byte)
{
	static const unsigned int named = HKEY_OTHER - HKEY_FIRST + 1;

	return byte < NAMED ? byte : HKEY_FIRST + (byte - NAMED) % named;
}

static void resize(struct person *person)
{
	int rows = 1 + (int)(take(person) % 60);
	int cols = 1 + (int)(take(person) % 170);

	update_resize(&person->state, rows, cols);
}

/* What a terminal hands on is UTF-8 that may be shown: term/input.h. */
static void paste(struct person *person)
{
	size_t rest, length = take(person);
	struct strbuf clean;

	rest = (size_t)(person->end - person->at);
	if (length > rest)
		length = rest;
	strbuf_init(&clean);
	text_clean(&clean, (const char *)person->at, length);
	update_paste(&person->state, strbuf_text(&clean), clean.length);
	strbuf_clear(&clean);
	person->at += length;
}

static void click(struct person *person)
{
	struct mouse mouse = {
		.act = (enum mouse_act)(take(person) % (MOUSE_WHEEL_DOWN + 1)),
		.row = (int)(take(person) % 60),
		.col = (int)(take(person) % 170),
	};

	update_mouse(&person->state, &mouse);
}

static void press_character(struct person *person)
{
	unsigned int character = take(person);

	character = character << 8 | take(person);
	character = (character << 8 | take(person)) % HKEY_FIRST;
	if (character < 0xd800 || character > 0xdfff)
		update_key(&person->state, character);
}

static void act(struct person *person)
{
	unsigned int byte = take(person);

	switch (byte) {
	case RESIZE:
		resize(person);
		break;
	case PASTE:
		paste(person);
		break;
	case CLICK:
		click(person);
		break;
	case REST:
		update_rest(&person->state);
		break;
	case ALT:
		update_key(&person->state, HKEY_ALT(key_of(take(person))));
		break;
	case CHARACTER:
		press_character(person);
		break;
	default:
		update_key(&person->state, key_of(byte));
		break;
	}
}

/* Each cell holds a sign, or is the rest of a wide one before it. */
static void expect_painted(const struct frame *frame)
{
	for (int row = 0; row < frame->rows; row++) {
		int left = 0;

		for (int col = 0; col < frame->cols; col++) {
			const char *text = frame_sign(frame, row, col);
			size_t length = strlen(text);

			fuzz_expect(length > 0 || left > 0,
				    "a cell was painted");
			if (length > 1 || *text < ' ' || *text > '~')
				fuzz_expect_clean(text, length);
			left = length > 0 ? text_columns(text, length) - 1 :
					    left - 1;
		}
		fuzz_expect(left <= 0, "a wide sign is whole");
	}
	fuzz_expect(frame->cursor_row < frame->rows &&
			    frame->cursor_col < frame->cols,
		    "the cursor is on the screen");
}

static void expect_sound(struct person *person)
{
	press_check(&person->state, &person->faults);
	fuzz_expect(person->faults.length == 0, strbuf_text(&person->faults));
	view_build(&person->view, &person->state);
	paint(&person->frame, &person->view);
	fuzz_expect(person->frame.rows == person->state.screen_rows &&
			    person->frame.cols == person->state.screen_cols,
		    "the frame is as large as the screen");
	expect_painted(&person->frame);
}

static void sit_down(struct person *person)
{
	static const struct catalogue builtin = { &builtin_image };
	unsigned int choice = take(person);
	const struct catalogue *const catalogues[] = {
		small_catalogue(),
		small_with_guides(),
		&builtin,
		small_with_guides(),
	};

	state_init(&person->state, catalogues[choice / 2 % 4], 24, 80,
		   choice % 2 == 1);
	view_init(&person->view);
	frame_init(&person->frame);
	strbuf_init(&person->faults);
}

static void stand_up(struct person *person)
{
	strbuf_clear(&person->faults);
	frame_clear(&person->frame);
	view_clear(&person->view);
	state_clear(&person->state);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct person person = { .at = data, .end = data + size };

	fuzz_locale();
	sit_down(&person);
	expect_sound(&person);
	for (int step = 0; step < STEPS && person.at < person.end; step++) {
		act(&person);
		expect_sound(&person);
	}
	stand_up(&person);
	return 0;
}
