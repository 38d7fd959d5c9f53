"""The open cases of what is compared and shown, and neighbours: the matrix, words said, statistics, three waves."""

from __future__ import annotations

import io
import re
import runpy
from itertools import product
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.compare import Comparison, compare_waves
from bp_qual.framework import read_framework
from bp_qual.panel import count_codes, make_panel
from bp_qual.plots import plot_trajectories, plot_words
from bp_qual.report.excel import render_xlsx
from bp_qual.report.html import render_report
from bp_qual.study import read_corpus
from bp_qual.wording import VERDICTS, Wording
from panel_builders import panel_of_talk
from test_framework_edits import DOCUMENT_EDITS, SHEET_EDITS, W, sheet_edit
from test_wording_dutch import english_in

CASES = Path(__file__).parents[2] / "shared" / "cases"
SAMPLE = Path(__file__).parents[1] / "transcripts_sample"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the repository")
PEOPLE, WAVES, CODES = ("P01", "P02"), ("2010", "2020"), ("subsidie", "samen")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def make_folder(folder: Path, talk: dict[str, str], *, terms: str = "", language: str = "nl") -> Path:
    """Write a small study: the respondent's talk by the name of its file, and the terms of the codes."""
    folder.mkdir(exist_ok=True)
    codes = "".join(f"  - id: {code}\n    terms: [{words}]\n" for code, words in re.findall(r"(\w+)=([^;]+)", terms))
    (folder / "codebook.yaml").write_text(
        f"codebook: C\nversion: 1.0.0\nlanguage: {language}\ncodes:\n{codes}", "utf-8"
    )
    for name, said in talk.items():
        (folder / f"{name}.txt").write_text(f"I: En?\nR: {said}\n", "utf-8")
    return folder


# --- the framework matrix: no sentence is lost, whatever is done to the file


def begin_matrix(folder: Path, ending: str) -> tuple[Path, list[str], Path]:
    """Return the study, the command, and a matrix in which every summary is filled in."""
    talk = {f"{p}_{w}": f"We werkten samen met subsidie, in {w}." for p, w in product(PEOPLE, WAVES)}
    study = make_folder(folder / "study", talk, terms="subsidie=subsidie;samen=samenwerken")
    path = folder / f"m{ending}"
    command = ["framework", str(study), "--codebook", str(study / "codebook.yaml"), "-o", str(path)]
    assert run(*command).exit_code == 0
    if ending == ".xlsx":
        book = openpyxl.load_workbook(path)
        for number, code in enumerate(CODES):
            sheet = book.worksheets[number]
            heads = {str(cell.value): cell.column for cell in sheet[1]}
            for (row, person), wave in product(enumerate(PEOPLE, 2), WAVES):
                column = next(place for head, place in heads.items() if wave in head)
                sheet.cell(row, column).value = sentence(person, code, wave)
        book.save(path)
        return path, command, study
    document = docx.Document(str(path))
    fields = list(document.element.body.iter(f"{W}sdt"))
    for field, (code, person, wave) in zip(fields, product(CODES, PEOPLE, WAVES), strict=True):
        next(field.iter(f"{W}t")).text = sentence(person, code, wave)
    document.save(str(path))
    return path, command, study


def sentence(person: str, code: str, wave: str) -> str:
    return f"Samenvatting van {person} over {code} in {wave}."


def texts_in(path: Path) -> str:
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row)
    return "\n".join(text.text or "" for text in docx.Document(str(path)).element.body.iter(f"{W}t"))


