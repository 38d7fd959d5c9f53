"""What the results of a comparison ask for next: interviews that are not read, themes of one's own, or to be read."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.codebook.loading import parse_codebook
from bp_qual.display import first_few
from bp_qual.errors import BpQualError
from bp_qual.files.csv_tables import read_csv_frame
from bp_qual.study.proposed_files import starter_codebook
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


def is_starter(codebook: Codebook) -> bool:
    """Return whether a codebook is the one that `init` writes to begin with, whatever it is called now.

    >>> text = starter_codebook("Zorg", "nl")
    >>> is_starter(parse_codebook(text)), is_starter(parse_codebook(text.replace("samenwerken", "hulp")))
    (True, False)
    """
    return codebook.sha256 == parse_codebook(starter_codebook(codebook.name, codebook.language)).sha256


@dataclass(frozen=True, slots=True)
class TypedBehind:
    """What stands behind the commands that are advised: that read interviews, that compare again, or without codings.

    `by_hand` is for the command to compare what the codebook finds, where codings by hand were counted.

    >>> TypedBehind(skip=" --skip-unreadable").options
    ''
    """

    skip: str = ""
    options: str = ""
    by_hand: str = ""


def after_comparing(
    folder: Path, called: str, codebook: Codebook, file: Path, typed: TypedBehind = TypedBehind()
) -> tuple[Remark, ...]:
    """Return what is to be said of the results of a comparison, and as the last what comes next.

    Parameters
    ----------
    folder : Path
        What `compare` wrote, as it wrote it.
    called : str
        The name of the folder for the researcher.
    codebook : Codebook
        With which it was made.
    file : Path
        That of the codebook.
    typed : TypedBehind
        What stands behind the commands that are advised.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> print(*after_comparing(Path("no/such/folder"), "out", codebook, Path("codebook.yaml")))
    Read out/report.html in a browser; code by hand: bp-qual page
    """
    values = {
        "folder": called,
        "report": f"{called}/report.html",
        "codebook": file.name,
        "skip": typed.skip,
        "options": typed.options,
    }
    silent, mentions = _read_silent(folder), _read_mentions(folder)
    if typed.by_hand and mentions is None:
        finish = Remark("next finish", values={"machine": typed.by_hand, "skip": typed.skip})
        return Remark("standing none finished"), finish
    seen: list[Remark] = []
    if silent:
        seen.append(Remark("standing silent", values={"who": first_few(silent)}))
    if starter := is_starter(codebook):
        seen.append(Remark("standing starter", values={**values, "n": mentions or 0}))
    elif mentions == 0 and not typed.by_hand:
        seen.append(Remark("standing nothing found", values=values))
    coming = "next check silent" if silent else "next own themes" if starter else "next terms" if seen else "next read"
    return *seen, Remark(coming, values=values)


def _read_silent(folder: Path) -> list[str]:
    """Return each person and wave of which no words were read though there is an interview."""
    table = _read(folder / "exposure.csv", "words")
    if table is None:
        return []
    return [f"{row.person} ({row.wave})" for row in table.itertuples() if row.words == 0]


def _read_mentions(folder: Path) -> int | None:
    """Return how often themes were found; None where nothing was counted of anybody, as before any coder finished."""
    table = _read(folder / "panel.csv", "mentions")
    return None if table is None or table.empty else int(table["mentions"].sum())


def _read(path: Path, number: str) -> pd.DataFrame | None:
    with contextlib.suppress(BpQualError, ValueError):
        return read_csv_frame(path, numbers=(number,), needed=("person", "wave", number))
    return None
