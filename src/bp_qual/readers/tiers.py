"""Annotation programs with tiers over time: ELAN .eaf, EXMARaLDA .exb, Praat .TextGrid.

Each tier of talk is a speaker; its pieces are put in order of time, and those of one speaker in a row make a line.
Tiers that hang on another one (translations, glosses, notes) are counted and kept apart.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, by_time, join_cues, set_unnamed_apart
from bp_qual.readers.markup import sort_texts
from bp_qual.readers.paragraphs import (
    NOT_UNDERSTOOD,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_not_understood,
)
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    from lxml import etree

_WORD_TIERS = lazy_pattern(
    r"\b(?:words?|phones?|phonemes?|syll\w*|mau|ort|kan|segments?|pos|lemma|notes?|comments?)\b", re.I
)
_TOKEN = lazy_pattern(r'"((?:[^"]|"")*)"|(?<![\[\w.-])(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(<exists>|<absent>)')


_WORDS = lazy_pattern(r"[^\W\d_]+")
(_TEXTGRID_WORDS,) = (
    frozenset(words.split())
    for words in (
        "file type object class xmin xmax tiers exists absent size item name intervals points number time mark text",
    )
)
_FORMAL = ("ooTextFile", "TextGrid", "IntervalTier", "TextTier")
_TEXTGRID_NAMES = lazy_pattern(rf'(?<=")(?:{"|".join(_FORMAL)})(?=")')
_PROPERTIES = "properties of the file"
_ELAN_KINDS = {"ANNOTATION_VALUE": "talk", "HEADER": _PROPERTIES, "LICENSE": _PROPERTIES}
_ELAN_KINDS |= {"CONTROLLED_VOCABULARY": _PROPERTIES, "LEXICON_REF": _PROPERTIES}
_EXMARALDA_KINDS = {"event": "talk", "head": _PROPERTIES, "ud-tier-information": _PROPERTIES}


def read_elan(root: etree._Element, *, where: str = "") -> Reading:
    """Read an ELAN document, parsed already.

    >>> from bp_qual.readers.markup import parse_xml
    >>> slots = '<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="500"/></TIME_ORDER>'
    >>> one = '<ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="a"><ANNOTATION_VALUE>Ja.</ANNOTATION_VALUE>'
    >>> tier = f'<TIER TIER_ID="Jan"><ANNOTATION>{one}</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>'
    >>> document = f'<ANNOTATION_DOCUMENT>{slots}{tier}</ANNOTATION_DOCUMENT>'
    >>> read_elan(parse_xml(document.encode())).paragraphs[0]
    Paragraph(start=0, end=3, label='Jan', kind='text', at=0.5, until=0.5, marks=())
    """
    slots = {slot.get("TIME_SLOT_ID", ""): slot.get("TIME_VALUE") for slot in root.iter("TIME_SLOT")}
    cues, apart, orphans = list[Cue](), list[str](), list[str]()
    spans = defaultdict[str, dict[str, set[tuple[float | None, float | None]]]](lambda: defaultdict(set))
    tiers = {tier.get("TIER_ID", "") for tier in root.iter("TIER")}
    for tier in root.iter("TIER"):
        name = str(tier.get("PARTICIPANT") or tier.get("TIER_ID", ""))
        parent = tier.get("PARENT_REF")
        is_orphan = bool(parent) and parent not in tiers - {tier.get("TIER_ID", "")}
        for annotation in tier.iter("ALIGNABLE_ANNOTATION", "REF_ANNOTATION"):
            value = annotation.find("ANNOTATION_VALUE")
            text = clean_text("".join(map(str, value.itertext()))) if value is not None else ""
            if parent or annotation.tag == "REF_ANNOTATION":
                (orphans if is_orphan else apart).append(text)
                continue
            at, until = (_thousandths(slots.get(annotation.get(f"TIME_SLOT_REF{end}", ""))) for end in (1, 2))
            cues.append(Cue(at, until, text, name))
            spans[name][str(tier.get("TIER_ID", ""))].add((at, until))
    texts = sort_texts(root, _ELAN_KINDS, NOT_UNDERSTOOD)
    visible = sum(map(count_visible, texts.values()))
    texts.pop("talk", None)
    rests = {"dependent tiers": apart} | _listed(texts)
    rests[NOT_UNDERSTOOD] = [*rests.get(NOT_UNDERSTOOD, []), *orphans]
    return _gather(cues, rests, visible, "elan", where, notes=tuple(_note_same_times(spans)))


def _note_same_times(spans: Mapping[str, Mapping[str, set[tuple[float | None, float | None]]]]) -> Iterator[Remark]:
    """Tell of two tiers of one speaker with the same times: one is hardly said as well, but a translation or a gloss.

    >>> times = {(0.0, 1.0), (4.0, 5.0)}
    >>> [note.kind for note in _note_same_times({"Jan": {"tx": times, "ft": times}, "Eva": {"one": times}})]
    ['tiers of one speaker']
    """
    for name, tiers in spans.items():
        for (one, own), (other, same) in combinations(tiers.items(), 2):
            if 2 * len(own & same) > min(len(own), len(same)) > 1:
                yield Remark("tiers of one speaker", values={"label": name, "tiers": (one, other)})


def read_exmaralda(root: etree._Element, *, where: str = "") -> Reading:
    """Read an EXMARaLDA basic transcription, parsed already.

    >>> from bp_qual.readers.markup import parse_xml
    >>> head = '<common-timeline><tli id="T0" time="1.5"/><tli id="T1"/></common-timeline>'
    >>> tier = '<tier speaker="S0" type="t"><event start="T0" end="T1">Ja. </event></tier>'
    >>> document = f'<basic-transcription>{head}{tier}</basic-transcription>'
    >>> read_exmaralda(parse_xml(document.encode())).paragraphs[0].label
    'S0'
    """
    names = {entry.get("id", ""): entry.findtext("abbreviation") or "" for entry in root.iter("speaker")}
    order = {point.get("id", ""): place for place, point in enumerate(root.iter("tli"))}
    times = {point.get("id", ""): _number(point.get("time")) for point in root.iter("tli")}
    events, apart = list[_Event](), list[str]()
    for number, tier in enumerate(root.iter("tier")):
        speaker = tier.get("speaker", "")
        for event in tier.iter("event"):
            text, start, end = (
                clean_text("".join(map(str, event.itertext()))),
                event.get("start", ""),
                event.get("end", ""),
            )
            if tier.get("type") != "t":
                apart.append(text)
                continue
            label = str(names.get(speaker) or speaker or tier.get("display-name", ""))
            cue = Cue(times.get(start), times.get(end), text, label)
            events.append(_Event(order.get(start, 0), cue, order.get(end, 0), number))
    texts = sort_texts(root, _EXMARALDA_KINDS, NOT_UNDERSTOOD)
    visible = sum(map(count_visible, texts.values()))
    texts.pop("talk", None)
    ordered = [event.cue for event in _join_events(sorted(events, key=lambda event: event.start))]
    rests = {"annotation tiers": apart} | _listed(texts)
    return _gather(ordered, rests, visible, "exmaralda", where, in_order=True)


def read_textgrid(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    r"""Read a Praat TextGrid, long or short.

    Parameters
    ----------
    data, where, encoding
        As in `read_text`.

    Returns
    -------
    Reading
        A line for each interval with text, labelled with its tier; tiers of words and sounds are kept apart.

    Raises
    ------
    TranscriptError
        For a file that ends too early.

    Examples
    --------
    >>> short = b'"ooTextFile"\n"TextGrid"\n0\n1\n<exists>\n1\n"IntervalTier"\n"Jan"\n0\n1\n1\n0\n1\n"Ja."\n'
    >>> read_textgrid(short).paragraphs[0].label
    'Jan'
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    tokens = [(match[1], match[2]) for match in _TOKEN.finditer(decoded.text) if match[1] is not None or match[2]]
    try:
        tiers, used = _read_tiers(tokens)
    except (IndexError, ValueError, TypeError, OverflowError) as err:
        raise TranscriptError(Problem(where, "textgrid cut")) from err
    talk = [name for name, _ in tiers if not _WORD_TIERS.search(name)] or [name for name, _ in tiers]
    cues = [cue for name, found in tiers if name in talk for cue in found]
    apart = [cue.text for name, found in tiers if name not in talk for cue in found]
    between = _TOKEN.sub(" ", decoded.text)
    loose = [word for word in _WORDS.findall(between) if word.casefold() not in _TEXTGRID_WORDS]
    lost = [clean_text(_unquote(text)) for text, _ in tokens[used:] if text and text.strip() and text not in _FORMAL]
    known = [name for name, _ in tiers]
    rests = {"dependent tiers": apart, "names of tiers": known, NOT_UNDERSTOOD: [*lost, *loose]}
    strings = [clean_text(_unquote(text)) for text, _ in tokens if text]
    formal = _TEXTGRID_NAMES.findall(decoded.text)
    visible = sum(map(count_visible, [*strings, *loose])) - sum(map(count_visible, formal))
    return _gather(cues, rests, visible, "textgrid", where, notes=decoded.notes)


