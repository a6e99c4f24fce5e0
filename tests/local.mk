# Every test speaks TAP.  A program is a Criterion one; a .test is a script
# for the shell.  Both are run by tap-run.sh, which gives them a clean home
# and fails them when a sanitizer has something to report.

TEST_EXTENSIONS = .test
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
LOG_COMPILER = $(SHELL) $(srcdir)/tests/tap-run.sh
TEST_LOG_DRIVER = $(LOG_DRIVER)
TEST_LOG_COMPILER = $(LOG_COMPILER)

# The absolute paths are asked for now, since a build folder may have moved.
AM_TESTS_ENVIRONMENT = \
	srcdir=$$(cd $(srcdir) && pwd); export srcdir; \
	builddir=$$(pwd); export builddir; \
	HTTREE=$$builddir/httree$(EXEEXT); export HTTREE; \
	MKCAT=$$builddir/$(MKCAT); export MKCAT; \
	CC='$(CC)'; export CC; \
	CPPFLAGS='$(AM_CPPFLAGS) $(CPPFLAGS)'; export CPPFLAGS;

EXTRA_DIST += \
	tests/cli/ask.sh \
	tests/cli/expected/beginning.out \
	tests/cli/expected/comma.out \
	tests/cli/expected/commas.out \
	tests/cli/expected/help.out \
	tests/cli/expected/list-warning.out \
	tests/cli/expected/range.out \
	tests/cli/expected/sets.out \
	tests/cli/expected/unknown-435.out \
	tests/cli/shells.sh \
	tests/fuzz/run.sh \
	tests/lint/releases.txt \
	tests/lint/typos.txt \
	tests/lint/words.txt \
	tests/package/APKBUILD \
	tests/package/PKGBUILD \
	tests/package/compilers.sh \
	tests/package/cross.sh \
	tests/package/deb.sh \
	tests/package/debian.sh \
	tests/package/httree.rb \
	tests/package/httree.spec \
	tests/package/others.sh \
	tests/package/release.sh \
	tests/package/static.sh \
	tests/package/user.sh \
	tests/package/debian/changelog \
	tests/package/debian/control \
	tests/package/debian/copyright \
	tests/package/debian/httree.lintian-overrides \
	tests/package/debian/rules \
	tests/package/debian/source/format \
	tests/package/debian/source/lintian-overrides \
	tests/package/debian/tests/answers \
	tests/package/debian/tests/control \
	tests/real/backend.py \
	tests/real/run.sh \
	tests/search/aside.tsv \
	tests/search/designers-aside.tsv \
	tests/search/designers.tsv \
	tests/search/lines-aside.tsv \
	tests/search/lines.tsv \
	tests/search/queries.tsv \
	tests/tap-run.sh \
	tests/tap.sh \
	tests/valgrind.supp \
	$(shell_tests) \
	$(lint_tests)

# Locales that tests ask for and few machines have.  Where they cannot be made,
# those tests are skipped.
test_locales = de_DE.ISO-8859-1 ja_JP.EUC-JP tr_TR.UTF-8

check_DATA += tests/locales/made
tests/locales/made:
	$(AM_V_at)$(MKDIR_P) tests/locales
	$(AM_V_GEN)for name in $(test_locales); do \
		localedef --no-archive -i "$${name%.*}" -f "$${name#*.}" \
			"tests/locales/$$name" >/dev/null 2>&1 || :; \
	done; \
	: >$@

clean-local:
	rm -rf tests/locales

# --------------------------------------------------------------------------
# Shell tests

shell_tests = \
	tests/cli/annotate.test \
	tests/cli/bash.test \
	tests/cli/catalogues.test \
	tests/cli/check.test \
	tests/cli/fish.test \
	tests/cli/forms.test \
	tests/cli/json.test \
	tests/cli/list.test \
	tests/cli/log.test \
	tests/cli/look.test \
	tests/cli/numbers.test \
	tests/cli/operands.test \
	tests/cli/options.test \
	tests/cli/output.test \
	tests/cli/pager.test \
	tests/cli/pairs.test \
	tests/cli/search.test \
	tests/cli/sqlite.test \
	tests/cli/stats.test \
	tests/cli/tsv.test \
	tests/cli/zsh.test \
	tests/doc/docs.test \
	tests/faults/memory.test \
	tests/faults/streams.test \
	tests/fuzz/replay.test \
	tests/mkcat/example.test \
	tests/mkcat/faults.test \
	tests/mkcat/output.test \
	tests/mkcat/schema.test \
	tests/search/score.test

