"""Carrying manual codings over to a new version of the codebook; no coding is ever dropped.

Codes that were renamed or merged are converted; codings that a person must decide on (split, removed) go on a list.
A table of codings also has rows of the codes above each coding; where a code moved away from under another, the row of
that other one is not carried over unseen. Codings made with two versions are not mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bp_qual.codebook.codes import Codebook
from bp_qual.codebook.versions import diff_codebooks, fate_of
from bp_qual.display import escape
from bp_qual.errors import CodebookError, Problem
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd


_NO_CODINGS = ("rejected", "declined", "suggested")


@dataclass(frozen=True, slots=True, repr=False)
class Migration:
    """Codings carried over to a new version of the codebook; every coding is in exactly one of the five tables.

    ``carried`` have the new code. ``recode`` must be recoded by a person; ``reason`` and ``choices`` say why and
    into what. ``doubles`` became equal to a carried coding because two codes were merged. ``automatic`` were made
    by a codebook: they are not carried over but made again with the new one. ``rejected`` are hits that somebody
    rejected, or passages that were only suggested: they have the new code where there is one, and are no codings.

    >>> import pandas as pd
    >>> none = pd.DataFrame({"code": []})
    >>> Migration(pd.DataFrame({"code": ["hokjes"]}), none, none, none, none)
    1 coding carried over, 0 to be recoded by a person
    """

    carried: pd.DataFrame
    recode: pd.DataFrame
    doubles: pd.DataFrame
    automatic: pd.DataFrame
    rejected: pd.DataFrame
    notes: tuple[Remark, ...] = field(default=())
    language: str = "en"

    def __repr__(self) -> str:
        return self.say(self.language)

    def say(self, language: str) -> str:
        """Return how many codings went where, in English (`en`) or Dutch (`nl`).

        >>> import pandas as pd
        >>> none = pd.DataFrame({"code": []})
        >>> Migration(pd.DataFrame({"code": ["hokjes"]}), none, none, none, none).say("nl")
        '1 codering overgenomen, 0 opnieuw te coderen door een mens'
        """
        say = Wording(language)
        lines = [say("codebook_carried", n=len(self.carried), recode=len(self.recode))]
        if len(self.doubles):
            lines.append(say("codebook_doubles", n=len(self.doubles)))
        if len(self.automatic):
            lines.append(say("codebook_automatic", n=len(self.automatic)))
        if len(self.rejected):
            lines.append(say("codebook_rejected", n=len(self.rejected)))
        return "\n".join([*lines, *(note.say(language) for note in self.notes)])

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def migrate_codings(codings: pd.DataFrame, old: Codebook, new: Codebook) -> Migration:
    """Carry manual codings over to a new version of the codebook; nothing is dropped.

    Parameters
    ----------
    codings : DataFrame
        The codings, with at least a column ``code``; `status` ``auto`` marks those made by a codebook.
    old, new : Codebook
        The version they were made with, and the new version.

    Returns
    -------
    Migration

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.codebook import parse_codebook
    >>> old = parse_codebook("{language: nl, codes: [{id: a}, {id: b}]}")
    >>> new = parse_codebook("{language: nl, renamed: {a: c}, split: {b: [d, e]}, codes: [{id: c}, {id: d}, {id: e}]}")
    >>> done = migrate_codings(pd.DataFrame({"code": ["a", "b"], "coder": "ann"}), old, new)
    >>> done.carried["code"].tolist(), done.recode["choices"].tolist()
    (['c'], ['d | e'])
    """
    import pandas as pd

    if "code" not in codings:
        raise ValueError("the table of codings has no column 'code'")
    fates = fate_of(old, new)
    along = _came_along(codings, old, new, fates)
    machine = _made_by_machine(codings) | ((along != "") & _by_another_term(codings, old))
    human, along = codings[~machine], along[~machine]
    choices = human["choices"] if "choices" in human else human["code"].map(lambda _: "")
    kept = {code.id for code in new.codes}
    rows = zip(human["code"], choices, strict=True)
    now = pd.Series([_code_now(code, chosen, fates, kept) for code, chosen in rows], human.index, dtype="str")
    against = human["status"].isin(_NO_CODINGS) if "status" in human else pd.Series(False, index=human.index)
    sure = (now != "") & ((along == "") | (choices != "")) & ~against
    plain = human.drop(columns=["reason", "choices"], errors="ignore")
    carried, recode = plain[sure].assign(code=now[sure]), plain[~sure & ~against]
    rejected = plain[against].assign(code=now.where(now != "", human["code"])[against])
    say = Wording(choose_language(None, new.language))
    came_along = along[~sure & ~against]
    recode = recode.assign(
        reason=[_reason(code, moved, fates, say) for code, moved in zip(recode["code"], came_along, strict=True)],
        choices=[" | ".join(fates.get(code) or ()) for code in recode["code"]],
    )
    double = _made_equal(carried, human["code"][sure], new)
    notes = tuple(_notes(old, new, carried))
    return Migration(carried[~double], recode, carried[double], codings[machine], rejected, notes, say.language)


def _came_along(
    codings: pd.DataFrame, old: Codebook, new: Codebook, fates: dict[str, tuple[str, ...]]
) -> pd.Series[str]:
    """Return for each coding the code below it, of the same passage and coder, that is no longer below it; else ""."""
    import pandas as pd

    found = pd.Series("", codings.index, dtype="str")
    place = [name for name in ("interview", "person", "turn", "start", "end", "coder") if name in codings]
    if "start" not in place:
        return found
    left = {
        (above, code.id)
        for code in old.codes
        for above in old.ancestors(code.id)
        if not any({*fates[above]} & {now, *new.ancestors(now)} for now in fates[code.id])
    }
    for _, rows in codings.groupby(place, sort=False, dropna=False):
        here = rows["code"].tolist()
        for row, code in rows["code"].items():
            found[row] = next((below for below in here if (code, below) in left), "")
    return found


def _by_another_term(codings: pd.DataFrame, old: Codebook) -> pd.Series[bool]:
    """Return which hits name a term that their own code does not have: the codebook gave them to a code above."""
    import pandas as pd

    if not {"term", "status"} <= set(codings):
        return pd.Series(False, index=codings.index)
    own = {(code.id, term.text) for code in old.codes for term in code.terms}
    terms = codings["term"].fillna("").astype(str)
    named = [term != "" and (code, term) not in own for code, term in zip(codings["code"], terms, strict=True)]
    return pd.Series(named, index=codings.index) & (codings["status"] != "human")


def _code_now(code: str, choices: str, fates: dict[str, tuple[str, ...]], kept: set[str]) -> str:
    """Return the code of a coding in the new version; "" where a person must decide.

    A row of `recode.csv` in which somebody wrote one of the choices, or another code of the new version, is settled.
    """
    if code in str(choices).split(" | ") or (code not in fates and code in kept):
        return code
    fate = fates.get(code, ())
    return fate[0] if len(fate) == 1 else ""


def _made_equal(carried: pd.DataFrame, before: pd.Series[str], new: Codebook) -> pd.Series[bool]:
    """Return which codings a merge made equal to an earlier one by the same coder."""
    same = ["interview", "person", "turn", "start", "end", "code", "coder", "status"]
    same = [name for name in same if name in carried]
    merged = before.isin(list(new.merged)) | carried["code"].isin(list(new.merged.values()))
    return carried.duplicated(same) & merged if "start" in same else merged & False


def _made_by_machine(codings: pd.DataFrame) -> pd.Series[bool]:
    import pandas as pd

    if "status" in codings:
        return codings["status"] == "auto"
    return pd.Series(False, index=codings.index)


def _reason(code: str, moved: str, fates: dict[str, tuple[str, ...]], say: Wording) -> str:
    if code not in fates:
        return say("codebook_was_unknown")
    if moved and len(fates[code]) == 1:
        return say("codebook_came_along", code=moved)
    return say("codebook_was_split" if fates[code] else "codebook_was_removed")


def _notes(old: Codebook, new: Codebook, carried: pd.DataFrame) -> Iterator[Remark]:
    """Yield a note for each code with carried codings whose definition changed."""
    for change in diff_codebooks(old, new).changes:
        if change.kind == "redefined":
            count = int((carried["code"] == change.new[0]).sum())
            if count:
                values = {"fields": str(change.detail), "code": change.new[0], "n": count}
                yield Remark("definition changed", values=values)


def refuse_mixed_versions(codings: pd.DataFrame) -> None:
    """Raise if a table holds automatic codings by more than one version of a codebook.

    >>> import pandas as pd
    >>> refuse_mixed_versions(pd.DataFrame({"coder": ["Demo@1.0.0", "ann"], "status": ["auto", "human"]}))
    >>> refuse_mixed_versions(pd.DataFrame({"coder": ["Demo@1.0.0", "Demo@2.0.0"], "status": "auto"}))
    Traceback (most recent call last):
        ...
    bp_qual.errors.CodebookError: the codings come from Demo@1.0.0 and Demo@2.0.0. Code all interviews again with ...
    """
    made_by = codings.loc[_made_by_machine(codings), "coder"] if "coder" in codings else ()
    coders = sorted({str(coder) for coder in made_by})
    if len(coders) > 1:
        raise CodebookError(Problem("", "two versions", {"coders": coders}))
