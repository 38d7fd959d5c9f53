"""Stretches of talk: who speaks from where to where.

Labels are seen at the beginning of a line in many forms, within a paragraph, in the columns of a table, or named by the
format. Nothing here knows who is the respondent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from operator import attrgetter

from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.acceptance import accept_labels, is_sure
from bp_qual.transcripts.speakers.closing import NOTES, part_closing
from bp_qual.transcripts.speakers.cues_without_name import note_cues_without_name
from bp_qual.transcripts.speakers.cutting import cut_talk, find_pages
from bp_qual.transcripts.speakers.inside_turns import find_inner_labels
from bp_qual.transcripts.speakers.label_forms import Candidate, find_candidates
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.label_patterns import find_stated
from bp_qual.transcripts.speakers.labels import HEADER_WORDS, is_role_label, label_key
from bp_qual.transcripts.speakers.legends import find_legend, note_legend
from bp_qual.transcripts.speakers.looks_within import find_looks, note_looks
from bp_qual.transcripts.speakers.missing_labels import find_missing, resume_interrupted
from bp_qual.transcripts.speakers.one_side import label_other_side
from bp_qual.transcripts.speakers.other_voices import find_voices, note_voices
from bp_qual.transcripts.speakers.question_tables import read_question_table
from bp_qual.transcripts.speakers.second_interviews import find_second_interviews, note_second_interviews
from bp_qual.transcripts.speakers.signed_labels import find_signed_labels
from bp_qual.transcripts.speakers.slips import find_slips, shown_lines
from bp_qual.transcripts.speakers.stretch import Talk
from bp_qual.transcripts.speakers.titles import find_titles, leave_out_titles, note_titles
from bp_qual.transcripts.speakers.unlabelled import UNMARKED, count_set_apart, read_unlabelled
from bp_qual.transcripts.speakers.unlabelled_paragraphs import find_unlabelled, note_unlabelled
from bp_qual.wording.remarks import Remark


def find_stretches(
    reading: Reading, *, known: Collection[str] = (), own: Collection[str] = (), labels: str = ""
) -> Talk:
    r"""Return who speaks where in a text.

    A line without a label continues the stretch before it; what is before the first label is not talk. In a file
    without any label, headings or a colour part two speakers, called `(heading)` and `(text)`, `(coloured)` and
    `(plain)`. If the study names `(1)` and `(2)`, they take turns; if it names `(text)`, one person speaks throughout.

    Parameters
    ----------
    reading : Reading
        The file as read.
    known : collection of str
        Labels that the study names.
    own : collection of str
        Those of them that it names for this very file.
    labels : str
        How speakers are marked in this file, as `label_patterns` explains; else it is found out.

    Returns
    -------
    Talk
        With notes on all that is left open.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> talk = find_stretches(read_data(b"Interview 3\nI: Hoe gaat het?\nR: Goed.\nHeel goed.", where="a.txt"))
    >>> [(stretch.speaker, stretch.start, stretch.end) for stretch in talk.stretches]
    [('I', 15, 28), ('R', 32, 48)]
    """
    if labels:
        stated = find_stated(reading, labels)
        if stated:
            return _read_labelled(reading, stated, [], {label_key(label) for label in known}, is_stated=True)
        note = Remark("no stated label", values={"labels": labels})
        talk = find_stretches(reading, known=known, own=own)
        return replace(talk, notes=(note, *talk.notes))
    if set(own) & UNMARKED:
        return read_unlabelled(reading, known, own=own)
    keys = {label_key(label) for label in known if label not in UNMARKED} - {""}
    if table := read_question_table(reading, keys):
        return table
    found = accept_labels(leave_out_titles(find_candidates(reading), keys, reading), keys, reading)
    accepted, doubted = found.labels or find_signed_labels(reading, keys), found.doubted
    if not accepted and _share_paragraphs(reading, doubted, keys):
        accepted, doubted = [candidate for candidate in doubted if candidate.style == "colon"], []
    if accepted and _is_rather_set_apart(accepted, keys, reading):
        accepted, doubted = [], [*accepted, *doubted]
    body, header = _split_header(accepted, reading, keys)
    if not body:
        first = accepted[-1].line + 1 if accepted else 0
        talk = read_unlabelled(reading, known, own=own, first=first)
        return replace(talk, header=header, doubts=tuple(_doubts(doubted)))
    return replace(_read_labelled(reading, body, doubted, keys), header=header, spellings=found.spellings)


def _share_paragraphs(reading: Reading, doubted: list[Candidate], known: set[str]) -> bool:
    """Whether speakers come back within the paragraphs rather than at their beginning."""
    names = [candidate for candidate in doubted if candidate.style == "colon"]
    inner = find_inner_labels(reading, names, known)[0] if names else []
    return len(inner) >= 2 and len({candidate.label for candidate in [*names, *inner]}) >= 2


def _is_rather_set_apart(accepted: list[Candidate], known: Collection[str], reading: Reading) -> bool:
    """Whether headings or colours mark the speakers rather than a few names before a colon."""
    if 2 * len(accepted) >= len(reading.paragraphs) or any(is_sure(candidate, known) for candidate in accepted):
        return False
    return count_set_apart(reading) > 2 * len(accepted)


def _read_labelled(
    reading: Reading,
    body: list[Candidate],
    doubted: list[Candidate],
    keys: set[str],
    *,
    is_stated: bool = False,
) -> Talk:
    """Return the talk of a file with labels at the beginning of its lines."""
    reading, body, after, closing = part_closing(reading, body, keys)
    doubted = [one for one in doubted if one.line < len(reading.paragraphs) and _base(one.label) not in HEADER_WORDS]
    legend = find_legend(reading, body)
    pages = find_pages(reading, {label.line for label in body})
    second = [] if is_stated else find_second_interviews(reading, body, pages)
    parted = {number for block in second for number in block}
    body, doubted = ([one for one in found if one.line not in {*parted, *legend}] for found in (body, doubted))
    inner, within = find_inner_labels(reading, body, keys)
    inner = [one for one in inner if one.line not in legend]
    written = {candidate.label for candidate in [*body, *inner]}
    voices = find_voices(reading, body, inner, LabelNames(written))
    slips, unclear = ([], []) if is_stated else find_slips(reading, [*body, *inner], written)
    others, one_sided = label_other_side(reading, [*body, *inner, *slips])
    every = sorted([*body, *inner, *slips, *others], key=attrgetter("line", "start"))
    resumed = [] if is_stated else resume_interrupted(reading, every)
    every += resumed
    titles, bold = find_titles(reading, every)
    titles |= parted
    stretches, rest = cut_talk(reading, every, titles)
    rest |= {NOTES: (after,)} if after else {}
    placed = {_line(reading, one) for one in others}
    unclear = [line for line in unclear if line not in placed]
    lines = set(unclear)
    doubted = [candidate for candidate in doubted if _line(reading, candidate) not in lines]
    told = lines | {_line(reading, candidate) for candidate in doubted}
    missing = [line for line in find_missing(reading, every, titles) if line not in told]
    missing += [_line(reading, resumed[0])] if len(resumed) == 1 else []  # one line set in is no habit
    told |= {*missing, *bold}
    lone = [one for one in find_unlabelled(reading, every, titles, pages) if one.said not in told]
    doubts = (*_doubts(doubted), *_note_unclear(unclear, within, missing), *note_unlabelled(lone), *note_titles(bold))
    doubts += (*one_sided, *closing, *note_second_interviews(reading, second), *note_voices(voices))
    doubts += (*note_legend(reading, legend), *note_looks(find_looks(reading, every)))
    doubts += tuple(note_cues_without_name(reading, every))
    style = "stated" if is_stated else "labels"
    return Talk(tuple(stretches), rest, style=style, doubts=() if is_stated else doubts, labels=tuple(body))


def _split_header(
    accepted: list[Candidate], reading: Reading, known: set[str]
) -> tuple[list[Candidate], dict[str, str]]:
    """Part the `Datum: 3 mei` lines at the top from the talk; with nothing behind them they are no labels at all."""
    often = Counter(candidate.label for candidate in accepted)
    header = dict[str, str]()
    for place, candidate in enumerate(accepted):
        line = reading.paragraphs[candidate.line]
        value = reading.text[candidate.talk : line.end].strip()
        is_word = _base(candidate.label) in HEADER_WORDS and label_key(candidate.label) not in known
        is_given = often[candidate.label] == 1 and 0 < len(value.split()) <= 4 and value[-1:] not in ".?!…"
        is_given = is_given and is_role_label(label_key(candidate.label)) and len(label_key(candidate.label)) > 3
        is_given = is_given and candidate.line < 12 and _goes_on(accepted, place, reading)
        if often[candidate.label] > 1 or not (is_word or is_given) or candidate.style == "format":
            return accepted[place:], header
        header[candidate.label] = value
    return [], header


def _goes_on(accepted: list[Candidate], place: int, reading: Reading) -> bool:
    """Whether enough is below a line at the top for it to be one: labels, or many lines without."""
    rest = len(reading.paragraphs) - 1 - accepted[-1].line
    return len(accepted) > place + 2 or rest >= 4


def _line(reading: Reading, candidate: Candidate) -> str:
    line = reading.paragraphs[candidate.line]
    return reading.text[line.start : line.end].strip()


def _doubts(doubted: list[Candidate]) -> Iterator[Remark]:
    labels = [label for label in dict.fromkeys(c.label for c in doubted) if _base(label) not in HEADER_WORDS]
    if labels:
        yield Remark("perhaps speakers", values={"labels": tuple(f"{label}:" for label in labels)})


def _base(label: str) -> str:
    return label_key(label).rstrip("0123456789")


def _note_unclear(unclear: list[str], within: list[str], missing: list[str]) -> Iterator[Remark]:
    if unclear:
        yield Remark("label without colon", values={"lines": shown_lines(unclear)})
    if within:
        yield Remark("label within a turn", values={"lines": shown_lines(within)})
    if missing:
        yield Remark("label missing", values={"lines": shown_lines(missing)})
