#include "cli/usage.h"

#include <string.h>

#include "cli/options.h"

/* One option: its names, then its help, wrapped behind them. */
static void print_option(FILE *out, const struct option_row *row)
{
	enum { NAMES = 26, WIDTH = 78 };
	char names[64];
	const char *rest = row->help;
	int at;

	snprintf(names, sizeof(names), "%c%c%c --%s%s%s",
		 row->letter == '\0' ? ' ' : '-',
		 row->letter == '\0' ? ' ' : row->letter,
		 row->letter == '\0' ? ' ' : ',', row->word,
		 row->argument == NULL ? "" : "=",
		 row->argument == NULL ? "" : row->argument);
	at = fprintf(out, "  %-*s", NAMES - 2, names);
	while (*rest != '\0') {
		int length = (int)strcspn(rest, " ");

		if (at + 1 + length > WIDTH) {
			fprintf(out, "\n%*s", NAMES, "");
			at = NAMES;
		}
		at += fprintf(out, " %.*s", length, rest);
		rest += length;
		rest += *rest == ' ';
	}
	fputc('\n', out);
}

void usage_print(FILE *out)
{
	static const char *const titles[] = {
		[OPTIONS_BROWSE] = "Browse",
		[OPTIONS_PRINT] = "Print",
		[OPTIONS_OWN] = "Catalogues of your own",
		[OPTIONS_LOOK] = "Look",
		[OPTIONS_ABOUT] = "About",
	};

	fputs("Usage: httree [OPTION]... [CODE|PATTERN|WORD]...\n"
	      "The HTTP status codes, offline.\n\n"
	      "Without arguments httree browses.  With a code it prints the "
	      "code, with a\n"
	      "pattern (4xx, 40[13], 500-511, nginx:499) or words a list, "
	      "best first.\n",
	      out);
	for (enum option_group group = 0; group < OPTIONS_COUNT; group++) {
		fprintf(out, "\n%s:\n", titles[group]);
		for (enum option_name i = 0; i < OPTION_COUNT; i++) {
			if (option_row(i)->group == group)
				print_option(out, option_row(i));
		}
	}
	fputs("\nExit status: 0 something was found, 1 nothing, 2 an error, "
	      "130 interrupted.\n",
	      out);
}
