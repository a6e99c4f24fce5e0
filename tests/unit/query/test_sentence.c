#include "query/sentence.h"

#include <criterion/criterion.h>
#include <string.h>

/* A text with one number, and what is said of it. */
struct sample_sentence {
	const char *text;
	const char *number;
};

static size_t place_of(const struct sample_sentence *sample)
{
	const char *place = strstr(sample->text, sample->number);

	cr_assert_not_null(place, "%s", sample->text);
	return (size_t)(place - sample->text);
}

Test(sentence, the_word_before_a_number_says_that_it_is_a_status)
{
	static const struct sample_sentence samples[] = {
		{ "HTTP/1.1\" 499 0", "499" },
		{ "status 404", "404" },
		{ "status code: 404", "404" },
		{ "error 502 bad gateway", "502" },
		{ "HTTP error 403.14 - Forbidden", "403" },
		{ "the server returned a 503 today", "503" },
		{ "Response code was 504", "504" },
		{ "returned error code = 404", "404" },
		{ "Status was 500", "500" },
		/* What is said of the first is said of the others. */
		{ "HTTP 499 or 504 status code", "504" },
		{ "status 502, 503 and 504", "504" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		cr_expect(sentence_labels(samples[i].text,
					  place_of(&samples[i])),
			  "%s", samples[i].text);
}

Test(sentence, other_words_before_a_number_say_nothing)
{
	static const struct sample_sentence samples[] = {
		{ "404 not found", "404" },
		{ "timeout of 504", "504" },
		{ "user 404", "404" },
		{ "(502)", "502" },
		{ "timeout and 504", "504" },
		{ "5000 or 504", "504" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		cr_expect_not(sentence_labels(samples[i].text,
					      place_of(&samples[i])),
			      "%s", samples[i].text);
}

Test(sentence, what_has_a_unit_or_is_a_part_of_an_address_counts)
{
	static const struct sample_sentence samples[] = {
		{ "longer than 100 seconds", "100" },
		{ "took 500 ms", "500" },
		{ "sent 304 bytes", "304" },
		{ "connect() failed (111: Connection refused)", "111" },
		{ "to 10.0.0.1:500", "500" },
		{ "on localhost:404", "404" },
		{ "port 403", "403" },
		{ "after 429 requests", "429" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		cr_expect(sentence_counts(samples[i].text,
					  place_of(&samples[i]), 3),
			  "%s", samples[i].text);
}

Test(sentence, a_number_by_itself_counts_nothing)
{
	static const struct sample_sentence samples[] = {
		{ "404", "404" },
		{ "got 404 from it", "404" },
		{ "404s everywhere", "404" },
		{ "error:404", "404" },
		{ "(404)", "404" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		cr_expect_not(sentence_counts(samples[i].text,
					      place_of(&samples[i]), 3),
			      "%s", samples[i].text);
}

Test(sentence, the_number_of_an_error_of_the_system_is_told)
{
	static const struct sample_sentence samples[] = {
		{ "connect() failed (111: Connection refused)", "111" },
		{ "(111)Connection refused: AH00957", "111" },
		{ "[Errno 111] Connection refused", "111" },
		{ "reset by peer (os error 104)", "104" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		cr_expect(sentence_is_system_error(samples[i].text,
						   place_of(&samples[i]), 3),
			  "%s", samples[i].text);
		cr_expect(sentence_has_system_error(samples[i].text), "%s",
			  samples[i].text);
	}
}

Test(sentence, the_name_of_an_error_of_the_system_is_told)
{
	cr_expect(sentence_has_system_error("connect ECONNREFUSED 10.0.0.1"));
	cr_expect(sentence_has_system_error("read:ECONNRESET"));
	cr_expect_not(sentence_has_system_error("econnreset"));
	cr_expect_not(sentence_has_system_error("XECONNRESET EPIPES"));
}

Test(sentence, a_client_that_left_is_told)
{
	cr_expect(sentence_tells_client_left(
		"send() failed (32: Broken pipe) while sending to client"));
	cr_expect(sentence_tells_client_left(
		"Connection reset While Sending Response To Client, x"));
	cr_expect_not(sentence_tells_client_left(
		"client timed out (110) while sending to client"));
	cr_expect_not(sentence_tells_client_left(
		"(104) while reading response header from upstream"));
	cr_expect_not(sentence_tells_client_left("sending to clients"));
}

Test(sentence, a_number_in_parentheses_is_none_of_the_system)
{
	static const char *const texts[] = { "", "failed (502)", "(502) Bad",
					     "error 104", "os 104",
					     "code: 111", "(a: b)" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_not(sentence_has_system_error(texts[i]), "%s",
			      texts[i]);
}
