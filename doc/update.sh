#!/bin/sh
# update.sh [FILE SECTION] -- write the sections of the documents that tables
# and the program itself feed.
#
# A section stands between two lines that name it and say where it comes from:
#
#	<!-- begin stats: httree --stats -->	<!-- end stats -->
#	.\" begin keys: src/model/actions.def	.\" end keys
#	# begin options: src/cli/options.def	# end options
#
# Without arguments all sections are written that can be made anew at any time.
# With them, standard input becomes the one that is named; that is for results
# of measurements:
#
#	make -s -C build bench | doc/update.sh doc/search.md bench
#
# The documents are those below the current folder.  HTTREE, MKCAT, MKDOC and
# SCORE say where the programs are.

set -eu
LC_ALL=C.UTF-8
export LC_ALL

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Put $work/text between the markers of the section $2 of the file $1.  The
# file is left alone when nothing changes, so that make sees no news.
put()
{
	awk -v name="$2" -v text="$work/text" '
		$2 == "end" && $3 == name && inside { inside = 0 }
		!inside { print }
		$2 == "begin" && $3 == name ":" {
			while ((getline line < text) > 0)
				print line
			inside = 1
			found = 1
		}
		END { exit !found || inside }
	' "$1" >"$work/new" || {
		echo "update.sh: $1 has no section '$2', or no end of it" >&2
		exit 1
	}
	cmp -s "$work/new" "$1" || cat "$work/new" >"$1"
}

# fill FILE SECTION COMMAND...
fill()
{
	file=$1
	name=$2
	shift 2
	"$@" >"$work/text"
	put "$file" "$name"
}

# whole FILE COMMAND...: the same for a file of which all is made
whole()
{
	file=$1
	shift
	"$@" >"$work/text"
	cmp -s "$work/text" "$file" || cat "$work/text" >"$file"
}

httree()
{
	"$HTTREE" "$@"
}

# What a terminal shows of these commands, as a block of Markdown.
session()
{
	echo '```console'
	for command; do
		echo "\$ $command"
		eval "$command" 2>&1 || echo "(exit status $?)"
	done
	echo '```'
}

if [ $# -eq 2 ]; then
	cat >"$work/text"
	put "$1" "$2"
	exit
fi

# Without it, its absence would stand in the README.
command -v jq >/dev/null || {
	echo "update.sh: jq is missing: install the package jq" >&2
	exit 1
}

fill doc/httree.1 keys "$MKDOC" keys
fill doc/httree.1 options "$MKDOC" options
fill doc/httree.1 json "$MKDOC" json
fill doc/httree-catalogue.5 format "$MKDOC" format
fill doc/data-format.md fields "$MKDOC" fields
fill doc/search.md weights awk -f doc/weights.awk src/query/rank.def
fill doc/search.md search-score "$SCORE" tests/search/queries.tsv
fill doc/search.md aside-score "$SCORE" tests/search/aside.tsv
fill doc/search.md lines-score "$SCORE" tests/search/lines.tsv
fill doc/search.md lines-aside-score "$SCORE" tests/search/lines-aside.tsv
fill doc/search.md designers-score "$SCORE" tests/search/designers.tsv
fill doc/search.md designers-aside-score \
	"$SCORE" tests/search/designers-aside.tsv
fill doc/completions/httree.bash options "$MKDOC" bash
fill doc/completions/_httree options "$MKDOC" zsh
fill doc/completions/httree.fish options "$MKDOC" fish
fill doc/logs.md log-session session \
	'httree --log tests/logs/haproxy.access' \
	'httree --log tests/logs/haproxy.access --tsv'
fill doc/logs.md log-formats "$MKDOC" log-formats
fill doc/logs.md log-keys "$MKDOC" log-keys
fill README.md log session \
	'httree --width=100 --log tests/logs/haproxy.access | head -n 7' \
	'sed -n 3p tests/logs/haproxy.access | httree --annotate'
fill README.md stats session 'httree --stats'
fill README.md shell session \
	'httree upstream prematurely closed connection' \
	"httree -l -f 'vendor:nginx,!obsolete'" \
	"httree --json 503 | jq -r '.[0].retry'" \
	'httree --tsv 410 | cut -f 1,3,6'

whole data/catalogue.schema.json "$MKCAT" --schema
whole doc/httree.svg "$MKDOC" picture
