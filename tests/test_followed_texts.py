"""What a coder did belongs to the text in which it was done, whatever that interview is called now."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import apply_codebook, count_codes, import_codings, read_codings, write_coding
from bp_qual.page.desk import open_desk
from bp_qual.page.start_view import describe_study
from bp_qual.study.hand_coding import read_coders
from bp_qual.study.hand_overview import overview_of
from bp_qual.study.settled_sheets import list_unsettled
from bp_qual.study.settling import Decision, settle
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import Counted, what_counts

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: help, terms: [help]}
  - {id: money, terms: [money]}
"""
ASKED = "I: How did that go, living here in the street for so long?\nR: {}\n"
FIRST = ASKED.format("We had help from the neighbours then, and hardly any money to speak of.")
SECOND = ASKED.format("Later on nobody came by any more, so the winters were long and quiet for us.")
OTHER = ASKED.format("My brother kept pigeons on the roof, and he sold them on Sundays at the market.")
HEAD = "file,person,wave\n"
ROWS = {"a.txt": "a.txt,P01,2010\n", "b.txt": "b.txt,P01,2010\n", "c.txt": "c.txt,P01,2020\n"}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study in which P01 was talked to twice in 2010: P01_2010 and P01_2010_2."""
    folder = tmp_path / "study"
    folder.mkdir()
    for name, text in {"a.txt": FIRST, "b.txt": SECOND, "c.txt": OTHER}.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    list_files(folder, "a.txt", "b.txt", "c.txt")
    return folder


def list_files(folder: Path, *files: str) -> None:
    (folder / "interviews.csv").write_text(HEAD + "".join(ROWS[name] for name in files), "utf-8")
    for name in {*ROWS} - {*files}:
        (folder / name).unlink(missing_ok=True)


def mark(folder: Path, interview: str, words: str, code: str, *, text: str = FIRST, coder: str = "anna") -> None:
    start = text.index(words)
    row = {"interview": interview, "start": start, "end": start + len(words), "code": code}
    write_coding(folder, row, coder=coder)


def finish(folder: Path, *interviews: str, coder: str = "anna") -> None:
    for interview in interviews:
        write_coding(folder, {"interview": interview}, coder=coder, do="done")


def counted(folder: Path, coder: str = "anna") -> Counted:
    own, corpus, book = read_inputs(folder)
    return what_counts(own, apply_codebook(book, corpus), corpus, book, count="human", coder=coder)


def done(folder: Path, coder: str = "anna") -> list[str]:
    return sorted(counted(folder, coder).combined.finished)


@pytest.mark.slow
def test_a_done_does_not_pass_to_another_interview_that_takes_the_name(study: Path) -> None:
    finish(study, "P01_2010", "P01_2020")
    list_files(study, "b.txt", "c.txt")
    assert done(study) == ["P01_2020"]
    own, corpus, book = read_inputs(study)
    panel = count_codes(counted(study).combined, corpus, book)
    assert panel.counts[panel.counts["wave"] == "2010"].empty, "nobody looked at the second interview: no zero"
    (note,) = [note for note in counted(study).notes if note.kind == "done of another text"]
    assert "not finished by anna, as another text is there now" in str(note)
    assert "niet af van anna" in note.say("nl")
    assert any(str(note) in line for line in overview_of(own, apply_codebook(book, corpus), corpus, book).lines)
    start = describe_study(open_desk(study, coder="anna"))
    assert str(note) in start.notices
    assert not read_codings(study, coder="anna").is_done("P01_2010", "help")
    finish(study, "P01_2010")
    assert done(study) == ["P01_2010", "P01_2020"]
    assert not [note for note in counted(study).notes if note.kind == "done of another text"]


def test_codings_and_done_of_the_second_stay_with_its_text(study: Path) -> None:
    mark(study, "P01_2010_2", "long and quiet", "help", text=SECOND)
    mark(study, "P01_2010", "hardly any money", "money")
    finish(study, "P01_2010_2")
    list_files(study, "b.txt", "c.txt")
    hand = read_codings(study, coder="anna")
    assert hand.codings[["interview", "quote"]].values.tolist() == [["P01_2010", "long and quiet"]]
    assert hand.lost["quote"].tolist() == ["hardly any money"]
    assert done(study) == ["P01_2010"]
    assert "anna: what was done in P01_2010_2 counts for P01_2010, which has its text now." in map(
        str, counted(study).notes
    )
    page = open_desk(study, coder="anna")
    assert [where.where[0] for where in page.standing_in("P01_2010")[0].codings] == ["P01_2010"]


def test_a_file_that_comes_before_the_others_takes_no_done(study: Path) -> None:
    list_files(study, "b.txt", "c.txt")
    mark(study, "P01_2010", "long and quiet", "help", text=SECOND)
    finish(study, "P01_2010")
    (study / "a.txt").write_text(FIRST, "utf-8")
    list_files(study, "a.txt", "b.txt", "c.txt")
    assert done(study) == ["P01_2010_2"]
    assert read_codings(study, coder="anna").codings["interview"].tolist() == ["P01_2010_2"]


def test_files_that_change_names_take_what_was_done_with_them_there_and_back(study: Path) -> None:
    mark(study, "P01_2010", "hardly any money", "money")
    finish(study, "P01_2010")
    for first, second, name in (("2020", "2010", "P01_2020"), ("2010", "2020", "P01_2010")):
        rows = f"a.txt,P01,{first}\nc.txt,P01,{second}\n"
        (study / "interviews.csv").write_text(HEAD + rows, "utf-8")
        (study / "b.txt").unlink(missing_ok=True)
        hand = read_codings(study, coder="anna")
        assert (hand.codings["interview"].tolist(), done(study)) == ([name], [name])


def test_an_interview_of_another_person_now_takes_its_codings_along(study: Path) -> None:
    mark(study, "P01_2020", "sold them on Sundays", "money", text=OTHER)
    write_coding(study, {"interview": "P01_2020", "note": "Shy."}, coder="anna", do="memo")
    finish(study, "P01_2020")
    rows = "a.txt,P01,2010\nb.txt,P01,2010\nc.txt,P09,2020\n"
    (study / "interviews.csv").write_text(HEAD + rows, "utf-8")
    hand = read_codings(study, coder="anna")
    assert hand.codings[["interview", "person"]].values.tolist() == [["P09_2020", "P09"]]
    assert hand.memos["interview"].tolist() == ["P09_2020"]
    assert (len(hand.lost), done(study)) == (0, ["P09_2020"])


@pytest.mark.parametrize("coded", [True, False])
def test_an_interview_that_was_edited_stays_finished_and_is_told(study: Path, *, coded: bool) -> None:
    if coded:
        mark(study, "P01_2010", "hardly any money", "money")
    finish(study, "P01_2010")
    (study / "a.txt").write_text(FIRST.replace("neighbours", "people next door"), "utf-8")
    assert done(study) == ["P01_2010"]
    assert read_codings(study, coder="anna").edited == ("P01_2010",)


def test_an_interview_that_was_edited_and_got_another_name_takes_codings_and_done_along(study: Path) -> None:
    mark(study, "P01_2020", "sold them on Sundays", "money", text=OTHER)
    finish(study, "P01_2020")
    (study / "c.txt").write_text(OTHER.replace("My brother", "Her uncle"), "utf-8")
    (study / "interviews.csv").write_text(HEAD + ROWS["a.txt"] + ROWS["b.txt"] + "c.txt,P09,2020\n", "utf-8")
    hand = read_codings(study, coder="anna")
    assert hand.codings[["interview", "quote"]].values.tolist() == [["P09_2020", "sold them on Sundays"]]
    assert (len(hand.lost), done(study), hand.edited) == (0, ["P09_2020"], ("P09_2020",))
    told = {note.kind: str(note) for note in counted(study).notes}
    assert told["codings followed"].startswith("anna: what was done in P01_2020 counts for P09_2020")


@pytest.mark.slow
def test_an_edited_form_is_not_followed_where_there_are_two_or_the_coder_worked_there_or_it_is_half_of_it(
    study: Path,
) -> None:
    finish(study, "P01_2020")
    edited, head = OTHER.replace("My brother", "Her uncle"), HEAD + ROWS["a.txt"] + ROWS["b.txt"]
    (study / "c.txt").write_text(edited, "utf-8")
    (study / "d.txt").write_text(OTHER.replace("market", "fair"), "utf-8")
    (study / "interviews.csv").write_text(head + "c.txt,P09,2020\nd.txt,P08,2020\n", "utf-8")
    assert done(study) == [], "two are as like it"
    (note,) = [note for note in counted(study).notes if note.kind == "done of no interview"]
    assert str(note).startswith("finished by anna, but not among the interviews that are read now: P01_2020.")
    assert note.say("nl").startswith("af van anna, maar niet onder de interviews die nu gelezen worden: P01_2020.")
    own, corpus, book = read_inputs(study)
    assert any(str(note) in line for line in overview_of(own, apply_codebook(book, corpus), corpus, book).lines)
    assert str(note) in describe_study(open_desk(study, coder="anna")).notices
    (study / "d.txt").write_text(ASKED.format("On Sundays at the market my sister sang, and we all came."), "utf-8")
    assert done(study) == ["P09_2020"], "less than half of it is in the other"
    assert "done of no interview" not in {note.kind for note in counted(study).notes}
    assert not any("not among" in line for line in describe_study(open_desk(study, coder="anna")).notices)
    finish(study, "P09_2020", coder="bert")
    write_coding(study, {"interview": "P09_2020", "note": "Again."}, coder="anna", do="memo")
    assert (done(study), done(study, "bert")) == ([], ["P09_2020"]), "anna worked there since"


@pytest.mark.slow
def test_of_two_interviews_with_one_text_each_keeps_its_own(study: Path) -> None:
    (study / "b.txt").write_text(FIRST, "utf-8")
    mark(study, "P01_2010", "hardly any money", "money")
    mark(study, "P01_2010_2", "help from", "help")
    finish(study, "P01_2010")
    assert read_codings(study, coder="anna").codings["interview"].tolist() == ["P01_2010", "P01_2010_2"]
    (study / "a.txt").write_text(FIRST.replace("to speak of", "at all"), "utf-8")
    assert done(study) == ["P01_2010"]
    assert read_codings(study, coder="anna").codings["interview"].tolist() == ["P01_2010", "P01_2010_2"]


def test_what_coders_settled_follows_too(study: Path) -> None:
    mark(study, "P01_2010_2", "long and quiet", "help", text=SECOND)
    for coder in ("anna", "bert"):
        finish(study, "P01_2010", "P01_2010_2", coder=coder)
    own, corpus, book = read_inputs(study)
    coders = read_coders(own, corpus=corpus, codebook=book)
    table = list_unsettled(own, coders, corpus, book)
    settle(own, coders, corpus, book, [Decision(r.interview, r.start, r.end, r.code, True) for r in table.itertuples()])
    list_files(study, "b.txt", "c.txt")
    for coder in ("agreed", "all"):
        combined = counted(study, coder).combined
        assert done(study, coder) == ["P01_2010"]
        assert combined.codings[["interview", "quote"]].values.tolist() == [["P01_2010", "long and quiet"]]


def test_what_an_import_finished_belongs_to_its_text_too(study: Path) -> None:
    file = study.parent / "list.csv"
    file.write_text("document,code,quote\na.txt,money,hardly any money\n", "utf-8")
    import_codings(file, study, coder="cor", all_coded=True)
    assert done(study, "cor") == ["P01_2010", "P01_2010_2", "P01_2020"]
    list_files(study, "b.txt", "c.txt")
    assert done(study, "cor") == ["P01_2010", "P01_2020"]
    (study / "b.txt").write_text(OTHER.replace("pigeons", "rabbits"), "utf-8")
    (study / "c.txt").write_text(SECOND, "utf-8")
    assert done(study, "cor") == ["P01_2020"]
