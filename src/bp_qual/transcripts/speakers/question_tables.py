"""Tables with a column of questions and one of answers, as `Vraag | Antwoord`: the heading says who speaks below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.labels import is_role_label, label_key, tidy_label, usual_role
from bp_qual.transcripts.speakers.stretch import Stretch, Talk, make_stretch

_RULE = lazy_pattern(r"[\s|:+-]*\Z")
Spans = tuple[tuple[int, int], ...]


def read_question_table(reading: Reading, known: Collection[str]) -> Talk | None:
    r"""Return who speaks in a table of questions and answers, or None where the file is no such table.

    Parameters
    ----------
    reading : Reading
        The file; a row is a line with tabs or `|` between its cells.
    known : collection of str
        The keys of labels that the study names.

    Returns
    -------
    Talk or None
        Other columns are kept apart from the talk.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> talk = read_question_table(read_data(b"Q\tA\nHow?\tWell.", where="a.txt"), ())
    >>> [(stretch.speaker, stretch.start, stretch.end) for stretch in talk.stretches]
    [('Q', 4, 8), ('A', 9, 14)]
    """
    heads = [(number, columns) for number, columns in _find_heads(reading, known)]
    if not heads or not any(len(_cells(reading.text, line)) > 1 for line in reading.paragraphs[heads[0][0] + 1 :]):
        return None
    first, columns = heads[0]
    stretches, others = list[Stretch](), {"labels": list[tuple[int, int]](), "other columns": list[tuple[int, int]]()}
    repeats, column = dict(heads), 0
    for number in range(first, len(reading.paragraphs)):
        line = reading.paragraphs[number]
        if number in repeats:
            columns = repeats[number]
            others["labels"].append((line.start, line.end))
            continue
        spans = _cells(reading.text, line)
        if len(spans) == 1 and line.kind != "row":
            column = column if column in columns else max(columns)  # a line below the table goes on with the last
        place, said = line.start, False
        for index, (start, end) in enumerate(spans):
            index = column if len(spans) == 1 and column in columns else index
            if index in columns and reading.text[start:end].strip():
                others["other columns"].append((place, start))
                stretches.append(make_stretch(reading.text, columns[index], start, end, None))
                place, column, said = end, index, True
        others["other columns"].append((place, line.end))
        column = max(columns) if said and len(spans) > 1 else column
    before = ((0, reading.paragraphs[first].start),) if first else ()
    kept = {name: tuple(span for span in spans if span[0] < span[1]) for name, spans in others.items()}
    return Talk(tuple(stretches), kept | {"before the first speaker": before}, style="question table")


def _find_heads(reading: Reading, known: Collection[str]) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield the lines whose cells are all names of columns, and name both who asks and who answers."""
    if "\t" not in reading.text and "|" not in reading.text:
        return
    for number, line in enumerate(reading.paragraphs):
        if line.label or line.end - line.start > 120:
            continue
        spans = _cells(reading.text, line)
        if len(spans) < 2:
            continue
        cells = [tidy_label(reading.text[start:end]) for start, end in spans]
        roles = {usual_role(label_key(cell).rstrip("0123456789")) for cell in cells}
        named = {index: cell for index, cell in enumerate(cells) if _is_speaker(cell, known)}
        if (roles >= {"interviewer", "respondent"} or len(set(named.values())) >= 2) and all(
            len(cell) <= 30 for cell in cells
        ):
            yield number, named


def _is_speaker(cell: str, known: Collection[str]) -> bool:
    key = label_key(cell)
    return bool(key) and (key in known or is_role_label(key))


def _cells(text: str, line: Paragraph) -> list[tuple[int, int]]:
    """Return the spans of the cells of a line; none for the rule below a heading."""
    start, end = line.start, line.end
    said = text[start:end]
    if "\t" in said:
        sign = "\t"
    elif said.lstrip().startswith("|") and said.count("|") >= 3:
        if _RULE.match(said):
            return []
        sign, start = "|", start + said.index("|") + 1
        end = line.start + len(said.rstrip()) - said.rstrip().endswith("|")
    else:
        return [(start, end)]
    spans = list[tuple[int, int]]()
    for cell in text[start:end].split(sign):
        spans.append((start, start + len(cell)))
        start += len(cell) + 1
    return spans
