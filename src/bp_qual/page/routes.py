"""The addresses of the page: each asks a function of this room and hands on what it returns."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib import resources

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bp_qual.codebook import Code
from bp_qual.codebook.adding import add_code
from bp_qual.codebook.loading import ID
from bp_qual.errors import BpQualError
from bp_qual.files.json_text import parse_json
from bp_qual.files.table_bytes import table_bytes
from bp_qual.page.audio import audio_route
from bp_qual.page.cells_view import describe_cells, mark_summaries
from bp_qual.page.code_view import describe_codebook, find_code_quotes, find_hits_of_term, list_terms
from bp_qual.page.desk import Desk
from bp_qual.page.gate import Gate
from bp_qual.page.interview_view import describe_interview
from bp_qual.page.narrower import offer_unless
from bp_qual.page.next_view import describe_next
from bp_qual.page.notes_view import list_events, list_memos, tell_news
from bp_qual.page.outcomes import OtherCodebookError, Outcome, say_why
from bp_qual.page.settle_view import describe_disagreements, settle_one
from bp_qual.page.start_view import describe_study
from bp_qual.page.word_search import search_talk
from bp_qual.wording import Remark, Wording
from bp_qual.wording.page_texts import say_page

KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
Asked = Mapping[str, str]
Said = Mapping[str, object]


def make_app(desk: Desk, *, token: str, port: int, language: str) -> Gate:
    """Return the page of a study, behind its gate.

    Parameters
    ----------
    desk : Desk
        The study, open for one coder.
    token : str
        The secret that the browser keeps.
    port : int
        Where the page is served.
    language : str
        Language of the page, `en` or `nl`.

    Returns
    -------
    Gate
        An ASGI application.
    """
    questions: dict[str, Callable[[Asked], object]] = {
        "texts": lambda asked: say_page(asked.get("language") or language),
        "start": lambda asked: describe_study(_fresh(desk), asked.get("language") or language),
        "codebook": lambda asked: describe_codebook(desk, asked.get("language") or language),
        "interview": lambda asked: describe_interview(_fresh(desk, asked.get("id", "")), asked.get("id", ""), language),
        "quotes": lambda asked: find_code_quotes(desk, asked.get("code", ""), asked.get("person", "")),
        "cells": lambda asked: describe_cells(_fresh(desk), asked.get("code", ""), asked.get("person", "")),
        "terms": lambda _: list_terms(_fresh(desk)),
        "hits": lambda asked: find_hits_of_term(_fresh(desk), asked.get("code", ""), asked.get("term", "")),
        "next": lambda asked: describe_next(_fresh(desk), asked.get("code", ""), asked.get("language") or language),
        "unless": lambda asked: offer_unless(desk, asked.get("code", ""), asked.get("term", "")),
        "search": lambda asked: search_talk(desk, asked.get("words", "")[:200]),
        "memos": lambda _: list_memos(desk),
        "events": lambda asked: list_events(desk, asked.get("interview", "")),
        "news": lambda asked: tell_news(
            desk, asked.get("interview", ""), read_count(asked.get("seen", "")), asked.get("of", "")
        ),
        "disagreements": lambda asked: describe_disagreements(_fresh(desk), asked.get("language") or language),
    }
    deeds: dict[str, Callable[[Said], object]] = {
        "save": lambda said: _save(desk, said, language),
        "code": lambda said: _make_code(desk, said, language),
        "settle": lambda said: settle_one(desk, said, language),
    }
    routes = [
        *page_routes(lambda: gate.new_key()),
        audio_route(desk),
        memos_route(desk),
        *api_routes(questions, deeds, language),
    ]
    gate = gate_before(routes, token=token, port=port, language=language)
    return gate


def gate_before(routes: Sequence[Route], *, token: str, port: int, language: str) -> Gate:
    """Return some addresses behind the gate; what is not there is said in the language of the page.

    Parameters
    ----------
    routes : sequence of Route
        The addresses.
    token, port, language : str, int and str
        As of `make_app`.

    Returns
    -------
    Gate
    """

    def nothing_here(_: Request, error: Exception) -> Response:
        status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (404, None)
        return as_json({"problem": Remark("not asked so").say(language)}, status, headers)

    app = Starlette(routes=routes, exception_handlers={HTTPException: nothing_here})
    return Gate(app, token, port=port, language=language)


def memos_route(desk: Desk) -> Route:
    """Return the address of all memos of the coder as a file.

    >>> memos_route(desk).path
    '/memos.csv'
    """

    def download(_: Request) -> Response:
        data = table_bytes(desk.hand.memos.assign(coder=desk.coder), ".csv")
        name = {"content-disposition": 'attachment; filename="memos.csv"'}
        return Response(data, media_type="text/csv", headers=name)

    return Route("/memos.csv", download)


def page_routes(new_key: Callable[[], str]) -> list[Route]:
    """Return the addresses of the page itself and its files, and of a key that opens it once more.

    >>> [route.path for route in page_routes(str)]
    ['/', '/static/{name}', '/api/key']
    """
    files = read_static()

    def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in files:
            raise HTTPException(404)
        return Response(files[name], media_type=KINDS[name.rpartition(".")[2]])

    def front(_: Request) -> Response:
        return Response(files["index.html"], media_type=KINDS["html"])

    async def key(_: Request) -> Response:
        return as_json({"key": new_key()})

    return [Route("/", front), Route("/static/{name}", static), Route("/api/key", key, methods=["POST"])]


def api_routes(
    questions: Mapping[str, Callable[[Asked], object]], deeds: Mapping[str, Callable[[Said], object]], language: str
) -> list[Route]:
    """Return the addresses that answer questions and those that do something, each by its name.

    Parameters
    ----------
    questions, deeds : mapping of str to callable
        What to ask, given the values in the address; what to do, given what was sent.
    language : str
        Language of what is wrong.

    Returns
    -------
    list of Route
    """
    asked = [Route(f"/api/{name}", _answer(ask, language)) for name, ask in questions.items()]
    return asked + [Route(f"/api/{name}", _do(deed, language), methods=["POST"]) for name, deed in deeds.items()]


def read_static() -> dict[str, bytes]:
    """Return the files of the page by name; a name that is asked for is looked up here and never on the disk.

    >>> "index.html" in read_static()
    True
    """
    folder = resources.files("bp_qual.page").joinpath("static")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.rpartition(".")[2] in KINDS}


def read_posted_events(said: Said) -> tuple[list[Mapping[str, object]], str]:
    """Return what the page sends to be saved, and the codebook that the coder was looking at.

    >>> read_posted_events({"events": [{"id": "e1", "do": "memo", "note": "Begin."}], "codebook": "Themes@1.0.0+0"})[1]
    'Themes@1.0.0+0'
    """
    rows, codebook = said.get("events"), said.get("codebook")
    if not (isinstance(rows, list) and all(isinstance(row, dict) and row.get("id") for row in rows)):
        raise ValueError(Remark("no list of deeds"))
    return rows, str(codebook)


def read_count(text: str) -> int:
    """Return a number that the page asks with; 0 for anything else.

    >>> read_count("12"), read_count("-1"), read_count("")
    (12, 0, 0)
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _fresh(desk: Desk, *interviews: str) -> Desk:
    """Return the desk as its files are now: of all interviews, or of those that are asked for."""
    desk.renew_codebook()
    desk.renew_talks(*interviews)
    return desk


