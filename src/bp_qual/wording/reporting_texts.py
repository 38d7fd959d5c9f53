"""The items of COREQ and SRQR in our own words, and what a study says of those that it can answer.

COREQ: Tong, A., Sainsbury, P., & Craig, J. (2007). International Journal for Quality in Health Care, 19(6), 349-357.
SRQR: O'Brien, B. C., Harris, I. B., Beckman, T. J., Reed, D. A., & Cook, D. A. (2014). Academic Medicine, 89(9),
1245-1251. Numbers and order are theirs, the words are not.
"""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_COREQ: tuple[Bilingual, ...] = (
    ("who held the interviews", "wie de interviews hield"),
    ("the researchers' degrees", "welke graden de onderzoekers hebben"),
    ("what work they did at the time", "welk werk zij toen deden"),
    ("their gender", "hun gender"),
    ("their experience and training", "hun ervaring en opleiding"),
    ("whether researcher and participant knew each other before", "of onderzoeker en deelnemer elkaar al kenden"),
    ("what participants knew of the researcher and the aims", "wat deelnemers wisten van onderzoeker en doel"),
    (
        "what was told of the interviewer's assumptions and interests",
        "wat over vooronderstellingen en belangen van de interviewer is verteld",
    ),
    ("the methodological orientation behind the study", "de methodologische oriëntatie achter het onderzoek"),
    ("how participants were selected", "hoe deelnemers zijn gekozen"),
    ("how they were approached", "hoe zij zijn benaderd"),
    ("how many took part", "hoeveel er meededen"),
    ("how many refused or stopped, and why", "hoeveel er weigerden of stopten, en waarom"),
    ("where the interviews were", "waar de interviews waren"),
    ("whether others were present", "of er anderen bij waren"),
    (
        "what matters of the sample, such as dates and background",
        "wat van de steekproef van belang is, zoals data en achtergrond",
    ),
    ("the questions or guide, and whether it was piloted", "de vragen of topiclijst, en of die is uitgeprobeerd"),
    ("repeat interviews, and how many", "herhaalde interviews, en hoeveel"),
    ("sound or video recording", "opname van geluid of beeld"),
    ("field notes during or after", "veldnotities tijdens of na afloop"),
    ("how long the interviews were", "hoe lang de interviews duurden"),
    ("saturation", "verzadiging"),
    ("whether participants saw their transcripts", "of deelnemers hun transcript hebben gezien"),
    ("how many people coded", "hoeveel mensen codeerden"),
    ("the coding tree", "de codeboom"),
    ("whether themes were set before or came from the data", "of thema's vooraf vaststonden of uit de data kwamen"),
    ("the software", "de software"),
    ("whether participants commented on the findings", "of deelnemers op de bevindingen reageerden"),
    ("quotations for the themes, each with its participant", "citaten bij de thema's, elk met de deelnemer"),
    ("whether data and findings agree", "of data en bevindingen bij elkaar passen"),
    ("major themes, clearly presented", "hoofdthema's, helder gepresenteerd"),
    ("minor themes and cases that differ", "kleinere thema's en afwijkende gevallen"),
)
_SRQR: tuple[Bilingual, ...] = (
    ("title: topic and kind of study", "titel: onderwerp en soort onderzoek"),
    ("abstract: the key elements", "samenvatting: de hoofdzaken"),
    ("the problem, its weight, and earlier work", "het probleem, het belang ervan en eerder werk"),
    ("purpose and questions", "doel en vragen"),
    ("approach, theory and paradigm, with reasons", "benadering, theorie en paradigma, met redenen"),
    ("the researchers: what of them may have mattered", "de onderzoekers: wat van hen kan hebben meegespeeld"),
    ("setting and context", "plaats en context"),
    ("sampling, and when it was enough", "steekproeftrekking, en wanneer het genoeg was"),
    ("ethics: approval, consent, protection of data", "ethiek: goedkeuring, toestemming, bescherming van gegevens"),
    ("how, and between which dates, data were collected", "hoe, en tussen welke data, de gegevens zijn verzameld"),
    (
        "instruments: guides, recorders, and changes in them",
        "instrumenten: topiclijsten, opname, en wat daaraan veranderde",
    ),
    ("the units: participants, interviews, how much", "de eenheden: deelnemers, interviews, hoeveel"),
    ("processing: transcription, pseudonyms, coding", "verwerking: transcriptie, pseudoniemen, coderen"),
    ("analysis: how themes were identified, by whom", "analyse: hoe thema's zijn gevonden, door wie"),
    ("what makes it trustworthy", "wat het betrouwbaar maakt"),
    ("the main findings and what they mean together", "de hoofdbevindingen en wat zij samen betekenen"),
    ("evidence: quotes, notes, excerpts", "onderbouwing: citaten, notities, fragmenten"),
    ("how it relates to earlier work, and where it holds", "hoe het zich verhoudt tot eerder werk, en waar het geldt"),
    ("limitations", "beperkingen"),
    ("conflicts of interest", "belangenverstrengeling"),
    ("funding", "financiering"),
)

