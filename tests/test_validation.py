"""How good the codebook is, judged by a sample, and what the change is then."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import (
    apply_codebook,
    correct_change,
    draw_sample,
    label_passages,
    measure_accuracy,
    measure_agreement,
    read_chances,
    read_codebook,
    read_codings,
    read_corpus,
    read_study,
    write_coding,
    write_sample,
)
from bp_qual.cli import main
from bp_qual.coding.by_hand import History, place_codings
from bp_qual.statistics.accuracy_draws import draw_accuracy
from bp_qual.transcripts import Corpus
from bp_qual.validation.accuracy import Accuracy, _draw
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.validation.labelled import Labelled
from bp_qual.validation.paragraph import _accuracy, _corrected
from bp_qual.validation.saying import say_change, say_with_limits
from bp_qual.wording import Wording

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: money, terms: [money, bank]}
"""
FOUND, MISSED, WRONG, NOTHING = "We had money.", "We were so poor.", "The bank of the river.", "A long winter."


def make_study(folder: Path, *, persons: int = 6, each: int = 4) -> Path:
    folder.mkdir()
    for person in range(1, persons + 1):
        for wave, missed in (("2010", 1), ("2020", 3)):
            said = [MISSED] * missed + [FOUND] * (each - missed + person % 2) + [WRONG] + [NOTHING] * 5
            talk = "".join(f"I: And?\nR: {answer}\n" for answer in said)
            (folder / f"P{person:02}_{wave}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\nfloor: 1\n", "utf-8")
    return folder


def code_sample(folder: Path, units: pd.DataFrame, *, finish: int | None = None) -> None:
    corpus, book = read_corpus(folder), read_codebook(folder / "themes.yaml")
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    for unit in units.sort_values("order").head(finish or len(units)).itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        if texts[unit.interview][unit.start : unit.end] in (FOUND, MISSED):
            write_coding(folder, {**place, "code": "money"}, coder="bert", corpus=corpus, codebook=book)
        write_coding(folder, place, coder="bert", do="done", corpus=corpus, codebook=book)


def label(folder: Path, n: int = 40, *, finish: int | None = None) -> tuple[Labelled, pd.DataFrame]:
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    hits = apply_codebook(book, corpus)
    drawn = draw_sample(corpus, hits, book, n=n, codes=["money"])
    write_sample(study, "first", drawn)
    code_sample(folder, drawn.units, finish=finish)
    hand = read_codings(folder, coder="bert", corpus=corpus)
    return label_passages(read_chances(study, "first", corpus), hand, hits, corpus, book), hits


