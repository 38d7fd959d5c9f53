"""What is said of how a list or a matrix of quotations was read."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

LISTS: dict[str, Bilingual] = {
    "no row for": (
        "{interview} is not coded by {coder}, and no zero for anybody in it, as the matrix has no row for"
        " {persons:joined} there. Give {persons:joined} a row, with empty cells where nothing was found, and import"
        " again",
        "{interview} is niet gecodeerd door {coder}, en geen nul voor wie erin spreekt, want de matrix heeft daar geen"
        " rij voor {persons:joined}. Geef {persons:joined} een rij, met lege cellen waar niets gevonden is, en"
        " importeer opnieuw",
    ),
    "lost rows": (
        "rows with neither a code nor a quote: {n:number}, the first on line {line}: {begin}",
        "rijen zonder code en zonder citaat: {n:number}, de eerste op regel {line}: {begin}",
    ),
    "lost definitions": (
        "definitions beside several codes, or beside a code that an earlier row defines otherwise: {n:number}, the"
        " first on line {line}: {begin}",
        "definities naast meer codes, of naast een code die een eerdere rij anders definieert: {n:number}, de eerste op"
        " regel {line}: {begin}",
    ),
    "lost totals": (
        "rows of totals: {n:number}, the first on line {line}: {begin}",
        "rijen met totalen: {n:number}, de eerste op regel {line}: {begin}",
    ),
    "lost rejected": (
        "rows whose status says that the code was rejected, or only suggested: {n:number}, the first on line {line}:"
        " {begin}",
        "rijen waarvan de status zegt dat de code is verworpen, of alleen voorgesteld: {n:number}, de eerste op regel"
        " {line}: {begin}",
    ),
    "lost absent": (
        "rows of which a column says that the code is not there: {n:number}, the first on line {line}: {begin}",
        "rijen waarvan een kolom zegt dat de code er niet is: {n:number}, de eerste op regel {line}: {begin}",
    ),
    "each coder": (
        "rows that name several coders, taken as a coding of each: {n:number} ({names:shown})",
        "rijen die meer codeurs noemen, opgevat als een codering van elk: {n:number} ({names:shown})",
    ),
    "coders in one": (
        "check {names:shown}: taken as the name of one coder ({n:many row}); if several coders are meant, give each a"
        " row",
        "kijk {names:shown} na: opgevat als de naam van één codeur ({n:many row}); zijn er meer bedoeld, geef dan elk"
        " een eigen rij",
    ),
    "blanks asked": (
        "empty cells below others, in {names:commas}: {n:many row} with a quote, the first on line {line}. Do they say"
        " the same as the cell above, as merged cells do? Import with --blanks above. If they say nothing: --blanks"
        " none. Until you say so a code that stands above is left open in these interviews, and is no zero",
        "lege cellen onder gevulde, in {names:commas}: {n:many row} met een citaat, de eerste op regel {line}. Zeggen"
        " zij hetzelfde als de cel erboven, zoals samengevoegde cellen? Importeer dan met --blanks above. Zeggen zij"
        " niets: --blanks none. Tot je dat zegt, blijft een code die erboven staat in die interviews open, en is zij"
        " geen nul",
    ),
    "blanks filled": (
        "empty cells below others, in {names:commas}, were taken to say the same as the cell above: {n:many row}, the"
        " first on line {line}",
        "lege cellen onder gevulde, in {names:commas}, zijn gelezen alsof er hetzelfde staat als erboven:"
        " {n:many row}, de eerste op regel {line}",
    ),
    "days as codes": (
        "codes that are a day, as a spreadsheet makes of 3-1: {n:number}, the first on line {line}: {begin}; check what"
        " was typed",
        "codes die een datum zijn, zoals een spreadsheet van 3-1 maakt: {n:number}, de eerste op regel {line}: {begin};"
        " kijk na wat er getypt was",
    ),
    "marks unclear": (
        "rows in which a column of yes and no says neither, so that its code is left open in that interview:"
        " {n:number}, the first on line {line}: {begin}",
        "rijen waarin een kolom met ja en nee geen van beide zegt, zodat de code in dat interview open blijft:"
        " {n:number}, de eerste op regel {line}: {begin}",
    ),
    "code above alone": (
        "rows without a code, but with the one above it, which was taken as the code: {n:number}, the first on line"
        " {line}: {begin}",
        "rijen zonder code, maar met de code erboven, die als code is genomen: {n:number}, de eerste op regel {line}:"
        " {begin}",
    ),
    "persons by their names": (
        "the column '{name}' has persons of the study in it, and was taken to say who each row is about",
        "in de kolom '{name}' staan personen uit het onderzoek; zij is genomen voor wie elke rij gaat",
    ),
    "hidden rows": (
        "rows of sheet {sheet} that are hidden were read too: {n:number}",
        "verborgen rijen van blad {sheet} zijn ook gelezen: {n:number}",
    ),
    "hidden sheet": ("sheet {sheet} is hidden, and was not read", "blad {sheet} is verborgen, en is niet gelezen"),
    "commas parted": (
        "a comma parts codes in {pieces:shown}: each part is a code elsewhere too",
        "een komma scheidt codes in {pieces:shown}: elk deel is ook elders een code",
    ),
    "other waves": (
        "in the column of waves stands what is no wave of the study ({waves:quoted}; {n:many row}); the interview was"
        " taken from what else the row says",
        "in de kolom met rondes staat wat geen ronde van het onderzoek is ({waves:quoted}; {n:many row}); het interview"
        " is genomen uit wat de rij verder zegt",
    ),
    "codes spelled alike": (
        "codes that may be one in several spellings: {groups:commas}. Where the one is coded, the other is left open in"
        " that interview, and is no zero. If they are one, spell them alike in the file and import it again; if they"
        " are different codes, import it with --as-spelled",
        "codes die misschien één code zijn, verschillend gespeld: {groups:commas}. Waar de ene gecodeerd is, blijft de"
        " andere in dat interview open, en is zij geen nul. Zijn ze één, spel ze dan gelijk in het bestand en importeer"
        " het opnieuw; zijn het verschillende codes, importeer het dan met --as-spelled",
    ),
    "comma in a code": (
        "check '{said}', which was taken as one code, comma and all, while {parts:shown} is written elsewhere too;"
        " several codes are parted by ; (until then what may be meant is no zero where this is coded)",
        "kijk '{said}' na: dat is opgevat als één code, met komma, terwijl {parts:shown} ook elders staat; zet ; tussen"
        " codes als het er meer zijn (tot dan is wat bedoeld kan zijn geen nul waar dit gecodeerd is)",
    ),
    "codes joined": (
        "check {said:shown}, each taken as one code, while {parts:shown} are codes of their own too. If several are"
        " meant, part them by ; in the file and import it again; if each is one code, import it with --as-spelled"
        " (until then the parts are no zero where these are coded)",
        "kijk {said:shown} na: elk daarvan is als één code opgevat, terwijl {parts:shown} ook zelf codes zijn. Zijn er"
        " meer bedoeld, zet dan ; ertussen in het bestand en importeer het opnieuw; is elk één code, importeer het dan"
        " met --as-spelled (tot dan zijn de delen geen nul waar deze gecodeerd zijn)",
    ),
    "cell comments": (
        "comments on cells were not read ({n:many cell}: {cells:commas}); write them in a column called memo",
        "opmerkingen bij cellen zijn niet gelezen ({n:many cell}: {cells:commas}); schrijf ze in een kolom memo",
    ),
    "quotes apart": (
        "several quotes in one cell, each looked for on its own: {n:many row}",
        "meer citaten in één cel, elk apart gezocht: {n:many row}",
    ),
    "no list": (
        "sheet {sheet} has no columns of a list, and was not read",
        "blad {sheet} heeft geen kolommen van een lijst, en is niet gelezen",
    ),
    "lost column": ("the column '{name}'", "de kolom '{name}'"),
    "lost short column": (
        "the column '{name}', in which no cell has three words and whose heading is no code elsewhere ({n:many cell}:"
        " {cells:shown})",
        "de kolom '{name}', waarin geen cel drie woorden heeft en waarvan de kop nergens anders een code is"
        " ({n:many cell}: {cells:shown})",
    ),
    "column perhaps a code": (
        "the column '{name}', in which no cell has three words, while the interviews have some of what it says"
        " ({n:many cell}: {cells:shown}). If it is a code, put it in the codebook and import the file again; until then"
        " nobody is coded for it, and nobody has a zero",
        "de kolom '{name}', waarin geen cel drie woorden heeft, terwijl iets ervan wel in de interviews staat"
        " ({n:many cell}: {cells:shown}). Is het een code, zet die dan in het codeboek en importeer het bestand"
        " opnieuw; tot dan is niemand ervoor gecodeerd, en heeft niemand een nul",
    ),
    "lost count column": (
        "the column '{name}' of the table of counts was taken for no code, and is left out ({n:many cell}:"
        " {cells:shown}). If it is one, give it another heading",
        "de kolom '{name}' van de tabel met aantallen is niet als code opgevat, en niet gelezen ({n:many cell}:"
        " {cells:shown}). Is het wel een code, geef de kolom dan een andere kop",
    ),
    "count column in doubt": (
        "the column '{name}' of the table of counts was taken for a code ({n:many cell}: {cells:shown}). If it is none,"
        " take it out of the table",
        "de kolom '{name}' van de tabel met aantallen is als code opgevat ({n:many cell}: {cells:shown}). Is het er"
        " geen, haal de kolom dan uit de tabel",
    ),
    "lost nameless column": (
        "column {letter}, which has no heading ({n:many cell}, the first on line {line}: '{begin}')",
        "kolom {letter}, die geen kop heeft ({n:many cell}, de eerste op regel {line}: '{begin}')",
    ),
    "taken as quotes": (
        "no column is called quote: what stands in column '{name}' was taken as the quotes",
        "geen kolom heet citaat: wat in kolom '{name}' staat is als citaat opgevat",
    ),
    "sheets as codes": (
        "there is no column of codes: the name of each sheet or file was taken as the code of its quotes:"
        " {names:commas}",
        "er is geen kolom met codes: de naam van elk blad of bestand is opgevat als de code van zijn citaten:"
        " {names:commas}",
    ),
    "file as code": (
        "there is no column of codes: the name of the file, '{name}', was taken as the code of all its quotes; if it"
        " is called otherwise, import the file with --code",
        "er is geen kolom met codes: de naam van het bestand, '{name}', is opgevat als de code van alle citaten; heet"
        " de code anders, importeer het bestand dan met --code",
    ),
    "sheets with own codes": (
        "sheets with a column of codes, which keep these and have nothing of --code: {names:commas}",
        "bladen met een kolom met codes, die ze houden en niets van --code krijgen: {names:commas}",
    ),
    "sheets said codes": (
        "the name of a sheet without a column of codes was taken as the code of its quotes: {names:commas}",
        "de naam van een blad zonder kolom met codes is opgevat als de code van zijn citaten: {names:commas}",
    ),
    "sheets called as codes": (
        "sheets without a column of codes that are called as a code, which was taken as the code of their quotes:"
        " {names:commas}",
        "bladen zonder kolom met codes die naar een code heten, die is opgevat als de code van hun citaten:"
        " {names:commas}",
    ),
    "sheets without codes": (
        "sheets with quotes and no column of codes, beside one that has it: {names:commas}. Their rows are listed, and"
        " every code of the file is left open in their interviews, and is no zero, until a column says the codes",
        "bladen met citaten en zonder kolom met codes, naast een dat die heeft: {names:commas}. Hun rijen staan in de"
        " lijst, en elke code van het bestand blijft in hun interviews open, en is geen nul, tot een kolom de codes"
        " zegt",
    ),
    "sheets as coders": (
        "no column says who coded: the name of each sheet was taken as the coder: {names:commas}; if they are none,"
        " import the file with --sheets none",
        "geen kolom zegt wie codeerde: de naam van elk blad is opgevat als de codeur: {names:commas}; zijn zij dat"
        " niet, importeer het bestand dan met --sheets none",
    ),
    "headings joined": (
        "{n} rows of headings were read as one: {names:commas}",
        "{n} rijen met koppen zijn als één gelezen: {names:commas}",
    ),
}
