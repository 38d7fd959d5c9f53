"""Codes and codebooks as values: what a theme is, and how themes are nested.

Nothing is read or written here: `loading` makes these values from a file, `matching` finds their terms in a text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bp_qual.codebook.terms import Term
from bp_qual.display import escape, one_line
from bp_qual.errors import Problem
from bp_qual.files.yaml_text import point_at
from bp_qual.wording import Notice, Remark, Wording, choose_language
from bp_qual.wording.guesses import did_you_mean

TEXTS = 6  # characters of a meaning that are of its texts; the rest is of its terms


@dataclass(frozen=True, slots=True, repr=False)
class Code:
    """One theme: what it means, and the terms that find it.

    ``places`` maps each example and counterexample to its line and column in the file.

    Examples
    --------
    >>> Code("autonomie", label={"en": "Autonomy"}, definition="Deciding.", terms=(Term("zelfstandig", "lemma"),))
    autonomie  Autonomy
      Deciding.
      found by: zelfstandig
    """

    id: str
    label: Mapping[str, str] = field(default_factory=dict)
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    unless: tuple[Term, ...] = ()
    negated: str = "keep"
    parent: str = ""
    colour: str = ""
    guid: str = ""
    folder: bool = False
    line: int = 0
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        return self.say(choose_language(None, *self.label))

    def say(self, language: str) -> str:
        """Return the code with what it is found by, in English (`en`) or Dutch (`nl`).

        >>> print(Code("geld", terms=(Term("subsidie", "lemma"),)).say("nl"))
        geld
          gevonden door: subsidie
        """
        lines = ["  ".join([self.id, *dict.fromkeys(self.label.values())])]
        lines += [f"  {one_line(self.definition)}"] * bool(self.definition)
        for text, terms in (("codebook_found_by", self.terms), ("codebook_except_in", self.unless)):
            lines += [f"  {Wording(language)(text, terms=one_line(', '.join(term.text for term in terms)))}"] * bool(
                terms
            )
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


@dataclass(frozen=True, slots=True, repr=False)
class Codebook:
    """A set of codes, parents before their children, in the order of the file.

    ``sha256`` is a hash of the meaning: comments, white space, colours, the order of terms, the name and the version do
    not affect it. ``notes`` are warnings, not errors. ``renamed``, ``merged`` and ``split`` record what became of the
    codes of the previous version.

    Examples
    --------
    >>> Codebook("Demo", "1.0.0", "nl", (Code("a", label={"nl": "Aap"}), Code("b", parent="a")))
    Demo 1.0.0: 2 codes, 0 termen, nl
    a  Aap
    └─ b
    """

    name: str
    version: str
    language: str
    codes: tuple[Code, ...]
    source: str = ""
    sha256: str = field(init=False, default="")
    description: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[Notice, ...] = field(default=(), compare=False)
    lines: tuple[str, ...] = field(default=(), compare=False)
    _by_id: Mapping[str, Code] = field(init=False, compare=False, default_factory=dict)
    _meanings: dict[str, str] = field(init=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {code.id: code for code in self.codes})
        if len(self._by_id) < len(self.codes):
            raise ValueError("two codes of a codebook have the same id")
        object.__setattr__(self, "sha256", _hash_of_meaning(self))

    @property
    def coder(self) -> str:
        """The coder of the codings made with this codebook: name, version and the first digits of the hash.

        >>> Codebook("Demo", "1.0.0", "nl", (Code("a"),)).coder[:11]
        'Demo@1.0.0+'
        """
        return f"{self.name}@{self.version}+{self.sha256[:12]}"

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all codes, in the order of the file.

        >>> Codebook("Demo", "1", "nl", (Code("a"), Code("b", parent="a"))).ids
        ('a', 'b')
        """
        return tuple(self._by_id)

    @property
    def sought(self) -> frozenset[str]:
        """The codes that a computer can look for: those with terms, and those above them.

        >>> found = Code("c", parent="b", terms=(Term("geld", "lemma"),))
        >>> sorted(Codebook("Demo", "1", "nl", (Code("a"), Code("b", parent="a"), found, Code("d"))).sought)
        ['a', 'b', 'c']
        """
        sought: set[str] = set()
        for code in reversed(self.codes):  # children before their parents
            if code.terms or code.id in sought:
                sought |= {code.id, code.parent}
        return frozenset(sought - {""})

    @property
    def successors(self) -> dict[str, str]:
        """The one code that each code of an earlier version became, by ``renamed``, ``merged`` or ``split``.

        >>> Codebook("Demo", "2", "nl", (Code("b"), Code("c")), renamed={"a": "b"}, split={"d": ("b", "c")}).successors
        {'a': 'b'}
        """
        whole = {old: parts[0] for old, parts in self.split.items() if len(parts) == 1}
        return {old: new for old, new in {**whole, **self.merged, **self.renamed}.items() if old not in self._by_id}

    @property
    def aliases(self) -> dict[str, str]:
        """Earlier ids of codes that are the same but for their id: what was said of the code as a whole still holds.

        >>> Codebook("Demo", "2", "nl", (Code("b"), Code("c")), renamed={"a": "b"}, merged={"d": "c"}).aliases
        {'a': 'b'}
        """
        return {old: new for old, new in self.successors.items() if old in self.renamed}

    def guess(self, code: str) -> Remark:
        """Return what was meant by a code that there is not: what it is called now, else one that is written alike.

        >>> print(Codebook("Demo", "2", "nl", (Code("b"),), renamed={"money": "b"}).guess("money"))
        It is called 'b' now.
        """
        if code in self.successors:
            return Remark("code is now", values={"name": self.successors[code]})
        if code in self.split:
            return Remark("code was split", values={"names": self.split[code]})
        return did_you_mean(code, self.ids, "there are")

    def code(self, code: str) -> Code:
        """Return the code with this id.

        >>> Codebook("Demo", "1", "nl", (Code("aap"),)).code("aapp")
        Traceback (most recent call last):
            ...
        ValueError: no code 'aapp' in codebook Demo. Did you mean 'aap'?
        """
        if code not in self._by_id:
            values = {"code": code, "name": self.name, "guess": self.guess(code)}
            raise ValueError(Remark("no such code", values=values))
        return self._by_id[code]

    def meaning(self, code: str) -> str:
        """Return what stands for the meaning of a code: short hashes of its definition with include and exclude, and of
        its terms, `TEXTS` characters and as many more.

        >>> before, after = (Codebook("D", "1", "nl", (Code("a", definition=text),)) for text in ("Geld.", "Tijd."))
        >>> len(before.meaning("a")), before.meaning("a") == after.meaning("a")
        (12, False)
        """
        if code not in self._meanings:
            said = self.code(code)
            parts = (_plain_texts(said), sorted(map(_plain_term, said.terms)))
            hashes = (_hash_of(json.dumps(part, ensure_ascii=False)) for part in parts)
            self._meanings[code] = "".join(text[:TEXTS] for text in hashes)
        return self._meanings[code]

    def problem(self, position: tuple[int, int], kind: str, values: Mapping[str, object], width: int = 1) -> Problem:
        """Return a problem at a line and column of the codebook's file, with the line and a caret where known.

        Parameters
        ----------
        position : tuple of int
            Line and column, counted from 1; 0 where unknown.
        kind, values : str and mapping
            What is wrong, and what fills its sentences: as of a `Problem`.
        width : int
            The number of carets.

        Returns
        -------
        Problem

        Examples
        --------
        >>> Codebook("Demo", "1", "nl", (), source="a.yaml").problem((3, 5), "code is text", {}).where
        'a.yaml:3:5'
        """
        where = ":".join([self.source or self.name, *(str(number) for number in position if number)])
        return Problem(where, kind, values, point_at(self.lines, *position, width) if all(position) else "")

    def children(self, code: str) -> tuple[str, ...]:
        """Return the ids of the codes directly below this one; the top-level codes for "".

        >>> Codebook("Demo", "1", "nl", (Code("a"), Code("b", parent="a"))).children("a")
        ('b',)
        """
        return tuple(child.id for child in self.codes if child.parent == code)

    def descendants(self, code: str) -> tuple[str, ...]:
        """Return the ids of all codes below this one, in the order of the codebook.

        >>> Codebook("D", "1", "nl", (Code("a"), Code("b", parent="a"), Code("c", parent="b"))).descendants("a")
        ('b', 'c')
        """
        below = {code}
        for candidate in self.codes:
            if candidate.parent in below:
                below.add(candidate.id)
        return tuple(candidate.id for candidate in self.codes if candidate.id in below and candidate.id != code)

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return the ids of all codes above this one, nearest first.

        >>> Codebook("D", "1", "nl", (Code("a"), Code("b", parent="a"), Code("c", parent="b"))).ancestors("c")
        ('b', 'a')
        """
        above: list[str] = []
        parent = self.code(code).parent
        while parent:
            above.append(parent)
            parent = self._by_id[parent].parent
        return tuple(above)

    def counterexamples_of(self, code: str) -> frozenset[str]:
        """Return the counterexamples of a code and of all codes above it, with single spaces.

        >>> above = Code("a", counterexamples=("Een  aap.",))
        >>> sorted(Codebook("D", "1", "nl", (above, Code("b", parent="a"))).counterexamples_of("b"))
        ['Een aap.']
        """
        own = (self.code(name).counterexamples for name in (code, *self.ancestors(code)))
        return frozenset(" ".join(said.split()) for sentences in own for said in sentences)

    def label(self, code: str, language: str = "") -> str:
        """Return the label of the code in this language, else in that of the codebook, else its id.

        >>> Codebook("D", "1", "nl", (Code("a", label={"nl": "Aap"}),)).label("a", "en")
        'Aap'
        """
        label = self.code(code).label
        return label.get(language) or label.get(self.language) or next(iter(label.values()), "") or code

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return the codebook as a tree under its name and size, in English (`en`) or Dutch (`nl`).

        >>> print(Codebook("Demo", "1", "nl", (Code("a", label={"nl": "Aap"}),)).say("en"))
        Demo 1: 1 code, 0 terms, nl
        a  Aap
        """
        return "\n".join([self.headline(language), *draw_tree(self, spoken=language)])

    def headline(self, language: str) -> str:
        """Return name, version and size on a line, in English (`en`) or Dutch (`nl`).

        >>> Codebook("Demo", "1", "nl", (Code("a"),)).headline("nl")
        'Demo 1: 1 code, 0 termen, nl'
        """
        say = Wording(language)
        terms = sum(len(code.terms) for code in self.codes)
        counts = f"{say.many('code', len(self.codes))}, {say.many('term', terms)}"
        return one_line(f"{self.name} {self.version}: {counts}, {self.language}")

    def _repr_html_(self) -> str:
        return "<pre>" + escape(repr(self)) + "</pre>"


