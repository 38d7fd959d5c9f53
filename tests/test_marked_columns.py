"""A list of quotes with a column for each code, marked by yes and no, holds those codes and no code called quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import import_codings, read_codebook
from bp_qual.errors import BpQualError


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text("I: Hoe?\nR: Het was te veel. Het geld was op.\n", encoding="utf-8")
    return folder


def write_list(study: Path, heading: str, *rows: str) -> Path:
    path = study.parent / "list.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.sweep(7)
@pytest.mark.parametrize(("yes", "no"), [("1", "0"), ("x", ""), ("ja", "nee"), ("True", "False"), ("1.0", "0.0")])
@pytest.mark.parametrize("heading", ["quote", "Citaat", "text", "Excerpt Copy"])
def test_columns_that_are_marked_are_codes(study: Path, heading: str, yes: str, no: str) -> None:
    rows = (f"P01,2010,Het was te veel,{yes},{no},zorg", f"P01,2010,Het geld was op,{yes},{yes},zorg")
    done = import_codings(write_list(study, f"person,wave,{heading},Werk,Geld,Sector", *rows), study, coder="anna")
    assert done.codings[["quote", "code"]].values.tolist() == [
        ["Het was te veel", "werk"],
        ["Het geld was op", "werk"],
        ["Het geld was op", "geld"],
    ]
    assert [str(lost) for lost in done.lost] == ["the column 'Sector'"]


@pytest.mark.parametrize("row", ["P01,2010,Het was te veel,7", "P01,2010,Het was te veel,"])
def test_a_list_without_codes_is_refused(study: Path, row: str) -> None:
    with pytest.raises(BpQualError, match="no column of codes"):
        import_codings(write_list(study, "person,wave,quote,score", row), study)
    assert not (study / "codebook.yaml").exists()


@pytest.mark.parametrize(
    ("code", "quote", "person"),
    [("Code(s)", "Extract", "Proband"), ("Kategorie", "Verbatim", "Probandin"), ("Codesystem", "quote", "person")],
)
def test_more_headings_are_known(study: Path, code: str, quote: str, person: str) -> None:
    done = import_codings(write_list(study, f"{person},Jahr,{code},{quote}", "P01,2010,druk,te veel"), study)
    assert done.codings[["person", "code", "quote"]].values.tolist() == [["P01", "druk", "te veel"]]


def test_a_category_beside_a_code_is_the_code_above_it(study: Path) -> None:
    import_codings(write_list(study, "person,wave,Kategorie,code,quote", "P01,2010,werk,druk,te veel"), study)
    assert read_codebook(study / "codebook.yaml").code("druk").parent == "werk"


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    "total", ["Totaal,,,7,9,16", "Total,,12,7,9,16", "Gesamt,,12 quotes,7,9,16", ",Grand total,,7,9,16", "Σ,,,7,9,16"]
)
@pytest.mark.parametrize("heading", ["Totaal", "Total", "Gesamt", "Sum"])
def test_rows_and_columns_of_totals_are_no_codes_and_nobody_and_are_told(study: Path, heading: str, total: str) -> None:
    rows = ("P01,2010,Het was te veel,1,0,1", "P01,2010,Het geld was op,1,1,1", total)
    done = import_codings(write_list(study, f"person,wave,quote,Werk,Geld,{heading}", *rows), study, coder="anna")
    assert [*done.codings["code"]] == ["werk", "werk", "geld"]
    assert not len(done.listed)
    said = [str(lost) for lost in done.lost]
    assert said[0] == f"the column '{heading}'"
    assert said[1].startswith("rows of totals: 1, the first on line 4")


def test_a_column_whose_name_begins_with_total_is_a_code(study: Path) -> None:
    done = import_codings(write_list(study, "person,wave,quote,total rewards", "P01,2010,Het was te veel,1"), study)
    assert [*done.codings["code"]] == ["total_rewards"]


def test_totals_of_a_matrix_are_nobodys_and_told(study: Path) -> None:
    rows = ("Werk,Het was te veel,,1", "Eindtotaal,een citaat hier,,1")
    done = import_codings(write_list(study, "code,P01_2010,P01_2020,Totaal", *rows), study, coder="anna")
    assert [*done.codings["code"]] == ["werk"]
    rows = ("P01 2010,Het was te veel,1", "Grand total,een citaat hier,1")
    done = import_codings(write_list(study, "person,Werk,Totaal", *rows), study, coder="anna")
    assert [*done.codings["code"]] == ["werk"]
    assert "rows of totals: 1, the first on line 3: Grand total een citaat hier 1" in done.say("en")
    assert not len(done.listed)


@pytest.mark.parametrize(
    "heading", ["Nr", "Verwijzingsnummer", "Aantal verwijzingen", "Fundstellen", "Reference number"]
)
def test_a_column_of_numbers_of_rows_or_references_is_no_code(study: Path, heading: str) -> None:
    rows = ("P01,2010,Het was te veel,1", "P01,2010,Het geld was op,1")
    with pytest.raises(BpQualError, match="no column of codes"):
        import_codings(write_list(study, f"person,wave,quote,{heading}", *rows), study)


@pytest.mark.parametrize(("language", "said"), [("en", "has no column called code"), ("nl", "kolom die code heet")])
@pytest.mark.parametrize(
    ("headings", "marks"), [("Wichtig", (",x", ",")), ("Belang,Later", (",1,1", ",1,1")), ("Wichtig", (",1", ",1"))]
)
def test_beside_one_column_of_marks_a_column_of_words_that_nothing_explains_may_have_the_codes(
    study: Path, headings: str, marks: tuple[str, str], language: str, said: str
) -> None:
    rows = (f"P01,2010,Het was te veel,werk{marks[0]}", f"P01,2010,Het geld was op,geld{marks[1]}")
    with pytest.raises(BpQualError) as refused:
        import_codings(write_list(study, f"person,wave,quote,Aspekt,{headings}", *rows), study)
    told = refused.value.say(language)
    assert said in told
    assert "'Aspekt'" in told
    assert all(f"'{name}'" in told for name in headings.split(","))
    assert not (study / "codebook.yaml").exists()


def test_a_list_of_nvivo_in_dutch_has_its_codes_in_the_column_of_nodes(study: Path) -> None:
    headings = "Bestand,Knooppunt,Dekking,Aantal verwijzingen,Verwijzingsnummer,Gecodeerde tekst"
    done = import_codings(write_list(study, headings, r"P01_2010,Knooppunten\Werk\Druk,5,1,1,te veel"), study)
    assert done.codings[["code", "quote"]].values.tolist() == [["druk", "te veel"]]
    assert read_codebook(study / "codebook.yaml").code("druk").parent == "werk"


@pytest.mark.parametrize("name", ["Income > 2000", "income > 2000", "A -> B", "Werk\\thuis"])
def test_a_name_of_the_codebook_is_no_path_whatever_signs_are_in_it(study: Path, name: str) -> None:
    label = "Income > 2000" if "2000" in name else name
    codebook = f"codebook: c\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {{id: own, label: '{label}'}}\n"
    (study / "codebook.yaml").write_text(codebook, encoding="utf-8")
    (study / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    done = import_codings(write_list(study, "person,wave,code,quote", f"P01,2010,{name},te veel"), study, coder="anna")
    assert [*done.codings["code"]] == ["own"]
    assert done.new_codes == ()
