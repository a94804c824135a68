"""Words: where they are cut, what chat words and slips become, and what is left as it was written."""

from functools import cache

import pytest

from bot.understanding.words import Text, Word, WordCutter, splits_cluster
from content.schema import Spelling

LETTERS = "ฌฎฏฐฑฒฆฅฃฬฮฉญศษณซ"
"""Thai letters that make no word in any order: words made of them are known only where a test says so."""
SPELLING = Spelling(
    slang={"idk": "i dont know", "plz": "please", "u": "you", "aye": "i", "โดนดี": "ถูกตี", "สดว": "ไม่ห้าม"},
    lookalikes={},
    romanised={},
    romanised_equal=(),
    english=("hit", "me", "doing", "beating", "loose", "lose", "sad", "a"),
    not_words=("นมหนู", "ห้องขัง"),
)


@cache
def cutter(*known: str) -> WordCutter:
    return WordCutter(known, SPELLING)


def cut(text: str, *known: str) -> list[str]:
    return [word.text for word in cutter(*known).cut(text).words]


def paused(text: str) -> list[str]:
    return [word.text for word in cutter().cut(text).words if word.after_pause]


def text_of(*words: str) -> Text:
    return Text(tuple(Word(word, word.upper()) for word in words))


def test_thai_words_stand_together_and_others_apart() -> None:
    assert text_of("พ่อ", "ตี", "hit", "me", "หนู").joined == "พ่อตี hit me หนู"
    assert text_of("กa", "ข", "bค", "ง").joined == "กa ข bคง"


def test_it_is_known_where_each_word_begins() -> None:
    text = text_of("พ่อ", "ตี", "hit", "me", "หนู")
    assert text.starts == [0, 3, 6, 10, 13]
    assert [text.index_at(at) for at in range(len(text.joined))] == [0] * 3 + [1] * 3 + [2] * 4 + [3] * 3 + [
        4
    ] * 3


def test_words_are_told_as_they_were_written() -> None:
    assert text_of("dad", "hit", "me", "now").written(1, 2) == "HIT ME"
    assert text_of("dad", "hit", "me", "now").written(3, 3) == "NOW"


def test_signs_and_emoji_are_not_spoken() -> None:
    assert text_of("hit", "!", "😢", "5", "หนู").spoken == 3


def test_a_word_stands_after_no_pause_unless_it_is_said() -> None:
    assert not Word("a", "a").after_pause


def test_thai_is_cut_by_the_dictionary_and_others_by_their_spaces() -> None:
    assert cut("พ่อตีหนู hit me") == ["พ่อ", "ตี", "หนู", "hit", "me"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("พ่อ ตีหนู", ["ตี"]),
        (" พ่อ", ["พ่อ"]),
        ("พ่อตี", []),
        ("hit me a", []),
        ("meพ่อ", []),
        ("me พ่อ", ["พ่อ"]),
        ("hit. me", ["me"]),
        ("hit, me", ["me"]),
        ("hit; me", []),
        (".", []),
        ("พ่อ?ตี", ["ตี"]),
    ],
)
def test_a_pause_is_a_space_before_thai_or_a_stop(text: str, words: list[str]) -> None:
    assert paused(text) == words


def test_what_is_no_word_is_cut_unless_it_matters() -> None:
    assert cut("นมหนู") == ["นม", "หนู"]
    assert "นมหนู" not in cutter().dictionary
    assert cut("นมหนู", "นมหนู") == ["นมหนู"]


def test_a_new_word_is_learned_and_a_phrase_of_known_words_is_not() -> None:
    assert cut(f"ตี{LETTERS[:4]}หนู", LETTERS[:4]) == ["ตี", LETTERS[:4], "หนู"]
    assert LETTERS[:4] in cutter(LETTERS[:4]).dictionary
    assert cut("แม่ตีหนู", "แม่ตีหนู") == ["แม่", "ตี", "หนู"]
    assert "แม่ตีหนู" not in cutter("แม่ตีหนู").dictionary


