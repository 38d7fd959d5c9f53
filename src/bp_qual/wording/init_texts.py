"""What `init` writes beside what it proposes in study.yaml, in English and Dutch."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

INIT: dict[str, Bilingual] = {
    "proposed": (
        "Proposed by bp-qual init from what is in this folder. Look over every line, and interviews.csv too.",
        "Voorgesteld door bp-qual init naar wat er in deze map staat. Loop elke regel na, en interviews.csv ook.",
    ),
    "language": ("guessed from the small words", "geraden naar de kleine woorden"),
    "speakers": ("only labels that are not the usual ones", "alleen labels die niet de gewone zijn"),
    "columns": (
        "each row is a person, these columns the questions",
        "elke rij is een persoon, deze kolommen zijn de vragen",
    ),
    "unclear": (
        "In {n:many file} person or wave is not clear: fill them in in interviews.csv.",
        "Bij {n:many file} is persoon of ronde niet duidelijk: vul die in interviews.csv in.",
    ),
    "confirm": (
        "take out what you have looked over; bp-qual check asks until then",
        "haal weg wat je hebt nagekeken; tot dan vraagt bp-qual check ernaar",
    ),
    "waves_unknown": (
        "put them here, oldest first, and take away the #; nothing says which came first",
        "zet ze hier, de oudste eerst, en haal het # weg; niets zegt welke het eerst kwam",
    ),
    "waves_of_folders": (
        "the waves are those of the folders, though names of files say {said}: if these are waves of their own, correct"
        " interviews.csv",
        "de rondes zijn die van de mappen, al noemen namen van bestanden {said}: zijn dat eigen rondes, verbeter dan"
        " interviews.csv",
    ),
    "waves_of_sorts": (
        "waves: the names are of several sorts, and some may be the same wave: {sorts}. If {one} is {other}, for"
        " instance, write {other} in the rows of {one} in interviews.csv. If each is a wave of its own, write them here"
        " as waves: [...], oldest first",
        "waves: de namen zijn van meer soorten, en sommige zijn misschien dezelfde ronde: {sorts}. Is bijvoorbeeld"
        " {one} hetzelfde als {other}, zet dan {other} in de rijen van {one} in interviews.csv. Is elke een eigen"
        " ronde, zet ze dan hier als waves: [...], de oudste eerst",
    ),
    "guessed": ("guessed", "geraden"),
    "order_dates": ("guessed, in the order of their dates", "geraden, in de volgorde van hun datums"),
    "order_years": (
        "guessed, in the order of the years in their names",
        "geraden, in de volgorde van de jaren in hun namen",
    ),
    "order_names": ("guessed, in the order of their names", "geraden, in de volgorde van hun namen"),
    "rounds": (
        "guessed: years that lie together are one wave; where they are not, give each its own line, and correct"
        " interviews.csv",
        "geraden: jaren die bij elkaar liggen zijn één ronde; klopt dat niet, geef elk een eigen regel en verbeter"
        " interviews.csv",
    ),
    "window": ("with a window of dates", "met een periode"),
}
