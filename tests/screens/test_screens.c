/*
 * test_screens -- whole screens, without a terminal: keys go in, and the frame
 * that they leave is compared with one that somebody has read and accepted.
 *
 * Each `*.keys' beside this file is a test, and the `*.frame' of the same name
 * is what it must leave.  With HTTREE_REWRITE_FRAMES set, the frames are
 * written instead: read what changed before it is committed.
 *
 * A file of keys has a line for each thing, and `# ' begins a comment:
 *
 *	size 80x24       columns and rows; comes first
 *	ascii            draw in ASCII
 *	guides           the catalogue with guides.yaml
 *	own              the catalogue with that of a user, own.yaml
 *	open TEXT        begin as `httree -i TEXT' does
 *	filter LIST      begin as `httree -i -f LIST' does
 *	history TEXT     a text searched for before
 *
 *	j j Enter        press keys, by the names of model/key.h
 *	type TEXT        press a key for each character
 *	paste TEXT       paste; \n, \t, \e and \\ are what they are in C
 *	resize 60x20     give the screen another size
 *	show TITLE       add the screen as it is now to the frame
 *	status TITLE     add its last row alone
 *
 * In a frame, `|' begins a row of the screen.  Where something is marked, a
 * row that begins with `:' follows and says what: `s' selected, `m' a match,
 * `c' the current match, `M' a match in what is selected, and `^' the cursor.
 * A key that leaves something to the terminal says so in a row that begins
 * with `!'.
 */
#include <dirent.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "paint/paint.h"
#include "support/press.h"
#include "support/small.h"

enum { FILE_LIMIT = 4 * 1024 * 1024 };

struct stage {
	struct state state;
	struct view view;
	struct frame frame;
	struct strbuf shown; /* the screens so far, as the .frame has them */
	struct strbuf faults;
	bool begun;
	bool changed; /* since the last screen */
	int rows;
	int cols;
	bool ascii;
	bool guides;
	bool own;
	char *open_at;
	char *filter;
	char *history[8]; /* the oldest first */
	size_t history_count;
};

