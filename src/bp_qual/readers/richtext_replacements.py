r"""What stands behind a letter in Unicode for old programs (`\u233 ?`, `\u8364\'80`), told from talk.

How many signs that is, a file says itself (`\uc1`). Where it says a wrong number, what is no replacement is talk.
"""

from __future__ import annotations

import re
import unicodedata

from bp_qual.lazy_patterns import lazy_pattern

_TOKEN = lazy_pattern(r"\\(uc?)(-?\d{1,10}) ?|\\[\\{}]|[{}]")
_SIGN = lazy_pattern(r"[\r\n]*(\\'[0-9a-fA-F]{2}|[^\\{}\r\n])")
_LONGEST = 4  # (TM), shch
_PAGES = ("utf-8", "cp932", "cp936", "cp949", "cp950", "gb18030")  # in which a letter may be several bytes


def set_replacements(source: str) -> str:
    r"""Return Rich Text in which each letter in Unicode has one sign for old programs behind it, and all else is talk.

    >>> print(set_replacements(r"{\uc3 \u8364 EUR 10 {\uc0 caf\u233 }} caf\u233?"))
    {\u8364 ? 10 {caf\u233 ?}} caf\u233 ?
    >>> print(set_replacements(r"{\uc9 caf\u233? zebra caf\u233 zebra}"))
    {caf\u233 ? zebra caf\u233 ?zebra}
    """
    kept, place, stack, count = list[str](), 0, list[int](), 1
    while token := _TOKEN.search(source, place):
        kept.append(source[place : token.start()])
        place = token.end()
        if token[1] == "uc":
            count = max(0, int(token[2]))
            continue
        kept.append(f"\\u{token[2]} ?" if token[1] else token[0])
        if token[1]:
            place = _end_of_replacement(source, place, int(token[2]), count)
        elif token[0] == "{":
            stack.append(count)
        elif token[0] == "}":
            count = stack.pop() if stack else 1
    return "".join([*kept, source[place:]])


def _end_of_replacement(source: str, place: int, code: int, count: int) -> int:
    signs, ends = list[str](), [place]
    while len(signs) < min(count, _LONGEST + 1) and (sign := _SIGN.match(source, ends[-1])):
        signs.append(sign[1])
        ends.append(sign.end())
    if count < 2 or (len(signs) == count and _is_replacement(signs, code % 0x10000)):
        return ends[-1]
    return ends[1] if signs and (signs[0] == "?" or len(signs[0]) > 1) else place


def _is_replacement(signs: list[str], code: int) -> bool:
    """Return whether more signs than one can stand for a letter: as question marks, as its bytes, or as it sounds."""
    meant, text = chr(code), "".join(signs)
    if all(len(sign) > 1 for sign in signs):
        data = bytes.fromhex(re.sub(r"\\'", "", text))
        return any(data.decode(page, "ignore") == meant for page in _PAGES)
    if "?" in text or any(len(sign) > 1 for sign in signs):
        return text == "?" * len(signs)
    plain = unicodedata.normalize("NFKD", meant)
    if any(sign.isspace() or (sign.isdigit() and sign not in plain) for sign in signs):
        return False
    kind = unicodedata.category(meant)[0]
    if kind == "P":
        return not text[0].isalnum() and text == text[0] * len(signs)
    if not plain[0].isascii():
        return kind == "S" or (kind == "L" and text[0].isalpha())
    return text[0].lower() == plain[0].lower()
