"""Coding: who is coded, what counts once, and that every row stands where it says."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook, Term, parse_codebook
from bp_qual.coding import CODING_COLUMNS, apply_codebook, check_examples
from bp_qual.coding.codings import Mentions, _count_once, _find_excepted
from bp_qual.errors import BpQualWarning
from bp_qual.matching import index_corpus
from bp_qual.transcripts import Corpus, Transcript, Turn


def make_corpus(*said: tuple[str, str], interview: str = "P01_2010", language: str = "nl") -> Corpus:
    """Return a corpus of one interview from (role, text) pairs, with labels and line ends between."""
    text, turns = "", []
    for number, (role, talk) in enumerate(said):
        text += "R: " if role == "respondent" else "I: "
        person = "P01" if role == "respondent" else ""
        turns.append(Turn(number, text[-3], role, len(text), len(text) + len(talk), person))
        text += talk + "\n"
    return Corpus((Transcript(interview, ("P01",), "2010", text, tuple(turns), language),), ("P01",), ("2010",))


def make_book(*codes: str, language: str = "nl") -> Codebook:
    return parse_codebook(f"{{codebook: B, version: 1.0.0, language: {language}, codes: [{', '.join(codes)}]}}")


def quotes(codebook: Codebook, text: str, language: str = "nl") -> list[str]:
    table = apply_codebook(codebook, make_corpus(("respondent", text), language=language))
    return table["quote"].tolist()


def test_the_table_has_the_columns_of_the_contract_and_no_rows_for_an_empty_corpus() -> None:
    table = apply_codebook(make_book("{id: a, terms: [wijk]}"), Corpus((), (), ()))
    assert tuple(table.columns) == CODING_COLUMNS
    assert len(table) == 0


def test_only_respondents_are_coded_and_an_interviewer_makes_a_word_prompted() -> None:
    corpus = make_corpus(
        ("interviewer", "Hoe gaat het in de wijk?"), ("respondent", "De wijken? Goed."), ("respondent", "Mooie wijk.")
    )
    table = apply_codebook(make_book("{id: a, terms: [wijk]}"), corpus)
    assert table["quote"].tolist() == ["wijken", "wijk"]
    assert table["prompted"].tolist() == [True, False]


def test_a_question_with_another_term_of_the_same_code_makes_a_mention_prompted() -> None:
    """The methods paragraph promises it of the theme, not of the word."""
    book = make_book("{id: top, codes: [{id: a, terms: [buurt, wijk]}, {id: b, terms: [straat]}]}")
    said = (("interviewer", "Hoe is het in de buurt?"), ("respondent", "Onze wijk is mooi, de straat ook."))
    table = apply_codebook(book, make_corpus(*said))
    assert list(zip(table["code"], table["quote"], table["prompted"], strict=True)) == [
        ("a", "wijk", True), ("top", "wijk", True), ("b", "straat", False), ("top", "straat", True),
    ]  # fmt: skip


def test_what_an_unless_term_takes_out_of_a_question_prompts_nothing() -> None:
    book = make_book("{id: a, terms: [wijk], unless: [wijk uit]}")
    said = (("interviewer", "Ik wijk uit naar buiten?"), ("respondent", "Onze wijk is mooi."))
    assert apply_codebook(book, make_corpus(*said))["prompted"].tolist() == [False]


def test_the_last_question_of_one_interview_prompts_nothing_in_the_next() -> None:
    first = make_corpus(("respondent", "Ja."), ("interviewer", "En de wijk?")).transcripts[0]
    second = make_corpus(("respondent", "Onze wijk is mooi."), interview="P02_2010").transcripts[0]
    table = apply_codebook(make_book("{id: a, terms: [wijk]}"), Corpus((first, second), ("P01",), ("2010",)))
    assert table["prompted"].tolist() == [False]


def test_mentions_that_touch_do_not_overlap() -> None:
    one, none = np.array([0, 0], dtype=np.int64), np.array([False, False])
    ends = {"start": np.array([0, 4]), "end": np.array([4, 8])}
    mentions = Mentions(one, one, ends["start"], ends["end"], one, none, np.array(["", ""], dtype=object), none)
    assert len(_count_once(mentions, np.array([0, 1])).start) == 2


def test_an_unless_term_that_only_touches_a_mention_leaves_it() -> None:
    rules = (SimpleNamespace(code=0), SimpleNamespace(code=0))
    at = {"start": np.array([0, 4, 6]), "end": np.array([4, 8, 9])}
    hits = SimpleNamespace(term=np.array([0, 1, 1]), **at)
    excluded = np.array([True, False, False])
    assert _find_excepted(hits, excluded, SimpleNamespace(rules=rules)).tolist() == [True, False, False]  # type: ignore[arg-type]


def test_overlapping_hits_of_one_code_count_once_and_of_two_codes_twice() -> None:
    book = make_book("{id: a, terms: [de buurt, buurt, leuke buurt]}", "{id: b, terms: [buurt]}")
    table = apply_codebook(book, make_corpus(("respondent", "In de buurt. Een leuke buurt.")))
    assert list(zip(table["code"], table["quote"], strict=True)) == [
        ("a", "de buurt"), ("b", "buurt"), ("a", "leuke buurt"), ("b", "buurt"),
    ]  # fmt: skip


def test_sub_codes_roll_up_and_a_parent_counts_a_mention_once() -> None:
    book = make_book("{id: top, terms: [samen], codes: [{id: x, terms: [de buren]}, {id: y, terms: [buren]}]}")
    table = apply_codebook(book, make_corpus(("respondent", "De buren en wij, samen.")))
    assert list(zip(table["code"], table["quote"], table["term"], strict=True)) == [
        ("top", "De buren", "de buren"), ("x", "De buren", "de buren"),
        ("y", "buren", "buren"), ("top", "samen", "samen"),
    ]  # fmt: skip


def test_a_hit_inside_or_overlapping_an_unless_term_does_not_count() -> None:
    book = make_book("{id: a, terms: [partner], unless: [partner in crime, mijn partner]}", "{id: b, terms: [partner]}")
    table = apply_codebook(book, make_corpus(("respondent", "Mijn partner, een partner in crime, een partner.")))
    assert table["code"].value_counts().to_dict() == {"a": 1, "b": 3}


def test_a_hit_never_lies_in_an_aside_and_a_phrase_goes_on_around_one() -> None:
    book = make_book(r"{id: a, terms: [wijk, in de stad, {regex: 'wij\w+'}]}")
    assert quotes(book, "De (lacht) [wijk] was in de [onverstaanbaar] stad.") == ["in de [onverstaanbaar] stad"]


def test_a_hit_never_crosses_a_turn() -> None:
    book = make_book("{id: a, terms: [de wijk, {regex: 'de.{1,9}wijk'}]}")
    assert len(apply_codebook(book, make_corpus(("respondent", "in de"), ("respondent", "wijk")))) == 0


def test_rows_come_in_the_order_of_person_wave_interview_place_and_code() -> None:
    one = make_corpus(("respondent", "wijk buurt"), interview="P01_b").transcripts[0]
    two = make_corpus(("respondent", "buurt"), interview="P01_a").transcripts[0]
    corpus = Corpus((one, two), ("P01",), ("2010",))
    table = apply_codebook(make_book("{id: b, terms: [buurt]}", "{id: a, terms: [wijk, buurt]}"), corpus)
    assert table[["interview", "start", "code"]].values.tolist() == [
        ["P01_a", 3, "a"], ["P01_a", 3, "b"], ["P01_b", 3, "a"], ["P01_b", 8, "a"], ["P01_b", 8, "b"],
    ]  # fmt: skip


def test_an_index_gives_the_same_table_as_the_corpus() -> None:
    corpus = make_corpus(("respondent", "Onze wijken, en de buurt."))
    book = make_book("{id: a, terms: [wijk, buurt*]}")
    assert apply_codebook(book, index_corpus(corpus)).equals(apply_codebook(book, corpus))


def test_examples_and_counterexamples_are_tried() -> None:
    book = make_book("{id: a, terms: [wijk], examples: [Mijn wijken., Een stad.], counterexamples: [Wij., De wijk.]}")
    assert [problem.what for problem in check_examples(book)] == [
        "example of code 'a' is not coded with it: 'Een stad.'",
        "counterexample of code 'a' is coded with it: 'De wijk.'",
    ]


def test_a_pattern_that_runs_away_is_named_and_the_rest_is_coded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bp_qual.matching.patterns.TIME_LIMIT", 0.05)
    runaway = Term("(z|zz)+[0-9]", "regex")
    codes = (Code("a", terms=(Term("wijk", "lemma"), runaway)), Code("b", terms=(Term("wij.", "regex"),)))
    book = Codebook("B", "1", "nl", codes)
    with pytest.warns(BpQualWarning, match=r"'\(z\|zz\)\+\[0-9\]' took more than 0.05 s in P01_2010"):
        table = apply_codebook(book, make_corpus(("respondent", "wijk " + "z" * 40)))
    assert table["code"].tolist() == ["a", "b"]


TALK = st.text(alphabet="ab e\n.,'-é\u0301\u00ad\u200b\u00a0ßİﬁ🙂WwIiJjKk[]()", max_size=60)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["respondent", "interviewer", "other"]), TALK), max_size=5))
def test_every_row_quotes_exactly_what_stands_there_inside_one_respondents_turn(said: list[tuple[str, str]]) -> None:
    corpus = make_corpus(*said)
    book = make_book(r"{id: a, terms: [wij, ab*, wij e, {exact: Wij}, {regex: 'b.'}], codes: [{id: b, terms: [e]}]}")
    table = apply_codebook(book, corpus)
    one = corpus.transcripts[0]
    for row in table.itertuples():
        turn = one.turns[row.turn]
        assert one.text[row.start : row.end] == row.quote
        assert turn.start <= row.start < row.end <= turn.end
        assert turn.role == "respondent"
    assert not table.duplicated(["interview", "start", "code"]).any()


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(
    st.permutations(["de wijk", "'wijk*'", "wijk", "{exact: wijk}", "'wijk~'"]), st.permutations(["a", "b", "c"]), TALK
)
def test_the_order_of_terms_codes_and_files_decides_nothing(terms: list[str], codes: list[str], talk: str) -> None:
    said = f"In de wijk, {talk} wijken en de wijkagent."
    one = make_corpus(("respondent", said), interview="P01_a").transcripts[0]
    two = make_corpus(("respondent", "Wijk! " + said), interview="P01_b").transcripts[0]
    plain = "{id: top, codes: [%s]}"
    inside = [f"{{id: {code}, terms: [{', '.join(terms)}]}}" for code in codes]
    book = make_book(plain % ", ".join(inside))
    straight = make_book(plain % ", ".join(f"{{id: {c}, terms: [{', '.join(sorted(terms))}]}}" for c in sorted(codes)))
    table = apply_codebook(book, Corpus((two, one), ("P01",), ("2010",)))
    assert table.equals(apply_codebook(straight, Corpus((one, two), ("P01",), ("2010",))))


def test_a_question_that_ends_one_interview_prompts_nobody_in_the_next() -> None:
    first = make_corpus(("respondent", "Ja."), ("interviewer", "En de subsidie?"), interview="P01_2010")
    second = make_corpus(("respondent", "Die subsidie kwam."), interview="P02_2010")
    both = Corpus((*first.transcripts, *second.transcripts), ("P01", "P02"), ("2010",))
    table = apply_codebook(make_book("{id: a, terms: [subsidie]}"), both)
    assert table["prompted"].tolist() == [False]


def test_an_unless_term_that_only_touches_a_hit_takes_nothing_away() -> None:
    book = make_book("{id: a, terms: [{regex: ab}], unless: [{regex: cd}]}")
    assert quotes(book, "abcd") == ["ab"]
    assert quotes(book, "cdab") == ["ab"]


def test_a_mention_may_begin_where_the_one_before_it_ends() -> None:
    book = make_book("{id: a, terms: [{regex: abc}, {regex: bcde}, {regex: def}]}")
    assert quotes(book, "abcdef") == ["abc", "def"]
