r"""Tables for LaTeX that need no more than `article` and `booktabs`, whatever is in a name.

Everything written is ASCII: an accent is a command, a sign that the fonts of plain LaTeX lack is written by its number
in pdfLaTeX, and as itself in XeLaTeX and LuaLaTeX.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bp_qual.display import one_line, visible
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.paper.paper_tables import PaperTable

MOST_ROWS = 35  # that fit on a page with a caption and a note
_SHORT = 12  # letters that stay on one line
_LETTER, _BETWEEN, _NARROWEST, _WIDEST = 0.0125, 0.018, 0.09, 0.4  # of the width of a line
_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": "$<$", ">": "$>$", "|": "$|$",
    "[": "{[}", "]": "{]}", "*": "{*}", "`": "{}`{}", "'": "'{}",
    '"': "''{}", "\u00a0": "~", "\u202f": "~", "\u2009": " ",
    "\u2013": r"\textendash{}", "\u2014": r"\textemdash{}", "\u2018": "{}`{}",
    "\u2019": "'{}", "\u201c": "{}``{}", "\u201d": "''{}", "\u2026": r"\ldots{}", "\u2192": r"$\rightarrow$",
    "\u2212": "$-$", "\u00d7": r"$\times$", "\u00f7": r"$\div$", "\u2265": r"$\geq$", "\u2264": r"$\leq$",
    "\u00b7": r"$\cdot$", "\u00b1": r"$\pm$", "\u00df": r"\ss{}", "\u00e6": r"\ae{}", "\u00c6": r"\AE{}",
    "\u0153": r"\oe{}", "\u0152": r"\OE{}", "\u00f8": r"\o{}", "\u00d8": r"\O{}", "\u0142": r"\l{}",
    "\u0141": r"\L{}", "\u0131": r"\i{}",
}  # fmt: skip
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"', "\u030a": "r", "\u030c": "v",
    "\u0327": "c", "\u0304": "=", "\u0306": "u", "\u0307": ".", "\u030b": "H",
}  # fmt: skip
_LIGATURE = lazy_pattern("(?<=-)(?=-)|(?<=,)(?=,)")
_HEAD = r"""% name="generator" content="bp_qual"
% Needs \usepackage{booktabs}. Put it into your paper with \input{tables}.
\providecommand{\bpqualsign}[2]{\ifx\Umathchar\undefined[U+#2]\else\symbol{#1}\fi}
"""
_TRY = r"""% name="generator" content="bp_qual"
\documentclass{article}
\usepackage{booktabs}
\begin{document}
\input{tables}
\end{document}
"""


def latex_text(text: str) -> str:
    r"""Return a text as LaTeX prints it: every sign that LaTeX would take for a command is written as a sign.

    >>> print(latex_text("P_1 & 50% één"))
    P\_1 \& 50\% {\'e}{\'e}n
    >>> print(latex_text("\u4e2d"))
    \bpqualsign{20013}{4E2D}
    """
    written = "".join(map(_sign, unicodedata.normalize("NFC", one_line(visible(text)))))
    return _LIGATURE.sub("{}", written)


def _sign(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign.isascii() and sign.isprintable():
        return sign
    apart = unicodedata.normalize("NFD", sign)
    base, marks = apart[0], apart[1:]
    if len(marks) == 1 and marks[0] in _ACCENTS and base.isascii() and base.isalpha():
        accent = _ACCENTS[marks[0]]
        letter = rf"\{base} " if base in "ij" and accent not in ("c", ".") else base
        return rf"{{\{accent}{{{letter}}}}}" if accent.isalpha() else rf"{{\{accent}{letter}}}"
    return rf"\bpqualsign{{{ord(sign)}}}{{{ord(sign):04X}}}"


def latex_tables(tables: Iterable[PaperTable]) -> str:
    r"""Return tables as one file for ``\input``; what is longer than a page goes on in a table of its own.

    >>> table = PaperTable("who", "Who was interviewed", ("Person", "2010"), (("P01", "1,204"),), "", texts=1)
    >>> print(latex_tables([table]).split("% who")[1].split("toprule")[0].strip())
    \begin{table}[htbp]
    \centering\footnotesize\setlength{\tabcolsep}{3pt}
    \caption{Who was interviewed}\label{tab:bpqual-who}
    \begin{tabular}{@{}lr@{}}
    \
    """
    return _HEAD + "".join(_table(part, name) for table in tables for name, part in _in_parts(table))


def latex_trial() -> str:
    r"""Return a document that holds nothing but the tables, to see whether they compile.

    >>> print(latex_trial().splitlines()[3])
    \begin{document}
    """
    return _TRY


def _in_parts(table: PaperTable) -> Iterator[tuple[str, PaperTable]]:
    parts = table.in_parts(MOST_ROWS)
    for number, part in enumerate(parts, start=1):
        yield (f"{table.name}-{number}" if len(parts) > 1 else table.name), part


def _table(table: PaperTable, name: str) -> str:
    wide = _wide(table)
    lines = [
        f"\n% {name}",
        r"\begin{table}[htbp]",
        r"\centering\footnotesize\setlength{\tabcolsep}{3pt}",
        rf"\caption{{{latex_text(table.caption)}}}\label{{tab:bpqual-{name}}}",
        rf"\begin{{tabular}}{{@{{}}{_columns(table, wide)}@{{}}}}",
        r"\toprule",
        _row(table.head, wide),
        r"\midrule",
        *(_row(row, wide) for row in table.rows),
        r"\bottomrule",
        r"\end{tabular}",
        *([rf"\par\smallskip\footnotesize {latex_text(table.note)}"] if table.note else []),
        r"\end{table}",
    ]
    return "\n".join(lines) + "\n"


def _columns(table: PaperTable, wide: Sequence[bool]) -> str:
    """Return how each column stands: numbers to the right, texts to the left, long ones with room for several lines."""
    longest = [max(len(row[n]) for row in (table.head, *table.rows)) for n in range(len(table.head))]
    narrow = sum(_LETTER * n for n, is_wide in zip(longest, wide, strict=True) if not is_wide)
    share = min(_WIDEST, max(_NARROWEST, (1 - narrow - _BETWEEN * len(wide)) / max(1, sum(wide))))
    return "".join(
        rf"p{{{share:.2f}\linewidth}}" if is_wide else "l" if n < table.texts else "r" for n, is_wide in enumerate(wide)
    )


def _wide(table: PaperTable) -> list[bool]:
    return [any(len(row[n]) > _SHORT for row in (table.head, *table.rows)) for n in range(len(table.head))]


def _row(cells: Sequence[str], wide: Sequence[bool]) -> str:
    """Return a row; in a column of several lines a first word too long for one may be cut too."""
    begins = (r"\raggedright\hspace{0pt}" if is_wide else "" for is_wide in wide)
    shown = [begin + latex_text(cell) for begin, cell in zip(begins, cells, strict=True)]
    return " & ".join(shown) + r" \tabularnewline"  # as \\ ends a line within a ragged cell
