"""A measure is one row of words and one function: nothing else has to be touched for it to be there everywhere."""

import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from bp_qual.compare import compare_waves
from bp_qual.compare.choices import Choices
from bp_qual.panel.rates import COMPUTED, Formula
from bp_qual.plots import plot_change, plot_persons
from bp_qual.report.excel import render_xlsx
from bp_qual.report.html import render_report
from bp_qual.wording import MEASURES
from bp_qual.wording.measures import Measure
from panel_builders import panel_of

ROW = Measure(
    "visits",
    unit=("per visit", "per bezoek"),
    heading=("mentions per visit of theirs", "vermeldingen per bezoek van hen"),
    axis=("Mentions per visit", "Vermeldingen per bezoek"),
    method=("mentions per visit to the respondent", "vermeldingen per bezoek aan de respondent"),
    column=("mentions per visit", "vermeldingen per bezoek"),
    caution=("visits differ in length", "bezoeken zijn niet even lang"),
)
CHANGED = {"hokjes": [(1, 4), (2, 5), (1, 6), (2, 3), (1, 5), (3, 6), (1, 7), (2, 9)]}


@pytest.fixture
def new_measure(monkeypatch):
    monkeypatch.setitem(MEASURES, "visits", ROW)
    monkeypatch.setitem(COMPUTED, "visits", Formula(lambda tally: tally.counted("mentions") / 2.0, "interviews", 1.0))
    return compare_waves(panel_of(CHANGED), measure="visits")


def test_every_measure_has_a_row_of_words_and_a_function_that_computes_it():
    assert list(MEASURES) == list(COMPUTED)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_is_explained_in_the_documentation(measure):
    page = (Path(__file__).parents[1] / "docs" / "statistics.md").read_text("utf-8")
    assert f"`{measure}`" in page, f"describe `{measure}` in docs/statistics.md"


def test_a_new_measure_is_computed_and_named_where_a_wrong_one_is_refused(new_measure):
    assert new_measure.codes.loc[0, "rate_before"] == sum(before for before, _ in CHANGED["hokjes"]) / 16
    with pytest.raises(ValueError, match=r"there is mentions, .*, visits$"):
        Choices("2010", "2020", measure="visit")


def test_a_new_measure_is_in_the_summary_and_the_methods(new_measure):
    assert "vermeldingen per bezoek van hen" in new_measure.summary(language="nl")
    assert "Bezoeken zijn niet even lang." in new_measure.summary(language="nl")
    assert "measured as mentions per visit to the respondent" in new_measure.methods("en")


@pytest.mark.slow
def test_a_new_measure_is_in_the_report_and_the_pictures(new_measure):
    assert "per bezoek" in render_report(new_measure, language="nl")
    assert "per visit" in plot_change(new_measure, language="en").to_svg()
    assert "Mentions per visit" in plot_persons(new_measure, language="en").to_svg()


def test_a_new_measure_is_in_the_settings_and_the_column_notes_of_the_excel_file(new_measure):
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(new_measure, language="nl")))
    cells = {name: [str(cell) for row in book[name].values for cell in row] for name in ("settings", "columns")}
    assert "Vermeldingen per bezoek" in cells["settings"]
    assert any("vermeldingen per bezoek" in text for text in cells["columns"])


def test_a_new_measure_can_be_chosen_on_the_command_line():
    script = (
        "from bp_qual.wording.measures import MEASURES, Measure\n"
        "MEASURES['visits'] = Measure('visits', *[('a', 'b')] * 5)\n"
        "from bp_qual.cli import main\n"
        "main(['compare', '--help'])\n"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "visits" in shown.stdout, shown.stderr
