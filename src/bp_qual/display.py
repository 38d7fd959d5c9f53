"""How a transcript's words are put before a reader: nothing hidden, nothing live.

A transcript may hold anything: control characters that no Word file accepts, marks that turn the writing direction of
everything after them, HTML. Here such characters get a visible name; escaping for HTML comes on top of it.
This module knows nothing of the rest of the project.
"""

from __future__ import annotations

import html
import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Return the text with every hidden or direction-turning character spelled out as its code point.

    Line ends and tabs stay; everything a reader can see stays.

    >>> visible("goed \u202etxt.exe")
    'goed ‹U+202E›txt.exe'
    """
    return _HIDDEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def escape(text: object) -> str:
    """Return the text as HTML that shows it, and does nothing else.

    >>> escape("<script>alert(1)</script>")
    '&lt;script&gt;alert(1)&lt;/script&gt;'
    """
    return html.escape(visible(str(text)), quote=True)


def one_line(text: str) -> str:
    r"""Return the text on one line, white space collapsed: for terminals and table cells.

    >>> one_line("we werken\n  samen")
    'we werken samen'
    """
    return visible(" ".join(text.split()))
