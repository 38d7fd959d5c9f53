from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.display import escape, one_line, visible
from bp_qual.quotes import Quote, Quotes, find_quotes, show_codings
from bp_qual.transcripts import Corpus, Transcript, Turn

TEXT = "We werken al jaren samen. Dat gaat goed. Vroeger niet. Samen staan we sterk."


def make_corpus(text: str = TEXT) -> Corpus:
    turn = Turn(index=0, speaker="R", role="respondent", start=0, end=len(text), person="P01")
    transcript = Transcript("P01_2010", ("P01",), "2010", text, (turn,))
    return Corpus((transcript,), ("P01",), ("2010",))


def make_codings(*rows: dict[str, object]) -> pd.DataFrame:
    usual = {"interview": "P01_2010", "person": "P01", "wave": "2010", "turn": 0, "code": "samen", "term": "samen"}
    usual |= {"kind": "lemma", "negated": False, "cue": "", "prompted": False, "coder": "b@1", "status": "auto"}
    return pd.DataFrame([usual | row for row in rows])


SAMEN = {"start": 19, "end": 24, "quote": "samen"}
NEGATED = {"start": 55, "end": 60, "quote": "Samen", "negated": True}


def test_every_row_of_the_codings_is_one_quote():
    quotes = find_quotes(make_codings(SAMEN, NEGATED))
    assert [quote.quote for quote in quotes] == ["samen", "Samen"]


def test_filters_keep_only_what_was_asked_for():
    codings = make_codings(SAMEN, NEGATED, SAMEN | {"person": "P02", "code": "geld"})
    assert len(find_quotes(codings, code="samen")) == 2
    assert len(find_quotes(codings, person="P02", wave="2010")) == 1
    assert len(find_quotes(codings, negated=True)) == 1
    assert len(find_quotes(codings, negated=False, code="samen")) == 1
    assert len(find_quotes(codings, code="bestaat niet")) == 0


def test_a_quote_stands_in_its_own_sentence_when_no_context_is_asked():
    (quote,) = find_quotes(make_codings(SAMEN), corpus=make_corpus(), context=0)
    assert quote.before + quote.quote + quote.after == "We werken al jaren samen."


def test_context_adds_whole_sentences_on_both_sides():
    (quote,) = find_quotes(make_codings(NEGATED), corpus=make_corpus(), context=1)
    assert quote.before + quote.quote + quote.after == "Vroeger niet. Samen staan we sterk."


def test_a_negative_context_is_a_wrong_call():
    with pytest.raises(ValueError, match="number of sentences"):
        find_quotes(make_codings(SAMEN), context=-1)


def test_no_codings_give_no_quotes():
    assert len(find_quotes(make_codings(SAMEN).iloc[:0], corpus=make_corpus())) == 0


def test_a_quote_names_the_interview_only_where_that_says_more():
    assert Quote("P01", "2010", "P01_2010", 3, 0, 1, "c", "q").place() == "P01 · 2010 · turn 4"
    assert Quote("P01", "2010", "second", 3, 0, 1, "c", "q").place() == "P01 · 2010 · second · turn 4"


def test_many_quotes_show_the_first_and_say_how_many_more():
    quotes = Quotes((Quote("P01", "2010", "", 0, 0, 1, "c", "q"),) * 25)
    assert repr(quotes).endswith("and 5 more")
    assert "and 5 more" in quotes._repr_html_()


def test_html_in_a_transcript_shows_as_text_in_the_notebook():
    quotes = Quotes((Quote("<b>", "2010", "", 0, 0, 1, "c", "</script><script>x", before="\u202e<i>"),))
    shown = quotes._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "\u202e" not in shown
    assert "‹U+202E›&lt;i&gt;" in shown


def test_quotes_become_a_table():
    frame = find_quotes(make_codings(SAMEN, NEGATED)).to_frame()
    assert list(frame["start"]) == [19, 55]


@given(st.text())
def test_shown_text_holds_nothing_hidden_and_nothing_live(text: str):
    shown = escape(text)
    assert not set(shown) & set("<>\u202e\u2066\u200f\x00\x1b")
    assert "\n" not in one_line(text)
    assert visible(visible(text)) == visible(text)


def test_in_a_terminal_long_context_is_cut_between_words():
    quote = Quote("P01", "2010", "", 0, 0, 1, "c", "samen", before="vroeger " * 40, after=" later" * 40)
    line = repr(Quotes((quote,))).splitlines()[1]
    assert "… vroeger" in line
    assert line.endswith("later …")
    assert "vroeger [samen] later" in line


