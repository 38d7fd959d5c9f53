"""What can be wrong on the command line: values of options, and a question about codes that cannot be read."""

from __future__ import annotations

from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

COMMAND_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "interviews around": (
        (
            "would be a new folder with an example study, among {n:many file} of interviews.",
            "zou een nieuwe map met een voorbeeldonderzoek worden, tussen {n:many file} van interviews.",
        ),
        (
            "For a study of those: bp-qual init {folder:shell}. For an example, name a folder elsewhere.",
            "Voor een onderzoek daarmee: bp-qual init {folder:shell}. Noem voor een voorbeeld een map ergens anders.",
        ),
    ),
    "study already": (
        ("is a study already.", "is al een onderzoek."),
        (
            "See what is in it with: bp-qual check {folder:shell}",
            "Bekijk wat erin staat met: bp-qual check {folder:shell}",
        ),
    ),
    "library gone": (
        (
            "comes with a library that is missing or broken here ({library}).",
            "hoort een bibliotheek mee te brengen die hier ontbreekt of stuk is ({library}).",
        ),
        ("Install bp_qual again: that brings it.", "Installeer bp_qual opnieuw: dan komt hij mee."),
    ),
    "little memory": (
        ("needs more memory than there is.", "heeft meer geheugen nodig dan er is."),
        (
            "Nothing was half written. Close other programs, set --workers 1 where the command has it, or run it on a "
            "computer with more.",
            "Er is niets half geschreven. Sluit andere programma's, geef --workers 1 als het commando dat kent, of "
            "gebruik een computer met meer.",
        ),
    ),
    "standing nowhere": (
        ("the folder that you are in is gone.", "de map waarin je staat, bestaat niet meer."),
        (
            "Go to one that is there (cd), and run it again.",
            "Ga naar een map die er is (cd), en geef het commando opnieuw.",
        ),
    ),
    "not printed": (
        (
            "could not write all that it prints ({why:said}): what is there is not complete.",
            "kon niet alles schrijven wat het laat zien ({why:said}): wat er staat is niet volledig.",
        ),
        (
            "Make room, or choose another place, and run it again.",
            "Maak ruimte, of kies een andere plaats, en geef het commando opnieuw.",
        ),
    ),
    "no sentences": (
        (
            "The respondents have no sentence of at least {words} words.",
            "De respondenten hebben geen zin van minstens {words} woorden.",
        ),
        ("See with bp-qual check who is taken for them.", "Kijk met bp-qual check wie daarvoor gehouden wordt."),
    ),
    "few sentences": (
        (
            "Too few sentences of at least {words} words for {groups} groups ({n}).",
            "Te weinig zinnen van minstens {words} woorden voor {groups} groepen ({n}).",
        ),
        ("Ask for fewer groups.", "Vraag om minder groepen."),
    ),
    "term of nothing": (("is empty.", "is leeg."), ("Give a word.", "Geef een woord.")),
    "no copy yet": (
        ("has no copy of {day}, nor of any other day.", "heeft geen kopie van {day}, en ook niet van een andere dag."),
        (
            "A copy is made before the first change of a day, by somebody who codes or by an import. What was there"
            " before any of that is in none.",
            "Een kopie wordt gemaakt voor de eerste wijziging van een dag, door iemand die codeert of door een import."
            " Wat er daarvoor al stond, staat in geen enkele.",
        ),
    ),
    "no copy of that day": (
        ("has no copy of {day}.", "heeft geen kopie van {day}."),
        ("There are: {days:commas}.", "Er zijn: {days:commas}."),
    ),
    "not planned": (("{why:said}.", "{why:said}."), NO_REMEDY),
}

