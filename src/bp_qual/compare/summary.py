"""The summary: a comparison in a few lines that a tired researcher understands, and reasons for what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.display import visible
from bp_qual.panel.rates import UNITS
from bp_qual.statistics.permutation import smallest_p
from bp_qual.wording.numerals import number, p_value, several

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare.comparison import Comparison

_LINES, _DRIFTS, _TRENDS = 12, 2, 3
_LANGUAGES = {"nl": "Dutch", "en": "English", "de": "German", "fr": "French"}


def summarise(comparison: Comparison, title: str = "") -> str:
    """Return a comparison in a few lines: who was compared, what changed, and what to look at twice.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in ("P01", "P02") for w in ("2010", "2020")]
    >>> counts = [{"person": "P01", "wave": "2010", "code": "hokjes", "mentions": 2},
    ...           {"person": "P01", "wave": "2020", "code": "hokjes", "mentions": 6}]
    >>> print(summarise(compare_waves(make_panel(counts, words)), "Two neighbours"))
    Two neighbours          1 code
    2 of 2 persons were interviewed in both waves · 4 interviews · 8,000 respondent words
    <BLANKLINE>
    What changed for these 2 (mentions per 1,000 of their words)
      hokjes  0.5 -> 1.5  x 3.0  1 up, 0 down, 1 same  too few for a test (1 changed; 6 needed)
    <BLANKLINE>
    So few are compared (2) that no test is possible (6 changed needed): read this as description.
    """
    compared = comparison.compared
    lines = [_heading(comparison, title), _who(comparison, compared), ""]
    if compared:
        these = "this one person" if compared == 1 else f"these {compared}"
        lines.append(f"What changed for {these} ({UNITS[comparison.choices.measure][0]})")
        lines += [f"  {line}" for line in _code_lines(comparison)]
        lines.append("")
    lines += _over_all_waves(comparison)
    lines += _look_twice(comparison)
    lines += [_sentence(str(warning)) for warning in comparison.warnings]
    lines += _tipping(comparison)
    return "\n".join(map(visible, lines)).rstrip()


def explain_missing(comparison: Comparison, code: str) -> str:
    """Return in words why numbers of a code are missing; `Comparison.explain_missing`.

    Raises
    ------
    ValueError
        For a code that was not compared.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 30}], words))
    >>> print(explain_missing(change, "a").splitlines()[0])
    ratio: only in 2020, and nothing can be divided by zero.
    """
    return "\n".join(_reasons(comparison, _row_of(comparison, code))) or "No number is missing."


def say_tipping_point(comparison: Comparison, code: str) -> str:
    """Return how unequal recall would have to be for a code's change to vanish; `Comparison.tipping_point`.

    Holds where the coding hardly ever finds what is not there: then the ratio seen is the true ratio times the ratio of
    what it finds in the two waves.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 30}], words))
    >>> say_tipping_point(change, "a").split(":")[0]
    'a has no ratio'
    """
    row = _row_of(comparison, code)
    if _missing(row["ratio"]):
        return f"{code} has no ratio: {row['note']}."
    if row["difference"] == 0:
        return f"{code} did not change, as far as the coding sees."
    ratio, late, early = float(row["ratio"]), comparison.after, comparison.before
    change = "rise" if ratio > 1 else "fall"
    if ratio > 1:
        ratio, late, early = 1 / ratio, early, late
    example = f"{0.85 * ratio:.2f}".removeprefix("0")
    return (
        f"The {change} of {code} (x {number(row['ratio'])}) would vanish if recall in {late} were {number(ratio)} of "
        f"that in {early} (say, {example} instead of .85)."
    )


def _row_of(comparison: Comparison, code: str) -> pd.Series:
    rows = comparison.codes[comparison.codes["code"] == code]
    if rows.empty:
        raise ValueError(f"there is no code {code!r}; there is {', '.join(comparison.codes['code'])}")
    return rows.iloc[0]


def _reasons(comparison: Comparison, row: pd.Series) -> Iterator[str]:
    if row["code"] in comparison.panel.without_terms:
        yield "All numbers: the code has no terms, so nothing and nobody looked for it here."
        return
    if row["persons"] == 0:
        yield f"All numbers: nobody has enough words in both {comparison.before} and {comparison.after}."
        return
    if _missing(row["ratio"]):
        spoken = [w for w, rate in ((comparison.before, "rate_before"), (comparison.after, "rate_after")) if row[rate]]
        where = f"only in {spoken[0]}" if spoken else "not mentioned by these persons in either wave"
        yield f"ratio: {where}, and nothing can be divided by zero."
    if _missing(row["difference_low"]):
        yield "difference_low, difference_high: an interval needs two persons or more; there is one."
    elif _missing(row["ratio_low"]) and not _missing(row["ratio"]):
        yield "ratio_low, ratio_high: one person alone carries a wave; without that person there would be no ratio."
    asked = _asked_once(comparison).get(str(row["code"]))
    if asked:
        yield f"p: asked for in {asked} only, so a change may be the question's."
    elif _missing(row["p"]):
        changed, needed = int(row["up"] + row["down"]), FEWEST_CHANGED
        smallest = p_value(smallest_p(changed))
        yield (
            f"p: too few for a test ({changed} changed; {needed} needed). "
            f"With {several(changed, 'changed person')} no p can be below {smallest}."
            if changed < needed
            else "p: everybody changed alike, so a t test has no spread to set the change against."
        )


def _heading(comparison: Comparison, title: str) -> str:
    panel, source = comparison.panel, comparison.panel.source
    parts = [several(len(panel.codes), "code")]
    if source is not None:
        book = source.codebook
        parts.insert(0, f"codebook {book.name} {book.version}".rstrip())
        parts.append(_LANGUAGES.get(book.language, book.language))
    return f"{title or f'{comparison.before} and {comparison.after}'}          {' · '.join(parts)}"


def _who(comparison: Comparison, compared: int) -> str:
    panel, attrition = comparison.panel, comparison.attrition
    both = compared + int((attrition["status"] == "too little text").sum())
    were = "was" if both == 1 else "were"
    parts = [f"{both} of {several(len(panel.persons), 'person')} {were} interviewed in both waves"]
    if both > compared:
        parts.append(f"{compared} said enough to compare")
    entrants = int((attrition["status"] == "entrant").sum())
    if entrants:
        parts.append(f"{several(entrants, 'entrant')} in {comparison.after}")
    source = panel.source
    interviews = len(source.corpus.transcripts) if source else int(panel.exposure["interviews"].sum())
    parts.append(several(interviews, "interview"))
    parts.append(f"{panel.exposure['words'].sum():,} respondent words")
    return " · ".join(parts)


def _code_lines(comparison: Comparison) -> list[str]:
    """Order codes from the most to the least evidence, and set them out in columns."""
    left_out = {*_asked_once(comparison), *comparison.panel.without_terms}
    codes = comparison.codes[~comparison.codes["code"].isin(left_out)]
    order = codes.assign(untested=codes["p"].isna(), size=-codes["difference"].abs())
    order = order.sort_values(["untested", "p", "size", "code"], kind="stable")
    cells = [_cells(comparison, row) for _, row in order.head(_LINES).iterrows()]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True) if w).rstrip() for row in cells]
    if len(order) > _LINES:
        lines.append(f"and {len(order) - _LINES} more in codes.csv")
    return lines


def _over_all_waves(comparison: Comparison) -> list[str]:
    """Name the themes with the strongest trends, where there are three waves or more."""
    trend = comparison.trend.dropna(subset=["p"]).sort_values(["p", "code"], kind="stable")
    shown = [
        f"{code} {'up' if slope > 0 else 'down'} ({_p(p, adjusted, len(trend))})"
        for code, slope, p, adjusted in zip(*(trend[c] for c in ("code", "slope", "p", "p_adjusted")), strict=True)
        if p <= 0.1
    ]
    waves = len(comparison.panel.waves)
    return [f"Over all {waves} waves, within persons: {', '.join(shown[:_TRENDS])}."] if shown else []


def _asked_once(comparison: Comparison) -> dict[str, str]:
    return {remark.code: str(remark.values["wave"]) for remark in comparison.remarks if remark.kind == "asked once"}


def _look_twice(comparison: Comparison) -> list[str]:
    """Say which codes were not asked for in both waves, and which words came or went."""
    lines = []
    asked = ", ".join(f"{code} ({wave})" for code, wave in _asked_once(comparison).items())
    if asked:
        lines.append(f"Asked for in one wave only, so not compared: {asked}.")
    if comparison.panel.without_terms:
        lines.append(f"Without terms, so not looked for: {', '.join(comparison.panel.without_terms)}.")
    most = comparison.drift.sort_values("persons", ascending=False, kind="stable").head(_DRIFTS)
    found = zip(most["term"], most["wave"], most["persons"], strict=True)
    return lines + [
        f"Look twice: '{term}' was found only in {wave} ({persons} persons): a new word, or a new theme?"
        for term, wave, persons in found
    ]


def _cells(comparison: Comparison, row: pd.Series) -> tuple[str, ...]:
    same = f", {row['same']} same" if row["same"] else ""
    return (
        row["code"],
        f"{number(row['rate_before'])} -> {number(row['rate_after'])}",
        "" if _missing(row["ratio"]) else f"x {number(row['ratio'])}",
        "" if _missing(row["ratio_low"]) else f"({number(row['ratio_low'])} to {number(row['ratio_high'])})",
        f"{row['up']} up, {row['down']} down{same}",
        _evidence(comparison, row),
    )


def _evidence(comparison: Comparison, row: pd.Series) -> str:
    """Say how sure the change is; a p never stands alone where more than one code was tested."""
    if _missing(row["p"]):
        return str(row["note"]).split(" · ")[0]
    if row["p"] > 0.1:
        return "no clear change"
    plan = comparison.choices.plan
    if plan and row["code"] not in plan:
        return f"p {p_value(row['p'])}, exploratory"
    tested = comparison.codes.dropna(subset=["p"])
    family = int(tested["code"].isin(plan).sum()) if plan else len(tested)
    return _p(row["p"], row["p_adjusted"], family, " planned" if plan else "")


def _p(p: float, adjusted: float, family: int, kind: str = "") -> str:
    corrected = f", {p_value(adjusted)} for {family}{kind} codes" if family > 1 else ""
    return f"p {p_value(p)}{corrected}"


def _tipping(comparison: Comparison) -> list[str]:
    """Say how unequally the automatic coding would have to err to make the strongest change from nothing."""
    source = comparison.panel.source
    rows = comparison.codes.dropna(subset=["p", "ratio"]).sort_values(["p", "code"], kind="stable")
    if source is None or not len(source.codings) or not source.automatic:
        return []
    start = "The coding is automatic and unchecked"
    if rows.empty or rows.iloc[0]["p"] > 0.1:
        return [f"{start}."]
    row = rows.iloc[0]
    change = "rise" if row["ratio"] > 1 else "fall"
    return [
        f"{start}: the {change} of {row['code']} would vanish if it found {number(row['ratio'])} times as much of it "
        f"in {comparison.after} as in {comparison.before}."
    ]


def _missing(value: float) -> bool:
    return value != value


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"
