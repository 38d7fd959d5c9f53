"""Speakers: who speaks in which stretch of a text, and in which role.

Two steps that know nothing of each other: `find_stretches` sees labels in the lines of a file, `assign_roles` says
which of them is the respondent's. `suggest_same` names spellings that may be one speaker, `explain_pattern` says what
is wrong with a pattern of labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.transcripts.speakers.counted_lines import begins_with_cells
    from bp_qual.transcripts.speakers.label_offers import offer_labels
    from bp_qual.transcripts.speakers.label_patterns import explain_pattern
    from bp_qual.transcripts.speakers.labels import is_role_label, label_key
    from bp_qual.transcripts.speakers.roles import Roles, assign_roles
    from bp_qual.transcripts.speakers.spellings import suggest_same
    from bp_qual.transcripts.speakers.stretch import Stretch, Talk
    from bp_qual.transcripts.speakers.stretches import find_stretches

__all__ = [
    "Roles",
    "Stretch",
    "Talk",
    "assign_roles",
    "begins_with_cells",
    "explain_pattern",
    "find_stretches",
    "is_role_label",
    "label_key",
    "offer_labels",
    "suggest_same",
]
__getattr__ = load_when_asked(__name__, __file__)
