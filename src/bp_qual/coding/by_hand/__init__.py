"""Coding by hand: what a coder did, kept so that nothing that was reported as saved is ever lost.

`events` is one line, `log` a coder's file, `coder_files` whose a file is, `replay` what holds after everything in it,
`anchors` where a coding stands in a text that was edited since, `placing` all that as tables of the interviews as they
are now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.coding.by_hand.coder_files import coders_files, is_coders_file, list_coders, list_strays
    from bp_qual.coding.by_hand.coder_names import alike_but_for_capitals
    from bp_qual.coding.by_hand.events import Event
    from bp_qual.coding.by_hand.gaps import missing_numbers
    from bp_qual.coding.by_hand.log import CoderLog, History, check_coder, read_history
    from bp_qual.coding.by_hand.making import mark_passage, new_id
    from bp_qual.coding.by_hand.placing import HandCodings, ids_at, place_codings
    from bp_qual.coding.by_hand.replay import State
    from bp_qual.coding.by_hand.summaries import Summary

__all__ = [
    "CoderLog",
    "Event",
    "HandCodings",
    "History",
    "State",
    "Summary",
    "alike_but_for_capitals",
    "check_coder",
    "coders_files",
    "ids_at",
    "is_coders_file",
    "list_coders",
    "list_strays",
    "mark_passage",
    "missing_numbers",
    "new_id",
    "place_codings",
    "read_history",
]
__getattr__ = load_when_asked(__name__, __file__)
