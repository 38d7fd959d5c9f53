"""Labels: how speakers are named, and when two names may be one.

Spellings that differ are suggested as one speaker, never joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

INTERVIEWER_LABELS, RESPONDENT_LABELS, NO_PERSONS, HEADER_WORDS = (
    frozenset(words.split())
    for words in (
        "i int interviewer interviewster iv v vraag vr q question onderzoeker onderzoekster researcher moderator mod "
        "gespreksleider vragensteller f frage fragesteller interviewerin forscher forscherin intervieweur "
        "intervieweuse enqueteur enquetrice chercheur chercheuse host presentator",
        "r resp respondent respondente a antwoord antw answer p participant part geinterviewde interviewee informant "
        "deelnemer deelneemster b befragte befragter befragteperson ip antwort proband probandin repondant repondante "
        "interviewe enquete reponse guest gast",
        "break pauze pause clip jingle intro outro muziek music reclame sponsor advertentie",
        "datum date locatie location plaats place duur duration onderwerp subject topic project bestand file "
        "transcript transcriptie titel title tijd time versie version wave ronde meting leeftijd functie geslacht "
        "opname audio getranscribeerddoor transcribedby interviewnummer interview ort dauer lieu duree",
    )
)


@lru_cache(maxsize=4096)
def label_key(label: str) -> str:
    """Return what is left of a label without case, accents, spaces and punctuation, to compare it with others.

    >>> label_key("Geïnterviewde 2.")
    'geinterviewde2'
    """
    bare = unicodedata.normalize("NFKD", label).casefold()
    return "".join(character for character in bare if character.isalnum())


def suggest_same(labels: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of labels that differ in case, accents, punctuation or a letter: perhaps one speaker, perhaps not.

    Numbered labels (`R1`, `R2`) and initials are never suggested for one letter.

    >>> suggest_same(["Anna de Wit", "anna de wit", "Anna de Witt", "R1", "R2"])
    (('Anna de Wit', 'Anna de Witt'), ('Anna de Wit', 'anna de wit'), ('Anna de Witt', 'anna de wit'))
    """
    names = sorted({label for label in labels if label})
    return tuple((one, two) for place, one in enumerate(names) for two in names[place + 1 :] if is_alike(one, two))


@lru_cache(maxsize=4096)
def tidy_label(label: str) -> str:
    r"""Return a label as it is shown: one space between words, nothing invisible in it.

    >>> tidy_label("Anna\u200b  de Wit ")
    'Anna de Wit'
    """
    bare = re.sub("[\u200b\u200c\u200d\u2060\ufeff\u00ad]", "", unicodedata.normalize("NFC", label))
    return " ".join(bare.split()).strip(" ,:*_-")


def is_no_person(label: str) -> bool:
    """Return whether a label stands for a break, a clip or music rather than for a speaker.

    >>> is_no_person("Clip from the show"), is_no_person("Clippy")
    (True, False)
    """
    return label_key(label.partition(" ")[0]) in NO_PERSONS


def is_role_label(key: str) -> bool:
    """Return whether a label's key is a usual name of a role, with or without a number.

    >>> is_role_label("r2"), is_role_label("anna")
    (True, False)
    """
    base = key.rstrip("0123456789")
    return base in INTERVIEWER_LABELS or base in RESPONDENT_LABELS


def is_name(label: str) -> bool:
    """Return whether every word but a particle begins with a capital or a digit.

    >>> is_name("Anna van der Wit"), is_name("Dat zei ze")
    (True, False)
    """
    words = [word.strip("().,'’") for word in re.split(r"[ /&+-]+", label)]
    words = [word for word in words if word]
    particles = {"van", "de", "den", "der", "ten", "ter", "het", "von", "la", "le", "du", "of", "en", "und", "et", "t"}
    return 0 < len(words) <= 5 and all(not word[0].islower() or word in particles for word in words)


def is_alike(one: str, two: str) -> bool:
    """Return whether two different labels differ only in case, accents, punctuation or one letter.

    >>> is_alike("DB", "D.B."), is_alike("Anna", "Anna"), is_alike("R1", "R2")
    (True, False, False)
    """
    a, b = label_key(one), label_key(two)
    if not a or not b or one == two:
        return False
    if a == b:
        return True
    digits = [re.sub(r"\D", "", key) for key in (a, b)]
    if digits[0] != digits[1] or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    return _letters_apart(a, b) <= 1


def _letters_apart(one: str, two: str) -> int:
    """Return by how many letters two words differ, for words that differ little."""
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return max(len(one), len(two)) - sum(block.size for block in blocks)
