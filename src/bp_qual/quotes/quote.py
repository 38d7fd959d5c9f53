"""A quote and a list of quotes: values that show themselves in a notebook, in a terminal, and as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bp_qual.display import escape, one_line
from bp_qual.files.seals import seal_page
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 20
_AROUND = 160
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="generator" content="bp_qual">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
body {{ max-width: 44rem; margin: 2.5rem auto; padding: 0 1rem; color: #1f2933; background: #fffefb;
  font: 17px/1.55 Charter, "Bitstream Charter", Cambria, Georgia, serif; }}
h1, h2, small {{ font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }}
h1 {{ font-size: 1.5rem; overflow-wrap: anywhere; }}
h2 {{ font-size: 1.05rem; margin: 2rem 0 .4rem; border-top: 1px solid #e3e6ea; padding-top: .8rem; }}
p {{ margin: 0 0 .8rem; overflow-wrap: anywhere; }}
mark {{ background: #ffefc2; color: inherit; font-weight: 600; }}
small {{ color: #5b6470; font-size: .78rem; white-space: nowrap; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """One coded passage: who said it, when, where it is, and what is around it.

    ``before`` and ``after`` are the words around ``quote`` in the same turn; both are empty where no corpus was given.

    >>> Quote("P03", "2010", "P03_2010", 4, 9, 14, "samenwerking", "samen").place()
    'P03 · 2010 · turn 5'
    """

    person: str
    wave: str
    interview: str
    turn: int
    start: int
    end: int
    code: str
    quote: str
    term: str = ""
    kind: str = ""
    negated: bool = False
    cue: str = ""
    prompted: bool = False
    coder: str = ""
    status: str = ""
    memo: str = ""
    before: str = ""
    after: str = ""

    def place(self, language: str = "en") -> str:
        """Return where the passage is; the interview is named where its name says more than person and wave.

        Turns are counted from 1, as a reader counts; the field `turn`, as in the table of codings, is counted from 0.

        >>> Quote("P03", "2010", "P03_2010_b", 4, 9, 14, "samenwerking", "samen").place("nl")
        'P03 · 2010 · P03_2010_b · beurt 5'
        """
        known = {f"{self.person}_{self.wave}", f"{self.wave}_{self.person}", self.person, ""}
        interview = () if self.interview in known else (self.interview,)
        return " · ".join((self.person, self.wave, *interview, Wording(language)("turn", n=self.turn + 1)))

    def marks(self, language: str = "en") -> tuple[str, ...]:
        """Return what a reader must know of the passage: negated, prompted, coded by a person or accepted by one.

        >>> Quote("P03", "2010", "", 4, 9, 14, "samen", "samen", negated=True, cue="niet").marks("nl")
        ('ontkend: niet',)
        """
        say = Wording(language)
        negated = f"{say('negated')}: {self.cue}" if self.cue else say("negated")
        known = {
            negated: self.negated,
            say("prompted_mark"): self.prompted,
            say("by_hand", coder=self.coder): self.status == "human",
            say("accepted_hit"): self.status == "accepted",
        }
        return tuple(word for word, yes in known.items() if yes)


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes in the order of the study, which show themselves in a notebook and in a terminal.

    >>> Quotes((Quote("P03", "2010", "P03_2010", 4, 9, 14, "samenwerking", "samen", before="We doen het "),))
    1 quote
      P03 · 2010 · turn 5  We doen het [samen]
    """

    rows: tuple[Quote, ...]
    language: str = "en"
    nowhere: tuple[Remark, ...] = ()
    """What was asked for and is in no row of the codings: a misspelt code would look like one of which nobody spoke."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.rows)

    def __getitem__(self, index: int) -> Quote:
        return self.rows[index]

    def __repr__(self) -> str:
        return "\n".join([self.to_text(most=_SHOWN), *(f"  {remark.say(self.language)}" for remark in self.nowhere)])

    def to_text(self, *, most: int = 0) -> str:
        """Return the quotes as lines of text, at most ``most`` of them (0: all).

        A passage with several quotes is printed once, with each of them in brackets; the heading then counts both.

        >>> print(Quotes((Quote("P03", "2010", "", 4, 9, 14, "samen", "samen", negated=True, cue="niet"),)).to_text())
        1 quote
          P03 · 2010 · turn 5  [samen]  (negated: niet)
        """
        rows = self.rows[:most] if most else self.rows
        passages = sum(1 for _ in _passages(self.rows))
        counted = self._heading()
        if passages < len(self):
            counted = Wording(self.language)("quotes_in", quotes=counted, n=passages)
        lines = [counted]
        for together in _passages(rows):
            said = together[0].marks(self.language)
            marks = "  " + one_line(f"({', '.join(said)})") if said else ""
            lines.append(f"  {one_line(together[0].place(self.language))}  {_marked(together)}{marks}")
            lines += [f"      {one_line(row.memo)}" for row in together if row.memo]
        return "\n".join([*lines, *self._more(len(rows))])

    def to_kwic(self, *, width: int = 48) -> str:
        """Return the quotes as a concordance: matches aligned, with ``width`` characters of context on either side.

        >>> print(Quotes((Quote("P03", "2010", "", 4, 9, 14, "samen", "samen", before="We doen ", after=" alles."),))
        ...       .to_kwic(width=10))
           We doen  samen  alles.      P03 · 2010 · turn 5
        """
        longest = min(24, max((len(one_line(row.quote)) for row in self.rows), default=0))
        return "\n".join(_in_line(row, width, longest, self.language) for row in self.rows)

    def to_html(self, *, title: str = "") -> str:
        """Return the quotes as a page of its own, grouped by person and wave, the found words highlighted.

        >>> "<mark>&lt;b&gt;</mark>" in Quotes((Quote("P03", "2010", "", 4, 9, 14, "samen", "<b>"),)).to_html()
        True
        """
        groups: dict[str, list[Quote]] = {}
        for row in self.rows:
            groups.setdefault(f"{row.person} · {row.wave}", []).append(row)
        body = "".join(
            f"<h2>{escape(name)}</h2>\n{''.join(_paragraph(row, self.language) for row in rows)}"
            for name, rows in groups.items()
        )
        heading = f"<p><small>{self._heading()}</small></p>\n"
        title = escape(title or Wording(self.language)("quotes"))
        return seal_page(_PAGE.format(title=title, language=self.language, body=heading + body))

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><td style="white-space:nowrap;vertical-align:top;color:#555">{escape(row.place(self.language))}</td>'
            f'<td style="text-align:left;max-width:44em">{_passage(row)}</td></tr>'
            for row in self.rows[:_SHOWN]
        )
        told = [*self._more(min(len(self), _SHOWN)), *(escape(remark.say(self.language)) for remark in self.nowhere)]
        more = "".join(f"<p>{line.strip()}</p>" for line in told)
        return f"<p>{self._heading()}</p><table>{rows}</table>{more}"

    def to_frame(self) -> pd.DataFrame:
        """Return the quotes as a table, one row each.

        >>> Quotes((Quote("P03", "2010", "P03_2010", 4, 9, 14, "samenwerking", "samen"),)).to_frame().shape
        (1, 18)
        """
        import pandas as pd

        columns = list(Quote.__dataclass_fields__)
        return pd.DataFrame([[getattr(row, name) for name in columns] for row in self.rows], columns=columns)

    def _heading(self) -> str:
        return Wording(self.language).many("quote", len(self))

    def _more(self, shown: int) -> list[str]:
        return [f"  {Wording(self.language)('and_more', n=len(self) - shown)}"] if len(self) > shown else []


def _passages(rows: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Yield the quotes that are shown in one passage: each lies in what is shown around the one before it."""
    together: list[Quote] = []
    for row in rows:
        last = together[-1] if together else row
        alike = (last.interview, last.turn, last.code, last.marks()) == (row.interview, row.turn, row.code, row.marks())
        if together and not (alike and last.end <= row.start and row.end <= last.end + len(last.after)):
            yield together
            together = []
        together.append(row)
    if together:
        yield together


