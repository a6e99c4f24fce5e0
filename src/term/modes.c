#include "term/modes.h"

#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

enum { SEQUENCE_BYTES = 128 };

/*
 * Of these curses knows nothing; terminals of xterm's family that lack them
 * ignore them.  The mouse: presses of buttons, told in decimal.
 */
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

static struct {
	bool modern; /* of xterm's family */
	bool mouse;
	char on[SEQUENCE_BYTES];
	char off[SEQUENCE_BYTES];
} modes;

static struct {
	char bytes[3 * SEQUENCE_BYTES];
	struct termios before;
	int descriptor; /* of the terminal, or -1 */
} rescue = { .descriptor = -1 };

void modes_send(const char *sequence)
{
	size_t length = strlen(sequence);

	while (length > 0) {
		ssize_t sent = write(STDOUT_FILENO, sequence, length);

		/* That a terminal has gone shows where it is read. */
		if (sent < 0 && errno != EINTR)
			return;
		if (sent < 0)
			continue;
		sequence += sent;
		length -= (size_t)sent;
	}
}

/* Append a string of the terminal's, when it can be sent as it is. */
static void append(char *bytes, size_t size, const char *string)
{
	size_t length = strlen(bytes);

	if (string != NULL && strstr(string, "$<") == NULL &&
	    length + strlen(string) < size)
		strcpy(bytes + length, string);
}

static void prepare_rescue(void)
{
	rescue.bytes[0] = '\0';
	append(rescue.bytes, sizeof(rescue.bytes), modes.off);
	if (modes.modern)
		append(rescue.bytes, sizeof(rescue.bytes), mouse_off);
	append(rescue.bytes, sizeof(rescue.bytes), exit_attribute_mode);
	append(rescue.bytes, sizeof(rescue.bytes), cursor_normal);
	append(rescue.bytes, sizeof(rescue.bytes), exit_ca_mode);
}

void modes_prepare(const struct terminal *terminal)
{
	modes.modern = terminal->ecma48;
	modes.mouse = false;
	modes.on[0] = modes.off[0] = '\0';
	append(modes.on, sizeof(modes.on), keypad_xmit);
	append(modes.off, sizeof(modes.off), keypad_local);
	if (modes.modern) {
		append(modes.on, sizeof(modes.on), paste_on);
		append(modes.off, sizeof(modes.off), paste_off);
	}
	prepare_rescue();
}

void modes_set(void)
{
	modes_send(modes.on);
	if (modes.mouse)
		modes_send(mouse_on);
}

void modes_unset(void)
{
	if (modes.mouse)
		modes_send(mouse_off);
	modes_send(modes.off);
}

bool modes_mouse(bool on)
{
	if (!modes.modern)
		return !on;
	modes_send(on ? mouse_on : mouse_off);
	modes.mouse = on;
	return true;
}

void modes_remember(int descriptor, const struct termios *before)
{
	rescue.descriptor = descriptor;
	if (before != NULL)
		rescue.before = *before;
}

void modes_rescue(int number)
{
	if (rescue.descriptor >= 0) {
		modes_send(rescue.bytes);
		tcsetattr(rescue.descriptor, TCSANOW, &rescue.before);
	}
	signal(number, SIG_DFL);
	raise(number);
}
