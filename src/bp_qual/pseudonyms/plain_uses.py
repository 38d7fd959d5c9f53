"""What around a word tells whether it is a name there: a listed name as a plain word, a plain word as a name.

'A bit of ivy', 'ik lees', 'rein was het' are plain uses of words that the lists have as names; 'Bloem heet', 'May died'
are names that look like words.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from bp_qual.matching.languages import find_language
from bp_qual.pseudonyms.name_cues import CLOSED, DETERMINERS, LINKS, word_set
from bp_qual.pseudonyms.name_words import REACH, TalkWord, begins_sentence
from bp_qual.pseudonyms.word_evidence import NameLexicon

# What stands before a plain word and hardly ever before a name.
_DETERMINED = {
    "nl": r"\b(?:een|'n|geen|zo'n|elke?|iedere?|veel|weinig|genoeg|allerlei|het|'t)\s+$",
    "en": r"\b(?:an?|the|no|any|some|every|each|more|much|enough|such|my|your|his|her|their|its"
    r"|(?:bit|lot|lots|kind|sort|piece|bunch|cup|full|plenty|row|pair|load|loads) of)\s+$",
}
# Who does something, at the beginning of a clause: a verb follows.
_SUBJECT = {
    "nl": r"(?:^|[.,?!;:]\s*|\b(?:en|maar|want|dus)\s+)(?:ik|'k|jij|je|hij|zij|ze|we|wij|u)\s+$",
    "en": r"\b(?:(?:i|he|she|we|they|you)(?:'d|'ll)?|didn't|don't|can't|won't|couldn't|wouldn't|let's)\s+$",
}
# Behind 'mooi' and 'joy': the word is said of something.
_SAID_OF_SOMETHING = {
    "nl": r"\s+(?:is|was|waren)\s+(?:het|'t|dat)\b",
    "en": r",\s*(?:it|that)(?:'s| is| was)\b|\s+(?:it|that) (?:is|was)\b",
}
# A verb of becoming, before what somebody becomes.
_BECOMING = {"nl": r"\b(?:werd|wordt|worden)\s+$", "en": r"\b(?:went|gone|goes|going|turned|felt)\s+$"}
_BEFORE_NOUNS = word_set("the a an my your his her our their that this")
_AFTER_VERBS = word_set("a an my your his her our their it him them")
_ADVERBS = word_set("early late up down again out away back slowly quickly")
_BEHIND_NOUNS = word_set("of by for")
_AFTER_PLURALS = word_set("and or on in at by with of everywhere")
# English adjectives that stand before first names as well as before nouns.
_BEFORE_NAMES = word_set("old little young big poor dear our wee fat late said")
_MEASURED = regex.compile(r"s (?:away|apart|ago|further|off)\b")
_REPEATED = regex.compile(r"(\p{L}+) (?:after|by|for|upon|to|na|voor|aan|om) \1\b", flags=regex.IGNORECASE)
# What persons do and things hardly: before it, at the start of a sentence, a listed word is a person.
_ACTS_OF_PERSONS = {
    "nl": word_set(
        "heet heette woont woonde vertelt vertelde trouwde belt belde zegt zei werkt werkte overleed stierf"
    ),
    "en": word_set("died says said tells told lives lived married phoned works worked reckons knitted"),
}
_CALLED, _NEUTER = word_set("heet heette"), word_set("dat dit het 't")
# Behind a verb of a person they are its subject, so that what stands before it is something else.
_SUBJECTS = word_set("ik je jij u we wij hij ze zij ie het dat dit 't er iemand niemand")
_SAYING = word_set("zei zegt vertelde vertelt")
_KIN = word_set("moeder vader ma pa mama papa moeders vaders mum dad familie mensen people iedereen niemand")
# Finite verbs: none stands behind another one, or a preposition ('Wil heeft', 'Door heeft', 'Will was').
_FINITE = {
    "nl": word_set("is was heeft had zei zegt kwam komt ging gaat deed woont werkt belde hielp zat stond bleef"),
    "en": word_set("is was has had said says came lived lives worked took gave told brought led sang runs"),
}
_NEVER_BEFORE_VERBS = {"nl": word_set("wil door"), "en": word_set("will")}


def is_plain_use(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether a listed name that is a word too is a plain word where it stands.

    Parameters
    ----------
    text : str
        The talk.
    words : sequence of TalkWord
        Its words.
    place : int
        Which of them.
    lexicon : NameLexicon
        The words of the language.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> lexicon = NameLexicon("en")
    >>> def is_plain(talk, place): return is_plain_use(talk, list(words_of(talk, lexicon)), place, lexicon)
    >>> is_plain("a rose", 1), is_plain("dear rose", 1), is_plain("bill after bill", 2)
    (True, False, True)
    """
    word, language = words[place], _described(lexicon)
    if not word.seen.is_known or "-" in word.form:
        return False
    before, behind = text[max(0, word.start - REACH) : word.start].lower(), text[word.end : word.end + REACH].lower()
    leads = (_DETERMINED[language], _SUBJECT[language], _BECOMING[language])
    if any(regex.search(lead, before) for lead in leads):
        return True
    if language == "en" and _stands_as_its_class(text, words, place):
        return True
    return _is_repeated(text, word) or _is_said_of_something(text, words, place, language, behind)


def _described(lexicon: NameLexicon) -> str:
    return lexicon.language if lexicon.language in _DETERMINED else "en"


def _is_repeated(text: str, word: TalkWord) -> bool:
    """Return whether the same word stands on both sides of a preposition: 'bill after bill'."""
    start = max(0, word.start - REACH)
    found = _REPEATED.finditer(text[start : word.end + REACH], overlapped=True)
    return any(match.start() <= word.start - start < match.end() for match in found)