TESTS += $(shell_tests)

# --------------------------------------------------------------------------
# How the sources are written is nothing to somebody who builds httree, whose
# tools and compiler may know other words and warnings.  So it is no part of
# `make check':
#
#	make lint
#
# is for those who change them.

lint_tests = \
	tests/lint/code.test \
	tests/lint/headers.test \
	tests/lint/layers.test \
	tests/lint/lists.test \
	tests/lint/manual.test \
	tests/lint/releases.test \
	tests/lint/spelling.test \
	tests/lint/text.test

.PHONY: lint
lint: all
	@$(MAKE) $(AM_MAKEFLAGS) check-TESTS check_PROGRAMS= check_DATA= \
		TEST_SUITE_LOG=lint.log TESTS='$(lint_tests)'

# --------------------------------------------------------------------------
# What reads the sources for faults: `make analyse'.

EXTRA_DIST += \
	.clang-tidy \
	tests/analyse/known.txt \
	tests/analyse/run.sh
CLEANFILES += analyse.found analyse.gone analyse.kinds analyse.known analyse.new

.PHONY: analyse
analyse: config.h
	@srcdir=$$(cd $(srcdir) && pwd) YAML_CFLAGS='$(YAML_CFLAGS)' \
		$(SHELL) $(srcdir)/tests/analyse/run.sh

# --------------------------------------------------------------------------
# The program, of which one allocation fails; tests/faults/memory.test runs it.

check_PROGRAMS += tests/faults/httree

tests_faults_httree_SOURCES = \
	src/main.c \
	tests/faults/failing.c
tests_faults_httree_CPPFLAGS = $(httree_CPPFLAGS)
tests_faults_httree_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
tests_faults_httree_LDADD = $(httree_LDADD)

# --------------------------------------------------------------------------
# Which lines the tests run: `make coverage', which makes a build folder of its
# own for it in coverage/.

EXTRA_DIST += \
	tests/coverage.c \
	tests/coverage.sh \
	tests/mutate/pick.awk \
	tests/mutate/run.sh

.PHONY: coverage
coverage:
	@$(MKDIR_P) coverage/src && top=$$(cd $(srcdir) && pwd) && cd coverage && \
	$(CC) -O2 -c -o dump.o "$$top/tests/coverage.c" && \
	{ test -f Makefile || "$$top/configure" -q CC='$(CC)' \
		CFLAGS='-g -O0 --coverage -fprofile-update=atomic' \
		LDFLAGS='-Wl,--wrap=raise,--wrap=_exit' \
		LIBS="$$PWD/dump.o"; } && \
	find . -name '*.gcda' -delete && \
	{ $(MAKE) -s check || :; } && \
	$(SHELL) "$$top/tests/coverage.sh"

clean-local: clean-coverage
.PHONY: clean-coverage
clean-coverage:
	rm -rf coverage

# --------------------------------------------------------------------------
# Targets of the fuzzer.  In a check each is handed the inputs that are kept in
# tests/fuzz/corpus.  Where configure was run with --enable-fuzzers,
#
#	make fuzz FUZZ_SECONDS=600 FUZZ_TARGETS='keys query'
#
# has clang's libFuzzer look for more, from these and from what it found before
# in fuzz.corpus; `make fuzz-keep' makes a corpus of that which is as small as can be.

fuzz_targets = \
	tests/fuzz/catalogue \
	tests/fuzz/history \
	tests/fuzz/json_line \
	tests/fuzz/keys \
	tests/fuzz/log_line \
	tests/fuzz/options \
	tests/fuzz/query \
	tests/fuzz/text \
	tests/fuzz/w3c \
	tests/fuzz/yaml

check_PROGRAMS += $(fuzz_targets)
EXTRA_DIST += tests/fuzz/corpus

fuzz_common = \
	tests/fuzz/fuzz.c \
	tests/fuzz/fuzz.h
if FUZZERS
fuzz_ldflags = $(AM_LDFLAGS) -fsanitize=fuzzer
else !FUZZERS
fuzz_common += \
	tests/fuzz/replay.c \
	tests/support/edge.c \
	tests/support/edge.h
fuzz_ldflags = $(AM_LDFLAGS)
endif !FUZZERS
fuzz_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/tests

