#!/bin/sh
# others.sh TARBALL -- try the packaging of other systems, as far as a Debian can.
#
#	make -C build dist
#	tests/package/others.sh build/httree-0.1.0.tar.xz
#
# Makes an RPM with rpmbuild and a package of Arch Linux with makepkg (neither
# looks for the packages it depends on, which have other names here), runs the
# functions of the APKBUILD in a shell, and has ruby read the formula.  Each
# packed executable is asked for 404, and the files of the three are to be the
# same but for their folders of documents and licences.  What is missing is told
# with its package.  makepkg does not run as root: there, it runs as nobody; and
# true answers for pacman, which it asks only for what is installed.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
tarball=$(readlink -f "$1")

for tool in rpmbuild:rpm makepkg:makepkg bsdtar:libarchive-tools \
	ruby:ruby; do
	command -v "${tool%:*}" >/dev/null || {
		echo "others.sh: install the package ${tool#*:}" >&2
		exit 1
	}
done

work=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-others.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# try NAME COMMAND...: run it in a folder of its own, which it fills below root/
try()
{
	name=$1
	shift
	mkdir "$work/$name"
	cp "$tarball" "$here/httree.spec" "$here/APKBUILD" "$here/PKGBUILD" \
		"$work/$name"
	(cd "$work/$name" && "$@") >"$work/$name.log" 2>&1 || {
		tail -n 20 "$work/$name.log" >&2
		echo "others.sh: $name fails" >&2
		exit 1
	}
	"$work/$name/root/usr/bin/httree" 404 | grep -q '^404 Not Found'
	(cd "$work/$name/root" && find . ! -type d | sed 's/\.gz$//' |
		grep -v -e /licenses/ -e /COPYING | sort) >"$work/$name.files"
	echo "ok: $name, $(wc -l <"$work/$name.files") files"
}

make_rpm()
{
	rpmbuild -bb --nodeps --define "_topdir $PWD/rpm" \
		--define "_sourcedir $PWD" --define '_build_id_links none' \
		httree.spec
	mkdir root
	rpm2archive - <"$(find rpm -name 'httree-[0-9]*.rpm')" |
		tar -xz -C root
}

make_arch()
{
	if [ "$(id -u)" -eq 0 ]; then
		chmod 711 "$work"
		chown -R nobody .
		setpriv --reuid nobody --regid nogroup --clear-groups \
			env HOME="$PWD" PACMAN=true makepkg --nodeps
	else
		PACMAN=true makepkg --nodeps
	fi
	mkdir root
	bsdtar -xf httree-*.pkg.tar* -C root --exclude '.[A-Z]*'
}

# abuild sets these, and reads the file so.
make_alpine()
(
	pkgdir=$PWD/root
	. ./APKBUILD
	tar -xf "$source"
	cd "$pkgname-$pkgver"
	build
	package
)

try rpm make_rpm
try arch make_arch
try alpine make_alpine
cmp "$work/rpm.files" "$work/arch.files"
cmp "$work/rpm.files" "$work/alpine.files"
ruby -wc "$here/httree.rb"
