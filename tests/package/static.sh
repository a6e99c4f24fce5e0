#!/bin/sh
# static.sh EXECUTABLE [EMULATOR] -- try the static executable where there is
# nothing else.
#
#	make -C build httree-static httree-static-arm64
#	sudo tests/package/static.sh build/httree-static
#	sudo tests/package/static.sh build/httree-static-arm64 \
#		/usr/bin/qemu-aarch64-static
#
# Puts it alone into a folder, makes that its root, and asks it in a UTF-8 and in
# the C locale, from the shell and on each terminal whose description it holds.
# One for another processor is run by the emulator, which is put beside it.  It
# needs root.

set -eu

root=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-static.XXXXXX")
trap 'rm -rf "$root"' EXIT
trap 'exit 1' HUP INT TERM
cp "$1" "$root/httree"
program=/httree
if [ $# -gt 1 ]; then
	cp "$2" "$root/emulator"
	program='/emulator /httree'
fi
chroot=$(command -v chroot)
size=$(wc -c <"$root/httree")

fail()
{
	echo "static.sh: $*" >&2
	exit 1
}

[ "$size" -lt 6291456 ] || fail "it has $size bytes, more than 6 MiB"
for locale in C C.UTF-8; do
	env -i LC_ALL=$locale "$chroot" "$root" $program 404 | head -n 1 |
		grep -q '^404 Not Found' || fail "$locale: no page of 404"
	env -i LC_ALL=$locale "$chroot" "$root" $program -l upstream \
		prematurely closed | grep -q '^502' || fail "$locale: no search"
	for terminal in xterm xterm-256color screen screen-256color \
		tmux-256color linux vt100 vt220 rxvt-unicode-256color \
		xterm-kitty; do
		screen=$(printf q | script -q -e -c \
			"stty rows 24 cols 80; exec env -i TERM=$terminal \
				LC_ALL=$locale $chroot '$root' $program" \
			/dev/null) || fail "$locale, $terminal: $screen"
		echo "$screen" | grep -q "Start here" ||
			fail "$locale, $terminal: no screen"
	done
done
echo "$size bytes; it works alone"
