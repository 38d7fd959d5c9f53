"""What would keep rejected hits from being found: lines for `unless`, each tried with the matcher beforehand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bp_qual.codebook import Code, Term, parse_codebook
from bp_qual.codebook.yaml_writing import quote
from bp_qual.coding import apply_codebook
from bp_qual.errors import CodebookError
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.page.code_view import MarkedSentence, find_hits_of_term
from bp_qual.page.desk import Desk
from bp_qual.page.interview_view import collect_marks

MOST = 12  # lines that are tried: those around most rejected hits
_FIRST, _LAST = lazy_pattern(r"\s*([\w'’-]+)"), lazy_pattern(r"([\w'’-]+)\s*\Z")
Place = tuple[str, int, int]


def offer_unless(desk: Desk, code: str, term: str) -> tuple[str, ...]:
    """Return lines for `unless` of a code that take away rejected hits of a term, and no other hit of the code.

    Parameters
    ----------
    desk : Desk
        The study.
    code, term : str
        The code, and one of its terms.

    Returns
    -------
    tuple of str
        As they are written in a codebook, the one that takes most away first; none that adds nothing to those before.

    Examples
    --------
    >>> offer_unless(desk, "money", "money")
    ()
    """
    rejected = [hit for hit in find_hits_of_term(desk, code, term) if hit.mark.status == "rejected"]
    counts = Counter(phrase for hit in rejected for phrase in dict.fromkeys(_phrases(hit)))
    tried = [(phrase, written) for phrase, _ in counts.most_common(MOST) if (written := _as_term(phrase)) is not None]
    if not tried:
        return ()
    marks = [mark for mark in collect_marks(desk, codes=(code,)) if mark.by == "codebook"]
    wrong = {(mark.interview, mark.start, mark.end) for mark in marks if mark.status == "rejected"}
    before, *after = _found(desk, desk.codebook.code(code), [written for _, written in tried])
    taken = [before - left if before - wrong <= left else set[Place]() for left in after]
    lines, gone = list[str](), set[Place]()
    for (phrase, _), own in sorted(zip(tried, taken, strict=True), key=lambda line: -len(line[1])):
        if not own <= gone:
            gone |= own
            lines.append(quote(phrase))
    return tuple(lines)


def _phrases(hit: MarkedSentence) -> Iterator[str]:
    """Yield a hit with the word after it, and with the word before it."""
    said = " ".join(hit.mark.quote.split()).lower()
    if after := _FIRST.match(hit.after):
        yield f"{said} {after[1].lower()}"
    if before := _LAST.search(hit.before):
        yield f"{before[1].lower()} {said}"


def _as_term(phrase: str) -> Term | None:
    """Return the term that a line of a codebook is; None where it is none."""
    code = f"{{id: x, terms: [x], unless: [{json.dumps(phrase)}]}}"
    try:
        return parse_codebook(f"{{codebook: x, version: 1.0.0, language: nl, codes: [{code}]}}").code("x").unless[0]
    except CodebookError:
        return None


def _found(desk: Desk, code: Code, tried: Sequence[Term]) -> list[set[Place]]:
    """Return where a code is found as it is, and with each of the terms under `unless`."""
    plain = Code("0", terms=code.terms, unless=code.unless, negated=code.negated)
    narrower = [replace(plain, id=str(n), unless=(*code.unless, term)) for n, term in enumerate(tried, start=1)]
    hits = apply_codebook(
        replace(desk.codebook, codes=(plain, *narrower), notes=()), desk.index, model=desk.study.model
    )
    found: list[set[Place]] = [set() for _ in (plain, *narrower)]
    columns = (hits[name].tolist() for name in ("code", "interview", "start", "end"))
    for number, interview, start, end in zip(*columns, strict=True):
        found[int(number)].add((interview, start, end))
    return found
