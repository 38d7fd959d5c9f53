"""Talk that two transcripts have in common: one interview saved under two persons or waves, or pasted into another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.files.as_written import composed
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

_SENTENCE_END = lazy_pattern(r"[.?!…]+\s")
_WORD = lazy_pattern(r"[^\W_]+")
_SENTENCE = 6  # words from which a sentence is hardly ever said twice by chance
_LEAST, _MUCH = 40, 250  # words in common that are no chance in a short interview, and in any
_SHARE = 0.3  # of the words of the shorter one
_MOST_FILES = 20  # in how many transcripts a sentence is followed up: beyond that it is a formula


def note_same_talk(corpus: Corpus, study: Study | None = None) -> tuple[Remark, ...]:
    """Return a note for transcripts whose respondents say the same sentences, one for all that hang together.

    Of a transcript without a known respondent all talk is compared that is not the interviewer's.

    Parameters
    ----------
    corpus : Corpus
        The transcripts.
    study : Study, optional
        The study: interviews of it that name each other in the column `same_talk` are not told.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> note_same_talk(corpus)
    ()
    """
    said = [_sentences(transcript) for transcript in corpus.transcripts]
    words = [sum(sentences.values()) for sentences in said]
    pairs = {
        (first, second): common
        for (first, second), common in sorted(_common_words(said).items())
        if common >= _LEAST and (common >= _SHARE * min(words[first], words[second]) or common >= _MUCH)
    }
    if not pairs:
        return ()
    right = _groups(_stated_pairs(corpus, study) if study else ())
    alike = {pair: common for pair, common in pairs.items() if right.get(pair[0], -1) != right.get(pair[1], -2)}
    groups = defaultdict[int, set[int]](set)
    for number, group in _groups(alike).items():
        groups[group].add(number)
    return tuple(_describe(corpus, sorted(group), alike, words) for group in groups.values())


def _stated_pairs(corpus: Corpus, study: Study) -> list[tuple[int, int]]:
    """Return the transcripts that the study says hold the same talk."""
    sources = [composed(Path(transcript.source).as_posix()) for transcript in corpus.transcripts]
    pairs = list[tuple[int, int]]()
    for interview in study.interviews:
        named = tuple(f"/{composed(name)}" for name in interview.same_talk)
        own = composed(relative_name(interview.file, study.folder)) if named else ""
        first = [number for number, source in enumerate(sources) if source == own]
        others = [number for number, source in enumerate(sources) if f"/{source}".endswith(named)] if first else []
        pairs += [(number, other) for number in first for other in others if other != number]
    return pairs


def _groups(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each transcript that is in a pair the first one of those it hangs together with."""
    group = dict[int, int]()
    for first, second in pairs:
        old = {group.get(first, first), group.get(second, second)}
        group |= dict.fromkeys([*old, first, second, *(number for number, of in group.items() if of in old)], min(old))
    return group


def _describe(
    corpus: Corpus, group: Sequence[int], alike: Mapping[tuple[int, int], int], words: Sequence[int]
) -> Remark:
    names = [_name(corpus.transcripts[number]) for number in group]
    if len(group) > 2:
        least = min(common for pair, common in alike.items() if set(pair) <= set(group))
        return Remark("same talk in several", values={"files": names, "n": len(names), "words": least})
    common, shorter = alike[group[0], group[1]], min(words[number] for number in group)
    share = f"{min(100, 100 * common / shorter):.0f}"
    return Remark("same talk", values={"first": names[0], "second": names[1], "words": common, "percent": share})


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
