"""What a broken web page swallows: words within tags and comments, and texts that the tree of the page lost.

The source is looked at here, by passes that know nothing of that tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from bp_qual.files import clean_text
from bp_qual.readers.paragraphs import count_visible

ATTRIBUTES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*"
CODE = re.compile(rf"<(script|style)(?=[\s>/]){ATTRIBUTES}>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_SWALLOWED = re.compile(
    r"<(?!(?:script|video|audio|input|iframe|select|textarea)\b|!--)/?([a-zA-Z!?/][^\s<>=]*+)"
    r"((?:\s++[^\W\d_]++[.,;:?!]?+(?=[\s<>/])){3,}+[^<>=]*+)(?:>|(?=<)|\Z)",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"<(?:/([a-zA-Z][^\s<>=]*+)(\s[^<>]*+)>|/?([a-zA-Z][^\s<>=]*+)(\s[^<>=]*+)(?=<|\Z))")


def words_in_tags(source: str) -> Iterator[str]:
    """Yield what was swallowed by a tag or a comment that is not closed: words where attributes should be.

    In the tag that ends an element, and in one that another tag interrupts, nothing but words can be.

    >>> list(words_in_tags("<p>Nou <en toen kwam zij</p>"))
    ['en toen kwam zij']
    """
    from lxml.html.defs import tags

    found = {match.start(): (match[1], match[2]) for match in _SWALLOWED.finditer(source)}
    shown = CODE.sub("", source) if "<s" in source.lower() else source
    broken = [match for match in _BROKEN.finditer(shown) if len(shown) < len(source) or match.start() not in found]
    for name, rest in (*found.values(), *((match[1] or match[3], match[2] or match[4]) for match in broken)):
        if re.search(r"[^\W\d_]", rest):
            yield clean_text(rest if name.lower() in tags else f"{name}{rest}")
    begin, end = source.rfind("<!--"), source.rfind("-->")
    if begin > end:
        yield clean_text(source[begin + 4 :])


class _Texts(HTMLParser):
    """The texts of a page as the standard library's parser sees them, which builds no tree."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts, self.code = list[str](), 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note where code begins."""
        self.code += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        """Note where code ends."""
        self.code = max(0, self.code - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        """Keep a text that is no code."""
        if not self.code:
            self.texts.append(data)


def find_lost(source: str, seen: Counter[str]) -> tuple[int, str]:
    """Return the visible characters of a page, and those texts of it that the tree does not hold.

    >>> find_lost("<p>Ja.</p>Nee.", Counter("Ja."))
    (7, 'Nee.')
    """
    page = _Texts()
    page.feed(source)
    page.close()
    left, lost = Counter(seen), list[str]()
    whole = clean_text("\n".join(page.texts))
    for text in map(clean_text, page.texts):
        letters = Counter("".join(text.split()))
        if all(left[letter] >= count for letter, count in letters.items()):
            left.subtract(letters)
        elif letters:
            lost.append(text)
    rest = "\n".join(lost)
    return (
        sum(seen[letter] for letter in seen if not letter.isspace()) + count_visible(rest)
        if lost
        else count_visible(whole)
    ), rest
