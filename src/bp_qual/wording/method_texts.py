"""The sentences of the methods paragraph, in the order in which they are said; `compare.methods` chooses among them."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SAME_UNITS: dict[str, Bilingual] = {
    "mentions": ("mention", "vermelding"),
    "sentences": ("sentence", "zin"),
    "turns": ("turn", "beurt"),
}

METHODS: dict[str, Bilingual] = {
    "estimand": (
        "What is estimated, for each theme, is the mean over these {compared:many person} of {measure_name}, in"
        " {before} and in {after}, in these {where}; it says something about other persons only in so far as they"
        " resemble these.",
        "Geschat wordt, voor elk thema, het gemiddelde over deze {compared:many person} van {measure_name}, in {before}"
        " en in {after}, in deze {where}; over andere personen zegt het alleen iets voor zover zij op hen lijken.",
    ),
    "estimand, one person": (
        "What is reported, for each theme, is {measure_name} of this one person, in {before} and in {after}, in these"
        " {where}; it says nothing about other persons.",
        "Verteld wordt, voor elk thema: {measure_name} bij deze ene persoon, in {before} en in {after}, in deze"
        " {where}; over andere personen zegt het niets.",
    ),
    "where, transcripts": (
        "transcripts, by this codebook ({codebook})",
        "transcripten, volgens dit codeboek ({codebook})",
    ),
    "where, reviewed": (
        "transcripts, by this codebook ({codebook}) as reviewed by {coders:joined}",
        "transcripten, volgens dit codeboek ({codebook}) zoals nagekeken door {coders:joined}",
    ),
    "where, human": (
        "transcripts, as coded by hand with this codebook ({codebook}) by {coders:joined}",
        "transcripten, met dit codeboek ({codebook}) met de hand gecodeerd door {coders:joined}",
    ),
    "where, counts": ("counts", "tellingen"),
    "persons": (
        "Of {persons:many person}, {both} were interviewed in both {before} and {after}.",
        "Van {persons:many person} zijn er {both} zowel in {before} als in {after} geïnterviewd.",
    ),
    "persons, one": (
        "Of {persons:many person}, one was interviewed in both {before} and {after}.",
        "Van {persons:many person} is er één zowel in {before} als in {after} geïnterviewd.",
    ),
    "short": (
        "Not compared: {short} of these, with fewer than {floor:many word} in a wave.",
        "Niet vergeleken: {short} van hen, met minder dan {floor:many word} in een ronde.",
    ),
    "one wave": (
        "Persons interviewed in only one of the two waves were described but not compared.",
        "Wie in maar één van de twee rondes is geïnterviewd, is beschreven maar niet vergeleken.",
    ),
    "uncoded": (
        "{uncoded:many person} of whom the coding was not finished in both waves stayed out of the comparison.",
        "{uncoded:many person} van wie de codering niet in beide rondes af was, bleven buiten de vergelijking.",
    ),
    "coded for some": (
        "Not everybody was coded for every code; the numbers of a code are those of the persons coded for it in both "
        "waves (at least {fewest}).",
        "Niet iedereen is voor elke code gecodeerd; de getallen van een code zijn die van de personen die er in beide "
        "rondes voor gecodeerd zijn (minstens {fewest}).",
    ),
    "automatic": (
        "The respondents' words were coded automatically with {codebook} ({codes:many code}); not every coding was "
        "checked.",
        "De woorden van de respondenten zijn automatisch gecodeerd met {codebook} ({codes:many code}); niet elke "
        "codering is nagekeken.",
    ),
    "automatic, sampled": (
        "The respondents' words were coded automatically with {codebook} ({codes:many code}).",
        "De woorden van de respondenten zijn automatisch gecodeerd met {codebook} ({codes:many code}).",
    ),
    "reviewed": (
        "The respondents' words were coded automatically with {codebook} ({codes:many code}). One coder ({done_coder}) "
        "reviewed {done_interviews} of {done_of:many interview}: {done_rejected:many hit} rejected, "
        "{done_accepted:number} accepted, {done_automatic:number} left as they were, {done_added:many coding} added. "
        "Interviews that were not finished were not counted.",
        "De woorden van de respondenten zijn automatisch gecodeerd met {codebook} ({codes:many code}). Eén codeur "
        "({done_coder}) keek {done_interviews} van {done_of:many interview} na: {done_rejected:many hit} afgewezen, "
        "{done_accepted:number} aanvaard, {done_automatic:number} zo gelaten, {done_added:many coding} toegevoegd. "
        "Interviews die niet af waren, zijn niet geteld.",
    ),
    "by hand": (
        "One coder ({done_coder}) coded {done_interviews} of {done_of:many interview} by hand with {codebook} "
        "({codes:many code}): {done_added:many coding}. Interviews that were not finished were not counted.",
        "Eén codeur ({done_coder}) codeerde {done_interviews} van {done_of:many interview} met de hand met {codebook} "
        "({codes:many code}): {done_added:many coding}. Interviews die niet af waren, zijn niet geteld.",
    ),
    "reviewed, several": (
        "The respondents' words were coded automatically with {codebook} ({codes:many code}). {several:many coder} "
        "({coders:joined}) reviewed {done_interviews} of {done_of:many interview}, {how}: {done_rejected:many hit} "
        "rejected, {done_accepted:number} accepted, {done_automatic:number} left as they were, {done_added:many coding}"
        " added. Interviews that were not finished were not counted.",
        "De woorden van de respondenten zijn automatisch gecodeerd met {codebook} ({codes:many code}). {several:many"
        " coder} ({coders:joined}) keken {done_interviews} van {done_of:many interview} na, {how}: {done_rejected:many"
        " hit} afgewezen, {done_accepted:number} aanvaard, {done_automatic:number} zo gelaten, {done_added:many coding}"
        " toegevoegd. Interviews die niet af waren, zijn niet geteld.",
    ),
    "by hand, several": (
        "{several:many coder} ({coders:joined}) coded {done_interviews} of {done_of:many interview} by hand with "
        "{codebook} ({codes:many code}), {how}: {done_added:many coding}. Interviews that were not finished were not "
        "counted.",
        "{several:many coder} ({coders:joined}) codeerden {done_interviews} van {done_of:many interview} met de hand "
        "met {codebook} ({codes:many code}), {how}: {done_added:many coding}. Interviews die niet af waren, zijn niet "
        "geteld.",
    ),
    "who coded": ("{who_coded}", "{who_coded}"),
    "proposed": ("{proposed}", "{proposed}"),
    "imported": (
        "Codings made with other software were imported from {origins}; passages that could not be found in the "
        "transcripts at one certain place were not counted.",
        "Coderingen uit andere software zijn geïmporteerd uit {origins}; passages die niet op één zekere plaats "
        "in de transcripten te vinden waren, zijn niet geteld.",
    ),
    "checked": (
        "The respondents' words were coded with {codebook} ({codes:many code}), in part or wholly by people.",
        "De woorden van de respondenten zijn gecodeerd met {codebook} ({codes:many code}), deels of geheel door "
        "mensen.",
    ),
    "negated": ("Negated mentions were left out.", "Ontkende vermeldingen zijn weggelaten."),
    "prompted": (
        "Mentions that answer a question in which a term of the same code was used were left out.",
        "Vermeldingen die antwoord geven op een vraag waarin een term van dezelfde code voorkwam, zijn weggelaten.",
    ),
    "measure": (
        "A theme was measured as {measure_name}; every person counted once.",
        "Een thema is gemeten als {measure_name}; iedere persoon telde één keer.",
    ),
    "same": (
        "A difference of less than half a {unit} at the length of the shorter interview (less than a whole one where"
        " both interviews hold equally many) counted as no change, also in the tests.",
        "Een verschil van minder dan een halve {unit} bij de lengte van het kortste interview (minder dan een hele als"
        " beide interviews er evenveel hebben) gold niet als verandering, ook niet in de toetsen.",
    ),
    "none tested": (
        "No theme could be tested: a test needs {fewest_changed} persons who changed.",
        "Geen thema kon getoetst worden: een toets vraagt {fewest_changed} personen die veranderden.",
    ),
    "fewest": (
        "Where fewer than {fewest_changed} persons changed, no test was done.",
        "Waar minder dan {fewest_changed} personen veranderden, is niet getoetst.",
    ),
    "households": (
        "Persons who were interviewed together or live together were swapped together, and count as one where"
        " persons who"
        " changed are counted for a test.",
        "Wie samen geïnterviewd zijn of samen wonen, zijn samen verwisseld, en tellen als één waar voor een toets"
        " geteld is wie veranderde.",
    ),
    "ratio": (
        "Ratios of mean rates have {level:percent} intervals that leave out 1 where the permutation test finds a "
        "change: the limit nearest to 1 is that of the same test with uneven odds, the other the further of this and "
        "of leaving out each person in turn (jackknife of the log, t with n - 1 degrees of freedom; Efron & "
        "Tibshirani, 1993). Intervals of mean differences are Student's t with one degree of freedom fewer than "
        "persons who changed, or wider where changes are skewed (Hall, 1992), and on the side of the change where t on "
        "the log scale is wider.",
        "Verhoudingen van gemiddelden hebben {level:percent}-intervallen waar 1 buiten ligt als de permutatietoets "
        "een verandering vindt: de grens het dichtst bij 1 is die van dezelfde toets met ongelijke kansen, de andere "
        "de verste van die en van het om beurten weglaten van elke persoon (jackknife van de logaritme, t met n - 1 "
        "vrijheidsgraden; Efron & Tibshirani, 1993). Intervallen van gemiddelde verschillen zijn die van Student's t "
        "met één vrijheidsgraad minder dan er personen veranderden, of wijder waar veranderingen scheef verdeeld zijn "
        "(Hall, 1992), en aan de kant van de verandering waar t op de logaritmische schaal wijder is.",
    ),
    "corrected, unplanned": (
        "p-values were corrected for all {tested:many code} tested by {method}; no code was named beforehand.",
        "p-waarden zijn gecorrigeerd voor alle toetsen ({tested:many code}) met {method}; vooraf was geen code "
        "genoemd.",
    ),
    "one tested": (
        "One code was tested, so that its p-value needs no correction; no code was named beforehand.",
        "Er is één code getoetst, zodat de p-waarde geen correctie nodig heeft; vooraf was geen code genoemd.",
    ),
    "planned": ("Named beforehand to be tested: {planned}.", "Vooraf genoemd om te toetsen: {planned}."),
    "planned, untested": (
        "Of these, the following could not be tested: {untested}.",
        "Daarvan waren niet te toetsen: {untested}.",
    ),
    "corrected, planned": (
        "Their p-values were corrected for each other by {method}.",
        "Hun p-waarden zijn voor elkaar gecorrigeerd met {method}.",
    ),
    "one planned": (
        "One code of the plan was tested, so that its p-value needs no correction.",
        "Van het plan is één code getoetst, zodat die p-waarde geen correctie nodig heeft.",
    ),
    "sampled, unplanned": (
        "Where a coded sample corrected the change of a code, its p-value took the place of that of the change as"
        " counted, and the p-values of all codes tested were then corrected together by {sampled_method}.",
        "Waar een gecodeerde steekproef het verschil van een code corrigeerde, kwam de p-waarde daarvan in de plaats"
        " van die van het getelde verschil, en zijn de p-waarden van alle getoetste codes samen gecorrigeerd met"
        " {sampled_method}.",
    ),
    "sampled, planned": (
        "Where a coded sample corrected the change of a code, its p-value took the place of that of the change as"
        " counted, and the p-values of the codes named beforehand were then corrected together by {sampled_method}.",
        "Waar een gecodeerde steekproef het verschil van een code corrigeerde, kwam de p-waarde daarvan in de plaats"
        " van die van het getelde verschil, en zijn de p-waarden van de vooraf genoemde codes samen gecorrigeerd met"
        " {sampled_method}.",
    ),
    "exploratory": (
        "The p-values of the other, exploratory codes were corrected as a false discovery rate (Benjamini & Hochberg,"
        " 1995).",
        "De p-waarden van de andere, verkennende codes zijn gecorrigeerd als aandeel valse vondsten (Benjamini &"
        " Hochberg, 1995).",
    ),
    "margin": (
        "A code named beforehand is said to have stayed where two one-sided tests at .05, divided by the number of"
        " such codes, show that its ratio lies between 1/{margin:step} and {margin:step} (Schuirmann, 1987).",
        "Van een vooraf genoemde code heet het dat zij gelijk bleef als twee eenzijdige toetsen bij ,05, gedeeld door"
        " het aantal van die codes, laten zien dat de verhouding tussen 1/{margin:step} en {margin:step} ligt"
        " (Schuirmann, 1987).",
    ),
    "trend": (
        "Trends over all {waves} waves, and whether a rate was higher or lower in between than before and after (a"
        " quadratic contrast), were tested by shuffling each person's rates over the waves of that person"
        " ({draws:number} random arrangements; Edgington & Onghena, 2007).",
        "Trends over alle {waves} rondes, en of een cijfer ertussen hoger of lager lag dan ervoor en erna (een"
        " kwadratisch contrast), zijn getoetst door de cijfers van elke persoon over diens rondes te verwisselen"
        " ({draws:number} willekeurige verwisselingen; Edgington & Onghena, 2007).",
    ),
    "groups": (
        "Groups of three persons or more were compared in the logarithm of how much each person's rate was multiplied"
        " (half a mention added to each wave), by shuffling persons over the groups with a statistic that allows for"
        " unequal variances (Brown & Forsythe, 1974; for two groups Welch, 1947); the larger of the shuffled p and that"
        " statistic's own is given.",
        "Groepen van drie personen of meer zijn vergeleken in de logaritme van de factor waarmee het cijfer van elke"
        " persoon veranderde (met een halve vermelding bij elke ronde), door personen over de groepen te verwisselen"
        " met een toetsgrootheid die ongelijke varianties toelaat (Brown & Forsythe, 1974; bij twee groepen Welch,"
        " 1947); gegeven is de grootste van de p van het verwisselen en die van de toetsgrootheid zelf.",
    ),
    "profile": (
        "Whether the division of talk over the codes changed was tested by the Hellinger distance between the mean"
        " profiles of the two waves (half a mention added to every code; Legendre & Gallagher, 2001), swapping the"
        " waves within persons.",
        "Of de verdeling van het gesprek over de codes veranderde, is getoetst met de Hellinger-afstand tussen de"
        " gemiddelde profielen van de twee rondes (met een halve vermelding bij elke code; Legendre & Gallagher, 2001),"
        " door de rondes binnen personen te verwisselen.",
    ),
    "pairs": (
        "Two codes were taken to be found together within three sentences. Whether that became more or less frequent"
        " than chance was tested over the persons who speak of both in both waves, and for whom chance alone would give"
        " at least one such meeting in each: the larger p is given of circular shifts of the one code against the other"
        " ({pair_draws:number}; Lotwick & Silverman, 1982) and of swapped waves, corrected for all pairs tested"
        " ({pairs}) by step-down maxT (Westfall & Young, 1993).",
        "Twee codes golden als samen gevonden binnen drie zinnen. Of dat vaker of minder vaak dan toeval werd, is"
        " getoetst over de personen die in beide rondes van allebei spreken, en bij wie toeval ze in elke ronde"
        " minstens één keer bij elkaar zou brengen: gegeven is de grootste p van rondgaande verschuivingen van de ene"
        " code langs de andere ({pair_draws:number}; Lotwick & Silverman, 1982) en van verwisselde rondes,"
        " gecorrigeerd voor alle getoetste paren ({pairs}) met step-down maxT (Westfall & Young, 1993).",
    ),
    "recounts": (
        "As a check on the design the changes were also counted {ways}; the p-values of these recounts are not"
        " corrected.",
        "Als controle op de opzet zijn de veranderingen ook geteld {ways}; de p-waarden daarvan zijn niet"
        " gecorrigeerd.",
    ),
    "asked": (
        "Codes that the topic guide of only one of the two waves asked about were not tested.",
        "Codes waarnaar de topiclijst van maar één van de twee rondes vroeg, zijn niet getoetst.",
    ),
    "blocks": (
        "Changes in single persons were tested by shuffling blocks of about {block_words} words (at least {blocks} "
        "per interview) between the person's interviews (every arrangement, or {person_draws:number}), and against "
        "how much one person's interviews differ from one occasion to the next (log standard deviation "
        "{occasion:rate}); with {label_words:many word} or more in each of the two, they are called clear at p of "
        "at most .05 (.02 where one interview is over 1.5 times as long as the other), a factor of 1.5 and five "
        "mentions.",
        "Veranderingen bij afzonderlijke personen zijn getoetst door blokken van ongeveer {block_words} woorden (ten "
        "minste {blocks} per interview) tussen iemands interviews te verwisselen (alle verwisselingen, of "
        "{person_draws:number}), en naast hoeveel iemands interviews van keer tot keer verschillen "
        "(logaritmische standaarddeviatie {occasion:rate}); met {label_words:many word} of meer in allebei "
        "heten ze duidelijk bij p van ten hoogste ,05 (,02 als het ene interview meer dan 1,5 keer zo lang is als het "
        "andere), een factor 1,5 en vijf vermeldingen.",
    ),
    "rule of thumb": (
        "Changes in single persons were judged on the assumption that mentions vary four times as much as "
        "independent ones would, and that one person's interviews differ from one occasion to the next (log standard "
        "deviation {occasion:rate}).",
        "Veranderingen bij afzonderlijke personen zijn beoordeeld in de aanname dat vermeldingen vier keer zo sterk "
        "wisselen als onafhankelijke vermeldingen, en dat iemands interviews van keer tot keer verschillen "
        "(logaritmische standaarddeviatie {occasion:rate}).",
    ),
    "version": ("Computed with bp_qual {version}.", "Berekend met bp_qual {version}."),
}
