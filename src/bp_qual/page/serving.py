"""Starting the page and stopping it: one page for a study and coder, on this computer only."""

from __future__ import annotations

import hashlib
import html
import http.client
import json
import secrets
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.files.private_files import private_folder, write_private
from bp_qual.page.blind import BlindDesk
from bp_qual.page.desk import Desk

if TYPE_CHECKING:
    import uvicorn

    from bp_qual.page.gate import Gate

HOST = "127.0.0.1"
_FIRST, _PORTS, _TRIES = 20_000, 20_000, 50


@dataclass(frozen=True, slots=True)
class Running:
    """Where the page of a study and coder is served, and the secret that its browser keeps.

    >>> Running(8765, "secret").address("key")
    'http://127.0.0.1:8765/?key=key'
    """

    port: int
    token: str

    def address(self, key: str) -> str:
        """Return the address that opens the page once."""
        return f"http://{HOST}:{self.port}/?key={key}"


def name_blind(coder: str, sample: str = "") -> str:
    """Return under which name a page for blind coding is found again: no coder is called so.

    >>> name_blind("anna", "first")
    'anna blind first'
    """
    return f"{coder} blind {sample}".strip()


def record_path(study: Path, coder: str) -> Path:
    """Return the private file that says where the page of this study and coder is."""
    name = hashlib.sha256(f"{study.resolve()}\n{coder}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return private_folder() / f"page-{name}.json"


def find_running(study: Path, coder: str) -> tuple[Running | None, str]:
    """Return the record of the page that was started last, and a key for it where it still answers.

    Parameters
    ----------
    study : Path
        The folder of the study.
    coder : str
        Who codes.

    Returns
    -------
    Running or None
        What the record says; None where there is none.
    str
        A key to open it with; empty where nobody answers there.
    """
    try:
        said = json.loads(record_path(study, coder).read_text("utf-8"))
        running = Running(int(said["port"]), str(said["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None, ""
    connection = http.client.HTTPConnection(HOST, running.port, timeout=3)
    try:
        cookie = f"bp_qual_{running.port}={running.token}"
        connection.request("POST", "/api/key", headers={"Cookie": cookie})
        answer = connection.getresponse()
        return running, str(json.loads(answer.read())["key"]) if answer.status == 200 else ""
    except (OSError, http.client.HTTPException, ValueError, KeyError):
        return running, ""
    finally:
        connection.close()


def open_in_browser(study: Path, coder: str, address: str) -> bool:
    """Open the page by way of a private file, so that no list of programs shows the key.

    Parameters
    ----------
    study : Path
        The folder of the study.
    coder : str
        Who codes.
    address : str
        The address of the page, with its key.

    Returns
    -------
    bool
        Whether there is a browser.
    """
    file = record_path(study, coder).with_suffix(".html")
    link = html.escape(address, quote=True)
    head = f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={link}">'
    write_private(file, f'{head}<a href="{link}">bp_qual</a>'.encode())
    return webbrowser.open(file.as_uri())


def serve(
    desk: Desk,
    *,
    language: str,
    running: Running | None,
    tell: Callable[[str], None],
    blind: BlindDesk | None = None,
) -> None:
    """Serve the page until it is stopped with Ctrl-C.

    Parameters
    ----------
    desk : Desk
        The study, open for one coder.
    language : str
        Language of the page.
    running : Running, optional
        Where it was served before it stopped without warning: the same place, so that a page that is still open in
        the browser goes on.
    tell : callable of str
        Called with the address once the page answers.
    blind : BlindDesk, optional
        To code blind; the page then answers nothing else.
    """
    from bp_qual.page.blind_routes import make_blind_app
    from bp_qual.page.routes import make_app

    folder, coder = desk.study.folder, desk.coder if blind is None else name_blind(desk.coder, blind.name)
    listener = take_port(folder, coder, running.port if running else 0)
    port = int(listener.getsockname()[1])
    token = running.token if running is not None and running.port == port else secrets.token_urlsafe(32)
    if blind is None:
        gate = make_app(desk, token=token, port=port, language=language)
    else:
        gate = make_blind_app(blind, token=token, port=port, language=language)
    record = record_path(folder, coder)
    write_private(record, json.dumps({"port": port, "token": token}).encode())
    server = make_server(gate)
    try:
        tell(Running(port, token).address(gate.new_key()))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    finally:
        listener.close()
        for file in (record, record.with_suffix(".html")):
            file.unlink(missing_ok=True)


def make_server(gate: Gate) -> uvicorn.Server:
    """Return what answers with a page, and tells nobody what was asked.

    Parameters
    ----------
    gate : Gate
        The page behind its gate.

    Returns
    -------
    uvicorn.Server
        To be run on the socket that `take_port` gives.
    """
    import uvicorn

    from bp_qual.page.patience import PatientConnection

    config = uvicorn.Config(
        gate,
        log_config=None, log_level="critical", access_log=False, server_header=False, lifespan="off",
        http=PatientConnection, ws="none",
        limit_concurrency=200, timeout_keep_alive=30, timeout_graceful_shutdown=2,
    )  # fmt: skip
    return uvicorn.Server(config)


def take_port(study: Path, coder: str, wanted: int = 0) -> socket.socket:
    """Return a socket that listens on this computer only: the same port for the same study and coder, or the next free.

    Parameters
    ----------
    study : Path
        The folder of the study.
    coder : str
        Who codes.
    wanted : int
        The port to try first, if any.

    Returns
    -------
    socket
        Listening; whoever connects before the page is ready waits.
    """
    digest = hashlib.sha256(f"{study.resolve()}\n{coder}".encode("utf-8", "surrogatepass")).digest()
    first = _FIRST + int.from_bytes(digest[:4], "big") % _PORTS
    for port in [*([wanted] if wanted else []), *range(first, first + _TRIES), 0]:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(128)
        except OSError:
            listener.close()
        else:
            return listener
    raise OSError("no port is free")
