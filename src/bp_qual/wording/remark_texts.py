"""What must be known beside a number: one sentence a kind of remark, in English and in Dutch.

How a gap is written is after its colon; see `voice`.
"""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

REMARKS: dict[str, Bilingual] = {
    # beside a code
    "too few changed": (
        "too few for a test ({changed} changed; {needed} needed)",
        "te weinig voor een toets ({changed} veranderd; {needed} nodig)",
    ),
    "too few households": (
        "too few for a test ({changed} changed, persons interviewed together or living together counted once; {needed}"
        " needed)",
        "te weinig voor een toets ({changed} veranderd, wie samen geïnterviewd is of samenwoont één keer geteld;"
        " {needed} nodig)",
    ),
    "nobody compared": (
        "nobody with enough words in both waves",
        "niemand met genoeg woorden in beide rondes",
    ),
    "not mentioned": ("not found in these persons", "bij deze personen niet gevonden"),
    "none of so many": (
        "0 of {persons} persons still allows {percent} % of such people to mention it",
        "0 van {persons} personen laat nog toe dat {percent} % van zulke mensen het noemt",
    ),
    "all alike": (
        "all have the same difference: no interval",
        "allen hebben hetzelfde verschil: geen interval",
    ),
    "corrected": (
        "as counted × {naive_ratio:ratio} ({naive:signed}); corrected for the errors of the codebook × {ratio:ratio},"
        " difference {change:signed} ({low:signed} to {high:signed}), p {p:p}, {p_adjusted:p} with the other codes",
        "zoals geteld × {naive_ratio:ratio} ({naive:signed}); gecorrigeerd voor fouten van het codeboek"
        " × {ratio:ratio}, verschil {change:signed} ({low:signed} tot {high:signed}), p {p:p}, {p_adjusted:p} met de"
        " andere codes",
    ),
    "corrected, no ratio": (
        "difference as counted {naive:signed}; corrected for the errors of the codebook {change:signed}"
        " ({low:signed} to {high:signed}), p {p:p}, {p_adjusted:p} with the other codes",
        "verschil zoals geteld {naive:signed}; gecorrigeerd voor fouten van het codeboek {change:signed}"
        " ({low:signed} tot {high:signed}), p {p:p}, {p_adjusted:p} met de andere codes",
    ),
    "not corrected": (
        "not corrected for errors of the codebook: found in {before:many passage} of the earlier wave and {after} of"
        " the later, {needed} needed in each",
        "niet gecorrigeerd voor fouten van het codeboek: gevonden in {before:many passage} van de eerdere ronde en"
        " {after} van de latere, {needed} nodig in elk",
    ),
    "not corrected, not judged": (
        "not corrected for errors of the codebook: nobody finished a passage of the sample for this code",
        "niet gecorrigeerd voor fouten van het codeboek: niemand heeft een passage van de steekproef af voor deze code",
    ),
    "not corrected, part not judged": (
        "not corrected for errors of the codebook: of what was drawn from {unjudged} nothing is finished; finish those"
        " passages",
        "niet gecorrigeerd voor fouten van het codeboek: van wat uit {unjudged} getrokken is, is niets af; maak die"
        " passages af",
    ),
    "not corrected, marked whole": (
        "not corrected for errors of the codebook: {before:many passage} of the earlier wave and {after} of the later"
        " are marked as a whole, as with an x in a sheet, which does not say what was missed beside a hit; correct by"
        " passages (bp-qual validate --per passages), or mark the words",
        "niet gecorrigeerd voor fouten van het codeboek: {before:many passage} van de eerdere ronde en {after} van de"
        " latere zijn als geheel gemarkeerd, zoals met een x in een blad, en dan is niet te zien wat naast een treffer"
        " gemist is; corrigeer in passages (bp-qual validate --per passages), of markeer de woorden",
    ),
    "sample of all mentions": (
        "Sample {sample} corrects nothing where denied or prompted mentions are left out: a person's mark does not say"
        " which these are, so the corrected change would be that of other mentions than the counted one.",
        "Steekproef {sample} corrigeert niets waar ontkende of aangereikte vermeldingen zijn weggelaten: aan een"
        " markering is niet te zien welke dat zijn, dus het gecorrigeerde verschil zou over andere vermeldingen gaan"
        " dan het getelde.",
    ),
    "sample of other measure": (
        "Sample {sample} corrects nothing here: there is a corrected change for mentions and for the share of sentences"
        " only.",
        "Steekproef {sample} corrigeert hier niets: een gecorrigeerd verschil is er alleen voor vermeldingen en voor"
        " het aandeel zinnen.",
    ),
    "one wave only": ("only in {wave}: no ratio", "alleen in {wave}: geen verhouding"),
    "one person carries": (
        "all {wave} mentions are from {person}",
        "alleen {person} noemt dit in {wave}",
    ),
    "one person": ("one person: no interval", "één persoon: geen interval"),
    "not looked for": (
        "has no terms: not searched for here",
        "heeft geen termen: hier niet naar gezocht",
    ),
    "coded in nobody": (
        "in no person coded in both waves",
        "bij niemand in beide rondes gecodeerd",
    ),
    "coded in some": (
        "coded in {coded} of {compared} persons compared",
        "gecodeerd bij {coded} van de {compared} vergeleken personen",
    ),
    "not coded": (
        "not coded in {waves:joined}",
        "niet gecodeerd in {waves:joined}",
    ),
    "asked once": (
        "asked about in {wave} only: not tested",
        "alleen in {wave} naar gevraagd: niet getoetst",
    ),
    "stayed": (
        "stayed within a factor {margin:step} ({level:percent} interval of the ratio {low:limit} to {high:limit})",
        "bleef binnen een factor {margin:step} ({level:percent}-interval van de verhouding {low:limit} tot"
        " {high:limit})",
    ),
    "nobody differs": (
        "nobody's rate changed: no interval; up to {percent}% of such persons might still have changed",
        "bij niemand veranderde het: geen interval; tot {percent}% van zulke personen kan toch veranderd zijn",
    ),
    "too few with both": (
        "too few for a test ({persons} speak enough of both in both waves; {needed} needed)",
        "te weinig voor een toets ({persons} spreken in beide rondes genoeg over allebei; {needed} nodig)",
    ),
    "too few households with both": (
        "too few for a test ({persons} speak enough of both in both waves, persons interviewed together or living"
        " together"
        " counted once; {needed} needed)",
        "te weinig voor een toets ({persons} spreken in beide rondes genoeg over allebei, wie samen geïnterviewd is of"
        " samenwoont één keer geteld; {needed} nodig)",
    ),
    "no spread": (
        "all changed by the same amount: t test undefined",
        "allen veranderden evenveel: geen t-toets mogelijk",
    ),
    "exploratory": (
        "exploratory, not in the plan: its corrected p is a false discovery rate (BH), so uncertain at most",
        "verkennend, niet in het plan: de gecorrigeerde p is een aandeel valse vondsten (BH), dus ten hoogste onzeker",
    ),
    "drift": (
        "among those compared, found in one wave only: {terms:terms}; did the word change, or the theme?",
        "bij de vergeleken personen alleen in één ronde gevonden: {terms:terms}; veranderde het woord of het thema?",
    ),
    # beside a person
    "not interviewed": ("not interviewed in {wave}", "niet geïnterviewd in {wave}"),
    "not read": ("the interview in {wave} was not read", "het interview in {wave} is niet gelezen"),
    "perhaps not read": (
        "an interview that was not read may be of {wave}",
        "een interview dat niet gelezen is, kan van {wave} zijn",
    ),
    "interviewed too": ("interviewed in {waves:names}", "wel geïnterviewd in {waves:names}"),
    "dropouts left out": (
        "{persons:names}: fewer than {floor:many word} in {wave}, so not among the dropouts that are described",
        "{persons:names}: minder dan {floor:many word} in {wave}, dus niet bij de uitvallers die beschreven zijn",
    ),
    "no words": ("no words in {wave}", "geen woorden in {wave}"),
    "too little text": (
        "too little text in {wave} ({words:many word}; {floor:number} needed)",
        "te weinig tekst in {wave} ({words:many word}; {floor:number} nodig)",
    ),
    "counts only": (
        "counts only: judged by a rule of thumb, no stability",
        "alleen tellingen: beoordeeld met een vuistregel, geen stabiliteit",
    ),
    # beside a group of persons, a pair of codes, a trend
    "small group": (
        "group of {size}: described, not tested",
        "groep van {size}: beschreven, niet getoetst",
    ),
    "small group of households": (
        "group of {size}, too few who were not interviewed and do not live together: described, not tested",
        "groep van {size}, te weinig die niet samen geïnterviewd zijn of samenwonen: beschreven, niet getoetst",
    ),
    "too few groups": (
        "fewer than two groups of {size}: no test",
        "minder dan twee groepen van {size}: geen toets",
    ),
    "nobody changed": ("nobody changed: no test", "niemand veranderde: geen toets"),
    "groups too small": (
        "groups this small can give no p below {p:p}: no test",
        "zulke kleine groepen kunnen geen p onder {p:p} geven: geen toets",
    ),
    "smallest p of groups": (
        "p cannot be below {p:p} with groups of this size",
        "p kan niet onder {p:p} komen met groepen van deze grootte",
    ),
    "changed group": (
        "{persons:names} changed group; grouped as in {wave}",
        "{persons:names}: van groep veranderd; ingedeeld als in {wave}",
    ),
    "too few for a trend": (
        "too few for a test ({needed} who changed are needed)",
        "te weinig voor een toets ({needed} personen die veranderden zijn nodig)",
    ),
    "too few for a bend": (
        "no test of the bend ({needed} with three waves who changed are needed)",
        "geen toets van de bocht ({needed} personen met drie rondes die veranderden zijn nodig)",
    ),
    "group profile": (
        "the group: p compares it with chance",
        "de groep: p vergelijkt haar met toeval",
    ),
    "untested here": ("not tested: see codes", "niet getoetst: zie codes"),
    "no spread of changes": (
        "no spread of changes: no t, no dz",
        "geen spreiding in de veranderingen: geen t, geen dz",
    ),
    "nobody's rate changed": ("nobody changed", "niemand veranderde"),
    "no ratio of the others": ("no ratio of the others", "geen verhouding van de anderen"),
    "no ratio of everybody": (
        "a mean over everybody is zero or missing: no ratio",
        "een gemiddelde over allen is nul of ontbreekt: geen verhouding",
    ),
    "no ratio counted so": (
        "no ratio: no mention in one wave, or length is allowed for",
        "geen verhouding: één ronde heeft niets, of de lengte is verrekend",
    ),
    "no test counted so": (
        "counted this way, fewer than six changed, or lengths are alike: no test",
        "zo geteld veranderden er minder dan zes of zijn de lengtes gelijk: geen toets",
    ),
    "no smd": (
        "one person or no spread on a side: no smd",
        "één persoon of geen spreiding aan één kant: geen smd",
    ),
    # about the whole
    "left out, one wave": (
        "{persons:names}: interviewed in one of the two waves only, so not compared",
        "{persons:names}: in maar één van de twee rondes geïnterviewd, dus niet vergeleken",
    ),
    "left out, no words": (
        "{persons:names}: no words found in a wave, so not compared: bp-qual check says which labels were read there,"
        " and the column `speaker` of interviews.csv says whose they are",
        "{persons:names}: in een ronde zijn geen woorden gevonden, dus niet vergeleken: bp-qual check zegt welke labels"
        " daar zijn gelezen, en de kolom `speaker` van interviews.csv zegt van wie ze zijn",
    ),
    "left out, little text": (
        "{persons:names}: fewer than {floor:many word} in a wave, so kept in the tables but not compared"
        " (`floor` in study.yaml, or --floor, sets how many it takes)",
        "{persons:names}: minder dan {floor:many word} in een ronde, dus wel in de tabellen maar niet vergeleken"
        " (`floor` in study.yaml, of --floor, bepaalt hoeveel er nodig zijn)",
    ),
    "interviewed together": (
        "{persons:joined} were interviewed together or live together: swapped together in the tests, and counted"
        " once among"
        " those who changed",
        "{persons:joined} zijn samen geïnterviewd of wonen samen: in de toetsen samen verwisseld, en één keer geteld"
        " bij wie veranderde",
    ),
    "interviewers apart": (
        "other interviewers in {before} ({first:names}) than in {after} ({last:names}): a change of persons cannot be"
        " told from a change of interviewers",
        "andere interviewers in {before} ({first:names}) dan in {after} ({last:names}): een verandering van personen is"
        " niet te onderscheiden van een verandering van interviewers",
    ),
    "interviewers overlap": (
        "{both:joined} interviewed in both {before} and {after}; {same} of {compared:many person} had the same"
        " interviewer both times",
        "interviewers in zowel {before} als {after}: {both:joined}; bij {same} van {compared:many person} was het beide"
        " keren dezelfde",
    ),
    "no interviewer known": (
        "who held the {interviews:many interview} is not known (column interviewer of interviews.csv)",
        "van geen van de {interviews:many interview} is bekend wie interviewde (kolom interviewer van interviews.csv)",
    ),
    "interviewers unknown": (
        "who held {unknown} of {interviews:many interview} is not known (column interviewer of interviews.csv)",
        "van {unknown} van {interviews:many interview} is niet bekend wie interviewde (kolom interviewer van"
        " interviews.csv)",
    ),
    "interviewer talk": (
        "the interviewers said {share_before:number}% of all words in {before} and {share_after:number}% in {after}",
        "van alle woorden zeiden de interviewers {share_before:number}% in {before} en {share_after:number}% in"
        " {after}",
    ),
    "interviewer talk differs": (
        "the interviewers said {share_before:number}% of all words in {before} and {share_after:number}% in {after}:"
        " another way of asking may bring out other themes",
        "van alle woorden zeiden de interviewers {share_before:number}% in {before} en {share_after:number}% in"
        " {after}: een andere manier van vragen kan andere thema's oproepen",
    ),
    "lengths": (
        "those compared said {words_before:many word} on average in {before} and {words_after:number} in {after}",
        "de vergeleken personen zeiden gemiddeld {words_before:many word} in {before} en {words_after:number} in"
        " {after}",
    ),
    "lengths differ": (
        "those compared said {words_before:many word} on average in {before} and {words_after:number} in {after};"
        " what came up only late in an interview may seem new",
        "de vergeleken personen zeiden gemiddeld {words_before:many word} in {before} en {words_after:number} in"
        " {after}; wat pas laat ter sprake kwam, kan nieuw lijken",
    ),
    "left out, not read": (
        "{persons:names}: an interview was not read, so not compared",
        "{persons:names}: een interview is niet gelezen, dus niet vergeleken",
    ),
    "left out, not coded": (
        "{persons:names}: coding not finished in both waves, so kept in the tables but not compared",
        "{persons:names}: codering niet af in beide rondes, dus wel in de tabellen maar niet vergeleken",
    ),
    "no pairs": (
        "nobody has enough words in both {before} and {after}: nothing can be compared within persons",
        "niemand heeft genoeg woorden in zowel {before} als {after}: binnen personen valt niets te vergelijken",
    ),
    "no pairs, not coded": (
        "of nobody is the coding finished in both {before} and {after}: nothing can be compared within persons",
        "van niemand is de codering af in zowel {before} als {after}: binnen personen valt niets te vergelijken",
    ),
    "smallest p": (
        "with {compared:many person} compared no p can be smaller than {p:p}",
        "met {compared:many person} kan geen p kleiner zijn dan {p:p}",
    ),
    "smallest p as counted": (
        "with {compared:many person} compared no p of a change as counted can be smaller than {p:p}",
        "met {compared:many person} kan geen p van een geteld verschil kleiner zijn dan {p:p}",
    ),
    "smallest p of households": (
        "with {compared:many person} compared, who count as {households} (some were interviewed together or live"
        " together), no p can be smaller than {p:p}",
        "met {compared:many person}, die voor {households} tellen (wie samen geïnterviewd is of samenwoont telt als"
        " één),"
        " kan geen p kleiner zijn dan {p:p}",
    ),
    "intervals of another test": (
        "the intervals belong to the sign-flip test, p to {test}: where p is near .05 they may disagree",
        "de intervallen horen bij de permutatietoets, p bij {test}: rond p ,05 kunnen zij elkaar tegenspreken",
    ),
    "too few households to test": (
        "with {compared:many person} compared, who count as {households} (some were interviewed together or live"
        " together), no test is possible ({needed} who changed are needed): read this as description",
        "met {compared:many person}, die voor {households} tellen (wie samen geïnterviewd is of samenwoont telt als"
        " één),"
        " is geen toets mogelijk (nodig: {needed} die veranderden): lees dit als beschrijving",
    ),
    "pairs left out": (
        "{pairs:number} pairs of codes occur; the table of pairs holds the {kept:number} that are heard most",
        "er zijn {pairs:number} paren van codes; de tabel bevat de {kept:number} waarover het meest gezegd is",
    ),
    "too few to have stayed": (
        "with {compared:many person} no code can realistically be shown to have stayed within a factor {margin:step}"
        " ({needed}"
        " are needed)",
        "met {compared:many person} is van geen code goed te laten zien dat zij binnen een factor {margin:step} bleef"
        " ({needed} nodig)",
    ),
    "too few households to have stayed": (
        "with {compared:many person} compared, who count as {households} (some were interviewed together or live"
        " together),"
        " no code can realistically be shown to have stayed within a factor {margin:step} ({needed} are needed)",
        "met {compared:many person}, die voor {households} tellen (wie samen geïnterviewd is of samenwoont telt als"
        " één),"
        " is van geen code goed te laten zien dat zij binnen een factor {margin:step} bleef ({needed} nodig)",
    ),
    "measure caution": ("{measure:caution}", "{measure:caution}"),
    "false flags": (
        "{shown:number} of {cells:number} person-by-code changes are clear; chance alone could give {chance:number}",
        "{shown:number} van {cells:number} veranderingen (persoon x code) zijn duidelijk; toeval alleen"
        " kan er {chance:number} geven",
    ),
    "no test possible": (
        "with {compared:many person} compared no test is possible ({needed} who changed are needed): read this as"
        " description",
        "met {compared:many person} is geen toets mogelijk (nodig: {needed} personen die veranderden): lees dit als"
        " beschrijving",
    ),
}
