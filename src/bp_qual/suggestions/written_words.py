"""How words are written: as they were said, with their accents and hyphens, which counting leaves out.

*Conciërge* and *concierge*, *co-creatie* and *cocreatie* are one word to count; a table shows what was said most.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.tokens import fold_word
from bp_qual.suggestions.spoken_words import SpokenWords
from bp_qual.transcripts import Corpus
from bp_qual.transcripts.sentence_ends import ends_in_abbreviation

_FORMS = 4
_SIGNS = ",.;:!?…"
_SOFT_HYPHEN = "\u00ad"
_BEFORE = 24  # characters in which the end of the sentence before is looked for
_ENDS = ".?!:…"
_BLANKS_AND_QUOTES = " \t\r\n\u00a0\"'“”‘’„«»(-–—•"
_NEW_PARAGRAPH = lazy_pattern(r"\n[^\S\n]*[\n\-–—•]")  # a blank line, or a line of a list
_INITIAL = lazy_pattern(r"(?<![^\W_])[^\W\d_]\.$")


class WrittenWords:
    """The words of a corpus as they were said: how each is written, and in which forms, with how often.

    Parameters
    ----------
    spoken : SpokenWords
        The words, and the times that count.
    corpus : Corpus
        The interviews.

    Examples
    --------
    >>> from bp_qual.suggestions.spoken_words import list_spoken_words
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "De coördinatoren vroegen iets. Wij werkten al jaren samen."
    >>> talk = Transcript("P1_1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")
    >>> study = Corpus((talk,), ("P1",), ("1",))
    >>> written = WrittenWords(list_spoken_words(study), study)
    >>> [written.names[word] for word in ("coordinator", "samenwerken")]
    ['coördinator', 'samenwerken']
    >>> [written.forms(word) for word in ("coordinator", "samenwerken")]
    ['coördinatoren 1', 'werkten … samen 1']
    """

    def __init__(self, spoken: SpokenWords, corpus: Corpus) -> None:
        self._said: dict[str, dict[str, Counter[str]]] = {word: defaultdict(Counter) for word in spoken.words}
        begins = [{turn.index: turn.start for turn in transcript.turns} for transcript in corpus.transcripts]
        columns = (spoken.word, spoken.transcript, spoken.turn, spoken.start, spoken.end)
        for word, row, turn, start, end in zip(*(column.tolist() for column in columns), strict=True):
            form = _as_written(
                corpus.transcripts[row].text, (begins[row][turn], start, end), is_phrase=bool(spoken.phrase[word])
            )
            self._said[spoken.words[word]][fold_word(form)][form] += 1
        self.names = {word: self._name(word) for word in spoken.words}

    def forms(self, word: str) -> str:
        """Return the ways in which a word was said most, with how often."""
        often = sorted(
            ((min(ways, key=lambda way: (-ways[way], way)), ways.total()) for ways in self._said[word].values()),
            key=lambda row: (-row[1], row[0]),
        )
        shown = [f"{form} {count}" for form, count in often[:_FORMS]]
        return ", ".join([*shown, *(["…"] if len(often) > _FORMS else [])])

    def _name(self, word: str) -> str:
        """Return how a word is written: as said most, as the beginning of one of its forms, or as it is counted."""
        longest = Counter[str]()
        for folded, ways in self._said[word].items():
            if folded == word:
                return min(ways, key=lambda way: (-ways[way], way))
            if folded.startswith(word):
                longest.update(ways)
        if not longest:
            return word
        form = min(longest, key=lambda way: (-longest[way], way))
        return next((form[:end] for end in range(len(form)) if fold_word(form[:end]) == word), word)


def _as_written(text: str, places: tuple[int, int, int], *, is_phrase: bool) -> str:
    """Return what was said with single blanks; of a verb in two parts the first and the last.

    The places are where the turn begins, and where the word begins and ends. The capital with which a sentence begins
    is none of the word's: `De AI. Gemeente` has `AI` and `gemeente`.
    """
    turn, start, end = places
    first, *more = unicodedata.normalize("NFC", text[start:end]).replace(_SOFT_HYPHEN, "").split()
    capital = 2 if first.startswith("IJ") else 1  # IJs
    rest = first[capital:]
    has_one = first[0].isupper() and (rest.islower() or len(first) == 1)
    if has_one and _begins_sentence(text[max(turn, start - _BEFORE) : start]):
        first = first[:capital].lower() + rest
    if is_phrase or not more:
        return " ".join([first, *more])
    return f"{first.rstrip(_SIGNS)} … {more[-1]}"


def _begins_sentence(before: str) -> bool:
    r"""Return whether a sentence begins behind a text; not behind an initial, an abbreviation or a broken line.

    >>> [_begins_sentence(text) for text in ("", "Ja. ", "Dat zei dr. ", "Piet B. ", "bij de\n", "Dat is\n\n")]
    [True, True, False, False, False, True]
    """
    bare = before.rstrip(_BLANKS_AND_QUOTES)
    if not bare or _NEW_PARAGRAPH.search(before[len(bare) :]):
        return True
    last = bare.split()[-1].lstrip(_BLANKS_AND_QUOTES)
    is_initial = _INITIAL.search(last) is not None and last[-2].isupper()
    return bare[-1] in _ENDS and not is_initial and not ends_in_abbreviation(last)
