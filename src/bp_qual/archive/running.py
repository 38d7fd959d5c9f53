"""Sending the parts of an archive to the workers, a few at a time, and taking what comes back.

A part that a worker was killed with is done by another; one that kills every worker, or that cannot be coded, is cut
in two until the file is found, which is named while all others go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from bp_qual.archive.clusters import room_of
from bp_qual.archive.part_work import PartOutcome, Task, code_part, fail
from bp_qual.archive.parting import Part
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.wording.guesses import why_refused

if TYPE_CHECKING:
    from distributed import Client, Future

_LOOK = 2.0  # seconds after which it is looked whether the scheduler is still there


def run_parts(
    client: Client, parts: Iterable[Part], task_of: Callable[[Part], Task]
) -> Iterator[tuple[Part, PartOutcome]]:
    """Yield what comes of each part, as they come.

    Parameters
    ----------
    client : Client
        Of the scheduler.
    parts : iterable of Part
        What is to be done.
    task_of : callable
        Makes the task of a part.

    Yields
    ------
    tuple of Part and PartOutcome

    Raises
    ------
    StudyError
        Where the scheduler is gone, or a worker refuses.
    """
    from distributed import CancelledError, wait
    from distributed.comm.core import CommClosedError

    waiting = deque(parts)
    under_way: dict[Future, Part] = {}
    try:
        while waiting or under_way:
            while waiting and len(under_way) < room_of(client):
                part = waiting.popleft()
                under_way[client.submit(code_part, task_of(part), pure=False)] = part
            try:
                with client.as_current():
                    ended = wait(list(under_way), timeout=_LOOK, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                if client.status not in ("running", "connecting"):
                    raise CommClosedError from None
                continue
            for future in ended:
                if future.status not in ("finished", "error", "cancelled"):
                    continue  # lost with its worker before it was taken: another one does it
                part = under_way.pop(future)
                outcome = _outcome(future, part, task_of)
                if outcome is None:
                    waiting.extendleft(reversed(part.halves()))
                else:
                    yield part, outcome
    except (CancelledError, CommClosedError, OSError) as error:
        address = str(client.scheduler.address) if client.scheduler else ""
        raise StudyError(Problem(address, "scheduler gone")) from error
    finally:
        if client.status == "running":
            client.cancel(list(under_way), force=True)


def _outcome(future: Future, part: Part, task_of: Callable[[Part], Task]) -> PartOutcome | None:
    """Return what came of a part; None where it has to be cut in two."""
    if future.status == "finished":
        outcome: PartOutcome = future.result()
        return outcome
    if future.status != "error":  # cancelled or lost: the scheduler is
        raise OSError
    error = future.exception()
    if isinstance(error, BpQualError):
        raise error
    if len(part.files) > 1:
        return None
    interview, study = part.files[0].interview, task_of(part).study
    why = Problem(str(interview.file), "stopped the worker", {"why": why_refused(_exception(error))})
    return PartOutcome(hashes=("",), failures=(fail(interview, [why], study),))


def _exception(error: BaseException | None) -> Exception:
    from distributed import KilledWorker

    if isinstance(error, KilledWorker):
        return RuntimeError("killed")
    return RuntimeError(f"{type(error).__name__}: {error}")
