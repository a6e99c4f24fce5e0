/*
 * libyaml's event parser is used rather than its document loader, which
 * resolves aliases before anybody can refuse them and gives no depth limit.
 *
 * It is long because all that libyaml lets through is refused here: each kind
 * with its place and a sentence, over one state of the parser.
 */
#include "base/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/die.h"
#include "base/legible.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { KEY_SHOWN = 80 }; /* bytes of a key in a message */

struct reader {
	struct yaml *yaml;
	struct fault_list *faults;
	size_t limit; /* of nodes */
	yaml_parser_t parser;
	unsigned int line;  /* lines before what the parser was given */
	yaml_t open[YAML_DEPTH_LIMIT];
	size_t depth;
	yaml_t before; /* the item before the one that is being read */
	size_t documents;
	bool has_key;
	uint32_t key;
	unsigned int key_line;
	unsigned int key_column;
	bool stopped; /* the item is given up */
	bool ended;   /* the file is */
};

static const struct yaml_node *node_at(const struct yaml *yaml, yaml_t node)
{
	return &yaml->nodes[node];
}

static yaml_t add_node(struct yaml *yaml, enum yaml_kind kind)
{
	yaml->nodes = xgrow(yaml->nodes, &yaml->capacity, yaml->count + 1,
			    sizeof(*yaml->nodes));
	yaml->nodes[yaml->count] = (struct yaml_node){
		.kind = kind,
		.line = 1,
		.column = 1,
		.first = YAML_NONE,
		.last = YAML_NONE,
		.next = YAML_NONE,
	};
	return (yaml_t)yaml->count++;
}

static uint32_t add_string(struct yaml *yaml, const char *text, size_t length)
{
	uint32_t offset = (uint32_t)yaml->strings.length;

	strbuf_add_bytes(&yaml->strings, text, length);
	strbuf_add_char(&yaml->strings, '\0');
	return offset;
}

static struct place mark_place(const struct reader *reader,
			       const yaml_mark_t *mark)
{
	return (struct place){
		.file = reader->yaml->file,
		.line = reader->line + (unsigned int)mark->line + 1,
		.column = (unsigned int)mark->column + 1,
	};
}

/* Refuse the construct at `mark` and end the item it stands in. */
static void refuse(struct reader *reader, const yaml_mark_t *mark,
		   const char *message)
{
	fault_add(reader->faults, mark_place(reader, mark),
		  reader->yaml->source, reader->yaml->length, "%s", message);
	reader->stopped = true;
}

/* Refuse the rest of the file. */
static void refuse_rest(struct reader *reader, const yaml_mark_t *mark)
{
	refuse(reader, mark, "too many values in one file");
	reader->ended = true;
}

static void append(struct yaml *yaml, yaml_t parent, yaml_t child)
{
	struct yaml_node *node = &yaml->nodes[parent];

	if (node->first == YAML_NONE)
		node->first = child;
	else
		yaml->nodes[node->last].next = child;
	node->last = child;
}

/* Why the key cannot be taken into the innermost map, or NULL. */
static const char *key_refused(const struct reader *reader, const char *key)
{
	const struct yaml *yaml = reader->yaml;
	yaml_t map = reader->open[reader->depth - 1];
	size_t count = 0;

	for (yaml_t child = node_at(yaml, map)->first; child != YAML_NONE;
	     child = node_at(yaml, child)->next) {
		if (strcmp(yaml_key(yaml, child), key) == 0)
			return "is given twice; expected once";
		if (++count == YAML_KEY_LIMIT)
			return "is one too many in a record; expected fewer";
	}
	return NULL;
}

static void take_key(struct reader *reader, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	struct place place = mark_place(reader, &event->start_mark);
	const char *refused = key_refused(reader, text);

	if (refused != NULL) {
		fault_add(reader->faults, place, reader->yaml->source,
			  reader->yaml->length, "the key '%.*s' %s",
			  KEY_SHOWN, text, refused);
		reader->stopped = true;
		return;
	}
	reader->key = add_string(reader->yaml, text,
				 event->data.scalar.length);
	reader->key_line = place.line;
	reader->key_column = place.column;
	reader->has_key = true;
}

/*
 * An escape in a quoted text can spell what must not stand in the file.
 * Returns whether there was one.
 */
