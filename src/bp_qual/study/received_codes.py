"""Codes of another program among those of the study: which is which, and which are new here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bp_qual.codebook import Code, Codebook, codebook_text, parse_codebook
from bp_qual.codebook.loading import ID
from bp_qual.codebook.versions import next_version
from bp_qual.display import one_line, shown
from bp_qual.exchange.drafts import Draft, code_name_key, make_code, make_id, parents_first
from bp_qual.exchange.given import path_of
from bp_qual.exchange.refi_codebook import guid_of
from bp_qual.exchange.spelled_alike import NearNames, are_alike
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
    own = _OwnCodes(codebook, drafts)
    taken = {code.id for code in codes}
    ids: list[str] = []
    new: list[str] = []
    became: list[Remark] = []
    alone = _bare_doubles(drafts) if bare else set[int]()
    for number, draft in enumerate(drafts):
        parent = ids[draft.parent] if draft.parent >= 0 else ""
        if number in alone:
            ids.append("")
            continue
        fitting = own.fitting(number, parent)
        if not fitting and (fitting := _successor(draft, codebook)):
            became.append(Remark("name of before", values={"said": shown(draft.name), "code": fitting[0].id}))
        if not fitting and not (draft.parent >= 0 and not parent):
            code_id = _new_id(draft, taken)
            codes.append(make_code(draft, code_id, parent, codebook.language if codebook else language))
            own.add_new(codes[-1])
            taken.add(code_id)
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


def _new_id(draft: Draft, taken: Collection[str]) -> str:
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
    above, often = {draft.parent for draft in drafts}, _often(drafts)
    tops = (n for n, draft in enumerate(drafts) if draft.parent < 0 and not draft.guid and n not in above)
    return {number for number in tops if often[code_name_key(drafts[number].name)] > 1}


def _only_one(
    number: int, drafts: Sequence[Draft], ids: Sequence[str], codebook: Codebook | None, alone: Container[int]
) -> str:
    """Return the code that a bare name is: one at the top of the codebook, or the only one; else nothing."""
    draft = drafts[number]
    own = _CodesByName(codebook.codes if codebook else ()).named(draft)
    top = [code.id for code in own if not code.parent]
    same = {ids[n] for n, other in enumerate(drafts) if n not in alone and _is_called(other, draft)}
    every = top or [*same | {code.id for code in own}]
    return every[0] if len(every) == 1 else ""


def _told_bare(drafts: Sequence[Draft], ids: Sequence[str], codes: Sequence[Code]) -> Iterator[Remark]:
    """Yield which bare names are a sub-code, and which can be several codes."""
    book, by_name = Codebook("", "", "nl", tuple(codes)), _CodesByName(codes)
    for draft, code_id in zip(drafts, ids, strict=True):
        said = {"said": shown(draft.name)}
        if draft.parent < 0 and code_id and book.code(code_id).parent:
            yield Remark("bare name", values={**said, "path": path_of(book, code_id)})
        elif draft.parent < 0 and not code_id:
            paths = [path_of(book, code.id) for code in by_name.named(draft)]
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
    brought, near_names = {*new}, NearNames()
    own = [code for code in codes if code.id not in brought]
    by_base, earlier = defaultdict[str, list[Code]](list), defaultdict[tuple[str, str], list[Code]](list)
    for number, code in enumerate(own):
        for base in dict.fromkeys(_bases(code)):
            by_base[base].append(code)
        for name in (code.id.replace("_", " "), *code.label.values()):
            near_names.add(number, name)
    for draft, code_id in zip(drafts, ids, strict=True):
        base = make_id(draft.name)
        if code_id not in brought:
            continue
        here = book.code(code_id)
        alike = [*by_base.get(base, ()), *(code for code in earlier[here.parent, base] if code.id != code_id)]
        alike += [
            code
            for code in (own[number] for number in near_names.near(draft.name))
            if code.parent == here.parent and code not in alike and _is_spelled_as(draft, code)
        ]
        for base in dict.fromkeys(_bases(here)):
            earlier[here.parent, base].append(here)
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


def _bases(code: Code) -> list[str]:
    """Return the ids that a code has or could be given after its labels."""
    return [code.id, *map(make_id, code.label.values())]


def _is_spelled_as(draft: Draft, code: Code) -> bool:
    return any(are_alike(draft.name, name) for name in (code.id.replace("_", " "), *code.label.values()))


def _shown_path(book: Codebook, code_id: str) -> str:
    """Return a code with those above it, by their labels."""
    return shown(" > ".join(book.label(code) for code in [*reversed([*book.ancestors(code_id)]), code_id]), 80)


class _CodesByName:
    """Codes by what they are called: by the id that a draft brings, else as label or as id.

    An id that is made of the label by taking signs out of it does not stand for another name: ``steun`` of ``+ steun``
    is not that of ``- steun``.
    """

    def __init__(self, codes: Iterable[Code]) -> None:
        self._by_id: dict[str, Code] = {}
        self._by_key = defaultdict[str, list[Code]](list)
        for code in codes:
            self._by_id[code.id] = code
            for key in dict.fromkeys((*_plain_labels(code), *_plain_ids(code))):
                self._by_key[key].append(code)

    def named(self, draft: Draft, *, without_guid: bool = False) -> list[Code]:
        """Return the codes that are called as a draft is; those without an id of other programs only, where asked."""
        same = [self._by_id[draft.id]] if draft.id in self._by_id else []
        for codes in (same, self._by_key.get(code_name_key(draft.name), [])):
            can = [code for code in codes if not (_differs_in_signs(draft, code) or (without_guid and code.guid))]
            if can:
                return can
        return []


class _OwnCodes:
    """The codes of a codebook as those that the drafts of a file can be, found by id and by name."""

    def __init__(self, codebook: Codebook | None, drafts: Sequence[Draft]) -> None:
        self._drafts, self._often = drafts, _often(drafts)
        self._below, self._by_guid = defaultdict[int, list[Draft]](list), defaultdict[str, list[Code]](list)
        for draft in drafts:
            self._below[draft.parent].append(draft)
        others = {draft.guid for draft in drafts if draft.guid}  # a code that the file knows by its id is no other
        left = list[Code]()
        for code in codebook.codes if codebook else ():
            guids = {code.guid, guid_of(codebook, code) if codebook else ""}
            for guid in guids:
                self._by_guid[guid].append(code)
            left += [] if others & guids else [code]
        self._by_name = _CodesByName(left)

    def add_new(self, code: Code) -> None:
        """Note a code that the file brings: one of its id is the same."""
        self._by_guid[code.guid].append(code)

    def fitting(self, number: int, parent: str) -> list[Code]:
        """Return the codes that a draft can be: those of its name under the same code; a lone name may be deeper."""
        draft = self._drafts[number]
        if draft.guid and (same := self._by_guid.get(draft.guid, [])):
            return same
        named = self._by_name.named(draft, without_guid=bool(draft.guid))
        under = [code for code in named if code.parent == parent]
        if under or draft.parent >= 0 or self._often[code_name_key(draft.name)] > 1:
            labelled = [code for code in under if code_name_key(draft.name) in _plain_labels(code)]
            return labelled if len(under) > 1 and labelled else under
        return [code for code in named if self._has_below(code, self._below[number])]

    def _has_below(self, code: Code, below: Sequence[Draft]) -> bool:
        """Return whether one of these drafts is below a code, where there are any."""
        return not below or any(other.parent == code.id for draft in below for other in self._by_name.named(draft))


def _often(drafts: Iterable[Draft]) -> Counter[str]:
    """Return how many drafts have each name."""
    return Counter(code_name_key(draft.name) for draft in drafts)


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
