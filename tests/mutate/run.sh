#!/bin/sh
# run.sh SEED COUNT [FILE...] -- change one token of src/ at a time, and see
# whether a test tells.
#
# Run in the folder of the sources.  These are copied to mutants/ in the folder
# for temporary files, as often as MUTATE_JOBS says (two times), and built there,
# by ccache where it is installed.  Each mutant is a change that pick.awk draws.
# What does not compile is no mutant, nor is what the compiler makes the same
# object of.  First come the tests that cost little, from the program of the
# file's layer to those of the layers on its right, to whole screens, the command
# line and the tables of search, until one fails.  What none of them tells goes,
# at the end, through these and all others in a build with the sanitizers, as CI
# runs them.  Who spends a minute of the processor in one test does not end: that
# tells too.
#
# Prints a line for each, and at the end how many were caught.  One that survives
# shows a test that is missing, or a change that changes nothing.

set -eu

seed=$1
count=$2
shift 2
top=$(pwd)
work=${TMPDIR:-/tmp}/mutants
jobs=${MUTATE_JOBS:-2}

# The terminal's description and the makers of files are not the program's.
if [ $# -eq 0 ]; then
	# shellcheck disable=SC2046
	set -- $(find src -name '*.c' ! -path '*/mk*' ! -name terminfo.c |
		LC_ALL=C sort)
fi

rm -rf "$work"
mkdir -p "$work/1"
git ls-files -z | tar -cf - --null -T - configure Makefile.in config.h.in \
	aclocal.m4 build-aux | tar -xf - -C "$work/1"
awk -v seed="$seed" -v count=$((count * 3)) -f "$top/tests/mutate/pick.awk" \
	"$@" >"$work/places"

# Without -g, whose columns would tell objects apart that do the same.
compiler=gcc
command -v ccache >/dev/null && compiler='ccache gcc'
mkdir "$work/1/build"
cd "$work/1/build"
../configure -q CC="$compiler" CFLAGS='-O2 -w' >/dev/null
make -s all >/dev/null
make -s check TESTS= >/dev/null
cd ..
for job in $(seq 2 "$jobs"); do
	cp -a "$work/1" "$work/$job"
done

unit()
{
	for part; do
		echo "tests/unit/test_$part"
	done
}

# The tests that a file is known by, the nearest first.
tests_of()
{
	layer=${1#src/}
	shared="$screens tests/data/test_data $(unit cli) $answers"
	case ${layer%%/*} in
	base) unit base failing catalogue logs query page
		echo "$shared $tables" ;;
	catalogue) unit catalogue query page; echo "$shared $tables" ;;
	logs) unit logs query page; echo "$shared" ;;
	query) unit query page; echo "$shared $tables" ;;
	page) unit page; echo "$shared" ;;
	model | paint) echo "$screens" ;;
	term) unit term; echo "$pty" ;;
	cli) unit cli; echo "$cli" ;;
	*) echo "$cli $pty" ;;
	esac
}

screens="$(unit model paint) tests/screens/test_screens"
cli=$(echo tests/cli/*.test)
answers=$(for file in tests/cli/*.test; do
	case $file in
	*sh.test) ;; # the completions, which sleep more than they work
	*) echo "$file" ;;
	esac
done)
last=$(echo tests/fuzz/*.test tests/faults/*.test tests/doc/*.test)
tables=$(echo tests/search/*.test tests/mkcat/*.test)
pty=$(for file in tests/pty/test_*.c; do echo "${file%.c}"; done)

# Whether a test of the tree around passes; what it runs is built first.
passes()
{
	path=$1
	case $1 in
	tests/f*.test) set -- check TESTS= ;;
	*.test) set -- all mkdoc tests/search/score ;;
	*/test_cli | tests/pty/*) set -- "$1" httree ;;
	esac
	make -s "$@" >/dev/null 2>&1 || return 1
	case $path in
	*.test) path=../$path ;;
	esac
	sh ../tests/tap-run.sh "$path" >tap 2>&1 && ! grep -q '^not ok' tap
}

# How a file's object is called here.
object_of()
{
	name=${1##*/}
	for object in "${1%.c}.o" "${1%/*}"/src_lib*-"${name%.c}.o" \
		src/httree-main.o; do
		[ -f "$object" ] && echo "$object" && return
	done
}

# The first of some tests that tells.
teller()
{
	for test; do
		passes "$test" && continue
		echo "$test"
		return
	done
}

# Which test tells; `no mutant', or nothing.
judge()
{
	object=$(object_of "$1")
	cp -p "$object" object
	if ! make -s "$object" >/dev/null 2>&1 || cmp -s object "$object"; then
		echo 'no mutant'
		return
	fi
	# shellcheck disable=SC2046
	teller $(tests_of "$1")
}

# Puts a place's token into the copy of its file.
change()
{
	awk -v line="$2" -v column="$3" -v length_="$4" -v other="$5" \
		'NR == line {
			$0 = substr($0, 1, column - 1) other \
				substr($0, column + length_)
		} { print }' "$top/$1" >"../$1"
}

# What a test is told of the build folder around, see tests/local.mk.
enter()
{
	cd "$1"
	srcdir=$(cd .. && pwd)
	builddir=$1
	HTTREE=$builddir/httree
	MKCAT=$builddir/mkcat
	CC=gcc
	CPPFLAGS="-include config.h -I$srcdir/src"
	export srcdir builddir HTTREE MKCAT CC CPPFLAGS
}

# The share of one copy; `left' is for the sanitizers.
try()
{
	share=$(((count + jobs - $1) / jobs))
	enter "$work/$1/build"
	awk -v of="$jobs" -v job="$1" 'NR % of == job - 1' ../../places |
		while [ "$share" -gt 0 ] &&
			IFS='	' read -r file line column length other; do
		change "$file" "$line" "$column" "$length" "$other"
		text=$(sed -n "${line}s/^[[:blank:]]*//p" "../$file")
		by=$(judge "$file" </dev/null)
		case $by in
		'no mutant')
			;;
		'')
			share=$((share - 1))
			printf '%s\t%s\t%s\t%s\t%s\n' "$file" "$line" \
				"$column" "$length" "$other" >>../left
			echo "left $file:$line: $text"
			;;
		*)
			share=$((share - 1))
			echo "caught by $by: $file:$line: $text"
			;;
		esac
		cp "$top/$file" "../$file"
	done
	[ ! -f ../left ] || try_left "$1"
}

