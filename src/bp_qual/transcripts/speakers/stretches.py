"""Stretches of talk: who speaks from where to where.

Labels are seen at the beginning of a line in many forms, within a paragraph, in the columns of a table, or named by the
format. Nothing here knows who is the respondent.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from operator import attrgetter

from bp_qual.readers import Reading
from bp_qual.readers.note_headings import heads_notes
from bp_qual.transcripts.speakers.acceptance import accept_labels, is_sure
from bp_qual.transcripts.speakers.bare_labels import find_bare_doubts, find_numbered_doubts
from bp_qual.transcripts.speakers.cells_behind import leave_said
from bp_qual.transcripts.speakers.chat_lines import find_messages, find_odd_names
from bp_qual.transcripts.speakers.closing import NOTES, part_closing
from bp_qual.transcripts.speakers.composed import compose, place_as_written
from bp_qual.transcripts.speakers.counted_lines import resume_counted
from bp_qual.transcripts.speakers.cues_without_name import note_cues_without_name
from bp_qual.transcripts.speakers.cutting import cut_talk, find_pages
from bp_qual.transcripts.speakers.forms_within import find_shared_lines
from bp_qual.transcripts.speakers.inside_turns import find_inner_labels
from bp_qual.transcripts.speakers.label_forms import Candidate, find_candidates
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.label_patterns import find_settled, find_stated, settled_heads, stated_parts
from bp_qual.transcripts.speakers.labels import HEADER_WORDS, is_role_label, label_key, usual_role
from bp_qual.transcripts.speakers.legends import GREETS, find_legend, note_legend
from bp_qual.transcripts.speakers.looks_within import find_looks, note_looks
from bp_qual.transcripts.speakers.mail_heads import find_mail_head
from bp_qual.transcripts.speakers.missing_labels import find_missing, resume_interrupted
from bp_qual.transcripts.speakers.one_side import label_other_side
from bp_qual.transcripts.speakers.other_voices import find_voices, note_voices
from bp_qual.transcripts.speakers.question_tables import read_question_table
from bp_qual.transcripts.speakers.second_interviews import find_second_interviews, note_second_interviews
from bp_qual.transcripts.speakers.signed_labels import find_signed_labels
from bp_qual.transcripts.speakers.slips import find_doubted, find_slips, is_slip, shown_lines
from bp_qual.transcripts.speakers.spellings import join_spellings
from bp_qual.transcripts.speakers.stretch import HEAD_WORDS, UNLABELLED, Talk
from bp_qual.transcripts.speakers.titles import find_headed, find_titles, leave_out_titles, name_unmarked, note_titles
from bp_qual.transcripts.speakers.unlabelled import count_set_apart, is_unmarked, read_unlabelled, settle_looks
from bp_qual.transcripts.speakers.unlabelled_paragraphs import find_unlabelled, note_unlabelled
from bp_qual.wording.remarks import Remark

_GOES_ON = 4  # lines without a label below those at the top
_TAKE_TURNS = 2  # labels that come back, below which all are labels


def find_stretches(
    reading: Reading, *, known: Collection[str] = (), own: Collection[str] = (), labels: str = ""
) -> Talk:
    r"""Return who speaks where in a text.

    A line without a label continues the stretch before it; what is before the first label is not talk. In a file
    without any label, headings or a colour part two speakers, called `(heading)` and `(text)`, `(coloured)` and
    `(plain)`, or `(red)` and `(blue)`. If the study names `(1)` and `(2)`, they take turns; if it names `(text)`, one
    person speaks throughout.

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
    found = compose(reading)
    composed, places = found or (reading, None)
    talk = _find_talk(composed, known, own, unicodedata.normalize("NFC", labels))
    return place_as_written(talk, places) if places else talk


