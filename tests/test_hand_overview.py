"""`bp-qual codings` and `bp-qual restore`: what was done, what cannot be counted, and how to get it back."""

from __future__ import annotations

import re
import shutil
import zlib
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual import check_study, read_codings, read_study, write_coding
from bp_qual.cli import main
from bp_qual.errors import StoreError
from bp_qual.files import daily_copies
from bp_qual.files.daily_copies import KEPT, list_copies
from bp_qual.page.desk import open_desk
from bp_qual.page.start_view import describe_study
from bp_qual.study.copies import copied_days, keep_daily_copy, restore_day

BOOK = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: samen, terms: [samen]}\n  - {id: vrij}\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for wave in ("2010", "2020"):
        (tmp_path / f"P01_{wave}.txt").write_text("I: Hoe?\nR: Wij doen dat samen en vrij.\n", encoding="utf-8")
    place = {"interview": "P01_2010", "start": 24, "end": 29}
    write_coding(tmp_path, {**place, "code": "samen"}, coder="anna", do="accept")
    write_coding(tmp_path, {**place, "start": 33, "end": 37, "code": "vrij"}, coder="anna")
    write_coding(tmp_path, {"note": "Begin hier."}, coder="anna", do="memo")
    write_coding(tmp_path, {"interview": "P01_2010"}, coder="anna", do="done")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), prog_name="bp-qual")


def test_codings_says_who_did_what_and_how_much_is_done(study: Path, tmp_path: Path) -> None:
    result = run("codings", str(study), "-o", str(tmp_path / "out" / "codings.csv"))
    assert result.exit_code == 0, result.output
    assert "anna: 1 coding, 1 hit accepted, 0 rejected, 1 memo; 1 of 2 interviews finished." in result.output
    table = pd.read_csv(tmp_path / "out" / "codings.csv")
    assert table[["coder", "code", "quote", "status"]].values.tolist() == [
        ["anna", "vrij", "vrij", "human"], ["anna", "samen", "samen", "accepted"],
    ]  # fmt: skip
    assert "anna: 1 codering" in run("codings", str(study), "--language", "nl").output


def test_a_code_made_after_an_interview_was_done_is_told_until_it_is_done_for_that_code_too(study: Path) -> None:
    (study / "codebook.yaml").write_text(BOOK + "  - {id: later, label: Wat later}\n", encoding="utf-8")
    told = run("codings", str(study)).output
    assert "1 of 2 interviews finished" in told
    assert "P01_2010: finished, but not for Wat later." in told
    write_coding(study, {"interview": "P01_2010", "code": "later"}, coder="anna", do="done")
    told = run("codings", str(study)).output
    assert "1 of 2 interviews finished" in told
    assert "but not for" not in told


@pytest.mark.slow
def test_a_code_that_got_another_name_makes_codings_and_compare_count_the_same_interviews(study: Path) -> None:
    (study / "codebook.yaml").write_text(BOOK.replace("id: vrij", "id: vrijheid"), encoding="utf-8")
    told = run("codings", str(study)).output
    compared = run("compare", str(study), "-o", str(study / "out"), "--count", "human", "--language", "en").output
    assert "1 of 2 interviews finished" in " ".join(told.split())
    assert "1 of 2 interviews finished" in " ".join(compared.split()), compared
    assert "Finished for some of the codes only: 1 interview of these." in " ".join(compared.split())


