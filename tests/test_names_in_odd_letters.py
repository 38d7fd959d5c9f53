"""Names of files in letters that a pattern takes for another's capital (`İ`, `ı`, `ſ`), and others that are rare."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from docx import Document

from bp_qual.readers import read_data
from bp_qual.study.proposals import propose_by_name, propose_interviews
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.transcripts.wave_words import find_wave, find_waves

SAID = (
    "Anna interview 2010 mei winter eerste first fifth third tweede wave visit vervolginterview intake follow-up 6m 12 "
    "maanden M6 later tien twintig vijf jaar P01 R1 Int02 kopie deel 1 mevrouw van der Vries (v, 45) 12-05-2010 '10 ii "
    "éénmeting fünfte sixième finale nu 1e 2de 3rd week april"
)
WORDS = SAID.split()
ODD = {"i": "İıi̇Ií", "s": "ſSß", "k": "\u212aK"}
BETWEEN = ("\u0301", "\u200b", "\u00a0", "٣", "²", "Ⅱ", "_", "-")


def oddly(word: str, chance: random.Random) -> str:
    """Return a word of which some letters are others that look, or are folded, like them."""
    said = (chance.choice(ODD[sign]) if sign in ODD and chance.random() < 0.3 else sign for sign in word)
    return "".join(chance.choice(BETWEEN) if chance.random() < 0.03 else sign for sign in said)


@pytest.mark.parametrize("seed", range(30))
def test_no_name_of_a_file_ends_in_a_traceback(seed: int) -> None:
    chance = random.Random(seed)
    names = {" ".join(oddly(chance.choice(WORDS), chance) for _ in range(3)) for _ in range(6)}
    files = [Path(f"{oddly(chance.choice(WORDS), chance)}/{name}.txt") for name in sorted(names)]
    assert len(propose_interviews(files)) >= len(files)
    assert set(order_waves(names).waves) == names
    for name in names:
        find_waves(name)
        propose_by_name(Path(f"{name}.txt"))


def test_a_word_for_a_round_is_found_in_capitals_of_another_language() -> None:
    assert find_wave("F\u0130RST interview") == ("1", "F\u0130RST")
    assert find_wave("v\u0131jfde gesprek") == ("5", "v\u0131jfde")
    assert find_wave("Anna v\u0131jf jaar later") == ("v\u0131jf-jaar-later", "v\u0131jf jaar later")


@pytest.mark.parametrize("tag", ["\u017fcript", "t\u0130tle", "no\u017fcript", "\u017fvg"])
def test_what_is_no_tag_of_a_page_takes_no_words(tag: str) -> None:
    page = f"<html><body><p>R: Ja.</p><{tag}>Zeker<p>R: Nee.</p></body></html>"
    text = read_data(page.encode(), where="a.html").text
    assert all(word in text for word in ("Ja.", "Zeker", "Nee."))


def test_a_part_of_a_document_with_another_name_is_not_understood() -> None:
    package, document = io.BytesIO(), Document()
    document.add_paragraph("R: Ja.")
    document.save(package)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(package, "a") as parts:
        parts.writestr("word/comment\u017f.xml", f'<w:p xmlns:w="{word}"><w:r><w:t>geheim</w:t></w:r></w:p>')
    assert read_data(package.getvalue(), where="a.docx").remainders["not understood"] == "geheim"
