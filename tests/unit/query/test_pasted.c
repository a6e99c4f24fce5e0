/*
 * What people paste finds what it says, in the catalogue as built.
 */
#include "query/search.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "catalogue/builtin.h"

static const struct catalogue built = { &builtin_image };
static struct search search;

static void start(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	search_init(&search, &built);
}

static void end(void)
{
	search_clear(&search);
}

TestSuite(pasted, .init = start, .fini = end);

/* Which entries come first, in this order. */
struct pasted {
	const char *text;
	const char *first[3];
};

static const struct pasted texts[] = {
	/* Lines, and pieces of them. */
	{ "TCP_REFRESH_MODIFIED/502", { "502" } },
	{ "TCP_MISS/200", { "200", "squid:TCP_MISS" } },
	{ "\"EdgeResponseStatus\":429", { "429" } },
	{ "elb_status_code=503", { "503" } },
	{ "... 404 7 0 15", { "iis:404.7" } },
	{ "sc-status 500 sc-substatus 19", { "iis:500.19" } },
	{ "0/0/0/0/1 401 -", { "401" } },
	{ "HTTP/1.1\" 499 0 \"-\" ... 409", { "nginx:499" } },
	{ "status: 0", { "browser:0" } },
	/* Numbers of sentences. */
	{ "status 404 port 8080 after 500 ms", { "404" } },
	{ "Response code was 503", { "503" } },
	{ "HTTP error 502 took 500 ms", { "502" } },
	{ "nginx 1.24 returned 502", { "502" } },
	{ "401/403", { "401", "403" } },
	{ "403.14 - Forbidden", { "iis:403.14" } },
	{ "\"403.14 - Forbidden\"", { "iis:403.14" } },
	{ "5xx errors when deploying", { "class:5xx" } },
	{ "code: 0", { "envoy:0" } },
	{ "request takes longer than 100 seconds", { "504" } },
	{ "HTTP 499 or 504 status code", { "504", "nginx:499" } },
	/* Documents. */
	{ "RFC 7725", { "451" } },
	{ "rfc8470", { "425" } },
	{ "RFC-9110 15.5.5", { "404" } },
	{ "(RFC 9110, section 15.5.5)", { "404" } },
	{ "see [RFC 7725].", { "451" } },
	{ "RFC 9110 section 15.5.5.", { "404" } },
	/* Other scripts. */
	{ "\u767b\u5f55\u62a5404\u9519\u8bef", { "404" } },
	{ "\u043e\u0448\u0438\u0431\u043a\u0430502", { "502" } },
	{ "503\uc624\ub958", { "503" } },
	/* Errors of the system. */
	{ "(111: Connection refused)", { "502" } },
	{ "connect() failed (111: Connection refused)", { "502" } },
	{ "(110: Connection timed out)", { "504" } },
	{ "(104: Connection reset by peer)", { "502" } },
	{ "(113: No route to host)", { "502" } },
	{ "(32: Broken pipe)", { "502" } },
	{ "(101: Network is unreachable)", { "502" } },
	{ "(2: No such file or directory)", { "404" } },
	{ "(28: No space left on device)", { "507" } },
	{ "read ECONNRESET", { "502" } },
	{ "connect ECONNREFUSED 127.0.0.1:3000", { "502" } },
	{ "connect ETIMEDOUT 10.0.0.1:443", { "504" } },
	{ "connect EHOSTUNREACH 10.0.0.1:443", { "502" } },
	/* What curl says without a response, and with one. */
	{ "curl: (6) Could not resolve host: example.com", { "curl:000" } },
	{ "curl: (7) Failed to connect to localhost port 8080 after 0 ms: "
	  "Couldn't connect to server",
	  { "curl:000" } },
	{ "curl: (28) Operation timed out after 5000 milliseconds with 0 bytes "
	  "received",
	  { "curl:000" } },
	{ "curl: (56) Recv failure: Connection reset by peer", { "curl:000" } },
	{ "curl: (22) The requested URL returned error: 503", { "503" } },
	/* Messages with a name in them. */
	{ "admission webhook \"x.y.z\" denied the request: quota", { "403" } },
	{ "Error from server (Forbidden): pods \"x\" is forbidden", { "403" } },
	{ "Error from server (AlreadyExists): namespaces \"x\" already exists",
	  { "409" } },
	{ "Error from server (NotFound): deployments.apps \"web\" not found",
	  { "404" } },
	{ "Error from server (Conflict): Operation cannot be fulfilled on "
	  "deployments.apps \"web\": the object has been modified",
	  { "409" } },
};