EDITS = [(".xlsx", name) for name in SHEET_EDITS] + [(".docx", name) for name in DOCUMENT_EDITS]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("ending", "name"), EDITS)
def test_after_an_edit_the_command_keeps_every_sentence_or_refuses(tmp_path: Path, ending: str, name: str) -> None:
    path, command, _ = begin_matrix(tmp_path, ending)
    if ending == ".xlsx":
        sheet_edit(SHEET_EDITS[name][0])(path)
    else:
        document = docx.Document(str(path))
        DOCUMENT_EDITS[name](document)
        document.save(str(path))
    edited, before = path.read_bytes(), texts_in(path)
    done = run(*command)
    if done.exit_code:
        assert path.read_bytes() == edited
        return
    kept = [file for file in tmp_path.glob(f"m*{ending}") if file.read_bytes() == edited]
    said = texts_in(path) + "".join(map(texts_in, kept))
    assert kept
    assert all(file == path or file.name in done.output for file in kept)
    for cell in product(PEOPLE, CODES, WAVES):
        assert sentence(*cell) in said or sentence(*cell) not in before
    assert "Nog eens bellen." in said or "Nog eens bellen." not in before
    rows = read_framework(path)
    for person, code, wave, text in zip(*(rows[c] for c in ("person", "code", "wave", "summary")), strict=True):
        others = [sentence(*cell) for cell in product(PEOPLE, CODES, WAVES) if cell != (person, code, wave)]
        assert not code or not any(other in text for other in others), (person, code, wave, text)
        assert "We werkten samen" not in text or not code  # no quote was read as a summary


@needs_cases
def test_the_edits_of_the_case_are_all_tried() -> None:
    listed = (CASES / "framework" / "edits.md").read_text("utf-8")
    assert listed.count("- xlsx:") <= len(SHEET_EDITS)
    assert listed.count("- docx:") <= len(DOCUMENT_EDITS)


# --- what was said, and what is said about it


def without_negated(study: Path, out: Path) -> str:
    done = run("compare", study, "--codebook", study / "codebook.yaml", "--without-negated", "-o", out)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("study", [pytest.param("case", marks=needs_cases), "neighbour"])
def test_what_was_left_out_as_negated_is_left_out_everywhere(tmp_path: Path, study: str) -> None:
    folder = CASES / "words_said" / "denied"
    if study == "neighbour":
        filler = "Daar was toen altijd heel veel over te doen. " * 40
        talk = {f"P0{n}_2010": f"Wij werkten samen. {filler}" for n in range(1, 8)}
        talk |= {f"P0{n}_2020": f"Wij werkten samen. Er was geen subsidie. {filler}" for n in range(1, 8)}
        folder = make_folder(tmp_path / "s", talk, terms="subsidie=subsidie;samen=samenwerken")
    told = without_negated(folder, tmp_path / "o")
    codes = pd.read_csv(tmp_path / "o" / "codes.csv").set_index("code")
    assert codes.loc["subsidie", ["rate_before", "rate_after"]].tolist() == [0, 0]
    assert "'subsidie'" not in told
    drift = tmp_path / "o" / "drift.csv"
    assert not drift.exists() or "subsidie" not in drift.read_text("utf-8")
    page = (tmp_path / "o" / "report.html").read_text("utf-8")
    assert "subsidie: 0 → " not in page
    assert not re.search(r"<mark[^>]*>[^<]*subsidie", page)


@needs_cases
def test_no_text_says_that_the_theme_was_named_in_the_question(tmp_path: Path) -> None:
    folder = CASES / "words_said" / "prompted"
    done = run("code", folder, "--codebook", folder / "codebook.yaml", "-o", tmp_path / "c.csv")
    assert done.exit_code == 0, done.output
    prompted = pd.read_csv(tmp_path / "c.csv")["prompted"]
    named = re.compile(r"(?:in which|where) the (?:theme|code) was named|waarin het thema werd genoemd")
    docs = [file.read_text("utf-8") for file in (Path(__file__).parents[1] / "docs").glob("*.md")]
    assert prompted.all() or not any(named.search(text) for text in docs)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_person_in_whom_nothing_was_found_is_not_said_to_be_silent(tmp_path: Path, language: str) -> None:
    done = run("compare", SAMPLE, "--language", language, "-o", tmp_path / "o")
    assert done.exit_code == 0, done.output
    page = (tmp_path / "o" / "report.html").read_text("utf-8")
    assert not re.search(r"[Nn]iet over gesproken|did not speak of|spraken er nooit|never spoke", page)


