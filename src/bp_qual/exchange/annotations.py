"""W3C Web Annotations (JSON): a quote with what stands around it and its place, tags as codes, comments as memos.

Hypothesis writes them in a shape of its own, in what it exports and in what its API answers: ``tags``, ``text``,
``user``.

Places are code points, as the standard says; programs that count otherwise are noticed, because the quote stands there
too.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from bp_qual.display import one_line, shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.code_cells import CodeCells
from bp_qual.exchange.code_tree import CodeTree
from bp_qual.exchange.drafts import Exported, count_lost
from bp_qual.exchange.given import Given, path_of
from bp_qual.exchange.received import NO_CODE, FinishedPart, Passage, Received
from bp_qual.files.json_text import parse_json
from bp_qual.files.nesting import NESTED, is_too_deep
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 40
_IDS = uuid.UUID("8f0b0c52-37a3-5c1e-9b46-6b705f616e6e")
_SHOWN = 30
_LONGEST_SIGN = 6  # of what JSON reads as one: \\u00e9, false
_HOLDERS = ("items", "first", "@graph", "annotations", "rows")  # of annotations; the last two are of Hypothesis
_FINISHED = "finished: "  # before a code that was looked for in all of an interview
_TAGS = ("tagging", "classifying", "identifying")


def read_annotations(data: bytes, where: str, *, known: Iterable[str] = (), settled: Collection[str] = ()) -> Received:
    """Return the codings in a file of Web Annotations: one, a list, a page or a collection of them.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.
    known, settled : iterable and collection of str
        As in `CodeCells`.

    Returns
    -------
    Received

    Raises
    ------
    CodebookError
        Where it holds no annotation of a text.

    Examples
    --------
    >>> annotation = {"type": "Annotation", "body": [{"purpose": "tagging", "value": "work > stress"}],
    ...     "target": {"source": "P01_2010", "selector": {"type": "TextQuoteSelector", "exact": "too much"}}}
    >>> received = read_annotations(json.dumps(annotation).encode(), "a.json")
    >>> received.passages[0].quote, [code.name for code in received.codes]
    ('too much', ['work', 'stress'])
    """
    root = _read_json(data, where)
    tree, passages, finished, without = CodeTree(settled), list[Passage](), list[FinishedPart](), 0
    annotations = [*_annotations(root)]
    for number, annotation in enumerate(annotations, start=1):
        passage = _passage(annotation, f"{where}: {number}", tree)
        if passage is None and (said := _finished_in(annotation, tree)) is not None:
            finished.append(said)
        elif passage is None:
            without += 1
        else:
            passages.append(passage)
    if not passages and not finished:
        raise CodebookError(Problem(where, "not annotations"))
    lost = (Remark("lost empty", values={"n": without}),) if without else ()
    program = root.get("generator", {}) if isinstance(root, dict) else {}
    name = _text(program.get("name")) if isinstance(program, dict) else ""
    tags = [tag for annotation in annotations for tag in _tags(annotation)]
    cells = CodeCells(tags, known, settled)
    for tag in tags if name != "bp_qual" else ():
        cells.doubt(tag)
    return Received(
        where, tuple(passages), tuple(tree.drafts), lost, form="annotations", program=name[:40],
        finished=tuple(finished), notes=cells.notes, doubts=cells.doubts(tree),
    )  # fmt: skip


def write_annotations(given: Given) -> Exported:
    """Return codings as a page of Web Annotations: one for each place, coder and memo, with a tag for each code.

    >>> import pandas as pd
    >>> from bp_qual.exchange.given import GIVEN_COLUMNS
    >>> row = ("P01_2010", "P01", "2010", 24, 29, "money", "Money", "anna", "", "", "human", False, False)
    >>> given = Given("Demo", corpus, codebook, pd.DataFrame([row], columns=list(GIVEN_COLUMNS)))
    >>> json.loads(write_annotations(given).data)["items"][0]["body"]
    [{'type': 'TextualBody', 'purpose': 'tagging', 'value': 'money'}]
    """
    texts = {transcript.interview: transcript.text for transcript in given.corpus.transcripts}
    items = []
    for key, rows in given.codings.groupby(["interview", "start", "end", "coder", "memo"], sort=False):
        interview, start, end, coder, memo = key
        text, codes = texts[interview], [code for code in rows["code"] if code]
        body = [{"type": "TextualBody", "purpose": "tagging", "value": path_of(given.codebook, code)} for code in codes]
        body += [{"type": "TextualBody", "purpose": "commenting", "value": memo}] if memo else []
        name = "\n".join(map(str, (given.name, *key)))
        items.append(
            {
                "id": f"urn:uuid:{uuid.uuid5(_IDS, name)}",
                "type": "Annotation",
                "motivation": "tagging" if codes else "commenting",
                "creator": {"type": "Person", "name": coder},
                **({"created": at} if (at := rows["at"].iloc[0]) else {}),
                "body": body,
                "target": {
                    "source": interview,
                    "selector": [
                        {
                            "type": "TextQuoteSelector",
                            "exact": text[start:end],
                            "prefix": text[max(0, start - AROUND) : start],
                            "suffix": text[end : end + AROUND],
                        },
                        {"type": "TextPositionSelector", "start": int(start), "end": int(end)},
                    ],
                },
            }
        )
    items += _finished_items(given)
    page = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "generator": {"type": "Software", "name": "bp_qual"},
        "items": items,
    }
    data = (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    kept = count_lost(
        given.codebook,
        *("definition", "include", "exclude", "examples", "counterexamples", "colour", "terms", "unless", "negated"),
    )
    return Exported(data, (*given.lost, *given.lost_memos(), *given.lost_status(), *given.lost_codes(), *kept))


def _finished_items(given: Given) -> Iterator[dict[str, object]]:
    """Yield an annotation on a whole interview for what a coder finished in it, with a body for each code."""
    for (coder, interview), codes in given.finished.items():
        paths = [path_of(given.codebook, code) for code in codes] or [NO_CODE]
        yield {
            "id": f"urn:uuid:{uuid.uuid5(_IDS, chr(10).join((given.name, 'finished', coder, interview)))}",
            "type": "Annotation",
            "motivation": "assessing",
            "creator": {"type": "Person", "name": coder},
            "body": [{"type": "TextualBody", "purpose": "assessing", "value": f"{_FINISHED}{path}"} for path in paths],
            "target": {"source": interview},
        }


def _finished_in(annotation: Mapping[str, Any], tree: CodeTree) -> FinishedPart | None:
    """Return what an annotation on a whole interview says is finished; None where it says no such thing."""
    if annotation.get("motivation") != "assessing":
        return None
    bodies = [part for part in _listed(annotation.get("body")) if isinstance(part, dict)]
    names = [name for part in bodies if (name := _text(part.get("value"))).startswith(_FINISHED)]
    target = next(iter(_listed(annotation.get("target"))), None)
    source = target.get("source") if isinstance(target, dict) else target
    said = [name.removeprefix(_FINISHED) for name in names]
    numbers = (tree.number_of(name) for name in said if name != NO_CODE)
    codes = tuple(number for number in numbers if number is not None)
    if not codes and NO_CODE not in said:
        return None
    return FinishedPart(_document(annotation, source), coder=_coder(annotation), codes=codes)


def _read_json(data: bytes, where: str) -> object:
    """Return what a file says; one that breaks off, or is damaged, is refused with the place."""
    try:
        return parse_json(text := data.decode("utf-8-sig", "ignore" if _is_cut_in_letter(data) else "strict"))
    except json.JSONDecodeError as error:
        if text.lstrip()[:1] not in ("{", "["):
            raise CodebookError(Problem(where, "not annotations")) from error
        text = text.rstrip()
        at_end = error.msg.startswith("Unterminated string") or error.pos >= len(text) - _LONGEST_SIGN
        if at_end and not error.msg.startswith("Extra data"):
            place, values = (
                f"{where}:{text.count(chr(10)) + 1}",
                {"end": shown(one_line(text[-2 * _SHOWN :])[-_SHOWN:], _SHOWN)},
            )
            raise CodebookError(Problem(place, "json broken off", values)) from error
        values = {"begin": shown(one_line(text[error.pos :][: 2 * _SHOWN]), _SHOWN)}
        raise CodebookError(Problem(f"{where}:{error.lineno}", "json broken", values)) from error
    except (ValueError, RecursionError) as error:
        raise CodebookError(Problem(where, NESTED if is_too_deep(error) else "not annotations")) from error


def _is_cut_in_letter(data: bytes) -> bool:
    """Return whether bytes end within a letter."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _annotations(root: object) -> Iterator[Mapping[str, Any]]:
    """Yield the annotations in a file, whatever holds them."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict) and "target" in value:
            yield value
        elif isinstance(value, dict):
            waiting += [value[key] for key in ("next", *_HOLDERS) if isinstance(value.get(key), list | dict)]


def _passage(annotation: Mapping[str, Any], where: str, tree: CodeTree) -> Passage | None:
    """Return an annotation as a passage; None where it has neither a quote nor a tag."""
    target = next(iter(_listed(annotation.get("target"))), None)
    if not isinstance(target, dict):
        target = {"source": target}
    selectors = [part for part in _refined(target.get("selector")) if isinstance(part, dict)]
    quote = next((part for part in selectors if part.get("type") == "TextQuoteSelector"), {})
    place = next((part for part in selectors if part.get("type") == "TextPositionSelector"), {})
    if not _text(quote.get("exact")) and not _tags(annotation):
        return None
    memos = [_text(part.get("value")) for part in _bodies(annotation) if not _is_tag(part, annotation)]
    memos.append(_text(annotation.get("text")).strip())
    return Passage(
        where,
        _cut_of(quote, "exact"),
        tuple(dict.fromkeys(code for tag in _tags(annotation) if (code := tree.number_of(tag)) is not None)),
        document=_document(annotation, target.get("source")),
        coder=_coder(annotation),
        memo=" · ".join(filter(None, memos)),
        at=_text(annotation.get("created")),
        before=_cut_of(quote, "prefix"),
        after=_cut_of(quote, "suffix"),
        start=_number(place.get("start")),
        end=_number(place.get("end")),
    )


def _document(annotation: Mapping[str, Any], source: object) -> str:
    """Return what was annotated: the title, where Hypothesis has one that says the wave and the address does not."""
    address = _text(source.get("id") if isinstance(source, dict) else source)
    address = unquote(address) if "://" in address else address
    about = annotation.get("document")
    title = _text(next(iter(_listed(about.get("title"))), "")) if isinstance(about, dict) else ""
    return title if find_wave(title) and not find_wave(address.rpartition("/")[2]) else address


def _coder(annotation: Mapping[str, Any]) -> str:
    """Return who annotated; Hypothesis says ``acct:anna@hypothes.is``."""
    creator = next(iter(_listed(annotation.get("creator"))), "")
    name = creator.get("name") or creator.get("nickname") if isinstance(creator, dict) else creator
    return _text(name) or _text(annotation.get("user")).removeprefix("acct:").partition("@")[0]


def _bodies(annotation: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    written = [*_listed(annotation.get("body")), *_listed(annotation.get("bodyValue"))]
    return [part if isinstance(part, dict) else {"value": part} for part in written]


def _tags(annotation: Mapping[str, Any]) -> list[str]:
    """Return the codes that an annotation gives."""
    names = [_text(part.get("value")) for part in _bodies(annotation) if _is_tag(part, annotation)]
    return [*names, *map(_text, _listed(annotation.get("tags")))]


def _is_tag(body: Mapping[str, Any], annotation: Mapping[str, Any]) -> bool:
    """Return whether a body is a code: by its purpose, else by what the whole annotation is for."""
    purposes = _listed(body.get("purpose") or annotation.get("motivation"))
    return any(purpose in _TAGS for purpose in purposes)


def _refined(selector: object) -> Iterator[object]:
    """Yield selectors, and those that make them more exact."""
    waiting = _listed(selector)
    while waiting:
        part = waiting.pop(0)
        yield part
        if isinstance(part, dict) and part.get("refinedBy"):
            waiting += _listed(part["refinedBy"])


def _listed(value: object) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _cut_of(quote: Mapping[str, Any], part: str) -> str:
    """Return words that were cut out of a text, without the half of an emoji through which the cut went."""
    return _text(quote.get(part)).strip("\ufffd")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31 else -1