def _save(desk: Desk, said: Said, language: str) -> Outcome:
    rows, codebook = read_posted_events(said)
    return desk.save(mark_summaries(desk, rows), codebook, language)


def _make_code(desk: Desk, said: Said, language: str) -> object:
    """Add a code to the file of the codebook, and return the codebook as it is then."""
    file = desk.study.codebook
    texts = {name: str(said.get(name, "")).strip() for name in ("id", "label", "parent", "definition")}
    if file is None or not ID.fullmatch(texts["id"]):
        raise ValueError(Wording(language)("hand_code_id"))
    label = {language: texts["label"]} if texts["label"] else {}
    add_code(file, Code(texts["id"], label=label, parent=texts["parent"], definition=texts["definition"]))
    desk.renew_codebook()
    return describe_codebook(desk, language)


def as_json(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return a value of this room as JSON: its fields by name.

    Parameters
    ----------
    value : object
        What is answered.
    status : int
        Whether that is what was asked for.
    headers : mapping of str to str, optional
        What else the browser is told.

    Returns
    -------
    Response
    """
    text = json.dumps(value, default=lambda v: {name: getattr(v, name) for name in v.__slots__}, separators=(",", ":"))
    return Response(text, status, headers, media_type="application/json")


def _answer(ask: Callable[[Asked], object], language: str) -> Callable[[Request], Response]:
    def respond(request: Request) -> Response:
        return _respond(lambda: ask(request.query_params), language)

    return respond


def _do(deed: Callable[[Said], object], language: str) -> Callable[[Request], Awaitable[Response]]:
    async def respond(request: Request) -> Response:
        try:
            said = parse_json(await request.body())
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict) or request.headers.get("content-type") != "application/json":
            return as_json({"problem": Remark("no JSON sent").say(language)}, 400)
        return await run_in_threadpool(_respond, lambda: deed(said), language)

    return respond


def _respond(answer: Callable[[], object], language: str) -> Response:
    try:
        return as_json(answer())
    except OtherCodebookError as error:
        return as_json({"codebook": str(error)}, 409)
    except (ValueError, BpQualError) as error:
        return as_json({"problem": say_why(error, language)}, 507 if isinstance(error, BpQualError) else 400)