tests_fuzz_catalogue_SOURCES = \
	tests/fuzz/catalogue.c \
	$(fuzz_common)
tests_fuzz_catalogue_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_catalogue_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_catalogue_LDADD = $(page_libs)

tests_fuzz_history_SOURCES = \
	tests/fuzz/history.c \
	tests/support/small.c \
	tests/support/small.h \
	$(fuzz_common)
tests_fuzz_history_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_history_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_history_LDADD = $(model_libs)

tests_fuzz_json_line_SOURCES = \
	tests/fuzz/json_line.c \
	$(fuzz_common)
tests_fuzz_json_line_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_json_line_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_json_line_LDADD = $(logs_libs)

tests_fuzz_keys_SOURCES = \
	tests/fuzz/keys.c \
	tests/support/press.c \
	tests/support/press.h \
	tests/support/small.c \
	tests/support/small.h \
	$(fuzz_common)
tests_fuzz_keys_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_keys_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_keys_LDADD = src/libbuiltin.a $(paint_libs)

tests_fuzz_log_line_SOURCES = \
	tests/fuzz/log_line.c \
	$(fuzz_common)
tests_fuzz_log_line_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_log_line_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_log_line_LDADD = $(logs_libs)

tests_fuzz_options_SOURCES = \
	tests/fuzz/options.c \
	tests/support/small.c \
	tests/support/small.h \
	$(fuzz_common)
tests_fuzz_options_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_options_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_options_LDADD = $(cli_libs)

tests_fuzz_query_SOURCES = \
	tests/fuzz/query.c \
	$(fuzz_common)
tests_fuzz_query_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_query_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_query_LDADD = src/libbuiltin.a $(page_libs)

tests_fuzz_text_SOURCES = \
	tests/fuzz/text.c \
	$(fuzz_common)
tests_fuzz_text_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_text_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_text_LDADD = $(page_libs)

tests_fuzz_w3c_SOURCES = \
	tests/fuzz/w3c.c \
	$(fuzz_common)
tests_fuzz_w3c_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_w3c_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_w3c_LDADD = $(logs_libs)

tests_fuzz_yaml_SOURCES = \
	tests/fuzz/yaml.c \
	$(fuzz_common)
tests_fuzz_yaml_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_yaml_LDFLAGS = $(fuzz_ldflags) -Wl,--wrap=yaml_plain
tests_fuzz_yaml_LDADD = $(base_libs)

FUZZ_SECONDS = 20
FUZZ_TARGETS = $(fuzz_targets:tests/fuzz/%=%)

.PHONY: fuzz fuzz-keep
fuzz fuzz-keep: $(fuzz_targets)
	@srcdir=$$(cd $(srcdir) && pwd) $(SHELL) $(srcdir)/tests/fuzz/run.sh \
		$@ $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# --------------------------------------------------------------------------
# How often search puts the right entry first.  A test holds it to the goals;
#
#	make search-score
#	make search-score SCORE_TABLE=FILE SCORE_FLAGS=--misses
#
# prints the table.

check_PROGRAMS += tests/search/score

tests_search_score_SOURCES = tests/search/score.c
tests_search_score_LDADD = src/libbuiltin.a $(query_libs)

SCORE_TABLE = $(srcdir)/tests/search/queries.tsv

.PHONY: search-score
search-score: tests/search/score$(EXEEXT)
	@./tests/search/score$(EXEEXT) $(SCORE_FLAGS) $(SCORE_TABLE)

# --------------------------------------------------------------------------
# What search and whole processes cost: `make bench' prints tables.  Nothing
# of this runs in a check.

EXTRA_PROGRAMS = \
	tests/bench/bench \
	tests/bench/floor \
	tests/bench/laps \
	tests/bench/log_lines \
	tests/bench/measure \
	tests/bench/terminal
CLEANFILES += $(EXTRA_PROGRAMS)
EXTRA_DIST += \
	tests/bench/logs.sh \
	tests/bench/own.awk \
	tests/bench/own.sh \
	tests/bench/run.sh \
	tests/bench/terminal.sh

tests_bench_bench_SOURCES = \
	tests/bench/bench.c \
	tests/bench/figures.c \
	tests/bench/figures.h \
	tests/bench/grow.c \
	tests/bench/grow.h
tests_bench_bench_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_bench_bench_LDADD = src/libbuiltin.a $(query_libs)

