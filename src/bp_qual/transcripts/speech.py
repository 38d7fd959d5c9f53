"""Speech: which part of a turn is talk, and where its words are.

A *word* is a run between white space that holds a letter, a digit or a dash, after *asides* are taken out: time stamps,
what the transcriber wrote down about the talk (`(lacht)`, `[onverstaanbaar]`, `#00:01:16-1#`), and what a listener says
meanwhile (`(ja ja)`, `(mhm)`). A dash that is alone counts because every word processor counts it. This module knows
nothing of speakers, themes or languages.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.kept_spans import KeptSpans

Spans = npt.NDArray[np.int64]

_KEPT = KeptSpans()  # counting, comparing and cutting into sentences all need the words of a transcript

# Words for what happens around the talk; the first or the last word of what stands in round brackets must be one.
_HAPPENING = (
    r"(?:(?:ge|glim)?lach\w*|grinnik\w*|giechel\w*|zucht\w*|stilte|zwijgt|pauze\w*|kuch\w*|hoest\w*|snik\w*|huilt"
    r"|fluister\w*|onverstaanbaar\w*|onhoorbaar|onduidelijk|instemmend\w*|knikt|schudt|applaus|muziek|mompelt|slikt"
    r"|laugh\w*|chuckl\w*|giggl\w*|sigh\w*|silence|pauses?|cough\w*|sniff\w*|cries|crying|sobs?|sobbing|whisper\w*"
    r"|inaudible|unintelligible|indistinct|unclear|cross-?talk\w*|overlapp?\w*|applause|music|nods|smiles?|groans?"
    r"|throat|gelächter|schweig\w*|stille|räusper\w*|hustet|seufz\w*|unverständlich\w*|unv|weint|nickt|lächelt"
    r"|rires?|riant|soupir\w*|incompréhensible|tousse|toux|applaudissements|pleure)"
)
_OTHER = r"[^\s,()<>*{}]{1,30}"
_INSIDE = (
    rf"\s{{0,3}}(?:{_HAPPENING}\b\.?(?:[ ,]{{1,3}}{_OTHER}){{0,3}}|(?:{_OTHER}[ ,]{{1,3}}){{1,3}}{_HAPPENING})"
    r"\s{0,3}[.!?…]?\s{0,3}"
)
# What a listener says meanwhile: in brackets by itself it is the other's, as most rules for transcribing have it.
_HEARD = (
    r"(?:h+m+(?:-?h+m+)*|m+-?h+m*|m{2,}|uh-?huh|aha|ja|nee|ok[eé]?|okay|yes|yeah|yep|right|precies|klopt|genau|oui)"
)
_RESPONSE = rf"\s{{0,3}}{_HEARD}(?:[ ,]{{1,3}}{_HEARD}){{0,3}}[.!?…]?\s{{0,3}}"
# Whoever typed explains, or writes what the interviewer does: `(= de wijkraad)`, `(interviewer wijst naar buiten)`.
_EXPLAINS = r"\s{0,3}(?:=|(?:de\s|the\s)?(?:interview(?:er|ster)|onderzoeker|researcher)\b)[^()\n:]{0,150}"
# A line that is all in brackets, or between stars and dashes: nobody goes on speaking on a line of that kind.
_LINE_APART = (
    r"(?:\((?:[^()\n]|\([^()\n]{0,80}\)){1,300}\)|<[^<>\n]{1,300}>|{[^{}\n]{1,300}}"
    r"|([*=~-])\1\1+[^\n*=~]{1,300}?\1{3,})\.?"
)
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,:-]\d{1,3})?"
_ASIDE = lazy_pattern(
    rf"\[(?:[^\[\]\n]|\[[^\[\]\n]{{0,80}}\]){{0,200}}\]"
    rf"|\(\([^()\n]{{1,80}}\)\)"
    rf"|\(\s{{0,3}}{_CLOCK}\s{{0,3}}\)"
    rf"|\((?:{_INSIDE}|{_RESPONSE})\)"
    rf"|<(?:{_INSIDE}|{_RESPONSE})>"
    rf"|\*{_INSIDE}\*"
    rf"|{{(?:{_INSIDE}|{_RESPONSE})}}"
    rf"|\({_EXPLAINS}\)"
    r"|(?<!\S)##[^\W_][\w-]{0,60}"
    rf"|^[ \t]*{_LINE_APART}(?=[ \t]*$)"
    rf"|#\s?{_CLOCK}\s?#"
    rf"|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:[.,][0-9]{{1,3}})?(?![\w:])"
    rf"|(?:(?<=^[0-9]:[0-9][0-9])|(?<=^[0-9][0-9]:[0-9][0-9]))(?=[ \t]*$))",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = ("[", "(", "<", "*", "{", "#", ":", "---", "===", "~~~")
_BEGINS_APART = lazy_pattern(r"\n[ \t]*[(<{*=~-]")
_APART = lazy_pattern(rf"{_LINE_APART}(?=[ \t]*$)", re.MULTILINE)
_OPEN = lazy_pattern(r"\[[^\[\]\n]{201,}\]|\[[^\[\]\n]*$", re.MULTILINE)  # no remark: not closed, or very long
_BRACKETS, _EYES = lazy_pattern(r"[\[\]\n]"), tuple(":;=-")
_ASKED = lazy_pattern(r"\((?:[^\s()]+[ ]){2,30}[^\s()]*\?\)")  # at least three words
_ANGLED = lazy_pattern(
    r"<[^<>\n]{1,80}>|{[^{}\n]{1,80}}|==[^=\n]{1,80}==|(?<![\w#&/])#[^\W\d_][\w-]{0,60}|(?<!\S)(?://[^/\n]{2,80}//|/(?!\s)[^/\n]{2,80}(?<!\s)/)(?![\w/])"
)
_HAPPENS = lazy_pattern(_INSIDE, re.IGNORECASE)
_BEYOND = 0x3000  # code points below it are classified by table


def find_asides(text: str, start: int = 0, end: int | None = None) -> Spans:
    """Return the spans of time stamps and stage directions.

    What is in square brackets is the transcriber's, always. Round brackets, `*`, `<>` and `{}` hold an aside only
    where they hold a time, a word for something that happens (`lacht`, `pause`, `inaudible`), or nothing but the
    response of a listener (`mhm`, `ja ja`): people do speak in parentheses. `0:08` is one where it has a line of its
    own, and so is a line that is all in brackets, or between three stars or dashes and as many again. `##geld` is a
    code, never a word. No aside crosses a line end.

    Parameters
    ----------
    text : str
        What was said.
    start, end : int
        The part of it to look in; by default all.

    Returns
    -------
    array of spans x 2
        Starts and ends in `text`.

    Examples
    --------
    >>> find_asides("Ja (lacht), [00:12:04] wij (en ik bedoel ons) ook.").tolist()
    [[3, 10], [12, 22]]
    """
    return find_asides_in(text, as_spans([(start, len(text) if end is None else end)]))


def find_asides_in(text: str, spans: Spans) -> Spans:
    """Return the spans of time stamps and stage directions in each of some parts of a text; none crosses their borders.

    The parts are those of turns: in order and not overlapping.

    >>> find_asides_in("R: (lacht) ja (I: dat", np.array([[3, 14]])).tolist()
    [[3, 10]]
    """
    lines = _lines_with_sign(text, spans)
    return as_spans([match.span() for line in lines for match in _ASIDE.finditer(text, *line)])


def _lines_with_sign(text: str, spans: Spans) -> Iterator[tuple[int, int]]:
    """Yield the lines of the spans that hold a sign of an aside; few do, and all others need no closer look."""
    starts, ends, until = spans[:, 0].tolist(), spans[:, 1].tolist(), 0
    for at in sorted(find_signs(text, starts[0], ends[-1])) if starts else ():
        row = bisect_right(starts, at) - 1
        if at >= until and row >= 0 and at < ends[row]:
            begin = max(starts[row], text.rfind("\n", starts[row], at) + 1)
            stop = text.find("\n", at, ends[row])
            until = ends[row] if stop < 0 else stop
            yield begin, until


def find_signs(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a bracket, a star, a hash, or a colon between digits is: no aside is without one of them.

    Parameters
    ----------
    text, start, end
        As in `find_asides`.

    Yields
    ------
    int
        Where it is; those of one kind after those of another.

    Examples
    --------
    >>> list(find_signs("Om 9:30 (half tien): wij.", 0, 25))
    [8, 4]
    """
    for sign in _SIGNS:
        at = text.find(sign, start, end)
        while at >= 0:
            if sign != ":" or (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()):
                yield at
            at = text.find(sign, at + 1, end)


