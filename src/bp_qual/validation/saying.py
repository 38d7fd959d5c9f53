"""Agreement in words, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from bp_qual.display import visible
from bp_qual.validation.agreement import NO_VARIATION, NOT_COMPUTABLE, Agreement
from bp_qual.wording import Wording

_SHOWN = ("percent", "positive", "alpha", "ac1", "kappa", "alpha_u", "u_alpha")


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
    said = [
        say(f"validation_agree_{name}", value=_with_limits(row, name, say))
        for name in _SHOWN if np.isfinite(row[name])
    ]  # fmt: skip
    return f"{head}; {', '.join(said)}."


def _sets(row: Mapping[Any, Any], say: Wording) -> str:
    wave = row["wave"] or say("validation_all_waves")
    return f"{say('validation_agree_sets', wave=wave, units=row['units'], value=_with_limits(row, 'alpha', say))}."


def _with_limits(row: Mapping[Any, Any], name: str, say: Wording) -> str:
    value, low, high = (say.number(row[f"{name}{end}"], 2) for end in ("", "_low", "_high"))
    return f"{value} ({low} {say('to')} {high})" if np.isfinite(row[f"{name}_low"]) else value
