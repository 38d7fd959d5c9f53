"""What is said of a file without labels: how to name who answers, and whose the questions in it become."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

TEXT_COLUMN = (
    "write {answers} in the column `speaker` of this file in interviews.csv",
    "zet dan {answers} in de kolom `speaker` van dit bestand in interviews.csv",
)
LABELS = (
    "Else put a label before each turn (I: and R:).",
    "Zet anders een label voor elke beurt (I: en R:).",
)

OPEN_QUESTIONS: dict[str, Bilingual] = {
    "no speaker but questions": (
        "No speaker is marked, and an interviewer may have asked {n:many line} ({begin!r}): put a label before"
        f" each turn (I: and R:). Only if one person says all of it, also what is asked, {TEXT_COLUMN[0]}.",
        "Er is geen spreker aangegeven, en een interviewer vroeg misschien {n:many line} ({begin!r}): zet een"
        " label voor elke beurt (I: en R:). Alleen als één persoon alles zegt, ook wat gevraagd wordt,"
        f" {TEXT_COLUMN[1]}.",
    ),
    "questions as talk": (
        "All of the file is counted as said by one person, also what asks somebody ({n:many line}): {begin}. If an"
        " interviewer asked, put a label before each turn (I: and R:).",
        "Het hele bestand telt als gezegd door één persoon, ook wat aan iemand gevraagd wordt ({n:many line}):"
        " {begin}. Vroeg een interviewer dat, zet dan een label voor elke beurt (I: en R:).",
    ),
}
