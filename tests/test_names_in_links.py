"""Names that a link writes with percent signs are replaced and found in every format; all invented."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from bp_qual import apply_pseudonyms
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_applied import write_sheet
from test_names_in_documents import everything_in

NAMES = [NameRow("Van Rijn", "[naam 1]", True), NameRow("Mo Yilmaz", "P01", True), NameRow("José", "P02", True)]
LINK = "https://x.nl/Van%20Rijn?wie=mo%20yilmaz&n=Jos%C3%A9"
HIDDEN = re.compile("Rijn|yilmaz|Jos", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LINK, "https://x.nl/%5Bnaam%201%5D?wie=P01&n=P02"),
        ("/%4D%6F%20Yilmaz", "/P01"),
        ("100%Jos", "100%Jos"),
        ("5%20 Mo%FF Yilmaz", "5%20 Mo%FF Yilmaz"),
    ],
)
def test_a_name_in_percent_signs_is_replaced(text: str, wanted: str) -> None:
    assert Replacer(DecidedName(row.spelling, row.replacement) for row in NAMES).replace(text).text == wanted


@pytest.mark.slow
def test_a_name_in_a_link_of_text_page_and_word_is_replaced_and_found(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    (study / "P01_2010.txt").write_text(f"I: Hoe?\nR: Zie {LINK}.\n", encoding="utf-8")
    page = f'<p>I: Hoe?</p><p>R: <a href="{LINK.replace("&", "&amp;")}">Hier</a>.</p>'
    (study / "P02_2010.html").write_text(page, encoding="utf-8")
    document = docx.Document()
    for said in ("I: Hoe?", "R: Hier."):
        document.add_paragraph(said)
    document.part.relate_to(LINK, docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.save(study / "P03_2010.docx")
    sheet, key = write_sheet(tmp_path / "names.xlsx", NAMES), tmp_path / "keys" / "key.csv"
    made = apply_pseudonyms(study, sheet, tmp_path / "new", key=key)
    assert made.turned == {}
    assert HIDDEN.findall(everything_in(tmp_path / "new" / "P03_2010.docx")) == []
    for name in ("P01_2010.txt", "P02_2010.html"):
        assert HIDDEN.findall((tmp_path / "new" / name).read_text(encoding="utf-8")) == []
    assert {found.file for found in find_leftover_names(study, key=key).found} == {p.name for p in study.iterdir()}
    reveal_names(tmp_path / "new", tmp_path / "again", key=key)
    assert (tmp_path / "again" / "P01_2010.txt").read_bytes() == (study / "P01_2010.txt").read_bytes()


@pytest.mark.parametrize(
    "link", ["https://x.nl/Bea%20Smit", "https://www.linkedin.com/in/caf%C3%A9-de-hoek", "www.x.nl/Bea%20Smit?a=%C3%A9"]
)
def test_an_address_with_percent_signs_that_has_a_row_is_replaced_as_a_whole(link: str) -> None:
    names = [DecidedName("Bea Smit", "P01"), DecidedName(link, "[website 1]", "url")]
    replacer = Replacer(names)
    assert replacer.replace(f"Zie {link}, of ({link}).").text == "Zie [website 1], of ([website 1])."
    assert replacer.used == {names[1]}
    assert Replacer(names[1:]).replace(f"Zie {link}").text == "Zie [website 1]"
    as_read = DecidedName("https://x.nl/café", "[website 1]", "url")
    assert Replacer([as_read]).replace("Zie https://x.nl/caf%C3%A9.").text == "Zie [website 1]."
