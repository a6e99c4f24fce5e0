#include "mkcat/emit.h"

#include <string.h>

/*
 * Bytes beyond ASCII are octal of three digits, since `\x` would swallow a hex
 * digit that follows; a `?` is escaped after another, or it could begin a
 * trigraph.
 */
static void emit_string(FILE *out, const char *text)
{
	char last = '\0';

	fputc('"', out);
	for (; *text != '\0'; last = *text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte == '"' || byte == '\\' || (byte == '?' && last == '?'))
			fprintf(out, "\\%c", byte);
		else if (byte < 0x20 || byte >= 0x7f)
			fprintf(out, "\\%03o", byte);
		else
			fputc(byte, out);
	}
}

/* A blob of strings, one a line, each with its NUL but the last. */
static void emit_blob(FILE *out, const char *name, const char *blob,
		      size_t size)
{
	fprintf(out, ".%s =\n", name);
	for (size_t at = 0; at < size; at += strlen(blob + at) + 1) {
		emit_string(out, blob + at);
		fputs(at + strlen(blob + at) + 1 < size ? "\\000\"\n" : "\"",
		      out);
	}
	fputs(size == 0 ? "\"\",\n" : ",\n", out);
}

static void emit_numbers(FILE *out, const char *name, const uint32_t *numbers,
			 size_t count)
{
	fprintf(out, ".%s = {", name);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s%luU,", i % 12 == 0 ? "\n" : "",
			(unsigned long)numbers[i]);
	fputs(count == 0 ? " 0 },\n" : "\n},\n", out);
}

static void emit_records(FILE *out, const struct image *image)
{
	fputs(".records = {\n", out);
	for (uint32_t i = 0; i < image->count; i++) {
		const struct record *record = &image->records[i];

		fprintf(out,
			"{ { %lu, %lu, %lu }, %luU, %luU, %luU, %lu,"
			" %lu, %lu, %u, %u, %u, %u, %u },\n",
			(unsigned long)record->code.low,
			(unsigned long)record->code.high,
			(unsigned long)record->code.sub,
			(unsigned long)record->parent,
			(unsigned long)record->origin,
			(unsigned long)record->node,
			(unsigned long)record->reasons,
			(unsigned long)record->catalogue,
			(unsigned long)record->askers, record->sort,
			record->kind, record->state, record->code_class,
			record->everyday);
	}
	fputs("},\n", out);
}

static void emit_nodes(FILE *out, const struct image *image)
{
	fputs(".nodes = {\n", out);
	for (uint32_t i = 0; i < image->node_count; i++)
		fprintf(out, "{ %lu, %luU, %lu, %lu, %lu },\n",
			(unsigned long)image->nodes[i].entry,
			(unsigned long)image->nodes[i].parent,
			(unsigned long)image->nodes[i].size,
			(unsigned long)image->nodes[i].codes,
			(unsigned long)image->nodes[i].depth);
	fputs("},\n", out);
}

static void emit_index(FILE *out, const struct word_index *index,
		       uint32_t count)
{
	uint32_t posting_count = index->firsts[index->word_count];

	emit_blob(out, "words_blob", index->blob,
		  index->words[index->word_count]);
	emit_numbers(out, "words", index->words, index->word_count + 1U);
	emit_numbers(out, "firsts", index->firsts, index->word_count + 1U);
	fputs(".postings = {", out);
	for (uint32_t i = 0; i <= posting_count; i++)
		fprintf(out, "%s{%luU,%lu},", i % 6 == 0 ? "\n" : "",
			(unsigned long)index->postings[i].entry,
			(unsigned long)index->postings[i].spots);
	fputs("\n},\n", out);
	emit_numbers(out, "spots", index->spots,
		     index->postings[posting_count].spots);
	emit_numbers(out, "starts", index->starts, count + 1U);
	emit_numbers(out, "stream", index->stream, index->starts[count]);
}

/* An array has room for one, since C has none of no length. */
static void declare(FILE *out, const char *type, const char *name, size_t count)
{
	fprintf(out, "\t%s %s[%lu];\n", type, name,
		(unsigned long)(count > 0 ? count : 1));
}

/*
 * All of it is one struct, whose members have this order in memory.  The system
 * maps the pages around one that is touched, so neighbours ought to be read
 * together.  What a start reads of the lists stands at their beginning; of the
 * values, at their end, where the pages and the names are; of the texts, at
 * their beginning again.  Search alone reads what comes last.
 */
static void declare_data(FILE *out, const struct image *image)
{
	const struct word_index *index = &image->index;
	uint32_t posting_count = index->firsts[index->word_count];
	size_t value_count = (size_t)image->count * FIELD_COUNT;

	fputs("static const struct {\n", out);
	declare(out, "uint32_t", "lists", image->list_count);
	declare(out, "uint32_t", "values", value_count);
	declare(out, "struct node", "nodes", image->node_count);
	declare(out, "uint32_t", "by_id", image->count);
	declare(out, "struct record", "records", image->count);
	declare(out, "char", "text", image->text_size);
	declare(out, "char", "words_blob", index->words[index->word_count]);
	declare(out, "uint32_t", "words", index->word_count + 1U);
	declare(out, "uint32_t", "firsts", index->word_count + 1U);
	declare(out, "struct posting", "postings", posting_count + 1U);
	declare(out, "uint32_t", "spots", index->postings[posting_count].spots);
	declare(out, "uint32_t", "starts", image->count + 1U);
	declare(out, "uint32_t", "stream", index->starts[image->count]);
	fputs("} data = {\n", out);
}

static void emit_data(FILE *out, const struct image *image)
{
	declare_data(out, image);
	emit_blob(out, "text", image->text, image->text_size);
	emit_numbers(out, "lists", image->lists, image->list_count);
	emit_numbers(out, "values", image->values,
		     (size_t)image->count * FIELD_COUNT);
	emit_records(out, image);
	emit_numbers(out, "by_id", image->by_id, image->count);
	emit_nodes(out, image);
	emit_index(out, &image->index, image->count);
	fputs("};\n\n", out);
}

void emit_image(FILE *out, const struct image *image)
{
	fputs("/* Made by mkcat from the files of data/.  Do not edit. */\n"
	      "#include \"catalogue/builtin.h\"\n\n"
	      "/* ISO C promises 4095 bytes a literal; every compiler gives "
	      "more. */\n"
	      "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n",
	      out);
	emit_data(out, image);
	fputs("const struct image builtin_image = {\n\t.name = ", out);
	emit_string(out, image->name);
	fprintf(out,
		"\",\n\t.text = data.text,\n\t.lists = data.lists,\n"
		"\t.records = data.records,\n\t.values = data.values,\n"
		"\t.by_id = data.by_id,\n\t.nodes = data.nodes,\n"
		"\t.index = { data.words_blob, data.words, data.firsts, "
		"data.postings, data.spots, data.starts, data.stream, "
		"%lu },\n\t.count = %lu,\n"
		"\t.text_size = %lu,\n\t.list_count = %lu,\n"
		"\t.node_count = %lu,\n};\n",
		(unsigned long)image->index.word_count,
		(unsigned long)image->count, (unsigned long)image->text_size,
		(unsigned long)image->list_count,
		(unsigned long)image->node_count);
}
