#!/bin/sh
# What reading logs costs, as Markdown tables of one run.
#
#     make bench-logs                     a million lines of each format
#     BENCH_LINES=100000 make bench-logs  so many
#     BENCH_PIPE=2000 make bench-logs     so many megabytes through a pipe
#
# Times depend on the machine; what stands side by side was measured in turn.
# A program that is not installed is named as absent.

set -eu

lines=${BENCH_LINES:-1000000}
pipe=${BENCH_PIPE:-200}
rounds=${BENCH_ROUNDS:-5}
maker=./tests/bench/log_lines
measure=./tests/bench/measure
HTTREE=$PWD/httree
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

has()
{
	command -v "$1" >/dev/null 2>&1
}

formats='combined ingress traefik haproxy envoy alb squid iis json'
for format in $formats; do
	"$maker" "$format" "$lines" >"$folder/$format"
done

# A program for mawk that counts the word of a format's status.
tab=$(printf '\t')
count_word()
{
	case $1 in
	combined | ingress | traefik | alb) echo '{ c[$9]++ }' ;;
	haproxy) echo '{ c[$11]++ }' ;;
	envoy) echo '{ c[$5]++ }' ;;
	squid) echo '{ split($4, word, "/"); c[word[2]]++ }' ;;
	iis) echo '{ c[$12]++ }' ;;
	json) echo 'BEGIN { FS = "\"status\":" } { c[substr($2, 1, 3)]++ }' ;;
	esac
	echo 'END { for (k in c) print k, c[k] }'
}

# How mawk is run on the lines of a format; `false' where there is none.
mawk_on()
{
	count_word "$1" >"$folder/$1.awk"
	if has mawk; then
		echo "mawk -f $folder/$1.awk $folder/$1"
	else
		echo false
	fi
}

# In each row the same commands stand beside httree, and one of its own.
echo '| format | million lines a second | times mawk on combined | times mawk on the same lines | times the bare scanner on combined | peak memory |'
echo '| --- | ---: | ---: | ---: | ---: | ---: |'
for format in $formats; do
	"$measure" "$rounds" \
		"$HTTREE --no-user-catalogues --log $folder/$format" \
		"$maker --scan $folder/combined" \
		"$(mawk_on combined)" "$(mawk_on "$format")" |
		awk -F '\t' -v format="$format" -v lines="$lines" '
			NR == 1 { time = $1; memory = $3; status = $4 }
			NR == 2 { scanner = $2 }
			NR > 2 { mawk[NR] = $4 ? "absent" : sprintf("%.2f", $2) }
			END {
				printf "| %s%s | %.2f | %s | %s | %.2f | %.1f MB |\n",
					format, status ? " (failed)" : "",
					lines / time / 1e3, mawk[3], mawk[4],
					scanner, memory / 1e3
			}'
done

# Other programs that read access logs, on the combined lines.
echo
echo '| on combined | times the time of httree |'
echo '| --- | ---: |'
other()
{
	name=$1
	shift
	if has "${name%% *}"; then
		"$measure" 3 \
			"$HTTREE --no-user-catalogues --log $folder/combined" \
			"$1" |
			awk -F '\t' -v name="$name" 'NR == 2 {
				printf "| `%s` | %.1f |\n", name, $2 }'
	else
		echo "| \`$name\` | absent |"
	fi
}
other goaccess "goaccess --log-format=COMBINED -o $folder/out.csv $folder/combined"
other lnav "lnav -n -c ;SELECT${tab}sc_status,count(*)${tab}FROM${tab}access_log${tab}GROUP${tab}BY${tab}1 $folder/combined"

# Through a pipe, where nothing is kept: memory has to be the same.
echo
echo '| through a pipe | seconds | peak memory |'
echo '| --- | ---: | ---: |'
size=$(wc -c <"$folder/combined")
for part in 10 1; do
	megabytes=$((pipe / part))
	copies=$((megabytes * 1000000 / size + 1))
	cat >"$folder/pipe.sh" <<END
i=0
while [ \$i -lt $copies ]; do cat "$folder/combined"; i=\$((i + 1)); done |
exec "$HTTREE" --no-user-catalogues --log -
END
	"$measure" 1 "sh $folder/pipe.sh" |
		awk -F '\t' -v size=$((copies * size)) '{
			printf "| %.1f GB | %.1f | %.1f MB |\n",
				size / 1e9, $1 / 1e3, $3 / 1e3 }'
done

# Copied by cat and by httree, which writes a fifth more.
echo
echo '| copying combined lines through a pipe | seconds | times `cat` |'
echo '| --- | ---: | ---: |'
cat >"$folder/cat.sh" <<END
cat "$folder/combined" | cat
END
cat >"$folder/annotate.sh" <<END
cat "$folder/combined" | "$HTTREE" --no-user-catalogues --annotate
END
"$measure" "$rounds" "sh $folder/cat.sh" "sh $folder/annotate.sh" |
	awk -F '\t' '{ printf "| `%s` | %.2f | %.1f |\n",
		NR == 1 ? "cat" : "httree --annotate", $1 / 1e3, $2 }'

# The time of a line through it, as tail -f would hand them over: written,
# waited for with its note, and only then the next one.
echo
echo '| one line after the other | microseconds a line |'
echo '| --- | ---: |'
"$maker" combined 2000 >"$folder/few"
for copier in cat 'httree --annotate'; do
	case $copier in
	cat) "$maker" --talk "$folder/few" 1 cat ;;
	*) "$maker" --talk "$folder/few" 2 \
		"$HTTREE" --no-user-catalogues --annotate ;;
	esac | awk -v copier="$copier" '{ printf "| `%s` | %.0f |\n", copier, $1 }'
done
