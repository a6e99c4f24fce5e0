# ask.sh -- httree asked from the shell, and what it said.
#
#	. "$srcdir/tests/tap.sh"
#	. "$srcdir/tests/cli/ask.sh"
#
#	ask --list 404		$out $err $status hold the answer
#	prints FILE ARGUMENT...	the whole answer is that file, and status is 0
#	refuses ARGUMENT...	one line that names --help, and status is 2
#	whole SENTENCE STATUS OUTPUT ERRORS	the whole answer to what was asked

ask()
{
	"$HTTREE" "$@" >"$TMPDIR/out" 2>"$TMPDIR/err" </dev/null
	status=$?
	out=$(cat "$TMPDIR/out")
	err=$(cat "$TMPDIR/err")
}

# What differs between the file $1 and what was printed, on both streams.
differs()
{
	diff -u "$1" "$TMPDIR/out"
	cat "$TMPDIR/err"
}

prints()
{
	wanted=$srcdir/tests/cli/expected/$1
	shift
	ask "$@"
	nothing "httree $* prints what is expected" "$(differs "$wanted")"
	same "httree $* found something" 0 "$status"
}

refuses()
{
	asked=$(printf %.50s "httree $*" | LC_ALL=C tr -c ' -~' '?')
	ask "$@"
	same "$asked has status 2" 2 "$status"
	nothing "$asked prints nothing" "$out"
	same "$asked says one line" 1 "$(wc -l <"$TMPDIR/err")"
	case $err in
	'httree: '*'--help'*) ok "$asked names --help" ;;
	*) not_ok "$asked names --help" "$err" ;;
	esac
}

# The ids of the entries that are printed as TSV.
ids()
{
	"$HTTREE" --tsv "$@" </dev/null | sed 1d | cut -f1
}

# whole SENTENCE STATUS OUTPUT ERRORS: what was asked last gave that, to the
# byte, and nothing else.  The texts come without their last newline.
whole()
{
	{ [ -z "$3" ] || printf '%s\n' "$3"; } >"$TMPDIR/out.wanted"
	{ [ -z "$4" ] || printf '%s\n' "$4"; } >"$TMPDIR/err.wanted"
	nothing "$1" "$(
		[ "$status" = "$2" ] || echo "status $status instead of $2"
		diff -u "$TMPDIR/out.wanted" "$TMPDIR/out"
		diff -u "$TMPDIR/err.wanted" "$TMPDIR/err"
	)"
}
