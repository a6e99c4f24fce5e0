/*
 * replay -- hand files to a target of the fuzzer.
 *
 *     TARGET [-c] FILE...
 *
 * Each input is a copy that ends where its memory does, so that a sanitizer
 * sees a step too far.  With -c it is handed over cut at every byte as well.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "fuzz/fuzz.h"

static void hand_over(const char *bytes, size_t length)
{
	uint8_t *copy = malloc(length == 0 ? 1 : length);

	if (copy == NULL)
		abort();
	memcpy(copy, bytes, length);
	LLVMFuzzerTestOneInput(copy, length);
	free(copy);
}

static int replay(const char *path, bool cut)
{
	struct strbuf bytes;
	struct problem why;

	strbuf_init(&bytes);
	if (!file_read(path, 1 << 20, &bytes, &why)) {
		fprintf(stderr, "%s: %s\n", path, why.text);
		strbuf_clear(&bytes);
		return 1;
	}
	for (size_t length = cut ? 0 : bytes.length; length <= bytes.length;
	     length++)
		hand_over(strbuf_text(&bytes), length);
	strbuf_clear(&bytes);
	return 0;
}

int main(int argc, char **argv)
{
	bool cut = argc > 1 && strcmp(argv[1], "-c") == 0;
	int status = 0;

	for (int i = 1 + cut; i < argc; i++)
		status |= replay(argv[i], cut);
	return status;
}
