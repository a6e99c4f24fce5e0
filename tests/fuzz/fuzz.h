/*
 * fuzz -- what a target of libFuzzer is called by.
 *
 * A target is compiled with clang and -fsanitize=fuzzer, or linked with
 * replay.c, which hands it files.
 */
#ifndef HTTREE_TESTS_FUZZ_FUZZ_H
#define HTTREE_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Take bytes and abort when something is wrong with what becomes of them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Letters are those of UTF-8, as in every locale that a reader may have. */
void fuzz_locale(void);

/* Abort, with the sentence and the name of whoever found it. */
#define fuzz_expect(holds, sentence) \
	((holds) ? (void)0 : fuzz_abort(__FILE__, __LINE__, sentence))

_Noreturn void fuzz_abort(const char *file, int line, const char *sentence);

/*
 * Abort unless the text is UTF-8 without anything that could command a
 * terminal or reorder what is read; newlines and tabs may be in it.
 */
void fuzz_expect_clean(const char *text, size_t length);

#endif
