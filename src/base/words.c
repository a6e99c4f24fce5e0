#include "base/words.h"

#include <stdint.h>
#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/ascii.h"
#include "base/text.h"
#include "base/xalloc.h"

enum sort { BREAK, LETTER, DIGIT, JOINER };

static enum sort ascii_sort(char c)
{
	if (ascii_is_digit(c))
		return DIGIT;
	if (ascii_is_letter(c))
		return LETTER;
	return c == '\'' ? JOINER : BREAK;
}

static enum sort sort_of(uint32_t character)
{
	if (character < 0x80)
		return ascii_sort((char)character);
	if (character == 0x2019 || character == 0x00ad ||
	    (character >= 0x200b && character <= 0x200d))
		return JOINER;
	if (uc_is_general_category_withtable(character,
					     UC_CATEGORY_MASK_L |
						     UC_CATEGORY_MASK_M |
						     UC_CATEGORY_MASK_N))
		return LETTER;
	return BREAK;
}

void words_start(struct words *words, const char *text, size_t length)
{
	*words = (struct words){ .text = text, .length = length };
	strbuf_init(&words->folded);
}

void words_end(struct words *words)
{
	strbuf_clear(&words->folded);
}

static enum sort peek(const struct words *words, size_t at, size_t *size,
		       uint32_t *character)
{
	if (at >= words->length)
		return BREAK;
	if ((unsigned char)words->text[at] < 0x80) {
		*size = 1;
		*character = (unsigned char)words->text[at];
		return ascii_sort(words->text[at]);
	}
	*size = text_decode(words->text + at, words->length - at, character);
	return sort_of(*character);
}

static bool is_digit_at(const struct words *words, size_t at)
{
	return at < words->length && ascii_sort(words->text[at]) == DIGIT;
}

/* Whether the sign at `at` joins what is before it to what follows. */
static bool joins(const struct words *words, size_t at, enum sort sort,
		  size_t size)
{
	uint32_t character;
	size_t unused;

	if (sort == BREAK)
		return words->text[at] == '.' && at > 0 &&
		       is_digit_at(words, at - 1) && is_digit_at(words, at + 1);
	return peek(words, at + size, &unused, &character) == LETTER;
}

/* Fold what is not ASCII, and keep only what can stand in a word. */
static void fold_unicode(struct strbuf *folded)
{
	struct strbuf source = *folded;
	size_t length = 0;
	/* It is valid UTF-8, so that nothing but memory can be missing. */
	uint8_t *result = xchecked(u8_casefold((const uint8_t *)source.text,
					       source.length, NULL,
					       UNINORM_NFKD, NULL, &length));
	uint32_t character;

	strbuf_reset(folded);
	for (size_t i = 0; i < length;) {
		i += text_decode((const char *)result + i, length - i,
				 &character);
		if (character == '.' ||
		    (sort_of(character) >= LETTER &&
		     sort_of(character) != JOINER &&
		     !uc_is_general_category_withtable(character,
						       UC_CATEGORY_MASK_Mn)))
			text_encode(folded, character);
	}
	free(result);
}

/* Whether what stands there parts words, as most of what does. */
static bool is_blank(const struct words *words, size_t at)
{
	return words->text[at] == ' ' || words->text[at] == '\n';
}

/* The bit of ASCII that a small letter has, and a digit. */
enum { SMALL = 0x20 };

static bool is_ascii_word(char c)
{
	return ascii_is_lower((char)(c | SMALL)) || ascii_is_digit(c);
}

/* How many letters and digits of ASCII stand at `at`. */
static size_t ascii_run(const struct words *words, size_t at)
{
	size_t end = at;

	while (end < words->length && is_ascii_word(words->text[end]))
		end++;
	return end - at;
}

/* Add letters and digits of ASCII, the letters small. */
static void add_small(struct strbuf *folded, const char *bytes, size_t length)
{
	char *added;

	strbuf_add_bytes(folded, bytes, length);
	added = folded->text + folded->length - length;
	for (size_t i = 0; i < length; i++)
		added[i] |= SMALL;
}

/* Take the word that begins at `words->at`; false when it folds to nothing. */
static bool take(struct words *words, struct word *word)
{
	bool ascii = true;
	size_t at = words->at;

	strbuf_reset(&words->folded);
	word->start = at;
	for (;;) {
		size_t run = ascii_run(words, at);
		uint32_t character;
		size_t size = 1;
		enum sort sort;

		if (run > 0)
			add_small(&words->folded, words->text + at, run);
		at += run;
		if (at == words->length || is_blank(words, at))
			break;
		sort = peek(words, at, &size, &character);
		if (sort == LETTER || sort == DIGIT) {
			strbuf_add_bytes(&words->folded, words->text + at,
					 size);
			ascii = false;
		} else if (!joins(words, at, sort, size)) {
			break;
		} else if (sort == BREAK) {
			strbuf_add_char(&words->folded, '.');
		}
		at += size;
	}
	word->end = words->at = at;
	if (!ascii)
		fold_unicode(&words->folded);
	word->folded = strbuf_text(&words->folded);
	word->length = words->folded.length;
	return word->length > 0;
}

bool words_next(struct words *words, struct word *word)
{
	while (words->at < words->length) {
		uint32_t character;
		size_t size = 1;
		enum sort sort;

		if (is_blank(words, words->at)) {
			words->at++;
			continue;
		}
		sort = peek(words, words->at, &size, &character);
		if (sort == BREAK || sort == JOINER)
			words->at += size;
		else if (take(words, word))
			return true;
	}
	return false;
}
