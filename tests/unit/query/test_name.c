#include "query/name.h"

#include <ctype.h>

#include "catalogue/builtin.h"
#include "unit/query/shelf.h"

enum { LONGEST = 120 };

static const struct catalogue built = { &builtin_image };

/* How the words of a phrase are joined. */
enum joined {
	HUMPS, /* NotFound */
	UPPER, /* NOT_FOUND */
	LOWER, /* not_found */
};

/* A name in a program: what stands around the words; `#` is the number. */
static const struct {
	const char *before;
	enum joined joined;
	const char *behind;
} styles[] = {
	{ "http.Status", HUMPS, "" },
	{ "HttpStatusCode.", HUMPS, "" },
	{ "HTTPStatus.", UPPER, "" },
	{ "HTTP_#_", UPPER, "" },
	{ "SC_", UPPER, "" },
	{ "HttpServletResponse.SC_", UPPER, "" },
	{ "Response::HTTP_", UPPER, "" },
	{ "StatusCode::", UPPER, "" },
	{ ":", LOWER, "" },
	{ "Net::HTTP", HUMPS, "" },
	{ "StatusCodes.Status#", HUMPS, "" },
	{ "StatusCodes.", UPPER, "" },
	{ "HttpStatus.", UPPER, "" },
	{ "", HUMPS, "Error" },
	{ "", HUMPS, "Exception" },
	{ "HttpClientErrorException$", HUMPS, "" },
};

/* Write what stands before the words, `#` being the number. */
static size_t add_before(char *name, const char *before, const char *code)
{
	size_t length = 0;

	for (; *before != '\0'; before++) {
		const char *part = *before == '#' ? code : NULL;

		if (part == NULL)
			name[length++] = *before;
		else
			length +=
				(size_t)snprintf(name + length, 8, "%s", part);
	}
	return length;
}

static void add_words(char *name, const char *phrase, enum joined joined)
{
	bool begins = true;

	for (; *phrase != '\0'; phrase++) {
		unsigned char c = (unsigned char)*phrase;

		if (!isalnum(c)) {
			begins = begins || c == ' ' || c == '-';
			continue;
		}
		if (begins && joined != HUMPS && name[0] != '\0')
			strcat(name, "_");
		name[strlen(name) + 1] = '\0';
		name[strlen(name)] = (char)(joined == UPPER ? toupper(c) :
					    joined == LOWER ? tolower(c) :
					    begins          ? toupper(c) :
							      c);
		begins = false;
	}
}

static void make_name(char *name, size_t style, const char *code,
		      const char *phrase)
{
	char words[LONGEST] = "";
	size_t length = add_before(name, styles[style].before, code);

	add_words(words, phrase, styles[style].joined);
	snprintf(name + length, LONGEST - length, "%s%s", words,
		 styles[style].behind);
}

/* A code of the registry that programs have a name for. */
static bool is_named(entry_t entry)
{
	return catalogue_sort(&built, entry) == SORT_CODE &&
	       catalogue_kind(&built, entry) == KIND_STANDARD &&
	       catalogue_text(&built, entry, FIELD_VENDOR) == NULL &&
	       catalogue_state(&built, entry) < STATE_RESERVED;
}

Test(name, each_registered_code_is_found_by_its_name_in_each_style,
     .timeout = 120)
{
	struct search search;
	size_t names = 0;

	setlocale(LC_ALL, "C.UTF-8");
	search_init(&search, &built);
	for (entry_t entry = 0; entry < catalogue_count(&built); entry++) {
		const char *code = catalogue_text(&built, entry, FIELD_CODE);

		if (!is_named(entry))
			continue;
		for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++) {
			char name[LONGEST];

			make_name(name, i, code,
				  catalogue_text(&built, entry, FIELD_PHRASE));
			search_run(&search, name, NULL);
			cr_expect(search.count > 0 &&
					  search.hits[0].entry == entry,
				  "%s finds %s", name,
				  search.count == 0 ?
					  "nothing" :
					  catalogue_id(&built,
						       search.hits[0].entry));
			names++;
		}
	}
	cr_expect_gt(names, 900);
	search_clear(&search);
}

static size_t find(const char *text, entry_t *entries)
{
	return name_find(&built, text, strlen(text), entries, 4);
}

Test(name, plain_words_and_other_names_are_no_status)
{
	static const char *const texts[] = {
		"",
		"found",
		"Conflict",
		"not",
		"main",
		"a.b.c",
		"index.html",
		"user_name",
		"TCP_MISS",
		"NullPointerException",
		"::",
		"$",
		"_",
		"404",
		"ERR_TOO_MANY_REDIRECTS",
	};
	entry_t entries[4];

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_eq(find(texts[i], entries), 0, "%s", texts[i]);
}

Test(name, a_name_that_two_have_is_that_of_the_registry)
{
	entry_t entries[4];

	/* IIS and Apify call numbers of theirs so. */
	cr_assert_eq(find("HttpStatusCode.NotFound", entries), 1);
	cr_expect_str_eq(catalogue_id(&built, entries[0]), "404");
	cr_assert_eq(find("HttpStatus.LOOP_DETECTED", entries), 1);
	cr_expect_str_eq(catalogue_id(&built, entries[0]), "508");
}

Test(name, a_name_of_two_words_that_no_registered_code_has_is_another_code)
{
	entry_t entries[4];

	cr_assert_geq(find("SC_METHOD_FAILURE", entries), 2);
	cr_expect_str_eq(catalogue_id(&built, entries[0]), "spring:420");
	cr_expect_str_eq(catalogue_id(&built, entries[1]), "424");
	cr_assert_eq(find("Status499ClientClosedRequest", entries), 1);
	cr_expect_str_eq(catalogue_id(&built, entries[0]), "dotnet:499");
	/* A code of oxylabs is called Timeout. */
	cr_expect_eq(find("TimeoutError", entries), 0);
}

Test(name, a_former_phrase_is_a_name_as_well)
{
	entry_t entries[4];

	cr_assert_geq(find("http.StatusRequestEntityTooLarge", entries), 1);
	cr_expect_str_eq(catalogue_id(&built, entries[0]), "413");
}

Test(name, a_code_is_found_once_whatever_was_there_before)
{
	static const char text[] =
		CODED("490", "Not There", "M.",
		      ", aliases: [{ phrase: not-there, from: N }]")
		CODED("491", "Not Here", "M.",
		      ", aliases: [{ phrase: not-there, from: N }]");
	static const char name[] = "HttpStatus.NOT_THERE";
	struct sample sample;
	entry_t entries[4] = { 0, 1, 0, 1 };

	sample_build(&sample, text);
	cr_assert_eq(name_find(&sample.catalogue, name, strlen(name), entries,
			       4),
		     2);
	cr_expect_str_eq(catalogue_id(&sample.catalogue, entries[0]), "490");
	cr_expect_str_eq(catalogue_id(&sample.catalogue, entries[1]), "491");
	sample_clear(&sample);
}

Test(name, a_long_text_without_a_blank_does_no_harm)
{
	static char text[10000];
	entry_t entries[4];

	memset(text, 'A', sizeof(text) - 1);
	cr_expect_eq(find(text, entries), 0);
	for (size_t i = 1; i < sizeof(text) - 1; i += 2)
		text[i] = '_';
	cr_expect_eq(find(text, entries), 0);
}
