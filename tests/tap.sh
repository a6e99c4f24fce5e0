# tap.sh -- the few words of TAP that a shell test needs.
#
#	. "$srcdir/tests/tap.sh"
#
#	ok 'what was expected'
#	not_ok 'what was expected' 'what came instead'
#	nothing 'what was expected' "$faults"
#	same 'what was expected' "$wanted" "$found"
#	needs codespell
#	plan
#
# `plan' comes last, so that a script which dies on its way fails.

tap_count=0

ok()
{
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s\n' "$tap_count" "$1"
}

not_ok()
{
	tap_count=$((tap_count + 1))
	printf 'not ok %d - %s\n' "$tap_count" "$1"
	if [ -n "$2" ]; then
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# The text $2 is empty: nobody complained.
nothing()
{
	if [ -z "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "$2"
	fi
}

# The text $3 is the text $2.
same()
{
	if [ "$2" = "$3" ]; then
		ok "$1"
	else
		not_ok "$1" "wanted:
$2
found:
$3"
	fi
}

# Without the program $1 there is nothing to test.  It comes before the first
# result, and the summary counts the whole script as skipped; .ci/run takes that
# for a failure, since a check that did not run is believed to have passed.
needs()
{
	if ! command -v "$1" >/dev/null; then
		echo "1..0 # SKIP $1 is missing: install the package ${2:-$1}"
		exit
	fi
}

plan()
{
	printf '1..%d\n' "$tap_count"
}