# --- statements that were wrong


def panel_of(words: dict[str, tuple[int, ...]], mentions: dict[tuple[str, str], tuple[int, ...]], waves: str = "12"):
    said = [
        {"person": p, "wave": w, "words": n} for p, row in words.items() for w, n in zip(waves, row, strict=True) if n
    ]
    found = [
        {"person": p, "wave": w, "code": code, "mentions": n}
        for (p, code), row in mentions.items()
        for w, n, spoken in zip(waves, row, words[p], strict=True)
        if spoken
    ]
    return make_panel(found, said)


@pytest.mark.parametrize(("before", "after"), [((30, 2000), (40, 12000)), ((30, 2000), (30, 12000))])
def test_more_mentions_in_a_far_longer_interview_are_no_rise(before: tuple[int, int], after: tuple[int, int]) -> None:
    panel = panel_of({"P1": (before[1], after[1])}, {("P1", "a"): (before[0], after[0])})
    change = compare_waves(panel)
    (row,) = change.persons.to_dict("records")
    assert row["verdict"] == "clear"
    assert row["trajectory"] == "receded"


def test_in_short_interviews_more_mentions_are_no_rise_either() -> None:
    panel = panel_of({"P1": (1000, 6000)}, {("P1", "a"): (30, 40), ("P1", "b"): (30, 30)})
    assert not set(compare_waves(panel).persons["trajectory"]) & {"intensified", "emerged"}


def test_a_code_asked_about_in_one_wave_is_tested_nowhere() -> None:
    persons = [f"P{n}" for n in range(8)]
    words = dict.fromkeys(persons, (1000, 1000, 1000))
    asked = {(p, "z"): (0, 0, 3 + n % 3) for n, p in enumerate(persons)} | dict.fromkeys(
        product(persons, "o"), (2, 2, 2)
    )
    kinds = pd.DataFrame({"person": persons, "kind": list("AAAABBBB")})
    change = compare_waves(panel_of(words, asked, "123"), asked={"z": ["3"]}, groups=kinds)
    for table in (change.codes, change.trend, change.groups, change.effects, change.pairs):
        if "code" in table and "p" in table:
            assert table.loc[table["code"] == "z", "p"].isna().all()
    assert "z up" not in change.summary()


def test_a_dropout_of_few_words_has_no_rate_and_is_named() -> None:
    words = dict.fromkeys(("P1", "P2", "P3"), (2000, 2000)) | {"L": (40, 0)}
    change = compare_waves(panel_of(words, {(p, "a"): (4, 4) for p in ("P1", "P2", "P3")} | {("L", "a"): (2, 0)}))
    rates = [column for column in change.dropouts.columns if column.startswith("rate_") and "drop" in column]
    assert rates
    assert change.dropouts[rates].isna().all(axis=None)
    left_out = change.attrition[change.attrition["person"] == "L"].to_dict("records")
    assert left_out
    assert left_out[0]["words_before"] == 40


def test_no_interval_has_a_width_of_nought() -> None:
    words = dict.fromkeys(("P1", "P2", "P3"), (600, 600))
    for mentions in ({}, {(p, "never"): (2, 2) for p in words}):
        said = [{"person": p, "wave": w, "words": 600} for p in words for w in "12"]
        found = [
            {"person": p, "wave": w, "code": c, "mentions": n}
            for (p, c), row in mentions.items()
            for w, n in zip("12", row, strict=True)
        ]
        (row,) = compare_waves(make_panel(found, said, codes=["never"])).codes.to_dict("records")
        for name in ("difference", "ratio"):
            low, high = row[f"{name}_low"], row[f"{name}_high"]
            assert low != high


