"""Projects of Taguette (.sqlite3): highlights with their tags, by UTF-8 bytes over the text of a page of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.code_tree import CodeTree, split_dots
from bp_qual.exchange.html_text import page_lines, text_nodes
from bp_qual.exchange.received import Passage, Received, ReceivedText
from bp_qual.exchange.sqlite_tables import Row, SqliteTables, cell_number, cell_text
from bp_qual.exchange.taguette_finished import FinishedTags
from bp_qual.exchange.taguette_log import read_log
from bp_qual.wording import Remark

NEEDED = frozenset({"documents", "highlights", "tags", "highlight_tags"})
_AROUND = 200
_IS = " = "  # between a label and the person who speaks under it


def read_taguette(data: bytes, where: str) -> Received:
    """Return the codings in a project of Taguette.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.

    Returns
    -------
    Received
        A tag ``work.stress`` is below the tag ``work``, which is made where there is none. What coders finished is
        known of projects that `write_taguette` wrote.

    Raises
    ------
    CodebookError
        Where it is no such project.

    Examples
    --------
    >>> read_taguette(b"PK", "a.sqlite3")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.sqlite3  is no SQLite file that can be read. Export the project again.
    """
    tables = SqliteTables(data, where)
    if not tables.names >= NEEDED:
        raise CodebookError(Problem(where, "not taguette"))
    if len(tables.rows("projects")) > 1:
        names = [shown(cell_text(row, "name"), 40) for row in tables.rows("projects")]
        raise CodebookError(Problem(where, "several projects", {"projects": names}))
    tree, numbers = _tags(tables.rows("tags"))
    tagged: dict[int, list[int]] = {}
    unknown = 0
    for row in tables.rows("highlight_tags"):
        if (tag := cell_number(row, "tag_id")) in numbers:
            tagged.setdefault(cell_number(row, "highlight_id"), []).append(numbers[tag])
        else:
            unknown += 1
    documents = {cell_number(row, "id"): _Document(row) for row in tables.rows("documents")}
    log = [*read_log(tables.rows("commands"))]
    made = {
        logged.number("highlight_id"): (logged.coder, logged.date) for logged in log if logged.kind == "highlight_add"
    }
    passages, lost = [], 0
    for row in sorted(tables.rows("highlights"), key=lambda row: cell_number(row, "id")):
        document = documents.get(cell_number(row, "document_id"))
        if document is None:
            lost += 1
            continue
        coder, at = made.get(cell_number(row, "id"), ("", ""))
        codes = tuple(dict.fromkeys(tagged.get(cell_number(row, "id"), ())))
        passages.append(document.passage(row, where, codes, coder, at))
    missing = {"lost selections": lost, "lost code unknown": unknown}
    remarks = [Remark(kind, values={"n": n}) for kind, n in missing.items() if n]
    texts = tuple(document.received for document in documents.values())
    reader = FinishedTags(log, numbers, {cell_text(row, "login") for row in tables.rows("users")})
    finished = tuple(part for document in documents.values() for part in reader.read(document.about, document.received))
    return Received(
        where,
        tuple(passages),
        tuple(tree.drafts),
        tuple(remarks),
        texts,
        form="taguette",
        finished=finished,
        notes=tables.notes,
    )


class _Document:
    """A document of a project, with the bytes that its offsets count."""

    def __init__(self, row: Row) -> None:
        page = cell_text(row, "contents")
        self.name = cell_text(row, "name") or cell_text(row, "filename")
        self.text = text_nodes(page)
        self.bytes = self.text.encode("utf-8", "surrogatepass")
        self.about = cell_text(row, "description")
        self.received = read_about(self.about, ReceivedText(self.name, page_lines(page)))

    def passage(self, row: Row, where: str, codes: tuple[int, ...], coder: str, at: str) -> Passage:
        """Return a highlight; where its place does not hold what its snippet says, it is to be looked for."""
        first, last = (self._letter(cell_number(row, f"{end}_offset")) for end in ("start", "end"))
        quote, said = self.text[max(first, 0) : max(last, 0)], text_nodes(cell_text(row, "snippet"))
        there = 0 <= first < last and "".join(quote.split()) == "".join(said.split())
        return Passage(
            f"{where}: {self.name}, {cell_number(row, 'id')}",
            quote if there or not said.strip() else said,
            codes,
            document=self.name,
            person=self.received.person,
            wave=self.received.wave,
            coder=coder,
            at=at,
            before=self.text[max(0, first - _AROUND) : first] if there else "",
            after=self.text[last : last + _AROUND] if there else "",
            start=first if there else -1,
            end=last if there else -1,
            source=self.text if there else "",
        )

    def _letter(self, byte: int) -> int:
        return len(self.bytes[:byte].decode("utf-8", "ignore")) if 0 <= byte <= len(self.bytes) else -1


def describe_about(
    persons: Sequence[str], wave: str, date: str = "", labels: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> str:
    r"""Return what the description of a document says of whose words it holds.

    Parameters
    ----------
    persons : sequence of str
        Who was interviewed.
    wave, date : str
        When.
    labels : mapping of str to sequence of str
        The labels under which each of them speaks.

    Returns
    -------
    str
        Lines that `read_about` reads.

    Examples
    --------
    >>> describe_about(["P01"], "2010", labels={"P01": ["Ann"]})
    'person: P01\nwave: 2010\nspeaker: Ann = P01'
    """
    lines = [*(("person", person) for person in persons), ("wave", wave), ("date", date)]
    lines += [("speaker", f"{label}{_IS}{person}") for person, own in labels.items() for label in own]
    return "\n".join(f"{name}: {value}" for name, value in lines if value)


def read_about(description: str, text: ReceivedText) -> ReceivedText:
    r"""Return a text with whose it is, as the description of a document says it.

    Parameters
    ----------
    description : str
        Of the document.
    text : ReceivedText
        The text.

    Returns
    -------
    ReceivedText

    Examples
    --------
    >>> read = read_about("person: P01\nwave: 2010\nspeaker: Ann = P01", ReceivedText("talk", "Ann: Yes."))
    >>> read.person, read.wave, read.labels
    ('P01', '2010', {'P01': ('Ann',)})
    >>> read_about("Taped in the kitchen.", ReceivedText("talk", "Ann: Yes.")).persons
    ()
    """
    said: dict[str, list[str]] = {}
    for name, sign, value in (line.partition(": ") for line in description.splitlines()):
        if sign and value.strip():
            said.setdefault(name, []).append(value.strip())
    persons = tuple(dict.fromkeys(said.get("person", ())))
    labels: dict[str, tuple[str, ...]] = {}
    for label, _, person in (line.rpartition(_IS) for line in said.get("speaker", ())):
        if person in persons and label and "|" not in label and label in text.text:
            labels[person] = (*labels.get(person, ()), label)
    return replace(
        text,
        person=persons[0] if len(persons) == 1 else "",
        persons=persons if len(persons) > 1 else (),
        wave=said.get("wave", [""])[-1],
        date=said.get("date", [""])[-1],
        labels=labels,
    )


def _tags(rows: Iterable[Row]) -> tuple[CodeTree, dict[int, int]]:
    """Return the tags as codes, and their numbers by their ids."""
    tree, numbers = CodeTree(), dict[int, int]()
    paths = {cell_number(row, "id"): cell_text(row, "path").strip() for row in rows}
    about = {cell_number(row, "id"): cell_text(row, "description") for row in rows}
    known = set(paths.values())
    for tag, path in sorted(paths.items(), key=lambda item: (item[1].count("."), item[0])):
        if path:
            numbers[tag] = tree.number(split_dots(path, known))
            tree.describe(numbers[tag], about[tag])
    return tree, numbers
