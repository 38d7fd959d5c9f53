"""Agreement against published values: Krippendorff, Gwet, Cohen, Fleiss, Artstein and Poesio, and the u-alphas."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bp_qual.statistics.coefficients import (
    compare_two,
    correct_for_chance,
    count_coincidences,
    interval_distance,
    krippendorff_alpha,
    masi_distance,
    ordinal_distance,
    ratio_distance,
)
from bp_qual.statistics.unitizing import alpha_u, measure_marks, u_alphas

# units x coders; a full stop is a unit that the coder did not judge
KRIPPENDORFF_2011 = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."
KRIPPENDORFF_1980 = "111 122 222 444 144 222 123 333 222"
HAYES_2007 = (
    "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101."
    " 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12"
    " 2222. 111.1"
)
FLEISS_1971 = (
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040"
    " 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
)
GWET_10X4 = "5555 3131 5555 3131 5545 1233 3111 1113 3344 1311"


def read_units(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the values that occur, units x coders, and the values."""
    values = sorted(set(text) - {" ", "."})
    number = {value: index for index, value in enumerate(values)} | {".": -1}
    return np.array([[number[value] for value in unit] for unit in text.split()]), np.array(values, dtype=float)


def from_table(table: list[list[int]]) -> np.ndarray:
    pairs = [(row, column) for row in range(len(table)) for column in range(len(table))]
    return np.array([pair for pair in pairs for _ in range(table[pair[0]][pair[1]])])


def alpha_of(text: str, metric: str = "nominal") -> float:
    ratings, values = read_units(text)
    met = count_coincidences(ratings, len(values))
    distance = {
        "nominal": None,
        "ordinal": ordinal_distance(met),
        "interval": interval_distance(values),
        "ratio": ratio_distance(values),
    }
    return krippendorff_alpha(met, distance[metric]).value


@pytest.mark.parametrize(
    ("text", "metric", "published"),
    [
        (KRIPPENDORFF_2011, "nominal", 0.743421),
        (KRIPPENDORFF_2011, "ordinal", 0.815388),
        (KRIPPENDORFF_2011, "interval", 0.849107),
        (KRIPPENDORFF_2011, "ratio", 0.797403),
        (KRIPPENDORFF_1980, "nominal", 0.641732),
        (KRIPPENDORFF_1980, "interval", 0.546917),
        (KRIPPENDORFF_1980, "ratio", 0.483254),
        (HAYES_2007, "ordinal", 0.759829),
        ("01 11 01 00 00 01 00 00 10 00", "nominal", 0.095238),  # Krippendorff 2011, Meg and Owen
        ("01 00 11 11 31 22 22 22 44 33 33 03", "nominal", 0.691964),  # Krippendorff 2011, section B
        ("00 01 11 11 11 11 12 22 22 22 22 22", "nominal", 0.734104),  # Krippendorff 2004, page 227
        (GWET_10X4, "nominal", 0.34549),
    ],
)
def test_alpha_is_that_of_the_publication(text: str, metric: str, published: float) -> None:
    assert alpha_of(text, metric) == pytest.approx(published, abs=6e-6)


def test_the_parts_of_alpha_are_those_of_the_publication() -> None:
    ratings, _ = read_units(KRIPPENDORFF_2011)
    found = krippendorff_alpha(count_coincidences(ratings, 5))
    assert (round(found.observed, 3), round(found.expected, 3)) == (0.2, 0.779)


@pytest.mark.parametrize(
    ("text", "name", "published"),
    [
        (KRIPPENDORFF_2011, "percent", 0.8181818),  # R irrCAC 1.4
        (KRIPPENDORFF_2011, "ac1", 0.77544),
        (KRIPPENDORFF_2011, "fleiss", 0.76117),
        (KRIPPENDORFF_2011, "uniform", 0.77273),
        (GWET_10X4, "percent", 0.5166667),
        (GWET_10X4, "ac1", 0.41057),
        (GWET_10X4, "fleiss", 0.3287),
        (GWET_10X4, "uniform", 0.39583),
        (KRIPPENDORFF_1980, "percent", 0.740741),
    ],
)
def test_coefficients_of_several_coders_are_those_of_irrcac(text: str, name: str, published: float) -> None:
    ratings, values = read_units(text)
    assert getattr(correct_for_chance(ratings, len(values)), name) == pytest.approx(published, abs=5e-5)