def _unquote(text: str) -> str:
    return text.replace('""', '"')


def _read_tiers(tokens: list[tuple[str | None, str | None]]) -> tuple[list[tuple[str, list[Cue]]], int]:
    """Return the tiers from the values of the file, and how many values they took; words between them are comment."""
    found = list[tuple[str, list[Cue]]]()
    place = [text for text, _ in tokens].index("TextGrid") + 3
    tiers, place = int(float(tokens[place][1] or 0)), place + 1
    for _ in range(tiers):
        kind, name = tokens[place][0], clean_text(_unquote(tokens[place + 1][0] or ""))
        count, place = int(float(tokens[place + 4][1] or 0)), place + 5
        step, cues = (3 if kind == "IntervalTier" else 2), list[Cue]()
        for _ in range(count):
            *ends, (text, _unused) = tokens[place : place + step]
            start, end = _number(ends[0][1]), _number(ends[-1][1])
            cues.append(Cue(start, end, clean_text(_unquote(text or "")).strip(), name))
            place += step
        found.append((name, [cue for cue in cues if cue.text]))
    return found, place


class _Event(NamedTuple):
    """An event of EXMARaLDA: the places of its ends on the timeline, what was said, and the number of its tier."""

    start: int
    cue: Cue
    end: int
    tier: int


