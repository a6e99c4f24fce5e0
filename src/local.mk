# The layers, from left to right.  A layer's library is linked together with
# those to its left, so that a call to the right does not link.

base_libs = src/libbase.a $(UNISTRING_LIBS) $(YAML_LIBS)
catalogue_libs = src/libcatalogue.a $(base_libs)
logs_libs = src/liblogs.a $(catalogue_libs)
query_libs = src/libquery.a $(logs_libs)
page_libs = src/libpage.a $(query_libs)
model_libs = src/libmodel.a $(page_libs)
paint_libs = src/libpaint.a $(model_libs)
term_libs = src/libterm.a $(paint_libs) $(NCURSESW_LIBS)
cli_libs = src/libcli.a $(page_libs)

noinst_LIBRARIES += \
	src/libbase.a \
	src/libcatalogue.a \
	src/liblogs.a \
	src/libquery.a \
	src/libpage.a \
	src/libmodel.a \
	src/libpaint.a \
	src/libterm.a \
	src/libcli.a

src_libbase_a_SOURCES = \
	src/base/ascii.h \
	src/base/bitset.c \
	src/base/bitset.h \
	src/base/bytes.c \
	src/base/bytes.h \
	src/base/die.c \
	src/base/die.h \
	src/base/distance.c \
	src/base/distance.h \
	src/base/fault.c \
	src/base/fault.h \
	src/base/file.c \
	src/base/file.h \
	src/base/grouped.c \
	src/base/grouped.h \
	src/base/guard.c \
	src/base/guard.h \
	src/base/intern.c \
	src/base/intern.h \
	src/base/keep.c \
	src/base/keep.h \
	src/base/legible.c \
	src/base/legible.h \
	src/base/nearest.c \
	src/base/nearest.h \
	src/base/problem.c \
	src/base/problem.h \
	src/base/sort.c \
	src/base/sort.h \
	src/base/stem.c \
	src/base/stem.h \
	src/base/strbuf.c \
	src/base/strbuf.h \
	src/base/text.c \
	src/base/text.h \
	src/base/words.c \
	src/base/words.h \
	src/base/xalloc.c \
	src/base/xalloc.h \
	src/base/xdg.c \
	src/base/xdg.h \
	src/base/yaml.c \
	src/base/yaml.h \
	src/base/yaml_grow.c \
	src/base/yaml_grow.h \
	src/base/yaml_plain.c \
	src/base/yaml_plain.h

src_libcatalogue_a_SOURCES = \
	src/catalogue/builder.c \
	src/catalogue/builder.h \
	src/catalogue/builtin.h \
	src/catalogue/candidate.c \
	src/catalogue/candidate.h \
	src/catalogue/catalogue.c \
	src/catalogue/catalogue.h \
	src/catalogue/check.c \
	src/catalogue/check.h \
	src/catalogue/check_guides.c \
	src/catalogue/check_guides.h \
	src/catalogue/code.c \
	src/catalogue/code.h \
	src/catalogue/collection.c \
	src/catalogue/collection.h \
	src/catalogue/draft_ids.c \
	src/catalogue/draft_ids.h \
	src/catalogue/entry_words.c \
	src/catalogue/entry_words.h \
	src/catalogue/form.c \
	src/catalogue/form.h \
	src/catalogue/id.c \
	src/catalogue/id.h \
	src/catalogue/image.h \
	src/catalogue/index.c \
	src/catalogue/index.h \
	src/catalogue/names.c \
	src/catalogue/names.def \
	src/catalogue/names.h \
	src/catalogue/notes.c \
	src/catalogue/notes.h \
	src/catalogue/pool.c \
	src/catalogue/pool.h \
	src/catalogue/prose.c \
	src/catalogue/prose.h \
	src/catalogue/reader.c \
	src/catalogue/reader.h \
	src/catalogue/schema.c \
	src/catalogue/schema.def \
	src/catalogue/schema.h \
	src/catalogue/source.c \
	src/catalogue/source.h \
	src/catalogue/tree.c \
	src/catalogue/tree.h

