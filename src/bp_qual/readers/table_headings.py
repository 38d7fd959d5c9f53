"""Which column of a table holds what: known by its heading, named by the study, or guessed from its cells and told."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bp_qual.display import nearest, one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.columns_to_state import columns_line
from bp_qual.readers.note_headings import heads_notes
from bp_qual.wording.remarks import Remark

COLUMNS = ("speaker", "text", "time", "questions", "person")  # what a study can name

_SPEAKER = (
    "speaker speakers spreker sprekers sprecher label voice rol role actor personage auteur author aanhetwoord "
    "naamspreker spreekt"
)
_SPEAKER_ALONE = "wie who name naam participant deelnemer person persoon respondent interviewee van from wiespreekt"
_TEXT = (
    "text tekst utterance uiting uitspra transcript transcription transcriptie content inhoud talk speech dialogue "
    "said zegt gezegd gesproken spoken inhalt texte words woorden turn beurt spraak zinnen sentence citaat quote "
    "fragment passage bericht message statement verbatim reactie inbreng watgezegd"
)
_REMARKS = "opmerking comment remark"  # the talk only where no other column is
_TEXT_ALONE = f"wat what zin line regel watwordtgezegd watzegt watisgezegd whatissaid response says {_REMARKS}"
_TIME = "start at time tijd timestamp timecode begin starttime begintijd starttijd zeit debut"
_TIME_ALONE = "in"
_PERSON = (
    "person persoon respondent respondentid respondentnummer participant participantid deelnemer name naam code id nr "
    "nummer number case teilnehmer proband repondant responseid"
)
_NUMBERED = lazy_pattern(r"(?:q|v|vraag|question|frage|vr)[ ._-]?\d{1,3}[a-z]?\b.*", re.IGNORECASE | re.DOTALL)
WAVES = lazy_pattern(
    "rondes?|golf|waves?|meting(?:en)?|meetmoment|meetronde|meetjaar|jaar|year|round|periode?|tijdstip|timepoint|moment"
    "|welle|jahr|vague|ann[ée]e"
)
LONGEST_LABEL, _TALK_TO_REMARKS = 40, 2
WORDS_OF_TALK = 3
QUESTION_WORDS = frozenset(["vraag", "vragen", "question", "questions", "frage", "fragen"])
_USUAL = {"speaker": (_SPEAKER, _SPEAKER_ALONE), "text": (_TEXT, _TEXT_ALONE), "time": (_TIME, _TIME_ALONE)}
_MEANT = {"speaker": ("spreker", "speaker"), "text": ("tekst", "text")}  # by a heading with a slip in it
_OF_TURNS = tuple(frozenset(" ".join(_USUAL[key]).split()) for key in ("speaker", "text"))


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of a table beside its rows: the file, its format, notes, and the columns that the study names.

    `lines` are the lines of the rows in the file, as far as they are known; `short` says how many cells a line had
    that has fewer than there are headings.

    >>> Table("a.csv", "csv").columns
    {}
    """

    where: str
    format: str
    notes: tuple[Remark, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Sequence[int] = ()
    short: Mapping[int, int] = field(default_factory=dict)


class UnknownColumnsError(TranscriptError):
    """A table whose headings do not tell who speaks; `proposed` is what study.yaml could say of it, perhaps nothing.

    >>> UnknownColumnsError(Problem("a.csv", "no text column", {"headings": "nr, wat"}), {}).proposed
    {}
    """

    def __init__(self, problem: Problem, proposed: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(problem)
        self.proposed = proposed


@dataclass(frozen=True, slots=True)
class TurnColumns:
    """The columns of a table with a turn a row, -1 where there is none; `guessed` are remarks on what was guessed.

    >>> TurnColumns(0, 1).time
    -1
    """

    speaker: int
    text: int
    time: int = -1
    guessed: tuple[Remark, ...] = ()


def plain_headings(headings: Sequence[str]) -> list[str]:
    """Return headings in small letters, without blanks, digits and signs.

    >>> plain_headings(["Speaker name", "Text (1)"])
    ['speakername', 'text']
    """
    return [re.sub(r"[^a-zà-ÿ]", "", cell.casefold()) for cell in headings]


def has_turns(rows: Sequence[Sequence[str]], table: Table) -> bool:
    """Return whether the headings, or the study, name a column for who speaks and one for what is said.

    >>> has_turns([["wie", "wat"]], Table("a.csv", "csv")), has_turns([["P01", "Wat vond u?"]], Table("a.csv", "csv"))
    (True, False)
    """
    header = plain_headings(rows[0])
    stated = {"speaker", "text"} & set(table.columns)
    return bool(stated) or (_usual(header, "speaker") >= 0 and _usual(header, "text") >= 0)


def is_turn_heading(row: Sequence[str]) -> bool:
    """Return whether a row holds headings of a table with a turn in each row, word for word.

    >>> is_turn_heading(["Nr", "Spreker", "Tekst"]), is_turn_heading(["Gesprek met Jan", ""])
    (True, False)
    """
    header = set(plain_headings(row))
    return all(header & known for known in _OF_TURNS)


def is_heading(row: Sequence[str], columns: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a row holds all headings that the study names, or where it names none, those of turns.

    >>> is_heading(["Nr", "Stem"], {"speaker": ("stem",)}), is_heading(["Nr", "Stem"], {})
    (True, False)
    """
    stated = {_tidy(name) for names in columns.values() for name in names}
    return stated <= set(map(_tidy, row)) if stated else is_turn_heading(row)


def columns_behind_turns(row: Sequence[str]) -> tuple[int, ...]:
    """Return the columns behind speaker, text and time in headings of a table with a turn in each row.

    >>> columns_behind_turns(["Nr", "Spreker", "Tekst", "Codes"])
    (3,)
    """
    header = plain_headings(row)
    return tuple(range(max(_usual(header, key) for key in _USUAL) + 1, len(row)))


def turn_columns(row: Sequence[str]) -> tuple[int, int, int]:
    """Return the columns of speaker, text and time by the headings of a table with a turn in each row, -1 for none.

    >>> turn_columns(["Nr", "Tijd", "Spreker", "Tekst"])
    (2, 3, 1)
    """
    header = plain_headings(row)
    return _usual(header, "speaker"), _usual(header, "text"), _usual(header, "time")


def find_talk_beside_remarks(rows: Sequence[Sequence[str]]) -> int:
    """Return the one column in which people say twice as much as in that of remarks, if that was taken for the text.

    Not what the remarks are on: `How is the street?`.

    >>> find_talk_beside_remarks([["wie", "verhaal", "opmerking"], ["R", "Wij werkten samen.", "lacht"]])
    1
    """
    speaker, text, time = turn_columns(rows[0])
    if text < 0 or plain_headings(rows[0])[text] not in _REMARKS.split():
        return -1
    talk = [
        column for column in _talk_columns(rows) if column not in (speaker, time) and not heads_notes(rows[0][column])
    ]
    length = {column: sum(len(row[column].split()) for row in rows[1:]) for column in (*talk, text)}
    longer = [column for column in talk if length[column] >= _TALK_TO_REMARKS * length[text]]
    return _only([column for column in longer if not _is_topic([row[column] for row in rows])])


def _is_topic(column: Sequence[str]) -> bool:
    """Return whether a column is what the remarks are on: it only asks, or says the same in most cells."""
    cells = [cell.strip() for cell in column[1:] if cell.strip()]
    only_asks = plain_headings(column[:1])[0] in QUESTION_WORDS or all(cell.endswith("?") for cell in cells)
    return only_asks or 2 * len(set(cells)) <= len(cells)


def heads_no_talk(heading: str) -> bool:
    """Return whether a column is one of names, numbers or times.

    >>> heads_no_talk("Naam"), heads_no_talk("Gesprek")
    (True, False)
    """
    return plain_headings([heading])[0] in f"{_SPEAKER} {_SPEAKER_ALONE} {_TIME} {_TIME_ALONE} {_PERSON}".split()


def find_turn_columns(rows: Sequence[Sequence[str]], table: Table) -> TurnColumns:
    """Return the columns of a table with a turn in each row.

    Raises
    ------
    TranscriptError
        Where it has no headings, or no column can be that of the speaker or of the text.

    Examples
    --------
    >>> rows = [["wie", "verhaal"], ["I", "Hoe ging het toen?"], ["R", "Wij werkten samen."], ["I", "En daarna toen?"]]
    >>> columns = find_turn_columns(rows, Table("a.csv", "csv"))
    >>> columns.text, str(columns.guessed[0])
    (1, "The column 'verhaal' was taken for the text. If that is right, name it in study.yaml (columns: {text: ...}).")
    """
    header = plain_headings(rows[0])
    speaker, text, time = (
        _stated(rows[0], table.columns[key][0], table) if key in table.columns else _usual(header, key)
        for key in ("speaker", "text", "time")
    )
    if text == speaker and text >= 0:
        text = -1
    guessed = list[Remark]()
    if "text" not in table.columns and (beside := find_talk_beside_remarks(rows)) >= 0:
        text, guessed = beside, [_guess("column taken for text", rows[0][beside])]
    if text < 0 <= speaker:
        talk = [column for column in _talk_columns(rows) if column not in (speaker, time)]
        text = _only([column for column in talk if not heads_notes(rows[0][column])] or talk)
        guessed += [_guess("column taken for text", rows[0][text])] if text >= 0 else []
    elif speaker < 0 <= text and "text" not in table.columns:
        speaker = _only([column for column in _label_columns(rows) if column not in (text, time)])
        guessed += [_guess("column taken for speaker", rows[0][speaker])] if speaker >= 0 else []
    if text < 0 or (speaker < 0 and "text" not in table.columns):
        raise _missing(rows, "speaker" if speaker < 0 else "text", table)
    return TurnColumns(speaker, text, time, tuple(guessed))


def _guess(kind: str, heading: str) -> Remark:
    return Remark(kind, values={"heading": one_line(heading)[:60]})


def _only(places: Sequence[int]) -> int:
    return places[0] if len(places) == 1 else -1


def _talk_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns in which people talk: most of the filled cells are several words long."""
    return [column for column in range(len(rows[0])) if _middle_length(rows, column) >= WORDS_OF_TALK]


def _middle_length(rows: Sequence[Sequence[str]], column: int) -> float:
    words = [len(re.findall(r"[^\W\d_]+", row[column])) for row in rows[1:] if row[column].strip()]
    return statistics.median(words) if words else 0


def _label_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns whose cells can be labels: short, with letters, and the same few again and again."""
    found = []
    for column in range(len(rows[0])):
        cells = [row[column].strip() for row in rows[1:] if row[column].strip()]
        short = all(len(cell) <= LONGEST_LABEL and re.search(r"[^\W\d_]", cell) for cell in cells)
        if cells and short and len(set(cells)) <= len(cells) / 2:
            found.append(column)
    return found


def question_columns(rows: Sequence[Sequence[str]], table: Table) -> tuple[int, ...]:
    """Return the columns that are questions: those the study names, or whose headings ask or are numbered so.

    >>> question_columns([["id", "Wat gaat goed?"], ["P01", "De buurt."]], Table("a.csv", "csv"))
    (1,)
    """
    if "questions" in table.columns:
        return tuple(_stated(rows[0], name, table) for name in table.columns["questions"])
    asked = [
        column for column, cell in enumerate(rows[0]) if cell.strip().endswith("?") or _NUMBERED.fullmatch(cell.strip())
    ]
    return tuple(column for column in asked if any(re.search(r"[^\W\d_]", row[column]) for row in rows[1:]))


def person_column(rows: Sequence[Sequence[str]], questions: Sequence[int], table: Table) -> int:
    """Return the column with the names of persons, or -1: the one the study names, a usual one, or a first of ids.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    questions : sequence of int
        The columns that are questions.
    table : Table
        What is known of it besides.

    Returns
    -------
    int
        The index of the column.

    Examples
    --------
    >>> person_column([["nr", "Wat?"], ["1", "De buurt."]], (1,), Table("a.csv", "csv"))
    0
    """
    if "person" in table.columns:
        return _stated(rows[0], table.columns["person"][0], table)
    header = plain_headings(rows[0])
    named = _named([name if column not in questions else "" for column, name in enumerate(header)], _PERSON)
    first = [row[0].strip() for row in rows[1:]]
    return named if named >= 0 else 0 if 0 not in questions and all(first) and len(set(first)) == len(first) else -1


def propose_columns(rows: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return what study.yaml could say of a table with a row a person, where its headings do not ask; else nothing.

    >>> propose_columns([["nr", "sterk", "m/v"], ["P01", "De buurt is goed.", "v"], ["P02", "Wij werken samen.", "m"]])
    {'person': ('nr',), 'questions': ('sterk',)}
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) < 2:
        return {}
    width = max(map(len, filled))
    filled = [[*row, *[""] * (width - len(row))] for row in filled]
    table = Table("", "csv")
    talk = [column for column in _talk_columns(filled) if filled[0][column].strip()]
    person = person_column(filled, talk, table)
    ids = [row[person].strip() for row in filled[1:]] if person >= 0 else []
    if any(asks_in_column([row[column] for row in filled]) for column in talk):
        return {}  # a question and its answer in each row, and no person
    if not talk or person < 0 or person in talk or not all(ids) or len(set(ids)) < len(ids):
        return {}
    return {"person": (filled[0][person].strip(),), "questions": tuple(filled[0][column].strip() for column in talk)}


def asks_in_column(column: Sequence[str]) -> bool:
    """Return whether a column holds questions, by its heading or as most of its cells end so.

    >>> asks_in_column(["Frage", "Erzählen Sie."]), asks_in_column(["was", "Und dann?"]), asks_in_column(["a", "Nein."])
    (True, True, False)
    """
    cells = [cell.strip() for cell in column[1:] if cell.strip()]
    is_headed = plain_headings(column[:1])[0] in QUESTION_WORDS
    return is_headed or 2 * sum(cell.endswith("?") for cell in cells) > len(cells)


def _usual(header: Sequence[str], key: str) -> int:
    """Return the first column with a usual name for a key, or with a name that begins so, or -1."""
    beginnings, alone = _USUAL[key]
    exact = [header.index(name) for name in (*beginnings.split(), *alone.split()) if name in header]
    return exact[0] if exact else _named(header, beginnings)


def _named(header: Sequence[str], names: str) -> int:
    """Return the first column with one of the names, or with a name that begins so, or -1."""
    known = names.split()
    exact = [header.index(name) for name in known if name in header]
    alike = [
        column for column, name in enumerate(header) if name and name.startswith(tuple(n for n in known if len(n) > 2))
    ]
    return exact[0] if exact else alike[0] if alike else -1


def _stated(headings: Sequence[str], name: str, table: Table) -> int:
    """Return the column with the heading that the study names."""
    tidy, wanted = [_tidy(cell) for cell in headings], _tidy(name)
    if wanted not in tidy:
        values = {"name": one_line(name)[:60], "headings": _shown(headings)}
        raise TranscriptError(Problem(table.where, "stated column missing", values))
    return tidy.index(wanted)


def _tidy(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _missing(rows: Sequence[Sequence[str]], missing: str, table: Table) -> UnknownColumnsError:
    if slips := _find_slips(rows):
        told = {"headings": [heading for heading, _ in slips], "meant": [meant for _, meant in slips]}
        return UnknownColumnsError(Problem(table.where, "headings misspelt", told), {})
    proposed = propose_columns(rows)
    values = {"headings": _shown(rows[0]), "line": columns_line(proposed) if proposed else ""}
    if missing == "text":
        kind = "no text column, maybe answers" if proposed else "no text column"
    else:
        kind = "no speaker column, maybe answers" if proposed else "no speaker column"
    return UnknownColumnsError(Problem(table.where, kind, values), proposed)


def _find_slips(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Return the headings that are a slip of the pen away from those of speaker and text, and what was meant.

    None where one of the two is neither there nor meant: then it is not a table with a turn a row.
    """
    talk, header = set(_talk_columns(rows)), plain_headings(rows[0])
    found, lacking = list[tuple[str, str]](), [key for key in _MEANT if _usual(header, key) < 0]
    for key in lacking:
        fit = (place for place, name in enumerate(header) if name and (place in talk) == (key == "text"))
        slips = ((place, nearest(header[place], _MEANT[key])) for place in fit)
        found += [(one_line(rows[0][place])[:40], name) for place, name in slips if name][:1]
    return found if len(found) == len(lacking) else []


def _shown(headings: Sequence[str]) -> str:
    return ", ".join(one_line(cell)[:30] for cell in headings[:10]) + (" ..." if len(headings) > 10 else "")
