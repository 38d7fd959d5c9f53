"""Versions of a codebook: what changed from one to the next.

The new file says what became of the old codes: ``renamed: {old: new}``, ``merged: {old: new}``,
``split: {old: [new, new]}``. What it does not say is not guessed: a code that is simply gone is removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.terms import Term
from bp_qual.display import escape, one_line
from bp_qual.errors import Problem
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

KINDS = (
    *("added", "removed", "renamed", "merged", "split", "moved"),
    *("redefined", "terms", "unless", "negated", "examples", "relabelled"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind, the code in the old and in the new version, and the details.

    >>> Change("renamed", "hokjes", ("kaders",))
    renamed     hokjes -> kaders
    """

    kind: str
    old: str = ""
    new: tuple[str, ...] = ()
    detail: str | Remark = ""

    def __repr__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """Return the difference on a line, in English (`en`) or Dutch (`nl`).

        >>> Change("renamed", "hokjes", ("kaders",)).say("nl")
        'hernoemd      hokjes -> kaders'
        """
        kind = Wording(language)(f"codebook_kind_{self.kind}")
        width = 11 if language == "en" else 13
        detail = self.detail.say(language) if isinstance(self.detail, Remark) else self.detail
        names = (
            self.old if self.new in ((self.old,), ()) else " -> ".join(filter(None, [self.old, " + ".join(self.new)]))
        )
        return f"{kind:{width}} {names}" + (f"  {one_line(detail)}" if detail else "")


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """What changed from one version of a codebook to another.

    ``hints`` are sentences about what may be missing in the new file.

    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Demo, version: 1.0.0, language: nl, codes: [{id: aap, terms: [aap]}]}")
    >>> Difference(book, book, ())
    Demo 1.0.0 -> Demo 1.0.0: de betekenis is dezelfde
    """

    old: Codebook
    new: Codebook
    changes: tuple[Change, ...]
    hints: tuple[Remark, ...] = ()

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.new.language))

    def say(self, language: str) -> str:
        """Return the differences a line each, in English (`en`) or Dutch (`nl`)."""
        say = Wording(language)
        head = f"{self.old.name} {self.old.version} -> {self.new.name} {self.new.version}: "
        is_same_book = (self.old.name, self.old.version) == (self.new.name, self.new.version)
        unchanged = say("codebook_same" if is_same_book else "codebook_renamed")
        lines = [head + (say.many("change", len(self.changes)) if self.changes else unchanged)]
        lines += [f"  {change.say(language)}" for change in self.changes]
        return "\n".join([*lines, *(say("cli_warning", text=hint.say(language)) for hint in self.hints)])

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"

    def to_frame(self) -> pd.DataFrame:
        """Return the changes as a table: kind, old, new, detail.

        >>> from bp_qual.codebook import parse_codebook
        >>> old, new = (parse_codebook(f"{{language: nl, codes: [{{id: {name}}}]}}") for name in "ab")
        >>> diff_codebooks(old, new).to_frame()["kind"].tolist()
        ['added', 'removed']
        """
        import pandas as pd

        rows = [(change.kind, change.old, " + ".join(change.new), str(change.detail)) for change in self.changes]
        return pd.DataFrame(rows, columns=["kind", "old", "new", "detail"], dtype="str")


def fate_of(old: Codebook, new: Codebook) -> dict[str, tuple[str, ...]]:
    """Return what each code of the old version became: one code, several (split) or none (removed).

    >>> from bp_qual.codebook import parse_codebook
    >>> old = parse_codebook("{language: nl, codes: [{id: a}, {id: b}, {id: c}]}")
    >>> new = parse_codebook("{language: nl, renamed: {a: x}, codes: [{id: x}, {id: b}]}")
    >>> fate_of(old, new)
    {'a': ('x',), 'b': ('b',), 'c': ()}
    """
    kept = {code.id for code in new.codes}
    fates: dict[str, tuple[str, ...]] = {}
    for code in old.codes:
        successor = new.renamed.get(code.id) or new.merged.get(code.id) or (code.id if code.id in kept else "")
        fates[code.id] = new.split.get(code.id) or ((successor,) if successor else ())
    return fates


def diff_codebooks(old: Codebook, new: Codebook) -> Difference:
    """Return what changed in meaning from one version of a codebook to another.

    >>> from bp_qual.codebook import parse_codebook
    >>> old = parse_codebook("{codebook: D, version: 1, language: nl, codes: [{id: a, terms: [aap]}]}")
    >>> new = "{codebook: D, version: 2, language: nl, renamed: {a: b}, codes: [{id: b, terms: [mies]}]}"
    >>> diff_codebooks(old, parse_codebook(new))
    D 1 -> D 2: 2 verschillen
      hernoemd      a -> b
      termen        a -> b  + mies; - aap
    """
    fates = fate_of(old, new)
    changes = [change for code in old.codes for change in _changes_of(code, old, new, fates)]
    successors = {code for fate in fates.values() for code in fate}
    changes += [Change("added", new=(code.id,)) for code in new.codes if code.id not in successors]
    changes.sort(key=lambda change: KINDS.index(change.kind))
    return Difference(old, new, tuple(changes), tuple(_hints(old, new, fates)))


