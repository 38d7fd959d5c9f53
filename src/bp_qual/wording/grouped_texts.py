"""What is said of groups of sentences."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

GROUPED: dict[str, Bilingual] = {
    "head": (
        "An aid for reading, and no finding: {sentences:many sentence} in {n:many group}, by what they are about",
        "Een leeshulp, en geen bevinding: {sentences:many sentence} in {n:many group}, naar waarover ze gaan",
    ),
    "no words": ("(no word is said more here than elsewhere)", "(geen woord is hier meer gezegd dan elders)"),
    "sentences": ("sentences", "zinnen"),
    "wave": ("{n} in {wave}", "{n} in {wave}"),
    "told": (
        "{spread} · {persons:many person}, {share:percent} from one · comes back for {stability:percent}",
        "{spread} · {persons:many person}, {share:percent} van één · komt voor {stability:percent} terug",
    ),
}
