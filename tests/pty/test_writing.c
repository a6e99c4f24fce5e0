/*
 * What the program writes besides what it shows.
 */
#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

#include "pty/session.h"

static struct strbuf tree;
static size_t tree_root;

static int note_file(const char *path, const struct stat *status, int type_flag,
		     struct FTW *place)
{
	(void)status;
	(void)type_flag;
	if (place->level > 0)
		strbuf_addf(&tree, "%s\n", path + tree_root);
	return 0;
}

/* The paths below the session's folder, each in a line. */
static void expect_tree(const struct session *session, const char *folder,
			const char *paths)
{
	char path[PATH_SIZE + 20];

	snprintf(path, sizeof(path), "%s/%s", session->folder, folder);
	tree_root = strlen(path) + 1;
	strbuf_init(&tree);
	cr_assert_eq(nftw(path, note_file, 10, FTW_PHYS), 0);
	cr_expect_str_eq(strbuf_text(&tree), paths);
	strbuf_clear(&tree);
}

/* Search for something, follow it, and leave. */
static void use(struct session *session)
{
	session_start(session);
	wait_for_first_screen(session);
	type(session, "/teapot\r");
	wait_for(session, "418");
	type(session, "Q");
	expect_exit(session, 0);
	expect_restored(session);
}

Test(pty, the_history_is_written_below_the_folder_for_state_and_nothing_else,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	use(&session);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "httree\nhttree/history\n");
	session_clear(&session);
}

Test(pty, without_a_folder_for_state_it_is_below_home, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.environment = "XDG_STATE_HOME=";
	use(&session);
	expect_tree(&session, "home",
		    ".local\n.local/state\n.local/state/httree\n"
		    ".local/state/httree/history\n");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, no_state_writes_nothing, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "--no-state";
	use(&session);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, a_printed_answer_writes_nothing, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "404";
	session_start(&session);
	expect_exit(&session, 0);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, it_works_where_nothing_can_be_written, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	/* Root may write wherever there is a folder, so there is none. */
	session.environment = "XDG_STATE_HOME=/dev/null/state";
	use(&session);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, the_last_search_is_remembered_the_next_time, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	use(&session);
	close(session.master);
	expect_last_search(&session, "/teapot");
	session_clear(&session);
}
