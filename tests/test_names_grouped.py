"""Spellings of one person are put together, and only if exactly one person fits; all persons here are invented."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import name_panels_kinds
import name_panels_second
from bp_qual.pseudonyms.name_letters import are_near
from bp_qual.pseudonyms.name_parts import split_name
from bp_qual.pseudonyms.name_rows import rows_of
from bp_qual.pseudonyms.name_spellings import group_spellings
from bp_qual.pseudonyms.proposing import propose_names
from name_panels import PUT_AWAY, READ, persons_of

SHARED = Path(__file__).parents[2] / "shared"


def together(*forms: str) -> list[set[str]]:
    return [set(group) for group in group_spellings(forms)]


def test_every_form_of_one_name_is_put_with_the_full_name() -> None:
    forms = ["Jan van den Berg", "Van den Berg", "Jan", "meneer Van den Berg", "Jans", "J. v.d. Berg", "Jantje"]
    assert together(*forms) == [set(forms)]


def test_a_form_that_fits_two_persons_stays_alone() -> None:
    assert together("Harm Visser", "Henk Visser", "H. Visser") == [{"Harm Visser"}, {"Henk Visser"}, {"H. Visser"}]


def test_a_double_surname_is_the_same_as_either_part() -> None:
    assert together("Anna de Wit-Pronk", "Anna Pronk", "mevrouw De Wit") == [
        {"Anna de Wit-Pronk", "Anna Pronk", "mevrouw De Wit"}
    ]


def test_a_husband_and_wife_with_like_first_names_are_two() -> None:
    assert len(together("Johan Visser", "Johanna Visser")) == 2
    assert len(together("Robert Hill", "Roberta Hill")) == 2


def test_accents_and_one_letter_make_no_other_person() -> None:
    assert together("Şule Yıldırım", "Sule Yildirim", "Mohammed Bouzidi", "Mohamed Bouzidi") == [
        {"Mohammed Bouzidi", "Mohamed Bouzidi"},
        {"Şule Yıldırım", "Sule Yildirim"},
    ]


def test_short_names_are_known() -> None:
    assert together("Margaret Hill", "Maggie") == [{"Margaret Hill", "Maggie"}]
    assert together("Abdelkarim Ouali", "Karim") == [{"Abdelkarim Ouali", "Karim"}]


def test_kin_is_followed_by_a_first_name_and_a_title_by_a_surname() -> None:
    assert split_name("oom Henk").first == "henk"
    assert split_name("meneer Henk").last == "henk"


def test_short_words_are_near_only_if_they_are_the_same() -> None:
    assert not are_near("berg", "borg")
    assert are_near("jansen", "janssen")


def pairs(groups) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def test_the_open_studies_are_grouped_with_an_f1_of_at_least_95() -> None:
    path = SHARED / "talk" / "names_groups_open.tsv"
    if not path.is_file():
        pytest.skip("the marked spellings are not here")
    studies: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            studies[row["study"]][row["person"]].append(row["form"])
    for persons in studies.values():
        got = pairs(group_spellings(form for forms in persons.values() for form in forms))
        want = pairs(persons.values())
        assert got <= want, "two persons were put together"
        assert 2 * len(got & want) / (len(got) + len(want)) >= 0.95


@pytest.mark.parametrize(
    ("panels", "language", "least"),
    [(READ, "nl", 0.95), (READ, "en", 0.95), (PUT_AWAY, "nl", 0.93), (PUT_AWAY, "en", 0.87)],
)
def test_the_panels_are_grouped_as_the_page_on_names_says(panels: dict[str, str], language: str, least: float) -> None:
    persons = persons_of(panels[language])
    got = pairs(group_spellings(form for forms in persons for form in forms))
    want = pairs(persons)
    assert got <= want, "two persons were put together"
    assert 2 * len(got & want) / (len(got) + len(want)) >= least


@pytest.mark.parametrize(
    ("panels", "language", "least"),
    [
        (name_panels_second.READ, "nl", 0.99),
        (name_panels_second.READ, "en", 0.99),
        (name_panels_second.PUT_AWAY, "nl", 0.94),
        (name_panels_second.PUT_AWAY, "en", 0.98),
        (name_panels_kinds.KINDS, "nl", 0.96),
        (name_panels_kinds.KINDS, "en", 0.96),
    ],
)
def test_the_panels_of_later_writers_are_grouped_as_the_page_on_names_says(
    panels: dict[str, tuple[str, ...]], language: str, least: float
) -> None:
    met = got = want = 0
    for panel in panels[language]:
        persons = persons_of(panel)
        found, marked = pairs(group_spellings(form for forms in persons for form in forms)), pairs(persons)
        assert found <= marked, "two persons were put together"
        met, got, want = met + len(found & marked), got + len(found), want + len(marked)
    assert 2 * met / (got + want) >= least


def test_a_couple_of_one_surname_is_told_apart_by_titles_and_double_names() -> None:
    assert together("Geertje Smit-Bos", "Wiebe Smit", "mevrouw Smit", "meneer Smit", "W. Smit") == [
        {"Geertje Smit-Bos", "mevrouw Smit"},
        {"Wiebe Smit", "meneer Smit", "W. Smit"},
    ]


def test_a_mans_and_a_womans_title_are_never_put_with_one_person() -> None:
    assert {"Mr Hill", "Mrs Hill"} <= {form for group in together("Pat Hill", "Mr Hill", "Mrs Hill") for form in group}
    assert len(together("Pat Hill", "Mr Hill", "Mrs Hill")) == 3
    assert len(together("meneer Hill", "mevrouw Hill")) == 2


def test_a_surname_alone_that_fits_two_persons_stays_alone_also_beside_initials_of_a_third() -> None:
    assert together("Bill Hill", "Bob Hill", "Hill", "S. Hill")[2:] == [{"Hill"}, {"S. Hill"}]
    assert len(together("H. Pike", "J. Pike")) == 2


def test_the_names_before_and_after_marriage_are_one_whichever_comes_first() -> None:
    assert len(together("Jenny Lowe", "Jennifer Barrett", "Jenny Lowe-Barrett")) == 1


def test_other_letters_for_one_sound_make_no_other_person() -> None:
    assert len(together("Soenita Ramdin", "Sunita Ramdin")) == 1
    assert len(together("Joesoef Kaya", "Yusuf Kaya")) == 1
    assert len(together("Ewa Lis", "Eva Liss", "Eva")) == 1


def write_study(folder: Path) -> Path:
    (folder / "transcripts").mkdir(parents=True)
    talks = {
        "annie_voor.txt": "I: Wie hielp u?\nAnnie: Jan van den Berg uit Zwolle. En Roos, Roos was er.\nI: En toen?\n"
        "Annie: Toen kwam Piet met een roos. De roos stond in een roos van een pot.",
        "annie_na.txt": "I: En nu?\nAnnie: Meneer Van den Berg is dood, Jan was tachtig. Bel maar 06-12345678.\n"
        "I: Was Annie erbij?\nAnnie: Ja.",
    }
    for name, text in talks.items():
        (folder / "transcripts" / name).write_text(text, encoding="utf-8")
    rows = "file,person,wave,speaker\nannie_voor.txt,P05,2010,Annie\nannie_na.txt,P05,2020,Annie\n"
    (folder / "interviews.csv").write_text(rows, encoding="utf-8")
    (folder / "study.yaml").write_text("study: T\nlanguage: nl\ntranscripts: transcripts\n", encoding="utf-8")
    return folder


def test_names_are_counted_by_wave_and_grouped_over_the_waves(tmp_path: Path) -> None:
    table = propose_names(write_study(tmp_path)).table().set_index("spelling")
    assert table.loc["Jan van den Berg", "count_2010"] == 1
    assert table.loc["Jan van den Berg", "count_2020"] == 0
    same = {"Jan van den Berg", "Van den Berg", "Jan"}
    assert len(set(table.loc[list(same), "replacement"])) == 1
    assert table.loc["Zwolle", "replacement"] == "[plaats 1]"
    assert table.loc["06-12345678", "kind"] == "phone"


def test_a_person_of_the_study_is_replaced_by_the_id_also_where_a_label_says_the_name(tmp_path: Path) -> None:
    proposals = propose_names(write_study(tmp_path))
    annie = proposals.table().set_index("spelling").loc["Annie"]
    assert annie["replacement"] == "P05"
    assert annie["count"] == 5


def test_a_line_of_context_shows_where_a_name_stands(tmp_path: Path) -> None:
    proposals = propose_names(write_study(tmp_path))
    assert "»Zwolle«" in proposals.contexts("Zwolle")[0]


def test_first_names_say_whose_a_title_is() -> None:
    assert together("Patrick Brennan", "Noreen Brennan", "Mr Brennan", "Mrs Brennan") == [
        {"Patrick Brennan", "Mr Brennan"},
        {"Noreen Brennan", "Mrs Brennan"},
    ]
    assert together("Piet Dekker", "Pietje Dekker", "Hanna Dekker", "meneer Dekker") == [
        {"Piet Dekker", "Pietje Dekker", "meneer Dekker"},
        {"Hanna Dekker"},
    ]


def test_a_mans_and_a_womans_first_name_are_two_also_where_one_begins_the_other() -> None:
    assert len(together("Jan Visser", "Janneke Visser")) == 2


def test_two_whole_names_with_a_short_form_in_common_are_two() -> None:
    assert together("Katherine Mellor", "Kathleen Mellor", "Kathleen", "Kitty") == [
        {"Katherine Mellor", "Kitty"},
        {"Kathleen Mellor", "Kathleen"},
    ]
    assert len(together("Anne-Fleur Visser", "Anna")) == 2


def test_a_tussenvoegsel_behind_a_hyphen_is_no_part_of_the_first_name() -> None:
    assert len(together("Marjan Terlouw-de Haas", "Marjan Terlouw", "mevrouw Terlouw")) == 1


def test_the_end_of_a_name_stands_for_it_unless_it_is_a_name_by_itself() -> None:
    assert len(together("Latoya Simmonds", "Toya Simmonds", "Toya")) == 1
    assert len(together("Johanna Simmonds", "Anna Simmonds")) == 2


def groups_in(folder: Path, talks: dict[str, str], **tables: str) -> dict[str, tuple[str, ...]]:
    """Return the spellings of each group by its replacement, as the sheet has them."""
    folder.mkdir(exist_ok=True)
    for name, talk in talks.items():
        (folder / name).write_text(talk, encoding="utf-8")
    for name, table in tables.items():
        (folder / f"{name}.csv").write_text(table, encoding="utf-8")
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(propose_names(folder)):
        groups[row.replacement].append(row.spelling)
    return {replacement: tuple(sorted(spellings)) for replacement, spellings in groups.items()}


def test_spellings_that_differ_by_case_or_possessive_are_one_group(tmp_path: Path) -> None:
    """'Pugh' is a man's and a woman's here, and a part of somebody else's name: undecided, but one group."""
    talks = {
        "P01_2012.txt": "Int: Who?\nR: It was Gwen's brother Rhys, Mr Pugh's eldest. Then Mrs Pugh died. We saw Rhys.\n"
        "Int: And?\nR: The Hallams came. I told Hallam so. THE PUGHS, well.\n",
        "P02_2022.txt": "Int: Who?\nR: I saw Rhys Pugh-Morgan. she told rhys and mr pugh too.\nInt: And?\nR: Yes.\n",
    }
    groups = {frozenset(spellings) for spellings in groups_in(tmp_path / "en", talks).values()}
    assert {"Rhys", "rhys", "Rhys Pugh-Morgan"} in groups
    assert {"Pugh", "Pugh's", "pugh"} in [group - {"PUGHS"} for group in groups]
    assert {"Hallam", "Hallams"} in groups


