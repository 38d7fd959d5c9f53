"""Which wave came first."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from bp_qual import compare_waves, make_panel, read_study
from bp_qual.errors import StudyError
from bp_qual.study.checking import check_study
from bp_qual.transcripts.moments import cut_dates, find_date, find_span
from bp_qual.transcripts.wave_order import order_waves
from bp_qual.transcripts.wave_words import find_waves

KNOWN = [
    "2010 2020", "2009-2010 2010-2011", "mrt2010 jan2011", "march_2010 january_2011", "okt09 jan10", "mei'10 jan'11",
    "najaar2009 mei2010", "autumn2009 spring2010", "winter2009 spring2010", "winter2009/2010 lente2010",
    "zomer 2010 zomer 2011".replace(" 2", "_2"), "2010-03 2010-11", "03-2010 02-2011", "2010Q3 2011Q1", "2010H1 2010H2",
    "ronde1-2010 ronde2-2020", "2010-03-15 2010-03-16", "dec1999 jan2000",
    "pre post", "Pre POST", "before after", "before during after", "voor tijdens na", "voormeting nameting",
    "voormeting tussenmeting nameting", "nulmeting eenmeting tweemeting", "baseline midline endline follow-up",
    "start eind", "begin einde", "intake exit", "opname ontslag", "toen nu", "eerste tweede derde", "first second",
    "1e 2e", "T0 T1 T2 T10", "t1 t2", "w1 w2", "2 10", "wave_2 wave_10", "2010a 2010b", "voor-corona na-corona",
    "98 10", "98 99 03", "1998 08", "'98 '08", "’98 2008", "wave_98 wave_08", "05122010 01032011", "122010 032011",
    "201012 201103", "maerz2010 mai2010", "janvier_2010 mars_2010", "déc2010 févr2011", "automne2010 printemps2011",
    "Herbst2010 Frühling2011", "avant pendant après", "avant apres", "vorher nachher", "vor nach", "alt neu",
    "früher heute", "erste zweite dritte", "premier deuxième", "eins zwei", "één twee", "e\u0301e\u0301n twee",
    "oud nieuw", "ervoor erna", "T-1 T0 T1", "t-1 t+1", "T–1 T0", "I V IX X", "nine ten", "past present", "first final",
    "early late", "vorige huidige", "vorig nu", "vroeg laat", "midterm endterm",
    "Vóór Ná", "start slot",
    "initial final", "ex_ante ex_post", "week_10 week_90", "week_9 week_52", "2010 20",
    "pretest posttest", "baseline 6months 12months", "nulmeting 3_maanden 1_jaar", "meting_voor meting_na",
]  # fmt: skip
UNKNOWN = [
    "blauw groen", "ulm kiel", "winter2009 najaar2009", "voorjaar2010 2010", "voor voormeting", "A B", "amsterdam 2010",
    "wave98 other10", "P98 P10", "8 98", "1998 8", "1 2 2010", "051210 010311", "05312010 01032011", "T-1 T2",
    "12 52 2010", "foto_98 foto_10",
]  # fmt: skip


@pytest.mark.sweep(51)
@pytest.mark.parametrize("names", KNOWN)
def test_waves_of_the_usual_names_are_in_the_order_of_time_however_they_come(names: str) -> None:
    for shuffled in itertools.islice(itertools.permutations(names.split()), 24):
        assert order_waves(shuffled).waves == tuple(names.split())


@pytest.mark.parametrize("names", UNKNOWN)
def test_waves_that_nothing_orders_are_unknown_not_alphabetical(names: str) -> None:
    assert order_waves(names.split()).unknown


@pytest.mark.parametrize(("name", "first", "last"), [
    ("2010Q3", (2010, 7, 1), (2010, 9, 30)), ("K1 2011", (2011, 1, 1), (2011, 3, 31)),
    ("2010H2", (2010, 7, 1), (2010, 12, 31)), ("2010 Q4", (2010, 10, 1), (2010, 12, 31)),
    ("najaar2009", (2009, 9, 1), (2009, 11, 30)), ("2009 najaar", (2009, 9, 1), (2009, 11, 30)),
    ("lente'10", (2010, 3, 1), (2010, 5, 31)), ("winter2009/2010", (2009, 12, 1), (2010, 2, 28)),
    ("winter2009", (2009, 1, 1), (2010, 2, 28)), ("2009-2011", (2009, 1, 1), (2011, 12, 31)),
])  # fmt: skip
def test_a_name_spans_the_days_it_can_mean(name: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    assert find_span(name) == (date(*first).toordinal(), date(*last).toordinal())


def test_a_year_has_no_third_half() -> None:
    assert find_span("2010H3") is None


def test_one_wave_needs_no_order() -> None:
    assert not order_waves(["blauw"]).unknown


def test_what_is_stated_holds_and_what_says_otherwise_is_told() -> None:
    order = order_waves(["2010", "2020"], stated=["2020", "2010"])
    assert order.waves == ("2020", "2010")
    assert [*map(str, order.contradictions)] == ["by the years in their names, 2010 came before 2020"]


def test_dates_come_before_years_and_years_before_words() -> None:
    dates = {"ulm": ["2010-03-01", "2010-05-01"], "kiel": ["2020"]}
    assert order_waves(["kiel", "ulm"], dates=dates).waves == ("ulm", "kiel")
    assert order_waves(["na2010", "voor2020"]).waves == ("na2010", "voor2020")
    swapped = order_waves(["2010", "2020"], dates={"2010": ["2021-03-01"], "2020": ["2009-03-01"]})
    assert swapped.known_from == "dates"
    assert [*map(str, swapped.contradictions)] == ["by the years in their names, 2010 came before 2020"]


@pytest.mark.parametrize(
    "names",
    ["vorher2020 nachher2010", "pre_2020 post_2010", "2020-voor 2010-na", "T1_2020 T2_2010", "eerste2020 tweede2010"],
)
def test_words_that_contradict_the_years_beside_them_are_told_until_the_order_is_stated(names: str) -> None:
    first, second = names.split()
    order = order_waves([first, second])
    assert order.waves == (second, first)
    assert [*map(str, order.contradictions)] == [f"by their names, {first} came before {second}"]
    assert not order_waves([first, second], stated=[second, first]).contradictions


@pytest.mark.parametrize("names", ["2010-11 2011-10", "2010Q4 2011Q1", "najaar2009 voorjaar2010", "pre2010 post2020"])
def test_what_stands_beside_years_and_is_no_word_for_a_wave_contradicts_nothing(names: str) -> None:
    assert not order_waves(names.split()).contradictions


def test_one_wrong_date_among_many_turns_nothing_round() -> None:
    dates = {"a": ["2010-01-01", "2010-02-01", "2030-01-01"], "b": ["2020-01-01", "2020-02-01", "2020-03-01"]}
    assert order_waves(["b", "a"], dates=dates).waves == ("a", "b")


def test_a_wave_without_dates_is_placed_by_the_year_in_its_name() -> None:
    assert order_waves(["2012", "ulm"], dates={"ulm": ["2010-03-01"]}).waves == ("ulm", "2012")


def test_dates_that_overlap_order_nothing() -> None:
    assert order_waves(["a", "b"], dates={"a": ["2010"], "b": ["2010-05"]}).unknown


def write_study(folder: Path, waves: list[str], dates: list[str] = (), study: str = "") -> Path:
    rows = ["file,person,wave,date"]
    for number, wave in enumerate(waves):
        (folder / f"P01_{number}.txt").write_text("I: Hoe?\nR: Wij werkten samen.\n", "utf-8")
        rows.append(f"P01_{number}.txt,P01,{wave},{dates[number] if dates else ''}")
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    if study:
        (folder / "study.yaml").write_text(study, "utf-8")
    return folder


def test_a_study_whose_waves_nothing_orders_is_refused_with_the_line_to_write(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="nothing says in which order the waves came") as error:
        read_study(write_study(tmp_path, ["groen", "blauw"]))
    line = str(error.value).split("oldest first: ")[1].split("\n")[0].split(". Or")[0]
    (tmp_path / "study.yaml").write_text(line.replace('"blauw", "groen"', '"groen", "blauw"'), "utf-8")
    assert [wave.id for wave in read_study(tmp_path).waves] == ["groen", "blauw"]


def test_what_can_be_ordered_stands_in_order_in_the_line_to_write(tmp_path: Path) -> None:
    waves = ["nameting", "1", "vervolg", "2020", "voormeting", "2", "2010"]
    assert order_waves(waves).waves == ("2010", "2020", "voormeting", "nameting", "vervolg", "1", "2")
    with pytest.raises(StudyError, match='"voormeting", "nameting", "vervolg"'):
        read_study(write_study(tmp_path, waves))


@pytest.mark.parametrize("waves", [["98", "10"], ["1998", "08"], ["wave 98", "wave 10"]])
def test_short_years_order_the_waves_and_that_is_told(tmp_path: Path, waves: list[str]) -> None:
    study = read_study(write_study(tmp_path, waves[::-1]))
    assert [wave.id for wave in study.waves] == waves
    told = next(note for note in study.notes if note.kind == "order from short years")
    assert "taken as years" in told.say("en")
    assert "gelezen als jaren" in told.say("nl")
    (tmp_path / "study.yaml").write_text(told.say("en").split("oldest first: ")[1].split(", to be")[0], "utf-8")
    assert not read_study(tmp_path).notes


def test_a_study_takes_the_order_of_its_dates_and_says_so(tmp_path: Path) -> None:
    study = read_study(write_study(tmp_path, ["ulm", "kiel"], ["2010-03-01", "2020-03-01"]))
    assert [wave.id for wave in study.waves] == ["ulm", "kiel"]
    assert any("the order of the waves is that of their dates" in str(note) for note in study.notes)


@pytest.mark.parametrize("stated", ["", 'waves: ["2010", "2020"]\n'])
def test_dates_against_years_are_told_whether_the_order_was_stated_or_not(tmp_path: Path, stated: str) -> None:
    write_study(tmp_path, ["2010", "2020"], ["2021-03-01", "2009-03-01"], stated)
    assert any("came before" in str(note) for note in check_study(tmp_path, language="en").notes)


def test_windows_that_contradict_the_stated_order_are_told(tmp_path: Path) -> None:
    waves = "waves: [{id: a, from: 2020-01, to: 2020-12}, {id: b, from: 2010-01, to: 2010-12}]\n"
    write_study(tmp_path, ["a", "b"], study=waves)
    assert any("b came before a" in str(note) for note in check_study(tmp_path, language="en").notes)


def panel(*waves: str | int) -> object:
    rows = [{"person": p, "wave": w, "code": "c", "mentions": n} for n, w in enumerate(waves) for p in "ABCDEF"]
    return make_panel(rows, [{**row, "words": 2000} for row in rows])


@pytest.mark.slow
def test_a_panel_and_a_comparison_follow_the_same_order_and_take_numbers() -> None:
    assert panel("post", "pre").waves == ("pre", "post")
    assert panel("mei2010", "najaar2009").waves == ("najaar2009", "mei2010")
    for waves in ((10, 98), ("10", "98")):
        with pytest.warns(UserWarning, match=r"taken as years, in the order '98', '10'.*waves=\('98', '10'\)"):
            found = panel(*waves)
        assert found.waves == ("98", "10")
        assert compare_waves(found).before == "98"
    assert panel(70, 90).waves == ("70", "90")
    with pytest.raises(ValueError, match="nothing says which of these waves came first"):
        panel(8, 98)
    change = compare_waves(panel(2021, 2011), before=2011, after=2021)
    assert (change.before, change.after) == ("2011", "2021")
    rows = [{"person": "A", "wave": wave, "words": 2000} for wave in (2021, 2011)]
    assert make_panel([], rows, codes=["c"], waves=(2021, 2011)).waves == ("2021", "2011")


@pytest.mark.parametrize(
    ("waves", "named"),
    [
        ("najaar voorjaar", "voorjaar najaar"), ("october march", "march october"), ("winter zomer", "zomer winter"),
        ("Herbst Frühjahr", "Frühjahr Herbst"), ("automne printemps été", "printemps été automne"),
        ("vrijdag maandag najaar lente", "lente najaar maandag vrijdag"),
    ],
)  # fmt: skip
def test_seasons_and_months_without_a_year_are_refused_and_named_as_they_follow_in_a_year(
    waves: str, named: str
) -> None:
    order = order_waves(waves.split())
    assert order.unknown
    assert order.waves == tuple(named.split())


def test_a_panel_of_waves_that_nothing_orders_asks_for_their_order() -> None:
    with pytest.raises(ValueError, match=r"give them in order, as waves=\('blauw', 'groen'\)"):
        panel("groen", "blauw")


def test_dates_are_found_as_people_write_them() -> None:
    written = [
        "12-3-2011",
        "2011-03-12",
        "12 mrt 2011",
        "12 maart 2011",
        "March 12, 2011",
        "12/3/2011",
        "12th march 2011",
    ]
    assert {find_date(text) for text in written} == {"2011-03-12"}
    assert [find_date(text) for text in ("31-2-2011", "3 marten 2011", "12.2011")] == ["", "", ""]


def test_a_name_is_what_remains_without_its_dates() -> None:
    assert [
        cut_dates(name).split() for name in ("gerrit maart 2011", "maarten 2010", "Jan 12 mei 2010", "mei Ling")
    ] == [
        ["gerrit"],
        ["maarten"],
        ["Jan"],
        ["mei", "Ling"],
    ]
    assert find_span("voormeting") is None


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("eerste en tweede gesprek", "T1 T2", "T1 T2"),
        ("ronde 1 en 2", "1 2", "1 2"),
        ("T1-2", "T1 T2", "T1 T2"),
        ("P01 T1 - 2-3-2010", "T1 T2 T3", "T1"),
        ("2010/20", "2010 2020", "2010 2020"),
        ("2010-05-20", "2005 2010 2020", "2010"),
        ("'10 en '20", "2010 2020", "2010 2020"),
        ("post 2", "post post-2", "post-2"),
        ("P01 T2 second coder", "1 2", "2"),
        ("P01 2e versie", "1 2", ""),
        ("P01 ronde 2 codering", "1 2", "2"),
        ("P01 T1, tweede versie", "T1 T2", "T1"),
        ("P01 2015", "2010 2020", "2015"),
    ],
)
def test_every_wave_that_a_name_says_is_seen_and_none_that_it_does_not_say(text: str, known: str, said: str) -> None:
    assert find_waves(text, known.split()) == tuple(said.split())
