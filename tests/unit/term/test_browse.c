#include "term/browse.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/file.h"
#include "unit/catalogue/sample.h"
#include "unit/term/terminal.h"

enum { PATIENCE = 20 };

static const char shelf[] =
	STANDARD("404", ", parent: \"class:4xx\"")
	VENDOR("nginx", "499", ", keywords: [teapot]")
	PAGE("class:4xx", "")
	PAGE("vendor:nginx", "");

struct reader {
	struct sample sample;
	struct terminal terminal;
	struct browse_options options;
	struct problem why;
	char state[300]; /* $XDG_STATE_HOME */
	pid_t typist;
};

static void reader_sit(struct reader *reader, const char *terminal)
{
	const char *folder = getenv("TMPDIR");

	*reader = (struct reader){ .typist = -1 };
	sample_build(&reader->sample, shelf);
	terminal_take(&reader->terminal, terminal, 24, 80);
	snprintf(reader->state, sizeof(reader->state), "%s/state.%ld",
		 folder == NULL ? "/tmp" : folder, (long)getpid());
	setenv("XDG_STATE_HOME", reader->state, 1);
}

/*
 * Somebody else waits for the first screen and types; without keys, the
 * terminal is taken away then.
 */
static void reader_type(struct reader *reader, const char *keys)
{
	static const char clear[] = "\033[2J";
	char byte;

	reader->typist = fork();
	cr_assert_geq(reader->typist, 0);
	if (reader->typist != 0) {
		close(reader->terminal.master);
		return;
	}
	close(reader->terminal.slave);
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	/* The first screen begins by clearing. */
	for (size_t matched = 0; clear[matched] != '\0';) {
		if (read(reader->terminal.master, &byte, 1) != 1)
			_exit(1);
		matched = byte == clear[matched] ? matched + 1 : 0;
	}
	if (*keys == '\0' ||
	    write(reader->terminal.master, keys, strlen(keys)) < 0)
		_exit(0);
	while (read(reader->terminal.master, &byte, 1) == 1)
		;
	_exit(0);
}

static int reader_browse(struct reader *reader)
{
	return browse(&reader->sample.catalogue, &reader->options,
		      &reader->why);
}

static void reader_leave(struct reader *reader)
{
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	terminal_leave(&reader->terminal);
	if (reader->typist > 0)
		waitpid(reader->typist, NULL, 0);
	sample_clear(&reader->sample);
}

/* The history, or an empty text when there is none. */
static void read_history(const struct reader *reader, struct strbuf *text)
{
	struct problem why;
	char path[400];

	snprintf(path, sizeof(path), "%s/httree/history", reader->state);
	strbuf_init(text);
	file_read(path, 1000, text, &why);
}

Test(browse, q_ends_it_with_status_0, .timeout = PATIENCE)
{
	struct reader reader;

	reader_sit(&reader, "xterm-256color");
	reader_type(&reader, "q");

	cr_expect_eq(reader_browse(&reader), 0);

	cr_expect_str_empty(reader.why.text);
	reader_leave(&reader);
}

Test(browse, an_interrupt_ends_it_with_status_130, .timeout = PATIENCE)
{
	struct reader reader;

	reader_sit(&reader, "xterm-256color");
	reader_type(&reader, "\003");

	cr_expect_eq(reader_browse(&reader), 130);

	cr_expect_str_empty(reader.why.text);
	reader_leave(&reader);
}

Test(browse, a_terminal_that_goes_away_ends_it_with_a_reason,
     .timeout = PATIENCE)
{
	struct reader reader;

	reader_sit(&reader, "xterm-256color");
	reader_type(&reader, "");

	cr_expect_eq(reader_browse(&reader), 2);

	cr_expect_str_eq(reader.why.text, "the terminal has gone");
	reader_leave(&reader);
}

Test(browse, a_terminal_that_cannot_be_drawn_on_is_a_reason_not_to_begin,
     .timeout = PATIENCE)
{
	struct reader reader;

	reader_sit(&reader, "dumb");

	cr_expect_eq(reader_browse(&reader), 2);

	cr_expect_str_not_empty(reader.why.text);
	cr_expect_str_empty(terminal_output(&reader.terminal));
	reader_leave(&reader);
}

Test(browse, the_first_hit_of_a_text_is_opened_and_is_the_last_place,
     .timeout = PATIENCE)
{
	char operand[] = "teapot";
	char *const operands[] = { operand };
	struct filter filter;
	struct question question = { .operands = operands,
				     .operand_count = 1,
				     .filter = &filter };
	struct reader reader;
	struct strbuf history;
	struct ask ask;

	filter_init(&filter);
	reader_sit(&reader, "xterm-256color");
	ask_init(&ask, &reader.sample.catalogue, &question);
	reader.options.asked = &ask;
	reader_type(&reader, "q");

	cr_expect_eq(reader_browse(&reader), 0);

	read_history(&reader, &history);
	cr_expect_neq(strstr(strbuf_text(&history), "\nplace nginx:499\n"),
		      NULL, "%s", strbuf_text(&history));
	ask_clear(&ask);
	strbuf_clear(&history);
	reader_leave(&reader);
}

Test(browse, what_was_searched_for_is_remembered, .timeout = PATIENCE)
{
	struct reader reader;
	struct strbuf history;

	reader_sit(&reader, "xterm-256color");
	reader_type(&reader, "/teapot\rQ");

	cr_expect_eq(reader_browse(&reader), 0);

	read_history(&reader, &history);
	cr_expect_neq(strstr(strbuf_text(&history), "\nsearch teapot\n"), NULL, "%s",
		      strbuf_text(&history));
	strbuf_clear(&history);
	reader_leave(&reader);
}

Test(browse, nothing_is_remembered_when_that_is_not_wanted, .timeout = PATIENCE)
{
	struct reader reader;
	struct stat status;

	reader_sit(&reader, "xterm-256color");
	reader.options.forget = true;
	reader_type(&reader, "/teapot\rQ");

	cr_expect_eq(reader_browse(&reader), 0);

	cr_expect_neq(stat(reader.state, &status), 0);
	reader_leave(&reader);
}