def _changes_of(code: Code, old: Codebook, new: Codebook, fates: dict[str, tuple[str, ...]]) -> Iterator[Change]:
    fate = fates[code.id]
    if not fate:
        yield Change("removed", code.id)
        return
    if code.id in new.split:
        yield Change("split", code.id, fate)
        return
    if code.id in new.merged:
        yield Change("merged", code.id, fate)
        return
    if fate != (code.id,):
        yield Change("renamed", code.id, fate)
    other = new.code(fate[0])
    if other.parent not in (fates.get(code.parent) or ("",)):
        yield Change("moved", code.id, fate, _moved(code.parent, other.parent))
    changed = [key for key in ("definition", "include", "exclude") if getattr(code, key) != getattr(other, key)]
    if changed:
        yield Change("redefined", code.id, fate, ", ".join(changed))
    for kind in ("terms", "unless"):
        detail = _term_changes(getattr(code, kind), getattr(other, kind))
        if detail:
            yield Change(kind, code.id, fate, detail)
    if code.negated != other.negated:
        yield Change("negated", code.id, fate, f"{code.negated} -> {other.negated}")
    if {*code.examples, *code.counterexamples} != {*other.examples, *other.counterexamples}:
        yield Change("examples", code.id, fate)
    if dict(code.label) != dict(other.label):
        yield Change("relabelled", code.id, fate, f"{old.label(code.id)} -> {new.label(other.id)}")


def _moved(old: str, new: str) -> Remark:
    places = [Remark("the code", values={"code": name}) if name else Remark("the top") for name in (old, new)]
    return Remark("moved from", values={"old": places[0], "new": places[1]})


def _term_changes(old: tuple[Term, ...], new: tuple[Term, ...]) -> str:
    before, after = ({term.meaning: _name(term) for term in terms} for terms in (old, new))
    came = [name for meaning, name in after.items() if meaning not in before]
    went = [name for meaning, name in before.items() if meaning not in after]
    return "; ".join([f"+ {', '.join(came)}"] * bool(came) + [f"- {', '.join(went)}"] * bool(went))


def _name(term: Term) -> str:
    kind = f" ({term.kind})" if term.kind in ("exact", "regex", "tokens") else ""
    kind += f" ({term.word_class})" if term.word_class else ""
    return term.text + kind + (f" [{term.language}]" if term.language else "")


def _hints(old: Codebook, new: Codebook, fates: dict[str, tuple[str, ...]]) -> Iterator[Remark]:
    """Yield hints: a removed and a new code of the same terms or name but for capitals, and a version not raised."""
    successors = {code for fate in fates.values() for code in fate}
    fresh = [code for code in new.codes if code.id not in successors]
    for code in old.codes:
        for other in fresh if not fates[code.id] else ():
            values = {"old": code.id, "new": other.id}
            if code.id.casefold() == other.id.casefold():
                yield Remark("renamed in capitals", values=values)
            elif code.terms and {term.meaning for term in code.terms} == {term.meaning for term in other.terms}:
                yield Remark("maybe renamed", values=values)
    if check_version(new, version=old.version, sha256=old.sha256):
        kind = "version not raised" if new.version == old.version else "version lowered"
        values = {"version": old.version, "now": new.version, "higher": next_version(old.version)}
        yield Remark(kind, values=values)


def check_version(codebook: Codebook, *, version: str, sha256: str) -> Problem | None:
    """Return a problem if the meaning of a codebook changed but its version was not raised.

    Parameters
    ----------
    codebook : Codebook
        The codebook as it is now.
    version, sha256 : str
        The version and hash of the earlier one.

    Returns
    -------
    Problem or None

    Examples
    --------
    >>> check_version(codebook, version="1.0.0", sha256=codebook.sha256)  # the same meaning: nothing to say
    >>> check_version(codebook, version="1.0.0", sha256="another").remedy
    'Write version: 1.0.1, and list under renamed, merged or split what became of the old codes.'
    """
    if codebook.sha256 == sha256 or _key(codebook.version) > _key(version):
        return None
    kind = "version unchanged" if codebook.version == version else "version not raised"
    values = {"before": version, "now": codebook.version, "higher": next_version(version)}
    return Problem(codebook.source or codebook.name, kind, values)


def next_version(version: str) -> str:
    """Return the next version of a codebook.

    >>> next_version("1.0.9"), next_version("2")
    ('1.0.10', '2.0.1')
    """
    *numbers, last = _key(version)
    return ".".join(map(str, [*numbers, last + 1]))


def _key(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".") if part.isdigit()]
    return tuple([*numbers, 0, 0, 0][:3])
