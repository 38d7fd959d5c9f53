"""REFI-QDA projects of every program come in unshifted; what is hostile in one does nothing."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from bp_qual import import_codings, read_codebook, read_codings
from bp_qual.errors import BpQualError
from bp_qual.exchange.refi_codebook import guid_of
from bp_qual.exchange.refi_passages import read_refi_project
from proposed_rows import proposed_rows
from refi_builders import HEAD, Mark, guid, make_qdpx, pack

TALK = "I: Hoe?\nP01: Ja \U0001f600, in het cafe\u0301 doen\nwij alles samen.\nI: En nu?\nP01: Ja hoor. Ja hoor.\n"
MARKS = [Mark("doen\nwij alles", "samen"), Mark("cafe\u0301", "plek", coder="Bea"), Mark("Ja hoor", "ja", memo="twee")]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def save(study: Path, data: bytes) -> Path:
    path = study.parent / "project.qdpx"
    path.write_bytes(data)
    return path


@pytest.mark.sweep(1)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("inclusive", [False, True])
@pytest.mark.parametrize("counted", [(True, True), (False, False), (True, False), (False, True)])
def test_every_way_of_counting_is_found_by_the_names(
    study: Path, ends: str, bom: bool, inclusive: bool, counted: tuple[bool, bool]
) -> None:
    data = make_qdpx({"P01 2010": TALK}, {"P01 2010": MARKS}, ends=ends, bom=bom, inclusive=inclusive, counted=counted)
    done = import_codings(save(study, data), study)
    assert done.codings[["start", "quote", "code", "coder"]].values.tolist() == [
        [TALK.index("doen"), "doen\nwij alles", "samen", "anna"],
        [TALK.index("cafe"), "cafe\u0301", "plek", "bea"],
        [TALK.index("Ja hoor"), "Ja hoor", "ja", "anna"],
    ]
    assert done.listed.empty


def test_without_names_offsets_are_code_points_and_the_end_is_behind_the_last(study: Path) -> None:
    unnamed = [Mark(mark.quote, mark.code, named=False) for mark in MARKS]
    done = import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": unnamed})), study)
    assert done.codings["quote"].tolist() == ["doen\nwij alles", "cafe\u0301", "Ja hoor"]


@pytest.mark.parametrize(("folder", "project"), [("Sources", "Mijn project.qde"), ("sources", "Project.QDE")])
def test_names_in_the_archive_may_be_those_of_any_program(study: Path, folder: str, project: str) -> None:
    data = make_qdpx({"P01_2010": TALK}, {"P01_2010": MARKS}, folder=folder, project=project)
    assert len(import_codings(save(study, data), study).codings) == 3


def test_a_text_that_differs_in_white_space_only_keeps_every_place(study: Path) -> None:
    other = TALK.replace("\n", "\n\n").replace(" ", "\u00a0")
    marks = [Mark("Ja\u00a0hoor", "ja"), Mark("wij\u00a0alles\u00a0samen", "samen")]
    done = import_codings(save(study, make_qdpx({"P01_2010": other}, {"P01_2010": marks})), study)
    assert done.codings[["start", "quote", "how"]].values.tolist() == [
        [TALK.index("Ja hoor"), "Ja hoor", "position"],
        [TALK.index("wij alles"), "wij alles samen", "position"],
    ]


def test_codes_come_with_their_hierarchy_colour_and_description(study: Path) -> None:
    codes = (
        f'<Code guid="{guid("t")}" name="Thema" isCodable="false"><Code guid="{guid("samen")}" name="Samen doen" '
        'isCodable="true" color="#ff8800"><Description>Met elkaar.</Description></Code></Code>'
    )
    data = make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark("alles", "samen")]}, codes=codes)
    done = import_codings(save(study, data), study)
    book = read_codebook(study / "codebook.yaml")
    code = book.code("samen_doen")
    assert (code.parent, code.colour, code.definition, code.guid) == ("thema", "#ff8800", "Met elkaar.", guid("samen"))
    assert (book.code("thema").folder, done.codings["code"].tolist()) == (True, ["samen_doen"])


def test_a_memo_comes_along_with_its_coding_or_on_its_own(study: Path) -> None:
    marks = [Mark("alles", "samen", memo="Wie?"), Mark("Ja hoor", "", memo="Toon")]
    import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": marks})), study)
    for _ in range(2):
        hand = read_codings(study, coder="anna")
        assert sorted(hand.memo_of.values()) == ["Toon", "Wie?"]
        import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": marks})), study)


@pytest.mark.parametrize("by", ["variables", "cases"])
def test_person_and_wave_come_from_variables_or_cases(tmp_path: Path, by: str) -> None:
    texts = {"eerste": TALK, "tweede": TALK.replace("alles", "niets")}
    variables = {"eerste": {"wave": "2010"}, "tweede": {"wave": "2020"}}
    if by == "variables":
        variables = {name: {"person": "P01", **own} for name, own in variables.items()}
    cases = {"P01": ["eerste", "tweede"]} if by == "cases" else None
    data = make_qdpx(texts, {"tweede": [Mark("niets", "samen")]}, variables=variables, cases=cases)
    study = tmp_path / "new"
    done = import_codings(save(study, data), study)
    assert done.codings[["person", "wave", "quote"]].values.tolist() == [["P01", "2020", "niets"]]
    assert (study / "eerste.txt").read_text("utf-8") == TALK


def test_what_is_not_carried_over_is_told_with_its_number(study: Path) -> None:
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="a" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{guid(1)}" name="P01_2010"><PlainTextContent>{TALK}</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(2)}" startPosition="3" endPosition="3"/>'
        f'<PlainTextSelection guid="{guid(7)}" startPosition="3" endPosition="9"/>'
        f'<Coding guid="{guid(3)}"><CodeRef targetGUID="{guid("a")}"/></Coding></TextSource>'
        f'<TextSource guid="{guid(4)}" name="weg" plainTextPath="internal://weg.txt"/>'
        f'<PictureSource guid="{guid(5)}"/></Sources><Links><Link guid="{guid(6)}"/></Links></Project>'
    )
    done = import_codings(save(study, pack({"project.qde": xml.encode()})), study)
    assert sorted(str(item) for item in done.lost) == [
        "documents without a text: 1",
        "links: 1",
        "passages with neither a code nor a memo: 1",
        "passages without any text: 1",
        "pictures, PDF files and recordings: 1",
    ]


def test_what_a_project_says_of_persons_besides_is_named(study: Path) -> None:
    data = make_qdpx(
        {"P01_2010": TALK},
        {"P01_2010": [Mark("alles", "samen")]},
        variables={"P01_2010": {"wave": "2010", "sector": "zorg"}},
    )
    done = import_codings(save(study, data), study)
    said = "the variables sector of cases and documents; what describes persons belongs in persons.csv"
    assert [str(item) for item in done.lost] == [said]


def test_an_interview_of_a_project_counts_as_finished_and_that_is_said_with_what_to_do(study: Path) -> None:
    marks = [Mark("alles", "samen"), Mark("Hoe", "druk")]
    done = import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": marks})), study)
    assert (
        "interviews with codings (1) now count as finished for all its codes, so that a code without codings there is"
        " zero; name those" in done.say("en")
    )
    import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": marks})), study, not_coded=["P01_2010"])
    assert read_codings(study, coder="anna").state.finished(["P01_2010"], ["samen", "druk"]) == set()
    one = import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": marks[:1]})), study, dry_run=True)
    assert "--not-coded" not in one.say("en")


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (9, 4), (500, 520)])
@pytest.mark.parametrize(("name", "why"), [("", "no_quote"), ("a", "no_quote"), ("nooit gezegd", "not_found")])
def test_a_coding_whose_offsets_hold_nothing_is_listed(study: Path, start: int, end: int, name: str, why: str) -> None:
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="a" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{guid(1)}" name="P01_2010"><PlainTextContent>{TALK}</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(2)}" name="{name}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{guid(3)}"><CodeRef targetGUID="{guid("a")}"/></Coding></PlainTextSelection></TextSource>'
        "</Sources></Project>"
    )
    done = import_codings(save(study, pack({"project.qde": xml.encode()})), study)
    assert done.listed[["where", "code", "why"]].values.tolist() == [
        [f"project.qdpx: P01_2010, {start}–{end}", "a", why]
    ]
    assert done.lost == ()


# --- the name as a check on the offsets ------------------------------------------------------------------------------

SAID = "I: Hoe?\nP01: Wij doen alles zelf. Wij gaan nooit weg. Dat is zo. Dat is zo. Een eind 00:01 verder werk.\n"


def moved(study: Path, *selections: tuple[str, str, int]) -> list[str]:
    """Return what is coded, and what is told, of passages (name, quote, moved by so much)."""
    (study / "P01_2010.txt").write_text(SAID, encoding="utf-8")
    code = f'<Code guid="{guid("a")}" name="Wij gaan" isCodable="true"/>'
    marks = ""
    for number, (name, quote, by) in enumerate(selections):
        start = SAID.index(quote) + by
        marks += (
            f'<PlainTextSelection guid="{guid(number)}" name="{name}" startPosition="{start}" endPosition='
            f'"{start + len(quote)}"><Coding guid="{guid("c", number)}"><CodeRef targetGUID="{guid("a")}"/></Coding>'
            "</PlainTextSelection>"
        )
    xml = (
        f'{HEAD}<CodeBook><Codes>{code}</Codes></CodeBook><Sources><TextSource guid="{guid("t")}" '
        f'name="P01_2010"><PlainTextContent>{SAID}</PlainTextContent>{marks}</TextSource></Sources></Project>'
    )
    done = import_codings(save(study, pack({"project.qde": xml.encode()})), study)
    told = [note.values["n"] for note in done.notes if note.kind == "moved by name"]
    return [*done.codings["quote"], *done.listed["why"].unique(), *map(str, told)]


@pytest.mark.parametrize("by", [1, -3, 7])
@pytest.mark.parametrize("also", [True, False])
def test_offsets_that_the_name_contradicts_give_way_to_the_place_of_the_name(study: Path, by: int, also: bool) -> None:
    quotes = ["Wij doen alles zelf.", "Wij gaan nooit weg."]
    found = moved(study, (quotes[0], quotes[0], by if also else 0), (quotes[1], quotes[1], by))
    assert found == [*quotes, str(1 + also)]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("in_text", "in_name"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFC", "NFC"), ("NFD", "NFD")])
@pytest.mark.parametrize("quote", ["Caf\u00e9 de Zon", "\u00e9\u00e9n ding nog", "Re\u00fcnie op zee"])
def test_offsets_and_names_of_a_text_whose_accents_are_written_otherwise_mean_the_same_words(
    study: Path, in_text: Literal["NFC", "NFD"], in_name: Literal["NFC", "NFD"], quote: str
) -> None:
    """A program counted and named a text with accents of one kind, and wrote it with those of another."""
    said = f"I: Hoe?\nP01: De caf\u00e9s. {quote}, ja. En \u00e9\u00e9n keer meer.\n"
    (study / "P01_2010.txt").write_text(normalize(in_text, said), encoding="utf-8")
    counted, name = normalize(in_name, said), normalize(in_name, quote)
    start = counted.index(name)
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="a" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{guid("t")}" name="P01_2010"><PlainTextContent>{normalize(in_text, said)}'
        f'</PlainTextContent><PlainTextSelection guid="{guid(1)}" name="{name}" startPosition="{start}" '
        f'endPosition="{start + len(name)}"><Coding guid="{guid("c")}"><CodeRef targetGUID="{guid("a")}"/></Coding>'
        "</PlainTextSelection></TextSource></Sources></Project>"
    )
    done = import_codings(save(study, pack({"project.qde": xml.encode()})), study)
    assert done.codings["quote"].tolist() == [normalize(in_text, quote)]


def test_a_name_that_is_cut_tells_where_a_passage_begins(study: Path) -> None:
    assert moved(study, ("Wij gaan n...", "Wij gaan nooit weg.", 7)) == ["Wij gaan nooit weg.", "1"]


@pytest.mark.parametrize(
    "name", ["00:01", "werk", "Wij gaan", "Zomaar een naam", "Wij doen", "doen alles", "Wij doen a…"]
)
def test_a_name_that_says_no_other_words_moves_nothing(study: Path, name: str) -> None:
    assert moved(study, (name, "Wij doen alles zelf.", 0)) == ["Wij doen alles zelf."]


def test_of_several_places_of_a_name_the_nearest_is_meant_or_all_are_listed(study: Path) -> None:
    assert moved(study, ("Dat is zo.", "Dat is zo.", 3)) == ["Dat is zo.", "1"]
    assert moved(study, ("Dat is zo.", "Dat is zo.", 5)) == ["found_twice"]


def test_what_has_no_name_moves_along_where_all_of_a_text_is_moved(study: Path) -> None:
    quotes = ["Wij doen alles zelf.", "Wij gaan nooit weg.", "Een eind"]
    found = moved(study, (quotes[0], quotes[0], 7), (quotes[1], quotes[1], 7), ("", quotes[2], 7))
    assert found == [*quotes, "3"]


# --- hostile archives ------------------------------------------------------------------------------------------------

BOMB = b'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
HOSTILE = {
    "no zip": b"PK\x03\x04 nothing",
    "no project": pack({"sources/a.txt": b"x"}),
    "two projects": pack({"a.qde": b"<Project/>", "b.qde": b"<Project/>"}),
    "another kind of file": pack({"project.qde": b"<CodeBook/>"}),
    "entities": pack({"project.qde": BOMB + HEAD.partition("?>")[2].encode() + b"&b;</Project>"}),
    "broken XML": pack({"project.qde": b"<Project"}),
    "too tight": pack({"project.qde": b"<Project>" + b" " * 30_000_000 + b"</Project>"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_one_sentence_and_writes_nothing(study: Path, name: str) -> None:
    path = save(study, HOSTILE[name])
    before = sorted(study.parent.rglob("*"))
    with pytest.raises(BpQualError):
        import_codings(path, study)
    assert sorted(study.parent.rglob("*")) == before


@pytest.mark.parametrize("name", ["../../out.txt", "/tmp/bp_qual_out.txt", "..\\..\\out.txt", "sources/../../x.txt"])
def test_no_path_leads_out_of_the_archive_or_the_study(tmp_path: Path, name: str) -> None:
    xml = f'{HEAD}<Sources><TextSource guid="{guid(1)}" name="{name}" plainTextPath="internal://{name}"/></Sources></Project>'
    study = tmp_path / "deep" / "study"
    data = pack({"project.qde": xml.encode(), name: TALK.encode(), f"sources/{name}": TALK.encode()})
    with pytest.raises(BpQualError):
        import_codings(save(tmp_path / "x", data), study)
    assert [path for path in tmp_path.rglob("*.txt") if study not in path.parents] == []


def test_mutated_archives_are_read_or_refused_and_write_nothing_outside(tmp_path: Path) -> None:
    whole = make_qdpx({"P01_2010": TALK}, {"P01_2010": MARKS}, cases={"P01": ["P01_2010"]})
    rng = random.Random(17)
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 8)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        try:
            read_refi_project(bytes(data[: rng.choice((len(data), rng.randrange(len(data))))]), "m.qdpx")
        except BpQualError:
            continue


def test_xml_in_which_anything_is_missing_or_odd_is_read_or_refused() -> None:
    with zipfile.ZipFile(__import__("io").BytesIO(make_qdpx({"P01_2010": TALK}, {"P01_2010": MARKS}))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rng, xml = random.Random(18), files["project.qde"]
    for _ in range(200):
        data = bytearray(xml)
        at = rng.randrange(len(data))
        data[at : at + rng.choice((0, 1, 40))] = rng.choice((b"", b"9", b"<x/>", b"-1", b'"', b"\xff"))
        try:
            read_refi_project(pack({**files, "project.qde": bytes(data)}), "m.qdpx")
        except BpQualError:
            continue


ENDED = ("Wij", "doen dat samen", "nu wij ouder zijn", "de buurt")
ENDING = "I: Hoe?\nR: Wij doen dat samen nu wij ouder zijn en de buurt ook.\n"


def nameless(quotes: Sequence[str], *, inclusive: bool, also: Sequence[Mark] = ()) -> bytes:
    marks = [*(Mark(quote, "a", named=False) for quote in quotes), *also]
    return make_qdpx({"P01 2010": ENDING}, {"P01 2010": marks}, inclusive=inclusive)


@pytest.mark.parametrize(
    ("inclusive", "kind"),
    [(True, "ends within"), (False, "ends behind")],
)
def test_how_ends_are_counted_is_seen_in_the_words_where_passages_have_no_names(inclusive: bool, kind: str) -> None:
    received = read_refi_project(nameless(ENDED, inclusive=inclusive), "p.qdpx")
    assert [passage.quote for passage in received.passages] == [*ENDED]
    assert [(note.kind, note.values["n"]) for note in received.notes] == [(kind, 4)]


def test_two_ends_within_words_may_be_chance_and_are_told() -> None:
    received = read_refi_project(nameless(ENDED[:2], inclusive=True), "p.qdpx")
    assert [note.kind for note in received.notes] == ["ends unknown"]
    assert [passage.quote for passage in received.passages] == ["Wi", "doen dat same"]


def test_one_end_in_ten_that_says_otherwise_leaves_it_open() -> None:
    quotes = [*ENDED, "Wij doen dat ", "doen "]
    assert [note.kind for note in read_refi_project(nameless(quotes, inclusive=True), "p.qdpx").notes] == [
        "ends unknown"
    ]


def test_a_name_in_one_source_tells_how_ends_are_counted_in_all() -> None:
    texts = {"P01 2010": ENDING, "P02 2010": ENDING}
    marks = {"P01 2010": [Mark("de buurt", "a")], "P02 2010": [Mark("Wij", "a", named=False)]}
    received = read_refi_project(make_qdpx(texts, marks, inclusive=True), "p.qdpx")
    assert ([passage.quote for passage in received.passages], received.notes) == (["de buurt", "Wij"], ())


def test_texts_of_which_nobody_knows_whose_they_are_become_transcripts_that_a_second_import_takes(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "new"
    talks = {"Interview 1.docx": TALK, "Interview 2": TALK.replace("samen", "alleen")}
    marks = {"Interview 1.docx": [Mark("wij alles", "samen")], "Interview 2": [Mark("wij alles", "samen")]}
    path = save(folder, make_qdpx(talks, marks))
    with pytest.raises(BpQualError, match="Import it without --dry-run"):
        import_codings(path, folder, dry_run=True)
    assert not folder.exists()
    for _ in range(2):
        with pytest.raises(BpQualError, match="interviews.csv"):
            import_codings(path, folder)
        there = sorted(file.name for file in folder.iterdir())
        assert there == ["Interview 1.txt", "Interview 2.txt", "interviews.csv"]
    assert [row["file"] for row in proposed_rows(folder)] == ["Interview 1.txt", "Interview 2.txt"]
    (folder / "interviews.csv").write_text(
        "file,person,wave\nInterview 1.txt,P01,2010\nInterview 2.txt,P01,2020\n", encoding="utf-8"
    )
    done = import_codings(path, folder)
    assert done.codings["interview"].tolist() == ["P01_2010", "P01_2020"]
    assert (done.codebook, done.counts) == (folder / "codebook.yaml", True)


def test_texts_of_which_a_project_says_nothing_are_asked_about_beside_the_others(tmp_path: Path) -> None:
    talks = {"een": TALK, "twee": TALK.replace("samen", "alleen"), "P06+P10_2013": TALK.replace("samen", "met elkaar")}
    said = {"een": {"person": "P06", "wave": "2010"}, "twee": {"person": "P10", "wave": "2010"}}
    path = save(tmp_path / "new", make_qdpx(talks, {"een": [Mark("wij alles", "samen")]}, variables=said))
    with pytest.raises(BpQualError, match=r"interviews\.csv in .*new, say there whose they are"):
        import_codings(path, tmp_path / "new")
    rows = [[row[name] for name in ("file", "person", "wave")] for row in proposed_rows(tmp_path / "new")]
    both = [["P06+P10_2013.txt", person, "2013"] for person in ("P06", "P10")]
    assert rows == [["een.txt", "P06", "2010"], ["twee.txt", "P10", "2010"], *both]
    assert sorted(file.name for file in (tmp_path / "new").glob("*.yaml")) == []


def test_two_texts_for_one_person_and_wave_stay_as_transcripts_and_are_told(tmp_path: Path) -> None:
    talks = {"P01_2010.docx": TALK, "P01_2010": TALK.replace("samen", "alleen")}
    path = save(tmp_path / "new", make_qdpx(talks, {"P01_2010": [Mark("wij alles", "samen")]}))
    with pytest.raises(BpQualError, match="2 files for P01 in wave 2010"):
        import_codings(path, tmp_path / "new")
    assert len([*(tmp_path / "new").glob("*.txt")]) == 2


# --- memos on no passage ---------------------------------------------------------------------------------------------


def with_memos(study: Path, name: str = "P01_2010") -> Path:
    def note(name: str, text: str, coder: str = "Anna") -> str:
        who = f'creatingUser="{guid(coder)}"' if coder else ""
        return f'<Note guid="{guid(name)}" name="{name}" {who}><PlainTextContent>{text}</PlainTextContent></Note>'

    def refer(name: str) -> str:
        return f'<NoteRef targetGUID="{guid(name)}"/>'

    notes = [note(name, f"Over {name}.") for name in ("project", "bron", "elders", "code", "case", "ander", "los")]
    start = TALK.index("Ja hoor")
    xml = (
        f'{HEAD}<Users><User guid="{guid("Anna")}" name="Anna"/><User guid="{guid("Bea")}" name="Bea"/></Users>'
        f'<CodeBook><Codes><Code guid="{guid("a")}" name="a" isCodable="true">{refer("code")}</Code></Codes></CodeBook>'
        f'<Cases><Case guid="{guid("c1")}" name="P01">{refer("case")}</Case>'
        f'<Case guid="{guid("c2")}" name="P09">{refer("ander")}</Case></Cases>'
        f'<Sources><TextSource guid="{guid(1)}" name="{name}"><Description>Kort.</Description>'
        f"<PlainTextContent>{TALK}</PlainTextContent>"
        f'<PlainTextSelection guid="{guid(2)}" name="Ja hoor" startPosition="{start}" endPosition="{start + 7}">'
        f'<Coding guid="{guid(3)}" creatingUser="{guid("Anna")}"><CodeRef targetGUID="{guid("a")}"/></Coding>'
        f"</PlainTextSelection>{refer('bron')}</TextSource>"
        f'<PDFSource guid="{guid(4)}" name="folder.pdf">{refer("elders")}</PDFSource></Sources>'
        f"<Notes>{''.join(notes)}{note('bea', 'Van Bea.', 'Bea')}</Notes>{refer('project')}</Project>"
    )
    return save(study, pack({"project.qde": xml.encode()}))


def test_memos_on_no_passage_are_memos_on_what_they_are_about(study: Path) -> None:
    done = import_codings(with_memos(study), study)
    memos = read_codings(study, coder="anna").memos
    assert {tuple(row) for row in memos[["interview", "person", "code", "note"]].to_numpy()} == {
        ("", "", "", "Over project."), ("", "", "", "Over los."), ("P01_2010", "", "", "Over bron."),
        ("P01_2010", "", "", "Kort."), ("", "P01", "", "Over case."), ("", "", "a", "Over code."),
        ("", "", "", "P09: Over ander."), ("", "", "", "folder.pdf: Over elders."),
    }  # fmt: skip
    assert "kept with those of the coder: 8" in done.say("en")
    assert "memos on no passage, of somebody whose codings were not taken: 1 (Bea)" in map(str, done.lost)
    assert not any("NoteRef" in str(lost) for lost in done.lost)


def test_a_memo_on_a_document_that_only_its_text_tells_is_on_that_interview(study: Path) -> None:
    import_codings(with_memos(study, "Gesprek 7"), study)
    memos = read_codings(study, coder="anna").memos
    assert set(memos.loc[memos["interview"] == "P01_2010", "note"]) == {"Over bron.", "Kort."}


def test_memos_on_no_passage_come_in_once(study: Path) -> None:
    path = with_memos(study)
    import_codings(path, study)
    import_codings(path, study)
    assert len(read_codings(study, coder="anna").memos) == 8


def test_who_is_not_named_in_what_is_finished_finished_nothing(study: Path) -> None:
    marks = [Mark("alles", "samen"), Mark("Ja hoor", "ja"), Mark("doen", "samen", coder="Bea")]
    finished = {"P01_2010": {"finished: Anna": "samen\nja"}}
    done = import_codings(save(study, make_qdpx({"P01_2010": TALK}, {"P01_2010": marks}, variables=finished)), study)
    anna, bea = (read_codings(study, coder=name) for name in ("anna", "bea"))
    assert [anna.is_done("P01_2010", code) for code in ("samen", "ja")] == [True, True]
    assert [bea.is_done("P01_2010", code) for code in ("samen", "ja")] == [False, False]
    assert "no interview was finished by bea" in " ".join(map(str, done.notes))


def test_a_code_that_got_another_name_elsewhere_is_not_the_new_one_that_has_its_name(study: Path) -> None:
    (study / "codebook.yaml").write_text(
        "{codebook: B, version: 1.0.0, language: nl, codes: [{id: werk}]}", encoding="utf-8"
    )
    (study / "study.yaml").write_text("codebook: codebook.yaml\n", encoding="utf-8")
    book = read_codebook(study / "codebook.yaml")
    codes = (
        f'<Code guid="{guid_of(book, book.code("werk"))}" name="baan" isCodable="true"/>'
        f'<Code guid="{guid("nieuw")}" name="werk" isCodable="true"/>'
    )
    data = make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark("doen", "nieuw")]}, codes=codes)
    done = import_codings(save(study, data), study)
    assert done.codings[["quote", "code"]].values.tolist() == [["doen", "werk-2"]]
    assert done.new_codes == ("werk-2",)
