"""Headings of a matrix in several rows as one: what stands above each column, from the top down.

How many rows are headings is decided by what stands in them and by merged cells: a row that names nobody, below what
names the rows, and without a sentence in it. A heading holds for the columns that its cell is merged over; in a row
without merged cells for those to its right that have none of their own there, but have one below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from bp_qual.display import shown
from bp_qual.exchange.list_headings import LIST_HEADINGS, NAMES_OF_ROWS, find_list_columns, plain_heading
from bp_qual.exchange.sheet_rows import Sheet
from bp_qual.exchange.workbooks import MergedArea
from bp_qual.files.csv_rows import Row
from bp_qual.transcripts.wave_words import find_wave, find_waves
from bp_qual.wording import Remark

WHO = ("person", "wave", "document", "folder", "coder")
NO_CODES = ("memo", "at")
AROUND_WAVE = " -–—_,:;./()[]"
FEWEST_WORDS = 3  # of a cell that can be nothing but a quote
_MOST_ROWS = 5
_LONGEST_HEADING = 60
_MOST_WORDS = 7
_ENDS, _BEGINS = (".", "!", "…"), ('"', "“", "„", "«", "- ", "– ", "• ")


@dataclass(frozen=True, slots=True)
class OneHeading:
    """A sheet with one row of headings, and of how many it was made.

    ``who`` has the columns that say who a row is, or nothing to count; ``dated`` those with their wave in a cell.
    """

    sheet: Sheet
    rows: int
    who: Mapping[str, int]
    dated: frozenset[int]

    def notes(self) -> list[Remark]:
        """Return what is to be known of headings that were joined; nothing where there was one row of them."""
        names = [shown(name, 60) for name in self.sheet.header if name]
        return [Remark("headings joined", values={"n": self.rows, "names": names})] if self.rows > 1 else []


def join_headings(sheet: Sheet) -> OneHeading:
    """Return a sheet with its rows of headings as one.

    Parameters
    ----------
    sheet : Sheet
        With the first row that can be one of headings, what stands above it, and which cells are merged.

    Returns
    -------
    OneHeading

    Examples
    --------
    >>> rows = ((2, ("", "druk", "zwaar")), (3, ("P01", "Het is altijd te druk.", "")))
    >>> join_headings(Sheet("matrix.csv", ("persoon", "werk", ""), rows)).sheet.header
    ('persoon', 'werk > druk', 'werk > zwaar')
    """
    talk = frozenset(index for index in range(_width(sheet)) if holds_talk(_column(sheet, index)))
    stack = _stack_of(sheet, talk)
    below = sheet.rows[sum(line > sheet.line for line, _ in stack) :]
    who = _who_columns(stack, talk)
    texts = _texts_above(stack, sheet.merged, set(who.values()))
    names = {
        index: next(text for text in _above(stack, index) if plain_heading(text) in _names_of(key))
        for key, index in who.items()
    }
    header, dated = list[str](), set[int]()
    for index, said in enumerate(texts):
        parts = [text for text, is_wave in said if not is_wave]
        waves = [text for text, is_wave in said if is_wave and len(stack) > 1]
        name = " ".join(filter(None, (" > ".join(parts if len(stack) > 1 else [text for text, _ in said]), *waves)))
        header.append(names.get(index, name).strip())
        dated |= {index} if waves and index not in names else set()
    return OneHeading(replace(sheet, header=tuple(header), rows=below, above=()), len(stack), who, frozenset(dated))


def wave_in_heading(heading: str) -> tuple[str, str] | None:
    """Return the wave that a heading says, and how; a first or second job is none, and of two waves none is meant.

    >>> wave_in_heading("stress (2010)"), wave_in_heading("eerste baan")
    (('2010', '2010'), None)
    """
    wave = find_wave(heading)
    ordinal = wave is not None and wave[0].isdigit() and not any(sign.isdigit() for sign in wave[1])
    return None if ordinal or len(find_waves(heading)) > 1 else wave


def _width(sheet: Sheet) -> int:
    return max(len(cells) for cells in (sheet.header, *(row for _, row in sheet.rows)))


def _column(sheet: Sheet, index: int) -> list[str]:
    return [row[index].strip() for _, row in sheet.rows if index < len(row)]


def holds_talk(cells: Sequence[str]) -> bool:
    """Return whether a column holds what somebody said, and no names of persons, interviews, waves or codes.

    >>> holds_talk(["P01", "It is too much."]), holds_talk(["work and stress"])
    (True, False)
    """
    words = [len(cell.split()) for cell in cells]
    ends = (n >= FEWEST_WORDS and cell.endswith(_ENDS) for n, cell in zip(words, cells, strict=True))
    return max(words, default=0) > _MOST_WORDS or any(ends)


def _stack_of(sheet: Sheet, talk: Set[int]) -> list[Row]:
    """Return the rows of headings, from the top down; a row of the table is left."""
    stack: list[Row] = [(sheet.line, sheet.header)]
    for line, cells in reversed(sheet.above):
        over_several = any(area.is_wide and area.holds(line) and area.left for area in sheet.merged)
        if line + 1 != stack[0][0] or not (over_several or _stands_above(cells, stack, talk)):
            break
        stack.insert(0, (line, cells))
    for number, (line, cells) in enumerate(sheet.rows[:-1]):
        ahead = [row for _, row in sheet.rows[number:-1][: _MOST_ROWS - len(stack)]]
        if not any(_goes_on(stack, row, talk) for row in ahead[:1]) and not _is_named_below(stack, ahead, talk):
            break
        stack.append((line, cells))
    return stack


def _is_named_below(stack: Sequence[Row], ahead: Sequence[Sequence[str]], talk: Set[int]) -> bool:
    """Return whether what names the rows stands in a row of headings that is still to come."""
    if {"person", "document"} & _who_columns(stack, talk).keys():
        return False
    for cells in ahead:
        if any(map(_is_sentence, cells)):
            return False
        known = _known(cells, talk)
        if any(not _above(stack, known[key]) for key in ("person", "document") if key in known):
            return True
    return False


def _stands_above(cells: Sequence[str], stack: Sequence[Row], talk: Set[int]) -> bool:
    """Return whether a row above the headings is one too, and no title of the table or line about it."""
    names = set(_who_columns(stack, talk).values()) or {0}
    filled = [index for index, cell in enumerate(cells) if cell.strip()]
    beside = any(index in names and not _names_rows(cells[index]) for index in filled)
    over = [index for index in filled if index not in names]
    return len(over) > beside and not any(_is_sentence(cells[index]) for index in filled)


def _goes_on(stack: Sequence[Row], cells: Sequence[str], talk: Set[int]) -> bool:
    """Return whether a row below headings is one of headings too: it names nobody, and says what the columns are."""
    who = _who_columns(stack, talk)
    filled = [index for index, cell in enumerate(cells) if cell.strip()]
    if any(_is_sentence(cells[index]) for index in filled):
        return False
    names = {who[key] for key in WHO if key in who} or {0}
    if any(index in names and not _repeats(cells[index], _above(stack, index)) for index in filled):
        return False
    return any(index not in names for index in filled)


def _above(stack: Sequence[Row], index: int) -> list[str]:
    return [cells[index].strip() for _, cells in stack if index < len(cells) and cells[index].strip()]


def _names_rows(cell: str) -> bool:
    """Return whether a cell can be the heading of what names the rows."""
    return plain_heading(cell) in (*NAMES_OF_ROWS, *(name for key in WHO for name in LIST_HEADINGS[key]))


def _names_of(key: str) -> tuple[str, ...]:
    return (*LIST_HEADINGS[key], *NAMES_OF_ROWS)


def _repeats(cell: str, above: Iterable[str]) -> bool:
    is_heading = _names_rows(cell) or plain_heading(cell) in LIST_HEADINGS["code"]
    return is_heading or plain_heading(cell) in map(plain_heading, above)


def _is_sentence(cell: str) -> bool:
    """Return whether a cell can be no heading: what somebody said."""
    text = cell.strip()
    is_long = len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS
    return is_long or text.endswith(_ENDS) or text.startswith(_BEGINS)


def _known(cells: Sequence[str], talk: Set[int]) -> dict[str, int]:
    """Return the columns in which a row of headings says who a row is, or a memo.

    What stands there twice, or above talk, is a code: `media` then is no document.
    """
    often = Counter(map(plain_heading, cells))
    can_name = [index not in talk and often[plain_heading(cell)] == 1 for index, cell in enumerate(cells)]
    names = find_list_columns([cell if can else "" for cell, can in zip(cells, can_name, strict=True)])
    memos = {key: index for key, index in find_list_columns(cells).items() if key in NO_CODES}
    return {**memos, **{key: index for key, index in names.items() if key in WHO}}


def _who_columns(stack: Sequence[Row], talk: Set[int]) -> dict[str, int]:
    """Return the columns that say who a row is: of the row of headings that names persons, and alone in other rows."""
    found = [_known(cells, talk) for _, cells in stack]
    named = (n for n, known in enumerate(found) if {"person", "document"} & known.keys())
    most = max(range(len(found)), key=lambda n: len(found[n]))  # where the first column names the rows
    first = next(named, most)
    who = dict(found[first])
    for number, known in enumerate(found):
        for key, index in known.items():
            alone = len({plain_heading(text) for text in _above(stack, index)}) == 1
            if number == first or key in who or index in who.values() or not alone:
                continue
            left = [n for n in range(index) if n < len(stack[first][1]) and stack[first][1][n].strip()]
            if number < first or not left or left[-1] in who.values():  # else it stands below what is said to its left
                who[key] = index
    return who


def _texts_above(stack: Sequence[Row], merged: Sequence[MergedArea], who: set[int]) -> list[list[tuple[str, bool]]]:
    """Return for each column what its headings say, from the top down, each once, and whether that is a wave."""
    width = max(len(cells) for _, cells in stack)
    own = [[*(cell.strip() for cell in cells), *[""] * (width - len(cells))] for _, cells in stack]
    rows = [_spread(own, number, _areas(stack, number, merged), who) for number in range(len(own))]
    said: list[list[tuple[str, bool]]] = [[] for _ in range(width)]
    for cells in rows:
        filled = [cell for index, cell in enumerate(cells) if cell and index not in who]
        waves = {wave[0] for cell in filled if (wave := wave_in_heading(cell))}
        all_waves = len(waves) > 1 and all(map(wave_in_heading, filled))
        for index, cell in enumerate(cells):
            if cell and cell.casefold() not in (text.casefold() for text, _ in said[index][-1:]):
                said[index].append((cell, all_waves or is_wave_alone(cell)))
    return said


def _areas(stack: Sequence[Row], number: int, merged: Sequence[MergedArea]) -> dict[int, str]:
    """Return what stands in the merged cells of a row of headings, by each column that they are merged over."""
    line = stack[number][0]
    texts: dict[int, str] = {}
    for area in merged:
        if area.is_wide and area.holds(line):
            top = next(cells for at, cells in stack if area.holds(at))
            texts |= dict.fromkeys(area.columns, top[area.left].strip() if area.left < len(top) else "")
    return texts


def _spread(own: Sequence[Sequence[str]], number: int, areas: Mapping[int, str], who: set[int]) -> list[str]:
    """Return what a row of headings says of each column."""
    cells, before = list[str](), ""
    for index, cell in enumerate(own[number]):
        begins = any(row[index] for row in own[:number])
        before = cell or ("" if begins or index in who or areas else before)
        has_own = any(row[index] for row in own[number + 1 :])
        cells.append(cell or areas.get(index, "") or (before if has_own else ""))
        before = "" if index in who else before
    return cells


def is_called_wave(name: str) -> bool:
    """Return whether a sheet is called as a wave, and nothing else.

    >>> [is_called_wave(name) for name in ("2020", "Ronde 2", "voormeting", "P01 2020", "Jan")]
    [True, True, True, False, False]
    """
    wave = find_wave(name)
    return bool(wave) and not name.replace("_", " ").replace(wave[1] if wave else "", "").strip(AROUND_WAVE)


def is_wave_alone(heading: str) -> bool:
    """Return whether a heading is that of a wave with a number, and of nothing else.

    >>> is_wave_alone("(2010)"), is_wave_alone("P01 2010")
    (True, False)
    """
    wave = wave_in_heading(heading)
    rest = heading.replace("_", " ").replace(wave[1], "") if wave else heading
    return not rest.strip(AROUND_WAVE) and any(sign.isdigit() for sign in heading)
