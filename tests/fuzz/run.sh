#!/bin/sh
# run.sh fuzz|fuzz-keep SECONDS TARGET... -- run fuzzers one after the other, or
# keep what they found.
#
# Run by `make fuzz' in a build folder that was made with --enable-fuzzers.  What
# is found grows in fuzz.corpus/TARGET; `fuzz-keep' makes of it and of the corpus
# of the sources the smallest one that reaches as much.  An input that a target
# stumbles over is left as fuzz.found/TARGET-*.

what=$1
seconds=$2
shift 2

# One of the targets writes files.
if [ -w /dev/shm ]; then
	TMPDIR=/dev/shm
	export TMPDIR
fi

mkdir -p fuzz.corpus fuzz.found
status=0

# libFuzzer's log goes to a file, and what it says at its end to a line.
fuzz()
{
	mkdir -p "fuzz.corpus/$1"
	"./tests/fuzz/$1" -max_total_time="$seconds" -timeout=20 \
		-rss_limit_mb=1024 -max_len=1000 -print_final_stats=1 \
		-artifact_prefix="fuzz.found/$1-" \
		"fuzz.corpus/$1" "$srcdir/tests/fuzz/corpus/$1" \
		>"fuzz.found/$1.log" 2>&1 || {
		status=1
		grep -v '^#' "fuzz.found/$1.log" | tail -n 40
	}
	awk -v target="$1" '/number_of_executed_units/ { runs = $2 }
		/slowest_unit_time_sec/ { slowest = $2 }
		/ cov: / { sub(/.* cov: /, ""); covered = $1 }
		END { printf "%s: %d runs, slowest %d s, %d edges covered\n",
			target, runs, slowest, covered }' "fuzz.found/$1.log"
}

keep()
{
	kept=$srcdir/tests/fuzz/corpus/$1
	mkdir -p "fuzz.corpus/$1"
	rm -rf fuzz.kept
	mkdir fuzz.kept
	"./tests/fuzz/$1" -merge=1 -max_len=400 -use_counters=0 fuzz.kept \
		"$kept" "fuzz.corpus/$1" >"fuzz.found/$1.log" 2>&1 || {
		status=1
		return
	}
	rm -rf "$kept"
	mv fuzz.kept "$kept"
	echo "$1: $(find "$kept" -type f | wc -l) inputs are kept"
}

for target; do
	if [ "$what" = fuzz ]; then
		fuzz "$target"
	else
		keep "$target"
	fi
done
exit $status
