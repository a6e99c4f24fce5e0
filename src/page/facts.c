#include "page/facts.h"

#include <string.h>

/* Bytes, of text and of header fields: three lines of 35 columns or so. */
enum { FACT_ROOM = 105, HEADERS_ROOM = 100 };

const char *facts_cacheable(const char *flag)
{
	return strcmp(flag, "yes") == 0 ? "yes, heuristically" :
					  "no, not heuristically";
}

const char *facts_level(const char *level)
{
	if (strcmp(level, "request") == 0)
		return "in the request";
	if (strcmp(level, "vendor") == 0)
		return "of the vendor";
	return level;
}

/* ------------------------------------------------------------------------
 * What fits
 */

static bool ends_sentence(const char *text, size_t at)
{
	return text[at] == '.' && text[at + 1] == ' ' &&
	       !(text[at + 2] >= 'a' && text[at + 2] <= 'z');
}

size_t facts_sentences(const char *text, size_t room)
{
	size_t length = strlen(text);
	size_t fits = 0;

	if (length <= room)
		return length;
	for (size_t at = 0; at < length; at++) {
		if (!ends_sentence(text, at))
			continue;
		if (fits > 0 && at + 1 > room)
			break;
		fits = at + 1;
	}
	return fits > 0 ? fits : length;
}

/* What is told of a field among the facts. */
static size_t told(const struct writer *writer, enum field field)
{
	const char *text = writer_text(writer, field);
	const char *flag = writer_text(writer, FIELD_CACHEABLE);
	size_t room = FACT_ROOM;
	size_t length = facts_sentences(text, room);

	if (field != FIELD_CACHE_NOTE || flag == NULL)
		return length;
	/* The flag stands before the note, and is enough by itself. */
	room -= strlen(facts_cacheable(flag));
	length = facts_sentences(text, room);
	return length <= room ? length : 0;
}

static const char *header(const struct writer *writer, size_t item,
			  enum part part)
{
	return writer_item(writer, FIELD_HEADERS, item, part);
}

/* Whether the facts say of each header field what it is for. */
static bool explain_headers(const struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_HEADERS);
	size_t length = 0;

	for (size_t i = 0; i < count; i++) {
		length += strlen(header(writer, i, PART_HEADER_NAME));
		length += strlen(
			facts_level(header(writer, i, PART_HEADER_LEVEL)));
		length += strlen(header(writer, i, PART_HEADER_WHY));
	}
	return length <= HEADERS_ROOM;
}

/* ------------------------------------------------------------------------
 * Each fact
 */

static void end_fact(struct writer *writer, const char *label)
{
	compose_flush_fact(&writer->composer, 0, label);
}

static void add_told(struct writer *writer, enum field field)
{
	const char *text = writer_text(writer, field);

	compose_add_part(&writer->composer, ROLE_TEXT, text, strlen(text), 0,
			 told(writer, field));
}

static void write_told(struct writer *writer, enum field field,
		       const char *label)
{
	if (writer_text(writer, field) == NULL)
		return;
	add_told(writer, field);
	end_fact(writer, label);
}

static void write_cacheable(struct writer *writer)
{
	const char *cacheable = writer_text(writer, FIELD_CACHEABLE);
	const char *note = writer_text(writer, FIELD_CACHE_NOTE);

	if (cacheable == NULL && note == NULL)
		return;
	if (cacheable != NULL)
		compose_add(&writer->composer, ROLE_TEXT,
			    facts_cacheable(cacheable));
	if (note != NULL && told(writer, FIELD_CACHE_NOTE) > 0) {
		if (cacheable != NULL)
			compose_add(&writer->composer, ROLE_TEXT, ". ");
		add_told(writer, FIELD_CACHE_NOTE);
	}
	end_fact(writer, "Cacheable");
}

