"""Agreement of coders in a study: what is a unit, who judged it, and what is said where nothing can be computed."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from bp_qual import measure_agreement, read_codebook, read_codings, read_corpus, write_coding
from bp_qual.cli import main
from bp_qual.coding.passages import cut_in_passages
from bp_qual.statistics.coefficients import (
    compare_two,
    correct_for_chance,
    count_coincidences,
    krippendorff_alpha,
)
from bp_qual.statistics.yes_or_no import (
    COEFFICIENTS,
    FEW_PERSONS,
    LOWEST,
    NO_DIFFERENCE,
    ONE_PERSON,
    agreement_of,
    jackknife_limits,
    sum_judgements,
)
from bp_qual.validation.agreement import Agreement
from bp_qual.validation.saying import say_agreement, say_no_interval
from bp_qual.wording import Wording

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - id: help
    terms: [help]
  - {id: kin, parent: help, terms: [sister]}
  - {id: money, terms: [money]}
"""
ANSWERS = ("We help each other here.", "My sister came by.", "There was no money.", "It was a long winter.")
PERSONS, WAVES = ("P01", "P02", "P03", "P04"), ("2010", "2020")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    talk = "".join(f"I: And then?\nR: {answer}\n" for answer in ANSWERS)
    for person in PERSONS:
        for wave in WAVES:
            (tmp_path / f"{person}_{wave}.txt").write_text(talk, "utf-8")
    (tmp_path / "themes.yaml").write_text(BOOK, "utf-8")
    (tmp_path / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    return tmp_path


@cache
def read(study: Path) -> dict[str, Any]:
    return {"corpus": read_corpus(study), "codebook": read_codebook(study / "themes.yaml")}


def code(study: Path, coder: str, interview: str, words: str, name: str) -> None:
    text = (study / f"{interview}.txt").read_text("utf-8")
    place = {"interview": interview, "start": text.index(words), "end": text.index(words) + len(words), "code": name}
    write_coding(study, place, coder=coder, **read(study))


def finish(study: Path, coder: str, *interviews: str) -> None:
    for interview in interviews or [f"{person}_{wave}" for person in PERSONS for wave in WAVES]:
        write_coding(study, {"interview": interview}, coder=coder, do="done", **read(study))


def compare(study: Path, *coders: str) -> Agreement:
    corpus, book = read(study).values()
    return measure_agreement([read_codings(study, coder=coder, corpus=corpus) for coder in coders], corpus, book)


def row_of(found: Agreement, name: str, wave: str = "") -> dict:
    table = found.table
    return table[(table["code"] == name) & (table["wave"] == wave)].to_dict("records")[0]


def test_what_two_coders_finished_is_compared_answer_by_answer(study: Path) -> None:
    for person in PERSONS:
        code(study, "anna", f"{person}_2010", "help each other", "help")
    code(study, "bert", "P01_2010", "We help", "help")
    finish(study, "anna")
    finish(study, "bert")
    row = row_of(compare(study, "anna", "bert"), "help", "2010")
    assert (row["persons"], row["units"], row["share_anna"], row["share_bert"]) == (4, 16, 0.25, 0.0625)
    assert (row["percent"], row["positive"]) == (13 / 16, pytest.approx(2 / 5))
    assert row["alpha_low"] < row["alpha"] < row["alpha_high"] <= 1


def test_a_code_above_another_is_found_where_that_one_is(study: Path) -> None:
    code(study, "anna", "P01_2010", "sister", "kin")
    code(study, "bert", "P01_2010", "sister came", "help")
    finish(study, "anna")
    finish(study, "bert")
    found = compare(study, "anna", "bert")
    assert (row_of(found, "help")["positive"], row_of(found, "kin")["positive"]) == (1.0, 0.0)


def test_what_nobody_found_has_no_variation_and_never_full_agreement(study: Path) -> None:
    finish(study, "anna")
    finish(study, "bert")
    row = row_of(compare(study, "anna", "bert"), "money")
    assert (row["note"], row["units"]) == ("no variation", 32)
    assert all(np.isnan(row[name]) for name in (*COEFFICIENTS, "alpha_u", "u_alpha"))


@pytest.mark.slow
@pytest.mark.parametrize("whole", [True, False])
def test_what_was_found_everywhere_has_no_variation_and_no_coefficient_of_words_either(
    study: Path, *, whole: bool
) -> None:
    corpus, book = read_corpus(study), read_codebook(study / "themes.yaml")
    for coder in ("anna", "bert"):
        for talk in corpus.transcripts:
            for turn in talk.turns:
                if turn.person:
                    end = turn.end if whole else turn.start + 2 * (turn.end - turn.start) // 3
                    row = {"interview": talk.interview, "start": turn.start, "end": end, "code": "money"}
                    write_coding(study, row, coder=coder, corpus=corpus, codebook=book)
        finish(study, coder)
    for wave in ("2010", ""):
        row = row_of(compare(study, "anna", "bert"), "money", wave)
        assert (row["note"], row["share_anna"]) == ("no variation", 1.0)
        assert all(np.isnan(row[name]) for name in (*COEFFICIENTS, "alpha_u", "u_alpha"))


def test_the_limits_of_a_share_stay_between_none_and_all() -> None:
    rng = np.random.default_rng(4)
    for _ in range(300):
        persons = int(rng.integers(3, 7))
        ratings, groups = rng.choice([0, 1], size=(6 * persons, 2), p=[0.7, 0.3]), np.repeat(np.arange(persons), 6)
        sums = sum_judgements(ratings, groups, persons)
        total = sums.sum(axis=0)
        low, high, _ = jackknife_limits(agreement_of(total), agreement_of(total - sums), lowest=LOWEST)
        assert not (low < [0, 0, -1, -1, -1]).any()
        assert not (high > 1).any()


def test_the_table_has_no_share_below_none(study: Path) -> None:
    for person in PERSONS[:2]:
        for wave in WAVES:
            for words in ("We help", "My sister", "There was", "It was"):
                code(study, "anna", f"{person}_{wave}", words, "money")
    finish(study, "anna")
    finish(study, "bert")
    table = compare(study, "anna", "bert").table
    for column in ("percent_low", "positive_low"):
        assert not (table[column] < 0).any()
    assert table["percent_low"].notna().any()


def test_one_coder_who_found_nothing_does_not_agree_with_one_who_did(study: Path) -> None:
    code(study, "anna", "P01_2010", "money", "money")
    finish(study, "anna")
    finish(study, "bert")
    row = row_of(compare(study, "anna", "bert"), "money")
    assert (row["positive"], row["kappa"]) == (0.0, 0.0)
    assert max(row["alpha"], row["alpha_u"], row["u_alpha"]) < 0.5


def test_without_a_common_interview_nothing_can_be_computed(study: Path) -> None:
    code(study, "anna", "P01_2010", "money", "money")
    finish(study, "anna", "P01_2010")
    finish(study, "bert", "P01_2020")
    found = compare(study, "anna", "bert")
    assert set(found.table["note"]) == {"not computable"}
    assert len(found.disagreements) == 0


def test_an_interview_that_is_not_finished_is_not_taken_for_one_without_codes(study: Path) -> None:
    code(study, "anna", "P01_2010", "money", "money")
    finish(study, "anna")
    finish(study, "bert", "P01_2010")
    row = row_of(compare(study, "anna", "bert"), "money")
    assert (row["persons"], row["units"]) == (1, 4)


def test_units_of_a_sample_are_compared_with_whole_interviews(study: Path) -> None:
    text = (study / "P01_2010.txt").read_text("utf-8")
    start = text.index(ANSWERS[2])
    code(study, "bert", "P01_2010", "no money", "money")
    unit = {"interview": "P01_2010", "start": start, "end": start + len(ANSWERS[2])}
    write_coding(study, unit, coder="bert", do="done")
    finish(study, "anna")
    found = compare(study, "anna", "bert")
    assert (row_of(found, "money")["units"], row_of(found, "money")["share_bert"]) == (1, 1.0)
    assert found.disagreements[["code", "passage", "anna", "bert"]].values.tolist() == [
        ["money", "There was no money.", "", "no money"]
    ]


def test_a_third_coder_who_judged_less_leaves_the_rest_comparable(study: Path) -> None:
    for coder in ("anna", "bert", "carla"):
        code(study, coder, "P01_2010", "money", "money")
    finish(study, "anna")
    finish(study, "bert")
    finish(study, "carla", "P01_2010")
    code(study, "bert", "P02_2010", "money", "money")
    found = compare(study, "anna", "bert", "carla")
    assert row_of(found, "money")["units"] == 32
    [shown] = found.disagreements[["anna", "bert", "carla"]].values.tolist()
    assert shown == ["", "money", None]


GWET = """\
1 1 - 1
2 2 3 2
3 3 3 3
3 3 3 3
2 2 2 2
1 2 3 4
4 4 4 4
1 1 2 1
2 2 2 2
- 5 5 5
- - 1 1
- - 3 -
"""


def ac1_of(units: list[list[str]], values: str) -> Fraction:
    """Gwet's AC1 by its formula: agreement over units judged twice, how often each value is given over all units."""
    twice = [unit for unit in units if len(unit) > 1]
    alike = [
        Fraction(sum(unit.count(v) * (unit.count(v) - 1) for v in values), len(unit) * (len(unit) - 1))
        for unit in twice
    ]
    given = [sum(Fraction(unit.count(v), len(unit)) for unit in units) / len(units) for v in values]
    chance = sum(share * (1 - share) for share in given) / (len(values) - 1)
    return (sum(alike) / len(twice) - chance) / (1 - chance)


@pytest.mark.slow
def test_a_passage_that_one_coder_judged_counts_in_ac1_as_gwet_has_it(study: Path) -> None:
    """His twelve subjects and four raters, of which AC1 is .77544; here a coder found the code, or not, in twelve."""
    table = [line.split() for line in GWET.splitlines()]
    units = [[value for value in row if value != "-"] for row in table]
    assert round(float(ac1_of(units, "12345")), 5) == 0.77544
    where = [(f"{person}_2010", answer) for person in PERSONS for answer in ANSWERS[:3]]
    coders = ("anna", "bert", "carla", "dirk")
    for row, (interview, answer) in zip(table, where, strict=True):
        start = (study / f"{interview}.txt").read_text("utf-8").index(answer)
        for coder, value in zip(coders, row, strict=True):
            if value == "3":
                code(study, coder, interview, answer, "money")
            if value != "-":
                unit = {"interview": interview, "start": start, "end": start + len(answer)}
                write_coding(study, unit, coder=coder, do="done", **read(study))
    row = row_of(compare(study, *coders), "money")
    found = [["y" if value == "3" else "n" for value in unit] for unit in units]
    assert row["ac1"] == pytest.approx(float(ac1_of(found, "yn")), abs=1e-12)
    assert row["ac1"] != pytest.approx(float(ac1_of(found[:-1], "yn")), abs=0.01)
    assert (row["persons"], row["units"], row["share_carla"]) == (4, 11, 0.4)
    counts = [(unit.count("y"), len(unit)) for unit in found if len(unit) > 1]
    positive = sum(Fraction(y * (y - 1), m - 1) for y, m in counts) / sum(y for y, _ in counts)
    assert row["positive"] == pytest.approx(float(positive), abs=1e-12)


def test_who_has_no_passage_that_two_judged_is_no_person_of_the_interval(study: Path) -> None:
    text = (study / "P01_2010.txt").read_text("utf-8")
    for person in PERSONS:
        for coder in ("anna", "bert") if person in ("P01", "P02") else ("anna",):
            for answer in ANSWERS[2:]:
                unit = {"start": text.index(answer), "end": text.index(answer) + len(answer)}
                row = {"interview": f"{person}_2010", **unit}
                write_coding(study, row, coder=coder, do="done", **read(study))
    code(study, "anna", "P01_2010", "no money", "money")
    code(study, "anna", "P02_2010", "no money", "money")
    code(study, "bert", "P02_2010", "no money", "money")
    row = row_of(compare(study, "anna", "bert"), "money")
    assert (row["persons"], row["units"], row["percent"]) == (2, 4, 0.75)
    assert np.isnan([row["percent_low"], row["ac1_low"], row["alpha_low"]]).all()


def test_a_hit_of_the_codebook_that_was_accepted_counts_as_the_coders(study: Path) -> None:
    from bp_qual import apply_codebook

    hits = apply_codebook(read_codebook(study / "themes.yaml"), read_corpus(study))
    hit = hits[(hits["code"] == "money") & (hits["interview"] == "P01_2010")].iloc[0]
    write_coding(study, hit, coder="anna", do="accept")
    code(study, "bert", "P01_2010", "money", "money")
    finish(study, "anna")
    finish(study, "bert")
    assert row_of(compare(study, "anna", "bert"), "money")["kappa"] == 1.0


def test_all_codes_together_have_an_alpha_of_sets(study: Path) -> None:
    code(study, "anna", "P01_2010", "sister", "kin")
    code(study, "bert", "P01_2010", "sister", "kin")
    code(study, "bert", "P01_2010", "My sister", "money")
    finish(study, "anna")
    finish(study, "bert")
    row = row_of(compare(study, "anna", "bert"), "")
    assert (row["units"], np.isnan(row["kappa"])) == (32, True)
    assert 0 < row["alpha"] < 1


def test_fewer_than_two_coders_is_a_wrong_call(study: Path) -> None:
    finish(study, "anna")
    with pytest.raises(ValueError, match="two or more coders, not 1"):
        compare(study, "anna")


def test_sums_over_persons_give_what_the_published_formulas_give() -> None:
    rng = np.random.default_rng(5)
    ratings = rng.choice([-1, 0, 0, 1], size=(200, 3))
    groups = np.sort(rng.integers(0, 9, 200))
    found = dict(zip(COEFFICIENTS, agreement_of(sum_judgements(ratings, groups, 9).sum(axis=0)), strict=True))
    several = correct_for_chance(ratings, 2)
    assert found["alpha"] == pytest.approx(krippendorff_alpha(count_coincidences(ratings, 2)).value)
    assert (found["percent"], found["ac1"]) == (pytest.approx(several.percent), pytest.approx(several.ac1))
    pairs = [ratings[(ratings[:, [i, j]] >= 0).all(axis=1)][:, [i, j]] for i, j in ((0, 1), (0, 2), (1, 2))]
    tables = [np.array([[np.sum((p == (x, y)).all(axis=1)) for y in (0, 1)] for x in (0, 1)], float) for p in pairs]
    assert found["kappa"] == pytest.approx(np.mean([compare_two(table).kappa for table in tables]))


def test_two_persons_or_full_agreement_give_no_interval() -> None:
    assert np.isnan(jackknife_limits(np.array([0.5]), np.array([[0.4], [0.6]]))[0])
    assert np.isnan(jackknife_limits(np.array([1.0]), np.ones((6, 1)))[0])
    two, same, needed = (
        jackknife_limits(np.array([0.5]), np.array(without))[2].tolist()
        for without in ([[0.4], [0.6]], [[0.5]] * 4, [[0.4], [np.nan], [0.6]])
    )
    assert (two, same, needed) == ([FEW_PERSONS], [NO_DIFFERENCE], [ONE_PERSON])
    assert jackknife_limits(np.array([0.5, np.nan]), np.array([[0.4, 0.1], [0.6, 0.1], [0.5, 0.2]]))[2].tolist() == [
        "",
        "",
    ]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("persons", "of_anna", "why", "english", "dutch"),
    [
        (2, (0, 1), FEW_PERSONS, "no interval, with fewer than three persons", "geen interval, bij minder dan drie"),
        (
            4,
            (0, 1),
            NO_DIFFERENCE,
            "no interval, as it is the same whoever",
            "geen interval, want het blijft gelijk, wie",
        ),
        (4, (0,), ONE_PERSON, "no interval, as it cannot be computed without", "geen interval, want zonder een van de"),
    ],
)
def test_where_a_coefficient_has_no_interval_table_and_text_say_why(
    study: Path, persons: int, of_anna: tuple[int, ...], why: str, english: str, dutch: str
) -> None:
    for coder in ("anna", "bert"):
        for at in of_anna:
            code(study, coder, f"{PERSONS[at]}_2010", "help each other", "help")
        finish(study, coder, *(f"{person}_{wave}" for person in PERSONS[:persons] for wave in WAVES))
    found = compare(study, "anna", "bert")
    row = row_of(found, "help")
    assert {row[f"{name}_why"] for name in (*COEFFICIENTS, "alpha_u", "u_alpha")} == {why}
    assert row_of(found, "money")["alpha_why"] == ""
    for language, told in (("en", english), ("nl", dutch)):
        lines = [line for line in say_agreement(found, language=language) if line.startswith("help")]
        assert [told in line for line in lines] == [True] * len(lines)


