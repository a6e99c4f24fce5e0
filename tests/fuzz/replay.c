/*
 * replay -- hand files to a target of the fuzzer.
 *
 *     TARGET [-c] FILE...
 *
 * Each input is a copy that ends where what can be read does, so that a step
 * too far ends the program.  With -c it is handed over cut at every byte as well.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "fuzz/fuzz.h"
#include "support/edge.h"

static int replay(const char *path, bool cut)
{
	struct strbuf bytes;
	struct problem why;

	strbuf_init(&bytes);
	if (!file_read(path, EDGE_MOST, &bytes, &why)) {
		fprintf(stderr, "%s: %s\n", path, why.text);
		strbuf_clear(&bytes);
		return 1;
	}
	for (size_t length = cut ? 0 : bytes.length; length <= bytes.length;
	     length++)
		LLVMFuzzerTestOneInput(
			(uint8_t *)edge_copy(strbuf_text(&bytes), length),
			length);
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
