# pick.awk -- places of a source where one token can be another.
#
#	awk -v seed=1 -v count=60 -f pick.awk FILE...
#
# Prints so many of them, drawn at random by the seed, a line each: the file, the
# line, the column, the length of the token, and what is to stand there instead,
# parted by tabs.  Comments, texts and lines of the preprocessor are left alone.

# The line with blanks for what is no code, in its length.
function code(line,    out, at, c, quote)
{
	out = ""
	quote = ""
	for (at = 1; at <= length(line); at++) {
		c = substr(line, at, 1)
		if (comment) {
			if (substr(line, at, 2) == "*/") {
				comment = 0
				out = out "  "
				at++
			} else
				out = out " "
		} else if (quote != "") {
			if (c == "\\") {
				out = out " "
				at++
			} else if (c == quote)
				quote = ""
			out = out " "
		} else if (substr(line, at, 2) == "/*") {
			comment = 1
			out = out "  "
			at++
		} else if (c == "\"" || c == "'") {
			quote = c
			out = out " "
		} else
			out = out c
	}
	return out
}

function add(at, length_, other)
{
	places[++found] = FILENAME "\t" FNR "\t" at "\t" length_ "\t" other
}

# What may stand for an operator; a token with blanks around it is no pointer.
BEGIN {
	swap[" < "] = " <= "; swap[" <= "] = " < "
	swap[" > "] = " >= "; swap[" >= "] = " > "
	swap[" == "] = " != "; swap[" != "] = " == "
	swap[" && "] = " || "; swap[" || "] = " && "
	swap[" + "] = " - "; swap[" - "] = " + "
	swap[" += "] = " -= "; swap[" -= "] = " += "
	swap[" & "] = " | "; swap[" | "] = " & "
	swap[" ? "] = " && 0 ? "
}

FNR == 1 { comment = 0 }

{
	text = code($0)
	if (text ~ /^[ \t]*#/)
		next
	for (token in swap) {
		rest = text
		from = 0
		while ((at = index(rest, token)) > 0) {
			add(from + at, length(token), swap[token])
			from += at + length(token) - 1
			rest = substr(rest, at + length(token))
		}
	}
	rest = text
	from = 0
	while (match(rest, /[A-Za-z0-9_]+|![a-z(]|\+\+|--/)) {
		word = substr(rest, RSTART, RLENGTH)
		at = from + RSTART
		if (word == "true")
			add(at, 4, "false")
		else if (word == "false")
			add(at, 5, "true")
		else if (word == "break")
			add(at, 5, "continue")
		else if (word == "++")
			add(at, 2, "--")
		else if (word == "--")
			add(at, 2, "++")
		else if (word ~ /^!/)
			add(at, 1, "")
		else if (word ~ /^[0-9]+$/)
			add(at, RLENGTH, word + 1)
		from += RSTART + RLENGTH - 1
		rest = substr(rest, RSTART + RLENGTH)
	}
}

# Drawing without putting back.
END {
	srand(seed)
	for (i = 1; i <= count && i <= found; i++) {
		j = i + int(rand() * (found - i + 1))
		place = places[j]
		places[j] = places[i]
		places[i] = place
		print place
	}
}
