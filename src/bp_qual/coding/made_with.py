"""Codings made with another version of the codebook: a code that kept its id may mean something else by now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bp_qual.codebook import Codebook
from bp_qual.wording import Wording


def version_of(written: str, *, whole: bool = False) -> str:
    """Return name and version of the codebook that an event says it was coded with; the hash only if ``whole``.

    >>> version_of("Demo@1.0.0+9f0c2d1e4b7a"), version_of("")
    ('Demo 1.0.0', '')
    >>> version_of("Demo@1.0.0+9f0c2d1e4b7a", whole=True)
    'Demo 1.0.0+9f0c2d1e4b7a'
    """
    name, _, version = written.rpartition("@")
    return f"{name} {version if whole else version.partition('+')[0]}".strip()


def other_versions(written: Iterable[str], codebook: Codebook) -> Mapping[str, int]:
    """Return how many codings were made with other versions than a codebook's, by name and version.

    A codebook that was changed without a higher version is another by its hash, which is then in the name.

    Parameters
    ----------
    written : iterable of str
        What the event of each coding says; one that says nothing, such as of an older import, is passed over.
    codebook : Codebook
        As it is now.

    Returns
    -------
    mapping of str to int

    Examples
    --------
    >>> from bp_qual.codebook import Code
    >>> book = Codebook("Demo", "2.0.0", "nl", (Code("a"),))
    >>> dict(other_versions(["Demo@1.0.0+9f0c", "Demo@2.0.0+1d3a", book.coder, ""], book))
    {'Demo 1.0.0': 1, 'Demo 2.0.0+1d3a': 1}
    """
    now, found = version_of(codebook.coder), Counter[str]()
    for text in written:
        version, hashed = version_of(text), "+" in text
        if version not in ("", now):
            found[version] += 1
        elif hashed and text != codebook.coder:
            found[version_of(text, whole=True)] += 1
    return found


def say_versions(versions: Mapping[str, int], of: int, coder: str, codebook: Codebook, say: Wording) -> list[str]:
    """Say how many codings of a coder were made with another version of the codebook; nothing where none were.

    Parameters
    ----------
    versions : mapping of str to int
        From `other_versions`.
    of : int
        How many codings there are.
    coder : str
        Whose.
    codebook : Codebook
        As it is now.
    say : Wording
        In the language of the reader.

    Returns
    -------
    list of str

    Examples
    --------
    >>> from bp_qual.codebook import Code
    >>> book = Codebook("Demo", "2.0.0", "nl", (Code("a"),))
    >>> say_versions({"Demo 1.0.0": 12}, 40, "anna", book, Wording("en"))[0][:64]
    '12 of 40 codings by anna were made with Demo 1.0.0; the codebook'
    """
    if not versions:
        return []
    same = any(version.startswith(version_of(codebook.coder) + "+") for version in versions)
    now = version_of(codebook.coder, whole=same)
    values = {"of": of, "coder": coder, "versions": sorted(versions), "now": now}
    return [say.many("summary_other_version", sum(versions.values()), **values)]
