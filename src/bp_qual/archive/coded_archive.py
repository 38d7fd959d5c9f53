"""An archive that was coded: its tables, read from the output folder as they are needed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from bp_qual.archive.listing import Listing
from bp_qual.archive.output_folder import FAILURES, read_run
from bp_qual.archive.part_work import Failure
from bp_qual.coding import CODING_COLUMNS
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files.csv_tables import read_csv_frame
from bp_qual.files.table_bytes import csv_bytes
from bp_qual.panel import Panel, make_panel
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.transcripts import sort_key
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

FAILURE_COLUMNS = ("interview", "person", "wave", "what", "remedy")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodedArchive:
    """What `code_archive` left in a folder; `read_archive` finds it again.

    Attributes
    ----------
    folder : Path
        Where the tables are.
    waves, codes : tuple of str
        In the order of time and of the codebook.
    interviews, codings_made : int
        How many there are, those that failed among them.
    parts : tuple of str
        The parts, in the order of persons within each wave; `kept` of them were done before.
    failed : tuple of Failure
        What failed in this run; of a folder that was read again see `failures`.
    doubts : tuple of tuple of str
        Interviews in which words may be other than they were written, and how, in English and in Dutch.

    Examples
    --------
    >>> read_archive("no/such/folder")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  is not a coded archive...
    """

    folder: Path
    waves: tuple[str, ...]
    codes: tuple[str, ...]
    labels: Mapping[str, str]
    language: str
    interviews: int
    codings_made: int
    parts: tuple[str, ...]
    without_terms: tuple[str, ...] = ()
    missing: frozenset[tuple[str, str]] = frozenset()
    kept: int = 0
    failed: tuple[Failure, ...] = field(default=())
    doubts: tuple[tuple[str, str, str], ...] = ()

    @property
    def panel(self) -> Panel:
        """Person by wave by code, as `count_codes` counts, without texts: for `compare_waves`."""
        import pandas as pd

        cells = ["person", "wave", "code"]
        counts = self._table("counts", [*cells, "mentions", "sentences"]).groupby(cells, sort=False).sum().reset_index()
        exposure = self._table("exposure", ["person", "wave", "interviews", "words", "sentences", "turns"])
        exposure = exposure.groupby(["person", "wave"], sort=False).sum().reset_index()
        unsought = pd.DataFrame({"code": list(self.without_terms), "coded": False})
        return make_panel(
            counts,
            exposure,
            waves=self.waves,
            codes=self.codes,
            labels=self.labels,
            coded=exposure[["person", "wave"]].merge(unsought, how="cross"),
            unread=self.missing,
        )

    @property
    def failures(self) -> pd.DataFrame:
        """The interviews that could not be read or coded: interview, person, wave, what is wrong, what to do."""
        return read_csv_frame(self.folder / FAILURES)

    def codings(self, codes: Collection[str] = (), waves: Collection[str] = ()) -> pd.DataFrame:
        """Return the rows that `apply_codebook` gives of all interviews together, in the same order.

        Of a large archive ask for some codes or waves only; programs that read Parquet read the folder `codings` too.

        Parameters
        ----------
        codes, waves : collection of str
            Which rows; all if not given.

        Returns
        -------
        DataFrame
            The columns of `CODING_COLUMNS`.
        """
        table = self._table("codings", CODING_COLUMNS, codes, waves)
        ranks = {
            "person": {p: n for n, p in enumerate(sorted(set(table["person"]), key=sort_key))},
            "wave": {w: n for n, w in enumerate(self.waves)},
        }
        keys = {name: table[name].map(rank).astype("int64") for name, rank in ranks.items()}
        by = ["person", "wave", "interview", "start", "end", "code"]
        order = table[by].assign(**keys).sort_values(by, kind="stable").index
        return table.loc[order].reset_index(drop=True)

    def doubts_of(self, listing: Listing, language: str) -> Iterator[tuple[str, str]]:
        """Yield the file and what is in doubt in it, in English (`en`) or Dutch (`nl`)."""
        files = {file.id: relative_name(file.interview.file, listing.study.folder) for file in listing.files}
        for interview, english, dutch in self.doubts:
            yield files.get(interview, interview), dutch if language == "nl" else english

    def _table(
        self, name: str, columns: Sequence[str], codes: Collection[str] = (), waves: Collection[str] = ()
    ) -> pd.DataFrame:
        """Return a table of all parts, ids as text."""
        import pandas as pd
        import pyarrow.parquet

        filters = [("code", "in", list(codes))] if codes else None
        read = []
        for wave in self.waves:
            if waves and wave not in waves:
                continue
            home = self.folder / name / f"wave={quote(wave, safe='')}"
            for part in self.parts:
                if (path := home / f"{part}.parquet").is_file():
                    table = pyarrow.parquet.read_table(path, filters=filters, partitioning=None).to_pandas()
                    read.append(table.assign(wave=pd.array([wave] * len(table), dtype="str"))[list(columns)])
        return pd.concat(read, ignore_index=True) if read else pd.DataFrame(columns=list(columns))

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return how much was coded, in English (`en`) or Dutch (`nl`)."""
        say = Wording(language)
        sizes = {"n": self.codings_made, "interviews": self.interviews, "waves": self.waves}
        return say("glance_archive", **sizes)


def read_archive(folder: Path | str) -> CodedArchive:
    """Return an archive that `code_archive` coded.

    Raises
    ------
    StudyError
        Where there is none, or one that is not finished.

    Examples
    --------
    >>> read_archive(".")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: .  is not a coded archive...
    """
    folder = Path(folder)
    try:
        said = read_run(folder)["archive"]
        finished = said["finished"]  # type: ignore[index]
    except (KeyError, TypeError) as error:
        raise StudyError(Problem(show_name(folder), "not an archive")) from error
    if not finished or not isinstance(said, dict):
        raise StudyError(Problem(show_name(folder), "archive not finished"))
    language = str(said["language"])
    return CodedArchive(
        folder,
        tuple(said["waves"]),
        tuple(code for code, _ in said["codes"]),
        {code: label.get(language) or next(iter(label.values()), code) for code, label in said["codes"]},
        language,
        said["interviews"],
        said["codings"],
        tuple(said["parts"]),
        tuple(said["without terms"]),
        frozenset((person, wave) for person, wave in said["missing"]),
    )


def failures_bytes(failures: Sequence[Failure], language: str) -> bytes:
    """Return the list of failures as a table in CSV; it names interviews, never files.

    >>> failures_bytes([], "en").decode("utf-8-sig").strip()
    'interview,person,wave,what,remedy'
    """
    import pandas as pd

    rows = [
        (failure.interview, " | ".join(failure.persons), failure.wave, *problem.sentences(language))
        for failure in failures
        for problem in failure.problems
    ]
    return csv_bytes(pd.DataFrame(rows, columns=list(FAILURE_COLUMNS), dtype=str))
