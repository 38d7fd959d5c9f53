"""What is known of a part that is done: of what it was made, of which files, and what was left in the output folder.

A part that is recorded so, with nothing changed since, is not done again. A record names interviews, never files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from bp_qual.archive.listing import ListedFile, Listing
from bp_qual.archive.part_work import TABLES, PartOutcome
from bp_qual.archive.parting import Part
from bp_qual.archive.worker_versions import Versions
from bp_qual.report.run_record import sha256

RECORDS = "parts"
_JUST_NOW = 2_000_000_000  # nanoseconds within which a disk may give a change the time of the one before


@dataclass(frozen=True, slots=True)
class PartRecord:
    """The record of a part, as it lies in the output folder.

    `made` is a hash of the codebook, the settings and the versions; `files` has the stamp and the hash of each file by
    interview, `outputs` the hash of each table by its path; `doubts` say what is in doubt in an interview, in English
    and in Dutch.

    Examples
    --------
    >>> PartRecord("part-e3b0c44298fc", "2010").codings
    0
    """

    name: str
    wave: str
    made: str = ""
    files: Mapping[str, tuple[str, str]] = ()  # type: ignore[assignment]
    outputs: Mapping[str, str] = ()  # type: ignore[assignment]
    codings: int = 0
    failed: int = 0
    doubts: tuple[tuple[str, str, str], ...] = ()


def table_paths(part: Part) -> dict[str, str]:
    """Return where the tables of a part lie in the output folder, as the many programs know it that read Parquet.

    >>> table_paths(Part("mei 2011", ()))["codings"]
    'codings/wave=mei%202011/part-e3b0c44298fc.parquet'
    """
    return {name: f"{name}/wave={quote(part.wave, safe='')}/{part.name}.parquet" for name in TABLES}


def made_of(listing: Listing, part: Part, versions: Versions) -> str:
    """Return a hash of all that decides what comes of the files of a part, but what is in them.

    Parameters
    ----------
    listing : Listing
        The codebook, and what the study says of speakers, columns and languages.
    part : Part
        What the study says of these interviews.
    versions : mapping of str to str
        Of bp_qual and of what it counts with.

    Returns
    -------
    str

    Examples
    --------
    >>> from bp_qual.codebook import Codebook
    >>> from bp_qual.study import Study
    >>> listing = Listing(Study(Path(".")), "", Codebook("Demo", "1", "nl", ()), ())
    >>> made_of(listing, Part("1", ()), {"a": "1"}) == made_of(listing, Part("1", ()), {"a": "2"})
    False
    """
    study, book = listing.study, listing.codebook
    interviews = [file.interview for file in part.files]
    said = [
        *(study.language, study.labels, study.encoding, study.model),
        *({key: list(value) for key, value in sorted(named.items())} for named in (study.speakers, study.columns)),
        *([i.id, {p: list(n) for p, n in i.persons.items()}, i.language, i.labels] for i in interviews),
    ]
    told = [book.sha256, book.coder, list(book.ids), said, sorted(versions.items())]
    return hashlib.sha256(json.dumps(told).encode("utf-8", "surrogatepass")).hexdigest()


def record_of(part: Part, outcome: PartOutcome, made: str) -> PartRecord:
    """Return the record of a part that was just done.

    Parameters
    ----------
    part : Part
        Which.
    outcome : PartOutcome
        What came of it.
    made : str
        From `made_of`.

    Returns
    -------
    PartRecord

    Examples
    --------
    >>> record_of(Part("2010", ()), PartOutcome(codings=3), "").codings
    3
    """
    paths = table_paths(part)
    return PartRecord(
        part.name,
        part.wave,
        made,
        {file.id: (file.stamp, digest) for file, digest in zip(part.files, outcome.hashes, strict=True)},
        {paths[name]: sha256(data) for name, data in outcome.tables.items()},
        outcome.codings,
        len(outcome.failures),
        tuple((interview, note.say("en"), note.say("nl")) for interview, note in outcome.doubts),
    )


def record_bytes(record: PartRecord) -> bytes:
    """Return a record as the bytes of a file that `read_record` reads.

    >>> record_bytes(PartRecord("part-e3b0c44298fc", "2010"))[:12]
    b'{"bp_qual": '
    """
    from bp_qual import __version__

    said = {"bp_qual": __version__, **asdict(record)}
    return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def read_record(path: Path) -> PartRecord | None:
    """Return a record; None where there is none, or a damaged one: then the part is done again.

    >>> read_record(Path("no/such/part.json")) is None
    True
    """
    try:
        said = json.loads(path.read_bytes())
        del said["bp_qual"]
        files = {str(name): (str(stamp), str(digest)) for name, (stamp, digest) in said.pop("files").items()}
        doubts = tuple((str(name), str(en), str(nl)) for name, en, nl in said.pop("doubts"))
        outputs = {str(name): str(digest) for name, digest in said.pop("outputs").items()}
        return PartRecord(**said, files=files, doubts=doubts, outputs=outputs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_as_recorded(file: ListedFile, record: PartRecord, done: int) -> bool:
    """Return whether a file is surely as it was when its part was done, without a look into it.

    Parameters
    ----------
    file : ListedFile
        As it was listed now.
    record : PartRecord
        Of its part.
    done : int
        When that record was written, in nanoseconds: what was changed right before may be changed again unseen.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.study.interviews import Interview
    >>> one = ListedFile(Interview(Path("a.txt"), {"P1": ()}, "1", "", id="P1_1"), 4, "4:70", 70)
    >>> was = PartRecord("p", "1", files={"P1_1": ("4:70", "")})
    >>> is_as_recorded(one, was, 10**10), is_as_recorded(one, was, 80)
    (True, False)
    """
    stamp = record.files.get(file.id, ("", ""))[0]
    return bool(stamp) and stamp == file.stamp and (not file.changed or file.changed + _JUST_NOW < done)


def hash_of_record(record: PartRecord) -> str:
    """Return a hash of what a part was made of and what came of it: the same whenever and wherever it was made.

    >>> len(hash_of_record(PartRecord("part-e3b0c44298fc", "2010")))
    64
    """
    files = {name: digest for name, (_, digest) in dict(record.files).items()}
    return sha256(json.dumps([record.made, files, dict(record.outputs)]).encode("utf-8", "surrogatepass"))
