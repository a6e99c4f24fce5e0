#include "support/small.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "catalogue/builder.h"
#include "catalogue/check.h"
#include "catalogue/reader.h"

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "the small catalogue: %s\n", what);
	exit(99);
}

static void read_drafts(struct drafts *drafts)
{
	const char *srcdir = getenv("srcdir");
	struct fault_list faults;
	struct problem why;
	struct strbuf path;

	strbuf_init(&path);
	strbuf_addf(&path, "%s/tests/screens/catalogue.yaml",
		    srcdir == NULL ? "." : srcdir);
	fault_list_init(&faults);
	if (!drafts_read(drafts, strbuf_text(&path), &faults, &why))
		fail(why.text);
	if (!drafts_check(drafts, &faults) || faults.total > 0) {
		fault_list_print(&faults, stderr);
		fail("it has faults");
	}
	fault_list_clear(&faults);
	strbuf_clear(&path);
}

const struct catalogue *small_catalogue(void)
{
	static struct catalogue catalogue;
	struct drafts drafts;

	if (catalogue.image == NULL) {
		drafts_init(&drafts);
		read_drafts(&drafts);
		catalogue.image = image_build(&drafts, "small");
		drafts_clear(&drafts);
	}
	return &catalogue;
}

entry_t small_entry(const char *id)
{
	entry_t entry = catalogue_find(small_catalogue(), id);

	if (entry == ENTRY_NONE)
		fail(id);
	return entry;
}
