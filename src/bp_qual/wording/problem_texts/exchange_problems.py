"""What can be wrong with a codebook of another program that is imported."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_EXPORT_QDC = ("Export the codebook as .qdc again.", "Exporteer het codeboek opnieuw als .qdc.")
_EXPORT_QDPX = (
    "Export the project again in its own program, as .qdpx.",
    "Exporteer het project opnieuw uit het eigen programma, als .qdpx.",
)

EXCHANGE_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "no known codebook": (
        ("is not in a known format for codebooks.", "heeft geen bekend formaat voor codeboeken."),
        ("Give a file that ends in {endings:commas}.", "Geef een bestand dat eindigt op {endings:commas}."),
    ),
    "codebook already": (
        ("is already a codebook of bp_qual.", "is al een codeboek van bp_qual."),
        ("Use it as it is.", "Gebruik het zoals het is."),
    ),
    # dictionaries
    "no categories": (
        ("holds no categories.", "bevat geen categorieën."),
        ("Write 'category: [word, word]'.", "Schrijf 'categorie: [woord, woord]'."),
    ),
    "no categories of liwc": (
        ("holds no categories.", "bevat geen categorieën."),
        (
            "Write a number and a name between the % signs.",
            "Schrijf een nummer en een naam tussen de %-tekens.",
        ),
    ),
    "not liwc": (
        (
            "is not a LIWC dictionary: its categories are not between two lines with %.",
            "is geen woordenboek van LIWC: de categorieën staan niet tussen twee regels met %.",
        ),
        ("Export it from LIWC as .dic again.", "Exporteer het opnieuw uit LIWC als .dic."),
    ),
    "not a category": (
        (
            "is not a category: it needs a unique number and a name.",
            "is geen categorie: die heeft een eigen nummer en een naam.",
        ),
        ("Write '1 joy'.", "Schrijf '1 vreugde'."),
    ),
    "word not text": (
        (
            "a word of {inside:said} must be text, not {shape:said}.",
            "een woord van {inside:said} moet tekst zijn; er staat {shape:said}.",
        ),
        ("Write it in quotes.", "Schrijf het tussen aanhalingstekens."),
    ),
    "word without category": (
        ("'{word}' has no category.", "'{word}' heeft geen categorie."),
        ("Give the word the number of a category.", "Geef het woord het nummer van een categorie."),
    ),
    "category unknown": (
        ("category {number} is not known.", "categorie {number} is onbekend."),
        ("Give the word the number of a category.", "Geef het woord het nummer van een categorie."),
    ),
    # REFI-QDA
    "refi without codebook": (("holds no codebook.", "bevat geen codeboek."), _EXPORT_QDC),
    "refi without codes": (("holds no codes.", "bevat geen codes."), _EXPORT_QDC),
    "not refi": (
        (
            "is no REFI-QDA project: its {part} is XML that begins with <{tag}>.",
            "is geen REFI-QDA-project: {part} erin is XML die met <{tag}> begint.",
        ),
        _EXPORT_QDPX,
    ),
    "several qde": (
        (
            "holds {n:number} projects ({names:shown}), and it does not say which is meant.",
            "bevat {n:number} projecten ({names:shown}), en zegt niet welk het is.",
        ),
        (
            "Export each from its program on its own; or unpack it, make a .zip of one .qde and its folder sources, and"
            " call that .qdpx.",
            "Exporteer elk apart uit zijn programma; of pak het uit, maak een .zip van één .qde met zijn map sources,"
            " en noem die .qdpx.",
        ),
    ),
    "project within": (
        (
            "holds no project (.qde), but a package in the package: {names:shown}.",
            "bevat geen project (.qde), maar een pakket in het pakket: {names:shown}.",
        ),
        ("Unpack it, and import what was in it.", "Pak het uit, en importeer wat erin zat."),
    ),
    "codebook within": (
        (
            "holds no project (.qde), but a codebook: {names:shown}, which has codes and no codings.",
            "bevat geen project (.qde), maar een codeboek: {names:shown}, met codes en zonder coderingen.",
        ),
        (
            "Unpack it for the codes (bp-qual codebook import); for the codings export the project as .qdpx.",
            "Pak het uit voor de codes (bp-qual codebook import); exporteer voor de coderingen het project als .qdpx.",
        ),
    ),
    "no qde": (
        (
            "holds no project (.qde), but {names:shown}.",
            "bevat geen project (.qde), maar {names:shown}.",
        ),
        _EXPORT_QDPX,
    ),
    "empty package": (("is an empty package.", "is een leeg pakket."), _EXPORT_QDPX),
    "part of package": (
        (
            "is the project without the texts that belong to it.",
            "is het project zonder de teksten die erbij horen.",
        ),
        ("Give the .qdpx that it came out of.", "Geef het .qdpx-bestand waar het uit komt."),
    ),
    "not xml of refi": (
        (
            "is not the XML of a REFI-QDA project or codebook from here on.",
            "is vanaf hier geen XML van een REFI-QDA-project of -codeboek.",
        ),
        ("Export it again, as .qdpx or .qdc.", "Exporteer het opnieuw, als .qdpx of .qdc."),
    ),
    "doctype in refi": (
        (
            "holds a document type declaration, which no REFI-QDA file has.",
            "bevat een documenttypedeclaratie, die geen enkel REFI-QDA-bestand heeft.",
        ),
        (
            "Do not open it; check where it comes from.",
            "Open het niet; ga na waar het vandaan komt.",
        ),
    ),
    # codings
    "no known codings": (
        ("is not in a known format for codings.", "heeft geen bekend formaat voor coderingen."),
        ("Give a file that ends in {endings:commas}.", "Geef een bestand dat eindigt op {endings:commas}."),
    ),
    "a codebook": (
        ("holds codes and no codings.", "bevat codes en geen coderingen."),
        (
            "A codebook of another program is read by: {command}",
            "Een codeboek van een ander programma lees je met: {command}",
        ),
    ),
    "nothing in file": (
        ("is empty: there is nothing in it, not even a heading.", "is leeg: er staat niets in, ook geen kop."),
        (
            "Export or copy it again; a folder that is kept online may not have fetched it yet.",
            "Exporteer of kopieer het opnieuw; misschien is het uit een map online nog niet opgehaald.",
        ),
    ),
    "own format": (
        (
            "is a project as {program} keeps it, which no other program reads.",
            "is een project zoals {program} het bewaart, en dat leest geen ander programma.",
        ),
        (
            "In {program}: export it as REFI-QDA (.qdpx), or the coded passages to Excel, and import that.",
            "Exporteer het uit {program} als REFI-QDA (.qdpx), of de gecodeerde passages naar Excel, en importeer dat.",
        ),
    ),
    "old format": (
        ("is in a format that is not read here.", "heeft een formaat dat hier niet gelezen wordt."),
        (
            "Open it in the program that made it, save it as {ending}, and import that.",
            "Open het in het programma waarmee het gemaakt is, bewaar het als {ending}, en importeer dat.",
        ),
    ),
    "not sqlite": (
        ("is no SQLite file that can be read.", "is geen SQLite-bestand dat te lezen is."),
        ("Export the project again.", "Exporteer het project opnieuw."),
    ),
    "not taguette": (
        ("is no project of Taguette.", "is geen project van Taguette."),
        ("In Taguette: Project info, Export project.", "Kies in Taguette: Project info, Export project."),
    ),
    "several projects": (
        ("holds several projects: {projects:commas}.", "bevat meer projecten: {projects:commas}."),
        (
            "Export one of them from Taguette: Project info, Export project.",
            "Exporteer er één uit Taguette: Project info, Export project.",
        ),
    ),
    "not qualcoder": (
        ("is no project of QualCoder.", "is geen project van QualCoder."),
        ("Give the folder NAME.qda, with data.qda in it.", "Geef de map NAAM.qda, met data.qda erin."),
    ),
    "no comments": (
        ("has no comment beside any text.", "heeft geen opmerking bij enige tekst."),
        (
            "Select the words of the respondent in Word, and write the code in a comment.",
            "Selecteer in Word de woorden van de respondent, en schrijf de code in een opmerking.",
        ),
    ),
    "not annotations": (
        (
            "holds no Web Annotation with a quote (TextQuoteSelector).",
            "bevat geen Web Annotation met een citaat (TextQuoteSelector).",
        ),
        ("Export it as W3C Web Annotation JSON.", "Exporteer het als W3C Web Annotation JSON."),
    ),
    "json broken off": (
        (
            "breaks off here, and is no whole JSON; its end: '{end}'.",
            "houdt hier op, en is geen hele JSON; het einde: '{end}'.",
        ),
        ("Export or copy the file again.", "Exporteer of kopieer het bestand opnieuw."),
    ),
    "json broken": (
        ("is damaged here, and no JSON: '{begin}'.", "is hier beschadigd, en geen JSON: '{begin}'."),
        ("Export or copy the file again.", "Exporteer of kopieer het bestand opnieuw."),
    ),
    "not atlas xml": (
        ("is no XML as ATLAS.ti exports a project.", "is geen XML zoals ATLAS.ti een project exporteert."),
        (
            "In ATLAS.ti: export the project as REFI-QDA (.qdpx), or as XML.",
            "Exporteer het project in ATLAS.ti als REFI-QDA (.qdpx), of als XML.",
        ),
    ),
    "which cases": (
        (
            "has cases that may be persons or groups of persons: {names:commas}.",
            "heeft cases die personen of groepen personen kunnen zijn: {names:commas}.",
        ),
        (
            "Say in interviews.csv (file, person, wave) who was interviewed in each document.",
            "Zet in interviews.csv (file, person, wave) wie er in elk document is geïnterviewd.",
        ),
    ),
    "texts are there": (
        (
            "has the texts of {file} as transcripts now ({n:number}), but not all of them say whose they are.",
            "heeft de teksten van {file} nu als transcripten ({n:number}), maar niet alle zeggen van wie ze zijn.",
        ),
        (
            "Look through interviews.csv in {study}, say there whose they are, and import {file} again.",
            "Loop interviews.csv in {study} na, zet daarin van wie ze zijn, en importeer {file} opnieuw.",
        ),
    ),
    "texts would be read": (
        (
            "holds no interviews, and not all texts of {file} ({n:number}) say whose they are.",
            "heeft geen interviews, en niet van alle teksten van {file} ({n:number}) staat vast van wie ze zijn.",
        ),
        (
            "Import it without --dry-run: the texts then become transcripts, and interviews.csv asks whose they are.",
            "Importeer het zonder --dry-run: de teksten worden transcripten, en interviews.csv vraagt van wie ze zijn.",
        ),
    ),
    "no codings in folder": (
        (
            "holds no project of QualCoder, no Word documents and no tables.",
            "bevat geen project van QualCoder, geen Word-documenten en geen tabellen.",
        ),
        ("Give the folder of a project, or a file.", "Geef de map van een project, of een bestand."),
    ),
    "sheet without codes": (
        ("holds no codes.", "bevat geen codes."),
        ("Write one code in each row.", "Schrijf in elke rij één code."),
    ),
    "excel not readable": (
        ("is not an Excel file that can be read.", "is geen Excel-bestand dat te lezen is."),
        ("Open it in Excel and save it as .xlsx again.", "Open het in Excel en bewaar het opnieuw als .xlsx."),
    ),
    "sheet without code": (
        ("has no column 'code'.", "heeft geen kolom 'code'."),
        (
            "The first row holds: {headings:commas}. {guess:said}",
            "In de eerste rij staat: {headings:commas}. {guess:said}",
        ),
    ),
    "row without code": (
        ("has no code.", "heeft geen code."),
        ("Name it, or clear the row.", "Geef hem een naam, of maak de rij leeg."),
    ),
    "no colour": (
        ("'{value}' is no colour.", "'{value}' is geen kleur."),
        ("Write #1b9e77.", "Schrijf #1b9e77."),
    ),
    "sheet: no such parent": (
        ("the parent '{parent}' is not a code.", "de parent '{parent}' is geen code."),
        ("{guess:said}", "{guess:said}"),
    ),
    "sheet: under itself": (
        ("code '{code}' ends up under itself.", "code '{code}' komt onder zichzelf te staan."),
        ("Correct the column parent.", "Verbeter de kolom parent."),
    ),
}

EXCHANGE_PARTS: dict[str, Bilingual] = {
    "a dictionary": ("a dictionary", "een woordenboek"),
    "the dictionary": ("the dictionary", "het woordenboek"),
    "category": ("category '{name}'", "categorie '{name}'"),
    "column of quotes": ("column of quotes", "kolom met citaten"),
    "column of codes": ("column of codes", "kolom met codes"),
    "nothing in it": ("nothing", "niets"),
    "rename to code": ("Rename '{heading}' to code.", "Geef '{heading}' de naam code."),
    "let it hold headings": (
        "Let it hold the headings: code, parent, definition, terms.",
        "Zet er de koppen in: code, parent, definition, terms.",
    ),
    "nothing imported": ("Nothing was imported from {file}.", "Er is niets geïmporteerd uit {file}."),
    "problems, nothing imported": (
        "{n:many problem} in {file}. Nothing was imported.",
        "{n:many problem} in {file}. Er is niets geïmporteerd.",
    ),
}