def test_what_has_an_interval_beside_what_has_none_is_named() -> None:
    row = {"alpha_why": "one person", "percent_why": "", "kappa_why": "one person"}
    said = [say_no_interval(row, ("percent", "alpha", "kappa"), Wording(language)) for language in ("en", "nl")]
    assert said == [
        "; no interval for alpha and kappa, as it cannot be computed without one of the persons",
        "; geen interval voor alpha en kappa, want zonder een van de personen valt het niet te berekenen",
    ]


def test_the_interval_over_persons_covers_what_it_should() -> None:
    """Two coders of 8 persons who differ in how hard they are; 200 small studies."""
    rng = np.random.default_rng(2)

    def draw(persons: int) -> np.ndarray:
        groups = np.repeat(np.arange(persons), 20)
        hard = rng.normal(0, 0.5, persons)[groups]
        truth = rng.random(len(groups)) < 0.25
        hit = np.where(truth, 1 / (1 + np.exp(-1.5 + hard)), 0.03)
        return sum_judgements((rng.random((2, len(groups))) < hit).T.astype(int), groups, persons)

    true = agreement_of(draw(20_000).sum(axis=0))
    inside = []
    for _ in range(200):
        sums = draw(8)
        total = sums.sum(axis=0)
        low, high, _ = jackknife_limits(agreement_of(total), agreement_of(total - sums))
        inside.append((low <= true) & (true <= high))
    assert (np.mean(inside, axis=0) > 0.9).all()