REPORTING: dict[str, Bilingual] = {
    **{f"coreq_{number}": text for number, text in enumerate(_COREQ, start=1)},
    **{f"srqr_{number}": text for number, text in enumerate(_SRQR, start=1)},
    "title": ("Reporting checklists", "Checklists voor rapportage"),
    "how": (
        "The items are named in our own words; the originals explain them. What stands under 'from the study' was"
        " counted or read from it, and goes no further than that: check each before you submit.",
        "De punten staan hier in eigen woorden; de oorspronkelijke tekst licht ze toe. Wat onder 'uit het onderzoek'"
        " staat is daaruit geteld of gelezen, en gaat niet verder dan dat: ga elk punt na voordat je indient.",
    ),
    "coreq": (
        "COREQ (Tong, Sainsbury & Craig, 2007, International Journal for Quality in Health Care, 19, 349-357)",
        "COREQ (Tong, Sainsbury & Craig, 2007, International Journal for Quality in Health Care, 19, 349-357)",
    ),
    "srqr": (
        "SRQR (O'Brien, Harris, Beckman, Reed & Cook, 2014, Academic Medicine, 89, 1245-1251)",
        "SRQR (O'Brien, Harris, Beckman, Reed & Cook, 2014, Academic Medicine, 89, 1245-1251)",
    ),
    "number": ("No.", "Nr."),
    "item": ("Item", "Punt"),
    "study": ("From the study", "Uit het onderzoek"),
    "yours": ("For you to write", "Voor jou om te schrijven"),
    "all": ("all of it", "alles"),
    "rest": ("the rest", "de rest"),
    "nothing": ("–", "–"),
    # what the study says
    "interviewers": (
        "interviews.csv names {n:number} who held interviews.",
        "interviews.csv noemt er {n:number} die interviews hielden.",
    ),
    "sample_size": (
        "{persons:many person}, {interviews:many interview}, {words:many word} of the persons.",
        "{persons:many person}, {interviews:many interview}, {words:many word} van de personen.",
    ),
    "each_wave": ("{wave}: {n:many person}", "{wave}: {n:many person}"),
    "dropouts": (
        "Interviewed in {before} and not in {after}: {n:many person}; in {after} only: {new:many person}.",
        "Geïnterviewd in {before} en niet in {after}: {n:many person}; alleen in {after}: {new:many person}.",
    ),
    "unread": (
        "Interviews that exist and could not be read: {n:number}.",
        "Interviews die er zijn en niet gelezen konden worden: {n:number}.",
    ),
    "present": (
        "Somebody else than interviewer and participant speaks in {n:number} of {all:many interview}, and two or more"
        " participants in {shared:number}; who was there and did not speak is not known.",
        "Iemand anders dan interviewer en deelnemer praat in {n:number} van {all:many interview}, en twee of meer"
        " deelnemers in {shared:number}; wie erbij was en niets zei is niet bekend.",
    ),
    "dates": (
        "Dates of {n:number} of {all:many interview}: from {first} to {last}.",
        "Data van {n:number} van {all:many interview}: van {first} tot {last}.",
    ),
    "repeats": (
        "{n:number} of {all:many person} were interviewed in two waves or more; {twice:number} twice or more in one"
        " wave.",
        "{n:number} van {all:many person} zijn in twee of meer rondes geïnterviewd; {twice:number} twee keer of vaker"
        " in één ronde.",
    ),
    "length": (
        "Words of the persons in an interview: median {median:number}, from {least:number} to {most:number}.",
        "Woorden van de personen per interview: mediaan {median:number}, van {least:number} tot {most:number}.",
    ),
    "coders_machine": (
        "The codebook's terms were searched for by the program; nobody reviewed the hits that are counted.",
        "De termen van het codeboek zijn door het programma gezocht; niemand heeft de getelde treffers nagekeken.",
    ),
    "coders_reviewed": (
        "The codebook's terms were searched for by the program, and reviewed by {n:many coder}.",
        "De termen van het codeboek zijn door het programma gezocht, en nagekeken door {n:many coder}.",
    ),
    "coders_human": ("Coded by hand by {n:many coder}.", "Met de hand gecodeerd door {n:many coder}."),
    "tree": (
        "Codebook {name} {version}: {n:many code}, {below:number} of them under another; in reproduce/codebook.yaml.",
        "Codeboek {name} {version}: {n:many code}, {below:number} daarvan onder een andere; in"
        " reproduce/codebook.yaml.",
    ),
    "derived": (
        "One codebook was used for all waves.",
        "Voor alle rondes is één codeboek gebruikt.",
    ),
    "software": ("bp_qual {version}; more in methods.docx.", "bp_qual {version}; meer in methods.docx."),
    "quotes": (
        "{n:many passage} are coded; each has its person, wave, interview and turn in report.html (bp-qual compare).",
        "{n:many passage} zijn gecodeerd; elk staat met persoon, ronde, interview en beurt in report.html (bp-qual"
        " compare).",
    ),
    "themes": (
        "tables.docx has each theme with its change and how sure it is.",
        "In tables.docx staat elk thema met de verandering en hoe zeker die is.",
    ),
    "analysis": (
        "methods.docx says how was counted, compared and tested.",
        "methods.docx zegt hoe er is geteld, vergeleken en getoetst.",
    ),
    "agreement": (
        "How far the coders agree is in tables.docx.",
        "In hoeverre de codeurs het eens zijn staat in tables.docx.",
    ),
    "accuracy": (
        "How good the codebook is was judged by a coded sample; tables.docx has it.",
        "Hoe goed het codeboek is, is beoordeeld met een gecodeerde steekproef; het staat in tables.docx.",
    ),
    "again": (
        "The folder reproduce makes the numbers again.",
        "De map reproduce maakt de getallen opnieuw.",
    ),
    "doubts": (
        "report.html (bp-qual compare) lists what to doubt.",
        "report.html (bp-qual compare) somt op waaraan te twijfelen valt.",
    ),
}
