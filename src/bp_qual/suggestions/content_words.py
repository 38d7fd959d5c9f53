"""The words of sentences that say what they are about: by lemma, a verb in two parts as one, without stop words.

Numbers stay: *drieduizend euro* and *twaalf uur per dag* tell what is talked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from bp_qual.suggestions.spoken_words import list_spoken_words
from bp_qual.transcripts import Corpus, Transcript, Turn


def content_words(texts: Sequence[str], languages: Sequence[str]) -> list[list[str]]:
    """Return the words of each text as `list_spoken_words` has them, in the order in which they are said.

    Parameters
    ----------
    texts : sequence of str
        Sentences, of interviews or of a codebook.
    languages : sequence of str
        The language of each.

    Returns
    -------
    list of list of str
        Empty where a text has stop words only.

    Examples
    --------
    >>> content_words(["Wij werken al jaren samen.", "Ja, dat is het."], ["nl", "nl"])
    [['samenwerken', 'jaar'], []]
    """
    said: list[list[str]] = [[] for _ in texts]
    for language in dict.fromkeys(languages):
        own = [row for row, spoken in enumerate(languages) if spoken == language]
        words = list_spoken_words(_as_talk([texts[row] for row in own], language), phrases=False, numbers=True)
        for turn, word in zip(words.turn.tolist(), words.word.tolist(), strict=True):
            said[own[turn]].append(words.words[word])
    return said


def _as_talk(texts: Sequence[str], language: str) -> Corpus:
    """Return texts as the answers of one interview."""
    turns, start = [], 0
    for number, text in enumerate(texts):
        turns.append(Turn(number, "", "respondent", start, start + len(text), ""))
        start += len(text) + 1
    return Corpus((Transcript("", (), "", "\n".join(texts), tuple(turns), language),), (), ())
