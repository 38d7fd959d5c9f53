"""Verbs in pieces: split verbs, phrasal verbs, phrases whose verb moves, denials; and what the treebanks say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bp_qual.coding import apply_codebook
from test_coding import make_book, make_corpus, quotes

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from treebank import find_treebanks


def found(term: str, text: str, language: str = "nl") -> list[str]:
    return quotes(make_book(f"{{id: a, terms: [{term}]}}", language=language), text, language)


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("samenwerken", "We werken al jaren met de corporatie samen.", "werken al jaren met de corporatie samen"),
        ("samenwerken", "Om samen te werken.", "samen te werken"),
        ("samenwerken", "Daar zul je samen moeten werken.", "samen moeten werken"),
        ("samenwerken", "Daar werken we dus gewoon mee samen.", "werken we dus gewoon mee samen"),
        ("samenwerken", "Wij werken al een jaar of tien samen.", "werken al een jaar of tien samen"),
        ("overdragen", "Hij droeg het stokje aan mij over.", "droeg het stokje aan mij over"),
        ("overdragen", "Je moet het, uh, over, uh, dragen.", "over, uh, dragen"),
        ("meedoen", "Maar we dóén allemaal mee!", "dóén allemaal mee"),
        ("aanmelden", "Meld je je eh gewoon aan?", "Meld je je eh gewoon aan"),
        ("opzetten", "Dat je dat op hebt durven zetten.", "op hebt durven zetten"),
        ("op de kaart zetten", "Dat zette de wijk op de kaart.", "zette de wijk op de kaart"),
        ("op de kaart zetten", "Om ons op de kaart te zetten.", "op de kaart te zetten"),
        ("voor elkaar krijgen", "Toen kregen we het toch voor elkaar.", "kregen we het toch voor elkaar"),
        ("rekening houden met|mee", "Daar hielden ze rekening mee.", "hielden ze rekening mee"),
        ("de kraan dichtdraaien", "Ze draaien de kraan dicht.", "draaien de kraan dicht"),
        ("de brui eraan geven", "Hij gaf er met kerst de brui aan.", "gaf er met kerst de brui aan"),
        ("de eindjes aan elkaar knopen", "De eindjes knoopten we aan elkaar.", "De eindjes knoopten we aan elkaar"),
        ("het voortouw nemen", "Ze nam dat voortouw altijd.", "nam dat voortouw"),
        ("het hoofd boven water houden", "Ik hield mijn hoofd boven water.", "hield mijn hoofd boven water"),
        ("overdragen", "We droegen het aan dr. Jansen over.", "droegen het aan dr. Jansen over"),
        ("doorgeven", "Geef dat door aub.", "Geef dat door"),
        ("boodschappen doen", "Boodschappen heb ik die week niet gedaan.", "Boodschappen heb ik die week niet gedaan"),
        ("overdragen", "Ik droeg het aan mevr. De Vries over.", "droeg het aan mevr. De Vries over"),
        ("uitbreiden", "We breidden o.a. de zaal uit.", "breidden o.a. de zaal uit"),
    ],
)  # fmt: skip
def test_a_dutch_verb_is_found_wherever_its_parts_stand(term: str, text: str, expected: str) -> None:
    assert found(term, text) == [expected]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("samenwerken", "Samen met mijn man werk ik in de zorg."),
        ("samenwerken", "We werken op maandag en eten daarna samen."),
        ("overdragen", "Ik draag de tas en jij gaat over tien minuten."),
        ("meedenken", "Zij denkt dat ik met de bus mee kan."),
        ("deelnemen", "Ik neem altijd een deel van de soep mee."),
        ("opzetten", "De opzet was aardig."),
        ("op de kaart zetten", "De kaart hing er en zij zette haar tas op tafel."),
        ("voor elkaar krijgen", "Ze kregen bloemen en kochten voor elkaar een taart."),
        ("in het zonnetje zetten", "In het zonnetje voor de deur zetten ze stoelen."),
    ],
)
def test_words_that_merely_meet_are_no_verb(term: str, text: str) -> None:
    assert found(term, text) == []


def test_two_verbs_in_one_sentence_are_both_found() -> None:
    book = make_book("{id: a, terms: [invullen]}", "{id: b, terms: [indienen]}")
    assert quotes(book, "We vullen het in en dienen het ook meteen in.") == [
        "vullen het in",
        "dienen het ook meteen in",
    ]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("pass on", "I passed it on.", ["passed it on"]),
        ("take over", "He took it, um, over in 2015.", ["took it, um, over"]),
        ("work together", "They worked really well together that year.", ["worked really well together"]),
        ("keep a promise", "He kept his promise.", ["kept his promise"]),
        ("jump through hoops", "We jumped through so many hoops.", ["jumped through so many hoops"]),
        ("speak up", "They speak three languages up at the school.", []),
        ("take over", "He took a photo over the wall.", []),
        ("set up", "He set the tray down and went up.", []),
        ("take over", "It takes over an hour.", []),
        ("keep going", "We keep the club going.", ["keep the club going"]),
        ("turn around", "They turned that school around.", ["turned that school around"]),
        ("do up", "They did up the hall, and they did turn up for it.", ["did up"]),
        ("see the doctor", "I haven't seen a doctor in years.", ["seen a doctor"]),
        ("keep going", "Keeping in with what is going on.", []),
    ],
)
def test_an_english_phrasal_verb_keeps_to_its_clause(term: str, text: str, expected: list[str]) -> None:
    assert found(term, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "negated", "cue", "language"),
    [
        ("Er was geen subsidie.", True, "geen", "nl"),
        ("Zonder subsidie red je het niet.", True, "Zonder", "nl"),
        ("De subsidie is niet verlengd.", True, "niet", "nl"),
        ("Niet alleen subsidie, ook geld.", False, "", "nl"),
        ("Ik weet niet of subsidie helpt.", False, "", "nl"),
        ("We zouden subsidie willen.", False, "zouden", "nl"),
        ("We zijn gestopt met subsidie.", True, "gestopt met", "nl"),
        ("Subsidie, dat is er niet.", True, "niet", "nl"),
        ("We had no subsidie.", True, "no", "en"),
        ("If only we had a subsidie.", False, "If only", "en"),
        ("They don't stop, a subsidie helps.", False, "", "en"),
    ],
)
def test_a_denial_is_flagged_with_its_cue(text: str, negated: bool, cue: str, language: str) -> None:
    book = make_book("{id: a, terms: [subsidie]}", language=language)
    table = apply_codebook(book, make_corpus(("respondent", text), language=language))
    assert (table["negated"].tolist(), table["cue"].tolist()) == ([negated], [cue])


def test_a_code_may_drop_what_is_denied() -> None:
    assert quotes(make_book("{id: a, terms: [subsidie], negated: drop}"), "Geen subsidie. Wel subsidie.") == [
        "subsidie"
    ]


needs_treebanks = pytest.mark.skipif(not find_treebanks("nl"), reason="the treebanks are not beside the repository")


@needs_treebanks
def test_split_verbs_reach_what_is_promised_on_a_treebank() -> None:
    from score_split_verbs import CODEBOOK_VERBS, score_file

    path = find_treebanks("nl")[0]
    right, wrong, missed, _ = score_file(path)
    assert 2 * right / (2 * right + wrong + missed) >= 0.85
    right, wrong, missed, _ = score_file(path, CODEBOOK_VERBS)
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.92


@pytest.mark.slow
@needs_treebanks
@pytest.mark.parametrize(("language", "f1", "recall"), [("nl", 0.975, 0.985), ("en", 0.975, 0.98)])
def test_bare_terms_reach_what_is_promised_on_treebanks(language: str, f1: float, recall: float) -> None:
    from score_terms import score_terms

    figures, _, _ = score_terms(language)
    assert figures["F1"] >= f1
    assert figures["R"] >= recall


@pytest.mark.slow
@needs_treebanks
def test_compounds_phrasal_verbs_and_denials_reach_what_is_promised() -> None:
    from score_compounds import score_compounds
    from score_negation import score_negation
    from score_phrasal_verbs import score_phrasal_verbs

    for (right, wrong, missed, _), f1 in ((score_compounds(), 0.97), (score_phrasal_verbs(), 0.86)):
        assert 2 * right / (2 * right + wrong + missed) >= f1
    for language, f1 in (("nl", 0.78), ("en", 0.87)):
        counts, _ = score_negation(language)
        right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
        assert 2 * right / (2 * right + wrong + missed) >= f1
