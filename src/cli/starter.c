#include "cli/starter.h"

#include <string.h>

#include "base/strbuf.h"
#include "catalogue/id.h"

/* In a line @NAME@, @TODAY@ and @SCHEMA@ stand for what is printed there. */
static const char *const lines[] = {
	"# yaml-language-server: $schema=@SCHEMA@",
	"#",
	"# The HTTP status codes of @NAME@, for httree.",
	"#",
	"# Everything here is an example: change it, and delete the rest.",
	"#",
	"#   httree --check @NAME@.yaml         what is wrong in it, and where",
	"#   httree -c @NAME@.yaml -f user      what httree makes of it",
	"#   man 5 httree-catalogue             all that may stand in it",
	"#",
	"# Kept as ~/.config/httree/catalogues/@NAME@.yaml it is read at every",
	"# start; whoever gets a copy of it has the same codes.",
	"",
	"# The page of an origin.  Its name stands before the colon of each id.",
	"- id: \"vendor:@NAME@\"",
	"  phrase: @NAME@",
	"  kind: page",
	"  summary: The gateway that stands before our services.",
	"  means: |",
	"    What the origin is, who runs it, and whom to call.",
	"",
	"    A blank line parts paragraphs, `- ` begins an item, and lines",
	"    behind four blanks are kept as they are.",
	"  sources:",
	"    - { title: Our runbook, url: \"https://runbook.example/gateway\" }",
	"  checked: @TODAY@",
	"",
	"# A code of yours, found by its number and by every word of it.",
	"- id: \"@NAME@:555\"",
	"  code: 555",
	"  phrase: Deployment In Progress",
	"  kind: vendor",
	"  vendor: @NAME@",
	"  state: current",
	"  everyday: yes",
	"  summary: The service is being replaced, and nothing was done.",
	"  retry: After a minute. Any method, since nothing was done.",
	"  emitted_by: [gateway]",
	"  headers:",
	"    - { name: Retry-After, level: vendor, why: seconds to wait }",
	"  keywords: [rollout, release]",
	"  means: |",
	"    The new version has not answered its first health check yet.",
	"  operator: |",
	"    When it lasts longer than ten minutes, roll back.",
	"  see_also:",
	"    - id: 503",
	"      difference: Overload or maintenance, of whatever is behind.",
	"  sources:",
	"    - { title: Our runbook, url: \"https://runbook.example/555\" }",
	"  checked: @TODAY@",
	"",
	"# A sub-code, below the code that it refines; that one may be built in.",
	"- id: \"@NAME@:403.7\"",
	"  code: 403.7",
	"  phrase: Wrong Tenant",
	"  kind: vendor",
	"  vendor: @NAME@",
	"  state: current",
	"  parent: 403",
	"  sent_as: 403",
	"  summary: The token is sound and belongs to another tenant.",
	"  means: |",
	"    The token was issued for another tenant than the one in the path.",
	"  sources:",
	"    - { title: Our runbook, url: \"https://runbook.example/403-7\" }",
	"  checked: @TODAY@",
	"",
	"# A number outside the classes, which stands in logs and is never sent.",
	"- id: \"@NAME@:1200\"",
	"  code: 1200",
	"  phrase: Cut By The Scanner",
	"  kind: vendor",
	"  vendor: @NAME@",
	"  state: current",
	"  log_only: yes",
	"  summary: The scanner closed the connection of an upload.",
	"  means: |",
	"    The client saw its connection end without a response.",
	"  sources:",
	"    - { title: Our runbook, url: \"https://runbook.example/1200\" }",
	"  checked: @TODAY@",
	"",
	"# A reason: the word that the gateway writes beside a status.",
	"- id: \"@NAME@:NO_ROUTE\"",
	"  code: NO_ROUTE",
	"  phrase: No Route",
	"  kind: vendor",
	"  vendor: @NAME@",
	"  state: current",
	"  goes_with: [404]",
	"  summary: No service is registered for the path.",
	"  means: |",
	"    The request reached no service at all.",
	"  sources:",
	"    - { title: Our runbook, url: \"https://runbook.example/no-route\" }",
	"  checked: @TODAY@",
	"",
	"# A guide: a question, and where each answer leads.",
	"- id: \"guide:@NAME@\"",
	"  phrase: The gateway refused a request",
	"  kind: page",
	"  summary: Who to call, by what you see.",
	"  question: What does the log of the gateway say?",
	"  choices:",
	"    - say: A status of 555",
	"      to: \"@NAME@:555\"",
	"      because: The service is being replaced.",
	"    - say: The word NO_ROUTE",
	"      to: \"@NAME@:NO_ROUTE\"",
	"      because: The path is registered nowhere.",
	"    - say: Anything else",
	"      to: \"vendor:@NAME@\"",
	"  sources:",
	"    - { title: Our runbook, url: \"https://runbook.example/\" }",
	"  checked: @TODAY@",
	"",
	"# A note: what you know about an entry that is there already.",
	"- note: 503",
	"  text: |",
	"    Our gateway sends 503 when a pool has no healthy member. Look at",
	"    the health checks first, then call whoever is on duty.",
	"  keywords: [pool empty]",
	"  see_also:",
	"    - id: \"@NAME@:555\"",
	"      difference: What it sends while a service is being replaced.",
};

/* What a placeholder at `text` stands for, and its length; NULL for none. */
static const char *meaning_of(const char *text, const char *const *values,
			      size_t *length)
{
	static const char *const names[] = { "@NAME@", "@TODAY@", "@SCHEMA@" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		*length = strlen(names[i]);
		if (strncmp(text, names[i], *length) == 0)
			return values[i];
	}
	return NULL;
}

static void print_line(FILE *out, const char *line, const char *const *values)
{
	while (*line != '\0') {
		size_t length;
		const char *meaning = meaning_of(line, values, &length);

		if (meaning != NULL) {
			fputs(meaning, out);
			line += length;
		} else {
			fputc(*line++, out);
		}
	}
	fputc('\n', out);
}

/* Whether an id of the catalogue has this word before or behind the colon. */
static bool is_taken(const struct catalogue *catalogue, const char *name)
{
	static const char *const taken[] = { "class", "guide", "vendor",
					     "warning" };
	static const char *const pages[] = { "vendor", "guide" };
	struct strbuf id;
	bool found = false;

	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++)
		found = found || strcmp(name, taken[i]) == 0;
	strbuf_init(&id);
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		strbuf_reset(&id);
		strbuf_addf(&id, "%s:%s", pages[i], name);
		found = found ||
			catalogue_find(catalogue, strbuf_text(&id)) !=
				ENTRY_NONE;
	}
	strbuf_clear(&id);
	return found;
}

static bool is_origin(const char *name)
{
	struct strbuf id;
	bool valid;

	strbuf_init(&id);
	strbuf_addf(&id, "vendor:%s", name);
	valid = id_valid(strbuf_text(&id));
	strbuf_clear(&id);
	return valid;
}

bool starter_print(FILE *out, const char *name, const char *today,
		   const char *schema, const struct catalogue *catalogue,
		   struct problem *why)
{
	const char *const values[] = { name, today, schema };

	if (!is_origin(name))
		return problem_word(why, "--new-catalogue is", name,
				    strlen(name),
				    ": expected small letters, digits and "
				    "hyphens, such as acme");
	if (is_taken(catalogue, name))
		return problem_word(why, "--new-catalogue is", name,
				    strlen(name),
				    ", which the built-in catalogue has: "
				    "expected another name");
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		print_line(out, lines[i], values);
	return true;
}
