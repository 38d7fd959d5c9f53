"""The methods paragraph: what was done, in words fit for a paper, made from the settings that were really used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual import __version__
from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.compare.persons import BLOCK_WORDS, DRAWS, FEWEST_BLOCKS
from bp_qual.statistics.permutation import EXACT_PAIRS
from bp_qual.wording.remarks import LANGUAGES

if TYPE_CHECKING:
    from bp_qual.compare.comparison import Comparison

# Each sentence in English and in Dutch, in the order in which they are said.
SENTENCES: dict[str, tuple[str, str]] = {
    "persons": (
        "Of {persons} persons {both} were interviewed both in {before} and in {after}.",
        "Van {persons} personen zijn er {both} zowel in {before} als in {after} geïnterviewd.",
    ),
    "short": (
        "Of these, {short} said fewer than {floor} words in a wave and were not compared.",
        "Van hen zeiden er {short} in een golf minder dan {floor} woorden; zij zijn niet vergeleken.",
    ),
    "one wave": (
        "Persons interviewed in one of the two waves only were described but not compared.",
        "Wie in maar een van de twee golven is geïnterviewd, is beschreven maar niet vergeleken.",
    ),
    "automatic": (
        "The respondents' words were coded automatically with {codebook} ({codes} codes); nobody checked every coding.",
        "De woorden van de respondenten zijn automatisch gecodeerd met {codebook} ({codes} codes); niet elke "
        "codering is nagekeken.",
    ),
    "checked": (
        "The respondents' words were coded with {codebook} ({codes} codes), in part or wholly by people.",
        "De woorden van de respondenten zijn gecodeerd met {codebook} ({codes} codes), deels of geheel door mensen.",
    ),
    "negated": (
        "Negated mentions were left out.",
        "Ontkende vermeldingen zijn weggelaten.",
    ),
    "prompted": (
        "Mentions that answer a question in which the theme was named were left out.",
        "Vermeldingen die antwoord geven op een vraag waarin het thema werd genoemd, zijn weggelaten.",
    ),
    "measure": (
        "A theme was measured as {measure_name}; every person counted once.",
        "Een thema is gemeten als {measure_name}; iedere persoon telde één keer.",
    ),
    "permutation, exact": (
        "Mean differences were tested two-sided by swapping the two waves within persons in every possible "
        "way (Fisher, 1935).",
        "Gemiddelde verschillen zijn tweezijdig getoetst door de twee golven binnen personen op elke "
        "mogelijke manier te verwisselen (Fisher, 1935).",
    ),
    "permutation, drawn": (
        "Mean differences were tested two-sided by swapping the two waves within persons ({draws} random "
        "arrangements, seed {seed}; every arrangement where at most {exact_pairs} persons changed; Fisher, "
        "1935).",
        "Gemiddelde verschillen zijn tweezijdig getoetst door de twee golven binnen personen te verwisselen "
        "({draws} willekeurige schikkingen, seed {seed}; alle schikkingen waar ten hoogste {exact_pairs} "
        "personen veranderden; Fisher, 1935).",
    ),
    "wilcoxon": (
        "Differences were tested two-sided with Wilcoxon's exact signed-rank test (Pratt, 1959).",
        "Verschillen zijn tweezijdig getoetst met Wilcoxons exacte rangtekentoets (Pratt, 1959).",
    ),
    "t": (
        "Mean differences were tested two-sided with a paired t test.",
        "Gemiddelde verschillen zijn tweezijdig getoetst met een gepaarde t-toets.",
    ),
    "fewest": (
        "Where fewer than {fewest_changed} persons changed, no test was done.",
        "Waar minder dan {fewest_changed} personen veranderden, is niet getoetst.",
    ),
    "ratio": (
        "Ratios of mean rates have {percent} % intervals from leaving out each person in turn (jackknife of "
        "the log, t with n - 1 degrees of freedom; Efron & Tibshirani, 1993).",
        "Verhoudingen van gemiddelden hebben intervallen van {percent} %, verkregen door elke persoon om "
        "beurten weg te laten (jackknife van de logaritme, t met n - 1 vrijheidsgraden; Efron & Tibshirani, "
        "1993).",
    ),
    "corrected, unplanned": (
        "p-values were corrected for all {tested} codes tested by {method}; no code was named beforehand.",
        "p-waarden zijn voor alle {tested} getoetste codes gecorrigeerd met {method}; vooraf was geen code genoemd.",
    ),
    "corrected, planned": (
        "Named beforehand were {planned}; their p-values were corrected for each other by {method}, those of "
        "the other, exploratory codes as a share of false findings (Benjamini & Hochberg, 1995).",
        "Vooraf genoemd waren {planned}; hun p-waarden zijn voor elkaar gecorrigeerd met {method}, die van de"
        " andere, verkennende codes als aandeel valse vondsten (Benjamini & Hochberg, 1995).",
    ),
    "asked": (
        "Codes that the topic guide of only one of the two waves asked for were not tested.",
        "Codes waarnaar de topiclijst van maar een van de twee golven vroeg, zijn niet getoetst.",
    ),
    "blocks": (
        "Changes of single persons were tested by shuffling blocks of about {block_words} words (at least "
        "{blocks} an interview) between the person's interviews (every arrangement, or {person_draws}), and "
        "are called clear at p of at most .05, a factor of 1.5 and five mentions.",
        "Veranderingen van afzonderlijke personen zijn getoetst door blokken van ongeveer {block_words} "
        "woorden (ten minste {blocks} per interview) tussen iemands interviews te verwisselen (alle "
        "schikkingen, of {person_draws}), en heten duidelijk bij p van ten hoogste ,05, een factor 1,5 en "
        "vijf vermeldingen.",
    ),
    "rule of thumb": (
        "Changes of single persons were judged on the assumption that mentions vary four times as much as "
        "independent ones would.",
        "Veranderingen van afzonderlijke personen zijn beoordeeld in de aanname dat vermeldingen vier keer zo"
        " sterk wisselen als onafhankelijke zouden doen.",
    ),
    "version": (
        "Computed with bp_qual {version}.",
        "Berekend met bp_qual {version}.",
    ),
}

MEASURES = {
    "mentions": ("mentions per 1,000 words of the respondent", "vermeldingen per 1.000 woorden van de respondent"),
    "sentences": ("the share of the respondent's sentences", "het aandeel van de zinnen van de respondent"),
    "words": (
        "the share of the respondent's words that stand in a coded sentence",
        "het aandeel van de woorden van de respondent dat in een gecodeerde zin staat",
    ),
    "presence": (
        "the share of all stretches as long as the person's shorter interview in which the theme was heard",
        "het aandeel van alle stukken zo lang als iemands kortste interview waarin het thema klonk",
    ),
    "turns": ("the share of the respondent's turns", "het aandeel van de beurten van de respondent"),
}

METHODS = {
    "step-down maxT": ("step-down maxT (Westfall & Young, 1993)", "step-down maxT (Westfall & Young, 1993)"),
    "Holm": ("Holm's method (Holm, 1979)", "de methode van Holm (1979)"),
}

REFERENCES = {
    "Benjamini": "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate: A practical and powerful "
    "approach to multiple testing. Journal of the Royal Statistical Society B, 57, 289-300.",
    "Efron": "Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall.",
    "Fisher": "Fisher, R. A. (1935). The design of experiments. Oliver & Boyd.",
    "Holm": "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of "
    "Statistics, 6, 65-70.",
    "Pratt": "Pratt, J. W. (1959). Remarks on zeros and ties in the Wilcoxon signed rank procedures. Journal of the "
    "American Statistical Association, 54, 655-667.",
    "Westfall": "Westfall, P. H., & Young, S. S. (1993). Resampling-based multiple testing. Wiley.",
}


def describe_methods(comparison: Comparison, language: str = "en") -> str:
    """Return the methods of a comparison as a paragraph with references, in English (`en`) or Dutch (`nl`).

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in ("P01", "P02") for w in ("2010", "2020")]
    >>> print(describe_methods(compare_waves(make_panel([], words, codes=["a"])), "nl").split(". ")[0])
    Van 2 personen zijn er 2 zowel in 2010 als in 2020 geïnterviewd
    """
    if language not in LANGUAGES:
        raise ValueError(f"methods are described in {' and '.join(LANGUAGES)}, not in {language!r}")
    column = LANGUAGES.index(language)
    facts = _facts(comparison, column)
    said = " ".join(SENTENCES[kind][column].format(**facts) for kind in _kinds(comparison))
    return "\n".join([said, "", *(text for name, text in REFERENCES.items() if name in said)])


def _kinds(comparison: Comparison) -> Iterator[str]:
    """Say what applies, in order."""
    choices, status, source = comparison.choices, comparison.attrition["status"], comparison.panel.source
    permutation = "permutation, exact" if comparison.compared <= EXACT_PAIRS else "permutation, drawn"
    applies = {
        "persons": True,
        "short": (status == "too little text").any(),
        "one wave": status.isin(["dropout", "entrant"]).any(),
        "automatic": source is not None and source.automatic,
        "checked": source is not None and not source.automatic,
        "negated": not choices.negated,
        "prompted": not choices.prompted,
        "measure": True,
        permutation: choices.test == "permutation",
        "wilcoxon": choices.test == "wilcoxon",
        "t": choices.test == "t",
        "fewest": True,
        "ratio": True,
        "corrected, unplanned": not choices.plan,
        "corrected, planned": bool(choices.plan),
        "asked": bool(choices.asked),
        "blocks": source is not None,
        "rule of thumb": source is None,
        "version": True,
    }
    return (kind for kind, yes in applies.items() if yes)


def _facts(comparison: Comparison, column: int) -> dict[str, object]:
    choices, status, panel = comparison.choices, comparison.attrition["status"], comparison.panel
    short = int((status == "too little text").sum())
    book = panel.source.codebook if panel.source else None
    return {
        "before": choices.before, "after": choices.after, "floor": choices.floor, "seed": choices.seed,
        "exact_pairs": EXACT_PAIRS, "fewest_changed": FEWEST_CHANGED, "tested": comparison.tested,
        "persons": len(status), "short": short, "both": comparison.compared + short, "codes": len(panel.codes),
        "codebook": f"{book.name} {book.version}" if book else "",
        "measure_name": MEASURES[choices.measure][column], "percent": f"{100 * choices.level:g}",
        "method": METHODS[choices.correction][column], "planned": ", ".join(choices.plan),
        "draws": _thousands(choices.draws, column), "person_draws": _thousands(DRAWS, column),
        "block_words": BLOCK_WORDS, "blocks": FEWEST_BLOCKS, "version": __version__,
    }  # fmt: skip


def _thousands(number: int, column: int) -> str:
    return f"{number:,}".replace(",", ",.'"[column])
