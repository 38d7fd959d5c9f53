"""Questions about codes: what they mean, and that a question that cannot be read says why."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.quotes import find_quotes
from bp_qual.quotes.query import Joined, Named, parse_query, query_codes
from bp_qual.transcripts import Corpus, Transcript, Turn

TEXT = "Wij aa hier. Een zin. Die bb ook. De cc en aa samen. Nog een zin. En nog een. En nog een. De bb tot slot."
LATER = "I: Ja? R: bb en cc."


def make_talk() -> tuple[pd.DataFrame, Corpus]:
    """One interview in two turns of the respondent, with mentions of aa, bb and cc."""
    text = TEXT + "\n" + LATER
    turns = (
        Turn(0, "R", "respondent", 0, len(TEXT), "P1"),
        Turn(1, "I", "interviewer", len(TEXT) + 4, len(TEXT) + 7),
        Turn(2, "R", "respondent", len(TEXT) + 11, len(text), "P1"),
    )
    corpus = Corpus((Transcript("P1_1", ("P1",), "1", text, turns),), ("P1",), ("1",))
    rows = []
    for code in ("aa", "bb", "cc"):
        at = text.find(code)
        while at >= 0:
            rows.append(("P1_1", "P1", "1", 0 if at < len(TEXT) else 2, at, at + 2, code, code))
            at = text.find(code, at + 1)
    columns = ["interview", "person", "wave", "turn", "start", "end", "code", "quote"]
    return pd.DataFrame(rows, columns=columns).sort_values("start", ignore_index=True), corpus


def answered(question: str) -> list[str]:
    codings, corpus = make_talk()
    names = (codings["code"] + (codings.groupby("code").cumcount() + 1).astype(str)).tolist()
    named = dict(zip(codings["start"], names, strict=True))
    return [named[quote.start] for quote in find_quotes(codings, query=question, corpus=corpus)]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("aa", ["aa1", "aa2"]),
        ("aa or cc", ["aa1", "cc1", "aa2", "cc2"]),
        ("aa and bb", ["aa1", "bb1", "aa2", "bb2"]),
        ("bb and not aa", ["bb3"]),
        ("aa near bb within 0 sentences", []),
        ("aa near cc within 0 sentences", ["cc1", "aa2"]),
        ("aa near bb within 1 sentence", ["bb1", "aa2"]),
        ("aa near bb within 2 sentences", ["aa1", "bb1", "aa2"]),
        ("aa near bb", ["aa1", "bb1", "aa2"]),
        ("aa near bb within 1 turns", ["aa1", "bb1", "aa2", "bb2", "bb3"]),
        ("cc near aa within 2 words", ["cc1", "aa2"]),
        ("cc near aa within 1 words", []),
        ("(aa or bb) near cc within 0 sentences", ["cc1", "aa2", "bb3", "cc2"]),
        ("aa and bb or cc", ["aa1", "bb1", "cc1", "aa2", "bb2", "cc2"]),
        ("aa near aa within 3 sentences", ["aa1", "aa2"]),
        ("cc near cc within 3 sentences", []),
    ],
)
def test_a_question_finds_the_passages_that_answer_it(question: str, rows: list[str]):
    assert answered(question) == rows


def test_near_is_only_near_in_the_talk_of_the_same_person():
    codings, corpus = make_talk()
    codings.loc[codings["code"] == "cc", "person"] = "P2"
    assert len(find_quotes(codings, query="aa near cc", corpus=corpus)) == 0


def test_a_mention_beside_another_code_shares_its_sentence():
    codings, corpus = make_talk()
    found = find_quotes(codings, code="aa", beside="cc", corpus=corpus)
    assert [quote.before[-7:] for quote in found] == [" cc en "]
    with pytest.raises(ValueError, match="needs the corpus"):
        find_quotes(codings, code="aa", beside="cc")


def test_what_is_near_needs_the_corpus():
    codings, _ = make_talk()
    with pytest.raises(ValueError, match="needs the corpus"):
        find_quotes(codings, query="aa near bb")
    assert len(find_quotes(codings, query="aa and bb")) == 4


def test_brackets_and_quotation_marks_are_read():
    assert parse_query('"near" near (a or "b c")') == Joined(
        "near", Named("near"), Joined("or", Named("a"), Named("b c")), 3, "sentences"
    )
    assert query_codes(parse_query("b near (a or b)")) == ("b", "a")


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("", "a code is missing at the end"),
        ("a b", "'b' comes where and, or, near or the end was expected"),
        ("a and", "a code is missing at the end"),
        ("or a", "a code is missing before 'or'"),
        ("not a", r"not comes after and: 'a and not b'"),
        ("(a or b", "a bracket is not closed"),
        ("a near b within", "after within comes a number"),
        ("a near b within 3 minutes", "after 'within 3' comes sentences, words or turns"),
        ('a and "b', "a quotation mark is not closed"),
    ],
)
def test_a_question_that_cannot_be_read_says_why(question: str, why: str):
    with pytest.raises(ValueError, match=why):
        parse_query(question)


QUESTIONS = st.recursive(
    st.sampled_from(["aa", "bb", "cc"]),
    lambda inner: st.tuples(inner, st.sampled_from(["and", "or", "and not", "near"]), inner).map(
        "({0[0]} {0[1]} {0[2]})".format
    ),
    max_leaves=5,
)


@pytest.mark.slow
@given(QUESTIONS, st.integers(0, 9))
def test_a_question_only_ever_finds_rows_of_its_codes_and_a_wider_reach_finds_no_fewer(question: str, within: int):
    codings, corpus = make_talk()
    found = find_quotes(codings, query=question, corpus=corpus)
    assert {quote.code for quote in found} <= set(query_codes(parse_query(question)))
    narrow, wide = (
        {q.start for q in find_quotes(codings, query=f"aa near bb within {n} sentences", corpus=corpus)}
        for n in (within, within + 1)
    )
    assert narrow <= wide
