"""Pictures of a study and a comparison, each for one question, readable in grey and without a legend.

Colours say one thing everywhere: vermilion is more in the later wave, blue is less, grey is no clear change. Nothing
here computes a statistic; a picture shows what the tables say. `picture` shows and saves, without network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.plots.change import plot_change
    from bp_qual.plots.changed_words import plot_word_changes
    from bp_qual.plots.flows import plot_trajectories
    from bp_qual.plots.found_words import plot_words
    from bp_qual.plots.heatmap import plot_heatmap
    from bp_qual.plots.person_changes import plot_persons
    from bp_qual.plots.picture import Picture
    from bp_qual.plots.presence import plot_panel
    from bp_qual.plots.timeline import plot_timeline

__all__ = [
    "Picture",
    "plot_change",
    "plot_heatmap",
    "plot_panel",
    "plot_persons",
    "plot_timeline",
    "plot_trajectories",
    "plot_word_changes",
    "plot_words",
]
__getattr__ = load_when_asked(__name__, __file__)
