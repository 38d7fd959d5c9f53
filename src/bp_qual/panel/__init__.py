"""The panel: person x wave x code, with how much each person said; its segments and rates."""

from bp_qual.panel.counts import Panel, count_codes, make_panel
from bp_qual.panel.source import Source

__all__ = ["Panel", "Source", "count_codes", "make_panel"]
