"""Pictures of a study and a comparison, each for one question, readable in grey and without a legend.

Colours say one thing everywhere: vermilion is more in the later wave, blue is less, grey is no clear change. Nothing
here computes a statistic; a picture shows what the tables say. `picture` shows and saves, without network.
"""

from __future__ import annotations

from bp_qual.plots.change import plot_change
from bp_qual.plots.picture import Picture

__all__ = ["Picture", "plot_change"]
