"""Codes of another program among those of the study: which is which, and which are new here."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bp_qual.codebook import Code, Codebook, codebook_text, parse_codebook
from bp_qual.codebook.loading import ID
from bp_qual.codebook.versions import next_version
from bp_qual.display import one_line, shown
from bp_qual.exchange.drafts import Draft, code_name_key, make_code, make_id, parents_first
from bp_qual.exchange.given import path_of
from bp_qual.exchange.refi_codebook import guid_of
from bp_qual.exchange.spelled_alike import are_alike
from bp_qual.wording import Remark


@dataclass(frozen=True, slots=True)
class MatchedCodes:
    """The codes of a file as codes of a codebook.

    Attributes
    ----------
    ids : tuple of str
        For each code of the file its id; empty where the name fits several codes of the codebook.
    codebook : Codebook
        That of the study, with the codes that it lacked.
    new : tuple of str
        The ids of those.
    notes : tuple of Remark
        Which names without a code above them were taken for a sub-code, which can be several, and which new codes are
        called almost as those of the codebook.

    Examples
    --------
    >>> MatchedCodes((), Codebook("D", "1", "nl", ()), ()).new
    ()
    """

    ids: tuple[str, ...]
    codebook: Codebook
    new: tuple[str, ...]
    notes: tuple[Remark, ...] = field(default=())

    @property
    def sought(self) -> tuple[str, ...]:
        """The codes that whoever made the file looked for: those of the file and those above them; all if it has none.

        >>> MatchedCodes(("a",), Codebook("D", "1", "nl", (Code("b"), Code("a", parent="b"), Code("c"))), ()).sought
        ('b', 'a')
        """
        theirs = {above for code in self.ids if code for above in (code, *self.codebook.ancestors(code))}
        return tuple(code for code in self.codebook.ids if code in theirs) or self.codebook.ids


def match_codes(
    drafts: Sequence[Draft], codebook: Codebook | None, *, name: str, language: str, bare: bool = False
) -> MatchedCodes:
    """Find the codes of another program in a codebook, and add those that it lacks.

    A code is the same by its id in other programs, else by its name, as id or as label in any language, and the codes
    above it: capitals and white space aside, every sign counts. A name at the top that only one code has, deeper in the
    codebook, is that code where what the file has below it is below that too, and is told. The id that a code had
    before the codebook renamed or merged it is the code that it became, and is told. What has the name of a code
    of the codebook under another code, or but for its signs, is new, and told.

    Parameters
    ----------
    drafts : sequence of Draft
        The codes of the file, each after the one above it.
    codebook : Codebook or None
        That of the study, where it has one.
    name, language : str
        x of the codebook to make where the study has none.
    bare : bool
        Whether a name without a code above it says no more than the name, as in a list that people make: it then is the
        only code of that name, of the codebook or of the file. Elsewhere it is a code at the top.

    Returns
    -------
    MatchedCodes

    Examples
    --------
    >>> book = Codebook("Demo", "1.0.0", "en", (Code("work", label={"en": "Paid work"}),))
    >>> found = match_codes([Draft("paid work"), Draft("Stress", 0)], book, name="", language="en")
    >>> found.ids, found.new, found.codebook.code("stress").parent
    (('work', 'stress'), ('stress',), 'work')
    """
    codes = list(codebook.codes if codebook else ())
    own_guids = {code.id: guid_of(codebook, code) for code in codebook.codes} if codebook else {}
    ids: list[str] = []
    new: list[str] = []
    became: list[Remark] = []
    alone = _bare_doubles(drafts) if bare else set[int]()
    for number, draft in enumerate(drafts):
        parent = ids[draft.parent] if draft.parent >= 0 else ""
        if number in alone:
            ids.append("")
            continue
        fitting = _fitting(number, drafts, parent, codes, new, own_guids)
        if not fitting and (fitting := _successor(draft, codebook)):
            became.append(Remark("name of before", values={"said": shown(draft.name), "code": fitting[0].id}))
        if not fitting and not (draft.parent >= 0 and not parent):
            code_id = _new_id(draft, [code.id for code in codes])
            codes.append(make_code(draft, code_id, parent, codebook.language if codebook else language))
            new.append(code_id)
            ids.append(code_id)
        else:
            ids.append(fitting[0].id if len(fitting) == 1 else "")
    for number in sorted(alone):
        ids[number] = _only_one(number, drafts, ids, codebook, alone)
    notes = (
        *_told_bare(drafts, ids, codes),
        *became,
        *_told_renamed(drafts, ids, codes),
        *_told_alike(drafts, ids, codes, new),
        *_told_defined(drafts, ids, codes),
    )
    if codebook and not new:
        return MatchedCodes(tuple(ids), codebook, (), notes)
    start = codebook or Codebook(name, "0.9.9", language, ())
    version = next_version(start.version) if codebook else "1.0.0"
    made = replace(start, codes=parents_first(codes), version=version, notes=())
    return MatchedCodes(tuple(ids), parse_codebook(codebook_text(made), name or start.source), tuple(new), notes)


def with_own_ids(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the codes of a list that bp_qual wrote: what names them there is their id.

    >>> [draft.id for draft in with_own_ids([Draft("Zorg-2"), Draft("Paid work")])]
    ['Zorg-2', '']
    """
    return tuple(replace(d, id=d.name) if not d.id and ID.fullmatch(d.name) else d for d in drafts)


