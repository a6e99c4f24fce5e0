/*
 * operands -- the operands of a command line, each read once.
 */
#ifndef HTTREE_QUERY_OPERANDS_H
#define HTTREE_QUERY_OPERANDS_H

#include "base/strbuf.h"
#include "query/pattern.h"

struct operand {
	struct strbuf text; /* as it may be printed */
	size_t first;	    /* its patterns, [first, end) of all */
	size_t end;
	size_t labels; /* words that announce a number: `http', `error' */
	size_t words;  /* others */
};

/* As many operands and patterns as a shell expands to. */
struct operands {
	struct operand *items;
	size_t count;
	struct pattern *patterns;
	size_t pattern_count;
	size_t pattern_capacity;
	char **texts; /* to which the patterns point */
	size_t text_count;
	size_t text_capacity;
};

void operands_init(struct operands *operands,
		   const struct catalogue *catalogue, char *const *texts,
		   size_t count);
void operands_clear(struct operands *operands);

/*
 * Whether all of them are one question: there are words, or nothing but words
 * that announce a number.
 */
bool operands_have_words(const struct operands *operands);

/* Append a text as it may be printed; white space of any sort is blanks. */
void operands_clean(struct strbuf *text, const char *word);

#endif
