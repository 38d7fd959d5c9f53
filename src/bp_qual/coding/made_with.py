"""Codings and decisions whose code has come to mean something else since: it kept its id, and was defined anew.

Of a decision on a hit only the definition, include and exclude count: other terms of the code find other hits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bp_qual.codebook import Codebook
from bp_qual.codebook.codes import TEXTS
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.replay import DECISIONS, State
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


def as_confirmed(events: Iterable[Event], state: State) -> tuple[Event, ...]:
    """Return codings and decisions with the meaning of their code that the coder said last that they fit.

    Parameters
    ----------
    events : iterable of Event
        Of one coder.
    state : State
        What holds of what the coder did.

    Returns
    -------
    tuple of Event
        As they were made where nothing was said after them.

    Examples
    --------
    >>> from bp_qual.coding.by_hand.replay import replay
    >>> made = Event("e1", "add", n=1, interview="P01_2010", code="a", meaning="0ld")
    >>> fits = Event("e2", "fits", n=2, interview="P01_2010", code="a", meaning="new")
    >>> later = Event("e3", "add", n=3, interview="P01_2010", code="a", meaning="0ld")
    >>> [event.meaning for event in as_confirmed([made, later], replay([made, fits, later]))]
    ['new', '0ld']
    """
    said = {(event.interview, event.code): event for event in state.fits}

    def confirmed(event: Event) -> Event:
        fits = said.get((event.interview, event.code))
        if fits is None or (fits.n, fits.id) < (event.n, event.id):
            return event
        return replace(event, meaning=fits.meaning, codebook=fits.codebook)

    return tuple(map(confirmed, events)) if said else tuple(events)


def redefined_since(codings: Iterable[Event], codebook: Codebook) -> tuple[Event, ...]:
    """Return the codings whose code has another definition, include, exclude or terms now than when they were made.

    Of decisions on hits, those whose code has another definition, include or exclude. What else changed in the
    codebook, such as a code that was added to it, is nothing to either.

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

    def differs(event: Event) -> bool:
        length = TEXTS if event.do in DECISIONS else None
        return bool(event.meaning) and event.code in now and now[event.code][:length] != event.meaning[:length]

    return tuple(filter(differs, codings))


def say_redefined(codings: Sequence[Event], of: int, coder: str, codebook: Codebook, say: Wording) -> list[str]:
    """Say of how many codings, or decisions, of a coder the code means something else by now; nothing where of none.

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
    text = "summary_redecided" if codings[0].do in DECISIONS else "summary_redefined"
    return [say.many(text, len(codings), **values, now=now)]
