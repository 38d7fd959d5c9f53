"""The language to speak to a researcher whose files are wrong: as much as can still be known of it."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from pathlib import Path

from bp_qual.errors import BpQualError
from bp_qual.files import is_impossible, read_bytes
from bp_qual.files.yaml_text import MAX_BYTES
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.gathering import gather_study

_KEY = lazy_pattern(rb"(?:^|[{,])[ \t]*language[ \t]*:[ \t]*['\"]?([a-z]{2,3})\b", re.MULTILINE)
_ENOUGH = 5  # interviews that tell the language of the others


def language_of_files(path: Path) -> str:
    r"""Return the language of a study or a codebook, also where its files hold mistakes; empty where nothing tells it.

    The key `language` of study.yaml says it, even in a file that is no YAML; else that of the codebook; else the talk.
    Of a file that does not say it, the study in whose folder it is does.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "study.yaml").write_text("language: nl\\nwaves: [", encoding="utf-8")
    ...     language_of_files(Path(folder)), language_of_files(Path(folder) / "book.yaml")
    ('nl', 'nl')
    >>> language_of_files(Path("nowhere"))
    ''
    """
    if is_impossible(path):
        return ""
    if not path.is_dir():
        return _key_of(path) or _key_of(path.parent / "study.yaml")
    if language := _key_of(path / "study.yaml"):
        return language
    with contextlib.suppress(BpQualError):
        study = gather_study(path)[0]
        if study.codebook and (language := _key_of(study.codebook)):
            return language
        transcripts = gather_corpus(replace(study, interviews=study.interviews[:_ENOUGH]))[0].transcripts
        return next((transcript.language for transcript in transcripts if transcript.language), "")
    return ""


def _key_of(file: Path) -> str:
    """Return what a YAML file says under `language`, whatever else is in it."""
    if file.suffix.lower() not in (".yaml", ".yml"):
        return ""
    with contextlib.suppress(BpQualError):
        written = _KEY.search(read_bytes(file, limit=MAX_BYTES, noted=False))
        return written[1].decode() if written else ""
    return ""
