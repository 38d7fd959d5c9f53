"""Reading notes: signs that a file was not read as it was meant, each with what to do about it.

They fall silent once the study says how speakers are marked in the file (`labels`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import UNREAD_COLUMNS, Reading, count_visible
from bp_qual.transcripts.asked_within import find_questions_to_one, note_asked_within
from bp_qual.transcripts.corpus import Corpus, Transcript, count_turn_words
from bp_qual.transcripts.exchanged_labels import LABELS, note_exchanged
from bp_qual.transcripts.named_again import part_each, part_named_again
from bp_qual.transcripts.pasted_twice import note_pasted_twice
from bp_qual.transcripts.speakers import begins_with_cells
from bp_qual.transcripts.speech import (
    find_angled,
    find_bracketed_questions,
    find_lines_apart,
    find_open_brackets,
    find_unopened_brackets,
)
from bp_qual.transcripts.usual_within import note_usual_within
from bp_qual.wording.remarks import Remark

# What a file holds besides talk by its nature; what else is kept apart might be talk.
_NEVER_TALK = frozenset(
    (
        *("labels", "times", "markup", "line numbers", "cue numbers and notes", "repeated captions", "front matter"),
        *("other columns", "other columns and labels", "names of tiers", "properties of the file"),
        "lines outside the cues",
        *("header", "page head", "list numbers", "notes after the talk"),
    )
)
_SELDOM_TALK = {  # told where sentences in it have so many words
    "front matter": 3,
    "cue numbers and notes": 20,
    "empty form fields": 12,  # which a program may have filled in; not `Klik of tik om een datum in te voeren.`
}
_SENTENCE_END = lazy_pattern(r"[^\W\d_][)\"'”’]?[.?!…](?=\s|\Z)")
_BEFORE = "before the first speaker"
_APART_SHARE, _BEFORE_SHARE = 0.03, 0.05  # of the visible characters
_ENDS, _TITLE = frozenset(".?!…"), 12  # how a sentence ends; words of a title at most
_FEW_WORDS = 0.10  # share of a file's words below which a respondent is hardly heard
_LONG, _LONG_WORDS = 10, 40  # times the median turn; words
_LONG_SHARE, _LONG_QUESTIONS = 0.25, 2  # of the file's words; lines that ask before the turn's last
_QUESTION_WORDS = 5  # of a question that somebody else may have asked
_FEW_SILENT = 2  # turns without a word at least
_REMARK_WORDS = 3  # of a line in brackets that may have been said after all
_TABS = "\t\t"
_OPEN = frozenset(("stated", "none"))
_BALLOON = lazy_pattern(  # of Word, printed beside the text
    r"(?:commented|comment|met opmerkingen|opmerking(?:en)?|kommentiert|kommentar|commenté|commentaire)"
    r"[ ]?\[[^\W\d_]{1,5}\d{1,3}\] ?:[^\n]{0,80}",
    re.IGNORECASE,
)
_RULES = {"headings": "headings or bold lines", "alternating": "turns", "one voice": "nothing"}


def describe_doubts(
    transcript: Transcript, apart: Mapping[str, str], said: int, reading: Reading | None = None
) -> tuple[Remark, ...]:
    """Return notes on a transcript that was perhaps not read as it was meant.

    Parameters
    ----------
    transcript : Transcript
        The transcript.
    apart : mapping of str to str
        What is kept apart from the talk, by its name.
    said : int
        The visible characters of the talk.
    reading : Reading, optional
        The file, which tells where a row or a cue names again who is speaking.

    Returns
    -------
    tuple of Remark
        Notes, none for a file in which nothing looks odd.

    Examples
    --------
    >>> from bp_qual.transcripts import Turn
    >>> read = Transcript("a", ("P01",), "1", "Nou, dat was zo. R: Ja.", (Turn(0, "R", "respondent", 20, 23, "P01"),))
    >>> print(describe_doubts(read, {"before the first speaker": "Nou, dat was zo. "}, 3)[0])
    81 % of the file comes before the first speaker and is not counted: 'Nou, dat was zo.'. If it is talk, ...
    """
    notes = (*_note_apart(apart, said), *_note_few_words(transcript), *_note_long_turns(transcript))
    parted = part_named_again(reading, transcript) if reading else transcript
    each = part_each(reading, transcript) if reading else transcript
    may_be_cut = parted is not transcript and any(turn.at is not None for turn in transcript.turns)
    notes += (*_note_brackets(transcript), *note_exchanged(parted, may_be_cut=may_be_cut))
    if transcript.rule not in _OPEN:
        notes += (*note_usual_within(transcript), *note_asked_within(parted))
    return (*notes, *_note_silent(transcript), *note_pasted_twice(transcript, each))


def note_questions(transcript: Transcript) -> tuple[Remark, ...]:
    r"""Return a note on lines that ask somebody something where the study says that one person says all of a file.

    >>> print(*note_questions(Transcript("a", ("P01",), "1", "Hoe gaat het met u?\nGoed.", ())))
    All of the file is counted as said by one person, also what asks somebody (1 line): 'Hoe gaat het met u?'. If ...
    """
    asked = find_questions_to_one(transcript.text.split("\n"))
    return (Remark("questions as talk", values={"n": len(asked), "begin": _cut(asked[0])}),) if asked else ()


def _note_silent(transcript: Transcript) -> Iterator[Remark]:
    """Tell of speakers most of whose turns hold no word: what they said may have gone to whoever is named next."""
    silent = Counter([turn.speaker for turn in transcript.turns if turn.end == turn.start])
    turns = Counter([turn.speaker for turn in transcript.turns]) if silent else silent
    for speaker, count in silent.items():
        if speaker and count >= _FEW_SILENT and 2 * count > turns[speaker]:
            yield Remark("turns without words", values={"speaker": speaker, "n": count, "all": turns[speaker]})


def _note_apart(apart: Mapping[str, str], said: int) -> Iterator[Remark]:
    """Tell how much is kept apart that might be talk."""
    counts = {name: _count_talk(name, rest) for name, rest in apart.items() if name not in _NEVER_TALK}
    total = max(1, said + sum(counts.values()))
    before, beside = counts.pop(_BEFORE, 0), counts.pop(UNREAD_COLUMNS, 0)
    asked = apart.get(_BEFORE, "").rstrip()  # a question right above the first label is hardly a title
    if before > _BEFORE_SHARE * total or (
        asked.endswith("?") and len(asked.split("\n")[-1].split()) >= _QUESTION_WORDS
    ):
        yield Remark("much before", values={"percent": _percent(before / total), "begin": _cut(apart[_BEFORE])})
    if beside > _APART_SHARE * total:
        yield Remark(
            "columns apart", values={"percent": _percent(beside / total), "begin": _cut(apart[UNREAD_COLUMNS])}
        )
    if sum(counts.values()) > _APART_SHARE * total:
        names = tuple(sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])[:2])
        yield Remark("much apart", values={"percent": _percent(sum(counts.values()) / total), "names": names})
    for name, words in _SELDOM_TALK.items():
        rest = apart.get(name, "")
        may_be_talk = any(sign in rest for sign in _ENDS) and _SENTENCE_END.search(rest) is not None
        if talked := [block for block in _blocks(rest) if _reads_like_talk(block, words)] if may_be_talk else []:
            values = {"part": name, "begin": _cut(talked[0]), "n": sum(map(count_visible, talked))}
            yield Remark("apart may be talk", values=values)


def _blocks(rest: str) -> Iterator[str]:
    """Yield the lines that follow one another without one in between that has no word."""
    for has_words, lines in groupby(rest.split("\n"), key=lambda line: re.search(r"[^\W\d_]", line) is not None):
        if has_words:
            yield "\n".join(lines)


def _reads_like_talk(block: str, words: int) -> bool:
    return len(block.split()) >= words and _SENTENCE_END.search(block) is not None


def _count_talk(name: str, rest: str) -> int:
    """Return the visible characters of what may be talk: of headings and what is on top only whole sentences."""
    if name not in (_BEFORE, "headings"):
        return count_visible(rest)
    lines = [line.strip() for line in rest.split("\n")]
    return sum(count_visible(line) for line in lines if line[-1:] in _ENDS or len(line.split()) > _TITLE)


def _note_brackets(transcript: Transcript) -> Iterator[Remark]:
    """Tell of lines in brackets, which are not counted, and of words in brackets of a kind that nobody speaks in."""
    lines = [said for said in _said_in(transcript, find_lines_apart) if len(said.split()) >= _REMARK_WORDS]
    if lines:
        yield Remark("lines in brackets", values={"n": len(lines), "begin": _cut(lines[0])})
    if angled := _said_in(transcript, find_angled):
        yield Remark("words in brackets", values={"n": len(angled), "begin": _cut(angled[0])})
    if opened := _said_in(transcript, find_open_brackets):
        yield Remark("bracket not closed", values={"n": len(opened), "begin": _cut(opened[0])})
    if closed := _said_in(transcript, find_unopened_brackets):
        yield Remark("bracket not opened", values={"n": len(closed), "begin": _cut(closed[0])})
    if asked := [said for said in _said_in(transcript, find_bracketed_questions) if ":" not in said]:
        yield Remark("questions in brackets", values={"n": len(asked), "begin": _cut(asked[0])})
    if balloons := _said_in(transcript, _find_balloons):
        yield Remark("comments printed", values={"n": len(balloons), "begin": _cut(balloons[0])})


def _find_balloons(text: str) -> list[tuple[int, int]]:
    may_hold = "]" in text and ("]:" in text or "] :" in text)  # far quicker than the search
    return [match.span() for match in _BALLOON.finditer(text)] if may_hold else []


def _said_in(transcript: Transcript, find: Callable[[str], list[tuple[int, int]]]) -> list[str]:
    """Return what is found in the turns of respondents, from the beginning of the turn on in which it ends."""
    found, text, turns = find(transcript.text), transcript.text, transcript.turns
    places = [(bisect_right(turns, end - 1, key=lambda turn: turn.start) - 1, start, end) for start, end in found]
    return [
        text[max(start, turns[place].start) : end]
        for place, start, end in places
        if place >= 0 and turns[place].person and end <= turns[place].end
    ]


def note_cells_beside(reading: Reading, transcript: Transcript) -> tuple[Remark, ...]:
    """Return a note on cells of a table that stand beside the talk of a respondent, and are counted as said.

    Parameters
    ----------
    reading : Reading
        The file.
    transcript : Transcript
        What was made of it.

    Returns
    -------
    tuple of Remark
        None where each row holds a speaker and what they say.

    Examples
    --------
    >>> from bp_qual.readers import Reading
    >>> note_cells_beside(Reading("", ()), Transcript("a", (), "1", "", ()))
    ()
    """
    rows = [line for line in reading.paragraphs if line.kind == "row"]
    lines = [line for line in reading.paragraphs if line.kind == "text"] if "\t" in reading.text else []
    tabled = {line.start for line in [*rows, *(line for line in lines if begins_with_cells(reading.text, line))]}
    pasted = reading.format in ("text", "markdown") and _TABS in reading.text  # a margin that was pasted as text
    rows += [
        line for line in lines if line.start in tabled or (pasted and _TABS in reading.text[line.start : line.end])
    ]
    beside, turns = list[str](), [turn for turn in transcript.turns if turn.person]
    for row in rows:
        for turn in turns[bisect_right(turns, row.start, key=lambda turn: turn.end) :]:
            if turn.start >= row.end:
                break
            said = transcript.text[max(turn.start, row.start) : min(turn.end, row.end)]
            beside += filter(None, map(str.strip, said.strip().split("\t" if row.start in tabled else _TABS)[1:]))
    return (Remark("cells beside talk", values={"n": len(beside), "begin": _cut(beside[0])}),) if beside else ()


def _note_few_words(transcript: Transcript) -> Iterator[Remark]:
    """Tell of respondents who say a small part of a file: perhaps their label was missed."""
    letters = Counter[str]()
    for turn in transcript.turns:
        letters[turn.person] += turn.end - turn.start
    total = letters.total()
    few = _FEW_WORDS / max(1, len(transcript.persons))
    near = [person for person in transcript.persons if person in letters and letters[person] < 2 * few * total]
    words = _count_words(transcript) if near else {}
    for person in near:
        share = words[person] / max(1, sum(words.values()))
        if share < few:
            counts = {"percent": _percent(share), "own": words[person], "all": sum(words.values())}
            yield Remark("few words", values={"person": one_line(person), **counts})


def _count_words(transcript: Transcript) -> Counter[str]:
    """Return the words of each person, and under the empty name those of everybody else."""
    words = Counter[str]()
    for turn, count in zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True):
        words[turn.person] += count
    return words


def _note_long_turns(transcript: Transcript) -> Iterator[Remark]:
    """Tell of a turn far longer than the others that is much of the file or asks: perhaps labels in it were missed."""
    if transcript.rule not in LABELS or len(transcript.turns) < 4:
        return
    letters = [turn.end - turn.start for turn in transcript.turns]
    much, far = _LONG_SHARE * sum(letters), _LONG * median(letters)
    near = {turn.index for turn in transcript.turns if turn.end - turn.start > 0.7 * far}
    near = {n for n in near if letters[n] > much or _asking(transcript, n) >= _LONG_QUESTIONS}
    counts = count_turn_words(transcript).tolist() if near else []
    usual = max(1, median(counts)) if near else 0
    long = [(counts[n], transcript.turns[n]) for n in near if counts[n] > max(_LONG_WORDS, _LONG * usual)]
    if long:
        count, turn = max(long, key=lambda found: found[0])
        begin = _cut(transcript.text[turn.start : turn.end])
        values = {"speaker": turn.speaker, "words": count, "begin": begin, "usual": f"{usual:.0f}"}
        yield Remark("long turns" if len(long) > 1 else "long turn", values={**values, "more": len(long) - 1})


def _asking(transcript: Transcript, number: int) -> int:
    """Return how many lines of a turn end in a question mark and are not the last."""
    turn = transcript.turns[number]
    lines = transcript.text[turn.start : turn.end].rstrip().split("\n")
    return sum(line.rstrip().endswith("?") for line in lines[:-1])


def note_mixed_rules(corpus: Corpus) -> tuple[Remark, ...]:
    """Return a note where speakers are told apart in some files of a study by labels and in others by other signs.

    Files for which the study says how (`labels`, or `(text)` and the like as a speaker) are left out of account.

    >>> files = [Transcript(name, (), "1", "", (), rule=rule) for name, rule in (("a", "labels"), ("b", "headings"))]
    >>> print(note_mixed_rules(Corpus(tuple(files), (), ("1",)))[0])
    speakers are told apart by labels in 1 file, by headings or bold lines in 1 (b). Check whether that is intended; ...
    """
    files = dict[str, list[str]]()
    for transcript in corpus.transcripts:
        if transcript.rule and transcript.rule not in ("stated", "none"):
            rule = "labels" if transcript.rule in LABELS else transcript.rule
            files.setdefault(rule, []).append(transcript.source or transcript.interview)
    if len(files) < 2:
        return ()
    usual = max(files, key=lambda rule: len(files[rule]))
    told = Remark("usual rule", values={"rule": _RULES.get(usual, usual), "n": len(files[usual])})
    others = [
        Remark(
            "other rule", values={"rule": _RULES.get(rule, rule), "n": len(files[rule]), "files": _some(files[rule])}
        )
        for rule in sorted(set(files) - {usual})
    ]
    return (Remark("mixed rules", values={"usual": told, "others": others}),)


def _some(files: Sequence[str]) -> str:
    return ", ".join(map(one_line, files[:3])) + (" ..." if len(files) > 3 else "")


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _cut(said: str) -> str:
    line = one_line(" ".join(said.split()))
    return f"'{line[:40]}{'...' if len(line) > 40 else ''}'"