src_liblogs_a_SOURCES = \
	src/logs/combined.c \
	src/logs/count.c \
	src/logs/count.h \
	src/logs/elb.c \
	src/logs/envoy.c \
	src/logs/fill.c \
	src/logs/foreign.c \
	src/logs/foreign.h \
	src/logs/format.c \
	src/logs/format.h \
	src/logs/formats.def \
	src/logs/fragment.c \
	src/logs/haproxy.c \
	src/logs/input.c \
	src/logs/input.h \
	src/logs/json_keys.c \
	src/logs/json_keys.def \
	src/logs/json_keys.h \
	src/logs/json_line.c \
	src/logs/line.c \
	src/logs/line.h \
	src/logs/meaning.c \
	src/logs/meaning.h \
	src/logs/others.c \
	src/logs/parse.h \
	src/logs/reasons.c \
	src/logs/reasons.h \
	src/logs/report.c \
	src/logs/report.h \
	src/logs/scan.c \
	src/logs/scan.h \
	src/logs/squid.c \
	src/logs/verdict.c \
	src/logs/w3c.c \
	src/logs/w3c.h \
	src/logs/wrapper.c

src_libquery_a_SOURCES = \
	src/query/ask.c \
	src/query/ask.h \
	src/query/document.c \
	src/query/engine.c \
	src/query/engine.h \
	src/query/filter.c \
	src/query/filter.h \
	src/query/filter_parse.c \
	src/query/fit.c \
	src/query/guides.c \
	src/query/guides.h \
	src/query/logline.c \
	src/query/match.c \
	src/query/meanings.c \
	src/query/meanings.h \
	src/query/name.c \
	src/query/name.h \
	src/query/operands.c \
	src/query/operands.h \
	src/query/order.c \
	src/query/order.h \
	src/query/pattern.c \
	src/query/pattern.h \
	src/query/phrase.c \
	src/query/phrase.h \
	src/query/query.c \
	src/query/query.h \
	src/query/rank.c \
	src/query/rank.def \
	src/query/rank.h \
	src/query/reading.c \
	src/query/reading.h \
	src/query/reason.c \
	src/query/reason.h \
	src/query/resolve.c \
	src/query/resolve.h \
	src/query/search.c \
	src/query/search.h \
	src/query/sentence.c \
	src/query/sentence.h \
	src/query/tally.c \
	src/query/terms.c \
	src/query/terms.h

src_libpage_a_SOURCES = \
	src/page/compare.c \
	src/page/compare.h \
	src/page/compose.c \
	src/page/compose.h \
	src/page/facts.c \
	src/page/facts.h \
	src/page/guides.c \
	src/page/guides.h \
	src/page/lines.c \
	src/page/lines.h \
	src/page/logged.c \
	src/page/logged.h \
	src/page/notes.c \
	src/page/notes.h \
	src/page/overview.c \
	src/page/overview.h \
	src/page/page.c \
	src/page/page.h \
	src/page/paragraph.c \
	src/page/paragraph.h \
	src/page/past.c \
	src/page/past.h \
	src/page/relations.c \
	src/page/relations.h \
	src/page/sections.c \
	src/page/sections.h \
	src/page/sources.c \
	src/page/sources.h \
	src/page/table.c \
	src/page/table.h \
	src/page/theme.c \
	src/page/theme.def \
	src/page/theme.h \
	src/page/unknown.c \
	src/page/verbatim.c \
	src/page/verbatim.h \
	src/page/wrap.c \
	src/page/wrap.h \
	src/page/writer.c \
	src/page/writer.h

