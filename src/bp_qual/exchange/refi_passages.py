"""The codings of a REFI-QDA project: passages with codes, coders and memos, and whose words they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, BinaryIO

from bp_qual.display import shown
from bp_qual.exchange.case_groups import tell_cases_apart
from bp_qual.exchange.drafts import Draft
from bp_qual.exchange.list_headings import LIST_HEADINGS, plain_heading
from bp_qual.exchange.place_names import PlaceNames
from bp_qual.exchange.received import FinishedPart, Passage, Received, ReceivedText
from bp_qual.exchange.refi_codebook import collect_codes, refi_tag, restore_names
from bp_qual.exchange.refi_finished import FINISHED, FinishedReader
from bp_qual.exchange.refi_memos import MEMO_ON, free_memos
from bp_qual.exchange.refi_named import is_endless, places_by_name
from bp_qual.exchange.refi_project import RefiProject, description_of, guid_in, number_in, values_of
from bp_qual.exchange.refi_readings import CountedText, Counting, judge_counting
from bp_qual.exchange.refi_speakers import SPEAKERS, with_speakers
from bp_qual.wording import Remark

AROUND = 200  # characters kept before and after a quote
_FOLLOWING = ("waves", "date", SPEAKERS, MEMO_ON)  # of our own: read elsewhere, or they follow from the interviews
_Span = tuple[str, int, int]  # what a selection is called, where it starts and where it ends
_OTHER_SOURCES = ("PictureSource", "PDFSource", "AudioSource", "VideoSource")


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose words a source or a selection holds, and of which wave."""

    person: str = ""
    wave: str = ""


def read_refi_project(data: bytes | BinaryIO, where: str) -> Received:
    """Return the codings in a .qdpx of any program.

    Parameters
    ----------
    data : bytes or binary file
        The file.
    where : str
        What messages call it.

    Returns
    -------
    Received
        With the texts of the sources; what of the project is not carried over is told by name and number.

    Raises
    ------
    CodebookError
        Where it is no project, or is not safe to read.

    Examples
    --------
    >>> read_refi_project(b"PK", "a.qdpx")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.qdpx  is damaged: it is not a whole zip file. Open it in ... and save it again.
    """
    project = RefiProject(data, where)
    drafts, numbers, lost = _codes(project)
    passages: list[Passage] = []
    texts: list[ReceivedText] = []
    reader, finished = _SourceReader(project, drafts, numbers), list[FinishedPart]()
    finished_reader = FinishedReader(project, drafts)
    sources = [(source, _counted(project, source)) for source in project.all("TextSource")]
    counting = judge_counting([held for _, held in sources if held is not None])
    for source, held in sources:
        text, found = reader.read(source, held, counting)
        finished += finished_reader.read(source, text) if text else ()
        passages += found
        texts += [text] if text else []
    for source in project.all(*_OTHER_SOURCES):
        passages += reader.read_without_text(source)
    missing = reader.missing
    moved = missing.pop("moved by name", 0)
    told = [*reader.told, *([Remark("moved by name", values={"n": moved})] if moved else [])]
    doubtful = missing.pop("doubtful", 0)
    told += [Remark("places doubtful", values={"n": counting.astray, "of": counting.passages})] if doubtful else []
    told += _how_ends_are_read(counting) if missing.pop("by offsets", 0) else []
    lost += _not_carried(project, missing, numbers)
    program = " ".join(shown(project.root.get("origin", ""), 40).split())
    memos = tuple(free_memos(project, numbers, lambda note: _text_of_note(project, note)))
    told += project.doubts.values()
    restore_names(drafts)
    return Received(
        where,
        tuple(passages),
        tuple(drafts),
        tuple(lost),
        tuple(texts),
        form="refi",
        program=program,
        notes=tuple(told),
        finished=tuple(finished),
        memos=memos,
    )


