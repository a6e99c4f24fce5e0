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

#endif
