#!/bin/sh
# user.sh PACKAGE.deb|TARBALL [SUITE] -- be a new user of the Debian package, or
# of a release.
#
#	make -C build deb
#	sudo tests/package/user.sh build/httree_0.1.0-1_amd64.deb bookworm
#	sudo tests/package/user.sh build/httree-0.1.0.tar.xz bookworm
#
# Makes a bare Debian with debootstrap below $TMPDIR or /var/tmp, with a manual
# reader and the three shells, and installs the package there; of a tarball, it
# adds the packages that README.md names, builds as nobody in another folder than
# that of the sources, which nobody may write, and runs make install.  Then looks
# for the manual and completions, asks, browses, adds a catalogue, counts a log,
# takes the program away, and looks for what is left.  It needs root and the
# network.

set -eu

given=$(readlink -f "$1")
suite=${2:-bookworm}

root=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-user.XXXXXX")
clean()
{
	umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
	rm -rf --one-file-system "$root" "$root".*
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

in_it()
{
	chroot "$root" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
		LC_ALL=C.UTF-8 TERM=xterm-256color TMPDIR=/tmp \
		DEBIAN_FRONTEND=noninteractive "$@"
}

# what may be ours; man takes away its formatted pages itself, in a while
ours()
{
	find "$root" -xdev -path "$root/var/cache/man" -prune -o \
		-name '*httree*' -print -o \
		-path "$root/usr/local/*" ! -type d -print
}

# try SENTENCE COMMAND: it must succeed there
try()
{
	if in_it sh -c "$2" >"$root.log" 2>&1 </dev/null; then
		echo "ok: $1"
	else
		echo "user.sh: not so: $1" >&2
		cat "$root.log" >&2
		exit 1
	fi
	rm "$root.log"
}

packages=bash-completion,fish,man-db,ncurses-term,zsh
case $given in
*.deb) ;;
*)
	packages=$packages,gcc,libc6-dev,libncurses-dev,libunistring-dev
	packages=$packages,libyaml-dev,make,pkg-config,xz-utils
	;;
esac
debootstrap --variant=minbase --include="$packages" \
	"$suite" "$root" ${MIRROR:+"$MIRROR"} >"$root.log" || {
	tail -n 20 "$root.log" >&2
	exit 1
}
mount -t proc proc "$root/proc"
mount --bind /dev/pts "$root/dev/pts"
rm -f "$root/dev/ptmx"
mknod -m 666 "$root/dev/ptmx" c 5 2
echo '192.0.2.1 - - [01/Dec/2026:10:00:00 +0000] "GET / HTTP/1.1" 404 9' \
	>"$root/tmp/access.log"
ours >"$root.before"

case $given in
*.deb)
	cp "$given" "$root/tmp/package.deb"
	try 'it is installed with what it needs' \
		'apt-get -qy install --no-install-recommends /tmp/package.deb'
	take_away='apt-get -qy purge httree'
	;;
*)
	mkdir "$root/src"
	tar -xf "$given" -C "$root/src" --strip-components=1
	chmod -R a-w "$root/src"
	install -d -o nobody "$root/tmp/build"
	try 'it is built by one who may not write its sources' 'cd /tmp/build &&
		setpriv --reuid nobody --clear-groups --no-new-privs \
		sh -c "../../src/configure -q && make -s"'
	try 'it is installed' 'cd /tmp/build && make -s install'
	try 'what is installed is whole' 'cd /tmp/build && make -s installcheck'
	take_away='make -s -C /tmp/build uninstall'
	;;
esac
try 'it answers' 'httree 404 | grep -q "^404 Not Found"'
try 'it browses' \
	'printf q | script -qec "stty rows 24 cols 80; httree" /dev/null |
		grep -q "Start here"'
try 'its manual is read' 'man httree | grep -q "EXIT STATUS" &&
	man 5 httree-catalogue | grep -q YAML'
try 'and found' 'mandb -q && man -k status | grep -q "^httree (1)"'
try 'bash completes it' 'bash -c ". /usr/share/bash-completion/bash_completion
	_comp_load httree 2>/dev/null || _completion_loader httree
	complete -p httree"'
try 'zsh completes it' 'zsh -fc "autoload -Uz compinit && compinit -D -u
	[[ \$_comps[httree] = _httree ]]"'
# Without the variable, fish looks below /usr/share alone.
try 'fish completes it' 'XDG_DATA_DIRS=/usr/local/share:/usr/share \
	fish -c "complete -C \"httree --sta\"" | grep -q -e --stats'
try 'a catalogue of one'\''s own is read' '
	mkdir -p ~/.config/httree/catalogues &&
	httree --new-catalogue acme >~/.config/httree/catalogues/acme.yaml &&
	httree --check ~/.config/httree/catalogues/acme.yaml &&
	httree -l -f user | grep -q "^acme:"'
try 'a log is counted' 'httree --log /tmp/access.log | grep -q "Not Found"'
try 'it is taken away' "$take_away"
try 'and a user takes away the rest' \
	'rm -r ~/.config/httree && rm -rf ~/.local/state/httree'
rm -rf "$root/src" "$root/tmp/build" "$root/tmp/package.deb"
ours >"$root.after"
if ! diff "$root.before" "$root.after"; then
	echo 'user.sh: that is left' >&2
	exit 1
fi
echo 'ok: nothing is left'
