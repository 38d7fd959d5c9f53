"""Exchanged labels: a respondent asks and the interviewer answers, or somebody has two turns on end where nobody has.

Where two speakers take turns, a label that was put wrong makes two turns of one speaker follow each other. Nothing is
changed; it is told. A file in which that is usual says nothing by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.answered_questions import is_asked_of_nobody
from bp_qual.transcripts.corpus import Transcript, Turn
from bp_qual.transcripts.speakers import label_key
from bp_qual.transcripts.told_speech import tells_of_speech
from bp_qual.wording.remarks import Remark

LABELS = frozenset(("labels", "question table"))  # the rules by which labels tell who speaks
_HABITS = {"interviewer": "IQVF", "respondent": "AR"}  # letters for one role; P, B and M may be a partner's own
_ON_END = 3  # times that a respondent asks and the interviewer answers, whatever is around them
_FEW_TWICE, _TWICE_SHARE = 2, 0.05  # turns of one speaker after another, in a file where that is rare
_FEW_TOLD = 3  # words before a question that tell something
_PAIR, _FEWEST_AROUND = 2, 6  # speakers who take turns; turns of a file in which two or three on end are odd
_FEWEST = 4  # turns of a file whose first or last pair may be exchanged
_FEW_BEFORE = 4  # words of the first of two turns on end that is more than `Yeah, right.`, among more speakers
_FEW_ASKED, _CALLED = 2, 2  # words of an interviewer's question; of who is called by name at its end
_OF_BOTH = lazy_pattern(r"\bjullie\b")
_OR = frozenset(("of", "or", "oder", "ou"))
_AGAIN = frozenset(("weer", "alweer", "toch", "niet", "hè", "again", "right", "noch", "oder", "nochmal", "déjà", "non"))
_QUESTIONS = frozenset(("vraag", "question", "frage", "v", "q", "f"))  # headings of what is asked
_ASKING = lazy_pattern(  # who asks without a question mark: `Vertelt u eens over vroeger.`
    r"\b(?:Sie|Ihnen|Ihre?|(?i:u|uw|jullie|vous|votre|vos|you|your|vertel\w*|noem|beschrijf|tell|describe|erzähl\w*"
    r"|beschreib\w*|raconte\w*|parle\w*|vraag|question|frage))\b"
)
_CLEARLY = 2  # times as long as the questions, where answers are
_HABIT = 0.75  # share of the questions that end so
_FEW_ANSWERED = 10  # words of an interviewer behind a question that may be the answer to it
_SENTENCES = lazy_pattern(r"(?<=[.?!…])\s+")
_NAMED_LINE = lazy_pattern(r"[^\n]\n[^\n:]{1,30}:")
_CLOSING = " \t\n*_)"
_SHOWN = 40


def note_exchanged(transcript: Transcript, *, may_be_cut: bool = False) -> tuple[Remark, ...]:
    """Return the notes on labels that were perhaps exchanged, or put before the wrong turn.

    Where a turn `may_be_cut` in several, as a recorder cuts it at a pause, two on end are told only where in the first
    the interviewer asks and perhaps answers.

    >>> said, turns, place = "Hoe? Zo. En nu? Nu ook. Dan? Dus.", [], 0
    >>> for number, (speaker, role) in enumerate([("I", "interviewer"), ("R", "respondent")] * 3):
    ...     end = said.find(" ", place + 1) if number < 5 else len(said)
    ...     turns.append(Turn(number, speaker, role, place, end, "P01" if speaker == "R" else ""))
    ...     place = end + 1
    >>> note_exchanged(Transcript("a", ("P01",), "1", said, tuple(turns)))
    ()
    """
    said = [transcript.text[turn.start : turn.end].strip(_CLOSING) for turn in transcript.turns]
    turns = transcript.turns
    run = _find_run(turns, said)
    notes = list[Remark]()
    if run:
        asks, answers = turns[run[0]], turns[run[0] + 1]
        values = {"asks": asks.speaker, "answers": answers.speaker, "n": len(run), "begin": _cut(said[run[0]])}
        notes.append(Remark("labels exchanged" if len(run) > 1 else "pair exchanged", values=values))
    around = set(range(run[0] - 1, run[-1] + 2)) if run else set[int]()
    twice = tuple(_note_twice(transcript, said, around, may_be_cut=may_be_cut))
    if not twice and (not may_be_cut or _is_answered_within(turns, said)):
        twice = tuple(_note_on_end(transcript, said, around))
    return (*notes, *twice, *_note_asked_another(transcript, said), *_note_rows(transcript, said))


def _find_run(turns: Sequence[Turn], said: Sequence[str]) -> list[int]:
    """Return where a respondent asks and the interviewer answers, the longest time on end; nothing where it is short.

    A few times are enough between two turns of the one who asks and two of the one who answers, or at an end of the
    file; elsewhere they are hardly more than questions, or shorter than the answers.
    """
    runs = list[list[int]]()
    for place, (turn, after) in enumerate(pairwise(turns)):
        is_asked = turn.role == "respondent" and said[place].endswith("?")
        if not is_asked or after.role != "interviewer" or not said[place + 1] or "?" in said[place + 1]:
            continue
        if runs and runs[-1][-1] == place - 2 and turns[place].speaker == turns[runs[-1][-1]].speaker:
            runs[-1].append(place)
        else:
            runs.append([place])
    odd = [run for run in runs if _is_set_between(run, turns) or (len(run) >= _ON_END and _is_answered(run, said))]
    return max(odd, key=len, default=[])


def _is_answered(run: Sequence[int], said: Sequence[str]) -> bool:
    """Whether more is said to the questions than in them, or most of them are hardly more than that.

    A respondent who tells something and then asks back is answered with `Twee.`, and goes on telling.
    """
    bare = sum(len(" ".join(_SENTENCES.split(said[place])[:-1]).split()) < _FEW_TOLD for place in run)
    is_longer = sum(len(said[place + 1]) for place in run) >= sum(len(said[place]) for place in run)
    return is_longer or 2 * bare > len(run)


def _is_set_between(run: Sequence[int], turns: Sequence[Turn]) -> bool:
    """Whether the one who asks has the turn before too, and the one who answers that behind; one of them at an end."""
    first, last = run[0], run[-1] + 1
    is_begun = first == 0 or turns[first - 1].speaker == turns[first].speaker
    is_ended = last == len(turns) - 1 or turns[last + 1].speaker == turns[last].speaker
    is_whole = first == 0 and last == len(turns) - 1
    return is_begun and is_ended and not is_whole and len(turns) >= _FEWEST


def _note_twice(
    transcript: Transcript, said: Sequence[str], told: Collection[int], *, may_be_cut: bool
) -> Iterator[Remark]:
    """Tell of somebody who has two turns on end, one of which may be another's, where that hardly ever happens."""
    turns, shown, whose = transcript.turns, set[str](), _whose(transcript.turns)
    twice = [place for place, (own, after) in enumerate(pairwise(whose)) if own == after]
    most = max(_FEW_TWICE, _TWICE_SHARE * len(turns))
    for is_asked, kind in ((True, "asks and goes on"), (False, "asks and answers")):
        own = [place for place in twice if bool(turns[place].person) is is_asked and turns[place].role != "other"]
        for place in own if transcript.rule in LABELS and len(own) <= most else ():
            odd = _own_question(said[place : place + 2]) if is_asked else _own_answer(*said[place : place + 2])
            is_cut = may_be_cut and is_asked and is_asked_of_nobody(odd)
            if odd and not is_cut and odd not in shown and not {place, place + 1} & set(told):
                shown.add(odd)
                yield Remark(kind, values={"speaker": turns[place].speaker, "begin": _cut(odd)})


