"""Terms that can never match, or only what nobody says, told from how they are written.

Dictionaries write `iem. serieus nemen` and `take sb seriously`, and a term may stand under its own `unless`. Nothing
here looks at talk or at word tables: `read_codebook` tells these in its notes, and `check`, `compare` and `explain`
tell them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bp_qual.codebook.codes import Code
from bp_qual.codebook.terms import Term
from bp_qual.display import shown
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Notice, Remark

# How dictionaries shorten somebody and something, and what to write instead.
_SHORTENED = {
    "nl": {"iem": "iemand", "iem.": "iemand", "iets/iemand": "iemand", "iemand/iets": "iemand", "iem/iets": "iemand"},
    "en": {
        **dict.fromkeys(("sb", "sb.", "s.b.", "so", "s.o.", "someone/something", "sb/sth"), "someone"),
        **dict.fromkeys(("sth", "sth.", "smth", "smth.", "s.th.", "something/someone"), "something"),
    },
}
_EITHER_OR = lazy_pattern(r"[^\W\d_]{2,}/[^\W\d_]{2,}")
_OPTIONAL = lazy_pattern(r"\(\w[^)]*\)")


def why_never(term: Term, code: Code, language: str) -> tuple[Remark, Remark] | None:
    """Return why a term can never match what people say, and what to do; None where it can.

    Parameters
    ----------
    term : Term
        One of the terms of the code.
    code : Code
        The code, with its ``unless``.
    language : str
        The language of the codebook, for terms that have none of their own.

    Returns
    -------
    tuple of Remark, or None

    Examples
    --------
    >>> print(*why_never(Term("take sb seriously", "phrase"), Code("respect"), "en"), sep="; ")
    it is matched as it is written, and nobody says 'sb'; Write 'take someone seriously'.
    >>> why_never(Term("take someone seriously", "phrase"), Code("respect"), "en")
    """
    if any(term.meaning[:3] == other.meaning[:3] for other in code.unless):
        return Remark("never unless"), Remark("delete one")
    if term.kind != "phrase":
        return None
    pieces = term.text.split()
    shortened = _SHORTENED.get(term.language or language, {})
    odd = [piece for piece in pieces if piece.casefold() in shortened]
    if odd:
        better = " ".join(shortened.get(piece.casefold(), piece) for piece in pieces)
        return _never_said(odd[0], better)
    either = [piece for piece in pieces if _EITHER_OR.fullmatch(piece)]
    if either:
        better = term.text.replace(either[0], either[0].replace("/", "|"))
        return _never_said(either[0], better)
    optional = _OPTIONAL.search(term.text)
    if optional:
        without = " ".join(_OPTIONAL.sub(" ", term.text).split())
        piece = {"piece": optional.group()}
        return Remark("never optional", values=piece), Remark("write without", values={"better": without})
    return None


def _never_said(piece: str, better: str) -> tuple[Remark, Remark]:
    return Remark("never said", values={"piece": piece}), Remark("write instead", values={"better": better})


def find_never_matched(codes: Iterable[Code], source: str, language: str) -> Iterator[Notice]:
    """Yield a notice for each term that can never match.

    Parameters
    ----------
    codes : iterable of Code
        The codes of a codebook.
    source : str
        Its file, for terms that name none.
    language : str
        The language of the codebook.

    Yields
    ------
    Notice

    Examples
    --------
    >>> codes = [Code("a", terms=(Term("iem. bijstaan", "phrase", 3, column=5),))]
    >>> for notice in find_never_matched(codes, "x.yaml", "nl"):
    ...     print(notice.what)
    'iem. bijstaan' of 'a' can never match: it is matched as it is written, and nobody says 'iem.'.
    """
    for code in codes:
        for term in code.terms:
            reason = why_never(term, code, language)
            if reason:
                where = f"{term.source or source}:{term.line}:{term.column}"
                called = {"term": shown(term.text), "code": code.id}
                yield Notice("never matched", where, {**called, "why": reason[0], "remedy": reason[1]})
