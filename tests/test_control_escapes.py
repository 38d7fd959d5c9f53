r"""Control characters that are written as escapes (`\u0007`, `&#7;`): they are left out as bytes are, and told."""

from __future__ import annotations

import json

import pytest

from bp_qual.readers import concerns_words, read_data

SAID = [("I", "Hoe?"), ("R", "we samen\x07werken goed")]
TALK = {"segments": [{"start": n, "end": n + 1, "speaker": who, "text": said} for n, (who, said) in enumerate(SAID)]}
MADE = {
    "a.json": json.dumps(TALK).encode(),
    "a.html": b"<p>I: Hoe?</p><p>R: we samen&#7;werken goed</p>",
    "b.html": b"<p>I: Hoe?</p><p>R: we samen&#x7;werken goed</p>",
    "a.rtf": rb"{\rtf1\ansi I: Hoe?\par R: we samen\u7?werken goed\par}",
    "b.rtf": rb"{\rtf1\ansi I: Hoe?\par R: we samen\'07werken goed\par}",
}


@pytest.mark.parametrize("file", MADE)
def test_a_control_character_that_is_written_as_an_escape_is_told(file: str) -> None:
    reading = read_data(MADE[file], where=file)
    assert "we samenwerken goed" in reading.text
    (note,) = (note for note in reading.notes if note.kind == "control escapes")
    assert note.values["sign"] == "U+0007"
    assert "samenwerken" in str(note.values["begin"])
    assert concerns_words(note)


def test_a_mark_of_byte_order_within_a_text_takes_no_letter_away() -> None:
    assert read_data(b"<p>I: &#xfeff;Hoe?</p><p>R: Goed.</p>", where="a.html").notes == ()
