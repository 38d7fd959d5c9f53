"""COREQ and SRQR in the folder of a paper: every item there, answered from the study only as far as the study knows."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from bp_qual.compare import Comparison, compare_waves
from bp_qual.panel import count_codes, make_panel
from bp_qual.paper.checklists import ANSWERED_BY, ITEMS, checklists_document, paper_checklists
from bp_qual.transcripts import Corpus, Turn
from bp_qual.wording import Wording
from wave_studies import count_said

SAID = {"P01": (1, 2, 5), "P02": (4, None, 1), "P03": (2, 1, None)}


def comparison_of(**changes: object) -> Comparison:
    """A comparison of 2010 with 2020, in which the first interview (of P01) is otherwise as said."""
    panel = count_said(SAID)
    source = panel.source
    assert source is not None
    first, *rest = source.corpus.transcripts
    corpus = Corpus((replace(first, **changes), *rest), source.corpus.persons, source.corpus.waves)
    return compare_waves(count_codes(source.codings, corpus, source.codebook), before="2010", after="2020", floor=1)


def answers(comparison: Comparison, language: str = "en") -> dict[tuple[str, int], tuple[str, str]]:
    """What each item is answered, and what is left to write."""
    tables = paper_checklists(comparison, language=language)
    return {(table.name, int(row[0])): (row[2], row[3]) for table in tables for row in table.rows}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_item_of_both_lists_is_there_once_in_its_order(language: str) -> None:
    tables = paper_checklists(comparison_of(), language=language)
    assert {table.name: [row[0] for row in table.rows] for table in tables} == {
        name: [str(number) for number in range(1, items + 1)] for name, items in ITEMS.items()
    }
    assert ITEMS == {"coreq": 32, "srqr": 21}
    assert len({row[1] for table in tables for row in table.rows}) == 53


def test_what_the_study_does_not_know_is_for_the_authors_to_write() -> None:
    for (name, number), (told, left) in answers(comparison_of()).items():
        if number not in ANSWERED_BY[name]:
            assert (told, left) == ("–", "all of it"), (name, number)


def test_numbers_of_persons_waves_and_repeats_are_counted() -> None:
    told = answers(comparison_of())
    assert told["coreq", 12][0].startswith("3 persons, 7 interviews, ")
    assert told["coreq", 12][0].endswith("2010: 3 persons; 2015: 2 persons; 2020: 2 persons.")
    assert told["coreq", 13] == ("Interviewed in 2010 and not in 2020: 1 person; in 2020 only: 0 persons.", "the rest")
    assert told["coreq", 18][0].startswith("3 of 3 persons were interviewed in two waves or more; 0 twice")
    assert told["coreq", 29][0].startswith(f"{sum(sum(filter(None, own)) for own in SAID.values())} passages")


def test_the_length_of_interviews_is_in_words_and_their_duration_is_left_to_write() -> None:
    told, left = answers(comparison_of())["coreq", 21]
    assert told.startswith("Words of the persons in an interview: median 1,814, from 1,807 to 1,835")
    assert left == "the rest"


def test_dates_and_other_voices_are_told_where_they_are_known() -> None:
    told = answers(comparison_of())
    assert told["coreq", 16] == ("–", "all of it")
    assert told["coreq", 15][0].startswith("Somebody else than interviewer and participant speaks in 0 of 7 interviews")
    source = count_said(SAID).source
    assert source is not None
    text = source.corpus.transcripts[0].text
    turns = (Turn(0, "R", "respondent", 0, len(text) - 9, "P01"), Turn(1, "V", "other", len(text) - 9, len(text)))
    told = answers(comparison_of(date="2010-03-04", turns=turns))
    assert told["coreq", 16][0] == "Dates of 1 of 7 interviews: from 2010-03-04 to 2010-03-04."
    assert "speaks in 1 of 7 interviews" in told["coreq", 15][0]
    assert told["coreq", 15][1] == "the rest"  # who was there and said nothing is not known


def test_interviewers_are_counted_and_never_named() -> None:
    comparison = comparison_of(interviewers=("Jan Jansen", "mk"))
    assert answers(comparison)["coreq", 1] == ("interviews.csv names 2 who held interviews.", "the rest")
    data = checklists_document(paper_checklists(comparison), Wording("nl"))
    text = "\n".join(c.text for t in docx.Document(io.BytesIO(data)).tables for row in t.rows for c in row.cells)
    assert "Jan Jansen" not in text
    assert "werken samen" not in text  # no quote either


def test_agreement_and_a_judged_sample_are_named_only_where_there_are_any() -> None:
    import pandas as pd

    comparison = comparison_of()
    assert "agree" not in answers(comparison)["coreq", 24][0]
    tables = paper_checklists(comparison, language="en", agreement=pd.DataFrame({"code": ["hokjes"]}))
    assert "How far the coders agree is in tables.docx." in tables[0].rows[23][2]
    assert "judged by a coded sample" not in answers(comparison)["srqr", 15][0]


def test_counts_from_elsewhere_are_refused() -> None:
    words = [{"person": "P1", "wave": wave, "words": 2000} for wave in ("1", "2")]
    with pytest.raises(ValueError, match="count_codes"):
        paper_checklists(compare_waves(make_panel([], words, codes=["a"])))


def test_the_word_file_holds_both_lists_and_is_the_same_bytes_each_time() -> None:
    first, second = (checklists_document(paper_checklists(comparison_of()), Wording("en")) for _ in range(2))
    assert first == second
    tables = docx.Document(io.BytesIO(first)).tables
    assert [len(table.rows) for table in tables] == [33, 22]
