"""The file of a coder: what was done, line after line, and never changed afterwards.

`codings/anna.jsonl` is Anna's. A sync client that cannot put two versions together leaves a second file beside it,
`anna (conflicted copy).jsonl`: both are read, and what is in both counts once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.carrying import carry_over
from bp_qual.coding.by_hand.coder_files import files_by_coder, list_coders, own_file
from bp_qual.coding.by_hand.coder_names import AGREED, refuse_coder
from bp_qual.coding.by_hand.events import Damage, Event, ReadFile, in_order, read_events, read_on, write_line
from bp_qual.coding.by_hand.resaved import LONGEST, find_wide
from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files import read_bytes
from bp_qual.files.appending import append_lines, check_appending
from bp_qual.files.own_places import refuse_links
from bp_qual.files.unfinished import marked_unfinished

_MOST_LATELY = 8
_LATELY: dict[Path, ReadFile] = {}  # of the files that were read last


@dataclass(frozen=True, slots=True)
class History:
    """Everything that one coder did, in order, and what is wrong with the files that say so.

    Attributes
    ----------
    coder : str
        Whose it is.
    events : tuple of Event
        In the order of their numbers; each once.
    files : tuple of Path
        The coder's file, and copies that a sync client made of it.
    damage : mapping of Path to tuple of Damage
        The lines that cannot be read.
    was : mapping of str to str
        The code that events were written with, by their ids, where the codebook has renamed or merged it since.

    Examples
    --------
    >>> History("anna", ()).events
    ()
    """

    coder: str
    events: tuple[Event, ...]
    files: tuple[Path, ...] = ()
    damage: Mapping[Path, tuple[Damage, ...]] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)

    def under(self, codebook: Codebook | None) -> History:
        """Return the same under the codes of a codebook: what was renamed or merged since counts for its successor.

        >>> History("anna", ()).under(None).events
        ()
        """
        if codebook is None:
            return self
        events, was = carry_over(self.events, codebook)
        return replace(self, events=events, was=was) if was or events != self.events else self


def check_coder(name: str, study: Path | str | None = None) -> str:
    """Return the name of a coder, with its accents composed, if it can name a file on every system.

    Parameters
    ----------
    name : str
        The name.
    study : Path or str, optional
        The folder of a study, where no coder may have a name that differs in capitals only: on Windows and a Mac that
        is one file.

    Returns
    -------
    str
        The same name, however its accents were written.

    Raises
    ------
    ValueError
        With what the name may be, or is already.

    Examples
    --------
    >>> check_coder("anna-2")
    'anna-2'
    >>> check_coder("../anna")
    Traceback (most recent call last):
    ValueError: a coder's name is letters, digits, - and _ (at most 40), beginning with a letter or digit: anna, not ...
    >>> check_coder("Team")
    Traceback (most recent call last):
    ValueError: 'Team' says how several coders count together; name one coder.
    """
    return refuse_coder(name, list_coders(study) if study is not None else ())


def read_history(study: Path | str, coder: str, codebook: Codebook | None = None) -> History:
    """Read what a coder did, from the coder's file and every copy of it.

    Parameters
    ----------
    study : Path or str
        The folder of the study; the files are in its folder ``codings``.
    coder : str
        The name of the coder.
    codebook : Codebook, optional
        As it is now: what was done with a code that it has renamed or merged counts for the successor. Without it
        everything is as it was written.

    Returns
    -------
    History
        Without events where the coder has done nothing yet.

    Raises
    ------
    TranscriptError
        Where a file is there and cannot be read.

    Examples
    --------
    >>> read_history("a/folder/that/is/not/there", "anna").files
    ()
    """
    return HistoryReader(study, coder).read().under(codebook)


class HistoryReader:
    """What a coder did, read again and again: of a file that only grew, only what was added is taken apart.

    Parameters
    ----------
    study : Path or str
        The folder of the study.
    coder : str
        The name of the coder.

    Attributes
    ----------
    history : History
        As it was read last.

    Examples
    --------
    >>> HistoryReader("a/folder/that/is/not/there", "anna").read().events
    ()
    """

    def __init__(self, study: Path | str, coder: str) -> None:
        self.study, self.coder = Path(study), coder if coder == AGREED else check_coder(coder)
        self._files: dict[Path, ReadFile] = {}
        self.history = History(coder, ())

    def read(self) -> History:
        """Return what `read_history` returns."""
        paths = files_by_coder(self.study).get(self.coder, ())
        own = own_file(self.study, self.coder)
        if own not in paths and os.path.lexists(own):  # a link or a folder: whoever opens it says so
            paths = (own, *paths)
        before, self._files = self._files, {}
        for path in paths:
            data = read_bytes(path, inside=self.study, noted=False)
            self._files[path] = _read_lately(path, data, before.get(path))
        events = in_order(event for file in self._files.values() for event in file.events)
        damage = {path: file.damage for path, file in self._files.items() if file.damage}
        self.history = History(self.coder, events, paths, damage)
        return self.history

    def lines_of(self, path: Path) -> int:
        """Return how many bytes of a file were read as whole lines."""
        return self._files.get(path, ReadFile()).data.rfind(b"\n") + 1


def _read_lately(path: Path, data: bytes, before: ReadFile | None) -> ReadFile:
    """Return what a file holds, going on from what anybody in this process read of it last: see `read_on`."""
    place = path.absolute()
    held = read_on(data, before or _LATELY.pop(place, ReadFile()))
    _LATELY[place] = held
    while len(_LATELY) > _MOST_LATELY:
        _LATELY.pop(next(iter(_LATELY)), None)
    return held


class CoderLog:
    """The file of one coder, open for adding to; several programs may do so at once.

    Parameters
    ----------
    study : Path or str
        The folder of the study.
    coder : str
        Whose file; see `check_coder`.
    reader : HistoryReader, optional
        What has read the coder's files already.
    settled : bool
        Whether what is saved is what coders settled: nobody else is called `agreed`.

    Attributes
    ----------
    history : History
        What the coder had done when the file was opened.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as study:
    ...     log = CoderLog(study, "anna")
    ...     saved = log.append([Event("e1", "memo", note="Begin here."), Event("e1", "memo", note="Begin here.")])
    ...     [event.n for event in saved], len(read_history(study, "anna").events)
    ([1], 1)
    """

    def __init__(
        self, study: Path | str, coder: str, reader: HistoryReader | None = None, *, settled: bool = False
    ) -> None:
        self.path = own_file(Path(study), AGREED if settled else check_coder(coder, study))
        refuse_links(self.path.parent, Path(study))
        if self.path.is_symlink():
            raise StoreError(Problem(show_name(self.path), "codings are a link"))
        self._ids, self._last = set[str](), 0
        if reader is None:
            reader = HistoryReader(study, coder)
            reader.read()
        self.history = reader.history
        self._encoding = next((part.encoding for part in self.history.damage.get(self.path, ()) if part.encoding), "")
        self._take_in(self.history.events)
        self._size = reader.lines_of(self.path)

    def append(self, events: Sequence[Event], *, command: str = "") -> tuple[Event, ...]:
        """Save events that are not saved yet, and return those, numbered and dated.

        Parameters
        ----------
        events : sequence of Event
            In the order in which they were done. One whose id is in the file already is not saved again.
        command : str
            What is to be run again if this process is killed when some of them are saved; none where somebody else sees
            that they were not. A study says so until it is.

        Returns
        -------
        tuple of Event
            What is in the file now and was not before.

        Raises
        ------
        StoreError
            Where the disk refuses: nothing was saved.
        """
        saved: list[Event] = []
        if not events:  # no file is made of nothing
            return ()

        def lines(tail: bytes, size: int) -> list[bytes]:
            if refusal := self._refuse_encoding():
                raise refusal
            if size < self._size:
                raise StoreError(Problem(show_name(self.path), "codings became shorter"))
            self._take_in(read_events(tail)[0])
            fresh = {event.id: event for event in events if event.id not in self._ids}
            at = datetime.now().astimezone().isoformat(timespec="seconds")
            saved.extend(
                replace(event, n=self._last + place, at=event.at or at)
                for place, event in enumerate(fresh.values(), start=1)
            )
            return [write_line(event) for event in saved]

        with marked_unfinished(command) as mark:
            if command:
                mark(self.path.parent)
            self._size = append_lines(self.path, lines, since=self._size)
        self._take_in(saved)
        return tuple(saved)

    def refusal(self) -> StoreError | None:
        """Return why nothing can be saved now; None where nothing stands in the way."""
        return self._refuse_encoding() or check_appending(self.path)

    def _refuse_encoding(self) -> StoreError | None:
        """Return why nothing is added where an editor saved the file in another encoding, before or since."""
        with suppress(OSError), self.path.open("rb") as file:
            self._encoding = find_wide(file.read(LONGEST)) or self._encoding
        values = {"encoding": self._encoding}
        return (
            StoreError(Problem(show_name(self.path), "codings in another encoding", values)) if self._encoding else None
        )

    def _take_in(self, events: Iterable[Event]) -> None:
        for event in events:
            self._ids.add(event.id)
            self._last = max(self._last, event.n)
