"""What a run was made of: versions, inputs and settings, so that every number can be made again.

No time stamp, no path, no name but the study's own ids: the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.transcripts import Corpus

NUMBER_MAKERS = ("lemminflect", "lxml", "numpy", "pandas", "regex", "scipy", "simplemma", "spacy")


def run_record(
    corpus: Corpus, codebook: Codebook, settings: Mapping[str, object], outputs: Mapping[str, bytes]
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

    Examples
    --------
    >>> record = run_record(Corpus((), (), ()), Codebook("Themes", "1.0.0", "nl", ()), {"seed": 1}, {"a.csv": b""})
    >>> json.loads(record)["settings"]
    {'seed': 1}
    """
    record = {
        "bp_qual": metadata.version("bp_qual"),
        "python": platform.python_version(),
        "versions": {name: metadata.version(name) for name in NUMBER_MAKERS},
        "codebook": {"name": codebook.name, "version": codebook.version, "sha256": codebook.sha256},
        "transcripts": {t.interview: t.sha256 for t in corpus.transcripts},
        "settings": dict(settings),
        "outputs": {name: sha256(data) for name, data in sorted(outputs.items())},
    }
    return (json.dumps(record, indent=1, ensure_ascii=False, sort_keys=False, default=str) + "\n").encode()


def earlier_outputs(folder: Path) -> set[str]:
    """Return the names of the files that an earlier run left in a folder, by its ``run.json``.

    Examples
    --------
    >>> earlier_outputs(Path("no/such/folder"))
    set()
    """
    try:
        names = json.loads((folder / "run.json").read_text(encoding="utf-8"))["outputs"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in names if isinstance(name, str) and Path(name).name == name}


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal.

    Examples
    --------
    >>> sha256(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()