def _whose(turns: Sequence[Turn]) -> list[str]:
    """Return who has each turn: a letter that stands once, and means what one other letter does, may be a slip of that.

    >>> turns = [Turn(n, own, "respondent" if own in "AR" else "interviewer", n, n) for n, own in enumerate("QAQARAQ")]
    >>> "".join(_whose(turns))
    'QAQAAAQ'
    """
    roles = {turn.speaker: turn.role for turn in turns}
    counts = Counter(turn.speaker for turn in turns)
    letters = [own for own in roles if len(own) == 1 and own in _HABITS.get(roles[own], "")]
    usual = {
        own: same[0]
        for own in letters
        if counts[own] == 1
        and len(same := [other for other in letters if roles[other] == roles[own] and counts[other] > 1]) == 1
    }
    return [usual.get(turn.speaker, turn.speaker) for turn in turns]


def _note_on_end(transcript: Transcript, said: Sequence[str], told: Collection[int]) -> Iterator[Remark]:
    """Tell of two or three turns on end of one speaker, where nobody has them anywhere else.

    Of three, where two take turns, the middle one is another's; either of two may hold what another said, whose label
    is missing. Among more speakers either may also have another's label.
    """
    turns = transcript.turns
    n_speakers = len({turn.speaker for turn in turns})
    if transcript.rule not in LABELS or n_speakers < _PAIR or len(turns) < _FEWEST_AROUND:
        return
    twice = [place for place, (turn, after) in enumerate(pairwise(turns)) if turn.speaker == after.speaker]
    if n_speakers == _PAIR and len(twice) == _PAIR and twice[1] == twice[0] + 1 and twice[1] not in told:
        middle = twice[1]
        yield Remark("thrice on end", values={"speaker": turns[middle].speaker, "begin": _cut(said[middle])})
    elif len(twice) == 1 and not {*twice, twice[0] + 1} & set(told):
        first, second = said[twice[0] : twice[0] + 2]
        is_again = first.endswith("?") and second.endswith("?") and len(_SENTENCES.split(second)) == 1
        if is_again and n_speakers > _PAIR:
            return  # nobody answered, so that it is asked again
        is_short = len(_SENTENCES.split(first)) == len(_SENTENCES.split(second)) == 1
        is_short = is_short if n_speakers == _PAIR else len(first.split()) < _FEW_BEFORE
        if is_short or _NAMED_LINE.search(f"{first}\n\n{second}"):
            return  # nothing that another could have said a part of, or it is told as perhaps the name of a speaker
        values = {"speaker": turns[twice[0]].speaker, "begin": _cut(first), "after": _cut(second)}
        yield Remark("twice on end", values=values)


