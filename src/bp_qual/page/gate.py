"""The gate of the page: every request is refused unless it comes from this page, in a browser on this computer.

It is the outermost layer, so that no route can forget to ask: also unknown addresses and websockets meet it first. A
web page elsewhere cannot read an interview through the reader's own browser, whatever it sends; other programs of the
same user are not kept out.
"""

from __future__ import annotations

import asyncio
import hmac
import html
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from urllib.parse import parse_qs, urlsplit

from bp_qual.wording import Remark, Wording

Scope = MutableMapping[str, object]
Message = MutableMapping[str, object]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Mapping[bytes, Sequence[str]]

HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
MOST_BYTES = 2 * 1024 * 1024
SLOWEST = 10.0  # seconds for a request to arrive whole
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SAFETY = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_ENTRY = (
    b'<!doctype html><meta charset="utf-8"><title>bp_qual</title><link rel="icon" href="data:,">'
    b'<meta http-equiv="refresh" content="0;url=/"><a href="/">bp_qual</a>'
)


class Gate:
    """What stands between the browser and the page.

    Parameters
    ----------
    app : App
        The page.
    token : str
        The secret that the browser keeps in a cookie.
    port : int
        Where the page is; part of the cookie's name, so that two pages on one computer do not take each other's.
    language : str
        Language in which a browser is told that its link does not open the page: `en` or `nl`.

    Examples
    --------
    >>> async def page(scope, receive, send): ...
    >>> gate = Gate(page, "secret", port=8765)
    >>> gate.cookie
    'bp_qual_8765'
    """

    def __init__(self, app: App, token: str, *, port: int, language: str = "en") -> None:
        self.app, self.token, self.port, self.language = app, token, port, language
        self.cookie = f"bp_qual_{port}"
        self.faults: list[str] = []
        self._closed = _closed_page(language, port)
        self._keys: set[str] = set()

    def new_key(self) -> str:
        """Return a key for the address of the page, that opens it once; after that the cookie does."""
        key = secrets.token_urlsafe(32)
        self._keys.add(key)
        return key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: let it through, exchange a key for the cookie, or refuse."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        headers = _collect_headers(scope)
        key = self._key_given(scope)
        if why := _refuse_sender(headers, key):
            return await _refuse(scope, receive, send, self._say(why))
        if key and key in self._keys:
            self._keys.discard(key)
            return await self._let_in(send)
        if not self._has_cookie(headers):
            if scope["type"] == "http" and any("text/html" in kind for kind in headers.get(b"accept", ())):
                return await _answer(send, 403, self._closed, b"text/html; charset=utf-8")
            return await _refuse(scope, receive, send, self._say("page link used"))
        return await self._pass_on(scope, receive, send)

    async def _let_in(self, send: Send) -> None:
        cookie = f"{self.cookie}={self.token}; HttpOnly; SameSite=Strict; Path=/"
        await _answer(send, 200, _ENTRY, b"text/html; charset=utf-8", ((b"set-cookie", cookie.encode()),))

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the page answer, with a limit on what it is sent and the headers of safety on what it says."""
        begun = False

        async def send_safely(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own = {name for name, _ in SAFETY}
                given = [pair for pair in _pairs(message.get("headers")) if pair[0].lower() not in own]
                message["headers"] = [*given, *SAFETY]
            await send(message)

        if scope["type"] == "websocket":
            return await self.app(scope, receive, send_safely)
        try:
            body = await asyncio.wait_for(_read_body(receive), SLOWEST)
        except TimeoutError:
            return await _answer(send, 408, self._say("too slow to send"))
        if body is None:
            return await _answer(send, 413, self._say("too large to send"))
        try:
            await self.app(scope, _replay(body, receive), send_safely)
        except Exception as error:  # what it says may name a person: only where it happened is told
            self.faults.append(_where(error))
            if not begun:
                await _answer(send, 500, self._say("page failed"))
        return None

    def _say(self, kind: str) -> bytes:
        return Remark(kind).say(self.language).encode()

    def _key_given(self, scope: Scope) -> str:
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            return ""
        query = scope.get("query_string", b"")
        given = parse_qs(query.decode("latin-1") if isinstance(query, bytes) else "").get("key", [""])
        return given[0] if len(given) == 1 else ""

    def _has_cookie(self, headers: Headers) -> bool:
        pairs = (pair.strip().partition("=") for line in headers.get(b"cookie", ()) for pair in line.split(";"))
        given = [value for name, _, value in pairs if name == self.cookie]
        return len(given) == 1 and hmac.compare_digest(given[0].encode(), self.token.encode())


def _closed_page(language: str, port: int) -> bytes:
    """Return what a browser shows that has a link but may not come in: what happened, and what to do."""
    say = Wording(language)
    texts = say("hand_link_used"), say("hand_link_why"), say("hand_link_here", port=port), say("hand_link_else")
    title, *lines = map(html.escape, texts)
    return (
        f'<!doctype html><html lang="{say.language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="data:,"></head><body><main><h1>{title}</h1><p>{lines[0]}</p>'
        f"<ul><li>{lines[1]}</li><li>{lines[2]}</li></ul></main></body></html>"
    ).encode()


def _refuse_sender(headers: Headers, key: str) -> str:
    """Return the kind of remark why a request is refused before anything is looked at; empty where it is not."""
    hosts = headers.get(b"host", ())
    if len(hosts) != 1 or not _is_here(hosts[0]):
        return "page for here"
    if any(origin != f"http://{hosts[0]}" for origin in headers.get(b"origin", ())):
        return "page of another"
    sites = headers.get(b"sec-fetch-site", ())
    if any(site not in ("same-origin", "none") for site in sites) and not key:
        return "page of another"
    return ""


def _is_here(host: str) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return False
    whole = not (parts.username or parts.password or parts.path or parts.query or parts.fragment)
    return whole and parts.hostname in HOSTS


def _collect_headers(scope: Scope) -> dict[bytes, list[str]]:
    headers: dict[bytes, list[str]] = {}
    for name, value in _pairs(scope.get("headers")):
        headers.setdefault(name.lower(), []).append(value.decode("latin-1"))
    return headers


def _pairs(headers: object) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers] if isinstance(headers, (list, tuple)) else []


async def _read_body(receive: Receive) -> bytes | None:
    """Return what was sent, or None where it is more than the page ever sends."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        part = message.get("body", b"")
        body += part if isinstance(part, bytes) else b""
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body"):
            return body


def _replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def once() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


async def _refuse(scope: Scope, receive: Receive, send: Send, why: bytes) -> None:
    if scope["type"] == "websocket":
        await receive()
        return await send({"type": "websocket.close", "code": 4403})
    return await _answer(send, 403, why)


async def _answer(
    send: Send, status: int, body: bytes, kind: bytes = b"text/plain; charset=utf-8", more: Sequence[object] = ()
) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *more, *SAFETY]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _where(error: BaseException) -> str:
    """Return what went wrong and where in the code, without anything that was said in an interview."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__} in {place}"
