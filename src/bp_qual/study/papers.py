"""Files about an interview and not of it, by their names: forms, letters, lists of questions, photographs."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern

_KINDS = (
    r"consent|toestemming|akkoord|informed|formulier(?:en)?|forms?|vragenlijst(?:en)?|questionnaires?|leidraad|guides?",
    r"foto'?s?|photos?|brief|brieven|letters?|mails?|e-?mails?|uitnodiging(?:en)?|invitations?|memo'?s?|cv|factuur",
    r"(?:veld|gespreks|interview|field)?(?:notities?|aantekeningen|notes?)|invoice|contact(?:gegevens)?|adres|address",
    r"(?:topic|interview|discussion|gespreks?|onderzoeks|item)[ _-]?(?:guides?|leidraad|lists?|lijst(?:en)?|vragen"
    r"|questions?|schema|schedule|protocol|handleiding|plan)",
    r"(?:deelnemers?|respondenten|namen|code|contact|check|adres)[ _-]?lijst(?:en)?|participants?[ _-]?list|codelist",
    r"codeboek|codebook|codeerschema|coding[ _-](?:scheme|frame)|logboek|logbook|planning|agenda|begroting|budget",
    r"protocol|methode|handleiding|instructies?|instructions?|manual|toelichting|literatuur|vragen|questions",
    r"(?:toestemming|consent|informatie|deelname)s?[ _-]?(?:formulier|brief|verklaring|form|sheet)(?:en|s)?",
)
_PAPERS = lazy_pattern(rf"(?<![^\W_])(?:{'|'.join(_KINDS)})(?![^\W_])", re.IGNORECASE)
_OF_ALL = lazy_pattern(
    r"(?<![^\W_])(?:samenvatting(?:en)?|summar(?:y|ies)|overzicht|overview|voorblad|inhoud|index)(?![^\W_])", re.I
)
_BESIDE = lazy_pattern(
    r"(?<![^\W_])(?:interviews?|gesprek(?:ken)?|van|de|het|voor|of|for|the|en|and|def(?:initief)?|final|concept|draft"
    r"|versie|version|nieuw|new|oud|old|ronde|round|wave|v?\d+)(?![^\W_])",
    re.IGNORECASE,
)
_ID = lazy_pattern(r"[A-Za-z]{1,12}[-_. ]?\d{1,6}[a-z]?")
_TALK = lazy_pattern(r"(?<![^\W_])(?:interview|gesprek|transcript|verslag|uitgewerkt)", re.IGNORECASE)


def is_of_papers(name: str) -> bool:
    """Return whether a name speaks of a form, a letter, a list of questions or the like, and not of talk.

    >>> is_of_papers("P02 toestemming"), is_of_papers("P02 gesprek")
    (True, False)
    """
    return _PAPERS.search(name) is not None


def is_beside_talk(name: str) -> bool:
    """Return whether a name speaks of a form or the like, and says nothing of an interview.

    >>> is_beside_talk("vragenlijst P02 2010"), is_beside_talk("Interview P02 2010 notes")
    (True, False)
    """
    return is_of_papers(name) and not _TALK.search(_PAPERS.sub(" ", name))


def stands_for_papers(person: str) -> bool:
    """Return whether what a name has in the place of a person is a form or the like, of somebody or of nobody.

    >>> [stands_for_papers(name) for name in ("topiclijst", "topic_guide v2", "P02 toestemming", "samenvatting")]
    [True, True, True, True]
    >>> [stands_for_papers(name) for name in ("P02", "Jan de Brief", "Interview", "Notenboom", "v2")]
    [False, False, False, False, False]
    """
    left = _OF_ALL.sub(" ", _PAPERS.sub(" ", person))
    rest = " ".join(_BESIDE.sub(" ", left).replace("_", " ").replace("-", " ").split())
    return left != person and (not rest or _ID.fullmatch(rest) is not None)
