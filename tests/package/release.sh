#!/bin/sh
# release.sh -- whether a release is the same bytes wherever it is made.
#
# Makes the tarball of the last commit twice, in folders of other names and
# depths, time zones, locales and umasks, and compares them.

set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-release.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# tarball FOLDER TZ LOCALE UMASK
tarball()
(
	TZ=$2
	LC_ALL=$3
	export TZ LC_ALL
	umask "$4"
	mkdir -p "$1"
	git -C "$top" archive HEAD | tar -x -C "$1"
	cd "$1"
	autoreconf -i >/dev/null 2>&1
	./configure -q
	make -s release-tarball >/dev/null 2>&1
	sha256sum <"$(echo httree-*.tar.xz)"
)

one=$(tarball "$work/a" UTC C 022)
two=$(tarball "$work/other/and/deeper" Asia/Tokyo C.UTF-8 077)
[ "$one" = "$two" ] || {
	echo "release.sh: the tarballs differ" >&2
	exit 1
}
echo "the same: $one"
