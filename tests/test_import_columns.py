"""Who a row is about and which code it has, however the columns of a list or a matrix are called and filled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bp_qual import export_codings, import_codings, read_codebook, read_codings
from bp_qual.cli import main
from bp_qual.coding.by_hand import check_coder, read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.errors import BpQualError
from bp_qual.study.exporting import GIVEN_ENDINGS
from bp_qual.study.received_coders import coder_name
from two_persons import make_two_persons

TALK = {
    "P01_2010": "I: Hoe gaat het?\nR: Wij doen dat samen. Het werk is zwaar geworden.\n",
    "P01_2020": "I: Hoe gaat het?\nR: Ieder voor zich, zo is dat.\n",
    "P04_P05_2010": "I: Hoe is het?\nJan: Ik kook graag.\nMarie: Hij kookt nooit.\n",
}
WHO = "file,person,wave,speaker\nP01_2010.txt,P01,2010,\nP01_2020.txt,P01,2020,\n"
SHARED = "P04_P05_2010.txt,P04,2010,Jan\nP04_P05_2010.txt,P05,2010,Marie\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for name, talk in TALK.items():
        (folder / f"{name}.txt").write_text(talk, encoding="utf-8")
    (folder / "interviews.csv").write_text(WHO + SHARED, encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    return folder


def write_list(study: Path, *lines: str) -> Path:
    path = study.parent / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_coder_whose_name_windows_keeps_is_given_another_and_told(study: Path) -> None:
    path = write_list(study, "person,wave,code,quote,coder", "P01,2010,samen,samen,Con", "P01,2020,zelf,voor zich,b")
    done = CliRunner().invoke(main, ["import", str(path), str(study)])
    assert done.exit_code == 0, done.output
    assert "de coderingen van Con staan onder con_1: op Windows kan geen bestand Con heten" in done.output
    assert sorted(file.name for file in (study / "codings").glob("*.jsonl")) == ["b.jsonl", "con_1.jsonl"]
    again = import_codings(path, study, coder="con")
    assert (again.coders, int(again.codings["new"].sum())) == (("con_1",), 0)


def test_hits_of_a_codebook_that_come_back_are_told_to_count_as_coded_by_hand(study: Path) -> None:
    path = write_list(study, "person,wave,code,quote,coder", "P01,2010,samen,samen,B@1.0.0+0123456789ab")
    (told,) = [note for note in import_codings(path, study).notes if note.kind == "coder a codebook"]
    assert "now count as coded and finished by hand by b_1_0_0_0123456789ab" in str(told)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("ending", GIVEN_ENDINGS)
def test_every_format_says_that_hits_are_those_of_a_codebook(study: Path, ending: str) -> None:
    (study / "study.yaml").write_text("language: nl\ncodebook: thuis_en_werk_in_de_buurt.yaml\n", encoding="utf-8")
    book = "{codebook: Thuis en werk in de buurt, version: 1.0.0, language: nl, codes: [{id: werk, terms: [werk]}]}"
    (study / "thuis_en_werk_in_de_buurt.yaml").write_text(book, encoding="utf-8")
    export_codings(study, path := study.parent / f"hits{ending}", count="machine")
    notes = import_codings(path, study).notes
    assert "coder a codebook" in [note.kind for note in notes]


@given(st.text(max_size=60))
def test_what_a_file_calls_its_coder_can_always_be_the_name_of_a_file(name: str) -> None:
    assert check_coder(coder_name(name)) == coder_name(name)


@pytest.mark.parametrize("name", ["ß" * 40, "(con)", "İ" * 30, "aux", "-"])
def test_names_that_grow_shrink_or_are_kept_can_be_those_of_files(name: str) -> None:
    assert check_coder(coder_name(name)) == coder_name(name)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("heading", ["persoon", "respondent", "interview", "ID", ""])
def test_the_name_of_a_row_in_a_matrix_may_say_the_wave_whatever_stands_above_it(study: Path, heading: str) -> None:
    path = write_list(study, f"{heading},samen,koken", "P01_2010,Wij doen dat samen,", "P05_2010,,Hij kookt nooit.")
    codings = import_codings(path, study, coder="anna").codings
    assert codings[["person", "wave", "code"]].to_numpy().tolist() == [
        ["P01", "2010", "samen"],
        ["P05", "2010", "koken"],
    ]


def test_a_person_with_the_wave_in_the_name_is_that_person_in_a_list_too(study: Path) -> None:
    rows = ["P01_2010,,samen,doen dat samen", "P01_2010,2010,werk,zwaar", "P01_2010,2020,werk,zwaar"]
    path = write_list(study, "persoon,ronde,code,citaat", *rows, "P05_2010,,koken,Ik kook graag")
    done = import_codings(path, study, coder="anna")
    assert done.codings["code"].tolist() == ["samen", "werk"]
    assert done.listed[["where", "why"]].to_numpy().tolist() == [
        ["list.csv:4", "no_interview"],
        ["list.csv:5", "no_answer"],
    ]


@pytest.mark.parametrize("heading", ["ID", "naam", "Pseudoniem"])
def test_a_column_of_names_is_that_of_persons_where_they_are_those_of_the_study(study: Path, heading: str) -> None:
    path = write_list(study, f"{heading},wave,code,quote", "P01,2010,werk,zwaar", "P01,2020,werk,zwaar")
    done = import_codings(path, study, coder="anna")
    assert done.codings["interview"].tolist() == ["P01_2010"]
    assert done.listed["why"].tolist() == ["not_found"]
    assert (done.lost, done.anywhere) == ((), ())


def test_numbers_of_rows_are_no_persons(study: Path) -> None:
    done = import_codings(write_list(study, "ID,wave,code,quote", "1,2010,werk,zwaar"), study, coder="anna")
    assert [remark.values["name"] for remark in done.lost] == ["ID"]
    assert done.anywhere == ("list.csv:2",)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("headings", "cells", "paths"),
    [
        ("Code,Subcode", "werk,druk; stress", ["werk > druk", "werk > stress"]),
        ("Thema,Subthema", "werk,", ["werk"]),
        ("Categorie,Subcategorie", "werk,druk", ["werk > druk"]),
        ("Kategorie,Unterkategorie", "werk,druk", ["werk > druk"]),
        ("Subcode,memo", "druk,", ["druk"]),
        ("Code,Subcode", "werk; thuis,druk; rust", ["werk > druk", "thuis > rust"]),
        ("Code,Subcode", "werk; thuis,druk", ["werk", "thuis", "druk"]),
    ],
)
def test_a_sub_code_is_below_the_code_in_its_row(study: Path, headings: str, cells: str, paths: list[str]) -> None:
    done = import_codings(write_list(study, f"persoon,jaar,{headings},citaat", f"P01,2010,{cells},zwaar"), study)
    book = read_codebook(study / "codebook.yaml")
    assert [" > ".join([*book.ancestors(code)[::-1], code]) for code in done.codings["code"]] == paths
    assert done.lost == ()


def test_the_code_of_a_row_is_not_repeated_for_its_sub_code(study: Path) -> None:
    import_codings(write_list(study, "persoon,jaar,Code,Subcode,citaat", "P01,2010,werk,druk,zwaar"), study)
    events = [json.loads(line) for line in (study / "codings" / "imported.jsonl").read_text("utf-8").splitlines()]
    assert [event["code"] for event in events if event["do"] == "add"] == ["druk"]


TWICE = "I: Hoe?\nR: Het geld was op. Ja, het geld was op.\n"


@pytest.mark.parametrize(("ending", "last"), [("", 0), (".0", 0), ("", -1), (".0", -1)])
def test_places_may_be_written_as_a_spreadsheet_does_and_with_the_last_letter_as_the_end(
    study: Path, ending: str, last: int
) -> None:
    (study / "P01_2010.txt").write_text(TWICE, encoding="utf-8")
    start = TWICE.index("geld was op", 20)
    place = f"{start}{ending},{start + len('geld was op') + last}{ending}"
    done = import_codings(
        write_list(study, "document,code,quote,start,end", f"P01_2010,geld,geld was op,{place}"), study
    )
    assert done.codings[["start", "how"]].to_numpy().tolist() == [[start, "position"]]


@pytest.mark.parametrize("places", ["3,4", "1e3,1011", "12.5,23.5", "500,511"])
def test_places_of_another_text_say_nothing(study: Path, places: str) -> None:
    (study / "P01_2010.txt").write_text(TWICE, encoding="utf-8")
    done = import_codings(
        write_list(study, "document,code,quote,start,end", f"P01_2010,geld,geld was op,{places}"), study
    )
    assert done.listed["why"].tolist() == ["found_twice", "found_twice"]


def test_that_all_is_coded_undoes_that_an_interview_with_codings_was_not(study: Path) -> None:
    path = write_list(study, "person,wave,code,quote", "P01,2010,samen,doen dat samen")

    def is_finished(**said: object) -> bool:
        import_codings(path, study, coder="anna", **said)
        return bool(replay(read_history(study, "anna").events).finished(["P01_2010"], ["samen"]))

    assert is_finished()
    assert not is_finished(not_coded=["P01_2010"])
    assert not is_finished()
    assert not is_finished(not_coded=["P01_2010"], all_coded=True)
    assert is_finished(all_coded=True)


@pytest.mark.sweep(1)
@pytest.mark.parametrize("heading", ["Resp", "Resp.nr", "Respondent ID", "pid", "Deelnemer nr", "nr respondent"])
def test_a_heading_that_speaks_of_persons_in_other_words_is_theirs_whoever_stands_below_it(
    study: Path, heading: str
) -> None:
    path = write_list(study, f"{heading},wave,code,quote", "P01,2010,werk,zwaar", "P99,2010,werk,zwaar")
    done = import_codings(path, study, coder="anna")
    assert done.codings["where"].tolist() == ["list.csv:2"]
    assert done.listed["why"].tolist() == ["no_interview"]
    assert (done.lost, done.anywhere) == ((), ())


def test_a_column_with_persons_of_the_study_says_who_a_row_is_about_and_that_is_told(study: Path) -> None:
    path = write_list(study, "Wie zei dit,wave,code,quote", "P04,2010,werk,zwaar", "P01,2010,werk,zwaar")
    done = import_codings(path, study, coder="anna")
    assert done.listed["where"].tolist() == ["list.csv:2"]
    assert done.codings["where"].tolist() == ["list.csv:3"]
    assert "the column 'Wie zei dit' has persons of the study in it" in done.say("en")
    assert done.lost == ()


def test_of_two_columns_with_persons_that_no_heading_tells_apart_none_is_taken(study: Path) -> None:
    path = write_list(study, "Wie,Over wie,wave,code,quote", "P04,P01,2010,werk,zwaar", "P01,P04,2010,werk,zwaar")
    done = import_codings(path, study, coder="anna")
    assert [remark.values["name"] for remark in done.lost] == ["Wie", "Over wie"]
    assert done.anywhere == ("list.csv:2", "list.csv:3")


@pytest.mark.parametrize(("heading", "placed"), [("Nr", 0), ("Leeftijd", 0), ("Resp.nr", 1)])
def test_a_number_is_a_person_only_where_the_heading_says_so(study: Path, heading: str, placed: int) -> None:
    (study / "interviews.csv").write_text("file,person,wave\nP01_2010.txt,1,2010\nP01_2020.txt,2,2020\n", "utf-8")
    path = write_list(study, f"{heading},code,quote", "2,werk,zwaar", "1,werk,zwaar")
    done = import_codings(path, study, coder="anna")
    assert (len(done.listed), len(done.lost)) == ((1, 0) if placed else (0, 1))


@pytest.mark.parametrize("headings", ["Hoofdcode,Subcode", "parent,code"])
def test_where_only_the_code_above_is_filled_it_is_the_code(study: Path, headings: str) -> None:
    rows = ("P01,2010,werk,druk,zwaar", "P01,2020,werk,,voor zich")
    done = import_codings(write_list(study, f"persoon,jaar,{headings},citaat", *rows), study)
    assert done.codings["code"].tolist() == ["druk", "werk"]
    assert not len(done.listed)
    assert "the one above it, which was taken as the code: 1, the first on line 3: werk" in done.say("en")


def test_a_code_above_others_in_a_row_without_a_quote_codes_nothing(study: Path) -> None:
    rows = ("P01,2010,werk,,", "P01,2010,werk,druk,zwaar")
    done = import_codings(write_list(study, "persoon,jaar,Hoofdcode,Subcode,citaat", *rows), study)
    assert done.codings["code"].tolist() == ["druk"]
    assert not len(done.listed)


@pytest.mark.parametrize("name", ["tuin <x>", "tuin <x> ", "werk > tuin <x>"])
def test_a_code_keeps_the_sign_at_its_end(study: Path, name: str) -> None:
    import_codings(write_list(study, "persoon,jaar,code,citaat", f"P01,2010,{name},zwaar"), study)
    book = read_codebook(study / "codebook.yaml")
    assert book.label(book.ids[-1]) == "tuin <x>"


@pytest.mark.parametrize("heading", ["Codering", "Code naam", "Theme/code", "Onderwerp", "Topic", "Code(s)"])
def test_codes_stand_below_what_people_call_them(study: Path, heading: str) -> None:
    done = import_codings(write_list(study, f"persoon,jaar,{heading},citaat", "P01,2010,werk,zwaar"), study)
    assert done.codings["code"].tolist() == ["werk"]


def test_columns_of_codes_may_be_told_apart_by_a_letter(study: Path) -> None:
    path = write_list(study, "Person,Year,Quote,Code A,Code B", "P01,2010,zwaar,werk,druk", "P01,2020,voor zich,,zelf")
    done = import_codings(path, study)
    assert done.codings["code"].tolist() == ["werk", "druk", "zelf"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("label", ["Respondent: ", "Geïnterviewde: ", "[R] "])
def test_a_label_of_respondents_before_a_quote_is_nobodys_words_whatever_the_transcript_writes(
    study: Path, label: str
) -> None:
    path = write_list(study, "person,wave,code,quote", f"P01,2010,samen,{label}Wij doen dat samen.")
    assert import_codings(path, study).codings["quote"].tolist() == ["Wij doen dat samen."]
    path = write_list(study, "person,wave,code,quote", "P01,2010,samen,Waar: Wij doen dat samen.")
    assert import_codings(path, study).listed["why"].tolist() == ["not_found"]


def test_a_corrected_list_that_comes_in_again_says_that_the_earlier_codings_stay(study: Path) -> None:
    first = import_codings(write_list(study, "person,wave,code,quote", "P01,2010,samen,zwaar"), study)
    again = import_codings(write_list(study, "person,wave,code,quote", "P01,2010,samen,zwaar"), study)
    assert not [note for done in (first, again) for note in done.notes if note.kind == "earlier list"]
    path = write_list(study, "person,wave,code,quote", "P01,2010,werk,zwaar")
    assert "what that one coded stays" in import_codings(path, study).say("en")
    other = path.rename(path.with_name("other.csv"))
    assert "what that one coded stays" not in import_codings(other, study).say("en")


def test_a_list_to_mend_without_a_row_left_says_where_to_delete_the_row(study: Path) -> None:
    listed = study.parent / "listed.csv"
    path = write_list(study, "person,wave,code,quote", "P01,2010,samen,nergens gezegd")
    import_codings(path, study, coder="anna", listed_in=listed)
    listed.write_text(listed.read_text("utf-8-sig").splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(BpQualError, match="no rows left.*Delete the row in the file that it came from"):
        import_codings(listed, study, coder="anna")


def test_of_two_columns_that_speak_of_persons_the_one_with_those_of_the_study_is_taken(study: Path) -> None:
    path = write_list(study, "casus nr,resp nr,wave,code,quote", "7,P01,2010,samen,samen", "8,P01,2020,zelf,voor zich")
    assert import_codings(path, study, coder="anna").codings["interview"].tolist() == ["P01_2010", "P01_2020"]


def test_beside_a_document_a_column_of_names_says_nothing(study: Path) -> None:
    """Whoever is named there may be the one who is spoken of."""
    path = write_list(study, "document,over wie,code,quote", "P01_2010,P04,samen,samen")
    done = import_codings(path, study, coder="anna")
    assert done.codings["interview"].tolist() == ["P01_2010"]
    assert "persons by their names" not in [note.kind for note in done.notes]


def test_a_column_with_a_name_of_the_study_here_and_there_is_not_that_of_persons(study: Path) -> None:
    path = write_list(
        study,
        "wave,code,quote,over",
        "2010,samen,samen,P01",
        "2010,zwaar,zwaar,de baas",
        "2020,zelf,voor zich,de buurt",
    )
    done = import_codings(path, study, coder="anna")
    assert "persons by their names" not in [note.kind for note in done.notes]


MARKED = (
    "person,wave,quote,work,health",
    "P01,2010,My back hurts,?,1",
    "P01,2010,I work too much,1,0",
    "P02,2010,I work too much,1,n/a",
    "P02,2020,My knees are sore,0,1",
    "P01,2020,I stopped in May,1,0",
)


def test_a_mark_that_says_neither_yes_nor_no_leaves_its_code_open_there(tmp_path: Path) -> None:
    study = make_two_persons(tmp_path / "study")
    (path := tmp_path / "wide.csv").write_text("\n".join(MARKED), encoding="utf-8")
    done = import_codings(path, study, coder="anna")
    assert len(done.codings) == 5
    assert "a column of yes and no says neither, so that its code is left open in that interview: 2" in done.say("en")
    names = ("P01_2010", "P01_2020", "P02_2010", "P02_2020")
    assert read_codings(study, coder="anna").state.finished(names, ("work", "health")) == {
        *((name, code) for name in ("P01_2020", "P02_2020") for code in ("work", "health")),
        ("P01_2010", "health"), ("P02_2010", "work"),
    }  # fmt: skip


def test_codes_may_stand_on_lines_and_between_semicolons_in_one_cell(tmp_path: Path) -> None:
    study = make_two_persons(tmp_path / "study")
    path = tmp_path / "list.csv"
    path.write_text('person,wave,code,quote\nP01,2010,"work; stress\nhealth | body",My back hurts\n', encoding="utf-8")
    done = import_codings(path, study, coder="anna")
    assert [*done.codings["code"]] == ["work", "stress", "health", "body"]


def test_a_code_of_the_codebook_with_a_semicolon_in_it_is_not_parted(tmp_path: Path) -> None:
    study = make_two_persons(tmp_path / "study")
    book = "codebook: B\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {id: ws, label: work; stress, terms: [x]}\n"
    (study / "codebook.yaml").write_text(book.replace("label: work; stress", 'label: "work; stress"'), encoding="utf-8")
    (study / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    path = tmp_path / "list.csv"
    path.write_text('person,wave,code,quote\nP01,2010,"work; stress\nhealth",My back hurts\n', encoding="utf-8")
    assert [*import_codings(path, study, coder="anna").codings["code"]] == ["ws", "health"]


def quotes_of(study: Path, cell: str) -> list[str]:
    path = study.parent / "list.csv"
    path.write_text(f'person,wave,code,quote\nP01,2010,work,"{cell}"\n', encoding="utf-8")
    return [*import_codings(path, study, coder="anna", dry_run=True).codings["quote"]]


def test_two_lines_in_a_cell_between_which_a_sentence_ends_in_the_talk_are_two_quotes(tmp_path: Path) -> None:
    study = make_two_persons(tmp_path / "study")
    assert quotes_of(study, "My back hurts\nI work too much") == ["My back hurts", "I work too much"]
    assert quotes_of(study, "My back\nhurts. I work too\nmuch") == ["My back hurts. I work too much"]
    assert quotes_of(study, "My back hurts. I\nwork too much") == ["My back hurts. I work too much"]