def _find_talk(reading: Reading, known: Collection[str], own: Collection[str], labels: str) -> Talk:
    """Return who speaks where in a text with composed letters."""
    if labels:
        if looks := _read_looks(reading, known, own, labels):
            return looks
        if stated := find_stated(reading, labels):
            return _read_stated(reading, stated, {label_key(label) for label in known}, labels)
        note = Remark("no stated label", values={"labels": labels})
        talk = _find_talk(reading, known, own, "")
        return replace(talk, notes=(note, *talk.notes))
    if any(map(is_unmarked, own)):
        return read_unlabelled(reading, known, own=own)
    keys = {label_key(label) for label in known if not is_unmarked(label)} - {""}
    if table := read_question_table(reading, keys):
        return table
    candidates, headed = _leave_out(reading, keys)
    found = accept_labels(candidates, keys, reading)
    accepted, doubted = found.labels, found.doubted
    if not accepted:
        accepted, others = find_signed_labels(reading, keys)
        doubted = [*doubted, *others]
    if not accepted and (accepted := find_shared_lines(reading, candidates)):
        doubted = []
    if not accepted and _share_paragraphs(reading, doubted, keys):
        accepted, doubted = [candidate for candidate in doubted if candidate.style == "colon"], []
    if accepted and _is_rather_set_apart(accepted, keys, reading):
        accepted, doubted = [], [*accepted, *doubted]
    body, header = _split_header(accepted, reading, keys)
    if body and header and _is_rather_set_apart(body, keys, reading):
        body, doubted = [], [*body, *doubted]
    if not body:
        top = [one.line for one in accepted if one.label in header]
        first = top[-1] + 1 if top else find_mail_head(reading, keys).stop
        talk = read_unlabelled(reading, known, own=own, first=first)
        begin = min((stretch.start for stretch in talk.stretches), default=0)
        doubted = [one for one in doubted if one.start >= begin or not _is_said_of_it(one, reading)]
        heads = (*talk.unsettled, *_heads(reading, doubted, []))
        return replace(talk, header=header, doubts=(*talk.doubts, *_note_doubted(doubted)), unsettled=heads)
    talk = _read_labelled(reading, body, doubted, keys, headed=headed)
    return replace(talk, header=header, spellings=found.spellings)


def _read_looks(reading: Reading, known: Collection[str], own: Collection[str], labels: str) -> Talk | None:
    """Return the talk of a file of which the study says that looks tell speakers apart: `(heading)|(text)`."""
    looks = stated_parts(labels)
    if not all(map(is_unmarked, looks)):
        return None
    talk = _find_talk(reading, known, own, "")
    if talk.style not in UNLABELLED:
        talk = read_unlabelled(reading, known, own=looks)
    return settle_looks(talk, settled_heads(labels)) if talk.style in UNLABELLED else None


def _leave_out(reading: Reading, keys: Collection[str]) -> tuple[list[Candidate], frozenset[int]]:
    """Return the lines that may begin with a label and are no titles, and those that head a part of the talk."""
    every, sent = list(leave_said(find_candidates(reading), reading.text)), find_messages(reading)[0]
    if sent:  # in a chat a line without a date goes on
        every = [one for one in every if one.style == "format"]
    elif not {usual_role(label_key(one.label)) for one in every} >= {"interviewer", "respondent"}:
        named = {one.line for one in every if not label_key(one.label).isdigit()}
        sent = {one.line: one for one in find_odd_names(reading, named)}
    every = sorted([*(one for one in every if one.line not in sent), *sent.values()], key=attrgetter("line"))
    mailed = find_mail_head(reading, keys)
    every = [one for one in every if one.line not in mailed]
    headed = find_headed(every, keys, reading)
    return leave_out_titles([one for one in every if one.line not in headed], keys, reading), headed


def _read_stated(reading: Reading, stated: list[Candidate], keys: set[str], pattern: str) -> Talk:
    """Return the talk of a file of which the study says how speakers are marked.

    The same labels in another form are read all the same; what else would have been taken for a label is told.
    """
    spellings = join_spellings(Counter(one.label for one in stated if one.style != "format"))
    stated = [replace(one, label=spellings.get(one.label, one.label)) for one in stated]
    names, closed = {label_key(one.label): one.label for one in stated}, find_settled(reading, pattern)
    closed_or_read = closed | {one.line for one in stated}
    candidates, headed = _leave_out(reading, keys)
    found = accept_labels(candidates, keys, reading)
    headed -= closed_or_read
    accepted = [one for one in _split_header(found.labels, reading, keys)[0] if one.line not in closed_or_read]
    known = [replace(one, label=names[key]) for one in accepted if (key := label_key(one.label)) in names]
    closed_or_read |= {one.line for one in known}
    doubted = [one for one in (*accepted, *found.doubted) if one.line not in closed_or_read and one.style != "format"]
    stated += known
    stated.sort(key=attrgetter("line", "start"))
    talk = _read_labelled(reading, stated, doubted, keys, settled=closed, headed=headed)
    words = [_line(reading, one) for one in find_bare_doubts(stated, reading.text)]
    glued = find_numbered_doubts(reading, stated, closed_or_read)
    said = [reading.text[line.start : line.end] for line in (reading.paragraphs[number] for number in glued)]
    doubts = (*_note_lines("label or word", words), *_note_lines("label without colon", said))
    heads = (*talk.unsettled, *_heads(reading, [], glued))
    return replace(talk, spellings=spellings, doubts=(*talk.doubts, *doubts), unsettled=heads)


def _share_paragraphs(reading: Reading, doubted: list[Candidate], known: set[str]) -> bool:
    """Whether speakers come back within the paragraphs rather than at their beginning."""
    names = [candidate for candidate in doubted if candidate.style == "colon"]
    inner = find_inner_labels(reading, names, known)[0] if names else []
    return len(inner) >= 2 and len({candidate.label for candidate in [*names, *inner]}) >= 2


