"""Where hits were rejected, lines for `unless` are offered that by the matcher take away those and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import apply_codebook, read_codebook, write_coding
from bp_qual.page.desk import Desk, open_desk
from bp_qual.page.narrower import offer_unless
from bp_qual.page.routes import make_app
from page_builders import PORT, TOKEN, let_in

BOOK = """\
codebook: Buurt
version: 1.0.0
language: nl
codes:
  - id: samen
    terms: [samen]
"""


def make(folder: Path, *answers: tuple[str, str]) -> Desk:
    """Open a study of one interview in which hits of `samen` were accepted, rejected, or left."""
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: themes.yaml\n", "utf-8")
    talk = "".join(f"I: En toen?\nR: {answer}\n" for answer, _ in answers)
    (folder / "P01_2010.txt").write_text(talk, "utf-8")
    desk = open_desk(folder, coder="anna")
    for (_, do), row in zip(answers, desk.hits.to_dict("records"), strict=True):
        if do:
            write_coding(desk.study, row, coder="anna", do=do, corpus=desk.corpus, codebook=desk.codebook)
    return open_desk(folder, coder="anna")


def left_with(desk: Desk, lines: tuple[str, ...]) -> int:
    """Return how many hits are left with these lines in the codebook, as they were offered."""
    book = desk.study.folder / "narrower.yaml"
    book.write_text(BOOK + "    unless:\n" + "".join(f"      - {line}\n" for line in lines), "utf-8")
    return len(apply_codebook(read_codebook(book), desk.corpus))


@pytest.mark.slow
def test_one_line_is_offered_for_all_that_it_takes_away(tmp_path: Path) -> None:
    rejected = [(f"Wij gaan samen {verb}.", "reject") for verb in ("fietsen", "koken", "eten")]
    desk = make(tmp_path, *rejected, ("Wij wonen samen hier.", "accept"), ("Het huis is samen gekocht.", ""))
    lines = offer_unless(desk, "samen", "samen")
    assert lines == ("gaan samen",)
    assert left_with(desk, lines) == 2


def test_a_line_that_reads_otherwise_and_takes_an_accepted_hit_away_is_not_offered(tmp_path: Path) -> None:
    """A phrase is found in all its forms, so `samen fietsen` is also in `samen fietste`."""
    desk = make(tmp_path, ("Wij gaan samen fietsen.", "reject"), ("Toen ze samen fietsten.", "accept"))
    assert left_with(desk, ("samen fietsen",)) == 0
    assert offer_unless(desk, "samen", "samen") == ("gaan samen",)


@pytest.mark.parametrize("left", ["accept", ""])
def test_nothing_is_offered_where_every_line_takes_another_hit_away(tmp_path: Path, left: str) -> None:
    desk = make(tmp_path, ("Wij gaan samen fietsen.", "reject"), ("Wij gaan samen fietsen.", left))
    assert offer_unless(desk, "samen", "samen") == ()


def test_a_line_is_written_as_a_codebook_has_it(tmp_path: Path) -> None:
    desk = make(tmp_path, ("Dat heet 's samen.", "reject"), ("Wij wonen samen hier.", "accept"))
    lines = offer_unless(desk, "samen", "samen")
    assert lines == ('"\'s samen"',)
    assert left_with(desk, lines) == 1


def test_the_page_asks_for_them(tmp_path: Path) -> None:
    desk = make(tmp_path, ("Wij gaan samen fietsen.", "reject"))
    page = let_in(make_app(desk, token=TOKEN, port=PORT, language="nl"))
    assert page.get("/api/unless", params={"code": "samen", "term": "samen"}).json() == ["samen fietsen"]
