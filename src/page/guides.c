#include "page/guides.h"

static void write_houses(struct writer *writer, entry_t guide, size_t choice)
{
	const struct catalogue *catalogue = writer->catalogue;
	size_t count = catalogue_houses(catalogue, guide, choice);

	for (size_t i = 0; i < count; i++) {
		const char *code = catalogue_house(catalogue, guide, choice, i,
						   PART_HOUSE_CODE);

		writer_found(writer, ROLE_NOTE,
			     catalogue_house(catalogue, guide, choice, i,
					     PART_HOUSE_WHO));
		compose_add(&writer->composer, ROLE_NOTE, ": ");
		if (code != NULL) {
			compose_add_link(&writer->composer,
					 catalogue_find(catalogue, code), code);
			compose_add(&writer->composer, ROLE_NOTE, ", ");
		}
		writer_found(writer, ROLE_NOTE,
			     catalogue_house(catalogue, guide, choice, i,
					     PART_HOUSE_WHY));
		compose_flush(&writer->composer, 4, 6);
	}
}

static void write_because(struct writer *writer, entry_t guide, size_t choice)
{
	const char *because = catalogue_item(writer->catalogue, guide,
					     FIELD_CHOICES, choice,
					     PART_CHOICE_BECAUSE);

	if (because == NULL)
		return;
	writer_found(writer, ROLE_TEXT, because);
	compose_flush(&writer->composer, 4, 4);
}

void guides_write(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_CHOICES);

	if (count == 0)
		return;
	compose_gap(&writer->composer);
	writer_found(writer, ROLE_HEADING, writer_text(writer, FIELD_QUESTION));
	compose_flush(&writer->composer, 0, 0);
	for (size_t i = 0; i < count; i++) {
		const char *id =
			writer_item(writer, FIELD_CHOICES, i, PART_CHOICE_TO);

		compose_addf(&writer->composer, ROLE_TEXT, "%zu ", i + 1);
		writer_found(writer, ROLE_TEXT,
			     writer_item(writer, FIELD_CHOICES, i,
					 PART_CHOICE_SAY));
		compose_add(&writer->composer, ROLE_TEXT, ": ");
		compose_add_link(&writer->composer,
				 catalogue_find(writer->catalogue, id), id);
		compose_flush(&writer->composer, 2, 4);
		write_because(writer, writer->entry, i);
		write_houses(writer, writer->entry, i);
	}
}

void guides_write_askers(struct writer *writer)
{
	size_t count = catalogue_askers(writer->catalogue, writer->entry);

	if (count == 0 || writer_is_page(writer))
		return;
	writer_heading(writer, "Return it when");
	for (size_t i = 0; i < count; i++) {
		struct asker asker =
			catalogue_asker(writer->catalogue, writer->entry, i);

		compose_addf(&writer->composer, ROLE_TEXT, "- %s ",
			     catalogue_item(writer->catalogue, asker.guide,
					    FIELD_CHOICES, asker.choice,
					    PART_CHOICE_SAY));
		compose_add_link(&writer->composer, asker.guide,
				 catalogue_id(writer->catalogue, asker.guide));
		compose_flush(&writer->composer, 2, 4);
	}
}
