"""What the lists say about a word, looked up once for each form that is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import find_language
from bp_qual.pseudonyms.name_cues import CLOSED, COMPASS, LINKS, NAMED_ENDING, STREET_ENDING, NameCues, name_cues_of
from bp_qual.pseudonyms.name_lists import NameLists, read_name_lists

_POSSESSIVE = lazy_pattern(r"['’]s?$")
_DIMINUTIVE = lazy_pattern(r"(?:tje|pje|je)s?$")
_DOUBLED_DIMINUTIVE = lazy_pattern(r"(?<=[bdfgklmnprst])(?P<d>.)(?P=d)?etje$")
_CONTRACTED = lazy_pattern(
    r"(?:[a-z]+n't|(?:must|should|could|would|might|may)'ve"
    r"|(?:i|you|he|she|it|we|they|that|there|who|what)'(?:d|ll|ve|re|m|s))"
)
_PARTICIPLE = lazy_pattern(
    r"(?:in|op|aan|uit|af|mee|door|over|voor|om|toe|bij|terug|weg|samen|na|tegen|vast)ge\w+(?:d|t|en)$"
)
# A small article or preposition that is written together with the name behind it: "'t Hart", 'al-Khatib', "d'Ancona".
_LED_CAPITAL = lazy_pattern(
    r"(?:['’][st][ -]?|(?:al|el|as|ad|an|ar|az|at|ash|ul|abd|abu|ait|ben|bin|ibn|de|la)-|[dl]['’])[A-ZÀ-Þ]"
)
_PRONOMINAL = lazy_pattern(
    r"(?:hier|daar|waar|er|achter|boven|voor|onder|midden|binnen|tussen)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|naartoe|naast|om|onder"
    r"|op|over|tegen|toe|tussen|uit|van|vandaan|voor)$"
)
# What ends an English word that is made of another one: 'grafters', 'damp-proofing'.
_ENGLISH_DERIVED = lazy_pattern(r"(?<=\w{3})(?:ers|ness|nesses|less|ish|ful|ably|able|ings?|fully|lessly|ly)$")
# What many Dutch first names end in that are two in one.
_SECOND_FIRST_NAME = lazy_pattern(
    r"(?<=\w{3})(?:mieke?|marie|marieke?|lies|liesbeth|loes|linde|lotte|fleur|sophie|lien|trudy?|roos|willem|jaap|dirk"
    r"|hendrik|pieter|joost|bert|linda|marijn|wies|fien|mijn?tje|jan)$"
)
_HALVES = frozenset(
    ("anglo", "afro", "indo", "sino", "greco", "judeo", "pan", "latin", "latijns", "midden", "centraal")
)
SHORT, SHORT_COMPOUND = 6, 8  # letters of a word that a shorter name is too easily taken for


def bare(word: str) -> str:
    """Return a word without possessive, case folded.

    >>> bare("Fatima's"), bare("Kees'")
    ('fatima', 'kees')
    """
    return _POSSESSIVE.sub("", word).casefold().replace("’", "'")


def readings(word: str, language: str) -> tuple[str, ...]:
    """Return what a written name can be a form of: itself, without -s, in Dutch without a diminutive.

    >>> readings("Jans", "nl"), readings("Truusje", "nl")
    (('jans', 'jan'), ('truusje', 'truus'))
    """
    key = bare(word)
    found = [key]
    if key.endswith("s") and len(key) > 3:
        found.append(key[:-1])
    if language == "nl" and len(key) > 4 and re.search(r"jes?$", key):
        shorter = (pattern.sub("", key) for pattern in (_DIMINUTIVE, _DOUBLED_DIMINUTIVE))
        found += [short for short in shorter if short != key and len(short) > 1]
    return tuple(found)


def is_pronominal(key: str) -> bool:
    """Return whether a Dutch word is a small word with a preposition: 'erbij', 'hierheen'."""
    return _PRONOMINAL.match(key) is not None


def _is_contracted(key: str) -> bool:
    """Return whether an English word is a pronoun with its verb, or a verb with its not."""
    return _CONTRACTED.fullmatch(key) is not None


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """What is known of one written form, whatever stands around it.

    Examples
    --------
    >>> seen = NameLexicon("nl").evidence("Hoekstra")
    >>> seen.is_name, seen.is_known
    (True, False)
    """

    key: str
    has_capital: bool
    has_possessive: bool
    is_candidate: bool
    is_first_name: bool
    is_last_name: bool
    is_place: bool
    is_ordinary: bool
    is_known: bool
    is_street: bool
    is_common: bool
    is_compound: bool  # of words in the tables, in no table itself

    @property
    def is_name(self) -> bool:
        """Whether a list of first names or surnames has it."""
        return self.is_first_name or self.is_last_name


@dataclass(slots=True)
class NameLexicon:
    """The words around names and the lists of a language, with what they said of each form so far.

    `ordinary` are words that the study itself has in small letters.

    Examples
    --------
    >>> NameLexicon("nl", ordinary=frozenset({"boer"})).evidence("Boer").is_ordinary
    True
    """

    language: str
    ordinary: frozenset[str] = frozenset()
    cues: NameCues = field(init=False)
    lists: NameLists = field(init=False)
    _seen: dict[str, WordEvidence] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read the lists of the language."""
        self.cues = name_cues_of(self.language)
        self.lists = read_name_lists(self.language)

    def evidence(self, word: str) -> WordEvidence:
        """Return what is known of a form as it is written."""
        if word not in self._seen:
            self._seen[word] = self._look_up(word)
        return self._seen[word]

    def is_plural(self, seen: WordEvidence) -> bool:
        """Return whether only without -s a known word is a first name: 'merels'."""
        lists = self.lists
        no_name = seen.key not in lists.first_names and seen.key not in lists.last_names and "-" not in seen.key
        return no_name and seen.is_first_name and seen.key in lists.known

    def is_verb_form(self, seen: WordEvidence) -> bool:
        """Return whether a Dutch word in -d or -t is a form of a verb and no noun: 'beheerd'."""
        if self.language != "nl" or not seen.is_known or not seen.key.endswith(("d", "t")):
            return False
        classes = find_language("nl").word_classes(seen.key)
        return "verb" in classes and "noun" not in classes

    def _look_up(self, word: str) -> WordEvidence:
        key, forms, lists = bare(word), readings(word, self.language), self.lists
        first, last, place = (
            any(form in listed for form in forms) for listed in (lists.first_names, lists.last_names, lists.places)
        )
        first = first or self._is_double(key)
        parts = key.split("-")
        if len(parts) > 1:
            first = first or parts[0] in lists.first_names
            last = last or any(part in lists.last_names for part in parts)
        is_title = key in self.cues.titles and not first
        ending = STREET_ENDING.search(key)
        in_tables = any(form in lists.known for form in forms) and not self._is_only_a_name(key)
        letters = word[:1].isalpha() or word[:1] in "'’"
        listed_ordinary = key in lists.ordinary
        is_compound = not (in_tables or first or last or place or listed_ordinary) and self._is_made_of_words(key)
        return WordEvidence(
            key=key,
            has_capital=word[:1].isupper() or _LED_CAPITAL.match(word) is not None,
            has_possessive=bool(_POSSESSIVE.search(word)),
            is_candidate=letters and key not in self.cues.no_names and not is_title and bool(key),
            is_first_name=first,
            is_last_name=last,
            is_place=place,
            is_ordinary=listed_ordinary or key in self.ordinary or key in LINKS or key in CLOSED or _is_contracted(key),
            is_known=in_tables or key in self.cues.organisations or listed_ordinary or is_compound,
            is_street=ending is not None and (self.language != "nl" or ending.start() > 0),
            is_common=any(form in lists.common for form in forms) or self._is_of_peoples(parts),
            is_compound=is_compound,
        )

    def _is_of_peoples(self, parts: list[str]) -> bool:
        """Return whether a word with a hyphen is made of peoples and parts of the world: 'Anglo-Irish'."""
        peoples = self.cues.peoples | self.lists.common | COMPASS | _HALVES
        return len(parts) > 1 and all(part in peoples for part in parts)

    def _is_only_a_name(self, key: str) -> bool:
        """Return whether the table that has a first name in small letters too knows no class of words for it."""
        if key not in self.lists.first_names or key in self.lists.ordinary or self.language not in ("nl", "en"):
            return False
        language = find_language(self.language)
        return len(key) > 2 and not (language.word_classes(key) or language.class_lemmas(key))

    def _is_double(self, key: str) -> bool:
        """Return whether a word is two Dutch first names in one, the second a usual end of such names: 'annemiek'."""
        end = _SECOND_FIRST_NAME.search(key) if self.language == "nl" else None
        return end is not None and key[: end.start()] in self.lists.first_names

    def _is_made_of_words(self, key: str) -> bool:
        """Return whether a Dutch word that simplemma lacks is in the other tables, or a compound of words in them."""
        if self.language == "nl" and is_pronominal(key):
            return True
        if "-" in key:  # 'repaircafé-dingen'
            return self._is_joined(key.split("-"))
        if self.language == "en" and (derived := _ENGLISH_DERIVED.search(key)):
            stem = key[: derived.start()]
            return stem in self.lists.known or f"{stem}e" in self.lists.known
        if self.language != "nl" or len(key) < SHORT or not key.isalpha() or NAMED_ENDING.search(key):
            return False
        dutch = find_language("nl")
        if dutch.word_classes(key) or _PARTICIPLE.match(key):
            return True
        if len(key) < SHORT_COMPOUND:
            return False
        firsts = self.lists.first_names  # 'pietersens' is no compound of 'pieter'
        return any(left.removesuffix("s") not in firsts for left in dutch.compound_beginnings(key))

    def _is_joined(self, parts: list[str]) -> bool:
        """Return whether a word with a hyphen ends in a word and has no name in it: 'repaircafé-dingen'."""
        lists = self.lists
        named = any(part in listed for part in parts for listed in (lists.first_names, lists.last_names, lists.places))
        return not named and len(parts[-1]) > 2 and parts[-1] in lists.known
