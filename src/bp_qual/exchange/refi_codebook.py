"""REFI-QDA codebooks (.qdc), which NVivo, MAXQDA, ATLAS.ti, QualCoder and others write and read.

A .qdc holds names, a hierarchy, descriptions, colours, which codes are only headings, and their ids in other programs.
The other parts of a definition (include, exclude, examples) are written into the description, one per line with a
heading, and read back from there. Terms are not part of the format.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from bp_qual.codebook import Code, Codebook
from bp_qual.display import shown, visible
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.drafts import Draft, Exported, Imported, build_codebook, count_lost, make_id
from bp_qual.exchange.refi_package import find_project, may_be_project
from bp_qual.files import open_package
from bp_qual.files.nesting import NESTED, is_too_deep
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

NAMESPACE = "urn:QDA-XML:codebook:1.0"
MAX_NESTING = 200
MAX_PROJECT = 1 << 40  # bytes of a .qdpx with the recordings in it, which are not read
_GUIDS = uuid.UUID("5d0a3a0e-5b1c-5f0e-9a50-6b705f717561")
_OWN_NAME = "Code name"
_LINES = {"Include": "include", "Exclude": "exclude", "Code id": "id", _OWN_NAME: "own_name"}
_LISTS = {"Example": "examples", "Counterexample": "counterexamples"}
_LINE = lazy_pattern(rf"^({'|'.join([*_LINES, *_LISTS])}): (.+)$")


def read_refi(data: bytes | BinaryIO, where: str, *, name: str, language: str) -> Imported:
    """Return the codebook in a .qdc, or in the project file of a .qdpx.

    Parameters
    ----------
    data : bytes or binary file
        The .qdc, or the .qdpx, of which no more is read than its project file.
    where : str
        The name of the file, for messages.
    name : str
        The name that the codebook gets.
    language : str
        The language of its labels and terms.

    Returns
    -------
    Imported

    Examples
    --------
    >>> qdc = write_refi(Codebook("Demo", "1.0.0", "nl", (Code("aap", colour="#aabbcc"), Code("b", parent="aap"))))
    >>> read_refi(qdc.data, "x.qdc", name="Demo", language="nl").codebook.code("aap").colour
    '#aabbcc'
    """
    if not (isinstance(data, bytes) and data[:2] != b"PK"):
        package = open_package(data, where=where, needed=may_be_project)
        data = package.read(find_project(package))
    root = parse_refi(data, where)
    book = (
        root if refi_tag(root) == "CodeBook" else next((child for child in root if refi_tag(child) == "CodeBook"), None)
    )
    codes = next((child for child in book if refi_tag(child) == "Codes"), None) if book is not None else None
    if codes is None:
        raise CodebookError(Problem(where, "refi without codebook"))
    drafts: list[Draft] = []
    lost: list[Remark] = []
    collect_codes(codes, drafts, lost)
    if not drafts:
        raise CodebookError(Problem(where, "refi without codes"))
    restore_names(drafts)
    sets = [child.get("name", "") for child in book.iter() if refi_tag(child) == "Set"] if book is not None else []
    lost = [*{str(part): part for part in sorted(lost, key=str)}.values()]
    lost += [Remark("lost sets", values={"names": sets})] if sets else []
    return Imported(build_codebook(drafts, name=name, language=language), tuple(lost))


def write_refi(codebook: Codebook, language: str = "") -> Exported:
    """Return a codebook as a .qdc, and what such a file cannot carry.

    >>> from bp_qual.codebook import Term
    >>> write_refi(Codebook("Demo", "1.0.0", "nl", (Code("a", terms=(Term("aap", "lemma"),)),))).lost[0].say("nl")
    '1 term'
    """
    from lxml import etree

    language = language or codebook.language
    names: Any = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}CodeBook", nsmap=names, origin="bp_qual")
    add_codes(root, codebook, language, NAMESPACE)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return Exported(data, tuple(count_lost(codebook, "terms", "unless", "negated", "label")))


def add_codes(root: Any, codebook: Codebook, language: str, namespace: str, *, distinct: bool = False) -> int:
    """Add the codes of a codebook to an element, with what is said of them.

    Parameters
    ----------
    root : element
        To which ``Codes`` is added.
    codebook : Codebook
        The codes.
    language : str
        Language of the labels.
    namespace : str
        That of the file.
    distinct : bool
        Whether a name that an earlier code has gets the name of the code above it too: some programs drop the second.
        Its own name is a line of its description then.

    Returns
    -------
    int
        How many names were made distinct.

    Examples
    --------
    >>> from lxml import etree
    >>> book = Codebook("D", "1", "nl", (Code("a"), Code("b", parent="a"), Code("c", label={"nl": "b"})))
    >>> add_codes(etree.Element("CodeBook"), book, "nl", NAMESPACE, distinct=True)
    1
    """
    from lxml import etree

    made: dict[str, Any] = {"": etree.SubElement(root, f"{{{namespace}}}Codes")}
    taken: set[str] = set()
    own_names: dict[str, str] = {}  # of the codes that got another
    for code in codebook.codes:
        name = visible(codebook.label(code.id, language))
        if distinct and name.casefold() in taken:
            own_names[code.id] = name
            above = codebook.label(code.parent, language) if code.parent else code.id
            name = visible(f"{name} ({above})")
            name = name if name.casefold() not in taken else f"{name} [{code.id}]"
        taken.add(name.casefold())
        attributes = {"guid": guid_of(codebook, code), "name": name, "isCodable": str(not code.folder).lower()}
        if code.colour:
            attributes["color"] = code.colour
        made[code.id] = etree.SubElement(made[code.parent], f"{{{namespace}}}Code", attributes)
    ids: list[str] = []
    code_of = {element: codebook.code(code_id) for code_id, element in made.items() if code_id}
    for element in [*made[""].iter(f"{{{namespace}}}Code")]:
        code = code_of[element]
        description = [*describe_code(code), *_say_id(code, make_id(element.get("name"), ids))]
        ids.append(code.id)
        description += [f"{_OWN_NAME}: {own_names[code.id]}"] if code.id in own_names else []
        if description:
            about = etree.Element(f"{{{namespace}}}Description")
            about.text = visible("\n".join(description))
            element.insert(0, about)
    return len(own_names)


def restore_names(drafts: Iterable[Draft]) -> None:
    """Give codes the names that they had before `add_codes` made them distinct, unless somebody renamed them since.

    Examples
    --------
    >>> drafts = [Draft("stress (home)", own_name="stress"), Draft("strain", own_name="stress"), Draft("joy (home)")]
    >>> restore_names(drafts)
    >>> [draft.name for draft in drafts]
    ['stress', 'strain', 'joy (home)']
    """
    for draft in drafts:
        if draft.own_name and _is_made_distinct(draft.name, draft.own_name):
            draft.name = draft.own_name


def _is_made_distinct(name: str, own: str) -> bool:
    """Return whether a name is another with something behind it, as `add_codes` writes it."""
    return name.startswith(f"{own} (")


def guid_of(codebook: Codebook, code: Code) -> str:
    """Return the id of a code in other programs: its own, or one derived from codebook and id, always the same.

    >>> guid_of(Codebook("D", "1", "nl", (Code("a"),)), Code("a")) == guid_of(Codebook("D", "2", "nl", ()), Code("a"))
    True
    """
    return code.guid or str(uuid.uuid5(_GUIDS, f"{codebook.name}\n{code.id}")).upper()


def describe_code(code: Code) -> Iterator[str]:
    """Yield the lines of what is said of a code, for programs that have one description for it all.

    >>> [*describe_code(Code("a", definition="Alone.", include="lonely"))]
    ['Alone.', 'Include: lonely']
    """
    if code.definition:
        yield code.definition
    for heading, key in (("Include", "include"), ("Exclude", "exclude")):
        if getattr(code, key):
            yield f"{heading}: {_single_line(getattr(code, key))}"
    for heading, key in _LISTS.items():
        yield from (f"{heading}: {_single_line(sentence)}" for sentence in getattr(code, key))


def _say_id(code: Code, expected: str) -> list[str]:
    """Return a line with the id where importing the names in order would give another one."""
    return [] if code.id == expected else [f"Code id: {code.id}"]


def _single_line(text: str) -> str:
    return " ".join(text.split())


def parse_refi(data: bytes, where: str) -> Any:
    """Return the root of a REFI-QDA file; one with a document type declaration is refused.

    >>> parse_refi(b"<Project/>", "a.qde").tag
    'Project'
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        position = getattr(error, "position", None)
        where = f"{where}:{position[0]}:{position[1]}" if position else where
        raise CodebookError(Problem(where, NESTED if is_too_deep(error) else "not xml of refi")) from error
    if root.getroottree().docinfo.doctype:
        raise CodebookError(Problem(where, "doctype in refi"))
    return root


