"""What a paper says of how good the coding is; `validation.paragraph` chooses among the sentences."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_DRAWN_EN = (
    "To judge the automatic coding, {n:many passage} of about {words} words (whole sentences within one answer) were"
    " drawn from all {all:many passage} of the respondents"
)
_DRAWN_NL = (
    "Om de automatische codering te beoordelen zijn {n:many passage} van ongeveer {words} woorden (hele zinnen binnen"
    " één antwoord) getrokken uit alle {all:many passage} van de respondenten"
)
_KNOWN_EN = "; the probability of each to be drawn is known (seed {seed})."
_KNOWN_NL = "; van elke passage is de kans om getrokken te worden bekend (startgetal {seed})."

PAPER: dict[str, Bilingual] = {
    "drawn_near-miss": (
        f"{_DRAWN_EN}, in {{strata}} strata of wave by passages with a hit, with a word that begins as a term does, and"
        f" with neither, allocated by their size and the error expected in them (Neyman allocation; Cochran, 1977)"
        f"{_KNOWN_EN}",
        f"{_DRAWN_NL}, in {{strata}} strata van ronde maal passages met een treffer, met een woord dat begint zoals een"
        f" term, en met geen van beide, verdeeld naar omvang en verwachte fout (Neyman-allocatie; Cochran, 1977)"
        f"{_KNOWN_NL}",
    ),
    "drawn_similar": (
        f"{_DRAWN_EN}, in {{strata}} strata of wave by passages with a hit, with a word that begins as a term does or a"
        f" sentence that is like the codebook's examples and hits (by vectors of the multilingual Universal Sentence"
        f" Encoder; Yang et al., 2020), and with neither, allocated by their size and the error expected in them"
        f" (Neyman allocation; Cochran, 1977){_KNOWN_EN}",
        f"{_DRAWN_NL}, in {{strata}} strata van ronde maal passages met een treffer, met een woord dat begint zoals een"
        f" term of een zin die lijkt op voorbeelden en treffers van het codeboek (naar vectoren van de meertalige"
        f" Universal Sentence Encoder; Yang et al., 2020), en met geen van beide, verdeeld naar omvang en verwachte"
        f" fout (Neyman-allocatie; Cochran, 1977){_KNOWN_NL}",
    ),
    "drawn_pps": (
        f"{_DRAWN_EN}, systematically (persons, waves and their passages in random order)"
        f" and with probabilities by how much a passage was expected to tell about the"
        f" codes, thirty percent of the sample alike for all (Madow, 1949; Särndal et al., 1992){_KNOWN_EN}",
        f"{_DRAWN_NL}, systematisch (personen, rondes en hun passages in willekeurige volgorde)"
        f" en met kansen naar wat een passage naar verwachting over de codes zegt, dertig"
        f" procent van de steekproef voor alle gelijk (Madow, 1949; Särndal et al., 1992){_KNOWN_NL}",
    ),
    "drawn_srs": (
        f"{_DRAWN_EN}, at random within each wave{_KNOWN_EN}",
        f"{_DRAWN_NL}, aselect binnen elke ronde{_KNOWN_NL}",
    ),
    "drawn_beside": (
        "They were drawn in two stages, first {first:number} and then {more:number}.",
        "Ze zijn in twee keer getrokken, eerst {first:number} en daarna {more:number}.",
    ),
    "drawn_beside_errors": (
        "They were drawn in two stages, first {first:number} and then {more:number}, these mostly in the strata in"
        " which the first showed most errors.",
        "Ze zijn in twee keer getrokken, eerst {first:number} en daarna {more:number}, die vooral in de strata waarin"
        " de eerste de meeste fouten lieten zien.",
    ),
    "coded_blind": (
        "One coder ({coder}) coded {judged:number} of these {n:many passage}, in random order and without being"
        " shown whose they were, from which wave, or what the codebook had found in them.",
        "Eén codeur ({coder}) codeerde {judged:number} van deze {n:many passage}, in willekeurige volgorde en zonder te"
        " zien van wie ze waren, uit welke ronde, of wat het codeboek erin gevonden had.",
    ),
    "shown_masked": (
        "What in a passage tells the wave (years, ages, how long ago something was) was blotted out.",
        "Wat in een passage de ronde verraadt (jaartallen, leeftijden, hoe lang iets geleden is) was onleesbaar"
        " gemaakt.",
    ),
    "shown_unmasked": (
        "What a passage itself says of its year was left in it.",
        "Wat een passage zelf over haar jaar zegt, is blijven staan.",
    ),
    "shown_mixed": (
        "What in a passage tells the wave (years, ages, how long ago something was) was blotted out in"
        " {masked:number} of {n:many passage}; in {unmasked:number} it was left.",
        "Wat in een passage de ronde verraadt (jaartallen, leeftijden, hoe lang iets geleden is) was onleesbaar gemaakt"
        " in {masked:number} van {n:many passage}; in {unmasked:number} is het blijven staan.",
    ),
    "shown_unrecorded": (
        "Of {unrecorded:many passage} that was not recorded.",
        "Van {unrecorded:many passage} is dat niet vastgelegd.",
    ),
    "coded_settled": (
        "{coders:joined} coded {judged:number} of these {n:many passage} independently of each other, in random order"
        " and without being shown whose they were, from which wave, or what the codebook had found in them; where"
        " they differed what they settled together counts, and a code of which a difference was open was not judged.",
        "{coders:joined} codeerden {judged:number} van deze {n:many passage} onafhankelijk van elkaar, in willekeurige"
        " volgorde en zonder te zien van wie ze waren, uit welke ronde, of wat het codeboek erin gevonden had; waar ze"
        " verschilden telt wat ze samen hebben opgelost, en een code waarvan een verschil open stond is niet"
        " beoordeeld.",
    ),
    "coded_divided": (
        "The passages were divided between coders: {coders:joined} each coded a part, together {judged:number} of these"
        " {n:many passage}, in random order and without being shown whose they were, from which wave, or what the"
        " codebook had found in them.",
        "De passages zijn over codeurs verdeeld: {coders:joined} codeerden elk een deel, samen {judged:number} van deze"
        " {n:many passage}, in willekeurige volgorde en zonder te zien van wie ze waren, uit welke ronde, of wat het"
        " codeboek erin gevonden had.",
    ),
    "coded_shared": (
        "More than one of them coded {shared:many passage}: there what they settled together counts, and where nothing"
        " was settled the coding of the first coder named in the sample.",
        "Meer dan één van hen codeerde {shared:many passage}: daar telt wat zij samen hebben opgelost, en waar niets is"
        " opgelost de codering van wie in de steekproef als eerste genoemd is.",
    ),
    "coded": (
        "One coder ({coder}) coded {judged:number} of these {n:many passage}.",
        "Eén codeur ({coder}) codeerde {judged:number} van deze {n:many passage}.",
    ),
    "agreed": (
        "{coders:joined} coded {units:many passage}, each without seeing the codings of the others; agreement by code,"
        " with 95% intervals over persons (jackknife): {parts}. Positive agreement is how often the other found the"
        " code where one did; alpha is that of Krippendorff (2004), AC1 that of Gwet (2008).",
        "{coders:joined} codeerden {units:many passage}, elk zonder de coderingen van de anderen te zien;"
        " overeenstemming per code, met 95%-intervallen over personen (jackknife): {parts}. Positieve overeenstemming"
        " is hoe vaak de ander de code vond waar de één dat deed; alpha is die van Krippendorff (2004), AC1 die van"
        " Gwet (2008).",
    ),
    "agreement": (
        "{code}, found in {shares} of the passages, agreement {percent}, positive agreement {positive}, alpha {alpha},"
        " AC1 {ac1}",
        "{code}, gevonden in {shares} van de passages, overeenstemming {percent}, positieve overeenstemming {positive},"
        " alpha {alpha}, AC1 {ac1}",
    ),
    "accuracy": (
        "For all passages of a wave (weighted by the inverse of their probabilities; 95% intervals from"
        " beta-binomial distributions with Jeffreys' prior, Brown et al., 2001): {parts}.",
        "Voor alle passages van een ronde (gewogen met het omgekeerde van hun kansen; 95%-intervallen uit"
        " bèta-binomiale verdelingen met de prior van Jeffreys, Brown et al., 2001): {parts}.",
    ),
    "other_code_one": ("one other code", "één andere code"),
    "other_code_many": ("{n} other codes", "{n} andere codes"),
    "code_one": ("one code", "één code"),
    "code_many": ("{n} codes", "{n} codes"),
    "not_computable": ("not computable", "niet te berekenen"),
    "accuracy_of": (
        "{code} in {wave}, precision {precision}, recall {recall}",
        "{code} in {wave}, precisie {precision}, volledigheid {recall}",
    ),
    "corrected": (
        "The change in {codes:joined} ({unit}) from {before} to {after} was corrected for the errors seen in the"
        " sample: to the automatic change of each person the errors, weighted by the inverse of their probabilities,"
        " were added (difference estimator, Särndal et al., 1992; prediction-powered inference, Angelopoulos et al.,"
        " 2023; Egami et al., 2023).",
        "Het verschil in {codes:joined} ({unit}) van {before} naar {after} is gecorrigeerd voor de fouten die de"
        " steekproef toont: bij het automatische verschil van elke persoon zijn de fouten opgeteld, gewogen met het"
        " omgekeerde van hun kansen (verschilschatter, Särndal et al., 1992; prediction-powered inference, Angelopoulos"
        " et al., 2023; Egami et al., 2023).",
    ),
    "unbiased": (
        "That is unbiased whatever the errors are.",
        "Dat is zuiver ongeacht de fouten.",
    ),
    "unbiased_nearly": (
        "That would be unbiased whatever the errors are if the second stage had not followed the errors of the first;"
        " as it did, it is so approximately.",
        "Dat zou zuiver zijn ongeacht de fouten als de tweede trekking niet van de fouten in de eerste had afgehangen;"
        " nu is het dat bij benadering.",
    ),
    "left": (
        "Passages that were drawn and not coded ({counts:joined}) were taken to be like those coded of their stratum.",
        "Van passages die wel getrokken en niet gecodeerd zijn ({counts:joined}) is aangenomen dat ze zijn als wat van"
        " hun stratum wel gecodeerd is.",
    ),
    "redealt": (
        "Who was to code {n:many passage} was changed after they had been drawn; that is unbiased only if the answers"
        " had no part in it.",
        "Wie {n:many passage} zou coderen, is veranderd nadat ze getrokken waren; dat is alleen zuiver als de"
        " antwoorden daar geen rol bij speelden.",
    ),
    "mended": (
        "The codebook was changed after the sample had been drawn ({drawn_with}). As far as errors in the sample led to"
        " that, these figures and the corrected change are too favourable.",
        "Het codeboek is veranderd nadat de steekproef getrokken was ({drawn_with}). Voor zover fouten in de steekproef"
        " daartoe leidden, zijn deze cijfers en het gecorrigeerde verschil te gunstig.",
    ),
    "intervals": (
        "Intervals are Student's t over the corrected changes of {persons:many person}.",
        "Intervallen zijn die van Student's t over de gecorrigeerde verschillen van {persons:many person}.",
    ),
    "not_corrected_unjudged": (
        "The change in {codes:joined} was not corrected, because the sample, or a stratum of it, was not judged for"
        " it.",
        "Het verschil in {codes:joined} is niet gecorrigeerd, omdat de steekproef of een stratum ervan daarvoor niet"
        " beoordeeld is.",
    ),
    "not_corrected_broad": (
        "The change in {codes:joined} was not corrected, because the coder marked whole passages, which does not tell"
        " how often the code is in them.",
        "Het verschil in {codes:joined} is niet gecorrigeerd, omdat de codeur hele passages markeerde, waaraan niet te"
        " zien is hoe vaak de code erin voorkomt.",
    ),
    "not_corrected_few": (
        "The change in {codes:joined} was not corrected, because the coder found it in fewer than {needed} passages of"
        " a wave.",
        "Het verschil in {codes:joined} is niet gecorrigeerd, omdat de codeur het in minder dan {needed} passages van"
        " een ronde vond.",
    ),
    "not_corrected_persons": (
        "The change in {codes:joined} was not corrected, because fewer than {fewest} persons can be compared.",
        "Het verschil in {codes:joined} is niet gecorrigeerd, omdat minder dan {fewest} personen te vergelijken zijn.",
    ),
}

PAPER_REFERENCES: dict[str, str] = {
    "Angelopoulos": "Angelopoulos, A. N., Bates, S., Fannjiang, C., Jordan, M. I., & Zrnic, T. (2023)."
    " Prediction-powered inference. Science, 382, 669-674.",
    "Brown": "Brown, L. D., Cai, T. T., & DasGupta, A. (2001). Interval estimation for a binomial proportion."
    " Statistical Science, 16, 101-133.",
    "Cochran": "Cochran, W. G. (1977). Sampling techniques (3rd ed.). Wiley.",
    "Egami": "Egami, N., Hinck, M., Stewart, B. M., & Wei, H. (2023). Using imperfect surrogates for downstream"
    " inference: Design-based supervised learning for social science applications of large language models. Advances in"
    " Neural Information Processing Systems, 36.",
    "Gwet": "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement."
    " British Journal of Mathematical and Statistical Psychology, 61, 29-48.",
    "Krippendorff": "Krippendorff, K. (2004). Content analysis: An introduction to its methodology (2nd ed.). Sage.",
    "Madow": "Madow, W. G. (1949). On the theory of systematic sampling, II. Annals of Mathematical Statistics, 20,"
    " 333-354.",
    "Särndal": "Särndal, C.-E., Swensson, B., & Wretman, J. (1992). Model assisted survey sampling. Springer.",
    "Yang": "Yang, Y., Cer, D., Ahmad, A., Guo, M., Law, J., Constant, N., ... Kurzweil, R. (2020). Multilingual"
    " universal sentence encoder for semantic retrieval. Proceedings of the 58th Annual Meeting of the ACL: System"
    " Demonstrations, 87-94.",
}