static void write_explained_headers(struct writer *writer)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_HEADERS); i++) {
		writer_found(writer, ROLE_CODE,
			     header(writer, i, PART_HEADER_NAME));
		compose_addf(&writer->composer, ROLE_TEXT, " (%s): ",
			     facts_level(header(writer, i, PART_HEADER_LEVEL)));
		writer_found(writer, ROLE_TEXT,
			     header(writer, i, PART_HEADER_WHY));
		end_fact(writer, i == 0 ? "Headers" : NULL);
	}
}

/* Names alone, those of one level together. */
static void write_named_headers(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_HEADERS);

	for (size_t i = 0; i < count; i++) {
		const char *level = header(writer, i, PART_HEADER_LEVEL);
		bool last = i + 1 == count;

		writer_found(writer, ROLE_CODE,
			     header(writer, i, PART_HEADER_NAME));
		if (!last && strcmp(header(writer, i + 1, PART_HEADER_LEVEL),
				    level) == 0)
			compose_add(&writer->composer, ROLE_TEXT, ", ");
		else
			compose_addf(&writer->composer, ROLE_TEXT, " (%s)%s",
				     facts_level(level), last ? "" : "; ");
	}
	end_fact(writer, "Headers");
}

static void write_headers(struct writer *writer)
{
	if (writer_items(writer, FIELD_HEADERS) == 0)
		return;
	if (explain_headers(writer))
		write_explained_headers(writer);
	else
		write_named_headers(writer);
}

static void write_emitters(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_EMITTED_BY);
	bool log_only = catalogue_flag(writer->catalogue, writer->entry,
				       FIELD_LOG_ONLY);

	for (size_t i = 0; i < count; i++)
		compose_addf(&writer->composer, ROLE_TEXT, "%s%s",
			     i == 0 ? "" : ", ",
			     emitter_shown(writer_item(writer, FIELD_EMITTED_BY,
						       i, 0)));
	if (count > 0)
		end_fact(writer, log_only ? "Made by" : "Sent by");
}

static void write_plain(struct writer *writer, enum field field,
			const char *label)
{
	const char *text = writer_text(writer, field);

	if (text == NULL)
		return;
	compose_add(&writer->composer, ROLE_TEXT, text);
	end_fact(writer, label);
}

static void write_interim(struct writer *writer)
{
	const char *finality = writer_text(writer, FIELD_FINALITY);

	if (finality == NULL || strcmp(finality, "interim") != 0)
		return;
	compose_add(&writer->composer, ROLE_TEXT,
		    "interim: a final response follows");
	end_fact(writer, "Response");
}

/* ------------------------------------------------------------------------
 * Where it belongs
 */

/* The document that defines it now; the others come near the end. */
static void write_definition(struct writer *writer)
{
	const char *section, *year;

	if (writer_items(writer, FIELD_DEFINED_IN) == 0)
		return;
	section =
		writer_item(writer, FIELD_DEFINED_IN, 0, PART_DEFINED_SECTION);
	year = writer_item(writer, FIELD_DEFINED_IN, 0, PART_DEFINED_YEAR);
	writer_found(writer, ROLE_TEXT,
		     writer_item(writer, FIELD_DEFINED_IN, 0,
				 PART_DEFINED_DOCUMENT));
	if (section != NULL)
		compose_addf(&writer->composer, ROLE_TEXT, " section %s",
			     section);
	if (year != NULL)
		compose_addf(&writer->composer, ROLE_TEXT, " (%s)", year);
	end_fact(writer, "Defined");
}

static void write_origin(struct writer *writer)
{
	entry_t origin = catalogue_origin(writer->catalogue, writer->entry);

	if (origin == ENTRY_NONE)
		return;
	compose_add_link(&writer->composer, origin,
			 catalogue_id(writer->catalogue, origin));
	compose_add(&writer->composer, ROLE_TEXT, " ");
	writer_found(writer, ROLE_TEXT,
		     catalogue_text(writer->catalogue, origin, FIELD_PHRASE));
	end_fact(writer, "Origin");
}