def find_lines_apart(text: str) -> list[tuple[int, int]]:
    r"""Return where lines are all in brackets, or between stars or dashes: none of them is counted as said.

    >>> text = "R: Ja.\n(Zij wijst naar buiten)\nDaar.\n--- tweede bandje ---"
    >>> [text[start:end] for start, end in find_lines_apart(text)]
    ['(Zij wijst naar buiten)', '--- tweede bandje ---']
    """
    if not any(sign in text for sign in "(<{") and not any(sign in text and 3 * sign in text for sign in "*=~-"):
        return []
    begins = (match.end() - 2 for match in _BEGINS_APART.finditer(f"\n{text}"))  # far quicker than with `^`
    found = (_APART.match(text, begin) for begin in begins)
    return [match.span() for match in found if match]


def find_angled(text: str) -> list[tuple[int, int]]:
    """Return where words stand in angle or curly brackets, between slashes or behind a hash, and are counted as said.

    >>> text = "Dat kost geld <subsidie>, {lacht} zeg ik."
    >>> [text[start:end] for start, end in find_angled(text)]
    ['<subsidie>']
    """
    spans = [match.span() for match in _ANGLED.finditer(text)] if any(sign in text for sign in "<{/=#") else []
    return [span for span in spans if not len(find_asides(text, *span))]


