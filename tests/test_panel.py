"""The panel: zeros written out, absence left absent, sums where there are several interviews."""

from __future__ import annotations

import pandas as pd
import pytest

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.compare import compare_waves
from bp_qual.errors import CodebookError
from bp_qual.panel import Panel, count_codes, make_panel
from bp_qual.panel.counts import COUNT_COLUMNS, EXPOSURE_COLUMNS
from bp_qual.transcripts import Corpus
from panel_builders import code_word, make_corpus, make_transcript

BOOK = Codebook(
    "Demo", "1", "nl", (Code("samen", {"nl": "Samen doen"}), Code("hokjes", terms=(Term("hokjes", "lemma"),)))
)


CORPUS = make_corpus(
    make_transcript("P01_2010", "2010", ("", "Hoe gaat het samen?"), ("P01", "Samen, samen. Ja!"), ("P01", "Goed zo.")),
    make_transcript("P01_2020", "2020", ("P01", "Niets.")),
    make_transcript("P01_2020_2", "2020", ("P01", "Toch samen dan.")),
    make_transcript("P02_2010", "2010", ("P02", "We doen het samen. En samen is beter.")),
)


def count(corpus: Corpus = CORPUS) -> Panel:
    return count_codes(code_word(corpus, "samen", "samen"), corpus, BOOK)


def test_columns_are_those_of_the_contract() -> None:
    panel = count()
    assert tuple(panel.counts.columns) == COUNT_COLUMNS
    assert tuple(panel.exposure.columns) == EXPOSURE_COLUMNS


def test_only_the_respondents_words_sentences_and_turns_are_exposure() -> None:
    first = count().exposure.iloc[0]
    assert tuple(first) == ("P01", "2010", 1, 5, 3, 2)


def test_two_interviews_in_a_wave_are_added_up() -> None:
    row = count().exposure.query("person == 'P01' and wave == '2020'").iloc[0]
    assert (row["interviews"], row["words"], row["turns"]) == (2, 4, 2)


def test_zeros_are_written_out_and_an_absent_interview_is_absent() -> None:
    counts = count().counts.set_index(["person", "wave", "code"])
    assert counts.loc[("P01", "2010", "hokjes"), "mentions"] == 0
    assert ("P02", "2020", "hokjes") not in counts.index
    assert len(counts) == 3 * 2


def test_sentences_with_two_mentions_count_once() -> None:
    corpus = make_corpus(make_transcript("P01_2010", "2010", ("P01", "Eerst samen en samen. Dan samen. Niets.")))
    row = count(corpus).counts.iloc[0]
    assert (row["mentions"], row["sentences"], row["present"]) == (3, 2, 1)


def test_a_person_who_says_no_word_was_interviewed_all_the_same() -> None:
    corpus = make_corpus(make_transcript("P01_2010", "2010", ("P01", "...")))
    exposure = count(corpus).exposure
    assert exposure[["interviews", "words", "turns"]].to_numpy().tolist() == [[1, 0, 1]]


def test_two_persons_in_one_file_keep_their_own_words() -> None:
    corpus = make_corpus(
        make_transcript("P01+P02_2010", "2010", ("P01", "Wij samen."), ("P02", "Ja, wij met z'n allen."))
    )
    assert count(corpus).exposure["words"].tolist() == [2, 5]
    assert count(corpus).counts.query("code == 'samen'")["mentions"].tolist() == [1, 0]


def test_rejected_codings_do_not_count() -> None:
    codings = code_word(CORPUS, "samen", "samen").assign(status="rejected")
    assert count_codes(codings, CORPUS, BOOK).counts["mentions"].sum() == 0


def test_every_count_equals_the_rows_of_the_codings() -> None:
    codings = code_word(CORPUS, "samen", "samen")
    for row in count().counts.itertuples():
        hits = codings[
            (codings["person"] == row.person) & (codings["wave"] == row.wave) & (codings["code"] == row.code)
        ]
        assert row.mentions == len(hits)


def test_order_of_interviews_and_rows_changes_nothing() -> None:
    codings = code_word(CORPUS, "samen", "samen")
    turned = count_codes(codings[::-1], CORPUS, BOOK)
    pd.testing.assert_frame_equal(turned.counts, count().counts)


def test_codings_of_two_versions_of_a_codebook_are_not_added_up() -> None:
    codings = code_word(CORPUS, "samen", "samen")
    codings["coder"] = ["Demo@1", *["Demo@2"] * (len(codings) - 1)]
    with pytest.raises(CodebookError, match="Demo@1 and Demo@2"):
        count_codes(codings, CORPUS, BOOK)


def test_a_coding_outside_the_respondents_turns_is_refused() -> None:
    codings = code_word(CORPUS, "samen", "samen").assign(turn=0)
    with pytest.raises(ValueError, match="no turn of a respondent: P01_2010, turn 0"):
        count_codes(codings, CORPUS, BOOK)


def test_a_code_that_the_codebook_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="codes that the codebook does not have: iets"):
        count_codes(code_word(CORPUS, "samen", "iets"), CORPUS, BOOK)


def test_hits_know_their_sentence_and_word() -> None:
    source = count().source
    assert source is not None
    segments = source.segments
    assert segments.words.tolist() == [2, 1, 2, 1, 3, 4, 4]
    assert segments.before.tolist() == [0, 2, 3, 0, 1, 0, 4]
    assert segments.sentence.tolist() == [0, 4, 5, 6]
    assert segments.at.tolist() == [1, 2, 3, 5]


