"""What was found in a text is found once while it is at hand, and memory does not grow with a study."""

from __future__ import annotations

import numpy as np
import pytest

from bp_qual.transcripts import Transcript, Turn, count_turn_words, sentence_ends
from bp_qual.transcripts.kept_spans import KeptSpans
from bp_qual.transcripts.sentence_ends import find_sentences, find_sentences_in

SAID = "Dat was dhr. Jansen. Mooi, toch? Zo vaak zei ik dat (lacht) nog nooit."


def test_the_sentences_of_a_turn_are_cut_once_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    split = sentence_ends._split_sentences
    monkeypatch.setattr(sentence_ends, "_KEPT", KeptSpans())
    monkeypatch.setattr(sentence_ends, "_split_sentences", lambda *given: cut.append(given[0]) or split(*given))
    first = find_sentences(SAID)
    again = find_sentences("".join(SAID))
    assert first.tolist() == again.tolist() == [[0, 20], [21, 32], [33, 70]]
    assert len(cut) == 1
    assert find_sentences(SAID, 21).tolist() == [[21, 32], [33, 70]]
    assert find_sentences(SAID, language="en").tolist() == [[0, 12], [13, 20], [21, 32], [33, 70]]
    assert len(cut) == 3


def test_words_are_counted_in_the_turns_that_are_asked_for() -> None:
    whole = (Turn(0, "R", "respondent", 0, len(SAID), "P1"),)
    halves = (Turn(0, "R", "respondent", 0, 20, "P1"), Turn(1, "I", "interviewer", 21, len(SAID)))
    for turns, words in ((whole, [13]), (halves, [4, 9]), (whole, [13])):
        assert count_turn_words(Transcript("a", ("P1",), "1", SAID, turns)).tolist() == words


def test_what_is_kept_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        find_sentences(SAID)[0, 0] = 5


def test_no_more_than_so_many_characters_are_kept_and_the_last_text_always() -> None:
    kept = KeptSpans(most=100)
    for number in range(50):
        kept.get(f"{number:030}", 1, lambda: np.zeros(1, dtype=np.int64))
        assert len(kept) <= 3
    kept.get("x" * 1000, 1, lambda: np.zeros(1, dtype=np.int64))
    assert len(kept) == 1


def test_the_sentences_of_all_turns_at_once_are_those_of_each_turn_alone() -> None:
    said = ("Dat zei dhr.", "5 mensen. Ook mevr. Bos. ", "", "\n ", "(lacht)\n\nBlz.", "12 jan. 2010, ja.", "ja " * 150)
    for language in ("nl", "en", "de"):
        text, spans = "", list[tuple[int, int]]()
        for words in said:
            text += "R: "
            spans.append((len(text), len(text) + len(words)))
            text += words
        together = find_sentences_in(text, np.array(spans), language)
        alone = [find_sentences(text, start, end, language) for start, end in spans]
        assert [own.tolist() for own in together] == [own.tolist() for own in alone]
        assert [len(own) for own in together][-1] == 3
        assert find_sentences_in(text, np.array(spans)[:0], language) == []
