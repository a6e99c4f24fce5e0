#!/bin/sh
# What search and whole programs cost, as Markdown tables of one run.
#
#     make bench                     all of it
#     BENCH_SIZES='1 10' make bench  only these sizes, in catalogues as built
#
# Times depend on the machine; what stands side by side was measured in turn.
# A program that is not installed is named as absent.

set -eu

bench=./tests/bench/bench
measure=./tests/bench/measure
sizes=${BENCH_SIZES:-1 10 100 1000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

has()
{
	command -v "$1" >/dev/null 2>&1
}

# The columns are those of print_report in bench.c.
for size in $sizes; do
	"$bench" "$size" "$folder/lines.$size" >"$folder/report.$size"
done

cat "$folder"/report.* | sort -n >"$folder/reports"

echo '| entries | median key | worst key | pasted: median | worst |'
echo '| ---: | ---: | ---: | ---: | ---: |'
awk -F '\t' '{
	printf "| %d | %.3f ms | %.3f ms (`%s`) | %.3f ms | %.3f ms (`%s`) |\n",
		$1, $3 / 1e3, $4 / 1e3, $5, $6 / 1e3, $7 / 1e3, $8
}' "$folder/reports"

echo
echo '| entries | words | text | records | lists | index | bytes an entry | peak memory |'
echo '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
awk -F '\t' '{
	printf "| %d | %d | %.1f MB | %.1f MB | %.1f MB | %.1f MB | %d | %d MB |\n",
		$1, $2, $9 / 1e6, $11 / 1e6, $10 / 1e6, $12 / 1e6,
		($9 + $10 + $11 + $12) / $1, $14 / 1e3
}' "$folder/reports"

# Whole programs over the same text, a line an entry; each reads its file.
echo
echo '| entries | one key of httree, worst | `grep -ic limit` | `fzf --filter "rate limit"` |'
echo '| ---: | ---: | ---: | ---: |'
for size in $sizes; do
	lines=$folder/lines.$size
	echo "exec grep -i -c limit '$lines'" >"$folder/grep.sh"
	echo "exec fzf --filter 'rate limit' <'$lines'" >"$folder/fzf.sh"
	set -- "sh $folder/grep.sh"
	if has fzf; then
		set -- "$@" "sh $folder/fzf.sh"
	fi
	"$measure" 5 "$@" >"$folder/scan"
	awk -F '\t' -v OFS='\t' 'NR == FNR { entries = $1; worst = $4; next }
		{ time[FNR] = $1 " ms" }
		END {
			printf "| %d | %.3f ms | %s | %s |\n", entries,
				worst / 1e3, time[1],
				time[2] == "" ? "absent" : time[2]
		}' "$folder/report.$size" "$folder/scan"
	rm "$lines"
done

# As measure does: a command is cut at its blanks, a tab is part of a word.
instructions()
{
	IFS=' '
	# shellcheck disable=SC2086
	valgrind --tool=callgrind --callgrind-out-file=/dev/null $1 \
		2>&1 >/dev/null |
		awk '/Collected/ { sum += $NF }
			END { if (sum) printf "%.1f M", sum / 1e6
				else printf "absent" }'
}

echo
echo '| command | time | ratio | peak memory | instructions |'
echo '| --- | ---: | ---: | ---: | ---: |'
HTTREE=$PWD/httree
set -- "$HTTREE 404"
names='httree 404'
add()
{
	names="$names
$2"
	commands="$commands
$1"
}
commands=$1
tab=$(printf '\t')
add "$HTTREE --search=rate${tab}limit" "httree -s 'rate limit'"
add "$HTTREE --json" 'httree --json'
if has hc; then
	add 'hc 404' 'hc 404 (httpcode)'
fi
add "grep -r 404 $srcdir/data" 'grep -r 404 data/'
if has man; then
	add 'man -P cat grep' 'man grep'
fi

IFS='
'
# shellcheck disable=SC2086
set -- $commands
"$measure" 15 "$@" >"$folder/processes"
unset IFS
line=0
echo "$names" | while IFS= read -r name; do
	line=$((line + 1))
	command=$(echo "$commands" | sed -n "${line}p")
	count=absent
	if has valgrind; then
		count=$(instructions "$command")
	fi
	sed -n "${line}p" "$folder/processes" |
		awk -F '\t' -v name="$name" -v count="$count" '{
			printf "| `%s` | %s ms | %s | %.1f MB | %s |\n",
				name, $1, $2, $3 / 1e3, count
		}'
done

echo
size=$(size -A "$HTTREE" 2>/dev/null | awk '$1 == ".rodata" { print $2 }')
echo "The constant data of the executable, catalogue and index: ${size:-unknown} bytes."

# The columns are those of measure in laps.c.
echo
echo '| key | entries | median | slowest |'
echo '| --- | ---: | ---: | ---: |'
for size in 1 100; do
	./tests/bench/laps "$size"
done | awk -F '\t' '{
	printf "| %s | %d | %.2f ms | %.2f ms |\n", $2, $1, $3, $4
}'

echo
sh "$srcdir/tests/bench/terminal.sh"