def _codes(project: RefiProject) -> tuple[list[Draft], dict[str, int], list[Remark]]:
    """Return the codes, each after the one above it, and their numbers by id."""
    drafts: list[Draft] = []
    lost: list[Remark] = []
    codes = next(project.all("Codes"), None)
    elements = collect_codes(codes, drafts, lost) if codes is not None else []
    numbers = {guid_in(element, "guid"): number for number, element in enumerate(elements)}
    kept = [remark for remark in lost if remark.values.get("part") != "NoteRef"]  # memos, which come along
    return drafts, numbers, [*{str(remark): remark for remark in kept}.values()]


class _SourceReader:
    """Reads the passages of a project, source by source, and counts in `missing` what is not carried over."""

    def __init__(self, project: RefiProject, drafts: Iterable[Draft], numbers: Mapping[str, int]) -> None:
        self._project, self._numbers = project, numbers
        self._labels = {draft.name.casefold() for draft in drafts}
        self._notes = {guid_in(note, "guid"): _text_of_note(project, note) for note in project.all("Note")}
        self._whose = _Cases(project)
        self.told = self._whose.told
        self._places, self._parts = PlaceNames(), count()
        self.missing: Counter[str] = Counter()

    def read(
        self, source: Any, held: CountedText | None, counting: Counting
    ) -> tuple[ReceivedText | None, list[Passage]]:
        """Return the text of a source, if it has one, and its passages, counted as the file counts."""
        name, selections = _name_of(source), _selections(source)
        if held is None:
            self.missing["lost texts"] += 1
            return None, self.read_without_text(source)
        reading = held.reading(counting.way)
        plain = reading.text.replace("\r\n", "\n")
        said = self._whose.of_source(source)
        dates = {key: called for key, called in self._project.variables.items() if called == "date"}
        date = "".join(value for _, value in values_of(source, dates))
        text = ReceivedText(name, plain, said.person, said.wave, self._whose.sharing(source), date)
        text = with_speakers(source, text, self._project.variables)
        counted = [(called, *reading.lines_up(start, end)) for called, start, end in held.selections]
        places = places_by_name(plain, counted, self._labels)
        is_moved = any(place != (first, last) for place, (_, first, last) in zip(places, counted, strict=True))
        if counting.is_doubtful and not is_moved and max(held.named) == (0, 0):
            self.missing["doubtful"] += len(places)
            places = [None] * len(places)
        passages = self._read_placeless(source, source)
        for selection, span, as_counted, place in zip(selections, held.selections, counted, places, strict=True):
            where = self._places.of(
                f"{self._project.where}: {name}, {span[1]}–{span[2]}", (guid_in(source, "guid"), span)
            )
            passages += self._read_selection(selection, text, where, span, as_counted, place)
        return text, passages

    def read_without_text(self, source: Any) -> list[Passage]:
        """Return what is coded in a picture, a recording, a PDF, or a text that is not there, by what it is called."""
        return [passage for part in source.iter() for passage in self._read_placeless(source, part)]

    def _read_placeless(self, source: Any, part: Any) -> list[Passage]:
        """Return the codings of a whole source, or of a part of which nobody knows where its words stand."""
        if not any(refi_tag(child) == "Coding" for child in part):
            return []
        said, called = self._whose.of_source(source), "" if part is source else part.get("name", "")
        passage = Passage(
            self._places.of(f"{self._project.where}: {_name_of(source)}", next(self._parts)),
            "" if called.casefold() in self._labels else called,
            (),
            document=_name_of(source),
            person=said.person,
            wave=said.wave,
            is_aside=refi_tag(source) in _OTHER_SOURCES,
        )
        return [*_coded(passage, part, self._project, self._numbers, self._notes)]

    def _read_selection(
        self, selection: Any, text: ReceivedText, where: str, span: _Span, counted: _Span, place: tuple[int, int] | None
    ) -> list[Passage]:
        """Return a passage for each coder of a selection: its name, start and end as written, counted and found."""
        called, start, _ = span
        first, last = place or counted[1:]
        is_cut = is_endless(text.text, counted[2]) and last < len(text.text)
        is_moved = place is not None and (first != counted[1] or is_cut)
        is_empty = place is not None and (first >= last or (start < 0 and not is_moved))
        self.missing["moved by name"] += is_moved and not is_empty
        self.missing["by offsets"] += place is not None and not is_moved and not is_empty
        plain = text.text
        passage = Passage(
            *(where, plain[first:last], ()),
            document=text.name,
            person=self._whose.of_selection(selection) or text.person,
            wave=text.wave,
            start=first,
            end=last,
            source=plain,
            before=plain[max(0, first - AROUND) : first],
            after=plain[last : last + AROUND],
        )
        if place is None or is_empty:  # a name that is that of a code is no quote to look for
            quote = "" if is_empty and called.casefold() in self._labels else called
            passage = replace(passage, quote=quote, start=-1, end=-1, source="", before="", after="")
        own = [*_coded(passage, selection, self._project, self._numbers, self._notes)]
        is_coded = any(refi_tag(child) == "Coding" for child in selection)
        self.missing["lost empty" if is_empty else "lost uncoded"] += not own and (is_empty or not is_coded)
        return own