def test_what_the_study_calls_a_person_is_that_person(tmp_path: Path) -> None:
    """Married between the waves: the label of the second is another surname, and no id that nobody has."""
    talks = {
        "a.txt": "I: Hoe?\nTruus de Wit: Goed, met Truus' zus.\nI: En?\nTruus de Wit: Ja.\n",
        "b.txt": "I: Hoe?\nTruus Hoogendoorn: Nu heet ik Hoogendoorn-de Wit.\nI: En?\nTruus Hoogendoorn: Truus, ja.\n",
        "c.txt": "I: Hoe?\nOpa: Goed.\nI: En?\nOpa: Kees kwam.\n",
        "d.txt": "I: Hoe?\nJelle: Goed.\nI: En?\nJelle: Ja.\n",
    }
    rows = "a.txt,P01,2010,Truus de Wit\nb.txt,P01,2020,Truus Hoogendoorn\nc.txt,P02,2010,Opa\nd.txt,P02,2020,Jelle\n"
    interviews = f"file,person,wave,speaker\n{rows}"
    persons = "person,name\nP01,Truus de Wit\nP02,Jelle Brandsma\n"
    groups = groups_in(tmp_path / "nl", talks, interviews=interviews, persons=persons)
    want = ("Hoogendoorn-de Wit", "Truus", "Truus Hoogendoorn", "Truus de Wit", "Truus'")
    assert groups["P01"] == want
    assert groups["P02"] == ("Jelle", "Jelle Brandsma", "Opa")
    assert {name for name in groups if name.startswith("P")} == {"P01", "P02"}


