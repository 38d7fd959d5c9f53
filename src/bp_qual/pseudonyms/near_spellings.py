"""Words within one letter of a replaced name that were not replaced: a slip of the pen, or somebody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.name_cues import name_cues_of
from bp_qual.pseudonyms.name_letters import are_one_letter_apart
from bp_qual.pseudonyms.name_lists import read_name_lists
from bp_qual.pseudonyms.name_parts import fold_spelling
from bp_qual.pseudonyms.names_in_addresses import is_running_word
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.transcripts import Corpus

_ADDRESSES = frozenset(("email", "url", "handle"))  # no word of these is near a name
_SHORTEST = 3  # letters; of these, only the same word with other capitals
_WORD = lazy_pattern(rf"[^\W\d_]{{{_SHORTEST},}}")


@dataclass(frozen=True, slots=True)
class NearSpelling:
    """A word of the new texts, the name that it is near, how often it stands there and where first.

    Examples
    --------
    >>> NearSpelling("Janssen", "Jansen", 2, "P01_2010").count
    2
    """

    word: str
    name: str
    count: int
    interview: str


def find_near(
    corpus: Corpus, names: Sequence[DecidedName], called: Mapping[str, Collection[str]]
) -> tuple[NearSpelling, ...]:
    """Return the words of a study that are within one letter of a decided name and stay, the most frequent first.

    Ordinary words in small letters are passed over; a listed name in small letters is not. Words in small letters in a
    spelling of several (*mevrouw Smit*) name nobody, nor do ordinary ones that no list has (*Wijkcentrum De Akkers*).

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    names : sequence of DecidedName
        What is replaced.
    called : mapping of str to collection of str
        What each interview goes by: its id, persons, wave and file.

    Returns
    -------
    tuple of NearSpelling

    Examples
    --------
    >>> find_near(corpus, [], {})
    ()
    """
    of_names = [name for name in names if name.kind not in _ADDRESSES]
    parts = {fold_spelling(word): name.spelling for name in of_names for word in _telling_words(name.spelling)}
    spellings = {name.spelling for name in names if name.only_in}
    alone = {fold_spelling(name.spelling) for name in names}
    written = {word for name in of_names for word in _WORD.findall(name.spelling)}
    by_cut = {cut: whole for whole in parts if len(whole) > _SHORTEST for cut in _cuts(whole)}
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    near: dict[str, str] = {}
    for transcript in corpus.transcripts:
        replacer = Replacer(names, called.get(transcript.interview, ()), keeps_dates=True)
        left = _left_words(transcript.text, replacer)
        months = {word for date in replacer.dates for word in _WORD.findall(date)}
        ordinary = read_name_lists(transcript.language).known
        titles = name_cues_of(transcript.language).titles
        for word, count in left.items():
            folded = fold_spelling(word)
            is_part = folded in parts and (folded in alone or _is_name(folded, transcript.language))
            if word in months or (word.islower() and not is_part and word in ordinary):
                continue
            if word in spellings:  # told of the 'only in' of its rows
                continue
            is_short = len(word) == _SHORTEST
            if is_short and (folded not in parts or word in written or is_running_word(word.casefold())):
                continue
            if word.casefold() in titles and folded not in alone:
                continue
            match = folded if folded in parts else next((by_cut[c] for c in _cuts(folded) if c in by_cut), "")
            if match and are_one_letter_apart(folded, match):
                counts[word] += count
                first.setdefault(word, transcript.interview)
                near[word] = parts[match]
    return tuple(NearSpelling(word, near[word], n, first[word]) for word, n in counts.most_common())


def _telling_words(spelling: str) -> list[str]:
    """Return the words of a spelling that may name somebody: those with a capital, where any has one.

    >>> _telling_words("mevrouw Kok"), _telling_words("roos"), _telling_words("Stichting De Brede Haven")
    (['Kok'], ['roos'], ['Stichting', 'Brede', 'Haven'])
    """
    words = _WORD.findall(spelling)
    return words if spelling.islower() else [word for word in words if not word.islower()]


def _is_name(folded: str, language: str) -> bool:
    """Return whether a word of a spelling of several is a listed name, and not just what something is called."""
    lists = read_name_lists(language)
    return folded in lists.first_names or folded in lists.last_names or folded in lists.places


def _left_words(text: str, replacer: Replacer) -> Counter[str]:
    """Return the words of a text that are not replaced."""
    left, at = Counter[str](), 0
    for place in replacer.replace(text).places:
        left.update(_WORD.findall(text[at : place.old_start]))
        at = place.old_end
    left.update(_WORD.findall(text[at:]))
    return left


def _cuts(word: str) -> set[str]:
    """Return a word and what is left of it without any one letter: words one letter apart have one in common."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