def _marked(rows: Sequence[Quote]) -> str:
    """Put the quotes of a passage on one line, with at most so many characters around them, cut between words."""
    first, last = rows[0], rows[-1]
    before, after = one_line(first.before + "|")[:-1], one_line("|" + last.after)[1:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    said = f"[{one_line(first.quote)}]"
    for earlier, later in pairwise(rows):
        between = earlier.after[: later.start - earlier.end]
        said += one_line(f"|{between}|")[1:-1] + f"[{one_line(later.quote)}]"
    return f"{before}{said}{after}"


def _in_line(row: Quote, width: int, longest: int, language: str) -> str:
    """One line of a concordance."""
    before, found, after = one_line(row.before), one_line(row.quote), one_line(row.after)
    place = one_line(row.place(language))
    return f"{before[-width:]:>{width}}  {found:<{longest}}  {after[:width]:<{width}}  {place}".rstrip()


def _passage(row: Quote) -> str:
    return f"<bdi>{escape(row.before)}<mark>{escape(row.quote)}</mark>{escape(row.after)}</bdi>"


def _paragraph(row: Quote, language: str) -> str:
    turn = Wording(language)("turn", n=row.turn + 1)
    said = " · ".join((row.interview, turn, row.code, *row.marks(language)))
    memo = f"<br><em>{escape(row.memo)}</em>" if row.memo else ""
    return f"<p>{_passage(row)} <small>{escape(said)}</small>{memo}</p>\n"
