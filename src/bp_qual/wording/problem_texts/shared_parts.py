"""Phrases that problems of every room are made of: guesses at what was meant, and the lines that close an error."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

NO_REMEDY: Bilingual = ("", "")

SHARED_PARTS: dict[str, Bilingual] = {
    "nothing": ("", ""),
    # what was meant
    "did you mean": ("Did you mean '{name}'?", "Bedoel je '{name}'?"),
    "one of these meant": ("Did you mean {names:either}?", "Bedoel je {names:either}?"),
    "use one of": ("Use one of: {names:commas}.", "Gebruik er een van: {names:commas}."),
    "code is now": ("It is called '{name}' now.", "Die heet nu '{name}'."),
    "code was split": ("It was split into {names:commas}.", "Die is gesplitst in {names:commas}."),
    "there are": ("There are: {names:commas}.", "Bekend zijn: {names:commas}."),
    "may hold": ("It may hold: {names:commas}.", "Hier kan staan: {names:commas}."),
    "may be": ("It may be: {names:commas}.", "Het kan zijn: {names:commas}."),
    "its columns": ("Its columns: {names:commas}.", "De kolommen zijn: {names:commas}."),
    # what was not done
    "nothing coded": ("Nothing was coded.", "Er is niets gecodeerd."),
    "nothing added": ("Nothing was added.", "Er is niets toegevoegd."),
    "nothing opened": ("Nothing was opened.", "Er is niets geopend."),
    "half saved": (
        "Saved was what {coders:joined} coded, not what {coder} did. Import the file again: nothing is added twice.",
        "Opgeslagen is wat {coders:joined} codeerde, niet wat {coder} deed. Importeer het bestand opnieuw: niets komt"
        " er twee keer in.",
    ),
    "more problems": (
        "And {n:many problem} more: mend these first.",
        "En nog {n:many problem}: herstel deze eerst.",
    ),
    "nothing counted": ("Nothing was counted.", "Er is niets geteld."),
    "nothing proposed": ("Nothing was proposed.", "Er is niets voorgesteld."),
    "nothing compared": ("Nothing was compared.", "Er is niets vergeleken."),
    "nothing saved": ("Nothing was saved.", "Er is niets bewaard."),
    "nothing written": ("Nothing was written.", "Er is niets geschreven."),
    # why the computer refused
    "as written": ("{text}", "{text}"),
    "permission denied": ("Permission denied", "geen toegang"),
    "disk full": ("No space left on device", "de schijf is vol"),
    "closed": ("it is closed", "het is gesloten"),
    "disk read-only": ("Read-only file system", "de schijf kan alleen gelezen worden"),
    "is a folder": ("Is a directory", "het is een map"),
    "no folder": ("Not a directory", "het is geen map"),
    "not there": ("No such file or directory", "er is niets van die naam"),
    "there already": ("File exists", "het bestaat al"),
    "name too long": ("File name too long", "de naam is te lang"),
    "disk fault": ("Input/output error", "de schijf leest of schrijft niet goed"),
    "links in a circle": ("Too many levels of symbolic links", "de koppelingen lopen in een kring"),
    "file in use": ("Device or resource busy", "het is in gebruik"),
    "open elsewhere": ("It is open in another program", "het is open in een ander programma"),
    "too many files open": ("Too many open files", "er zijn te veel bestanden geopend"),
    "file too large": ("File too large", "het bestand is te groot"),
    "name not possible": ("Invalid argument", "zo'n naam is hier niet mogelijk"),
}
