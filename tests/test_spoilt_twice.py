"""Letters that were spoilt twice, by a Macintosh, or as in an address are told with what they were."""

from __future__ import annotations

import pytest

from bp_qual.readers.spoilt import note_spoilt


def spoil(text: str, *steps: tuple[str, str]) -> str:
    for written, read in steps:
        text = text.encode(written).decode(read)
    return text


WINDOWS, LATIN = ("utf-8", "cp1252"), ("utf-8", "latin-1")
WORDS = ("caf\u00e9", "co\u00f6rdinatie", "zo\u2019n")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(
    "steps",
    [
        (WINDOWS,), (WINDOWS, WINDOWS), (WINDOWS, WINDOWS, WINDOWS),
        (LATIN,), (LATIN, LATIN), (WINDOWS, LATIN), (LATIN, WINDOWS),
    ],
    ids=["once", "twice", "thrice", "latin", "latin_twice", "both", "both_again"],
)  # fmt: skip
def test_a_word_is_told_as_it_was_however_often_it_was_spoilt(word, steps):
    try:
        spoilt = spoil(word, *steps)
    except UnicodeDecodeError:
        pytest.skip("this encoding has no such letter")
    (note,) = note_spoilt(f"R: Het was {spoilt} en mooi.")
    assert f"'{spoilt}' for '{word}'" in str(note) or repr(word)[1:-1] in str(note)


@pytest.mark.parametrize(
    ("spoilt", "word"),
    [
        (spoil("foto\u2019s", ("mac_roman", "cp1252")), "foto\u2019s"),
        (spoil("caf\u00e9", ("mac_roman", "cp1252")), "caf\u00e9"),
        (spoil("caf\u00e9", ("mac_roman", "latin-1")), "caf\u00e9"),
        (spoil("foto\u2019s", ("cp1252", "latin-1")), "foto\u2019s"),
        (spoil("caf\u00e9", ("cp1252", "mac_roman")), "caf\u00e9"),
        ("caf%C3%A9", "caf\u00e9"),
        ("caf%E9", "caf\u00e9"),
        ("caf\\'e9", "caf\u00e9"),
        ("co\u00a8operatie", "co\u00f6peratie"),
        ("ge\u00a8\u0131nteresseerd", "ge\u00efnteresseerd"),
        ("caf\u00b4e", "caf\u00e9"),
        ("franc\u00b8ais", "fran\u00e7ais"),
        ("co%c3%b6rdinatie", "co\u00f6rdinatie"),
        ("zo%E2%80%99n", "zo\u2019n"),
    ],
)
def test_one_such_word_is_told_with_the_word_that_it_was(spoilt, word):
    (note,) = note_spoilt(f"R: Het was {spoilt} en mooi.")
    assert f"for '{word}'" in str(note)


@pytest.mark.parametrize(
    "text",
    [
        "R: Het caf\u00e9 was mooi, co\u00f6rdinatie ook, \u00c9\u00e9n keer zo\u2019n ding.",
        "R: Mac\u00c9wan zei dat \u00c9\u00c9N keer; NO\u00cbL ook niet.",
        "R: \u017divko en \u0160ime komen uit Zagreb, \u00c9\u00c9N keer.",
        "R: Zie https://nl.wikipedia.org/wiki/Caf%C3%A9 en 50%C korting.",
        "R: 100 %AB en 5%E9 staat er.",
        "R: Foto\u00b4s van opa\u00b4s auto, zo\u00b4n ding, don\u00b4t, lorsqu\u00b4il, d\u00b4Artagnan.",
        "R: Yes, ma\u00b4am, the Baha\u00b4i.",
        "R: Ol\u00e1, a fun\u00e7\u00e3o \u00e9 boa; \u00c3o.",
        "R: \u0394\u03ad\u03bd\u03b4\u03c1\u03bf \u041c\u043e\u0441\u043a\u0432\u0430.",
    ],
)
def test_good_text_is_not_doubted(text):
    assert not [*note_spoilt(text)]
