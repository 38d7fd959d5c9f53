"""The panel: person x wave x code, with how much each person said; its segments and rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.panel.counts import Panel, count_codes, make_panel
    from bp_qual.panel.source import Source

__all__ = ["Panel", "Source", "count_codes", "make_panel"]
__getattr__ = load_when_asked(__name__, __file__)
