"""The workers: those of a scheduler that the user names, or some on this computer for as long as a command runs.

Nothing else is contacted. Workers on this computer listen on 127.0.0.1 only, answer nobody without a key that is made
for this run, and have no page that shows what they do.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bp_qual.archive.worker_versions import own_versions, refuse_other_versions
from bp_qual.errors import Problem, StudyError
from bp_qual.extras import need
from bp_qual.files.private_files import passing_folder
from bp_qual.wording.guesses import why_refused

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10.0  # seconds to wait for a scheduler, and then for its first worker
_NOTHING_KEPT_OR_SHOWN: dict[str, object] = {
    **{f"distributed.worker.memory.{name}": False for name in ("target", "spill", "pause", "terminate")},
    **{f"distributed.{node}.http.routes": [] for node in ("scheduler", "worker")},
}


@contextlib.contextmanager
def connected(address: str) -> Iterator[Client]:
    """Give a client of a scheduler that runs already.

    Raises
    ------
    StudyError
        Where there is none, or none of ours.

    >>> with connected("no://scheduler") as client:
    ...     pass
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no://scheduler  does not answer...
    """
    distributed = need("distributed", address, extra="scale", error=StudyError)
    with _quiet():
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise StudyError(Problem(address, "no scheduler", {"why": why_refused(error)})) from error
        with client:
            yield client


@contextlib.contextmanager
def local_cluster(workers: int) -> Iterator[Client]:
    """Give a client of so many workers on this computer, processes of one thread, which end with the block.

    They write nothing down, not even where memory runs short.

    Raises
    ------
    StudyError
        Where none can be started here.
    """
    distributed = need("distributed", "--local-cluster", extra="scale", error=StudyError)
    import dask

    with (
        _quiet(),
        passing_folder() as place,
        dask.config.set(_NOTHING_KEPT_OR_SHOWN | {"temporary-directory": place}),
    ):
        try:
            cluster = distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                memory_limit=0,
                security=True,
                silence_logs=logging.CRITICAL,
                local_directory=place,
            )
        except (OSError, RuntimeError, ImportError) as error:
            raise StudyError(Problem("--local-cluster", "no workers here", {"why": why_refused(error)})) from error
        with cluster, distributed.Client(cluster, set_as_default=False) as client:
            yield client


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs to itself: what matters is said by bp_qual."""
    log = logging.getLogger("distributed")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def check_workers(client: Client) -> None:
    """Refuse a scheduler without workers, and workers of another version.

    Raises
    ------
    StudyError
        Naming the worker.
    """
    address = str(client.scheduler.address) if client.scheduler else ""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        told = client.run(_probe(), on_error="return")
    except (OSError, TimeoutError) as error:
        raise StudyError(Problem(address, "no workers")) from error
    for worker, versions in sorted(told.items()):
        if isinstance(versions, BaseException) or not versions:
            values = {"name": "bp_qual", "there": "–", "here": own_versions()["bp_qual"]}
            raise StudyError(Problem(worker, "other version on worker", values))
        refuse_other_versions(own_versions(), versions, worker)


def _probe() -> Any:
    """Return a function that a worker without bp_qual can run too: it travels as what it does, not by its name."""

    def versions_there() -> dict[str, str]:
        try:
            from bp_qual.archive.worker_versions import own_versions
        except ImportError:
            return {}
        return dict(own_versions())

    return versions_there


def room_of(client: Client) -> int:
    """Return how many parts may be under way: two for each worker, so that none waits and memory stays bounded."""
    return 2 * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
