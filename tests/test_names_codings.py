"""What is coded by hand and drawn goes along into a study with pseudonyms, and fits there; all invented."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import StudyError, apply_codebook, read_codebook, read_corpus, read_framework, read_study
from bp_qual.cli import main
from bp_qual.coding.by_hand import CoderLog, list_coders, read_history
from bp_qual.coding.by_hand.making import mark_passage
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from bp_qual.study.sample_files import read_chances, write_sample
from bp_qual.study.sample_units import read_sample, read_sample_table
from bp_qual.validation.sampling import draw_sample, hash_passage
from test_names_applied import CODEBOOK, apply, write_sheet, write_study


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx")
    return tmp_path


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ("Berg", "[naam 1]"),
        ("den Berg hielp", "[naam 1] hielp"),
        ("Jan van", "[naam 1]"),
        ("an", "[naam 1]"),
        ("Zwol", "[plaats 1]"),
        ("s broer", "[naam 1]'s broer"),
    ],
)
def test_a_coding_that_begins_or_ends_inside_a_name_has_the_whole_pseudonym(
    quote: str, wanted: str, place: Path
) -> None:
    talk = read_corpus(place / "study").transcripts[0]
    start = talk.text.index(quote, talk.text.index("Jan"))
    book = read_codebook(place / "study" / "codebook.yaml")
    CoderLog(place / "study", "anna").append([mark_passage("add", talk, start, start + len(quote), "hulp", book)])
    apply(place)
    (event,) = read_history(place / "new", "anna").events
    assert event.quote == wanted
    assert read_corpus(place / "new").transcripts[0].text[event.start : event.end] == wanted


@pytest.mark.parametrize("says", ["codebook: codebook.yaml\n", ""])
def test_codings_stay_with_a_code_whose_id_is_a_name_also_where_the_study_names_no_codebook(
    says: str, place: Path
) -> None:
    path, settings = place / "study" / "codebook.yaml", place / "study" / "study.yaml"
    path.write_text(path.read_text("utf-8").replace("id: hulp", "id: Zwolle"), "utf-8")
    settings.write_text(settings.read_text("utf-8").replace("codebook: codebook.yaml\n", says), "utf-8")
    talk, book = read_corpus(place / "study").transcripts[0], read_codebook(path)
    start = talk.text.index("hielp mij")
    CoderLog(place / "study", "anna").append([mark_passage("add", talk, start, start + 9, "Zwolle", book)])
    apply(place)
    (event,) = read_history(place / "new", "anna").events
    assert event.code in read_codebook(place / "new" / "codebook.yaml").ids


def test_coders_of_an_agreed_coding_whose_name_is_in_the_sheet_lose_it(place: Path) -> None:
    talk, book = read_corpus(place / "study").transcripts[0], read_codebook(place / "study" / "codebook.yaml")
    start = talk.text.index("hielp mij")
    made = mark_passage("add", talk, start, start + 9, "hulp", book)
    CoderLog(place / "study", "anna").append([replace(made, coders=("anna", "Jan van den Berg"))])
    apply(place)
    assert [event.coders for event in read_history(place / "new", "anna").events] == [("anna", "naam_1")]


def test_a_sample_can_be_used_in_the_study_with_pseudonyms(place: Path) -> None:
    """Its texts changed by names alone: its passages, their words and its stamp are of the texts of now."""
    study = read_study(place / "study")
    corpus, book = read_corpus(study), read_codebook(place / "study" / "codebook.yaml")
    write_sample(study, "first", draw_sample(corpus, apply_codebook(book, corpus), book, n=2, codes=["hulp"]))
    apply(place)
    new = read_study(place / "new")
    drawn = read_chances(new, "first", read_corpus(new))
    assert len(drawn) == len(read_chances(study, "first", corpus))
    texts = {talk.interview: talk.text for talk in read_corpus(new).transcripts}
    for row in drawn.to_dict("records"):
        assert row["codebook"] == read_codebook(place / "new" / "codebook.yaml").coder
    with (place / "new" / "samples" / "first.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert hash_passage(texts[row["interview"]][int(row["start"]) : int(row["end"])]) == row["said"]


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("separator", "above", "codec"),
    [(";", "", "utf-8"), (";", "sep=;\n", "utf-8-sig"), ("\t", "", "utf-16"), (",", "Zwolle\n\n", "utf-8")],
)
def test_a_sample_that_a_spreadsheet_saved_can_be_used_in_the_study_with_pseudonyms(
    separator: str, above: str, codec: str, place: Path
) -> None:
    """With another sign between the columns and headings in capitals, as `read_sample` takes it too."""
    study = read_study(place / "study")
    corpus, book = read_corpus(study), read_codebook(place / "study" / "codebook.yaml")
    path = write_sample(study, "first", draw_sample(corpus, apply_codebook(book, corpus), book, n=2, codes=["hulp"]))
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    with path.open("w", encoding=codec, newline="") as file:
        file.write(above)
        csv.writer(file, delimiter=separator).writerows([[name.upper() for name in head], *rows])
    apply(place)
    new = read_study(place / "new")
    changed = read_corpus(new)
    assert len(read_chances(new, "first", changed)) == len(rows)
    texts = {talk.interview: talk.text for talk in changed.transcripts}
    for _, row in read_sample_table(new, "first").rows:
        assert hash_passage(texts[row["interview"]][int(row["start"]) : int(row["end"])]) == row["said"]
    assert "Zwolle" not in (place / "new" / "samples" / "first.csv").read_text(encoding=codec)


def test_a_sample_that_was_changed_by_hand_is_so_in_the_study_with_pseudonyms(place: Path) -> None:
    study = read_study(place / "study")
    corpus, book = read_corpus(study), read_codebook(place / "study" / "codebook.yaml")
    path = write_sample(study, "first", draw_sample(corpus, apply_codebook(book, corpus), book, n=2, codes=["hulp"]))
    path.write_text(path.read_text(encoding="utf-8").replace(",near-miss,1,", ",near-miss,2,"), encoding="utf-8")
    apply(place)
    new = read_study(place / "new")
    with pytest.raises(StudyError, match="was changed after it was drawn"):
        read_chances(new, "first", read_corpus(new))


def test_codings_are_of_the_codebook_with_pseudonyms_and_name_it_without_names(place: Path) -> None:
    codebook = place / "study" / "codebook.yaml"
    text = CODEBOOK.replace("codebook: Themes", "codebook: Zwolle").replace(
        "    label: Hulp\n", "    label: Hulp\n    definition: Hulp aan Jan in Zwolle.\n"
    )
    codebook.write_text(text, encoding="utf-8")
    talk, book = read_corpus(place / "study").transcripts[0], read_codebook(codebook)
    start = talk.text.index("hielp mij")
    now = mark_passage("add", talk, start, start + 9, "hulp", book)
    before = replace(now, id="earlier", codebook="Zwolle@0.9.0+0123456789ab", meaning="0123456789ab")
    CoderLog(place / "study", "anna").append([now, before])
    apply(place)
    first, second = read_history(place / "new", "anna").events
    new = read_codebook(place / "new" / "codebook.yaml")
    assert (first.codebook, first.meaning) == (new.coder, new.meaning("hulp"))
    assert (second.codebook, second.meaning) == ("[plaats 1]@0.9.0+0123456789ab", "0123456789ab")


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--by-change"]])
@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_quotes_in_a_matrix_are_no_notes_when_names_in_them_are_replaced_or_put_back(
    ending: str, options: list[str], place: Path
) -> None:
    path = place / "study" / f"matrix{ending}"
    assert CliRunner().invoke(main, ["framework", str(place / "study"), "-o", str(path), *options]).exit_code == 0
    assert read_framework(path).empty
    apply(place)
    assert read_framework(place / "new" / f"matrix{ending}").empty
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    assert read_framework(place / "old" / f"matrix{ending}").empty


CODER_AND_IDS = "coders: [Jan]\nsample: Zwolle\nsample_coder: Jan\nplan: [Roos]\nasked: {Roos: ['2010']}\n"
BOOK_OF_NAMES = """codebook: Themes
version: 1.0.0
language: nl
renamed: {Annie: Roos}
codes:
  - id: hulp
    terms: [helpen, hulp]
    codes:
      - id: "Roos"
        label: Aandacht van Roos
        terms: [geven]
