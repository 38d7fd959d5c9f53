"""What a run was made of: versions, inputs and settings, so that every number can be made again.

No time stamp, no path, no name but the study's own ids: the same input gives the same bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.codebook.versions import check_version
from bp_qual.coding.by_hand import is_coders_file
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem
from bp_qual.extras import installed_version
from bp_qual.files import read_bytes, removable
from bp_qual.files.odd_files import is_odd
from bp_qual.files.own_marks import is_own_file
from bp_qual.files.written_before import PORTRAITS
from bp_qual.matching.languages import table_hashes
from bp_qual.readers import LIBRARIES
from bp_qual.transcripts import Corpus

RECORD = "run.json"
NUMBER_MAKERS = ("lemminflect", "lxml", "numpy", "pandas", "regex", "scipy", "simplemma", "spacy")


def run_record(
    corpus: Corpus,
    codebook: Codebook,
    settings: Mapping[str, object],
    outputs: Mapping[str, bytes],
    described: Iterable[Path] = (),
) -> bytes:
    """Return ``run.json``: versions of all that can change a number, hashes of all that went in and came out.

    Parameters
    ----------
    corpus : Corpus
        The transcripts; named by interview id, never by file name.
    codebook : Codebook
        The codebook; its sha256 is that of the meaning.
    settings : mapping
        Every setting of the comparison, the seed among them.
    outputs : mapping of str to bytes
        Written files by name.
    described : iterable of Path
        The files that say who was interviewed when: study.yaml, interviews.csv, persons.csv.

    Returns
    -------
    bytes
        JSON, in UTF-8.

    Examples
    --------
    >>> record = run_record(Corpus((), (), ()), Codebook("Themes", "1.0.0", "nl", ()), {"seed": 1}, {"a.csv": b""})
    >>> json.loads(record)["settings"]
    {'seed': 1}
    """
    record = {
        "bp_qual": installed_version("bp_qual"),
        "python": platform.python_version(),
        "versions": {name: installed_version(name) for name in NUMBER_MAKERS} | _installed(LIBRARIES),
        "language tables": table_hashes(),
        "codebook": {"name": codebook.name, "version": codebook.version, "sha256": codebook.sha256},
        "study": {_role(file, number): sha256(read_bytes(file)) for number, file in enumerate(described, start=1)},
        "transcripts": {t.interview: t.sha256 for t in corpus.transcripts},
        "not read": sorted([person, wave] for person, wave in corpus.missing),
        "settings": dict(settings),
        "outputs": {name: sha256(data) for name, data in sorted(outputs.items())},
    }
    return (json.dumps(record, indent=1, ensure_ascii=False, sort_keys=False, default=str) + "\n").encode()


def portraits_record(outputs: Mapping[str, str], persons: Mapping[str, str]) -> bytes:
    """Return a ``portraits.json``: by name the SHA-256 of each portrait, and whose it is.

    >>> sorted(json.loads(portraits_record({"P01.html": "ab"}, {"P01.html": "P01"})))
    ['bp_qual', 'outputs', 'persons']
    """
    parts = {"outputs": dict(sorted(outputs.items())), "persons": dict(sorted(persons.items()))}
    record = {"bp_qual": installed_version("bp_qual"), **parts}
    return (json.dumps(record, indent=1, ensure_ascii=False) + "\n").encode()


def _role(file: Path, number: int) -> str:
    """Return a study file's usual name; one that was named otherwise may hold a name, and is only numbered."""
    if is_coders_file(file):
        return f"codings/{file.name}"
    if file.parent.name == "samples":
        return f"samples/{file.name}"
    return file.name if file.name in ("study.yaml", "interviews.csv", "persons.csv") else f"table {number}"


def _installed(names: Iterable[str]) -> dict[str, str]:
    from importlib import metadata

    versions = {}
    for name in names:
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions[name] = installed_version(name)
    return versions


def earlier_outputs(folder: Path, record: str = RECORD) -> dict[str, str]:
    """Return what an earlier run left in a folder, by its ``run.json``: each file's name and SHA-256.

    Portraits have a record of their own (``portraits.json``), so that no other command takes them for its own.

    A ``run.json`` of another program, or a damaged one, tells nothing; nor does one of a file that does not bear our
    mark: whoever writes a ``run.json`` cannot hide an interview with it, or have it replaced.

    Examples
    --------
    >>> earlier_outputs(Path("no/such/folder"))
    {}
    """
    return {name: digest for name, digest in _named_outputs(folder, record).items() if _may_be_ours(folder / name)}


def _named_outputs(folder: Path, name_of_record: str = RECORD) -> dict[str, str]:
    record, digest = _read_record(folder / name_of_record)
    outputs = record.get("outputs")
    if not isinstance(outputs, dict):
        return {}
    return {**{name: str(value) for name, value in outputs.items() if _is_plain(name)}, name_of_record: digest}


def portrayed(folder: Path) -> dict[str, str]:
    """Return by name whose the portraits are that lie in a folder, by its ``portraits.json``.

    >>> portrayed(Path("no/such/folder"))
    {}
    """
    persons = _read_record(folder / PORTRAITS)[0].get("persons")
    written = earlier_outputs(folder, PORTRAITS)
    named = persons.items() if isinstance(persons, dict) else ()
    return {name: str(person) for name, person in named if name in written and is_own_file(folder / name)}