def _is_said_of_something(text: str, words: Sequence[TalkWord], place: int, language: str, behind: str) -> bool:
    """Return whether a word at the start of a sentence is what something is, or one of two plain words."""
    word = words[place]
    if not begins_sentence(text, word.start):
        return False
    if regex.match(_SAID_OF_SOMETHING[language], behind) and (language == "en" or "A" in _classes(word.seen.key, "nl")):
        return True
    if _MEASURED.match(text[word.end - 1 : word.end + REACH]):
        return True
    joined = regex.match(r" (?:en|and) ", behind)
    if not joined or place + 2 >= len(words):
        return False
    other = words[place + 2].seen
    is_word = other.is_known and not other.is_ordinary and other.is_candidate
    return is_word and not other.has_capital and not (other.is_name or other.is_place)


def _classes(key: str, language: str) -> str:
    """Return the classes that the tables give a form: N noun, A adjective, V inflected verb (in Dutch any), B base."""
    if language == "nl":
        return "".join(kind[0].upper() for kind in find_language("nl").word_classes(key))
    return "".join(find_language("en").class_lemmas(key))


def _stands_as_its_class(text: str, words: Sequence[TalkWord], place: int) -> bool:
    """Return whether an English word is a verb before its object ('drew the curtains') or a noun behind 'pure'."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    if following is not None and text[word.end : following.start] == " ":
        if following.form in _BEFORE_NOUNS and _classes(word.seen.key, "en") == "V":
            return True
        if begins_sentence(text, word.start) and _begins_as_its_class(text, words, place):
            return True
    earlier = words[place - 1] if place and text[words[place - 1].end : word.start] == " " else None
    if earlier is None or earlier.form in _BEFORE_NAMES or "N" not in _classes(word.seen.key, "en"):
        return False
    return "A" in _classes(earlier.form, "en") and not earlier.seen.has_capital


def _begins_as_its_class(text: str, words: Sequence[TalkWord], place: int) -> bool:
    """Return whether an English word that begins a sentence is a verb ('rob a bank') or part of one with a noun."""
    word, following = words[place], words[place + 1]
    own, next_ = _classes(word.seen.key, "en"), _classes(following.seen.key, "en")
    if (following.form in _AFTER_VERBS and "B" in own) or (following.form in _ADVERBS and "V" in own):
        return True
    if following.form in _BEHIND_NOUNS:
        return True
    if following.seen.has_capital or "N" not in next_ or following.seen.key in CLOSED:
        return False
    if "V" not in next_:  # 'gene therapy'
        return not following.seen.is_name
    behind = text[following.end : following.end + REACH]
    third = words[place + 2].form if place + 2 < len(words) else ""
    return third in _AFTER_PLURALS or regex.match(r"\s*(?:[.,;?!]|$)", behind) is not None


def is_acting_person(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether a word at the start of a sentence is a person, as what follows is said of persons only.

    Parameters
    ----------
    text : str
        The talk.
    words : sequence of TalkWord
        Its words.
    place : int
        Which of them.
    lexicon : NameLexicon
        The words of the language.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> lexicon = NameLexicon("nl")
    >>> def acts(talk): return is_acting_person(talk, list(words_of(talk, lexicon)), 0, lexicon)
    >>> acts("Bloem heet ze."), acts("Door woont boven."), acts("Boven woont Door."), acts("Zo heet dat.")
    (True, True, False, False)
    """
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or text[word.end : following.start] != " " or not begins_sentence(text, word.start):
        return False
    verb, seen, language = following.seen.key, word.seen, _described(lexicon)
    third = words[place + 2].seen.key if place + 2 < len(words) else ""
    if following.seen.has_capital or seen.key in _KIN or seen.key in lexicon.cues.titles or len(seen.key) < 2:
        return False
    if verb in _CALLED and third not in _NEUTER:
        is_noun = language == "nl" and "N" in _classes(seen.key, "nl")
        return seen.is_first_name or (is_noun and not (seen.key in CLOSED or seen.key in LINKS))
    if seen.key in _NEVER_BEFORE_VERBS[language] and verb in _FINITE[language]:
        return True
    if language == "nl" and third in _SUBJECTS and not (verb in _SAYING and third in _NEUTER):
        return False
    if verb in _ACTS_OF_PERSONS[language] and (seen.is_first_name or (seen.is_last_name and not seen.is_ordinary)):
        return True
    return seen.is_first_name and seen.key not in lexicon.lists.known and verb in _FINITE[language]


def is_bare_word(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether a known word that is a first name too stands as a plain word where a sentence begins.

    Parameters
    ----------
    text : str
        The talk.
    words : sequence of TalkWord
        Its words.
    place : int
        Which of them.
    lexicon : NameLexicon
        The words of the language.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> lexicon = NameLexicon("en")
    >>> def is_bare(talk): return is_bare_word(talk, list(words_of(talk, lexicon)), 0, lexicon)
    >>> is_bare("Robin on the fence."), is_bare("Robin said no.")
    (True, False)
    """
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if lexicon.is_plural(word.seen):
        return True
    if (
        following is None
        or following.seen.has_capital
        or following.seen.key in lexicon.cues.verbs | lexicon.cues.linking
    ):
        return False
    between = text[word.end : following.start]
    return between == " " and not following.seen.key.endswith(("ed", "s", "t", "de", "te"))


def is_determined(words: Sequence[TalkWord], place: int) -> bool:
    """Return whether an article or the like stands before a word: 'die kleine Sjef' is no nickname.

    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> is_determined(list(words_of("die kleine", NameLexicon("nl"))), 1)
    True
    """
    return place > 0 and words[place - 1].form in DETERMINERS
