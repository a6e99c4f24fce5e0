/*
 * xdg -- the folders in which programs keep and find their files, as the XDG
 * Base Directory Specification has them.  A path that is not absolute does not
 * count there.
 */
#ifndef HTTREE_BASE_XDG_H
#define HTTREE_BASE_XDG_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Append the folder of the user's settings; false when there is no home. */
bool xdg_config_home(struct strbuf *path);

/*
 * The folders of what is installed, the most important first, parted by
 * colons; and the next one of such a list, appended, with `*list` behind it.
 * False at the end.
 */
const char *xdg_data_dirs(void);
bool xdg_next(const char **list, struct strbuf *path);

#endif
