"""How a new version of a codebook affects a coded study: which counts, and the changes of which persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.codebook.versions import Difference, diff_codebooks, fate_of
from bp_qual.coding import apply_codebook
from bp_qual.display import escape
from bp_qual.matching import index_corpus
from bp_qual.transcripts import Corpus
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, repr=False)
class Effects:
    """The differences when a study is coded with the new version.

    ``codes`` has a row for each code and wave whose number of mentions differs (code, wave, mentions_old,
    mentions_new); ``persons`` a row for each person and code whose change from the first to the last wave differs
    (person, code, change_old, change_new). Codes carry their new names.

    >>> import pandas as pd
    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.codebook.versions import diff_codebooks
    >>> book = parse_codebook("{codebook: Demo, version: 1.0.0, language: nl, codes: [{id: aap, terms: [aap]}]}")
    >>> Effects(diff_codebooks(book, book), pd.DataFrame(), pd.DataFrame({"code": []})).codes.empty
    True
    """

    difference: Difference
    codes: pd.DataFrame
    persons: pd.DataFrame

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.difference.new.language))

    def say(self, language: str) -> str:
        """Return the differences and what they affect, in English (`en`) or Dutch (`nl`)."""
        say = Wording(language)
        lines = [self.difference.say(language), say("codebook_in_study")]
        for row in self.codes.itertuples():
            old = f"{say.number(row.mentions_old):>5}"
            lines.append(f"  {row.code:20} {row.wave:8} {say('codebook_mentions', old=old, new=row.mentions_new)}")
        for code, rows in self.persons.groupby("code", sort=False):
            moved = ", ".join(f"{row.person} {row.change_old:+d} -> {row.change_new:+d}" for row in rows.itertuples())
            lines.append(f"  {say('codebook_change_differs', code=code, persons=moved)}")
        return "\n".join(lines if len(lines) > 2 else [*lines, f"  {say('codebook_unaffected')}"])

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def find_effects(old: Codebook, new: Codebook, corpus: Corpus) -> Effects:
    """Code a corpus with both versions and return where the counts differ.

    Parameters
    ----------
    old, new : Codebook
        The two versions.
    corpus : Corpus
        The interviews.

    Returns
    -------
    Effects

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> old = parse_codebook("{version: 1, language: nl, codes: [{id: a, terms: [x]}]}")
    >>> new = parse_codebook("{version: 2, language: nl, codes: [{id: a, terms: [x, y]}]}")
    >>> print(find_effects(old, new, Corpus((), (), ())).codes.empty)
    True
    """
    index = index_corpus(corpus)
    before, after = apply_codebook(old, index), apply_codebook(new, index)
    fates = {code: fate[0] if len(fate) == 1 else f"{code} (old)" for code, fate in fate_of(old, new).items()}
    before = before.assign(code=before["code"].map(fates))
    same = ["interview", "start", "end", "code"]
    before = before.drop_duplicates(same)
    order = [code.id for code in new.codes] + [name for name in fates.values() if name.endswith(" (old)")]
    return Effects(
        diff_codebooks(old, new),
        _compare_counts(before, after, ["code", "wave"], order),
        _compare_changes(before, after, corpus, order),
    )


def _compare_counts(before: pd.DataFrame, after: pd.DataFrame, keys: list[str], order: list[str]) -> pd.DataFrame:
    """Return mentions_old and mentions_new where they differ."""
    import pandas as pd

    counts = [table.groupby(keys).size().rename(name) for table, name in ((before, "old"), (after, "new"))]
    both = pd.concat(counts, axis=1).fillna(0).astype(int)
    both = both[both["old"] != both["new"]].reset_index()
    both.columns = pd.Index([*keys, "mentions_old", "mentions_new"])
    position = {code: number for number, code in enumerate(order)}
    return both.sort_values(
        keys, key=lambda column: column.map(position) if column.name == "code" else column
    ).reset_index(drop=True)


def _compare_changes(before: pd.DataFrame, after: pd.DataFrame, corpus: Corpus, order: list[str]) -> pd.DataFrame:
    """Return the persons interviewed in the first and the last wave whose change between them differs."""
    import pandas as pd

    columns = ["person", "code", "change_old", "change_new"]
    if len(corpus.waves) < 2:
        return pd.DataFrame(columns=columns)
    ends = (corpus.waves[0], corpus.waves[-1])
    interviewed = [{name for t in corpus.transcripts if t.wave == wave for name in t.persons} for wave in ends]
    both = interviewed[0] & interviewed[1]
    tables = [table[table["person"].isin(both)] for table in (before, after)]
    changes = [_changes(table, ends).rename(name) for table, name in zip(tables, columns[2:], strict=True)]
    joined = pd.concat(changes, axis=1).fillna(0).astype(int)
    joined = joined[joined["change_old"] != joined["change_new"]].reset_index()
    position = {code: number for number, code in enumerate(order)}
    joined = joined.sort_values(["code", "person"], key=lambda c: c.map(position) if c.name == "code" else c)
    return joined.reset_index(drop=True).reindex(columns=columns)


def _changes(codings: pd.DataFrame, waves: tuple[str, str]) -> pd.Series[int]:
    first, last = (codings[codings["wave"] == wave].groupby(["person", "code"]).size() for wave in waves)
    return last.sub(first, fill_value=0).astype(int)