static void fault(struct stage *stage, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void fault(struct stage *stage, const char *format, ...)
{
	va_list arguments;
	char text[512];

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	strbuf_addf(&stage->faults, "%s\n", text);
}

/* ------------------------------------------------------------------------
 * The screen as text
 */

/* How a cell is marked; a blank for not at all. */
static char mark_of(const struct cell *cell)
{
	bool selected = cell->role == ROLE_SELECTED;

	switch (cell->mark) {
	case MARK_MATCH:
		return selected ? 'M' : 'm';
	case MARK_CURRENT:
		return 'c';
	default:
		return selected ? 's' : ' ';
	}
}

static void add_cells(struct strbuf *shown, const struct frame *frame, int row)
{
	size_t end = shown->length;

	for (int col = 0; col < frame->cols; col++) {
		const char *text = frame_sign(frame, row, col);

		strbuf_add(shown, text);
		if (*text != ' ' && *text != '\0')
			end = shown->length;
	}
	strbuf_cut(shown, end);
}

static void add_marks(struct strbuf *shown, const struct frame *frame, int row)
{
	size_t before = shown->length, end = before;

	strbuf_add_char(shown, ':');
	for (int col = 0; col < frame->cols; col++) {
		bool cursor = row == frame->cursor_row &&
			      col == frame->cursor_col;
		char mark = mark_of(frame_cell(frame, row, col));

		strbuf_add_char(shown, cursor ? '^' : mark);
		if (cursor || mark != ' ')
			end = shown->length;
	}
	strbuf_cut(shown, end);
	if (end > before)
		strbuf_add_char(shown, '\n');
}

/* The whole screen, or its last row alone. */
static void show(struct stage *stage, const char *title, bool last_row)
{
	struct frame *frame = &stage->frame;

	view_build(&stage->view, &stage->state);
	paint(frame, &stage->view);
	strbuf_addf(&stage->shown, "== %s (%dx%d)\n", title, frame->cols,
		    frame->rows);
	for (int row = last_row ? frame->rows - 1 : 0; row < frame->rows;
	     row++) {
		strbuf_add_char(&stage->shown, '|');
		add_cells(&stage->shown, frame, row);
		strbuf_add_char(&stage->shown, '\n');
		add_marks(&stage->shown, frame, row);
	}
	stage->changed = false;
}

/* ------------------------------------------------------------------------
 * What the reader does
 */

static void begin(struct stage *stage)
{
	struct state *state = &stage->state;
	struct problem why;
	struct filter filter;

	if (stage->begun)
		return;
	stage->begun = stage->changed = true;
	state_init(state,
		   stage->own	 ? &small_with_own()->catalogue :
		   stage->guides ? small_with_guides() :
				   small_catalogue(),
		   stage->rows, stage->cols, stage->ascii);
	if (stage->own)
		state->collection = small_with_own();
	filter_init(&filter);
	if (stage->filter != NULL &&
	    !filter_parse(&filter, stage->filter, small_catalogue(), &why))
		fault(stage, "filter: %s", why.text);
	if (stage->filter != NULL)
		update_filter(state, &filter);
	for (size_t i = 0; i < stage->history_count; i++)
		history_add(&state->history, stage->history[i]);
	if (stage->open_at != NULL && !press_open_at(state, stage->open_at))
		fault(stage, "open: nothing matches '%s'", stage->open_at);
}

/* After each step, so that a mistake shows where it was made. */
static void check(struct stage *stage, const char *after)
{
	size_t before = stage->faults.length;

	stage->changed = true;
	press_check(&stage->state, &stage->faults);
	if (stage->faults.length > before)
		fault(stage, "after '%s'", after);
}

static void press_name(struct stage *stage, const char *name, size_t length)
{
	static const char *const effects[] = {
		[EFFECT_QUIT] = "leave",
		[EFFECT_INTERRUPT] = "leave, interrupted",
		[EFFECT_SUSPEND] = "suspend",
		[EFFECT_REDRAW] = "draw all of the screen anew",
		[EFFECT_COPY] = "copy",
		[EFFECT_OPEN] = "open",
		[EFFECT_MOUSE_ON] = "take the mouse",
		[EFFECT_MOUSE_OFF] = "give the mouse back",
	};
	hkey_t key = hkey_parse(name, length);
	enum effect_kind effect;
	char *copy = xmemdup(name, length);

	if (key == HKEY_NONE) {
		fault(stage, "no key is called '%s'", copy);
	} else {
		effect = update_key(&stage->state, key).kind;
		if (effect != EFFECT_NONE)
			strbuf_addf(&stage->shown, "! %s: %s\n", copy,
				    effects[effect]);
		check(stage, copy);
		if (effect == EFFECT_QUIT || effect == EFFECT_INTERRUPT)
			stage->changed = false;
	}
	free(copy);
}

static void press_names(struct stage *stage, const char *names)
{
	for (names += strspn(names, " "); *names != '\0';
	     names += strspn(names, " ")) {
		size_t length = strcspn(names, " ");

		press_name(stage, names, length);
		names += length;
	}
}

/* What a letter behind a backslash stands for. */
static char escaped(char letter)
{
	switch (letter) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case 'e':
		return '\033';
	default:
		return letter;
	}
}

static void paste(struct stage *stage, const char *text)
{
	struct strbuf pasted;

	strbuf_init(&pasted);
	for (; *text != '\0'; text++) {
		bool escape = *text == '\\' && text[1] != '\0';

		text += escape;
		strbuf_add_char(&pasted, escape ? escaped(*text) : *text);
	}
	update_paste(&stage->state, strbuf_text(&pasted), pasted.length);
	check(stage, "paste");
	strbuf_clear(&pasted);
}

