#!/bin/sh
# compilers.sh -- build and test with other compilers and other flags than the
# usual ones, each in a folder of its own below $TMPDIR or /var/tmp.
#
# Undefined behaviour that one compiler forgives another does not, and each warns
# of other things.  Prints a line for each, and what failed.

set -eu
cd "$(dirname "$0")/../.."
top=$(pwd)
work=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-compilers.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
MAKEFLAGS="-j$(getconf _NPROCESSORS_ONLN)"
export MAKEFLAGS

# The release, so that a configured source folder does not matter.
build=${BUILD:-build}
make -s -C "$build" distdir distdir="$work/src"

status=0
# try COMPILER FLAGS
try()
{
	command -v "$1" >/dev/null || return 0
	rm -rf "$work/build"
	mkdir "$work/build"
	cd "$work/build"
	echo "== $1 $2"
	if ! { ../src/configure -q CC="$1" CFLAGS="-g $2" --enable-werror &&
		make -s && make check; } >log 2>&1; then
		status=1
		grep -E '^(FAIL|ERROR)|error:' log || tail log
	fi
	grep -E '^# (PASS|SKIP|FAIL|ERROR):' log | xargs
	cd "$top"
}

for compiler in gcc clang; do
	for flags in -O0 -O2 -O3 '-O2 -flto' '-O2 -funsigned-char'; do
		try "$compiler" "$flags"
	done
done
exit $status
