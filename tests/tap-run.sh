#!/bin/sh
# tap-run.sh TEST -- run one test in a clean home, and print its TAP.
#
# Criterion forgets how its children ended: a leak that AddressSanitizer found
# in one would pass.  So the sanitizers write their reports to files, and a
# report fails the test, whichever program left it.

work=$(mktemp -d "$PWD/run.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$work/home" "$work/tmp" "$work/reports"

# Nothing of the user's set-up reaches a test, and no test reaches the user's
# files.
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME \
	XDG_CONFIG_DIRS XDG_DATA_DIRS XDG_RUNTIME_DIR \
	BROWSER CLICOLOR CLICOLOR_FORCE COLORTERM COLUMNS ESCDELAY LINES \
	LANG LANGUAGE LC_COLLATE LC_CTYPE LC_MESSAGES LC_NUMERIC LC_TIME \
	HTTREE_OPTIONS LESS LESSOPEN MANPAGER NO_COLOR PAGER \
	TERMINFO
HOME=$work/home
LC_ALL=C.UTF-8
TERM=xterm-256color
TMPDIR=$work/tmp
TZ=UTC0
LOCPATH=$PWD/tests/locales
HTTREE_PAGER=cat
XDG_DATA_DIRS=$work/data
export HOME HTTREE_PAGER LC_ALL LOCPATH TERM TMPDIR TZ XDG_DATA_DIRS

# Criterion itself leaks when it has run a test that ends by a signal, and then
# loses what it had to print.  curses keeps a screen until the program ends, and
# a test that opens several loses all but the last.
printf 'leak:libcriterion\nleak:_nc_setupterm\n' >"$work/leaks"

ASAN_OPTIONS="log_path='$work/reports/asan':$ASAN_OPTIONS"
LSAN_OPTIONS="log_path='$work/reports/lsan':suppressions='$work/leaks':print_suppressions=0:$LSAN_OPTIONS"
UBSAN_OPTIONS="log_path='$work/reports/ubsan':print_stacktrace=1:$UBSAN_OPTIONS"
export ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS

case $1 in
*.test) set -- /bin/sh "$@" ;;
*) set -- "$@" --tap ;;
esac

# For `make valgrind': what it finds is a report like those of the sanitizers.
patience=300
if [ -n "$HTTREE_VALGRIND" ]; then
	patience=3000
	set -- valgrind -q --trace-children=yes --leak-check=full \
		--show-leak-kinds=definite --errors-for-leak-kinds=definite \
		--suppressions="$srcdir/tests/valgrind.supp" \
		--log-file="$work/reports/valgrind.%p" "$@"
fi

# A test that hangs is a failure too, and should not wait for the patience of
# whoever started it.
if command -v timeout >/dev/null; then
	set -- timeout "$patience" "$@"
fi

"$@" </dev/null >"$work/tap"
status=$?
cat "$work/tap"

# The lines that say `not ok' are counted already.
if [ $status -eq 1 ] && grep -q '^not ok' "$work/tap"; then
	status=0
fi

for report in "$work"/reports/*; do
	if [ -s "$report" ]; then
		sed 's/^/# /' "$report"
		status=1
	fi
done

exit $status
