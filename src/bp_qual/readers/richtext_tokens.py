r"""The tokens of Rich Text: what is hidden (`\v`) is taken out, and what is given twice is given once.

Nothing here turns Rich Text into text; that is the library's.
"""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.richtext_words import PAGES_OF_MACS, PAGES_OF_SYSTEMS

_TOKEN = lazy_pattern(r"\\([a-z]+)(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+")
_SWITCHES = {word: lazy_pattern(rf"\\{word}(?![a-z0-9])|\\{word}1") for word in ("v", "deleted", "strike", "striked")}
_HIDING_STYLE = lazy_pattern(r"\{(?:\\\*)?\\(cs|s)(\d{1,5})[^{}]*\\v(?![a-z0-9])[^{}]*\}")
_STYLE_SHEET = lazy_pattern(r"\{\\stylesheet")
_IGNORED = lazy_pattern(
    r"\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|object|fldinst|listtable|listoverridetable|revtbl|rsidtbl|"
    r"generator|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|filetbl|tc|xe|bkmkstart|bkmkend|nonshppict)"
    r"(?![a-z])"
)
_TWICE = lazy_pattern(r"\{\\upr(?![a-z]) ?")
_IN_UNICODE = lazy_pattern(r"\{\\\*\s*\\ud(?![a-z]) ?")
_OBJECT = lazy_pattern(r"\{\\object(?![a-z])")
_RESULT = lazy_pattern(r"\{(?:\\\*)?\s*\\result(?![a-z]) ?")
_BRACE = lazy_pattern(r"\\[\\{}]|\{|\}")  # far quicker than with `[{}]`
_PAGE = lazy_pattern(r"\\ansicpg(\d{1,5})")
SYSTEM = lazy_pattern(r"\{\\rtf\d*\s*\\(mac|pca|pc)(?![a-z0-9])")


def take_page(source: str) -> tuple[str, str]:
    r"""Return Rich Text without a code page that Python calls otherwise than by its number, and the encoding it means.

    >>> take_page(r"{\rtf1\mac\ansicpg10007 R: ja}"), take_page(r"{\rtf1\ansi\ansicpg1251 R: ja}")[1]
    (('{\\rtf1\\mac R: ja}', 'mac_cyrillic'), 'cp1252')
    """
    page, system = _PAGE.search(source), SYSTEM.match(source)
    number = int(page[1]) if page else PAGES_OF_SYSTEMS[system[1]] if system else 1252
    if page and number in PAGES_OF_MACS:
        source = source[: page.start()] + source[page.end() :]
    return source, PAGES_OF_MACS.get(number, "cp1252" if page else f"cp{number}")


def take_out_switched(source: str, switch: str) -> tuple[str, str]:
    r"""Return Rich Text without what a word switches off (`v`, `deleted`, `strike`), and that text, as Rich Text still.

    >>> take_out_switched(r"{\rtf1 Wij {\v stiekem }bakten.}", "v")
    ('{\\rtf1 Wij {\\v }bakten.}', 'stiekem ')
    >>> take_out_switched(r"{\rtf1 Wij \deleted oud \deleted0 bakten.}", "deleted")[1]
    'oud '
    """
    if not _SWITCHES[switch].search(source):
        return source, ""
    styles = _hiding_styles(source) if switch == "v" else set()
    kept, hidden, stack, now = list[str](), list[str](), list[bool](), False
    unread = find_ignored_groups(source)
    for token in _TOKEN.finditer(source):
        whole, word, value = token[0], token[1], token[2]
        if unread and token.start() >= unread[0][1]:
            unread.pop(0)
        if unread and token.start() >= unread[0][0]:
            kept.append(whole)
            continue
        if whole == "{":
            stack.append(now)
        elif whole == "}":
            now = stack.pop() if stack else False
        elif word == switch:
            now = value != "0"
        elif word in ("cs", "s") and (word, value) in styles:
            now = True
        elif word == "plain":
            now = False
        is_said = (word is None and whole not in "{}") or word == "u"
        if now and is_said:
            hidden.append(whole)
        else:
            kept.append(whole)
    return "".join(kept), "".join(hidden)


def _hiding_styles(source: str) -> set[tuple[str, str]]:
    sheet = _STYLE_SHEET.search(source)
    if not sheet:
        return set()
    return set(_HIDING_STYLE.findall(source[sheet.start() : sheet.start() + 200_000]))


def show_unicode(source: str) -> str:
    r"""Return Rich Text in which a text that is given twice, for old programs and in Unicode, is there in Unicode.

    >>> show_unicode(r"Wij {\upr{bakten}{\*\ud{b\u229 ?kten}}} brood.")
    'Wij {{b\\u229 ?kten}} brood.'
    """
    kept, place = list[str](), 0
    while opening := _TWICE.search(source, place):
        end = _group_end(source, opening.start())
        in_unicode = _IN_UNICODE.search(source, opening.end(), end)
        kept.append(source[place : opening.start()])
        if in_unicode:
            kept.append("{" + source[in_unicode.end() : _group_end(source, in_unicode.start())])
        else:
            kept.append("{" + source[opening.end() : end])
        place = end
    return "".join([*kept, source[place:]])


def split_behind_end(source: str) -> tuple[str, str]:
    r"""Return Rich Text up to the brace that ends the document, and what the file holds behind it, without groups.

    >>> split_behind_end(r"{\rtf1 R: ja\par} {R: 12}")
    ('{\\rtf1 R: ja\\par}', ' R: 12')
    """
    depth = 0
    for brace in _BRACE.finditer(source):
        depth += (brace[0] == "{") - (brace[0] == "}")
        if not depth and brace[0] == "}":
            behind = _without_ignored(source[brace.end() :])
            bare = _BRACE.sub(lambda match: match[0] if match[0][0] == "\\" else "", behind)
            return source[: brace.end()], bare if bare.strip("\0 \r\n") else ""
    return source, ""


def show_objects(source: str) -> str:
    r"""Return Rich Text in which each object from another program is what a reader sees of it.

    >>> show_objects(r"Wij {\object\objemb{\*\objdata 01}{\result {bakten}}} brood.")
    'Wij {{bakten}} brood.'
    """
    kept, place = list[str](), 0
    while opening := _OBJECT.search(source, place):
        end, results = _group_end(source, opening.start()), list[str]()
        inner = opening.end()
        while (result := _RESULT.search(source, inner, end)) and result.start() < end:
            inner = _group_end(source, result.start())
            results.append(source[result.end() : inner])
        kept += [source[place : opening.start()], *("{" + result for result in results)]
        place = end
    return "".join([*kept, source[place:]])


def _group_end(source: str, start: int) -> int:
    """Return where the group that begins at a place ends."""
    depth = 0
    for brace in _BRACE.finditer(source, start):
        depth += (brace[0] == "{") - (brace[0] == "}")
        if not depth:
            return brace.end()
    return len(source)


def _without_ignored(source: str) -> str:
    """Return the source without the groups that are never shown."""
    kept, place = list[str](), 0
    for start, end in find_ignored_groups(source):
        kept.append(source[place:start])
        place = end
    return "".join([*kept, source[place:]])


def find_ignored_groups(source: str) -> list[tuple[int, int]]:
    r"""Return where the groups begin and end that are never shown.

    >>> find_ignored_groups(r"{\rtf1{\info x} R: ja}")
    [(6, 15)]
    """
    groups, start = list[tuple[int, int]](), _IGNORED.search(source)
    while start:
        end = _group_end(source, start.start())
        groups.append((start.start(), end))
        start = _IGNORED.search(source, end)
    return groups