"""


def write_coded_by_jan(folder: Path) -> None:
    """A coder, a sample and a code have names that are rows of the sheet; study.yaml and the codebook name them."""
    (folder / "codebook.yaml").write_text(BOOK_OF_NAMES, encoding="utf-8")
    study, book = read_study(folder), read_codebook(folder / "codebook.yaml")
    corpus = read_corpus(study)
    talk = corpus.transcripts[0]
    start = talk.text.index("gaf een roos")
    made = mark_passage("add", talk, start, start + 12, "Roos", book)
    earlier = replace(made, id="e", code="Annie")  # a code that the codebook has no more
    finished = replace(made, id="d", do="done", start=-1, end=-1, quote="", code="", codes=("hulp", "Roos"))
    CoderLog(folder, "Jan").append([made, earlier, finished])
    drawn = draw_sample(corpus, apply_codebook(book, corpus), book, n=2, codes=["hulp"])
    dealt = replace(drawn, units=drawn.units.assign(coders="Jan anna"))
    write_sample(study, "Zwolle", dealt)
    with (folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write(CODER_AND_IDS)


def test_a_coder_a_sample_and_a_code_whose_names_are_rows_of_the_sheet_still_count(place: Path) -> None:
    """'[naam 1]' can be no coder, sample or id: none of these would be found again, and what Jan coded not counted."""
    write_coded_by_jan(place / "study")
    said = apply(place).say("nl")
    new = read_study(place / "new")
    assert (new.coders, new.sample, new.sample_coder) == (("naam_1",), "plaats_1", "naam_1")
    assert (new.plan, dict(new.asked)) == (("naam_2",), {"naam_2": ("2010",)})
    book = read_codebook(place / "new" / "codebook.yaml")
    assert book.ids == ("hulp", "naam_2")
    history = read_history(place / "new", "naam_1")
    assert [event.code for event in history.events] == ["naam_2", "P05", ""]
    assert history.events[2].codes == ("hulp", "naam_2")
    assert history.events[0].meaning == book.meaning("naam_2")
    units = read_sample(new, "plaats_1", read_corpus(new))
    assert {(unit.coders, unit.dealt) for unit in units} == {(("naam_1", "anna"), ("naam_1", "anna"))}
    assert find_leftover_names(place / "new", key=place / "key.csv").found == ()
    assert "'Zwolle'" not in said
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    for name in ("study.yaml", "codebook.yaml"):
        assert (place / "old" / name).read_bytes() == (place / "study" / name).read_bytes()
    assert (place / "old" / "codings" / "Jan.jsonl").is_file()


def test_a_copy_of_a_coders_file_is_the_same_coders_in_the_new_study(place: Path) -> None:
    write_coded_by_jan(place / "study")
    own = place / "study" / "codings" / "Jan.jsonl"
    own.with_name("Jan (conflicted copy of Roos).jsonl").write_bytes(own.read_bytes())
    apply(place)
    assert list_coders(place / "new") == ("naam_1",)


def test_codes_that_would_get_one_id_are_refused(place: Path) -> None:
    """Else the codebook of the new study could not be read, and no coding would be of a code."""
    text = BOOK_OF_NAMES + "  - id: naam_2\n    terms: [bloem]\n"
    (place / "study" / "codebook.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(
        StudyError, match="(?s)^codebook.yaml  could not be read as a codebook.*codebook.yaml:12:9 .*naam_2"
    ):
        apply(place)
    assert not (place / "new").exists()
    assert not (place / "key.csv").exists()
