"""Doubts about the design: who asked, who was asked together, how long it took; told, and allowed for in the tests."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bp_qual.compare import compare_waves, vary_choices
from bp_qual.compare.person_groups import names_of
from bp_qual.panel import make_panel
from bp_qual.report.content import compose_report
from bp_qual.report.html import render_report
from bp_qual.statistics.weighted import length_adjusted, word_weighted
from bp_qual.study import read_study
from bp_qual.transcripts import Transcript
from panel_builders import panel_of, panel_of_interviews, panel_of_talk

TALK = "wij werken samen hier. " * 80
RISE = [(1, 4 + n) for n in range(8)]


def interviews(first: tuple[str, ...], last: tuple[str, ...], *, asked: tuple[str, str] = ("en toen", "en toen")):
    """Six persons, the same talk, with these interviewers in the two waves."""
    persons = [f"P{number}" for number in range(6)]
    return panel_of_interviews(
        *(((person,), "2010", first, asked[0], TALK) for person in persons),
        *(((person,), "2020", last, asked[1], TALK + "samen " * n) for n, person in enumerate(persons)),
    )


# interviewers


def test_the_column_interviewer_of_interviews_csv_comes_with_the_transcript(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("I: En toen?\nR: Toen gingen wij samen.\n", encoding="utf-8")
    (tmp_path / "interviews.csv").write_text(
        "file,person,wave,interviewer\na.txt,P1,2010,Jansen | De Vries en Bos\n", encoding="utf-8"
    )
    (tmp_path / "study.yaml").write_text("study: S\ninterviews: interviews.csv\n", encoding="utf-8")
    assert read_study(tmp_path).interviews[0].interviewers == ("Jansen", "De Vries", "Bos")


@pytest.mark.slow
def test_other_interviewers_in_either_wave_are_told_in_the_first_lines_of_report_and_summary() -> None:
    change = compare_waves(interviews(("A", "B"), ("C",)))
    told = "Other interviewers in 2010 (A, B) than in 2020 (C): a change of persons cannot be told from a change of"
    assert told in change.summary(language="en")
    report = compose_report(change)
    assert any(sentence.startswith(told) for sentence in report.lede)
    assert not any(told in warning for warning in report.warnings)  # once is enough
    assert "andere interviewers in 2010" in render_report(change, language="nl").lower()


@pytest.mark.slow
def test_the_same_interviewers_in_both_waves_are_no_reason_to_doubt() -> None:
    change = compare_waves(interviews(("A",), ("A", "B")))
    assert "Other interviewers" not in change.summary(language="en")
    assert "A interviewed in both 2010 and 2020; 6 of 6 persons had the same interviewer" in str(change.design[0])
    assert compose_report(change).lede == compose_report(compare_waves(interviews((), ()))).lede


def test_it_is_told_where_nobody_wrote_down_who_interviewed() -> None:
    change = compare_waves(interviews(("A",), ()))
    assert str(change.design[0]).startswith("who held 6 of 12 interviews is not known")


def test_interviewers_who_talk_more_in_one_wave_are_told_with_their_share_of_the_words() -> None:
    change = compare_waves(interviews(("A",), ("A",), asked=("en toen", "en toen zei u dat het samen ging " * 30)))
    shares = change.interviewers.set_index("wave")["share_words"].round().tolist()
    assert shares == [1, 43]
    assert "The interviewers said 1% of all words in 2010 and 43% in 2020" in change.summary(language="en")


# households


def test_persons_interviewed_together_are_swapped_together() -> None:
    counts = {f"P{n}": said for n, said in enumerate([(0, 6), (1, 5), (2, 9), (4, 3), (0, 2), (3, 8), (1, 2), (5, 9)])}
    talk = {
        (p, wave): "samen. " * n + "hier. " * 1000
        for p, pair in counts.items()
        for wave, n in zip("12", pair, strict=True)
    }
    held = [((p,), "1", ("A",), "?", talk[p, "1"]) for p in counts if p not in ("P0", "P1")]
    held += [((p,), "2", ("A",), "?", talk[p, "2"]) for p in counts]
    panel = panel_of_interviews((("P0", "P1"), "1", ("A",), "?", "samen. " + "hier. " * 1000), *held)
    change = compare_waves(panel)
    assert change.households[0] == ("P0", "P1")
    changes = dict(zip(change.group.names, change.group.changes[:, 0], strict=True))
    sums = [changes["P0"] + changes["P1"], *(changes[f"P{n}"] for n in range(2, 8))]
    flipped = [abs(np.dot(signs, sums)) for signs in itertools.product((1, -1), repeat=7)]
    expected = np.mean([value >= abs(sum(sums)) - 1e-9 for value in flipped])
    assert change.codes.loc[0, "p"] == pytest.approx(expected)
    assert "P0 and P1 were interviewed together or live together" in change.summary(language="en")
    assert "swapped together" in change.methods("en")


def test_a_column_household_puts_persons_together_and_makes_no_groups() -> None:
    homes = pd.DataFrame({"person": [f"P{n:02}" for n in range(1, 9)], "household": list("aabbccdd")})
    change = compare_waves(panel_of({"a": RISE}), groups=homes)
    assert len(change.households) == 4
    assert names_of(homes) == ()
    assert change.codes.loc[0, "note"].startswith(
        "too few for a test (4 changed, persons interviewed together or living together counted once; 6 needed)"
    )
    assert change.codes.loc[0, "up"] == 8  # who is up is told of persons


def test_households_of_one_change_nothing() -> None:
    homes = pd.DataFrame({"person": [f"P{n:02}" for n in range(1, 9)], "household": list("abcdefgh")})
    with_homes, without = (compare_waves(panel_of({"a": RISE}), groups=groups).codes for groups in (homes, None))
    pd.testing.assert_frame_equal(with_homes, without)


# the same, counted otherwise


def recounted(panel, counted: str) -> pd.Series:
    table = compare_waves(panel).recounts
    return table[table["counted"] == counted].iloc[0]


def test_what_comes_only_late_in_a_longer_interview_is_no_rise_in_openings_of_equal_length() -> None:
    filler = "en dat was hier. "
    said = {(f"P{n}", "2010"): "samen. " * (2 + n) + filler * 100 for n in range(8)}
    said |= {(f"P{n}", "2020"): "samen. " * (2 + n) + filler * 200 + "samen. " * (9 + n) for n in range(8)}
    panel = panel_of_talk(said, "samen")
    assert compare_waves(panel).codes.loc[0, "difference"] > 1
    row = recounted(panel, "equal openings")
    assert row["difference"] == pytest.approx(0, abs=0.05)
    assert row["conclusion"] == "untested"


def test_terms_that_one_wave_does_not_have_can_be_left_out() -> None:
    said = {(f"P{n}", "2010"): "samen " * 3 + "hier wonen. " * 300 for n in range(7)}
    said |= {(f"P{n}", "2020"): "samen " * 3 + "samentrein " * (3 + n) + "hier wonen. " * 300 for n in range(7)}
    panel = panel_of_talk(said, "samen", "samentrein", parents={"samentrein": "samen"})
    row = compare_waves(panel).recounts.query("counted == 'without drifting terms'").set_index("code")
    assert row.loc["samentrein", "difference"] == 0


def test_a_code_that_lives_on_one_long_interview_weighs_more_by_words() -> None:
    words = [{"person": f"P{n}", "wave": w, "words": 9000 if n == 0 else 900} for n in range(7) for w in ("1", "2")]
    counts = [
        {**row, "code": "a", "mentions": (9 if row["wave"] == "1" else 90) if row["person"] == "P0" else 1}
        for row in words
    ]
    panel = make_panel(counts, words)
    assert recounted(panel, "word-weighted")["ratio"] > compare_waves(panel).codes.loc[0, "ratio"]


@pytest.mark.parametrize("seed", range(5))
def test_both_recounts_equal_enumeration_by_hand(seed: int) -> None:
    random = np.random.default_rng(seed)
    words, before, after = 500 + 3000 * random.random((7, 2)), random.random((7, 1)), random.random((7, 1))
    signs = np.array(list(itertools.product((1, -1), repeat=7)))
    weighed = (words.prod(axis=1) / words.sum(axis=1)) * (after - before)[:, 0]
    expected = np.mean(np.abs(signs @ weighed) >= abs(weighed.sum()) - 1e-9)
    assert word_weighted(before, after, words, units=np.eye(7)).p[0] == pytest.approx(expected)
    longer, change = np.log(words[:, 1] / words[:, 0]), (after - before)[:, 0]
    intercept = np.polyfit(longer, change, 1)[1]  # the ordinary line, by another way
    found = length_adjusted(change[:, None], words, units=np.eye(7))
    assert found.difference[0] == pytest.approx(intercept)
    residual = change - longer * (longer @ change) / (longer @ longer)
    drawn = [np.polyfit(longer, sign * residual, 1)[1] for sign in signs]
    assert found.p[0] == pytest.approx(np.mean(np.abs(drawn) >= abs(intercept) - 1e-9))


def test_length_cannot_be_allowed_for_where_all_became_longer_alike() -> None:
    words = np.tile([1000.0, 2000.0], (7, 1))
    assert np.isnan(length_adjusted(np.ones((7, 1)), words, units=np.eye(7)).p[0])


def test_sensitivity_and_report_show_the_recounts() -> None:
    panel = panel_of({"a": [(1, 9 + n) for n in range(8)]})
    assert "word-weighted" in set(vary_choices(panel).variants["counted"])
    assert "with persons weighed by their words" in render_report(compare_waves(panel))
    assert "a counted otherwise: p .008 with persons weighed by their words." in compare_waves(panel).summary()


# dropouts


def test_the_change_of_all_is_at_least_what_it_would_be_if_no_dropout_had_mentioned_it_again() -> None:
    panel = panel_of({"a": [(1, 9 + n) for n in range(8)]}, extra=(("L1", "2010", 1000, 7),))
    change = compare_waves(panel)
    row = change.dropouts.iloc[0]
    assert row["change_at_least"] == pytest.approx((8 * row["change_completers"] - 7) / 9)
    assert "a dropout cannot fall below 0" in render_report(change)


# how unequal the coding would have to be


def test_the_report_gives_both_thresholds_and_says_where_recall_can_hardly_be_it() -> None:
    said = {(f"P{n}", "2010"): "samen. " + "hier wonen. " * 300 for n in range(8)}
    said |= {(f"P{n}", "2020"): "samen. " * (40 + n) + "hier wonen. " * 300 for n in range(8)}
    page = render_report(compare_waves(panel_of_talk(said, "samen")), language="en")
    assert "could no longer be told from chance if the coding found it" in page
    assert "nothing would be left of it" in page
    assert "Unequal recall alone can hardly explain all of it." in page


# what is estimated


def test_report_and_methods_begin_with_what_is_estimated_and_of_whom() -> None:
    change = compare_waves(interviews(("A",), ("A",)))
    told = (
        "is the mean over these 6 persons of mentions per 1,000 words of the respondent, in 2010 and in 2020, in these"
    )
    assert told in compose_report(change).lede[1]
    assert told in change.methods("en").split(". ")[0]
    assert "by this codebook (Demo 1)" in change.methods("en")
    assert "of this one person" in compare_waves(panel_of({"a": [(1, 3)]})).methods()


def test_a_transcript_without_interviewers_is_as_it_was() -> None:
    assert Transcript("a", ("P1",), "2010", "", ()).interviewers == ()
