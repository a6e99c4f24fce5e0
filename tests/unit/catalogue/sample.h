/*
 * sample -- small catalogues, read and built from a text in the test.
 */
#ifndef HTTREE_TESTS_UNIT_CATALOGUE_SAMPLE_H
#define HTTREE_TESTS_UNIT_CATALOGUE_SAMPLE_H

#include <criterion/criterion.h>
#include <string.h>

#include "catalogue/builder.h"
#include "catalogue/catalogue.h"
#include "catalogue/check.h"
#include "catalogue/entry_words.h"
#include "catalogue/index.h"
#include "catalogue/reader.h"

/* What every entry must have beside its id, kind, code and state. */
#define REST                                                                  \
	", summary: S., means: M., checked: 2026-11-21,"                      \
	" sources: [{ title: T, url: \"https://a.example/\" }] }\n"

/*
 * An entry on one line, so that the third is on line 3.  `more` is empty or
 * begins with a comma.
 */
#define CODE(id, code, kind, state, more)                                     \
	"- { id: \"" id "\", code: \"" code "\", phrase: \"phrase " id        \
	"\", kind: " kind ", state: " state more REST
#define STANDARD(id, more) CODE(id, id, "standard", "current", more)
#define VENDOR(origin, code, more)                                            \
	CODE(origin ":" code, code, "vendor", "current",                      \
	     ", vendor: " origin more)
#define WARNING(code, more)                                                   \
	CODE("warning:" code, code, "warning", "obsolete", more)
#define PAGE(id, more)                                                        \
	"- { id: \"" id "\", phrase: \"phrase " id "\", kind: page" more REST

struct sample {
	struct fault_list faults;
	struct drafts drafts;
	struct image *image;
	struct catalogue catalogue;
};

static inline void sample_read(struct sample *sample, const char *text)
{
	*sample = (struct sample){ .image = NULL };
	fault_list_init(&sample->faults);
	drafts_init(&sample->drafts);
	drafts_read_text(&sample->drafts, "file.yaml", text, strlen(text),
			 &sample->faults);
}

/* Read a text without faults, and build its image. */
static inline void sample_build(struct sample *sample, const char *text)
{
	sample_read(sample, text);
	fault_list_print(&sample->faults, stderr);
	cr_assert_eq(sample->faults.total, 0);
	sample->image = image_build(&sample->drafts, "sample");
	sample->catalogue.image = sample->image;
}

/*
 * Read a text that is added to `base`, as the file `file`, and build what is
 * sound of it together with that.
 */
static inline void sample_join(struct sample *sample, const struct sample *base,
			       const char *file, const char *text)
{
	*sample = (struct sample){ .image = NULL };
	fault_list_init(&sample->faults);
	drafts_init(&sample->drafts);
	sample->drafts.base = &base->catalogue;
	drafts_read_text(&sample->drafts, file, text, strlen(text),
			 &sample->faults);
	drafts_check(&sample->drafts, &sample->faults);
	sample->image = image_build(&sample->drafts, "sample");
	sample->catalogue.image = sample->image;
}

/* What is copied of an index must be what would be made of the texts. */
static inline void sample_expect_index(const struct image *image)
{
	const struct word_index *had = &image->index;
	struct word_index made = entry_words_index(image, NULL);
	uint32_t words = made.word_count;
	uint32_t postings = made.firsts[words];

	cr_assert_eq(had->word_count, words);
	cr_assert_arr_eq(had->words, made.words,
			 (words + 1) * sizeof(*made.words));
	cr_expect_arr_eq(had->blob, made.blob, made.words[words]);
	cr_assert_arr_eq(had->firsts, made.firsts,
			 (words + 1) * sizeof(*made.firsts));
	cr_assert_arr_eq(had->postings, made.postings,
			 (postings + 1) * sizeof(*made.postings));
	cr_expect_arr_eq(had->spots, made.spots,
			 made.postings[postings].spots * sizeof(*made.spots));
	cr_assert_arr_eq(had->starts, made.starts,
			 (image->count + 1) * sizeof(*made.starts));
	cr_expect_arr_eq(had->stream, made.stream,
			 made.starts[image->count] * sizeof(*made.stream));
	word_index_clear(&made);
}

static inline void sample_clear(struct sample *sample)
{
	image_free(sample->image);
	drafts_clear(&sample->drafts);
	fault_list_clear(&sample->faults);
}

/* The entry with an id, which must be there. */
static inline entry_t sample_entry(const struct sample *sample, const char *id)
{
	entry_t entry = catalogue_find(&sample->catalogue, id);

	cr_assert_neq(entry, ENTRY_NONE, "no entry %s", id);
	return entry;
}

#endif