@pytest.mark.slow
def test_with_everything_judged_the_figures_are_those_of_a_count_by_hand(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    labelled, hits = label(folder, n=500)
    found = measure_accuracy(labelled, hits, read_corpus(folder), draws=200)
    later = found.table[found.table["wave"] == "2020"].to_dict("records")[0]
    # six persons: 1, 2, 1, 2, 1, 2 passages found, 3 missed, 1 wrong, 5 without
    assert later["recall"] == later["recall_low"] == pytest.approx(6 / 18)
    assert (later["precision"], later["specificity"]) == (pytest.approx(6 / 10), pytest.approx(20 / 24))
    assert set(found.errors["kind"]) == {"missed", "wrong"}
    assert found.terms[found.terms["term"] == "bank"]["wrong"].tolist() == [6, 6]
    fall = found.differences.set_index("measure").loc["recall"]
    assert (fall["difference"] < 0, fall["lower"]) == (True, 1.0)
    back = measure_accuracy(labelled, hits, read_corpus(folder), draws=200, before="2020", after="2010").differences
    assert back.set_index("measure").loc["recall", "difference"] == pytest.approx(-fall["difference"])
    with pytest.raises(ValueError, match="there is no wave '2030'; there is 2010, 2020"):
        measure_accuracy(labelled, hits, read_corpus(folder), draws=200, after="2030")


def test_the_fall_that_the_codebook_invents_is_corrected(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    labelled, _ = label(folder, n=500)
    [row] = correct_change(labelled, before="2010", after="2020", per="passages").to_dict("records")
    assert row["naive"] < -0.1
    assert (row["change"], row["bias"]) == (pytest.approx(0, abs=1e-12), pytest.approx(row["naive"]))
    assert row["design_error"] == 0
    assert (row["ratio"], row["naive_ratio"] < 0.7) == (pytest.approx(1), True)
    assert (row["human_before"], row["human_after"], row["note"]) == (27, 27, "")


def test_a_code_that_was_found_too_seldom_is_not_corrected_and_the_naive_change_stays(tmp_path: Path) -> None:
    labelled, _ = label(make_study(tmp_path / "study"), n=20)
    [row] = correct_change(labelled, before="2010", after="2020").to_dict("records")
    assert (row["note"], np.isnan(row["change"]), np.isfinite(row["naive"])) == ("too few found", True, True)


def test_a_sample_that_is_half_finished_counts_as_one_of_half_the_size(tmp_path: Path) -> None:
    labelled, _ = label(make_study(tmp_path / "study", persons=8), n=80, finish=50)
    assert (labelled.drawn, labelled.judged) == (80, 50)
    seen = np.isfinite(labelled.human[0])
    assert (1 / labelled.chances[0, seen]).sum() == pytest.approx(len(labelled.passages), rel=0.01)


def test_weights_take_the_sample_design_out_of_recall() -> None:
    """Half of the hits and a tenth of the rest judged: counted as it is recall would be 5/6 and not 1/2."""
    found = draw_accuracy(
        np.array([100.0, 900.0]), np.array([True, False]), np.array([50.0, 90.0]), np.array([50.0, 10.0])
    )
    assert found.value[1] == pytest.approx(100 / 200)


def test_without_a_miss_in_the_sample_recall_has_an_interval_all_the_same() -> None:
    found = draw_accuracy(
        np.array([100.0, 900.0]), np.array([True, False]), np.array([50.0, 90.0]), np.array([50.0, 0.0])
    )
    low, high = found.limits()
    assert (found.value[1], low[1] < 0.95, high[1] <= 1) == (1.0, True, True)


def test_the_intervals_of_recall_and_precision_cover_what_they_should() -> None:
    """200 samples of 100 hits and 300 others; recall .67, precision .8."""
    rng = np.random.default_rng(3)
    sizes, hit, judged = np.array([300.0, 4700.0]), np.array([True, False]), np.array([100.0, 300.0])
    truth = (240 / 300, 240 / (240 + 117.5))
    inside = []
    for seed in range(200):
        right = np.array([rng.hypergeometric(240, 60, 100), rng.hypergeometric(117, 4583, 300)], dtype=float)
        low, high = draw_accuracy(sizes, hit, judged, right, draws=1000, seed=seed).limits()
        inside.append([low[row] <= value <= high[row] for row, value in enumerate(truth)])
    assert (np.mean(inside, axis=0) > 0.91).all()


@pytest.mark.slow
def test_the_command_shows_both_changes_and_writes_four_tables(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=500)
    out = tmp_path / "out"
    command = ["validate", str(folder), "--sample", "first", "--per", "passages", "-o", str(out)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert "Of the 126 passages of sample first, 126 were judged by bert." in result.output
    assert "as the codebook finds it −19.1; corrected 0.0" in result.output.replace("-", "−")
    assert {path.name for path in out.iterdir()} == {"accuracy.csv", "corrected.csv", "terms.csv", "errors.csv"}
    rows = [line.split() for line in result.output.splitlines() if line.startswith("a ")]
    accuracy = pd.read_csv(out / "accuracy.csv")
    assert [float(row[6]) for row in rows] == accuracy[accuracy["code"] == "a"]["recall"].round(2).tolist()
    assert "A number without an interval: every passage that it is about was judged." in result.output
    assert "recall in 2010 −0.44 (no interval: all were judged)" in result.output.replace("-", "−")
    dutch = CliRunner().invoke(main, [*command, "--language", "nl"])
    assert ("gecorrigeerd" in dutch.output, "(geen interval: alles is beoordeeld)" in dutch.output) == (True, True)


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    result = CliRunner().invoke(main, ["validate", str(folder), "--sample", "first"])
    assert (result.exit_code, "there is no such sample" in result.output) == (1, True)


def test_an_interval_holds_its_own_estimate_where_all_or_none_was_seen() -> None:
    sizes, hit = np.array([10.0, 300.0]), np.array([True, False])
    found = draw_accuracy(sizes, hit, np.array([2.0, 40.0]), np.array([2.0, 0.0]))
    low, high = found.limits()
    assert (found.value[1], high[1]) == (1.0, 1.0)
    assert ((low <= found.value) & (found.value <= high)).all()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("126 passages of about 60 words", "in 4 strata", "One coder (bert) coded 126 of these 126 passages",
             "without being shown whose", "money in 2020, precision",
             "The change in money (mentions per 1,000 words) from 2010 to 2020 was corrected",
             "recall 0.33 (no interval: all were judged)",
             "Cochran, W. G. (1977)", "Egami, N.", "Brown, L. D."),
        ),
        (
            "nl",
            ("126 passages van ongeveer 60 woorden", "Eén codeur (bert) codeerde 126", "precisie 0,6",
             "(vermeldingen per 1.000 woorden) van 2010 naar 2020 is gecorrigeerd", "Särndal, C.-E."),
        ),
    ],
)  # fmt: skip
def test_the_paragraph_for_a_paper_tells_how_it_was_drawn_coded_and_corrected(
    tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=500)
    command = ["validate", str(folder), "--sample", "first", "--paragraph", "--language", language]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert [part for part in said if part not in result.output] == []
    shares = CliRunner().invoke(main, [*command, "--per", "passages"]).output
    assert ("percentage points of passages" in shares, "procentpunt van de passages" in shares).count(True) == 1
    assert not {"substantial", "excellent", "almost perfect", "uitstekend", "Gwet"} & set(result.output.split())


