"""Word lists: words written in a row, and tables of forms and lemmas that are folded and turned round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bp_qual.matching.tokens import fold_word, fold_words


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list, folded.

    >>> words("ja nee één")
    ('ja', 'nee', 'een')
    """
    return tuple(fold_word(word) for word in text.split())


def read_table(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    r"""Return a table of forms and lemmas, both folded; several lemmas of one form have a line each.

    >>> read_table([("Bäder", "Bad"), ("bader", "Bader")])
    {'bader': 'bad\nbader'}
    """
    written, heads = list[str](), list[str]()
    for form, lemma in rows:
        written.append(form)
        heads.append(lemma)
    forms, lemmas = fold_words(written), fold_words(heads)
    table = dict(zip(forms, lemmas, strict=True))
    if len(table) < len(forms):
        for form, lemma in zip(forms, lemmas, strict=True):
            if table[form] != lemma and lemma not in table[form].split("\n"):
                table[form] = "\n".join(sorted([*table[form].split("\n"), lemma]))
    return table


def turn_round(*tables: Mapping[str, str]) -> dict[str, str]:
    r"""Return the forms of each lemma, a line each.

    >>> turn_round({"bader": "bad\nbader"})
    {'bad': 'bader', 'bader': 'bader'}
    """
    turned: dict[str, str] = {}
    for table in tables:
        for form, lemmas in table.items():
            for lemma in lemmas.split("\n") if "\n" in lemmas else (lemmas,):
                have = turned.get(lemma)
                turned[lemma] = form if have is None else f"{have}\n{form}"
    return turned
