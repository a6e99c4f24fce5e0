# weights.awk -- src/query/rank.def as tables of Markdown.
#
# A row's text is the comment behind it, else the one above it; when one stands
# above several rows, it is that of the first.

function begin_table(head)
{
	if (head != table)
		print (table == "" ? "" : "\n") head
	table = head
}

# The arguments of the row, such as `EXACT, 100, 100`, go to `part`.
function cut_row(line)
{
	sub(/^[A-Z_]*\(/, "", line)
	sub(/\).*/, "", line)
	return split(line, part, /, */)
}

# The text of the row; a comment above it is used up.
function text_of(line, text)
{
	text = comment
	if (line ~ /\/\*.*\*\//) {
		text = line
		sub(/.*\/\* */, "", text)
		sub(/ *\*\/.*/, "", text)
	} else {
		comment = ""
	}
	return text
}

/^\/\*/ {
	comment = ""
	inside = 1
}

inside {
	line = $0
	sub(/^ ?\/?\*+ ?/, "", line)
	inside = line !~ /\/$/
	sub(/ *\*?\/$/, "", line)
	if (line != "")
		comment = comment (comment == "" ? "" : " ") line
	next
}

/^(#|$)/ {
	comment = ""
}

/^FIELD_WEIGHT\(/ {
	cut_row($0)
	begin_table("| field | weight | answers |\n| --- | ---: | ---: |")
	printf "| `%s` | %s | %s |\n", tolower(part[1]), part[2], part[3]
}

/^QUALITY\(/ {
	cut_row($0)
	begin_table("| how a word is met | worth | covers | |\n" \
		"| --- | ---: | ---: | --- |")
	printf "| `%s` | %s | %s | %s |\n", part[1], part[2], part[3],
		text_of($0)
}

/^FACTOR\(/ {
	cut_row($0)
	begin_table("| factor | value | |\n| --- | ---: | --- |")
	printf "| `%s` | %s | %s |\n", part[1], part[2], text_of($0)
}

/^NOISE\(/ {
	line = $0
	gsub(/NOISE\("/, "`", line)
	gsub(/"\)/, "`", line)
	begin_table("Noise:")
	print line
}
