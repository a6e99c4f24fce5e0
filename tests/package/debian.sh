#!/bin/sh
# debian.sh TARBALL [SUITE [ARCHITECTURE]] -- build and test a release in a bare
# Debian.
#
#	make -C build dist
#	sudo tests/package/debian.sh build/httree-0.1.0.tar.xz trixie
#	sudo tests/package/debian.sh build/httree-0.1.0.tar.xz bookworm i386
#
# Makes the system with debootstrap below $TMPDIR or /var/tmp, with the packages
# that README.md names and no other, runs ./configure && make && make check
# there with gcc, make lint, and in a second folder the tests with clang, and
# takes the system away again.  It needs root, the network, and some 700 megabytes.
# CFLAGS in the environment are handed on.

set -eu

tarball=$(readlink -f "$1")
suite=${2:-trixie}
architecture=${3:-$(dpkg --print-architecture)}

packages=gcc,libc6-dev,make,pkg-config,libncurses-dev,libunistring-dev
packages=$packages,libyaml-dev,libcriterion-dev
tools=bash,codespell,clang,fish,jq,locales,mandoc,sqlite3,strace,xz-utils,zsh

root=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-$suite.XXXXXX")
clean()
{
	for folder in dev/pts dev/shm proc; do
		umount "$root/$folder" 2>/dev/null || true
	done
	rm -rf --one-file-system "$root"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

debootstrap --variant=minbase --arch="$architecture" \
	--include="$packages,$tools" "$suite" "$root" ${MIRROR:+"$MIRROR"} >"$root.log" || {
	tail -n 20 "$root.log" >&2
	exit 1
}
rm "$root.log"

# The tests of the terminal need pseudo terminals, and Criterion shared memory.
mount -t proc proc "$root/proc"
mount --bind /dev/pts "$root/dev/pts"
rm -f "$root/dev/ptmx"
mknod -m 666 "$root/dev/ptmx" c 5 2
mount -t tmpfs shm "$root/dev/shm"

mkdir "$root/src"
tar -xf "$tarball" -C "$root/src" --strip-components=1

# in_it COMMAND: run it in the folder of the sources, and count what came out
status=0
in_it()
{
	echo "== $suite $architecture: $1"
	if chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
		MAKEFLAGS=-j2 CFLAGS="${CFLAGS:--g -O2}" \
		sh -c "cd /src && $1" >"$root/log" 2>&1 </dev/null; then
		grep -E '^# (PASS|SKIP|FAIL|ERROR):' "$root/log" | xargs
	else
		grep -E '^(FAIL|ERROR)|error:' "$root/log" || tail "$root/log"
		status=1
	fi
	grep 'warning:' "$root/log" || true
}

in_it './configure -q && make -s && make check'
in_it 'make lint'
in_it 'make -s distclean && mkdir clang && cd clang &&
	../configure -q CC=clang && make -s && make check'
exit $status
