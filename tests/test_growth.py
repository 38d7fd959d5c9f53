"""Growth, small: time stays in step with size. `benchmarks/growth.py` measures six sizes of each quantity.

Only ratios are looked at: eight times as much of something may take about eight times as long, never sixty-four.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from bp_qual.codebook import parse_codebook
from bp_qual.compare import code_pairs, compare_waves
from bp_qual.errors import StudyError
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.panel import Panel, counts, make_panel
from bp_qual.report.content import compose_report
from bp_qual.revision import find_dead_terms, lint, lint_codebook
from bp_qual.statistics.permutation import flip_test
from bp_qual.study import read_study
from bp_qual.study.named_files import InFolders
from bp_qual.study.study_file import read_study_file
from bp_qual.transcripts import Corpus, read_transcript
from panel_builders import panel_of_talk
from processor_time import assert_keeps_step, seconds

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bench_compare import make_counted_panel, make_segmented_panel
from growth import GOAL, MADE, Spent, make_study, slope

BOUND = 8**GOAL  # of eight times as much


def content_of(panel: Panel) -> Callable[[], object]:
    """Return the laying out of a page, of a comparison whose numbers are there already."""
    compared = compare_waves(panel)
    compose_report(compared)
    return lambda: compose_report(compared)


def counted(persons: int, codes: int) -> Panel:
    """Return a panel in which every code is mentioned by a few persons, however many there are of either."""
    places = [(f"P{person}", wave) for person in range(persons) for wave in ("2010", "2020")]
    words = [{"person": person, "wave": wave, "words": 2000} for person, wave in places]
    counts = [
        {"person": f"P{(code + shift) % persons}", "wave": wave, "code": f"c{code}", "mentions": 1 + shift}
        for code in range(codes)
        for shift in range(4)
        for wave in ("2010", "2020")[shift % 2 :]
    ]
    return make_panel(counts, words)


@pytest.mark.slow
@pytest.mark.parametrize(("persons", "codes"), [(8, 100), (100, 8)])
def test_the_content_of_eight_times_as_many_codes_or_persons_takes_about_eight_times_as_long(
    persons: int, codes: int
) -> None:
    more = counted(persons * (8 if persons > codes else 1), codes * (8 if codes > persons else 1))
    assert_keeps_step(content_of(more), content_of(counted(persons, codes)), bound=BOUND)


def test_which_codes_nobody_looked_for_is_asked_once_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    known = counts.unsought_codes
    monkeypatch.setattr(counts, "unsought_codes", lambda *given: asked.append(given) or known(*given))
    words = [f"hok{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60)]
    panel = panel_of_talk({(f"P{n}", wave): " ".join(words) for n in range(8) for wave in ("2010", "2020")}, *words)
    assert len(compare_waves(panel).persons) == 8 * 60
    assert len(asked) == 1


def test_of_many_pairs_of_codes_those_are_kept_of_which_most_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = make_segmented_panel(12, 14, sentences=60, hits=90)
    whole = compare_waves(panel)
    assert len(whole.pairs) == 14 * 13 / 2
    assert "pairs" not in " ".join(map(str, whole.warnings))
    monkeypatch.setattr(code_pairs, "MOST_PAIRS", 20)
    cut = compare_waves(panel)
    kept = set(zip(cut.pairs["code"], cut.pairs["other"], strict=True))
    assert len(kept) == 20
    by_pair = {(row["code"], row["other"]): row for row in whole.pairs.to_dict("records")}
    assert min(by_pair[pair]["persons"] for pair in kept) >= max(
        row["persons"] for pair, row in by_pair.items() if pair not in kept
    )
    same = [(row["lift_before"], row["lift_after"]) for row in cut.pairs.to_dict("records")]
    assert same == [(by_pair[pair]["lift_before"], by_pair[pair]["lift_after"]) for pair in sorted(kept)]
    assert "the table of pairs holds the 20 that are heard most" in " ".join(map(str, cut.warnings))


def test_which_pairs_are_kept_does_not_depend_on_whether_the_codes_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test turns the tracks of codes round: what decides must be the same for every turn, or p would be wrong."""
    import numpy as np

    from bp_qual.statistics.cooccurrence import CodeTracks

    random = np.random.default_rng(3)
    monkeypatch.setattr(code_pairs, "MOST_PAIRS", 7)
    pairs = [(code, other) for code in range(6) for other in range(code + 1, 6)]
    present = [[random.random((80, 6)) < 0.3 for _ in range(9)] for _ in range(2)]
    turned = [
        [np.stack([np.roll(track, random.integers(80)) for track in talk.T], axis=1) for talk in wave]
        for wave in present
    ]
    kept = [
        code_pairs._spoken_of_most(pairs, *([CodeTracks(talk) for talk in wave] for wave in waves))
        for waves in (present, turned, turned[::-1])
    ]
    assert kept[0] == kept[1] == kept[2] != pairs[:7]


