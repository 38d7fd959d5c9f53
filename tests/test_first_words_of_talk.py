"""Answers that begin with the same ordinary word are talk: nothing is offered that cuts the word off."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_unlabelled_paragraphs import ASKED, SAID, read

WORDS = (
    *("Soms", "Meestal", "Niet", "Mijn", "Sometimes", "People", "Parce", "Da", "Op", "Met", "My", "A", "Elke", "Mein"),
    *("Part", "Gewoon", "Thuis", "At"),
)


@pytest.mark.parametrize("asks", ["", "Hoe ", "Waar "])
@pytest.mark.parametrize("word", WORDS)
def test_an_ordinary_word_that_all_answers_begin_with_is_no_label(tmp_path: Path, word: str, asks: str) -> None:
    pairs = list(zip(ASKED, SAID, strict=True))
    begun = [(asks + asked[0].lower() + asked[1:] if asks else asked, said) for asked, said in pairs]
    text = "\n\n".join(line for asked, said in begun for line in (asked, f"{word} {said[0].lower()}{said[1:]}"))
    offers = [note.values for note in read(tmp_path, text).notes if note.kind.startswith("no speaker")]
    assert [values.get("labels") for values in offers] == [None]
    if word != "Part":  # the usual label of a respondent, so that it may be one
        assert [values["answers"] for values in offers] == ["(2)"]
