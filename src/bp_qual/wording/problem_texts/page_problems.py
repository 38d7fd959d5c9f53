"""What can be wrong when the coding page is started, or a code or term is added to the codebook."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

PAGE_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "not yours alone": (
        ("is not yours alone.", "is niet van jou alleen."),
        ("Remove it, or set TMPDIR to another folder.", "Verwijder die map, of zet TMPDIR op een andere map."),
    ),
    "code there already": (
        ("has a code '{code}' already.", "heeft al een code '{code}'."),
        ("Give the new one another id.", "Geef de nieuwe een andere id."),
    ),
    "codes in brackets": (
        ("has its codes in brackets.", "heeft de codes tussen haakjes."),
        (
            "Write each code on lines of its own, beginning with '- id:'. Nothing was added.",
            "Schrijf elke code op eigen regels, te beginnen met '- id:'. Er is niets toegevoegd.",
        ),
    ),
    "no code to add to": (
        ("has no code '{code}'.", "heeft geen code '{code}'."),
        ("Nothing was added.", "Er is niets toegevoegd."),
    ),
    "term there already": (
        ("the code '{code}' has the term '{term}' already.", "de code '{code}' heeft de term '{term}' al."),
        ("Nothing was added.", "Er is niets toegevoegd."),
    ),
    "example is counterexample": (
        ("'{said}' is a counterexample of '{code}'.", "'{said}' is een tegenvoorbeeld van '{code}'."),
        ("Nothing was added.", "Er is niets toegevoegd."),
    ),
    "term cannot be added": (
        (
            "nothing can be added to the code '{code}' as it is written.",
            "aan de code '{code}' kan zoals die geschreven is niets worden toegevoegd.",
        ),
        ("Add it with an editor.", "Voeg het toe met een tekstverwerker."),
    ),
    "code cannot be added": (
        ("code '{code}' cannot be added to it.", "de code '{code}' kan er niet aan worden toegevoegd."),
        ("Add it with an editor.", "Voeg die toe met een tekstverwerker."),
    ),
}
