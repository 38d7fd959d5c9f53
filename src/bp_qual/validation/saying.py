"""Agreement, accuracy and the corrected change in words, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from bp_qual.display import in_columns, visible
from bp_qual.validation.accuracy import Accuracy
from bp_qual.validation.agreement import NO_VARIATION, NOT_COMPUTABLE, Agreement
from bp_qual.validation.corrected_change import NOT_JUDGED, TOO_FEW, TOO_FEW_PERSONS
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.validation.labelled import Labelled
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_IN_COMMON = (TOO_FEW, TOO_FEW_PERSONS, NOT_JUDGED)
_ACCURACIES = ("precision", "recall", "f1")  # the table of a file has specificity too
_SHOWN = ("percent", "positive", "alpha", "ac1", "kappa", "alpha_u", "u_alpha", "gamma")


def say_agreement(found: Agreement, *, language: str = "en") -> tuple[str, ...]:
    """Return how far coders agree, a line for each code and wave of which something can be said.

    Parameters
    ----------
    found : Agreement
        From `measure_agreement`.
    language : str
        `en` or `nl`.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> from bp_qual.validation.agreement import measure_agreement
    >>> coders = [place_codings(History(name, ()), corpus) for name in ("anna", "bert")]
    >>> print(say_agreement(measure_agreement(coders, corpus, codebook))[1])
    Not computable, because no two coders finished the same interview or passage: contact, money.
    """
    say = Wording(language)
    rows = found.table.to_dict("records")
    of_codes, of_sets = [row for row in rows if row["code"]], [row for row in rows if not row["code"]]
    lines = [say("validation_agree_head", coders=found.coders)]
    lines += [_code(row, found.coders, say) for row in of_codes if not row["note"]]
    lines += [_sets(row, say) for row in of_sets if not row["note"]]
    for note, name in ((NO_VARIATION, "no_variation"), (NOT_COMPUTABLE, "not_computable")):
        codes = [row["code"] for row in of_codes if row["note"] == note and not row["wave"]]
        if codes:
            lines.append(say(f"validation_agree_{name}", codes=codes))
    if any(not row["note"] for row in of_codes):
        lines.append(say("validation_agree_rare"))
    return tuple(map(visible, lines))


def _code(row: Mapping[Any, Any], coders: tuple[str, ...], say: Wording) -> str:
    shares = [say("validation_agree_share", share=row[f"share_{coder}"], coder=coder) for coder in coders]
    wave = row["wave"] or say("validation_all_waves")
    head = say(
        "validation_agree_units", code=row["code"], wave=wave, units=row["units"], persons=row["persons"], shares=shares
    )
    shown = [name for name in _SHOWN if np.isfinite(row[name])]
    said = [say(f"validation_agree_{name}", value=say_with_limits(row, name, say)) for name in shown]
    return f"{head}; {', '.join(said)}{say_no_interval(row, shown, say)}."


def say_no_interval(row: Mapping[Any, Any], shown: Sequence[str], say: Wording) -> str:
    """Return why coefficients of agreement have no interval, to stand behind them; empty where all have one.

    Parameters
    ----------
    row : mapping
        Of `Agreement.table`.
    shown : sequence of str
        Which coefficients.
    say : Wording
        The language.

    Returns
    -------
    str

    Examples
    --------
    >>> row = {"alpha_why": "few persons", "kappa_why": "few persons", "ac1_why": ""}
    >>> say_no_interval(row, ["alpha", "kappa"], Wording("en"))
    '; no interval, with fewer than three persons'
    >>> say_no_interval(row, ["alpha", "ac1"], Wording("en"))
    '; no interval for alpha, with fewer than three persons'
    """
    names: dict[str, list[str]] = {}
    for name in shown:
        if why := row[f"{name}_why"]:
            names.setdefault(why, []).append(say(f"validation_agree_{name}", value="").strip())
    every = len(names) == 1 and all(len(own) == len(shown) for own in names.values())
    parts = [say("validation_no_interval" if every else "validation_no_interval_for", names=own,
                 why=say(f"validation_why_{why.replace(' ', '_')}")) for why, own in names.items()]  # fmt: skip
    return "".join(f"; {part}" for part in parts)


def _sets(row: Mapping[Any, Any], say: Wording) -> str:
    wave = row["wave"] or say("validation_all_waves")
    said = say("validation_agree_sets", wave=wave, units=row["units"], value=say_with_limits(row, "alpha", say))
    return f"{said}{say_no_interval(row, ['alpha'], say)}."


def say_with_limits(row: Mapping[Any, Any], name: str, say: Wording, *, cell: bool = False) -> str:
    """Return a number with its interval, if it has one; one that all was judged for has none, and says so.

    One that cannot be computed is a dash. The two limits have a word between them, for they may be below zero.

    Parameters
    ----------
    row : mapping
        Of `Agreement.table` or `Accuracy.table`.
    name : str
        The column of the number, beside which are those of its limits.
    say : Wording
        The language.
    cell : bool
        For a cell of a table, where it is said below the table that all was judged.

    Returns
    -------
    str

    Examples
    --------
    >>> say_with_limits({"alpha": -0.1, "alpha_low": -0.4, "alpha_high": 0.2}, "alpha", Wording("nl"), cell=True)
    '−0,10 (−0,40 tot 0,20)'
    >>> say_with_limits({"recall": 0.8, "recall_low": 0.8, "recall_high": 0.8}, "recall", Wording("en"))
    '0.80 (no interval: all were judged)'
    """
    value, low, high = (row[f"{name}{end}"] for end in ("", "_low", "_high"))
    bare = not np.isfinite(low) or (cell and _is_known(low, high))
    return say.number(value, 2) if bare else f"{say.number(value, 2)} ({_limits(low, high, say)})"


def say_accuracy(found: Accuracy, *, language: str = "en") -> tuple[str, ...]:
    """Return how good the codebook is, a table of codes and waves, and a line where recall differs between waves.

    Parameters
    ----------
    found : Accuracy
        From `measure_accuracy`.
    language : str
        `en` or `nl`.

    Returns
    -------
    tuple of str
        Codes that neither the person nor the codebook found in the sample are left out.
    """
    say = Wording(language)
    rows = [row for row in found.table.to_dict("records") if row["human"] or row["hits"]]
    lines = _accuracy_table([row for row in rows if not row["unjudged"]], say)
    for row in rows:
        if row["unjudged"]:
            counts = {name: row[name] for name in ("code", "wave", "judged", "unjudged")}
            lines.append(say("validation_accuracy_part", **counts))
    for row in found.differences.to_dict("records"):
        if row["measure"] == "recall":
            value = f"{say.number(row['difference'], 2)} ({_limits(row['low'], row['high'], say)})"
            lower = say.number(row["lower"], 2)
            waves = {name: row[name] for name in ("code", "before", "after")}
            lines.append(say("validation_recall_lower", **waves, value=value, lower=lower))
    return tuple(lines)


def _accuracy_table(rows: Sequence[Mapping[Any, Any]], say: Wording) -> list[str]:
    """Return a line for each code and wave below one of headings, with what a number without an interval says."""
    if not rows:
        return []
    cells = [[say(f"validation_head_{name}") for name in ("code", "wave", "judged", "human", "hits", *_ACCURACIES)]]
    for row in rows:
        counts = [say.number(row[name]) for name in ("judged", "human", "hits")]
        measures = [say_with_limits(row, name, say, cell=True) for name in _ACCURACIES]
        cells.append([visible(row["code"]), visible(row["wave"]), *counts, *measures])
    bare = any("(" not in cell for line in cells[1:] for cell in line[-len(_ACCURACIES) :])
    return [*in_columns(cells), *([say("validation_head_known")] if bare else [])]


def say_change(table: pd.DataFrame, *, per: str, language: str = "en") -> tuple[str, ...]:
    """Return the change of each code with and without the errors of the codebook, or why it cannot be told.

    Parameters
    ----------
    table : DataFrame
        From `correct_change`.
    per : {"words", "sentences", "passages"}
        What it is per.
    language : str
        `en` or `nl`.

    Returns
    -------
    tuple of str
    """
    say = Wording(language)
    lines = []
    for row in table[table["note"] == ""].to_dict("records"):
        scale, digits = (1.0, 2) if per == "words" else (100.0, 1)
        naive, change, low, high, bias = (
            say.number(scale * row[name], digits) for name in ("naive", "change", "low", "high", "bias")
        )
        value = f"{change} ({low} {say('to')} {high})"
        said = {name: row[name] for name in ("code", "before", "after", "p", "persons")}
        unit = say(f"validation_change_{per}")
        lines.append(say("validation_change", **said, unit=unit, naive=naive, value=value, bias=bias))
    lines += _not_corrected(table[table["note"] != ""].to_dict("records"), say)
    lines += [say("validation_left", counts=left) for left in [say_left(table, say)] if left]
    return tuple(map(visible, lines))


def _not_corrected(rows: Sequence[Mapping[Any, Any]], say: Wording) -> list[str]:
    """Return why codes are not corrected: once for all of them that have a reason in common."""
    notes: dict[str, list[Mapping[Any, Any]]] = {}
    for row in rows:
        notes.setdefault(row["note"], []).append(row)
    lines = []
    for note, own in notes.items():
        if len(own) == 1 or note not in _IN_COMMON:
            lines += [say(f"validation_change_{note}", **row) for row in own]
            continue
        counted = note == TOO_FEW
        codes = [say("validation_found_by_wave", **row) if counted else row["code"] for row in own]
        waves = {name: own[0][name] for name in ("before", "after")}
        lines.append(say(f"validation_changes_{note}", codes=codes, **waves))
    return lines


def say_left(table: pd.DataFrame, say: Wording) -> list[str]:
    """Return how many passages drawn were left unjudged of codes that are corrected all the same.

    >>> import pandas as pd
    >>> rows = [("a", 10, 8, ""), ("b", 10, 10, ""), ("c", 10, 2, "too few found")]
    >>> say_left(pd.DataFrame(rows, columns=["code", "drawn", "judged", "note"]), Wording("en"))
    ['a 2 of 10']
    """
    rows = table[(table["note"] == "") & (table["judged"] < table["drawn"])].to_dict("records")
    return [
        say("validation_left_of", code=row["code"], left=row["drawn"] - row["judged"], drawn=row["drawn"])
        for row in rows
    ]


def say_judged(sample: JudgedSample, labelled: Labelled, say: Wording) -> str:
    """Return how many passages of a sample were judged and by whom, by code where that differs.

    Parameters
    ----------
    sample : JudgedSample
        What was drawn, and who coded it.
    labelled : Labelled
        From `label_passages`.
    say : Wording
        The language.

    Returns
    -------
    str

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.validation.labelled import label_passages
    >>> from bp_qual.validation.sampling import draw_sample
    >>> done = Event("d", "done", n=1, interview="P01_2010", code="money")
    >>> units, hand = draw_sample(corpus, codings, codebook, n=2).units, place_codings(History("A", (done,)), corpus)
    >>> labelled = label_passages(units, hand, codings, corpus, codebook)
    >>> say_judged(JudgedSample("first", units, hand), labelled, Wording("en"))
    'Of the 2 passages of sample first, A judged: 1 for money; 0 for contact.'
    """
    by_code = labelled.judged_by_code
    known = {"name": sample.name, "coder": sample.say_coder(say), "n": labelled.drawn, "judged": labelled.judged}
    if len(by_code) < 2:
        return say("validation_judged", **known)
    counts = [say("validation_judged_for", n=n, codes=list(codes)) for n, codes in by_code.items()]
    return say("validation_judged_by_code", **known, counts="; ".join(counts))


def _limits(low: float, high: float, say: Wording) -> str:
    if _is_known(low, high):
        return say("validation_all_judged")
    return f"{say.number(low, 2)} {say('to')} {say.number(high, 2)}"


def _is_known(low: float, high: float) -> bool:
    return high - low < 1e-9
