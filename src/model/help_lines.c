#include "model/help_lines.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

enum {
	KEYS_LEFT = 2,
	KEYS_WIDTH = 12,  /* to the text, unless the keys need more */
	BESIDE_LEAST = 12, /* columns of text from which it stands beside */
	BELOW_LEFT = 4,
	FILES_SHOWN = 24,
};

/* What stands on the screen and is no key, below a title of its own. */
struct word {
	const char *sign;
	const char *text;
};

static const struct word signs[] = {
	{ "S V W U", "standard, vendor, warning, yours" },
	{ "x", "no longer in use" },
	{ "+ -", "folded, unfolded" },
	{ "34/161", "codes shown, of all" },
	{ "[503]", "see that code" },
	{ "> /", "this match; another one" },
};

static const struct word hits[] = {
	{ "code", "its number" },
	{ "name", "its phrase, or a former one" },
	{ "words", "its search words" },
	{ "origin", "the name of its origin" },
	{ "text", "its page" },
};

static const struct word status[] = {
	{ "4xx > 404", "where you are" },
	{ "12 hidden", "codes not shown, and why" },
	{ "3/17", "the 3rd of 17 matches" },
	{ "(5 codes)", "in how many codes they are" },
	{ "+4 hidden", "hits that are not shown" },
	{ "12-31/64", "lines on the screen, of all" },
};

static const struct word states[] = {
	{ "current", "in force" },
	{ "experimental", "a draft, or temporary" },
	{ "deprecated", "better not used any more" },
	{ "obsolete", "withdrawn" },
	{ "reserved", "kept free for a reason" },
	{ "unassigned", "free, used all the same" },
	{ "log only", "in logs, never sent" },
};

static struct help_line *add_line(struct help_lines *help)
{
	struct help_line *line = &help->lines[help->count];

	if (help->count + 1 < HELP_LINES)
		help->count++;
	*line = (struct help_line){ .action = ACTION_COUNT };
	return line;
}

static void add_heading(struct help_lines *help, const char *title)
{
	if (help->count > 0)
		add_line(help);
	*add_line(help) = (struct help_line){
		.heading = true,
		.text = title,
		.action = ACTION_COUNT,
	};
}

/* The first key of an action, or its first two when it stands alone. */
static void add_keys(struct help_line *line, const char *keys, bool alone)
{
	size_t used = strlen(line->keys);
	size_t length = strcspn(keys, " ");

	if (alone && keys[length] == ' ' && keys[0] != '0')
		length += 1 + strcspn(keys + length + 1, " ");
	if (keys[0] == '0')
		snprintf(line->keys + used, HELP_KEYS - used, "0-9 .");
	else
		snprintf(line->keys + used, HELP_KEYS - used, "%s%.*s",
			 used > 0 ? " " : "", (int)length, keys);
}

static bool stands_alone(enum action action)
{
	return action + 1 == ACTION_COUNT ||
	       action_row(action + 1)->help != NULL ||
	       action_row(action + 1)->group != action_row(action)->group;
}

static void add_group(struct help_lines *help, enum group group)
{
	struct help_line *line = NULL;

	add_heading(help, group_title(group));
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const struct action_row *row = action_row(action);

		if (row->group != group)
			continue;
		if (row->help != NULL) {
			line = add_line(help);
			line->text = row->help;
			line->action = action;
		}
		if (line != NULL)
			add_keys(line, row->keys,
				 row->help != NULL && stands_alone(action));
	}
}

static void add_words(struct help_lines *help, const char *title,
		      const struct word *words, size_t count)
{
	if (title != NULL)
		add_heading(help, title);
	for (size_t i = 0; i < count; i++) {
		struct help_line *line = add_line(help);

		snprintf(line->keys, HELP_KEYS, "%s", words[i].sign);
		line->text = words[i].text;
	}
}

/* The user's catalogues, as many as a person reads through. */
static void add_files(struct help_lines *help,
		      const struct collection *collection)
{
	struct help_line *line = NULL;

	if (collection == NULL || collection->count == 0)
		return;
	add_heading(help, "Your catalogues");
	for (size_t i = 0; i < collection->count && i < FILES_SHOWN; i++) {
		line = add_line(help);
		snprintf(line->keys, HELP_KEYS, "U");
		line->text = collection->files[i].told;
	}
	if (collection->count > FILES_SHOWN) {
		line = add_line(help);
		snprintf(line->keys, HELP_KEYS, "+%zu",
			 collection->count - FILES_SHOWN);
		line->text = "more";
	}
}

size_t help_fit(const char *text, int room)
{
	size_t length = strlen(text);
	size_t most = text_fit(text, length, room);
	size_t cut;

	if (length <= most)
		return length;
	if (most == 0)
		most = text_cluster(text, length);
	cut = most;
	while (cut > 0 && text[cut] != ' ')
		cut--;
	if (cut == 0)
		return most;
	while (cut > 1 && text[cut - 1] == ' ')
		cut--;
	return cut;
}

