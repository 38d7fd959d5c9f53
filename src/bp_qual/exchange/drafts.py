"""Imported codebooks: names, parents and texts from another program, made into codes with ids.

Other programs allow any name, even twice. Here each code gets a valid, unique id, and the name becomes its label.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.codebook.loading import ID
from bp_qual.wording import Remark, Wording, choose_language


@dataclass(frozen=True, slots=True)
class Imported:
    """A codebook imported from another program, and what could not be carried over, by name.

    >>> Imported(Codebook("Demo", "1", "nl", (Code("a"),)), (Remark("lost sets", values={"names": ["Mine"]}),))
    Demo 1: 1 code, 0 termen, nl
    a
    Niet meegenomen: de verzamelingen van codes Mine.
    """

    codebook: Codebook
    lost: tuple[Remark, ...] = ()

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.codebook.language))

    def say(self, language: str) -> str:
        """Return the codebook and what was not carried over, in English (`en`) or Dutch (`nl`).

        >>> Imported(Codebook("Demo", "1", "nl", ())).say("en")
        'Demo 1: 0 codes, 0 terms, nl'
        """
        lost = [Wording(language)("cli_not_carried", item=item) for item in self.lost]
        return "\n".join([self.codebook.say(language), *lost])


@dataclass(frozen=True, slots=True)
class Exported:
    """A codebook as the bytes of another format, and what that format cannot carry, by name.

    >>> Exported(b"", (Remark("lost terms many", values={"n": 3}),)).lost[0].say("nl")
    '3 termen'
    """

    data: bytes
    lost: tuple[Remark, ...] = ()


@dataclass(slots=True)
class Draft:
    """One code of another program; ``parent`` is the index of its parent in the list, -1 at the top level.

    ``own_name`` is what it is called here, where its name there says more so that it is the only one of that name.

    >>> Draft("Feeling alone").parent
    -1
    """

    name: str
    parent: int = -1
    id: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    unless: tuple[Term, ...] = ()
    colour: str = ""
    guid: str = ""
    folder: bool = False
    own_name: str = ""


def draft_paths(drafts: Sequence[Draft], numbers: Iterable[int]) -> str:
    r"""Return drafts by their numbers with the names above them, one a line, as a list of quotations has codes.

    >>> draft_paths([Draft("work"), Draft("stress", 0)], (1, 0))
    'work > stress\nwork'
    """
    return "\n".join(_path_of(drafts, number) for number in numbers)


def _path_of(drafts: Sequence[Draft], number: int) -> str:
    names = list[str]()
    while number >= 0:
        names.append(drafts[number].name)
        number = drafts[number].parent
    return " > ".join(reversed(names))


def build_codebook(drafts: Sequence[Draft], *, name: str, language: str) -> Codebook:
    """Return the drafts as a codebook, in their order, parents before children.

    Parameters
    ----------
    drafts : sequence of Draft
        The codes of the other program.
    name, language : str
        The name and language of the codebook.

    Returns
    -------
    Codebook

    Examples
    --------
    >>> build_codebook([Draft("Work & stress"), Draft("stress", 0), Draft("stress")], name="D", language="en")
    D 1.0.0: 3 codes, 0 terms, en
    work_stress  Work & stress
    └─ stress
    stress-2  stress
    """
    ids: list[str] = []
    for draft in drafts:
        fits = ID.fullmatch(draft.id) and draft.id not in ids
        ids.append(draft.id if fits else make_id(draft.id or draft.name, ids))
    codes = (
        make_code(draft, code_id, ids[draft.parent] if draft.parent >= 0 else "", language)
        for code_id, draft in zip(ids, drafts, strict=True)
    )
    return Codebook(name, "1.0.0", language, parents_first(codes))


def make_code(draft: Draft, code_id: str, parent: str, language: str) -> Code:
    """Return a draft as a code.

    Parameters
    ----------
    draft : Draft
        The code of the other program.
    code_id, parent : str
        Its id here, and that of the code above it.
    language : str
        Language of its label.

    Returns
    -------
    Code

    Examples
    --------
    >>> make_code(Draft("Feeling alone"), "alone", "", "en").label
    {'en': 'Feeling alone'}
    """
    return Code(
        code_id,
        label={language: " ".join(draft.name.split())} if draft.name.strip() and draft.name != code_id else {},
        definition=draft.definition.strip(),
        include=draft.include,
        exclude=draft.exclude,
        examples=draft.examples,
        counterexamples=draft.counterexamples,
        terms=_distinct(draft.terms),
        unless=_distinct(draft.unless),
        colour=draft.colour,
        guid=draft.guid,
        folder=draft.folder,
        parent=parent,
    )


def make_id(name: str, taken: Collection[str] = ()) -> str:
    """Return an id for a name: lower-case letters, digits and underscores, different from those taken.

    >>> make_id("Feeling alone / lonely"), make_id("Één"), make_id("a", ["a"]), make_id("???")
    ('feeling_alone_lonely', 'één', 'a-2', 'code')
    """
    text = unicodedata.normalize("NFC", name.casefold())
    base = re.sub(r"[^\w.-]+", "_", text).strip("_.-")[:80] or "code"
    base = base if re.match(r"\w", base) else f"code_{base}"
    code_id, number = base, 2
    while code_id in taken:
        code_id, number = f"{base}-{number}", number + 1
    return code_id


def code_name_key(name: str) -> str:
    """Return what makes two names of codes the same: every sign counts, capitals and white space do not.

    >>> code_name_key("Paid  Work"), code_name_key("+ steun") == code_name_key("- steun")
    ('paid work', False)
    """
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())


def _distinct(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple({term.meaning: term for term in terms}.values())


def parents_first(codes: Iterable[Code]) -> tuple[Code, ...]:
    """Return codes with each one's sub-codes right after it.

    >>> [code.id for code in parents_first([Code("a"), Code("b"), Code("c", parent="a")])]
    ['a', 'c', 'b']
    """
    below: dict[str, list[Code]] = {}
    for code in codes:
        below.setdefault(code.parent, []).append(code)
    ordered: list[Code] = []
    waiting = below.get("", [])[::-1]
    while waiting:
        code = waiting.pop()
        ordered.append(code)
        waiting += below.get(code.id, [])[::-1]
    return tuple(ordered)


def count_lost(codebook: Codebook, *fields: str) -> list[Remark]:
    """Return what a format that lacks these fields loses, each with its number.

    >>> book = Codebook("D", "1", "nl", (Code("a", definition="x", examples=("x", "y")),))
    >>> [str(remark) for remark in count_lost(book, "definition", "examples", "unless")]
    ['1 definition', '2 examples']
    """
    counts = {name: sum(_count_in(code, name) for code in codebook.codes) for name in fields}
    return [lost_number(name, number) for name, number in counts.items() if number]


def lost_number(name: str, number: int) -> Remark:
    """Return that so many of a field or a kind of term are lost.

    >>> lost_number("near", 1).say("nl")
    '1 near-term'
    """
    return Remark(f"lost {name} {'one' if number == 1 else 'many'}", values={"n": number})


def _count_in(code: Code, name: str) -> int:
    """Return the number of items in a field of a code; every format carries a label in one language."""
    value = getattr(code, name)
    if name == "label":
        return max(0, len(value) - 1)
    if name == "negated":
        return int(value == "drop")
    return len(value) if isinstance(value, tuple) else int(bool(value))
