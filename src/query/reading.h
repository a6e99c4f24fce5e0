/*
 * reading -- how a query is taken apart, for the files that share it.
 *
 * query.c cuts a text into chunks; reading.c tells which numbers they name,
 * document.c finds RFCs, and logline.c reads a line of a log.  All of them add
 * to the query.
 */
#ifndef HTTREE_QUERY_READING_H
#define HTTREE_QUERY_READING_H

#include "query/query.h"

/* What parts the chunks of a text. */
extern const char reading_blanks[];
bool reading_is_space(char c);

/* How sure it is that an entry is meant. */
enum { RANK_BESIDE = 1, RANK_ELSE, RANK_SURE, RANK_STATUS };

/* Bytes up to the next sign that parts what was written without blanks. */
size_t reading_part(const char *text, size_t length);

/* Append the words of `length` bytes at `start` of the text. */
void reading_add_words(struct query *query, size_t start, size_t length,
		       size_t quote);

void reading_add_pattern(struct query *query, const struct pattern *pattern);

/* Note that an entry is meant, unless it is ENTRY_NONE. */
void reading_mean(struct query *query, entry_t entry, unsigned char rank);

/*
 * Whether a chunk between blanks or commas is a pattern; `alone` tells that
 * nothing else was typed.
 */
bool reading_parse(struct pattern *pattern, const char *chunk, size_t length,
		   bool alone, const struct catalogue *catalogue);

/* Take the number that the chunk is; false when it is none. */
bool reading_take_pattern(struct query *query, const char *chunk,
			  size_t length, bool alone,
			  const struct catalogue *catalogue);

/*
 * Take an RFC at `at` that defines something, and its section if it does;
 * returns the bytes that this takes, or 0.
 */
size_t reading_take_document(struct query *query, size_t at,
			     const struct catalogue *catalogue);

/* Whether the text is a line of a log, or the middle of one; it is taken. */
bool reading_take_line(struct query *query, const struct catalogue *catalogue);

#endif
