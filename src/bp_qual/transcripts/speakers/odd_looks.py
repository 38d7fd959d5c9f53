"""Odd looks: in a file whose questions are set apart, the title above them, and the lines that look otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.answered_questions import is_asked_of_nobody
from bp_qual.transcripts.speakers.asking import ASKS, ends_asking, is_one_question
from bp_qual.transcripts.speakers.labels import ANSWERS, HEADER_WORDS, label_key
from bp_qual.transcripts.speakers.titles import is_title
from bp_qual.transcripts.told_speech import tells_of_speech
from bp_qual.wording.remarks import Remark

_NUMBER = lazy_pattern(r"\s*(\d{1,3})[.)]\s")
_KEY = lazy_pattern(r"\s*([^\W\d_][\w .'’-]{0,30}?)[ \t]*:\s*\S")
_INTERVIEW = lazy_pattern(r"\b(?:interview|gesprek|transcript(?:ie|ion)?|conversation)\b", re.IGNORECASE)
_ASKING = 2 / 3  # share of the lines set apart that end in a question mark, where one without is odd
_TOLD = lazy_pattern(r"[^\W\d_]{3}[.!](?=\s|\Z)")
_GOES_ON = lazy_pattern(  # `En dat is waar het om gaat.`, not `En dan uw werk.` or `En mijn collega komt ook.`
    r"\W*(?:en|maar|want|dus|omdat|and|but|so|because)\b(?! (?:dan|nu|nou|tot|vertel|then|now|finally|tell)\b)"
    r"(?!.*\b(?:mijn|onze?|ons(?! *[.!…])|my|our)\b)|.*\b(?:ik|mij|wij|ons(?= *[.!…])|I|mine|myself)\b",
    re.IGNORECASE | re.DOTALL,
)
_TO_SOMEBODY = lazy_pattern(  # what an interviewer says beside questions: `Ik wil het nu over uw werk hebben.`
    r"\b(?:u|uw|je|jij|jou|jouw|jullie|you|your|yours|vertel|tell me|vraag|vragen|onderwerp|thema|questions?|topic"
    r"|bedankt|dank|thanks?)\b|\b(?:ik|wij|we) (?:wil|zou|ga|gaan|begrijp|snap|hoor|zie dat|ben benieuwd|denk dat we)\b"
    r"|\bI(?: (?:want to|would|will|am going|understand|have (?:one|a few)|think we)|['’](?:d|ll)|['’]m going)\b"
    r"|\bI (?:see|hear)\W*\Z|\blet (?:me|us)\b"
    r"|\b(?:begrijp|snap) ik(?! niet)\b|\bkan\b.{0,20}\bvoorstellen\W*\Z|\bI can imagine(?: that| it)?\W*\Z",
    re.IGNORECASE,
)
_FEW, _FEWEST, _LONG = (
    2,
    5,
    3,
)  # lines that look odd; runs of lines with one look; lines of an answer that may hold a question
_NEARLY_ALL, _HARDLY, _FEWEST_ANSWERS = 2 / 3, 0.1, 3  # where answers are set apart: shares that ask; answers
_CLEARLY = 2  # times as often as the other, whoever asks
_FEWEST_ANSWERED, _WORDS_ASKED = 4, 3  # answers of a file in which one of two lines is odd; words of a question there
_SENTENCES, _HEADING = lazy_pattern(r"(?<=[.?!…])\s+"), lazy_pattern(r"[.?!…]\s+#{1,6}\s+([^\W\d_][^\n?]*\?)")
_SHOWN = 40  # letters
_BROKEN_OFF = 6  # words from which a sentence without a sign at its end may go on
ODD_LOOKS = ("question not set apart", "answer long", "answer set apart", "maybe no talk")  # on lines that look odd


def set_numbered_apart(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> list[bool]:
    r"""Return which lines are set apart, with the numbered ones that go on with the numbers of the questions.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    text : str
        The text of the reading.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    list of bool
        As many as there are lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"1. Hoe?\n\nZo.\n\n2. Vertel eens.\n\nJa.\n\n3. En nu?\n\nOok.", where="a.txt")
    >>> set_numbered_apart(reading.paragraphs, reading.text, [True, False, False, False, True, False])
    [True, False, True, False, True, False]
    """
    found = [_NUMBER.match(text, line.start, line.end) for line in lines]
    numbers = [int(match[1]) if match else 0 for match in found]
    on_end = sum(number > 0 and following > 0 for number, following in pairwise(numbers))
    if 2 * on_end > sum(number > 0 for number in numbers):  # the numbers are those of all lines
        return list(apart)
    asked = {numbers[place]: place for place, is_apart in enumerate(apart) if is_apart and numbers[place]}
    if len(asked) < 2:
        return list(apart)
    once = {number: place for place, number in enumerate(numbers) if number and numbers.count(number) == 1}
    _go_on_counting(asked, once, 1)
    _go_on_counting(asked, once, -1)
    places = set(asked.values())
    return [is_apart or place in places for place, is_apart in enumerate(apart)]


def _go_on_counting(asked: dict[int, int], once: Mapping[int, int], step: int) -> None:
    """Add the numbers that go on with those of the questions, up or down, each with an answer before the next."""
    for number in sorted(once, reverse=step < 0):
        if number in asked or number - step not in asked:
            continue
        beyond = [place for other, place in asked.items() if (other - number) * step > 0]
        place, after = once[number], asked[number - step]
        is_listed = once.get(number + 1) == place + 1 or once.get(number - 1) == place - 1
        is_next = (place - after) * step > 1 and not is_listed
        if is_next and all((other - place) * step > 1 for other in beyond):
            asked[number] = place


def find_asking(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> list[bool]:
    r"""Return which lines are those of whoever asks, or nothing where question marks do not tell who does.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    text : str
        The text of the reading.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    list of bool
        Those set apart, or all others, whichever clearly end in a question mark more often.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"Hoe?\n\nZo.\n\nEn nu?\n\nOok.", where="a.txt")
    >>> find_asking(reading.paragraphs, reading.text, [False, True, False, True])
    [True, False, True, False]
    """
    for asking in (list(apart), [not is_apart for is_apart in apart]):
        own, other = _share_asking(lines, text, asking), _share_asking(lines, text, [not asks for asks in asking])
        if own >= ASKS and own > _CLEARLY * other:
            return asking
    return []


def are_answers_apart(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> bool:
    r"""Return whether the lines set apart are plainly the answers: nearly all others ask, and hardly any of them does.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    text : str
        The text of the reading.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    bool
        False where those set apart are mostly titles, as they are above lists of questions.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"Hoe?\n\nZo.\n\nEn nu?\n\nOok.\n\nWie?\n\nIk.", where="a.txt")
    >>> are_answers_apart(reading.paragraphs, reading.text, [False, True] * 3)
    True
    """
    first = max(0, list(apart).index(True) - 1) if any(apart) else 0  # above it may be titles
    said = [
        (text[line.start : line.end].strip(), is_apart)
        for line, is_apart in zip(lines[first:], apart[first:], strict=True)
        if line.kind != "heading"
    ]
    answers = [one for one, is_apart in said if is_apart]
    others = [one for one, is_apart in said if not is_apart]
    if min(len(answers), len(others)) < _FEWEST_ANSWERS or _CLEARLY * sum(map(is_title, answers)) > len(answers):
        return False
    asking = sum(map(ends_asking, others)) >= _NEARLY_ALL * len(others)
    return asking and sum(one.endswith("?") for one in answers) <= _HARDLY * len(answers)


def _share_asking(lines: Sequence[Paragraph], text: str, own: Sequence[bool]) -> float:
    """Return which share of some of the lines ends in a question mark."""
    asked = [_asks(line, text) for line, is_own in zip(lines, own, strict=True) if is_own]
    return sum(asked) / max(1, len(asked))


def find_top(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> int:
    r"""Return the first line that is a question: titles above it, and `Date: 3 May` below these, are left out.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    text : str
        The text of the reading.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    int
        Its place among the lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"# Interview 3\n\nDatum: 3 mei\n\n# Hoe?\n\nZo.\n\n# En nu?\n\nOok.", where="a.md")
    >>> find_top(reading.paragraphs, reading.text, [True, False, True, False, True, False])
    2
    """
    asking = [place for place, is_apart in enumerate(apart) if is_apart]
    if not _mostly_ask([lines[place] for place in asking], text):
        return asking[0]
    top = asking[0]
    for place, following in pairwise(asking):
        said = text[lines[place].start : lines[place].end]
        below = lines[place + 1 : following]
        is_named = place == asking[0] and _INTERVIEW.search(said) is not None
        if not is_title(said) or not all(_is_header(line, text, is_named=is_named) for line in below):
            break
        top = following
    return top


def note_odd_looks(reading: Reading, lines: Sequence[Paragraph], speakers: Sequence[str]) -> tuple[Remark, ...]:
    r"""Return notes on questions that look like answers, and on what looks like a question and asks nothing.

    Parameters
    ----------
    reading : Reading
        The file.
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    speakers : sequence of str
        Who says each of them, by their look; nobody (``""``) says a title.

    Returns
    -------
    tuple of Remark
        None where nobody, or more than one, mostly asks: then a question mark tells little.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"# Hoe?\n\nZo.\n\nEn toen?\n\nWeg.\n\n# En nu?\n\nOok.", where="a.md")
    >>> print(*note_odd_looks(reading, reading.paragraphs, ["red", "blue", "blue", "blue", "red", "blue"]))
    Is a question, but was read as part of the answer, as it does not look like the other questions: 'En toen?'. If ...
    """
    text, asking = reading.text, list[str]()
    for speaker in dict.fromkeys(filter(None, speakers)):
        if _mostly_ask([line for line, who in zip(lines, speakers, strict=True) if who == speaker], text):
            asking.append(speaker)
    if len(asking) != 1:
        return ()
    apart = [who == asking[0] for who in speakers]
    runs = _find_runs(apart)
    joined = (*_asked_at_end(lines, text, runs), *_marked_within(reading, lines, apart))
    plain = list(dict.fromkeys((*_questions_in_answers(lines, text, apart), *_last_asked(lines, text, runs), *joined)))
    long = [said for said in _between_answers(lines, text, runs) if said not in plain]
    odd = sorted({*_set_apart_twice(lines, text, runs), *_going_on(lines, text, runs)})
    below = [text[lines[place].start : lines[place].end].strip() for place in odd]
    below += _answered_in_line(lines, text, runs)
    notes = zip(ODD_LOOKS[:3], (plain, long, below), strict=True)
    return tuple(
        Remark(kind, values={"lines": tuple(dict.fromkeys(one[:_SHOWN] for one in said))})
        for kind, said in notes
        if said
    )


def _find_runs(apart: Sequence[bool]) -> list[tuple[bool, range]]:
    """Return the lines that follow one another with the same look."""
    runs, start = list[tuple[bool, range]](), 0
    for is_apart, group in groupby(apart):
        end = start + len(list(group))
        runs.append((is_apart, range(start, end)))
        start = end
    return runs


def _questions_in_answers(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> Iterator[str]:
    for line, is_apart in zip(lines, apart, strict=True):
        said = text[line.start : line.end].strip()
        if not is_apart and is_one_question(said):
            yield said


def _last_asked(lines: Sequence[Paragraph], text: str, runs: Sequence[tuple[bool, range]]) -> list[str]:
    """Return the lines between others of an answer that end in a question, where few do."""
    inner = [place for is_apart, run in runs if not is_apart for place in run[1:-1] if _asks(lines[place], text)]
    return [text[lines[place].start : lines[place].end].strip() for place in inner] if len(inner) <= _FEW else []


def _asked_at_end(lines: Sequence[Paragraph], text: str, runs: Sequence[tuple[bool, range]]) -> list[str]:
    """Return the question at the end of the first line of an answer, where all other answers are one line."""
    answers = [run for is_apart, run in runs if not is_apart]
    longer = [lines[run[0]] for run in answers if len(run) > 1]
    if len(longer) != 1 or len(answers) < _FEWEST_ANSWERED:
        return []
    if any(mark.start > longer[0].start for mark in longer[0].marks):  # a look within a line is told as such
        return []
    *before, asked = _SENTENCES.split(text[longer[0].start : longer[0].end].strip())
    asked = asked.lstrip("# ")
    is_asked = bool(before) and asked.endswith("?") and len(asked.split()) >= _WORDS_ASKED
    return [asked] if is_asked and not (is_asked_of_nobody(asked) or tells_of_speech(asked)) else []


def _marked_within(reading: Reading, lines: Sequence[Paragraph], apart: Sequence[bool]) -> list[str]:
    """Return what stands behind the mark of a heading within a line of Markdown: `Henk deed het. ### En toen?`."""
    if reading.format != "markdown" or "# " not in reading.text:
        return []
    plain = (line for line, is_apart in zip(lines, apart, strict=True) if not is_apart)
    found = (_HEADING.search(reading.text, line.start, line.end) for line in plain)
    return [match[1] for match in found if match]


def _answered_in_line(lines: Sequence[Paragraph], text: str, runs: Sequence[tuple[bool, range]]) -> list[str]:
    """Return what is told behind a question that has no answer below it: `Was er ruzie? Tuurlijk. Over water.`."""
    last = runs[-1][1] if runs and runs[-1][0] else ()
    alone = [place for is_apart, run in runs if is_apart for place in (run if run is last else run[:-1])]
    behind = [text[lines[place].start : lines[place].end].partition("? ")[2].strip() for place in alone]
    told = [
        said
        for said in behind
        if "?" not in said
        and _TOLD.search(said)
        and len(_SENTENCES.split(said)) > 1  # one sentence explains the question: `Ik bedoel de tuin.`
        and (label_key(said.split()[0]) in ANSWERS or not _TO_SOMEBODY.search(said))
    ]
    return told if len(told) <= _FEW else []


def _between_answers(lines: Sequence[Paragraph], text: str, runs: Sequence[tuple[bool, range]]) -> list[str]:
    """Return the second of three lines of an answer, where nearly all answers are one."""
    answers = [run for is_apart, run in runs if not is_apart]
    odd = [run for run in answers if len(run) == _LONG]
    short = sum(len(run) == 1 for run in answers)
    if not odd or len(odd) > _FEW or len(answers) < _FEWEST or len(odd) + short < len(answers):
        return []
    return [text[lines[run[1]].start : lines[run[1]].end].strip() for run in odd]


def _set_apart_twice(lines: Sequence[Paragraph], text: str, runs: Sequence[tuple[bool, range]]) -> list[int]:
    """Return the lines right below a question that look as it does: those that ask nothing, and all where few are."""
    twice = [place for is_apart, run in runs if is_apart for place in run[1:]]
    seldom = len(twice) <= _FEW and len(runs) >= _FEWEST
    return [place for place in twice if (seldom and _tells(lines[place], text)) or _is_below(lines, text, place)]


def _going_on(lines: Sequence[Paragraph], text: str, runs: Sequence[tuple[bool, range]]) -> Iterator[int]:
    """Yield the lines that look like a question right below an answer, ask nothing, and go on with that answer."""
    answers = [text[lines[run[-1]].start : lines[run[-1]].end] for is_apart, run in runs if not is_apart]
    seldom = sum(not _is_ended(said) for said in answers) <= _FEW  # else an answer without a sign is not broken off
    for (_, above), (is_apart, run) in pairwise(runs):
        said = text[lines[run[0]].start : lines[run[0]].end].strip()
        if not is_apart or "?" in said or said[-1:] not in ".!…" or _TO_SOMEBODY.search(said):
            continue
        before = text[lines[above[-1]].start : lines[above[-1]].end].rstrip()
        is_answer = not before.endswith("?")  # else it is what the interviewer says to that
        is_open = seldom and _is_broken_off(before) and not _is_listening(said)
        if (is_answer and _GOES_ON.match(said)) or is_open:
            yield run[0]


def _is_ended(said: str) -> bool:
    """Whether a sign stands at the end of a line, and no comma."""
    last = said.rstrip()[-1:]
    return not last.isalnum() and last != ","


def _is_broken_off(said: str) -> bool:
    """Whether a line ends in a comma, or without a sign where it is long: `Dat is interessant` needs none."""
    return not _is_ended(said) and (said.endswith(",") or len(said.split()) >= _BROKEN_OFF)


def _is_listening(said: str) -> bool:
    """Whether a line is a word, or some of which each is an answer by itself: `Hmhm.`, `Ja ja, precies.`."""
    return len(said.split()) == 1 or _is_answer(said)


def _is_answer(said: str) -> bool:
    return all(label_key(word) in ANSWERS for word in said.split())


def _is_below(lines: Sequence[Paragraph], text: str, place: int) -> bool:
    """Whether a line asks nothing and stands below one that does."""
    return _asks(lines[place - 1], text) and not _asks(lines[place], text)


def _tells(line: Paragraph, text: str) -> bool:
    """Whether a line holds a sentence that is no question."""
    return _TOLD.search(text, line.start, line.end) is not None


def _mostly_ask(lines: Sequence[Paragraph], text: str) -> bool:
    said = [line for line in lines if not _is_answer(text[line.start : line.end])] or lines  # without `Hm hm.`
    return sum(_asks(line, text) for line in said) >= _ASKING * len(said)


def _asks(line: Paragraph, text: str) -> bool:
    return text[line.start : line.end].rstrip(" \t\"”’'*_)").endswith("?")


def _is_header(line: Paragraph, text: str, *, is_named: bool) -> bool:
    """Whether a line says something of the interview: `Datum: 3 mei`, or `3 mei, thuis` where one is named above it."""
    match = _KEY.match(text, line.start, line.end)
    is_key = match is not None and label_key(match[1]) in HEADER_WORDS
    return is_key or (is_named and is_title(text[line.start : line.end].rstrip()))
