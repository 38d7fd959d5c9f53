"""The sentences around hits as a table of their own: what is asked of them gives what it gives in all talk."""

from __future__ import annotations

import numpy as np
import pytest

from bp_qual.codebook import parse_codebook
from bp_qual.coding import apply_codebook
from bp_qual.matching import Block, find_denials, index_corpus
from bp_qual.matching.tokens import TURN
from bp_qual.transcripts import Corpus, Transcript, Turn

FILLING = "Ja dat was toen zo en ik denk wel dat het goed kwam. Ze zeiden het steeds. "


def talk_of(said: str) -> Block:
    return Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")])


def words_of(block: Block) -> list[str]:
    return [block.types[number] for number in block.ids.tolist()]


def test_whole_sentences_are_kept_with_the_next_one_and_four_words_on_either_side() -> None:
    block = talk_of("Een twee drie vier vijf. Zes zeven. Acht negen tien elf twaalf.")
    part, tokens = block.around(np.array([5]), np.array([5]))
    assert words_of(part) == ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
    assert tokens.tolist() == list(range(1, 12))
    assert part.sentence.tolist() == block.sentence[tokens].tolist()
    assert part.gap[1:].tolist() == block.gap[tokens[1:]].tolist()


def test_what_was_not_beside_each_other_is_parted_as_turns_are() -> None:
    block = talk_of("Een. " + FILLING * 3 + "Twee. " + FILLING * 3)
    part, tokens = block.around(
        np.array([0, words_of(block).index("twee")]), np.array([0, words_of(block).index("twee")])
    )
    cut = np.flatnonzero(np.diff(tokens) > 1) + 1
    assert len(cut) == 1
    assert part.gap[cut].tolist() == [TURN]


@pytest.mark.parametrize("first", [[3, 0], [0, 0, 3], []])
def test_stretches_in_any_order_and_twice_give_each_word_once(first: list[int]) -> None:
    block = talk_of("Een twee. Drie vier. " + FILLING)
    _, tokens = block.around(np.array(first, dtype=np.int64), np.array(first, dtype=np.int64))
    assert tokens.tolist() == sorted(set(tokens.tolist()))
    assert set(first) <= set(tokens.tolist())


def test_a_stretch_over_several_sentences_is_kept_whole() -> None:
    block = talk_of("Een. " + FILLING * 4 + "Twee.")
    _, tokens = block.around(np.array([0]), np.array([len(block) - 1]))
    assert tokens.tolist() == list(range(len(block)))


def test_a_denial_is_found_whatever_else_is_said_between() -> None:
    block = talk_of(
        FILLING * 50 + "We werkten toen niet samen. " + FILLING * 50 + "Ze werkten wel samen. " + FILLING * 9
    )
    verbs = np.flatnonzero([word == "werkten" for word in words_of(block)])
    denied, cue = find_denials(block, verbs, verbs + 3)
    assert denied.tolist() == [True, False]
    assert cue[0] == "niet"


def test_where_clauses_begin_is_asked_of_the_sentences_with_hits_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking it of all talk took a fifth of the time of coding."""
    said = FILLING * 200 + "We werkten toen niet samen. " + FILLING * 200
    corpus = Corpus(tuple(talk_of(said).transcripts), ("P1",), ("1",))
    book = parse_codebook("{codebook: D, language: nl, codes: [{id: a, terms: [samenwerken, werken]}]}")
    index = index_corpus(corpus)
    [block] = index.blocks
    asked: list[int] = []
    starts = type(block.language).clause_starts
    monkeypatch.setattr(
        type(block.language), "clause_starts", lambda self, table: (asked.append(len(table)), starts(self, table))[1]
    )
    assert len(apply_codebook(book, index)) == 1
    assert asked
    assert max(asked) < len(block) / 50
