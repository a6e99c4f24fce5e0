#include "logs/meaning.h"

#include "unit/catalogue/sample.h"

static const char text[] = PAGE("class:4xx", "") PAGE("vendor:nginx", "") PAGE(
	"vendor:iis", "") PAGE("vendor:esri", "") PAGE("vendor:joke", "")
	PAGE("vendor:cloud", "") STANDARD("308", "") STANDARD("404", "")
		VENDOR("nginx", "499", "") VENDOR("nginx", "000", "")
			VENDOR("esri", "499", "") VENDOR("esri", "0", "")
				VENDOR("iis", "404.7", "") VENDOR("cloud",
								  "308", "")
					VENDOR("cloud", "520", "")
						VENDOR("joke", "700-799", "")
							WARNING("110", "");

/* The ids, parted by blanks. */
static void check(const char *origin, int status, int sub, const char *wanted)
{
	struct sample sample;
	struct strbuf found;
	entry_t entries[8];
	size_t count;

	sample_build(&sample, text);
	strbuf_init(&found);
	count = meaning_find(&sample.catalogue, origin, status, sub, entries,
			     8);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&found, "%s%s", i == 0 ? "" : " ",
			    catalogue_id(&sample.catalogue, entries[i]));
	cr_expect_str_eq(strbuf_text(&found), wanted, "%s %d",
			 origin == NULL ? "" : origin, status);
	strbuf_clear(&found);
	sample_clear(&sample);
}

Test(meaning, a_registered_number_is_what_it_is_registered_for)
{
	check(NULL, 404, LINE_NO_SUB, "404");
	check("nginx", 404, LINE_NO_SUB, "404");
	check("cloud", 308, LINE_NO_SUB, "308");
}

Test(meaning, a_sub_status_goes_first)
{
	check("iis", 404, 7, "iis:404.7");
	check("iis", 404, 99, "404");
	check(NULL, 404, 7, "404");
}

Test(meaning, another_number_is_what_the_writer_means_by_it)
{
	check("nginx", 499, LINE_NO_SUB, "nginx:499");
	check("esri", 499, LINE_NO_SUB, "esri:499");
	check("nginx", 520, LINE_NO_SUB, "cloud:520");
	check("nginx", 702, LINE_NO_SUB, "joke:700-799");
}

Test(meaning, it_is_not_certain_where_several_use_the_number)
{
	check(NULL, 499, LINE_NO_SUB, "esri:499 nginx:499");
	check("iis", 499, LINE_NO_SUB, "esri:499 nginx:499");
}

Test(meaning, no_status_is_the_matter_of_the_writer)
{
	check("nginx", 0, LINE_NO_SUB, "nginx:000");
	check("esri", 0, LINE_NO_SUB, "esri:0");
	check("iis", 0, LINE_NO_SUB, "");
	check(NULL, 0, LINE_NO_SUB, "esri:0 nginx:000");
}

Test(meaning, nobody_defines_the_rest)
{
	check("nginx", 471, LINE_NO_SUB, "");
	check(NULL, 110, LINE_NO_SUB, "");
}

Test(meaning, counts_more_than_there_is_room_for)
{
	struct sample sample;
	entry_t entry = ENTRY_NONE;

	sample_build(&sample, text);
	cr_expect_eq(meaning_find(&sample.catalogue, NULL, 499, LINE_NO_SUB,
				  &entry, 1),
		     2);
	cr_expect_str_eq(catalogue_id(&sample.catalogue, entry), "esri:499");
	cr_expect_eq(meaning_find(&sample.catalogue, NULL, 404, LINE_NO_SUB,
				  NULL, 0),
		     1);
	sample_clear(&sample);
}

Test(meaning, a_word_is_an_entry_of_the_writer)
{
	struct sample sample;

	sample_build(&sample, text);
	cr_expect_eq(meaning_of_word(&sample.catalogue, "nginx", "499"),
		     sample_entry(&sample, "nginx:499"));
	cr_expect_eq(meaning_of_word(&sample.catalogue, "nginx", "no"),
		     ENTRY_NONE);
	cr_expect_eq(meaning_of_word(&sample.catalogue, NULL, "499"),
		     ENTRY_NONE);
	sample_clear(&sample);
}
