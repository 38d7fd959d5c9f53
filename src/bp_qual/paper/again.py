"""Whether a study still gives the numbers that a paper was written on, and if not, what is not as it was."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.display import first_few, show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import read_bytes
from bp_qual.paper.folder import REPRODUCE
from bp_qual.report.results import number_tables
from bp_qual.report.run_record import parse_record, run_record, sha256
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_CELLS = 3  # of each table that are told
_KEYS = ("person", "wave", "code", "other", "counted", "attribute", "group", "term", "measure")


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One number that is not as it was: in which row, in which column, and both values.

    >>> ChangedCell("contact", "up", "1", "2").now
    '2'
    """

    row: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Again:
    """What a second run found: which inputs are not as they were, and which numbers.

    Attributes
    ----------
    tables : mapping of str to tuple of ChangedCell
        For each table that differs the first cells that do; none where it has other rows or columns.
    same : int
        How many tables are the same.
    edited : tuple of str
        Files in the folder that somebody changed or took away, and that show nothing therefore.
    inputs : tuple of tuple
        What is not as it was: the name of a text of ours, and the names that fill it.

    >>> Again({}, 12, (), ()).is_same
    True
    """

    tables: Mapping[str, tuple[ChangedCell, ...]]
    same: int
    edited: tuple[str, ...]
    inputs: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_same(self) -> bool:
        """Whether every number is the same; other versions of a program do not matter as long as they are.

        >>> Again({"codes.csv": ()}, 11, (), ()).is_same
        False
        """
        return not self.tables and not self.edited

    def say(self, language: str = "en") -> tuple[str, ...]:
        """Return what was found, a line each: first whether the numbers are the same.

        >>> Again({}, 12, (), ()).say()
        ('The same numbers in 12 tables.',)
        """
        say = Wording(language)
        lines = [] if self.tables else [say("article_again_same", n=self.same)]
        if self.tables:
            lines.append(say("article_again_other", n=len(self.tables), all=len(self.tables) + self.same))
        for name, cells in self.tables.items():
            if not cells:
                lines.append(say("article_again_shape", table=name))
            for cell in cells:
                known = {"row": cell.row, "column": cell.column, "was": cell.was or "–", "now": cell.now or "–"}
                lines.append(say("article_again_cell", table=name, **known))
        if self.edited:
            lines.append(say("article_again_edited", names=first_few(self.edited)))
        lines += [say(f"article_again_{kind}", names=first_few(names)) for kind, names in self.inputs]
        return tuple(lines)


def check_again(comparison: Comparison, folder: Path | str, *, described: Iterable[Path] = ()) -> Again:
    """Compare a comparison that was made anew with the one that a folder of `write_paper` was made of.

    Parameters
    ----------
    comparison : Comparison
        Of the study as it is now, with the settings of then (`settings_of`).
    folder : Path or str
        The folder of the paper.
    described : iterable of Path
        As in `write_paper`.

    Returns
    -------
    Again
        Which transcripts, files, settings and versions are not as they were, and which numbers.

    Raises
    ------
    StudyError
        Where there is no such folder.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.paper.folder import write_paper
    >>> from bp_qual.panel import count_codes
    >>> change = compare_waves(count_codes(codings, corpus, codebook))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = write_paper(change, folder)
    ...     check_again(change, folder).is_same
    True
    """
    source = comparison.panel.source
    if source is None:
        raise ValueError("the panel has no codings and corpus; use count_codes, not make_panel")
    was = _record_of(folder)
    place = Path(folder) / REPRODUCE
    named = {str(name): str(digest) for name, digest in dict(was["outputs"]).items()}  # type: ignore[call-overload]
    new = number_tables(comparison.in_language("en"))
    edited = tuple(name for name, digest in named.items() if _digest_of(place / name) != digest)
    asked = [name for name in dict.fromkeys((*named, *new)) if name.endswith(".csv") and name not in edited]
    tables = {}
    for name in asked:
        there = read_bytes(place / name) if name in named else b""
        if there != new.get(name, b""):
            tables[name] = tuple(_differing(there, new.get(name, b"")))[:_CELLS]
    now = parse_record(run_record(source.corpus, source.codebook, comparison.settings, {}, tuple(described)))
    return Again(tables, len(asked) - len(tables), edited, tuple(_inputs(was, now)))


def settings_of(folder: Path | str) -> dict[str, object]:
    """Return the settings that the numbers in a folder of `write_paper` were made with, as `run.json` has them.

    >>> settings_of("no/such/folder")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: ...
    """
    return dict(_record_of(folder)["settings"])  # type: ignore[call-overload, no-any-return]


def _record_of(folder: Path | str) -> dict[str, object]:
    place = Path(folder) / REPRODUCE
    record = parse_record(read_bytes(place / "run.json")) if (place / "run.json").is_file() else {}
    needed = ("outputs", "settings", "transcripts", "study", "codebook", "versions")
    if not all(isinstance(record.get(name), dict) for name in needed):
        raise StudyError(Problem(show_name(folder), "no paper here"))
    return record


def _digest_of(file: Path) -> str:
    return sha256(read_bytes(file)) if file.is_file() else ""


def _inputs(was: Mapping[str, object], now: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is not as it was: interviews, files of the study, the codebook, settings, versions."""
    for group in ("transcripts", "study"):
        old, new = (_texts(record.get(group)) for record in (was, now))
        changed = tuple(name for name in old if name in new and old[name] != new[name])
        for kind, names in (
            ("changed", changed),
            ("gone", tuple(name for name in old if name not in new)),
            ("new", tuple(name for name in new if name not in old)),
        ):
            if names:
                yield f"{group}_{kind}", names
    for group in ("codebook", "settings"):
        if named := _changed(*(_texts(record.get(group)) for record in (was, now))):
            yield group, named
    programs = (
        {"bp_qual": str(record.get("bp_qual")), "Python": str(record.get("python"))} | _texts(record.get("versions"))
        for record in (was, now)
    )
    if named := _changed(*programs):
        yield "versions", named


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Return each name that has another value than before, with both."""
    return tuple(_both(name, old, new) for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name))


def _texts(group: object) -> dict[str, str]:
    return {str(name): str(value) for name, value in group.items()} if isinstance(group, dict) else {}


def _both(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Return a name with what it was and is; of a hash only its begin, which is enough to tell two apart."""
    was, now = ((known.get(name) or "–") for known in (old, new))
    if name == "sha256":
        was, now = was[:8], now[:8]
    return f"{name} {was} → {now}"


def _differing(there: bytes, now: bytes) -> Iterator[ChangedCell]:
    """Yield the cells that differ; none where the tables have other rows or columns."""
    old, new = _read(there), _read(now)
    if list(old.columns) != list(new.columns) or len(old) != len(new):
        return
    keys = [name for name in old.columns if name in _KEYS]
    if not old[keys].equals(new[keys]):
        return
    for number in range(len(old)):
        for column in old.columns:
            was, is_now = old[column].iloc[number], new[column].iloc[number]
            if was != is_now:
                yield ChangedCell(" ".join(old[keys].iloc[number]), column, was, is_now)


def _read(table: bytes) -> pd.DataFrame:
    import pandas as pd

    return pd.read_csv(io.BytesIO(table), dtype=str, keep_default_na=False) if table else pd.DataFrame()
