"""Find likely names in talk: capitals first, then the lists, then the words around.

A capital inside a sentence is a name until something speaks against it; at the start of a sentence and in talk without
capitals the lists and the words before and behind decide. Recall comes first: a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import regex

from bp_qual.display import without_unseen
from bp_qual.pseudonyms.bare_text import bare_text
from bp_qual.pseudonyms.capitals_of_words import is_abbreviation, is_one_of_many, is_stressed_or_said
from bp_qual.pseudonyms.first_words_of_names import may_lead
from bp_qual.pseudonyms.identifiers import find_identifiers
from bp_qual.pseudonyms.months_in_dates import date_with_month
from bp_qual.pseudonyms.name_cues import (
    BEFORE_DAYS,
    BEFORE_MONTHS,
    BEFORE_STREETS,
    BETWEEN_NAMES,
    COMPASS,
    DAYS,
    DETERMINERS,
    FIRM_TITLES,
    KIN,
    LEADING_LINKS,
    LINKS,
    MONTHS_OR_NAMES,
    NICKNAMES,
    OFFICES,
    OLD_LINKS,
    ORGANISATION_ENDING,
    OWN_PRONOUNS,
    PERSONAL,
    STREET_ADJECTIVES,
    SUBJECTS,
    TRADES,
)
from bp_qual.pseudonyms.name_kinds import guess_kind
from bp_qual.pseudonyms.name_words import REACH, TalkWord, begins_sentence, has_capitals, words_of
from bp_qual.pseudonyms.names_in_sayings import find_sayings
from bp_qual.pseudonyms.plain_uses import is_acting_person, is_bare_word, is_determined, is_plain_use
from bp_qual.pseudonyms.small_letter_names import are_beside, find_neighbours
from bp_qual.pseudonyms.small_letter_weights import SmallTalk
from bp_qual.pseudonyms.told_persons import is_somebody, is_told_person
from bp_qual.pseudonyms.word_evidence import NameLexicon, WordEvidence

LIKELY, PERHAPS = "likely", "perhaps"
_INITIALS = regex.compile(
    r"(?:(?<!['’])\b[A-Za-z]\.\s?)+(?:v\.?\s?d\.?\s?|(?:(?:van|de|der|den|ter|ten|te|'t|el|al) )*)$"
)
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))  # in 'Van Rossum' no line may end
_NO_LEAD = LINKS - {"in", "of", "on", "the", "en", "op", "aan", "upon", "het", "te"}


@dataclass(frozen=True, slots=True)
class FoundName:
    """A stretch of text that is likely, or perhaps, a name or another identifier.

    Examples
    --------
    >>> FoundName(0, 3, "person").block
    'likely'
    """

    start: int
    end: int
    kind: str
    block: str = LIKELY


def find_names(
    text: str, lexicon: NameLexicon, *, capitals: bool | None = None, sure: frozenset[str] = frozenset()
) -> list[FoundName]:
    """Return what is likely or perhaps a name in a stretch of talk, and every other identifier, from left to right.

    Parameters
    ----------
    text : str
        Talk, without the labels of its speakers.
    lexicon : NameLexicon
        The words of its language.
    capitals : bool, optional
        Whether the whole file has capitals (`has_capitals`); this text alone decides if not given.
    sure : frozenset of str
        Names that the study itself gives, case folded: seen with a capital inside a sentence elsewhere.

    Returns
    -------
    list of FoundName

    Examples
    --------
    >>> text = "Mevrouw de Wit belde, en Jan uit Zwolle. Mooi was dat."
    >>> [(text[f.start : f.end], f.kind) for f in find_names(text, NameLexicon("nl"))]
    [('de Wit', 'person'), ('Jan', 'person'), ('Zwolle', 'place')]
    """
    bare = bare_text(text) if without_unseen(text) != text else None
    if bare is not None:
        found = find_names(bare.text, lexicon, capitals=capitals, sure=sure)
        return [replace(name, start=bare.starts[name.start], end=bare.ends[name.end - 1]) for name in found]
    text = text.translate(_BLANKS)
    kept = [FoundName(i.start, i.end, i.kind) for i in find_identifiers(text)]
    words = [
        word
        for word in words_of(text, lexicon)
        if not any(f.start < word.end and word.start < f.end for f in kept)
        and not date_with_month(text, word.start, word.end)
    ]
    talk = _Talk(text, words, lexicon, has_capitals([text]) if capitals is None else capitals, sure)
    return sorted([*kept, *talk.names()], key=lambda found: found.start)


class _Talk:
    """One stretch of talk while it is searched."""

    def __init__(
        self, text: str, words: list[TalkWord], lexicon: NameLexicon, capitals: bool, sure: frozenset[str]
    ) -> None:
        self.text, self.words, self.lexicon, self.capitals, self.sure = text, words, lexicon, capitals, sure
        self.small = SmallTalk(text, words, lexicon, sure)
        self.weights = [self._weigh(place) for place in range(len(words))]
        if not capitals:
            for place in find_neighbours(text, words, lexicon):
                self.weights[place] = 1
        self._doubt_sayings()

    def _doubt_sayings(self) -> None:
        """Let what stands in a saying be a name at most perhaps."""
        for start, end in find_sayings(self.text, self.lexicon.language):
            for place, word in enumerate(self.words):
                if start <= word.start < end:
                    self.weights[place] = min(self.weights[place], 0.5)

    def names(self) -> Iterable[FoundName]:
        """Yield the names: words that weigh enough, with what belongs to them before, between and behind."""
        place = 0
        while place < len(self.words):
            if not self.weights[place]:
                place += 1
                continue
            first, last = self._first(place), self._last(place)
            start, end = self.words[first].start, self.words[last].end
            if initials := _INITIALS.search(self.text[max(0, start - REACH) : start]):
                start -= len(initials[0])
            sure = max(self.weights[first : last + 1]) >= 1
            yield FoundName(start, end, self._kind(first, last, (start, end)), LIKELY if sure else PERHAPS)
            place = last + 1

    def _before(self, place: int) -> str:
        word = self.words[place]
        return self.text[max(0, word.start - REACH) : word.start]

    def _weigh(self, place: int) -> float:
        """Return how much speaks for a word being a name, or part of one: 1 is likely, more than 0 perhaps."""
        word, seen = self.words[place], self.words[place].seen
        if seen.key in MONTHS_OR_NAMES and (seen.has_capital or not self.capitals):
            return self._weigh_month(place)
        if not seen.is_candidate:
            return 0
        if not self.capitals:
            return self.small.weigh(place)
        if seen.has_capital:
            return self._weigh_capital(place)
        return float(seen.key in self.sure and not seen.is_known and len(word.form) > 2)

    def _weigh_month(self, place: int) -> float:
        """Return the weight of a name that is a month too: perhaps a name before a verb, likely behind a title."""
        before, following = self.words[place - 1].seen.key if place else "", self._next(place)
        if before in self.lexicon.cues.titles and (self.capitals or before in FIRM_TITLES):
            return 1
        if is_acting_person(self.text, self.words, place, self.lexicon) or self._is_told(place):
            return 1
        verb = following is not None and following.seen.key in self.lexicon.cues.verbs
        personal = following is not None and following.seen.key in PERSONAL
        if personal and before not in DETERMINERS | BEFORE_MONTHS:
            return 1
        return 0.5 if verb and before not in self.lexicon.cues.before_places else 0

    def _weigh_capital(self, place: int) -> float:
        word, seen = self.words[place], self.words[place].seen
        listed = seen.is_name or seen.is_place
        if len(word.form) == 1:  # an initial: it belongs to the name behind it
            return 0
        if is_abbreviation(self.words, place):
            return 0
        if seen.key in self.sure and not seen.is_ordinary:
            return 1
        if is_acting_person(self.text, self.words, place, self.lexicon) or self._is_told(place):
            return 1
        if seen.key in self.lexicon.lists.organisations:
            return 1
        if seen.is_common and not self._is_titled(place):
            return 0.5
        if not begins_sentence(self.text, self.words[place].start):
            after_comma = (seen.is_ordinary or seen.is_known) and regex.search(r"[,;]\s*$", self._before(place))
            if not listed and is_stressed_or_said(self.text, self.words, place):
                return 0
            if not listed and is_one_of_many(self.words, place):
                return 0.5
            if self._is_day(place):
                return 0
            return 0 if after_comma and not listed and not self._is_enumerated(place) else 1
        if seen.is_ordinary and seen.key in LINKS and not self._leads(place):
            return 0
        if self._leads(place) or (seen.has_possessive and not seen.is_ordinary and not seen.key.endswith(("'", "’"))):
            return 1
        if listed and is_plain_use(self.text, self.words, place, self.lexicon):
            return 0.5
        following = self._next(place)
        second = self._next(place + 1)
        inverted = seen.is_known and second is not None and second.seen.key in OWN_PRONOUNS  # 'Kok wilde ik'
        if following and not seen.is_ordinary and following.seen.key in self.lexicon.cues.verbs and listed:
            return 0.5 if inverted or seen.key in OFFICES or self.lexicon.is_plural(seen) else 1
        if not seen.is_known and not seen.is_ordinary:
            return 1
        if seen.is_compound:  # 'Huurdersavonden', but 'Vluchtelingensteun' too
            return 0.5
        if seen.is_ordinary:
            return 0.5 if listed and len(word.form) > 2 else 0
        is_bare = not seen.is_first_name or is_bare_word(self.text, self.words, place, self.lexicon)
        if listed and seen.is_known and is_bare:  # 'Bakker, slager', 'Rose early'
            return 0.5
        return 1 if listed else 0

    def _is_told(self, place: int) -> bool:
        where = (self.text, self.words, place, self.lexicon)
        return is_told_person(*where) or is_somebody(*where)

    def _is_day(self, place: int) -> bool:
        """Return whether a word is the second of a holiday: 'Christmas Day'."""
        earlier = self.words[place - 1] if place else None
        return self.words[place].seen.key in DAYS and earlier is not None and earlier.seen.key in BEFORE_DAYS

    def _is_titled(self, place: int) -> bool:
        return place > 0 and self.words[place - 1].seen.key in self.lexicon.cues.titles

    def _is_enumerated(self, place: int) -> bool:
        """Return whether a word stands between commas in a row of words with capitals: 'Leroy, Hyacinth, Jo'."""
        word, following = self.words[place], self._next(place)
        if place == 0 or following is None or self.words[place].seen.is_ordinary:
            return False
        earlier, last = self.words[place - 1], self._next(place + 1)
        goes_on = self.text[word.end : following.start].strip() == ","
        ends = following.seen.key in self.lexicon.cues.linking and last is not None and last.seen.has_capital
        return earlier.seen.has_capital and earlier.seen.is_candidate and (goes_on or ends)

    def _leads(self, place: int) -> bool:
        """Return whether a word at the start of a sentence is followed by what makes it the first part of a name."""
        word, seen = self.words[place], self.words[place].seen
        following, second = self._next(place), self._next(place + 1)
        if following is None or not may_lead(seen, following.seen, self.lexicon):
            return False
        between = self.text[word.end : following.start]
        if (
            following.seen.has_capital
            and following.seen.is_candidate
            and not following.seen.is_common
            and between in (" ", "-", " '")
        ):
            return True
        if second is None or not second.seen.has_capital or not second.seen.is_candidate:
            return False
        if following.seen.key in _NO_LEAD and seen.key not in LINKS:
            return seen.is_name or seen.is_place or not seen.is_known
        if following.seen.key in LINKS and seen.key in LINKS:
            return True
        return following.seen.key in self.lexicon.cues.linking and between == " "

    def _next(self, place: int) -> TalkWord | None:
        return self.words[place + 1] if place + 1 < len(self.words) else None

    def _are_beside(self, place: int) -> bool:
        return are_beside(self.text, self.words[place], self.words[place + 1])

    def _first(self, place: int) -> int:
        """Return the first word of a name: tussenvoegsels and initials before it belong to it."""
        while place and self._are_beside(place - 1) and self._belongs_before(place - 1):
            place -= 1
        return place

    def _belongs_before(self, place: int) -> bool:
        word = self.words[place]
        key = word.seen.key
        if regex.fullmatch(r"\p{Lu}", word.form) and word.form not in ("I", "U", "A"):
            return True
        following = self.words[place + 1]
        if self._leads_with_capital(place):
            return True
        if following.seen.is_street and key in STREET_ADJECTIVES:
            return True
        if following.seen.is_place and not following.seen.is_known and key in STREET_ADJECTIVES:
            return not is_determined(self.words, place)
        if key in NICKNAMES and self.lexicon.language == "nl" and following.seen.is_first_name:
            return not is_determined(self.words, place) and not (following.seen.has_capital and word.form.islower())
        if key in self.lexicon.cues.peoples and following.seen.has_capital == word.seen.has_capital:
            named = following.seen.is_name or following.seen.is_place
            is_noun = following.seen.has_capital and following.seen.is_known and not named  # 'British Rail'
            if following.seen.key in self.lexicon.cues.organisations or is_noun:  # 'the Polish Club'
                return True
        if key in COMPASS and not self.capitals:
            return self._leads_in_small_letters(place)
        if key not in LINKS or following.seen.key in self.lexicon.cues.organisations:  # 'hulp van Stichting X'
            return False
        if word.form[:1].isupper() and not begins_sentence(self.text, self.words[place].start):
            return True
        if key in LEADING_LINKS:
            return not self._is_preposition(place)
        earlier = self.words[place - 1] if place else None
        if earlier is not None and earlier.seen.key in self.lexicon.cues.titles:
            return True
        joined = earlier is not None and self._are_beside(place - 1)
        return (
            joined
            and earlier is not None
            and key in ("de", "het", "la", "den")
            and (earlier.seen.key in ("van", "von") or self.weights[place - 1] >= 1)
        )

    def _leads_with_capital(self, place: int) -> bool:
        """Return whether a word belongs to the name behind it by its capital ('Mooie Leen') or what it says it is."""
        word, following = self.words[place], self.words[place + 1]
        key, is_dutch = word.seen.key, self.lexicon.language == "nl"
        if self.text[word.end : following.start] != " ":
            return False
        if is_dutch and word.seen.has_capital and key in self.lexicon.cues.peoples:  # 'Turkse vrouwenvereniging Gül'
            return ORGANISATION_ENDING.search(following.seen.key) is not None
        if not following.seen.has_capital:
            return False
        if is_dutch and ORGANISATION_ENDING.search(key):
            return True
        if word.seen.has_capital and key in COMPASS and following.seen.is_place:  # 'Little Italy'
            return True
        inside = word.seen.has_capital and not begins_sentence(self.text, word.start)
        return inside and word.seen.is_candidate and key not in LINKS and not word.seen.has_possessive

    def _is_preposition(self, place: int) -> bool:
        """Return whether 'van' before a name is none of its words: 'de dood van Jef', 'die kleine van kuiper'."""
        word, following = self.words[place], self.words[place + 1]
        if word.form != "van" or (place and self._are_beside(place - 1) and self.weights[place - 1] >= 1):
            return False
        earlier = self.words[place - 1] if place else None
        if earlier is not None and (len(earlier.form) == 1 or earlier.seen.key in self.lexicon.cues.titles - KIN):
            return False
        in_trade = not self.capitals and following.form in TRADES
        return in_trade or following.seen.is_first_name

    def _leads_in_small_letters(self, place: int) -> bool:
        """Return whether a word is the first of a place's name: 'on south halsted', 'little italy', not 'the south'."""
        following, earlier = self.words[place + 1], self.words[place - 1] if place else None
        if following.seen.is_first_name or self.weights[place + 1] < 1:
            return False
        return earlier is None or earlier.seen.key in self.lexicon.cues.before_places | BEFORE_STREETS

    def _last(self, place: int) -> int:
        """Return the last word of a name: names beside each other are one, also with tussenvoegsels between."""
        while place + 1 < len(self.words) and self._are_beside(place):
            if self.words[place].seen.has_possessive and not self._goes_on(self.words[place + 1].seen):
                break
            if self.weights[place + 1]:
                if self.weights[place] < 1 and place and self.words[place - 1].form in SUBJECTS:
                    break  # 'ik ken roos'
                place += 1
                continue
            further = place + 1
            while (
                further < len(self.words)
                and self._links(further)
                and self._are_beside(further - 1)
                and further - place < 4
            ):
                further += 1
            joined = (
                place + 1 < further < len(self.words)
                and self.weights[further]
                and self._are_beside(further - 1)
                and (self.capitals or not OLD_LINKS.isdisjoint(w.seen.key for w in self.words[place + 1 : further]))
                and self.words[place + 1].seen.key not in ("en", "in", "of")
            )
            if not joined:
                break
            place = further
        return place

    def _goes_on(self, seen: WordEvidence) -> bool:
        """Return whether a name goes on behind a possessive: 'St Mary's Church', 'King's Road'."""
        return seen.is_street or (seen.has_capital and seen.key in self.lexicon.cues.organisations)

    def _links(self, place: int) -> bool:
        """Return whether a word may stand between two words of a name; 'ben' only where there are capitals."""
        key = self.words[place].seen.key
        return key in LINKS or (self.capitals and key in BETWEEN_NAMES)

    def _kind(self, first: int, last: int, span: tuple[int, int]) -> str:
        earlier = self.words[first - 1] if first else None
        return guess_kind(self.text, self.words[first : last + 1], earlier, span, self.lexicon)
