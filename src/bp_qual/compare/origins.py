"""Where the codings that count come from, where they were made in another program."""

from __future__ import annotations

from collections.abc import Iterable

from bp_qual.coding.by_hand import Event
from bp_qual.wording import Wording

OURS = "bp_qual"  # of a list that `import -o` wrote, to be mended by hand


def say_origins(imports: Iterable[Event], say: Wording) -> list[str]:
    """Return for each file that came in what it is, when it came, and how much of it has a place; never its name.

    Parameters
    ----------
    imports : iterable of Event
        The imports of the coders whose codings count.
    say : Wording
        In the language of the reader.

    Returns
    -------
    list of str

    Examples
    --------
    >>> made = Event("e1", "import", at="2026-11-27T10:00:00", form="refi", program="NVivo", placed=8, listed=1)
    >>> say_origins([made], Wording("en"))
    ['a REFI-QDA project of NVivo (2026-11-27; 8 of 9 passages placed)']
    """
    return [
        say("exchange_origin", form=say_form(event, say), at=event.at[:10], placed=event.placed, of=_size(event))
        for event in imports
    ]


def say_form(event: Event, say: Wording) -> str:
    """Return what kind of file codings came from, and of which program.

    >>> say_form(Event("e1", "import", form="list", program="MAXQDA"), Wording("nl"))
    'een lijst met citaten van MAXQDA'
    """
    if event.program == OURS and event.form == "list":
        return say("exchange_form_mended")
    form = say(f"exchange_form_{event.form}")
    return say("exchange_made_with", form=form, program=event.program) if event.program else form


def record_origins(imports: Iterable[Event]) -> list[dict[str, object]]:
    """Return the same as the record of a run has it.

    >>> record_origins([Event("e1", "import", form="refi", program="NVivo", text="ab", placed=8, listed=1)])
    [{'form': 'refi', 'program': 'NVivo', 'at': '', 'sha256': 'ab', 'placed': 8, 'listed': 1}]
    """
    return [
        {
            "form": e.form,
            "program": e.program,
            "at": e.at[:10],
            "sha256": e.text,
            "placed": e.placed,
            "listed": e.listed,
        }
        for e in imports
    ]


def _size(event: Event) -> int:
    return event.placed + event.listed