def find_open_brackets(text: str) -> list[tuple[int, int]]:
    r"""Return where square brackets hold no remark, as they do not close on their line, or only after many words.

    >>> text = "R: Ja [memo: navragen en zo.\nR: Nee [lacht] hoor."
    >>> [text[start:end] for start, end in find_open_brackets(text)]
    ['[memo: navragen en zo.']
    """
    return [match.span() for match in _OPEN.finditer(text)] if "[" in text else []


def find_unopened_brackets(text: str) -> list[tuple[int, int]]:
    r"""Return where a square bracket closes that nothing opened: what is before it is counted as said.

    >>> text = "R: Ja memo: navragen] en zo.\nR: Nee [lacht] hoor :]"
    >>> [text[start:end] for start, end in find_unopened_brackets(text)]
    ['R: Ja memo: navragen]']
    """
    found, begin, depth, line_ends = list[tuple[int, int]](), 0, 0, 0
    for match in _BRACKETS.finditer(text) if "]" in text else ():
        if match[0] == "[":
            depth, line_ends = depth + 1, 0
            continue
        if match[0] == "]":
            is_smiley = text[match.start() - 1 : match.start()] in _EYES
            is_odd = not (depth or is_smiley) and any(map(str.isalnum, text[begin : match.start()]))
            found += [(begin, match.end())] if is_odd else []
            depth = max(0, depth - 1)
        else:
            line_ends += 1
            depth = 0 if line_ends > 1 else depth  # a remark may go on in the next line
        begin = match.end()
    return found


def find_bracketed_questions(text: str) -> list[tuple[int, int]]:
    r"""Return where round brackets hold a question of several words: perhaps another speaker asked it.

    >>> text = "R: Dat was (was dat Jan?) in mei (toch?), zei ze (hoe heet ze)."
    >>> [text[start:end] for start, end in find_bracketed_questions(text)]
    ['(was dat Jan?)']
    """
    spans = [match.span() for match in _ASKED.finditer(text)] if ")" in text and "?)" in text else []
    return [span for span in spans if not len(find_asides(text, *span))]


def is_happening(said: str) -> bool:
    """Return whether words are what a transcriber writes of a sound or a gesture, as `lacht` or `long pause`.

    >>> is_happening("Lacht"), is_happening("zucht diep"), is_happening("de buurman")
    (True, True, False)
    """
    return _HAPPENS.fullmatch(said) is not None