def test_codings_of_a_study_that_nobody_coded_says_so(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    (tmp_path / "P01_2010.txt").write_text("I: Hoe?\nR: Samen.\n", encoding="utf-8")
    result = run("codings", str(tmp_path))
    assert (result.exit_code, "Nobody has coded this study by hand" in result.output) == (0, True)


def test_a_code_that_is_gone_is_listed_and_no_row_is_lost(study: Path, tmp_path: Path) -> None:
    """Rows in are rows out, and the exit code is 1."""
    (study / "codebook.yaml").write_text(BOOK.replace("  - {id: vrij}\n", ""), encoding="utf-8")
    result = run("codings", str(study), "-o", str(tmp_path / "codings.csv"))
    assert result.exit_code == 1
    assert "anna: the codebook has no code vrij (1 coding, 0 decisions)." in result.output
    table = pd.read_csv(tmp_path / "codings.csv")
    assert table["status"].tolist() == ["no code", "accepted"]


def test_what_lost_its_place_its_hit_or_a_byte_is_listed(study: Path) -> None:
    (study / "codebook.yaml").write_text(BOOK.replace("[samen]", "[buurt]"), encoding="utf-8")
    no_hit = run("codings", str(study))
    assert no_hit.exit_code == 1
    assert "anna, P01_2010, samen: 'samen' is a decision on a hit that the codebook no longer makes" in no_hit.output
    talk = study / "P01_2010.txt"
    talk.write_text(talk.read_text(encoding="utf-8").replace("en vrij", "en los"), encoding="utf-8")
    file = study / "codings" / "anna.jsonl"
    lines = file.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"Begin", b"Bogin")
    file.write_bytes(b"\n".join(lines) + b'{"v":1,"id":"t')
    result = run("codings", str(study))
    assert result.exit_code == 1
    assert "anna, P01_2010, vrij: 'vrij' is no longer there" in result.output
    assert "anna.jsonl:3 cannot be read, and is left out" in result.output
    assert "anna.jsonl:5 is not whole, and is left out" in result.output


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("old", "new"), [(b'{"v":1,', b'{"v":2,'), (b'"do":"memo"', b'"do":"draw"'), (b'"note":', b'"song":')]
)
def test_a_line_of_a_newer_version_is_left_out_and_called_that(study: Path, old: bytes, new: bytes) -> None:
    file = study / "codings" / "anna.jsonl"
    lines = file.read_bytes().split(b"\n")
    said = lines[2].replace(old, new)[: -len(b',"crc":"00000000"}')]
    lines[2] = said + b',"crc":"%08x"}' % zlib.crc32(said)
    file.write_bytes(b"\n".join(lines))
    result = run("codings", str(study))
    assert "anna.jsonl:3 was written by a newer version of bp_qual, and is left out" in result.output
    assert "a byte of it" not in result.output
    told = "anna.jsonl: 1 regel geschreven door een nieuwere versie van bp_qual, de eerste is regel 3"
    assert any(note.startswith(told) for note in check_study(study, language="nl").notes)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("cp1252", "Windows-1252 (ANSI)")],
)
def test_a_file_that_an_editor_saved_in_another_encoding_is_called_that_and_kept_as_it_is(
    study: Path, codec: str, name: str, language: str
) -> None:
    """What is added to it in UTF-8 would be spoilt when the coder puts it right."""
    write_coding(study, {"note": "Één buurvrouw."}, coder="anna", do="memo")
    file = study / "codings" / "anna.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole.decode().replace("\n", "\r\n").encode(codec))
    saved = file.read_bytes()
    told = {"en": f"anna.jsonl was saved as {name} in an editor", "nl": f"in een teksteditor als {name} bewaard"}
    result = run("codings", str(study), "--language", language)
    assert result.exit_code == 1
    assert told[language] in result.output
    assert "a byte of it" not in result.output
    notes = [note for note in check_study(study, language=language).notes if told[language] in note]
    assert len(notes) == 1
    desk = open_desk(study, coder="anna")
    assert f" als {name} bewaard" in desk.say_read_only("nl")
    assert f"was saved as {name} in an editor" in describe_study(desk).read_only
    with pytest.raises(StoreError, match=re.escape(f"was saved as {name} in an editor")):
        write_coding(study, {"note": "Go on."}, coder="anna", do="memo")
    assert file.read_bytes() == saved
    file.write_bytes(b"\xef\xbb\xbf" + saved.decode(codec).encode())
    write_coding(study, {"note": "Go on."}, coder="anna", do="memo")
    assert run("codings", str(study)).exit_code == 0
    assert len(read_codings(study, coder="anna").memos) == 3


def test_nothing_is_added_to_a_file_that_is_saved_in_another_encoding_while_the_page_is_open(study: Path) -> None:
    desk = open_desk(study, coder="anna")
    file = study / "codings" / "anna.jsonl"
    file.write_bytes(file.read_bytes().decode().encode("utf-16"))
    saved = file.read_bytes()
    with pytest.raises(StoreError, match="was saved as UTF-16"):
        desk.save([{"id": "e9", "do": "memo", "note": "Go on."}], desk.codebook.coder)
    assert file.read_bytes() == saved


