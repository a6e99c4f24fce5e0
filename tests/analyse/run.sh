#!/bin/sh
# run.sh -- what gcc -fanalyzer, clang-tidy and cppcheck find in src/.
#
# Run by `make analyse' in the build folder.  known.txt beside this file lists
# what they find and is none, a line each: the file, the kind of finding, and
# why it is none.  Prints what is not known, and what is known and not found any
# more; fails when there is any.

found=analyse.found
LC_ALL=C
export LC_ALL
jobs=$(getconf _NPROCESSORS_ONLN)

# Words of the shell of their own, as make hands them over.
# shellcheck disable=SC2086
set -- -std=gnu11 -DSCHEMA='""' -include config.h -I. "-I$srcdir/src" $YAML_CFLAGS

sources()
{
	find "$srcdir/src" -name '*.c' ! -name terminfo.c | sort
}

need()
{
	command -v "$1" >/dev/null || {
		echo "analyse: $1 is missing" >&2
		exit 1
	}
}

need gcc
need clang-tidy
need cppcheck

{
	sources | xargs -P "$jobs" -I FILE gcc -O2 -fanalyzer "$@" \
		-c -o /dev/null FILE 2>&1
	sources | xargs -P "$jobs" -I FILE clang-tidy -quiet FILE -- "$@" \
		2>/dev/null
	cppcheck -q -j "$jobs" --enable=warning,performance,portability \
		--std=c11 --inline-suppr --include=config.h "-I$srcdir/src" \
		--template='{file}:{line}:{column}: warning: {message} [{id}]' \
		"$srcdir/src" 2>&1
} | grep -E ': (warning|error): .*\[[^] ]+\]$' |
	sed -e "s,^$srcdir/,," -e 's,^.*/src/,src/,' | sort -u >"$found"

# FILE KIND, for each line.
kinds()
{
	sed -E 's/^([^:]*):.*\[([^] ]+)\]$/\1 \2/' "$found"
}

# The first two words of what is known.
known()
{
	sed -E -e '/^#/d' -e '/^$/d' -e 's/^([^ ]+) ([^ ]+).*/\1 \2/' \
		"$srcdir/tests/analyse/known.txt"
}

kinds | sort -u >analyse.kinds
known | sort -u >analyse.known
comm -23 analyse.kinds analyse.known | while read -r file kind; do
	grep -F "$file:" "$found" | grep -F "[$kind]"
done >analyse.new
comm -13 analyse.kinds analyse.known >analyse.gone

cat analyse.new
sed 's/$/: is known, but not found any more/' analyse.gone
echo "analyse: $(wc -l <"$found") findings, $(wc -l <analyse.new) of them new"
[ ! -s analyse.new ] && [ ! -s analyse.gone ]