def _is_answered_within(turns: Sequence[Turn], said: Sequence[str]) -> bool:
    """Whether the only turn before another of its speaker is an interviewer's that says much behind its question."""
    twice = [place for place, (turn, after) in enumerate(pairwise(turns)) if turn.speaker == after.speaker]
    if len(twice) != 1 or turns[twice[0]].role != "interviewer" or not said[twice[0] + 1].endswith("?"):
        return False
    asked, _, behind = said[twice[0]].rpartition("?")
    return bool(asked) and len(behind.split()) >= _FEW_ANSWERED


def _note_asked_another(transcript: Transcript, said: Sequence[str]) -> Iterator[Remark]:
    """Tell of a respondent's turn that ends with a question to another, where the interviewer asks everywhere else.

    Between the two the label of who asked is perhaps missing.
    """
    turns = transcript.turns
    if transcript.rule not in LABELS or len({turn.speaker for turn in turns}) <= _PAIR or len(turns) < _FEWEST_AROUND:
        return
    beside = [
        place for place, (turn, after) in enumerate(pairwise(turns)) if "interviewer" not in (turn.role, after.role)
    ]
    asking = [place for place in beside if said[place].endswith("?")]
    place = next(iter(asking if len(asking) == 1 else beside if len(beside) == 1 else ()), -1)
    if place < 0 or turns[place].speaker == turns[place + 1].speaker:
        return
    question = _own_question([said[place]])
    is_odd = len(beside) == 1 and len(_SENTENCES.split(said[place])) > 1
    is_couple = len({turn.speaker for turn in turns if turn.role != "interviewer"}) == _PAIR
    is_of_both = is_couple and _OF_BOTH.search(question) is not None  # as neither asks the other
    if not _is_to_partner(question) and (is_odd or is_of_both):
        values = {"asks": turns[place].speaker, "answers": turns[place + 1].speaker, "begin": _cut(question)}
        yield Remark("asks another", values=values)


