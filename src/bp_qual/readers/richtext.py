r"""Rich Text, .rtf: through striprtf, after what is not talk was taken apart.

Deleted text (`\deleted`), notes, comments, headers and list numbers are cut out as groups and kept by name; text boxes
become lines of their own; the cells of a table row are parted by tabs. Text that is hidden is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from bp_qual.errors import Problem, TranscriptError
from bp_qual.extras import need
from bp_qual.files import clean_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.inserted import note_inserted
from bp_qual.readers.paragraphs import (
    BOX,
    NOT_UNDERSTOOD,
    Piece,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_deletions,
    note_not_understood,
    note_struck,
)
from bp_qual.readers.question_heads import split_at_bold_labels
from bp_qual.readers.richtext_looks import count_look_signs, mark_looks, split_looks
from bp_qual.readers.richtext_raw import find_unread_words, read_raw, without_binary
from bp_qual.readers.richtext_replacements import set_replacements
from bp_qual.readers.richtext_tokens import show_objects, show_unicode, split_behind_end, take_out_switched, take_page

MAX_RTF = 20 * 1024 * 1024
_APART = {
    "footnote": "footnotes",
    "annotation": "comments",
    "header": "headers and footers",
    "footer": "headers and footers",
    "listtext": "list numbers",
    "pntext": "list numbers",
    "deleted": "deleted",
    "shp": "shape",
    "do": "shape",
    "shptxt": "box",
    "dptxbxtext": "box",
}
_BRACE = lazy_pattern(r"\\[\\{}]|\{|\}")  # far quicker than with `[{}]`
_NAMED = lazy_pattern(
    r"\{(?:\\\*)?\s*(?:\\[a-z]+-?\d*\s?)*?\\(footnote|annotation|header|footer|listtext|pntext|deleted|shp|do|shptxt|dptxbxtext)"
    r"[lrf]?(?![a-z0-9])"
)
_CLASSES = lazy_pattern(rb"\\objclass ([A-Za-z0-9.]{1,40})")  # the program of a file inside: Word.Document.8
_UNSEEN = lazy_pattern(r"\\\*?(?:fonttbl|colortbl|stylesheet|info|pict|fldinst|object|listtable|generator|themedata)\b")
_ABOVE_ASCII = lazy_pattern(r"[\x80-\xff]")  # the format has none; some programs write letters so
_CELL = lazy_pattern(r"\\(?:nest)?cell(?![a-z])")


def read_rich_text(data: bytes, *, where: str = "") -> Reading:
    r"""Read an .rtf.

    >>> read_rich_text(rb"{\rtf1\ansi R: caf\'e9 {\deleted oud }nieuw\par}", where="a.rtf").text
    'R: café nieuw'
    """
    striprtf = need("striprtf.striprtf", where)
    if len(data) > MAX_RTF:
        raise TranscriptError(Problem(where, "rtf too large"))
    source = without_binary(data.decode("latin-1").rstrip("\0"))
    source = source if source.isascii() else _ABOVE_ASCII.sub(_as_hex, source)
    source = source.replace("HYPERLINK", "LINK")  # else its address becomes talk
    raw = read_raw(source)
    if raw.open:
        raise TranscriptError(Problem(where, "rtf open", {"n": raw.open}))
    source, page = take_page(set_replacements(source))
    source, behind = split_behind_end(source)
    body, groups, boxes = _take_apart(show_unicode(show_objects(source)), where)
    body, hidden = take_out_switched(body, "v")
    body, gone = take_out_switched(body, "deleted")
    body, struck = take_out_switched(body, "strike")
    body, twice = take_out_switched(body, "striked")
    head = _head(source)
    remainders, deleted = dict[str, list[str]](), list[str]()
    try:
        pieces = _read_lines(
            lambda part: _plain(striprtf.rtf_to_text(part, page, "replace")), _CELL.sub(r"\\tab", body)
        )
        boxed = [_plain(striprtf.rtf_to_text(f"{head}{box}}}", page, "replace")) for box in boxes]
        pieces = _mark_boxes(pieces, boxed)
        for name, group in groups:
            inner = _plain(striprtf.rtf_to_text(head + group[_begin(group) :], page, "replace"))
            (deleted if name == "deleted" else remainders.setdefault(name, [])).append(inner)
        if gone:
            deleted.append(_plain(striprtf.rtf_to_text(f"{head}{gone}}}", page, "replace")))
        for name, unseen in (("hidden text", hidden), ("struck text", struck), ("struck text", twice)):
            if unseen:
                inner = _plain(striprtf.rtf_to_text(f"{head}{unseen}}}", page, "replace"))
                remainders.setdefault(name, []).append(inner)
        behind = _plain(striprtf.rtf_to_text(f"{head}{behind}}}", page, "replace")) if behind else ""
    except (ValueError, TypeError, LookupError, OverflowError) as err:
        raise TranscriptError(Problem(where, "rtf unreadable")) from err
    check_lines(len(pieces), where)
    text = "\n".join(piece.text for piece in pieces)
    parted = [line for piece in pieces for line in split_at_bold_labels(piece) if line.text.strip()]
    joined, lines = join_pieces(parted)
    rests = {name: rest for name, parts in remainders.items() if (rest := "\n".join(parts).strip())}
    visible = count_visible(text) + sum(map(count_visible, rests.values()))
    unread = find_unread_words(raw, " ".join([text, *rests.values(), *deleted, behind]))
    if lost := " ".join([*behind.split(), *unread]):
        rests[NOT_UNDERSTOOD] = lost
        visible += count_visible(lost)
    told = (*note_deletions(len(deleted)), *note_struck(rests.get("struck text", "")))
    notes = (*told, *note_not_understood(lost, "outside the paragraphs of the document"))
    notes += note_inserted([name.decode() for name in _CLASSES.findall(data)] or ["-"], data.count(b"\\objdata"))
    return Reading(joined, lines, rests, notes, {}, visible, "rtf")


def _read_lines(read: Callable[[str], str], body: str) -> list[Piece]:
    """Return the lines of Rich Text with their looks; without these where a sign for one did not come through."""
    marked, looks, number = mark_looks(body)
    text = read(marked)
    if count_look_signs(text) != number:
        text, looks = read(body), ()
    return list(split_looks(text, looks))


def _as_hex(sign: re.Match[str]) -> str:
    return f"\\'{ord(sign[0]):02x}"


def _mark_boxes(pieces: list[Piece], boxes: list[str]) -> list[Piece]:
    """Return the lines with those of a kind of their own that are lines of the text boxes, in their order."""
    lines = [line for box in boxes for line in map(str.strip, box.split("\n")) if line]
    marked = list[Piece]()
    for piece in pieces:
        is_boxed = bool(lines) and piece.text.strip() == lines[0]
        marked.append(replace(piece, kind=BOX) if is_boxed else piece)
        lines = lines[1:] if is_boxed else lines
    return marked


def _take_apart(source: str, where: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """Return the source without the groups that are not talk, these groups by name, and what is in text boxes."""
    kept, groups, boxed, place = list[str](), list[tuple[str, str]](), list[str](), 0
    for start, end, name in _find_groups(source, where):
        kept.append(source[place:start])
        group = source[start:end]
        if _APART[name] == "shape":
            inner = group[1:-1]
            boxes = [inner[a:b] for a, b, kind in _find_groups(inner, where) if _APART[kind] == "box"]
            boxed += [box[_begin(box) : -1] for box in boxes]
            kept += ["\\par " + box[_begin(box) : -1] + "\\par " for box in boxes]
        else:
            groups.append((_APART[name], group))
        place = end
    return "".join([*kept, source[place:]]), groups, boxed


def _head(source: str) -> str:
    """Return what the text of a group needs to be read alone: the code page and the fonts."""
    page, fonts, depth = re.search(r"\\ansicpg\d+", source[:2000]), re.search(r"\{\\fonttbl", source[:20_000]), 0
    table = ""
    for match in _BRACE.finditer(source, fonts.start()) if fonts else ():
        depth += (match[0] == "{") - (match[0] == "}")
        if fonts and not depth:
            table = source[fonts.start() : match.end()]
            break
    return f"{{\\rtf1\\ansi{page[0] if page else ''}{table} "


def _begin(group: str) -> int:
    """Return where the content of a named group begins, behind its name."""
    match = _NAMED.match(group)
    return match.end() if match else 1


def _find_groups(source: str, where: str) -> Iterator[tuple[int, int, str]]:
    """Yield the outermost groups with one of the names, in order."""
    depth, opened, since, name = 0, -1, 0, ""
    for match in _BRACE.finditer(source):
        if match[0] == "{":
            depth += 1
            named = _NAMED.match(source, match.start(), match.start() + 400) if opened < 0 else None
            if named and not _UNSEEN.search(named[0]):
                opened, since, name = match.start(), depth, named[1]
        elif match[0] == "}":
            if opened >= 0 and depth == since:
                yield opened, match.end(), name
                opened = -1
            depth -= 1
    if opened >= 0:
        raise TranscriptError(Problem(where, "rtf cut"))


def _plain(text: str) -> str:
    """Return the text with the halves of emoji joined, and clean."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean_text(joined)
