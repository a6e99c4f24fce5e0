/*
 * options -- the command line, and the answer to it.
 *
 * The input's lines are the words of the command line; the first line is what
 * $HTTREE_OPTIONS holds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "cli/answer.h"
#include "cli/options.h"
#include "fuzz/fuzz.h"
#include "support/small.h"

enum { WORDS = 40, LONGEST = 4000 };

/* Cut a text at its newlines; returns how many words there are. */
static int cut(char *text, char **words)
{
	int count = 0;

	while (text != NULL && count < WORDS)
		words[count++] = strsep(&text, "\n");
	return count;
}

/* What a log of this name holds is not asked. */
static void print_answer(const struct options *options)
{
	char *text = NULL;
	size_t length = 0;
	struct strbuf remarks;
	struct manner manner = {
		.out = open_memstream(&text, &length),
		.width = options->width > 0 ? options->width : 80,
		.ascii = options->given[OPTION_ASCII],
		.brief = options->given[OPTION_BRIEF],
	};
	int status;

	strbuf_init(&remarks);
	status = answer(options, small_catalogue(), &manner, &remarks);
	fuzz_expect(status == 0 || status == 1, "an answer has its status");
	fclose(manner.out);
	fuzz_expect_clean(text, length);
	strbuf_clear(&remarks);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text =
		xmemdup((const char *)data, size < LONGEST ? size : LONGEST);
	char *words[WORDS + 1] = { NULL };
	int count = cut(text, words);
	struct options options;
	struct problem why = { "" };
	char *habits = words[0];

	fuzz_locale();
	words[0] = (char[]){ "httree" };
	if (options_parse(&options, habits, count, words, &why) &&
	    options_resolve(&options, small_catalogue(), &why)) {
		if (!options.given[OPTION_LOG])
			print_answer(&options);
	} else {
		fuzz_expect(why.text[0] != '\0', "a refusal has its reason");
	}
	options_clear(&options);
	free(text);
	return 0;
}