def draw_tree(codebook: Codebook, language: str = "", *, spoken: str = "") -> list[str]:
    """Return the codes as the lines of a tree: id, label and number of terms.

    Parameters
    ----------
    codebook : Codebook
        The codebook.
    language : str
        Language of the labels; that of the codebook if empty.
    spoken : str
        Language of the number of terms, `en` or `nl`; that of the codebook if empty.

    Returns
    -------
    list of str

    Examples
    --------
    >>> draw_tree(Codebook("D", "1", "nl", (Code("a", terms=(Term("aap", "lemma"),)), Code("b", parent="a"))))
    ['a  1 term', '└─ b']
    """
    say = Wording(choose_language(spoken, codebook.language))
    below: dict[str, list[Code]] = {}
    for code in codebook.codes:
        below.setdefault(code.parent, []).append(code)

    def lines(codes: list[Code], lead: str, top: bool) -> Iterator[str]:
        for code in codes:
            last = code is codes[-1]
            label = codebook.label(code.id, language)
            terms = say.many("term", len(code.terms))
            parts = [code.id, label * (label.casefold() != code.id), terms if code.terms else ""]
            branch = "" if top else "└─ " if last else "├─ "
            yield lead + branch + "  ".join(one_line(part) for part in parts if part)
            yield from lines(below.get(code.id, []), lead if top else lead + ("   " if last else "│  "), False)

    return list(lines(below.get("", []), "", True))


def _hash_of_meaning(codebook: Codebook) -> str:
    """Return a hash of the meaning of the codes, independent of the layout of the file."""
    codes = [
        (
            *(code.id, code.parent, code.negated, sorted(code.label.items())),
            *_plain_texts(code),
            *(sorted(code.examples), sorted(code.counterexamples)),
            *(sorted(map(_plain_term, code.terms)), sorted(map(_plain_term, code.unless))),
        )
        for code in codebook.codes
    ]
    text = json.dumps([codebook.language, sorted(codes, key=lambda fields: str(fields[0]))], ensure_ascii=False)
    return _hash_of(text)


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain_texts(code: Code) -> list[str]:
    return [" ".join(text.split()) for text in (code.definition, code.include, code.exclude)]


def _plain_term(term: Term) -> str:
    return json.dumps([*map(str, term.meaning[:3]), term.within, [_plain_term(part) for part in term.parts]])