/* On a reason: the statuses that it stands beside. */
static void write_statuses(struct writer *writer)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_GOES_WITH); i++) {
		const char *id = writer_item(writer, FIELD_GOES_WITH, i, 0);
		entry_t entry = catalogue_find(writer->catalogue, id);

		compose_add_link(&writer->composer, entry, id);
		compose_addf(&writer->composer, ROLE_TEXT, " %s",
			     catalogue_text(writer->catalogue, entry,
					    FIELD_PHRASE));
		end_fact(writer, i == 0 ? "Goes with" : NULL);
	}
}

static void write_parent(struct writer *writer)
{
	entry_t parent = catalogue_parent(writer->catalogue, writer->entry);

	/* A reason hangs under its origin, which is named already. */
	if (parent == ENTRY_NONE || writer_text(writer, FIELD_PARENT) == NULL ||
	    parent == catalogue_origin(writer->catalogue, writer->entry))
		return;
	compose_add_link(&writer->composer, parent,
			 catalogue_id(writer->catalogue, parent));
	compose_addf(&writer->composer, ROLE_TEXT, " %s",
		     catalogue_text(writer->catalogue, parent, FIELD_PHRASE));
	writer_hidden(writer, parent);
	end_fact(writer, "Part of");
}

/* Whose word it is, where it is not that of the built-in catalogue. */
static void write_catalogue(struct writer *writer)
{
	if (!catalogue_is_user(writer->catalogue, writer->entry))
		return;
	compose_addf(&writer->composer, ROLE_TEXT, "%s (yours)",
		     catalogue_name(writer->catalogue, writer->entry));
	end_fact(writer, "Catalogue");
}

void facts_write(struct writer *writer)
{
	write_statuses(writer);
	write_told(writer, FIELD_RETRY, "Retry");
	write_told(writer, FIELD_REDIRECT_METHOD, "Method");
	write_cacheable(writer);
	write_headers(writer);
	write_emitters(writer);
	write_plain(writer, FIELD_SENT_AS, "Sent as");
	write_told(writer, FIELD_BODY, "Body");
	write_interim(writer);
	write_definition(writer);
	write_told(writer, FIELD_STATE_NOTE, "State");
	write_origin(writer);
	write_parent(writer);
	write_catalogue(writer);
}

/* ------------------------------------------------------------------------
 * What they leave out
 */

/* The fields that are told in part, and their labels. */
static const struct {
	enum field field;
	const char *label;
} told_fields[] = {
	{ FIELD_RETRY, "Retry" },        { FIELD_REDIRECT_METHOD, "Method" },
	{ FIELD_CACHE_NOTE, "Caching" }, { FIELD_BODY, "Body" },
	{ FIELD_STATE_NOTE, "State" },
};

/* The heading stands before the first of them. */
static void start_rest(struct writer *writer, bool *any)
{
	if (!*any)
		writer_heading(writer, "More on the facts");
	*any = true;
}

void facts_write_rest(struct writer *writer)
{
	size_t count = sizeof(told_fields) / sizeof(*told_fields);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		const char *text = writer_text(writer, told_fields[i].field);
		size_t from;

		if (text == NULL)
			continue;
		from = told(writer, told_fields[i].field);
		if (text[from] == '\0')
			continue;
		from += strspn(text + from, " ");
		start_rest(writer, &any);
		compose_add_part(&writer->composer, ROLE_TEXT, text,
				 strlen(text), from, strlen(text));
		compose_flush_fact(&writer->composer, 2, told_fields[i].label);
	}
	for (size_t i = 0; !explain_headers(writer) &&
			   i < writer_items(writer, FIELD_HEADERS);
	     i++) {
		start_rest(writer, &any);
		compose_add(&writer->composer, ROLE_CODE,
			    header(writer, i, PART_HEADER_NAME));
		compose_addf(&writer->composer, ROLE_TEXT, " (%s): ",
			     facts_level(header(writer, i, PART_HEADER_LEVEL)));
		writer_found(writer, ROLE_TEXT,
			     header(writer, i, PART_HEADER_WHY));
		compose_flush(&writer->composer, 2, 4);
	}
}
