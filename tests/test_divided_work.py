"""A sample that was divided between coders is judged by all of them, each passage and code by the word of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import (
    apply_codebook,
    choose_judged_sample,
    correct_change,
    draw_sample,
    label_passages,
    measure_accuracy,
    read_chances,
    read_codebook,
    read_corpus,
    write_sample,
)
from bp_qual.cli import main
from bp_qual.coding.by_hand import CoderLog
from bp_qual.errors import StudyError
from bp_qual.study import Study
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.judged_samples import list_judged_samples
from bp_qual.study.row_events import make_event
from bp_qual.study.sample_checks import stamp_units
from bp_qual.study.settling import Decision, settle
from bp_qual.validation.dividing import divide_sample
from test_corrected_everywhere import FOUND, MISSED, make_study

HELD = (FOUND, MISSED)
Inputs = tuple  # corpus, hits, codebook


@pytest.fixture
def study(tmp_path: Path) -> Study:
    study = make_study(tmp_path / "study", coders=())
    (study.folder / "samples" / "first.csv").unlink()
    return study


@pytest.fixture
def inputs(study: Study) -> Inputs:
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    return corpus, apply_codebook(book, corpus), book


def draw(study: Study, inputs: Inputs, whose: Sequence[str] | None = None, *, overlap: int = 0, n: int = 120):
    """Draw a sample and divide it between anna and bert, or as is said row by row."""
    drawn = draw_sample(*inputs, n=n, codes=["money"])
    units = divide_sample(drawn.units, ["anna", "bert"], overlap=overlap)
    if whose is not None:
        units = units.assign(coders=[whose[row % len(whose)] for row in range(len(units))])
    write_sample(study, "first", replace(drawn, units=units))
    return units


def code(
    study: Study, inputs: Inputs, coder: str, units: pd.DataFrame, *, finds: bool | None = None, done: str = "done"
) -> None:
    """Code passages as they are, or as having money in all or none of them."""
    corpus, _, book = inputs
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    events = []
    for unit in units.itertuples():
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
        held = texts[unit.interview][unit.start : unit.end] in HELD if finds is None else finds
        if held and done == "done":
            events.append(make_event({**place, "code": "money"}, "add", corpus, book))
        events.append(make_event({**place, "note": "first"}, done, corpus, book))
    CoderLog(study.folder, coder).append(events, command="test")


def of(units: pd.DataFrame, coder: str) -> pd.DataFrame:
    return units[[coder in names.split() for names in units["coders"]]]


def judged(study: Study, inputs: Inputs):
    found = list_judged_samples(study, inputs[0], inputs[2])
    assert len(found) == 1
    return found[0]


def human(study: Study, inputs: Inputs) -> Mapping[tuple[str, int], float]:
    """Return how often money was found in each passage of the sample, NaN where nobody judged it."""
    sample = judged(study, inputs)
    found = label_passages(sample.units, sample.hand, inputs[1], inputs[0], inputs[2])
    rows = found.passages
    values = dict(zip(zip(rows["interview"], rows["start"], strict=True), found.human[0].tolist(), strict=True))
    return {(unit.interview, unit.start): values[unit.interview, unit.start] for unit in sample.units.itertuples()}


def key(unit) -> tuple[str, int]:
    return unit["interview"], unit["start"]


@pytest.mark.slow
@pytest.mark.parametrize("overlap", [0, 30])
def test_two_who_agree_give_the_estimate_of_one_who_coded_all(study: Study, inputs: Inputs, overlap: int) -> None:
    units = draw(study, inputs, overlap=overlap)
    for coder in ("anna", "bert"):
        code(study, inputs, coder, of(units, coder))
    sample = judged(study, inputs)
    assert (sample.parts, sample.shared) == (("anna", "bert"), overlap)
    code(study, inputs, "cor", units)
    (alone,) = list_judged_samples(study, inputs[0], inputs[2], name="first", coder="cor")
    assert alone.parts == ()
    both, one = (label_passages(own.units, own.hand, inputs[1], inputs[0], inputs[2]) for own in (sample, alone))
    assert both.judged == one.judged == len(units)
    for name in ("human", "human_sentences", "chances", "strata"):
        np.testing.assert_array_equal(getattr(both, name), getattr(one, name))
    changes = [correct_change(own, before="2010", after="2020") for own in (both, one)]
    assert changes[0].loc[0, "note"] == ""
    pd.testing.assert_frame_equal(*changes)
    tables = [measure_accuracy(own, inputs[1], inputs[0]).table for own in (both, one)]
    pd.testing.assert_frame_equal(*tables)
    assert judged(study, inputs).parts == ("anna", "bert")  # cor, whom the sample does not name, counts if named


def test_of_what_both_coded_the_word_of_the_first_named_counts(study: Study, inputs: Inputs) -> None:
    units = draw(study, inputs, ["anna bert", "bert anna", "anna", "bert"])
    code(study, inputs, "anna", of(units, "anna"), finds=True)
    code(study, inputs, "bert", of(units, "bert"), finds=False)
    found = human(study, inputs)
    for _, unit in units.iterrows():
        assert (found[key(unit)] > 0) == unit["coders"].startswith("anna"), unit["coders"]


@pytest.mark.slow
def test_what_they_settled_goes_before_the_first_named(study: Study, inputs: Inputs) -> None:
    """Of ten on which they differ five are settled: not money; the others stay as the first found them."""
    units = draw(study, inputs, overlap=10)
    both = of(of(units, "anna"), "bert")
    code(study, inputs, "anna", of(units, "anna"), finds=True)
    code(study, inputs, "bert", of(units, "bert"), finds=False)
    told = [(unit["interview"], unit["start"], unit["end"]) for _, unit in both.head(5).iterrows()]
    corpus, _, book = inputs
    decide(study, corpus, book, told)
    found = human(study, inputs)
    assert [found[key(unit)] > 0 for _, unit in both.iterrows()] == [False] * 5 + [True] * 5
    assert judged(study, inputs).hand.coder == "anna bert"
    assert set(judged(study, inputs).hand.units["sample"]) == {"first"}  # what they settled is of no other sample
    assert not np.isnan(list(found.values())).any()


def decide(study: Study, corpus, book, places: Sequence[tuple[str, int, int]]) -> None:
    """Settle that money is not there."""
    decisions = [Decision(*place, "money", found=False) for place in places]
    settle(study, read_coders(study, corpus=corpus, codebook=book), corpus, book, decisions)


@pytest.mark.slow
@pytest.mark.parametrize("whose", ["anna bert", "anna"])
def test_what_one_of_them_undid_is_the_others_or_nobodys(study: Study, inputs: Inputs, whose: str) -> None:
    """What anna marked stays in her file, and counts no more once she says that the passage is not finished."""
    units = draw(study, inputs, ["anna bert", "anna", "bert"])
    code(study, inputs, "anna", of(units, "anna"), finds=True)
    code(study, inputs, "bert", of(units, "bert"), finds=False)
    undone = units[units["coders"] == whose].head(4)
    before = human(study, inputs)
    code(study, inputs, "anna", undone, done="undone")
    found = human(study, inputs)
    for _, unit in undone.iterrows():
        assert before[key(unit)] > 0
        assert found[key(unit)] == 0 if whose == "anna bert" else np.isnan(found[key(unit)])
    assert sum(np.isnan(value) for value in found.values()) == (0 if whose == "anna bert" else 4)
    sample = judged(study, inputs)
    labelled = label_passages(sample.units, sample.hand, inputs[1], inputs[0], inputs[2])
    seen = ~np.isnan(labelled.human[0])
    assert (1 / labelled.chances[0, seen]).sum() == pytest.approx(len(labelled.passages))


def test_who_codes_what_is_not_theirs_does_not_count_there(study: Study, inputs: Inputs) -> None:
    units = draw(study, inputs, ["anna", "bert"])
    code(study, inputs, "anna", units, finds=True)
    code(study, inputs, "bert", of(units, "bert").head(20), finds=False)
    found = human(study, inputs)
    assert sum(value == 0 for value in found.values()) == 20
    assert sum(np.isnan(value) for value in found.values()) == len(of(units, "bert")) - 20


@pytest.mark.slow
def test_a_mark_that_runs_into_a_passage_of_somebody_else_ends_at_it(study: Study) -> None:
    long = " ".join(["We went there every day of that long winter because of the cold."] * 10)
    (study.folder / "P01_2010.txt").write_text(f"I: And?\nR: {long}\n", "utf-8")
    corpus, book = read_corpus(study.folder), read_codebook(study.folder / "themes.yaml")
    inputs = (corpus, apply_codebook(book, corpus), book)
    drawn = draw_sample(*inputs, n=500, codes=["money"])
    first, second = drawn.units[drawn.units["interview"] == "P01_2010"].sort_values("start")["unit"]
    units = drawn.units.assign(coders=["bert" if unit == second else "anna" for unit in drawn.units["unit"]])
    write_sample(study, "first", replace(drawn, units=units))
    for coder in ("anna", "bert"):
        code(study, inputs, coder, of(units, coder), finds=False)
    places = units.set_index("unit").loc[[first, second], ["start", "end"]].to_numpy()
    wide = {"interview": "P01_2010", "start": int(places[0, 0]), "end": int(places[1, 1]), "code": "money"}
    CoderLog(study.folder, "anna").append([make_event(wide, "add", corpus, book)], command="test")
    (row,) = judged(study, inputs).hand.codings.to_dict("records")
    assert (row["start"], row["end"]) == tuple(places[0])
    assert row["quote"] == corpus.transcripts[0].text[row["start"] : row["end"]]
    found = human(study, inputs)
    assert [found["P01_2010", start] for start in places[:, 0].tolist()] == [1, 0]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("whose", [["anna bert"], [""], ["anna bert", "bert anna"], ["anna", ""]])
def test_where_all_are_to_code_all_of_it_or_one_is_named_it_is_not_divided(
    study: Study, inputs: Inputs, whose: Sequence[str]
) -> None:
    units = draw(study, inputs, whose)
    for coder in ("anna", "bert"):
        code(study, inputs, coder, units)
    found = list_judged_samples(study, inputs[0], inputs[2])
    assert [(own.hand.coder, own.parts) for own in found] == [("anna", ()), ("bert", ())]


def test_where_nobody_whom_it_names_began_it_is_the_sample_of_who_did(study: Study, inputs: Inputs) -> None:
    code(study, inputs, "cor", draw(study, inputs))
    sample = judged(study, inputs)
    assert (sample.hand.coder, sample.parts) == ("cor", ())


def test_where_only_one_began_it_is_the_sample_of_that_one(study: Study, inputs: Inputs) -> None:
    units = draw(study, inputs)
    code(study, inputs, "bert", of(units, "bert"))
    sample = judged(study, inputs)
    assert (sample.hand.coder, sample.parts) == ("bert", ())


@pytest.mark.slow
def test_what_one_judged_for_another_sample_is_apart_as_it_is_for_one_coder(study: Study, inputs: Inputs) -> None:
    units = draw(study, inputs)
    other = draw_sample(*inputs, n=60, design="srs", seed=8)
    write_sample(study, "second", other)
    for coder in ("anna", "bert"):
        code(study, inputs, coder, of(units, coder))
    second = read_chances(study, "second", inputs[0])
    corpus, _, book = inputs
    own = set(zip(of(units, "anna")["interview"], of(units, "anna")["start"], strict=True))
    events = [
        make_event({"interview": unit.interview, "start": unit.start, "end": unit.end, "note": "second"}, "done",
                   corpus, book)
        for unit in second.itertuples() if (unit.interview, unit.start) not in own
    ]  # fmt: skip
    CoderLog(study.folder, "anna").append(events, command="test")
    sample = next(own for own in list_judged_samples(study, corpus, book) if own.name == "first")
    labelled = label_passages(sample.units, sample.hand, inputs[1], corpus, book)
    assert sample.parts == ("anna", "bert")
    assert (labelled.strata[labelled.strata >= 0] % 2).any()  # those that the second sample holds too
    seen = ~np.isnan(labelled.human[0])
    assert (1 / labelled.chances[0, seen]).sum() == pytest.approx(len(labelled.passages))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "said", "paragraph", "shared"),
    [
        ("en", "anna and bert, each a part", "anna and bert each coded a part, together 120 of these 120 passages",
         "More than one of them coded 30 passages: there what they settled together counts"),
        ("nl", "anna en bert, elk een deel", "anna en bert codeerden elk een deel, samen 120 van deze 120 passages",
         "Meer dan één van hen codeerde 30 passages: daar telt wat zij samen hebben opgelost"),
    ],
)  # fmt: skip
def test_it_is_said_that_each_coded_a_part(
    study: Study, inputs: Inputs, tmp_path: Path, language: str, said: str, paragraph: str, shared: str
) -> None:
    units = draw(study, inputs, overlap=30)
    for coder in ("anna", "bert"):
        code(study, inputs, coder, of(units, coder))
    told = {}
    for name, words in {
        "validate": ["validate", study.folder], "paragraph": ["validate", study.folder, "--paragraph"],
        "compare": ["compare", study.folder, "-o", tmp_path / "out"],
    }.items():  # fmt: skip
        result = CliRunner().invoke(main, [*map(str, words), "--language", language])
        assert result.exit_code == 0, result.output
        told[name] = " ".join(result.output.split())
    assert said in told["validate"]
    assert said in told["compare"]
    assert paragraph in told["paragraph"]
    assert shared in told["paragraph"]
    page = " ".join((tmp_path / "out" / "report.html").read_text("utf-8").split())
    assert said in page
    assert paragraph in page
    assert choose_judged_sample(study, inputs[0], inputs[2])[1] == ()


@pytest.mark.slow
def test_a_code_below_one_that_is_not_there_by_the_word_that_counts_is_not_there(study: Study) -> None:
    """Anna, who is named first, looked for money alone and found none; bert marked the code below it."""
    book_file = study.folder / "themes.yaml"
    book_file.write_text(
        book_file.read_text("utf-8").replace("  - {id: winter", "  - {id: cash, parent: money, terms: [cash]}\n"
                                             "  - {id: winter"), "utf-8",
    )  # fmt: skip
    corpus, book = read_corpus(study.folder), read_codebook(book_file)
    inputs = (corpus, apply_codebook(book, corpus), book)
    units = draw(study, inputs, ["anna bert", "bert"])
    for row, unit in enumerate(units.itertuples()):
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end, "note": "first"}
        marked = make_event({**place, "code": "cash"}, "add", corpus, book)
        CoderLog(study.folder, "bert").append([marked, make_event(place, "done", corpus, book)], command="test")
        if row % 2 == 0:
            done = make_event({**place, "code": "money"}, "done", corpus, book)
            CoderLog(study.folder, "anna").append([done], command="test")
    sample = judged(study, inputs)
    found = label_passages(sample.units, sample.hand, inputs[1], corpus, book)
    rows = {(row.interview, row.start): at for at, row in enumerate(found.passages.itertuples())}
    for _, unit in units.iterrows():
        own = found.human[:, rows[key(unit)]]
        both = [own[found.codes.index(code)] for code in ("money", "cash")]
        assert both == ([0, 0] if unit["coders"] == "anna bert" else [1, 1])


def rename(study: Study, change: Mapping[str, str], *, rows: int = 10) -> list[str]:
    """Write other names in column coders of the first rows that have these, and return which units they are."""
    path = study.folder / "samples" / "first.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    places = [at for at, names in enumerate(table["coders"]) if names in change][:rows]
    table.loc[places, "coders"] = [change[names] for names in table.loc[places, "coders"]]
    table.to_csv(path, index=False)
    return table.loc[places, "unit"].tolist()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "taken"), [({"anna": "bert"}, "anna (10)"), ({"anna": "bert anna"}, ""), ({"anna": ""}, "")]
)
@pytest.mark.parametrize(
    ("language", "said", "lost"),
    [("en", "are for others than chance gave them to", "no longer names does not count there (passages): "),
     ("nl", "voor anderen zijn dan het toeval aanwees", "niet meer noemt, telt daar niet mee (passages): ")],
)  # fmt: skip
def test_who_is_to_code_what_is_not_changed_by_hand_in_silence(
    study: Study, inputs: Inputs, change: Mapping[str, str], taken: str, language: str, said: str, lost: str
) -> None:
    units = draw(study, inputs)
    for coder in ("anna", "bert"):
        code(study, inputs, coder, units)  # bert has an answer for those of anna, too
    changed = rename(study, change)
    assert judged(study, inputs).redealt == tuple(changed)
    top_up = ["sample", study.folder, "--top-up", "first", "-n", "20", "--name", "more"]
    for words in (["validate", study.folder], ["check", study.folder], top_up):
        result = CliRunner().invoke(main, [*map(str, words), "--language", language])
        told = " ".join(result.output.split())
        assert said in told, words
        assert changed[0] in told, words
        assert (lost + taken in told) == (bool(taken) and words[0] != "check"), words


@pytest.mark.slow
@pytest.mark.parametrize("change", [{"anna": "anna cor", "bert": "bert cor dee"}, {}])
def test_a_coder_who_joins_behind_the_others_changes_nothing(
    study: Study, inputs: Inputs, change: Mapping[str, str]
) -> None:
    units = draw(study, inputs)
    for coder in ("anna", "bert", "cor"):
        code(study, inputs, coder, units)
    before = human(study, inputs)
    rename(study, change, rows=120)
    assert judged(study, inputs).told == ()
    assert human(study, inputs) == before


def test_who_began_a_sample_of_everybody_and_is_left_out_of_it_by_hand_is_told(study: Study, inputs: Inputs) -> None:
    drawn = draw_sample(*inputs, n=120, codes=["money"])
    path = write_sample(study, "first", drawn)
    for coder in ("anna", "bert"):
        code(study, inputs, coder, drawn.units)
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    table.assign(coders=["anna", "bert"] * 60).to_csv(path, index=False)
    assert judged(study, inputs).taken == (("anna", 60), ("bert", 60))


@pytest.mark.sweep(1)
@pytest.mark.parametrize("dealt", ["", "anna", None])
def test_what_was_dealt_is_covered_by_the_stamp(study: Study, inputs: Inputs, dealt: str | None) -> None:
    draw(study, inputs, ["bert"])
    path = study.folder / "samples" / "first.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert table["dealt"].tolist() == table["coders"].tolist()
    edited = table.drop(columns="dealt") if dealt is None else table.assign(dealt=[dealt, *table["dealt"][1:]])
    edited.to_csv(path, index=False)
    with pytest.raises(StudyError, match="was changed after it was drawn"):
        read_chances(study, "first", inputs[0])


def test_a_sample_from_before_what_was_dealt_was_kept_is_read(study: Study, inputs: Inputs) -> None:
    units = draw(study, inputs, ["bert"])
    path = study.folder / "samples" / "first.csv"
    old = pd.read_csv(path, dtype=str, keep_default_na=False).drop(columns="dealt")
    old.assign(coders="anna", stamp=stamp_units(old.to_dict("records"))).to_csv(path, index=False)
    code(study, inputs, "anna", units)
    assert judged(study, inputs).told == ()
