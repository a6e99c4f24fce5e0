/*
 * terminfo -- descriptions of terminals that the executable itself holds.
 *
 * They are for the static executable, which may be copied to where none are
 * installed; that of a system takes those of the system alone.
 */
#ifndef HTTREE_TERM_TERMINFO_H
#define HTTREE_TERM_TERMINFO_H

struct terminfo {
	const char *name; /* NULL ends the table */
	const char *description; /* a value of $TERMINFO that is all of it */
};

extern const struct terminfo terminfo_table[];

#endif
