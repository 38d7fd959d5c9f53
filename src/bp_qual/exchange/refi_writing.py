"""Write a REFI-QDA project that other programs read unshifted.

Texts are UTF-8 without a byte order mark and with LF line ends; offsets are code points, the end behind the last
character; the name of every passage is its text, so that a reader can check. Names of codes are distinct, everything
has a date and a coder, and an id has one spelling. A person is a case, the wave a variable of the source.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bp_qual.exchange.drafts import Exported, count_lost
from bp_qual.exchange.given import Given
from bp_qual.exchange.received import NO_CODE
from bp_qual.exchange.refi_codebook import add_codes, guid_of
from bp_qual.exchange.refi_finished import FINISHED, finished_line
from bp_qual.exchange.refi_memos import JOINED, MEMO_ON
from bp_qual.exchange.refi_speakers import SPEAKERS, speaker_lines
from bp_qual.files.excel_writing import printable
from bp_qual.files.seals import seal_package
from bp_qual.transcripts import Transcript
from bp_qual.wording import Remark

PROJECT_NAMESPACE = "urn:QDA-XML:project:1.0"
_SCHEMA = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_GUIDS = uuid.UUID("c3a2e1d4-7f52-5b7c-9d1e-6b705f726566")
_UNDATED = "2000-01-01T00:00:00Z"


def write_refi_project(given: Given, language: str = "") -> Exported:
    """Return codings as a .qdpx, and what such a file cannot carry.

    >>> import pandas as pd
    >>> from bp_qual.exchange.given import GIVEN_COLUMNS
    >>> row = ("P01_2010", "P01", "2010", 24, 29, "money", "Money", "anna", "", "", "human", False, False)
    >>> given = Given("Demo", corpus, codebook, pd.DataFrame([row], columns=list(GIVEN_COLUMNS)))
    >>> from bp_qual.exchange.refi_passages import read_refi_project
    >>> read_refi_project(write_refi_project(given).data, "demo.qdpx").passages[0].quote
    'Money'
    """
    book = _ProjectXml(given, language or given.codebook.language)
    texts = {book.guid("text", transcript.interview): transcript.text for transcript in given.corpus.transcripts}
    texts |= {guid: memo.note for guid, memo in book.memos.items()}
    sources = ((f"sources/{guid}.txt", text.encode("utf-8", "replace")) for guid, text in texts.items())
    same = [Remark("lost same names", values={"n": book.same_names})] if book.same_names else []
    kept = count_lost(given.codebook, "terms", "unless", "negated", "label")
    return Exported(
        seal_package([("project.qde", book.to_bytes()), *sources]),
        (
            *given.lost,
            *given.lost_memos(carried=True),
            *given.lost_status(),
            *given.lost_speakers(book.speakers),
            *same,
            *kept,
        ),
    )


class _ProjectXml:
    """The project file, part after part in the order that the schema asks for."""

    def __init__(self, given: Given, language: str) -> None:
        from lxml import etree

        self._given, self._etree = given, etree
        self._dates = {at: date for at in set(given.codings["at"]) if (date := _date(at))}
        coded_by = (*map(str, given.codings["coder"]), *(memo.coder for memo in given.memos))
        coders = tuple(dict.fromkeys(coded_by)) or ("bp_qual",)
        names: Any = {None: PROJECT_NAMESPACE, "xsi": _INSTANCE}
        made = {
            "creatingUserGUID": self.guid("user", coders[0]),
            "creationDateTime": max(self._dates.values(), default=_UNDATED),
        }
        self.root = etree.Element(
            f"{{{PROJECT_NAMESPACE}}}Project", {"name": printable(given.name), "origin": "bp_qual", **made}, names
        )
        self.root.set(f"{{{_INSTANCE}}}schemaLocation", f"{PROJECT_NAMESPACE} {_SCHEMA}")
        users = self._add(self.root, "Users")
        for coder in coders:
            self._add(users, "User", guid=self.guid("user", coder), name=coder)
        codebook = self._add(self.root, "CodeBook")
        self.same_names = add_codes(codebook, given.codebook, language, PROJECT_NAMESPACE, distinct=True)
        names = {element.get("guid"): element.get("name", "") for element in codebook.iter() if element.get("guid")}
        self._names = {code.id: names.get(guid_of(given.codebook, code), code.id) for code in given.codebook.codes}
        self._codes = {code.id: guid_of(given.codebook, code) for code in given.codebook.codes}
        said = ((memo.note, memo.coder, memo.interview, memo.person, memo.code) for memo in given.memos)
        self.memos = {self.guid("note", *words): memo for words, memo in zip(said, given.memos, strict=True)}
        self._refer_from_codes(codebook)
        said_by = {one.interview: speaker_lines(one) for one in given.corpus.transcripts}
        self.speakers = {interview: lines for interview, lines in said_by.items() if lines}
        self._selections: dict[str, list[str]] = {}  # of each person, in interviews with several
        sources = etree.Element(f"{{{PROJECT_NAMESPACE}}}Sources")
        by_interview = dict(iter(given.codings.groupby("interview", sort=False)))
        for transcript in given.corpus.transcripts:
            self._source(sources, transcript, by_interview.get(transcript.interview))
        self._variables()
        self._cases()
        if len(sources):
            self.root.append(sources)
        self._notes()

    def to_bytes(self) -> bytes:
        """Return the file."""
        data: bytes = self._etree.tostring(self.root, xml_declaration=True, encoding="utf-8", pretty_print=True)
        return data

    def guid(self, *words: str) -> str:
        """Return an id, the same for the same thing in every export."""
        return str(uuid.uuid5(_GUIDS, "\n".join((self._given.name, *words)))).upper()

    def _add(self, parent: Any, tag: str, text: str = "", /, **attributes: str) -> Any:
        shown = {name: printable(value) for name, value in attributes.items()}
        element = self._etree.SubElement(parent, f"{{{PROJECT_NAMESPACE}}}{tag}", shown)
        element.text = printable(text) or None
        return element

    def _variables(self) -> None:
        coders = dict.fromkeys(coder for coder, _ in self._given.finished)
        said = (SPEAKERS,) if self.speakers else ()
        named = (
            "person",
            "wave",
            "date",
            *said,
            "waves",
            *self._attributes(),
            *(f"{FINISHED}{coder}" for coder in coders),
        )
        named += (MEMO_ON,) if self.memos else ()
        variables = self._add(self.root, "Variables")
        for name in dict.fromkeys(named):
            self._add(variables, "Variable", guid=self.guid("variable", name), name=name, typeOfVariable="Text")

    def _attributes(self) -> list[str]:
        names = {name for said in self._given.attributes.values() for name in said}
        return sorted(names - {"person", "wave", "date", "waves"})

    def _values(self, element: Any, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            if value:
                held = self._add(element, "VariableValue")
                self._add(held, "VariableRef", targetGUID=self.guid("variable", name))
                self._add(held, "TextValue", value)

    def _cases(self) -> None:
        corpus = self._given.corpus
        theirs = {person: [t for t in corpus.transcripts if person in t.persons] for person in corpus.persons}
        if not any(theirs.values()):
            return
        cases = self._add(self.root, "Cases")
        for person, transcripts in theirs.items():
            case = self._add(cases, "Case", guid=self.guid("case", person), name=person)
            if notes := [memo.note for memo in self.memos.values() if memo.about == (memo.person,) == (person,)]:
                self._add(case, "Description", JOINED.join(notes))
            said = self._given.attributes.get(person, {})
            waves = ", ".join(dict.fromkeys(transcript.wave for transcript in transcripts))
            kept = {name: said.get(name, "") for name in self._attributes()}
            self._values(case, {"person": person, "waves": waves, **kept})
            for transcript in transcripts:
                self._add(case, "SourceRef", targetGUID=self.guid("source", transcript.interview))
            for selection in self._selections.get(person, ()):
                self._add(case, "SelectionRef", targetGUID=selection)

    def _source(self, sources: Any, transcript: Transcript, codings: Any) -> None:
        name = transcript.interview
        made = {
            "creatingUser": str(self.root.get("creatingUserGUID")),
            "creationDateTime": str(self.root.get("creationDateTime")),
        }
        path = f"internal://{self.guid('text', name)}.txt"
        source = self._add(sources, "TextSource", guid=self.guid("source", name), name=name, plainTextPath=path, **made)
        for key, rows in _grouped(codings):
            self._selection(source, transcript, key, rows)
        self._refer(source, [guid for guid, memo in self.memos.items() if memo.interview == name])
        person = transcript.persons[0] if len(transcript.persons) == 1 else ""
        said = {"wave": transcript.wave, "date": transcript.date, SPEAKERS: self.speakers.get(name, "")}
        self._values(source, {"person": person, **said})
        self._values(source, self._finished(name))

    def _refer_from_codes(self, codebook: Any) -> None:
        """Refer to the memos on codes, behind the description of a code and before the codes below it."""
        elements = {element.get("guid"): element for element in codebook.iter(f"{{{PROJECT_NAMESPACE}}}Code")}
        for guid, memo in reversed(self.memos.items()):
            if memo.code:
                element = elements[self._codes[memo.code]]
                reference = self._etree.Element(f"{{{PROJECT_NAMESPACE}}}NoteRef", targetGUID=guid)
                element.insert(sum(child.tag.endswith("}Description") for child in element), reference)

    def _refer(self, element: Any, guids: Iterable[str]) -> None:
        for guid in guids:
            self._add(element, "NoteRef", targetGUID=guid)

    def _notes(self) -> None:
        """Add the memos on no passage as notes, which say themselves what they are on: a case cannot refer to one."""
        notes = self._add(self.root, "Notes") if self.memos else None
        for number, (guid, memo) in enumerate(self.memos.items(), start=1):
            made = {"creatingUser": self.guid("user", memo.coder)}
            if date := _date(memo.at):
                made["creationDateTime"] = date
            named = (memo.interview, memo.person, self._names.get(memo.code, ""))
            name = f"{' · '.join(filter(None, named)) or self._given.name} ({number})"
            note = self._add(notes, "Note", guid=guid, name=name, plainTextPath=f"internal://{guid}.txt", **made)
            on = [kind for kind in ("interview", "person", "code") if getattr(memo, kind)]
            self._values(note, {"person": memo.person, MEMO_ON: ", ".join(on) or "study"})
        self._refer(self.root, [guid for guid, memo in self.memos.items() if not memo.about])

    def _finished(self, interview: str) -> dict[str, str]:
        """Return what each coder finished in an interview: the names of codes with their ids, one a line.

        All are named too: what is added to the project elsewhere was not looked for here.
        """
        return {
            f"{FINISHED}{coder}": "\n".join(finished_line(self._names[code], self._codes[code]) for code in codes)
            or NO_CODE
            for (coder, name), codes in self._given.finished.items()
            if name == interview
        }

    def _selection(self, source: Any, transcript: Transcript, key: tuple[int, int, str, str], rows: Any) -> None:
        start, end, coder, memo = key
        guid = self.guid("selection", transcript.interview, str(start), str(end), coder, memo)
        user, date = self.guid("user", coder), self._dates.get(rows["at"].iloc[0], _UNDATED)
        made = {"creatingUser": user, "creationDateTime": date}
        place = {"startPosition": str(start), "endPosition": str(end)}
        selection = self._add(source, "PlainTextSelection", guid=guid, name=transcript.text[start:end], **place, **made)
        if memo:
            self._add(selection, "Description", memo)
        for code, at in zip(rows["code"], rows["at"], strict=True):
            if code:
                made["creationDateTime"] = self._dates.get(at, _UNDATED)
                coding = self._add(selection, "Coding", guid=self.guid("coding", guid, code), **made)
                self._add(coding, "CodeRef", targetGUID=self._codes[code])
        if len(transcript.persons) > 1:
            self._selections.setdefault(rows["person"].iloc[0], []).append(guid)


def _grouped(codings: Any) -> Iterator[tuple[tuple[int, int, str, str], Any]]:
    """Yield the codings of one place, coder and memo together."""
    if codings is not None:
        yield from codings.groupby(["start", "end", "coder", "memo"], sort=True)


def _date(at: str) -> str:
    """Return a moment as the schema asks for it, or nothing where it is none."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return moment.isoformat(timespec="seconds") if 1 <= moment.year <= 9999 else ""
