"""Talk that two transcripts have in common: one interview saved under two persons or waves, or pasted into another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from bp_qual.display import show_name
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

_SENTENCE_END = re.compile(r"[.?!…]+\s")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = 6  # words from which a sentence is hardly ever said twice by chance
_LEAST, _MUCH = 40, 250  # words in common that are no chance in a short interview, and in any
_SHARE = 0.3  # of the words of the shorter one
_MOST_FILES = 20  # in how many transcripts a sentence is followed up: beyond that it is a formula


def note_same_talk(corpus: Corpus) -> tuple[Remark, ...]:
    """Return a note for each two transcripts whose respondents say the same sentences.

    Of a transcript without a known respondent all talk is compared that is not the interviewer's.

    Examples
    --------
    >>> note_same_talk(corpus)
    ()
    """
    said = [_sentences(transcript) for transcript in corpus.transcripts]
    words = [sum(sentences.values()) for sentences in said]
    return tuple(
        Remark("same talk", values=_describe(corpus.transcripts[first], corpus.transcripts[second], common, shorter))
        for (first, second), common in sorted(_common_words(said).items())
        if common >= _LEAST and (common >= _SHARE * (shorter := min(words[first], words[second])) or common >= _MUCH)
    )


def _describe(first: Transcript, second: Transcript, common: int, shorter: int) -> Mapping[str, object]:
    share = f"{min(100, 100 * common / shorter):.0f}"
    return {"first": _name(first), "second": _name(second), "words": common, "percent": share}


def _name(transcript: Transcript) -> str:
    return show_name(transcript.source or transcript.interview)


def _sentences(transcript: Transcript) -> Counter[str]:
    """Return the words of each sentence that a transcript's respondents say, by the sentence in bare words."""
    own = [turn for turn in transcript.turns if turn.person]
    own = own or [turn for turn in transcript.turns if turn.role != "interviewer"]
    sentences = Counter[str]()
    for turn in own:
        for sentence in _SENTENCE_END.split(transcript.text[turn.start : turn.end]):
            bare = _WORD.findall(sentence.casefold().replace("\u00ad", ""))
            sentences[" ".join(bare)] += len(bare)
    return sentences


def _common_words(said: list[Counter[str]]) -> Counter[tuple[int, int]]:
    """Return how many words in sentences that are long enough each two transcripts have in common."""
    places: dict[str, list[int]] = {}
    for number, sentences in enumerate(said):
        for sentence in sentences:
            if sentence.count(" ") >= _SENTENCE - 1:
                places.setdefault(sentence, []).append(number)
    common = Counter[tuple[int, int]]()
    for sentence, numbers in places.items():
        if 1 < len(numbers) <= _MOST_FILES:
            for first, second in combinations(numbers, 2):
                common[first, second] += min(said[first][sentence], said[second][sentence])
    return common
