#include "page/relations.h"

static void write_see_also(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_SEE_ALSO);

	if (count > 0)
		writer_heading(writer, "Not to be confused with");
	for (size_t i = 0; i < count; i++) {
		const char *id =
			writer_item(writer, FIELD_SEE_ALSO, i, PART_SEE_ID);

		writer_reference(writer, catalogue_find(writer->catalogue, id));
		writer_found(writer, ROLE_TEXT,
			     writer_item(writer, FIELD_SEE_ALSO, i,
					 PART_SEE_DIFFERENCE));
		compose_flush(&writer->composer, 4, 4);
	}
}

/* How many reasons have a line each; of more, only the words are shown. */
enum { REASONS_IN_FULL = 8 };

static entry_t reason(const struct writer *writer, size_t number)
{
	return catalogue_reason(writer->catalogue, writer->entry, number);
}

/* The words of one origin, from the reason `first` on; returns the next. */
static size_t write_words(struct writer *writer, size_t first)
{
	const struct catalogue *catalogue = writer->catalogue;
	size_t count = catalogue_reasons(catalogue, writer->entry);
	entry_t origin = catalogue_origin(catalogue, reason(writer, first));
	size_t at = first;

	if (origin != ENTRY_NONE)
		compose_addf(&writer->composer, ROLE_TEXT, "%s:",
			     catalogue_text(catalogue, origin, FIELD_PHRASE));
	for (; at < count; at++) {
		entry_t entry = reason(writer, at);

		if (catalogue_origin(catalogue, entry) != origin)
			break;
		compose_add(&writer->composer, ROLE_TEXT, " ");
		compose_add_link(&writer->composer, entry,
				 catalogue_text(catalogue, entry, FIELD_CODE));
	}
	writer_hidden(writer, reason(writer, first));
	compose_flush(&writer->composer, 2, 4);
	return at;
}

/* On a code: the words that gateways write beside it. */
static void write_reasons(struct writer *writer)
{
	size_t count = catalogue_reasons(writer->catalogue, writer->entry);

	if (count > 0)
		writer_heading(writer, "Reasons beside it");
	for (size_t i = 0; count > REASONS_IN_FULL && i < count;)
		i = write_words(writer, i);
	for (size_t i = 0; count <= REASONS_IN_FULL && i < count; i++)
		writer_reference(writer, reason(writer, i));
}

/* On a code: what hangs below it. */
static void write_children(struct writer *writer)
{
	const struct catalogue *catalogue = writer->catalogue;
	size_t first = catalogue_row_of(catalogue, writer->entry);
	size_t end = first + catalogue_row(catalogue, first)->size;

	if (writer_is_page(writer) || first + 1 == end)
		return;
	writer_heading(writer, "Its sub-codes");
	for (size_t row = first + 1; row < end; row++)
		writer_reference(writer, catalogue_row(catalogue, row)->entry);
}

static bool is_listed(const struct writer *writer, entry_t entry)
{
	for (size_t i = 0; i < writer_items(writer, FIELD_SEE_ALSO); i++) {
		const char *id =
			writer_item(writer, FIELD_SEE_ALSO, i, PART_SEE_ID);

		if (catalogue_find(writer->catalogue, id) == entry)
			return true;
	}
	return false;
}

/* The other meanings of the number, which stand beside it in the order. */
static void write_namesakes(struct writer *writer)
{
	const struct catalogue *catalogue = writer->catalogue;
	struct code code = catalogue_code(catalogue, writer->entry);
	entry_t first = writer->entry, last = writer->entry;
	bool any = false;

	if (catalogue_sort(catalogue, writer->entry) != SORT_CODE)
		return;
	while (first > 0 && catalogue_same_code(catalogue, first - 1, &code))
		first--;
	while (last + 1 < catalogue_count(catalogue) &&
	       catalogue_same_code(catalogue, last + 1, &code))
		last++;
	for (entry_t entry = first; entry <= last; entry++) {
		if (entry == writer->entry || is_listed(writer, entry))
			continue;
		if (!any)
			writer_heading(writer, "Other meanings of the number");
		any = true;
		writer_reference(writer, entry);
	}
}

static bool belongs(const struct writer *writer, entry_t entry)
{
	const struct catalogue *catalogue = writer->catalogue;

	return catalogue_origin(catalogue, entry) == writer->entry ||
	       (catalogue_parent(catalogue, entry) == writer->entry &&
		writer_text(writer, FIELD_VENDOR) != NULL);
}

/* On the page of an origin or a family: its codes. */
static void write_members(struct writer *writer)
{
	const struct catalogue *catalogue = writer->catalogue;
	enum sort sort = catalogue_sort(catalogue, writer->entry);
	bool any = false;

	if (sort != SORT_ORIGIN && sort != SORT_FAMILY)
		return;
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (!belongs(writer, entry))
			continue;
		if (!any)
			writer_heading(writer, "Its codes");
		any = true;
		writer_reference(writer, entry);
	}
}

void relations_write(struct writer *writer)
{
	write_reasons(writer);
	write_see_also(writer);
	write_namesakes(writer);
	write_children(writer);
	write_members(writer);
}
