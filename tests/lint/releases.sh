#!/bin/sh
# releases.sh [HTTREE] -- sentences of the catalogue that name a release or a
# month, in entries none of whose sources looks like one that tells of releases.
#
#	HTTREE=build/httree tests/lint/releases.sh
#
# A number of a release is what such a catalogue gets wrong first, so each wants
# its source beside it: a change log, the history, the source itself, an RFC.
# Prints the id and the sentence; the status is 1 when there are any.  An id in
# releases.txt was looked at, and its sources do tell of the release.

set -eu
here=$(cd "$(dirname "$0")" && pwd)

"${HTTREE:-build/httree}" --json | jq -r '
def names: test("\\b(version|since|until|before|from|by|in|with|of|to|as of) ([A-Z][A-Za-z.]* )?v?[0-9]+\\.[0-9]+(\\.[0-9]+)?\\b(?!\\.[0-9])(?! of RFC)|\\b(January|February|March|April|May|June|July|August|September|October|November|December) (19|20)[0-9]{2}\\b") and (test("section [0-9]|HTTP/[0-9]") | not);
.[] | . as $e
| select([.sources[] | (.title // ""), .url] | any(test("release|change|news|commit|histor|github|upgrad|version|what.?s|/blob/|/src/|rfc-editor|ietf"; "i")) | not)
| [del(.sources, .defined_in, .checked, .examples) | .. | strings] | .[] | gsub("\n"; " ") | [match("[^.]+([.][^ ][^.]*)*[.]?"; "g").string] | .[] | select(names) | "\($e.id)\t\(sub("^ +"; ""))"
' | LC_ALL=C sort -u | awk -F '\t' -v known="$here/releases.txt" '
	BEGIN {
		while ((getline line < known) > 0)
			looked[line] = 1
	}
	!($1 in looked) { print; found = 1 }
	END { exit found }'
