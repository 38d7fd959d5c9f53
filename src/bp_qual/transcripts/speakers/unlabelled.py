"""Files without labels: what a study says of them, headings and colours, or nothing at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.beside_looks import find_notes, note_beside_talk
from bp_qual.transcripts.speakers.closing import NOTES, note_notes
from bp_qual.transcripts.speakers.colour_names import colour_of, find_colour_names, is_colour_name
from bp_qual.transcripts.speakers.first_words import has_first_words, offer_first_words
from bp_qual.transcripts.speakers.label_forms import STAMP, Candidate
from bp_qual.transcripts.speakers.label_offers import offer_unread
from bp_qual.transcripts.speakers.looks_within import find_bare, find_looks, note_looks
from bp_qual.transcripts.speakers.odd_looks import (
    ODD_LOOKS,
    are_answers_apart,
    find_asking,
    find_top,
    note_odd_looks,
    set_numbered_apart,
)
from bp_qual.transcripts.speakers.one_side import QUESTION
from bp_qual.transcripts.speakers.questions_before_answers import part_questions
from bp_qual.transcripts.speakers.stretch import HEAD_WORDS, Stretch, Talk, make_stretch
from bp_qual.transcripts.speakers.titles import covers, is_slanted, is_title
from bp_qual.transcripts.speech import count_words
from bp_qual.wording.remarks import Remark

_TIME = lazy_pattern(rf"\s*{STAMP}(?=\s|\Z)")
_NUMBERED = lazy_pattern(r"(?:\d{1,3}|[a-z])[.)]\s")
_ANSWERS_A_TITLE = 3
_TITLES_ABOVE = 3  # lines above the talk at most that are titles
ALTERNATING, ONE_VOICE = frozenset(("(1)", "(2)")), "(text)"  # what a study says of files without labels
BY_LOOK = {"headings": (ONE_VOICE, QUESTION), "colour": ("(plain)", "(coloured)")}
_UNMARKED = ALTERNATING | {name for names in BY_LOOK.values() for name in names}


def is_unmarked(name: str) -> bool:
    """Return whether a name is that of a speaker in a file without labels: `(2)`, `(heading)`, `(red)`.

    >>> is_unmarked("(text)"), is_unmarked("(Jan)")
    (True, False)
    """
    return name in _UNMARKED or is_colour_name(name)


def read_unlabelled(reading: Reading, known: Collection[str], *, own: Collection[str] = (), first: int = 0) -> Talk:
    r"""Return a file without labels: as the study says of it, else by its headings or colours, else nobody knows who.

    Parameters
    ----------
    reading : Reading
        The file.
    known : collection of str
        What the study names. `(1)` and `(2)` take turns, `(text)` speaks throughout, in files in which neither headings
        nor colours tell two speakers apart.
    own : collection of str
        What the study names for this very file; it comes before what the file looks like.
    first : int
        The number of the line at which the talk begins.

    Returns
    -------
    Talk
        With a note where nothing tells who speaks.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> talk = read_unlabelled(read_data(b"Hoe gaat het?\nGoed.", where="a.txt"), ["(1)", "(2)"])
    >>> [stretch.speaker for stretch in talk.stretches]
    ['(1)', '(2)']
    """
    lines = reading.paragraphs[first:]
    before = {"before the first speaker": ((0, lines[0].start),)} if first and lines else {}
    if not lines:
        return Talk((), {"before the first speaker": ((0, len(reading.text)),)}, style="none")
    if ALTERNATING & set(own):
        return _take_turns(reading, lines)
    parted, is_parted = part_questions(reading, first)
    if (look := _find_look(reading, lines, known)) or is_parted:
        look = _find_look(parted, parted.paragraphs[first:], known)
    if look and not (QUESTION in own and ONE_VOICE not in own):  # then the study says whose the lines set apart are
        look = look.turn_round(parted.paragraphs[first:], parted.text)
    if look:
        return _read_look(parted, look, first)
    if set(known) >= ALTERNATING and ONE_VOICE not in own:
        return _take_turns(reading, lines)
    if ONE_VOICE in known:
        whole = make_stretch(reading.text, ONE_VOICE, lines[0].start, lines[-1].end, None)
        return Talk((whole,), before, style="one voice")
    talk = [_after_time(reading.text, line) for line in lines]
    stretches = [
        make_stretch(reading.text, "", place, line.end, line.at) for place, line in zip(talk, lines, strict=True)
    ]
    times = tuple((line.start, place) for place, line in zip(talk, lines, strict=True) if place > line.start)
    others = before | ({"times": times} if times else {})
    return Talk(tuple(stretches), others, notes=(_offer(reading, lines),), style="none")


def _read_look(reading: Reading, look: _Look, first: int) -> Talk:
    """Return the talk of a file from a line on, by a look that tells two speakers apart."""
    asks = [*(False for _ in range(first)), *(is_apart != look.is_turned for is_apart in look.apart)]
    end = find_notes(reading, asks) if look.style == "headings" else len(reading.paragraphs)
    span = (reading.paragraphs[end].start, reading.paragraphs[-1].end) if end < len(reading.paragraphs) else (0, 0)
    after = {NOTES: (span,)} if any(span) else {}
    look, reading = look.until(end - first), replace(reading, paragraphs=reading.paragraphs[:end])
    lines = reading.paragraphs[first:]
    top, apart = look.top(lines, reading.text), look.apart
    before = {"before the first speaker": ((0, lines[top].start),)} if lines[top].start else {}
    titles = _find_titles(reading, lines[top:], apart[top:], are_headings=look.is_turned)
    speakers = ["" if line in titles else who for line, who in zip(lines[top:], look.speakers[top:], strict=True)]
    beside = note_beside_talk(reading.text, lines[top:], asks[first + top : end]) if look.style == "headings" else ()
    odd = (*note_odd_looks(reading, lines[top:], speakers), *beside)
    heads = tuple(" ".join(line.split()[:HEAD_WORDS]) for note in odd for line in _lines_of(note, "lines"))
    told = tuple(_by_look(reading, lines[top:], look.speakers[top:], titles))
    headings = {"headings": tuple((line.start, line.end) for line in titles)} if titles else {}
    labels = _as_labels(lines[top:], look.speakers[top:], first + top)
    odd += note_notes(reading.text[slice(*span)])
    odd += tuple(note_looks([*find_looks(reading, labels), *find_bare(reading, labels)]))
    return Talk(told, before | headings | after, style=look.style, doubts=odd, unsettled=tuple(dict.fromkeys(heads)))


def settle_looks(talk: Talk, heads: Collection[str]) -> Talk:
    """Return the talk of a file of which the study says that looks tell speakers apart.

    What is still doubted of it are the lines that may be somebody else's, but for those that begin as the study says.

    >>> doubt = Remark("question not set apart", values={"lines": ("En u?",)})
    >>> settle_looks(Talk((), doubts=(doubt,)), ["En u?"]).doubts
    ()
    """
    kept, left = list[Remark](), set[str]()
    for note in talk.doubts:
        gap = next(iter(note.values), "")
        if note.kind in ODD_LOOKS or gap == "labels":
            said = tuple(one for one in _lines_of(note, gap) if not any(one.startswith(head) for head in heads))
            kept += [Remark(note.kind, values={**note.values, gap: said})] if said else []
            left.update(said)
    unsettled = tuple(head for head in talk.unsettled if any(said.startswith(head) for said in left))
    return replace(talk, style="stated", doubts=tuple(kept), unsettled=unsettled)


def _lines_of(note: Remark, gap: str) -> tuple[str, ...]:
    lines = note.values[gap]
    return tuple(map(str, lines)) if isinstance(lines, tuple) else ()


def _as_labels(lines: Sequence[Paragraph], speakers: Sequence[str], first: int) -> list[Candidate]:
    """Return each line as if it began with the name of whoever says it."""
    return [
        Candidate(first + number, speaker, "look", line.start, line.start)
        for number, (line, speaker) in enumerate(zip(lines, speakers, strict=True))
    ]


def _after_time(text: str, line: Paragraph) -> int:
    """Return where the talk of a line begins: behind its time, if it has one."""
    match = _TIME.match(text, line.start, line.end)
    return match.end() if match else line.start


@dataclass(frozen=True, slots=True)
class _Look:
    """What tells speakers apart, who says each line, which lines are set apart by it, and whether these answer."""

    style: str
    speakers: tuple[str, ...]
    apart: tuple[bool, ...]
    is_turned: bool = False

    def until(self, count: int) -> _Look:
        """Return the look of the first so many lines."""
        return replace(self, speakers=self.speakers[:count], apart=self.apart[:count])

    @property
    def is_telling(self) -> bool:
        """Whether lines of two speakers are there, those set apart more than once."""
        return sum(self.apart) >= 2 and len(set(self.speakers)) > 1

    @property
    def turns(self) -> int:
        """How often another speaks."""
        return sum(before != after for before, after in pairwise(self.speakers))

    def turn_round(self, lines: Sequence[Paragraph], text: str) -> _Look:
        """Return the look with the answers as those set apart, where they plainly are: bold or slanted answers."""
        if self.style != "headings" or not are_answers_apart(lines, text, self.apart):
            return self
        speakers = tuple(BY_LOOK["headings"][not is_apart] for is_apart in self.apart)
        return replace(self, speakers=speakers, is_turned=True)

    def top(self, lines: Sequence[Paragraph], text: str) -> int:
        """Return the first line that somebody says: below what no question or no colour sets apart."""
        if self.style == "headings":
            return find_top(lines, text, [is_apart != self.is_turned for is_apart in self.apart])
        has_names = any(map(is_colour_name, self.speakers))  # then whoever has no colour says nothing above them
        asking = self.apart if has_names else find_asking(lines, text, self.apart)
        top = find_top(lines, text, asking) if asking else 0
        return top if not any(text[line.start : line.end].rstrip().endswith("?") for line in lines[:top]) else 0


def count_set_apart(reading: Reading) -> int:
    r"""Return how many lines are set apart by their look as questions are, or 0 where it does not tell two apart.

    >>> from bp_qual.readers import read_data
    >>> count_set_apart(read_data(b"**Hoe?**\n\nGoed.\n\n**En nu?**\n\nOok.", where="a.md"))
    2
    """
    look = _find_look(reading, reading.paragraphs, ())
    return sum(look.apart) if look else 0


def _find_look(reading: Reading, lines: Sequence[Paragraph], known: Collection[str]) -> _Look | None:
    """Return the look that parts two speakers: the one that takes turns most often."""
    looks = list[_Look]()
    for style, told in _LOOKS:
        apart = set_numbered_apart(lines, reading.text, [told(line, reading.text) for line in lines])
        looks.append(_Look(style, tuple(BY_LOOK[style][is_apart] for is_apart in apart), tuple(apart)))
    names = find_colour_names(lines) if not set(BY_LOOK["colour"]) & set(known) else []
    if names:
        speakers = tuple(name or BY_LOOK["colour"][0] for name in names)
        looks[-1] = _Look("colour", speakers, tuple(map(bool, names)))
    telling = [look for look in looks if look.is_telling]
    return max(telling, key=lambda look: look.turns, default=None)


def _take_turns(reading: Reading, lines: tuple[Paragraph, ...]) -> Talk:
    """Let blocks take turns; titles above them are none of them."""
    blocks = _turns(reading, lines)
    pairs = [(f"({number % 2 + 1})", block) for number, block in enumerate(blocks)]
    stretches = tuple(make_stretch(reading.text, who, *block, None) for who, block in pairs)
    before = {"before the first speaker": ((0, blocks[0][0]),)} if blocks[0][0] else {}
    return Talk(stretches, before, style="alternating")


def _turns(reading: Reading, lines: tuple[Paragraph, ...]) -> list[tuple[int, int]]:
    """Return the blocks that may take turns: without titles above them, and with a remark as a part of the one above.

    A block in which nobody says a word is a remark: `(lacht)`.
    """
    blocks, turns = _blocks(reading, lines), list[tuple[int, int]]()
    titles = next((n for n, block in enumerate(blocks) if not is_title(reading.text[slice(*block)])), len(blocks))
    titles = titles if titles <= _TITLES_ABOVE else 1  # a talk without any stop holds no titles
    for start, end in blocks[titles if len(blocks) > titles + 1 else 0 :]:
        if count_words(reading.text[start:end]):
            turns.append((start, end))
        elif turns:
            turns[-1] = (turns[-1][0], end)
    return turns or blocks


def _blocks(reading: Reading, lines: tuple[Paragraph, ...]) -> list[tuple[int, int]]:
    """Return what is between blank lines, or each line where there is no blank one."""
    spans = [(line.start, line.end) for line in lines]
    gaps = [
        row
        for row, (span, following) in enumerate(pairwise(spans))
        if reading.text[span[1] : following[0]].count("\n") > 1
    ]
    firsts = [0, *(gap + 1 for gap in gaps)] if gaps else range(len(spans))
    lasts = [*gaps, len(spans) - 1] if gaps else range(len(spans))
    return [(spans[first][0], spans[last][1]) for first, last in zip(firsts, lasts, strict=True)]


def _offer(reading: Reading, lines: tuple[Paragraph, ...]) -> Remark:
    """Say what a researcher can do about a file in which no speaker is marked."""
    pattern, begin = offer_unread(reading)
    if pattern:
        return Remark("no speaker but a form", values={"labels": pattern, "begin": begin[:40]})
    said = [reading.text[start:end].rstrip() for start, end in _turns(reading, lines)]
    asked, answered = said[::2], said[1::2]
    if has_first_words(answered):
        pattern = offer_first_words(reading, said)
        values: dict[str, object] = {"labels": pattern, "begin": said[0][:40]} if pattern else {"answers": ONE_VOICE}
        return Remark("no speaker but a form" if pattern else "no speaker", values=values)
    is_asked = bool(answered) and all("?" in one for one in asked) and not any(one.endswith("?") for one in answered)
    if is_asked and 2 * sum("?" in one for one in answered) <= len(answered):  # not question and answer in each
        return Remark("no speaker but turns", values={"answers": "(2)"})
    lines_said = [reading.text[line.start : line.end].strip() for line in lines]
    if questions := [line for line in lines_said if line.endswith("?")]:
        values = {"n": len(questions), "begin": questions[0][:40], "answers": ONE_VOICE}
        return Remark("no speaker but questions", values=values)
    return Remark("no speaker", values={"answers": ONE_VOICE})


def _is_question(line: Paragraph, text: str) -> bool:
    """Whether a line is set apart as questions are: a heading, bold, slanted, or numbered with a question mark."""
    return _is_heading(line, text) or is_slanted(line, text)


def _is_heading(line: Paragraph, text: str) -> bool:
    """Whether a line is a heading, bold, or numbered with a question mark; beside such questions answers may slant."""
    if line.kind == "heading" or (line.marks and covers(line, text, "bold")):
        return True
    said = text[line.start : line.end].strip()
    return said.endswith("?") and (line.kind == "item" or _NUMBERED.match(said) is not None)


def _is_coloured(line: Paragraph, text: str) -> bool:  # noqa: ARG001
    return bool(colour_of(line))


_LOOKS = (("headings", _is_question), ("headings", _is_heading), ("headings", is_slanted), ("colour", _is_coloured))


def _find_titles(
    reading: Reading, lines: Sequence[Paragraph], apart: Sequence[bool], *, are_headings: bool
) -> tuple[Paragraph, ...]:
    """Return the titles of parts between slanted or coloured questions: few, short, and bold or headings.

    Between answers that are set apart as headings are, titles `are_headings` too.
    """
    answers = [
        line
        for line, is_apart in zip(lines, apart, strict=True)
        if not is_apart or (are_headings and line.kind == "heading")
    ]
    titles = [
        line
        for line in answers
        if (line.kind == "heading" or covers(line, reading.text, "bold"))
        and is_title(reading.text[line.start : line.end])
    ]
    return tuple(titles) if len(titles) * _ANSWERS_A_TITLE <= len(answers) else ()


def _by_look(
    reading: Reading, lines: Sequence[Paragraph], speakers: Sequence[str], titles: Collection[Paragraph]
) -> Iterator[Stretch]:
    start, end, now = -1, -1, ""
    for line, speaker in zip(lines, speakers, strict=True):
        if start >= 0 and (speaker != now or line in titles):
            yield make_stretch(reading.text, now, start, end, None)
            start = -1
        if line in titles:
            continue
        start, end, now = (line.start if start < 0 else start), line.end, speaker
    if start >= 0:
        yield make_stretch(reading.text, now, start, end, None)
