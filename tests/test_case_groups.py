"""A case of a group of persons, or of a wave, is no person and shares no interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bp_qual import import_codings
from bp_qual.errors import StudyError
from bp_qual.exchange.case_groups import tell_cases_apart
from program_builders import make_qualcoder
from proposed_rows import proposed_rows
from refi_builders import Mark, make_qdpx

PERSONS = {"P01": ["a1", "a2"], "P02": ["b1", "b2"]}
WAVES = {"a1": "2010", "a2": "2020", "b1": "2010", "b2": "2020"}
EVERY = ["a1", "a2", "b1", "b2"]
SHARED = {"P01": ["s1", "a2"], "P02": ["s1", "b2"]}
TURNS = {"Moeder": ["s1", "s2"], "Vader": ["s1"], "Kind": ["s2"]}
ONCE = {f"{name[0]}{number}": "2010" if number == 1 else "2020" for name in "abs" for number in (1, 2)}


def written(study: Path) -> set[tuple[str, str, str]]:
    return {(row["file"].removesuffix(".txt"), row["person"], row["wave"]) for row in proposed_rows(study)}


def make_project(path: Path, cases: Mapping[str, Sequence[str]], waves: Mapping[str, str]) -> Path:
    names = sorted({name for own in cases.values() for name in own})
    texts = {name: f"I: Hoe?\nR: Wij doen dat samen, zei {name}.\n" for name in names}
    if path.suffix == ".qdpx":
        variables = {name: {"wave": wave} for name, wave in waves.items() if name in names}
        path.write_bytes(make_qdpx(texts, {names[0]: [Mark("samen", "samen")]}, variables=variables, cases=cases))
        return path
    more = "DELETE FROM cases; DELETE FROM case_text; DELETE FROM attribute;"
    for number, (case, own) in enumerate(cases.items(), start=1):
        more += f"INSERT INTO cases VALUES ({number}, '{case}', '', '', '');"
        for name in own:
            place = f"{number}, {names.index(name) + 1}, 0, {len(texts[name])}"
            more += f"INSERT INTO case_text VALUES (NULL, {place}, '', '', '');"
    for name in names:
        if name in waves:
            said = f"'{waves[name]}', {names.index(name) + 1}"
            more += f"INSERT INTO attribute VALUES (NULL, 'wave', 'file', {said}, '', '');"
    (path / "x").mkdir(parents=True)
    (path / "data.qda").write_bytes(make_qualcoder(texts, {names[0]: [("samen", "samen")]}, more=more))
    return path


@pytest.mark.sweep(2)
@pytest.mark.parametrize("file", ["p.qdpx", "p.qda"])
@pytest.mark.parametrize(
    "groups",
    [
        {"Front-line workers": EVERY},
        {"All": EVERY, "Care": ["a1", "a2", "b1", "b2"]},
        {"North, before": ["a1", "b1"], "North, after": ["a2", "b2"]},
        {"2010": ["a1", "b1"], "2020": ["a2", "b2"]},
    ],
)
def test_a_group_beside_its_persons_shares_no_interview(
    tmp_path: Path, file: str, groups: Mapping[str, Sequence[str]]
) -> None:
    study = tmp_path / "study"
    done = import_codings(make_project(tmp_path / file, {**groups, **PERSONS}, WAVES), study)
    rows = {(name, person, WAVES[name]) for person, own in PERSONS.items() for name in own}
    assert written(study) == rows
    assert done.codings[["person", "wave"]].values.tolist() == [["P01", "2010"]]
    for name in groups if "2010" not in groups else ():
        assert name in done.say("en")
        assert "taken for a group and not for a person" in done.say("en")
        assert "gelezen als groep en niet als persoon" in done.say("nl")


@pytest.mark.parametrize("file", ["p.qdpx", "p.qda"])
def test_a_case_called_after_a_wave_says_the_wave_of_its_documents(tmp_path: Path, file: str) -> None:
    study, cases = tmp_path / "study", {"Ronde 1": ["a1", "b1"], "Ronde 2": ["a2", "b2"], **PERSONS}
    import_codings(make_project(tmp_path / file, cases, {}), study)
    assert written(study) == {("a1", "P01", "1"), ("a2", "P01", "2"), ("b1", "P02", "1"), ("b2", "P02", "2")}


@pytest.mark.sweep(3)
@pytest.mark.parametrize("file", ["p.qdpx", "p.qda"])
@pytest.mark.parametrize("cases", [SHARED, {"P01": ["s1", "s2"], "P02": ["s1", "s2"]}, {**TURNS}, {"T1": ["s1"]}])
def test_who_was_interviewed_with_others_stays_a_person(
    tmp_path: Path, file: str, cases: Mapping[str, Sequence[str]]
) -> None:
    study = tmp_path / "study"
    done = import_codings(make_project(tmp_path / file, cases, ONCE), study)
    assert {(name, person) for name, person, _ in written(study)} == {(n, p) for p, own in cases.items() for n in own}
    assert "interviews.csv (file, person" not in done.say("en")


def test_a_case_with_the_documents_of_several_persons_and_more_is_told_as_a_group(tmp_path: Path) -> None:
    study, waves = tmp_path / "study", {**WAVES, "focus": "2020"}
    done = import_codings(make_project(tmp_path / "p.qdpx", {**PERSONS, "Team": [*EVERY, "focus"]}, waves), study)
    assert not any(person == "Team" for _, person, _ in written(study))
    assert "and more: Team. If it is a person, say so in interviews.csv" in done.say("en")
    assert "en nog andere: Team. Is het een persoon, zet dat dan in interviews.csv" in done.say("nl")


def test_two_cases_with_the_same_documents_beside_a_group_are_named(tmp_path: Path) -> None:
    study, cases = tmp_path / "study", {**PERSONS, "P03": ["c1", "c2"], "Leiding": ["c1", "c2"], "Team": EVERY}
    done = import_codings(make_project(tmp_path / "p.qdpx", cases, {**WAVES, "c1": "2010", "c2": "2020"}), study)
    assert {person for _, person, _ in written(study)} == {"P01", "P02", "P03", "Leiding"}
    assert "interviewed together: P03, Leiding" in done.say("en")


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("file", ["p.qdpx", "p.qda"])
def test_where_nothing_tells_persons_from_groups_they_are_named_and_nobody_is_guessed(
    tmp_path: Path, file: str, dry_run: bool
) -> None:
    study = tmp_path / "study"
    project = make_project(tmp_path / file, {**PERSONS, "Noord": ["a1", "b1"], "Zuid": ["a2", "b2"]}, {})
    with pytest.raises(StudyError) as refused:
        import_codings(project, study, dry_run=dry_run)
    assert "has cases that may be persons or groups of persons: P01, P02, Noord, Zuid." in str(refused.value)
    assert "Zet in interviews.csv (file, person, wave) wie" in refused.value.say("nl")
    assert study.exists() is not dry_run
    assert dry_run or written(study) == {(name, "", "") for name in EVERY}


def test_a_case_that_the_project_says_is_a_person_is_one() -> None:
    cases = {**PERSONS, "Team": EVERY}
    assert tell_cases_apart(cases, WAVES).others == {"Team"}
    assert tell_cases_apart(cases, WAVES, ["Team"]).others == frozenset()


@pytest.mark.parametrize("cases", [SHARED, {"P01": ["s1", "s2"], "P02": ["s1", "s2"]}, {"P01": ["s1"], "P02": ["s1"]}])
def test_a_couple_is_two_persons_where_no_wave_is_known_too(cases: Mapping[str, Sequence[str]]) -> None:
    assert tell_cases_apart(cases, {}).others == frozenset()
