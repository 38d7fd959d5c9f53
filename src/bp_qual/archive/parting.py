"""Cutting an archive into parts: files of one wave, in order, together no larger than a worker can hold.

Where a part ends depends on the files next to that place only, not on how many come before, so that a file that is
added, taken out or edited changes the part it is in and perhaps the next, and all others stay as they are done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bp_qual.archive.listing import ListedFile

PART = 16_000_000  # bytes of files
_LEAST = 8  # a part is not cut before it has this share of them, but at the end


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are read and coded at once.

    Examples
    --------
    >>> Part("2010", ()).name
    'part-e3b0c44298fc'
    """

    wave: str
    files: tuple[ListedFile, ...]

    @property
    def name(self) -> str:
        """What its tables are called: the same whatever is in the files."""
        ids = "\n".join(file.id for file in self.files)
        return f"part-{hashlib.sha256(ids.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(file.size for file in self.files)

    def halves(self) -> tuple[Part, Part]:
        """Return the part as two, to find out which of its files cannot be coded."""
        middle = len(self.files) // 2
        return Part(self.wave, self.files[:middle]), Part(self.wave, self.files[middle:])


def cut_in_parts(files: Iterable[ListedFile], waves: Sequence[str], size: int = PART) -> Iterator[Part]:
    """Yield the parts of an archive, wave by wave.

    Parameters
    ----------
    files : iterable of ListedFile
        In the order in which they are to be in the tables.
    waves : sequence of str
        In their order.
    size : int
        Bytes from which on a part is full; a file that is larger is a part of its own.

    Yields
    ------
    Part

    Examples
    --------
    >>> list(cut_in_parts((), ("2010",)))
    []
    """
    of_wave: dict[str, list[ListedFile]] = {wave: [] for wave in waves}
    for file in files:
        of_wave.setdefault(file.interview.wave, []).append(file)
    for wave, own in of_wave.items():
        waiting: list[ListedFile] = []
        held = 0
        for file in own:
            if waiting and held + file.size > size:
                yield Part(wave, tuple(waiting))
                waiting, held = [], 0
            waiting.append(file)
            held += file.size
            if held * _LEAST >= size and _ends_here(file, size):
                yield Part(wave, tuple(waiting))
                waiting, held = [], 0
        if waiting:
            yield Part(wave, tuple(waiting))


def _ends_here(file: ListedFile, size: int) -> bool:
    """Return whether a part ends with a file, by its name: of so many bytes about two files in a full part do."""
    drawn = int.from_bytes(hashlib.sha256(file.id.encode("utf-8", "surrogatepass")).digest()[:8]) / 2**64
    return drawn * size < 2 * file.size
