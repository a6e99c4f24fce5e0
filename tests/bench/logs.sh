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

# The same work for mawk and for the scanner each time: combined lines.
tab=$(printf '\t')
echo "{ c[\$9]++ } END { for (k in c) print k, c[k] }" >"$folder/count.awk"
awk=absent
if has mawk; then
	awk="mawk -f $folder/count.awk $folder/combined"
fi

echo '| format | million lines a second | times mawk on combined | times the bare scanner on combined | peak memory |'
echo '| --- | ---: | ---: | ---: | ---: |'
for format in $formats; do
	set -- "$HTTREE --no-user-catalogues --log $folder/$format" \
		"$maker --scan $folder/combined"
	if [ "$awk" != absent ]; then
		set -- "$@" "$awk"
	fi
	"$measure" "$rounds" "$@" |
		awk -F '\t' -v format="$format" -v lines="$lines" '
			NR == 1 { time = $1; memory = $3; status = $4 }
			NR == 2 { scanner = $2 }
			NR == 3 { mawk = sprintf("%.2f", $2) }
			END {
				printf "| %s%s | %.2f | %s | %.2f | %.1f MB |\n",
					format, status ? " (failed)" : "",
					lines / time / 1e3,
					mawk == "" ? "absent" : mawk,
					scanner, memory / 1e3
			}'
done

# Other programs that read access logs, on the combined lines.
echo
echo '| on combined | times as long as httree |'
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
other mawk "$awk"
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

echo
echo '| copying a million lines | times `cat` |'
echo '| --- | ---: |'
cat >"$folder/cat.sh" <<END
cat "$folder/combined" | cat
END
cat >"$folder/annotate.sh" <<END
cat "$folder/combined" | "$HTTREE" --no-user-catalogues --annotate
END
"$measure" "$rounds" "sh $folder/cat.sh" "sh $folder/annotate.sh" |
	awk -F '\t' 'NR == 2 { printf "| `httree --annotate` | %.1f |\n", $2 }'
