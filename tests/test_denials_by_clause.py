"""Denials that stop at a clause, cancel another, ask, or belong to an expression; and what `explain` says of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import score_talk

GOLD = Path(__file__).parents[1] / "benchmarks" / "gold"


def explained(language: str, term: str, sentence: str) -> str:
    """What `explain` says of the one hit of a term, in English."""
    book = parse_codebook(f"{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: [{term}]}}]}}")
    said = str(bq.explain(book, sentence).in_language("en")).splitlines()[1:]
    assert len([line for line in said if line.startswith("  + ")]) == 1, said
    return said[0]


@pytest.mark.parametrize(("language", "least"), [("nl", 0.93), ("en", 0.93)])
def test_denials_across_clauses_are_told_from_those_that_only_look_it(language: str, least: float) -> None:
    book = bq.read_codebook(GOLD / f"clauses_{language}.yaml")
    sentences, found = score_talk.score_file(GOLD / f"clauses_{language}.tsv", book)
    score = score_talk.sum_scores(sentences, found)["negation"]
    assert score.f1 >= least, score_talk.describe_errors(sentences, found)


@pytest.mark.sweep(5)
@pytest.mark.parametrize(
    ("language", "term", "sentence", "why"),
    [
        ("nl", "klagen", "niemand zei dat ze niet klaagden", "cancels out"),
        ("nl", "klagen", "er is hier niemand die niet klaagt", "cancels out"),
        ("nl", "klagen", "hij kwam nooit langs zonder te klagen", "cancels out"),
        ("nl", "klagen", "zonder die brief hadden we niet geklaagd", "cancels out"),
        ("nl", "klagen", "ze durfde niet te weigeren te klagen", "cancels out"),
        ("nl", "klagen", "wie klaagt er nou nooit", "it asks"),
        ("nl", "klagen", "moeten we niet eens klagen", "it asks"),
        ("nl", "klagen", "waarom klaag je niet", "it asks"),
        ("nl", "klagen", "wij klaagden niet alleen over de huur", "expression that denies nothing"),
        ("nl", "klagen", "niet dat alleen wij klaagden", "denies that this is all"),
        ("nl", "begeleider", "er is geen betere begeleider", "it compares"),
        ("nl", "klagen", "de mensen die klaagden werden nooit gehoord", "another clause"),
        ("nl", "klagen", "zij had geen geld en klaagde toch", "another clause"),
        ("nl", "klagen", "in plaats van te zwijgen ging ze klagen", "another clause"),
        ("nl", "helpen", "wij hielpen elkaar daar werd niet over gepraat", "another clause"),
        ("nl", "ruzie", "er ging geen week voorbij zonder ruzie", "cancels out"),
        ("nl", "betrouwbaar", "er was niemand zo betrouwbaar als hij", "it compares"),
        ("nl", "spaargeld", "het was niet mijn spaargeld", "not this noun"),
        ("nl", "overlast", "die overlast was niet te harden", "not this noun"),
        ("nl", "verhuizen", "ik heb nooit spijt gehad van dat verhuizen", "not this noun"),
        ("nl", "overleggen", "wij zijn niet weggegaan we zijn gaan overleggen", "another clause"),
        ("nl", "verhuizen", "ik was niet van plan om te blijven dus ik ben verhuisd", "another clause"),
        ("en", "complain", "she didn't apologise for complaining", "not this noun"),
        ("en", "complain", "nobody said he didn't complain", "cancels out"),
        ("en", "complain", "there was nobody in that street who didn't complain", "cancels out"),
        ("en", "argue", "there wasn't a night we didn't argue", "cancels out"),
        ("en", "complain", "he just wouldn't stop complaining", "cancels out"),
        ("en", "argue", "they argued didn't they all through lunch", "it asks"),
        ("en", "complain", "who hasn't complained at some point", "it asks"),
        ("en", "complain", "couldn't you complain about it", "it asks"),
        ("en", "complain", "it was not just us who complained", "expression that denies nothing"),
        ("en", "bully", "the lads who bullied me never got caught", "another clause"),
        ("en", "drinking", "it wasn't illness it was drinking", "another subject"),
        ("en", "complaint", "Complaints, no.", "reaches the other way"),
        ("en", "laughing", "we couldn't help laughing", "expression that denies nothing"),
    ],
)
def test_explain_says_what_stops_a_denial(language: str, term: str, sentence: str, why: str) -> None:
    said = explained(language, term, sentence)
    assert "[denied" not in said
    assert why in said


@pytest.mark.parametrize(
    ("language", "term", "sentence", "cue"),
    [
        ("nl", "steun", "steun hadden we geen het was een arme tijd", "geen"),
        ("nl", "pesten", "daarna stopte hij met pesten", "stopte hij met"),
        ("nl", "klagen", "klagen zoals die jongens nu dat deden wij niet", "niet"),
        ("nl", "helpen", "ze hebben ons dat moet ik eerlijk zeggen nooit geholpen", "nooit"),
        ("nl", "klagen", "mensen die nooit klagen", "nooit"),
        ("en", "helpful", "he was not what you'd call helpful", "not what you'd call"),
        ("en", "complain", "they didn't to be fair complain", "didn't"),
        ("en", "meeting", "meetings no we never had those", "never"),
        ("en", "complain", "why didn't you complain", "didn't"),
        ("en", "complain", "no they didn't they never complained", "never"),
        ("nl", "auto", "dan had ik geen auto", "geen"),
        ("nl", "hulp", "dan is er geen hulp", "geen"),
        ("en", "car", "I had no car so we walked", "no"),
        ("en", "help", "I had no help as my daughter lived away", "no"),
        ("nl", "lopen", "dan zit je thuis en kun je niet meer lopen", "niet meer"),
        ("en", "help", "there was a neighbour back then who didn't help", "didn't"),
        ("nl", "geld", "ze had geen geld en moest zonder hulp leven", "geen"),
        ("nl", "klagen", "hij had niet geklaagd en vertrok zonder iets te zeggen", "niet"),
        ("nl", "helpen", "Ze deed wat ze wilde. Dat hielp niet.", "niet"),
        ("en", "help", "He came when he wished. He didn't help.", "didn't"),
        ("en", "help", "my daughter couldn't help me", "couldn't"),
        ("en", "care", "they didn't care for my mother", "didn't"),
        ("en", "doctor", "we had no good doctor", "no"),
        ("nl", "ruzie", "ruzie hadden we nooit zo", "nooit"),
    ],
)
def test_a_denial_reaches_over_asides_and_back_to_what_is_taken_up(
    language: str, term: str, sentence: str, cue: str
) -> None:
    assert f"[denied: {cue}]" in explained(language, term, sentence)