def test_marks_say_what_is_negated_and_what_was_asked():
    (quote,) = find_quotes(make_codings(SAMEN | {"negated": True, "cue": "niet", "prompted": True}))
    assert quote.marks() == ("negated: niet", "prompted")
    assert repr(Quotes((quote,))).endswith("[samen]  (negated: niet, prompted)")


def test_a_concordance_puts_the_found_words_below_each_other():
    quotes = find_quotes(make_codings(SAMEN, NEGATED), corpus=make_corpus())
    first, second = quotes.to_kwic(width=20).splitlines()
    assert first.index("samen") == second.index("Samen")
    assert first.endswith("P01 · 2010 · beurt 1")


def test_a_page_of_quotes_shows_text_as_text_and_asks_nothing():
    page = Quotes((Quote("P01", "2010", "x", 0, 0, 1, "c", "</p><script>x", before="\u202e"),)).to_html(title="<b>")
    assert "<script" not in page
    assert "<h1>&lt;b&gt;</h1>" in page
    assert "default-src 'none'" in page
    assert "\u202e" not in page


def test_an_interview_shows_its_codings_where_they_stand():
    codings = make_codings(SAMEN, NEGATED, SAMEN | {"code": "werk", "start": 13, "end": 24})
    shown = show_codings(codings, make_corpus(), "P01_2010")
    assert repr(shown).splitlines()[1] == (
        "R: We werken al [jaren samen|werk, samen]. Dat gaat goed. Vroeger niet. [Samen|samen] staan we sterk."
    )
    assert len(show_codings(codings, make_corpus(), "P01_2010", codes=["werk"]).marks) == 1
    with pytest.raises(ValueError, match="there is no interview 'P01'; there is P01_2010"):
        show_codings(codings, make_corpus(), "P01")


def test_the_marked_interview_is_whole_and_its_text_is_text():
    corpus = make_corpus("<script>x</script> en samen \u202e.")
    shown = show_codings(make_codings({"start": 22, "end": 27, "quote": "samen"}), corpus, "P01_2010")._repr_html_()
    assert "<script" not in shown
    assert ">samen</bdi></mark>" in shown
    assert "\u202e" not in shown


def test_no_control_character_of_an_id_reaches_the_terminal() -> None:
    quotes = Quotes((Quote("P\x9b31m", "2010", "i\x1b[1m", 4, 9, 14, "samen", "samen"),))
    for text in (quotes.to_text(), quotes.to_kwic()):
        assert not any((ord(letter) < 32 and letter != "\n") or 127 <= ord(letter) < 160 for letter in text)


def test_a_passage_with_several_quotes_is_printed_once_and_each_is_marked():
    said = "We rende, en ren nog. Soms niet. Anderen rennen."
    places = [(3, 8), (13, 16), (41, 47)]
    rows = [
        Quote("P1", "1", "P1_1", 0, start, end, "sport", said[start:end], before=said[:start], after=said[end:33])
        for start, end in places
    ]
    text = Quotes(tuple(rows)).to_text().split("\n")
    assert text == [
        "3 quotes in 2 passages",
        "  P1 · 1 · turn 1  We [rende], en [ren] nog. Soms niet.",
        "  P1 · 1 · turn 1  We rende, en ren nog. Soms niet. Anderen [rennen]",
    ]


def test_quotes_of_one_passage_that_differ_in_a_mark_are_printed_apart():
    said = "We rende, en ren nog."
    rows = (
        Quote("P1", "1", "P1_1", 0, 3, 8, "sport", "rende", before="We ", after=said[8:]),
        Quote("P1", "1", "P1_1", 0, 13, 16, "sport", "ren", before=said[:13], after=" nog.", prompted=True),
    )
    assert len(Quotes(rows).to_text().split("\n")) == 3


@pytest.mark.parametrize(
    "asked",
    [
        {"code": "nope"},
        {"code": "samen", "beside": "nope"},
        {"query": "nope"},
        {"query": "samen and nope"},
        {"query": "nope near samen"},
    ],
)
def test_a_code_that_no_coding_has_is_named_wherever_it_is_asked_for(
    asked: dict[str, str],
) -> None:
    found = find_quotes(make_codings(SAMEN), corpus=make_corpus(), language="en", **asked)
    assert "no row of these codings has 'nope' in its column code, where there is samen" in repr(found)
    assert len(found.nowhere) == 1


def test_a_code_that_is_in_the_codings_is_not_named_where_nothing_is_found() -> None:
    absent = find_quotes(make_codings(SAMEN), code="samen", wave="1999", person="P01")
    assert [remark.values["asked"] for remark in absent.nowhere] == ["1999"]
