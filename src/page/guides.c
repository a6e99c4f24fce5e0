#include "page/guides.h"

#include <string.h>

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

/* A situation with its number, and where it leads. */
static void write_choice(struct writer *writer, size_t choice)
{
	const char *id =
		writer_item(writer, FIELD_CHOICES, choice, PART_CHOICE_TO);
	entry_t to = catalogue_find(writer->catalogue, id);

	compose_addf(&writer->composer, ROLE_KEY, "%zu", choice + 1);
	compose_add(&writer->composer, ROLE_TEXT, " ");
	writer_found(writer, ROLE_TEXT,
		     writer_item(writer, FIELD_CHOICES, choice,
				 PART_CHOICE_SAY));
	compose_add(&writer->composer, ROLE_TEXT, ": ");
	compose_add_link(&writer->composer, to, id);
	writer_hidden(writer, to);
	compose_flush(&writer->composer, 2, 4);
}

void guides_write(struct writer *writer)
{
	size_t count = writer_items(writer, FIELD_CHOICES);

	if (count == 0)
		return;
	compose_gap(&writer->composer);
	writer_found(writer, ROLE_HEADING, writer_text(writer, FIELD_QUESTION));
	compose_flush_heading(&writer->composer);
	for (size_t i = 0; i < count; i++) {
		write_choice(writer, i);
		write_because(writer, writer->entry, i);
		write_houses(writer, writer->entry, i);
	}
}

/* ------------------------------------------------------------------------
 * What leads to a code
 */

/*
 * What the situations of guides say of a code, by how their ids begin.  Of a
 * page they say no more than that they lead there, as the last group does.
 */
static const struct {
	const char *guides;
	const char *heading;
} groups[] = {
	{ "guide:return", "Return it when" },
	{ "guide:who", "Signs of who sent it" },
	{ "guide:", "Asked in the guides" },
};

enum { GROUPS = sizeof(groups) / sizeof(*groups), LAST_GROUP = GROUPS - 1 };

static size_t group_of(const struct writer *writer, entry_t guide)
{
	const char *id = catalogue_id(writer->catalogue, guide);
	size_t group = 0;

	if (writer_is_page(writer))
		return LAST_GROUP;
	while (group < LAST_GROUP && strncmp(id, groups[group].guides,
					     strlen(groups[group].guides)) != 0)
		group++;
	return group;
}

static void write_asker(struct writer *writer, struct asker asker)
{
	compose_add(&writer->composer, ROLE_TEXT, "- ");
	writer_found(writer, ROLE_TEXT,
		     catalogue_item(writer->catalogue, asker.guide,
				    FIELD_CHOICES, asker.choice,
				    PART_CHOICE_SAY));
	compose_add(&writer->composer, ROLE_TEXT, " ");
	compose_add_link(&writer->composer, asker.guide,
			 catalogue_id(writer->catalogue, asker.guide));
	compose_flush(&writer->composer, 2, 4);
}

static void write_group(struct writer *writer, size_t group)
{
	size_t count = catalogue_askers(writer->catalogue, writer->entry);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		struct asker asker =
			catalogue_asker(writer->catalogue, writer->entry, i);

		if (group_of(writer, asker.guide) != group)
			continue;
		if (!any)
			writer_heading(writer, groups[group].heading);
		any = true;
		write_asker(writer, asker);
	}
}

void guides_write_askers(struct writer *writer)
{
	if (writer_is_page(writer))
		return;
	for (size_t group = 0; group < GROUPS; group++)
		write_group(writer, group);
}

void guides_write_page_askers(struct writer *writer)
{
	if (writer_is_page(writer))
		write_group(writer, LAST_GROUP);
}