def results_named(folder: Path) -> dict[str, str]:
    """Return what the records in a folder tell of it, also that of portraits: each result's name and SHA-256.

    >>> results_named(Path("no/such/folder"))
    {}
    """
    return earlier_outputs(folder) | earlier_outputs(folder, PORTRAITS)


def is_of_comparison(folder: Path) -> bool:
    """Return whether a folder holds what `compare` wrote, by its ``run.json``: the folder of a paper has one as well.

    >>> is_of_comparison(Path("no/such/folder"))
    False
    """
    return "report.html" in _named_outputs(folder)


def earlier_inputs(folder: Path) -> dict[str, dict[str, str]]:
    """Return what an earlier run of `compare` was made of, by its ``run.json``: texts by name, in four groups.

    Those are ``transcripts`` (interview to SHA-256), ``study`` (the same of its files), ``codebook`` (its name, version
    and SHA-256) and ``settings``. A ``run.json`` of another program, or a damaged one, tells nothing.

    Examples
    --------
    >>> earlier_inputs(Path("no/such/folder"))
    {}
    """
    record = _read_record(folder / RECORD)[0]
    groups = {name: record.get(name) for name in ("transcripts", "study", "codebook", "settings")}
    found = {
        name: {str(key): str(value) for key, value in group.items()}
        for name, group in groups.items()
        if isinstance(group, dict)
    }
    return found if len(found) == len(groups) and isinstance(record.get("outputs"), dict) else {}


def earlier_not_read(folder: Path) -> set[tuple[str, str]] | None:
    """Return of which persons and waves an earlier run of `compare` did not read the interview; None if not recorded.

    Examples
    --------
    >>> print(earlier_not_read(Path("no/such/folder")))
    None
    """
    rows = _read_record(folder / RECORD)[0].get("not read")
    if not isinstance(rows, list):
        return None
    return {(str(row[0]), str(row[1])) for row in rows if isinstance(row, list) and len(row) == 2}


def _read_record(file: Path) -> tuple[dict[str, object], str]:
    """Return what a ``run.json`` says with its SHA-256; nothing where it is not ours, or damaged."""
    try:
        data = b"" if is_odd(file) else file.read_bytes()
    except (OSError, ValueError):
        return {}, ""
    record = parse_record(data)
    return record, sha256(data) if record else ""


def parse_record(data: bytes) -> dict[str, object]:
    """Return what a ``run.json`` says; nothing where it is not ours, or damaged.

    Examples
    --------
    >>> parse_record(b'{"bp_qual": "1"}'), parse_record(b"{")
    ({'bp_qual': '1'}, {})
    """
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) and "bp_qual" in record else {}


def _may_be_ours(file: Path) -> bool:
    return is_own_file(file) or not (file.exists() or file.is_symlink())


def changed_outputs(folder: Path) -> tuple[str, ...]:
    """Return the files in a folder of results that are not as their ``run.json`` says: changed, or of another run.

    Examples
    --------
    >>> changed_outputs(Path("no/such/folder"))
    ()
    """
    earlier = _named_outputs(folder)
    return tuple(sorted(set(earlier) - removable(folder, earlier, earlier)))


def _is_plain(name: str) -> bool:
    return name not in ("", ".", "..") and Path(name).name == name


def version_problems(
    codebook: Codebook, records: Iterable[Path], *, read: Iterable[str] | None = None, asked: bool = False
) -> tuple[Problem, ...]:
    """Compare a codebook with the one of the last run: a changed meaning asks for a higher version.

    Parameters
    ----------
    codebook : Codebook
        As it is now.
    records : iterable of Path
        Where a ``run.json`` may lie; the first that is of this codebook counts.
    read : iterable of str, optional
        The SHA-256 of the files of the study; a record that knows none of them is of another study with a codebook of
        the same name, and is passed over.
    asked : bool
        Whether the user named the record, so that one which cannot be read is an error.

    Returns
    -------
    tuple of Problem
        Empty where nothing is wrong, or where there was no earlier run with this codebook.

    Raises
    ------
    CodebookError
        When a record is no ``run.json``.

    Examples
    --------
    >>> version_problems(Codebook("Themes", "1.0.0", "nl", ()), [Path("no/such/run.json")])
    ()
    """
    known = None if read is None else frozenset(read)
    for place in records:
        record = _read_record(place)[0]
        earlier = record.get("codebook")
        if not isinstance(earlier, dict):
            if asked:
                raise CodebookError(Problem(show_name(place), "not a run"))
        elif earlier.get("name") == codebook.name and (known is None or known & _hashes_in(record)):
            said = {key: str(value) for key, value in earlier.items() if key in ("version", "sha256")}
            found = check_version(codebook, **({"version": "0", "sha256": ""} | said))
            return (found,) if found else ()
    return ()


def _hashes_in(record: Mapping[str, object]) -> set[str]:
    groups = (record.get(name) for name in ("transcripts", "study"))
    return {str(value) for group in groups if isinstance(group, dict) for value in group.values()}


def hashes_of(corpus: Corpus, described: Iterable[Path] = ()) -> set[str]:
    """Return the SHA-256 of each file of a study, by which `version_problems` knows a run of it.

    >>> hashes_of(Corpus((), (), ()))
    set()
    """
    return {transcript.sha256 for transcript in corpus.transcripts} | {sha256(read_bytes(file)) for file in described}


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal.

    Examples
    --------
    >>> sha256(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()