@pytest.mark.slow
def test_the_paragraph_tells_agreement_where_two_coded(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=500)
    corpus, book = read_corpus(folder), read_codebook(folder / "themes.yaml")
    for unit in read_chances(read_study(folder), "first", corpus).itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        text = next(t.text for t in corpus.transcripts if t.interview == unit.interview)[unit.start : unit.end]
        if text == FOUND:
            write_coding(folder, {**place, "code": "money"}, coder="anna", corpus=corpus, codebook=book)
        write_coding(folder, place, coder="anna", do="done", corpus=corpus, codebook=book)
    command = ["validate", str(folder), "--sample", "first", "--coder", "bert", "--paragraph"]
    said = CliRunner().invoke(main, command).output
    assert "anna and bert coded 126 passages, each without seeing the codings of the others" in said
    assert "money, found in 24% and 43% of the passages, agreement 0.81" in said
    assert "Gwet, K. L. (2008)" in said


@pytest.mark.slow
def test_the_paragraph_tells_agreement_on_the_passages_of_its_sample_only(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=30)
    corpus, book = read_corpus(folder), read_codebook(folder / "themes.yaml")
    for unit in read_chances(read_study(folder), "first", corpus).itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        write_coding(folder, place, coder="anna", do="done", corpus=corpus, codebook=book)
    for coder in ("anna", "bert"):  # and later whole interviews, in which both saw what the codebook found
        for transcript in corpus.transcripts:
            row = {"interview": transcript.interview}
            write_coding(folder, row, coder=coder, do="done", corpus=corpus, codebook=book)
    command = ["validate", str(folder), "--sample", "first", "--coder", "bert", "--paragraph"]
    said = CliRunner().invoke(main, command).output
    assert "anna and bert coded 30 passages, each without seeing the codings of the others" in said
    hands = [read_codings(read_study(folder), coder=who, corpus=corpus, codebook=book) for who in ("anna", "bert")]
    assert measure_agreement(hands, corpus, book).table["units"].max() == 126


