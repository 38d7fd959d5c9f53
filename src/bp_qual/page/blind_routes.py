"""The addresses of the page for blind coding: no other address is there, so none can tell what must not be known."""

from __future__ import annotations

from collections.abc import Callable

from bp_qual.page.blind import BlindDesk
from bp_qual.page.code_view import describe_codebook
from bp_qual.page.gate import Gate
from bp_qual.page.routes import Asked, Said, api_routes, gate_before, page_routes, read_count, read_posted_events
from bp_qual.wording.page_texts import say_page


def make_blind_app(blind: BlindDesk, *, token: str, port: int, language: str) -> Gate:
    """Return the page for blind coding, behind its gate.

    Parameters
    ----------
    blind : BlindDesk
        The passages, for one coder.
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
        "texts": lambda asked: say_page(asked.get("language") or language) | {"blind": "yes"},
        "blind": lambda asked: blind.describe_start(asked.get("language") or language),
        "codebook": lambda asked: describe_codebook(blind.desk, asked.get("language") or language),
        "interview": lambda asked: blind.describe_unit(asked.get("id", "")),
        "memos": lambda _: blind.list_memos(),
        "events": lambda asked: blind.list_events(asked.get("interview", "")),
        "news": lambda asked: blind.list_news(asked.get("interview", ""), read_count(asked.get("seen", "")), language),
    }
    deeds: dict[str, Callable[[Said], object]] = {"save": lambda said: blind.save(*read_posted_events(said), language)}
    routes = [*page_routes(lambda: gate.new_key()), *api_routes(questions, deeds, language)]
    gate = gate_before(routes, token=token, port=port, language=language)
    return gate
