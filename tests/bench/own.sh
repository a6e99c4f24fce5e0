#!/bin/sh
# What catalogues of one's own cost, as a Markdown table of one run.
#
#     make bench-own                          all sizes
#     BENCH_OWN_SIZES='1000' make bench-own   only these, in entries
#
# The time to load is that of the processor, the memory the most there was; the
# keys are those of `make bench'.

set -eu

sizes=${BENCH_OWN_SIZES:-1000 10000 100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo '| entries | file | load | peak memory | median key | worst key |'
echo '| ---: | ---: | ---: | ---: | ---: | ---: |'
for size in $sizes; do
	awk -v count="$size" -f "$srcdir/tests/bench/own.awk" \
		>"$folder/own.yaml"
	./tests/bench/bench "$folder/own.yaml" |
		awk -F '\t' -v size="$size" \
			-v bytes="$(wc -c <"$folder/own.yaml")" '{
			printf "| %d | %.1f MB | %.0f ms | %.0f MB | %.2f ms | %.2f ms |\n",
				size, bytes / 1e6, $15, $14 * 1024 / 1e6,
				$3 / 1e3, $4 / 1e3
		}'
done
