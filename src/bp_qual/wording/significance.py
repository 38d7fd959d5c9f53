"""The significance tests and the corrections for many tests: one row each, with its name, its sentence and its source.

The command line, the comparison and the methods paragraph read these tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.wording.texts import Bilingual

REFERENCES = {
    "Benjamini": "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate: A practical and powerful "
    "approach to multiple testing. Journal of the Royal Statistical Society B, 57, 289-300.",
    "Brown": "Brown, M. B., & Forsythe, A. B. (1974). The small sample behavior of some statistics which test the "
    "equality of several means. Technometrics, 16, 129-132.",
    "Edgington": "Edgington, E. S., & Onghena, P. (2007). Randomization tests (4th ed.). Chapman & Hall/CRC.",
    "Efron": "Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall.",
    "Fisher": "Fisher, R. A. (1935). The design of experiments. Oliver & Boyd.",
    "Hall": "Hall, P. (1992). On the removal of skewness by transformation. Journal of the Royal Statistical Society "
    "B, 54, 221-228.",
    "Holm": "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of "
    "Statistics, 6, 65-70.",
    "Legendre": "Legendre, P., & Gallagher, E. D. (2001). Ecologically meaningful transformations for ordination of "
    "species data. Oecologia, 129, 271-280.",
    "Lotwick": "Lotwick, H. W., & Silverman, B. W. (1982). Methods for analysing spatial processes of several types of "
    "points. Journal of the Royal Statistical Society B, 44, 406-413.",
    "Pratt": "Pratt, J. W. (1959). Remarks on zeros and ties in the Wilcoxon signed rank procedures. Journal of the "
    "American Statistical Association, 54, 655-667.",
    "Schuirmann": "Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure and the power approach "
    "for assessing the equivalence of average bioavailability. Journal of Pharmacokinetics and Biopharmaceutics, 15, "
    "657-680.",
    "Student": "Student (1908). The probable error of a mean. Biometrika, 6, 1-25.",
    "Welch": "Welch, B. L. (1947). The generalization of 'Student's' problem when several different population "
    "variances are involved. Biometrika, 34, 28-35.",
    "Westfall": "Westfall, P. H., & Young, S. S. (1993). Resampling-based multiple testing. Wiley.",
}


@dataclass(frozen=True, slots=True)
class SignificanceTest:
    """One significance test; every text in English and in Dutch.

    Parameters
    ----------
    id : str
        As in ``compare_waves(..., test=)`` and ``--test``.
    name : pair of str
        In a table of settings.
    method : pair of str
        The sentence for a paper.
    reference : str
        Its key in `REFERENCES`.
    exact : pair of str
        The sentence where so few persons are compared that every arrangement is counted; empty where there is no
        difference.

    >>> TESTS["wilcoxon"].reference
    'Pratt'
    """

    id: str
    name: Bilingual
    method: Bilingual
    reference: str
    exact: Bilingual = ("", "")


@dataclass(frozen=True, slots=True)
class MultiplicityCorrection:
    """One correction for many tests: its name, as the methods paragraph has it, and its source.

    >>> CORRECTIONS["Holm"].name[1]
    'de methode van Holm (Holm, 1979)'
    """

    id: str
    name: Bilingual
    reference: str


_TESTS = (
    SignificanceTest(
        "permutation",
        name=("sign-flip permutation of the mean difference", "permutatietoets van het gemiddelde verschil"),
        method=(
            "Mean differences were tested two-sided by swapping the two waves within persons ({draws:number} random "
            "arrangements, seed {seed}; every arrangement where at most {exact_pairs} persons changed; Fisher, 1935).",
            "Gemiddelde verschillen zijn tweezijdig getoetst door de twee rondes binnen personen te verwisselen "
            "({draws:number} willekeurige verwisselingen, startgetal {seed}; alle verwisselingen waar ten hoogste "
            "{exact_pairs} personen veranderden; Fisher, 1935).",
        ),
        exact=(
            "Mean differences were tested two-sided by swapping the two waves within persons in every possible way "
            "(Fisher, 1935).",
            "Gemiddelde verschillen zijn tweezijdig getoetst door de twee rondes binnen personen op elke mogelijke "
            "manier te verwisselen (Fisher, 1935).",
        ),
        reference="Fisher",
    ),
    SignificanceTest(
        "wilcoxon",
        name=("exact Wilcoxon signed ranks (Pratt)", "exacte rangtekentoets van Wilcoxon (Pratt)"),
        method=(
            "Differences were tested two-sided with Wilcoxon's exact signed-rank test (Pratt, 1959).",
            "Verschillen zijn tweezijdig getoetst met de exacte rangtekentoets van Wilcoxon (Pratt, 1959).",
        ),
        reference="Pratt",
    ),
    SignificanceTest(
        "t",
        name=("paired t", "gepaarde t-toets"),
        method=(
            "Mean differences were tested two-sided with a paired t test (Student, 1908).",
            "Gemiddelde verschillen zijn tweezijdig getoetst met een gepaarde t-toets (Student, 1908).",
        ),
        reference="Student",
    ),
)

_CORRECTIONS = (
    MultiplicityCorrection("step-down maxT", ("step-down maxT (Westfall & Young, 1993)",) * 2, "Westfall"),
    MultiplicityCorrection("Holm", ("Holm's method (Holm, 1979)", "de methode van Holm (Holm, 1979)"), "Holm"),
    MultiplicityCorrection(
        "Benjamini-Hochberg",
        ("the method of Benjamini and Hochberg (1995)", "de methode van Benjamini en Hochberg (1995)"),
        "Benjamini",
    ),
)

TESTS: dict[str, SignificanceTest] = {test.id: test for test in _TESTS}
CORRECTIONS: dict[str, MultiplicityCorrection] = {correction.id: correction for correction in _CORRECTIONS}


def check_test(name: str) -> None:
    """Refuse a significance test that is not in the table, naming those that are.

    >>> check_test("coin")
    Traceback (most recent call last):
    ValueError: there is no test 'coin'; there is permutation, wilcoxon, ...
    """
    if name not in TESTS:
        raise ValueError(f"there is no test {name!r}; there is {', '.join(TESTS)}")