static const char *hit_id(size_t hit)
{
	return hit < search.count ?
		       catalogue_id(&built, search.hits[hit].entry) :
		       "nothing";
}

Test(pasted, it_finds_what_it_says)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		search_run(&search, texts[i].text, NULL);
		for (size_t k = 0; k < 3 && texts[i].first[k] != NULL; k++)
			cr_expect_str_eq(hit_id(k), texts[i].first[k],
					 "%s: %zu is %s", texts[i].text, k,
					 hit_id(k));
	}
}

/* What designers ask, the code that is the answer, and the guide. */
static const struct {
	const char *text;
	const char *code;
	const char *guide;
} situations[] = {
	{ "duplicate email", "409", "guide:return.state" },
	{ "batch partly failed", "207", "guide:return.batch" },
	{ "mixed results of a batch", "207", "guide:return.batch" },
	{ "mandatory header missing", "428", "guide:return.body" },
	{ "delete something that is not there", "404", "guide:return.delete" },
	{ "deprecated endpoint", "410", "guide:return.elsewhere" },
};

Test(pasted, a_situation_finds_the_code_and_the_guide_beside_it)
{
	for (size_t i = 0; i < sizeof(situations) / sizeof(*situations); i++) {
		entry_t guide = catalogue_find(&built, situations[i].guide);

		search_run(&search, situations[i].text, NULL);
		cr_expect_str_eq(hit_id(0), situations[i].code, "%s: %s",
				 situations[i].text, hit_id(0));
		cr_expect_lt(search_find(&search, guide), 3, "%s",
			     situations[i].text);
	}
}

/* A code of gRPC is among the first three, and its status in the first two. */
static void expect_grpc(entry_t entry, const char *text)
{
	entry_t status = catalogue_find(
		&built, catalogue_item(&built, entry, FIELD_GOES_WITH, 0, 0));

	search_run(&search, text, NULL);
	cr_expect_lt(search_find(&search, entry), 3, "%s", text);
	cr_expect_lt(search_find(&search, status), 2, "%s: %s, %s", text,
		     hit_id(0), hit_id(1));
}

/* The number stands at the end of the phrase: `Unavailable (14)`. */
static void expect_number(entry_t entry)
{
	const char *number =
		strrchr(catalogue_text(&built, entry, FIELD_PHRASE), '(') + 1;
	char text[40];

	snprintf(text, sizeof(text), "grpc-status: %.*s",
		 (int)strcspn(number, ")"), number);
	expect_grpc(entry, text);
	cr_expect_str_eq(hit_id(0), catalogue_id(&built, entry), "%s", text);
}

Test(pasted, each_code_of_grpc_stands_for_its_status_by_name_and_by_number)
{
	size_t codes = 0;

	for (entry_t entry = 0; entry < catalogue_count(&built); entry++) {
		if (catalogue_sort(&built, entry) != SORT_REASON ||
		    strncmp(catalogue_id(&built, entry), "grpc:", 5) != 0)
			continue;
		codes++;
		expect_grpc(entry, catalogue_text(&built, entry, FIELD_CODE));
		expect_number(entry);
	}
	cr_expect_eq(codes, 17);
}

/* A message is not lost for what it quotes; a phrase that is asked for is. */
Test(pasted, a_name_in_a_message_is_not_demanded)
{
	search_run(&search, "pods \"web\" is forbidden today", NULL);
	cr_expect_eq(search_query(&search)->quote_count, 0);
	search_run(&search, "the proxy said \"zebra crossing\" to a client",
		   NULL);
	cr_expect_eq(search_query(&search)->quote_count, 0);
	search_run(&search, "the proxy said \"bad gateway\" to a client", NULL);
	cr_expect_eq(search_query(&search)->quote_count, 1);
	search_run(&search, "web \"forbidden\" pods", NULL);
	cr_expect_eq(search_query(&search)->quote_count, 1);
	search_run(&search, "this web answered \"forbidden\"", NULL);
	cr_expect_eq(search_query(&search)->quote_count, 1);
}
