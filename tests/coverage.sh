#!/bin/sh
# coverage.sh -- how many lines of src/ the tests run.
#
# Run by `make coverage' in a build folder that was made for it, see
# tests/local.mk, after its tests.  Prints each line that was never run, then
# the share for each layer and for all.

LC_ALL=C
export LC_ALL
rm -rf coverage.gcov
mkdir coverage.gcov

# gcov writes a file for each source; a header's lines are those of its users.
find src -name '*.gcda' | while read -r data; do
	gcov -p -o "$data" "$data" >/dev/null 2>&1
	mv ./*.gcov coverage.gcov/ 2>/dev/null
done

# The catalogue's compiler and the documents' are not the program.
grep -l 'Source:.*src/' coverage.gcov/*'#src#'*.gcov |
	grep -vE '#src#mk(cat|doc)#' |
	while read -r file; do
		sed "s,^,$(echo "$file" | sed -e 's,.*#src#,src/,' \
			-e 's,#,/,g' -e 's,\.gcov$,,'):," "$file"
	done |
	awk -F : '$3 + 0 > 0 && $2 !~ /^ *-/ {
			where = $1 ":" $3 + 0
			gsub(/ /, "", $2)
			text[where] = $0
			if ($2 ~ /#/) { if (!(where in run)) run[where] = 0 }
			else run[where] = 1
		}
		END {
			for (where in run) {
				split(where, part, "[/:]")
				layer = part[3] ~ /^[0-9]/ ? "main" : part[2]
				lines[layer]++
				total++
				if (run[where]) { hit[layer]++; all++ }
				else {
					sub(/^[^:]*: *#*: */, "", text[where])
					print where ": " text[where] |"sort -t: -k1,1 -k2,2n"
				}
			}
			close("sort -t: -k1,1 -k2,2n")
			for (layer in lines)
				printf "%-10s %5d of %5d lines, %.1f %%\n", layer, hit[layer], lines[layer], 100 * hit[layer] / lines[layer] |"sort"
			close("sort")
			printf "%-10s %5d of %5d lines, %.1f %%\n", "src", all, total, 100 * all / total
		}'
