"""What stands behind a letter in Unicode for old programs is left out; talk never is, whatever number a file says."""

from __future__ import annotations

import pytest

from bp_qual.readers import read_data, richtext
from bp_qual.readers.paragraphs import NOT_UNDERSTOOD
from processor_time import at_most

SAID = rb"R: caf\u233? zebra yankee xray\par}"


@pytest.mark.parametrize("number", [2, 9, 40, 99_999])
@pytest.mark.parametrize(
    ("said", "text"),
    [
        (rb"caf\u233? zebra yankee", "café zebra yankee"),
        (rb"caf\u233 zebra yankee", "cafézebra yankee"),
        (rb"caf\u233\'e9tje, ja", "cafétje, ja"),
        (rb"it\u8217's gone", "it’'s gone"),
        (rb"\u8364 100 euro", "€100 euro"),
        (rb"{caf\u233?}s en {\b \u233?}n", "cafés en én"),
        (rb"\u1074\'e2\'ec\'e5\'f1\'f2\'e5 zebra", "вместе zebra"),
        (rb"caf\u233.) Ja", "café.) Ja"),
    ],
)
def test_talk_behind_a_letter_is_read_whatever_number_the_file_says(number: int, said: bytes, text: str) -> None:
    reading = read_data(rb"{\rtf1\ansi\ansicpg1251\uc%d R: " % number + said + rb"\par I: en?\par}", where="a.rtf")
    assert (reading.text, reading.remainders, reading.notes) == (f"R: {text}\nI: en?", {}, ())


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (rb"\uc3 kost \u8364 EUR 10", "kost € 10"),
        (rb"\uc2 \u26085\'93\'fa ja", "日 ja"),
        (rb"\uc3 \u8364\'e2\'82\'ac ja", "€ ja"),
        (rb"\uc2 h\u252 uette {\uc0 \u252 b}", "hütte üb"),
        (rb"\uc3 en \u8230 ... ja", "en … ja"),
        (rb"\uc2 \u26085?? ja", "日 ja"),
        (rb"\uc3 \u189 1/2 liter", "½ liter"),
        (rb"caf\u233\'e9 ja", "café ja"),
        (rb"caf\u233e ja", "café ja"),
    ],
)
def test_a_replacement_of_the_right_length_is_left_out(said: bytes, text: str) -> None:
    reading = read_data(rb"{\rtf1\ansi R: " + said + rb"\par}", where="a.rtf")
    assert (reading.text, reading.remainders, reading.notes) == (f"R: {text}", {}, ())


def test_the_number_holds_in_notes_and_in_hidden_text() -> None:
    data = rb"{\rtf1\uc2 R: ja{\footnote \u26085\'93\'fa nee}{\v \u26085\'93\'fa stil}\par}"
    assert read_data(data, where="a.rtf").remainders == {"footnotes": "日 nee", "hidden text": "日 stil"}


def test_a_reader_that_left_out_as_much_as_a_file_says_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(richtext, "set_replacements", lambda source: source)
    reading = read_data(rb"{\rtf1\uc20 " + SAID, where="a.rtf")
    assert {"zebra", "yankee"} <= set(reading.remainders[NOT_UNDERSTOOD].split())
    assert reading.notes


@pytest.mark.slow
def test_many_letters_with_a_wrong_number_are_read_in_time() -> None:
    data = rb"{\rtf1\uc99999 R: " + rb"caf\u233? zebra " * 60_000 + rb"\par}"
    with at_most(20):
        assert read_data(data, where="a.rtf").text.count("zebra") == 60_000
