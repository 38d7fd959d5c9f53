"""How a result is put into words and figures, in Dutch and in English.

Every sentence that a reader meets is here, in each language, under a name that says what it is for. `voice`
picks texts and fills their gaps, `numerals` writes every number, `measures` and `significance` hold one row for each
measure and each test, `remarks` what must be known beside a number. This room knows nothing of the others, and decides
nothing: it only names what was decided.
"""

from __future__ import annotations

from bp_qual.wording.measures import MEASURES
from bp_qual.wording.notices import Notice, group_notices
from bp_qual.wording.ratios import by_change, ratio_text
from bp_qual.wording.remarks import Remark
from bp_qual.wording.significance import CORRECTIONS, TESTS
from bp_qual.wording.texts import LANGUAGES
from bp_qual.wording.verdicts import RULES, VERDICTS, explain_verdicts
from bp_qual.wording.voice import Wording, choose_language

__all__ = [
    "CORRECTIONS", "LANGUAGES", "MEASURES", "RULES", "TESTS", "VERDICTS", "Notice", "Remark", "Wording",
    "by_change", "choose_language", "explain_verdicts", "group_notices", "ratio_text",
]  # fmt: skip