try_left()
{
	mkdir "$work/$1/sane"
	enter "$work/$1/sane"
	../configure -q CC="$compiler" CFLAGS='-O1 -w' --enable-sanitizers \
		>/dev/null
	make -s check TESTS= >/dev/null
	while IFS='	' read -r file line column length other; do
		change "$file" "$line" "$column" "$length" "$other"
		text=$(sed -n "${line}s/^[[:blank:]]*//p" "../$file")
		# shellcheck disable=SC2046,SC2086
		by=$(teller $(tests_of "$file") $last $pty </dev/null)
		if [ -n "$by" ]; then
			echo "caught by $by: $file:$line: $text"
		else
			echo "SURVIVED $file:$line: $text"
		fi
		cp "$top/$file" "../$file"
	done <../left
}

# shellcheck disable=SC3045
ulimit -t 60
tried=
for job in $(seq "$jobs"); do
	try "$job" >"$work/$job.said" &
	tried="$tried $!"
done
tail -q -n +1 -f "$work"/*.said &
shown=$!
for job in $tried; do
	wait "$job"
done
kill "$shown"
awk -v seed="$seed" '/^caught/ { caught++ } /^SURVIVED/ { survived++ }
	END { printf "%d of %d mutants were caught (seed %s)\n", \
		caught, caught + survived, seed }' "$work"/*.said
