"""Portraits: all of one person on a page, what is missing said as such, and nothing of anybody else."""

from __future__ import annotations

import html
import io
import re
import shutil
from pathlib import Path

import docx
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.files.own_marks import is_own_file
from bp_qual.framework import make_framework, make_portraits, write_portraits
from bp_qual.framework.matrix import summary_table
from bp_qual.framework.portrait_document import portrait_docx
from bp_qual.panel import count_codes
from bp_qual.study import read_corpus, read_study
from report_builders import HOSTILE
from wave_studies import count_said

SAID = {"P01": (0, 2, 5), "P02": (4, None, 1), "P03": (None, 3, None)}
MEMOS = pd.DataFrame(
    [
        ("anna", "", -1, "", "P01", "", "Aarzelde eerst."),
        ("anna", "P01_2020", 20, "hokjes", "", "hokjes", "Ironisch bedoeld."),
        ("anna", "P02_2020", -1, "", "", "", "Gesprek in de keuken."),
        ("anna", "", -1, "hokjes", "", "", "Breed begrip."),
    ],
    columns=["coder", "interview", "start", "code", "person", "quote", "note"],
)


def text_of(page: str) -> str:
    shown = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.S)
    return html.unescape(" ".join(shown.split()))


def test_every_quote_of_the_person_is_there_and_no_other_persons() -> None:
    for portrait in make_portraits(count_said(SAID)):
        page = portrait.to_html()
        assert page.count("<mark>") == sum(filter(None, SAID[portrait.person]))
        others = set(SAID) - {portrait.person}
        assert not any(other in page for other in others)


def test_who_was_interviewed_once_has_a_page_that_says_so() -> None:
    (portrait,) = make_portraits(count_said(SAID), persons=["P03"])
    shown = text_of(portrait.to_html())
    assert [meeting.gap for meeting in portrait.meetings] == ["not_interviewed", "", "not_interviewed"]
    assert shown.count("niet geïnterviewd") == 4  # two in the list of interviews, two beside the quotes
    assert "neemt" not in shown
    assert portrait.themes[0].pointed == ()


def test_themes_over_three_waves_have_their_counts_and_what_they_point_at() -> None:
    (portrait,) = make_portraits(count_said(SAID), persons=["P01"], language="en")
    (theme,) = portrait.themes
    assert [said.mentions for said in theme.course.said] == [0, 2, 5]
    assert theme.pointed == ("emerges", "builds_up", "surges")
    assert theme.bars[0] == 0
    assert theme.bars[2] == 1
    assert "emerges, builds up, surges" in text_of(portrait.to_html())


def test_a_portrait_says_nothing_that_only_holds_among_the_others() -> None:
    portraits = make_portraits(count_said({"P01": (0, 1, 2), "P02": (0, 0, 0), "P03": (0, 0, 0)}))
    assert portraits[0].themes[0].course.findings.keys() >= {"only_speaker", "only_up"}
    assert portraits[0].themes[0].pointed == ("emerges", "builds_up")


def test_a_theme_that_was_looked_for_and_never_said_is_named() -> None:
    portraits = make_portraits(count_said({"P01": (0, 2, 5)}, codes=("hokjes", "geld")))
    assert portraits[0].silent == ("Geld",)
    assert "Gezocht en niet gezegd: Geld." in text_of(portraits[0].to_html())


def test_memos_are_those_on_the_person_and_on_the_persons_interviews() -> None:
    own = {p.person: [memo.note for memo in p.memos] for p in make_portraits(count_said(SAID), memos=MEMOS)}
    assert own == {"P01": ["Aarzelde eerst.", "Ironisch bedoeld."], "P02": ["Gesprek in de keuken."], "P03": []}


def test_summaries_stand_above_their_quotes_and_say_when_they_are_stale() -> None:
    panel = count_said(SAID)
    fresh = next(c.fingerprint for c in make_framework(panel).cells if (c.person, c.wave) == ("P01", "2020"))
    rows = [("P01", "hokjes", "2020", "Nu wel.", fresh, "", ""), ("P01", "hokjes", "2010", "Nog niet.", "x", "", "")]
    shown = text_of(make_portraits(panel, persons=["P01"], summaries=summary_table(rows))[0].to_html())
    assert "Nog niet. de citaten zijn sindsdien veranderd" in shown
    assert "Nu wel. We werken" in shown


def test_what_is_known_of_a_person_is_shown_and_empty_cells_are_not() -> None:
    known = pd.DataFrame({"person": ["P01", "P02"], "buurt": ["Ketelhoek", "Rietakkers"], "geboren": ["1950", None]})
    first, second, _ = make_portraits(count_said(SAID), attributes=known, title="Proef")
    assert (first.described, second.described) == ("buurt: Ketelhoek · geboren: 1950", "buurt: Rietakkers")


def test_no_label_of_a_speaker_is_shown_as_it_may_be_a_name() -> None:
    panel = count_said({"P01": (1, 1, 1)})
    assert panel.source is not None
    (transcript, *rest) = panel.source.corpus.transcripts
    turn = transcript.turns[0]
    object.__setattr__(turn, "speaker", "Jan Jansen")
    assert "Jan Jansen" not in make_portraits(panel)[0].to_html()
    assert rest


