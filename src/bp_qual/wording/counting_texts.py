"""What is said of how the passages of a project are counted, and where they were put."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

COUNTING: dict[str, Bilingual] = {
    "moved by name": (
        "at the offsets of {n:many passage} stand other words than the name says: put where those words stand",
        "op de posities van {n:many passage} staan andere woorden dan de naam zegt: gezet waar die woorden staan",
    ),
    "in cells": (
        "table {table}, column {column}, {n:many cell} (first: row {row:number}): {note:said}. Look at it; where it is"
        " wrong, correct it in the program that made the project, and export it again",
        "tabel {table}, kolom {column}, {n:many cell} (eerste: rij {row:number}): {note:said}. Kijk ernaar; als het"
        " niet klopt, verbeter het in het programma waarmee het project gemaakt is, en exporteer het opnieuw",
    ),
    "cell as windows": (
        "{around!r} is not all UTF-8, and was read as Windows-1252",
        "{around!r} is niet helemaal UTF-8, en is gelezen als Windows-1252",
    ),
    "cell lost": (
        "letters of {around!r} are in no encoding, and are lost",
        "letters van {around!r} staan in geen enkele codering, en zijn verloren",
    ),
    "counted otherwise": (
        "no names of passages tell how their places are counted; at the usual places they begin and end within words,"
        " and no longer where {ways:said}: read so",
        "geen namen van passages zeggen hoe hun plaats geteld is; op de gewone plaatsen beginnen en eindigen ze midden"
        " in woorden, en niet meer waar {ways:said}: zo gelezen",
    ),
    "counted units": ("an emoji counts as two characters", "een emoji als twee tekens telt"),
    "counted mark": ("the byte order mark counts as a character", "het byte order mark als teken telt"),
    "counted lines": (
        "the ends of lines are counted otherwise than they are in the file",
        "regeleinden anders geteld zijn dan ze in het bestand staan",
    ),
    "places doubtful": (
        "{n:number} of {of:many passage} begin within a word, however places are counted, and no names tell what"
        " they are: their places cannot be relied on, and they are listed. Export the project again, or give a list of"
        " quotations",
        "{n:number} van de {of:many passage} beginnen midden in een woord, hoe de plaatsen ook geteld worden, en"
        " geen namen zeggen wat ze zijn: op hun plaats is niet te vertrouwen, en ze zijn opgesomd. Exporteer het"
        " project opnieuw, of geef een lijst met citaten",
    ),
    "ends within": (
        "no names of passages tell how their ends are counted; {n:number} of {of:number} ends that can tell fall one"
        " letter short of the end of a word, so they are taken as the last letter itself",
        "geen namen van passages zeggen hoe hun einde geteld is; {n:number} van de {of:number} eindes die het kunnen"
        " zeggen vallen één letter voor het eind van een woord, en dus zijn ze gelezen als de laatste letter zelf",
    ),
    "ends behind": (
        "no names of passages tell how their ends are counted; {n:number} of {of:number} ends that can tell fall at the"
        " end of a word, so they are taken as the place behind the last letter",
        "geen namen van passages zeggen hoe hun einde geteld is; {n:number} van de {of:number} eindes die het kunnen"
        " zeggen vallen aan het eind van een woord, en dus zijn ze gelezen als de plaats achter de laatste letter",
    ),
    "ends unknown": (
        "nothing tells whether the end of a passage is its last letter or the place behind it; taken as the place"
        " behind it, as most programs write it: see in a few quotes whether a letter is missing",
        "niets zegt of het einde van een passage de laatste letter is of de plaats erachter; gelezen als de plaats"
        " erachter, zoals de meeste programma's het schrijven: kijk bij een paar citaten of er een letter ontbreekt",
    ),
    "case groups": (
        "taken for a group and not for a person, because its documents are those of other cases: {names:commas}. If it"
        " is somebody who was interviewed with them, say so in interviews.csv (file, person, wave)",
        "gelezen als groep en niet als persoon, omdat de documenten die van andere cases zijn: {names:commas}. Is het"
        " iemand die samen met hen is geïnterviewd, zet dat dan in interviews.csv (file, person, wave)",
    ),
    "case groups with more": (
        "taken for a group and not for a person, because it has all documents of several other cases, and more:"
        " {names:commas}. If it is a person, say so in interviews.csv (file, person, wave)",
        "gelezen als groep en niet als persoon, omdat alle documenten van meer andere cases erbij horen, en nog andere:"
        " {names:commas}. Is het een persoon, zet dat dan in interviews.csv (file, person, wave)",
    ),
    "cases either": (
        "persons or groups of persons, which the project does not tell, so that no document was given to them:"
        " {names:commas}. Say in interviews.csv (file, person, wave) who was interviewed in each",
        "personen of groepen personen, wat het project niet zegt, zodat ze geen document hebben gekregen:"
        " {names:commas}. Zet in interviews.csv (file, person, wave) wie er in elk document is geïnterviewd",
    ),
    "cases alike": (
        "with the same documents, and taken for persons who were interviewed together: {names:commas}. If one of them"
        " is a group, delete its rows in interviews.csv",
        "met dezelfde documenten, en gelezen als personen die samen zijn geïnterviewd: {names:commas}. Is een ervan een"
        " groep, verwijder dan de rijen ervan in interviews.csv",
    ),
}
