"""What a broken web page swallows: words within tags and comments, and texts that the tree of the page lost.

The source is looked at here, by passes that know nothing of that tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from bp_qual.files import clean_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.paragraphs import count_visible

ATTRIBUTES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*"
_OPENS_CODE = lazy_pattern(rf"<(script|style)(?=[\s>/]){ATTRIBUTES}>", re.IGNORECASE | re.ASCII)  # `ſcript` is none
_ENDS_CODE = {name: lazy_pattern(rf"</{name}\s*>", re.IGNORECASE | re.ASCII) for name in ("script", "style")}
_OPENS = lazy_pattern(r"<(?=[a-zA-Z/!?])")
_VALUE = r"(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]++)"
_NAME = r"[^\s\"'<>/=]++"
_SWITCHES = (
    "allowfullscreen async autofocus autoplay checked compact controls default defer disabled download draggable",
    "hidden inert ismap itemscope loop multiple muted nohref noresize noshade novalidate nowrap open playsinline",
    "readonly required reversed scoped selected sortable typemustmatch",
)
_SWITCH = rf"(?:{'|'.join(' '.join(_SWITCHES).split())}|(?=\w*-)[a-z][\w:.-]*+)"
_VALUE_WITHOUT_TAG = r"(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>]++)"
_HAS = rf"(?>[\s/]*+{_NAME}\s*+=\s*+{_VALUE}|\s++{_SWITCH}(?=[\s/>]))*+"
_SOUND = lazy_pattern(
    rf"<([a-zA-Z][\w:.-]*+)({_HAS})\s*+/?+>|"
    r"</([a-zA-Z][\w:.-]*+)\s*+>|<!DOCTYPE[^>]*+>|<!\[(?:end)?if[^>]*+>|<\?xml[^>]*+>",
    re.IGNORECASE,
)
_COMMENT = lazy_pattern(r"<!--.*?-->|<!-->", re.DOTALL)
_BROKEN = lazy_pattern(rf"</?+([^\s<>=]*+)((?>\s++{_NAME}\s*+=\s*+{_VALUE})*+)((?>[^<>]|<(?![a-zA-Z/!?]))*+)")
_MARKED = lazy_pattern(r"\"[^\"]*+\"|'[^']*+'")
_BEGIN_OR_END = lazy_pattern(r"<(/?+)([a-zA-Z][\w:.-]*+)")
_TAG = lazy_pattern(r"</?+[a-zA-Z][^<>]*+>")
_MANY = 50  # tags that are not ended, at the end of a page
_WORD = lazy_pattern(r"[^\W\d_]++")
_MORE_TAGS = {"aside", "bgsound", "dialog", "frame", "main", "menuitem", "nobr", "noframes", "picture", "slot"}
_MORE_TAGS |= {"search", "template", "xml"}


@dataclass(frozen=True, slots=True)
class PageCode:
    """A script or a style sheet of a page: its name, and where it begins and ends, without its tags and with them."""

    name: str
    start: int
    begins: int
    ends: int
    end: int


@dataclass(slots=True)
class CodeFinder:
    """Finds code in a page from left to right; an end that was sought to the end of the page is sought only once.

    >>> source = "<style>p {}</style><p>ja</p><script>"
    >>> [source[code.begins : code.ends] for code in CodeFinder(source).find_all()]
    ['p {}']
    """

    source: str
    endless: set[str] = field(default_factory=set)

    def at(self, start: int) -> PageCode | None:
        """Return the code that begins here, if it ends somewhere; to be asked from left to right."""
        opening = _OPENS_CODE.match(self.source, start)
        return self._ended(opening) if opening else None

    def find_all(self) -> Iterator[PageCode]:
        """Yield all code, one behind the other."""
        place = 0
        while opening := _OPENS_CODE.search(self.source, place):
            code = self._ended(opening)
            place = code.end if code else opening.end()
            if code:
                yield code

    def _ended(self, opening: re.Match[str]) -> PageCode | None:
        name = opening[1].lower()
        ending = None if name in self.endless else _ENDS_CODE[name].search(self.source, opening.end())
        if ending is None:
            self.endless.add(name)
            return None
        return PageCode(name, opening.start(), opening.end(), ending.start(), ending.end())


def words_in_tags(source: str, *, shown: str = "") -> Iterator[str]:
    """Yield what a broken tag or a comment that is not closed swallowed, and what was `shown` does not hold.

    What a sound tag is, is known: a name of HTML (or one with a hyphen or colon, or one that is ended somewhere too),
    attributes with their values, and an end. Words in anything else that begins like a tag were said.

    >>> list(words_in_tags("<p class=a>Nou <en toen kwam zij</p> <lacht> <b"))
    ['en toen kwam zij', 'lacht']
    """
    swallowed = list(_swallowed(source))
    if swallowed:
        held, got = Counter(_WORD.findall(source)), Counter(_WORD.findall(shown))
        yield from (text for text in swallowed if any(held[word] > got[word] for word in _WORD.findall(text)))


def _swallowed(source: str) -> Iterator[str]:
    ended, place, plain, code = None, 0, _plain(), CodeFinder(source)
    while opening := _OPENS.search(source, place):
        start = opening.start()
        if plain_part := plain.match(source, start):  # by far the usual case
            place = plain_part.end()
            continue
        if comment := _COMMENT.match(source, start):
            place = comment.end()
            continue
        if skipped := code.at(start):
            place = skipped.end
            continue
        if endless := _OPENS_CODE.match(source, start):
            yield from _with_letters(source[endless.end() :])
            return
        if source.startswith("<!--", start):
            yield from _with_letters(source[start + 4 :])
            return
        sound = _SOUND.match(source, start)
        if sound and (said := _left_open(sound[2] or "")):
            yield said
        if sound and (not (name := sound[1] or sound[3]) or _is_element(name)):
            place = sound.end()
            continue
        if sound:
            ended = ended if ended is not None else _paired(source)
            place = sound.end()
            if name.lower() not in ended:
                yield from _with_letters(sound[0].strip("<>/"))
            continue
        broken = _BROKEN.match(source, start)
        place = broken.end() if broken else start + 1
        if broken and source[start + 1] != "/" and broken[1].partition("/")[0].lower() in _ENDS_CODE:
            yield from _with_letters(_TAG.sub(" ", source[start + 1 :]))
            return
        if broken and (said := _left_open(broken[2])):
            yield said
        if broken:
            ended = ended if ended is not None else _paired(source)
            name = broken[1].lstrip("!?")
            name = "" if name.lower() in _elements() | ended else name
            yield from _with_letters(f"{name}{broken[3]}")


def _left_open(attributes: str) -> str:
    """Return the value of an attribute whose mark at its end is lost, so that it ran on over tags; else nothing."""
    for value in _MARKED.findall(attributes) if "</" in attributes else ():
        begun = Counter[str]()
        for end, name in _BEGIN_OR_END.findall(value):
            begun[name.lower()] += -1 if end else 1
            if begun[name.lower()] < 0:
                return clean_text(_TAG.sub(" ", value))
    return ""


@cache
def _elements() -> frozenset[str]:
    from lxml.html.defs import tags

    return frozenset(tags) | _MORE_TAGS


def _is_element(name: str) -> bool:
    return name.lower() in _elements() or ":" in name or "-" in name


@cache
def _plain() -> re.Pattern[str]:
    """Return the expression for a run of sound tags of HTML and the texts between them."""
    names = "|".join(sorted(_elements() - {"script", "style"}, key=len))
    has = _HAS.replace(_VALUE, _VALUE_WITHOUT_TAG)  # others are looked at
    names = rf"(?:(?:[pb]|br|{names})(?![\w:.-])|[a-z]\w*+[:-][\w:.-]*+)"
    return re.compile(rf"(?><(?:/{names}\s*+|{names}{has}\s*+/?+)>(?>[^<]++|<(?![a-z/!?]))*+)++", re.IGNORECASE)


def _paired(source: str) -> set[str]:
    """Return the names that begin an element somewhere and end one, or are closed at once."""
    begun, ended = set[str](), set[str]()
    for tag in _SOUND.finditer(source):
        if tag[1]:
            begun.add(tag[1].lower())
        if name := tag[3] or (tag[1] if tag[0].endswith("/>") else ""):
            ended.add(name.lower())
    return begun & ended


def _with_letters(text: str) -> Iterator[str]:
    if _WORD.search(text):
        yield clean_text(text)


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
    page, end = _Texts(), len(source)
    if source.count("<", source.rfind(">") + 1) > _MANY:  # no tag of these ends, and each is looked for to the end
        end = source.rfind(">") + 1
    page.feed(source[:end])
    page.close()
    page.handle_data(source[end:])
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