src_libmodel_a_SOURCES = \
	src/model/action.c \
	src/model/action.h \
	src/model/actions.def \
	src/model/comparing.c \
	src/model/comparing.h \
	src/model/copying.c \
	src/model/copying.h \
	src/model/editor.c \
	src/model/editor.h \
	src/model/effect.h \
	src/model/facet_counts.c \
	src/model/facet_counts.h \
	src/model/facets.c \
	src/model/facets.h \
	src/model/filtering.c \
	src/model/filtering.h \
	src/model/help.c \
	src/model/help.h \
	src/model/help_lines.c \
	src/model/help_lines.h \
	src/model/hiding.c \
	src/model/hiding.h \
	src/model/history.c \
	src/model/history.h \
	src/model/key.c \
	src/model/key.h \
	src/model/layer.c \
	src/model/layer.h \
	src/model/layout.c \
	src/model/layout.h \
	src/model/links.c \
	src/model/links.h \
	src/model/logged.c \
	src/model/logged.h \
	src/model/matches.c \
	src/model/matches.h \
	src/model/menu.c \
	src/model/menu.h \
	src/model/mouse.c \
	src/model/mouse.h \
	src/model/narrowing.c \
	src/model/narrowing.h \
	src/model/number.c \
	src/model/number.h \
	src/model/pane_detail.c \
	src/model/pane_detail.h \
	src/model/pane_tree.c \
	src/model/pane_tree.h \
	src/model/panes.c \
	src/model/panes.h \
	src/model/place.c \
	src/model/place.h \
	src/model/prompt.c \
	src/model/prompt.h \
	src/model/reader.c \
	src/model/reader.h \
	src/model/rows.c \
	src/model/rows.h \
	src/model/sheet.c \
	src/model/sheet.h \
	src/model/stack.c \
	src/model/stack.h \
	src/model/state.c \
	src/model/state.h \
	src/model/status.c \
	src/model/status.h \
	src/model/update.c \
	src/model/update.h \
	src/model/view.c \
	src/model/viewport.c \
	src/model/viewport.h \
	src/model/view.h

src_libpaint_a_SOURCES = \
	src/paint/frame.c \
	src/paint/frame.h \
	src/paint/paint.c \
	src/paint/paint.h \
	src/paint/paint_bars.c \
	src/paint/paint_detail.c \
	src/paint/paint_sheet.c \
	src/paint/paint_tree.c

src_libterm_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSESW_CFLAGS)
src_libterm_a_SOURCES = \
	src/term/browse.c \
	src/term/browse.h \
	src/term/clipboard.c \
	src/term/clipboard.h \
	src/term/colours.c \
	src/term/colours.h \
	src/term/draw.c \
	src/term/draw.h \
	src/term/effects.c \
	src/term/effects.h \
	src/term/input.c \
	src/term/input.h \
	src/term/modes.c \
	src/term/modes.h \
	src/term/opener.c \
	src/term/opener.h \
	src/term/screen.c \
	src/term/screen.h \
	src/term/sequence.c \
	src/term/sequence.h \
	src/term/signals.c \
	src/term/signals.h \
	src/term/terminal.c \
	src/term/terminal.h \
	src/term/terminfo.h
nodist_src_libterm_a_SOURCES = src/term/terminfo.c
EXTRA_DIST += src/term/terminfo.sh
CLEANFILES += src/term/terminfo.c

# A static executable has to do with no file at all.
if STATIC_EXE
terminfo_names = xterm xterm-256color screen screen-256color tmux-256color \
	linux vt100 vt220 rxvt-unicode-256color
endif

src/term/terminfo.c: src/term/terminfo.sh Makefile
	$(AM_V_at)$(MKDIR_P) src/term
	$(AM_V_GEN)$(SHELL) $(srcdir)/src/term/terminfo.sh $(terminfo_names) \
		>$@-t && mv -f $@-t $@

src_libcli_a_SOURCES = \
	src/cli/annotate.c \
	src/cli/annotate.h \
	src/cli/answer.c \
	src/cli/answer.h \
	src/cli/check.c \
	src/cli/check.h \
	src/cli/export.c \
	src/cli/export.h \
	src/cli/json.c \
	src/cli/json.h \
	src/cli/log.c \
	src/cli/log.h \
	src/cli/log_answer.c \
	src/cli/log_export.c \
	src/cli/log_table.c \
	src/cli/options.c \
	src/cli/options.def \
	src/cli/options.h \
	src/cli/options_resolve.c \
	src/cli/pager.c \
	src/cli/pager.h \
	src/cli/pairs.c \
	src/cli/pairs.h \
	src/cli/show.c \
	src/cli/show.h \
	src/cli/split.c \
	src/cli/split.h \
	src/cli/starter.c \
	src/cli/starter.h \
	src/cli/usage.c \
	src/cli/usage.h

