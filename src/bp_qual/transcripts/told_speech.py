"""Speech that somebody tells of: `Ze vroeg: En uw man?`, `a note: “Can you?”`. Whoever tells it says it."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern

SAYS = (
    r"(?:zei|zeg|zegt|zeggen|zeiden|vroeg|vroegen|vraagt|vragen|riep|roept|schreef|gezegd|gevraagd|said|says|saying"
    r"|say(?= ?[,:“])|(?<=\bik )vraag(?= ?[:,])|(?<=\bI )ask(?= ?[:,])|(?<=\bte )horen(?=[:,])|(?<=\byou )hear(?=[:,])"
    r"|asked|asks|asking|told|replied|goes|(?:[’']?(?:s|m|re)|is|am|are|was|were|be|been) like|like(?=,)"
    r"|sagte|sagen|sag|sagt|fragte|fragt|meinte|gefragt|gesagt"
    r"|disait|(?:il|elle|on|a|ai|as|ont|avait) dit|dit(?=[ -](?:il|elle|on))|je dis|demandé|demande|demandait"
    r"|criait|répondait|répond)"
)
_SAID = lazy_pattern(rf"\b{SAYS}\b", re.IGNORECASE)
_TELLS = lazy_pattern(  # `And she says are you done?`, `Ze vroeg, bent u klaar?`, but not `Wat zei ze toen?`
    rf"\b(?:(?:I|you|he|she|they|we|it|ik|hij|ze|zij|wij|men|iemand|er|sie|ich|wir|il|elle|on|ils|je|nous) {SAYS}"
    rf"|{SAYS}(?= ?[,:“„\"]))|\w: (?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_REPORTS = lazy_pattern(  # `zei ik`, `said he`, behind or before what was said
    rf"\b{SAYS} (?:I|he|she|they|we|ik|hij|ze|zij|wij|we|men|iemand|er|sie|ich|wir|il|elle|on|ils|je|nous)\b",
    re.IGNORECASE,
)
_YOU_SAID = lazy_pattern(rf"\b(?:u|you|je|jij|Sie|vous) {SAYS}\b[^:]*:?", re.IGNORECASE)  # `U zei net: te laat.`
_SIGNS = " –—-"
_SENTENCES = lazy_pattern(r"[.?!…]\s")


def is_quoted(before: str) -> bool:
    """Return whether a quotation mark is open at the end of a text.

    >>> is_quoted("Een briefje: “Bent u"), is_quoted("Zij zei “ja”.")
    (True, False)
    """
    line = before.rpartition("\n")[2]
    return line.count('"') % 2 == 1 or line.count("”") < max(line.count("“"), line.count("„"))


def is_told(before: str, *, reach: int = 100) -> bool:
    """Return whether it is told that somebody says what follows: `Toen vroeg ze. En uw man?`, `Op het briefje:`.

    Parameters
    ----------
    before : str
        What the same speaker says before it.
    reach : int
        The letters before it that are looked at.

    Returns
    -------
    bool
        Whether a quotation mark is open too.

    Examples
    --------
    >>> is_told("Toen vroeg ze. "), is_told("Toen kwam ze. ")
    (True, False)
    """
    line = before.rpartition("\n")[2].rstrip(_SIGNS)
    last = _SENTENCES.split(line[-reach:])[-1]
    return is_quoted(before) or line.endswith(":") or says(last)


def is_retold(before: str, asked: str, behind: str) -> bool:
    """Return whether a question, or the sentence before or behind it, says in so many words that somebody said it.

    Parameters
    ----------
    before : str
        What the same speaker says before the question.
    asked : str
        The question.
    behind : str
        What is said to it.

    Returns
    -------
    bool
        Whether a quotation mark is open too.

    Examples
    --------
    >>> is_retold("Dat zei hij tegen mij.", "Spijt u dat?", "Nee."), is_retold("", "Spijt u dat?", "Nee, zei ik.")
    (True, True)
    >>> is_retold("Nobody ever told me to stop.", "So you just stayed?", "I just stayed.")
    False
    """
    last = _SENTENCES.split(before.rpartition("\n")[2].rstrip(_SIGNS))[-1]
    if is_quoted(before) or last.endswith(":"):
        return True
    told = ("" if last.endswith("?") else last, asked, _SENTENCES.split(behind)[0])
    return any(_TELLS.search(one) or _REPORTS.search(one) for one in (_YOU_SAID.sub("", one) for one in told))


def says(said: str) -> bool:
    """Return whether somebody says, asks or writes something in a text.

    >>> says("zei ik, zestig"), says("in mei")
    (True, False)
    """
    return _SAID.search(said) is not None


def tells_of_speech(said: str) -> bool:
    """Return whether a sentence tells what somebody said: its quotation mark, or `she says`, stands before that.

    >>> tells_of_speech("It had a note: “Can you?"), tells_of_speech("And she says are you done?")
    (True, True)
    >>> tells_of_speech("Wat zei ze toen?")
    False
    """
    return is_quoted(said) or _TELLS.search(said) is not None
