#!/bin/sh
# run.sh SEED COUNT [FILE...] -- change one token of src/ at a time, and see
# whether a test tells.
#
# Run in the folder of the sources, all of which are copied to mutants/ in the
# folder for temporary files and built there.  Each mutant is a change that
# pick.awk draws; the tests of its layer are run, then those of whole screens and
# of the command line, until one fails.  Prints a line for each, and at the end
# how many were caught.  A mutant that does not compile is not counted.  One that
# survives shows a test that is missing, or a change that changes nothing.

set -eu

seed=$1
count=$2
shift 2
top=$(pwd)
work=${TMPDIR:-/tmp}/mutants
jobs=$(getconf _NPROCESSORS_ONLN)

# The terminal's description and the makers of files are not the program's.
if [ $# -eq 0 ]; then
	# shellcheck disable=SC2046
	set -- $(find src -name '*.c' ! -path '*/mk*' ! -name terminfo.c |
		LC_ALL=C sort)
fi

rm -rf "$work"
mkdir -p "$work"
git ls-files -z | tar -cf - --null -T - configure Makefile.in config.h.in \
	aclocal.m4 build-aux | tar -xf - -C "$work"
awk -v seed="$seed" -v count="$count" -f "$top/tests/mutate/pick.awk" "$@" \
	>"$work/places"
mkdir "$work/build"
cd "$work/build"
../configure -q CFLAGS='-O1 -w' >/dev/null
make -s -j"$jobs" all >/dev/null
make -s -j"$jobs" check TESTS= >/dev/null

# The tests that a file is known by, the fastest first.
tests_of()
{
	layer=${1#src/}
	layer=${layer%%/*}
	case $layer in
	main.c) echo "$cli" ;;
	cli) echo "tests/unit/test_cli $cli" ;;
	term) echo "tests/unit/test_term tests/pty/test_pty" ;;
	logs) echo "tests/unit/test_logs tests/cli/log.test" ;;
	paint) echo "tests/unit/test_paint tests/screens/test_screens" ;;
	base) echo "tests/unit/test_base tests/unit/test_failing" \
		"tests/unit/test_catalogue tests/unit/test_query $screens $cli" ;;
	*) echo "tests/unit/test_$layer tests/data/test_data $screens $cli" ;;
	esac
}

screens="tests/unit/test_page tests/unit/test_model tests/screens/test_screens"
cli=$(cd .. && echo tests/cli/*.test tests/mkcat/*.test tests/search/*.test)

# Which test tells; `no build', or nothing.
judge()
{
	timeout 120 make -s -j"$jobs" all >/dev/null 2>&1 || {
		# What makes the catalogue may be what has changed.
		make -s src/libbase.a src/libcatalogue.a mkcat >/dev/null 2>&1 &&
			echo 'the build' || echo 'no build'
		return
	}
	for test in $(tests_of "$1"); do
		timeout 200 make -s check TESTS="$test" >/dev/null 2>&1 || {
			echo "$test"
			return
		}
	done
}

caught=0
counted=0
while IFS='	' read -r file line column length other; do
	cp "../$file" original
	awk -v line="$line" -v column="$column" -v length_="$length" \
		-v other="$other" 'NR == line {
			$0 = substr($0, 1, column - 1) other \
				substr($0, column + length_)
		} { print }' original >"../$file"
	by=$(judge "$file")
	text=$(sed -n "${line}s/^[[:blank:]]*//p" "../$file")
	case $by in
	'no build')
		;;
	'')
		counted=$((counted + 1))
		echo "SURVIVED $file:$line: $text"
		;;
	*)
		counted=$((counted + 1))
		caught=$((caught + 1))
		echo "caught by $by: $file:$line: $text"
		;;
	esac
	cp original "../$file"
done <../places
echo "$caught of $counted mutants were caught (seed $seed)"