def refi_tag(element: Any) -> str:
    """Return what kind of element it is, without its namespace; nothing for a comment.

    >>> refi_tag(parse_refi(b'<Project xmlns="urn:QDA-XML:project:1.0"/>', "a.qde"))
    'Project'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def collect_codes(codes: Any, drafts: list[Draft], lost: list[Remark]) -> list[Any]:
    """Add the codes of a file to a list, each after the one above it, and return their elements.

    Parameters
    ----------
    codes : element
        ``Codes`` of a codebook.
    drafts : list of Draft
        To which the codes are added.
    lost : list of Remark
        To which is added what is not carried over.

    Returns
    -------
    list
        The elements of the codes, in the same order.

    Examples
    --------
    >>> drafts = []
    >>> _ = collect_codes(parse_refi(b'<Codes><Code name="a"><Code name="b"/></Code></Codes>', "a.qdc"), drafts, [])
    >>> [(draft.name, draft.parent) for draft in drafts]
    [('a', -1), ('b', 0)]
    """
    elements: list[Any] = []
    waiting = [(child, -1) for child in reversed(list(codes))]
    while waiting:
        element, above = waiting.pop()
        if refi_tag(element) != "Code":
            continue
        position = len(drafts)
        drafts.append(_draft(element, above))
        elements.append(element)
        parts = [part for part in map(refi_tag, element) if part not in ("Code", "Description", "")]
        lost += [Remark("lost part", values={"part": part}) for part in parts]
        loose = " ".join(" ".join(filter(None, (element.text, *(child.tail for child in element)))).split())
        lost += [Remark("lost loose text", values={"begin": shown(loose, 60)})] if loose else []
        waiting += [(child, position) for child in reversed(list(element))]
    return elements


def _draft(element: Any, parent: int) -> Draft:
    about = [text for child in element if refi_tag(child) == "Description" and (text := "".join(child.itertext()))]
    draft = Draft(element.get("name", ""), parent)
    draft.guid = _fit(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", element.get("guid", "").strip("{} \n").upper())
    draft.colour = _fit(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", element.get("color", "").strip())
    draft.folder = element.get("isCodable", "true").strip() in ("false", "0")
    read_description("\n".join(about), draft)
    return draft


def _fit(pattern: str, text: str) -> str:
    return text if re.fullmatch(pattern, text) else ""


def read_description(text: str, draft: Draft) -> None:
    r"""Split off what `write_refi` put into a description; the rest is the definition.

    >>> draft = Draft("work")
    >>> read_description("Paid work.\nInclude: chores", draft)
    >>> draft.definition, draft.include
    ('Paid work.', 'chores')
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    while lines and (found := _LINE.match(lines[-1])):
        heading, value = found[1], found[2].strip()
        if heading == _OWN_NAME and not _is_made_distinct(draft.name, value):
            break  # words of the definition
        if heading in _LISTS:
            setattr(draft, _LISTS[heading], (value, *getattr(draft, _LISTS[heading])))
        else:
            setattr(draft, _LINES[heading], value)
        lines.pop()
    draft.definition = "\n".join(lines).strip()
