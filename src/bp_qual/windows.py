"""Everything that is different on Windows: what is locked, asked, written through, replaced, named and printed there.

The rest of bp_qual asks here, and nowhere which system it is on. Paths need nothing: `pathlib` writes them either way,
and what a table or study.yaml says is read with a slash of either kind (`files/as_written.py`).
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import re
import shlex
import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from bp_qual.lazy_patterns import lazy_pattern

ON_WINDOWS: bool = os.name == "nt"
LONGEST_PATH = 259  # letters of a path, where nobody has told Windows to allow more
_DEVICE = lazy_pattern(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.[\s\S]*)?", re.IGNORECASE)
_JUNCTION = 0xA0000003  # how a folder that leads elsewhere is marked
_HELD, _LONG, _BAD_NAME = (32, 33), (206,), (123,)  # errors of Windows itself
_PATIENCE = 1.0  # seconds in which a program that looks at every new file has let go of it
_UNIX = "/bin /boot /dev /etc /lib /lib32 /lib64 /proc /run /sbin /sys /usr /System /Library /Applications /private/etc"
_OF_WINDOWS = ("SystemRoot", "ProgramFiles", "ProgramFiles(x86)", "ProgramData")
_PLAIN = {
    "→": "->",
    "←": "<-",
    "↑": "^",
    "↓": "v",
    "–": "-",
    "—": "-",
    "−": "-",
    "…": "...",
    "·": "-",
    "•": "*",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "≈": "~",
    "α": "alpha",
    "κ": "kappa",
    "✓": "v",
    "✗": "x",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


def take_lock(folder: Path) -> int | None:
    """Take the lock on a folder, and return what lets go of it when closed; None where no folder can be locked.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     lock = take_lock(Path(place))
    ...     release_lock(lock)
    """
    if ON_WINDOWS:
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    with contextlib.suppress(OSError):  # some network drives cannot
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return handle


def release_lock(lock: int | None) -> None:
    """Let go of what `take_lock` took.

    >>> release_lock(None)
    """
    if lock is not None:
        os.close(lock)


def is_locked(folder: Path) -> bool:
    """Return whether a process holds the lock on a folder; always on Windows, which locks no folders.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     is_locked(Path(place))
    False
    """
    if ON_WINDOWS:
        return True
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def is_running(number: int) -> bool | None:
    """Return whether a process has this number; None on Windows, where asking a process means ending it.

    >>> is_running(os.getpid())
    True
    """
    if ON_WINDOWS:
        return None
    try:
        os.kill(number, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder; a file that is new there survives a power cut from then on.

    Windows opens no folders, and writes names down by itself.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sync_folder(Path(folder))
    """
    if ON_WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives cannot
            os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(ready: Path, target: Path) -> None:
    """Give a file that is written whole its name, in the place of any file that has it.

    Windows replaces no file that another program has open. A virus scanner or a synchronised folder does for a moment,
    so there it is tried for a second; Excel does until somebody closes it, and then the error is raised.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     _ = (Path(place) / "new").write_text("1")
    ...     put_in_place(Path(place) / "new", Path(place) / "codes.csv")
    ...     (Path(place) / "codes.csv").read_text()
    '1'
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            ready.replace(target)
        except PermissionError:
            if not ON_WINDOWS or time.monotonic() >= until:
                raise
            time.sleep(_PATIENCE / 20)
        else:
            return


def number_of(error: Exception) -> int:
    """Return the number (`errno`) of what the system says of a file; that of Windows where it says more.

    There a file that a program has open, or a path that is too long, is said to be forbidden, or not to be there.

    >>> number_of(OSError(errno.ENOSPC, "No space left on device")) == errno.ENOSPC
    True
    """
    said = getattr(error, "winerror", None)
    if said in (*_HELD, *_LONG, *_BAD_NAME):
        return errno.ETXTBSY if said in _HELD else errno.ENAMETOOLONG if said in _LONG else errno.EINVAL
    number = getattr(error, "errno", None) or 0
    names = (getattr(error, "filename", None), getattr(error, "filename2", None))
    too_long = any(is_too_long(name) for name in names if isinstance(name, str | os.PathLike))
    return errno.ENAMETOOLONG if number == errno.ENOENT and too_long else number


def is_too_long(path: str | os.PathLike[str]) -> bool:
    """Return whether Windows finds no file at a path because it has too many letters.

    >>> is_too_long("codes.csv")
    False
    """
    return ON_WINDOWS and len(str(Path(path).absolute())) > LONGEST_PATH


def maps_files() -> bool:
    """Return whether a file may stay mapped into memory: Windows would let nobody replace it, so not there.

    >>> maps_files() is not ON_WINDOWS
    True
    """
    return not ON_WINDOWS


def is_device(name: str) -> bool:
    """Return whether Windows keeps a name for a device, so that no file can have it, with no ending either.

    >>> is_device("con"), is_device("AUX.txt"), is_device("anna"), is_device("console")
    (True, True, False, False)
    """
    return _DEVICE.fullmatch(name) is not None


def leads_elsewhere(found: os.stat_result) -> bool:
    """Return whether what `lstat` found is a link, or a junction of Windows.

    >>> leads_elsewhere(os.lstat("."))
    False
    """
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def system_folders() -> set[Path]:
    """Return the folders of the system that this computer has.

    >>> Path("codes") in system_folders()
    False
    """
    named = [os.environ[name] for name in _OF_WINDOWS if os.environ.get(name)]
    return {Path(place).resolve() for place in (*(() if ON_WINDOWS else _UNIX.split()), *named)}


def typed(name: str) -> str:
    """Return a name as it is typed in a terminal: between quotation marks where it holds a blank, and never an option.

    Those are double on Windows, whose older terminal (cmd) knows no others. Elsewhere bytes are written for odd signs.

    >>> typed("out"), typed("my results")[1:-1], typed("-o")
    ('out', 'my results', './-o')
    """
    name = f"./{name}" if name.startswith("-") else name
    if ON_WINDOWS:
        name = "".join(sign if sign.isprintable() else "?" for sign in name)
        return f'"{name}"' if re.search(r"[\s&()^;,'`$@]", name) else name
    return shlex.quote(name) if name.isprintable() else f"$'{''.join(map(_escaped, name))}'"


def _escaped(sign: str) -> str:
    """Return a sign as it stands within `$'...'`, where only the bytes of what cannot be shown are written."""
    if sign.isprintable():
        return f"\\{sign}" if sign in "\\'" else sign
    odd = "surrogateescape" if "\udc80" <= sign <= "\udcff" else "surrogatepass"  # a byte that is no letter
    return "\\n" if sign == "\n" else "".join(f"\\x{byte:02x}" for byte in sign.encode("utf-8", odd))


def own_number() -> int | None:
    """Return the number of the user; None on Windows, where each has a folder for temporary files that is no other's.

    >>> own_number() is None or own_number() >= 0
    True
    """
    return None if ON_WINDOWS else os.getuid()


def limit_of_addresses() -> int | None:
    """Return how many bytes of addresses this program may have, where that is limited; on Windows it never is.

    >>> limit_of_addresses() != 0
    True
    """
    if ON_WINDOWS:
        return None
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit


@contextlib.contextmanager
def interrupt_masked() -> Iterator[None]:
    """Let what is started in the block not hear Ctrl-C; on Windows each process hears it, and none can be told.

    >>> with interrupt_masked():
    ...     pass
    """
    if ON_WINDOWS:
        yield
        return
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, masked)


def hear_interrupts() -> None:
    """Let this process, which was started by `interrupt_masked`, hear Ctrl-C again.

    >>> hear_interrupts()
    """
    if not ON_WINDOWS:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def print_what_it_can(*streams: TextIO) -> None:
    """Let streams print a sign that their encoding lacks in plain letters (→ as ->), or as a question mark.

    The consoles of Windows have the letters of one country (cp437, cp850, cp1252), and few arrows or dashes.

    >>> console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    >>> print_what_it_can(console)
    >>> _ = console.write("0,80 → 2,1 één ☃")
    >>> console.flush()
    >>> console.buffer.getvalue().decode("cp1252")
    '0,80 -> 2,1 één ?'
    """
    codecs.register_error("bp_qual.plain", _plainly)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="bp_qual.plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end
