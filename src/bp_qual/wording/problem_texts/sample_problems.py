"""What can be wrong with what the coding page needs: a recording, a sample of passages to code."""

from __future__ import annotations

from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

SAMPLE_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "coders differ all": (
        (
            "{coders:joined} differ on {n:many passage} in {interviews:many interview}, first in {interview}, turn"
            " {turn:number}: {code} on '{quote}'.",
            "{coders:joined} verschillen over {n:many passage} in {interviews:many interview}, eerst in {interview},"
            " beurt {turn:number}: {code} bij '{quote}'.",
        ),
        (
            "Settle it between you and run this again: bp-qual page, Settle, or bp-qual agree --disagreements FILE and"
            " --settled FILE. Or say whose count: --coder NAME. Coders are never added up.",
            "Word het samen eens en doe dit opnieuw: bp-qual page, Verschillen, of bp-qual agree --disagreements"
            " BESTAND en --settled BESTAND. Of zeg wiens coderingen tellen: --coder NAAM. Codeurs worden nooit"
            " opgeteld.",
        ),
    ),
    "coders differ any": (
        (
            "{coders:joined} coded some of the same interviews, and differ on {n:many passage} in"
            " {interviews:many interview}, first in {interview}, turn {turn:number}: {code} on '{quote}'.",
            "{coders:joined} codeerden deels dezelfde interviews, en verschillen over {n:many passage} in"
            " {interviews:many interview}, eerst in {interview}, beurt {turn:number}: {code} bij '{quote}'.",
        ),
        (
            "If each coded on their own, settle it between you and run this again (bp-qual page, Settle, or bp-qual"
            " agree --disagreements FILE and --settled FILE), or say who counts where several coded: --coder {names}"
            " takes the first who did. If they made one coding together: --coder team.",
            "Als ieder voor zich codeerde, word het dan samen eens en doe dit opnieuw (bp-qual page, Verschillen, of"
            " bp-qual agree --disagreements BESTAND en --settled BESTAND), of zeg wie telt waar meer mensen codeerden:"
            " --coder {names} neemt de eerste die dat deed. Als zij samen één codering maakten: --coder team.",
        ),
    ),
    "decisions differ": (
        (
            "of {coders:joined} one accepted what another rejected ({n:number}), first in {interview}, turn"
            " {turn:number}: {code} on '{quote}'.",
            "van {coders:joined} aanvaardde de een wat de ander afwees ({n:number}), eerst in {interview}, beurt"
            " {turn:number}: {code} bij '{quote}'.",
        ),
        (
            "Settle it between you, or say whose count: --coder NAME.",
            "Word het samen eens, of zeg wiens coderingen tellen: --coder NAAM.",
        ),
    ),
    "no name of a file": (
        (
            "'{name}' cannot be the name of a sample or a coder, which becomes that of a file: letters, digits, - and _"
            " (at most 40), with a letter or digit first.",
            "'{name}' kan niet de naam van een steekproef of codeur zijn, want een bestand gaat zo heten: letters,"
            " cijfers, - en _ (hoogstens 40), met een letter of cijfer vooraan.",
        ),
        ("Write {guess}.", "Schrijf {guess}."),
    ),
    "no such sample": (
        ("there is no such sample.", "die steekproef is er niet."),
        (
            "A sample is a table with the columns unit, interview, start and end, in the folder samples.",
            "Een steekproef is een tabel met de kolommen unit, interview, start en end, in de map samples.",
        ),
    ),
    "no unit": (
        (
            "unit '{unit}' is no passage within one answer of a respondent in {interview}.",
            "eenheid '{unit}' is geen passage binnen één antwoord van een respondent in {interview}.",
        ),
        (
            "Draw the sample anew where the transcripts have changed since.",
            "Trek de steekproef opnieuw als de transcripten sindsdien zijn veranderd.",
        ),
    ),
    "unit twice": (
        (
            "unit '{unit}' is there twice; the first is on line {line:number}.",
            "eenheid '{unit}' staat er twee keer; de eerste keer op regel {line:number}.",
        ),
        ("Give each unit an id of its own.", "Geef elke eenheid een eigen id."),
    ),
    "sample there already": (
        ("there is a sample of that name already.", "er is al een steekproef met die naam."),
        (
            "Choose another name: what was coded in a sample counts with the probabilities that are in its file.",
            "Kies een andere naam: wat in een steekproef gecodeerd is telt met de kansen die in het bestand staan.",
        ),
    ),
    "sample of other texts": (
        (
            "the interviews have changed since this sample was drawn, so its probabilities hold no longer.",
            "de interviews zijn veranderd sinds deze steekproef getrokken werd, dus haar kansen gelden niet meer.",
        ),
        (
            "Put the interviews back as they were, or draw a new sample.",
            "Zet de interviews terug zoals ze waren, of trek een nieuwe steekproef.",
        ),
    ),
    "sample not judged": (
        ("nobody finished two of its passages.", "niemand heeft er twee passages van gecodeerd."),
        (
            "Code it: bp-qual page --sample {sample} --coder NAME {folder:shell}{codebook}{skip}. What was judged for"
            " another sample counts only beside that.",
            "Codeer hem: bp-qual page --sample {sample} --coder NAAM {folder:shell}{codebook}{skip}. Wat voor een"
            " andere steekproef beoordeeld is, telt alleen daarnaast.",
        ),
    ),
    "sample seen": (
        (
            "nobody coded its passages one by one. That whole interviews are finished ({coders:joined}) is not enough:"
            " what the codebook found is in sight there, and hits may be left undecided.",
            "niemand codeerde de passages een voor een. Dat hele interviews af zijn ({coders:joined}) is niet genoeg:"
            " daar is in zicht wat het codeboek vond, en over treffers hoeft niet besloten te zijn.",
        ),
        (
            "Code it blind: bp-qual page --sample {sample} --coder NAME {folder:shell}{codebook}{skip}. If a coder"
            " coded those interviews without seeing any hits, name that coder: --coder NAME, or sample_coder: NAME in"
            " study.yaml.",
            "Codeer blind: bp-qual page --sample {sample} --coder NAAM {folder:shell}{codebook}{skip}. Codeerde iemand"
            " die interviews zonder treffers te zien, noem die dan: --coder NAAM, of sample_coder: NAAM in study.yaml.",
        ),
    ),
    "samples judged": (
        (
            "several coded samples are there: {samples:commas}.",
            "er zijn meer gecodeerde steekproeven: {samples:commas}.",
        ),
        (
            "Name one: --sample NAME --coder NAME, or sample: NAME and sample_coder: NAME in study.yaml.",
            "Noem er één: --sample NAAM --coder NAAM, of sample: NAAM en sample_coder: NAAM in study.yaml.",
        ),
    ),
    "sample columns": (
        (
            "lacks columns that a sample has: {columns:commas}.",
            "mist kolommen die een steekproef heeft: {columns:commas}.",
        ),
        NO_REMEDY,
    ),
    "sample value": (
        (
            "column {column} has what it cannot have: {values:quoted}.",
            "kolom {column} heeft wat niet kan: {values:quoted}.",
        ),
        NO_REMEDY,
    ),
    "sample not one": (
        (
            "column {column} is not the same in every row: {values:quoted}.",
            "kolom {column} is niet in elke rij gelijk: {values:quoted}.",
        ),
        NO_REMEDY,
    ),
    "sample order": (
        (
            "column order does not have each number from 1 to {n:number} once.",
            "kolom order heeft niet elk getal van 1 tot en met {n:number} één keer.",
        ),
        NO_REMEDY,
    ),
    "sample no passage": (
        (
            "not a passage that could be drawn from these interviews: {units:names}.",
            "geen passage die uit deze interviews getrokken kon worden: {units:names}.",
        ),
        NO_REMEDY,
    ),
    "sample passage twice": (
        (
            "the same passage as an earlier row, under another id: {units:names}.",
            "dezelfde passage als een eerdere rij, met een ander id: {units:names}.",
        ),
        NO_REMEDY,
    ),
    "sample wave": (
        (
            "the interview is not of the wave that stands beside it: {units:names}.",
            "het interview is niet uit de ronde die ernaast staat: {units:names}.",
        ),
        NO_REMEDY,
    ),
    "sample stratum": (
        (
            "stratum {stratum}: {n:many row} of {sizes:names} passages do not make a chance of {chances:names}.",
            "stratum {stratum}: {n:many row} van {sizes:names} passages geven geen kans van {chances:names}.",
        ),
        NO_REMEDY,
    ),
    "sample size": (
        (
            "the strata of {wave} hold {stated:many passage} together, and its interviews have {whole:number}.",
            "de strata van {wave} tellen samen {stated:many passage}, en de interviews hebben er {whole:number}.",
        ),
        NO_REMEDY,
    ),
    "sample changed": (
        (
            "was changed after it was drawn, and its probabilities with it.",
            "is veranderd nadat de steekproef getrokken werd, en daarmee haar kansen.",
        ),
        (
            "Put the file back as bp-qual sample wrote it; only the column coders may be changed by hand.",
            "Zet het bestand terug zoals bp-qual sample het schreef; alleen de kolom coders mag met de hand worden"
            " veranderd.",
        ),
    ),
    "no chances": (
        (
            "this sample does not say with which probability its units were drawn.",
            "deze steekproef zegt niet met welke kans haar eenheden getrokken zijn.",
        ),
        ("Draw one with bp-qual sample.", "Trek er een met bp-qual sample."),
    ),
    "no coding sheet": (
        ("cannot be read as a coding sheet.", "is niet te lezen als codeerblad."),
        (
            "Give the .xlsx or .docx that bp-qual sheet -o wrote, as it came back.",
            "Geef het .xlsx- of .docx-bestand dat bp-qual sheet -o schreef, zoals het terugkwam.",
        ),
    ),
    "no settled sheet": (
        ("has no table with the columns {columns:commas}.", "heeft geen tabel met de kolommen {columns:commas}."),
        (
            "Give the file that bp-qual agree --disagreements wrote, with yes or no in its column agreed.",
            "Geef het bestand dat bp-qual agree --disagreements schreef, met ja of nee in de kolom agreed.",
        ),
    ),
    "no suggestion sheet": (
        ("has no table with the columns {columns:commas}.", "heeft geen tabel met de kolommen {columns:commas}."),
        (
            "Give the file that bp-qual suggest -o wrote, with yes or no in its column fits.",
            "Geef het bestand dat bp-qual suggest -o schreef, met ja of nee in de kolom fits.",
        ),
    ),
    "sheet keys all moved": (
        (
            "of {n:many row} key and text are not of one passage: {places:commas}.",
            "van {n:many row} zijn sleutel en tekst niet van één passage: {places:commas}.",
        ),
        (
            "Sort whole rows, not one column; or delete column key, so that a row is known by its text.",
            "Sorteer hele rijen, niet één kolom; of verwijder de kolom sleutel, zodat een rij aan de tekst te kennen"
            " is.",
        ),
    ),
    "sheet of another": (
        (
            "was written for {coders:joined}, not for {coder} ({n:many row}).",
            "is geschreven voor {coders:joined}, niet voor {coder} ({n:many row}).",
        ),
        (
            "Read it with --coder {coders:commas}; or, if {coder} filled it in, delete column key, so that a row is"
            " known by its text.",
            "Lees het terug met --coder {coders:commas}; of verwijder, als {coder} het invulde, de kolom sleutel, zodat"
            " een rij aan de tekst te kennen is.",
        ),
    ),
    "sheet of somebody": (
        (
            "was not written for {coder} and this sample ({n:many row}).",
            "is niet geschreven voor {coder} en deze steekproef ({n:many row}).",
        ),
        (
            "Name the coder and the sample that it was written for (--coder, --sample); or, if {coder} filled it in,"
            " delete column key, so that a row is known by its text.",
            "Noem de codeur en de steekproef waarvoor het geschreven is (--coder, --sample); of verwijder, als {coder}"
            " het invulde, de kolom sleutel, zodat een rij aan de tekst te kennen is.",
        ),
    ),
    "sheet of nobody": (
        (
            "holds no passage of this sample that {coder} marked.",
            "bevat geen passage van deze steekproef die {coder} heeft gemarkeerd.",
        ),
        (
            "Name the sample and the coder that the sheet was written for: --sample and --coder.",
            "Noem de steekproef en de codeur waarvoor het blad geschreven is: --sample en --coder.",
        ),
    ),
    "too few coders": (
        (
            "agreement takes two coders, and {n:many coder} coded this study.",
            "voor overeenstemming zijn twee codeurs nodig, en deze studie heeft er {n:many coder}.",
        ),
        (
            "Let somebody else code some of the interviews, or a sample, under a name of their own"
            " (bp-qual page --blind).",
            "Laat iemand anders een deel van de interviews of een steekproef coderen, onder een eigen naam"
            " (bp-qual page --blind).",
        ),
    ),
}
