"""What to look at next on the page: hits and proposals of all interviews, none from a drawn sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bp_qual import apply_codebook, combine_codings, draw_sample, read_codings, read_corpus, write_sample
from bp_qual.codebook import read_codebook
from bp_qual.page.desk import Desk
from bp_qual.page.routes import make_app
from bp_qual.study.answered_proposals import count_accepted
from page_builders import CODEBOOK, PORT, TOKEN, let_in, make_desk

TALK = """\
I: Hoe ging dat?

R: Wij werkten samen met iedereen. Soms werkte ik alleen. De buurt was druk in die tijd.

I: En toen?

R: Wij werkten aan de samenwerking met de hele straat. Morgen gaan wij naar de markt toe.
"""
Asked = dict[str, object]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = make_desk(tmp_path / "study")
    for talk in made.study.folder.glob("P*.txt"):
        talk.write_text(TALK, "utf-8")
    made.renew_talks()
    return made


@pytest.fixture
def page(desk: Desk) -> TestClient:
    return let_in(make_app(desk, token=TOKEN, port=PORT, language="nl"))


def ask(page: TestClient, code: str = "") -> Asked:
    return page.get("/api/next", params={"code": code}).json()


def marks(view: Asked) -> list[Asked]:
    return [passage["quote"]["mark"] for passage in view["passages"]]


def decide(page: TestClient, desk: Desk, mark: Asked, do: str, name: str) -> None:
    row = {"id": name, "do": do} | {part: mark[part] for part in ("interview", "start", "end", "code")}
    said = page.post("/api/save", json={"events": [row], "codebook": desk.codebook.coder}).json()
    assert said["saved"] == [name], said


def test_every_undecided_hit_of_all_interviews_comes_once(page: TestClient, desk: Desk) -> None:
    found = marks(ask(page))
    assert {mark["interview"] for mark in found} == set(desk.interviews)
    places = {(mark["interview"], mark["start"], mark["end"], mark["code"]) for mark in found}
    assert len(places) == len(found) == min(20, len(desk.hits))
    assert {mark["status"] for mark in found} == {"auto"}


def test_what_was_decided_on_does_not_come_again_and_its_kind_says_how_often_it_was_right(
    page: TestClient, desk: Desk
) -> None:
    first = next(mark for mark in marks(ask(page)) if mark["term"] == "alleen" and mark["interview"].endswith("2010"))
    decide(page, desk, first, "reject", "e1")
    left = [p for p in ask(page)["passages"] if p["quote"]["mark"]["term"] == "alleen"]
    assert [(p["quote"]["wave"], p["right"], p["wrong"], p["left"]) for p in left if p["wrong"]] == [("2010", 0, 1, 1)]
    assert first["id"] not in {p["quote"]["mark"]["id"] for p in left}


def test_of_one_code_its_hits_come_and_sentences_that_no_term_found(page: TestClient, desk: Desk) -> None:
    view = ask(page, "alleen")
    assert view["proposals"] == "letters"
    assert {mark["code"] for mark in marks(view)} == {"alleen"}
    proposed = [p for p in view["passages"] if p["quote"]["mark"]["status"] == "suggested"]
    assert proposed
    for passage in proposed:
        mark = passage["quote"]["mark"]
        text = desk.transcript(mark["interview"]).text
        assert text[mark["start"] : mark["end"]] == mark["quote"]
        assert "alleen" not in mark["quote"]
        assert passage["like"]


def test_a_code_that_is_not_there_is_refused(page: TestClient) -> None:
    said = page.get("/api/next", params={"code": "geld"})
    assert said.status_code == 400
    assert "geld" in said.json()["problem"]


def counted(desk: Desk, count: str) -> int:
    corpus, book = read_corpus(desk.study.folder), read_codebook(desk.study.folder / "themes.yaml")
    hand = read_codings(desk.study.folder, coder="anna", corpus=corpus, codebook=book)
    combined = combine_codings(apply_codebook(book, corpus), hand, corpus, book, count=count)
    return int((combined.codings["status"] != "rejected").sum())


@pytest.mark.slow
def test_a_proposal_counts_once_it_is_accepted_and_never_before(page: TestClient, desk: Desk) -> None:
    for interview in desk.interviews:
        row = {"id": f"done-{interview}", "do": "done", "interview": interview}
        page.post("/api/save", json={"events": [row], "codebook": desk.codebook.coder})
    before = [counted(desk, count) for count in ("reviewed", "human")]
    mark, other = [mark for mark in marks(ask(page, "alleen")) if mark["status"] == "suggested"][:2]
    assert [counted(desk, count) for count in ("reviewed", "human")] == before
    decide(page, desk, mark, "add", "suggested-1")
    decide(page, desk, other, "reject", "suggested-2")
    assert [counted(desk, count) for count in ("reviewed", "human")] == [before[0] + 1, before[1] + 1]
    accepted = count_accepted(read_codings(desk.study.folder, coder="anna"), desk.corpus.waves)
    assert accepted[["accepted", "declined"]].sum().tolist() == [1, 1]
    left = {(one["interview"], one["start"]) for one in marks(ask(page, "alleen")) if one["status"] == "suggested"}
    assert not left & {(one["interview"], one["start"]) for one in (mark, other)}


def draw(desk: Desk, interview: str, quote: str, name: str = "first") -> None:
    """Draw a sample of one passage: the sentences from one quote to the end of its turn."""
    text = desk.transcript(interview).text
    start = text.index(quote)
    folder = desk.study.folder / "samples"
    folder.mkdir(exist_ok=True)
    row = f"u1,{interview},{start},{text.index(chr(10), start)}\n"
    (folder / f"{name}.csv").write_text(f"unit,interview,start,end\n{row}", "utf-8")


@pytest.mark.slow
def test_nothing_of_a_drawn_sample_is_shown_neither_hits_nor_proposals(page: TestClient, desk: Desk) -> None:
    hits, proposed = len(marks(ask(page))), [m for m in marks(ask(page, "alleen")) if m["status"] == "suggested"]
    draw(desk, "P01_2010", "Wij werkten samen")
    draw(desk, "P01_2010", "Wij werkten aan", name="second")
    view = ask(page)
    assert view["in_samples"] == hits - len(marks(view)) == 3  # in the interview of which all is drawn
    left = marks(ask(page, "alleen"))
    assert "P01_2010" in {mark["interview"] for mark in proposed}
    assert "P01_2010" not in {mark["interview"] for mark in (*marks(view), *left)}


@pytest.mark.slow
@pytest.mark.parametrize(
    "edit", [("Wij werkten samen", "Heel lang werkten wij samen"), ("I: Hoe ging", "I: Ja, hoe ging")]
)
def test_what_was_drawn_does_not_come_back_once_its_interview_was_edited(
    page: TestClient, desk: Desk, edit: tuple[str, str]
) -> None:
    book = read_codebook(desk.study.folder / "themes.yaml")
    write_sample(desk.study, "first", draw_sample(desk.corpus, desk.codings, book, n=100))
    assert (marks(ask(page)), marks(ask(page, "alleen"))) == ([], [])
    path = desk.study.folder / "P01_2010.txt"
    path.write_text(path.read_text("utf-8").replace(*edit), "utf-8")
    desk.renew_talks()
    assert edit[1].removeprefix("I: ") in desk.transcript("P01_2010").text
    assert (marks(ask(page)), marks(ask(page, "alleen"))) == ([], [])


def test_what_is_no_sample_or_no_longer_fits_keeps_nothing_back(page: TestClient, desk: Desk) -> None:
    before = marks(ask(page))
    folder = desk.study.folder / "samples"
    folder.mkdir()
    (folder / "notes.csv").write_text("what,when\na,b\n", "utf-8")
    (folder / "old.csv").write_text("unit,interview,start,end\nu1,P99_2010,0,10\nu2,P01_2010,0,99999\n", "utf-8")
    assert marks(ask(page)) == before


@pytest.mark.slow
def test_with_vectors_of_sentences_and_words_that_were_kept_proposals_go_by_meaning(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import numpy as np

    from bp_qual import suggest_passages
    from bp_qual.coding.passages import list_sentences
    from bp_qual.page import next_view
    from bp_qual.suggestions.sentence_vectors import KEPT, encode_corpus

    def encode(texts: list[str]) -> np.ndarray:
        made = np.array([[1.0, float("markt" in text), float("alleen" in text.lower())] for text in texts])
        return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)

    monkeypatch.setattr(next_view, "_encoder", lambda: encode)
    assert next_view.describe_next(desk, "alleen").proposals == "letters"
    keep = desk.study.folder / KEPT
    encode_corpus(desk.corpus, list_sentences(desk.corpus), encode, keep=keep)  # as `bp-qual groups` does
    assert next_view.describe_next(desk, "alleen").proposals == "letters"
    suggest_passages(desk.codebook, desk.corpus, desk.codings, encode=encode, keep=keep)
    assert next_view.describe_next(desk, "alleen").proposals == "vectors"
    monkeypatch.setattr(next_view, "_encoder", lambda: None)
    assert next_view.describe_next(desk, "alleen").proposals == "letters"


def test_a_codebook_of_codes_without_terms_has_nothing_to_look_at(tmp_path: Path) -> None:
    book = CODEBOOK.split("  - id: samen")[0] + "  - id: hand\n    label: Met de hand\n"
    desk = make_desk(tmp_path / "s", codebook=book)
    view = ask(let_in(make_app(desk, token=TOKEN, port=PORT, language="nl")))
    assert (view["passages"], view["in_samples"]) == ([], 0)