def _join_events(events: Iterable[_Event]) -> Iterator[_Event]:
    """Join events of one tier that touch: EXMARaLDA cuts them in the middle of a sentence, blanks included."""
    run: _Event | None = None
    for event in events:
        if run and event.tier == run.tier and event.start == run.end:
            said = Cue(run.cue.at, event.cue.until, run.cue.text + event.cue.text, run.cue.label)
            run = _Event(run.start, said, event.end, run.tier)
        else:
            if run:
                yield run
            run = event
    if run:
        yield run


def _gather(
    cues: list[Cue],
    apart: Mapping[str, list[str]],
    visible: int,
    kind: str,
    where: str,
    *,
    in_order: bool = False,
    notes: tuple[Remark, ...] = (),
) -> Reading:
    cues = cues if in_order else by_time(cues)
    cues = [Cue(cue.at, cue.until, " ".join(cue.text.split()), cue.label) for cue in cues]
    cues = [cue for cue in cues if cue.text]
    are_nobodys, unnamed = set_unnamed_apart(cues)
    pieces = list(join_cues(cues, nobody=are_nobodys))
    check_lines(len(pieces), where)
    if not pieces:
        raise TranscriptError(Problem(where, "tiers without talk"))
    text, lines = join_pieces(pieces)
    rests = {name: rest for name, texts in apart.items() if (rest := "\n".join(texts)).strip()}
    told = note_not_understood(rests.get(NOT_UNDERSTOOD, ""), "outside the annotations")
    return Reading(text, lines, rests, (*notes, *unnamed, *told), {}, visible, kind)


def _listed(texts: Mapping[str, str]) -> dict[str, list[str]]:
    return {name: [text] for name, text in texts.items()}


def _thousandths(value: str | None) -> float | None:
    number = _number(value)
    return None if number is None else number / 1000


def _number(value: str | None) -> float | None:
    try:
        number = float(value) if value else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
