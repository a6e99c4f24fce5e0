#!/bin/sh
# cross.sh SOURCES EXECUTABLE -- make the static executable for arm64 on another
# Debian.
#
# Takes the libraries of the running release for arm64 with apt-get, into a
# folder of its own below $TMPDIR or /var/tmp: nothing is installed, and it needs
# no root.  With qemu-aarch64-static it is tried as well.  What is missing is
# told with its package.

set -eu

sources=$(readlink -f "$1")
to=$(readlink -f "$2")
triplet=aarch64-linux-gnu

for tool in $triplet-gcc:gcc-$triplet apt-get:apt pkg-config:pkg-config \
	qemu-aarch64-static:qemu-user-static; do
	command -v "${tool%:*}" >/dev/null || {
		echo "cross.sh: install the package ${tool#*:}" >&2
		exit 1
	}
done
[ -e /usr/$triplet/lib/libc.a ] || {
	echo "cross.sh: install the package libc6-dev-arm64-cross" >&2
	exit 1
}

work=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-cross.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# An apt of our own, which knows of arm64 alone.
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" \
	"$work/root" "$work/build"
: >"$work/status"
apt()
{
	apt-get -q -o APT::Architecture=arm64 -o APT::Architectures=arm64 \
		-o Dir::State="$work/state" -o Dir::Cache="$work/cache" \
		-o Dir::State::status="$work/status" \
		-o APT::Sandbox::User= "$@" >"$work/log" 2>&1 || {
		tail "$work/log" >&2
		exit 1
	}
}

apt update
cd "$work/cache"
apt download libncurses-dev libunistring-dev libyaml-dev
for package in *.deb; do
	dpkg-deb -x "$package" "$work/root"
done

cd "$work/build"
libraries=$work/root/usr/lib/$triplet
PKG_CONFIG_LIBDIR=$libraries/pkgconfig
PKG_CONFIG_SYSROOT_DIR=$work/root
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
"$sources/configure" -q --host=$triplet --enable-static-exe \
	CPPFLAGS="-isystem $work/root/usr/include \
		-isystem $work/root/usr/include/$triplet" \
	LDFLAGS="-L$libraries"
make -s httree
$triplet-strip httree

qemu-aarch64-static ./httree 404 | grep -q '^404 Not Found'
qemu-aarch64-static ./httree -l upstream prematurely closed | grep -q '^502'
cp httree "$to"
echo "$(wc -c <httree) bytes; it answers under qemu"