bin_PROGRAMS += httree
httree_SOURCES = src/main.c
httree_CPPFLAGS = $(AM_CPPFLAGS) \
	-DSCHEMA='"$(pkgdatadir)/catalogue.schema.json"'
httree_LDFLAGS = $(AM_LDFLAGS) $(EXE_LDFLAGS)

# One file to copy to where nothing can be installed, made in a folder of its
# own.
.PHONY: httree-static
httree-static: static-source
	cd static && \
		{ [ -f Makefile ] || \
			source/configure -q --enable-static-exe CC='$(CC)'; } && \
		$(MAKE) $(AM_MAKEFLAGS) httree$(EXEEXT)
	cp static/httree$(EXEEXT) $@ && $(STRIP) $@

# The same for another processor, made on Debian.
.PHONY: httree-static-arm64
httree-static-arm64: static-source
	$(SHELL) $(srcdir)/tests/package/cross.sh static/source $@

# configure refuses sources that are configured themselves, as those of a release
# are after ./configure.  So both are made from a copy.
.PHONY: static-source
static-source:
	$(MKDIR_P) static
	$(MAKE) $(AM_MAKEFLAGS) distdir distdir=static/source

CLEANFILES += httree-static httree-static-arm64

clean-local: clean-static
.PHONY: clean-static
clean-static:
	rm -rf static

# The loader asks the libraries for each symbol in the order in which they are
# first named, so the C library comes first, which has most of them, and then
# libunistring, which binds hundreds of its own.
httree_LDADD = -lc src/libcli.a $(term_libs) src/libbuiltin.a

# --------------------------------------------------------------------------
# mkcat, the compiler of data/

mkcat_SOURCES = \
	src/mkcat/emit.c \
	src/mkcat/emit.h \
	src/mkcat/json_schema.c \
	src/mkcat/json_schema.h \
	src/mkcat/main.c
mkcat_LDADD = $(catalogue_libs)

if CROSS_COMPILING

# mkcat runs on this machine, so it is compiled anew, and apart from the
# objects of the other machine.
MKCAT = mkcat-for-build
CLEANFILES += mkcat-for-build
mkcat_for_build_sources = \
	$(mkcat_SOURCES) \
	$(src_libcatalogue_a_SOURCES) \
	$(src_libbase_a_SOURCES)

mkcat-for-build: $(mkcat_for_build_sources)
	$(AM_V_CCLD)for file in $(mkcat_for_build_sources); do \
		case $$file in *.c) set -- "$$@" "$(srcdir)/$$file" ;; esac; \
	done; \
	$(CC_FOR_BUILD) $(CFLAGS_FOR_BUILD) -include config.h -I. \
		-I$(srcdir)/src -o $@ "$$@" -lyaml -lunistring

else !CROSS_COMPILING

MKCAT = mkcat$(EXEEXT)
noinst_PROGRAMS += mkcat

endif !CROSS_COMPILING

# --------------------------------------------------------------------------
# mkdoc, which prints the sections of the documents that tables feed

check_PROGRAMS += mkdoc
mkdoc_SOURCES = \
	src/mkdoc/completions.c \
	src/mkdoc/completions.h \
	src/mkdoc/main.c \
	src/mkdoc/manual.c \
	src/mkdoc/manual.h \
	src/mkdoc/picture.c \
	src/mkdoc/picture.h \
	src/mkdoc/tables.c \
	src/mkdoc/tables.h
mkdoc_LDADD = src/libcli.a src/libbuiltin.a $(paint_libs)