static bool read_size(struct stage *stage, const char *text, int *rows,
		      int *cols)
{
	if (sscanf(text, "%dx%d", cols, rows) == 2 && *cols > 0 && *rows > 0)
		return true;
	fault(stage, "'%s' is no size; expected one like 80x24", text);
	return false;
}

static void resize(struct stage *stage, const char *text)
{
	int rows, cols;

	if (!read_size(stage, text, &rows, &cols))
		return;
	update_resize(&stage->state, rows, cols);
	check(stage, "resize");
}

/* ------------------------------------------------------------------------
 * The files
 */

/* What follows the word and a blank, or NULL when the line begins otherwise. */
static const char *after(const char *line, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(line, word, length) != 0)
		return NULL;
	if (line[length] == '\0')
		return line + length;
	return line[length] == ' ' ? line + length + 1 : NULL;
}

static bool take_header(struct stage *stage, const char *line)
{
	const char *rest;

	if ((rest = after(line, "size")) != NULL) {
		read_size(stage, rest, &stage->rows, &stage->cols);
	} else if (after(line, "ascii") != NULL) {
		stage->ascii = true;
	} else if (after(line, "guides") != NULL) {
		stage->guides = true;
	} else if (after(line, "own") != NULL) {
		stage->own = true;
	} else if ((rest = after(line, "open")) != NULL) {
		stage->open_at = xstrdup(rest);
	} else if ((rest = after(line, "filter")) != NULL) {
		stage->filter = xstrdup(rest);
	} else if ((rest = after(line, "history")) != NULL) {
		if (stage->history_count < 8)
			stage->history[stage->history_count++] = xstrdup(rest);
	} else {
		return false;
	}
	if (stage->begun)
		fault(stage, "'%s' stands below the first key", line);
	return true;
}

static void take_line(struct stage *stage, const char *line)
{
	const char *rest;

	if (*line == '\0' || after(line, "#") != NULL)
		return;
	if (take_header(stage, line))
		return;
	begin(stage);
	if ((rest = after(line, "show")) != NULL)
		show(stage, rest, false);
	else if ((rest = after(line, "status")) != NULL)
		show(stage, rest, true);
	else if ((rest = after(line, "resize")) != NULL)
		resize(stage, rest);
	else if ((rest = after(line, "paste")) != NULL)
		paste(stage, rest);
	else if ((rest = after(line, "type")) != NULL) {
		press_text(&stage->state, rest);
		check(stage, line);
	} else {
		press_names(stage, line);
	}
}

static void play(struct stage *stage, char *keys)
{
	for (char *line = keys, *next; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		take_line(stage, line);
	}
	begin(stage);
	if (stage->changed)
		show(stage, "at the end", false);
}

static void stage_clear(struct stage *stage)
{
	state_clear(&stage->state);
	view_clear(&stage->view);
	frame_clear(&stage->frame);
	strbuf_clear(&stage->shown);
	strbuf_clear(&stage->faults);
	free(stage->open_at);
	free(stage->filter);
	for (size_t i = 0; i < stage->history_count; i++)
		free(stage->history[i]);
}

/* ------------------------------------------------------------------------
 * Comparing
 */

/* Print the lines that differ: `-' was wanted, `+' was found. */
static void print_difference(const char *wanted, const char *found)
{
	while (*wanted != '\0' || *found != '\0') {
		int left = (int)strcspn(wanted, "\n");
		int right = (int)strcspn(found, "\n");

		if (left != right ||
		    strncmp(wanted, found, (size_t)left) != 0)
			printf("# -%.*s\n# +%.*s\n", left, wanted, right,
			       found);
		wanted += left + (wanted[left] == '\n');
		found += right + (found[right] == '\n');
	}
}

static bool compare(const char *path, const struct strbuf *shown)
{
	struct strbuf wanted;
	struct problem why;
	bool same;

	strbuf_init(&wanted);
	if (!file_read(path, FILE_LIMIT, &wanted, &why))
		printf("# %s\n", why.text);
	same = strcmp(strbuf_text(&wanted), strbuf_text(shown)) == 0;
	if (!same)
		print_difference(strbuf_text(&wanted), strbuf_text(shown));
	strbuf_clear(&wanted);
	return same;
}

