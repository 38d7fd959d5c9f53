"""How a result is put into words and figures, in Dutch and in English.

Every sentence that a reader of the report or of a picture meets is in `texts`, in each language, under a name that says
what it is for; `words` picks them and writes numbers the way the language does. This room knows nothing of the others.
"""

from __future__ import annotations

from bp_qual.wording.phrases import LANGUAGES, VERDICTS, Wording, by_change, ratio_text, verdict

__all__ = ["LANGUAGES", "VERDICTS", "Wording", "by_change", "ratio_text", "verdict"]
