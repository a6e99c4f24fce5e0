#!/bin/sh
# What httree costs on a terminal of 120x40, as Markdown tables of one run.
# run.sh calls it; it stands alone, too, where ./httree is.
#
#     BENCH_ROUNDS=100 make bench    more rounds: the least noise, the most time
#
# floor paints as many cells and links the same libraries.  Times depend on the
# machine; a ratio is the median over pairs that ran in turn.

set -eu

terminal=./tests/bench/terminal
floor=./tests/bench/floor
rounds=${BENCH_ROUNDS:-25}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
HOME=$folder XDG_STATE_HOME=$folder LC_ALL=C.UTF-8
export HOME XDG_STATE_HOME LC_ALL

escape=$(printf '\033')
enter=$(printf '\r')
interrupt=$(printf '\003')

has()
{
	command -v "$1" >/dev/null 2>&1
}

# The columns are those of print_command in terminal.c.
print_starts()
{
	awk -F '\t' 'NR == FNR { name[FNR] = $0; next }
		{ printf "| %s | %s ms | %s ms | %s | %s | %s ms | %s | %.1f MB | %s |\n",
			name[FNR], $1, $2, $3, $4, $9, $10, $11 / 1e3, $12 }' \
		"$folder/names" "$folder/starts"
}

./httree --json >"$folder/text"
echo "exec fzf <'$folder/text'" >"$folder/fzf.sh"

# A program that is not installed has no row.
: >"$folder/names"
name()
{
	has "$1" && echo "$2" >>"$folder/names"
}
set -- "$floor"
name "$floor" '`floor`'
name ./httree '`httree`' && set -- "$@" ./httree
name ./httree-static '`httree-static`' && set -- "$@" ./httree-static
name less '`less`, a text of the same size' &&
	set -- "$@" "less $folder/text"
name nnn '`nnn`' && set -- "$@" "nnn $srcdir"
if [ -e "$srcdir/.git" ]; then
	name tig '`tig`' && set -- "$@" -q Q "tig -C $srcdir"
fi
name htop '`htop`' && set -- "$@" htop
name fzf '`fzf`, the same text' &&
	set -- "$@" -q "$escape" "sh $folder/fzf.sh"
"$terminal" "$rounds" "$@" >"$folder/starts"

echo '| program | first frame | p99 | ratio | bytes | quit | ratio | peak memory | page faults |'
echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
print_starts

# A key of httree beside the floor's painting of as many bytes, all 119 columns
# of some rows.
print_key()
{
	name=$1
	shift
	bytes=$("$terminal" 1 "$@" ./httree | cut -f 8)
	"$terminal" "$rounds" -k x -n 10 "$floor $(((bytes + 118) / 119))" \
		"$@" ./httree >"$folder/keys"
	awk -F '\t' -v name="$name" '
		NR == 1 { painted = $5 }
		NR == 2 { printf "| %s | %s ms | %s ms | %s ms | %s | %s |\n",
			name, $5, $6, painted, $7, $8 }' "$folder/keys"
}

echo
echo '| key | answered | p99 | the floor, as many bytes | ratio | bytes |'
echo '| --- | ---: | ---: | ---: | ---: | ---: |'
print_key 'Down' -p '*' -k "$escape[B" -n 30
print_key 'PageDown' -p '*' -k "$escape[6~" -n 20
print_key 'a letter of a search' -p / -t 'rate limit' -q "${interrupt}q"
print_key 'a filter, `v`' -p '*' -k v -n 10
print_key 'the next link and Enter' -p "429$enter" -k "]$enter" -n 10
print_key 'the filter menu' -k f -q "${interrupt}q"

# What changes all of a screen, beside the floor's painting of all of it.
"$terminal" "$rounds" -k x -n 10 "$floor" \
	-p / -t 'rate limit' -q "${interrupt}q" ./httree >"$folder/keys"
echo
echo '| a letter of a search | answered | a full frame of the floor | ratio |'
echo '| --- | ---: | ---: | ---: |'
awk -F '\t' 'NR == 1 { painted = $5 }
	NR == 2 { printf "| | %s ms | %s ms | %s |\n", $5, painted, $7 }' \
	"$folder/keys"

echo
echo '| others | key | answered | p99 | bytes |'
echo '| --- | --- | ---: | ---: | ---: |'
print_other()
{
	name=$1
	shift
	"$terminal" "$rounds" "$@" | awk -F '\t' -v name="$name" '
		{ printf "| %s | %s ms | %s ms | %s |\n", name, $5, $6, $8 }'
}
if has less; then
	print_other '`less` | Down' -k "$escape[B" -n 20 "less $folder/text"
	print_other '`less` | PageDown' -k ' ' -n 20 "less $folder/text"
fi
if has tig && [ -e "$srcdir/.git" ]; then
	print_other '`tig` | Down' -k "$escape[B" -n 20 -q Q \
		"tig -C $srcdir"
	print_other '`tig` | PageDown' -k ' ' -n 5 -q Q "tig -C $srcdir"
fi

# What does not depend on the machine's load.
instructions()
{
	"$terminal" 1 "valgrind --tool=callgrind \
--callgrind-out-file=/dev/null --log-file=$folder/log $1" >/dev/null
	awk '/Collected/ { printf "%.2f M", $NF / 1e6 }' "$folder/log"
}
if has valgrind; then
	echo
	echo '| from start to quit | instructions |'
	echo '| --- | ---: |'
	echo "| \`floor\` | $(instructions "$floor") |"
	echo "| \`httree\` | $(instructions ./httree) |"
fi