@pytest.mark.parametrize("shorter", [0, 1, 3])
def test_equal_mentions_in_an_interview_a_few_words_shorter_are_the_same(shorter: int) -> None:
    words = dict.fromkeys("ABCDEF", (2000, 2000 - shorter))
    told = compare_waves(panel_of(words, {(p, "hokjes"): (2, 2) for p in words})).summary()
    assert "0 up, 0 down, 6 same" in told
    assert "clear (" not in told


@needs_cases
def test_equal_counts_give_no_clear_change(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(CASES / "statistics" / "same_counts.py"))
    told = capsys.readouterr().out
    assert told.count("0 up, 0 down, 6 same") == 2


@pytest.mark.slow
@needs_cases
def test_kinds_of_persons_in_which_nothing_changes_seldom_differ(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(CASES / "statistics" / "kinds.py"))
    assert float(capsys.readouterr().out) <= 0.09


def test_every_code_of_the_sample_has_an_interval_or_a_bound(tmp_path: Path) -> None:
    done = run("compare", SAMPLE, "-o", tmp_path / "o", "--language", "nl")
    assert done.exit_code == 0, done.output
    codes = pd.read_csv(tmp_path / "o" / "codes.csv").replace("unbounded", "inf")
    codes["ratio_high"] = codes["ratio_high"].astype(float)
    heard = codes[(codes["rate_before"] > 0) | (codes["rate_after"] > 0)]
    coded = heard[~heard["verdict"].isin(["not asked", "not coded"])]
    both = coded[(coded["rate_before"] > 0) & (coded["rate_after"] > 0)]
    assert both[["ratio_low", "ratio_high"]].notna().any(axis=1).all()
    clear = codes[codes["verdict"] == "clear"]
    assert not ((clear["ratio_low"] <= 1) & (clear["ratio_high"] >= 1)).any()
    page = re.sub(r"<[^>]+>", "", (tmp_path / "o" / "report.html").read_text("utf-8"))
    unclear = int((codes["verdict"] == "no clear change").sum())
    untested = int(codes["verdict"].isin(["not tested", "not mentioned"]).sum())
    assert f"{unclear} andere codes laten geen duidelijke verandering zien; {untested} codes konden niet worden" in page


# --- three waves, and both waves by name


def three_waves(folder: Path, late: str = "2019") -> Path:
    talk = {
        f"{p}_{w}": "Money was short. " + "And so it went on in the village. " * 60
        for p in ("Ann", "Gus")
        for w in ("2005", "2012", late)
    }
    talk |= {f"Hana_{w}": talk[f"Ann_{w}"] for w in ("2012", late)}
    return make_folder(folder, talk, terms="money=money", language="en")


@pytest.mark.parametrize("study", [pytest.param("case", marks=needs_cases), "neighbour"])
def test_who_was_heard_in_a_third_wave_is_no_newcomer(tmp_path: Path, study: str) -> None:
    folder = CASES / "waves" / "three" if study == "case" else three_waves(tmp_path / "s")
    done = run("compare", folder, "--codebook", folder / "codebook.yaml", "-o", tmp_path / "o", "--floor", "0")
    assert done.exit_code == 0, done.output
    page = re.sub(r"<[^>]+>", " ", (tmp_path / "o" / "report.html").read_text("utf-8"))
    for told in (done.output, page):
        assert not re.search(r"newcomer|entrant in 2019|only in 2019|\b1 entrant", told)
    assert "2012" in page
    attrition = pd.read_csv(tmp_path / "o" / "attrition.csv").set_index("person")
    assert attrition.loc["Hana", "status"] == "missed a wave"


