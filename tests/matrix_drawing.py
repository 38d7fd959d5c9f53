"""Matrices with quotes in their cells as people make them: one to three rows of headings, merged or blank.

Persons are fictional. `benchmarks/matrices.py` draws thousands of them, and `test_matrix_headings.py` a few.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import openpyxl

from bp_qual.exchange.quote_matrices import read_quote_matrix
from bp_qual.exchange.received import Received

NAMES = ("Anouk", "P02", "Cemile", "Van Dijk")
WAVES = ("2012", "2022")
THEMES = ("werk", "wonen", "kwaliteit van leven", "geld", "thuis", "later", "school en opvoeding")
LEAVES = ("druk", "zwaar", "goed", "de buurt", "schulden", "samen zijn met anderen", "plezier", "rust", "media", "fase")
TALK = ("wij", "deden", "dat", "altijd", "samen", "druk", "het", "was", "zwaar", "toen", "niet", "meer", "hier", "goed")
TITLES = ((), (("Matrix van de gesprekken",), ()), (("Project", "Buurt"), ()))


@dataclass
class Drawn:
    """A table that was drawn: its cells, what is merged, and what must come of it."""

    rows: list[list[str]]
    depth: int  # rows of headings
    merged: list[tuple[int, int, int, int]]
    quotes: dict[tuple[str, str, str, str], int]  # person, wave, the lowest code, the quote
    codes: list[str]  # the lowest heading of each column of quotes
    told: int  # columns that hold something and are no code
    headings: set[str]
    paths: list[tuple[str, ...]] = field(default_factory=list)  # where they are beyond doubt


def draw_matrix(seed: int, *, merge: bool) -> Drawn:
    """Return a table; without merging a heading over several columns is blank, or there again, over the others."""
    rng = random.Random(seed)
    depth, style = rng.randint(1, 3), rng.choice(("merged", "blank", "again") if merge else ("blank", "again"))
    wave_level = rng.choice((-1, rng.randrange(depth)))
    columns = _columns(rng, depth, wave_level, style)
    who = ["interview"] if wave_level < 0 and rng.random() < 0.3 else ["persoon"]
    who += ["ronde"] if wave_level < 0 and who == ["persoon"] else []
    beside = [name for name in ("nr", "leeftijd") if rng.random() < 0.3]
    left = [*rng.sample(beside, len(beside)), *who] if rng.random() < 0.5 else [*who, *beside]
    gap = [""] if rng.random() < 0.3 else []
    rows = [[""] * (len(left) + len(gap) + len(columns)) for _ in range(depth)]
    merged = []
    row_of_who = rng.randrange(depth)
    for index, name in enumerate(left):
        level = row_of_who if rng.random() < 0.7 else rng.randrange(depth)
        tall = style == "merged" and rng.random() < 0.5
        rows[0 if tall else level][index] = name
        merged += [(0, index, depth - 1, index)] if tall and depth > 1 else []
    first = len(left) + len(gap)
    merged += list(_write_headings(rows, columns, first, style))
    body, quotes = _body(rng, left, len(gap), columns, wave_level)
    if merge and rng.random() < 0.2:  # a column without a heading, with something in it
        rows, body = (
            [[*row, ""] for row in rows],
            [[*row, "nog eens nabellen" if n == 0 else ""] for n, row in enumerate(body)],
        )
        loose = 1
    else:
        loose = 0
    title = [[*line] for line in rng.choice(TITLES)]
    merged = [(top + len(title), a, bottom + len(title), b) for top, a, bottom, b in merged]
    headings = {cell for row in rows for cell in row if cell}
    paths = [tuple(filter(None, (_without_wave(part) for part in path))) for path in columns]
    lowest = [path[-1] for path in paths]
    return Drawn(
        title + rows + body,
        depth,
        merged,
        quotes,
        lowest,
        len(beside) + loose,
        headings,
        paths if style != "blank" else [],
    )


def _without_wave(heading: str) -> str:
    return next((heading.removesuffix(wave).strip() for wave in WAVES if heading.endswith(wave)), heading)


def _columns(rng: random.Random, depth: int, wave_level: int, style: str) -> list[tuple[str, ...]]:
    """Return for each column of quotes what its headings say, from the top down; empty where there is none."""
    leaves = rng.sample(LEAVES, 9)
    themes = iter(rng.sample(THEMES, 6))
    paths: list[tuple[str, ...]] = []
    upper = [level for level in range(depth) if level != wave_level][:-1]
    for _ in range(rng.randint(1, 3)):
        above = {level: next(themes) for level in upper}
        own = [leaves.pop() for _ in range(rng.randint(1, 2))]
        codes = [[above.get(level, "") for level in range(depth)] for _ in own]
        last = max((level for level in range(depth) if level != wave_level), default=-1)
        for code, leaf in zip(codes, own, strict=True):
            code[last if last >= 0 else 0] = leaf
        if wave_level < 0:
            paths += map(tuple, codes)
        else:
            paths += [
                tuple(f"{code[level]} {wave}".strip() if level == wave_level else code[level] for level in range(depth))
                for wave in WAVES
                for code in codes
            ] if wave_level <= min(upper, default=last) else [
                tuple(f"{code[level]} {wave}".strip() if level == wave_level else code[level] for level in range(depth))
                for code in codes
                for wave in WAVES
            ]  # fmt: skip
    if wave_level < 0 and depth > 1 and style != "blank" and rng.random() < 0.4:  # a heading in the first row alone
        paths.append((leaves.pop(), *[""] * (depth - 1)))
    return paths


def _write_headings(
    rows: list[list[str]], columns: list[tuple[str, ...]], first: int, style: str
) -> Iterator[tuple[int, int, int, int]]:
    """Write headings over columns, one over several once, and yield which cells are merged."""
    for level in range(len(rows)):
        for number, path in enumerate(columns):
            same = number and columns[number - 1][: level + 1] == path[: level + 1] and level < len(rows) - 1
            rows[level][first + number] = "" if same and style != "again" else path[level]
            if style == "merged" and not same and path[level]:
                last = number
                while last + 1 < len(columns) and columns[last + 1][: level + 1] == path[: level + 1]:
                    last += 1
                if last > number and level < len(rows) - 1:
                    yield level, first + number, level, first + last


def _body(
    rng: random.Random, left: list[str], gap: int, columns: list[tuple[str, ...]], wave_level: int
) -> tuple[list[list[str]], dict[tuple[str, str, str, str], int]]:
    """Return the rows below the headings, and the quotes in them."""
    quotes: dict[tuple[str, str, str, str], int] = {}
    body = []
    rows = [(name, "") for name in NAMES] if wave_level >= 0 else [(name, wave) for name in NAMES for wave in WAVES]
    for number, (name, wave) in enumerate(rows):
        row = []
        for heading in left:
            values = {"persoon": name, "ronde": wave, "interview": f"{name}_{wave}", "nr": str(number + 1)}
            row.append(values.get(heading, str(30 + number)))
        row += [""] * gap
        for path in columns:
            said = path[wave_level][-4:] if wave_level >= 0 else wave
            code = next(text for part in reversed(path) if (text := _without_wave(part)))
            quote = " ".join(rng.choices(TALK, k=rng.randint(3, 9))) + rng.choice(
                ("", ".", "!") if number else (".", "!")
            )
            if number and rng.random() < 0.4:
                quote = rng.choice(("", "", quote.split()[0]))
            row.append(quote)
            if quote:
                key = (name, said, code, quote)
                quotes[key] = quotes.get(key, 0) + 1
        body.append(row)
    return body, quotes


def as_file(drawn: Drawn, seed: int, *, ending: str) -> bytes:
    """Return a table as a file."""
    if ending == ".csv":
        table, width = io.StringIO(), max(map(len, drawn.rows))
        writer = csv.writer(table, delimiter=random.Random(seed).choice(",;\t"))
        writer.writerows([*row, *[""] * (width - len(row))] for row in drawn.rows)
        return table.getvalue().encode()
    book = openpyxl.Workbook()
    for number, row in enumerate(drawn.rows, start=1):
        for column, cell in enumerate(row, start=1):
            if cell:
                book.active.cell(number, column, cell)
    for top, left, bottom, right in drawn.merged:
        book.active.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.save(data := io.BytesIO())
    return data.getvalue()


def faults(drawn: Drawn, received: Received | None) -> list[str]:
    """Return what went wrong: a quote that is not read as it should, a heading as a quote, a column lost."""
    if received is None:
        return ["not read"]
    names = [code.name for code in received.codes]
    seen: dict[tuple[str, str, str, str], int] = {}
    found = []
    for passage in received.passages:
        name, wave = passage.person, passage.wave
        if passage.document:
            name, _, wave = passage.document.rpartition("_")
        key = (name, wave, names[passage.codes[0]], passage.quote)
        seen[key] = seen.get(key, 0) + 1
        if passage.quote in drawn.headings and key not in drawn.quotes:
            found.append(f"heading as quote: {key}")
    found += [f"quote: {key}" for key in {*seen, *drawn.quotes} if seen.get(key) != drawn.quotes.get(key)]
    found += [f"no code: {code}" for code in drawn.codes if code not in names]
    told = sum(remark.kind in ("lost column", "lost short column", "lost nameless column") for remark in received.lost)
    found += [f"told {told} columns for {drawn.told}"] if told != drawn.told else []
    paths = {_path(received, number) for number in range(len(names))}
    return found + [f"no path: {path}" for path in drawn.paths if path not in paths]


def _path(received: Received, number: int) -> tuple[str, ...]:
    path: list[str] = []
    while number >= 0:
        path.insert(0, received.codes[number].name)
        number = received.codes[number].parent
    return tuple(path)


def read_drawn(seed: int) -> tuple[Drawn, list[str]]:
    """Return a table of a seed, and what went wrong in reading it."""
    ending = (".xlsx", ".csv")[seed % 2]
    drawn = draw_matrix(seed, merge=ending == ".xlsx")
    return drawn, faults(drawn, read_quote_matrix(as_file(drawn, seed, ending=ending), f"matrix{ending}"))
