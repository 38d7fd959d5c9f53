"""TEI and ISO-TEI .xml for speech: utterances (`u`), in annotation blocks or bare.

Where an utterance is split into words (`w`) and punctuation (`pc`), its text is put together again. What happens around
the talk (`incident`, `vocal`, `kinesic`) is counted and kept apart; `pause` has no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text
from bp_qual.readers.cues import Cue, join_cues, set_unnamed_apart
from bp_qual.readers.markup import sort_texts
from bp_qual.readers.paragraphs import (
    NOT_UNDERSTOOD,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_not_understood,
)

if TYPE_CHECKING:
    from lxml import etree

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TALK = "talk"
_HAPPENINGS = ("incident", "vocal", "kinesic", "desc", "writing", "note", "spanGrp")

_KINDS = {"u": _TALK} | dict.fromkeys(_HAPPENINGS, "incidents and notes")
_KINDS |= {"teiHeader": "header", "front": "headings", "head": "headings"}


def read_tei(root: etree._Element, *, where: str = "") -> Reading:
    """Read a TEI document, parsed already.

    >>> from bp_qual.readers.markup import parse_xml
    >>> talk = '<u who="#S1"><seg><w>Ja</w><pc>,</pc><w>hoor</w><pc>.</pc></seg></u>'
    >>> reading = read_tei(parse_xml(f'<TEI><text><body>{talk}</body></text></TEI>'.encode()))
    >>> reading.text, reading.paragraphs[0].label
    ('Ja, hoor.', 'S1')
    """
    from lxml import etree

    space = etree.QName(root).namespace
    prefix = f"{{{space}}}" if space else ""
    body = root.find(f"{prefix}text")
    body = root if body is None else body
    names, times = _read_names(root, prefix), _read_times(root, prefix)
    texts = sort_texts(body, _KINDS, NOT_UNDERSTOOD)
    visible = sum(map(count_visible, texts.values()))
    texts.pop(_TALK, None)
    cues = [_cue(utterance, prefix, names, times) for utterance in _utterances(body, prefix)]
    cues = [cue for cue in cues if cue.text]
    if not cues:
        raise TranscriptError(Problem(where, "tei without talk"))
    are_nobodys, unnamed = set_unnamed_apart(cues)
    pieces = list(join_cues(cues, nobody=are_nobodys))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    notes = (*unnamed, *note_not_understood(texts.get(NOT_UNDERSTOOD, ""), "outside every utterance"))
    return Reading(text, lines, texts, notes, {}, visible, "tei")


def _utterances(body: etree._Element, prefix: str) -> Iterator[etree._Element]:
    """Yield the utterances that are in no other one."""
    for utterance in body.iter(prefix + "u"):
        if next(utterance.iterancestors(prefix + "u"), None) is None:
            yield utterance


def _cue(utterance: etree._Element, prefix: str, names: Mapping[str, str], times: Mapping[str, float]) -> Cue:
    block = utterance.getparent()
    who = str(utterance.get("who") or (block.get("who", "") if block is not None else ""))
    start, end = (_moment(utterance, block, name, times) for name in ("start", "end"))
    speakers = {name.lstrip("#") for whose in (who, *_speakers_within(utterance, prefix)) for name in whose.split()}
    who = speakers.pop() if len(speakers) == 1 else ""  # of several, nobody knows who says which words
    text = " ".join(clean_text("".join(_join_tokens(utterance, prefix))).split())
    return Cue(start, end, text, names.get(who) or who)


def _speakers_within(utterance: etree._Element, prefix: str) -> Iterator[str]:
    """Yield who says parts of an utterance (`u` or `seg` within it), as `who` points to them; not what only happens."""
    happens = {prefix + name for name in _HAPPENINGS}
    for part in utterance.iterdescendants():
        said = part.tag not in happens and any(map(str.strip, map(str, part.itertext())))
        if part.get("who") and said and not any(above.tag in happens for above in part.iterancestors()):
            yield str(part.get("who"))


def _said(utterance: etree._Element, prefix: str) -> Iterator[str]:
    """Yield every bit of text of an utterance but what only happens."""
    skipped = {prefix + name for name in _HAPPENINGS}
    if utterance.text:
        yield utterance.text
    for child in utterance:
        if child.tag not in skipped:
            yield from _said(child, prefix)
        if child.tail:
            yield child.tail


def _join_tokens(utterance: etree._Element, prefix: str) -> Iterator[str]:
    """Yield the text; between one element and the next a blank, before punctuation (`pc`) none.

    Where text stands between the elements (`Ja dat <w>is</w> zo`), its own blanks part the words.
    """
    if utterance.find(f".//{prefix}w") is None:
        yield from _said(utterance, prefix)
        return
    yield utterance.text or ""
    is_beside, tail = not (utterance.text or "").strip(), ""  # an element, or nothing, is before
    for child in utterance:
        tail = child.tail or ""
        if child.tag not in {prefix + name for name in _HAPPENINGS}:
            is_token = child.tag in (prefix + "w", prefix + "pc")
            said = "".join(_said(child, prefix) if is_token else _join_tokens(child, prefix))
            said = said.strip() if is_token else said if tail.strip() else said.rstrip()
            yield f" {said}" if is_beside and child.tag != prefix + "pc" else said
        is_beside = not tail.strip()
        yield "" if is_beside else tail
    yield " " if is_beside and tail else ""  # before what may follow the whole


def _read_names(root: etree._Element, prefix: str) -> dict[str, str]:
    names = dict[str, str]()
    for person in root.iter(prefix + "person"):
        found = person.find(f".//{prefix}abbr")
        found = person.find(f".//{prefix}persName") if found is None else found
        if found is not None:
            names[person.get(_ID, "")] = " ".join("".join(map(str, found.itertext())).split())
    return names


def _read_times(root: etree._Element, prefix: str) -> dict[str, float]:
    """Return when moments of the timeline are; the first, from which others are counted, says no time of its own."""
    times, moments = dict[str, float](), list(root.iter(prefix + "when"))
    for when in moments:
        try:
            times[when.get(_ID, "")] = float(when.get("interval", "").rstrip("s"))
        except ValueError:
            continue
    if times and moments[0].get("interval") is None:
        times[moments[0].get(_ID, "")] = 0.0
    return times


def _moment(
    utterance: etree._Element, block: etree._Element | None, name: str, times: Mapping[str, float]
) -> float | None:
    moment = str(utterance.get(name) or (block.get(name, "") if block is not None else ""))
    return times.get(moment.lstrip("#"))
