# own.awk -- a catalogue of a user with about `count` entries, the same one each
# time: an origin for each thousand, its codes, sub-codes and reasons.
#
#	awk -v count=1000 -f tests/bench/own.awk >own.yaml

function next_number(limit)
{
	# Park and Miller's generator, which needs no more than 53 bits.
	state = (state * 16807) % 2147483647
	return int(state / 2147483647 * limit)
}

# Most words are met again and again, one in ten is hardly met twice.
function word()
{
	if (next_number(10) > 0)
		return words[next_number(many) + 1]
	return sprintf("w%x", next_number(count / 4 + 10))
}

function sentence(length_,    i, text)
{
	text = "The " word()
	for (i = 2; i < length_; i++)
		text = text " " word()
	return text
}

function common(kind, summary, means)
{
	print "  kind: " kind
	print "  summary: " sentence(summary) "."
	print "  means: |\n    " sentence(means) "."
	print "  sources:\n    - { title: Runbook, url: \"https://runbook.example/" number "\" }"
	print "  checked: 2026-12-01\n"
}

function entry(origin, i)
{
	code = i % 3 > 0 ? 400 + i % 200 "." i : "E" i
	print "- id: \"own" origin ":" code "\"\n  code: " code
	print "  phrase: " sentence(4) "\n  vendor: own" origin "\n  state: current"
	print "  retry: " sentence(6) ".\n  keywords: [" word() " " word() "]"
	common("vendor", 9, 14)
}

BEGIN {
	state = 1
	many = split("request response server client gateway header field " \
		"cache token session tenant quota route upstream timeout " \
		"retry deploy release pool health check balancer origin " \
		"proxy shard region service queue worker connection stream " \
		"frame window limit budget policy rule match deny allow key " \
		"scope grant expire refresh rotate audit billing invoice " \
		"order cart payment stock search index replica leader lease " \
		"lock version conflict merge patch upload download part " \
		"chunk digest range scanner filter", words, " ")
	for (origin = 0; number < count; origin++) {
		print "- id: \"vendor:own" origin "\"\n  phrase: Own " origin
		common("page", 8, 12)
		for (i = 1; i < 1000 && ++number < count; i++)
			entry(origin, i)
		number++
	}
}