def test_passages_hold_every_word_once_and_lie_in_one_turn(study: Path) -> None:
    from bp_qual.transcripts.corpus import count_turn_words

    corpus = read_corpus(study)
    passages = cut_in_passages(corpus, words=3)
    words = sum(
        int(count)
        for transcript in corpus.transcripts
        for turn, count in zip(transcript.turns, count_turn_words(transcript), strict=True)
        if turn.role == "respondent"
    )
    assert passages["words"].sum() == words
    turns = {(t.interview, turn.index): turn for t in corpus.transcripts for turn in t.turns}
    for row in passages.itertuples():
        assert turns[row.interview, row.turn].start <= row.start < row.end <= turns[row.interview, row.turn].end


def test_the_command_says_how_far_coders_agree_and_writes_both_tables(study: Path, tmp_path: Path) -> None:
    code(study, "anna", "P01_2010", "money", "money")
    finish(study, "anna")
    finish(study, "bert")
    out, differ = tmp_path / "agreement.csv", tmp_path / "differ.xlsx"
    command = ["agree", str(study), "--coders", "anna", "bert", "-o", str(out), "--disagreements", str(differ)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert "money, 2010: 16 passages of 4 persons; found in 6% (anna), 0% (bert);" in result.output
    assert "No variation, so agreement cannot be computed: help, kin." in result.output
    assert out.read_text("utf-8").startswith("code,wave,persons,units,share_anna,share_bert,percent,percent_low")
    assert differ.is_file()


def test_the_command_speaks_dutch(study: Path) -> None:
    finish(study, "anna")
    finish(study, "bert")
    result = CliRunner().invoke(main, ["agree", str(study), "--language", "nl"])
    assert "Geen variatie, dus overeenstemming is niet te berekenen: help, kin, money." in result.output


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "agreement takes two coders, and 1 coder coded this study"),
        (["--coders", "anna", "bret"], "bret has not coded this study"),
    ],
)
def test_the_command_needs_two_coders_who_coded(study: Path, options: list[str], told: str) -> None:
    finish(study, "anna")
    result = CliRunner().invoke(main, ["agree", str(study), *options])
    assert result.exit_code == 1
    assert told in result.output