LINES = "I: Hoe ging dat?\nR: Nou, we werken samen met de buurt.\n" * 20


def letters(number: int) -> str:
    """Return five letters that no other number has."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(5))


def said_by_others(count: int) -> str:
    return '{"segments":[' + ",".join(f'{{"text":"ja","speaker":"{letters(n)}"}}' for n in range(count)) + "]}"


def annotated(count: int) -> str:
    """Return turns of a TEI file with four annotations each."""
    notes = "<incident><desc>lacht</desc></incident>" * 4
    said = (f'<annotationBlock who="#R"><u>ja, {letters(n)}</u>{notes}</annotationBlock>' for n in range(count))
    return f"<TEI><text><body>{''.join(said)}</body></text></TEI>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "make", "few"),
    [
        ("a.txt", lambda count: LINES + "R: " + "\u201cI: echt? " * count, 1_000),  # no quotation is closed
        (
            "a.txt",
            lambda count: LINES + "R: " + "(ja I: " * count,
            2_000,
        ),  # no bracket is; both are read twice, for an offer
        ("a.json", said_by_others, 500),  # nobody speaks twice
        ("a.xml", annotated, 500),
    ],
)
def test_eight_times_as_many_labels_in_one_line_or_one_each_are_read_in_about_eight_times_as_long(
    tmp_path: Path, name: str, make: Callable[[int], str], few: int
) -> None:
    def reading(count: int) -> Callable[[], object]:
        path = tmp_path / f"{count}{name}"
        path.write_text(make(count), encoding="utf-8")
        return partial(read_transcript, path, interview="P01_2010", wave="2010", persons={"P01": ()})

    assert_keeps_step(reading(few * 8), reading(few), bound=BOUND)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda count: "{study: x, " + ", ".join(f"k{n}: 1" for n in range(count)) + "}",
        lambda count: "study: &a x\nplan: [" + ",".join(["*a"] * count) + "]\n",
    ],
)
def test_a_study_file_wrong_in_eight_times_as_many_places_of_one_line_is_refused_in_about_eight_times_as_long(
    tmp_path: Path, make: Callable[[int], str]
) -> None:
    def refusing(count: int) -> Callable[[], None]:
        folder = tmp_path / str(count)
        folder.mkdir()
        (folder / "study.yaml").write_text(make(count), encoding="utf-8")

        def refuse() -> None:
            with pytest.raises(StudyError) as refused:
                read_study(folder)
            said = str(refused.value)
            assert len(said) < 100_000
            assert f"And {len(refused.value.problems) - 200:,} problems more" in said

        return refuse

    assert_keeps_step(refusing(4_000), refusing(500), bound=BOUND)


def test_the_benchmark_of_growth_makes_the_studies_it_names(tmp_path: Path) -> None:
    from bp_qual.study import read_study

    for name, made in MADE.items():
        study = read_study(make_study(tmp_path / name, made(60 if name == "words" else 40)))
        assert {wave.id for wave in study.waves} >= ({"1800"} if name == "waves" else {"2010", "2020"}), name


def test_a_slope_of_one_is_linear_and_of_two_quadratic() -> None:
    for power in (1, 2):
        runs = [Spent(size, 0.01 * size**power, 0, 0) for size in (10, 20, 40)]
        assert slope(runs) == pytest.approx(power)


@pytest.mark.slow
def test_a_comparison_of_counts_grows_no_faster_than_its_persons() -> None:
    def compare(persons: int) -> Callable[[], object]:
        panel = make_counted_panel(persons, 10)
        return lambda: compare_waves(panel).persons

    assert_keeps_step(compare(800), compare(100), bound=BOUND)


@pytest.mark.slow
def test_a_comparison_of_43_persons_and_100_codes_takes_a_few_times_what_its_swaps_take() -> None:
    """Measured: codes 1.5 to 3 times, all tables 3 to 6 times a sign-flip test of ten times as many swaps."""
    panel = make_counted_panel(43, 100)
    differences = np.random.default_rng(0).normal(size=(43, 100))
    assert len(compare_waves(panel).codes) == 100  # what is loaded at the first comparison is not measured
    swaps = seconds(lambda: flip_test(differences, draws=99_999))
    assert seconds(lambda: compare_waves(panel).codes) < 8 * swaps
    assert seconds(lambda: compare_waves(panel).tables) < 16 * swaps


@pytest.mark.slow
def test_a_comparison_of_counts_grows_no_faster_than_its_codes() -> None:
    def compare(codes: int) -> Callable[[], object]:
        panel = make_counted_panel(20, codes)
        return lambda: compare_waves(panel).codes

    assert_keeps_step(compare(400), compare(50), bound=BOUND)


@pytest.mark.slow
def test_eight_times_as_many_columns_of_persons_take_about_eight_times_as_long() -> None:
    """A row of a wide table is slow to take: 400 columns once took 76 seconds."""
    import pandas as pd

    panel = counted(8, 4)

    def compare(columns: int) -> Callable[[], object]:
        values = {f"c{column}": [f"{(row + column) % 2}" for row in range(8)] for column in range(columns)}
        groups = pd.DataFrame({"person": [f"P{person}" for person in range(8)], **values})
        compare_waves(panel, groups=groups)
        return lambda: compare_waves(panel, groups=groups).groups

    assert_keeps_step(compare(400), compare(50), bound=BOUND)


def test_words_in_no_table_are_held_to_the_terms_that_they_may_inflect_like(monkeypatch: pytest.MonkeyPatch) -> None:
    """They were held to each term in turn: 10,000 terms once took a minute. Counted, not timed."""
    from bp_qual.codebook import parse_codebook
    from bp_qual.matching.languages.language import Language
    from bp_qual.revision import find_dead_terms

    asked: list[str] = []
    guess = Language.guess
    monkeypatch.setattr(Language, "guess", lambda self, form: asked.append(form) or guess(self, form))

    def times_asked(terms: int) -> int:
        asked.clear()
        named = ", ".join(f"zwoord{number}" for number in range(terms))
        head = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n"
        find_dead_terms(parse_codebook(f"{head}  - {{id: a, terms: [{named}]}}\n"))
        return len(asked)

    assert 0 < times_asked(400) <= 8 * times_asked(50)


def test_a_term_that_many_codes_share_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = list[int]()
    find = lint.find_term_hits

    def count(codebook: object, corpus: Corpus) -> object:
        tried.append(len(corpus.transcripts))
        return find(codebook, corpus)  # type: ignore[arg-type]

    monkeypatch.setattr(lint, "find_term_hits", count)
    codes = ", ".join(f"{{id: c{n}, terms: [samen, 'iem. bijstaan', 'eigen{n}']}}" for n in range(20))
    book = parse_codebook(f"{{codebook: D, version: 1.0.0, language: nl, codes: [{codes}]}}")
    assert len(find_dead_terms(book)) == 20  # in every code that has it
    lint_codebook(book)
    assert tried == [22, 22]


def test_a_folder_is_looked_through_once_for_all_the_files_that_a_table_names_in_vain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "P1_2010.txt").write_text("x")
    looked = list[Path]()
    walk, look = Path.rglob, Path.iterdir
    monkeypatch.setattr(Path, "rglob", lambda path, pattern: looked.append(path) or walk(path, pattern))
    monkeypatch.setattr(Path, "iterdir", lambda path: looked.append(path) or look(path))
    files = InFolders([tmp_path])
    for n in range(50):
        assert files.find(f"Q{n}_2020.txt") is None
        files.like(f"Q{n}_2020.txt")
    assert files.find(" P1_2010.txt") == tmp_path / "P1_2010.txt"
    assert len(looked) <= 2


@pytest.mark.slow
def test_the_cells_of_eight_times_as_many_codes_are_found_in_about_eight_times_as_long() -> None:
    def cells_of_all(codes: int) -> Callable[[], object]:
        names = tuple(f"c{n}" for n in range(codes))
        cells = tuple(Cell(person, code, wave) for code in names for person in ("P1", "P2") for wave in ("1", "2"))
        return lambda: [*map(Framework(("P1", "P2"), names, ("1", "2"), {}, cells).of_code, names)]

    assert_keeps_step(cells_of_all(8 * 250), cells_of_all(250), bound=BOUND)


@pytest.mark.slow
def test_eight_times_as_many_waves_are_read_from_study_yaml_in_about_eight_times_as_long() -> None:
    def read(waves: int) -> Callable[[], object]:
        data = f"study: S\nwaves: [{', '.join(f'w{n}' for n in range(waves))}]\n".encode()
        return lambda: read_study_file(Path("study.yaml"), data)

    assert_keeps_step(read(8 * 1000), read(1000), bound=BOUND)


@pytest.mark.slow
def test_a_turn_that_never_ends_a_sentence_is_looked_through_in_step_with_its_length() -> None:
    """Where its words are taken up was looked for anew from each sign: 3,000 signs took a minute."""
    from bp_qual.transcripts.echoed_words import find_echoed

    def look(times: int) -> Callable[[], object]:
        said = "Hoe ging dat? " + "en toen zijn wij daar met zijn allen heen gelopen " * times
        return lambda: list(find_echoed(said))

    assert_keeps_step(look(400), look(50), bound=BOUND)
