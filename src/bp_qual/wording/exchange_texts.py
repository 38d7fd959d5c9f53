"""What is said about codings that come in from other programs and go out to them."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

EXCHANGE: dict[str, Bilingual] = {
    "added": (
        "{file}: {n:many coding} added for {coders:commas}; there already: {there:number}.",
        "{file}: {n:many coding} toegevoegd voor {coders:commas}; er al: {there:number}.",
    ),
    "would": (
        "{file}: {n:many coding} to add for {coders:commas}; there already: {there:number}. Nothing was written.",
        "{file}: {n:many coding} toe te voegen voor {coders:commas}; er al: {there:number}. Er is niets geschreven.",
    ),
    "share": ("{coder} in {n:many interview}", "{coder} in {n:many interview}"),
    "shares": ("By coder: {shares:commas}.", "Per codeur: {shares:commas}."),
    "divided": (
        "They divided the interviews: --coder any counts each by its own coder.",
        "Zij verdeelden de interviews: met --coder any telt elk interview bij zijn eigen codeur.",
    ),
    "shared": (
        "{n:many interview} with codings of several coders: {interviews:some}. These are not added up. If each coded on"
        " their own, say who counts there: --coder {names} takes the first (bp-qual agree shows how far they agree). If"
        " they made one coding together: --coder team.",
        "{n:many interview} met coderingen van meer codeurs: {interviews:some}. Die worden niet opgeteld. Als ieder"
        " voor zich codeerde, zeg dan wie daar telt: --coder {names} neemt de eerste (bp-qual agree laat zien hoe ver"
        " zij het eens zijn). Als zij samen één codering maakten: --coder team.",
    ),
    "nearly": (
        "Found with at most one letter in ten different ({n:many row}); check:",
        "Gevonden met hoogstens één op de tien letters anders ({n:many row}); kijk na:",
    ),
    "anywhere": (
        "The file leaves open of which person or wave ({n:many row}: it names nobody, no wave or two, or contradicts"
        " itself): looked for in every interview that can be meant, and placed because the words stand in one place"
        " only; check:",
        "Het bestand laat open van welke persoon of ronde ({n:many row}: het noemt niemand, geen ronde of twee, of"
        " spreekt zichzelf tegen): gezocht in alle interviews die bedoeld kunnen zijn, en geplaatst omdat de woorden"
        " maar op één plaats staan; kijk na:",
    ),
    "spread": (
        "Goes on beyond one answer, which makes a coding in each answer that it covers: {n:many row}.",
        "Loopt door buiten één antwoord, en geeft een codering in elk antwoord dat het raakt: {n:many row}.",
    ),
    "outside": (
        "Lies partly outside the answers of that person, where nothing is coded ({n:many row}, {words:many word}); the"
        " passage, and what of it is not coded:",
        "Ligt deels buiten de antwoorden van die persoon, waar niets gecodeerd wordt ({n:many row}, {words:many word});"
        " de passage, en wat ervan niet gecodeerd is:",
    ),
    "no_interview": (
        "No interview of the study is meant ({n:many row}); look at the columns for document, person and wave. Until"
        " then the codes are not coded, and no zero, in the interviews that could be meant; where none could, nothing"
        " is left open:",
        "Geen interview van het onderzoek is bedoeld ({n:many row}); kijk naar de kolommen voor document, persoon en"
        " ronde. Tot dan zijn de codes in de interviews die bedoeld kunnen zijn niet gecodeerd, en geen nul; kan er"
        " geen bedoeld zijn, dan blijft er niets open:",
    ),
    "no_quote": (
        "No quote, so nothing to look for ({n:many row}):",
        "Geen citaat, dus niets om te zoeken ({n:many row}):",
    ),
    "not_found": (
        "Not found in the interview ({n:many row}):",
        "Niet gevonden in het interview ({n:many row}):",
    ),
    "found_twice": (
        "Found in more than one place ({n:many row}); choose one, or add what stands before and after it:",
        "Op meer dan één plaats gevonden ({n:many row}); kies er één, of vul aan wat ervoor en erna staat:",
    ),
    "whose_coding": (
        "Without a coder, below a row that has one ({n:many row}); say with --blanks what an empty cell means, or fill"
        " in who coded it:",
        "Zonder codeur, onder een rij die er wel een heeft ({n:many row}); zeg met --blanks wat een lege cel betekent,"
        " of vul in wie dit codeerde:",
    ),
    "within_word": (
        "Found only inside a longer word ({n:many row}):",
        "Alleen gevonden binnen een langer woord ({n:many row}):",
    ),
    "no_answer": (
        "Not in an answer of that person, but in the words of the interviewer or of somebody else ({n:many row}):",
        "Niet in een antwoord van die persoon, maar in de woorden van de interviewer of een ander ({n:many row}):",
    ),
    "no_speaker": (
        "It is not known who says this, or who of those who speak is the person ({n:many row}); name the label of the"
        " person in the column speaker of interviews.csv, put the interview itself (.vtt, .docx) in the folder instead"
        " of its text if the text names no speakers, and import again:",
        "Niet bekend is wie dit zegt, of wie van de sprekers de persoon is ({n:many row}); noem zijn of haar label in"
        " de kolom speaker van interviews.csv, zet het interview zelf (.vtt, .docx) in de map in plaats van de tekst"
        " als die geen sprekers noemt, en importeer opnieuw:",
    ),
    "no_code": ("Without a code ({n:many row}):", "Zonder code ({n:many row}):"),
    "code_twice": (
        "The codebook has several codes of that name ({n:many row}); write the code above it too, as work > stress:",
        "Het codeboek heeft meer codes met die naam ({n:many row}); schrijf ook de code erboven, als werk > stress:",
    ),
    "nobody": (
        "Without a coder in {file}, and so under the name {coder}: {n:many coding}. Say who it was with --coder NAME.",
        "Zonder codeur in {file}, en dus onder de naam {coder} (geïmporteerd): {n:many coding}. Zeg met --coder NAAM"
        " wie het was.",
    ),
    "new_codes": (
        "{n:many code} that the codebook lacks ({codes:commas}), put with those of the study in {file}.",
        "{n:many code} die het codeboek mist ({codes:commas}), bij die van het onderzoek gezet in {file}.",
    ),
    "new_codes_would": (
        "{n:many code} that the codebook lacks ({codes:commas}), to be put with those of the study in {file}.",
        "{n:many code} die het codeboek mist ({codes:commas}), toe te voegen aan die van het onderzoek in {file}.",
    ),
    "first_codes": (
        "The study had no codebook: {file} is made of {n:many code} ({codes:commas}).",
        "Het onderzoek had geen codeboek: {file} is gemaakt van {n:many code} ({codes:commas}).",
    ),
    "first_codes_would": (
        "The study has no codebook: {file} would be made of {n:many code} ({codes:commas}).",
        "Het onderzoek heeft geen codeboek: {file} zou gemaakt worden van {n:many code} ({codes:commas}).",
    ),
    "codes_count": (
        "study.yaml names {file} as the codebook, and counts what people coded (count: human).",
        "study.yaml noemt {file} als codeboek, en telt wat mensen codeerden (count: human).",
    ),
    "codes_count_would": (
        "study.yaml would name {file} as the codebook, and count what people coded (count: human).",
        "study.yaml zou {file} als codeboek noemen, en tellen wat mensen codeerden (count: human).",
    ),
    "codes_named": (
        "study.yaml names {file} as the codebook. What people coded counts with --count human, or with count: human in"
        " study.yaml.",
        "study.yaml noemt {file} als codeboek. Wat mensen codeerden telt met --count human, of met count: human in"
        " study.yaml.",
    ),
    "codes_wait": (
        "Their codings count once study.yaml names that file (codebook: ...), or with --codebook {file}.",
        "De coderingen ermee tellen mee zodra study.yaml dat bestand noemt (codebook: ...), of met --codebook {file}.",
    ),
    "without": (
        "No coding by {coders:commas} in {n:many interview}: {interviews:commas}. Not coded, or coded and nothing"
        " found? Until you say so they count as not coded. Say it when you import: --empty INTERVIEW (coded, nothing"
        " found), --not-coded INTERVIEW, or --all-coded (all were coded); the answer is kept, and importing again adds"
        " nothing twice.",
        "Geen codering van {coders:commas} in {n:many interview}: {interviews:commas}. Niet gecodeerd, of gecodeerd en"
        " niets gevonden? Tot je dat zegt, tellen ze als niet gecodeerd. Zeg het bij het importeren: --empty INTERVIEW"
        " (gecodeerd, niets gevonden), --not-coded INTERVIEW (niet gecodeerd) of --all-coded (alle zijn gecodeerd); het"
        " antwoord wordt bewaard, en opnieuw importeren voegt niets dubbel toe.",
    ),
    # why a passage has no place, in the sheet in which that is mended
    "why_no_interview": ("no interview of the study is meant", "geen interview van het onderzoek is bedoeld"),
    "why_no_quote": ("no quote", "geen citaat"),
    "why_not_found": ("not found in the interview", "niet gevonden in het interview"),
    "why_found_twice": (
        "found in more than one place: keep the right row",
        "op meer dan één plaats gevonden: laat de juiste rij staan",
    ),
    "why_whose_coding": (
        "no coder, below a row that has one: fill in who coded it, or keep the right row",
        "geen codeur, onder een rij die er wel een heeft: vul in wie dit codeerde, of laat de juiste rij staan",
    ),
    "why_within_word": ("only inside a longer word", "alleen binnen een langer woord"),
    "why_no_speaker": ("it is not known who says this", "niet bekend is wie dit zegt"),
    "why_no_answer": ("not in an answer of that person", "niet in een antwoord van die persoon"),
    "why_no_code": ("without a code", "zonder code"),
    "why_anywhere": (
        "placed here because its words stand nowhere else: check; a wrong coding is taken away with bp-qual page",
        "hier geplaatst omdat de woorden nergens anders staan: kijk na; een verkeerde codering haal je weg met"
        " bp-qual page",
    ),
    "why_nearly": (
        "placed here with at most one letter in ten different: check; a wrong coding is taken away with bp-qual page",
        "hier geplaatst met hoogstens één op de tien letters anders: kijk na; een verkeerde codering haal je weg met"
        " bp-qual page",
    ),
    "why_code_twice": (
        "several codes of that name: write the code above it too",
        "meer codes met die naam: schrijf ook de code erboven",
    ),
    "why_split": (
        "goes on beyond one answer: {n:many coding}",
        "loopt door buiten één antwoord: {n:many coding}",
    ),
    "why_cut": (
        "{n:many coding}; {words:many word} outside the answers not coded: {text}",
        "{n:many coding}; {words:many word} buiten de antwoorden niet gecodeerd: {text}",
    ),
    "why_finished": (
        "leave this row: these codes were looked for here, and are finished once no other row leaves them open",
        "laat deze rij staan: naar deze codes is hier gezocht, en zij zijn af als geen andere rij ze nog openlaat",
    ),
    "next": ("Compare them with: {command}", "Vergelijk ze met: {command}"),
    "next_team": (
        "If they made one coding together, compare with: {command}",
        "Maakten zij samen één codering, vergelijk dan met: {command}",
    ),
    "next_first": (
        "If each coded on their own: {command}",
        "Codeerde ieder voor zich: {command}",
    ),
    # where codings come from, in the methods, the summary and the overview
    "form_list": ("a list of quotations", "een lijst met citaten"),
    "form_mended": (
        "a list of the passages without a place, mended by hand",
        "een lijst van de passages zonder plaats, met de hand verbeterd",
    ),
    "form_refi": ("a REFI-QDA project", "een REFI-QDA-project"),
    "form_taguette": ("a project of Taguette", "een project van Taguette"),
    "form_qualcoder": ("a project of QualCoder", "een project van QualCoder"),
    "form_word": ("comments in a Word document", "opmerkingen in een Word-document"),
    "form_annotations": ("W3C annotations", "W3C-annotaties"),
    "form_atlas": ("an XML export", "een XML-export"),
    "made_with": ("{form} of {program}", "{form} van {program}"),
    "origin": (
        "{form} ({at}; {placed} of {of:many passage} placed)",
        "{form} ({at}; {placed} van {of:many passage} geplaatst)",
    ),
    "overview": (
        "{coder}: imported on {at} from {file}, {form}: {placed} of {of:many passage} placed, {listed:number} listed.",
        "{coder}: op {at} geïmporteerd uit {file}, {form}: {placed} van {of:many passage} geplaatst, {listed:number}"
        " niet.",
    ),
    "listed_in": (
        "What has no place, or only partly, or is to be checked is in {file}; mend it there, or keep the right one of"
        " several rows, and import that file.",
        "Wat geen plaats heeft, of maar ten dele, of na te kijken is, staat in {file}; verbeter het daar, of laat van"
        " meer rijen de juiste staan, en importeer dat bestand.",
    ),
}
