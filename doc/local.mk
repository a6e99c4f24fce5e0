# The documents, the manuals, and what other programs read of this one.

dist_man_MANS = doc/httree.1 doc/httree-catalogue.5

dist_doc_DATA = \
	COPYING \
	README.md \
	doc/architecture.md \
	doc/data-format.md \
	doc/logs.md \
	doc/performance.md \
	doc/portability.md \
	doc/reliability.md \
	doc/search.md \
	doc/security.md

exampledir = $(docdir)/examples
dist_example_DATA = doc/examples/gateway.yaml

# Where these are is known to pkg-config, too; but what it says may lie outside
# of the prefix.  Debian's zsh looks elsewhere than others'.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = doc/completions/httree.bash
zshcompletiondir = $(ZSH_COMPLETION_DIR)
dist_zshcompletion_DATA = doc/completions/_httree
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_fishcompletion_DATA = doc/completions/httree.fish

# What software centres and their kin show of a program.
metainfodir = $(datadir)/metainfo
dist_metainfo_DATA = doc/alt.httree.httree.metainfo.xml

EXTRA_DIST += \
	doc/httree.svg \
	doc/update.sh \
	doc/weights.awk

# The sections that tables and the program feed; tests/doc/docs.test tells
# when one is stale.
.PHONY: update-doc
update-doc: httree$(EXEEXT) mkdoc$(EXEEXT) tests/search/score$(EXEEXT) $(MKCAT)
	$(AM_V_GEN)builddir=$$(pwd); \
	HTTREE=$$builddir/httree$(EXEEXT); export HTTREE; \
	MKCAT=$$builddir/$(MKCAT); export MKCAT; \
	MKDOC=$$builddir/mkdoc$(EXEEXT); export MKDOC; \
	SCORE=$$builddir/tests/search/score$(EXEEXT); export SCORE; \
	cd $(srcdir) && $(SHELL) doc/update.sh