def _name_of(source: Any) -> str:
    return str(source.get("name") or source.get("plainTextPath", "").rpartition("/")[2] or guid_in(source, "guid"))


def _selections(source: Any) -> list[Any]:
    return [child for child in source if refi_tag(child) == "PlainTextSelection"]


def _spans(source: Any) -> list[_Span]:
    """Return the name, start and end of each passage of a source."""
    return [
        (one.get("name", ""), number_in(one, "startPosition"), number_in(one, "endPosition"))
        for one in _selections(source)
    ]


def _counted(project: RefiProject, source: Any) -> CountedText | None:
    """Return the text of a source with its passages; None where it has none."""
    text = project.text_of(source)
    return None if text is None else CountedText.of(text, _spans(source))


def _how_ends_are_read(counting: Counting) -> list[Remark]:
    """Return how the places of passages are read, where no names tell it."""
    way = counting.way
    kind = {"words": "ends within" if way.last else "ends behind", "nothing": "ends unknown"}.get(counting.by)
    otherwise = [Remark(f"counted {what}") for what in ("units", "mark", "lines") if getattr(way, what)]
    told = [Remark("counted otherwise", values={"ways": otherwise})] if otherwise and kind else []
    return [*told, Remark(kind, values={"n": counting.n, "of": counting.of})] if kind else []


def _coded(
    passage: Passage, selection: Any, project: RefiProject, numbers: Mapping[str, int], notes: Mapping[str, str]
) -> Iterator[Passage]:
    """Yield a passage for each coding, without a code where its code is none of the project; else one for its memo."""
    memo = _memo(selection, notes)
    codings = [child for child in selection if refi_tag(child) == "Coding"]
    made = selection.get("creatingUser", "")
    if not codings and memo:
        coder = project.users.get(guid_in(selection, "creatingUser"), made)
        yield replace(passage, coder=coder, memo=memo, at=selection.get("creationDateTime", ""))
    for coding in codings:
        codes = tuple(numbers[code] for code in _codes_of(coding) if code in numbers)
        user = coding if coding.get("creatingUser") else selection
        own = " · ".join(dict.fromkeys(filter(None, (memo, _memo(coding, notes)))))
        coded = replace(
            passage,
            codes=codes,
            coder=project.users.get(guid_in(user, "creatingUser"), ""),
            at=coding.get("creationDateTime") or selection.get("creationDateTime", ""),
        )
        if codes or own:
            yield replace(coded, memo=own)
        if not codes:  # it has none of the project, and is listed as that
            yield coded


def _codes_of(coding: Any) -> list[str]:
    return [guid_in(child, "targetGUID") for child in coding if refi_tag(child) == "CodeRef"]


def _memo(element: Any, notes: Mapping[str, str]) -> str:
    said = [notes.get(guid_in(child, "targetGUID"), "") for child in element if refi_tag(child) == "NoteRef"]
    return " · ".join(filter(None, (description_of(element), *said)))


def _text_of_note(project: RefiProject, note: Any) -> str:
    written = project.text_of(note)
    text = written.removeprefix("\ufeff").strip() if written else description_of(note)
    return text or note.get("name", "")


