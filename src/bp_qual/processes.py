"""Work in several processes: the same answers in the same order, where there is enough to do to pay for starting them.

A library call works in one process unless it is asked for more, since a script that starts processes must guard its own
start (`if __name__ == "__main__"`). Commands use as many as there are cores where that pays, and show how far they are.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bp_qual.collecting import collect_seldom
from bp_qual.files import guarded_run, note_read
from bp_qual.windows import hear_interrupts, interrupt_masked

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Task = TypeVar("Task")
Answer = TypeVar("Answer")
Item = TypeVar("Item")

PAYS = 4.0  # seconds of work from which on processes are started: each takes about one to start
_work: Callable[[Any], Any] | None = None  # what this process was started for


class Command(NamedTuple):
    """A command that somebody waits for; ``workers`` are the processes it may use, None as many as pay.

    >>> Command()
    Command(workers=None)
    """

    workers: int | None = None


_command: ContextVar[Command | None] = ContextVar("_command", default=None)


@contextmanager
def run_command(workers: int | None) -> Iterator[None]:
    """Let everything inside use so many processes, with None as many as there are cores where that pays, and show bars.

    >>> with run_command(workers=3):
    ...     count_workers(seconds=0)
    3
    """
    before = _command.set(Command(workers))
    try:
        yield
    finally:
        _command.reset(before)


def use_workers(workers: int | None) -> None:
    """Let the command that runs use so many processes.

    >>> with run_command(None):
    ...     use_workers(2)
    ...     count_workers(seconds=0)
    2
    """
    _command.set(Command(workers))


def with_bar(
    items: Iterable[Item], what: str, *, total: int | None = None, shown: bool | None = None
) -> Iterable[Item]:
    """Return the items, with a bar on a terminal where they take more than a second.

    Parameters
    ----------
    items : iterable
        What is gone through.
    what : str
        The word before the bar.
    total : int, optional
        How many there are, where that is known.
    shown : bool, optional
        Whether there may be a bar; in a command there may if not given, and nowhere else.

    Returns
    -------
    iterable

    Examples
    --------
    >>> list(with_bar([1, 2], "counting"))
    [1, 2]
    """
    if not (_command.get() is not None if shown is None else shown):
        return items
    from tqdm import tqdm

    bar: Iterable[Item] = tqdm(items, desc=what, total=total, unit="", delay=1, leave=False, disable=None)
    return bar


def count_workers(seconds: float, asked: int | None = None) -> int:
    """Return how many processes to use.

    Parameters
    ----------
    seconds : float
        About how long one process would take.
    asked : int, optional
        How many a caller asked for; if not given, what the command may use, and one where no command runs.

    Returns
    -------
    int

    Examples
    --------
    >>> count_workers(3600), count_workers(0, asked=2)
    (1, 2)
    """
    command = _command.get() or Command(1)
    workers = asked or command.workers
    if workers is None:
        return _cores() if seconds >= PAYS else 1
    return workers


def map_in_order(work: Callable[[Task], Answer], tasks: Sequence[Task], *, workers: int) -> Iterator[Answer]:
    """Yield the answer to each task, in the order of the tasks.

    A process that is killed, for want of memory say, loses nothing: its tasks are done in this one. No more than twice
    as many tasks as processes are under way, so that memory does not grow with them. What a process reads is read in
    this run, so that nothing is written over it.

    Parameters
    ----------
    work : callable
        What is done with each task; it, the tasks and the answers can be pickled. Each process is given it once.
    tasks : sequence
        What there is to do.
    workers : int
        How many processes; with one the work is done in this process.

    Yields
    ------
    object
        What ``work`` returns.

    Examples
    --------
    >>> list(map_in_order(str.upper, ["a", "b"], workers=1))
    ['A', 'B']
    """
    workers = min(workers, len(tasks))
    if workers < 2:
        yield from map(work, tasks)
        return
    with _pool(work, workers) as pool:
        started: deque[tuple[Task, Future[tuple[Answer, set[Path]]] | None]] = deque()
        for task in tasks:
            started.append((task, _start(pool, task)))
            if len(started) > 2 * workers:
                yield _answer(work, *started.popleft())
        while started:
            yield _answer(work, *started.popleft())


@contextmanager
def _pool(work: Callable[[Any], Any], workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """Give processes that end when this does, at once where it ends early; None where none can be started."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    others = set(active_children())
    try:  # spawned, not forked: a copy of a process with threads can hang
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=(work,))
    except (OSError, ImportError):  # no semaphores here
        yield None
        return
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(active_children()) - others:
            child.terminate()
        raise
    pool.shutdown()


def _begin(work: Callable[[Any], Any]) -> None:
    """Make a new process ready; Ctrl-C ends it without a word, as the first process says what there is to say."""
    global _work
    _work = work
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    hear_interrupts()


def _do(task: Any) -> tuple[Any, set[Path]]:
    """Do a task in a process that was started for it; return the answer and which files were read."""
    if _work is None:
        raise RuntimeError("this process was not started for any work")
    with guarded_run() as run:
        answer = _work(task)
    return answer, run.read


def _start(pool: ProcessPoolExecutor | None, task: Task) -> Future[tuple[Any, set[Path]]] | None:
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _interrupt_later():
            return pool.submit(_do, task) if pool is not None else None
    except BrokenProcessPool:
        return None


@contextmanager
def _interrupt_later() -> Iterator[None]:
    """Let Ctrl-C wait while a process is started: here until it has all it needs, there until it can end in silence."""
    if threading.current_thread() is not threading.main_thread():  # Ctrl-C does not come here
        yield
        return
    came: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        with interrupt_masked():  # the new process inherits it
            yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


def _answer(work: Callable[[Task], Answer], task: Task, coming: Future[tuple[Answer, set[Path]]] | None) -> Answer:
    """Return the answer when it has come; work it out here where the process is gone."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        answer, read = coming.result() if coming is not None else (work(task), set[Path]())
    except BrokenProcessPool:
        return work(task)
    for path in read:
        note_read(path)
    return answer


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
