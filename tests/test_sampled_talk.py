"""The passages of a drawn sample, found again in transcripts that were edited: none is shown before it is coded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import (
    apply_codebook,
    check_study,
    draw_sample,
    find_sampled,
    order_review,
    read_codebook,
    read_corpus,
    read_study,
    suggest_passages,
    write_sample,
)
from bp_qual.cli import main
from bp_qual.errors import StudyError
from bp_qual.study.study_folder import Study
from bp_qual.suggestions.known_passages import rows_within
from bp_qual.transcripts import Corpus, Transcript

ANSWERS = [
    f"Dag {n} was druk met de tuin en het plein. We liepen {n} keer naar de markt voor brood en vis." for n in range(9)
]
BOOK = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: tuin\n    label: Tuin\n    terms: [tuin]\n"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    for name in ("P01_2010", "P01_2020", "P02_2010", "P02_2020"):
        said = "".join(f"I: En dag {n}?\nR: {answer} Dat was {name}.\n" for n, answer in enumerate(ANSWERS))
        (tmp_path / f"{name}.txt").write_text(said, encoding="utf-8")
    (tmp_path / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    return read_study(tmp_path)


def draw(study: Study, *, said: bool = True) -> list[str]:
    """Draw a sample, and return the words of its passages."""
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "codebook.yaml")
    sample = draw_sample(corpus, apply_codebook(book, corpus), book, n=12, seed=2)
    path = write_sample(study, "first", sample)
    if not said:
        pd.read_csv(path).drop(columns="said").to_csv(path, index=False)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    return [texts[row.interview][row.start : row.end] for row in sample.units.itertuples()]


def edit(corpus: Corpus, old: str, new: str, count: int = 1) -> Corpus:
    """Return interviews as they are once words in all of them were replaced."""

    def changed(transcript: Transcript) -> Transcript:
        text, turns = "", []
        for turn in transcript.turns:
            said = transcript.text[turn.start : turn.end].replace(old, new, count)
            gap = transcript.text[transcript.turns[turn.index - 1].end if turn.index else 0 : turn.start]
            start = len(text) + len(gap)
            turns.append(replace(turn, start=start, end=start + len(said)))
            text += gap + said
        return replace(transcript, text=f"{text}\n", turns=tuple(turns))

    return replace(corpus, transcripts=tuple(map(changed, corpus.transcripts)))


def held(corpus: Corpus, found: pd.DataFrame, passage: str) -> list[bool]:
    """Return for each place where words stand whether they are kept back."""
    places = [
        (transcript.interview, transcript.text.index(passage), transcript.text.index(passage) + len(passage))
        for transcript in corpus.transcripts
        if passage in transcript.text
    ]
    return rows_within(pd.DataFrame(places, columns=["interview", "start", "end"]), found).tolist()


EDITS = [
    ("Dag 0", "De allereerste dag"),
    ("brood", "boodschappen"),
    ("Dag", "Op dag"),
    ("We liepen", "Wij liepen"),
    ("\n", "\n"),
]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize(("old", "new"), EDITS)
def test_a_passage_that_was_drawn_is_found_however_its_interview_was_edited(
    study: Study, said: bool, old: str, new: str
) -> None:
    drawn = draw(study, said=said)
    corpus = edit(read_corpus(study.folder), old, new)
    found = find_sampled(study, corpus)
    for passage in drawn:
        assert held(corpus, found, passage.replace(old, new, 1)) == [True]


def test_what_was_not_drawn_is_not_kept_back_where_the_words_of_what_was_are_known(study: Study) -> None:
    drawn = draw(study)
    corpus = edit(read_corpus(study.folder), "En dag 0", "En de allereerste dag")  # all behind it moves
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    found = [texts[row.interview][row.start : row.end] for row in find_sampled(study, corpus).itertuples()]
    assert sorted(found) == sorted(drawn)


def test_in_the_interviews_it_was_drawn_from_it_is_where_it_was(study: Study) -> None:
    drawn = draw(study)
    corpus = read_corpus(study.folder)
    found = find_sampled(study, corpus)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    assert [texts[row.interview][row.start : row.end] for row in found.itertuples()] == drawn


def test_an_interview_that_came_later_moves_nothing(study: Study) -> None:
    drawn = draw(study)
    (study.folder / "P03_2010.txt").write_text("I: En?\nR: De tuin was nieuw.\n", encoding="utf-8")
    corpus = read_corpus(study.folder)
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    assert sorted(
        texts[row.interview][row.start : row.end] for row in find_sampled(study, corpus).itertuples()
    ) == sorted(drawn)


def damage(what: str, text: str) -> str | bytes:
    """Return the file of a sample as bad luck leaves it."""
    head, *rows = text.splitlines()
    columns = head.split(",")
    at = columns.index("start")
    without = [",".join(cell for place, cell in enumerate(line.split(",")) if place != at) for line in (head, *rows)]
    as_float = [",".join(f"{cell}.0" if place == at else cell for place, cell in enumerate(r.split(","))) for r in rows]
    one = rows[0].split(",")
    one[at] = "abc"
    return {
        "emptied": "",
        "cut off": text[: len(text) // 2],
        "a row gone": "\n".join([head, *rows[1:]]),
        "a column gone": "\n".join(without),
        "whole numbers with a point": "\n".join([head, *as_float]),
        "a row without a place": "\n".join([head, ",".join(one), *rows[1:]]),
        "heading only": f"{head}\n",
        "no text": b"\xff\xfe\x00\xd8",
    }[what]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "what",
    [
        "emptied", "cut off", "a row gone", "a column gone", "whole numbers with a point", "a row without a place",
        "heading only", "no text",
    ],
)  # fmt: skip
def test_of_a_sample_that_is_not_as_it_was_drawn_nothing_is_known_and_nothing_proposed(study: Study, what: str) -> None:
    draw(study)
    path = study.folder / "samples" / "first.csv"
    left = damage(what, path.read_text("utf-8"))
    path.write_bytes(left if isinstance(left, bytes) else left.encode())
    corpus = read_corpus(study.folder)
    with pytest.raises(StudyError, match=r"first\.csv"):
        find_sampled(study, corpus)
    done = CliRunner().invoke(main, ["suggest", str(study.folder), "--letters"])
    assert done.exit_code == 1
    assert "Er is niets voorgesteld." in done.output
    assert any("suggest stelt niets voor" in note for note in check_study(study.folder).notes)


def test_a_sample_saved_by_a_spreadsheet_and_another_table_beside_it_are_in_nobodys_way(study: Study) -> None:
    drawn = draw(study)
    path = study.folder / "samples" / "first.csv"
    path.write_bytes(path.read_text("utf-8").replace(",", ";").encode("utf-16"))
    (path.parent / "notes.csv").write_text("what,who\na,b\n", "utf-8")
    assert len(find_sampled(study, read_corpus(study.folder))) == len(drawn)
    assert not any("suggest stelt" in note for note in check_study(study.folder).notes)


@pytest.mark.slow
def test_what_is_next_in_a_notebook_holds_no_hit_or_proposal_of_a_sample(study: Study) -> None:
    draw(study)
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "codebook.yaml")
    hits, sampled = apply_codebook(book, corpus), find_sampled(study, corpus)
    proposed = suggest_passages(book, corpus, hits, most=500)
    options = {"proposals": proposed, "most": 1000}
    every = order_review(hits, hits.iloc[:0], book, **options)
    assert set(every.loc[rows_within(every, sampled), "source"]) == {"hit", "proposal"}
    shown = order_review(hits, hits.iloc[:0], book, sampled=sampled, **options)
    assert set(shown["source"]) == {"hit", "proposal"}
    assert not rows_within(shown, sampled).any()
    assert len(shown) == len(every) - rows_within(every, sampled).sum()


def test_what_is_next_takes_proposals_or_their_table(study: Study) -> None:
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "codebook.yaml")
    hits = apply_codebook(book, corpus)
    proposed = suggest_passages(book, corpus, hits)
    first, second = (order_review(hits, hits.iloc[:0], book, proposals=one) for one in (proposed, proposed.table))
    pd.testing.assert_frame_equal(first, second)
    assert "proposal" in set(first["source"])