static bool refuse_escapes(struct reader *reader, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	uint32_t character;

	if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return false;
	for (size_t i = 0; i < length;) {
		const char *refused;

		i += text_decode(text + i, length - i, &character);
		refused = text_refused(character);
		if (refused == NULL)
			continue;
		fault_add(reader->faults,
			  mark_place(reader, &event->start_mark),
			  reader->yaml->source, reader->yaml->length,
			  "%s, U+%04X, as an escape; expected printable text",
			  refused, (unsigned int)character);
		reader->stopped = true;
		return true;
	}
	return false;
}

/* Whether a node has an anchor or a tag, which is refused. */
static bool refuse_marks(struct reader *reader, const yaml_mark_t *mark,
			 const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL)
		refuse(reader, mark, "an anchor ('&'); expected plain text");
	else if (tag != NULL)
		refuse(reader, mark, "a tag ('!'); expected plain text");
	return anchor != NULL || tag != NULL;
}

static bool in_map(const struct reader *reader)
{
	return reader->depth > 0 &&
	       node_at(reader->yaml, reader->open[reader->depth - 1])->kind ==
		       YAML_MAP;
}

/* Add a node of `kind` below the innermost open one. */
static yaml_t take_node(struct reader *reader, enum yaml_kind kind,
			const yaml_mark_t *mark)
{
	struct yaml *yaml = reader->yaml;
	struct place place = mark_place(reader, mark);
	yaml_t number = add_node(yaml, kind);
	struct yaml_node *node = &yaml->nodes[number];

	node->line = place.line;
	node->column = place.column;
	if (reader->has_key) {
		node->key = reader->key;
		node->key_line = reader->key_line;
		node->key_column = reader->key_column;
		reader->has_key = false;
	}
	append(yaml, reader->open[reader->depth - 1], number);
	return number;
}

static void open_node(struct reader *reader, enum yaml_kind kind,
		      const yaml_mark_t *mark)
{
	if (in_map(reader) && !reader->has_key)
		refuse(reader, mark, "a key that is not text; expected a name");
	else if (reader->depth == YAML_DEPTH_LIMIT)
		refuse(reader, mark, "nested too deeply; expected an entry");
	else if (reader->yaml->count >= reader->limit)
		refuse_rest(reader, mark);
	else if (reader->depth == 0 && kind != YAML_LIST)
		refuse(reader, mark,
		       "not a list; expected entries that begin with '- '");
	else if (reader->depth == 0)
		reader->open[reader->depth++] = 0;
	else {
		yaml_t node;

		if (reader->depth == 1)
			reader->before = node_at(reader->yaml, 0)->last;
		/* First the node: the depth names its parent. */
		node = take_node(reader, kind, mark);
		reader->open[reader->depth++] = node;
	}
}

static void take_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct yaml *yaml = reader->yaml;
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	uint32_t offset;
	yaml_t node;

	if (reader->depth == 0) {
		if (length > 0)
			refuse(reader, &event->start_mark,
			       "text; expected entries that begin with '- '");
	} else if (refuse_escapes(reader, event)) {
		return;
	} else if (in_map(reader) && !reader->has_key) {
		take_key(reader, event);
	} else if (yaml->count >= reader->limit) {
		refuse_rest(reader, &event->start_mark);
	} else {
		offset = add_string(yaml, text, length);
		node = take_node(reader, YAML_TEXT, &event->start_mark);
		yaml->nodes[node].text = offset;
		yaml->nodes[node].length = (uint32_t)length;
	}
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
	const yaml_mark_t *mark = &event->start_mark;

	switch (event->type) {
	case YAML_SCALAR_EVENT:
		if (!refuse_marks(reader, mark, event->data.scalar.anchor,
				  event->data.scalar.tag))
			take_scalar(reader, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		if (!refuse_marks(reader, mark,
				  event->data.sequence_start.anchor,
				  event->data.sequence_start.tag))
			open_node(reader, YAML_LIST, mark);
		break;
	case YAML_MAPPING_START_EVENT:
		if (!refuse_marks(reader, mark,
				  event->data.mapping_start.anchor,
				  event->data.mapping_start.tag))
			open_node(reader, YAML_MAP, mark);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		reader->depth--;
		break;
	case YAML_ALIAS_EVENT:
		refuse(reader, mark, "an alias ('*'); expected plain text");
		break;
	case YAML_DOCUMENT_START_EVENT:
		if (reader->documents++ > 0)
			refuse(reader, mark,
			       "a second document; expected one list");
		break;
	default:
		break;
	}
}