@pytest.mark.parametrize(
    "forms",
    [
        ("Hendrik-Jan Wolters", "HJ", "H.J. Wolters"),
        ("Jan-Peter Zandstra", "JP Zandstra", "JP"),
        ("Rutger Boersma", "Rutger B.", "Rutger B"),
        ("Kees Oudshoorn", "C. Oudshoorn", "Cees Oudshoorn"),
        ("Annemieke ter Horst", "Annemiek ter Horst", "Ter Horst"),
        ("Said el Amrani", "Said Elamrani", "Said"),
        ("Mohamed Ait Ali", "Mohamed", "meneer Ait Ali"),
        ("Christel van der Wal", "Kristel", "K. v.d. Wal"),
        ("Sjoukje Dijkstra", "Dykstra"),
        ("Deborah Stevens", "Debbie Stephens"),
        ("Patricia O'Sullivan", "Trish Sullivan"),
        ("Gerda Tjong A Tak", "mevrouw Tjong A Tak", "mevrouw Tjong", "G. Tjong A Tak"),
        ("Karel van Beukering", "wethouder Van Beukering"),
        ("Sven Aalders", "collega Sven", "Svens"),
        ("Grace Ojo", "Pastor Grace", "Pastor Ojo"),
        ("Tom Fairclough", "Old Tom", "Tommy"),
        ("prof. dr. Van Gelder", "professor Van Gelder"),
        ("Gurpreet Sandhu", "Gurprit"),
        ("Grietje Roelofs", "Griet"),
    ],
)
def test_a_spelling_a_short_form_initials_or_an_office_make_no_other_person(forms: tuple[str, ...]) -> None:
    assert together(*forms) == [set(forms)]


