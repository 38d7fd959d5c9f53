"""Matching: what the kinds of terms find, whatever the form of the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.codebook import parse_codebook
from bp_qual.coding import apply_codebook
from bp_qual.errors import BpQualError, BpQualWarning, CodebookError
from bp_qual.matching import compile_codebook
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.matching.word_finder import _has_parts
from processor_time import at_most
from test_coding import make_book, make_corpus, quotes


def found(term: str, text: str, language: str = "nl") -> list[str]:
    """Return what one term, written as in YAML, finds in a respondent's talk."""
    return quotes(make_book(f"{{id: a, terms: [{term}]}}", language=language), text, language)


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("vrijwilliger", "Veertig vrijwilligers en een Vrijwilliger.", ["vrijwilligers", "Vrijwilliger"]),
        ("dragen", "Hij droeg, wij dragen, gedragen.", ["droeg", "dragen", "gedragen"]),
        ("duurzaam", "Een duurzamer huis is het duurzaamst, duurt lang.", ["duurzamer", "duurzaamst"]),
        ("bewonersinitiatief", "Al die bewonersinitiatieven.", ["bewonersinitiatieven"]),
        ("co-creatie", "cocreatie, Co-creatie, co\u00adcreatie", ["cocreatie", "Co-creatie", "co\u00adcreatie"]),
        ("doen", "Dat dóén we, do\u0301e\u0301n!", ["dóén", "do\u0301e\u0301n"]),
        ("op de kaart", "op\u00a0de\nkaart, op, de kaart, op de eh kaart", ["op\u00a0de\nkaart", "op de eh kaart"]),
        ("op het spel", "Alles stond op 't spel.", ["op 't spel"]),
        ("lange termijn", "Op de lange ... termijn en lange. Termijn.", ["lange ... termijn"]),
        ("sociaal ondernem*", "Een sociale ondernemer.", ["sociale ondernemer"]),
        ("netwerk*", "Netwerken en netwerkclub.", ["Netwerken", "netwerkclub"]),
        ("'*werk'", "Buurtwerk en werken.", ["Buurtwerk"]),
        ("{exact: SAMEN}", "Samen en SAMEN en SAMENER.", ["SAMEN"]),
        ("{exact: C++}", "C en C++ en C+.", ["C++"]),
        ("{exact: de Wijk}", "de wijk, de  Wijk", ["de  Wijk"]),
        (r"{regex: 'co-?creat\w+'}", "Cocreatie en co-creatief.", ["Cocreatie", "co-creatief"]),
        ("{tokens: [{LEMMA: partner}, {LOWER: in}]}", "Onze partners in de wijk.", ["partners in"]),
        (
            "{near: [bang, donker], within: 3}",
            "Donker was het en ik was bang. Bang in het donker.",
            ["Bang in het donker"],
        ),
        ("{near: [bang, donker]}", "Donker was het en ik bang. In het donker.", ["Donker was het en ik bang"]),
        ("rekening houden met|mee", "Rekening houden mee of rekening houden met.", 2),
    ],
)
def test_a_dutch_term_finds(term: str, text: str, expected: list[str] | int) -> None:
    hits = found(term, text)
    assert (len(hits) if isinstance(expected, int) else hits) == expected


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("teach", "She taught and teaches.", ["taught", "teaches"]),
        ("child", "The children's and child's.", ["children's", "child's"]),
        ("long term", "The long  term. A long-term plan.", ["long  term", "long-term"]),
        ("long-term", "The long term. A long-term plan.", ["long term", "long-term"]),
    ],
)
def test_an_english_term_finds(term: str, text: str, expected: list[str]) -> None:
    assert found(term, text, "en") == expected


@pytest.mark.slow
def test_another_language_has_a_plain_default_and_an_unknown_one_an_error() -> None:
    assert found("cheval", "Les chevaux et le Cheval.", "fr") == ["chevaux", "Cheval"]
    with pytest.raises(BpQualError, match="no word tables for language 'xx'"):
        found("Haus", "Haus", "xx")


def test_a_token_pattern_that_asks_for_more_than_words_says_so(recwarn: pytest.WarningsRecorder) -> None:
    book = parse_codebook("{language: nl, codes: [{id: a, terms: [{tokens: [{POS: NOUN}]}, wijk]}]}")
    assert quotes(book, "De wijk.") == ["wijk"]
    assert "asks for POS, which only a spaCy model knows" in str(recwarn.pop(BpQualWarning).message)
    with pytest.raises(BpQualError, match="the spaCy model 'nl_no_such_model' is not installed"):
        apply_codebook(book, make_corpus(("respondent", "De wijk.")), model="nl_no_such_model")


@pytest.mark.slow
@pytest.mark.parametrize(
    "repeated", ["'*'}, {OP: '*'}, {OP: '*'}, {OP: '+'", "'{1,}'}, {OP: '{0,}'}, {OP: '*'}, {OP: '+'"]
)
def test_a_token_pattern_repeated_without_end_ends_and_says_so(repeated: str) -> None:
    with (
        at_most(20),
        pytest.warns(
            BpQualWarning, match="more than 2 s over P01_2010 and was stopped there.*after three such interviews"
        ),
    ):
        found(f"{{tokens: [{{OP: {repeated}}}, {{LOWER: zz}}]}}", "ba " * 400 + "zz")


def test_a_token_pattern_that_may_be_repeated_is_found_to_the_end_of_a_long_turn() -> None:
    quote = "samen " + "met de buren " * 300 + "eten"
    assert found("{tokens: [{LOWER: samen}, {OP: '+'}, {LOWER: eten}]}", f"Wij {quote} daar.") == [quote]