def _new_id(draft: Draft, taken: Sequence[str]) -> str:
    """Return the id of a new code: the one that it brings, letter for letter, where that is an id and free."""
    kept = ID.fullmatch(draft.id) and draft.id not in taken
    return draft.id if kept else make_id(draft.id or draft.name, taken)


def _successor(draft: Draft, codebook: Codebook | None) -> list[Code]:
    """Return the code that a draft became, where it has the id of one that the codebook has renamed or merged."""
    former = {code_name_key(old): new for old, new in (codebook.successors if codebook else {}).items()}
    names = [name for name in (draft.id, draft.name) if name and code_name_key(name) in former]
    return [codebook.code(former[code_name_key(name)]) for name in names[:1]] if codebook else []


def _bare_doubles(drafts: Sequence[Draft]) -> set[int]:
    """Return the drafts with neither a code above nor one below them, whose name another draft has too."""
    above = {draft.parent for draft in drafts}
    tops = (n for n, draft in enumerate(drafts) if draft.parent < 0 and not draft.guid and n not in above)
    return {number for number in tops if _is_twice(drafts[number], drafts)}


def _only_one(
    number: int, drafts: Sequence[Draft], ids: Sequence[str], codebook: Codebook | None, alone: Container[int]
) -> str:
    """Return the code that a bare name is: one at the top of the codebook, or the only one; else nothing."""
    draft = drafts[number]
    own = _named(draft, codebook.codes if codebook else ())
    top = [code.id for code in own if not code.parent]
    same = {ids[n] for n, other in enumerate(drafts) if n not in alone and _is_called(other, draft)}
    every = top or [*same | {code.id for code in own}]
    return every[0] if len(every) == 1 else ""


def _told_bare(drafts: Sequence[Draft], ids: Sequence[str], codes: Sequence[Code]) -> Iterator[Remark]:
    """Yield which bare names are a sub-code, and which can be several codes."""
    book = Codebook("", "", "nl", tuple(codes))
    for draft, code_id in zip(drafts, ids, strict=True):
        said = {"said": shown(draft.name)}
        if draft.parent < 0 and code_id and book.code(code_id).parent:
            yield Remark("bare name", values={**said, "path": path_of(book, code_id)})
        elif draft.parent < 0 and not code_id:
            paths = [path_of(book, code.id) for code in _named(draft, codes)]
            yield Remark("bare names", values={**said, "paths": paths})


def _told_renamed(drafts: Sequence[Draft], ids: Sequence[str], codes: Sequence[Code]) -> Iterator[Remark]:
    """Yield which codes are known by their id in other programs, and have another name there."""
    book = Codebook("", "", "nl", tuple(codes))
    for draft, code_id in zip(drafts, ids, strict=True):
        code = book.code(code_id) if draft.guid and code_id else None
        if code is not None and code_name_key(draft.name) not in (*_plain_labels(code), *_plain_ids(code)):
            yield Remark("code renamed", values={"said": shown(draft.name, 60), "code": _shown_path(book, code_id)})