class _Cases:
    """Whose the sources and selections of a project are, by its cases and variables."""

    def __init__(self, project: RefiProject) -> None:
        self._kinds = {key: _kind_of(name) for key, name in project.variables.items()}
        self._sources: dict[str, list[_Whose]] = {}
        self._selections: dict[str, str] = {}
        persons, held = set[str](), dict[str, set[str]]()
        for case in project.all("Case"):
            said = self._said(case)
            persons |= {said.person} - {""}
            owner = replace(said, person=said.person or case.get("name", ""))
            for child in case:
                target = guid_in(child, "targetGUID")
                if refi_tag(child) == "SourceRef":
                    self._sources.setdefault(target, []).append(owner)
                    held.setdefault(owner.person, set()).add(target)
                elif refi_tag(child) == "SelectionRef":
                    self._selections[target] = owner.person
        self.told = self._take_groups_out(project, held, persons)

    def _take_groups_out(
        self, project: RefiProject, held: Mapping[str, Set[str]], persons: Collection[str]
    ) -> tuple[Remark, ...]:
        """Leave out the cases that are no persons, and return what is to be known of that."""
        texts = {guid_in(source, "guid"): self.of_source(source).wave for source in project.all("TextSource")}
        cases = tell_cases_apart({name: own & {*texts} for name, own in held.items()}, texts, persons)

        def as_told(owner: _Whose) -> _Whose:
            wave = cases.waves.get(owner.person, "")
            return replace(owner, person="", wave=wave) if wave else owner

        for source, owners in self._sources.items():
            self._sources[source] = [as_told(owner) for owner in owners if owner.person not in cases.others]
        no_persons = {*cases.others, *cases.waves}
        self._selections = {target: name for target, name in self._selections.items() if name not in no_persons}
        return cases.told

    def of_source(self, source: Any) -> _Whose:
        """Return what the source itself says, else the one case that it belongs to."""
        said, cases = self._said(source), self._sources.get(guid_in(source, "guid"), [])
        persons, waves = {case.person for case in cases} - {""}, {case.wave for case in cases} - {""}
        person = said.person or (persons.pop() if len(persons) == 1 else "")
        return _Whose(person, said.wave or (waves.pop() if len(waves) == 1 else ""))

    def sharing(self, source: Any) -> tuple[str, ...]:
        """Return the persons that a source belongs to."""
        owners = self._sources.get(guid_in(source, "guid"), ())
        return tuple(dict.fromkeys(owner.person for owner in owners if owner.person))

    def of_selection(self, selection: Any) -> str:
        """Return the case that a selection belongs to."""
        return self._selections.get(guid_in(selection, "guid"), "")

    def _said(self, element: Any) -> _Whose:
        said = {"person": "", "wave": ""}
        said |= {kind: text for kind, text in values_of(element, self._kinds) if kind}
        return _Whose(**said)


def _kind_of(name: str) -> str:
    return next((kind for kind in ("person", "wave") if plain_heading(name) in LIST_HEADINGS[kind]), "")


def _not_carried(project: RefiProject, missing: Counter[str], codes: Collection[str]) -> Iterator[Remark]:
    others = sum(1 for _ in project.all(*_OTHER_SOURCES))
    unknown = sum(code not in codes for coding in project.all("Coding") for code in _codes_of(coding) or [""])
    counts = {**missing, "lost code unknown": unknown, "lost sources": others}
    counts |= {"lost links": sum(1 for _ in project.all("Link")), "lost graphs": sum(1 for _ in project.all("Graph"))}
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    used = dict.fromkeys(
        project.variables.get(guid_in(child, "targetGUID"), "")
        for value in project.all("VariableValue")
        for child in value
        if refi_tag(child) == "VariableRef"
    )
    if left := [
        name for name in used if name and not (_kind_of(name) or name in _FOLLOWING or name.startswith(FINISHED))
    ]:
        yield Remark("lost variables", values={"names": left})
    if sets := [element.get("name", "") for element in project.all("Set")]:
        yield Remark("lost sets", values={"names": sets})
