"""What a command prints, where that cannot be written: a full disk behind `>`, a broken pipe, a closed terminal."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import IO

import click

from bp_qual.cli.speaking import running_language
from bp_qual.errors import BpQualError, Problem
from bp_qual.wording.guesses import why_refused

_STDOUT = 1


@contextlib.contextmanager
def end_where_unprinted() -> Iterator[None]:
    """End the command in one line where what it prints cannot be written; a reader that went away (`| head`) is none.

    >>> with end_where_unprinted():
    ...     pass
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE or not _met_in_printing(error):
            raise
        problem = BpQualError(Problem("bp_qual", "not printed", {"why": why_refused(error)}))
        with contextlib.suppress(OSError):
            click.echo(problem.say(running_language()), err=True)
        for stream in filter(None, (sys.stdout, sys.stderr)):
            _let_go(stream)
        raise click.exceptions.Exit(1) from error


def mind_closed_output() -> None:
    """Where whoever started the command has closed what it prints to (`>&-`), let that be met in printing.

    Python has no stream then, and drops what is printed without a word. It gets one that may not be written to.
    """
    if sys.stdout is None:
        nowhere = os.open(os.devnull, os.O_RDONLY)
        if nowhere != _STDOUT:
            os.dup2(nowhere, _STDOUT)
            os.close(nowhere)
        sys.stdout = os.fdopen(_STDOUT, "w", encoding="utf-8", closefd=False)


def _met_in_printing(error: OSError) -> bool:
    """Return whether an error comes from click's own writing on the screen, and not from a file of the user."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is not None and step.tb_frame.f_globals.get("__name__") == "click.utils"


def _let_go(stream: IO[str]) -> None:
    """Where a stream holds what it cannot write, send it nowhere: Python would try once more when it ends."""
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