def _told_alike(
    drafts: Sequence[Draft], ids: Sequence[str], codes: Sequence[Code], new: Sequence[str]
) -> Iterator[Remark]:
    """Yield which new codes are called as codes of the codebook under another code are, or almost as these.

    Of two that a file brings under one code, and that differ in signs only, the second is told beside the first.
    """
    book = Codebook("", "", "nl", tuple(codes))
    own, earlier = [code for code in codes if code.id not in new], list[Code]()
    for draft, code_id in zip(drafts, ids, strict=True):
        base = make_id(draft.name)
        if code_id not in new:
            continue
        here = book.code(code_id)
        beside = [code for code in earlier if code.parent == here.parent and code.id != code_id]
        alike = [code for code in (*own, *beside) if base in (code.id, *map(make_id, code.label.values()))]
        alike += [
            code for code in own if code.parent == here.parent and code not in alike and _is_spelled_as(draft, code)
        ]
        earlier.append(here)
        if alike:
            paths = [_shown_path(book, code.id) for code in alike]
            yield Remark("code apart", values={"said": _shown_path(book, code_id), "code": code_id, "paths": paths})


def _told_defined(drafts: Sequence[Draft], ids: Sequence[str], codes: Sequence[Code]) -> Iterator[Remark]:
    """Yield which codes have another definition in the codebook than in the file, or none: the codebook stays."""
    book = Codebook("", "", "nl", tuple(codes))
    others = {
        code_id: draft.definition
        for draft, code_id in zip(drafts, ids, strict=True)
        if code_id and draft.definition.strip()
        if " ".join(draft.definition.split()) != " ".join(book.code(code_id).definition.split())
    }
    if others:
        code_id, text = next(iter(others.items()))
        said = {"code": _shown_path(book, code_id), "begin": shown(one_line(text), 60)}
        yield Remark("definitions kept", values={"n": len(others), **said})


def _is_spelled_as(draft: Draft, code: Code) -> bool:
    return any(are_alike(draft.name, name) for name in (code.id.replace("_", " "), *code.label.values()))


def _shown_path(book: Codebook, code_id: str) -> str:
    """Return a code with those above it, by their labels."""
    return shown(" > ".join(book.label(code) for code in [*reversed([*book.ancestors(code_id)]), code_id]), 80)


def _named(draft: Draft, codes: Iterable[Code]) -> list[Code]:
    """Return the codes that are called as a draft is: by the id that it brings, else as label or as id.

    An id that is made of the label by taking signs out of it does not stand for another name: ``steun`` of ``+ steun``
    is not that of ``- steun``.
    """
    codes = [code for code in codes if not _differs_in_signs(draft, code)]
    name = code_name_key(draft.name)
    same = [code for code in codes if code.id == draft.id]
    return same or [code for code in codes if name in (*_plain_labels(code), *_plain_ids(code))]


def _plain_labels(code: Code) -> list[str]:
    return [code_name_key(label) for label in code.label.values()]


def _plain_ids(code: Code) -> list[str]:
    return [code_name_key(code.id), code_name_key(code.id.replace("_", " "))]


def _differs_in_signs(draft: Draft, code: Code) -> bool:
    """Return whether a name is none of the labels of a code, but would get the same id as one of them."""
    name, labels = code_name_key(draft.name), _plain_labels(code)
    return draft.name != draft.id and name not in labels and make_id(name) in map(make_id, labels)


def _is_called(draft: Draft, other: Draft) -> bool:
    return code_name_key(draft.name) == code_name_key(other.name)


def _is_twice(draft: Draft, drafts: Iterable[Draft]) -> bool:
    return sum(_is_called(other, draft) for other in drafts) > 1


def _fitting(
    number: int,
    drafts: Sequence[Draft],
    parent: str,
    codes: Sequence[Code],
    new: Sequence[str],
    own_guids: Mapping[str, str],
) -> list[Code]:
    """Return the codes that a draft can be: those of its name under the same code; a lone name may be a deeper one."""
    draft = drafts[number]
    if draft.guid and (same := [code for code in codes if draft.guid in (code.guid, own_guids.get(code.id))]):
        return same
    others = {other.guid for other in drafts if other.guid}  # a code that the file knows by its id is no other
    own = [code for code in codes if code.id not in new and not others & {code.guid, own_guids.get(code.id)}]
    named = _named(draft, [code for code in own if not (draft.guid and code.guid)])
    under = [code for code in named if code.parent == parent]
    if under or draft.parent >= 0 or _is_twice(draft, drafts):
        labelled = [code for code in under if code_name_key(draft.name) in _plain_labels(code)]
        return labelled if len(under) > 1 and labelled else under
    below = [other for other in drafts if other.parent == number]
    return [code for code in named if _has_below(code, below, own)]


def _has_below(code: Code, below: Sequence[Draft], codes: Sequence[Code]) -> bool:
    """Return whether one of these drafts is below a code, where there are any."""
    return not below or any(other.parent == code.id for draft in below for other in _named(draft, codes))
