"""What is said about how good the coding is."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SHEET: dict[str, Bilingual] = {
    "key": ("key", "sleutel"),
    "question": ("question", "vraag"),
    "passage": ("passage", "passage"),
    "codes": ("codes", "codes"),
    "done": ("done", "klaar"),
    "note": ("note", "notitie"),
    "code": ("code", "code"),
    "label": ("label", "label"),
    "definition": ("definition", "definitie"),
    "name": ("sample", "steekproef"),
    "guide": ("codes", "codes"),
    "how_word": (
        "Name in the column codes what you find in each passage, with commas between them, or write none. A passage"
        " with an empty cell counts as not yet coded.",
        "Noem in de kolom codes wat je in elke passage vindt, met komma's ertussen, of schrijf geen. Een passage met"
        " een lege cel geldt als nog niet gecodeerd.",
    ),
    "written": (
        "{n:many passage} for {coder}: {file}. Mark what you find with x (or paste the words), write x in done for each"
        " passage that is finished, and read it back: bp-qual sheet {arguments} --sample {name} --coder"
        " {coder} --read {file:shell}",
        "{n:many passage} voor {coder}: {file}. Zet een x bij wat je vindt (of plak de woorden), zet een x bij klaar"
        " voor elke passage die af is, en lees het terug: bp-qual sheet {arguments} --sample {name} --coder"
        " {coder} --read {file:shell}",
    ),
    "written_word": (
        "{n:many passage} for {coder}: {file}. Name in the column codes what you find in each passage, or write none,"
        " and read it back: bp-qual sheet {arguments} --sample {name} --coder {coder} --read {file:shell}",
        "{n:many passage} voor {coder}: {file}. Noem in de kolom codes wat je in elke passage vindt, of schrijf geen,"
        " en lees het terug: bp-qual sheet {arguments} --sample {name} --coder {coder} --read {file:shell}",
    ),
    "read": (
        "Saved for {coder}: {finished:many passage} finished, {added:many coding} added, {removed:number} taken back,"
        " {notes:number} notes; {left:number} not finished.",
        "Bewaard voor {coder}: {finished:many passage} af, {added:many coding} toegevoegd, {removed:number}"
        " teruggenomen, {notes:number} notities; {left:number} niet af.",
    ),
}

SHEET_NOTES: dict[str, Bilingual] = {
    "sheet no mark": (
        "{place}: '{text}' is no mark for {code}, so the passage is not judged for it; write yes or no",
        "{place}: '{text}' is geen markering voor {code}, dus de passage is er niet voor beoordeeld; schrijf ja of nee",
    ),
    "sheet no code": (
        "{place}: '{text}' is no code of the codebook; it was kept as a note, and the passage is judged for none but"
        " the codes that are named",
        "{place}: '{text}' is geen code van het codeboek; het is als notitie bewaard, en de passage is alleen"
        " beoordeeld voor de codes die er wel staan",
    ),
    "sheet no done mark": (
        "{place}: '{text}' does not say whether the passage is finished; it was kept as a note",
        "{place}: '{text}' zegt niet of de passage af is; het is als notitie bewaard",
    ),
    "sheet conflict": (
        "{place} and {before}: the same passage, with and without {code}, so it is not judged for it; keep one of the"
        " two",
        "{place} en {before}: dezelfde passage, met en zonder {code}, dus is er niet voor beoordeeld; bewaar een van"
        " de twee",
    ),
    "sheet rows of another": (
        "{n:many row} left out, written for {coders:joined} and not for {coder}, the first at {places:commas}."
        " Read them with --coder {coders:commas}; or delete column key if {coder} filled them in.",
        "{n:many row} weggelaten, geschreven voor {coders:joined} en niet voor {coder}, de eerste op {places:commas}."
        " Lees ze terug met --coder {coders:commas}; of verwijder de kolom sleutel als {coder} ze invulde.",
    ),
    "sheet rows of somebody": (
        "{n:many row} left out, not written for {coder} and this sample, the first at {places:commas}. Name the"
        " coder and the sample that they were written for; or delete column key if {coder} filled them in.",
        "{n:many row} weggelaten, niet geschreven voor {coder} en deze steekproef, de eerste op {places:commas}. Noem"
        " de codeur en de steekproef waarvoor ze geschreven zijn; of verwijder de kolom sleutel als {coder} ze"
        " invulde.",
    ),
    "sheet keys moved": (
        "of {n:many row} key and text are not of one passage, so nothing of them was saved: {places:commas}. Sort whole"
        " rows, not one column; or delete column key, so that a row is known by its text.",
        "van {n:many row} zijn sleutel en tekst niet van één passage, dus is er niets van bewaard: {places:commas}."
        " Sorteer hele rijen, niet één kolom; of verwijder de kolom sleutel, zodat een rij aan de tekst te kennen is.",
    ),
    "sheet code twice": (
        "{places:joined}: these columns are both about {code}; where they differ, the passage is not judged for it",
        "{places:joined}: deze kolommen gaan allebei over {code}; waar ze verschillen, is de passage er niet voor"
        " beoordeeld",
    ),
    "sheet columns differ": (
        "{place}: another cell of this row says otherwise of {code}, so the passage is not judged for it",
        "{place}: een andere cel van deze rij zegt iets anders over {code}, dus is de passage er niet voor beoordeeld",
    ),
    "sheet passage changed": (
        "{place}: the text of this passage was changed in the sheet; what was typed is kept as a note, and what is"
        " coded is the passage of the interview",
        "{place}: de tekst van deze passage is in het blad veranderd; wat er getypt is, is als notitie bewaard, en"
        " gecodeerd is de passage van het interview",
    ),
    "sheet foreign column": (
        "{place}: '{text}' is no code of the codebook; what stands below it was kept as notes",
        "{place}: '{text}' is geen code van het codeboek; wat eronder staat is als notities bewaard",
    ),
    "sheet row without passage": (
        "{place}: '{text}' stands beside no passage of the sample, so it was not taken over",
        "{place}: '{text}' staat bij geen passage van de steekproef, dus is niet overgenomen",
    ),
}

VALIDATION: dict[str, Bilingual] = {
    "all_waves": ("all waves", "alle rondes"),
    "all_codes": ("all codes together", "alle codes samen"),
    "agree_head": (
        "Agreement of {coders:joined}; 95 % intervals over persons in brackets.",
        "Overeenstemming van {coders:joined}; tussen haakjes 95%-intervallen over personen.",
    ),
    "agree_units": (
        "{code}, {wave}: {units:many passage} of {persons:many person}; found in {shares:commas}",
        "{code}, {wave}: {units:many passage} van {persons:many person}; gevonden in {shares:commas}",
    ),
    "agree_share": ("{share:percent} ({coder})", "{share:percent} ({coder})"),
    "agree_percent": ("agreement {value}", "overeenstemming {value}"),
    "agree_positive": ("positive agreement {value}", "positieve overeenstemming {value}"),
    "agree_alpha": ("alpha {value}", "alpha {value}"),
    "agree_ac1": ("AC1 {value}", "AC1 {value}"),
    "agree_kappa": ("kappa {value}", "kappa {value}"),
    "agree_alpha_u": ("alpha_U {value}", "alpha_U {value}"),
    "agree_u_alpha": ("u-alpha {value}", "u-alpha {value}"),
    "agree_gamma": ("gamma {value}", "gamma {value}"),
    "agree_sets": (
        "All codes together, {wave}: {units:many passage}; alpha of the sets of codes (MASI) {value}",
        "Alle codes samen, {wave}: {units:many passage}; alpha van de sets codes (MASI) {value}",
    ),
    "no_interval": ("no interval, {why}", "geen interval, {why}"),
    "no_interval_for": ("no interval for {names:joined}, {why}", "geen interval voor {names:joined}, {why}"),
    "why_few_persons": ("with fewer than three persons", "bij minder dan drie personen"),
    "why_no_difference": ("as it is the same whoever is left out", "want het blijft gelijk, wie je ook weglaat"),
    "why_one_person": (
        "as it cannot be computed without one of the persons",
        "want zonder een van de personen valt het niet te berekenen",
    ),
    "all_judged": ("no interval: all were judged", "geen interval: alles is beoordeeld"),
    "agree_no_variation": (
        "No variation, so agreement cannot be computed: {codes:names}.",
        "Geen variatie, dus overeenstemming is niet te berekenen: {codes:names}.",
    ),
    "agree_not_computable": (
        "Not computable, because no two coders finished the same interview or passage: {codes:names}.",
        "Niet te berekenen, omdat geen twee codeurs hetzelfde interview of dezelfde passage af hebben: {codes:names}.",
    ),
    "agree_rare": (
        "Where a code is rare, alpha and kappa are low though coders agree on nearly all passages, and AC1 is high:"
        " read them beside how often the code was found.",
        "Waar een code zeldzaam is, zijn alpha en kappa laag terwijl codeurs het over bijna alle passages eens zijn, en"
        " is AC1 hoog: lees ze naast hoe vaak de code gevonden is.",
    ),
    "each_a_part": ("{coders:joined}, each a part", "{coders:joined}, elk een deel"),
    "judged": (
        "Of the {n:many passage} of sample {name}, {judged:number} were judged by {coder}.",
        "Van de {n:many passage} van steekproef {name} zijn er {judged:number} beoordeeld door {coder}.",
    ),
    "judged_by_code": (
        "Of the {n:many passage} of sample {name}, {coder} judged: {counts}.",
        "Van de {n:many passage} van steekproef {name} beoordeelde {coder}: {counts}.",
    ),
    "judged_for": ("{n:number} for {codes:names}", "{n:number} voor {codes:names}"),
    "accuracy_part": (
        "{code}, {wave}: {judged:many passage} judged; nothing can be said of the wave as a whole, because none of"
        " those drawn from {unjudged} is finished.",
        "{code}, {wave}: {judged:many passage} beoordeeld; over de ronde als geheel is niets te zeggen, omdat van wat"
        " uit {unjudged} getrokken is niets af is.",
    ),
    "left": (
        "Not finished: {counts:joined}. Those that are finished of a stratum stand for the others of it, which is right"
        " only if the others were not left because of what is in them. Finish them to be sure.",
        "Niet af: {counts:joined}. Wat van een stratum af is, staat voor de rest ervan, en dat klopt alleen als de rest"
        " niet is overgeslagen om wat erin staat. Maak ze af om zeker te zijn.",
    ),
    "left_of": ("{code} {left:number} of {drawn:number}", "{code} {left:number} van {drawn:number}"),
    "head_code": ("code", "code"),
    "head_wave": ("wave", "ronde"),
    "head_judged": ("judged", "beoordeeld"),
    "head_human": ("with the code", "met de code"),
    "head_hits": ("with a hit", "met een treffer"),
    "head_precision": ("precision", "precisie"),
    "head_recall": ("recall", "volledigheid"),
    "head_f1": ("F1", "F1"),
    "head_known": (
        "A number without an interval: every passage that it is about was judged. –: nothing is known of it.",
        "Een getal zonder interval: elke passage waarover het gaat is beoordeeld. –: er is niets over bekend.",
    ),
    "recall_lower": (
        "{code}: recall in {after} minus recall in {before} {value}; lower in {after} with probability {lower}.",
        "{code}: volledigheid in {after} min volledigheid in {before} {value}; lager in {after} met kans {lower}.",
    ),
    "change_words": ("mentions per 1,000 words", "vermeldingen per 1.000 woorden"),
    "change_sentences": ("percentage points of sentences", "procentpunt van de zinnen"),
    "change_passages": ("percentage points of passages", "procentpunt van de passages"),
    "change": (
        "{code}, {before} to {after}, {unit}: as the codebook finds it {naive}; corrected {value}, p {p:p},"
        " {persons:many person}. Of the first, by estimate {bias} is error of the codebook.",
        "{code}, van {before} naar {after}, {unit}: zoals het codeboek het vindt {naive}; gecorrigeerd {value},"
        " p {p:p}, {persons:many person}. Van het eerste is naar schatting {bias} fout van het codeboek.",
    ),
    "change_too few found": (
        "{code}: not corrected, because the code was found by a person in {human_before:many passage} of {before}"
        " and {human_after:many passage} of {after}, and ten in each are needed. Draw a larger sample for this code, or"
        " code all its passages.",
        "{code}: niet gecorrigeerd, omdat iemand de code in {human_before:many passage} van {before} en"
        " {human_after:many passage} van {after} vond, en er in elk tien nodig zijn. Trek voor deze code een grotere"
        " steekproef, of codeer alle passages.",
    ),
    "found_by_wave": (
        "{code} {human_before:number} and {human_after:number}",
        "{code} {human_before:number} en {human_after:number}",
    ),
    "changes_too few found": (
        "Not corrected, because a person found the code in fewer than ten passages of a wave (of {before} and of"
        " {after}): {codes:joined}. Draw a larger sample for these codes, or code all their passages.",
        "Niet gecorrigeerd, omdat iemand de code in minder dan tien passages van een ronde vond (van {before} en van"
        " {after}): {codes:joined}. Trek voor deze codes een grotere steekproef, of codeer al hun passages.",
    ),
    "changes_not judged": (
        "Not corrected, because nobody finished a passage of the sample for these codes: {codes:names}.",
        "Niet gecorrigeerd, omdat niemand een passage van de steekproef af heeft voor deze codes: {codes:names}.",
    ),
    "changes_too few persons": (
        "Not corrected, because fewer than six persons can be compared (those interviewed or living together count as"
        " one; bp-qual compare says who and why): {codes:names}.",
        "Niet gecorrigeerd, omdat minder dan zes personen te vergelijken zijn (wie samen geïnterviewd is of samenwoont"
        " telt als één; bp-qual compare zegt wie en waarom): {codes:names}.",
    ),
    "change_not judged": (
        "{code}: not corrected, because nobody finished a passage of the sample for this code.",
        "{code}: niet gecorrigeerd, omdat niemand een passage van de steekproef af heeft voor deze code.",
    ),
    "change_part not judged": (
        "{code}: not corrected, because of what was drawn from {unjudged} nothing is finished, and so nothing is known"
        " of the errors there. Finish those passages, or at least some of them in the order in which they are shown.",
        "{code}: niet gecorrigeerd, omdat van wat uit {unjudged} getrokken is niets af is, en van de fouten daar dus"
        " niets bekend is. Maak die passages af, of ten minste een deel, in de volgorde waarin ze getoond worden.",
    ),
    "change_whole passages marked": (
        "{code}: not corrected, because {broad_before:many passage} of {before} and {broad_after:many passage} of"
        " {after} are marked as a whole, as with an x in a sheet: what the codebook missed beside a hit there is not"
        " seen. Use --per passages, or mark the words: on the page, or by pasting them in the sheet.",
        "{code}: niet gecorrigeerd, omdat {broad_before:many passage} van {before} en {broad_after:many passage} van"
        " {after} als geheel gemarkeerd zijn, zoals met een x in een blad: wat het codeboek daar naast een treffer"
        " miste, is niet te zien. Gebruik --per passages, of markeer de woorden: op de pagina, of door ze in het blad"
        " te plakken.",
    ),
    "change_too few persons": (
        "{code}: not corrected, because fewer than six persons can be compared (those interviewed or living"
        " together count as one); bp-qual compare says who and why.",
        "{code}: niet gecorrigeerd, omdat minder dan zes personen te vergelijken zijn (wie samen geïnterviewd is of"
        " samenwoont telt als één); bp-qual compare zegt wie en waarom.",
    ),
    "drawn": (
        "{n:many passage} drawn from {all:number} (--design {design} --seed {seed}): {file}",
        "{n:many passage} getrokken uit {all:number} (--design {design} --seed {seed}): {file}",
    ),
    "drawn_beside": (
        "Of these {new:number} are new, beside the {n:many passage} of sample {name}; {asked:number} were asked for,"
        " and the draw comes as near as the passages that are left and their probabilities allow.",
        "Daarvan zijn {new:number} nieuw, naast de {n:many passage} van steekproef {name}; er zijn er {asked:number}"
        " gevraagd, en de trekking komt daar zo dicht bij als de overige passages en hun kansen toelaten.",
    ),
    "drawn_least": (
        "More than the {asked:number} asked for: two of each of the {strata:many stratum} are needed, for with one"
        " nothing can be said of how much errors vary in it.",
        "Meer dan de gevraagde {asked:number}: van elk van de {strata:many stratum} zijn er twee nodig, want met één is"
        " niet te zeggen hoezeer fouten er verschillen.",
    ),
    "drawn_all": (
        "Fewer than the {asked:number} asked for: there are no more.",
        "Minder dan de gevraagde {asked:number}: meer zijn er niet.",
    ),
    "drawn_shared": (
        "In another sample too: {n:many passage}. If errors there were read to mend the codebook, these judge it too"
        " kindly; another --seed draws others.",
        "Ook in een andere steekproef: {n:many passage}. Als fouten daar gelezen zijn om het codeboek te verbeteren,"
        " oordelen die te mild; een andere --seed trekt andere.",
    ),
    "width": (
        "{code}: about ±{half} percentage points with {n:many passage}",
        "{code}: ongeveer ±{half} procentpunt met {n:many passage}",
    ),
    "width_head_seen": (
        "How wide the 95 % interval of the corrected change in the share of passages will be, by what is coded of"
        " sample {name}:",
        "Hoe breed het 95%-interval van het gecorrigeerde verschil in het aandeel passages wordt, naar wat van"
        " steekproef {name} gecodeerd is:",
    ),
    "width_head": (
        "How wide the 95 % interval of the corrected change in the share of passages will be, as far as can be said"
        " before anybody coded:",
        "Hoe breed het 95%-interval van het gecorrigeerde verschil in het aandeel passages wordt, voor zover dat te"
        " zeggen is voor er gecodeerd is:",
    ),
    "code_it": (
        "Code it blind: bp-qual page {arguments} --coder NAME --sample {name}",
        "Codeer die blind: bp-qual page {arguments} --coder NAAM --sample {name}",
    ),
    "settled": (
        "Saved as the work of {coder}: of {all:many disagreement}, {left:number} not settled.",
        "Bewaard als werk van {coder}: van {all:many disagreement} {left:number} niet opgelost.",
    ),
    "apart_untouched": ("has not coded this interview", "heeft dit interview niet gecodeerd"),
    "apart_unfinished": ("has not finished this interview", "heeft dit interview niet af"),
    "apart_other_codes": (
        "has finished this interview for other codes only",
        "heeft dit interview alleen voor andere codes af",
    ),
    "apart_compared": (
        "is not one of those who differ here: a sample is compared apart from interviews that two or more finished",
        "hoort niet bij wie hier verschillen: een steekproef wordt apart vergeleken van interviews die twee of meer"
        " mensen af hebben",
    ),
    "settle_it": (
        "Settle them: write yes or no in column agreed and read it back with bp-qual agree {arguments} --settled"
        " {file:shell}, or open bp-qual page {arguments} and choose Settle.",
        "Los ze op: schrijf ja of nee in de kolom agreed en lees het terug met bp-qual agree {arguments} --settled"
        " {file:shell}, of open bp-qual page {arguments} en kies Verschillen.",
    ),
    "settle_below": (
        "A no for {codes:joined} also takes out what the codebook found in that passage for the codes below it, unless"
        " the coders agree on that.",
        "Een nee bij {codes:joined} haalt ook weg wat het codeboek in die passage vond voor de codes eronder, tenzij de"
        " codeurs het daarover eens zijn.",
    ),
    "disagreements": (
        "{n:many passage} judged differently; written to {file}",
        "{n:many passage} verschillend beoordeeld; geschreven in {file}",
    ),
}
