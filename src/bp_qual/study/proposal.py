"""What a file seems to be: a proposal, with where each part of it is known from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.wording import Remark


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file seems to be: whose interview, in which wave, when; and for each of these how we know.

    Where a file's name holds the ids of several persons, `person` has a `+` between them. `guessed` names the parts
    that are no more than a guess, to be confirmed by a person.

    >>> Proposal(Path("P01_2010.txt"), person="P01", wave="2010").known_from
    'nothing said'
    """

    file: Path
    person: str = ""
    wave: str = ""
    date: str = ""
    speaker: str = ""
    clues: tuple[Remark, ...] = ()
    guessed: tuple[str, ...] = ()

    @property
    def known_from(self) -> str:
        """Where the knowledge came from, in English."""
        return self.describe_clues("en")

    def describe_clues(self, language: str) -> str:
        """Return where the knowledge came from.

        >>> Proposal(Path("a.txt")).describe_clues("nl")
        'niets gezegd'
        """
        return "; ".join(clue.say(language) for clue in self.clues or (Remark("nothing said"),))

    def source_of(self, field: str) -> object:
        """Return where a field is known from; None where nothing says.

        >>> str(Proposal(Path("a.txt"), "A", clues=(known_from(["person"], Remark("file name")),)).source_of("person"))
        'the file name'
        """
        return next((clue.values["source"] for clue in self.clues if field in _fields(clue)), None)


def without_field(field: str, clues: Iterable[Remark]) -> Iterator[Remark]:
    """Yield where the other fields are known from.

    >>> list(without_field("person", [known_from(["person", "wave"], Remark("file name"))]))[0].say("en")
    'wave from the file name'
    """
    for clue in clues:
        if fields := [one for one in _fields(clue) if one != field]:
            yield known_from(fields, clue.values["source"])


def _fields(clue: Remark) -> Sequence[str]:
    fields = clue.values.get("fields", ())
    return fields if isinstance(fields, Sequence) else ()


def known_from(fields: Sequence[str], source: object) -> Remark:
    """Return the clue that says from where some fields are known.

    >>> known_from(["person"], Remark("file name")).say("en")
    'person from the file name'
    """
    return Remark("known from", values={"fields": fields, "source": source})
