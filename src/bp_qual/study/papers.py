"""Files about an interview and not of it, by their names: forms, letters, lists of questions, photographs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.listed_names import is_listed_first_name, is_listed_surname
from bp_qual.transcripts.moments import cut_dates
from bp_qual.transcripts.wave_words import find_wave

_NO_NAMES = (  # nobody is called so
    r"consent|toestemming|akkoord|informed|formulier(?:en)?|vragenlijst(?:en)?|questionnaires?|leidraad|foto'?s|photos",
    r"e-?mails?|uitnodiging(?:en)?|invitations?|factuur|invoice|contact(?:gegevens)?|flyer|debriefing",
    r"(?:e-?)?(?:mail(?:ing)?[ _-]?)?(?:adres(?:sen)?|address(?:es)?)|mailings?",
    r"mail(?:ing)?[ _-]?(?:lijst(?:en)?|lists?)",
    r"(?:veld|gespreks|interview|field)?(?:notities?|aantekeningen|notes?)|(?:sleutel|key)[ _-]?(?:bestand|file)",
    r"(?:topic|interview|discussion|gespreks?|onderzoeks|item)[ _-]?(?:guides?|leidraad|lists?|lijst(?:en)?|vragen"
    r"|questions?|schema|schedule|protocol|handleiding|plan)",
    r"(?:deelnemers?|respondenten|personen|namen|code|contact|check|adres)[ _-]?lijst(?:en)?|code[ _-]?list",
    r"(?:participants?|respondents?|persons?|interviewees?)[ _-]?list|(?:lijst|list)[ _-](?:met|van|of)(?=[ _-])",
    r"code(?:er)?[ _-]?boek|code[ _-]?book|codeerschema|coding[ _-](?:scheme|frame)|code[ _-]?(?:boom|tree)|logboek",
    r"logbook|begroting|methode|handleiding|instructies?|instructions?|toelichting|literatuur|vragen|questions",
    r"(?:toestemming|consent|informatie|information|deelname)s?[ _-]?(?:formulier|brief|verklaring|form|sheet|letter)"
    r"(?:en|s)?|transcripti(?:e|on)[ _-]?(?:regels|afspraken|instructies?|conventions|rules)",
)
_ALSO_NAMES = (
    r"forms?|guides?|foto|photo|brief|brieven|letters?|mails?|memo'?s?|cv|planning|agenda|budget|protocol|manual"
)
_PAPERS, _SURELY = (
    lazy_pattern(rf"(?<![^\W_])(?:{'|'.join(kinds)})(?![^\W_])", re.IGNORECASE)
    for kinds in ((*_NO_NAMES, _ALSO_NAMES), _NO_NAMES)
)
_SURNAME = lazy_pattern(rf"(?<![^\W_])[A-Z][^\W\d_]+(?: (?:de|den|der|van|von|la|le))* (?i:{_ALSO_NAMES})(?![^\W_])")
_CAPITAL = lazy_pattern(r"[A-Z]\S*\Z")
_PEOPLE = lazy_pattern(  # several of them: a table of all, unless it says which one
    r"(?<![^\W_])(?:personen|persons|people|deelnemers|participants|respondenten|respondents|interviewees"
    r"|ge[iï]nterviewden|informanten|informants|(?:achtergrond)?kenmerken|attributen|attributes|demographics"
    r"|lijst|list|tabel|table|gegevens|data|met|with|alle?)(?![^\W_])",
    re.IGNORECASE,
)
_OF_ALL = lazy_pattern(
    r"(?<![^\W_])(?:samenvatting(?:en)?|summar(?:y|ies)|overzicht|overview|voorblad|inhoud|index)(?![^\W_])", re.I
)
_BESIDE = lazy_pattern(
    r"(?<![^\W_])(?:interviews?|gesprek(?:ken)?|van|de|het|voor|of|for|the|en|and|def(?:initief)?|final|concept|draft"
    r"|versie|version|nieuw|new|oud|old|ronde|round|wave|v?\d+)(?![^\W_])",
    re.IGNORECASE,
)
_ID = lazy_pattern(r"[A-Za-z]{1,12}[-_. ]?\d{1,6}[a-z]?")
_BY_MAIL = lazy_pattern(r"(?<![^\W_])(?:(?:per|via|by|over|door) )?(?:e-?)?mails?(?![^\W_])", re.IGNORECASE)
_MOST_WORDS, _LINK = 4, 3  # of a name; letters of 'van der'
_TALK = lazy_pattern(r"(?<![^\W_])(?:interview|gesprek|transcript|verslag|uitgewerkt)", re.IGNORECASE)


def is_of_papers(name: str) -> bool:
    """Return whether a name speaks of a form, a letter, a list of questions or the like, and not of talk.

    An interview by mail is talk: a name or an id and when it was stand beside the word, and nothing else.

    >>> is_of_papers("P02 toestemming"), is_of_papers("P02 gesprek"), is_of_papers("mail Jelle")
    (True, False, True)
    >>> is_of_papers("mail Jelle 2011"), is_of_papers("mail aan Jelle 2011"), is_of_papers("uitnodiging per mail 2011")
    (False, True, True)
    """
    return _PAPERS.search(_not_by_mail(name)) is not None


def is_beside_talk(name: str) -> bool:
    """Return whether a name speaks of a form or the like, and says nothing of an interview.

    >>> is_beside_talk("vragenlijst P02 2010"), is_beside_talk("Interview P02 2010 notes")
    (True, False)
    """
    return is_of_papers(name) and not _TALK.search(_PAPERS.sub(" ", name))


def stands_for_papers(name: str) -> bool:
    """Return whether a name is that of a form or the like, of somebody or of nobody, or of a list of all persons.

    The name of a file, or what it has in the place of a person.

    >>> papers = ("topiclijst", "topic_guide 2010 v2", "Toestemming Jelle", "samenvatting", "deelnemers 2010")
    >>> [stands_for_papers(name) for name in papers]
    [True, True, True, True, True]
    >>> [stands_for_papers(name) for name in ("P02", "Jan de Brief", "Interview", "Notenboom", "v2", "Jan, vragen")]
    [False, False, False, False, False, True]
    """
    name = cut_dates(_not_by_mail(name).replace("_", " "))
    left = _OF_ALL.sub(" ", _PAPERS.sub(" ", name))
    rest = _words_beside(left)
    of_all = _PEOPLE.sub(" ", left)
    if rest and not _words_beside(of_all) and not _TALK.search(of_all):
        return True
    if left == name:
        return False
    if not rest or _ID.fullmatch(rest):
        return True
    return is_beside_talk(name) and (_SURELY.search(name) is not None or not _is_surname(name))


def is_paper(file: Path) -> bool:
    """Return whether a file is called after a form or the like, or a list of all persons, and not after an interview.

    >>> is_paper(Path("Interview guide 2010.docx")), is_paper(Path("Interview P02 2010 notes.docx"))
    (True, False)
    """
    one = _ID.fullmatch(_words_beside(_PAPERS.sub(" ", _not_by_mail(file.stem))))
    return stands_for_papers(file.stem) and (is_beside_talk(file.stem) or not one)


def _not_by_mail(name: str) -> str:
    """Return the name of an interview by mail without the words for that; another name as it is."""
    spoken = name.replace("_", " ")
    bare = _BY_MAIL.sub(" ", spoken)
    wave = find_wave(bare)
    if bare == spoken or wave is None or _PAPERS.search(bare):
        return name
    whose = _words_beside(_PEOPLE.sub(" ", cut_dates(bare.replace(wave[1], " "))))
    return bare if _ID.fullmatch(whose) or _are_a_name(whose.split()) else name


def _are_a_name(words: Sequence[str]) -> bool:
    """Return whether words are a listed first name, and what may follow one: not `gemeente`, not `Jo afzegging`."""
    if not words or len(words) > _MOST_WORDS or not is_listed_first_name(words[0]):
        return False
    return all(len(word) <= _LINK or word[0].isupper() or is_listed_surname(word) for word in words[1:])


def _words_beside(name: str) -> str:
    """Return a name without the words that stand in the name of any file."""
    return " ".join(re.findall(r"[^\W_]+", _BESIDE.sub(" ", name)))


def _is_surname(name: str) -> bool:
    """Return whether a word for a form stands behind a given name, as in Jan de Brief."""
    found = _SURNAME.search(name)
    return found is not None and _CAPITAL.search(found[0]) is not None
