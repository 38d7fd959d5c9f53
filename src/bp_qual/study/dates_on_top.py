"""The days that lines above a talk give it; not those of a birth, of a version or of when it was written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import find_date

_DAY = r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\D{1,15}(?:\d{1,2}\D{1,3})?\d{4})"
_BORN = (
    r"(?:geb(?:\.|oren)?|geboorte(?:datum|dag)|birth(?:date|day)?|born|dob)(?![^\W_])"
    r"(?: (?:te|in|at) [^\d\n;)]{1,30}|[ :.(–-]{0,3}[^\d\n,;)–-]{0,12})"
)
_UNTIL = r"interview|gesprek|opname|record|gehouden|afgenomen|held|conducted|(?<=[a-z]{2})[.?!] "
_DONE = (  # who did it may stand between: `uitgewerkt door Jo op 3 mei 2011`
    r"(?:getranscribeerd|uitge(?:werkt|typt|schreven)|bewerkt|gecorrigeerd|gecontroleerd|opgeslagen|afgedrukt|geprint|"
    r"(?:laatst )?gewijzigd|(?<!opname )(?<!opnames )(?:aan)?gemaakt|transcribed|typed|edited|checked|revised|saved|"
    rf"printed|modified|created)(?![^\W_])(?:(?!{_UNTIL})[^\d\n;]){{0,40}}"
)
_WRITTEN_OUT = (
    rf"(?:versie|version)(?![^\W_])\W{{0,3}}\d{{0,2}}(?:(?!{_UNTIL})[^\d\n;]){{0,20}}"
    r"|(?:(?:datum|date)(?: van| of)? (?:transcri\w+|uitwerking)|transcriptiedatum|uitwerking|transcription)"
    r"(?![^\W_])[ :]{1,3}"
)
_OTHER_DAYS = lazy_pattern(rf"(?<![^\W_])(?:{_BORN}|{_DONE}|{_WRITTEN_OUT}){_DAY}", re.IGNORECASE)


def find_days(top: str) -> Iterator[str]:
    r"""Yield the date of each line above a talk that has one, but for those of something else than the talk.

    >>> list(find_days("Els (geboren 3 mei 1951), 4 maart 2010\nGetranscribeerd door Jo op 14 maart 2011"))
    ['2010-03-04']
    """
    for line in top.splitlines():
        if date := find_date(_OTHER_DAYS.sub("", line)):
            yield date