def test_a_hit_before_the_first_word_of_its_turn_stays_in_its_turn() -> None:
    corpus = make_corpus(make_transcript("P01_2010", "2010", ("P01", "Een zin."), ("P01", "… samen")))
    codings = code_word(corpus, "…", "samen")
    source = count_codes(codings, corpus, BOOK).source
    assert source is not None
    segments = source.segments
    assert segments.sentence.tolist() == [1]
    assert segments.at.tolist() == [2]


def test_labels_come_from_the_codebook_and_fall_back_on_the_id() -> None:
    assert (count().label("samen"), count().label("hokjes")) == ("Samen doen", "hokjes")


def test_a_panel_shows_itself_without_running_what_a_name_holds() -> None:
    panel = make_panel([], [{"person": "<b>P</b>", "wave": "<i>", "words": 10}], codes=["a"])
    assert "<b>" not in panel._repr_html_()
    assert "<i>" not in panel._repr_html_()
    assert repr(panel).startswith("Panel: 1 person")


def test_counts_from_elsewhere_are_added_up_and_completed() -> None:
    words = [{"person": "P2", "wave": 2020, "words": 10}, {"person": "P2", "wave": 2020.0, "words": 5}]
    panel = make_panel([{"person": "P2", "wave": 2020, "code": c, "mentions": 1} for c in "aab"], words)
    assert panel.counts["mentions"].tolist() == [2, 1]
    assert panel.exposure[["wave", "interviews", "words"]].to_numpy().tolist() == [["2020", 2, 15]]


def test_persons_waves_and_codes_stand_in_the_order_people_count_in() -> None:
    words = [{"person": person, "wave": wave, "words": 9} for wave in ("w10", "w9") for person in ("P10", "P2")]
    panel = make_panel([{**row, "code": code, "mentions": 1} for row in words for code in ("c10", "c9")], words)
    assert (panel.persons, panel.waves, panel.codes) == (("P2", "P10"), ("w9", "w10"), ("c9", "c10"))
    corpus = make_corpus(*(make_transcript(f"{p}_2010", "2010", (p, "samen")) for p in ("P10", "P2")))
    assert count(corpus).persons == ("P2", "P10")


def test_waves_keep_the_order_they_are_given_in() -> None:
    words = [{"person": "P1", "wave": wave, "words": 9} for wave in ("later", "eerst")]
    panel = make_panel([], words, waves=("eerst", "later"), codes=["a"])
    assert panel.exposure["wave"].tolist() == ["eerst", "later"]


@pytest.mark.parametrize(
    ("counts", "exposure", "message"),
    [
        ([{"person": "P1"}], [], "counts lacks the column wave, code, mentions"),
        ([], [{"person": "P1", "wave": "1"}], "exposure lacks the column words"),
        ([], [{"person": "P1", "wave": "1", "words": -1}], "words of P1, 1 must be a whole number"),
        ([], [{"person": "P1", "wave": "1", "words": 2.5}], "whole number"),
        ([], [{"person": "P1", "wave": "1", "words": None}], "whole number"),
        ([], [{"person": "P1", "wave": "1", "words": float("inf")}], "whole number"),
        ([], [{"person": None, "wave": "1", "words": 1}], "person, wave or code is empty"),
        ([{"person": "P1", "wave": "1", "code": "a", "mentions": 1}], [], "counts without words .*: P1 in 1"),
    ],
)
def test_tables_that_cannot_be_right_are_refused(counts: list, exposure: list, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make_panel(counts, exposure)


@pytest.mark.parametrize("order", [{"waves": ["2"]}, {"codes": ["b"]}])
def test_an_order_that_leaves_something_out_is_refused(order: dict) -> None:
    with pytest.raises(ValueError, match="does not name"):
        make_panel(
            [{"person": "P1", "wave": "1", "code": "a", "mentions": 1}],
            [{"person": "P1", "wave": "1", "words": 9}],
            **order,
        )


def test_where_nothing_is_found_the_sentences_are_a_known_zero() -> None:
    codings = code_word(CORPUS, "komt niet voor", "samen")
    panel = count_codes(codings, CORPUS, BOOK)
    assert panel.counts["sentences"].tolist() == [0] * 3
    assert set(panel.counts["code"]) == {"hokjes"}, "nobody looked for samen, which has no terms"


def test_a_row_of_exposure_that_is_there_twice_is_warned_of() -> None:
    words = [{"person": "P01", "wave": wave, "words": 900} for wave in ("1", "1", "2")]
    with pytest.warns(UserWarning, match="the same row twice: P01 in 1"):
        panel = make_panel([], words, codes=["a"])
    assert panel.exposure["words"].tolist() == [1800, 900]
    make_panel([], [{**row, "words": 900 + number} for number, row in enumerate(words)], codes=["a"])


def test_an_interview_that_could_not_be_read_elsewhere_makes_nobody_a_dropout() -> None:
    exposure = [{"person": p, "wave": w, "words": 2000} for p, w in (("P1", "1"), ("P1", "2"), ("P2", "1"))]
    counts = [{"person": "P1", "wave": "1", "code": "a", "mentions": 3}]
    panel = make_panel(counts, exposure, unread=[("P2", 2)])
    status = compare_waves(panel).attrition.set_index("person")["status"]
    assert status["P2"] == "not read"
    status = compare_waves(make_panel(counts, exposure)).attrition.set_index("person")["status"]
    assert status["P2"] == "dropout"