ORDERED = ("pre post", "before after", "voor na", "t0 t1", "najaar2009 mei2010", "2010 2020")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("waves", ORDERED)
def test_the_first_line_of_summary_and_report_names_both_waves(tmp_path: Path, waves: str, language: str) -> None:
    before, after = waves.split()
    talk = {f"P0{n}_{w}": "Wij werkten samen. " * (2 if w == before else 5) for n in (1, 2) for w in waves.split()}
    study = make_folder(tmp_path / "s", talk, terms="samen=samenwerken")
    done = run(
        "compare",
        study,
        "--codebook",
        study / "codebook.yaml",
        "--floor",
        "0",
        "--language",
        language,
        "-o",
        tmp_path / "o",
    )
    assert done.exit_code == 0, done.output
    first = next(line for line in done.output.splitlines() if "codeboek" in line or "codebook" in line)
    named = f"van {before} naar {after}" if language == "nl" else f"{before} to {after}"
    assert named in first
    page = (tmp_path / "o" / "report.html").read_text("utf-8")
    assert named in re.findall(r"<h1>(.*?)</h1>", page)[0]


@needs_cases
@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["pre_post", "voormeting_nameting", "mrt2010_jan2011"])
def test_the_summary_of_a_case_names_both_waves(tmp_path: Path, name: str) -> None:
    folder = CASES / "waves"
    done = run("compare", folder / name, "--codebook", folder / "codebook.yaml", "-o", tmp_path / "o", "--floor", "0")
    assert "van {} naar {}".format(*name.split("_")) in done.output


# --- what was chosen holds for every table, picture and quote


CHOICES = [
    pytest.param({"negated": False}, id="negated"),
    pytest.param({"prompted": False}, id="prompted"),
    pytest.param({"floor": 300}, id="floor"),
    pytest.param({"measure": "sentences"}, id="measure"),
]


def study_of_every_choice(folder: Path) -> Path:
    """Six long interviews a wave and one short one: said, denied, said after the question, twice in a sentence."""
    filler = "Daar was toen altijd heel veel over te doen. " * 60
    talk = {f"P{n}_2010": f"Wij bakten brood. {filler}" for n in range(1, 7)}
    talk |= {f"P{n}_2020": f"Er was geen subsidie. Een fonds, een klein fonds. {filler}" for n in range(1, 7)}
    talk |= {f"Kort_{wave}": "Wij hadden een molen, en nog een molen." for wave in ("2010", "2020")}
    study = make_folder(folder, talk, terms="geld=subsidie;steun=fonds;vraag=buurt;molen=molen")
    for n in range(1, 7):
        path = study / f"P{n}_2020.txt"
        path.write_text(path.read_text("utf-8") + "I: En de buurt?\nR: De buurt bleef.\n", "utf-8")
    return study


@pytest.mark.slow
@pytest.mark.parametrize("chosen", CHOICES)
def test_what_was_chosen_holds_for_words_trajectories_drift_and_quotes(
    tmp_path: Path, chosen: dict[str, object]
) -> None:
    study = study_of_every_choice(tmp_path / "s")
    corpus, book = read_corpus(study), read_codebook(study / "codebook.yaml")
    panel = count_codes(apply_codebook(book, corpus), corpus, book)
    choices = {"floor": 1, **chosen}
    change = compare_waves(panel, **choices)
    rates = change.codes.set_index("code")
    assert not compare_waves(panel, floor=1).codes.equals(change.codes)  # the choice matters here
    compared = set(change.attrition.loc[change.attrition["status"] == "compared", "person"])
    persons = change.persons[change.persons["person"].isin(compared)]
    for code, row in rates.iterrows():
        mentions = persons.loc[persons["code"] == code, ["mentions_before", "mentions_after"]].sum()
        quotes = [quote.wave for quote in change.quotes(code)]
        drawn = re.findall(r": (\d+) → (\d+)", plot_words(change, code).text)
        words = [sum(int(pair[side]) for pair in drawn) for side in (0, 1)]
        assert words == [quotes.count("2010"), quotes.count("2020")]
        if choices.get("measure") != "sentences":
            assert words == mentions.tolist()
        is_silent = row["rate_before"] == row["rate_after"] == 0
        assert is_silent == (words == [0, 0])
        flows = plot_trajectories(change, codes=[code]).text
        assert is_silent == (str(code) not in flows)
        if not is_silent:
            assert sum(map(int, re.findall(r"to \w+ (\d+)", flows))) == row["persons"]
    assert set(change.drift["code"]) <= set(rates.index[(rates["rate_before"] > 0) | (rates["rate_after"] > 0)])


