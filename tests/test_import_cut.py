"""What of a passage lies outside the answers is told, word for word, in the report and in the list to mend."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from bp_qual import import_codings
from refi_builders import Mark, make_qdpx

TALK = "I: Hoe?\nR: Mijn vrouw zei: stop ermee.\nI: En uw gezondheid?\nR: Goed, goed. En nu rust.\n"
PAIR = "I: En?\nAnn: Wij delen alles, ook de huur.\nBob: Ik betaal de meeste huur.\nAnn: Dat is waar.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    (folder / "stel.txt").write_text(PAIR, encoding="utf-8")
    (folder / "interviews.csv").write_text(
        "file,person,wave,speaker\nP01_2010.txt,P01,2010,R\nstel.txt,P02,2010,Ann\nstel.txt,P03,2010,Bob\n", "utf-8"
    )
    return folder


def cut_of(study: Path, person: str, quote: str) -> list[tuple[int, int, str]]:
    path = study.parent / "list.csv"
    path.write_text(f'person,wave,code,quote\n{person},2010,a,"{quote}"\n', encoding="utf-8")
    cut = import_codings(path, study, dry_run=True).cut
    return [*cut[["answers", "words", "left_out"]].itertuples(index=False, name=None)]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("person", "quote", "told"),
    [
        ("P01", "stop ermee. I: En uw gezondheid?", (1, 3, "En uw gezondheid?")),
        ("P01", "En uw gezondheid?\nR: Goed, goed.", (1, 3, "En uw gezondheid?")),
        ("P01", "stop ermee.\nEn uw gezondheid?\nGoed, goed.", (2, 3, "En uw gezondheid?")),
        ("P02", "ook de huur. Bob: Ik betaal de meeste huur", (1, 5, "Ik betaal de meeste huur")),
        ("P02", "ook de huur.\nBob: Ik betaal de meeste huur.\nAnn: Dat is", (2, 5, "Ik betaal de meeste huur.")),
        ("", "ook de huur.\nBob: Ik betaal", (2, 0, "")),
    ],
)
def test_what_of_a_passage_is_in_no_answer_is_told(
    study: Path, person: str, quote: str, told: tuple[int, int, str]
) -> None:
    assert cut_of(study, person, quote) == [told]


@pytest.mark.parametrize("quote", ["stop ermee.", "R: Mijn vrouw zei", "Goed, goed. En nu rust."])
def test_a_passage_within_one_answer_is_not_told(study: Path, quote: str) -> None:
    assert cut_of(study, "P01", quote) == []


def test_each_passage_that_goes_on_beyond_an_answer_has_a_line_in_the_report_and_in_the_list(study: Path) -> None:
    marks = [Mark("stop ermee.\nI: En uw gezondheid?", "a"), Mark("ermee.\nI: En uw gezondheid?\nR: Goed", "a", "Bob")]
    path = study.parent / "p.qdpx"
    path.write_bytes(make_qdpx({"P01_2010": TALK}, {"P01_2010": marks}))
    listed = study.parent / "listed.csv"
    done = import_codings(path, study, listed_in=listed)
    assert len(done.codings) == 3
    said = done.say("en")
    assert "where nothing is coded (2 rows, 6 words)" in said
    assert "En uw gezondheid?': 3 words: 'En uw gezondheid?'" in said
    rows = pd.read_csv(listed, dtype=str)
    assert rows["why"].tolist() == [
        f"{n} buiten de antwoorden niet gecodeerd: 'En uw gezondheid?'"
        for n in ("1 codering; 3 woorden", "2 coderingen; 3 woorden")
    ]
    assert [TALK[int(row.start) : int(row.end)] == row.quote for row in rows.itertuples()] == [True, True]


def test_what_is_cut_off_leaves_no_code_open_and_comes_in_once(study: Path) -> None:
    marks = [Mark("stop ermee.\nI: En uw gezondheid?", "a")]
    path, listed = study.parent / "p.qdpx", study.parent / "listed.csv"
    path.write_bytes(make_qdpx({"P01_2010": TALK}, {"P01_2010": marks}))
    done = import_codings(path, study, listed_in=listed)
    assert (len(done.listed), done.codings["new"].tolist()) == (0, [True])
    again = import_codings(listed, study)
    assert (len(again.listed), again.codings["new"].tolist(), again.lost) == (0, [False], ())