@pytest.mark.parametrize("asked", ["*a" * 200 + "b", "a" + "*a" * 200 + "b"])
def test_a_wildcard_with_many_signs_ends(asked: str) -> None:
    with at_most(20):
        assert found(f"'{asked}'", "a" * 50_000) == []
        assert found(f"'{asked}'", "a" * 50_000 + "b") == ["a" * 50_000 + "b"]


@given(st.lists(st.text("ab", max_size=2), min_size=2, max_size=4), st.text("ab", max_size=9))
def test_a_wildcard_means_what_a_regular_expression_means_by_it(parts: list[str], form: str) -> None:
    assert _has_parts(form, parts) == bool(re.fullmatch(".*".join(parts), form))


def test_lemmas_in_a_token_pattern_may_be_a_list() -> None:
    assert found("{tokens: [{LEMMA: {IN: [wijk, buurt]}}]}", "Wijken en buurten.") == ["Wijken", "buurten"]


def test_a_compound_of_a_function_word_is_refused_with_its_line() -> None:
    book = parse_codebook("language: nl\ncodes:\n  - id: a\n    terms: [voor~]\n", "b.yaml")
    with pytest.raises(CodebookError, match=r"b.yaml:4  'voor~' of code 'a' is a function word"):
        compile_codebook(book, "nl")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_tokens_keep_their_exact_place(text: str) -> None:
    tokens = split_tokens(text)
    last = 0
    for one, start, end in zip(tokens.ids.tolist(), tokens.start.tolist(), tokens.end.tolist(), strict=True):
        assert last <= start < end <= len(text)
        assert fold_word(text[start:end]) == tokens.types[one]
        last = end


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aBéß-’ œ𝐀\u0153 \n.", max_size=60))
def test_short_and_long_texts_are_numbered_alike(text: str) -> None:
    short = split_tokens(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bp_qual.matching.tokens._FEW", 0)
        long = split_tokens(text)
    assert (short.types, short.ids.tolist()) == (long.types, long.ids.tolist())


@pytest.mark.parametrize("within", ["", ", within: 3", ", within: sentence"])
def test_a_word_between_the_parts_of_a_split_verb_is_near_it(within: str) -> None:
    term = f"{{near: [doorgeven, pan]{within}}}"
    assert found(term, "Ik gaf de pan door.") == ["gaf de pan door"]
    assert found(term, "Een pan hing daar aan de muur van de keuken. Ik gaf het zout door.") == []


def test_the_parts_of_a_near_term_may_not_share_a_word() -> None:
    assert found("{near: [rode auto, auto rijden]}", "Een rode auto rijden.") == []
    assert found("{near: [rode auto, auto rijden]}", "Een rode auto, een auto rijden.") == [
        "rode auto, een auto rijden"
    ]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("{TEXT: {REGEX: '^[Cc]o-?creat'}}", ["Cocreatie"]),
        ("{LOWER: {REGEX: '^(co|samen)'}}", ["Cocreatie", "samen"]),
        ("{LOWER: {REGEX: {IN: ['^co', '^sam']}}}", ["Cocreatie", "samen"]),
        ("{LOWER: {REGEX: {NOT_IN: ['^co', '^s', '[.]']}}}", ["is"]),
        ("{LOWER: {REGEX: '^(co|samen)', NOT_IN: [samen]}}", ["Cocreatie"]),
        ("{LOWER: {REGEX: '^(co|samen)', IN: [samen, is]}}", ["samen"]),
        ("{LOWER: {REGEX: {NOT_IN: ['^co', '[.]']}, NOT_IN: [is]}}", ["samen"]),
        ("{SHAPE: {REGEX: '^X'}}", ["Cocreatie"]),
        ("{LEMMA: {REGEX: '^cocre'}}", ["Cocreatie"]),
    ],
)
def test_a_regex_in_a_token_pattern_means_what_spacy_means_by_it(token: str, expected: list[str]) -> None:
    assert found(f"{{tokens: [{token}]}}", "Cocreatie is samen.") == expected


@pytest.mark.parametrize("token", ["{TEXT: {REGEX: '(a|aa)+$'}}", "{LOWER: {REGEX: {IN: [b, '(a|aa)+$']}}}"])
def test_a_regex_in_a_token_pattern_that_runs_away_is_refused(token: str) -> None:
    with pytest.raises(CodebookError, match="does not terminate in time"):
        found(f"{{tokens: [{token}]}}", "ja")


def test_a_regex_in_a_token_pattern_that_would_run_away_in_spacy_ends() -> None:
    assert found("{tokens: [{TEXT: {REGEX: '^(a+)+$'}}]}", "a" * 41 + "b " + "a" * 41) == ["a" * 41]


def test_a_regex_in_a_token_pattern_that_runs_away_on_the_talk_alone_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bp_qual.codebook.term_patterns._probes", lambda pattern: [])
    monkeypatch.setattr("bp_qual.matching.token_patterns.TIME_LIMIT", 0.2)
    with pytest.warns(BpQualWarning, match="took more than"):
        assert found("{tokens: [{TEXT: {REGEX: '^(a|aa)+$'}}]}", "ja " + "a" * 60 + "b") == []


def test_a_broken_regex_in_a_token_pattern_is_told_like_any_other() -> None:
    with pytest.raises(CodebookError, match="does not compile"):
        found("{tokens: [{TEXT: {REGEX: '('}}]}", "ja")


@pytest.mark.slow
def test_many_patterns_that_run_away_are_not_all_tried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = ", ".join(
        f"{{regex: '({letter}|{letter}{letter})+${number}'}}" for number in range(9) for letter in "bcdefghijk"
    )
    with at_most(20):
        with pytest.raises(CodebookError, match="is not tried out: the patterns above it took too long") as refused:
            found(terms, "ja")
        assert len(refused.value.problems) >= 90
