/*
 * samples -- lines of logs from tests/logs, and what was read from them.
 */
#ifndef HTTREE_TESTS_UNIT_LOGS_SAMPLES_H
#define HTTREE_TESTS_UNIT_LOGS_SAMPLES_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "logs/line.h"

/* The files; what is expected of NAME.access stands in NAME.read. */
static const char *const sample_names[] = {
	"alb",
	"azure",
	"caddy",
	"cloudflare",
	"cloudfront",
	"cloudfront-json",
	"combined",
	"common",
	"elb",
	"envoy",
	"envoy-json",
	"google",
	"haproxy",
	"haproxy-clf",
	"heroku",
	"httperr",
	"iis",
	"iis-headless",
	"ingress",
	"json",
	"logfmt",
	"nginx-json",
	"s3",
	"squid",
	"squid-combined",
	"traefik",
	"traefik-json",
	"unknown",
	"uwsgi",
	"varnish",
	"wrapped",
};

enum { SAMPLES = sizeof(sample_names) / sizeof(*sample_names) };

static inline void sample_path(struct strbuf *path, const char *name,
			       const char *end)
{
	const char *srcdir = getenv("srcdir");

	strbuf_reset(path);
	strbuf_addf(path, "%s/tests/logs/%s.%s", srcdir == NULL ? "." : srcdir,
		    name, end);
}

static inline void sample_load(struct strbuf *text, const char *name,
			       const char *end)
{
	struct strbuf path;
	struct problem why;

	strbuf_init(&path);
	sample_path(&path, name, end);
	cr_assert(file_read(path.text, 1 << 20, text, &why), "%s", why.text);
	strbuf_clear(&path);
}

/* The line at `at`, which is moved behind it; false at the end. */
static inline bool sample_line(const struct strbuf *text, size_t *at,
			       struct slice *line)
{
	if (*at >= text->length)
		return false;
	line->text = text->text + *at;
	line->length = strcspn(line->text, "\n");
	*at += line->length + 1;
	return true;
}

/* What was read, as the .read files have it. */
static inline void sample_describe(struct strbuf *out, enum line_kind kind,
				   const struct line *line)
{
	static const char *const makers[] = { "-", "gateway", "passed" };

	if (kind != LINE_READ) {
		strbuf_add(out, kind == LINE_UNKNOWN ? "not understood" :
						       "directive");
		return;
	}
	strbuf_addf(out, "%s\t%03d", log_format_row(line->format)->text,
		    line->status);
	if (line->sub != LINE_NO_SUB)
		strbuf_addf(out, ".%d", line->sub);
	strbuf_addf(out, "\t%s\t", makers[line->maker]);
	for (size_t i = 0; i < line->word_count; i++)
		strbuf_addf(out, "%s%s%.*s", i == 0 ? "" : " ",
			    line->words[i].prefix,
			    (int)line->words[i].text.length,
			    line->words[i].text.text);
	if (line->beside)
		strbuf_add(out, " (beside)");
}

#endif