def test_fleiss_kappa_is_that_of_fleiss_1971_for_all_and_for_each_category() -> None:
    counts = [list(map(int, unit)) for unit in FLEISS_1971.split()]
    ratings = np.array([[value for value, n in enumerate(unit) for _ in range(n)] for unit in counts])
    found = correct_for_chance(ratings, 5)
    assert (found.percent, found.fleiss) == (pytest.approx(0.5556, abs=5e-5), pytest.approx(0.430245, abs=1e-6))
    of_one = [correct_for_chance((ratings == value).astype(int), 2).fleiss for value in range(5)]
    assert of_one == pytest.approx([0.244755, 0.244755, 0.52, 0.471127, 0.566118], abs=1e-6)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([[25, 12, 3], [13, 2, 15], [12, 16, 2]], {"percent": 0.29, "ac1": -0.0480}),  # Cohen 1960, page 37
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], {"kappa": 0.491525, "ac1": 0.575972}),  # Cohen 1960, page 45
        ([[20, 10], [20, 50]], {"percent": 0.7, "uniform": 0.4, "pi": 0.341, "kappa": 0.348}),  # Artstein and Poesio
        ([[46, 0, 0], [6, 32, 6], [0, 0, 10]], {"uniform": 0.82, "pi": 0.7995, "kappa": 0.8013, "alpha": 0.800535}),
        ([[8, 1], [0, 1]], {"ac1": 0.8658, "pi": 0.6078, "percent": 0.9}),
        ([[80, 7], [8, 5]], {"ac1": 0.808}),
        ([[20, 5, 1, 0], [4, 15, 6, 1], [0, 5, 18, 4], [0, 1, 3, 12]], {"ac1": 0.58046}),
        (
            [[13, 0, 0], [0, 20, 7], [0, 4, 56]],  # irrCAC cont3x3abstractors
            {"kappa": 0.7964094, "pi": 0.7962397, "ac1": 0.8493305, "uniform": 0.835, "alpha": 0.7972585},
        ),
        ([[250, 250], [250, 250]], {"kappa": 0.0}),  # 500 and 500 of 1,000, 250 of them in common
        ([[0, 500], [500, 0]], {"kappa": -1.0}),
    ],
)
def test_two_coders_agree_as_in_the_publication(table: list[list[int]], expected: dict[str, float]) -> None:
    ratings = from_table(table)
    two, several = compare_two(np.array(table, dtype=float)), correct_for_chance(ratings, len(table))
    found = {
        "alpha": krippendorff_alpha(count_coincidences(ratings, len(table))).value,
        "kappa": two.kappa,
        "pi": two.pi,
        "percent": two.percent,
        "ac1": several.ac1,
        "uniform": several.uniform,
    }
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=6e-4 if "pi" in expected else 6e-5)
    assert two.percent == pytest.approx(several.percent)


def test_weighted_alpha_and_kappa_are_those_of_artstein_and_poesio() -> None:
    table = [[46, 0, 0], [6, 32, 6], [0, 0, 10]]
    distance = np.array([[0, 1, 0.5], [1, 0, 0.5], [0.5, 0.5, 0]])
    alpha = krippendorff_alpha(count_coincidences(from_table(table), 3), distance).value
    kappa = compare_two(np.array(table, dtype=float), distance).kappa
    assert (alpha, kappa) == (pytest.approx(0.8156, abs=5e-5), pytest.approx(0.8163, abs=5e-5))


def test_one_value_only_is_no_agreement_but_no_variation() -> None:
    same = np.zeros((9, 2), dtype=int)
    assert math.isnan(krippendorff_alpha(count_coincidences(same, 2)).value)
    assert math.isnan(compare_two(np.array([[9.0, 0], [0, 0]])).kappa)
    assert math.isnan(correct_for_chance(same, 2).fleiss)


def test_nothing_judged_twice_gives_no_number() -> None:
    alone = np.array([[0, -1], [-1, 1]])
    assert math.isnan(krippendorff_alpha(count_coincidences(alone, 2)).value)
    assert math.isnan(correct_for_chance(alone, 2).percent)


LABELS = ["/", "A/", "A/A", "A/B", "AB/A", "AB/AC", "ABC/ABC", "C/AC", "C/AC"]


@pytest.mark.parametrize(("units", "masi", "nominal"), [(slice(0, 9), 0.2731, 0.2388), (slice(2, 9), 0.177215, None)])
def test_alpha_of_label_sets_is_that_of_nltk_with_empty_sets_equal(
    units: slice, masi: float, nominal: float | None
) -> None:
    pairs = [[frozenset(labels) for labels in unit.split("/")] for unit in LABELS[units]]
    known = list(dict.fromkeys(labels for pair in pairs for labels in pair))
    met = count_coincidences(np.array([[known.index(labels) for labels in pair] for pair in pairs]), len(known))
    assert krippendorff_alpha(met, masi_distance(known)).value == pytest.approx(masi, abs=5e-5)
    if nominal is not None:
        assert krippendorff_alpha(met).value == pytest.approx(nominal, abs=5e-5)