@pytest.mark.parametrize(
    "forms",
    [
        ("Rutger Boersma", "Rutger Bos", "Rutger B."),
        ("Hendrik-Jan Smit", "Harm-Jan Bos", "HJ"),
        ("Yvonne Smit", "Jan Smit", "Y. Bos"),
        ("Rene Smit", "Renee Smit"),
        ("Greet Roelofs", "Riet Roelofs"),
        ("Jan Smit", "Piet Jan Smit"),
        ("Meera Smit", "Mira Smit"),
        ("Ben Haddou", "Ali ben Haddou"),
    ],
)
def test_a_form_that_may_be_of_two_is_put_with_neither(forms: tuple[str, ...]) -> None:
    groups = together(*forms)
    assert not any(len(group) > 1 and group & {forms[-1]} for group in groups)
    assert len(groups) == len(forms)


APART = (
    *("Nguyen Thi Lan/Nguyen Thi Hoa", "Nguyen Thi Lan/Nguyen Thi Lam", "Helen Baker Jones/Helen Baker Smith"),
    *("Ana Garcia Lopez/Ana Lopez Perez", "Anna Maria Bos Vos/Maria Vos/Anna Vos", "Jan Bos Vos/Jan Vos"),
    *("Tom Wall/Tom Fall", "Jan Fisher/Jan Visser", "Tom Shaw/Tom Saw", "Piet Fink/Piet Wink", "Tom Finch/Tom Winch"),
    *("Tom Young/Tom Jung", "Jan Wit/Jan Vit", "Mark Wilson/Mark Filson", "Anne Chase/Anne Sase", "Jan Faas/Jan Vaas"),
    *("notaris Bos/huisarts Bos", "captain Hall/nurse Hall", "wethouder Bos/burgemeester Bos", "neef Jan/broer Jan"),
    *("Jan Visser/Jan Fisser", "Jan Faber/Jan Vaber", "Jan Wisser/Jan Visser", "Jan Postma/Jan Bos/mevrouw Postma-Bos"),
    *("James Hill/Mr James", "Grace Webb/Mrs Grace", "Simon Bos/meneer Simon", "Vos Smit/dokter Vos"),
    *("coach Anna/nurse Anna", "rabbi Cohen/Judge Cohen/Mrs Cohen", "zwager Jan/buurman Jan/Jan Smit"),
)


