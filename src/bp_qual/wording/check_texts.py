"""What `check` notes about a study that can be read."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

CHECK: dict[str, Bilingual] = {
    "note": ("Note: {text}", "Let op: {text}"),
    "total": ("{problems:many problem}, {notes:many note}.", "{problems:many problem}, {notes:many note}."),
}