tests_bench_floor_SOURCES = tests/bench/floor.c
tests_bench_floor_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSESW_CFLAGS)
tests_bench_floor_LDADD = $(NCURSESW_LIBS) $(base_libs)

tests_bench_laps_SOURCES = \
	tests/bench/figures.c \
	tests/bench/figures.h \
	tests/bench/grow.c \
	tests/bench/grow.h \
	tests/bench/laps.c \
	tests/support/press.c \
	tests/support/press.h
tests_bench_laps_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_bench_laps_LDADD = src/libbuiltin.a $(paint_libs)

tests_bench_measure_SOURCES = \
	tests/bench/figures.c \
	tests/bench/figures.h \
	tests/bench/measure.c
tests_bench_measure_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests

tests_bench_terminal_SOURCES = \
	tests/bench/figures.c \
	tests/bench/figures.h \
	tests/bench/terminal.c
tests_bench_terminal_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests

tests_bench_log_lines_SOURCES = tests/bench/log_lines.c

.PHONY: bench bench-logs bench-own
bench-own: tests/bench/bench$(EXEEXT)
	@srcdir='$(srcdir)' $(SHELL) $(srcdir)/tests/bench/own.sh

bench: bench-logs
	@srcdir='$(srcdir)' $(SHELL) $(srcdir)/tests/bench/run.sh

bench-logs: httree$(EXEEXT) $(EXTRA_PROGRAMS)
	@$(SHELL) $(srcdir)/tests/bench/logs.sh

# --------------------------------------------------------------------------
# A day at the keys, in simulated time: `make long' tells whether memory stays
# what it is.

EXTRA_PROGRAMS += tests/bench/long
LONG_KEYS = 1000000
LONG_RESIZES = 10000

tests_bench_long_SOURCES = \
	tests/bench/long.c \
	tests/support/press.c \
	tests/support/press.h
tests_bench_long_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests
tests_bench_long_LDADD = src/libbuiltin.a $(paint_libs)

.PHONY: long
long: tests/bench/long$(EXEEXT)
	@./tests/bench/long$(EXEEXT) $(LONG_KEYS) $(LONG_RESIZES)

# --------------------------------------------------------------------------
# Unit tests: a program for each layer, linked with its library and those to
# its left alone.

test_libs = $(CRITERION_LIBS)
test_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/tests $(CRITERION_CFLAGS)

unit_tests = \
	tests/unit/test_base \
	tests/unit/test_failing \
	tests/unit/test_catalogue \
	tests/unit/test_logs \
	tests/unit/test_query \
	tests/unit/test_page \
	tests/unit/test_model \
	tests/unit/test_paint \
	tests/unit/test_term \
	tests/unit/test_cli

# The calls that it lets fail go through functions of its own.
tests_unit_test_failing_SOURCES = \
	tests/unit/base/child.h \
	tests/unit/failing/test_failing.c
tests_unit_test_failing_CPPFLAGS = $(test_cppflags)
tests_unit_test_failing_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc \
	-Wl,--wrap=read,--wrap=write,--wrap=fsync,--wrap=rename
tests_unit_test_failing_LDADD = $(base_libs) $(test_libs)

tests_unit_test_base_SOURCES = \
	tests/unit/base/child.h \
	tests/unit/base/scratch.h \
	tests/unit/base/test_bitset.c \
	tests/unit/base/test_bytes.c \
	tests/unit/base/test_die.c \
	tests/unit/base/test_distance.c \
	tests/unit/base/test_fault.c \
	tests/unit/base/test_file.c \
	tests/unit/base/test_grouped.c \
	tests/unit/base/test_guard.c \
	tests/unit/base/test_intern.c \
	tests/unit/base/test_keep.c \
	tests/unit/base/test_nearest.c \
	tests/unit/base/test_problem.c \
	tests/unit/base/test_sort.c \
	tests/unit/base/test_stem.c \
	tests/unit/base/test_strbuf.c \
	tests/unit/base/test_text.c \
	tests/unit/base/test_words.c \
	tests/unit/base/test_xalloc.c \
	tests/unit/base/test_yaml.c \
	tests/unit/base/test_yaml_plain.c
tests_unit_test_base_CPPFLAGS = $(test_cppflags)
tests_unit_test_base_LDADD = $(base_libs) $(test_libs)

