"""What can be wrong with any file: that it cannot be opened, read as text or as a table, or written."""

from __future__ import annotations

from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

_ELSEWHERE = ("Name another place.", "Noem een andere plaats.")
_UTF_8 = ("Save it as UTF-8, or name its encoding.", "Bewaar het als UTF-8, of noem de codering.")
CONVERT = (
    "Open it in Word or LibreOffice and save it as .docx; a whole folder at once, in a terminal in that folder:"
    " soffice --headless --convert-to docx *.doc",
    "Open het in Word of LibreOffice en bewaar het als .docx; een hele map tegelijk, in een terminal in die map:"
    " soffice --headless --convert-to docx *.doc",
)
SAVE_AGAIN = (
    "Open it in its own program and save it again.",
    "Open het in het programma waarmee het gemaakt is en bewaar het opnieuw.",
)

FILE_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    # opening
    "not there": (
        ("does not exist.", "bestaat niet."),
        ("Check the name and the folder.", "Controleer de naam en de map."),
    ),
    "of the system": (
        ("is no file, but shown as one by the system.", "is geen bestand, al laat het systeem het zo zien."),
        ("Name the file with the text.", "Noem het bestand met de tekst."),
    ),
    "system folder": (
        ("is a folder of the system, not of a study.", "is een map van het systeem, niet van een onderzoek."),
        ("Name the folder with the interviews.", "Noem de map met de interviews."),
    ),
    "system place": (
        (
            "is a folder of the system or your home folder itself, in which results do not belong.",
            "is een map van het systeem of je eigen beginmap; daar horen geen resultaten.",
        ),
        ("Name a folder of your own for them.", "Noem er een eigen map voor."),
    ),
    "too many silent files": (
        (
            "holds {n:many document} whose names and folders say no wave, so it is not the folder of a study.",
            "bevat {n:many document} waarvan naam en map geen ronde zeggen; het is niet de map van een onderzoek.",
        ),
        (
            "Name the folder with the interviews, or list them in interviews.csv.",
            "Noem de map met de interviews, of zet ze in interviews.csv.",
        ),
    ),
    "not a file": (
        ("is not a file.", "is geen bestand."),
        ("Give the name of a file.", "Geef de naam van een bestand."),
    ),
    "link outside": (
        ("is a link to a place outside the study.", "verwijst naar een plaats buiten het onderzoek."),
        ("Put the file itself into the study.", "Zet het bestand zelf in het onderzoek."),
    ),
    "too large": (
        (
            "is too large ({size:number} MB; at most {most:number} MB is read).",
            "is te groot ({size:number} MB; hoogstens {most:number} MB wordt gelezen).",
        ),
        ("Split it, or save it in a smaller format.", "Splits het, of bewaar het in een kleiner formaat."),
    ),
    "cannot be opened": (
        ("cannot be opened ({why:said}).", "kan niet worden geopend ({why:said})."),
        (
            "Close it elsewhere, or check your rights.",
            "Sluit het in andere programma's, of controleer je rechten.",
        ),
    ),
    "empty file": (
        ("is empty.", "is leeg."),
        (
            "Save the interview again, or take it out of the study.",
            "Bewaar het interview opnieuw, of haal het uit het onderzoek.",
        ),
    ),
    # packages (.docx, .odt, .xlsx)
    "damaged": (("is damaged: {why:said}.", "is beschadigd: {why:said}."), SAVE_AGAIN),
    "glued": (
        (
            "holds {n:number} bytes, from byte {at:number} on, that are of no part of it, as if files were put"
            " together.",
            "bevat {n:number} bytes, vanaf byte {at:number}, die bij geen van zijn delen horen, alsof er bestanden aan"
            " elkaar zijn gezet.",
        ),
        (
            "Take them apart; or open it in its own program, see that nothing is missing, and save it again.",
            "Haal ze uit elkaar; of open het in het eigen programma, kijk of er niets ontbreekt, en bewaar het"
            " opnieuw.",
        ),
    ),
    "nested beyond reading": (
        (
            "has parts within parts, hundreds deep, as no program writes them.",
            "heeft delen binnen delen, honderden diep, zoals geen programma ze schrijft.",
        ),
        (
            "Export or save it again from the program that it comes from.",
            "Exporteer of bewaar het opnieuw uit het programma waar het vandaan komt.",
        ),
    ),
    "unsafe": (
        ("was refused as unsafe: {why:said}.", "is geweigerd als onveilig: {why:said}."),
        (
            "Copy its text into a new document and save that.",
            "Kopieer de tekst naar een nieuw document en bewaar dat.",
        ),
    ),
    "password": (
        ("is protected with a password.", "is beveiligd met een wachtwoord."),
        (
            "Open it, take the password off, and save it again.",
            "Open het, haal het wachtwoord eraf en bewaar het opnieuw.",
        ),
    ),
    # text
    "not text": (
        ("is not text, or UTF-16 without its mark.", "is geen tekst, of UTF-16 zonder het teken vooraan."),
        _UTF_8,
    ),
    "two encodings": (
        (
            "is in two encodings: from line {line:number} on it is not in {encoding}.",
            "heeft twee coderingen: vanaf regel {line:number} is het geen {encoding}.",
        ),
        (
            "Paste its parts together in an editor that shows all of them well, and save that as UTF-8.",
            "Plak de delen aan elkaar in een editor die ze allemaal goed toont, en bewaar dat als UTF-8.",
        ),
    ),
    "wrong encoding": (
        (
            "is not {encoding:said}: byte {byte} at {at:number} (line {line:number}).",
            "is geen {encoding:said}: byte {byte} op {at:number} (regel {line:number}).",
        ),
        (
            "Save it as UTF-8, or name the encoding that it has in the study (encoding: ...).",
            "Bewaar het als UTF-8, of noem de codering in het onderzoek (encoding: ...).",
        ),
    ),
    "unknown encoding": (
        (
            "cannot be read: there is no encoding '{encoding}'.",
            "kan niet worden gelezen: de codering '{encoding}' bestaat niet.",
        ),
        ("Name another one, such as utf-8 or cp1252.", "Noem een andere, zoals utf-8 of cp1252."),
    ),
    "byte of no encoding": (
        (
            "is UTF-8 but for 1 byte, and {byte} at byte {at:number}, line {line:number}, is not valid in"
            " Windows-1252 either.",
            "is UTF-8, maar 1 byte niet, en {byte} op byte {at:number}, regel {line:number} is ook in Windows-1252"
            " niets.",
        ),
        (
            "Correct that place in an editor, and save the file as UTF-8.",
            "Verbeter die plaats in een teksteditor en bewaar het bestand als UTF-8.",
        ),
    ),
    "bytes of no encoding": (
        (
            "is UTF-8 but for {n:number} bytes, and {byte} at byte {at:number}, line {line:number}, is not valid in"
            " Windows-1252 either.",
            "is UTF-8, maar {n:number} bytes niet, en {byte} op byte {at:number}, regel {line:number} is ook in"
            " Windows-1252 niets.",
        ),
        (
            "Correct that place in an editor, and save the file as UTF-8.",
            "Verbeter die plaats in een teksteditor en bewaar het bestand als UTF-8.",
        ),
    ),
    "older encoding": (
        (
            "is neither UTF-8 nor Windows-1252, but perhaps of an older program ({words:either}).",
            "is geen UTF-8 en geen Windows-1252, maar misschien van een ouder programma ({words:either}).",
        ),
        (
            "Where that word is right, name the encoding in the study (encoding: {encoding}); else save it as UTF-8.",
            "Klopt dat woord, noem dan de codering in het onderzoek (encoding: {encoding}); bewaar het anders als"
            " UTF-8.",
        ),
    ),
    # tables
    "empty table": (
        ("is empty.", "is leeg."),
        ("Let the first line be {headings}.", "Zet in de eerste regel: {headings}."),
    ),
    "not a table": (
        ("is no CSV from here on.", "is vanaf hier geen CSV."),
        (
            "Look for a quotation mark that is not closed.",
            "Zoek een aanhalingsteken dat niet gesloten wordt.",
        ),
    ),
    "cell too long": (
        (
            "has a cell of more than 131,072 characters from here on.",
            "heeft vanaf hier een cel van meer dan 131.072 tekens.",
        ),
        (
            "Give each turn a row of its own, or look for a quotation mark that is not closed.",
            "Geef elke beurt een eigen rij, of zoek een aanhalingsteken dat niet gesloten wordt.",
        ),
    ),
    "cell too many": (
        (
            "has a cell too many: {cells:many cell} under {headings:many heading}.",
            "heeft een cel te veel: {cells:many cell} onder {headings:many heading}.",
        ),
        ("{remedy:said}", "{remedy:said}"),
    ),
    "cells too many": (
        (
            "has {more:many cell} too many: {cells:many cell} under {headings:many heading}.",
            "heeft {more:many cell} te veel: {cells:many cell} onder {headings:many heading}.",
        ),
        ("{remedy:said}", "{remedy:said}"),
    ),
    "more rows too wide": (
        ("has {n:many more row} with too many cells.", "heeft {n:many more row} met te veel cellen."),
        NO_REMEDY,
    ),
    "no such column": (("has no column '{name}'.", "heeft geen kolom '{name}'."), ("{guess:said}", "{guess:said}")),
    "column twice": (
        ("has the column '{name}' twice.", "heeft de kolom '{name}' twee keer."),
        ("Rename one of them.", "Geef een van de twee een andere naam."),
    ),
    "cell without heading": (
        (
            "has '{cell}' in column {column:number}, which has no heading.",
            "heeft '{cell}' in kolom {column:number}, die geen kop heeft.",
        ),
        ("Name the column in the first line.", "Zet de naam van de kolom in de eerste regel."),
    ),
    # writing
    "file read here": (
        (
            "is a file of the study, or another that this command reads, and would be overwritten.",
            "is een bestand van het onderzoek, of een ander dat deze opdracht leest, en zou worden overschreven.",
        ),
        ("Name another place.", "Noem een andere plaats."),
    ),
    "two outputs": (
        ("is named as the place of two outputs.", "is genoemd als de plaats van twee resultaten."),
        ("Give each a name of its own.", "Geef elk een eigen naam."),
    ),
    "pipe in the way": (
        (
            "is a pipe, a socket or a device, which can hold no result.",
            "is een pijp, een socket of een apparaat; daarin kan geen resultaat staan.",
        ),
        ("Name another place.", "Noem een andere plaats."),
    ),
    "lock is a link": (
        (
            "is a link or a pipe, and stands where only bp_qual makes a file that keeps two runs apart.",
            "is een verwijzing of een pijp, en staat waar alleen bp_qual een bestand maakt dat twee opdrachten uit "
            "elkaar houdt.",
        ),
        ("Delete it. Nothing was saved.", "Verwijder het. Er is niets opgeslagen."),
    ),
    "file of others": (
        (
            "is there already and bp_qual did not write it, or it was changed since.",
            "bestaat al en is niet door bp_qual geschreven, of is daarna veranderd.",
        ),
        ("Name another place, or add --overwrite.", "Noem een andere plaats, of geef --overwrite."),
    ),
    "named as an interview": (
        (
            "would lie among the interviews under the name of one, so that the next run could take it for one.",
            "zou tussen de interviews staan met de naam van een interview; de volgende keer zou het er een kunnen "
            "lijken.",
        ),
        ("Give it another name, or another folder.", "Geef het een andere naam, of een andere map."),
    ),
    "among the codings": (
        (
            "would lie in the folder of codings by hand, where every file is that of a coder.",
            "zou in de map met coderingen met de hand staan, waar elk bestand van een codeur is.",
        ),
        _ELSEWHERE,
    ),
    "among the samples": (
        (
            "would lie in the folder of samples, where every table is taken for one.",
            "zou in de map met steekproeven staan, waar elke tabel voor een steekproef doorgaat.",
        ),
        _ELSEWHERE,
    ),
    "file for a folder": (
        (
            "cannot be written: there is a file where a folder is needed.",
            "kan niet worden geschreven: er staat een bestand waar een map nodig is.",
        ),
        _ELSEWHERE,
    ),
    "cannot be written": (
        ("cannot be written ({why:said}).", "kan niet worden geschreven ({why:said})."),
        (
            "Close it in other programs, check your rights and the space on the disk, or choose another place.",
            "Sluit het in andere programma's, controleer je rechten en de ruimte op de schijf, of kies een andere"
            " plaats.",
        ),
    ),
    "earlier not readable": (
        ("cannot be read ({why:said}).", "kan niet worden gelezen ({why:said})."),
        (
            "Close it in other programs, or check your rights.",
            "Sluit het in andere programma's, of controleer je rechten.",
        ),
    ),
    "written by another": (
        ("is being written to by another program.", "wordt nu door een ander programma beschreven."),
        (
            "Wait a moment, or close the other window in which this coder is coding.",
            "Wacht even, of sluit het andere venster waarin deze codeur codeert.",
        ),
    ),
    "not saved": (
        ("cannot be written ({why:said}).", "kan niet worden geschreven ({why:said})."),
        (
            "Check that there is room on the disk and that you may write there. Nothing was saved.",
            "Controleer of er ruimte op de schijf is en of je daar mag schrijven. Er is niets bewaard.",
        ),
    ),
    "no format of tables": (
        ("cannot write a table as '{ending}'.", "een tabel kan niet worden geschreven als '{ending}'."),
        ("Name the output .csv, .parquet or .xlsx.", "Laat de naam eindigen op .csv, .parquet of .xlsx."),
    ),
}

