/*
 * Who made the status, from what stands beside it.  What the documents of a
 * program leave open stays open: MAKER_UNKNOWN is an answer.
 */
#include <string.h>

#include "logs/parse.h"

/* The last of a list that commas, or colons between groups, part. */
static struct slice last_of(struct slice list)
{
	size_t start = list.length;

	/* What is absent has no place to count from. */
	if (start == 0)
		return list;
	while (start > 0 && list.text[start - 1] != ',' &&
	       list.text[start - 1] != ' ' && list.text[start - 1] != ':')
		start--;
	return (struct slice){ list.text + start, list.length - start };
}

enum maker maker_of_second(int status, struct slice second)
{
	int number;

	if (second.length == 0 || !slice_status(second, &number) || number == 0)
		return MAKER_GATEWAY;
	return number == status ? MAKER_PASSED : MAKER_GATEWAY;
}

enum maker maker_of_nginx(int status, struct slice tries, struct slice length)
{
	enum maker maker = maker_of_second(status, last_of(tries));
	struct slice last;

	if (maker != MAKER_PASSED)
		return maker;
	if (status == 499)
		return MAKER_GATEWAY;
	if (status != 502 && status != 504)
		return MAKER_PASSED;
	if (length.text == NULL)
		return MAKER_UNKNOWN;
	last = last_of(length);
	return slice_is(last, "0") || slice_is(last, "-") ? MAKER_GATEWAY :
							    MAKER_PASSED;
}

static bool is_nothing(struct slice slice)
{
	return slice.length == 0 || slice_is(slice, "-");
}

enum maker maker_of_envoy(struct slice flags, struct slice details,
			  struct slice time, struct slice host)
{
	if (!is_nothing(details))
		return slice_begins(details, "via_upstream") ? MAKER_PASSED :
							       MAKER_GATEWAY;
	if (slice_is_digits(time))
		return MAKER_PASSED;
	if (!is_nothing(flags) || slice_is(host, "-"))
		return MAKER_GATEWAY;
	return host.length > 0 ? MAKER_PASSED : MAKER_UNKNOWN;
}

/*
 * Traefik sends the name of the status as the content when it has no answer to
 * pass on; its size is that of the name.
 */
enum maker maker_of_traefik(int status, struct slice size)
{
	static const struct {
		int status;
		int size;
	} own[] = {
		{ 499, 21 }, { 500, 21 }, { 502, 11 }, { 503, 20 }, { 504, 15 },
	};
	int number;

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
		if (own[i].status != status)
			continue;
		if (status == 499)
			return MAKER_GATEWAY;
		if (!slice_value(size, 1000, &number))
			return size.length > 0 ? MAKER_PASSED : MAKER_UNKNOWN;
		return number == own[i].size ? MAKER_GATEWAY : MAKER_PASSED;
	}
	return MAKER_PASSED;
}

enum maker maker_of_cloudfront(struct slice result)
{
	static const char *const passed[] = { "Hit", "RefreshHit", "Miss",
					      "OriginShieldHit", NULL };

	if (slice_among(result, passed))
		return MAKER_PASSED;
	/* An error of the origin that is passed on is called so, too. */
	if (is_nothing(result) || slice_is(result, "Error"))
		return MAKER_UNKNOWN;
	return MAKER_GATEWAY;
}