tests_unit_test_catalogue_SOURCES = \
	tests/unit/catalogue/sample.h \
	tests/unit/catalogue/test_builder.c \
	tests/unit/catalogue/test_catalogue.c \
	tests/unit/catalogue/test_check.c \
	tests/unit/catalogue/test_check_guides.c \
	tests/unit/catalogue/test_code.c \
	tests/unit/catalogue/test_id.c \
	tests/unit/catalogue/test_index.c \
	tests/unit/catalogue/test_merge.c \
	tests/unit/catalogue/test_names.c \
	tests/unit/catalogue/test_prose.c \
	tests/unit/catalogue/test_reader.c \
	tests/unit/catalogue/test_schema.c \
	tests/unit/catalogue/test_tree.c
tests_unit_test_catalogue_CPPFLAGS = $(test_cppflags)
tests_unit_test_catalogue_LDADD = $(catalogue_libs) $(test_libs)

EXTRA_DIST += $(log_samples)

log_samples = \
	tests/logs/alb.access \
	tests/logs/alb.read \
	tests/logs/alb.tsv \
	tests/logs/azure.access \
	tests/logs/azure.read \
	tests/logs/azure.tsv \
	tests/logs/caddy.access \
	tests/logs/caddy.read \
	tests/logs/caddy.tsv \
	tests/logs/cloudflare.access \
	tests/logs/cloudflare.read \
	tests/logs/cloudflare.tsv \
	tests/logs/cloudfront.access \
	tests/logs/cloudfront.read \
	tests/logs/cloudfront.tsv \
	tests/logs/cloudfront-json.access \
	tests/logs/cloudfront-json.read \
	tests/logs/cloudfront-json.tsv \
	tests/logs/combined.access \
	tests/logs/combined.read \
	tests/logs/combined.tsv \
	tests/logs/common.access \
	tests/logs/common.read \
	tests/logs/common.tsv \
	tests/logs/elb.access \
	tests/logs/elb.read \
	tests/logs/elb.tsv \
	tests/logs/envoy.access \
	tests/logs/envoy.read \
	tests/logs/envoy.tsv \
	tests/logs/envoy-json.access \
	tests/logs/envoy-json.read \
	tests/logs/envoy-json.tsv \
	tests/logs/google.access \
	tests/logs/google.read \
	tests/logs/google.tsv \
	tests/logs/haproxy.access \
	tests/logs/haproxy.read \
	tests/logs/haproxy.tsv \
	tests/logs/haproxy-clf.access \
	tests/logs/haproxy-clf.read \
	tests/logs/haproxy-clf.tsv \
	tests/logs/heroku.access \
	tests/logs/heroku.read \
	tests/logs/heroku.tsv \
	tests/logs/httperr.access \
	tests/logs/httperr.read \
	tests/logs/httperr.tsv \
	tests/logs/iis.access \
	tests/logs/iis.read \
	tests/logs/iis.tsv \
	tests/logs/iis-headless.access \
	tests/logs/iis-headless.read \
	tests/logs/iis-headless.tsv \
	tests/logs/ingress.access \
	tests/logs/ingress.read \
	tests/logs/ingress.tsv \
	tests/logs/json.access \
	tests/logs/json.read \
	tests/logs/json.tsv \
	tests/logs/logfmt.access \
	tests/logs/logfmt.read \
	tests/logs/logfmt.tsv \
	tests/logs/nginx-json.access \
	tests/logs/nginx-json.read \
	tests/logs/nginx-json.tsv \
	tests/logs/s3.access \
	tests/logs/s3.read \
	tests/logs/s3.tsv \
	tests/logs/squid.access \
	tests/logs/squid.read \
	tests/logs/squid.tsv \
	tests/logs/squid-combined.access \
	tests/logs/squid-combined.read \
	tests/logs/squid-combined.tsv \
	tests/logs/traefik.access \
	tests/logs/traefik.read \
	tests/logs/traefik.tsv \
	tests/logs/traefik-json.access \
	tests/logs/traefik-json.read \
	tests/logs/traefik-json.tsv \
	tests/logs/unknown.access \
	tests/logs/unknown.read \
	tests/logs/unknown.tsv \
	tests/logs/uwsgi.access \
	tests/logs/uwsgi.read \
	tests/logs/uwsgi.tsv \
	tests/logs/varnish.access \
	tests/logs/varnish.read \
	tests/logs/varnish.tsv \
	tests/logs/wrapped.access \
	tests/logs/wrapped.read \
	tests/logs/wrapped.tsv

