"""The page on which a researcher codes by hand, in a browser on the same computer.

`desk` is a study open for one coder, and `start_view`, `interview_view`, `code_view`, `cells_view`, `notes_view` and
`word_search` say what the page shows of it: plain functions that a notebook can call too. `routes` hands their results
to the browser, `blind` and `blind_routes` to somebody who must not know whose words they are, `audio` plays a
recording, `gate` lets nobody else in, `serving` starts and stops it all. The files in `static` compute nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.page.desk import Desk, open_desk

__all__ = ["Desk", "open_desk"]
__getattr__ = load_when_asked(__name__, __file__)