def find_words(text: str, start: int = 0, end: int | None = None) -> Spans:
    """Return the spans of the words that were said, asides left out.

    Parameters
    ----------
    text, start, end
        As in `find_asides`.

    Returns
    -------
    array of spans x 2
        Starts and ends in `text`.

    Examples
    --------
    >>> find_words("Nou... zo'n 25 (lacht) zelfs ... !").tolist()
    [[0, 6], [7, 11], [12, 14], [23, 28]]
    """
    end = len(text) if end is None else end
    return _find_words(text[start:end], find_asides(text, start, end) - start, as_spans([])) + start


def count_words(text: str, start: int = 0, end: int | None = None) -> int:
    """Return how many words were said, asides left out.

    Parameters
    ----------
    text, start, end
        As in `find_asides`.

    Returns
    -------
    int
        The exposure of the text, as all rates use it.

    Examples
    --------
    >>> count_words("Nou... zo'n 25 (lacht) zelfs ... !")
    4
    """
    return len(find_words(text, start, end))


def count_words_in(text: str, spans: Spans) -> npt.NDArray[np.int64]:
    """Return how many words each of the spans holds; far quicker than one call for each of many turns.

    The spans are those of turns: in order and not overlapping.

    >>> count_words_in("I: Hoe gaat het? R: Goed hoor.", np.array([[3, 16], [20, 30]])).tolist()
    [3, 2]
    """
    return np.array([len(words) for words in find_words_in(text, spans)], dtype=np.int64)


def find_words_in(text: str, spans: Spans) -> list[Spans]:
    """Return the words of each of the spans, as `find_words` does; far quicker than one call for each of many turns.

    The spans are those of turns: in order and not overlapping.

    >>> [words.tolist() for words in find_words_in("I: Hoe dan? R: Goed.", np.array([[3, 11], [15, 20]]))]
    [[[3, 6], [7, 11]], [[15, 20]]]
    """
    found = _KEPT.get(text, spans.tobytes(), lambda: _find_words(text, find_asides_in(text, spans), spans))
    return part_by(found, spans)


def part_by(found: Spans, spans: Spans) -> list[Spans]:
    """Return which of the spans that were found begin in each of others; both are in order.

    >>> [own.tolist() for own in part_by(np.array([[0, 2], [4, 5], [7, 9]]), np.array([[0, 6], [7, 7], [7, 10]]))]
    [[[0, 2], [4, 5]], [], [[7, 9]]]
    """
    first, last = np.searchsorted(found[:, 0], spans).T.tolist()
    return [found[row:beyond] for row, beyond in zip(first, last, strict=True)]


def _find_words(text: str, asides: Spans, borders: Spans) -> Spans:
    """Return word spans in the whole of `text`, none in an aside; a word also begins and ends at the borders."""
    blank, lettered = _classify(text)
    for start, end in asides.tolist():
        blank[start:end] = True
    filled = np.zeros(len(text) + 2, dtype=bool)
    filled[1:-1] = ~blank
    edges = filled[1:] != filled[:-1]
    inner = borders[(borders > 0) & (borders < len(text))]
    cuts = inner[filled[inner] & filled[inner + 1]]
    begins, stops = edges & filled[1:], edges & filled[:-1]
    begins[cuts] = stops[cuts] = True
    starts, ends = np.flatnonzero(begins), np.flatnonzero(stops)
    letters = np.concatenate(([0], np.cumsum(lettered & ~blank)))
    holds = letters[ends] > letters[starts]
    return np.column_stack((starts[holds], ends[holds])).astype(np.int64)


def _classify(text: str) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return for each character whether it is white space, and whether it is a letter or digit."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    blank_table, letter_table = _tables()
    low = np.minimum(codes, _BEYOND)
    blank, lettered = blank_table[low], letter_table[low]
    beyond = codes[codes >= _BEYOND]
    for place in set(beyond.tolist()):
        here, character = codes == place, chr(place)
        blank[here], lettered[here] = character.isspace(), _is_lettered(character)
    return blank, lettered


@cache
def _tables() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    characters = [chr(code) for code in range(_BEYOND)] + [" "]
    return (
        np.array([character.isspace() for character in characters]),
        np.array([_is_lettered(character) for character in characters]),
    )


def _is_lettered(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Pd"


def as_spans(spans: list[tuple[int, int]]) -> Spans:
    """Return spans as an array.

    >>> as_spans([]).shape
    (0, 2)
    """
    return np.array(spans, dtype=np.int64).reshape(-1, 2)