tests_unit_test_logs_SOURCES = \
	tests/support/edge.c \
	tests/support/edge.h \
	tests/unit/catalogue/sample.h \
	tests/unit/logs/samples.h \
	tests/unit/logs/test_count.c \
	tests/unit/logs/test_fragment.c \
	tests/unit/logs/test_input.c \
	tests/unit/logs/test_line.c \
	tests/unit/logs/test_meaning.c \
	tests/unit/logs/test_report.c \
	tests/unit/logs/test_scan.c
tests_unit_test_logs_CPPFLAGS = $(test_cppflags)
tests_unit_test_logs_LDADD = $(logs_libs) $(test_libs)

tests_unit_test_query_SOURCES = \
	tests/unit/query/shelf.h \
	tests/unit/query/test_ask.c \
	tests/unit/query/test_filter.c \
	tests/unit/query/test_guides.c \
	tests/unit/query/test_match.c \
	tests/unit/query/test_meanings.c \
	tests/unit/query/test_name.c \
	tests/unit/query/test_order.c \
	tests/unit/query/test_pasted.c \
	tests/unit/query/test_pattern.c \
	tests/unit/query/test_query.c \
	tests/unit/query/test_rank.c \
	tests/unit/query/test_reason.c \
	tests/unit/query/test_search.c \
	tests/unit/query/test_sentence.c \
	tests/unit/query/test_terms.c \
	tests/unit/query/test_typing.c
tests_unit_test_query_CPPFLAGS = $(test_cppflags)
# The catalogue as built is data, and calls nothing.
tests_unit_test_query_LDADD = src/libbuiltin.a $(query_libs) $(test_libs)

tests_unit_test_page_SOURCES = \
	tests/support/logbook.h \
	tests/support/small.c \
	tests/support/small.h \
	tests/unit/page/lines.h \
	tests/unit/page/sheet.h \
	tests/unit/page/test_compare.c \
	tests/unit/page/test_compose.c \
	tests/unit/page/test_guides.c \
	tests/unit/page/test_logged.c \
	tests/unit/page/test_overview.c \
	tests/unit/page/test_page.c \
	tests/unit/page/test_table.c \
	tests/unit/page/test_theme.c \
	tests/unit/page/test_verbatim.c \
	tests/unit/page/test_wrap.c
tests_unit_test_page_CPPFLAGS = $(test_cppflags)
# The catalogue as built is data, and calls nothing.
tests_unit_test_page_LDADD = src/libbuiltin.a $(page_libs) $(test_libs) -lm

tests_unit_test_model_SOURCES = \
	tests/support/logbook.h \
	tests/support/press.c \
	tests/support/press.h \
	tests/support/small.c \
	tests/support/small.h \
	tests/unit/model/mind.h \
	tests/unit/model/test_action.c \
	tests/unit/model/test_comparing.c \
	tests/unit/model/test_copying.c \
	tests/unit/model/test_editor.c \
	tests/unit/model/test_facets.c \
	tests/unit/model/test_filtering.c \
	tests/unit/model/test_help.c \
	tests/unit/model/test_help_lines.c \
	tests/unit/model/test_history.c \
	tests/unit/model/test_key.c \
	tests/unit/model/test_keymap.c \
	tests/unit/model/test_layer.c \
	tests/unit/model/test_layout.c \
	tests/unit/model/test_links.c \
	tests/unit/model/test_logged.c \
	tests/unit/model/test_matches.c \
	tests/unit/model/test_menu.c \
	tests/unit/model/test_mouse.c \
	tests/unit/model/test_number.c \
	tests/unit/model/test_pane_detail.c \
	tests/unit/model/test_pane_tree.c \
	tests/unit/model/test_reader.c \
	tests/unit/model/test_rows.c \
	tests/unit/model/test_stack.c \
	tests/unit/model/test_state.c \
	tests/unit/model/test_status.c \
	tests/unit/model/test_update.c \
	tests/unit/model/test_view.c \
	tests/unit/model/test_viewport.c
tests_unit_test_model_CPPFLAGS = $(test_cppflags)
tests_unit_test_model_LDADD = $(model_libs) $(test_libs)