def test_files_with_byte_order_marks_that_were_put_behind_each_other_are_read(study: Path) -> None:
    file = study / "codings" / "anna.jsonl"
    first, _, rest = file.read_bytes().partition(b"\n")
    file.write_bytes(b"\xef\xbb\xbf" + first + b"\n\xef\xbb\xbf" + rest)
    assert run("codings", str(study)).exit_code == 0


def test_an_empty_day_lists_the_copies_and_the_codebook_tells_the_language(study: Path) -> None:
    (study / "study.yaml").write_text("codebook: codebook.yaml\n", encoding="utf-8")
    keep_daily_copy(read_study(study), day="2030-01-01")
    assert run("restore", str(study), "--day", "").output == run("restore", str(study)).output
    assert "2030-01-01\n" in run("restore", str(study), "--day", "").output
    assert "Alles is al zoals" in run("restore", str(study), "--day", "2030-01-01").output


def test_a_sync_clients_copy_and_a_foreign_file_are_told(study: Path) -> None:
    own = study / "codings" / "anna.jsonl"
    (study / "codings" / "anna (conflicted copy).jsonl").write_bytes(own.read_bytes())
    for name in ("!.jsonl", "anna.jsonl.conflict1", "anna.jsonl~"):
        (study / "codings" / name).write_bytes(b"")
    result = run("codings", str(study))
    assert result.exit_code == 1, "what is not read is not counted"
    assert "anna: also read, as copies of the same file: anna (conflicted copy).jsonl." in result.output
    told = (
        "Not read, because they are no file of a coder: !.jsonl, anna.jsonl.conflict1, anna.jsonl~. Rename a copy of"
        " one to anna (copy).jsonl, with the name of its coder."
    )
    assert told in result.output
    named = next(note for note in check_study(study).notes if note.startswith("codings/!.jsonl"))
    assert named.startswith("codings/!.jsonl is not read, as its name is not that of a coder.")
    assert "anna (copy).jsonl" in named
    assert told in describe_study(open_desk(study, coder="anna")).notices


def test_a_copy_that_is_the_only_file_left_is_named_too(study: Path) -> None:
    own = study / "codings" / "anna.jsonl"
    own.rename(study / "codings" / "anna (conflicted copy).jsonl")
    result = run("codings", str(study))
    assert "anna: also read, as copies of the same file: anna (conflicted copy).jsonl." in result.output


def test_a_last_line_that_was_cut_off_is_something_that_may_not_be_counted(study: Path) -> None:
    own = study / "codings" / "anna.jsonl"
    assert run("codings", str(study)).exit_code == 0
    whole = own.read_bytes()
    own.write_bytes(whole + whole.splitlines(keepends=True)[-1][:40])
    assert run("codings", str(study)).exit_code == 1
    write_coding(study, {"note": "Go on."}, coder="anna", do="memo")
    assert run("codings", str(study)).exit_code == 0, "no number lacks before the next line: nothing was lost"


def test_a_ruined_or_deleted_file_is_put_back_byte_for_byte_and_what_it_replaced_is_kept(study: Path) -> None:
    file, book = study / "codings" / "anna.jsonl", study / "codebook.yaml"
    bytes_before = file.read_bytes(), book.read_bytes()
    assert keep_daily_copy(read_study(study), day="2030-01-01") is not None
    assert keep_daily_copy(read_study(study), day="2030-01-01") is None
    file.write_bytes(b"ruined")
    book.unlink()
    assert "2030-01-01" in run("restore", str(study)).output
    result = run("restore", str(study), "--day", "2030-01-01")
    assert result.exit_code == 0, result.output
    assert (file.read_bytes(), book.read_bytes()) == bytes_before
    kept = [
        path.read_bytes() for path in (study / "codings" / ".copies").rglob("anna.jsonl") if "replaced" in str(path)
    ]
    assert kept == [b"ruined"]
    assert "as in the copy of 2030-01-01 already" in run("restore", str(study), "--day", "2030-01-01").output
    assert len(read_codings(study).codings) == 1


