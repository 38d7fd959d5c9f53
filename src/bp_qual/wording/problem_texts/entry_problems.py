"""What lies in a study's folder and is not read: interviews that would be missed, and what a killed run left."""

from __future__ import annotations

from bp_qual.wording.problem_texts.file_problems import CONVERT
from bp_qual.wording.texts import Bilingual

_MOVE = ("Check your rights, or move it elsewhere.", "Controleer je rechten, of zet het ergens anders.")

_LOCK = (
    "Save the document here; if it is elsewhere or no longer needed, delete {lock}: nothing is lost with it.",
    "Bewaar het document hier; als het ergens anders is of niet meer nodig, verwijder dan {lock}: daarmee gaat niets"
    " verloren.",
)
ENTRY_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "lock without document": (
        (
            "is not here: of this document only {lock} is, which a program makes while it is open.",
            "is er niet: van dit document is er alleen {lock}, dat een programma maakt zolang het open is.",
        ),
        _LOCK,
    ),
    "cut lock without document": (
        (
            "is the lock of a document that is not here: one of the same name without ~$, or with one or two letters"
            " in the place of ~$.",
            "is het slot van een document dat er niet is: een met dezelfde naam zonder ~$, of met een of twee letters"
            " op de plaats van ~$.",
        ),
        _LOCK,
    ),
    "companion without document": (
        (
            "is not here: only {companion} is, in which macOS keeps what it shows of that file.",
            "is er niet, alleen {companion}, waarin macOS bewaart hoe het dat bestand toont.",
        ),
        (
            "Copy the file itself here, or delete {companion}.",
            "Kopieer het bestand zelf hierheen, of verwijder {companion}.",
        ),
    ),
    "folder not readable": (
        ("is a folder that cannot be read ({why:said}).", "is een map die niet te lezen is ({why:said})."),
        _MOVE,
    ),
    "in the cloud": (
        ("is in iCloud and not on this computer.", "staat in iCloud en niet op deze computer."),
        ("Open the folder in Finder and download it.", "Open de map in Finder en download het."),
    ),
    "link to a folder": (
        ("is a link to a folder, which is not followed.", "verwijst naar een map; zo'n verwijzing wordt niet gevolgd."),
        (
            "Put the files themselves here, or move the link out of the folder of transcripts.",
            "Zet de bestanden zelf hier, of haal de verwijzing uit de map met transcripten.",
        ),
    ),
    "link to nothing": (
        ("is a link to a file that is not there.", "verwijst naar een bestand dat er niet is."),
        ("Put the file itself here, or delete the link.", "Zet het bestand zelf hier, of haal de verwijzing weg."),
    ),
    "no ordinary file": (
        ("is no ordinary file.", "is geen gewoon bestand."),
        ("Delete it, or move it elsewhere.", "Haal het weg, of zet het ergens anders."),
    ),
    "package": (
        (
            "is a package of macOS, which only its own program can read.",
            "is een pakket van macOS, dat alleen het eigen programma kan lezen.",
        ),
        (
            "Open it in its own program and export it as .docx.",
            "Open het in het eigen programma en exporteer het als .docx.",
        ),
    ),
    "study inside": (
        (
            "is the folder of another study (it holds a study.yaml), so its files are not of this one.",
            "is de map van een ander onderzoek (er staat een study.yaml in), dus de bestanden horen niet bij dit.",
        ),
        (
            "If they are of this one, take that study.yaml away.",
            "Horen ze hier wel bij, haal die study.yaml dan weg.",
        ),
    ),
    "folder of an interview": (
        (
            "is a folder that is called like an interview, and no file in it is read as one.",
            "is een map die heet als een interview, en geen bestand erin wordt als interview gelezen.",
        ),
        (
            "Name the files in it after person and wave, or list them in interviews.csv. If none is an interview, give"
            " the folder another name.",
            "Noem de bestanden erin naar persoon en ronde, of zet ze in interviews.csv. Is er geen een interview, geef"
            " de map dan een andere naam.",
        ),
    ),
    "empty folder of a wave": (
        (
            "is an empty folder that is called after a wave in which not everybody's interview is read.",
            "is een lege map die heet naar een ronde waaruit niet ieders interview gelezen wordt.",
        ),
        ("Put its interviews back, or delete it.", "Zet de interviews terug, of gooi de map weg."),
    ),
    "entry not readable": (("cannot be read ({why:said}).", "is niet te lezen ({why:said})."), _MOVE),
    "old word not read": (
        (
            "is a Word 97-2003 document (.doc), which is not read.",
            "is een document van Word 97-2003 (.doc); dat wordt niet gelezen.",
        ),
        CONVERT,
    ),
    "own result": (
        ("is a result that bp_qual made, not an interview.", "is een resultaat van bp_qual, geen interview."),
        (
            "Move it elsewhere. If somebody typed an interview in it, copy the text into a new document.",
            "Zet het ergens anders. Heeft iemand er een interview in getypt, kopieer de tekst dan naar een nieuw "
            "document.",
        ),
    ),
    "recording": (
        ("is a recording, and no transcript of it is there.", "is een opname, en er is geen transcript van."),
        (
            "Transcribe it. Left here and skipped (--skip-unreadable), the interview counts as not read; with the "
            "recording moved elsewhere, the person counts as not interviewed then.",
            "Schrijf de opname uit. Blijft ze hier en wordt ze overgeslagen (--skip-unreadable), dan telt het "
            "interview als niet gelezen; staat ze ergens anders, dan telt de persoon er als niet geïnterviewd.",
        ),
    ),
    "picture of an interview": (
        (
            "is a picture, and no transcript of that interview is read.",
            "is een afbeelding, en van dat interview wordt geen transcript gelezen.",
        ),
        (
            "If it shows the interview, type that out; else give it another name, or move it elsewhere.",
            "Staat het interview erop, typ het dan uit; geef haar anders een andere naam, of zet haar ergens anders.",
        ),
    ),
    "packed and not listed": (
        (
            "is a packed file ({ending}) of which nobody can see here what is in it: it may be the interview of"
            " {persons}.",
            "is een ingepakt bestand ({ending}) waarvan hier niet te zien is wat erin zit: misschien het interview van"
            " {persons}.",
        ),
        ("Unpack it here, or move it elsewhere.", "Pak het hier uit, of zet het ergens anders."),
    ),
    "packed interviews": (
        (
            "is a packed file ({ending}), in which nothing is read: it may hold the interview of {persons}.",
            "is een ingepakt bestand ({ending}); wat erin zit wordt niet gelezen, en misschien is dat het interview van"
            " {persons}.",
        ),
        ("Unpack it here, or move it elsewhere.", "Pak het hier uit, of zet het ergens anders."),
    ),
    "not among the transcripts": (
        (
            "is called like an interview that is not read, and lies outside the folder of transcripts.",
            "heet als een interview dat niet gelezen wordt, en staat buiten de map met transcripten.",
        ),
        (
            "Put it in that folder. If it is not to be read, move it out of the folder of the study.",
            "Zet het in die map. Hoort het er niet bij, zet het dan buiten de map van het onderzoek.",
        ),
    ),
    "persons in a name": (
        (
            "is called after {persons:joined}, and is not read: its name does not say it as the others do.",
            "heet naar {persons:joined}, en wordt niet gelezen: de naam zegt het anders dan de andere.",
        ),
        (
            "Say in interviews.csv whose it is, a row for each person; or move it elsewhere.",
            "Zet in interviews.csv van wie het is, een regel per persoon; of zet het ergens anders.",
        ),
    ),
    "not listed": (
        (
            "is called after {persons:joined}, and is not read: no row of interviews.csv names it.",
            "heet naar {persons:joined}, en wordt niet gelezen: geen rij van interviews.csv noemt het.",
        ),
        (
            "Move it elsewhere or, if it is that interview, put in interviews.csv ({columns}): {rows:joined}",
            "Zet het ergens anders of, als het dat interview is, zet in interviews.csv ({columns}): {rows:joined}",
        ),
    ),
    "no ending": (
        ("has no ending, so it is not read.", "heeft geen extensie en wordt dus niet gelezen."),
        (
            "Give it the ending of its format, such as .txt.",
            "Geef het de extensie van zijn formaat, zoals .txt.",
        ),
    ),
    "not a read ending": (
        (
            "is a file of a kind that is not read ({ending}).",
            "is een soort bestand dat niet gelezen wordt ({ending}).",
        ),
        (
            "Save it as .docx in the program that made it, or move it elsewhere. Read are: {endings:commas}.",
            "Bewaar het als .docx in het programma waarmee het gemaakt is, of zet het ergens anders. Gelezen worden:"
            " {endings:commas}.",
        ),
    ),
    "unfinished writing": (
        (
            "is what a run left that was killed while it put its files in place: those beside it may be of two runs.",
            "is wat een opdracht achterliet die eindigde terwijl ze haar bestanden neerzette: de bestanden ernaast"
            " kunnen van twee keer zijn.",
        ),
        ("Run that command again.", "Geef die opdracht opnieuw."),
    ),
    "leftover of others": (
        (
            "has the name of what a killed run leaves, but is a link or holds more than files: bp_qual does not touch"
            " it.",
            "heet als wat een afgebroken opdracht achterlaat, maar is een verwijzing of bevat meer dan bestanden:"
            " bp_qual blijft eraf.",
        ),
        ("Look what it is, and delete or rename it.", "Kijk wat het is, en verwijder of hernoem het."),
    ),
    "broken off writing": (
        (
            "is what a run left that was killed while it wrote: part of its results, put in place nowhere.",
            "is wat een opdracht achterliet die eindigde terwijl ze schreef: een deel van de resultaten, nergens"
            " neergezet.",
        ),
        (
            "Run that command again, which removes it, or delete it.",
            "Geef die opdracht opnieuw: dan verdwijnt het; of verwijder het.",
        ),
    ),
}
