"""How words are written: as they were said, with their accents and hyphens, which counting leaves out.

*Conciërge* and *concierge*, *co-creatie* and *cocreatie* are one word to count; a table shows what was said most.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict

from bp_qual.matching.tokens import fold_word
from bp_qual.suggestions.spoken_words import SpokenWords
from bp_qual.transcripts import Corpus

_FORMS = 4
_SIGNS = ",.;:!?…"
_SOFT_HYPHEN = "\u00ad"
_BEFORE = 12  # characters in which the end of the sentence before is looked for
_ENDS = ".?!:…\n"
_BLANKS_AND_QUOTES = " \t\r\u00a0\"'“”‘’„«»(-–—"


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
        columns = (spoken.word, spoken.transcript, spoken.start, spoken.end)
        for word, row, start, end in zip(*(column.tolist() for column in columns), strict=True):
            form = _as_written(corpus.transcripts[row].text, start, end, is_phrase=bool(spoken.phrase[word]))
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


def _as_written(text: str, start: int, end: int, *, is_phrase: bool) -> str:
    """Return what was said with single blanks; of a verb in two parts the first and the last.

    The capital with which a sentence begins is none of the word's: `De AI. Gemeente` has `AI` and `gemeente`.
    """
    said = unicodedata.normalize("NFC", text[start:end]).replace(_SOFT_HYPHEN, "")
    if said.istitle() or said[1:].islower():
        before = text[max(start - _BEFORE, 0) : start].rstrip(_BLANKS_AND_QUOTES)
        if not before or before[-1] in _ENDS:
            said = said[:1].lower() + said[1:]
    parts = said.split()
    if is_phrase or len(parts) == 1:
        return " ".join(parts)
    return f"{parts[0].rstrip(_SIGNS)} … {parts[-1]}"
