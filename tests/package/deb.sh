#!/bin/sh
# deb.sh TARBALL [FOLDER] -- make Debian packages of a release, and check them.
#
# The packages go to FOLDER, by default the current one.  Runs the tests through
# dpkg-buildpackage, then appstreamcli and lintian, which may find nothing, and
# blhc, which looks for missing hardening.  What is missing is told with its package.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
tarball=$(readlink -f "$1")
to=$(readlink -f "${2:-.}")
version=$(sed -n '1s/.*(\(.*\)-[^-]*).*/\1/p' "$here/debian/changelog")

for tool in dpkg-buildpackage:dpkg-dev dh:debhelper lintian:lintian blhc:blhc \
	appstreamcli:appstream
do
	command -v "${tool%:*}" >/dev/null || {
		echo "deb.sh: install the package ${tool#*:}" >&2
		exit 1
	}
done

work=$(mktemp -d "${TMPDIR:-/var/tmp}/httree-deb.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

cp "$tarball" "$work/httree_$version.orig.tar.xz"
mkdir "$work/httree-$version"
cd "$work/httree-$version"
tar -xf "$tarball" --strip-components=1
cp -r "$here/debian" debian

dpkg-buildpackage -us -uc >"$work/log" 2>&1 || {
	tail -n 20 "$work/log"
	grep -E '^(FAIL|ERROR|SKIP): .* ' "$work/log"
	exit 1
}
grep -E '^# (PASS|SKIP|FAIL|ERROR):' "$work/log" | xargs
cd "$work"
# There is no homepage to name yet.
if appstreamcli validate --no-net "httree-$version"/doc/*.metainfo.xml |
	grep '^[EW]:' | grep -v url-homepage-missing; then
	exit 1
fi
# The version of the policy is the latest that Debian 12 knows of: its lintian
# warns of a later one, and of an override that only Debian 13 has use for.
lintian --display-info --fail-on error,warning,info \
	--suppress-tags out-of-date-standards-version ./*.changes
blhc --all log
cp httree*_* "$to"
ls "$to"/httree_*.deb