tests_unit_test_paint_SOURCES = \
	tests/support/press.c \
	tests/support/press.h \
	tests/support/small.c \
	tests/support/small.h \
	tests/unit/paint/canvas.h \
	tests/unit/paint/test_every_key.c \
	tests/unit/paint/test_frame.c \
	tests/unit/paint/test_paint.c \
	tests/unit/paint/test_paint_bars.c \
	tests/unit/paint/test_paint_detail.c \
	tests/unit/paint/test_paint_sheet.c \
	tests/unit/paint/test_paint_tree.c
tests_unit_test_paint_CPPFLAGS = $(test_cppflags)
tests_unit_test_paint_LDADD = $(paint_libs) $(test_libs)

tests_unit_test_term_SOURCES = \
	tests/support/small.c \
	tests/support/small.h \
	tests/unit/term/terminal.h \
	tests/unit/term/test_browse.c \
	tests/unit/term/test_clipboard.c \
	tests/unit/term/test_colours.c \
	tests/unit/term/test_effects.c \
	tests/unit/term/test_input.c \
	tests/unit/term/test_screen.c \
	tests/unit/term/test_terminal.c
tests_unit_test_term_CPPFLAGS = $(test_cppflags)
# So that a test can have it fail.
tests_unit_test_term_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=newterm
tests_unit_test_term_LDADD = $(term_libs) $(PTY_LIBS) $(test_libs)

tests_unit_test_cli_SOURCES = \
	tests/unit/cli/paper.h \
	tests/unit/cli/test_answer.c \
	tests/unit/cli/test_export.c \
	tests/unit/cli/test_json.c \
	tests/unit/cli/test_options.c \
	tests/unit/cli/test_pager.c \
	tests/unit/cli/test_show.c \
	tests/unit/cli/test_split.c
tests_unit_test_cli_CPPFLAGS = $(test_cppflags)
tests_unit_test_cli_LDADD = $(cli_libs) $(test_libs)

# --------------------------------------------------------------------------
# The catalogue as built, whole screens without a terminal, and the program
# on a terminal

other_tests = \
	tests/data/test_data \
	tests/data/test_tasks \
	tests/screens/test_screens \
	tests/pty/test_pty

tests_data_test_data_SOURCES = \
	tests/data/ids.h \
	tests/data/test_data.c
tests_data_test_data_CPPFLAGS = $(test_cppflags)
tests_data_test_data_LDADD = src/libbuiltin.a $(catalogue_libs) $(test_libs)

tests_data_test_tasks_SOURCES = \
	tests/data/test_tasks.c \
	tests/support/press.c \
	tests/support/press.h
tests_data_test_tasks_CPPFLAGS = $(test_cppflags)
tests_data_test_tasks_LDADD = src/libbuiltin.a $(paint_libs) $(test_libs)

EXTRA_DIST += $(screen_files)