def _is_rather_set_apart(accepted: list[Candidate], known: Collection[str], reading: Reading) -> bool:
    """Whether headings or colours mark the speakers rather than a few names before a colon."""
    if 2 * len(accepted) >= len(reading.paragraphs):
        return False
    apart = count_set_apart(reading)
    if _are_above_talk(accepted) and all(_is_said_of_it(one, reading) for one in accepted):
        return apart > len(accepted)
    is_sure_of_one = any(is_sure(candidate, known) for candidate in accepted)
    is_asked_below = _are_above_talk(accepted) and 2 * _count_questions(reading) >= apart
    return apart > 2 * len(accepted) and (not is_sure_of_one or is_asked_below)


def _are_above_talk(labels: list[Candidate]) -> bool:
    """Whether labels stand in the first lines only, each once: `Notes: at her table`, `Interviewer: Kate Wood`."""
    lines = [one.line for one in labels]
    return lines == list(range(lines[0], lines[0] + len(lines))) and len({one.label for one in labels}) == len(labels)


def _count_questions(reading: Reading) -> int:
    return sum(reading.text[line.start : line.end].rstrip(" *_").endswith("?") for line in reading.paragraphs)


def _read_labelled(
    reading: Reading,
    body: list[Candidate],
    doubted: list[Candidate],
    keys: set[str],
    *,
    settled: Collection[int] | None = None,
    headed: Collection[int] = (),
) -> Talk:
    """Return the talk of a file with labels at the beginning of its lines.

    Where the study says how they are marked, `settled` are the lines of which it says that they hold none. Those that
    head a part of the talk are `headed`.
    """
    reading, body, after, closing = part_closing(reading, body, keys)
    doubted = [one for one in doubted if one.line < len(reading.paragraphs) and _base(one.label) not in HEADER_WORDS]
    doubted = [one for one in doubted if one.line > body[0].line or not _is_on_top(one, body, reading)]
    legend = find_legend(reading, body)
    pages = find_pages(reading, {label.line for label in body})
    second = find_second_interviews(reading, body, pages)
    parted = {number for block in second for number in block} | find_messages(reading)[1]
    body, doubted = ([one for one in found if one.line not in {*parted, *legend.apart}] for found in (body, doubted))
    inner, within = find_inner_labels(reading, body, keys)
    nobodys = {*legend.apart, *headed, *parted}
    inner = [one for one in inner if one.line not in nobodys]
    told_apart = {reading.text[line.start : line.end].strip() for line in (reading.paragraphs[n] for n in nobodys)}
    within = [said for said in within if said not in told_apart]
    written = {candidate.label for candidate in [*body, *inner]}
    voices = find_voices(reading, body, inner, LabelNames(written))
    slips, unclear = find_slips(reading, [*body, *inner], written, {*(settled or ()), *legend.apart, *parted})
    others, one_sided = label_other_side(reading, [*body, *inner, *slips])
    every = sorted([*body, *inner, *slips, *others], key=attrgetter("line", "start"))
    resumed = [one for one in resume_interrupted(reading, every) if one.line not in (settled or ())]
    every += resumed
    every += resume_counted(reading, every)
    titles, bold = find_titles(reading, every, headed)
    titles |= parted
    stretches, rest = cut_talk(reading, every, titles)
    rest |= {NOTES: (after,)} if after else {}
    taken = {one.line for one in every}
    unclear = {number: said for number, said in unclear.items() if number not in taken}
    doubted = [one for one in doubted if one.line not in unclear and not (settled is not None and one.line in taken)]
    second = [block for block in second if block[0] not in (settled or ())]
    doubts = (
        *_note_doubted(doubted, is_stated=settled is not None),
        *_note_lines("label without colon", unclear.values()),
    )
    doubts += tuple(note_second_interviews(reading, second))
    if settled is None:
        told = {*unclear.values(), *(_line(reading, one) for one in doubted)}
        missing = [line for line in find_missing(reading, every, titles, pages) if line not in told]
        missing += [_line(reading, resumed[0])] if len(resumed) == 1 else []  # one line set in is no habit
        told |= {*missing, *bold}
        lone = [one for one in find_unlabelled(reading, every, titles, pages) if one.said not in told]
        doubts += (*_note_lines("label within a turn", within), *_note_lines("label missing", missing))
        doubts += (*_note_lines("label doubted", find_doubted(reading, every)),)
        parts = name_unmarked(reading, titles.intersection(headed))
        doubts += (*note_unlabelled(lone), *note_titles(bold, parts), *one_sided, *closing, *note_voices(voices))
        doubts += (*note_legend(reading, legend), *note_looks(find_looks(reading, every)))
        doubts += tuple(note_cues_without_name(reading, every))
    style = "labels" if settled is None else "stated"
    heads = _heads(reading, doubted, [*unclear, *(block[0] for block in second)])
    return Talk(tuple(stretches), rest, style=style, doubts=doubts, labels=tuple(body), unsettled=heads)


