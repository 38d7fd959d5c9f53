"""What a command says when it is done, and what to do next."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

CLI: dict[str, Bilingual] = {
    "written": ("{file} written", "{file} geschreven"),
    "written_to": ("written to {files}", "geschreven: {files}"),
    "all_commands": ("All commands: bp-qual --help", "Alle opdrachten: bp-qual --help"),
    "codings_written": ("{n:many coding} written to {file}", "{n:many coding} geschreven in {file}"),
    "archive_written": (
        "{n:many coding} in {parts:many part} written to {folder}; parts that were done before: {kept:number}.",
        "{n:many coding} in {parts:many part} geschreven in {folder}; delen die al klaar waren: {kept:number}.",
    ),
    "archive_failed": (
        "Not read or not coded: {n:number} of {all:many interview}, listed in {file} too. The others are done. Mend"
        " them and run the same command again.",
        "Niet gelezen of niet gecodeerd: {n:number} van {all:many interview}, ook te vinden in {file}. De andere zijn"
        " klaar. Verbeter ze en geef dezelfde opdracht nog eens.",
    ),
    "no_memos": (
        "No memos: those of the coder are shown whose codings are counted (--count reviewed or human).",
        "Geen memo's: getoond worden die van de codeur van wie de coderingen tellen (--count reviewed of human).",
    ),
    "tables_written": ("{n:many table} written to {folder}", "{n:many table} geschreven in {folder}"),
    "kept": (
        "The file as you left it is kept as {file}.",
        "Het bestand zoals je het achterliet is bewaard als {file}.",
    ),
    "carried": (
        "{n:number} of what was written has no field of its own and is at the end of the file: {texts}",
        "{n:number} van wat er geschreven was heeft geen eigen veld en staat achteraan in het bestand: {texts}",
    ),
    "unfinished": (
        "Not finished by {coder}: {n:number} of {all:many interview}. What is coded there is shown, and is not counted"
        " ({interviews}).",
        "Niet af bij {coder}: {n:number} van de {all:many interview}. Wat daar gecodeerd is staat er wel bij, maar telt"
        " niet mee ({interviews}).",
    ),
    "matrix_both": (
        "Written in two places, and both texts are kept, one below the other: {cells:names}",
        "Op twee plaatsen geschreven; beide teksten staan onder elkaar in het veld: {cells:names}",
    ),
    "matrix_emptied": (
        "Emptied in the matrix and filled again, because it is on the page still: {cells:names}. Take a summary away on"
        " the page.",
        "In de matrix leeggemaakt en weer ingevuld, omdat het nog op de pagina staat: {cells:names}. Haal een"
        " samenvatting weg op de pagina.",
    ),
    "matrix_on_page": (
        "{n:many summary} of the matrix saved for the page, in the file of {coder}.",
        "{n:many summary} uit de matrix opgeslagen voor de pagina, in het bestand van {coder}.",
    ),
    "matrix_not_on_page": (
        "{n:many summary} of the matrix not on the page, as it is not clear whose they are: say it with --count"
        " reviewed --coder NAME, or with coders: [NAME] in study.yaml.",
        "{n:many summary} uit de matrix niet op de pagina, omdat niet duidelijk is van wie ze zijn: zeg het met --count"
        " reviewed --coder NAAM, of met coders: [NAAM] in study.yaml.",
    ),
    "not_read": ("Not read: {problem:said}", "Niet gelezen: {problem:said}"),
    "papers": (
        "Left out, as the names are those of forms, lists of questions or lists of persons: {files}. Add a row to"
        " interviews.csv for what is an interview. A list of persons can be saved as persons.csv, with a column"
        " person.",
        "Doen niet mee, omdat ze heten als formulieren, vragenlijsten of lijsten van personen: {files}. Zet wat een"
        " interview is in interviews.csv. Een lijst van personen kan bewaard worden als persons.csv, met een kolom"
        " person.",
    ),
    "try": (
        "Try it: bp-qual compare {folder:shell} -o {out:shell}",
        "Probeer: bp-qual compare {folder:shell} -o {out:shell}",
    ),
    "proposals": (
        "These are proposals: review them, put your own themes into codebook.yaml, then run"
        " bp-qual check {folder:shell}",
        "Dit zijn voorstellen: loop ze na, zet je eigen thema's in codebook.yaml en draai dan"
        " bp-qual check {folder:shell}",
    ),
    "new_codebook": (
        "Put your own themes into it, then run bp-qual codebook check {file:shell}",
        "Zet er je eigen thema's in en draai dan bp-qual codebook check {file:shell}",
    ),
    "warning": ("Warning: {text}", "Let op: {text}"),
    "codebook_total": (
        "{name} {version}: {errors:many error}, {warnings:many warning}.",
        "{name} {version}: {errors:many error}, {warnings:many warning}.",
    ),
    "not_carried": ("Not carried over: {item:said}.", "Niet meegenomen: {item:said}."),
    "page_at": ("The page is at {address}", "De pagina staat op {address}"),
    "page_reads": (
        "Nothing can be saved, so the page only reads: {why} Stop with Ctrl-C. To code by hand, copy the study to a"
        " folder in which you may write.",
        "Er kan niets worden opgeslagen, dus de pagina is alleen om te lezen: {why} Stop met Ctrl-C. Kopieer het"
        " onderzoek naar een map waarin je mag schrijven om met de hand te coderen.",
    ),
    "page_stop": (
        "You code as {coder}; everything is saved at once. Stop with Ctrl-C.",
        "Je codeert als {coder}; alles wordt meteen opgeslagen. Stop met Ctrl-C.",
    ),
    "page_no_browser": (
        "No browser was found: open that address yourself.",
        "Geen browser gevonden: open dat adres zelf.",
    ),
    "page_open_already": ("The page of this study is open already.", "De pagina van dit onderzoek staat al open."),
}
