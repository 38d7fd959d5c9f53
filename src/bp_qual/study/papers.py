"""Files about an interview and not of it, by their names: forms, letters, lists of questions, photographs."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern

_PAPERS = lazy_pattern(
    r"(?<![^\W_])(consent|toestemming|akkoord|informed|formulier|form|vragenlijst|questionnaire|leidraad|guide|foto|photo"
    r"|brief|letter|mail|uitnodiging|invitation|notities?|notes?|aantekeningen|memo|cv|factuur|invoice|contact|adres"
    r"|address)(?![^\W_])|(?:toestemming|consent|informatie|deelname)s?[^\W_]{0,3}(?:formulier|brief|verklaring)",
    re.IGNORECASE,
)


def is_of_papers(name: str) -> bool:
    """Return whether a name speaks of a form, a letter, a list of questions or the like, and not of talk.

    >>> is_of_papers("P02 toestemming"), is_of_papers("P02 gesprek")
    (True, False)
    """
    return _PAPERS.search(name) is not None
