"""What can be wrong with files that bp_qual wrote and reads again: codings by hand, a matrix, the record of a run."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

RESULT_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "another of ours": (
        (
            "is there already and holds another result of bp_qual, or one that was changed since.",
            "bestaat al en bevat een ander resultaat van bp_qual, of een dat daarna is veranderd.",
        ),
        ("Name another place, or add --overwrite.", "Noem een andere plaats, of geef --overwrite."),
    ),
    "saved meanwhile": (
        (
            "was saved by another program at the moment that it was to be replaced, and is as that program left it.",
            "is door een ander programma bewaard op het moment dat het vervangen zou worden, en staat er nu zoals"
            " dat programma het achterliet.",
        ),
        ("Close it there, and run the command again.", "Sluit het daar, en doe het commando opnieuw."),
    ),
    "no room to draw": (
        (
            "pictures cannot be drawn: a limit of {size:number} MB of memory is set for programs here (ulimit -v).",
            "tekeningen kunnen niet worden gemaakt: programma's mogen hier hoogstens {size:number} MB geheugen"
            " gebruiken (ulimit -v).",
        ),
        (
            "Lift it (ulimit -v unlimited), or write the report as a page (--html), which needs no such drawing.",
            "Hef dat op (ulimit -v unlimited), of maak het rapport als pagina (--html): die heeft zulke tekeningen niet"
            " nodig.",
        ),
    ),
    "own place is a link": (
        (
            "is a link, and nothing is written through it.",
            "is een verwijzing, en daardoorheen wordt niets geschreven.",
        ),
        (
            "Put the folder or the file itself into the study.",
            "Zet de map of het bestand zelf in het onderzoek.",
        ),
    ),
    "codings are a link": (
        ("is a link.", "is een verwijzing."),
        ("Put the file itself into the study.", "Zet het bestand zelf in het onderzoek."),
    ),
    "codings in another encoding": (
        (
            "was saved as {encoding} in an editor, and nothing can be added to it.",
            "is in een teksteditor als {encoding} bewaard, en er kan niets bij in.",
        ),
        (
            "Open it in that editor and save it as UTF-8 (in Notepad: Save as, Encoding), or bring an earlier copy back"
            " (bp-qual restore).",
            "Open het in die editor en bewaar het als UTF-8 (in Kladblok: Opslaan als, Codering), of zet een eerdere"
            " kopie terug (bp-qual restore).",
        ),
    ),
    "codings became shorter": (
        ("has become shorter since it was read.", "is korter geworden sinds het gelezen is."),
        (
            "Put back the longer file, and open the study again.",
            "Zet het langere bestand terug en open het onderzoek opnieuw.",
        ),
    ),
    "not a matrix": (
        (
            "is not a framework matrix that bp_qual wrote.",
            "is geen frameworkmatrix die bp_qual geschreven heeft.",
        ),
        ("Give the file that was filled in.", "Geef het ingevulde bestand."),
    ),
    "matrix by wave": (
        (
            "is a framework matrix with a column for each wave.",
            "is een frameworkmatrix met een kolom voor elke ronde.",
        ),
        (
            "Leave out --by-change, or name another file for the matrix by change.",
            "Laat --by-change weg, of noem een ander bestand voor de matrix naar verandering.",
        ),
    ),
    "matrix by change": (
        (
            "is a longitudinal matrix, made with --by-change.",
            "is een longitudinale matrix, gemaakt met --by-change.",
        ),
        (
            "Add --by-change, or name another file for the matrix by wave.",
            "Geef --by-change erbij, of noem een ander bestand voor de matrix naar ronde.",
        ),
    ),
    "too long for a cell": (
        (
            "holds a text of {n:many character}, and a cell of Excel at most {most:number}.",
            "bevat een tekst van {n:many character}, en een cel van Excel hoogstens {most:number}.",
        ),
        (
            "Write the matrix as a Word file, which keeps it whole (-o matrix.docx), or make the text shorter.",
            "Schrijf de matrix als Word-bestand, dat de tekst heel laat (-o matrix.docx), of maak de tekst korter.",
        ),
    ),
    "matrix without keys": (
        (
            "lacks its hidden sheet _keys, which says what bp_qual itself had written in it.",
            "mist het verborgen werkblad _keys, waarin staat wat bp_qual er zelf in geschreven had.",
        ),
        (
            "Put it back from an earlier copy; or write a new matrix under another name (bp-qual framework -o new.xlsx,"
            " with --by-change if this one was made so) and copy its sheet _keys into this file.",
            "Zet het terug uit een eerdere kopie; of schrijf een nieuwe matrix onder een andere naam (bp-qual framework"
            " -o nieuw.xlsx, met --by-change als deze zo gemaakt is) en kopieer daaruit"
            " het werkblad _keys naar dit bestand.",
        ),
    ),
    "not a run": (
        ("is not the record of a run.", "is niet het verslag van een vergelijking."),
        (
            "Give the run.json that `bp-qual compare` wrote.",
            "Geef de run.json die `bp-qual compare` geschreven heeft.",
        ),
    ),
    "no paper here": (
        ("not a folder of bp-qual paper.", "geen map van bp-qual paper."),
        (
            "Give the folder that `bp-qual paper STUDY -o FOLDER` wrote, with the folder reproduce in it.",
            "Geef de map die `bp-qual paper ONDERZOEK -o MAP` schreef, met de map reproduce erin.",
        ),
    ),
}

RESULT_PARTS: dict[str, Bilingual] = {
    "no summary read": ("No summary was read.", "Er is geen samenvatting gelezen."),
}
