#include "term/input.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "model/key.h"

static void use_utf8(void)
{
	unsetenv("ESCDELAY");
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(input, .init = use_utf8);

static void feed_bytes(struct decoder *decoder, const char *bytes,
		       size_t length)
{
	size_t room;
	char *at = decoder_room(decoder, &room);

	cr_assert_leq(length, room);
	memcpy(at, bytes, length);
	decoder_feed(decoder, length);
}

static void feed(struct decoder *decoder, const char *bytes)
{
	feed_bytes(decoder, bytes, strlen(bytes));
}

/* One input as a word: the key's name, what was pasted, where was clicked. */
static void add_word(struct strbuf *words, const struct input *input)
{
	static const char *const buttons[] = { "click", "wheel-up",
					       "wheel-down" };
	char name[24];

	strbuf_add(words, words->length > 0 ? " " : "");
	if (input->kind == INPUT_PASTE) {
		strbuf_add(words, "[");
		strbuf_add_bytes(words, input->text, input->length);
		strbuf_add(words, "]");
	} else if (input->kind == INPUT_CLICK) {
		strbuf_addf(words, "%s:%d,%d", buttons[input->button],
			    input->row, input->col);
	} else {
		hkey_name(input->key, name, sizeof(name));
		strbuf_add(words, name);
	}
}

/* All that is whole; with `waited`, all that there is. */
static void take_all(struct decoder *decoder, bool waited,
		     struct strbuf *words)
{
	struct input input;

	while ((input = decoder_next(decoder, waited)).kind != INPUT_NONE)
		add_word(words, &input);
}

/* However the bytes are cut into what is read at once, they are the same. */
static void expect(const char *bytes, const char *wanted)
{
	for (size_t piece = 1; piece <= strlen(bytes); piece++) {
		struct decoder decoder;
		struct strbuf words;

		decoder_init(&decoder);
		strbuf_init(&words);
		for (size_t at = 0; at < strlen(bytes); at += piece) {
			size_t rest = strlen(bytes) - at;

			feed_bytes(&decoder, bytes + at,
				   rest < piece ? rest : piece);
			take_all(&decoder, false, &words);
		}
		take_all(&decoder, true, &words);
		cr_expect_str_eq(strbuf_text(&words), wanted,
				 "in pieces of %zu: '%s', not '%s'", piece,
				 strbuf_text(&words), wanted);
		cr_expect_eq(decoder.length, 0);
		strbuf_clear(&words);
		decoder_clear(&decoder);
	}
}

Test(input, keys_of_a_terminal_have_their_name)
{
	static const struct {
		const char *bytes;
		const char *name;
	} rows[] = {
		{ "\033[A", "Up" },	  { "\033OA", "Up" },
		{ "\033[B", "Down" },	  { "\033OB", "Down" },
		{ "\033[C", "Right" },	  { "\033OC", "Right" },
		{ "\033[D", "Left" },	  { "\033OD", "Left" },
		{ "\033[H", "Home" },	  { "\033OH", "Home" },
		{ "\033[1~", "Home" },	  { "\033[7~", "Home" },
		{ "\033[F", "End" },	  { "\033OF", "End" },
		{ "\033[4~", "End" },	  { "\033[8~", "End" },
		{ "\033[5~", "PgUp" },	  { "\033[6~", "PgDn" },
		{ "\033[3~", "Del" },	  { "\033[Z", "S-Tab" },
		{ "\033OM", "Enter" },	  { "\033OP", "F1" },
		{ "\033[11~", "F1" },	  { "\033[[A", "F1" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		expect(rows[i].bytes, rows[i].name);
}

Test(input, control_characters_that_are_keys_have_their_name)
{
	expect("\r\n\t\177\b \003\032", "Enter Enter Tab Backspace Backspace "
					"Space ^C ^Z");
}

Test(input, a_nul_is_a_key_that_has_no_name)
{
	struct decoder decoder;
	struct strbuf words;

	decoder_init(&decoder);
	strbuf_init(&words);
	feed_bytes(&decoder, "\0q", 2);
	take_all(&decoder, false, &words);
	cr_expect_str_eq(strbuf_text(&words), "that key q");
	strbuf_clear(&words);
	decoder_clear(&decoder);
}

Test(input, characters_of_several_bytes_are_one_key)
{
	expect("aé€\360\235\204\236q", "a é € \360\235\204\236 q");
}

Test(input, a_byte_that_is_no_character_swallows_no_key)
{
	expect("\377q", "that key q");
	expect("\303q", "that key q");
	expect("\303\033OA", "that key Up");
	expect("\342\202q", "that key that key q");
	expect("\300\257q", "that key that key q");
}

Test(input, a_character_without_its_end_is_a_key_when_its_time_is_over)
{
	expect("\303", "that key");
	expect("\342\202", "that key");
}

Test(input, in_other_locales_letters_are_what_the_c_library_says)
{
	struct decoder decoder;
	struct strbuf words;

	decoder_init(&decoder);
	strbuf_init(&words);
	/* As where the character set is another one. */
	decoder.utf8 = false;
	feed(&decoder, "a\303");
	take_all(&decoder, false, &words);
	feed(&decoder, "\251q\377q\342");
	take_all(&decoder, false, &words);
	take_all(&decoder, true, &words);
	cr_expect_str_eq(strbuf_text(&words),
			 "a \303\251 q that key q that key");
	strbuf_clear(&words);
	decoder_clear(&decoder);
}

Test(input, in_other_locales_a_nul_is_a_key_too)
{
	struct decoder decoder;
	struct strbuf words;

	decoder_init(&decoder);
	strbuf_init(&words);
	decoder.utf8 = false;
	feed_bytes(&decoder, "\0q", 2);
	take_all(&decoder, false, &words);
	cr_expect_str_eq(strbuf_text(&words), "that key q");
	strbuf_clear(&words);
	decoder_clear(&decoder);
}

Test(input, without_a_locale_letters_are_those_of_utf8)
{
	cr_assert_not_null(setlocale(LC_ALL, "C"));
	expect("na\303\257ve", "n a \303\257 v e");
}

Test(input, an_escape_is_esc_when_nothing_follows)
{
	struct decoder decoder;
	struct input input;

	decoder_init(&decoder);
	feed(&decoder, "\033");
	input = decoder_next(&decoder, false);
	cr_expect_eq(input.kind, INPUT_NONE);
	cr_expect_eq(decoder_patience(&decoder), 25);

	input = decoder_next(&decoder, true);
	cr_expect_eq(input.kind, INPUT_KEY);
	cr_expect_eq(input.key, HKEY_ESCAPE);
	cr_expect_eq(decoder_patience(&decoder), -1);
	decoder_clear(&decoder);
}

Test(input, escapes_are_escs_each)
{
	expect("\033\033", "Esc Esc");
	expect("\033\033\033", "Esc Esc Esc");
	expect("\033\033q", "Esc Alt-q");
}

Test(input, alt_with_a_key_is_one_key)
{
	expect("\033b", "Alt-b");
	expect("\033fx", "Alt-f x");
	expect("\033\303\251", "Alt-\303\251");
	expect("\033\303", "Alt-that key");
	expect("\033\177", "Alt-Backspace");
	expect("\033\r", "Alt-Enter");
	expect("\033[", "Alt-[");
	expect("\033O", "Alt-O");
	expect("\033P", "Alt-P");
	expect("\033]", "Alt-]");
	expect("\033Pq", "Alt-P q");
	expect("\033\033[A", "Alt-Up");
	expect("\033\033OBq", "Alt-Down q");
}

Test(input, a_key_that_is_not_described_is_one_key)
{
	expect("\033[99;99vq", "that key q");
	expect("\033O5Xq", "that key q");
	expect("\033[1;5Aq", "that key q");
	expect("\033[?1;2cq", "that key q");
}

Test(input, a_sequence_that_is_broken_off_swallows_no_key)
{
	expect("\033[12\rq", "that key Enter q");
	expect("\033[12\033OAq", "that key Up q");
	expect("\033[12", "that key");
}

Test(input, a_sequence_without_an_end_does_not_fill_it)
{
	struct decoder decoder;
	struct strbuf words;
	size_t room;

	decoder_init(&decoder);
	strbuf_init(&words);
	feed(&decoder, "\033[");
	for (int i = 0; i < 5000; i++) {
		decoder_room(&decoder, &room);
		cr_assert_gt(room, 0);
		feed(&decoder, "1");
		take_all(&decoder, false, &words);
	}
	take_all(&decoder, true, &words);
	feed(&decoder, "q");
	strbuf_reset(&words);
	take_all(&decoder, false, &words);
	cr_expect_str_eq(strbuf_text(&words), "q");
	strbuf_clear(&words);
	decoder_clear(&decoder);
}

Test(input, what_a_terminal_answers_is_no_key)
{
	expect("\033]11;rgb:ffff/ffff/ffff\033\\q", "q");
	expect("\033]11;rgb:ffff/ffff/ffff\007q", "q");
	expect("\033P1$r0m\033\\q", "q");
	expect("\033P>|term(1)\033\\q", "q");
	expect("\033]11;rgb:", "");
}

Test(input, the_terminal_may_describe_keys_of_its_own)
{
	struct decoder decoder;
	struct strbuf words;

	decoder_init(&decoder);
	strbuf_init(&words);
	decoder_define(&decoder, "\033A", HKEY_UP);
	decoder_define(&decoder, "\033[42~", HKEY_F12);
	decoder_define(&decoder, NULL, HKEY_LEFT);
	decoder_define(&decoder, "", HKEY_LEFT);
	decoder_define(&decoder, "\033", HKEY_LEFT);
	decoder_define(&decoder, "q", HKEY_LEFT);
	feed(&decoder, "\033A\033[42~q");
	take_all(&decoder, false, &words);
	feed(&decoder, "\033");
	take_all(&decoder, true, &words);
	cr_expect_str_eq(strbuf_text(&words), "Up F12 q Esc");
	strbuf_clear(&words);
	decoder_clear(&decoder);
}

Test(input, no_more_keys_are_described_than_there_is_room_for)
{
	struct decoder decoder;

	decoder_init(&decoder);
	for (int i = 0; i < 2 * INPUT_SEQUENCES; i++)
		decoder_define(&decoder, "\033x", HKEY_F12);
	cr_expect_eq(decoder.sequence_count, INPUT_SEQUENCES);
	decoder_clear(&decoder);
}

Test(input, a_paste_is_read_up_to_its_end)
{
	expect("\033[200~not f\303\266und\rq\033[201~x",
	       "[not f\303\266und\rq] x");
	expect("\033[200~\033[201~x", "[] x");
}

Test(input, a_sequence_inside_a_paste_is_dropped)
{
	expect("\033[200~a\033OAb\033[31mc\033]0;title\007d\033\033e\033[201~",
	       "[abcde]");
}

Test(input, what_is_no_character_in_a_paste_is_dropped)
{
	expect("\033[200~a\377b\303\033[201~", "[ab]");
}

Test(input, a_paste_without_an_end_ends_when_its_time_is_over)
{
	struct decoder decoder;
	struct strbuf words;

	decoder_init(&decoder);
	strbuf_init(&words);
	feed(&decoder, "\033[200~not\033[99;99");
	take_all(&decoder, false, &words);
	cr_expect_str_eq(strbuf_text(&words), "");
	cr_expect_eq(decoder_patience(&decoder), 1000);

	take_all(&decoder, true, &words);
	cr_expect_str_eq(strbuf_text(&words), "[not]");
	feed(&decoder, "j");
	take_all(&decoder, false, &words);
	cr_expect_str_eq(strbuf_text(&words), "[not] j");
	strbuf_clear(&words);
	decoder_clear(&decoder);
}

Test(input, the_rest_of_a_long_paste_is_not_taken_for_keys)
{
	enum { PASTED = 100000, KEPT = 65536 };
	struct decoder decoder;
	struct input input;

	decoder_init(&decoder);
	feed(&decoder, "\033[200~");
	for (int i = 0; i < PASTED; i++) {
		feed(&decoder, "q");
		cr_assert_eq(decoder_next(&decoder, false).kind, INPUT_NONE);
	}
	feed(&decoder, "\033[201~x");
	input = decoder_next(&decoder, false);
	cr_expect_eq(input.kind, INPUT_PASTE);
	cr_expect_eq(input.length, KEPT);
	input = decoder_next(&decoder, false);
	cr_expect_eq(input.key, 'x');
	decoder_clear(&decoder);
}

Test(input, a_click_has_its_place)
{
	expect("\033[<0;1;1Mq", "click:0,0 q");
	expect("\033[<0;80;24M\033[<0;80;24m", "click:23,79");
	expect("\033[<0;19;90Mq", "click:89,18 q");
	expect("\033\033[<0;1;1Mq", "Esc click:0,0 q");
	expect("\033[<64;3;2M\033[<65;3;2M", "wheel-up:1,2 wheel-down:1,2");
	/* With shift, alt or control pressed. */
	expect("\033[<16;3;2M", "click:1,2");
	/* The other buttons, and movements, are of no use. */
	expect("\033[<1;3;2M\033[<2;3;2M\033[<35;3;2Mq", "q");
	/* As terminals report that know the old form alone. */
	expect("\033[M !!q", "click:0,0 q");
	expect("\033[M#!!q", "q");
}

Test(input, what_is_no_report_of_a_click_is_none)
{
	expect("\033[<0;0;1Mq", "q");
	expect("\033[<0;1Mq", "that key q");
	expect("\033[<0;1;1;1Mq", "that key q");
	expect("\033[<a;1;1Mq", "that key ; 1 ; 1 M q");
	expect("\033[<0;99999999999;1M", "click:0,999998");
	expect("\033[M !", "");
}

Test(input, the_user_says_how_long_an_escape_is_waited_for)
{
	static const struct {
		const char *value;
		int patience;
	} rows[] = {
		{ "300", 300 }, { "0", 0 },	 { "99999", 1000 },
		{ "-1", 25 },	{ "", 25 },	 { "fast", 25 },
		{ "10ms", 25 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct decoder decoder;

		setenv("ESCDELAY", rows[i].value, 1);
		decoder_init(&decoder);
		feed(&decoder, "\033");
		cr_expect_eq(decoder_patience(&decoder), rows[i].patience,
			     "'%s'", rows[i].value);
		decoder_clear(&decoder);
	}
}

Test(input, what_cannot_be_a_key_alone_is_waited_for_longer)
{
	static const char *const beginnings[] = { "\033[1", "\303",
						  "\033[<0;1" };

	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++) {
		struct decoder decoder;

		decoder_init(&decoder);
		feed(&decoder, beginnings[i]);
		cr_expect_gt(decoder_patience(&decoder), 100);
		decoder_clear(&decoder);
	}
}
