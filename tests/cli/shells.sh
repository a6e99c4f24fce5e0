# shells.sh -- a shell on a terminal, and what Tab makes of a line.
#
#	. "$srcdir/tests/cli/shells.sh"
#
#	tab COMMAND LINE...	each line after Tab, a line each
#	phrases 49 ' -- '	the codes from 49 on, and what they are called
#
# COMMAND begins a shell that completes httree and whose keys ^X ^P append the
# line to the file $lines and empty it.

lines=$TMPDIR/lines
export lines

# The program is found by its name.
mkdir "$TMPDIR/bin"
ln -s "$HTTREE" "$TMPDIR/bin/httree"
PATH=$TMPDIR/bin:$PATH

# A catalogue of one's own, for `own' tests.
mkdir -p "$HOME/.config/httree/catalogues"
"$HTTREE" --new-catalogue acme >"$HOME/.config/httree/catalogues/gateway.yaml"

tab()
{
	shell=$1
	shift
	: >"$lines"
	{ printf '%s\t\030\020' "$@" && echo exit; } |
		script -q -c "$shell" /dev/null >"$TMPDIR/screen" 2>&1
	sed 's/ $//' "$lines"
}

# The codes that begin with $1, each with $2 and the phrase of its first meaning.
phrases()
{
	"$HTTREE" --tsv | awk -F '\t' -v begin="$1" -v sign="$2" \
		'index($2, begin) == 1 && !known[$2]++ { print $2 sign $3 }' |
		LC_ALL=C sort
}

# becomes SENTENCE WANTED LINE: the line is that after Tab, as $shell_command
# completes it.
becomes()
{
	same "$1" "$2" "$(tab "$shell_command" "$3")"
}
