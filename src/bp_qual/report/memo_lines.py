"""The memos of the coders as a report shows them: what each is about, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


@dataclass(frozen=True, slots=True)
class MemoLine:
    """One memo: what it is about, the words it stands on if any, what it says, and whose it is.

    >>> MemoLine("person P01", "", "Shy at first.", "anna").about
    'person P01'
    """

    about: str
    quote: str
    note: str
    coder: str


def list_memo_lines(memos: pd.DataFrame | None, labels: Mapping[str, str], say: Wording) -> tuple[MemoLine, ...]:
    """Return the memos in the order of a report: on the study, on codes, on persons, on interviews and passages.

    Parameters
    ----------
    memos : DataFrame or None
        `Counted.memos`: coder, interview, start, code, person, quote, note and more.
    labels : mapping of str to str
        The name of each code.
    say : Wording
        In the language of the report.

    Returns
    -------
    tuple of MemoLine
        Within each kind as they were written.

    Examples
    --------
    >>> import pandas as pd
    >>> columns = ["coder", "interview", "start", "code", "person", "quote", "note"]
    >>> memos = pd.DataFrame([["anna", "", -1, "", "P01", "", "Shy."], ["anna", "", -1, "a", "", "", "Wide."]],
    ...                      columns=columns)
    >>> [(line.about, line.note) for line in list_memo_lines(memos, {"a": "Alone"}, Wording("en"))]
    [('code: Alone', 'Wide.'), ('person: P01', 'Shy.')]
    """
    if memos is None:
        return ()
    lines: list[tuple[int, MemoLine]] = []
    for memo in memos.to_dict("records"):
        code = labels.get(memo["code"], memo["code"])
        if memo["person"]:
            rank, about = 2, say("memo_on_person", person=memo["person"])
        elif memo["interview"]:
            named = say("memo_on_interview", interview=memo["interview"])
            rank, about = 3, f"{named}, {code}" if code else named
        elif code:
            rank, about = 1, say("memo_on_code", code=code)
        else:
            rank, about = 0, say("memo_on_study")
        lines.append((rank, MemoLine(about, memo["quote"], memo["note"], memo["coder"])))
    return tuple(line for _, line in sorted(lines, key=lambda ranked: ranked[0]))
