"""What `check` notes about a study that can be read."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

CHECK: dict[str, Bilingual] = {
    "note": ("Note: {text}", "Let op: {text}"),
    "skip": (
        "What cannot be read now can be left out as well, and is then counted as not read: bp-qual compare"
        " --skip-unreadable",
        "Wat nu niet te lezen is, kan ook overgeslagen worden, en telt dan als niet gelezen: bp-qual compare"
        " --skip-unreadable",
    ),
    "total": ("{problems:many problem}, {notes:many note}.", "{problems:many problem}, {notes:many note}."),
}
