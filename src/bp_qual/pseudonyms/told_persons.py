"""What is said behind a name that tells of a person: where somebody lives, whose kin it is, what somebody was."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from bp_qual.pseudonyms.name_cues import CLOSED, LINKS
from bp_qual.pseudonyms.name_words import TalkWord, begins_sentence
from bp_qual.pseudonyms.plain_uses import is_determined
from bp_qual.pseudonyms.word_evidence import NameLexicon

_FAR = 60  # characters behind a name that may say whose it is
# Said of whoever is named before it: where somebody lives, whose kin it is, whose something is.
_SAID_OF_WHO = {
    "nl": r",? (?:(?:die|dat is die|hier) )?van (?:beneden|boven|hiernaast|hierachter|hiertegenover|verderop"
    r"|de overkant|om de hoek|de hoek|(?:een|twee|drie|vier|vijf|zes) hoog|nummer \w+|hier|de buren)\b"
    r"| uit (?:de|het|onze) (?:flat|straat|buurt|wijk|portiek|rij)\b"
    r"|,? (?:mijn|m'n|onze|z'n|d'r|de) (?:oudste|jongste|kleindochter|kleinzoon|dochter|zoon|zus|zusje|broer|broertje"
    r"|man|vrouw|nicht|neef|buurvrouw|buurman|vriendin|vriend|schoonzus|zwager"
    r"|(?:moeder|vader|zus|broer) van)\b"
    r"| (?:d'r|haar|z'n) (?:man|vrouw|moeder|vader|zoon|dochter|broer|zus|kinderen|huis|fiets|hond|kleinzoon)\b",
    "en": r",? (?:(?:him|her|that one|the one|the lad|the woman) )?from (?:next door|upstairs"
    r"|downstairs|over the (?:road|way)|the corner"
    r"|(?:number|flat) \w+|across the (?:road|landing|way)|down the (?:road|street)|round the corner"
    r"|the (?:end|top) house)\b"
    r"|(?<!s),? (?:(?:him|her|that one) )?from (?:the|our) \p{L}+\b"
    r"|,? (?:my|our|his|her) (?:eldest|youngest|granddaughter|grandson|daughter|son|sister|brother|husband|wife|niece"
    r"|nephew|neighbour|best (?:mate|friend)|cousin|aunt|uncle|partner)\b",
}
_KIN = {
    "nl": r"moeder|vader|zus|zusje|broer|broertje|dochter|zoon|man|vrouw|oma|opa|tante|oom|nicht|neef|nichtje|neefje"
    r"|kleindochter|kleinzoon|schoonzus|zwager|schoonmoeder|schoonvader|buurvrouw|buurman|vriendin|vriend|collega"
    r"|oudste|jongste",
    "en": r"mother|father|mum|dad|sister|brother|daughter|son|husband|wife|nan|gran|grandma|grandad|aunt|auntie|uncle"
    r"|niece|nephew|cousin|granddaughter|grandson|(?:mother|father|sister|brother|daughter|son)-in-law|neighbour|friend"
    r"|mate|eldest|youngest|partner",
}
_ROLES = {
    "nl": r"huismeester|conciërge|voorzitter|penningmeester|secretaris|opzichters?|baas|directeur|directrice|dominee"
    r"|pastoor|dokter|huisarts|juf|meester|leraar|lerares|trainer|kok|slager|bakker|melkboer|voorman|beheerder|wijkagent"
    r"|vrijwilliger|schoonmaker|schoonmaakster|buurman|buurvrouw|eerste|jongste|oudste|enige",
    "en": r"caretaker|warden|teacher|headmaster|headmistress|foreman|manager|landlord|landlady|vicar|priest|pastor"
    r"|doctor|nurse|cleaner|cook|chair|secretary|treasurer|boss|gaffer|coach|milkman|postman|butcher|baker|plumber"
    r"|first|youngest|oldest|eldest|only one",
}
# Said of persons only: 'is my sister-in-law', 'was born', 'was the caretaker', 'and I'.
_IS_SOMEBODY = {
    "nl": r" (?:is|was) (?:(?:toen|altijd|nog) )?(?:(?:mijn|m'n|onze|zijn|z'n|haar|d'r|hun) (?:\p{{L}}+ )?(?:{kin})"
    r"|(?:de|onze|het) (?:{roles}))\b| (?:is|was|werd) (?:\p{{L}}+ ){{0,3}}geboren\b"
    r"| en (?:ik|(?:mijn|m'n|zijn|z'n|haar|d'r) (?:{kin}))\b",
    "en": r"(?: is|'s| was) (?:(?:my|our|his|her|their) (?:\p{{L}}+ )?(?:{kin})|(?:the|our) (?:{roles}))\b| was born\b"
    r"| and (?:i|my (?:{kin}))\b(?!')",
}
_SAID_OF_WHO_IN = {tongue: regex.compile(form) for tongue, form in _SAID_OF_WHO.items()}
_IS_SOMEBODY_IN = {
    tongue: regex.compile(form.format(kin=_KIN[tongue], roles=_ROLES[tongue])) for tongue, form in _IS_SOMEBODY.items()
}


def is_told_person(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether what stands behind a listed name says who somebody is: 'Wil van hiernaast', 'Summer, my niece'.

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
    >>> def told(talk): return is_told_person(talk, list(words_of(talk, lexicon)), 0, lexicon)
    >>> told("Rose, my eldest, left."), told("Rose from next door."), told("Rose bushes.")
    (True, True, False)
    """
    word, language = words[place], lexicon.language if lexicon.language in _SAID_OF_WHO_IN else "en"
    if not word.seen.is_first_name or word.seen.has_possessive or is_determined(words, place):
        return False
    around = text[word.end - 1 : word.end + _FAR].lower()
    match = _SAID_OF_WHO_IN[language].match(around, 1)
    return match is not None and (begins_sentence(text, word.start) or not word.seen.is_ordinary)


def is_somebody(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether a listed name at the start of a sentence is said to be somebody: 'Hope is my sister-in-law'.

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
    >>> def told(talk): return is_somebody(talk, list(words_of(talk, lexicon)), 0, lexicon)
    >>> told("Hope is my sister."), told("Young was the caretaker."), told("Hope is a virtue.")
    (True, True, False)
    """
    word = words[place]
    first = place - 1 if place and words[place - 1].form.lower() in LINKS else place
    if not word.seen.is_name or word.seen.has_possessive or word.seen.key in CLOSED:
        return False
    lead = words[first - 1] if first else None
    begins = lead is None or begins_sentence(text, words[first].start) or text[lead.end : words[first].start] == ", "
    language = lexicon.language if lexicon.language in _IS_SOMEBODY_IN else "en"
    return begins and _IS_SOMEBODY_IN[language].match(text[word.end : word.end + _FAR].lower()) is not None
