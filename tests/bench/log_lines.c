/*
 * log_lines -- lines of an access log, for the bench to count.
 *
 *     log_lines FORMAT COUNT >FILE
 *     log_lines --scan FILE
 *
 * The lines are the same each time.  With --scan a file is read as fast as it
 * can be without knowing any format: in blocks, each line's end looked for, and
 * the two quotes of its request, and the status behind them counted.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define AGENT "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101"

/* A line: %N is its number, or stands for it, %S its status, %B a size. */
static const struct {
	const char *name;
	const char *head; /* printed first, or NULL */
	const char *line;
} formats[] = {
	{ "combined", NULL,
	  "192.0.2.17 - - [21/Nov/2026:06:43:36 +0000] \"GET /path/%N HTTP/1.1\" "
	  "%S %B \"https://www.example.com/%N\" \"" AGENT "\"" },
	{ "ingress", NULL,
	  "192.0.2.17 - - [21/Nov/2026:06:43:36 +0000] \"GET /path/%N HTTP/1.1\" "
	  "%S %B \"-\" \"" AGENT "\" 78 0.002 [shop-web-80] [] "
	  "198.51.100.8:8080 %B 0.002 %S 0a1b2c3d4e5f" },
	{ "traefik", NULL,
	  "192.0.2.17 - - [21/Nov/2026:06:43:36 +0000] \"GET /path/%N HTTP/1.1\" "
	  "%S %B \"-\" \"" AGENT "\" %N \"web@file\" \"http://198.51.100.8\" 3ms" },
	{ "haproxy", NULL,
	  "Nov 21 06:43:36 lb haproxy[81]: 192.0.2.17:33317 "
	  "[21/Nov/2026:06:43:36.655] web~ shop/web1 0/0/1/48/49 %S %B - - ---- "
	  "1/1/1/1/0 0/0 \"GET /path/%N HTTP/1.1\"" },
	{ "envoy", NULL,
	  "[2026-11-21T06:43:36.655Z] \"GET /path/%N HTTP/1.1\" %S - 0 %B 12 11 "
	  "\"-\" \"" AGENT "\" \"8f1c-%N\" \"shop.example.com\" "
	  "\"198.51.100.8:8080\"" },
	{ "alb", NULL,
	  "https 2026-11-21T06:43:36.945958Z app/shop/50dc6c495c0c9188 "
	  "192.0.2.17:2817 198.51.100.1:80 0.000 0.001 0.000 %S %S 34 %B "
	  "\"GET https://shop.example.com:443/%N HTTP/2.0\" \"" AGENT
	  "\" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 "
	  "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/w/7 "
	  "\"Root=1-%N\" \"shop.example.com\" \"session-reused\" 0 "
	  "2026-11-21T06:43:36.944000Z \"forward\" \"-\" \"-\" "
	  "\"198.51.100.1:80\" \"%S\" \"-\" \"-\"" },
	{ "squid", NULL,
	  "1795243416.655    120 192.0.2.17 TCP_MISS/%S %B GET "
	  "http://www.example.com/%N - HIER_DIRECT/203.0.113.5 text/html" },
	{ "iis",
	  "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port "
	  "cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus "
	  "sc-win32-status time-taken",
	  "2026-11-21 06:43:36 198.51.100.8 GET /path/%N - 443 - 192.0.2.17 "
	  "Mozilla/5.0+(X11;+Linux+x86_64) - %S 0 0 %B" },
	{ "json", NULL,
	  "{\"level\":\"info\",\"ts\":1795243416.655,\"logger\":"
	  "\"http.log.access\",\"msg\":\"handled request\",\"request\":"
	  "{\"remote_ip\":\"192.0.2.17\",\"proto\":\"HTTP/2.0\",\"method\":"
	  "\"GET\",\"host\":\"www.example.com\",\"uri\":\"/path/%N\"},"
	  "\"bytes_read\":0,\"user_id\":\"\",\"duration\":0.001,\"size\":%B,"
	  "\"status\":%S,\"resp_headers\":{\"Server\":[\"Caddy\"]}}" },
};

enum { FORMATS = sizeof(formats) / sizeof(*formats) };

static void put_line(const char *line, long number)
{
	static const int statuses[] = { 200, 200, 200, 200, 200, 200, 304,
					404, 301, 500, 502, 503, 403 };

	for (; *line != '\0'; line++) {
		if (*line != '%')
			putchar(*line);
		else if (*++line == 'N')
			printf("%ld", number % 100000);
		else if (*line == 'S')
			printf("%d", statuses[number * 7 % 13]);
		else
			printf("%ld", 100 + number % 9000);
	}
	putchar('\n');
}

static int make(const char *name, long count)
{
	size_t i = 0;

	while (i < FORMATS && strcmp(formats[i].name, name) != 0)
		i++;
	if (i == FORMATS)
		return 2;
	if (formats[i].head != NULL)
		puts(formats[i].head);
	for (long number = 0; number < count; number++)
		put_line(formats[i].line, number);
	return 0;
}

static void scan_line(const char *at, const char *end, long *counts)
{
	const char *quote = memchr(at, '"', (size_t)(end - at));

	if (quote != NULL)
		quote = memchr(quote + 1, '"', (size_t)(end - quote - 1));
	if (quote != NULL && end - quote > 5)
		counts[((quote[2] - '0') * 100 + (quote[3] - '0') * 10 +
			quote[4] - '0') &
		       1023]++;
}

static int scan(const char *path)
{
	enum { BLOCK = 256 * 1024 };
	static char buffer[2 * BLOCK];
	static long counts[1024];
	size_t kept = 0;
	ssize_t count;
	int fd = open(path, O_RDONLY);

	while ((count = read(fd, buffer + kept, BLOCK)) > 0) {
		const char *at = buffer, *newline;
		const char *end = buffer + kept + count;

		while ((newline = memchr(at, '\n', (size_t)(end - at)))) {
			scan_line(at, newline, counts);
			at = newline + 1;
		}
		kept = (size_t)(end - at);
		memmove(buffer, at, kept);
	}
	for (int i = 0; i < 1024; i++) {
		if (counts[i] > 0)
			printf("%d %ld\n", i, counts[i]);
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "--scan") == 0)
		return scan(argv[2]);
	if (argc == 3)
		return make(argv[1], atol(argv[2]));
	fputs("usage: log_lines FORMAT COUNT | --scan FILE\n", stderr);
	return 2;
}