def test_a_codebook_shared_by_several_studies_is_put_back_where_it_was(study: Path) -> None:
    book = study.parent / "codebooks" / "shared.yaml"
    book.parent.mkdir()
    book.write_bytes((study / "codebook.yaml").read_bytes())
    (study / "codebook.yaml").unlink()
    described = (study / "study.yaml").read_text("utf-8").replace("codebook.yaml", "../codebooks/shared.yaml")
    (study / "study.yaml").write_text(described, "utf-8")
    keep_daily_copy(read_study(study), day="2030-01-01")
    before = book.read_bytes()
    book.write_bytes(b"ruined")
    assert book.resolve() in [path.resolve() for path in restore_day(study, "2030-01-01").back]
    assert book.read_bytes() == before
    assert not (study / "shared.yaml").exists()
    assert [path.read_bytes() for path in study.rglob("shared.yaml") if "replaced" in str(path)] == [b"ruined"]


def test_restore_says_what_it_left_as_it_was_and_where_it_kept_what_it_replaced(study: Path) -> None:
    described = read_study(study)
    keep_daily_copy(described, day="2030-01-01")
    (study / "codings" / "zoe.jsonl").write_bytes(b"")
    (study / "codings" / "anna.jsonl").write_bytes(b"ruined")
    told = run("restore", str(study), "--day", "2030-01-01").output
    assert "Left alone, as in the copy of 2030-01-01 already: codebook.yaml" in told
    assert "Left as now, because the copy of 2030-01-01 does not have it: zoe.jsonl" in told
    (kept,) = (study / "codings" / ".copies").glob("replaced *")
    assert f"What was replaced is kept in {kept}" in told.replace("\n", "")


def test_no_copy_is_sought_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("restore", str(tmp_path / "nowhere"))
    assert result.exit_code == 1
    assert "is not there" in result.output


def test_ten_copies_are_kept_and_the_eleventh_removes_the_oldest(study: Path) -> None:
    described = read_study(study)
    for day in range(1, KEPT + 2):
        keep_daily_copy(described, day=f"2030-01-{day:02}")
    assert copied_days(study) == tuple(f"2030-01-{day:02}" for day in range(KEPT + 1, 1, -1))
    assert "codings" not in str(check_study(study))


def test_what_was_replaced_is_no_copy_of_a_day(study: Path) -> None:
    keep_daily_copy(read_study(study), day="2030-01-01")
    (study / "codings" / "anna.jsonl").write_bytes(b"x")
    restore_day(study, "2030-01-01")
    assert list_copies(study / "codings" / ".copies")[0] == "2030-01-01"
    assert len(copied_days(study)) == 2


