"""A value that a notebook shows speaks the language of what it was made of: a Dutch study is shown in Dutch."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import bp_qual
from bp_qual.codebook import Code, parse_codebook
from bp_qual.codebook.migration import migrate_codings
from bp_qual.codebook.versions import diff_codebooks
from bp_qual.coding import apply_codebook
from bp_qual.coding.explanation import explain
from bp_qual.compare import compare_waves, plan_study, vary_choices
from bp_qual.exchange.drafts import Imported
from bp_qual.framework import make_framework
from bp_qual.panel import count_codes
from bp_qual.quotes import find_quotes
from bp_qual.quotes.highlights import show_codings
from bp_qual.revision import find_effects, find_words_of_code
from bp_qual.study.study_folder import Study
from bp_qual.suggestions import compare_words, group_sentences, suggest_passages
from bp_qual.transcripts import Corpus, Transcript, Turn
from every_text import english_in

BOOK = "{{codebook: Thema, version: {version}, language: {language}, codes: [{{id: a, label: Aap, terms: [{terms}]}}]}}"


def make_values(language: str) -> dict[str, object]:
    """Return one of each value that shows itself, all made of talk and a codebook in one language."""
    old, new = (
        parse_codebook(BOOK.format(version=n, language=language, terms=terms)) for n, terms in ((1, "x"), (2, "x, y"))
    )
    said = "x y " * 400
    talk = [
        Transcript(
            f"{person}_{wave}", (person,), wave, said, (Turn(0, "R", "respondent", 0, len(said), person),), language
        )
        for person in ("P1", "P2")
        for wave in ("1", "2")
    ]
    corpus = Corpus(tuple(talk), ("P1", "P2"), ("1", "2"))
    codings = apply_codebook(new, corpus)
    panel = count_codes(codings, corpus, new)
    by_hand = pd.DataFrame({"code": ["a"], "coder": ["ann"]})
    return {
        "Transcript": talk[0], "Corpus": corpus, "Codebook": new, "Code": new.codes[0], "Panel": panel,
        "Study": Study(Path(), "Buurt", language), "Difference": diff_codebooks(old, new),
        "Effects": find_effects(old, new, corpus), "Migration": migrate_codings(by_hand, old, new),
        "WordUse": find_words_of_code(new, corpus, "a"), "Imported": Imported(new), "Framework": make_framework(panel),
        "Quotes": find_quotes(codings, code="a", corpus=corpus), "Interview": show_codings(codings, corpus, "P1_1"),
        "Comparison": compare_waves(panel, floor=100), "Sensitivity": vary_choices(panel, floor=100),
        "Suggestions": suggest_passages(new, corpus, codings),
        "WordChanges": compare_words(corpus, floor=100, fewest_persons=1, language=language),
        "SentenceGroups": group_sentences(corpus, lambda texts: np.eye(len(texts)), groups=2, language=language),
        "Explanation": explain(new, "x y z"),
        "Plan": plan_study(panel, floor=100, simulations=50, pairs=(8,)),
    }  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, object]]:
    return {language: make_values(language) for language in ("nl", "en")}


@pytest.mark.slow
def test_every_value_of_a_dutch_study_shows_itself_in_dutch(shown: dict[str, dict[str, object]]) -> None:
    for name, value in shown["nl"].items():
        assert english_in(repr(value)) == [], name
        assert repr(value) != repr(shown["en"][name]), name


def test_every_value_is_shown_in_a_notebook_as_in_a_terminal(shown: dict[str, dict[str, object]]) -> None:
    for name, value in shown["nl"].items():
        if hasattr(value, "_repr_html_"):
            assert english_in(value._repr_html_()) == [], name


def test_every_value_that_can_say_itself_does_so_in_the_other_language_too(
    shown: dict[str, dict[str, object]],
) -> None:
    for name, value in shown["nl"].items():
        if hasattr(value, "say"):
            assert value.say("en") == repr(shown["en"][name]).replace(", en", ", nl"), name


@pytest.mark.slow
def test_every_class_that_a_notebook_shows_is_among_the_values_tried(shown: dict[str, dict[str, object]]) -> None:
    source = Path(bp_qual.__file__).parent
    classes = {
        node.name
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(part, ast.FunctionDef) and part.name == "_repr_html_" for part in node.body)
    }
    assert classes - {type(value).__name__ for value in shown["nl"].values()} == set()


def test_a_code_without_labels_knows_no_language_and_shows_itself_in_english() -> None:
    assert repr(Code("a", terms=parse_codebook(BOOK.format(version=1, language="nl", terms="x")).codes[0].terms)) == (
        "a\n  found by: x"
    )
