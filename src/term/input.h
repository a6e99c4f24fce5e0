/*
 * input -- the bytes of a terminal as keys, pastes and clicks of its mouse.
 *
 * A decoder neither reads nor waits.  It is fed what was read, and gives what
 * is whole.  The beginning of something longer stays with it until the rest
 * has come, or until its reader says that the time for that is over; the
 * decoder says how long that time is.  So nothing that arrives, however
 * slowly, keeps the program from what else it has to look at.
 */
#ifndef HTTREE_TERM_INPUT_H
#define HTTREE_TERM_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "model/key.h"

enum { INPUT_BYTES = 512, INPUT_SEQUENCES = 80 };

enum input_kind {
	INPUT_NONE, /* nothing that is whole */
	INPUT_KEY,
	INPUT_PASTE,
	INPUT_CLICK,
};

enum button { BUTTON_LEFT, BUTTON_WHEEL_UP, BUTTON_WHEEL_DOWN };

struct input {
	enum input_kind kind;
	hkey_t key;
	const char *text; /* of a paste, until the decoder is fed again */
	size_t length;
	enum button button;
	int row; /* of a click, from 0 */
	int col;
};

struct decoder {
	struct {
		const char *bytes;
		hkey_t key;
	} sequences[INPUT_SEQUENCES];
	size_t sequence_count;
	int escape_delay; /* milliseconds that tell Esc from a sequence */
	bool utf8; /* in ASCII's locale, too: what else could come? */

	char bytes[INPUT_BYTES];
	size_t length;
	bool pasting;
	size_t pasted; /* characters */
	struct strbuf paste;
};

void decoder_init(struct decoder *decoder);
void decoder_clear(struct decoder *decoder);

/*
 * What the terminal at hand sends for a key.  `bytes` is borrowed; NULL, and
 * anything that is not a sequence, is left out.
 */
void decoder_define(struct decoder *decoder, const char *bytes, hkey_t key);

/* Room for more bytes: at least one. */
char *decoder_room(struct decoder *decoder, size_t *length);

/* So many bytes were put where there was room. */
void decoder_feed(struct decoder *decoder, size_t length);

/*
 * Take what comes next.  `waited` says that the rest of an unfinished sequence
 * has had its time: it is then taken as it is.
 */
struct input decoder_next(struct decoder *decoder, bool waited);

/* Milliseconds to wait for the rest of what is unfinished; -1: nothing is. */
int decoder_patience(const struct decoder *decoder);

#endif