def _note_rows(transcript: Transcript, said: Sequence[str]) -> Iterator[Remark]:
    """Tell of a question and its answer that perhaps stand in each other's column of a table of questions and answers.

    Whoever is asked back goes on without a question; behind two cells that were exchanged the next question comes.
    """
    turns, asked, answered = transcript.turns, said[::2], said[1::2]
    is_table = transcript.rule in LABELS and len(turns) >= _FEWEST_AROUND and len(turns) % 2 == 0
    if not is_table or (transcript.rule == "labels" and label_key(turns[0].speaker) not in _QUESTIONS):
        return
    both = [(turns[0].speaker, "interviewer"), (turns[1].speaker, "respondent")]
    if any((turn.speaker, turn.role) != both[place % 2] for place, turn in enumerate(turns)):
        return
    asks, answers = (median(len(cell.split()) for cell in column) for column in (asked, answered))
    odd = [
        place
        for place, (question, answer) in enumerate(zip(asked, answered, strict=True))
        if answer.endswith("?")
        and len(answer.split()) >= _FEW_TOLD
        and len(_SENTENCES.split(answer)) <= _PAIR
        and len(question.split()) >= _FEW_ANSWERED
        and len(_SENTENCES.split(question)) >= _PAIR  # one may announce what follows: `De volgende stelling luidt:`
        and _fits_rather(question, answers, asks)
        and _fits_rather(answer, asks, answers)
        and not ("?" in question or _ASKING.search(question) or is_asked_of_nobody(answer))
        and all("?" in after for after in asked[place + 1 : place + 2])
    ]
    n_asked = sum(question.endswith("?") for question in asked)
    if odd and n_asked >= _HABIT * (len(asked) - len(odd)) and len(odd) < n_asked:
        values = {"asks": both[1][0], "answers": both[0][0], "n": len(odd), "begin": _cut(answered[odd[0]])}
        yield Remark("rows exchanged", values=values)


def _fits_rather(said: str, there: float, here: float) -> bool:
    """Whether a cell is as long as those of another column are, and not as those of its own, which clearly differ."""
    middle, words = there * here, len(said.split()) ** 2
    is_clear = max(there, here) >= _CLEARLY * min(there, here)
    return is_clear and (words > middle if there > here else words < middle)


def _own_question(pair: Sequence[str]) -> str:
    """Return the question that one of two turns ends with; none that somebody is told to have asked."""
    asked = (_SENTENCES.split(said)[-1] for said in pair if said.endswith("?"))
    return next((question for question in asked if not tells_of_speech(question)), "")


def _is_to_partner(question: str) -> bool:
    """Whether a question asks somebody beside to agree or to remember: `Toch?`, `Of was dat later, Marie?`."""
    words = [word.casefold().rstrip("?!. ") for word in question.split()]
    is_called = any(word.endswith(",") for word in words[-_CALLED - 1 : -1])
    return len(words) < _FEW_ASKED or is_called or words[0] in _OR or words[-1] in _AGAIN


def _own_answer(asked: str, said: str) -> str:
    """Return what is said in the turn behind a question."""
    return said if asked.endswith("?") and "?" not in said else ""


def _cut(said: str) -> str:
    line = one_line(" ".join(said.split()))
    return f"'{line[:_SHOWN]}{'...' if len(line) > _SHOWN else ''}'"
