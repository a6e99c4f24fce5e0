/*
 * form -- whether a value in a file has the form that the schema asks for:
 * text, a list or records, and each text what its type is.
 */
#ifndef HTTREE_CATALOGUE_FORM_H
#define HTTREE_CATALOGUE_FORM_H

#include "catalogue/schema.h"
#include "catalogue/source.h"

/* Add a fault for everything in the value of a field that has another form. */
void form_value(const struct source *source, yaml_t value, enum field field,
		struct fault_list *faults);

/* The same for a text of this type, the value of `key` at `node`. */
void form_text(const struct source *source, yaml_t node, enum type type,
	       const char *key, struct fault_list *faults);

#endif
