"""What can be wrong with a sheet of names, a key, and a study that gets pseudonyms."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

NAMES_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "not a sheet of names": (
        ("is no sheet of names.", "is geen blad met namen."),
        (
            "Make one with bp-qual pseudonyms propose, and keep its headings.",
            "Maak er een met bp-qual pseudonyms propose, en laat de kopjes staan.",
        ),
    ),
    "replacement of nothing": (
        ("says the replacement '{text}', and no spelling.", "noemt de vervanging '{text}', en geen schrijfwijze."),
        ("Fill in the spelling, or empty the row.", "Vul de schrijfwijze in, of maak de rij leeg."),
    ),
    "kind of name": (
        ("'{text}' is no kind of name.", "'{text}' is geen soort naam."),
        ("{guess:said}", "{guess:said}"),
    ),
    "yes or no": (
        ("'{text}' is neither yes nor no.", "'{text}' is geen ja en geen nee."),
        ("Write yes or no.", "Schrijf ja of nee."),
    ),
}
NAMES_PARTS: dict[str, Bilingual] = {
    "nothing replaced": ("Nothing was replaced.", "Er is niets vervangen."),
}