@pytest.mark.parametrize("persons", APART)
def test_persons_of_whom_only_a_part_or_a_sound_is_the_same_or_with_two_offices_are_apart(persons: str) -> None:
    forms = persons.split("/")
    assert len(together(*forms)) == len(forms)


@pytest.mark.parametrize(
    "person", ["Gerda Tjong A Tak/mevrouw Tjong", "Jan Hall/captain Hall", "Glenn Vos/pastoor Glenn"]
)
def test_a_short_form_of_a_name_of_several_words_and_one_office_are_of_one_person(person: str) -> None:
    assert len(together(*person.split("/"))) == 1


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    ("talk", "want"),
    [
        ("Bij basisschool De Draak werkt Ans. De Draak is leuk.", "basisschool De Draak/Draak"),
        ("Ik ken Stichting Zorg Noorderlicht. De SZN helpt.", "Stichting Zorg Noorderlicht/SZN"),
        ("Ik ken Stichting Hoogveld. In Hoogveld woon ik.", "Hoogveld"),
        ("Ik ken Thuisgoed. Een huis van Thuisgoed.", "Thuisgoed"),
        ("Ik ken Kees Vos. Dat zei Kees junior, en Kees.", "Kees"),
        ("Ik ken Ans Vos en Ans Bos. En mevrouw Vos-Bos ook.", "Ans Vos/Ans Bos/Vos-Bos"),
        ("Ik ken Ans Vos. Ans is getrouwd en heet nou Ans Mol. Ans, ja.", "Ans Vos/Ans Mol/Ans"),
        ("Ik ken Ans Vos. De juf heet nu Ans Mol. Dat zei Ans.", "Ans"),
        ("Ik ken Ans Vos. Was dat Ans Vos? nee Ans Mol deed dat.", "Ans Mol"),
        ("Ik ken Jan Breda. Dat zei Breda, en in Breda woont hij.", "Breda"),
    ],
)
def test_what_the_words_around_names_say_joins_and_parts_them(tmp_path: Path, talk: str, want: str) -> None:
    lines = f"I: Wie kent u?\nR: {talk}\nI: En?\nR: Ja.\n"
    groups = groups_in(tmp_path / "study", {"P01_2010.txt": lines, "P01_2020.txt": "I: En nu?\nR: Goed.\n"})
    assert tuple(sorted(want.split("/"))) in groups.values()