static int count_rows(const char *text, int room)
{
	int rows = 0;

	while (*text != '\0') {
		text += help_fit(text, room);
		text += strspn(text, " ");
		rows++;
	}
	return rows;
}

/* Find the place of the text in a column of `room`, and how much it takes. */
static void place_text(struct help_line *line, int room)
{
	int keys = (int)strlen(line->keys);

	line->height = 1;
	if (line->text == NULL || line->heading)
		return;
	line->text_left = KEYS_LEFT +
			  (keys < KEYS_WIDTH ? KEYS_WIDTH : keys + 1);
	if (line->text_left + text_columns(line->text, strlen(line->text)) <=
	    room)
		return;
	line->text_left = KEYS_LEFT + KEYS_WIDTH;
	if (keys >= KEYS_WIDTH || room - line->text_left < BESIDE_LEAST) {
		line->text_left = BELOW_LEFT;
		line->text_down = 1;
	}
	line->height = line->text_down +
		       count_rows(line->text, room - line->text_left);
}

/* Where the group that begins at `first` ends. */
static size_t group_end(const struct help_lines *help, size_t first)
{
	size_t end = first + 1;

	while (end < help->count && !help->lines[end].heading)
		end++;
	return end;
}

static int height_of(const struct help_lines *help, size_t first, size_t end)
{
	int height = 0;

	for (size_t i = first; i < end; i++)
		height += help->lines[i].height;
	return height;
}

/* Fill columns with whole groups, none much longer than the others. */
static void arrange(struct help_lines *help, int cols)
{
	int columns = cols >= 120 ? 3 : cols >= 80 ? 2 : 1;
	int column = 0, row = 0, share;

	help->columns = columns;
	help->width = cols / columns;
	help->rows = 0;
	for (size_t i = 0; i < help->count; i++)
		place_text(&help->lines[i], help->width - 1);
	share = (height_of(help, 0, help->count) + columns - 1) / columns;
	for (size_t first = 0; first < help->count;) {
		size_t end = group_end(help, first);

		if (row > 0 && column + 1 < columns &&
		    row + height_of(help, first, end) > share + 3) {
			column++;
			row = 0;
		}
		for (size_t i = first; i < end; i++) {
			help->lines[i].column = column;
			help->lines[i].row = row;
			row += help->lines[i].height;
		}
		if (row > help->rows)
			help->rows = row;
		first = end;
	}
}

bool help_line_holds(const struct help_line *line, const char *text)
{
	return line->text != NULL && (text_has_ascii(line->text, text) ||
				      strstr(line->keys, text) != NULL);
}

void help_lines_make(struct help_lines *help, enum help_place place, int cols,
		     const struct collection *collection)
{
	static const enum group orders[][GROUP_COUNT] = {
		[HELP_IN_TREE] = { GROUP_TREE, GROUP_MOVE, GROUP_PAGE, GROUP_FIND,
				GROUP_SHOW, GROUP_KEEP, GROUP_MENU,
				GROUP_PROMPT, GROUP_SCREEN, GROUP_LEAVE },
		[HELP_IN_DETAIL] = { GROUP_PAGE, GROUP_MOVE, GROUP_TREE,
				  GROUP_FIND, GROUP_SHOW, GROUP_KEEP,
				  GROUP_MENU, GROUP_PROMPT, GROUP_SCREEN, GROUP_LEAVE },
		[HELP_IN_MENU] = { GROUP_MENU, GROUP_PROMPT, GROUP_TREE,
				   GROUP_MOVE, GROUP_PAGE, GROUP_FIND,
				   GROUP_SHOW, GROUP_KEEP, GROUP_SCREEN,
				   GROUP_LEAVE },
		[HELP_IN_PROMPT] = { GROUP_PROMPT, GROUP_FIND, GROUP_TREE,
				     GROUP_MOVE, GROUP_PAGE, GROUP_SHOW,
				     GROUP_KEEP, GROUP_MENU, GROUP_SCREEN,
				     GROUP_LEAVE },
	};
	static const struct word arrows = { "arrows", "as h j k l" };

	help->count = 0;
	for (size_t i = 0; i < GROUP_COUNT; i++) {
		add_group(help, orders[place][i]);
		if (orders[place][i] == GROUP_MOVE)
			add_words(help, NULL, &arrows, 1);
	}
	add_words(help, "Signs", signs, COUNT(signs));
	add_words(help, "Where a hit was found", hits, COUNT(hits));
	add_words(help, "In the status line", status, COUNT(status));
	add_words(help, "What a code is", states, COUNT(states));
	add_files(help, collection);
	arrange(help, cols);
}
