"""Words with signs in them that nobody sees are found; those with signs that are no letters are told."""

from __future__ import annotations

import pytest

from bp_qual.display import without_unseen
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.readers import concerns_words, read_data

UNSEEN = [
    *"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u180f\u200b\u200d\u200e\u202e\u2060\u2063\u2066\u206f",
    *"\u3164\ufe00\ufe0f\uffa0\ufff0\ufff9\ufffb\U0001bca0\U0001d173\U000e0001\U000e0061\U000e0100\U000e0fff",
]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_a_word_with_a_sign_that_nobody_sees_is_that_word(sign: str) -> None:
    written = f"De samen{sign}werking ging."
    found = split_tokens(written)
    assert [found.types[number] for number in found.ids.tolist()] == ["de", "samenwerking", "ging"]
    assert (int(found.start[1]), int(found.end[1])) == (3, 16)
    assert fold_word(f"samen{sign}werking") == "samenwerking"
    assert without_unseen(written) == "De samenwerking ging."


TOLD = {
    "private": "samen\ue000werking", "private, higher": "samen\U000f0000werking", "no letter": "samen\ufffewerking",
    "no letter at its end": "samen\uffff",
    "no letter at all": "samen\uffffwerking", "object": "samen\ufffcwerking", "braille blank": "samen\u2800werking",
    "in rings": "\u24e2\u24d0\u24dc\u24d4\u24dd", "one in a ring": "s\u24d0men",
    "in boxes": "\U0001f142\U0001f130\U0001f13c",
    "Cyrillic": "s\u0430menwerking", "Greek": "\u03bfpen", "a Greek capital": "\u0391pril",
    "Latin in Cyrillic": "\u043c\u043ec\u043a\u0432\u0430",
}  # fmt: skip


@pytest.mark.parametrize("what", TOLD)
def test_a_word_with_a_sign_that_is_no_letter_of_it_is_told(what: str) -> None:
    reading = read_data(f"I: Hoe?\nR: De {TOLD[what]} ging.\n".encode(), where="a.txt")
    (note,) = reading.notes
    assert (note.kind, note.values["n"]) == ("odd letters", 1)
    assert concerns_words(note)


@pytest.mark.parametrize(
    "said",
    [
        "\uf0b7 Ja hoor",
        "Ja \u2764\ufe0f hoor",
        "\u041f\u0440\u0438\u0432\u0435\u0442 dag",
        "5 \u00b5m",
        "\u24b6 of B",
        "Ja \ufffc hoor",
        *("10 \u03bcg", "TNF\u03b1", "10 k\u03a9", "\u0394t", "A\u03b2", "\u03c0r", "NF\u03baB", "\u03b2-blokkers"),
    ],
)
def test_signs_beside_words_are_not_told(said: str) -> None:
    assert read_data(f"I: Hoe?\nR: {said}.\n".encode(), where="a.txt").notes == ()


SHAPED = {  # letters that Unicode has once more in another shape, and the word that they make
    "\u017famen": "samen", "\uff53\uff41\uff4d\uff45\uff4e": "samen", "\uff33\uff41MEN": "samen", "s\uff41men": "samen",
    "\U0001d42c\U0001d41a\U0001d426\U0001d41e\U0001d427": "samen", "\U0001d4fcamen": "samen", "s\u2090men": "samen",
    "\u02e2\u1d43\u1d50\u1d49\u207f": "samen", "\ufb01ets": "fiets", "o\ufb03ce": "office", "\ufb05raat": "straat",
    "\u0132s": "ijs", "\u2113ief": "lief", "fie\ufb06": "fiest", "\u01c6ezva": "dzezva", "stra\u00dfe": "strasse",
    "\U0001d7cf\uff10": "10", "1\u1d49": "1e",
}  # fmt: skip


@pytest.mark.parametrize("written", SHAPED, ids=ascii)
def test_a_word_in_letters_of_another_shape_is_that_word(written: str) -> None:
    found = split_tokens(f"De {written} ging.")
    assert [found.types[number] for number in found.ids.tolist()] == ["de", SHAPED[written], "ging"]
    assert (int(found.start[1]), int(found.end[1])) == (3, 3 + len(written))
    assert fold_word(written) == SHAPED[written]
    assert read_data(f"I: Hoe?\nR: De {written} ging.\n".encode(), where="a.txt").notes == ()


def test_a_wide_or_mathematical_capital_begins_a_sentence_as_another_does() -> None:
    for capital in ("N", "\uff2e", "\U0001d40d"):
        assert (
            split_tokens(f"Zo is dat. {capital}u wel.").gap.tolist() == split_tokens("Zo is dat. Nu wel.").gap.tolist()
        )


@pytest.mark.parametrize("written", ["m\u00b2", "5\u00bd", "samen\u00b9", "\u2160"])
def test_powers_fractions_and_marks_of_notes_stay_what_they_are(written: str) -> None:
    assert fold_word(written) == written.lower()


@pytest.mark.slow
@pytest.mark.parametrize("plane", range(17))
def test_every_character_is_folded_and_the_words_around_it_keep_their_places(plane: int) -> None:
    for first in range(plane << 16, (plane + 1) << 16, 0x400):
        letters = [chr(code) for code in range(first, first + 0x400)]
        found = split_tokens("".join(f"{letter} xx " for letter in letters))
        plain = [5 * place + 2 for place in range(len(letters))]
        assert set(plain) <= set(found.start.tolist()), hex(first)
        assert all(fold_word(f"x{letter}").startswith("x") for letter in letters)


@pytest.mark.parametrize("letter", "\ufa6c\ufacf\ufad0\ufad1\ufad5\ufad6\ufad7", ids=ascii)
def test_a_letter_whose_other_shape_lies_in_a_higher_plane_stays_itself(letter: str) -> None:
    found = split_tokens(f"De {letter}en ging.")
    assert [found.types[number] for number in found.ids.tolist()] == ["de", f"{letter}en", "ging"]
    assert fold_word(f"{letter}en") == f"{letter}en"
