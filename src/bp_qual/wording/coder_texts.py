"""What is said of whose codings came in: coders of other programs under a name that they can have here."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

CODERS: dict[str, Bilingual] = {
    "no coder named": ("nobody who is named", "niemand met een naam"),
    "nothing new": (
        "every coding of the file by {coders:names} was here already: it finishes no interview. If they looked for all"
        " codes of the study in each interview that they coded, import it again with --one-codebook",
        "elke codering in het bestand van {coders:names} was er al: het maakt geen interview af. Zochten zij naar alle"
        " codes van het onderzoek in elk interview dat zij codeerden, importeer het dan nog eens met --one-codebook",
    ),
    "coder a device": (
        "the codings of {said} are under {coder}: no file can be called {said} on Windows",
        "de coderingen van {said} staan onder {coder}: op Windows kan geen bestand {said} heten",
    ),
    "coder a rule": (
        "the codings of {said} are under {coder}: {said} says how several coders count together",
        "de coderingen van {said} staan onder {coder}: {said} zegt hoe meer codeurs samen tellen",
    ),
    "coder told apart": (
        "the codings of {said} are under {coder}: {other}, as a file of theirs would be called, is another coder here."
        " If the two are one person, give them one name in the file, or import these with --coder '{said}={other}'",
        "de coderingen van {said} staan onder {coder}: {other}, zoals het bestand zou heten, is hier een andere codeur."
        " Zijn ze één persoon, geef ze in het bestand dan één naam, of importeer deze met --coder '{said}={other}'",
    ),
    "coder a codebook": (
        "{said} is a codebook: its hits, which nobody needs to have looked at, now count as coded and finished by hand"
        " by {coder}",
        "{said} is een codeboek: treffers ervan, die misschien niemand bekeek, tellen nu als met de hand gecodeerd en"
        " klaar, door {coder}",
    ),
}
