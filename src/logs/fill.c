/*
 * Words that a parser fills in.
 */
#include <string.h>

#include "logs/parse.h"

void line_add_word(struct line *line, const char *prefix, struct slice text)
{
	/* Details go on in braces, with an address or a number. */
	const char *brace =
		text.length == 0 ? NULL : memchr(text.text, '{', text.length);

	if (brace != NULL)
		text.length = (size_t)(brace - text.text);
	if (line->word_count < LINE_WORDS && slice_is_token(text) &&
	    !slice_is(text, "-"))
		line->words[line->word_count++] =
			(struct line_word){ prefix, text };
}

void line_add_words(struct line *line, struct slice text)
{
	while (text.length > 0) {
		const char *comma = memchr(text.text, ',', text.length);
		struct slice word = text;

		if (comma != NULL)
			word.length = (size_t)(comma - text.text);
		line_add_word(line, "", word);
		text.text += word.length + (comma != NULL);
		text.length -= word.length + (comma != NULL);
	}
}