def test_trajectories_follow_the_measure() -> None:
    filler = "en zo was het toen. " * 100
    talk = {
        (f"P{n}", wave): "samen, samen, samen. " * (n < 2) + "samen. " * 2 + filler for n in range(4) for wave in "12"
    }
    panel = panel_of_talk(talk, "samen")
    drawn = {
        measure: plot_trajectories(compare_waves(panel, measure=measure)).text for measure in ("mentions", "turns")
    }
    assert drawn["mentions"] != drawn["turns"]


def simulated(seed: int) -> Comparison:
    """Nine persons and six codes, of which some change, some hardly and some not at all."""
    rng = np.random.default_rng(seed)
    persons, codes = [f"P{n}" for n in range(9)], "abcdef"
    said = [{"person": p, "wave": w, "words": int(rng.integers(400, 3000))} for p in persons for w in "12"]
    size = dict(zip(codes, rng.choice([0.0, 0.2, 1.0, 3.0], len(codes)), strict=True))
    counts = [
        {
            "person": p,
            "wave": w,
            "code": code,
            "mentions": int(rng.poisson(size[code] * (1 + (w == "2") * rng.gamma(1)))),
        }
        for p, w, code in product(persons, "12", codes)
    ]
    return compare_waves(make_panel(counts, said, codes=codes), draws=499)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("seed", range(12))
def test_summary_page_and_workbook_give_a_code_the_same_verdict(seed: int, language: str) -> None:
    change = simulated(seed).in_language(language)
    say = Wording(language)
    page = render_report(change, language=language)
    rows = re.findall(r'<tr [^>]*data-code="(\w)">(.*?)</tr>', page, re.DOTALL)
    words = [(code, re.search(r'class="verdict-word">(.*?)</td>', cells)) for code, cells in rows]
    on_page = {code: word[1] for code, word in words if word}
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(change, language=language)))
    head, *cells = book.worksheets[0].values
    places = [head.index(name) for name in ("code", "verdict")]
    in_book = {row[places[0]]: row[places[1]] for row in cells}
    told = {line.split()[0]: line for line in change.summary().splitlines() if re.match(r"\s*[a-f] {2}", line)}
    for row in change.codes.to_dict("records"):
        word = say.verdict(row["verdict"])
        assert on_page[row["code"]] == word
        assert in_book[row["code"]] == word
        if row["verdict"] != "not tested":  # then the summary gives the reason
            assert word in told[row["code"]]
        others = {say.verdict(name) for name in VERDICTS} - {word}
        assert not any(f" {other} (" in told[row["code"]] for other in others)
        assert bool(re.search(r"\(p [<.,\d]", told[row["code"]])) == (row["p"] == row["p"])


def test_a_dutch_workbook_of_the_command_holds_no_english_note(tmp_path: Path) -> None:
    study = study_of_every_choice(tmp_path / "s")
    (study / "persons.csv").write_text(
        "person,soort\n" + "".join(f"P{n},{'xy'[n > 4]}\n" for n in range(1, 7)), "utf-8"
    )
    path = tmp_path / "r.xlsx"
    done = run("report", study, "--codebook", study / "codebook.yaml", "--language", "nl", "--xlsx", path)
    assert done.exit_code == 0, done.output
    cells = [str(cell) for sheet in openpyxl.load_workbook(path) for row in sheet.values for cell in row if cell]
    assert any("te weinig" in cell for cell in cells)
    assert english_in("\n".join(cells)) == []
