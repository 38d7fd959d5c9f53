"""What the page asks and saves, without a browser: the same as a notebook would read and write."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import bp_qual
from bp_qual.cli import main
from bp_qual.codebook import Code, read_codebook
from bp_qual.codebook.adding import add_code, with_code
from bp_qual.coding.by_hand import list_coders
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.errors import CodebookError, Problem, StoreError
from bp_qual.files import read_bytes
from bp_qual.page.code_view import find_code_quotes
from bp_qual.page.desk import Desk, open_desk
from bp_qual.page.notes_view import list_events, list_memos
from bp_qual.page.routes import make_app, read_static
from bp_qual.page.start_view import describe_study
from bp_qual.study.hand_coding import read_codings, write_coding
from bp_qual.wording.page_texts import PAGE, say_page
from page_builders import CODEBOOK, PORT, TOKEN, let_in, make_desk, make_page_study


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path / "study")


@pytest.fixture
def page(desk: Desk) -> TestClient:
    gate = make_app(desk, token=TOKEN, port=PORT, language="nl")
    return let_in(gate)


def send(page: TestClient, desk: Desk, *events: dict, codebook: str = "") -> dict:
    rows = [{"id": f"e{number}", "do": "add", **event} for number, event in enumerate(events)]
    answer = page.post("/api/save", json={"events": rows, "codebook": codebook or desk.codebook.coder})
    return answer.json() | {"status": answer.status_code}


def passage(desk: Desk, words: str, interview: str = "P01_2010", code: str = "hand") -> dict:
    start = desk.transcript(interview).text.index(words)
    return {"interview": interview, "start": start, "end": start + len(words), "code": code}


def test_the_start_page_has_every_person_and_wave(page):
    view = page.get("/api/start").json()
    assert view["waves"] == ["2010", "2020"]
    assert [[cell[0]["interview"] for cell in row["cells"]] for row in view["rows"]] == [
        ["P01_2010", "P01_2020"],
        ["P02_2010", "P02_2020"],
    ]
    assert view["next"] == "P01_2010"
    assert view["rows"][0]["cells"][0][0]["hits"] == 18  # six answers: werkten ... samen, buurt, alleen


def test_what_lost_its_code_its_place_or_its_line_is_told_on_the_start_page(page, desk):
    assert page.get("/api/start").json()["notices"] == []
    send(page, desk, passage(desk, "niet erg"))
    file = desk.study.folder / "themes.yaml"
    file.write_text(CODEBOOK.replace("id: hand", "id: hands"), "utf-8")
    desk.renew_codebook()
    with (desk.study.folder / "codings" / "anna.jsonl").open("ab") as log:
        log.write(b'{"v":1,"id":"broken"}\n')
    gone, damaged = page.get("/api/start").json()["notices"]
    assert "hand" in gone
    assert "anna.jsonl" in damaged
    codes = [mark["code"] for mark in page.get("/api/interview", params={"id": "P01_2010"}).json()["marks"]]
    assert codes.count("hand") == 1


def test_what_is_begun_comes_before_what_is_new_and_done_is_left_out(page, desk):
    send(page, desk, {"do": "done", "interview": "P01_2010"}, passage(desk, "niet erg", "P02_2020"))
    view = page.get("/api/start").json()
    assert view["next"] == "P02_2020"
    assert view["rows"][0]["cells"][0][0]["done"]


def test_every_turn_word_and_mark_of_an_interview_is_where_the_text_says(page, desk):
    view = page.get("/api/interview", params={"id": "P01_2010"}).json()
    text = desk.transcript("P01_2010").text
    for turn in view["turns"]:
        assert text[turn["start"] : turn["start"] + len(turn["text"])] == turn["text"]
        ends = list(zip(turn["words"][::2], turn["words"][1::2], strict=True))
        assert all(re.search(r"\w", turn["text"][start:end]) for start, end in ends)
    assert all(text[mark["start"] : mark["end"]] == mark["quote"] for mark in view["marks"])
    assert [other["interview"] for other in view["others"]] == ["P01_2020"]


def test_a_hit_is_shown_once_and_not_again_for_the_code_above_it(tmp_path):
    nested = CODEBOOK.replace(
        "  - id: hand\n    label: Met de hand\n", "  - id: hand\n    codes: [{id: tuin, terms: [erg]}]\n"
    )
    marks = make_app(make_desk(tmp_path / "s", codebook=nested), token=TOKEN, port=PORT, language="nl")
    client = let_in(marks)
    codes = [mark["code"] for mark in client.get("/api/interview", params={"id": "P01_2010"}).json()["marks"]]
    assert codes.count("tuin") == 6
    assert codes.count("hand") == 0


def test_what_is_saved_is_what_a_notebook_reads(page, desk):
    hit = desk.hits.iloc[0]
    span = {name: int(hit[name]) for name in ("start", "end")}
    sent = send(
        page, desk,
        passage(desk, "niet erg 😀 hoor"),
        {"do": "reject", "interview": hit["interview"], "code": hit["code"], **span},
        {"do": "memo", "note": "Denk aan de buurt.", "person": "P01"},
        {"do": "done", "interview": "P01_2010"},
    )  # fmt: skip
    assert sent == {"saved": ["e0", "e1", "e2", "e3"], "refused": [], "status": 200}
    anna = read_codings(desk.study.folder, coder="anna")
    assert anna.codings["quote"].tolist() == ["niet erg 😀 hoor"]
    assert anna.decisions["status"].tolist() == ["rejected"]
    assert anna.memos["note"].tolist() == ["Denk aan de buurt."]
    assert anna.is_done("P01_2010", "samen")


def test_what_a_notebook_writes_is_on_the_page_at_once(page, desk):
    before = page.get("/api/interview", params={"id": "P01_2010"}).json()["marks"]
    write_coding(desk.study.folder, passage(desk, "niet erg"), coder="anna")
    after = page.get("/api/interview", params={"id": "P01_2010"}).json()["marks"]
    assert len(after) == len(before) + 1


def test_a_memo_on_a_coding_is_listed_where_its_words_stand_also_after_an_edit(tmp_path):
    desk = make_desk(tmp_path / "study")
    outcome = desk.save(
        [
            {"id": "c1", "do": "add", **passage(desk, "niet erg")},
            {"id": "m1", "do": "memo", "of": "c1", "note": "Waarom niet?"},
        ],
        desk.codebook.coder,
    )
    assert not outcome.refused
    file = tmp_path / "study" / "P01_2010.txt"
    file.write_text("I: Eerst iets anders.\n\n" + file.read_text("utf-8"), "utf-8")
    later = open_desk(tmp_path / "study", coder="anna")
    (memo,) = list_memos(later)
    text = later.transcript("P01_2010").text
    assert (memo.interview, text[memo.start : memo.end], memo.code) == ("P01_2010", "niet erg", "hand")


def test_the_same_request_twice_counts_once(page, desk):
    for _ in range(3):
        assert send(page, desk, passage(desk, "niet erg"))["saved"] == ["e0"]
    assert len(read_codings(desk.study.folder, coder="anna").codings) == 1


OTHERWISE = [
    {"code": "alleen"},
    {"note": "Iets anders."},
    {"interview": "P02_2010"},
    {"do": "memo", "note": "Een memo."},
    {"longer": 1},
]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("other", OTHERWISE)
@pytest.mark.parametrize("at_once", [True, False])
def test_something_else_with_the_id_of_what_was_saved_is_not_said_to_be_saved(page, desk, other, at_once):
    first = {"id": "e1", "do": "add", **passage(desk, "samen")}
    changed = {**first, **other, "end": first["end"] + 4 * other.get("longer", 0)}
    changed.pop("longer", None)
    if at_once:
        outcome = send(page, desk, first, changed)
        assert outcome["saved"] == ["e1"]
    else:
        assert send(page, desk, first)["saved"] == ["e1"]
        outcome = send(page, desk, changed)
        assert outcome["saved"] == []
    (refused,) = outcome["refused"]
    assert (refused["id"], "iets anders" in refused["why"]) == ("e1", True)
    (event,) = desk.history.events
    assert (event.code, event.note, event.end) == ("hand", "", first["end"])
    assert send(page, desk, first) == {"saved": ["e1"], "refused": [], "status": 200}


def test_what_is_sent_again_counts_once_also_where_its_code_was_renamed_or_its_file_edited_since(tmp_path):
    study = make_page_study(tmp_path / "study")
    page_of, desk = (
        (lambda d: let_in(make_app(d, token=TOKEN, port=PORT, language="nl"))),
        open_desk(study, coder="anna"),
    )
    text = desk.transcript("P01_2010").text
    first = {"id": "e1", "do": "add", **passage(desk, "samen"), "text": hash_text(text)}
    page = page_of(desk)
    assert send(page, desk, first)["saved"] == ["e1"]
    book = study / "themes.yaml"
    book.write_text(book.read_text("utf-8").replace("- id: hand", "- id: arm") + "renamed: {hand: arm}\n", "utf-8")
    file = study / "P01_2010.txt"
    file.write_text("I: Een vraag vooraf?\n\nR: Nou ja.\n\n" + file.read_text("utf-8"), "utf-8")
    assert page.get("/api/interview", params={"id": "P01_2010"}).json()["read_anew"]
    assert send(page, desk, first) == {"saved": ["e1"], "refused": [], "status": 200}
    assert len(desk.history.events) == 1


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    "wrong",
    [
        {"interview": "P99", "start": 1, "end": 2, "code": "hand"},
        {"interview": "P01_2010", "start": 1, "end": 10**9, "code": "hand"},
        {"interview": "P01_2010", "start": "x", "end": 2, "code": "hand"},
        {"interview": "P01_2010", "start": 0, "end": 5, "code": "hand"},  # the interviewer's
        {"interview": "P01_2010", "start": 40, "end": 45, "code": "nope"},
        {"do": "conquer"},
        {"do": "memo"},
        {"do": "undo"},
        {"do": "undo", "of": "nosuch"},
        {"do": "remove", "of": "e1"},  # not there yet
        {"do": "memo", "of": "nosuch", "note": "x"},
        {"do": "memo", "person": "P99", "note": "x"},
        {"do": "memo", "interview": "P99", "note": "x"},
        {"do": "memo", "code": "nope", "note": "x"},
        {"do": "summary", "person": "P01", "wave": "1066", "code": "hand", "note": "x"},
        {"do": "done", "interview": "P99"},
    ],
)
def test_one_wrong_event_is_refused_with_a_reason_and_the_others_are_saved(page, desk, wrong):
    sent = send(page, desk, wrong, passage(desk, "niet erg"))
    assert sent["saved"] == ["e1"]
    assert sent["refused"][0]["id"] == "e0"
    assert sent["refused"][0]["why"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"interview": "P01_2010", "start": 40, "end": 45, "code": "handen"},
            "in het codeboek is er geen code 'handen'",
        ),
        ({"interview": "P99", "start": 1, "end": 2, "code": "hand"}, "er is geen interview 'P99'"),
        ({"do": "undo", "of": "nosuch"}, "in het bestand van de codeur staat niets"),
        ({"do": "memo", "person": "P99", "note": "x"}, "in deze studie is er geen persoon 'P99'"),
    ],
)
def test_why_something_is_refused_is_said_in_the_language_of_the_page(page, desk, wrong, told):
    assert send(page, desk, wrong)["refused"][0]["why"].startswith(told)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "said", [b"", b"[]", b"{", b'{"events": 1}', b'{"events": [1]}', b'{"events": [{"do": "memo"}]}', b"[" * 5000]
)
def test_what_is_no_list_of_events_is_refused_and_nothing_is_saved(page, desk, said):
    answer = page.post("/api/save", content=said, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert list_coders(desk.study.folder) == ()


def test_a_form_of_another_page_could_not_save(page):
    assert page.post("/api/save", content=b"{}", headers={"content-type": "text/plain"}).status_code == 400


def test_a_stale_page_is_told_of_the_new_codebook_and_misfiles_nothing(page, desk):
    stale = desk.codebook.coder
    file = desk.study.folder / "themes.yaml"
    file.write_text(CODEBOOK.replace("1.0.0", "1.1.0").replace("id: hand", "id: hands"), "utf-8")
    sent = send(page, desk, passage(desk, "niet erg"), codebook=stale)
    assert sent["status"] == 409
    assert sent["codebook"].startswith("Themes@1.1.0")
    assert list_coders(desk.study.folder) == ()
    assert send(page, desk, {"do": "memo", "note": "No code, so no harm."}, codebook=stale)["status"] == 200
    assert page.get("/api/codebook").json()["codes"][-1]["id"] == "hands"


def test_a_codebook_that_is_being_edited_changes_nothing_yet(page, desk):
    (desk.study.folder / "themes.yaml").write_text("codes: [", "utf-8")
    assert send(page, desk, passage(desk, "niet erg"))["status"] == 200


def test_a_disk_that_refuses_is_told_and_nothing_is_said_to_be_saved(page, desk, monkeypatch):
    def full(events):
        raise StoreError(Problem("anna.jsonl", "file for a folder"))

    monkeypatch.setattr(desk.log, "append", full)
    sent = send(page, desk, passage(desk, "niet erg"))
    assert sent["status"] == 507
    assert "saved" not in sent
    assert "anna.jsonl" in sent["problem"]


def test_a_new_code_is_added_as_text_with_comments_kept_and_the_version_raised(page, desk):
    file = desk.study.folder / "themes.yaml"
    made = {"id": "zorg", "label": "Zorg: voor elkaar", "definition": "# geen commentaar", "parent": "samen"}
    book = page.post("/api/code", json=made).json()
    assert book["version"] == "1.0.1"
    assert [(code["label"], code["parent"]) for code in book["codes"] if code["id"] == "zorg"] == [
        ("Zorg: voor elkaar", "samen")
    ]
    now = file.read_text("utf-8")
    kept = [line for line in CODEBOOK.splitlines() if not line.startswith("version")]
    assert [line for line in now.splitlines() if line in kept] == kept
    assert read_codebook(file).code("zorg").definition == "# geen commentaar"
    assert send(page, desk, passage(desk, "niet erg", code="zorg"))["saved"] == ["e0"]


@pytest.mark.parametrize(
    "made", [{"id": "samen"}, {"id": "two words"}, {"id": ""}, {"id": "../x"}, {"id": "a", "parent": "nobody"}]
)
def test_a_code_that_cannot_be_is_refused_and_the_file_stays_as_it_was(page, desk, made):
    answer = page.post("/api/code", json=made)
    assert answer.status_code in (400, 507)
    assert answer.json()["problem"]
    assert (desk.study.folder / "themes.yaml").read_text("utf-8") == CODEBOOK


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "# the end\n", "renamed: {old: a}\n", "\n\n"])
def test_a_code_is_added_whatever_follows_the_codes(tmp_path, end, tail):
    text = f"version: '1.2'  # once\nlanguage: nl\ncodes:\n- id: a  # first\n  terms:\n  - aap\n{tail}".replace(
        "\n", end
    )
    file = tmp_path / "book.yaml"
    file.write_bytes(text.encode())
    book = add_code(file, Code("b", label={"nl": "Bé: twee"}))
    assert book.ids == ("a", "b")
    assert book.version == "1.2.1"
    assert book.label("b") == "Bé: twee"
    now = file.read_bytes().decode()
    assert now.count(end) == now.count("\n")
    assert "# first" in now


@pytest.mark.parametrize(
    "text",
    [
        "{language: nl, codes: [{id: a}]}",
        "language: nl\ncodes: [\n  {id: a},\n]\n",
        "{language: nl, codes: }",
        "language: nl\ncodes: [\n]\n",
    ],
)
def test_codes_in_brackets_are_left_alone(text):
    with pytest.raises(CodebookError, match="has its codes in brackets"):
        with_code(text, Code("b"), "a.yaml")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "end",
    ["\n", "  # none yet\n", "\n\n# the end\n", " []\n", " [ ]  # none yet\n", "\n  []\n", "  # none\n  []  # yet\n"],
)
def test_the_first_code_of_a_codebook_is_made_on_the_page(tmp_path, end):
    """Open coding begins with no code at all."""
    desk = make_desk(tmp_path, codebook=f"version: 1.0.0\ncodes:{end}language: nl\n")
    page = let_in(make_app(desk, token=TOKEN, port=PORT, language="nl"))
    made = page.post("/api/code", json={"id": "first", "label": "Een"})
    assert made.status_code == 200, made.json()
    assert page.post("/api/code", json={"id": "second", "label": "Twee"}).status_code == 200
    assert read_codebook(tmp_path / "themes.yaml").ids == ("first", "second")
    assert read_codebook(tmp_path / "themes.yaml").version == "1.0.2"
    assert send(page, desk, passage(desk, "niet erg", code="first"))["saved"] == ["e0"]


def test_search_finds_words_in_all_their_forms_also_of_the_interviewer(page):
    found = page.get("/api/search", params={"words": "samenwerken"}).json()
    assert found["total"] == 24
    assert {place["quote"] for place in found["found"]} == {"werkten wij samen"}
    assert page.get("/api/search", params={"words": "vraag"}).json()["total"] == 24
    assert page.get("/api/search", params={"words": "{regex: '('}"}).json()["total"] == 0
    assert page.get("/api/search", params={"words": " "}).json() == {"found": [], "total": 0, "problem": ""}


def test_the_hits_of_a_term_come_with_their_sentences_and_decisions(page, desk):
    hits = page.get("/api/hits", params={"code": "alleen", "term": "alleen"}).json()
    assert len(hits) == 24
    assert hits[0]["before"] + hits[0]["mark"]["quote"] + hits[0]["after"] == "P01 deed het ook wel eens alleen."
    mark = hits[0]["mark"]
    send(page, desk, {"do": "reject"} | {name: mark[name] for name in ("interview", "start", "end", "code")})
    assert page.get("/api/hits", params={"code": "alleen", "term": "alleen"}).json()[0]["mark"]["status"] == "rejected"
    terms = {row["term"]: row for row in page.get("/api/terms").json()}
    assert terms["alleen"]["rejected"] == 1


def test_the_quotes_of_a_code_are_of_one_person_in_both_waves(page, desk):
    send(page, desk, passage(desk, "niet erg", "P01_2010"), passage(desk, "niet erg", "P02_2020"))
    quotes = page.get("/api/quotes", params={"code": "hand", "person": "P01"}).json()
    assert [(quote["wave"], quote["mark"]["quote"]) for quote in quotes] == [("2010", "niet erg")]


def test_the_trail_shows_what_was_undone(page, desk):
    send(page, desk, passage(desk, "niet erg"), {"do": "undo", "of": "e0"})
    trail = page.get("/api/events", params={"interview": "P01_2010"}).json()
    assert [(deed["id"], deed["do"], deed["undone"]) for deed in trail] == [("e1", "undo", False), ("e0", "add", True)]


def test_the_trail_says_how_to_do_again_what_was_undone_and_has_memos_that_are_about_no_interview(page, desk):
    memos = ({"note": "Stil.", "person": "P01"}, {"note": "Anders.", "person": "P02"}, {"note": "Over alles."})
    events = [{"do": "undo", "of": "e0"}, *({"do": "memo", **memo} for memo in memos)]
    send(page, desk, passage(desk, "niet erg"), *events)
    trail = page.get("/api/events?interview=P01_2010").json()
    assert [(deed["do"], deed["note"], deed["undone_by"]) for deed in trail] == [
        ("memo", "Over alles.", []), ("memo", "Stil.", []), ("undo", "", []), ("add", "", ["e1"]),
    ]  # fmt: skip
    assert [deed["passed"] for deed in trail] == [False, True, False, False]  # since then something on P02 was noted
    send(page, desk, {"id": "again", "do": "undo", "of": "e1"})
    (added,) = (deed for deed in page.get("/api/events?interview=P01_2010").json() if deed["do"] == "add")
    assert (added["undone"], added["undone_by"]) == (False, [])


def test_an_interview_that_was_done_before_a_code_was_there_says_for_which_code_it_is_not(page, desk):
    send(page, desk, {"do": "done", "interview": "P01_2010"})
    (desk.study.folder / "themes.yaml").write_text(CODEBOOK + "  - {id: later, label: Later}\n", "utf-8")
    desk.renew_codebook()
    (state,), (other,) = page.get("/api/start").json()["rows"][0]["cells"]
    assert (state["done"], state["done_but_for"], other["done_but_for"]) == (False, ["later"], [])
    assert page.get("/api/interview?id=P01_2010").json()["done_but_for"] == ["later"]
    send(page, desk, {"id": "d2", "do": "done", "interview": "P01_2010"})
    assert page.get("/api/interview?id=P01_2010").json()["done_but_for"] == []


def test_what_is_refused_is_said_in_the_language_of_the_study(page):
    place = {"interview": "P01_2010", "start": 0, "end": 5, "code": "samen", "found": True}
    asked = [
        page.post("/api/settle", json=place),
        page.post("/api/settle", json={}),
        page.post("/api/code", json={"id": "twee woorden"}),
        page.get("/api/interview", params={"id": "P99_2010"}),
    ]
    assert [answer.status_code for answer in asked] == [400] * 4
    late, _, made, gone = (answer.json()["problem"] for answer in asked)
    assert late.startswith("de codeurs verschillen hier niet meer: ")
    assert made == "de id van een code is letters, cijfers, - . en _, zonder spaties"
    assert gone.startswith("er is geen interview 'P99_2010'. ")


def colours_on(folder: Path) -> dict[str, str]:
    gate = make_app(open_desk(folder, coder="anna"), token=TOKEN, port=PORT, language="nl")
    return {code["id"]: code["colour"] for code in let_in(gate).get("/api/codebook").json()["codes"]}


def test_a_code_keeps_the_colour_it_had_when_somebody_first_coded(page, desk):
    folder, book = desk.study.folder, CODEBOOK.replace('    colour: "#1b6ca8"\n', "")
    before = colours_on(folder)
    assert before["samen"] == "#1b6ca8"
    assert len(set(before.values())) == 3
    send(page, desk, passage(desk, "niet erg"))
    (folder / "themes.yaml").write_text(book.replace("codes:\n", "codes:\n  - {id: eerst}\n", 1), "utf-8")
    now = colours_on(folder)
    assert {code: now[code] for code in ("alleen", "hand")} == {code: before[code] for code in ("alleen", "hand")}
    assert len(set(now.values())) == 4


@pytest.mark.parametrize("kept", ["{", "[1]", '{"hand": "url(x)"}', '{"hand": 1}'])
def test_kept_colours_that_cannot_be_read_are_given_anew(desk, kept):
    (desk.study.folder / "codings").mkdir(exist_ok=True)
    (desk.study.folder / "codings" / ".colours.json").write_text(kept, "utf-8")
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours_on(desk.study.folder).values())


def test_texts_come_in_the_language_of_the_study_and_in_english(page):
    assert page.get("/api/texts").json()["saved"] == "opgeslagen"
    assert page.get("/api/texts", params={"language": "en"}).json()["saved"] == "saved"


def test_every_text_is_used_by_the_page_and_every_text_it_uses_is_there():
    source = "".join(data.decode() for name, data in read_static().items() if name.endswith(".js"))
    made = re.compile(r"(head|rule|status|did|about|code|key|keys|role)_|\w+_(hit|ticked)$")
    counted = {f"{name}_{form}" for name in re.findall(r"many\('(\w+)'", source) for form in ("one", "many")}
    unused = [name for name in PAGE if not re.search(rf"['.]{name}['(]|\.{name}\b", source) and not made.match(name)]
    assert set(unused) == counted
    used = counted | set(re.findall(r"say\('(\w+)'", source))
    assert used <= set(PAGE)
    assert {"head_code", "did_add", "rule_lemma", "status_auto"} <= set(say_page("en"))


def test_everything_that_can_be_asked_of_the_page_is_in_the_table_of_what_does_it_in_a_notebook(tmp_path):
    gate = make_app(make_desk(tmp_path / "study"), token=TOKEN, port=PORT, language="en")
    asked = {route.path.removeprefix("/api/") for route in gate.app.routes if route.path.startswith("/api/")}
    page = (Path(__file__).parents[1] / "docs" / "coding_by_hand.md").read_text("utf-8")
    table = page[page.index("| on the page | in a notebook |") :].split("\n\n")[0]
    asks, answers = (" ".join(row.split("|")[cell] for row in table.splitlines()) for cell in (1, 2))
    assert asked - {"texts", "key"} <= set(re.findall(r"`(\w+)`", asks))  # the page's own words, and who may open it
    functions = set(re.findall(r"(?<![.\w])(settle|explain|[a-z]+_[a-z]+)[(`]", answers))
    assert {"write_coding", "confirm_codings", "add_code", "settle", "list_unsettled", "explain"} <= functions
    assert functions <= set(bp_qual.__all__)


def test_no_file_of_the_page_has_inline_script_style_or_another_address():
    for name, data in read_static().items():
        text = data.decode()
        assert "innerHTML" not in text, name
        assert "style=" not in text, name
        assert not re.search(r"https?://", text), name


@pytest.mark.slow
def test_what_was_done_on_the_page_is_what_compare_counts(tmp_path):
    desk = make_desk(tmp_path / "study", answers=40)
    page = let_in(make_app(desk, token=TOKEN, port=PORT, language="nl"))
    view = page.get("/api/interview", params={"id": "P01_2020"}).json()
    hits = [mark for mark in view["marks"] if mark["code"] == "alleen"]
    place = ("interview", "start", "end", "code")
    rejected = [{"do": "reject"} | {name: mark[name] for name in place} for mark in hits[:30]]
    added = [passage(desk, f"met buurt {n} aan de tuin", "P01_2020") for n in range(1, 6)]
    done = [{"do": "done", "interview": transcript.interview} for transcript in desk.corpus.transcripts]
    assert len(send(page, desk, *rejected, *added, *done)["saved"]) == 39
    out = tmp_path / "out"
    command = ["compare", str(desk.study.folder), "-o", str(out), "--count", "reviewed", "--coder", "anna"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    panel = pd.read_csv(out / "panel.csv", dtype={"wave": str}).set_index(["person", "wave", "code"])["mentions"]
    assert panel["P01", "2020", "alleen"] == 10
    assert panel["P01", "2020", "hand"] == 5
    assert panel["P01", "2010", "alleen"] == panel["P02", "2020", "alleen"] == 40
    assert panel["P01", "2010", "hand"] == 0


def test_a_study_that_cannot_be_written_opens_to_be_read_and_says_so(tmp_path):
    desk = make_desk(tmp_path / "study")
    assert describe_study(desk, "en").read_only == ""
    shutil.rmtree(desk.study.folder / "codings")
    (desk.study.folder / "codings").write_text("a file where the folder should be", "utf-8")
    assert "anna.jsonl" in describe_study(desk, "en").read_only
    with pytest.raises(StoreError):
        desk.save([{"id": "e1", "do": "memo", "note": "x"}], desk.codebook.coder)


def test_a_coders_file_is_read_once_when_the_study_is_opened(tmp_path, monkeypatch):
    folder = make_desk(tmp_path / "study").study.folder
    write_coding(folder, {"note": "Begin."}, coder="anna", do="memo")
    read: list[Path] = []

    def count(path, **options):
        read.append(Path(path))
        return read_bytes(path, **options)

    monkeypatch.setattr("bp_qual.coding.by_hand.log.read_bytes", count)
    desk = open_desk(folder, coder="anna")
    assert desk.hand.memos["note"].tolist() == ["Begin."]
    assert len(read) == 1


@pytest.mark.parametrize(
    ("talk", "end", "begin"),
    [
        ("kort", "kort", "kort"),
        ("een " * 20 + "buurman", "…" + "een " * 13 + "buurman", "een " * 14 + "een…"),
        ("x" * 70, "…" + "x" * 60, "x" * 60 + "…"),
    ],
)
def test_search_shows_whole_words_around_what_it_finds(talk: str, end: str, begin: str) -> None:
    from bp_qual.page.word_search import _begin_of, _end_of

    assert _end_of(talk) == end
    assert _begin_of(talk) == begin


def test_what_was_done_at_once_is_never_cut_in_two_in_the_list_of_deeds(page, desk):
    one = {"do": "memo", "note": "Los."}
    send(page, desk, one, *({"id": f"many.{n}", "do": "memo", "note": str(n)} for n in range(5)))
    assert [deed.id for deed in list_events(desk, most=2)] == [f"many.{n}" for n in reversed(range(5))]
    assert len(list_events(desk, most=6)) == 6


def test_what_overlaps_is_one_quote_as_it_counts_once(desk):
    hit = desk.hits_of["P01_2010"].iloc[0]
    row = {"interview": "P01_2010", "start": int(hit["start"]) - 3, "end": int(hit["end"]), "code": hit["code"]}
    before = find_code_quotes(desk, hit["code"], "P01")
    desk.save([{"id": "e1", "do": "add", **row}], desk.codebook.coder)
    desk.save([{"id": "e2", "do": "add", **row, "start": int(hit["start"]) - 2}], desk.codebook.coder)
    after = find_code_quotes(desk, hit["code"], "P01")
    assert len(after) == len(before) == len(desk.reviewed(hit["code"], "P01"))
    assert after[0].mark.start == row["start"]