COMMAND_PARTS: dict[str, Bilingual] = {
    # the frame, as click writes it in English
    "wrong command": (
        "Usage: {usage}\nTry '{command} --help' for help.\n\nError: {fault:said}",
        "Gebruik: {usage}\nZie '{command} --help'.\n\nFout: {fault:said}",
    ),
    "wrong value": ("Invalid value for {option}: {fault:said}", "Ongeldige waarde voor {option}: {fault:said}"),
    # what click refuses, as click says it in English
    "wrong but close": ("{fault:said} {guess:said}", "{fault:said} {guess:said}"),
    "no such option": ("No such option '{name}'.", "De optie '{name}' bestaat niet."),
    "no such command": ("No such command '{name}'.", "Het commando '{name}' bestaat niet."),
    "no command": ("Missing command.", "Noem een commando."),
    "no argument": ("Missing argument {name}.", "{name} ontbreekt."),
    "no option": ("Missing option {name}.", "De optie {name} ontbreekt."),
    "needs a value": ("Option '{name}' requires an argument.", "De optie '{name}' vraagt een waarde."),
    "takes no value": ("Option '{name}' does not take a value.", "De optie '{name}' heeft geen waarde."),
    "no such choice": ("'{value}' is not one of {known}.", "'{value}' is niet een van {known}."),
    "no whole number": ("'{value}' is not a whole number.", "'{value}' is geen geheel getal."),
    "outside the range": ("{value} is not in the range {range}.", "{value} ligt buiten {range}."),
    "one argument too many": ("Got unexpected extra argument ({arguments})", "Een argument te veel ({arguments})"),
    "arguments too many": ("Got unexpected extra arguments ({arguments})", "Te veel argumenten ({arguments})"),
    # options
    "name is empty": ("the name is empty.", "de naam is leeg."),
    "name is impossible": (
        "no file can have this name: it is too long, or holds a NUL.",
        "zo kan geen bestand heten: de naam is te lang, of er staat een NUL in.",
    ),
    "name is an ending": (
        "'{file}' is an ending only: write a name before it, as in results{file}.",
        "'{file}' is alleen een uitgang: zet er een naam voor, zoals resultaten{file}.",
    ),
    "must end in": ("'{file}' must end in {endings:commas}.", "'{file}' moet eindigen op {endings:commas}."),
    "already exists": (
        "'{file}' already exists; name a new file.",
        "'{file}' bestaat al; noem een nieuw bestand.",
    ),
    "one kind of workers": (
        "name a scheduler, or workers on this computer, not both.",
        "noem een scheduler, of workers op deze computer, niet allebei.",
    ),
    "workers code by machine": (
        "workers find the hits of the codebook; what a person coded is counted in a study, without them.",
        "workers vinden de treffers van het codeboek; wat iemand codeerde telt in een onderzoek, zonder workers.",
    ),
    "address needs workers": (
        "an address is coded with --scheduler or --local-cluster, for example --local-cluster 2.",
        "een adres wordt gecodeerd met --scheduler of --local-cluster, bijvoorbeeld --local-cluster 2.",
    ),
    "not in the study": (
        "'{value}' is not in the study. {guess:said}",
        "'{value}' is er niet in het onderzoek. {guess:said}",
    ),
    "no words in": (
        "there are no words in {file}: write them in it, or leave this option out.",
        "er staan geen woorden in {file}: schrijf ze erin, of laat deze optie weg.",
    ),
    "nobody of a kind": (
        "none of the persons compared has a value in column {column} of persons.csv. Fill it in, or leave the option"
        " out.",
        "van geen van de vergeleken personen is kolom {column} van persons.csv ingevuld. Vul hem in, of laat de optie"
        " weg.",
    ),
    "groups need a file": (
        "give -o too: the table by group is written beside that file.",
        "geef ook -o: de tabel per groep komt naast dat bestand.",
    ),
    "word not said": (
        "no respondent said '{word}'. {guess:said}",
        "geen respondent zei '{word}'. {guess:said}",
    ),
    "nobody coded to learn from": (
        "nobody has coded this study by hand. Leave this option out: then the codebook says what a code is like. Or"
        " code it first (bp-qual page).",
        "niemand heeft dit onderzoek met de hand gecodeerd. Laat deze optie weg: dan zegt het codeboek waar een code op"
        " lijkt. Of codeer het eerst (bp-qual page).",
    ),
    "no code of": ("'{code}' is no code of {book}. {guess:said}", "'{code}' is geen code van {book}. {guess:said}"),
    "sheet in or out": (
        "give either -o, to write a sheet, or --read, to read one back.",
        "geef óf -o, om een blad te schrijven, óf --read, om er een terug te lezen.",
    ),
    "coder given twice": (
        "{coder} is given twice; name each coder once.",
        "{coder} staat er twee keer; noem elke codeur één keer.",
    ),
    "overlap needs coders": (
        "takes two or more coders, who are all to code these passages: name each with --coder.",
        "vraagt twee of meer codeurs, die deze passages allemaal coderen: noem elk met --coder.",
    ),
    "overlap above sample": (
        "{overlap:many passage} cannot be for all coders: the sample has {n:number}.",
        "{overlap:many passage} kunnen niet voor alle codeurs zijn: de steekproef heeft er {n:number}.",
    ),
    "drawn as the pilot": (
        "not used with --top-up, which draws for the codes and in the design of the first sample.",
        "niet gebruikt bij --top-up, dat trekt voor de codes en volgens de opzet van de eerste steekproef.",
    ),
    "sample of other codebook": (
        "the sample was drawn with {drawn_with}, and the codebook is now {now}: what was read in a sample to mend a"
        " codebook cannot judge it. Draw a new sample instead, without --top-up and under another --name.",
        "de steekproef is getrokken met {drawn_with}, en het codeboek is nu {now}: wat in een steekproef gelezen is om"
        " een codeboek te verbeteren, kan het niet beoordelen. Trek een nieuwe steekproef, zonder --top-up en onder een"
        " andere --name.",
    ),
    "sample of other strata": (
        "the sample was drawn from other strata than there are now. Draw a new one, without --top-up and under another"
        " --name.",
        "de steekproef is getrokken uit andere strata dan er nu zijn. Trek een nieuwe, zonder --top-up en onder een"
        " andere --name.",
    ),
    "topped up already": (
        "{other} tops up {sample} already, and of two such samples with unequal probabilities neither has known ones"
        " once both are coded. Top up that one: --top-up {other}; or take its file away if nobody coded it.",
        "{other} vult {sample} al aan, en van twee zulke steekproeven met ongelijke kansen heeft geen van beide bekende"
        " kansen zodra beide gecodeerd zijn. Vul die aan: --top-up {other}; of haal haar bestand weg als niemand haar"
        " codeerde.",
    ),
    "sheet says it itself": (
        "not used with --read, which takes the sheet as it is.",
        "niet gebruikt bij --read, dat het blad neemt zoals het is.",
    ),
    "settling only": (
        "not used with --settled, which only saves what was decided.",
        "niet gebruikt bij --settled, dat alleen bewaart wat besloten is.",
    ),
    "as it was": (
        "not used with --again, which takes the settings of the earlier run.",
        "niet gebruikt bij --again, dat de instellingen van de eerdere keer neemt.",
    ),
    "name of a rule": (
        "'{name}' says how several coders count together; name one coder.",
        "'{name}' zegt hoe meer codeurs samen tellen; noem één codeur.",
    ),
    "whose sheet": (
        "say with --coder who filled the sheet in.",
        "zeg met --coder wie het blad heeft ingevuld.",
    ),
    "coder not clear": (
        "say who you are. Coded so far by: {coders:commas}.",
        "zeg wie je bent. Tot nu toe is gecodeerd door: {coders:commas}.",
    ),
    "no name of a coder": (
        "a coder's name is letters, digits, - and _ (at most 40), beginning with a letter or digit: {guess}, not"
        " '{name}'",
        "een codeur heeft een naam van letters, cijfers, - en _ (hoogstens 40), met een letter of cijfer vooraan:"
        " {guess}, niet '{name}'",
    ),
    "name of a device": (
        "no file can be called '{name}' on Windows: take another name for the coder",
        "geen bestand kan '{name}' heten op Windows: neem een andere naam voor de codeur",
    ),
    "nothing for a coder": (
        "nothing of sample {sample} is for {coder}: it was divided between {coders:joined}",
        "niets van steekproef {sample} is voor {coder}: die is verdeeld tussen {coders:joined}",
    ),
    "coder in other capitals": (
        "'{name}' is '{there}' in other capitals, and on Windows and a Mac their files would be one: code as {there},"
        " or under a name that differs more",
        "'{name}' is '{there}' met andere hoofdletters, en op Windows en een Mac hebben die één bestand: codeer als"
        " {there}, of onder een naam die meer verschilt",
    ),
    "waves are the same": ("the two waves are the same.", "de twee rondes zijn dezelfde."),
    "choose passages": (
        "choose the passages with --code CODE or --query 'CODE near CODE within 3 sentences'.",
        "kies de passages met --code CODE of --query 'CODE near CODE within 3 sentences'.",
    ),
    "one coder a time": (
        "is given twice; import the file once for each coder.",
        "staat er twee keer; importeer het bestand voor elke codeur apart.",
    ),
    "nothing to write": ("name at least one file to write.", "noem minstens één bestand om te schrijven."),
    "too few to plan": (
        "{n:many person} can be compared; two or more are needed to see how persons vary",
        "{n:many person} te vergelijken; er zijn er twee of meer nodig om te zien hoe personen verschillen",
    ),
    # a question about codes
    "query not read": ("cannot read '{query}': {fault:said}.", "'{query}' is niet te lezen: {fault:said}."),
    "query quote open": ("a quotation mark is not closed", "een aanhalingsteken wordt niet gesloten"),
    "query bracket open": ("a bracket is not closed", "een haakje wordt niet gesloten"),
    "query goes on": (
        "'{word}' comes where and, or, near or the end was expected",
        "'{word}' staat waar and, or, near of het einde had moeten staan",
    ),
    "query ends early": ("a code is missing at the end", "aan het einde ontbreekt een code"),
    "query without code": ("a code is missing before '{word}'", "voor '{word}' ontbreekt een code"),
    "query not": (
        "a code is missing before 'not' (not comes after and: 'a and not b')",
        "voor 'not' ontbreekt een code ('not' komt na 'and': 'a and not b')",
    ),
    "query without number": (
        "after within comes a number, as in 'within 3 sentences'",
        "na within komt een getal, zoals in 'within 3 sentences'",
    ),
    "query without unit": (
        "after 'within {number}' comes sentences, words or turns",
        "na 'within {number}' komt sentences, words of turns",
    ),
}
