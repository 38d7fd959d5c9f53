"""The sentences of the methods paragraph, in the order in which they are said; `compare.methods` chooses among them."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

METHODS: dict[str, Bilingual] = {
    "persons": (
        "Of {persons:many person}, {both} were interviewed in both {before} and {after}.",
        "Van {persons:many person} zijn er {both} zowel in {before} als in {after} geïnterviewd.",
    ),
    "short": (
        "Of these, {short} said fewer than {floor:number} words in a wave and were not compared.",
        "Van hen zeiden er {short} in een ronde minder dan {floor:number} woorden; zij zijn niet vergeleken.",
    ),
    "one wave": (
        "Persons interviewed in only one of the two waves were described but not compared.",
        "Wie in maar één van de twee rondes is geïnterviewd, is beschreven maar niet vergeleken.",
    ),
    "automatic": (
        "The respondents' words were coded automatically with {codebook} ({codes:many code}); not every coding was "
        "checked.",
        "De woorden van de respondenten zijn automatisch gecodeerd met {codebook} ({codes:many code}); niet elke "
        "codering is nagekeken.",
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
    "fewest": (
        "Where fewer than {fewest_changed} persons changed, no test was done.",
        "Waar minder dan {fewest_changed} personen veranderden, is niet getoetst.",
    ),
    "ratio": (
        "Ratios of mean rates have {level:percent} intervals obtained by leaving out each person in turn (jackknife of "
        "the log, t with n - 1 degrees of freedom; Efron & Tibshirani, 1993).",
        "Verhoudingen van gemiddelden hebben {level:percent}-intervallen, verkregen door elke persoon om beurten weg "
        "te laten (jackknife van de logaritme, t met n - 1 vrijheidsgraden; Efron & Tibshirani, 1993).",
    ),
    "corrected, unplanned": (
        "p-values were corrected for all {tested:many code} tested by {method}; no code was named beforehand.",
        "p-waarden zijn gecorrigeerd voor alle toetsen ({tested:many code}) met {method}; vooraf was geen code "
        "genoemd.",
    ),
    "corrected, planned": (
        "Named beforehand were {planned}; their p-values were corrected for each other by {method}, those of "
        "the other, exploratory codes as a false discovery rate (Benjamini & Hochberg, 1995).",
        "Vooraf genoemd waren {planned}; hun p-waarden zijn voor elkaar gecorrigeerd met {method}, die van de "
        "andere, verkennende codes als aandeel valse vondsten (Benjamini & Hochberg, 1995).",
    ),
    "asked": (
        "Codes that the topic guide of only one of the two waves asked about were not tested.",
        "Codes waarnaar de topiclijst van maar één van de twee rondes vroeg, zijn niet getoetst.",
    ),
    "blocks": (
        "Changes in single persons were tested by shuffling blocks of about {block_words} words (at least "
        "{blocks} per interview) between the person's interviews (every arrangement, or {person_draws:number}); they "
        "are called clear at p of at most .05, a factor of 1.5 and five mentions.",
        "Veranderingen bij afzonderlijke personen zijn getoetst door blokken van ongeveer {block_words} woorden (ten "
        "minste {blocks} per interview) tussen iemands interviews te verwisselen (alle verwisselingen, of "
        "{person_draws:number}); ze heten duidelijk bij p van ten hoogste ,05, een factor 1,5 en vijf vermeldingen.",
    ),
    "rule of thumb": (
        "Changes in single persons were judged on the assumption that mentions vary four times as much as "
        "independent ones would.",
        "Veranderingen bij afzonderlijke personen zijn beoordeeld in de aanname dat vermeldingen vier keer zo sterk "
        "wisselen als onafhankelijke vermeldingen.",
    ),
    "version": ("Computed with bp_qual {version}.", "Berekend met bp_qual {version}."),
}