def _heads(reading: Reading, doubted: list[Candidate], lines: list[int]) -> tuple[str, ...]:
    """Return how the lines begin that are told though the study may say how speakers are marked."""
    text = reading.text
    labels = [text[reading.paragraphs[one.line].start : one.talk].strip() for one in doubted]
    said = [text[reading.paragraphs[number].start : reading.paragraphs[number].end] for number in lines]
    return tuple(dict.fromkeys((*labels, *(" ".join(line.split()[:HEAD_WORDS]) for line in said))))


def _split_header(
    accepted: list[Candidate], reading: Reading, known: set[str]
) -> tuple[list[Candidate], dict[str, str]]:
    """Part the `Datum: 3 mei` lines at the top from the talk; with nothing behind them they are no labels at all."""
    often = Counter(candidate.label for candidate in accepted)
    header = dict[str, str]()
    for place, candidate in enumerate(accepted):
        value = _value(reading, candidate)
        is_word = _base(candidate.label) in HEADER_WORDS and label_key(candidate.label) not in known
        is_given = often[candidate.label] == 1 and _is_value(value)
        is_role = is_role_label(label_key(candidate.label)) and len(label_key(candidate.label)) > 3
        is_given = is_given and candidate.line < 12
        is_given = is_given and (
            (is_role and _goes_on(accepted, place, reading)) or _is_one_more(accepted, place, known, reading)
        )
        if often[candidate.label] > 1 or not (is_word or is_given) or candidate.style == "format":
            return accepted[place:], header
        header[candidate.label] = value
    return [], header


def _is_value(said: str) -> bool:
    """Whether what is behind a colon may be a value rather than talk."""
    return 0 < len(said.split()) <= 4 and said[-1:] not in ".?!…" and not GREETS.match(said)


def _is_on_top(label: Candidate, body: list[Candidate], reading: Reading) -> bool:
    """Whether a line above the talk has a value (`Kamer: de blauwe`) or `Notes: ...`, not a label with a slip."""
    return _is_said_of_it(label, reading) and not _is_slip_of(label, {one.label for one in body})


def _is_said_of_it(label: Candidate, reading: Reading) -> bool:
    """Whether a line says something of the talk, as those above it do: `Interviewer: Kate Wood`, `Notes: ...`."""
    return _is_value(_value(reading, label)) or heads_notes(label.label)


def _is_slip_of(label: Candidate, names: Collection[str]) -> bool:
    return any(is_slip(label_key(label.label), label_key(name)) for name in names)


def _is_one_more(accepted: list[Candidate], place: int, known: set[str], reading: Reading) -> bool:
    """Whether a line right below such a line is another, with two who take turns or no labels below: `Groep: A`."""
    above, one, lines = accepted[place - 1], accepted[place], reading.paragraphs
    if place == 0 or above.line + 1 != one.line or is_sure(one, known):
        return False
    often = Counter(candidate.label for candidate in accepted[place + 1 :])
    if _is_slip_of(one, {label for label, count in often.items() if count > 1}):  # `Itnerviewer: Zo gaat dat`
        return False
    is_right_below = reading.text.count("\n", lines[above.line].end, lines[one.line].start) == 1
    take_turns = is_right_below and sum(count > 1 for count in often.values()) >= _TAKE_TURNS
    return take_turns or len(lines) - 1 - accepted[-1].line >= _GOES_ON


def _goes_on(accepted: list[Candidate], place: int, reading: Reading) -> bool:
    """Whether enough is below a line at the top for it to be one: labels, or many lines without."""
    rest = len(reading.paragraphs) - 1 - accepted[-1].line
    return len(accepted) > place + 2 or rest >= _GOES_ON


def _line(reading: Reading, candidate: Candidate) -> str:
    line = reading.paragraphs[candidate.line]
    return reading.text[line.start : line.end].strip()


def _value(reading: Reading, candidate: Candidate) -> str:
    return reading.text[candidate.talk : reading.paragraphs[candidate.line].end].strip()


def _note_doubted(doubted: list[Candidate], *, is_stated: bool = False) -> Iterator[Remark]:
    labels = [label for label in dict.fromkeys(c.label for c in doubted) if _base(label) not in HEADER_WORDS]
    if labels:
        kind = "labels not stated" if is_stated else "perhaps speakers"
        yield Remark(kind, values={"labels": tuple(f"{label}:" for label in labels)})


def _base(label: str) -> str:
    return label_key(label).rstrip("0123456789")


def _note_lines(kind: str, lines: Collection[str]) -> Iterator[Remark]:
    if lines:
        yield Remark(kind, values={"lines": shown_lines(lines)})
