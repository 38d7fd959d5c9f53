"""What can be wrong with a list of quotations, a matrix or a table of counts that is imported."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

LIST_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "list without rows": (
        (
            "is empty: it has headings ({headings:commas}) and no rows.",
            "is leeg: er zijn koppen ({headings:commas}) en geen rijen.",
        ),
        ("Export the list again, with the rows in it.", "Exporteer de lijst opnieuw, met de rijen erin."),
    ),
    "counted twice": (
        (
            "counts '{code}' a second time for whoever line {line} does.",
            "telt '{code}' voor de tweede keer, voor dezelfde als regel {line}.",
        ),
        ("Keep one of the two, or add them up.", "Houd een van de twee, of tel ze op."),
    ),
    "count of two waves": (
        ("names several waves: {waves:commas}.", "noemt meer ronden: {waves:commas}."),
        ("Add a column wave with the one that is meant.", "Zet er een kolom ronde bij met de ronde die bedoeld is."),
    ),
    "counts of attributes": (
        (
            "counts for values of an attribute ({names:shown}), not for persons.",
            "telt per waarde van een kenmerk ({names:shown}), niet per persoon.",
        ),
        (
            "Make the matrix with cases (or files) beside the codes, and the wave in their names.",
            "Maak de matrix met cases (of bestanden) naast de codes, en de ronde in hun naam.",
        ),
    ),
    "mended without rows": (
        (
            "has no rows left: what was deleted here stays open, because nothing says whose list this was.",
            "heeft geen rijen meer: wat hier verwijderd is blijft open, want niets zegt van wie deze lijst was.",
        ),
        (
            "Delete the row in the file that it came from too, and import that file again.",
            "Verwijder de rij ook in het bestand waar zij uit komt, en importeer dat bestand opnieuw.",
        ),
    ),
    "own, no codings": (
        ("was made by bp_qual and holds no codings.", "is door bp_qual gemaakt en bevat geen coderingen."),
        (
            "Codings go out with bp-qual export; a sheet of a sample is read with bp-qual sheet --read, a framework"
            " matrix with bp-qual framework --from.",
            "Coderingen gaan eruit met bp-qual export; een blad van een steekproef wordt gelezen met bp-qual sheet"
            " --read, een frameworkmatrix met bp-qual framework --from.",
        ),
    ),
    "wide without columns": (
        (
            "is a table that bp-qual export --wide wrote; the code and the wave of its columns are in {file}, which is"
            " not beside it.",
            "is een tabel die bp-qual export --wide schreef; de code en de ronde van de kolommen staan in {file}, dat"
            " er niet bij staat.",
        ),
        ("Put that file in the same folder.", "Zet dat bestand in dezelfde map."),
    ),
    "wide without codes": (
        (
            "is a table that bp-qual export --wide wrote, and holds no counted code: no interview was finished then.",
            "is een tabel die bp-qual export --wide schreef, en heeft geen getelde code: geen interview was toen af.",
        ),
        (
            "Mark on the coding page what is finished, or take --count machine, and write the table again.",
            "Zet op de codeerpagina wat af is, of neem --count machine, en schrijf de tabel opnieuw.",
        ),
    ),
    "wide columns": (
        (
            "says what the columns of a table hold, and has no counts.",
            "zegt wat de kolommen van een tabel bevatten, en heeft geen aantallen.",
        ),
        ("Give the table itself: {file}.", "Geef de tabel zelf: {file}."),
    ),
    "counts, not quotes": (
        (
            "holds counts and no quotes, so there is nothing to find in the interviews.",
            "bevat aantallen en geen citaten, dus er is niets te zoeken in de interviews.",
        ),
        (
            "In a notebook: make_panel(read_counts(FILE), words).",
            "In een notebook: make_panel(read_counts(BESTAND), woorden).",
        ),
    ),
    "no count": (
        ("'{value}' is no count of '{code}'.", "'{value}' is geen aantal van '{code}'."),
        ("Write a whole number, zero or more.", "Schrijf een geheel getal, nul of meer."),
    ),
    "empty count": (
        (
            "is the first of {n:many cell} without a number, that of '{code}'. An empty cell can be a zero, or not"
            " coded.",
            "is de eerste van {n:many cell} zonder getal, die van '{code}'. Een lege cel kan een nul zijn, of niet"
            " gecodeerd.",
        ),
        (
            "Write 0 where it was looked for and nothing found, and n/a where it was not coded.",
            "Schrijf 0 waar ernaar gezocht is en niets gevonden, en n/a waar niet gecodeerd is.",
        ),
    ),
    "list without columns": (
        (
            "has no {missing:joined}; its headings are: {headings:commas}.",
            "heeft geen {missing:joined}; de koppen zijn: {headings:commas}.",
        ),
        (
            "A list has the columns person, wave, code and quote, in the first row of the table; a matrix with quotes"
            " in its cells has the columns person and wave, and one for each code.",
            "Een lijst heeft de kolommen persoon, ronde, code en citaat, in de eerste rij van de tabel; een matrix met"
            " citaten in de cellen heeft de kolommen persoon en ronde, en één voor elke code.",
        ),
    ),
    "list without codes": (
        (
            "has quotes and no column of codes; its headings are: {headings:commas}.",
            "heeft citaten en geen kolom met codes; de koppen zijn: {headings:commas}.",
        ),
        (
            "If a column has the codes, call it 'code'. If all quotes have one code, as NVivo exports them, say which:"
            " --code {name}. A folder with a file for each code, called after it, can be imported as a whole.",
            "Staan de codes in een kolom, noem die dan 'code'. Hebben alle citaten één code, zoals NVivo ze exporteert,"
            " zeg dan welke: --code {name}. Een map met een bestand per code, dat zo heet, kan in één keer.",
        ),
    ),
    "code not asked": (
        (
            "says itself which codes its quotes have, so --code would be one too many.",
            "zegt zelf welke codes de citaten hebben; --code zou er een te veel zijn.",
        ),
        ("Leave --code out.", "Laat --code weg."),
    ),
    "no references": (
        (
            "is no export of a code from NVivo: it has no heading like <Files\\\\P01 2010> - § 2 references coded"
            " [1% Coverage] with references below it.",
            "is geen export van een code uit NVivo: er is geen kop als <Files\\\\P01 2010> - § 2 references coded"
            " [1% Coverage] met verwijzingen eronder.",
        ),
        (
            "Export the code from NVivo again, or give a list of quotations (.csv, .xlsx).",
            "Exporteer de code opnieuw uit NVivo, of geef een lijst met citaten (.csv, .xlsx).",
        ),
    ),
    "which quotes": (
        (
            "has a column '{code}'; no column is called quote, and quotes can be in: {names:shown}.",
            "heeft een kolom '{code}'; geen kolom heet citaat, en citaten kunnen staan in: {names:shown}.",
        ),
        (
            "In a list, call the one of the codes 'code' and the one of the quotes 'quote'; what stands in another, as"
            " a translation, is left. In a matrix with a column for each code, give '{code}' another name.",
            "Noem in een lijst die met de codes 'code' en die met de citaten 'citaat'; wat in een andere staat, zoals"
            " een vertaling, blijft achter. Geef in een matrix met een kolom per code '{code}' een andere naam.",
        ),
    ),
    "which codes": (
        (
            "has no column called code; codes can be in: {names:shown}, or be columns: {marked:shown}.",
            "heeft geen kolom die code heet; codes kunnen staan in: {names:shown}, of kolommen zijn: {marked:shown}.",
        ),
        (
            "Call the column of the codes 'code'. If the columns with marks are the codes, delete those with words.",
            "Noem de kolom met de codes 'code'. Zijn de kolommen met kruisjes de codes, haal dan die met woorden weg.",
        ),
    ),
    "sheets of whom": (
        (
            "has codings on sheets called {names:shown}, and says nowhere what these names are.",
            "heeft coderingen op bladen die {names:shown} heten, en zegt nergens wat die namen zijn.",
        ),
        (
            "If they are coders, import it with --sheets coders; if they are parts of one list, with --sheets none: all"
            " is then of one coder. Hide a sheet, or delete it, whose rows are not to come in.",
            "Zijn het codeurs, importeer het dan met --sheets coders; zijn het delen van één lijst, met --sheets none:"
            " dan is alles van één codeur. Verberg of verwijder een blad waarvan de rijen niet mee moeten.",
        ),
    ),
    "sheets of what": (
        (
            "has codings on sheets called {names:shown}, says nowhere what these names are, and has rows without a"
            " code.",
            "heeft coderingen op bladen die {names:shown} heten, zegt nergens wat die namen zijn, en heeft rijen zonder"
            " code.",
        ),
        (
            "If the names are the codes of these rows, import it with --sheets codes; if they are coders, with --sheets"
            " coders; if neither, with --sheets none. Hide a sheet, or delete it, whose rows are not to come in.",
            "Zijn de namen de codes van die rijen, importeer het dan met --sheets codes; zijn het codeurs, met --sheets"
            " coders; geen van beide, met --sheets none. Verberg of verwijder een blad waarvan de rijen niet mee"
            " moeten.",
        ),
    ),
    "sheets with codes": (
        (
            "has no sheet with quotes and without a column of codes, whose name could be their code.",
            "heeft geen blad met citaten en zonder kolom met codes, waarvan de naam hun code kan zijn.",
        ),
        (
            "Leave --sheets codes out; --sheets coders or none says what else the names are.",
            "Laat --sheets codes weg; met --sheets coders of none zeg je wat de namen dan zijn.",
        ),
    ),
    "whose answer": (
        (
            "names {coders:joined}, and it is not said which of them coded the interviews without codings.",
            "noemt {coders:joined}, en er is niet gezegd wie van hen de interviews zonder coderingen codeerde.",
        ),
        (
            "Import it, and answer for each coder apart: --coder NAME --empty INTERVIEW, or --coder NAME --all-coded if"
            " NAME coded every interview.",
            "Importeer het, en antwoord voor iedere codeur apart: --coder NAAM --empty INTERVIEW, of --coder NAAM"
            " --all-coded als NAAM elk interview codeerde.",
        ),
    ),
    "several coders in file": (
        ("holds the codings of {coders:commas}. {guess:said}", "bevat de coderingen van {coders:commas}. {guess:said}"),
        (
            "Name one of them with --coder, or leave it out to take all, each as their own; --coder '{first}={coder}'"
            " takes the codings of {first} as those of {coder}.",
            "Noem er één met --coder, of laat het weg om ze alle te nemen, ieder apart; met --coder '{first}={coder}'"
            " worden de coderingen van {first} die van {coder}.",
        ),
    ),
    # sheets
}
