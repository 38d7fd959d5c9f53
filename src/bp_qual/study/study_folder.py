"""A study: a folder with interviews, and what the researcher says about them.

The value only: `gathering` fills it from the files, `corpus_reading` reads the transcripts that it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.coding.counting import Count
from bp_qual.study.interviews import Interview, Wave
from bp_qual.study.study_file import DEFAULT_FLOOR
from bp_qual.study.unread_entries import UnreadInterview
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Study:
    """A study as its files describe it; nothing in it has been read but these descriptions.

    `unread` are interviews among the transcripts that no reader takes, each a problem; `beside` are the person and wave
    (empty: unknown) of interviews that lie elsewhere in the folder, which a note names.

    Examples
    --------
    >>> study = Study(Path("."), name="My study", waves=(Wave("2010"), Wave("2020")))
    >>> [wave.id for wave in study.waves]
    ['2010', '2020']
    """

    folder: Path
    name: str = ""
    language: str = ""
    waves: tuple[Wave, ...] = ()
    interviews: tuple[Interview, ...] = ()
    attributes: tuple[Mapping[str, str], ...] = ()
    transcripts: Path | None = None
    codebook: Path | None = None
    speakers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: str = ""
    encoding: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model: str = ""
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plan: tuple[str, ...] = ()
    floor: int = DEFAULT_FLOOR
    margin: float | None = None
    count: Count | None = None
    coders: tuple[str, ...] = ()
    sample: str = ""
    sample_coder: str = ""
    different: tuple[frozenset[str], ...] = ()
    notes: tuple[Remark, ...] = ()
    inputs: tuple[Path, ...] = ()
    unread: tuple[UnreadInterview, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    allow_outside: bool = False

    @property
    def offered_codebooks(self) -> tuple[Path, ...]:
        """The codebooks that imports wrote beside that of the study, with codes that it lacks, or where it names none.

        >>> Study(Path("no/such/folder")).offered_codebooks
        ()
        """
        folder = self.codebook.parent if self.codebook else self.folder
        return tuple(file for file in sorted(folder.glob("codebook*.yaml")) if file != self.codebook)

    @property
    def persons(self) -> pd.DataFrame:
        """The attributes of the persons, one row per person (or person and wave), as in persons.csv."""
        import pandas as pd

        return pd.DataFrame([dict(row) for row in self.attributes], dtype=str).fillna("")

    @property
    def missing(self) -> tuple[tuple[str, str], ...]:
        """The person and wave (empty: unknown) of each interview that no reader takes, as far as names tell.

        >>> Study(Path("."), beside=(("P01", ""),)).missing
        (('P01', ''),)
        """
        missed = (whose for one in self.unread for whose in ((one.person, one.wave), *one.others) if whose[0])
        return (*missed, *self.beside)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that the study is read from."""
        transcripts = tuple(interview.file for interview in self.interviews)
        return (*self.inputs, *transcripts, *((self.codebook,) if self.codebook else ()))

    @property
    def called(self) -> str:
        """What to call it on the user's own screen: its name, else that of its folder, which no output holds."""
        return self.name or self.folder.resolve().name

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return how many persons, interviews and waves there are, in English (`en`) or Dutch (`nl`).

        >>> Study(Path("."), name="Buurt", waves=(Wave("2010"), Wave("2020"))).say("nl")
        "Studie 'Buurt': 0 personen, 0 interviews, rondes 2010, 2020"
        """
        persons = {person for interview in self.interviews for person in interview.persons}
        sizes = {"persons": len(persons), "interviews": len(self.interviews)}
        return Wording(language)("glance_study", name=self.called, waves=[wave.id for wave in self.waves], **sizes)
