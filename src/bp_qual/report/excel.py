"""The tables as one Excel file: a sheet each, and a last sheet that explains every column.

Text is text: what begins with ``=`` or looks like an address stays what the person said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.display import visible
from bp_qual.files.table_bytes import xlsx_bytes
from bp_qual.wording.columns import explain_columns

if TYPE_CHECKING:
    import pandas as pd


def render_xlsx(comparison: Comparison, *, language: str = "en") -> bytes:
    """Return a comparison's tables as the bytes of an Excel file; the same comparison gives the same bytes.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 4}], words))
    >>> render_xlsx(change)[:2]
    b'PK'
    """
    tables = report_tables(comparison)
    return xlsx_bytes(
        {name: _shown(table) for name, table in tables.items()}, guide=explain_columns(tables, language=language)
    )


def report_tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return all tables of a comparison by name: what changed first, then what it was made of, then the settings.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> list(report_tables(compare_waves(make_panel([], words, codes=["a"]))))[-3:]
    ['panel', 'exposure', 'settings']
    """
    import pandas as pd

    panel = comparison.panel
    settings = pd.DataFrame([(name, str(value)) for name, value in comparison.settings.items()])
    settings.columns = ["setting", "value"]
    codings = {} if comparison.codings is None else {"codings": comparison.codings}
    return {**comparison.tables, **codings, "panel": panel.counts, "exposure": panel.exposure, "settings": settings}


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    """Spell out hidden characters in text; a spreadsheet has no other place to show them."""
    shown = table.copy(deep=False)
    for name in table.columns:
        if any(isinstance(value, str) for value in table[name]):
            shown[name] = [visible(value) if isinstance(value, str) else value for value in table[name]]
    return shown
