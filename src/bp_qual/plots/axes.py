"""Where things are in a picture: round steps for an axis, labels that do not overlap, names that tell codes apart."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from bp_qual.display import one_line
from bp_qual.panel import Panel


def nice_steps(largest: float) -> tuple[float, ...]:
    """Return 0 and two to four round steps above it, the last at or above the largest value.

    >>> nice_steps(7.3), nice_steps(0)
    ((0.0, 2.0, 4.0, 6.0, 8.0), (0.0, 1.0))
    """
    if largest <= 0:
        return (0.0, 1.0)
    power = 10.0 ** math.floor(math.log10(largest))
    step = next(s * power for s in (0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0) if largest <= 4 * s * power)
    return tuple(round(n * step, 10) for n in range(math.ceil(round(largest / step, 9)) + 1))


def avoid_overlap(places: Sequence[float], *, apart: float, low: float, high: float) -> tuple[float | None, ...]:
    """Return positions of labels near those wanted and far enough apart; None for a label for which there is no room.

    Where all fit, all get a position. Where they do not, the first ones given win, each at the position it wanted.

    Parameters
    ----------
    places : sequence of float
        The positions wanted, the most important first.
    apart : float
        The least distance between two labels.
    low, high : float
        The ends of the axis.

    Returns
    -------
    tuple of float or None
        One for each label, in the order given.

    Examples
    --------
    >>> avoid_overlap([10, 11, 50], apart=10, low=0, high=100)
    (5.5, 15.5, 50)
    >>> avoid_overlap([10, 11, 50], apart=40, low=0, high=60)
    (10, None, 50)
    """
    if len(places) * apart > high - low + apart:
        kept: list[float] = []
        found: list[float | None] = []
        for place in places:
            free = all(abs(place - other) >= apart for other in kept)
            kept += [place] if free else []
            found.append(place if free else None)
        return tuple(found)
    groups: list[list[int]] = []
    order = sorted(range(len(places)), key=lambda n: places[n])
    starts: list[float] = []
    for n in order:
        groups.append([n])
        starts.append(places[n])
        while len(groups) > 1 and starts[-2] + apart * len(groups[-2]) > starts[-1]:
            last = groups.pop()
            starts.pop()
            groups[-1] += last
            middle = sum(places[m] for m in groups[-1]) / len(groups[-1])
            start = middle - apart * (len(groups[-1]) - 1) / 2
            starts[-1] = max(low, min(high - apart * (len(groups[-1]) - 1), start))
    placed: dict[int, float] = {}
    for group, start in zip(groups, starts, strict=True):
        placed |= {n: start + apart * k for k, n in enumerate(group)}
    return tuple(placed[n] for n in range(len(places)))


def labels_of(panel: Panel, language: str) -> dict[str, str]:
    """Return what the codes are called in a language; where they have no name in it, as the codebook calls them.

    >>> from bp_qual.panel import count_codes
    >>> labels_of(count_codes(codings, corpus, codebook), "en")
    {'contact': 'Contact', 'money': 'Money'}
    """
    book = panel.source.codebook if panel.source else None
    own = {} if book is None else {code.id: code.label.get(language, "") for code in book.codes}
    return {code: own.get(code) or panel.labels.get(code) or code for code in panel.codes}


def code_names(codes: Sequence[str], labels: Mapping[str, str], *, width: int = 60, lines: int = 1) -> dict[str, str]:
    """Return a name for each code, broken or cut to fit; codes with the same label also get their id.

    Parameters
    ----------
    codes : sequence of str
        Ids of codes.
    labels : mapping of str to str
        What they are called; a code without a label goes by its id.
    width, lines : int
        How many characters fit on a line, and how many lines there are.

    Returns
    -------
    dict of str to str
        Names by id.

    Examples
    --------
    >>> code_names(["a", "b"], {"a": "Angst", "b": "Angst"})
    {'a': 'Angst (a)', 'b': 'Angst (b)'}
    """
    plain = {code: one_line(labels.get(code) or code) for code in codes}
    often = Counter(plain.values())
    whole = {code: name if often[name] == 1 else f"{name} ({one_line(code)})" for code, name in plain.items()}
    return {code: fit_name(name, width, lines) for code, name in whole.items()}


def fit_name(name: str, width: int, lines: int) -> str:
    r"""Return a name broken over lines, with an ellipsis for what does not fit.

    Parameters
    ----------
    name : str
        The name.
    width, lines : int
        How many characters fit on a line, and how many lines there are.

    Returns
    -------
    str
        At most `lines` lines.

    Examples
    --------
    >>> fit_name("Wantrouwen tegenover instellingen", 20, 2)
    'Wantrouwen tegenover\ninstellingen'
    """
    return "\n".join(textwrap.wrap(name, width, max_lines=lines, placeholder="…")) or name
