"""Questions to somebody that are asked and answered within one turn: `Met brood. En uw man? Die was ziek.`

The labels of whoever asked and of the one who went on may be missing there. Nothing is changed; it is told. What
somebody asks of nobody (`Wat moet je dan? Niets.`, `weet je?`) or tells that another asked is no such question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.answered_questions import Asked, find_questions
from bp_qual.transcripts.corpus import Transcript, Turn
from bp_qual.transcripts.echoed_words import find_echoed
from bp_qual.transcripts.told_speech import is_retold, is_told, says
from bp_qual.wording.remarks import Remark

_SIGNS = "–—-"
_SPOKEN_TO = lazy_pattern(
    r"\b(?:u|uw|je|jij|jou|jouw|jullie|you|your|du|dich|dir|dein|Sie|Ihnen|Ihre?|tu|toi|vous|votre|vos)\b"
)
_ANSWERS = (
    r"(?:nou|ja|jawel|nee|neen|nja|tja|och|ach|oh|eh|eh+m|uh+m?|even denken|well|yes|yeah|no|um|na ja|naja|doch|nein"
    r"|oui|non|ben|eh bien|bah|si)\b"
)
_FORMAL = r"(?:(?i:uw|votre|vos)|u|Ihr(?:e[nrms]?)?|Sie|vous)"
_WELL_KNOWN = (  # somebody who is spoken to, and hardly ever people in general
    r"(?:(?i:jij|jou|jouw|jullie|your|yours|dein(?:e[nrms]?)?|dir|dich|toi)"
    r"|(?i:was|had|deed|ging|kwam|vond|wist|woonde|werkte|dacht|bent|hebt|moest|kon|wilde|zat|kreeg|begon|bleef) je"
    r"|(?i:did|were|had|have|are|was) you|(?i:hast|warst|hattest|bist|wohntest) du|(?i:as|étais|avais|es)-tu"
    r"|(?i:tu) (?i:as|étais|avais))"
)
_TO = rf"\b(?:{_FORMAL}|{_WELL_KNOWN})\b"
_BEGIN = rf"(?<![^\s{_SIGNS}])(?=[A-ZÀ-Þ][^.?!…\n]{{0,200}}\?)"  # what is no question is not looked at any further
_ASKED = lazy_pattern(  # a question to somebody, and the beginning of what is said to it
    rf"{_BEGIN}(?P<asked>[^.?!…\n]{{0,80}}?{_TO}[^.?!…\n]{{0,80}}\?)[ \n{_SIGNS}]+"
    rf"(?P<said>[^\W\d_][^?\n]{{0,200}}[.!…])"
)
_APART = lazy_pattern(  # - Was het leuk? - Nou, jawel.
    rf"(?:\A|[.?!…\n][ \u00a0]*)(?P<apart>[{_SIGNS}])[ \u00a0]*(?P<asked>[A-ZÀ-Þ][^.?!…\n]{{2,120}}\?)[ \u00a0]*\n?"
    rf"[{_SIGNS}][ \u00a0]*(?P<said>[A-ZÀ-Þ][^?\n]{{0,200}})"
)
_ANSWERED_APART = lazy_pattern(  # Hoe was dat? - Met soep. - En toen?
    rf"(?P<asked>[A-ZÀ-Þ][^.?!…\n]{{2,120}}\?)[ \u00a0]*\n?[{_SIGNS}][ \u00a0]*[A-ZÀ-Þ][^?\n]{{0,200}}[.!…]"
    rf"[ \u00a0]*\n?[{_SIGNS}][ \u00a0]*[A-ZÀ-Þ][^.?!…\n]{{2,120}}\?"
)
_OF_ONESELF = lazy_pattern(  # `Ik ging naar huis.`, but not `Ik niet.`, `I have.`, `Ik bedoel ...`
    r"(?:Ik|I|Wij|We|Ich|Wir|J[’']|Mijn|My|Onze|Our|Mein(?:e[nrms]?)?|Mon|Ma|Mes)\b[ ]?(?!(?:niet|wel|ook|nooit|bedoel"
    r"|mean|meine|nicht|auch|weet|weiß|know|don[’']t know|never|too)\b|(?:have|had|did|do|was|am|could|would)[.,!])\w"
)
_FORMAL_ASKED, _ANSWERED = lazy_pattern(rf"\b{_FORMAL}\b"), lazy_pattern(_ANSWERS, re.IGNORECASE)
_OF_NOBODY = lazy_pattern(  # `Wat moet u dan? Niets.`; `Weet u wat?`; but not `Hoe lang doet u dit al?`
    r"(?:(?:maar|en|but|and|aber|und|mais|et|nou|well),? )?(?:"
    r"(?!(?:\w+ )?(?:ho[ew]|wie|since|sinds) ?(?:lange?|vaak|oft|oud|alt|veel|long|often|old|many|much|when)\b)"
    r"(?:\w+ ){0,3}?(?:wat|hoe|wie|waar|what|how|who|was|wie|que|comment)? ?"
    r"(?:moet|doe|doet|kun|kunt|kan|wil|wilt|zeg|zegt|zal|zult|mag|do|can|could|would|will|machen|sollen|können"
    r"|wollen|sagen|voulez|faites|dites|pouvez) (?:je|u|jij|you|Sie|vous)\b"
    r"|(?:weet|snap|snapt|begrijp|begrijpt|ken|kent|zie|ziet|hoor|hoort|wist|denk|denkt|vind|vindt|bedoelt|bedoel)"
    r" (?:je|u|jij)\b|(?:do |did |have |are )?you (?:know|see|understand|hear|kidding|sure)\b"
    r"|(?:wissen|verstehen|kennen) Sie\b|(?:vous|tu) (?:savez|voyez|sais|vois)\b|(?:are|have) you (?:kidding|sure)\b"
    r"|(?:wat|was|what) (?:denkt u|dacht u|glauben Sie|denken Sie|meinen Sie|do you think) ?\?)",
    re.IGNORECASE,
)
_TAG = lazy_pattern(  # Ik heb een lintje, wist u dat?
    r"[,–—-] ?(?:weet|wist|snapt?|begrijpt?|kent?|ziet?|hoort?|vindt?|denkt?|zegt?|zeg|do|did|don[’']t|can|savez|voyez"
    r"|wissen|verstehen)\b[- ](?:u|je|jij|you|vous|Sie)\b[^,?]{0,20}\?\Z",
    re.IGNORECASE,
)
_REACH = 100  # letters before a question, and behind it, in which somebody may be said to ask it
_SHOWN = 40
_MANY, _EACH = 3, 2000  # questions that one respondent asks and answers, and letters for each of them, at most
_FEW_TWICE, _TWICE_SHARE = 2, 0.05  # turns of one speaker after another, in a file where that is rare


def note_asked_within(transcript: Transcript) -> tuple[Remark, ...]:
    """Return the note on questions to somebody that are asked and answered within one turn; none where there are none.

    >>> said = "Met brood. Hoelang duurde dat bij u? Nou, een jaar."
    >>> read = Transcript("a", ("P01",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P01"),))
    >>> print(*note_asked_within(read))
    Asks somebody within a turn, and goes on: 'Hoelang duurde dat bij u? (R)'. If somebody else asked, give ...
    """
    found, turns = dict[str, None](), transcript.turns
    asking = [turn for turn in turns if transcript.text.find("?", turn.start, turn.end - 1) >= 0]
    within = [(turn, asked) for turn in asking for asked in _find_asked(transcript.text[turn.start : turn.end], turn)]
    for turn, asked in sorted((*within, *_find_many(transcript, asking), *_find_own_answers(transcript)), key=_place):
        found[f"{one_line(asked)[:_SHOWN]} ({one_line(turn.speaker)})"] = None
    return (Remark("asks within a turn", values={"lines": tuple(found)}),) if found else ()


def find_questions_to_one(lines: Iterable[str]) -> list[str]:
    """Return the lines that ask somebody something: in the second person, and not of people in general.

    >>> find_questions_to_one(["Hoe gaat het met u?", "Wat moet je dan?", "Wat doe ik hier?", "U weet het."])
    ['Hoe gaat het met u?']
    """
    asking = [line for line in map(str.strip, lines) if line.endswith("?")]
    return [line for line in asking if _SPOKEN_TO.search(line) and not (_OF_NOBODY.match(line) or _TAG.search(line))]


def _place(found: tuple[Turn, str]) -> int:
    return found[0].start


def _find_asked(said: str, turn: Turn) -> Iterator[str]:
    """Yield the questions of a turn that another may have asked."""
    if not turn.person:
        yield from (found["asked"] for found in _ANSWERED_APART.finditer(said))
        return
    for found in (*_APART.finditer(said), *_ASKED.finditer(said)):
        asked = found["asked"]
        is_answered = (
            "apart" in found.groupdict()
            or _FORMAL_ASKED.search(asked)
            or _ANSWERED.match(found["said"])
            or _OF_ONESELF.match(found["said"])
        )
        is_anothers = is_told(said[: found.start("asked")]) or says(asked + found["said"][:_REACH])
        if is_answered and not is_anothers and not _OF_NOBODY.match(asked) and not _TAG.search(asked):
            yield asked
    for start, asked, answer in find_echoed(said):
        if not (is_retold(said[:start], asked, answer) or _OF_NOBODY.match(asked) or _TAG.search(asked)):
            yield asked
    for one in find_questions(said):
        is_answered = one.start == 0 or said[one.start - 1] == "\n" or _ANSWERED.match(one.answer)
        if is_answered and one.is_to_one and not _is_of_others(said, one):
            yield one.question


def _is_of_others(said: str, asked: Asked) -> bool:
    """Whether it is told that somebody asks, or asked of nobody whether they heard."""
    return (
        is_told(said[: asked.start])
        or says(asked.question + asked.answer[:_REACH])
        or _TAG.search(asked.question) is not None
    )


def _find_many(transcript: Transcript, asking: Sequence[Turn]) -> Iterator[tuple[Turn, str]]:
    """Yield the questions of respondents, whoever they ask, where a file is full of those that are answered at once.

    What a turn begins with right behind a question asks back, or says that question again.
    """
    text, found = transcript.text, list[tuple[Turn, str]]()
    for turn in asking:
        if turn.person:
            said, before = text[turn.start : turn.end], transcript.turns[max(0, turn.index - 1)]
            is_asked = not before.person and text[before.start : before.end].rstrip().endswith("?")
            found += [
                (turn, asked.question)
                for asked in find_questions(said)
                if not (asked.is_idle or (is_asked and asked.start == 0) or _is_of_others(said, asked))
            ]
    if len(found) >= _MANY and _EACH * len(found) > sum(
        turn.end - turn.start for turn in transcript.turns if turn.person
    ):
        yield from found


def _find_own_answers(transcript: Transcript) -> Iterator[tuple[Turn, str]]:
    """Yield what an interviewer asks, and perhaps answers, before a turn of their own, where that is rare."""
    text, turns = transcript.text, transcript.turns
    twice = [(turn, after) for turn, after in pairwise(turns) if turn.speaker == after.speaker]
    if len(twice) > max(_FEW_TWICE, _TWICE_SHARE * len(turns)):
        return
    for turn, after in twice:
        said = text[turn.start : turn.end].rstrip()
        is_asked_on = turn.role == "interviewer" and "?" in text[after.start : after.end]
        asked = tuple(find_questions(said)) if is_asked_on and said[-1:] in ".!…" else ()
        if len(asked) == said.count("?") == 1:
            yield turn, asked[0].question
