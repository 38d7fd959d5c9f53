"""Interviews with one damaged label: what happens to labels when people type them, and whether a reading tells it.

A damage changes the label of one turn, or the signs around it, or takes it away; the talk stays as it was.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bp_qual.transcripts import Transcript
from bp_qual.wording import Remark
from talk_builders import FORMATS, Turns, as_cues, as_table, bare, make_talk, meant, write_each

LETTERS = {"I": "l", "R": "T", "V": "v", "A": "S", "Q": "O"}
SIGNS = ("", ",", ".", "?:", "/", " -", "!", "…", ";", "):", "::", " :", ">")
DAMAGES = (
    *("a letter", "other case", "glued", "no label", "bold lost", "bracket lost", "apart from the talk", "set in"),
    *(f"the sign {sign!r}" for sign in SIGNS),
)
_SIGN = re.compile(r":(?!\d)|(?<!\d)[\])}](?!\w)|(?<!</b)(?<!<cell)>|\t")
_BEHIND = re.compile(  # tags, a remark, times and signs between a label and the talk
    r"(?:<[^<>]*>| ?[\[(][a-z]+[\])](?=:)|\[?\d+:[\d:]+\]?(?=[\s:)]|\Z)|\([\d: –-]+\)"
    r"|[^\w\s“\"\[<]|\s|>|\](?=[\s:]))*"
)
_TAG = re.compile(r"</b>|<cell>")
_TURNS = 14


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file with one damaged label: the turns as they were meant, and the damaged lines as they are read."""

    data: bytes
    meant: Turns
    line: str
    talk: str
    label: str


def spoil(label: str) -> str:
    """Return a label with a slip of the keyboard."""
    return LETTERS.get(label) or label[:-2] + label[-1] + label[-2]


def damage_lines(lines: list[str], label: str, damage: str) -> list[str]:
    """Return the lines of a turn with a damage, or as they were where it cannot befall them."""
    before, _, behind = lines[0].partition(label)
    after = _BEHIND.match(behind)
    middle = after[0] if after else ""
    talk = behind[len(middle) :]
    match damage:
        case "a letter":
            return [f"{before}{spoil(label)}{behind}", *lines[1:]]
        case "other case":
            return [f"{before}{label.swapcase()}{behind}", *lines[1:]]
        case "glued" if talk:
            return [f"{before}{label}{''.join(_TAG.findall(middle))}{talk}", *lines[1:]]
        case "no label":
            return [talk, *lines[1:]] if talk else lines[1:]
        case "bold lost":
            return [lines[0].replace("<b>", "").replace("</b>", "").replace("**", ""), *lines[1:]]
        case "bracket lost" if before[-1:] in ("[", "(", "{", "<", "#", "@"):
            return [f"{before[:-1]}{label}{behind}", *lines[1:]]
        case "apart from the talk" if talk and not lines[0].startswith("<row>"):
            return [f"{before}{label}{middle}".rstrip(), talk, *lines[1:]]
        case "set in" if not lines[0].startswith("<row>"):
            return [f"   {lines[0]}", *lines[1:]]
        case _ if damage.startswith("the sign"):
            sign = SIGNS[[f"the sign {sign!r}" for sign in SIGNS].index(damage)]
            *_, place = None, *_SIGN.finditer(middle)
            start, end = place.span() if place else (0, 0)
            blank = " " if place and place[0] == "\t" else ""
            return [f"{before}{label}{middle[:start].rstrip()}{sign}{blank}{middle[end:]}{talk}", *lines[1:]]
    return lines


def damage_cell(label: str, damage: str) -> str:
    """Return the cell of a speaker with a damage."""
    if damage == "no label":
        return ""
    return damage_lines([f"{label}:"], label, damage)[0].rstrip(":") if not damage.startswith("the") else f"{label}."


def make_damaged(style: str, ending: str, names: tuple[str, str], language: str, damage: str, seed: int) -> Damaged:
    """Return an interview in which the label of one turn is damaged."""
    chance = random.Random(f"{style}{ending}{names}{language}{damage}{seed}")
    turns = make_talk(names, language, seed, turns=_TURNS)
    place = chance.randrange(3, _TURNS - 2)
    label, said = turns[place]
    expected = meant(style, turns, names)
    if ending == "csv":
        cell = damage_cell(label, damage)
        return Damaged(as_table([*turns[:place], (cell, said), *turns[place + 1 :]]), expected, cell, said, cell)
    each = write_each(style, turns, language)
    damaged = damage_lines(each[place], label, damage)
    each[place] = damaged
    data = as_cues(each) if ending == "srt" else FORMATS[ending]([line for lines in each for line in lines])
    spoilt = {"a letter": spoil(label).strip(), "other case": label.swapcase()}.get(damage, "")
    before = bare(write_each(style, turns, language)[place][0].partition(label)[0]).strip()
    return Damaged(data, expected, bare(damaged[0]).strip().removeprefix(before), said, spoilt)


def count_right(transcript: Transcript, expected: Turns) -> int:
    """Return how many turns are as they were meant: their role and their words."""
    said = [(t.role, transcript.text[t.start : t.end]) for t in transcript.turns]
    found = Counter((role, _tidy(text)) for role, text in said)
    return sum((Counter((role, _tidy(text)) for role, text in expected) & found).values())


def is_told(notes: Iterable[Remark], damaged: Damaged) -> bool:
    """Return whether a note shows the damaged line, the talk behind it, or the label as it was damaged."""
    told = " ".join(str(note).replace("*", "") for note in notes if note.kind != "roles guessed")
    shown = [*map(_begin, (damaged.line, damaged.talk.split("\n")[0])), damaged.label]
    is_shown = any(re.search(rf"(?<!\w){re.escape(begin)}", " ".join(told.split())) for begin in shown if begin)
    return is_shown or f"'{damaged.line.split()[0]}'" in told


def _begin(line: str) -> str:
    head, sign, _ = _tidy(line).partition(":")
    return head[:8] if sign and len(head) > 5 else _tidy(line)[:8]


def _tidy(text: str) -> str:
    """Return what was said, without stars and signs before the first word."""
    return re.sub(r"\A[^\w(\[“]+", "", " ".join(text.replace("*", "").split()))