@pytest.mark.slow
def test_study_yaml_says_which_sample_and_whose_coding_validate_takes(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=500)
    study, corpus = read_study(folder), read_corpus(folder)
    book = read_codebook(folder / "themes.yaml")
    second = draw_sample(corpus, apply_codebook(book, corpus), book, n=30, codes=["money"], seed=2)
    write_sample(study, "second", second)
    for unit in second.units.itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        write_coding(study, place, coder="anna", do="done", corpus=corpus, codebook=book)
    command = ["validate", str(folder), "--language", "en"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    # anna judged 30 of the 126 passages of the first sample, only because they are in the second as well
    assert "several coded samples are there: first (bert), second (anna), second (bert)." in result.output
    yaml = folder / "study.yaml"
    yaml.write_text(yaml.read_text("utf-8") + "sample: second\nsample_coder: anna\n", "utf-8")
    assert "Of the 30 passages of sample second, 30 were judged by anna." in CliRunner().invoke(main, command).output
    other = CliRunner().invoke(main, [*command, "--sample", "first", "--coder", "bert"])
    assert "Of the 126 passages of sample first, 126 were judged by bert." in other.output
    nobody = CliRunner().invoke(main, [*command, "--coder", "carol"])
    assert (nobody.exit_code, "anna" in nobody.output) == (1, True)


@pytest.mark.slow
def test_a_sample_that_nobody_coded_is_told_with_how_to_code_it(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=500)
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    place = {"interview": corpus.transcripts[0].interview}
    write_coding(study, {**place, "note": "To do."}, coder="carol", do="memo", corpus=corpus, codebook=book)
    result = CliRunner().invoke(main, ["validate", str(folder), "--coder", "carol", "--language", "en"])
    assert result.exit_code == 1
    assert "nobody finished two of its passages. Code it: bp-qual page --sample first" in result.output


@pytest.mark.slow
def test_a_codebook_that_was_mended_since_is_told_and_not_called_unbiased(tmp_path: Path) -> None:
    """Mended by what was read in a sample it is right there, and errs elsewhere as before."""
    folder = make_study(tmp_path / "study")
    label(folder, n=500)
    command = ["validate", str(folder), "--sample", "first", "--language", "en"]
    assert "That is unbiased whatever the errors are." in CliRunner().invoke(main, [*command, "--paragraph"]).output
    assert "has changed since" not in CliRunner().invoke(main, command).output
    themes = folder / "themes.yaml"
    themes.write_text(themes.read_text("utf-8").replace("1.0.0", "1.0.1"), "utf-8")
    assert "has changed since" not in CliRunner().invoke(main, command).output  # a version alone finds nothing else
    again = CliRunner().invoke(main, ["sample", str(folder), "--top-up", "first", "--name", "again"])
    assert again.exit_code == 0, again.output
    (folder / "samples" / "again.csv").unlink()
    themes.write_text(themes.read_text("utf-8").replace("terms: [money", "terms: [poor, money"), "utf-8")
    said = CliRunner().invoke(main, command).output
    assert "the codebook has changed since sample first was drawn (Themes@1.0.0" in said
    paragraph = CliRunner().invoke(main, [*command, "--paragraph"]).output
    assert "unbiased" not in paragraph
    assert "The codebook was changed after the sample had been drawn (Themes@1.0.0" in paragraph
    compared = CliRunner().invoke(main, ["compare", str(folder), "-o", str(tmp_path / "out"), "--language", "en"])
    assert "the codebook has changed since sample first was drawn" in compared.output.lower()
    more = CliRunner().invoke(main, ["sample", str(folder), "--top-up", "first", "--name", "more", "--language", "nl"])
    assert more.exit_code != 0
    assert "Trek een nieuwe steekproef, zonder --top-up en onder een andere --name." in more.output


@pytest.mark.slow
def test_a_sample_that_was_topped_up_by_its_errors_is_told_to_be_of_two_stages(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    label(folder, n=60)
    drawn = CliRunner().invoke(main, ["sample", str(folder), "-n", "40", "--top-up", "first", "--name", "more"])
    assert drawn.exit_code == 0
    code_sample(folder, read_chances(read_study(folder), "more", read_corpus(folder)))
    paragraph = CliRunner().invoke(main, ["validate", str(folder), "--sample", "more", "--paragraph"]).output
    assert "in two stages, first 60 and then 40, these mostly in the strata in which the first showed" in paragraph
    assert "if the second stage had not followed the errors of the first" in paragraph
    assert "That is unbiased" not in paragraph


def test_a_correction_is_not_called_unbiased_where_it_was_changed_who_codes_what() -> None:
    change = pd.DataFrame([("a", "", "2010", "2020", 9, 9, 8)],
                          columns=["code", "note", "before", "after", "drawn", "judged", "persons"])  # fmt: skip
    units = pd.DataFrame([{"design": "srs", "codes": "a", "codebook": "Book@1+x"}])
    sample = JudgedSample("first", units, place_codings(History("anna", ()), Corpus((), (), ())), redealt=("u1", "u2"))
    text = " ".join(_corrected(change, "words", sample, Wording("en")))
    assert "Who was to code 2 passages was changed after they had been drawn; that is unbiased only if" in text
    assert "whatever the errors are" not in text


def test_the_paragraph_names_the_codes_without_a_correction_and_why() -> None:
    few = [(code, "too few found") for code in ("a", "c", "x", "y")]
    rows = [*few, ("b", "too few persons"), ("z", "not judged")]
    change = pd.DataFrame(rows, columns=["code", "note"]).assign(before="2010", after="2020", drawn=9, judged=9)
    units = pd.DataFrame([{"design": "near-miss", "codes": "a b c", "codebook": "Book@1+x"}])
    sample = JudgedSample("first", units, place_codings(History("anna", ()), Corpus((), (), ())))
    text = " ".join(_corrected(change, "words", sample, Wording("en")))
    assert "The change in a, c and 2 other codes was not corrected, because the coder found it in fewer" in text
    assert "The change in one code was not corrected, because the sample, or a stratum of it, was not judged" in text
    assert "The change in b was not corrected, because fewer than 6 persons can be compared." in text


@pytest.mark.parametrize("note", ["too few found", "too few persons", "not judged"])
def test_what_is_not_corrected_for_one_reason_is_said_once(note: str) -> None:
    rows = [(code, note, number) for number, code in enumerate("abc")]
    change = pd.DataFrame(rows, columns=["code", "note", "human_before"])
    change = change.assign(before="2010", after="2020", human_after=4, drawn=9, judged=9)
    assert len(say_change(change, per="words")) == len(say_change(change, per="words", language="nl")) == 1
    told = say_change(change, per="words")[0]
    assert "a 0 and 4, b 1 and 4 and c 2 and 4" in told if note == "too few found" else told.endswith(": a, b, c.")
    assert say_change(change[:1], per="words")[0].startswith("a: not corrected, because")


def test_a_wave_whose_recall_cannot_be_computed_keeps_its_precision_in_the_paragraph() -> None:
    table = pd.DataFrame([{"code": "a", "wave": "2010", "precision": 0.0, "precision_low": 0.0, "precision_high": 0.4,
                           "recall": np.nan, "recall_low": np.nan, "recall_high": np.nan}])  # fmt: skip
    [said] = _accuracy(Accuracy(table, table, table, table), ["a"], Wording("en"))
    assert "a in 2010, precision 0.00 (0.00 to 0.40), recall not computable" in said


def test_where_nobody_coded_at_all_validate_says_how_to_code_its_sample(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    corpus, book = read_corpus(folder), read_codebook(folder / "themes.yaml")
    write_sample(read_study(folder), "first", draw_sample(corpus, apply_codebook(book, corpus), book, n=30))
    said = CliRunner().invoke(main, ["validate", str(folder), "--language", "en"]).output
    assert "nobody finished two of its passages. Code it: bp-qual page" in said
    assert "count: machine" not in said


@pytest.mark.sweep(1)
@pytest.mark.parametrize("precision", [0.5, 0.75, 0.9])
def test_the_intervals_of_a_code_that_the_sample_was_not_drawn_for_cover_and_forbid_nothing_that_is_there(
    precision: float,
) -> None:
    """Its hits are few and in all strata: what was judged bounds what can be, and what is there is mostly inside."""
    rng = np.random.default_rng(5)
    sizes, drawn = (68, 18, 14), (15, 14, 10)
    strata = np.repeat([0, 1, 2], sizes)
    chances = np.array([n / size for n, size in zip(drawn, sizes, strict=True)])[strata]
    inside, widths = [], []
    for seed in range(300):
        found = (rng.random(100) < np.array([0.06, 0.17, 0.07])[strata]).astype(float)
        human = (rng.random(100) < np.where(found > 0, precision, 0.04)).astype(float)
        rows = [rng.permutation(np.flatnonzero(strata == at))[:n] for at, n in enumerate(drawn)]
        seen = np.isin(np.arange(100), np.concatenate(rows))
        if not (seen & (found > 0)).any() or not (seen & (human > 0)).any():
            continue  # nothing to say of one of them
        own = np.where(seen, human, np.nan)
        labelled = Labelled(
            pd.DataFrame({"wave": ["2010"] * 100}), ("money",), found[None], own[None], found[None], own[None],
            np.zeros((1, 100), dtype=bool), chances[None], np.where(seen, 2 * strata, -1), ("a", "b", "c"),
            stratified=True, drawn=39, judged=39,
        )  # fmt: skip
        accuracy = _draw(labelled, 0, np.ones(100, dtype=bool), 1000, seed)
        low, high = accuracy.limits()
        right, wrong, hits = ((seen & (found > 0) & (human > 0)).sum(), (seen & (found > human)).sum(), found.sum())
        assert right / hits - 1e-9 <= low[0] <= accuracy.value[0] <= high[0] <= 1 - wrong / hits + 1e-9
        both = (found * human).sum()
        truth = np.array([both / hits, both / max(human.sum(), 1)])
        inside.append((low[:2] <= truth + 1e-9) & (truth - 1e-9 <= high[:2]))
        widths.append(high[:2] - low[:2])
    assert (np.mean(inside, axis=0) > 0.92).all(), np.mean(inside, axis=0)
    assert (np.mean(widths, axis=0) < [0.48, 0.65]).all(), np.mean(widths, axis=0)


@pytest.mark.parametrize(("low", "said"), [(0.8, "0.80"), (0.7, "0.80 (0.70 to 0.80)"), (np.nan, "0.80")])
def test_in_a_cell_a_number_stands_alone_where_all_was_judged_and_what_is_not_known_is_a_dash(
    low: float, said: str
) -> None:
    row = {"recall": 0.8, "recall_low": low, "recall_high": 0.8, "f1": np.nan, "f1_low": np.nan, "f1_high": np.nan}
    assert [say_with_limits(row, name, Wording("en"), cell=True) for name in ("recall", "f1")] == [said, "–"]