def test_hostile_words_and_names_stay_text() -> None:
    (portrait,) = make_portraits(count_said({HOSTILE: (1, 1, 1)}, sentence=HOSTILE + " {code}."), title=HOSTILE)
    page = portrait.to_html()
    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page


def test_persons_whose_names_make_one_file_name_each_have_a_file(tmp_path: Path) -> None:
    said = {"Jan/1": (1, 1, 1), "jan 1": (0, 1, 1), "con": (1, 0, 0)}
    paths = write_portraits(make_portraits(count_said(said)), tmp_path)
    assert sorted(path.name for path in paths) == ["Jan_1.html", "con_1.html", "jan_1-2.html"]
    assert all(is_own_file(path) for path in paths)


def test_the_same_study_gives_the_same_bytes() -> None:
    first, second = (make_portraits(count_said(SAID), memos=MEMOS) for _ in range(2))
    assert [p.to_html() for p in first] == [p.to_html() for p in second]


def test_a_person_who_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="P09"):
        make_portraits(count_said(SAID), persons=["P09"])


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portraits")
    for name in ("codebooks", "transcripts_sample"):
        shutil.copytree(Path(__file__).parents[1] / name, folder / name)
    return folder / "transcripts_sample"


def test_the_word_file_says_what_the_page_says() -> None:
    said = {"P01": (0, 2, 5), "P02": (4, None, 1), "P03": (1, 1, 1)}
    rows = [("P02", "hokjes", "2010", "Toen wel.", "x", "", "")]
    made = make_portraits(count_said(said), memos=MEMOS, summaries=summary_table(rows), title="Proef")
    for portrait in made:
        document = docx.Document(io.BytesIO(portrait_docx(portrait)))
        met, course, beside = document.tables
        page, lines = text_of(portrait.to_html()), [paragraph.text for paragraph in document.paragraphs]
        headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))]
        assert all(heading in page for heading in headings)
        assert sum(cell.text.count("(beurt 1)") for cell in beside.rows[1].cells) == sum(
            filter(None, said[portrait.person])
        )
        assert [row.cells[2].text for row in met.rows[1:]] == [
            "–" if meeting.gap else f"{meeting.words:,}".replace(",", ".") for meeting in portrait.meetings
        ]
        assert course.rows[1].cells[2].text.startswith("niet geïnterviewd" if portrait.person == "P02" else "")
        assert sum(memo.note in line for line in lines for memo in portrait.memos) == len(portrait.memos)
    second = docx.Document(io.BytesIO(portrait_docx(made[1]))).tables[2].rows[1].cells
    assert second[0].text.startswith("Toen wel. (de citaten zijn sindsdien veranderd)")
    assert second[1].text == "niet geïnterviewd"


def test_a_portrait_is_a_page_or_a_word_file(tmp_path: Path) -> None:
    (path,) = write_portraits(make_portraits(count_said(SAID), persons=["P01"]), tmp_path, ending=".docx")
    assert path.name == "P01.docx"
    assert is_own_file(path)
    with pytest.raises(ValueError, match=r"\.html or \.docx"):
        write_portraits((), tmp_path, ending=".pdf")


@pytest.mark.slow
def test_the_command_writes_those_who_are_asked_for(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["portrait", str(study), "--person", "P01", "--person", "P05", "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in out.iterdir()) == ["P01.html", "P05.html", "portraits.json"]
    assert "2 portretten" in done.stderr
    wrong = CliRunner().invoke(main, ["portrait", str(study), "--person", "P99", "-o", str(out)])
    assert wrong.exit_code == 2


@pytest.mark.slow
def test_a_portrait_that_was_edited_is_not_written_over(study: Path, tmp_path: Path) -> None:
    arguments = ["portrait", str(study), "--person", "P01", "-o", str(tmp_path / "out")]
    CliRunner().invoke(main, arguments)
    page = tmp_path / "out" / "P01.html"
    page.write_text(page.read_text("utf-8").replace("Portret", "Mijn portret"), "utf-8")
    before = page.read_bytes()
    assert CliRunner().invoke(main, arguments).exit_code == 1
    assert page.read_bytes() == before


def test_the_counts_are_those_of_the_panel(study: Path) -> None:
    described = read_study(study, allow_outside=True)
    corpus = read_corpus(described)
    codebook = read_codebook(Path(__file__).parents[1] / "codebooks" / "best_persons.yaml")
    panel = count_codes(apply_codebook(codebook, corpus), corpus, codebook)
    counted = panel.counts.set_index(["person", "wave", "code"])["mentions"]
    for portrait in make_portraits(panel):
        for theme in portrait.themes:
            for cell, said in zip(theme.cells, theme.course.said, strict=True):
                if not said.gap:
                    assert counted[portrait.person, cell.wave, theme.code] == said.mentions == len(cell.quotes)