static bool rewrite(const char *path, const struct strbuf *shown)
{
	FILE *file = fopen(path, "w");
	bool written = file != NULL &&
		       fputs(strbuf_text(shown), file) != EOF;

	if (file != NULL && fclose(file) != 0)
		written = false;
	if (!written)
		printf("# cannot write '%s'\n", path);
	return written;
}

static void print_faults(const char *faults)
{
	while (*faults != '\0') {
		int length = (int)strcspn(faults, "\n");

		printf("# %.*s\n", length, faults);
		faults += length + 1;
	}
}

static bool run(const char *folder, const char *name)
{
	struct stage stage = { .rows = 24, .cols = 80 };
	struct strbuf keys, path;
	struct problem why;
	bool passed;

	strbuf_init(&keys);
	strbuf_init(&path);
	strbuf_addf(&path, "%s/%s.keys", folder, name);
	if (!file_read(strbuf_text(&path), FILE_LIMIT, &keys, &why))
		fault(&stage, "%s", why.text);
	strbuf_add(&keys, "");
	play(&stage, keys.text);
	strbuf_reset(&path);
	strbuf_addf(&path, "%s/%s.frame", folder, name);
	if (getenv("HTTREE_REWRITE_FRAMES") != NULL)
		passed = rewrite(strbuf_text(&path), &stage.shown);
	else
		passed = compare(strbuf_text(&path), &stage.shown);
	passed = passed && stage.faults.length == 0;
	print_faults(strbuf_text(&stage.faults));
	stage_clear(&stage);
	strbuf_clear(&keys);
	strbuf_clear(&path);
	return passed;
}

/* The part before the ending, on the heap; NULL when it ends otherwise. */
static char *without(const char *name, const char *ending)
{
	size_t length = strlen(name), cut = strlen(ending);

	if (length <= cut || strcmp(name + length - cut, ending) != 0)
		return NULL;
	return xmemdup(name, length - cut);
}

static int report(int number, bool passed, const char *what, const char *name)
{
	printf("%s %d - %s%s\n", passed ? "ok" : "not ok", number, what, name);
	return passed ? 0 : 1;
}

/* A frame without its keys is compared with nothing. */
static bool has_keys(struct dirent *const *files, int count, const char *name)
{
	bool found = false;

	for (int i = 0; i < count && !found; i++) {
		char *keys = without(files[i]->d_name, ".keys");

		found = keys != NULL && strcmp(keys, name) == 0;
		free(keys);
	}
	return found;
}

static int run_all(const char *folder, struct dirent **files, int count)
{
	int number = 0, failed = 0;

	for (int i = 0; i < count; i++) {
		char *keys = without(files[i]->d_name, ".keys");
		char *frame = without(files[i]->d_name, ".frame");

		if (keys != NULL)
			failed += report(++number, run(folder, keys), "",
					 keys);
		if (frame != NULL && !has_keys(files, count, frame))
			failed += report(++number, false, "no keys for ",
					 frame);
		free(keys);
		free(frame);
	}
	if (number == 0)
		failed += report(++number, false, "no keys in ", folder);
	printf("1..%d\n", number);
	return failed > 0;
}

int main(void)
{
	const char *srcdir = getenv("srcdir");
	struct dirent **files;
	struct strbuf folder;
	int count, status;

	setlocale(LC_ALL, "");
	strbuf_init(&folder);
	strbuf_addf(&folder, "%s/tests/screens",
		    srcdir == NULL ? "." : srcdir);
	count = scandir(strbuf_text(&folder), &files, NULL, alphasort);
	if (count < 0) {
		perror(strbuf_text(&folder));
		return 99;
	}
	status = run_all(strbuf_text(&folder), files, count);
	for (int i = 0; i < count; i++)
		free(files[i]);
	free(files);
	strbuf_clear(&folder);
	return status;
}
