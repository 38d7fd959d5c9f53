"""The tables as one Excel file: a sheet each, and a last sheet that explains every column.

Text is text: what begins with ``=`` or looks like an address stays what the person said.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.display import visible
from bp_qual.files.table_bytes import xlsx_bytes
from bp_qual.wording import Wording
from bp_qual.wording.columns import explain_columns
from bp_qual.wording.settings import describe_settings

if TYPE_CHECKING:
    import pandas as pd


def render_xlsx(comparison: Comparison, *, language: str = "en", memos: pd.DataFrame | None = None) -> bytes:
    """Return a comparison's tables as the bytes of an Excel file; the same comparison gives the same bytes.

    Parameters
    ----------
    comparison : Comparison
        What is reported.
    language : str
        `en` or `nl`.
    memos : DataFrame, optional
        What was noted while coding by hand (`Counted.memos`), for a sheet of its own.

    Returns
    -------
    bytes
        An .xlsx.

    Examples
    --------
    >>> import io, openpyxl
    >>> openpyxl.load_workbook(io.BytesIO(render_xlsx(comparison))).sheetnames[:4]
    ['codes', 'persons', 'attrition', 'effects']
    """
    tables, say = report_tables(comparison.in_language(language), memos=memos), Wording(language)
    guide = explain_columns(tables, language=language, measure=comparison.choices.measure)
    guide.loc[len(guide)] = ["", "", say("excel_rounded")]
    return xlsx_bytes({name: _shown(table, say) for name, table in tables.items()}, guide=guide)


def report_tables(comparison: Comparison, *, memos: pd.DataFrame | None = None) -> dict[str, pd.DataFrame]:
    """Return all tables of a comparison by name: what changed first, then what it was made of, then the settings.

    >>> list(report_tables(comparison))[-3:]
    ['panel', 'exposure', 'settings']
    """
    import pandas as pd

    panel = comparison.panel
    settings = pd.DataFrame(describe_settings(comparison.settings, Wording(comparison.language)))
    settings.columns = ["setting", "value"]
    codings = {} if comparison.codings is None else {"codings": comparison.codings}
    return {
        **comparison.tables,
        **codings,
        "panel": comparison.counts,
        "exposure": panel.exposure,
        "settings": settings,
        **({} if memos is None or memos.empty else {"memos": memos}),
    }


def _shown(table: pd.DataFrame, say: Wording) -> pd.DataFrame:
    """Spell out hidden characters, round what was computed, and say fixed words in the reader's language."""
    from pandas.api.types import is_float_dtype

    shown = table.copy(deep=False)
    for name in table.columns:
        if is_float_dtype(table[name]):
            shown[name] = [_rounded(value) for value in table[name]]
        elif any(isinstance(value, str) for value in table[name]):
            shown[name] = [visible(say.word(name, value)) if isinstance(value, str) else value for value in table[name]]
    return shown


def _rounded(value: float) -> float:
    """Keep four digits that mean something; the .csv files have them all.

    >>> _rounded(5.846153846153846), _rounded(0.00781250000001), _rounded(15204.0)
    (5.846, 0.007813, 15204.0)
    """
    if math.isnan(value) or math.isinf(value) or abs(value) >= 1000 or value == 0:
        return value if math.isnan(value) or math.isinf(value) else round(value, 1)
    return float(f"{value:.4g}")
