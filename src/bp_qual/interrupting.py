"""Ctrl-C: one line and exit code 130, wherever it comes.

Python raises `KeyboardInterrupt` between any two steps of a program. Where that is no place of our own it goes wrong: a
library in C that is being loaded ends in another error, which a reader then takes for a damaged file, and in what
Python calls by itself (`__del__`, the end of a reference) the interruption is shown and forgotten. So it waits while
anything is being loaded, and comes once more where it was lost. When the command is over it ends the program at once.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130  # the exit code that shells give to what Ctrl-C ended
ABORTED = "\nAborted!"
_LATER = 0.02  # seconds until it is tried again
_CLEANING = 5.0  # seconds in which a second Ctrl-C does not break off what the first one takes back


@contextmanager
def heed_interrupts() -> Iterator[None]:
    """Run a program that Ctrl-C ends with one line; for the first function of the program only.

    Where whoever started it has it ignore Ctrl-C, nothing is changed.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _interrupt)
    sys.unraisablehook = _come_again
    try:
        yield
    except KeyboardInterrupt:
        print(ABORTED, file=sys.stderr)
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGINT, _end_at_once)


def _interrupt(_signal: int, frame: FrameType | None) -> None:
    """Raise `KeyboardInterrupt`, later where something is being loaded."""
    if _is_loading(frame):
        _thread.start_new_thread(_try_later, ())
        return
    begun = time.monotonic()

    def interrupt_again(number: int, frame: FrameType | None) -> None:
        if time.monotonic() - begun > _CLEANING:
            _end_at_once(number, frame)

    signal.signal(signal.SIGINT, interrupt_again)
    raise KeyboardInterrupt


def _is_loading(frame: FrameType | None) -> bool:
    while frame is not None and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _try_later() -> None:
    time.sleep(_LATER)
    _thread.interrupt_main()


def _come_again(unraisable: sys.UnraisableHookArgs) -> None:
    """Show what could not be raised; let Ctrl-C come once more."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        signal.signal(signal.SIGINT, _interrupt)
        _thread.start_new_thread(_try_later, ())
    else:
        sys.__unraisablehook__(unraisable)


def _end_at_once(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
