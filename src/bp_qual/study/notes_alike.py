"""Notes alike: what is noted of many files of a study in the same words is said once, with the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

_FEWEST = 3  # files with the same note
_KEPT_APART = frozenset(  # what they quote differs from file to file, and says the same
    ("much before", "much apart", "columns apart", "hidden by the page", "struck text", "turned text")
)


def notes_of_files(corpus: Corpus, *, each_file: bool = False) -> Iterator[Remark]:
    """Yield the reader's notes of each transcript, those of several files in the same words as one, or of each file.

    Counts are added up, shares are given from the least to the most, and of what is kept apart the first is quoted.

    >>> from bp_qual.transcripts import Transcript
    >>> files = [Transcript(name, (), "1", "", (), notes=(Remark("deletions", values={"n": 2}),)) for name in "abc"]
    >>> print(*notes_of_files(Corpus(tuple(files), (), ("1",))))
    all 3 files: 6 deletions under review were left out; insertions were read.
    """
    fewest = len(corpus.transcripts) + 1 if each_file else _FEWEST
    noted = [(one.source or one.interview, note) for one in corpus.transcripts for note in one.notes]
    alike = defaultdict[str, list[tuple[str, Remark]]](list)
    for file, note in noted:
        alike[_words(note)].append((file, note))
    said = set[str]()
    for file, note in noted:
        found = alike[_words(note)]
        files = tuple(dict.fromkeys(file for file, _ in found))
        if len(files) < fewest:
            yield Remark("in file", values={"file": file, "note": note})
        elif _words(note) not in said:
            said.add(_words(note))
            values = {"n": len(files), "files": files, "note": _join([note for _, note in found])}
            yield Remark("in all files" if len(files) == len(corpus.transcripts) else "in files", values=values)


def _words(note: Remark) -> str:
    """Return what is the same in notes alike: their kind, and what fills them in but counts and shares."""
    left = {"n", "percent"} if "all" not in note.values else set[str]()  # 2 of 5 pages are not 4 of 5
    left |= {"begin"} if note.kind in _KEPT_APART else set[str]()
    return repr(
        (note.kind, note.code, sorted((key, repr(value)) for key, value in note.values.items() if key not in left))
    )


def _join(notes: Sequence[Remark]) -> Remark:
    """Return one note for several that are alike."""
    first, values = notes[0], dict(notes[0].values)
    counts = [note.values.get("n") for note in notes]
    if all(isinstance(count, int) for count in counts) and "all" not in values:
        values["n"] = sum(count for count in counts if isinstance(count, int))
    if "percent" in values:
        shares = sorted({int(str(note.values["percent"])) for note in notes})
        values["percent"] = "–".join(dict.fromkeys((str(shares[0]), str(shares[-1]))))
    return Remark(first.kind, first.code, values)