def test_latin_words_are_known_from_every_list() -> None:
    one = cutter("my dad", "พ่อ")
    assert all(one.knows_latin(word) for word in ("my", "dad", "idk", "plz", "doing"))
    assert not any(one.knows_latin(word) for word in ("mydad", "พ่อ", "you"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plz hit me", ["please", "hit", "me"]),
        ("u", ["you"]),
        ("plzz", ["please"]),
        ("โดนดี", ["ถูกตี"]),
    ],
)
def test_a_chat_word_becomes_what_it_means(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_of_a_chat_word_that_means_several_the_first_keeps_what_was_written() -> None:
    words = cutter().cut("me. idk").words
    assert words[2:] == (Word("i", "idk", after_pause=True), Word("dont", "dont"), Word("know", "know"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sadd", "sad"),
        ("doin", "doing"),
        ("beattin", "beating"),
        ("loose", "loose"),
        ("zzu", "zzu"),
        ("min", "min"),
    ],
)
def test_doubled_letters_and_a_dropped_g_are_put_right_where_a_known_word_comes_of_it(
    written: str, read: str
) -> None:
    assert cut(written) == [read]


def test_a_long_word_is_known_without_its_tone_marks() -> None:
    assert cut("เขมขน", "เข้มข้น") == ["เข้มข้น"]
    assert cut("หนูเขมขน", "เข้มข้น") == ["หนู", "เข้มข้น"]


def test_what_a_chat_word_means_is_known_without_its_tone_marks() -> None:
    assert cut("ไมหาม") == ["ไม่ห้าม"]


def test_a_short_word_without_its_marks_is_left() -> None:
    assert "".join(cut("แมคา", "แม่ค้า")) == "แมคา"


def test_without_its_marks_another_word_stays_that_word() -> None:
    assert cut("ตกขาว", "ตกข้าว") == ["ตกขาว"]


@pytest.mark.parametrize(
    ("known", "written", "mended"),
    [
        (LETTERS[:6], LETTERS[:5], True),
        (LETTERS[:5], LETTERS[:4], False),
        (LETTERS[:5], LETTERS[:5] + "ซ", True),
        (LETTERS[:7], LETTERS[:6] + "ซ", False),
        (LETTERS[:15], LETTERS[:5] + "ซ" + LETTERS[6:10] + "ซ" + LETTERS[11:15], True),
        (LETTERS[:16], LETTERS[:15], True),
        (LETTERS[:17], LETTERS[:16], False),
        ("blackmail", "blackmoil", True),
        ("threaten", "threeten", False),
        ("bullies", "bullis", True),
        ("strong", "stron", False),
        ("strong", "strongk", True),
        ("sadly", "sadlyk", False),
        ("internationalization", "internationalizatiom", True),
        ("electroencephalograph", "electroencephalogroph", False),
        ("blackmail", "vlackmail", False),
        ("blackmail", "blackma1l", False),
        ("blackmail", "blackmäil", False),
    ],
)
def test_a_slip_is_mended_in_words_of_some_length_that_are_near_enough(
    known: str, written: str, *, mended: bool
) -> None:
    assert ("".join(cut(written, known)) == known) is mended


def test_a_word_that_is_nearer_to_one_of_another_first_letter_is_left() -> None:
    assert cut("stalkings", "stackings") == ["stackings"]
    assert cut("stalkings", "stackings", "talkings") == ["stalkings"]


def test_a_known_word_never_becomes_another() -> None:
    """A nanny is no stepfather."""
    assert cut("พี่เลี้ยงตี", "พ่อเลี้ยง") == ["พี่เลี้ยง", "ตี"]


@pytest.mark.parametrize(
    ("known", "written", "read"),
    [
        ("stepfather is", "step fathr is", ["stepfather", "is"]),
        ("grandmother grandmo", "gran dmo ther", ["grandmother"]),
        ("me. hit grandmother", "me hit gr and mothr hit", ["me", "hit", "grandmother", "hit"]),
        ("red dish reddish", "red dish zzq", ["red", "dish", "zzq"]),
        ("blackmail", "zzq blackmoil", ["zzq", "blackmail"]),
    ],
)
def test_a_torn_word_is_put_together_of_up_to_three_pieces(known: str, written: str, read: list[str]) -> None:
    assert cut(written, known) == read


def test_a_torn_word_keeps_its_pause_and_what_was_written() -> None:
    words = cutter("stepfather is").cut("is. step fathr is").words
    assert words[2:] == (Word("stepfather", "stepfathr", after_pause=True), Word("is", "is"))


def test_nothing_is_put_together_over_a_pause() -> None:
    known, half = LETTERS[:6], LETTERS[:3]
    assert cut(known, known) == [known]
    assert cut(f"{half} {LETTERS[3:6]}", known) == [half, LETTERS[3:6]]
    assert cut(f"me {LETTERS[:5]}", known) == ["me", known]


def test_of_many_slips_twelve_are_mended() -> None:
    assert cut("blackmoil " * 14, "blackmail") == ["blackmail"] * 12 + ["blackmoil"] * 2


def test_the_known_words_before_a_slip_are_looked_up_with_it() -> None:
    """Three places for each slip: it alone, and with one or two words before it."""
    read = cut("my dad my dad blackmoil " * 5, "my dad blackmail")
    assert read[4::5] == ["blackmail"] * 4 + ["blackmoil"]


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("mydadhitsme", "my dad hits me"),
        ("today", "today"),
        ("todayside", "today side"),
        ("iamsafe", "iam safe"),
        ("isadme", "i sad me"),
        ("hitsai", "hits a i"),
        ("bme", "bme"),
        ("mydadx", "mydadx"),
        ("xmydad", "xmydad"),
        ("mygrandparents", "my grandparents"),
        ("mygranddaughter", "mygranddaughter"),
    ],
)
def test_letters_written_apart_become_the_fewest_known_words(letters: str, words: str) -> None:
    known = "my dad hits to day today in side iam safe msafe b grandparents granddaughter"
    assert cutter(known).parted(letters) == words


def test_edges_are_the_ends_of_the_text_and_of_its_words() -> None:
    assert cutter().edges(" พ่อตี hit!") == [0, 1, 4, 6, 7, 10, 11]
    assert cutter().edges("") == [0]


def test_no_vowel_and_no_mark_is_torn_from_its_consonant() -> None:
    block = map(chr, range(0x0E00, 0x0E80))
    assert {char for char in block if splits_cluster(f"ก{char}น", 1)} == set("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")


def test_at_the_end_a_leading_vowel_is_torn_from_what_would_follow() -> None:
    assert [char for char in "กเแโใไา" if splits_cluster(f"ก{char}", 2)] == list("เแโใไ")
    assert not splits_cluster("เก", 2)
