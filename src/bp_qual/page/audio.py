"""The recording of an interview, played from the disk of this computer in parts as the browser asks for them."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bp_qual.page.desk import Desk
from bp_qual.study.fence import Fence
from bp_qual.study.interviews import AUDIO


def audio_route(desk: Desk) -> Route:
    """Return the address of the recordings: an interview's id is looked up in the study, no name is ever opened.

    >>> audio_route(desk).path
    '/audio'
    """

    def play(request: Request) -> Response:
        path = desk.recordings.get(request.query_params.get("id", ""))
        fence = Fence(desk.study.folder, is_open=desk.study.allow_outside)
        if path is None or not path.is_file() or fence.refuse(path) is not None:
            raise HTTPException(404)
        return FileResponse(path, media_type=AUDIO[path.suffix.lower()])

    return Route("/audio", play)
