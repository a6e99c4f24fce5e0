# The documents, and the manual.

dist_man_MANS = doc/httree.1

dist_doc_DATA = \
	COPYING \
	README.md \
	doc/architecture.md \
	doc/data-format.md
