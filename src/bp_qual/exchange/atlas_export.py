"""The XML into which ATLAS.ti exports a project: quotations with their words, codes with comments, and who made them.

What a quotation holds stands in the file itself, so it is looked for in the transcript like any quote; where it stood
(``loc``) is told in lines of a document as ATLAS.ti shows it, and is not used. Quotations without words, as those of
pictures, recordings and most PDF files, are told by number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.code_tree import CodeTree
from bp_qual.exchange.received import Passage, Received
from bp_qual.readers.markup import parse_xml
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_ROOT = "storedHU"
_CODINGS = "links/objectSegmentLinks/codings/iLink"


def read_atlas(data: bytes, where: str, *, settled: Collection[str] = ()) -> Received:
    """Return the codings in the XML that ATLAS.ti exports.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.
    settled : collection of str
        The names of codes that people wrote in the codebook.

    Returns
    -------
    Received
        A group of documents whose name says a wave is the wave of its documents.

    Raises
    ------
    CodebookError
        Where it is not such a file.

    Examples
    --------
    >>> coding = "<links><objectSegmentLinks><codings><iLink obj='c' qRef='q'/></codings></objectSegmentLinks></links>"
    >>> quotes = "<quotations><q id='q' name='It w..'><content><p>It was too much.</p></content></q></quotations>"
    >>> xml = f"<storedHU><primDocs><primDoc id='d' name='P01_2010.docx'>{quotes}</primDoc></primDocs>"
    >>> received = read_atlas(f"{xml}<codes><code id='c' name='stress'/></codes>{coding}</storedHU>".encode(), "a.xml")
    >>> [(passage.document, passage.quote, passage.codes) for passage in received.passages]
    [('P01_2010.docx', 'It was too much.', (0,))]
    """
    root: Any = parse_xml(data, where=where)
    if root.tag != _ROOT:
        raise CodebookError(Problem(where, "not atlas xml"))
    tree, numbers = _codes(root, settled)
    coded, missing = dict[str, dict[str, list[int]]](), Counter[str]()
    for link in root.iterfind(_CODINGS):
        if (number := numbers.get(link.get("obj", ""))) is not None:
            coded.setdefault(link.get("qRef", ""), {}).setdefault(link.get("au", ""), []).append(number)
        else:
            missing["lost code unknown"] += 1
    groups, passages = _waves(root), list[Passage]()
    for document in root.iterfind("primDocs/primDoc"):
        name = document.get("name", "")
        for quotation in document.iterfind("quotations/q"):
            whose = coded.get(quotation.get("id", ""), {})
            if not (quote := _paragraphs(quotation, "content")).strip() and not whose:
                missing["lost empty"] += 1
                continue
            at = f"{where}: {name}, {quotation.get('id', '')}"
            passage = Passage(at, quote, (), document=name, folder=groups.get(document.get("id", ""), ""))
            own = [*_by_coder(passage, quotation, whose)]
            missing["lost uncoded"] += not own
            passages += own
    lost = tuple(_not_carried(root, missing))
    return Received(where, tuple(passages), tuple(tree.drafts), lost, form="atlas", program="ATLAS.ti")


def _codes(root: Any, settled: Collection[str]) -> tuple[CodeTree, dict[str, int]]:
    """Return the codes with their comments, and their numbers by their ids."""
    tree, numbers = CodeTree(settled), dict[str, int]()
    for code in root.iterfind("codes/code"):
        if (number := tree.number_of(code.get("name", "").strip())) is not None:
            numbers[code.get("id", "")] = number
            tree.describe(number, _paragraphs(code, "comment"))
    return tree, numbers


def _by_coder(passage: Passage, quotation: Any, coded: Mapping[str, list[int]]) -> Iterator[Passage]:
    """Yield a quotation for each who coded it, else for who made it; one without a code counts for its comment."""
    made, memo = quotation.get("au", ""), _paragraphs(quotation, "comment")
    for coder, codes in (coded or ({"": []} if memo else {})).items():
        unique = tuple(dict.fromkeys(codes))
        yield replace(passage, codes=unique, coder=coder or made, memo=memo, at=quotation.get("cDate", ""))


def _waves(root: Any) -> dict[str, str]:
    """Return for each document, by its id, the group it is in that says a wave."""
    found: dict[str, str] = {}
    for family in root.iterfind("families/primDocFamilies/primDocFamily"):
        if find_wave(family.get("name", "")):
            found |= {item.get("id", ""): family.get("name", "") for item in family.iterfind("item")}
    return found


def _paragraphs(element: Any, tag: str) -> str:
    """Return what a part of an element says, a line a paragraph."""
    part = element.find(tag)
    if part is None:
        return ""
    lines = [" ".join("".join(paragraph.itertext()).split()) for paragraph in part.iterfind("p")]
    return "\n".join(lines).strip() if lines else "".join(part.itertext()).strip()


def _not_carried(root: Any, missing: Counter[str]) -> Iterator[Remark]:
    """Yield what of the project does not come along, by name and number."""
    links = root.find("links")
    counts = {
        **missing,
        "lost memos": sum(1 for _ in root.iterfind("memos/memo")),
        "lost links": sum(len(part) for part in links if part.tag != "objectSegmentLinks") if links is not None else 0,
    }
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    if groups := [family.get("name", "") for family in root.iterfind("families/codeFamilies/codeFamily")]:
        yield Remark("lost sets", values={"names": groups})
