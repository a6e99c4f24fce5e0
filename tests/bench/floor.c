/*
 * floor -- the least that a program with these libraries does.
 *
 *     floor [ROWS]
 *
 * Loads what httree loads, takes the terminal, and fills its screen with
 * letters.  At q it gives the terminal back; at any other key it paints the
 * first ROWS rows anew, all of them without a number.
 */
#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <uniwidth.h>
#include <yaml.h>

static void paint(int rows, int frame)
{
	for (int row = 0; row < rows; row++) {
		move(row, 0);
		for (int col = 0; col < COLS - 1; col++)
			addch((chtype)('a' + (7 * col + 13 * row +
					      frame * (row + 3)) %
						     26));
	}
	refresh();
}

int main(int argc, char **argv)
{
	int major, minor, patch, key, frame = 0;

	setlocale(LC_CTYPE, "");
	yaml_get_version(&major, &minor, &patch);
	if (u8_strwidth((const uint8_t *)"floor", "UTF-8") != 5 || major < 0 ||
	    initscr() == NULL)
		return EXIT_FAILURE;
	raw();
	noecho();
	keypad(stdscr, TRUE);
	paint(LINES, frame);
	while ((key = getch()) != 'q' && key != ERR)
		paint(argc > 1 ? atoi(argv[1]) : LINES, ++frame);
	endwin();
	return EXIT_SUCCESS;
}
