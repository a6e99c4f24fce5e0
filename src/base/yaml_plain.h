/*
 * yaml_plain -- items that are written plainly, read without libyaml.
 *
 * That takes a fifth of the time.  What is not written as nearly everybody
 * writes a catalogue is left to libyaml, which alone knows all of YAML and
 * finds what is wrong; so nothing is refused here, and whatever is read is what
 * libyaml would read, each node at its place.
 */
#ifndef HTTREE_BASE_YAML_PLAIN_H
#define HTTREE_BASE_YAML_PLAIN_H

#include "base/yaml_grow.h"

/*
 * Read items of the file's list from `*from` on, the beginning of a line, as
 * far as they are plain; `*line` is the number of that line, from zero.  Both
 * are then those of the first item that is not plain, or of the end.  Returns
 * how many items were read.  The file is legible.
 */
size_t yaml_plain(struct yaml_grow *grow, size_t *from, unsigned int *line);

#endif