def spans(*passages: tuple[int, int], shift: int = 0, stretch: int = 1) -> np.ndarray:
    """Return starts and ends from starts and lengths."""
    return stretch * np.array([(start - shift, start - shift + length) for start, length in passages]).reshape(-1, 2)


def test_unitizing_alpha_is_that_of_krippendorff_2004_page_254() -> None:
    c = alpha_u([spans((225, 70), (370, 30), shift=150), spans((220, 80), (355, 20), (400, 20), shift=150)], 300)
    k = alpha_u([spans((180, 60), (300, 50), shift=150)] * 2, 300)
    assert (c.observed, c.expected) == (pytest.approx(0.014444, abs=1e-6), pytest.approx(0.053222, abs=1e-6))
    assert (c.value, k.value, k.expected) == (pytest.approx(0.728599, abs=1e-6), 1.0, pytest.approx(0.049, abs=5e-5))
    assert 1 - (c.observed + k.observed) / (c.expected + k.expected) == pytest.approx(0.8591, abs=5e-4)


KRIPPENDORFF_1995 = {
    "A": ([(2, 8), (14, 6)], [(4, 4), (15, 2)], 0.03125, 0.553),
    "B": ([(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)], 2.26736, -0.926),
    "C": ([(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)], 0.02777, 0.679),
    "D": (
        [(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)],
        [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)],
        0.38715,
        0.066,
    ),
}


@pytest.mark.parametrize("name", KRIPPENDORFF_1995)
def test_unitizing_alpha_is_near_that_of_krippendorff_1995(name: str) -> None:
    """His expected disagreement has a small error that he corrected in 2004; observed disagreement is the same."""
    one, other, observed, published = KRIPPENDORFF_1995[name]
    assert alpha_u([spans(*one), spans(*other)], 24).observed == pytest.approx(observed, abs=2e-5)
    fine = alpha_u([spans(*one, stretch=50_000), spans(*other, stretch=50_000)], 24 * 50_000)
    assert fine.value == pytest.approx(published, abs=0.02)


THREE_CODERS = [
    np.array([(5, 20, 1), (30, 45, 2), (60, 80, 1)]),
    np.array([(7, 22, 1), (30, 40, 1), (42, 50, 2), (62, 80, 1)]),
    np.array([(5, 18, 1), (32, 45, 2), (61, 78, 2)]),
]


def test_the_u_alphas_are_those_of_two_other_implementations() -> None:
    found = u_alphas(THREE_CODERS, 100)
    assert found.u == pytest.approx(0.5235089969582585, abs=1e-12)
    assert found.relevance == pytest.approx(0.752874821937322, abs=1e-12)
    assert found.values == pytest.approx(0.20888603531300165, abs=1e-12)
    assert found.of_value == pytest.approx({1: 0.21078263296992727, 2: 0.20545511146170936}, abs=1e-12)


def test_with_one_code_the_sums_of_texts_give_the_same_u_alpha() -> None:
    one_code = [np.column_stack((marked[:, :2], np.ones(len(marked), dtype=int))) for marked in THREE_CODERS]
    whole = measure_marks([marked[:, :2] for marked in one_code], 100)
    assert whole.alpha == pytest.approx(u_alphas(one_code, 100).u) == pytest.approx(u_alphas(one_code, 100).relevance)
    first = measure_marks([marked[marked[:, 1] < 55][:, :2] for marked in one_code], 55)
    second = measure_marks([marked[marked[:, 1] > 55][:, :2] - 55 for marked in one_code], 45)
    assert (first + second).alpha == pytest.approx(whole.alpha)
    assert (whole - second).alpha == pytest.approx(first.alpha)


def test_everything_marked_by_all_gives_no_unitizing_alpha() -> None:
    assert np.isnan(alpha_u([spans((0, 300)), spans((0, 300))], 300).value)
    assert alpha_u([spans((0, 299)), spans((0, 299))], 300).value == pytest.approx(1.0)


def test_nothing_marked_gives_no_unitizing_alpha() -> None:
    empty = np.empty((0, 2), dtype=int)
    assert math.isnan(alpha_u([empty, empty], 50).value)
    assert math.isnan(measure_marks([empty, empty], 50).alpha)
    assert alpha_u([empty, np.array([[3, 9]])], 50).value < 0.5
    assert measure_marks([empty, np.array([[3, 9]])], 50).alpha < 0.1
