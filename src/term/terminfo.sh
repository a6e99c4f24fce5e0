#!/bin/sh
# terminfo.sh NAME... -- descriptions of terminals as C, for terminfo.h.
#
# A name that this machine does not know is left out, with a word on standard
# error; so the machine that builds needs the descriptions, that which runs does
# not.

set -eu

cat <<'END'
/* Made by terminfo.sh. */
#include "term/terminfo.h"

#include <stddef.h>

const struct terminfo terminfo_table[] = {
END
for name; do
	text=$(infocmp -q -Q2 -A "${TERMINFO:-/usr/share/terminfo}" "$name" \
		2>/dev/null || infocmp -q -Q2 "$name") || {
		echo "terminfo.sh: '$name' is not known here" >&2
		continue
	}
	printf '\t{ "%s",\n' "$name"
	echo "$text" | sed 's/.*/\t  "&"/'
	printf '\t},\n'
done
cat <<'END'
	{ NULL, NULL },
};
END
