"""A significance test is one row of words and one function: nothing else has to be touched for it to be everywhere."""

from __future__ import annotations

import io
import subprocess
import sys

import numpy as np
import openpyxl
import pytest
from scipy.stats import binomtest

from bp_qual.compare import Comparison, compare_waves
from bp_qual.compare.choices import Choices
from bp_qual.compare.group import P_VALUES
from bp_qual.report.excel import render_xlsx
from bp_qual.report.html import render_report
from bp_qual.wording import TESTS
from bp_qual.wording.significance import REFERENCES, SignificanceTest
from panel_builders import panel_of

ROW = SignificanceTest(
    "sign",
    name=("sign test", "tekentoets"),
    method=(
        "Differences were tested two-sided with the sign test (Arbuthnott, 1710).",
        "Verschillen zijn tweezijdig getoetst met de tekentoets (Arbuthnott, 1710).",
    ),
    reference="Arbuthnott",
)
CHANGED = {"hokjes": [(1, 4), (2, 5), (1, 6), (3, 2), (1, 5), (3, 6), (1, 7), (2, 9)]}


def sign_p(differences: np.ndarray) -> np.ndarray:
    moved = [column[column != 0] for column in differences.T]
    return np.array([binomtest(int((column > 0).sum()), len(column)).pvalue for column in moved])


@pytest.fixture
def by_sign_test(monkeypatch: pytest.MonkeyPatch) -> Comparison:
    monkeypatch.setitem(TESTS, "sign", ROW)
    monkeypatch.setitem(REFERENCES, "Arbuthnott", "Arbuthnott, J. (1710). An argument for divine providence.")
    monkeypatch.setitem(P_VALUES, "sign", sign_p)
    return compare_waves(panel_of(CHANGED), test="sign")


def test_every_test_has_a_row_of_words_and_a_function_that_computes_it() -> None:
    assert list(TESTS) == ["permutation", *P_VALUES]
    assert {row.reference for row in TESTS.values()} <= set(REFERENCES)


def test_a_new_test_gives_its_p_and_is_named_where_a_wrong_one_is_refused(by_sign_test: Comparison) -> None:
    assert by_sign_test.codes.loc[0, "p"] == pytest.approx(18 / 256)  # 7 of 8 up: 2 (1 + 8) / 2^8
    assert by_sign_test.codes.loc[0, "p_adjusted"] == pytest.approx(18 / 256)  # one code: Holm leaves it
    with pytest.raises(ValueError, match="t, sign"):
        Choices("2010", "2020", test="sigh")


def test_a_new_test_is_in_the_methods_with_its_source(by_sign_test: Comparison) -> None:
    assert "with the sign test (Arbuthnott, 1710)" in by_sign_test.methods("en")
    assert "divine providence" in by_sign_test.methods("en")
    assert "getoetst met de tekentoets" in by_sign_test.methods("nl")


def test_a_new_test_is_in_the_report_and_the_excel_file(by_sign_test: Comparison) -> None:
    assert "tekentoets" in render_report(by_sign_test, language="nl")
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(by_sign_test, language="nl")))
    assert "tekentoets" in [str(cell) for row in book["settings"].values for cell in row]


def test_a_new_test_can_be_chosen_on_the_command_line() -> None:
    script = (
        "from bp_qual.wording.significance import TESTS, SignificanceTest\n"
        "TESTS['sign'] = SignificanceTest('sign', ('a', 'b'), ('a', 'b'), 'Fisher')\n"
        "from bp_qual.cli import main\n"
        "main(['compare', '--help'])\n"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "sign" in shown.stdout, shown.stderr
