#include "base/xdg.h"

#include <stdlib.h>
#include <string.h>

bool xdg_config_home(struct strbuf *path)
{
	const char *config = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (config != NULL && *config == '/')
		strbuf_add(path, config);
	else if (home != NULL && *home == '/')
		strbuf_addf(path, "%s/.config", home);
	else
		return false;
	return true;
}

const char *xdg_data_dirs(void)
{
	const char *list = getenv("XDG_DATA_DIRS");

	return list == NULL || *list == '\0' ? "/usr/local/share:/usr/share" :
					       list;
}

bool xdg_next(const char **list, struct strbuf *path)
{
	while (**list != '\0') {
		const char *folder = *list;
		size_t length = strcspn(folder, ":");

		*list += length + (folder[length] == ':');
		if (*folder == '/') {
			strbuf_add_bytes(path, folder, length);
			return true;
		}
	}
	return false;
}