static void report_syntax(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem == NULL ? "not YAML" :
							parser->problem;

	fault_add(reader->faults, mark_place(reader, &parser->problem_mark),
		  reader->yaml->source, reader->yaml->length,
		  "%s%s%s; expected YAML", problem,
		  parser->context == NULL ? "" : " ",
		  parser->context == NULL ? "" : parser->context);
}

/* Half an item would be reported for what it lacks. */
static void drop_unfinished(struct reader *reader)
{
	struct yaml *yaml = reader->yaml;

	if (reader->depth < 2)
		return;
	yaml->nodes[0].last = reader->before;
	if (reader->before == YAML_NONE)
		yaml->nodes[0].first = YAML_NONE;
	else
		yaml->nodes[reader->before].next = YAML_NONE;
}

static void start_parser(struct reader *reader, size_t from)
{
	const struct yaml *yaml = reader->yaml;

	if (yaml_parser_initialize(&reader->parser) == 0)
		die("out of memory");
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader->parser,
				     (const unsigned char *)yaml->source + from,
				     yaml->length - from);
	reader->depth = 0;
	reader->documents = 0;
	reader->has_key = false;
	reader->stopped = false;
}

/*
 * Parse from `from` on.  Returns the line, counted in the whole file from
 * zero, on which reading stopped because of a fault, or UINT_MAX at the end.
 */
static unsigned int parse(struct reader *reader, size_t from)
{
	unsigned int stopped_at = (unsigned int)-1;
	bool going = true;

	start_parser(reader, from);
	while (going) {
		yaml_event_t event;

		if (yaml_parser_parse(&reader->parser, &event) == 0) {
			if (reader->parser.error == YAML_MEMORY_ERROR)
				die("out of memory");
			report_syntax(reader);
			stopped_at = reader->line +
				     (unsigned int)reader->parser.problem_mark
					     .line;
			break;
		}
		take_event(reader, &event);
		going = event.type != YAML_STREAM_END_EVENT && !reader->stopped;
		if (reader->stopped)
			stopped_at = reader->line +
				     (unsigned int)event.start_mark.line;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&reader->parser);
	if (stopped_at != (unsigned int)-1)
		drop_unfinished(reader);
	return stopped_at;
}

/*
 * The offset of the first line after `line` that begins an item, and its number
 * in `reader->line`, the number of the line at `from` until then.  The length
 * of the source when there is none.
 */
static size_t next_item(struct reader *reader, size_t from, unsigned int line)
{
	const struct yaml *yaml = reader->yaml;
	const char *end = yaml->source + yaml->length;
	const char *at = yaml->source + from;

	while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		at++;
		reader->line++;
		if (reader->line > line && end - at > 1 && at[0] == '-' &&
		    at[1] == ' ')
			return (size_t)(at - yaml->source);
	}
	return yaml->length;
}

bool yaml_init(struct yaml *yaml, const char *file, const char *source,
	       size_t length, size_t limit, struct fault_list *faults)
{
	struct reader reader = { .yaml = yaml,
				 .faults = faults,
				 .limit = limit };
	size_t before = faults->total;
	size_t from = 0;

	*yaml = (struct yaml){ .file = file,
			       .source = source,
			       .length = length };
	strbuf_init(&yaml->strings);
	add_node(yaml, YAML_LIST);
	if (!legible(file, source, length, faults))
		return false;
	while (from < length && !reader.ended) {
		unsigned int stopped = parse(&reader, from);

		if (stopped == (unsigned int)-1 ||
		    fault_enough(faults, file))
			break;
		from = next_item(&reader, from, stopped);
	}
	return faults->total == before;
}

void yaml_clear(struct yaml *yaml)
{
	free(yaml->nodes);
	strbuf_clear(&yaml->strings);
}

const struct yaml_node *yaml_node(const struct yaml *yaml, yaml_t node)
{
	return node_at(yaml, node);
}

const char *yaml_text(const struct yaml *yaml, yaml_t node)
{
	return yaml->strings.text + node_at(yaml, node)->text;
}

const char *yaml_key(const struct yaml *yaml, yaml_t node)
{
	return yaml->strings.text + node_at(yaml, node)->key;
}

struct place yaml_place(const struct yaml *yaml, yaml_t node)
{
	return (struct place){ .file = yaml->file,
			       .line = node_at(yaml, node)->line,
			       .column = node_at(yaml, node)->column };
}

struct place yaml_key_place(const struct yaml *yaml, yaml_t node)
{
	return (struct place){ .file = yaml->file,
			       .line = node_at(yaml, node)->key_line,
			       .column = node_at(yaml, node)->key_column };
}