def test_what_two_restores_of_one_moment_replaced_is_all_kept(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class At(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2030, 1, 2, 3, 4, 5)

    monkeypatch.setattr(daily_copies, "datetime", At)
    keep_daily_copy(read_study(study), day="2030-01-01")
    for work in (b"first", b"second"):
        (study / "codings" / "anna.jsonl").write_bytes(work)
        restore_day(study, "2030-01-01")
    replaced = (study / "codings" / ".copies").glob("replaced*/**/anna.jsonl")
    assert sorted(path.read_bytes() for path in replaced) == [b"first", b"second"]


def test_a_day_without_a_copy_is_a_sentence(study: Path) -> None:
    keep_daily_copy(read_study(study), day="2030-01-01")
    result = run("restore", str(study), "--day", "2029-12-31")
    assert result.exit_code == 1
    assert "has no copy of 2029-12-31. There are: 2030-01-01, " in result.output


def test_a_copy_that_cannot_be_made_is_a_warning_and_stops_nobody(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bp_qual.errors import BpQualWarning
    from bp_qual.files import atomic_writing

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_writing, "write_synced", refuse)
    with pytest.warns(BpQualWarning, match="no copy of the codings was made today"):
        assert keep_daily_copy(read_study(study), day="2030-01-01") is None
    assert "2030-01-01" not in copied_days(study)
    assert not list((study / "codings" / ".copies").glob(".2030*"))


@pytest.mark.parametrize("target", ["mine.txt", "nothing"])
def test_a_link_in_the_place_of_a_coders_file_is_not_restored_over_nor_read(study: Path, target: str) -> None:
    keep_daily_copy(read_study(study), day="2030-01-01")
    outside = study.parent / f"outside {study.name}"
    outside.mkdir()
    (outside / "mine.txt").write_bytes(b"secret")
    (study / "codings" / "anna.jsonl").unlink()
    (study / "codings" / "anna.jsonl").symlink_to(outside / target)
    result = run("restore", str(study), "--day", "2030-01-01")
    assert result.exit_code == 1
    assert "is a link" in result.output
    assert (study / "codings" / "anna.jsonl").is_symlink()
    assert [path.read_bytes() for path in outside.iterdir()] == [b"secret"]
    kept = [path for path in (study / "codings").rglob("*") if path.is_file() and not path.is_symlink()]
    assert not any(path.read_bytes() == b"secret" for path in kept)


@pytest.mark.parametrize("linked", ["2030-01-01", ""])
def test_copies_that_are_links_are_none(study: Path, linked: str) -> None:
    """A study that somebody sent would have files of yours put into it."""
    copies, outside = study / "codings" / ".copies", study.parent / f"copies of {study.name}"
    keep_daily_copy(read_study(study), day="2030-01-01")
    (copies / linked).rename(outside)
    (copies / linked).symlink_to(outside)
    assert "2030-01-01" not in copied_days(study)


def test_a_folder_in_the_place_of_a_coders_file_is_told_and_nothing_is_left_behind(study: Path) -> None:
    keep_daily_copy(read_study(study), day="2030-01-01")
    (study / "codings" / "anna.jsonl").unlink()
    (study / "codings" / "anna.jsonl").mkdir()
    result = run("restore", str(study), "--day", "2030-01-01")
    assert (result.exit_code, "Is a directory" in result.output or "it is a folder" in result.output) == (1, True)
    assert not list(study.rglob("*bp_qual-*"))


CAPITALS = {"en": "Anna and anna differ in capitals only", "nl": "Anna en anna verschillen alleen in hoofdletters"}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
def test_coders_whose_names_differ_in_capitals_only_are_told(study: Path, language: str) -> None:
    def told() -> list[str]:
        """What each place says: the overview, a comparison by hand, and the start of the page."""
        counted = ["--count", "human", "--coder", "anna", "-o", str(study.parent / "out")]
        commands = (["codings", str(study)], ["compare", str(study), *counted])
        start = describe_study(open_desk(study, coder="anna"), language)
        said = (run(*words, "--language", language).output for words in commands)
        return [" ".join(text.split()) for text in (*said, " ".join(start.notices))]

    write_coding(study, {"interview": "P01_2020"}, coder="bea", do="done")
    assert not any(CAPITALS[language] in text for text in told())
    (study / "codings" / "bea.jsonl").rename(study / "codings" / "Anna.jsonl")
    if len(list((study / "codings").glob("*.jsonl"))) == 1:
        pytest.skip("this disk takes both names for one file")
    assert all(CAPITALS[language] in text for text in told())


def test_a_copy_made_while_the_clock_ran_ahead_is_in_nobodys_way_and_the_first_to_go(study: Path) -> None:
    described = read_study(study)
    place = study / "codings" / ".copies"
    shutil.rmtree(place, ignore_errors=True)
    ahead = [f"2031-05-{day:02}" for day in range(1, KEPT + 1)]
    for day in ahead:
        keep_daily_copy(described, day=day)
    made = [keep_daily_copy(described, day=f"2030-01-{day:02}") for day in (1, 2)]
    assert [path is not None and path.is_dir() for path in made] == [True, True]
    back = [f"2030-01-01 ({day})" for day in ahead]
    assert copied_days(study) == ("2030-01-02", "2030-01-01", *reversed(back[2:]))
    assert keep_daily_copy(described, day="2031-05-05") is not None, "the day that it once seemed to be"
    assert copied_days(study)[0] == "2031-05-05"


def test_what_was_copied_while_the_clock_ran_ahead_can_be_put_back(study: Path) -> None:
    described = read_study(study)
    shutil.rmtree(study / "codings" / ".copies", ignore_errors=True)
    (study / "codings" / "anna.jsonl").write_bytes(b"then")
    keep_daily_copy(described, day="2031-05-01")
    (study / "codings" / "anna.jsonl").write_bytes(b"later")
    keep_daily_copy(described, day="2030-01-01")
    result = run("restore", str(study))
    assert result.output.splitlines() == ["2030-01-01", "2030-01-01 (2031-05-01)"]
    assert run("restore", str(study), "--day", "2030-01-01 (2031-05-01)").exit_code == 0
    assert (study / "codings" / "anna.jsonl").read_bytes() == b"then"
