"""What a word of talk without capitals weighs as a name: titles, the lists and the words around it decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from bp_qual.matching.languages import find_language
from bp_qual.pseudonyms.name_cues import (
    BARE_PLACE_ENDING,
    BEFORE_BARE_PLACES,
    BEFORE_PERSONS,
    BEFORE_SURNAMES,
    BEFORE_TRADES,
    CHILDREN,
    CLOSED,
    FIRM_TITLES,
    LINKS,
    OWN_PRONOUNS,
    SURNAME_LINKS,
    TRADES,
)
from bp_qual.pseudonyms.name_words import REACH, TalkWord, begins_sentence
from bp_qual.pseudonyms.plain_uses import is_acting_person, is_bare_word, is_determined, is_plain_use
from bp_qual.pseudonyms.told_persons import is_somebody, is_told_person
from bp_qual.pseudonyms.word_evidence import NameLexicon, WordEvidence

_SMALL_INITIALS = regex.compile(r"(?:^|\s)(?:[a-z]\.\s?)+(?:(?:van|de|der|den|ter|ten|'t|v\.d\.)\s)*$")
_PERSON_CALLED = regex.compile(
    r"\b(?:hij|zij|ze|zoon|dochter|zus|broer|man|vrouw|moeder|vader|kleinzoon|kleindochter|vriendin|vriend|buurvrouw"
    r"|buurman|neef|nicht|oma|opa|jongste|oudste) (?:heet|heette) $"
)
_ARTICLES = frozenset(("the", "a", "an", "een", "'n", "het", "'t"))
# Who is called something: not 'dat heet' or 'zo heet'.
_NEUTER_CALLED = regex.compile(r"(?<!\b(?:dat|dit|het|zo|wat|hoe|nou) )\b(?:heet|heette) $")


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Words of talk without capitals, each of which can be weighed.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> talk, lexicon = "dat zei anneke tegen mevrouw roos", NameLexicon("nl")
    >>> small = SmallTalk(talk, list(words_of(talk, lexicon)), lexicon)
    >>> [word.form for place, word in enumerate(small.words) if small.weigh(place)]
    ['anneke', 'roos']
    """

    text: str
    words: Sequence[TalkWord]
    lexicon: NameLexicon
    sure: frozenset[str] = frozenset()

    def weigh(self, place: int) -> float:
        """Return the weight of a word in talk without capitals: the lists and the words before it decide."""
        word, seen = self.words[place], self.words[place].seen
        if seen.key in LINKS or len(seen.key) < 2:
            return 0
        lead_place = place - 1
        while lead_place >= 0 and (self.words[lead_place].form in LINKS or len(self.words[lead_place].form) == 1):
            lead_place -= 1
        lead = self.words[lead_place] if lead_place >= 0 else None
        if lead and self._follows_title(lead, place - lead_place, word):
            return 1
        where = (self.text, self.words, place, self.lexicon)
        if is_acting_person(*where) or is_told_person(*where) or is_somebody(*where):
            return 1
        if seen.is_common and seen.key not in self.sure:
            return 0
        if self._is_trade_of_somebody(place) or self._is_family(place):
            return 1
        before = self.words[place - 1].seen if place else None
        initials = _SMALL_INITIALS.search(self._before(place))
        if initials and (seen.is_name or not seen.is_known):
            return 1
        if seen.is_ordinary and seen.key not in CLOSED and self._is_all_of_a_name(place):
            return 1
        if seen.is_ordinary:
            return self._weigh_ordinary(place, before)
        titled = before is not None and (before.key in self.lexicon.cues.titles and not before.is_ordinary)
        if before is not None and before.key in BEFORE_SURNAMES and seen.is_last_name:
            titled = titled or not is_determined(self.words, place - 1)
        titled = titled and seen.key not in self.lexicon.cues.verbs
        if titled or self.lexicon.cues.naming.search(self._before(place)) or seen.key in self.sure:
            return 1
        if place and self.words[place - 1].form in _ARTICLES and seen.key in self.lexicon.lists.known:
            return 0.5 if seen.is_name else 0  # 'the reg'
        if not seen.is_known or seen.is_street:
            return float(len(seen.key) > 2 or seen.is_name)
        if is_plain_use(*where):
            return 0.5 if seen.is_name else 0
        if lead and lead.seen.is_first_name and not lead.seen.is_ordinary and seen.is_name:
            return 1
        if self._has_cue(place, before):
            return 1
        if seen.is_first_name:
            is_bare = begins_sentence(self.text, word.start) and seen.is_known and is_bare_word(*where)
            return 0.5 if is_bare or self._is_declined_word(place) else 1
        return 0.5 if seen.is_last_name else 0

    def _is_family(self, place: int) -> bool:
        """Return whether an English word is the plural of a surname and of no word: 'the begums upstairs'."""
        key = self.words[place].seen.key
        if self.lexicon.language != "en" or not key.endswith("s") or key[:-1] not in self.lexicon.lists.last_names:
            return False
        english = find_language("en")
        words = english.class_lemmas(key) or english.class_lemmas(key[:-1]) or key[:-1] in self.lexicon.lists.ordinary
        return place > 0 and self.words[place - 1].form == "the" and not words

    def _is_bare_place(self, place: int) -> bool:
        """Return whether a Dutch compound has no article behind a preposition of place: 'in bospolder'."""
        word = self.words[place]
        compound = self.lexicon.language == "nl" and BARE_PLACE_ENDING.search(word.seen.key) is not None
        return compound and self.text[self.words[place - 1].end : word.start] == " "

    def _is_trade_of_somebody(self, place: int) -> bool:
        """Return whether a Dutch trade has no article behind a preposition: 'die kleine van kuiper'."""
        if self.lexicon.language != "nl" or not place or self.words[place].form not in TRADES:
            return False
        lead = self.words[place - 1]
        return lead.form in BEFORE_TRADES and self.text[lead.end : self.words[place].start] == " "

    def _is_declined_word(self, place: int) -> bool:
        """Return whether a first name is more likely a plain word: a plural ('merels'), or a verb before 'ik'."""
        seen, following = self.words[place].seen, self._next(place)
        if not seen.is_known:
            return False
        inverted = following is not None and following.seen.key in OWN_PRONOUNS
        return inverted or self.lexicon.is_plural(seen)

    def _weigh_ordinary(self, place: int, before: WordEvidence | None) -> float:
        """Return the weight of an ordinary word that is a first name too, in talk without capitals: perhaps."""
        word, following = self.words[place], self._next(place)
        if not word.seen.is_first_name or word.seen.key in CLOSED:
            return 0
        met = before is not None and before.key in BEFORE_PERSONS
        if following is None:
            return 0.5 if met else 0
        acts = following.seen.key in self.lexicon.cues.verbs or following.form in ("die", "who")
        if acts and before is not None and before.key in CHILDREN and following.seen.is_ordinary:
            return 1
        return 0.5 if (acts and (before is None or before.key not in CLOSED)) or met else 0

    def _is_all_of_a_name(self, place: int) -> bool:
        """Return whether a word alone is what somebody is called: 'de dominee heette storm,', not 'zo heet dat'."""
        is_noun = "noun" in find_language(self.lexicon.language).word_classes(self.words[place].seen.key)
        if not is_noun or _NEUTER_CALLED.search(self._before(place)) is None:
            return False
        if _PERSON_CALLED.search(self._before(place)) is not None:
            return True
        end = self.words[place].end
        return regex.match(r"\s*(?:[.,;?!]|$)", self.text[end : end + REACH]) is not None

    def _has_cue(self, place: int, before: WordEvidence | None) -> bool:
        """Return whether the word before makes a known word of talk without capitals a name."""
        seen, cues = self.words[place].seen, self.lexicon.cues
        if before is not None and seen.is_place and before.key in cues.before_places:
            return True
        if before is not None and before.key in BEFORE_BARE_PLACES and self._is_bare_place(place):
            return True
        if seen.key in cues.verbs or self.lexicon.is_verb_form(seen):
            return False
        if before is not None and before.key in cues.organisations and self.lexicon.language == "nl":
            return True
        return before is not None and before.key in SURNAME_LINKS and seen.is_last_name

    def _follows_title(self, lead: TalkWord, distance: int, word: TalkWord) -> bool:
        """Return whether a title stands before a word, with initials and tussenvoegsels between at most."""
        between = self.text[lead.end : word.start]
        return (
            lead.form in FIRM_TITLES
            and distance <= 4
            and word.seen.key not in CLOSED | self.lexicon.cues.verbs
            and regex.fullmatch(r"(?:\.? ?(?:[a-z]\.)*)?[ \w'’.]*", between) is not None
        )

    def _before(self, place: int) -> str:
        word = self.words[place]
        return self.text[max(0, word.start - REACH) : word.start]

    def _next(self, place: int) -> TalkWord | None:
        return self.words[place + 1] if place + 1 < len(self.words) else None
