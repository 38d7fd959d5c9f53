"""Codings whose code has come to mean something else since: it kept its id, and was defined anew in the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.events import Event
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


def redefined_since(codings: Iterable[Event], codebook: Codebook) -> tuple[Event, ...]:
    """Return the codings whose code has another definition, include, exclude or terms now than when they were made.

    What else changed in the codebook, such as a code that was added to it, is nothing to a coding.

    Parameters
    ----------
    codings : iterable of Event
        One that does not say what its code meant is passed over, as is one with a code that is gone.
    codebook : Codebook
        As it is now.

    Returns
    -------
    tuple of Event

    Examples
    --------
    >>> from bp_qual.codebook import Code
    >>> old = Codebook("Demo", "1.0.0", "nl", (Code("a"), Code("b")))
    >>> new = Codebook("Demo", "2.0.0", "nl", (Code("a", definition="Geld."), Code("b"), Code("c")))
    >>> made = [Event(code, "add", code=code, meaning=old.meaning(code)) for code in old.ids]
    >>> [event.id for event in redefined_since([*made, Event("old", "add", code="a")], new)]
    ['a']
    """
    now = {code: codebook.meaning(code) for code in codebook.ids}
    return tuple(event for event in codings if event.meaning and now.get(event.code, "") not in ("", event.meaning))


def say_redefined(codings: Sequence[Event], of: int, coder: str, codebook: Codebook, say: Wording) -> list[str]:
    """Say of how many codings of a coder the code means something else by now; nothing where of none.

    Parameters
    ----------
    codings : sequence of Event
        From `redefined_since`.
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
    >>> made = Event("e", "add", code="a", codebook="Demo@1.0.0+9f0c")
    >>> say_redefined([made], 40, "anna", book, Wording("en"))[0][:70]
    '1 of 40 codings by anna was made before its code was redefined (a): wi'
    """
    if not codings:
        return []
    whole = any(version_of(event.codebook) == version_of(codebook.coder) for event in codings)
    versions = sorted({version_of(event.codebook, whole=whole) for event in codings})
    used = {event.code for event in codings}
    codes = [codebook.label(code, say.language) for code in codebook.ids if code in used]
    values = {"of": of, "coder": coder, "codes": codes, "versions": versions}
    now = version_of(codebook.coder, whole=whole)
    return [say.many("summary_redefined", len(codings), **values, now=now)]