screen_files = \
	tests/screens/catalogue.yaml \
	tests/screens/compare.frame \
	tests/screens/compare.keys \
	tests/screens/copying.frame \
	tests/screens/copying.keys \
	tests/screens/effects.frame \
	tests/screens/effects.keys \
	tests/screens/enter-two-panes.frame \
	tests/screens/enter-two-panes.keys \
	tests/screens/filter-given.frame \
	tests/screens/filter-given.keys \
	tests/screens/filters-selected.frame \
	tests/screens/filters-selected.keys \
	tests/screens/filters.frame \
	tests/screens/filters.keys \
	tests/screens/first-screen-ascii.frame \
	tests/screens/first-screen-ascii.keys \
	tests/screens/first-screen.frame \
	tests/screens/first-screen.keys \
	tests/screens/guides.frame \
	tests/screens/guides.keys \
	tests/screens/guides.yaml \
	tests/screens/own.yaml \
	tests/screens/help-aside.frame \
	tests/screens/help-aside.keys \
	tests/screens/help-detail.frame \
	tests/screens/help-detail.keys \
	tests/screens/help-search.frame \
	tests/screens/help-search.keys \
	tests/screens/help.frame \
	tests/screens/help.keys \
	tests/screens/hostile.frame \
	tests/screens/hostile.keys \
	tests/screens/links.frame \
	tests/screens/links.keys \
	tests/screens/maximise.frame \
	tests/screens/maximise.keys \
	tests/screens/menu.frame \
	tests/screens/menu.keys \
	tests/screens/narrow-esc.frame \
	tests/screens/narrow-esc.keys \
	tests/screens/narrow-filter.frame \
	tests/screens/narrow-filter.keys \
	tests/screens/narrow.frame \
	tests/screens/narrow.keys \
	tests/screens/number-one-pane.frame \
	tests/screens/number-one-pane.keys \
	tests/screens/number-unknown.frame \
	tests/screens/number-unknown.keys \
	tests/screens/numbers.frame \
	tests/screens/numbers.keys \
	tests/screens/one-pane-classes.frame \
	tests/screens/one-pane-classes.keys \
	tests/screens/one-pane.frame \
	tests/screens/one-pane.keys \
	tests/screens/open-at.frame \
	tests/screens/open-at.keys \
	tests/screens/open-words.frame \
	tests/screens/open-words.keys \
	tests/screens/own-compare.frame \
	tests/screens/own-compare.keys \
	tests/screens/own.frame \
	tests/screens/own.keys \
	tests/screens/read-pages.frame \
	tests/screens/read-pages.keys \
	tests/screens/resize-modes.frame \
	tests/screens/resize-modes.keys \
	tests/screens/search-cancel.frame \
	tests/screens/search-cancel.keys \
	tests/screens/search-folds.frame \
	tests/screens/search-folds.keys \
	tests/screens/search-hidden.frame \
	tests/screens/search-hidden.keys \
	tests/screens/search-history.frame \
	tests/screens/search-history.keys \
	tests/screens/search-keys.frame \
	tests/screens/search-keys.keys \
	tests/screens/search-live.frame \
	tests/screens/search-live.keys \
	tests/screens/search-long.frame \
	tests/screens/search-long.keys \
	tests/screens/search-near.frame \
	tests/screens/search-near.keys \
	tests/screens/search-next.frame \
	tests/screens/search-next.keys \
	tests/screens/search-numbers.frame \
	tests/screens/search-numbers.keys \
	tests/screens/search-one-pane.frame \
	tests/screens/search-one-pane.keys \
	tests/screens/search-paste.frame \
	tests/screens/search-paste.keys \
	tests/screens/search-wide.frame \
	tests/screens/search-wide.keys \
	tests/screens/tree-folds.frame \
	tests/screens/tree-folds.keys \
	tests/screens/tree-moves.frame \
	tests/screens/tree-moves.keys \
	tests/screens/unbound.frame \
	tests/screens/unbound.keys \
	tests/screens/visited.frame \
	tests/screens/visited.keys

tests_screens_test_screens_SOURCES = \
	tests/screens/test_screens.c \
	tests/support/press.c \
	tests/support/press.h \
	tests/support/small.c \
	tests/support/small.h
tests_screens_test_screens_CPPFLAGS = $(test_cppflags)
tests_screens_test_screens_LDADD = $(paint_libs)

# It finds the program through the variable HTTREE.
tests_pty_test_pty_SOURCES = \
	tests/pty/session.c \
	tests/pty/session.h \
	tests/pty/test_faults.c \
	tests/pty/test_hostile.c \
	tests/pty/test_matrix.c \
	tests/pty/test_printing.c \
	tests/pty/test_pty.c \
	tests/pty/test_stopping.c \
	tests/pty/test_traced.c \
	tests/pty/test_writing.c
tests_pty_test_pty_CPPFLAGS = $(test_cppflags)
tests_pty_test_pty_LDADD = $(base_libs) $(PTY_LIBS) $(test_libs)

# Each unit test under valgrind: no step outside of memory, and nothing that is
# definitely lost.  A process each, at more than a second: VALGRIND_TESTS may
# name some of the programs.
VALGRIND_TESTS = $(unit_tests)

.PHONY: valgrind
valgrind: all
	@$(MAKE) $(AM_MAKEFLAGS) check TESTS= >/dev/null
	@HTTREE_VALGRIND=1 $(MAKE) $(AM_MAKEFLAGS) check-TESTS \
		check_PROGRAMS= check_DATA= TEST_SUITE_LOG=valgrind.log \
		TESTS='$(VALGRIND_TESTS)'

.PHONY: criterion-is-missing

if HAVE_CRITERION

check_PROGRAMS += $(unit_tests) $(other_tests)
TESTS += $(unit_tests) $(other_tests)

else !HAVE_CRITERION

# Without Criterion nothing would be tested, which must not look like success.
check_DATA += criterion-is-missing
criterion-is-missing:
	@echo "make check needs Criterion: install the package" \
		"libcriterion-dev, then run configure again" >&2; exit 1

endif !HAVE_CRITERION