FILE_PARTS: dict[str, Bilingual] = {
    "not a whole zip": ("it is not a whole zip file", "het is geen heel zipbestand"),
    "part damaged": ("its part '{part}' is damaged", "het deel '{part}' is beschadigd"),
    "part longer": ("its part '{part}' is larger than it says", "het deel '{part}' is groter dan het zegt"),
    "part twice": ("its part '{part}' is there twice", "het deel '{part}' is er twee keer"),
    "cells out of order": (
        "from row {row:number} on its rows or cells are not in order",
        "vanaf rij {row:number} staan de rijen of cellen niet op volgorde",
    ),
    "part packed oddly": (
        "its part '{part}' is packed in a way that no Office program uses",
        "het deel '{part}' is ingepakt op een manier die geen Office-programma gebruikt",
    ),
    "too many parts": (
        "it holds {n:many part} (at most {most:number})",
        "het bevat {n:many part} (hoogstens {most:number})",
    ),
    "unpacks too large": (
        "it unpacks to {size:number} MB (at most {most:number} MB)",
        "het is uitgepakt {size:number} MB (hoogstens {most:number} MB)",
    ),
    "part too large": (
        "its part '{part}' is {size:number} MB (at most {most:number} MB)",
        "het deel '{part}' is {size:number} MB (hoogstens {most:number} MB)",
    ),
    "part too tight": (
        "its part '{part}' is packed too tightly to be a document",
        "het deel '{part}' is te dicht ingepakt voor een document",
    ),
    "either encoding": ("UTF-8 or Windows-1252", "UTF-8 of Windows-1252"),
    "word so encoded": ("{encoding}, {system}: '{word}'", "{encoding}, {system}: '{word}'"),
    # what to do about a row with too many cells
    "quote comma": (
        'Put quotation marks around the cell that holds a comma, as in "3{separator}5".',
        'Zet aanhalingstekens om de cel met een komma, zoals "3{separator}5".',
    ),
    "quote semicolon": (
        'Put quotation marks around the cell that holds a semicolon, as in "3{separator}5".',
        'Zet aanhalingstekens om de cel met een puntkomma, zoals "3{separator}5".',
    ),
    "quote sign": (
        'Put quotation marks around the cell that holds a {separator}, as in "3{separator}5".',
        'Zet aanhalingstekens om de cel met een {separator}, zoals "3{separator}5".',
    ),
    "take the tab out": (
        "Take the tab out of the cell, or give the column a heading.",
        "Haal de tab uit de cel, of geef de kolom een kop.",
    ),
    "write headings": (
        "Make the first line the headings, one for each column.",
        "Zet in de eerste regel de koppen, een voor elke kolom.",
    ),
    "take title out": (
        "The headings must come first: take out the line '{title}' above them.",
        "De koppen moeten vooraan staan: haal de regel '{title}' erboven weg.",
    ),
}
