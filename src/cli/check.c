#include "cli/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "catalogue/check.h"

enum { STATUS_FAULTS = 2 };

static bool has_fault(const struct fault_list *faults,
		      const struct source *source)
{
	for (size_t i = 0; i < faults->count; i++) {
		if (strcmp(faults->faults[i].place.file, source->name) == 0)
			return true;
	}
	return false;
}

static void print_count(FILE *out, size_t count, const char *one,
			const char *more)
{
	fprintf(out, "%zu %s", count, count == 1 ? one : more);
}

/* What a file without faults holds. */
static void print_sound(FILE *out, const struct drafts *drafts,
			const struct source *source)
{
	struct strbuf name;
	size_t entries = 0, notes = 0;

	for (size_t i = 0; i < drafts->count; i++)
		entries += drafts->drafts[i].source == source;
	for (size_t i = 0; i < drafts->note_count; i++)
		notes += drafts->notes[i].source == source;
	strbuf_init(&name);
	text_clean(&name, source->name, strlen(source->name));
	fprintf(out, "%s: ", strbuf_text(&name));
	print_count(out, entries, "entry", "entries");
	fputs(", ", out);
	print_count(out, notes, "note", "notes");
	fputs(", no fault\n", out);
	strbuf_clear(&name);
}

static void print_all(FILE *out, const struct drafts *drafts,
		      struct fault_list *faults)
{
	fault_list_sort(faults);
	fault_list_print(faults, out);
	for (size_t i = 0; i < drafts->source_count; i++) {
		if (!has_fault(faults, drafts->sources[i]))
			print_sound(out, drafts, drafts->sources[i]);
	}
}

/* The same in ASCII, where nothing else can be shown. */
static void print_ascii(FILE *out, const struct drafts *drafts,
			struct fault_list *faults)
{
	struct strbuf ascii;
	char *text = NULL;
	size_t length;
	FILE *memory = xchecked(open_memstream(&text, &length));

	print_all(memory, drafts, faults);
	fclose(memory);
	xchecked(text);
	strbuf_init(&ascii);
	text_to_ascii(&ascii, text, length);
	fputs(strbuf_text(&ascii), out);
	strbuf_clear(&ascii);
	free(text);
}

int check_files(const struct options *options, const struct catalogue *base,
		const struct manner *manner, struct strbuf *remarks)
{
	struct drafts drafts;
	struct fault_list faults;
	struct problem why;
	bool sound = true;

	drafts_init(&drafts);
	drafts.base = base;
	fault_list_init(&faults);
	for (size_t i = 0; i < options->log_count; i++) {
		if (drafts_read(&drafts, options->logs[i], &faults, &why))
			continue;
		strbuf_addf(remarks, "%s\n", why.text);
		sound = false;
	}
	drafts_check(&drafts, &faults);
	(manner->ascii ? print_ascii : print_all)(manner->out, &drafts,
						  &faults);
	sound = sound && faults.total == 0;
	fault_list_clear(&faults);
	drafts_clear(&drafts);
	return sound ? 0 : STATUS_FAULTS;
}
