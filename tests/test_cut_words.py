"""Words cut at the end of a line are found, in every format that keeps its lines; what is two words stays two."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.coding import apply_codebook
from bp_qual.matching.talk import Block
from bp_qual.transcripts import Corpus, Transcript, Turn, read_transcript
from test_coding import make_book, quotes
from test_readers_word import make_docx, p


def found(term: str, text: str, language: str = "nl") -> list[str]:
    return quotes(make_book(f"{{id: a, terms: [{term}]}}", language=language), text, language)


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("term", "text", "language"),
    [
        ("keuken", "We zaten in de keu-\nken en aten.", "nl"), ("keuken", "In de keu- \n   kens.", "nl"),
        ("keuken", "In de keu\u00ad\nken.", "nl"), ("keuken", "In de keu‐\nken.", "nl"),
        ("samenwerking", "De samen-\nwerking ging goed.", "nl"), ("voordeel", "Dat is een voor-\ndeel.", "nl"),
        ("'*verband*'", "Een samenwer-\nkingsverbandje van toen.", "nl"),
        ("'zomerverga*'", "Dat zomerver-\ngaderingsgedoe.", "nl"),
        ("samenwerking", "De sa-\nmen-\nwer-\nking.", "nl"), ("de keuken", "In de keu-\nken.", "nl"),
        ("kitchen", "We sat in the kit-\nchen and ate.", "en"), ("neighbour", "All my neigh-\nbours came.", "en"),
        ("oost-west", "Van oost-\nwest.", "nl"), ("cuisine", "Dans la cui-\nsine.", "fr"),
    ],
)  # fmt: skip
def test_a_word_cut_at_the_end_of_a_line_is_found(term: str, text: str, language: str) -> None:
    [quote] = found(term, text, language)
    assert "\n" in quote
    assert quote in text


@pytest.mark.parametrize(
    ("term", "text", "language"),
    [
        ("onder", "De onder-\nen bovenbouw.", "nl"),
        ("wil", "Ik wil-\nmaar dat ging niet.", "nl"), ("moeder", "Mijn moeder-\nik bedoel mijn tante.", "nl"),
        ("huis", "Naar huis-\nKamer zeven.", "nl"), ("tante", "Mijn moeder-\ntante bedoel ik.", "nl"),
        ("huis", "Naar huis -\nkamer zeven.", "nl"), ("kamer", "Naar huis-\n\nkamer zeven.", "nl"),
        ("mother", "My mother-\nand then she left.", "en"), ("under", "The under-\nor overpass.", "en"),
    ],
)  # fmt: skip
def test_what_is_two_words_at_the_end_of_a_line_stays_two(term: str, text: str, language: str) -> None:
    assert [quote.lower() for quote in found(term, text, language)] == [term]


def test_a_word_does_not_go_on_in_the_turn_of_another() -> None:
    text = "In de keu-\nken."
    turns = (Turn(0, "R", "respondent", 0, 10, person="P1"), Turn(1, "I", "interviewer", 11, 15))
    block = Block([Transcript("P1_1", ("P1",), "1", text, turns, "nl")])
    assert [block.word(token) for token in range(len(block))] == ["in", "de", "keu", "ken"]


@pytest.mark.parametrize("ending", [".txt", ".md", ".docx"])
def test_the_text_and_all_places_stay_as_they_are_in_files_that_keep_their_lines(tmp_path: Path, ending: str) -> None:
    said = "I: Waar was dat?\nR: We zaten in de keu-\nken en dan in de tuin.\nI: En nu?\nR: Nu niet."
    path = tmp_path / f"a{ending}"
    path.write_bytes(
        make_docx("".join(p(f"<w:r><w:t>{line}</w:t></w:r>") for line in said.split("\n")))
        if ending == ".docx"
        else said.encode()
    )
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()}, language="nl")
    assert transcript.text == said
    corpus = Corpus((transcript,), ("P01",), ("1",))
    codings = apply_codebook(make_book("{id: a, terms: [keuken, tuin]}"), corpus)
    places = zip(codings["start"], codings["end"], strict=True)
    assert [transcript.text[start:end] for start, end in places] == ["keu-\nken", "tuin"] == codings["quote"].tolist()
