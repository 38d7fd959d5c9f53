"""Codings of Taguette, QualCoder, Word and Web Annotations come in with every quote at its place, or listed."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings, read_codebook, read_codings
from bp_qual.cli import main
from bp_qual.errors import BpQualError
from bp_qual.exchange.html_text import text_nodes
from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.quote_lists import read_quote_list
from bp_qual.exchange.taguette_project import read_taguette
from bp_qual.exchange.taguette_writing import page_of
from program_builders import as_bytes, make_atlas, make_commented, make_qualcoder, make_taguette
from refi_builders import Mark, make_qdpx, pack

TALK = "I: Hoe?\nP01: Ja \U0001f600, in het cafe\u0301 doen wij alles samen.\nI: En nu?\nP01: Ja hoor. Ja hoor.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def save(study: Path, name: str, data: bytes) -> Path:
    path = study.parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def bytes_of(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return len(text[:start].encode()), len(text[: start + len(quote)].encode())


# --- Taguette --------------------------------------------------------------------------------------------------------


def test_highlights_of_taguette_stand_where_their_bytes_say(study: Path) -> None:
    page = "<h1>P01, 2010</h1>" + page_of(TALK).replace("cafe\u0301", "<b>cafe\u0301</b>")
    text = text_nodes(page)
    marks = [("cafe\u0301 doen", ["werk.samen"]), ("\U0001f600", ["werk", "J.S. Bach"])]
    highlights = [("P01 2010", *bytes_of(text, quote), quote, tags) for quote, tags in marks]
    tags = {"werk": "Betaald.", "werk.samen": "", "J.S. Bach": ""}
    done = import_codings(
        save(study, "p.sqlite3", make_taguette({"P01 2010": page}, highlights, tags)), study, coder="anna"
    )
    assert done.codings[["start", "quote", "code", "coder"]].values.tolist() == [
        [TALK.index("cafe"), "cafe\u0301 doen", "samen", "anna"],
        [TALK.index("\U0001f600"), "\U0001f600", "werk", "anna"],
        [TALK.index("\U0001f600"), "\U0001f600", "j.s._bach", "anna"],
    ]
    book = read_codebook(study / "codebook.yaml")
    assert (book.code("samen").parent, book.code("werk").definition) == ("werk", "Betaald.")


def test_a_highlight_whose_bytes_do_not_hold_its_snippet_is_looked_for(study: Path) -> None:
    page = page_of(TALK)
    highlights = [("P01_2010", 3, 9, "wij <b>alles</b> samen", ["a"]), ("P01_2010", 3, 9, "Ja hoor", ["a"])]
    done = import_codings(save(study, "p.sqlite3", make_taguette({"P01_2010": page}, highlights, {"a": ""})), study)
    assert (done.codings["quote"].tolist(), set(done.listed["why"])) == (["wij alles samen"], {"found_twice"})


def test_pages_of_taguette_make_a_study(tmp_path: Path) -> None:
    page = "<p>I: Hoe?</p><p>P01: Wij doen <i>alles</i> samen.</p>"
    highlights = [("P01_2010", *bytes_of(text_nodes(page), "alles samen"), "alles samen", ["a"])]
    study = tmp_path / "new"
    done = import_codings(save(study, "p.sqlite3", make_taguette({"P01_2010": page}, highlights, {"a": ""})), study)
    assert (study / "P01_2010.txt").read_text("utf-8") == "I: Hoe?\nP01: Wij doen alles samen."
    assert done.codings[["person", "wave", "quote"]].values.tolist() == [["P01", "2010", "alles samen"]]


def test_tags_in_a_list_of_taguette_have_the_same_hierarchy(study: Path) -> None:
    path = study.parent / "highlights.csv"
    path.write_text("id,document,tag,content\n1,P01_2010,werk,in het\n2,P01_2010,werk.samen,wij alles\n", "utf-8")
    import_codings(path, study)
    assert read_codebook(study / "codebook.yaml").code("samen").parent == "werk"


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("werk.druk", ("werk", "druk")),
        ("werk.te veel.thuis", ("werk", "te veel", "thuis")),
        ("e\u0301tudes.loon", ("e\u0301tudes", "loon")),
        ("J.S. Bach", ("J.S. Bach",)),
        ("St. Jozef", ("St. Jozef",)),
        ("a.d.h.d.", ("a.d.h.d.",)),
        ("1.2 loon", ("1.2 loon",)),
        ("werk.", ("werk.",)),
    ],
)
def test_a_tag_is_below_another_that_nothing_was_tagged_with(study: Path, tag: str, path: tuple[str, ...]) -> None:
    pages = {"P01_2010": page_of(TALK)}
    marks = [("P01_2010", *bytes_of(text_nodes(page_of(TALK)), "alles"), "alles", [tag])]
    project = read_taguette(make_taguette(pages, marks, {tag: ""}), "p.sqlite3")
    table = f'id,document,tag,content\n1,P01_2010,"{tag}",alles\n'
    received = read_quote_list(table.encode(), "highlights.csv")
    assert [[code.name for code in one.codes] for one in (project, received)] == [[*path]] * 2


# --- QualCoder -------------------------------------------------------------------------------------------------------


def test_a_folder_of_qualcoder_comes_in_with_cases_categories_and_memos(tmp_path: Path) -> None:
    texts = {"eerste.txt": TALK, "P01_2020.txt": TALK.replace("alles", "niets")}
    coded = {
        "eerste.txt": [("cafe\u0301 doen", "plek"), ("\U0001f600", "lach")],
        "P01_2020.txt": [("niets samen", "plek")],
    }
    more = (
        "INSERT INTO annotation VALUES (NULL, 1, 13, 15, 'Wie?', 'Bea', ''); "
        "UPDATE source SET memo = 'Kort.' WHERE id = 1; UPDATE cases SET memo = 'Moe.', owner = 'Anna'; "
        "INSERT INTO project VALUES ('v8', '', 'Opzet.', '', 'Anna'); "
        "INSERT INTO journal VALUES (1, 'x', 'y', '', ''); INSERT INTO code_av VALUES (1, 9, 0, 5, 1, '');"
    )
    project = save(tmp_path / "proef.qda" / "x", "data.qda", make_qualcoder(texts, coded, more=more)).parent
    study = tmp_path / "study"
    done = import_codings(project, study)
    assert done.codings[["interview", "start", "quote", "code", "coder"]].values.tolist() == [
        ["P01_2010", TALK.index("cafe"), "cafe\u0301 doen", "plek", "anna"],
        ["P01_2010", TALK.index("\U0001f600"), "\U0001f600", "lach", "anna"],
        ["P01_2020", texts["P01_2020.txt"].index("niets"), "niets samen", "plek", "anna"],
    ]
    code = read_codebook(study / "codebook.yaml").code("lach")
    assert (code.parent, code.colour, code.definition) == ("themes", "#ff8800", "Said together.")
    assert "a memo" in read_codings(study, coder="anna").memo_of.values()
    free = read_codings(study, coder="anna").memos.query("start < 0")[["interview", "person", "note"]]
    assert free.to_numpy().tolist() == [["P01_2010", "", "Kort."], ["", "P01", "Moe."], ["", "", "Opzet."]]
    assert read_codings(study, coder="bea").memos["note"].tolist() == ["Wie?"]
    assert {str(item) for item in done.lost} == {"pictures, PDF files and recordings: 1", "entries of the journal: 1"}


def test_a_memo_on_a_file_that_only_case_and_attribute_tell_is_on_that_interview(tmp_path: Path) -> None:
    study = tmp_path / "study"
    for wave in ("2010", "2020"):
        save(study / "x", f"P01_{wave}.txt", f"{TALK}P01: Dat was {wave}.\n".encode())
    more = "UPDATE source SET memo = 'Kort.'"
    data = make_qualcoder({"eerste.txt": TALK}, {"eerste.txt": [("alles", "a")]}, more=more)
    import_codings(save(tmp_path / "proef.qda" / "x", "data.qda", data).parent, study)
    memos = read_codings(study, coder="anna").memos
    assert memos.loc[memos["code"] == "", ["interview", "note"]].to_numpy().tolist() == [["P01_2010", "Kort."]]
    assert read_codings(study, coder="anna").state.imports[0].form == "qualcoder"


def test_a_position_of_qualcoder_that_does_not_hold_what_was_coded_is_looked_for(study: Path) -> None:
    more = "UPDATE code_text SET pos0 = pos0 + 1, pos1 = pos1 + 1"
    data = make_qualcoder({"P01_2010.txt": TALK}, {"P01_2010.txt": [("wij alles samen", "a")]}, more=more)
    done = import_codings(save(study, "data.qda", data), study)
    assert done.codings[["start", "quote"]].values.tolist() == [[TALK.index("wij"), "wij alles samen"]]


def test_categories_that_stand_above_each_other_end(study: Path) -> None:
    more = "UPDATE code_cat SET supercatid = 1; "
    more += "INSERT INTO code_cat VALUES (2, 'B', '', '', '', 3), (3, 'C', '', '', '', 2)"
    data = make_qualcoder({"P01_2010.txt": TALK}, {"P01_2010.txt": [("alles", "a")]}, more=more)
    assert len(read_qualcoder(data, "data.qda").codes) == 4


# --- Word ------------------------------------------------------------------------------------------------------------


def test_comments_of_word_are_codings_of_what_they_stand_beside(study: Path) -> None:
    lines = TALK.replace("cafe\u0301", "café").strip().split("\n")
    long = "Hier moet ik nog eens over nadenken, want dit zegt zij later in het gesprek heel anders."
    comments = [
        ("doen wij alles", "samen; werk > druk", "Anna"),
        ("Ja \U0001f600", "lach", "Bea"),
        ("samen", long, "Anna"),
    ]
    done = import_codings(save(study, "P01_2010.docx", make_commented(lines, comments)), study)
    assert done.codings[["start", "quote", "code", "coder"]].values.tolist() == [
        [TALK.index("Ja \U0001f600"), "Ja \U0001f600", "lach", "bea"],
        [TALK.index("doen"), "doen wij alles", "samen", "anna"],
        [TALK.index("doen"), "doen wij alles", "druk", "anna"],
    ]
    assert read_codings(study, coder="anna").memos["note"].tolist() == [long]
    assert [str(item) for item in done.lost] == ["comments longer than a code, taken as memos: 1"]
    assert "quotes apart" not in [note.kind for note in done.notes]  # a memo on its own is no cell with several quotes


@pytest.mark.slow
@pytest.mark.parametrize(
    "said", ["samen", "Hier moet ik nog eens over nadenken, want later zegt zij iets heel anders."]
)
def test_an_answer_to_a_comment_is_a_memo_of_who_answered(study: Path, said: str) -> None:
    comments = [("alles", said, "Anna"), ("alles", "Zie ik anders.", "Bea"), ("alles", "Ja?", "Anna")]
    with zipfile.ZipFile(io.BytesIO(make_commented(TALK.strip().split("\n"), comments))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    parts = iter(range(1, 9))
    word14 = b'<w:p xmlns:w14="urn:w14" w14:paraId="0000000%d"'
    files["word/comments.xml"] = re.sub(rb"<w:p(?=>)", lambda _: word14 % next(parts), files["word/comments.xml"])
    answers = "".join(f'<x:commentEx x:paraId="0000000{n}" x:paraIdParent="00000001"/>' for n in (2, 3))
    files["word/commentsExtended.xml"] = f'<x:commentsEx xmlns:x="urn:x">{answers}</x:commentsEx>'.encode()
    done = import_codings(save(study, "P01_2010.docx", pack(files)), study)
    assert set(done.codings["coder"]) == ({"anna"} if said == "samen" else set())
    memos = {coder: " / ".join(read_codings(study, coder=coder).memos["note"]) for coder in ("anna", "bea")}
    assert memos["bea"] == "Zie ik anders."
    assert "Zie ik anders" not in memos["anna"]
    assert "Ja?" in memos["anna"] + " ".join(done.codings["memo"])
    assert not read_codings(study, coder="bea").state.finished(["P01_2010"], ["samen"])


def unknown_codes(name: str) -> tuple[str, bytes]:
    """Return a project with a coding whose code is not in it, and one whose code is."""
    if name == "p.qdpx":
        marks = [Mark("alles", "samen"), Mark("Hoe", "druk")]
        with zipfile.ZipFile(io.BytesIO(make_qdpx({"P01_2010": TALK}, {"P01_2010": marks}))) as archive:
            files = {part: archive.read(part) for part in archive.namelist()}
        project = next(part for part in files if part.endswith(".qde"))
        files[project] = re.sub(rb"<Code [^>]*druk[^>]*/>|<Code [^>]*druk[^>]*>.*?</Code>", b"", files[project])
        return name, pack(files)
    if name == "p.sqlite3":
        first, last = bytes_of(TALK, "alles"), bytes_of(TALK, "Hoe")
        marks_in = [("P01_2010.txt", *first, "alles", ["samen"]), ("P01_2010.txt", *last, "Hoe", ["druk"])]
        base = sqlite3.connect(":memory:")
        base.deserialize(make_taguette({"P01_2010.txt": f"<p>{TALK}</p>"}, marks_in, {"samen": "", "druk": ""}))
        base.execute("DELETE FROM tags WHERE path='druk'")
        base.commit()
        return name, base.serialize()
    if name == "p.xml":
        data = make_atlas({"P01_2010": [("alles", ["samen"]), ("Hoe", ["druk"])]}, codes={"samen": "", "druk": ""})
        return name, re.sub(rb'<code name="druk".*?</code>', b"", data)
    coded = {"P01_2010.txt": [("alles", "samen"), ("Hoe", "druk")]}
    return name, make_qualcoder({"P01_2010.txt": TALK}, coded, more="DELETE FROM code_name WHERE name='druk';")


@pytest.mark.parametrize("name", ["p.qdpx", "p.sqlite3", "p.xml", "p.qda"])
def test_a_coding_with_a_code_that_the_project_does_not_have_is_told(study: Path, name: str) -> None:
    done = import_codings(save(study, *unknown_codes(name)), study)
    assert [remark.values["n"] for remark in done.lost if remark.kind == "lost code unknown"] == [1]
    assert done.codings["quote"].tolist() == ["alles"]


def test_a_folder_of_word_documents_is_taken_whole(study: Path) -> None:
    (study / "P02_2010.txt").write_text("I: Hoe?\nP02: Alleen.\n", encoding="utf-8")
    for name, text, quote in (("P01_2010", TALK, "alles"), ("P02_2010", "I: Hoe?\nP02: Alleen.", "Alleen")):
        save(study, f"coded/{name}.docx", make_commented(text.strip().split("\n"), [(quote, "samen", "Anna")]))
    save(study, "coded/~$P01_2010.docx", b"")
    for name in ("P03_2010.doc", "notes.txt", ".hidden"):
        save(study, f"coded/{name}", b"words")
    (study / "P03_2020.txt").write_text("I: Hoe?\nP03: Niets.\n", encoding="utf-8")
    (study.parent / "coded" / "2020").mkdir()
    save(study, "coded/2020/P03.docx", make_commented(["I: Hoe?", "P03: Niets."], [("Niets", "samen", "Anna")]))
    done = import_codings(study.parent / "coded", study)
    assert done.codings[["interview", "quote", "code"]].values.tolist() == [
        ["P03_2020", "Niets", "samen"],
        ["P01_2010", "alles", "samen"],
        ["P02_2010", "Alleen", "samen"],
    ]
    left = "files of the folder without codings that were taken: 2 (P03_2010.doc, notes.txt)"
    assert [str(item) for item in done.lost] == [left]


# --- Web Annotations -------------------------------------------------------------------------------------------------


def annotation(exact: str, *, at: int, **more: object) -> dict[str, object]:
    place = {"type": "TextPositionSelector", "start": at, "end": at + len(exact)}
    quote = {"type": "TextQuoteSelector", "exact": exact, "refinedBy": place}
    body = [
        {"type": "TextualBody", "purpose": "tagging", "value": "samen"},
        {"value": "Let op", "purpose": "commenting"},
    ]
    return {"type": "Annotation", "body": body, "target": {"source": "P01_2010.txt", "selector": quote}, **more}


@pytest.mark.parametrize("way", ["one", "list", "page", "collection", "graph"])
def test_annotations_come_in_whatever_holds_them(study: Path, way: str) -> None:
    item = annotation("alles samen", at=TALK.index("alles"), creator={"name": "Anna"})
    page = {"type": "AnnotationPage", "items": [item]}
    held = {
        "one": item,
        "list": [item],
        "page": page,
        "collection": {"type": "AnnotationCollection", "first": page},
        "graph": {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": [item]},
    }[way]
    done = import_codings(save(study, "a.json", json.dumps(held).encode()), study)
    assert done.codings[["start", "code", "coder", "memo"]].values.tolist() == [
        [TALK.index("alles"), "samen", "anna", "Let op"]
    ]


@pytest.mark.parametrize("held", ["export", "answer", "list"])
def test_what_hypothesis_writes_comes_in_with_its_tags_its_note_and_its_user(study: Path, held: str) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "Ja hoor.", "prefix": "Ja hoor. "}
    selectors = [{"type": "RangeSelector"}, {"type": "TextPositionSelector", "start": 3, "end": 11}, quote]
    target = [{"source": "https://example.org/P01%202010.txt", "selector": selectors}]
    item = {"user": "acct:anna@hypothes.is", "text": "Let op", "tags": ["werk", "samen"], "target": target}
    reply = {"user": "acct:anna@hypothes.is", "text": "Eens", "tags": [], "target": [{"source": "https://example.org"}]}
    files = {"export": {"annotations": [item, reply]}, "answer": {"total": 2, "rows": [item, reply]}, "list": [item]}
    done = import_codings(save(study, "h.json", json.dumps(files[held]).encode()), study)
    assert done.codings[["interview", "start", "code", "coder", "memo"]].values.tolist() == [
        ["P01_2010", TALK.rindex("Ja hoor."), code, "anna", "Let op"] for code in ("werk", "samen")
    ]


def test_the_title_says_which_interview_was_annotated_where_the_address_does_not(study: Path) -> None:
    selector = {"type": "TextQuoteSelector", "exact": "alles samen"}
    about = {"document": {"title": ["P01 2010.pdf"]}, "tags": ["samen"]}
    item = {"target": [{"source": "urn:x-pdf:d41d8c", "selector": [selector]}], **about}
    done = import_codings(save(study, "h.json", json.dumps([item]).encode()), study)
    assert done.codings["interview"].tolist() == ["P01_2010"]


def test_a_plain_body_is_a_code_where_the_annotation_is_for_tagging(study: Path) -> None:
    item = annotation("alles samen", at=TALK.index("alles"), motivation="tagging", bodyValue="druk") | {"body": None}
    done = import_codings(save(study, "a.json", json.dumps(item).encode()), study)
    assert done.codings[["code", "memo"]].values.tolist() == [["druk", ""]]


def test_a_place_that_counts_utf_16_is_not_trusted(study: Path) -> None:
    shifted = TALK.index("alles") + 1  # after one emoji
    done = import_codings(save(study, "a.json", json.dumps(annotation("alles", at=shifted)).encode()), study)
    assert done.codings[["start", "quote"]].values.tolist() == [[TALK.index("alles"), "alles"]]


# --- ATLAS.ti --------------------------------------------------------------------------------------------------------


def test_the_xml_of_atlas_comes_in_with_the_words_of_its_quotations(study: Path) -> None:
    (study / "P01_2020.txt").write_text(TALK.replace("alles", "niets"), encoding="utf-8")
    data = make_atlas(
        {
            "P01_2010.docx": [
                ("cafe\u0301 doen wij", ["werk::druk", "plek"]),
                ("", ["plek"]),
                ("", []),
                ("Ja hoor.", ["plek"]),
                ("Ja hoor.", []),
            ]
        },
        codes={"plek": "Waar het was.", "werk::druk": "", "ongebruikt": ""},
        more="<families><codeFamilies><codeFamily name='Thema'><item id='co_1'/></codeFamily></codeFamilies></families>"
        "<memos><memo name='x'/></memos>",
    )
    done = import_codings(save(study, "hu.xml", data), study)
    start = TALK.index("cafe")
    assert done.codings[["interview", "start", "quote", "code", "coder"]].values.tolist() == [
        ["P01_2010", start, "cafe\u0301 doen wij", "druk", "super"],
        ["P01_2010", start, "cafe\u0301 doen wij", "plek", "super"],
    ]
    assert done.listed["why"].unique().tolist() == ["no_quote", "found_twice"]
    book = read_codebook(study / "codebook.yaml")
    assert (book.code("plek").definition, book.code("druk").parent) == ("Waar het was.", "werk")
    assert [str(item) for item in done.lost] == [
        "passages with neither a code nor a memo: 1",
        "passages without any text: 1",
        "memos on interviews, persons, codes or nothing: 1",
        "the sets of codes Thema",
    ]
    assert read_codings(study, coder="super").state.imports[0].form == "atlas"


def test_a_group_of_documents_of_atlas_says_the_wave(study: Path) -> None:
    (study / "P01_2020.txt").write_text(TALK.replace("alles", "niets"), encoding="utf-8")
    group = "<primDocFamily name='{}'><item id='pd_1'/></primDocFamily>"
    groups = "".join(map(group.format, ("ronde 2020", "vrouwen")))
    data = make_atlas(
        {"P01": [("wij niets", ["a"])]},
        codes={"a": ""},
        more=f"<families><primDocFamilies>{groups}</primDocFamilies></families>",
    )
    done = import_codings(save(study, "hu.xml", data), study)
    assert done.codings[["interview", "quote"]].values.tolist() == [["P01_2020", "wij niets"]]


# --- what is wrong in them -------------------------------------------------------------------------------------------


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.sqlite3", b"nothing", "no SQLite file"),
        ("a.sqlite3", make_qualcoder({"a": "b"}, {}), "no project of Taguette"),
        ("a.qda", make_taguette({}, [], {}), "no project of QualCoder"),
        ("a.docx", make_commented(["R: Ja."], []), "no comment beside any text"),
        ("a.json", b"{}", "no Web Annotation"),
        ("a.json", b"[" * 100_000, "has parts within parts, hundreds deep"),
        ("a.json", b'{"type": "AnnotationPage",\n "items": [] "a": 1, "more": [1, 2]}', "a.json:2  is damaged here"),
        ("a.xml", b"<TEI/>", "no XML as ATLAS.ti exports"),
        ("a.xml", b"<storedHU>", "a.xml"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY e "x">]><storedHU>&e;</storedHU>', "unsafe"),
        ("a.atlproj", b"PK", "as ATLAS.ti keeps it, .* export it as REFI-QDA"),
        ("a.NVPX", b"", "as NVivo keeps it"),
        ("a.mx24", b"", "as MAXQDA keeps it"),
        ("a.xls", b"", "save it as .xlsx"),
        ("a.ODS", b"", "save it as .xlsx"),
        ("a.doc", b"", "save it as .docx"),
        ("a.xlsx", b"", "is empty: there is nothing in it"),
        ("a.qdpx", b"", "is empty: there is nothing in it"),
        ("a.csv", b"", "is empty: there is nothing in it"),
        ("a.qdc", b"<CodeBook/>", r"no codings. .* bp-qual codebook import \S+a.qdc -o codebook.yaml"),
        ("a.csv", b"person,wave,code,quote\n", r"is empty: it has headings \(person, wave, code, quote\) and no rows"),
        ("units.csv", b"unit,interview,start,end,codes\na,P01_2010,1,2,x\n", "made by bp_qual and holds no codings"),
    ],
)
def test_another_kind_of_file_is_one_sentence(study: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(BpQualError, match=said):
        import_codings(save(study, name, data), study)
    assert not (study / "codings").exists()


def test_a_file_or_a_study_that_is_not_there_is_said_to_be_so_and_nothing_is_made(study: Path, tmp_path: Path) -> None:
    with pytest.raises(BpQualError, match="nowhere  does not exist"):
        import_codings(tmp_path / "nowhere", study)
    with pytest.raises(BpQualError, match="no_study  is not there. Give the folder of a study"):
        import_codings(save(study, "a.csv", b"person,wave,code,quote\nP01,2010,a,b\n"), tmp_path / "no_study")
    assert not (tmp_path / "no_study").exists()


def test_a_folder_without_any_codings_is_said(study: Path) -> None:
    run = CliRunner().invoke(main, ["import", str(study), str(study)])
    assert (run.exit_code, "geen project van QualCoder, geen Word-documenten en geen tabellen" in run.output) == (
        1,
        True,
    )


def test_nothing_of_an_sqlite_file_is_run() -> None:
    base = sqlite3.connect(":memory:")
    base.deserialize(make_taguette({"P01_2010": "<p>x</p>"}, [], {"a": ""}))
    base.executescript(
        "ALTER TABLE documents RENAME TO hidden; "
        "CREATE VIEW documents AS SELECT id, name, randomblob(900000000) AS contents FROM hidden;"
    )
    with pytest.raises(BpQualError, match="no project of Taguette"):  # a view is no table
        read_taguette(as_bytes(base), "a.sqlite3")
    base = sqlite3.connect(":memory:")
    base.executescript("CREATE TABLE documents (id INT, name TEXT, contents AS (hex(zeroblob(90))))")
    base.execute("INSERT INTO documents (id, name) VALUES (1, 'x')")
    base.executescript(
        "CREATE TABLE highlights (id INT); CREATE TABLE tags (id INT); CREATE TABLE highlight_tags (a INT)"
    )
    with pytest.raises(BpQualError, match="no project of Taguette"):  # a column that is computed
        read_taguette(as_bytes(base), "a.sqlite3")


def test_a_file_that_says_it_has_a_log_beside_it_is_read() -> None:
    data = make_taguette({"P01_2010": "<p>x</p>"}, [("P01_2010", 0, 1, "x", ["a"])], {"a": ""})
    assert len(read_taguette(data[:18] + b"\2\2" + data[20:], "a.sqlite3").passages) == 1


@pytest.mark.slow
@pytest.mark.parametrize("ascii_only", [True, False])
def test_annotations_that_break_off_anywhere_are_said_to_do_so_and_where(study: Path, ascii_only: bool) -> None:
    items = {"items": [{"target": {"source": "P01é", "n": -12.5, "last": [True, None]}}]}
    data = json.dumps(items, indent=1, ensure_ascii=ascii_only).encode()
    for cut in range(1, len(data), 3):
        path = save(study, "a.json", data[:cut])
        line = data[:cut].decode(errors="ignore").rstrip().count("\n") + 1
        with pytest.raises(BpQualError, match=rf"a\.json:{line}  breaks off here"):
            import_codings(path, study)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["P01_2010.docx", "coded 2010.csv"])
def test_new_codes_of_a_file_called_as_an_interview_or_wave_go_to_a_codebook_that_is_not(
    study: Path, name: str
) -> None:
    (study / "study.yaml").write_text("language: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    (study / "codebook.yaml").write_text(
        "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: werk, terms: [werk]}\n", encoding="utf-8"
    )
    commented = make_commented(["I: Hoe?", "P01: Wij doen dat samen."], [("samen", "nieuw", "Anna")])
    table = b"person,wave,code,quote\nP01,2010,nieuw,samen\n"
    file = save(study, name, commented if name.endswith("docx") else table)
    for _ in range(2):
        assert CliRunner().invoke(main, ["import", str(file), str(study)]).exit_code == 0
    assert [path.name for path in study.glob("codebook_*")] == ["codebook_imported.yaml"]
