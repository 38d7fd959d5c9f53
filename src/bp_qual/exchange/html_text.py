"""The text of a page as a program counts it: its text nodes one after the other, without any tag."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern

_BLOCK = lazy_pattern(
    r"<(?:/(?:p|li|h[1-6]|tr|blockquote|pre|dt|dd|caption|ul|ol|table)|br)\b[^<>]{0,200}>", re.IGNORECASE
)
_BLANKS = lazy_pattern(r"\s+")


def text_nodes(page: str) -> str:
    """Return the text of a page, entities read, tags and comments left out.

    >>> text_nodes("<p>Tea &amp; caf\u00e9</p><!-- x --><p>1 &lt; 2</p>")
    'Tea & café1 < 2'
    """
    return "".join(html.unescape(part) for part in _pieces(page)).replace("\r\n", "\n").replace("\r", "\n")


def page_lines(page: str) -> str:
    r"""Return the text of a page with each paragraph on a line of its own, blanks as one and tabs within it as one.

    >>> page_lines("<p>I: How?</p><p>R: Fine.</p>")
    'I: How?\nR: Fine.'
    >>> page_lines("<p>I\tHow  is it?</p>")
    'I\tHow is it?'
    """
    lines = text_nodes(_BLOCK.sub(lambda end: f"{end[0]}\n", page)).split("\n")
    return "\n".join(_BLANKS.sub(_blank, line.strip()) for line in lines if line.strip())


def _blank(blanks: re.Match[str]) -> str:
    """Return what parts two words: a tab does more than a blank, such as a speaker from what is said."""
    return "\t" if "\t" in blanks[0] else " "


def _pieces(page: str) -> Iterator[str]:
    """Yield what stands between the tags; a ``<`` that begins no tag is text."""
    at = 0
    while (begin := page.find("<", at)) >= 0:
        yield page[at:begin]
        comment = page.startswith("<!--", begin)
        end = page.find("-->" if comment else ">", begin + (4 if comment else 1))
        if end < 0:
            return
        if not page[begin + 1 : begin + 2].isalpha() and page[begin + 1 : begin + 2] not in "/!?":
            yield "<"
            at = begin + 1
        else:
            at = end + (3 if comment else 1)
    yield page[at:]
