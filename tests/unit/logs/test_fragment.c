#include "logs/line.h"

#include "support/edge.h"
#include "unit/logs/samples.h"

/* The status, with a sub-status, and whose it is; "" when none is told. */
static void describe(struct strbuf *out, const char *text)
{
	size_t length = strlen(text);
	struct slice slice = { edge_copy(text, length), length };
	struct line line;

	strbuf_reset(out);
	if (!line_read_fragment(slice, &line))
		return;
	strbuf_addf(out, "%s %d", log_format_row(line.format)->text,
		    line.status);
	if (line.sub != LINE_NO_SUB)
		strbuf_addf(out, ".%d", line.sub);
}

static void check(const char *text, const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	describe(&found, text);
	cr_expect_str_eq(strbuf_text(&found), wanted, "%s", text);
	strbuf_clear(&found);
}

Test(fragment, is_read_by_what_tells_a_status)
{
	static const char *const rows[][2] = {
		{ "TCP_REFRESH_MODIFIED/502", "Squid 502" },
		{ "1 192.0.2.1 TCP_MISS_ABORTED/000 0 GET http://a.example/",
		  "Squid 0" },
		{ "\"EdgeResponseStatus\":429", "Cloudflare 429" },
		{ "\"RayID\":\"8f\",\"EdgeResponseStatus\":522,\"Origin",
		  "Cloudflare 522" },
		{ "elb_status_code=503", "AWS ALB 503" },
		{ "Mozilla/5.0 - 404 7 0 15", "IIS 404.7" },
		{ "404 7 0 15", "IIS 404.7" },
		{ "GET /x - 443 - 192.0.2.1 curl - 500 0 0 812 300 15",
		  "IIS 500" },
		{ "sc-status 500 sc-substatus 19", "IIS 500.19" },
		{ "sc-substatus: 2, sc-status: 401", "IIS 401.2" },
		{ "0/0/0/0/1 401 -", "HAProxy 401" },
		{ "503 217 - - sQ-- 900/900/800/0/0 0/80", "HAProxy 503" },
		{ "GET /a?x=500 HTTP/1.1\" 499 0 \"-\" \"agent 409\"",
		  "combined 499" },
		{ "HTTP/2\" 503 UF,URX 0 91", "Envoy 503" },
		{ "\" 404 153 \"-\" \"curl/8.9.1\"", "" },
		{ "/x\" 404 153 \"-\" \"curl/8.9.1\"", "combined 404" },
		{ "(HTTP/1.1 405) 3 headers", "uWSGI 405" },
		{ "0.000 -1 -1 502 - 34 272 \"GET https", "AWS ALB 502" },
		{ "0.000 0.001 0.000 502 - 34 272 \"GET https", "AWS ALB 502" },
		{ "status: 0", "JSON 0" },
		{ "status=503", "JSON 503" },
		{ "\"status\": \"404\",", "JSON 404" },
		{ "Status: 200 OK", "JSON 200" },
		{ "\"response_code\":503,\"response_flags\":\"UH\"",
		  "Envoy JSON 503" },
		{ "\\\"GET / HTTP/1.1\\\" 502 11 \\\"-\\\"", "combined 502" },
		{ "http_status: 404, status_code: 500", "JSON 500" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check(rows[i][0], rows[i][1]);
}

Test(fragment, a_whole_line_is_one_too)
{
	check("1786000001.102 0 192.0.2.122 TCP_DENIED/407 3911 CONNECT "
	      "b.example:443 - HIER_NONE/- -",
	      "Squid 407");
	check("{\"log\":\"{\\\"status\\\":502,\\\"resp_headers\\\":{}}\\n\"}",
	      "Caddy 502");
	check("level=info msg=\" a b\" status=503 ms=7", "logfmt 503");
	/* A shipper may write any sign as its number. */
	check("{\"log\":\"192.0.2.1 - - [21/Nov/2026:06:43:36 +0000] "
	      "\\u0022GET /caf\\u00e9/\\u004A\\u00zz HTTP/1.1\\u0022 "
	      "4\\u00304 153\\n\"}",
	      "common 404");
}

Test(fragment, does_not_guess)
{
	static const char *const texts[] = {
		"",
		"404",
		"404 not found",
		"error 502 bad gateway",
		"401 403 404 500",
		"status",
		"status 404",
		"status: up",
		"status=404 status=500",
		"HTTP/1.1\" 404 1 and HTTP/1.1\" 500 1",
		"rate limit",
		"connect() failed (111: Connection refused)",
		"2026-12-01 500 1 2 3 4 5 6 7",
		"status: 1234",
		"24/7/365",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		check(texts[i], "");
}

Test(fragment, the_place_is_that_of_the_text)
{
	static const char text[] = "x HTTP/1.1\" 499 0 \"-\"";
	struct line line;

	cr_assert(line_read_fragment((struct slice){ text, sizeof(text) - 1 },
				     &line));
	cr_expect_eq(line.place.text, text + 12);
	cr_expect_eq(line.place.length, 3);
}
