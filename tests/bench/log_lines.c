/*
 * log_lines -- lines of an access log, for the bench to count.
 *
 *     log_lines FORMAT COUNT >FILE
 *     log_lines --scan FILE
 *     log_lines --talk FILE COUNT PROGRAM [ARGUMENT]...
 *
 * The lines are the same each time.  With --scan a file is read as fast as it
 * can be without knowing any format: in blocks, each line's end looked for, and
 * the two quotes of its request, and the status behind them counted.  With
 * --talk its lines are handed to a program one by one, and COUNT lines waited
 * for after each; prints the microseconds of one.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
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

static void put_number(long number)
{
	char digits[20];
	size_t count = 0;

	do
		digits[count++] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	while (count > 0)
		putchar_unlocked(digits[--count]);
}

static void put_line(const char *line, long number)
{
	static const int statuses[] = { 200, 200, 200, 200, 200, 200, 304,
					404, 301, 500, 502, 503, 403 };

	for (; *line != '\0'; line++) {
		if (*line != '%')
			putchar_unlocked(*line);
		else if (*++line == 'N')
			put_number(number % 100000);
		else if (*line == 'S')
			put_number(statuses[number * 7 % 13]);
		else
			put_number(100 + number % 9000);
	}
	putchar_unlocked('\n');
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

/* Start a program whose input and output are `*to` and `*from`. */
static pid_t start(char *const *words, FILE **to, FILE **from)
{
	int in[2], out[2];
	pid_t child;

	if (pipe(in) != 0 || pipe(out) != 0 || (child = fork()) < 0)
		return -1;
	if (child == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[1]);
		execvp(words[0], words);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	*to = fdopen(in[1], "w");
	*from = fdopen(out[0], "r");
	return *to == NULL || *from == NULL ? -1 : child;
}

/* False when the program ended before it had answered. */
static bool ask(const char *line, FILE *to, FILE *from, int answers)
{
	static char answer[4096];

	fputs(line, to);
	fflush(to);
	while (answers-- > 0) {
		if (fgets(answer, sizeof(answer), from) == NULL)
			return false;
	}
	return true;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int talk(const char *path, int answers, char *const *words)
{
	static char line[4096];
	FILE *file = fopen(path, "r"), *to, *from;
	pid_t child = start(words, &to, &from);
	double begun;
	long lines = 0;

	/* The first pays for the program's start. */
	if (file == NULL || child < 0 ||
	    fgets(line, sizeof(line), file) == NULL ||
	    !ask(line, to, from, answers))
		return 2;
	for (begun = now(); fgets(line, sizeof(line), file) != NULL; lines++) {
		if (!ask(line, to, from, answers))
			return 2;
	}
	printf("%.1f\n", (now() - begun) / (double)(lines > 0 ? lines : 1));
	fclose(file);
	fclose(to);
	fclose(from);
	waitpid(child, NULL, 0);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 4 && strcmp(argv[1], "--talk") == 0)
		return talk(argv[2], atoi(argv[3]), argv + 4);
	if (argc == 3 && strcmp(argv[1], "--scan") == 0)
		return scan(argv[2]);
	if (argc == 3)
		return make(argv[1], atol(argv[2]));
	fputs("usage: log_lines FORMAT COUNT | --scan FILE |\n"
	      "       --talk FILE COUNT PROGRAM [ARGUMENT]...\n",
	      stderr);
	return 2;
}
