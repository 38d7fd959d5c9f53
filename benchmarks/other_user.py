"""Run every command as a user who may not read or write some files, and count what must not happen.

    python benchmarks/other_user.py [EACH]

Transcripts, tables, codings and folders that cannot be read, links into a folder that cannot be entered, folders in
which nothing can be written, and what somebody else left in a folder of everybody: a lock, a list, a folder and a file
of passage. EACH (1 if not said otherwise) takes every so-manyth pair of a command and a place. Who runs this as root
has the powers of root taken away in each run, for root may read and write everything.

Counted are runs that end in anything but a message, that fail and say nothing, that leave a file of passage or half of
an output, that change a file of the study they were not asked to change, and that take over 60 seconds. Exit code 1
where there is any.
"""

from __future__ import annotations

import ctypes
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from foreign_files import WRITERS, make_study, run_apart, run_here

OTHER = 65534  # a user who is not the one that runs this
_VERSION = 0x20080522  # of the calls that take powers away
READERS = (
    "check {s}", "check {s} --skip-unreadable", "codebook check {s}/codebook.yaml {s}",
    "codebook tree {s}/codebook.yaml",
    "codebook diff {s}/codebook.yaml {s}/codebook.yaml {s}", "explain {s} samen", "groups {s} -k 2", "codings {s}",
    "page {s} --coder anna --no-browser", "restore {s}", "compare {s} --skip-unreadable -o {t}",
)  # fmt: skip
Place = Callable[[Path, Path], None]


def take_powers_away() -> None:
    """Let root be held to the permissions of files, as everybody else is.

    Raises
    ------
    OSError
        Where the system does not do it.
    """
    if os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head, none = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    if libc.capset(ctypes.byref(head), ctypes.byref(none)):
        raise OSError(ctypes.get_errno(), "capset")


def become_another(own: Path) -> None:
    """Be a user without powers whose temporary files lie in a folder of their own; for a process of its own only."""
    os.environ["TMPDIR"] = str(own)
    tempfile.tempdir = None
    take_powers_away()


def can_be_done() -> bool:
    """Return whether runs here can be kept from files, and files can be somebody else's."""
    if sys.platform != "linux" or os.geteuid():
        return False
    return run_apart([], take_powers_away, lambda _: 0)[0] == 0


def shut(name: str, mode: int = 0) -> Place:
    """Return a place in which a file or folder of the study is closed."""
    return lambda study, _: (study / name).chmod(mode)


def of_another(path: Path, mode: int = 0o600) -> None:
    """Give a file or folder to somebody else."""
    os.chown(path, OTHER, OTHER, follow_symlinks=False)
    if not path.is_symlink():
        path.chmod(mode)


def link_into_shut_folder(study: Path, out: Path) -> None:
    """Put a link where an interview was, into a folder that cannot be entered."""
    (shut_folder := out.parent / "shut").mkdir()
    for name in ("P01_2010.txt", "persons.csv"):
        shutil.move(study / name, shut_folder / name)
        (study / name).symlink_to(shut_folder / name)
    (study / "P09_2010.txt").symlink_to(shut_folder / "P01_2010.txt")
    of_another(shut_folder, 0o700)


def left_by_another(study: Path, out: Path) -> None:
    """Leave in a folder of everybody what a run of somebody else left."""
    for folder in (out, study, study / "codings", study / "samples"):
        folder.mkdir(exist_ok=True)
        for name in (".x.csv.bp_qual-999999", ".codes.csv.bp_qual-999999", ".codings.lock", ".lock"):
            (folder / name).write_bytes(b"x")
            of_another(folder / name)
        for name in (".bp_qual-new-999999", ".bp_qual-ready-999999"):
            (folder / name).mkdir()
            (folder / name / "codes.csv").write_bytes(b"x")
            of_another(folder / name, 0o700)
        of_another(folder, 0o1777)


def output_of_another(_: Path, out: Path) -> None:
    """Lay outputs of every name that somebody else wrote in a folder of everybody."""
    for writer in WRITERS:
        target = out / writer.target
        if "." in writer.target and not target.exists() and "/" not in writer.target:
            target.write_bytes(b"x")
            of_another(target)
    of_another(out, 0o1777)


PLACES: Mapping[str, Place] = {
    "a transcript": shut("P01_2010.txt"),
    "a document": shut("P04_2010.docx"),
    "study.yaml": shut("study.yaml"),
    "interviews.csv": shut("interviews.csv"),
    "persons.csv": shut("persons.csv"),
    "the codebook": shut("codebook.yaml"),
    "a word list": shut("words.csv"),
    "a coder's file": shut("codings/anna.jsonl"),
    "a coder's file that may only be read": shut("codings/anna.jsonl", 0o400),
    "the codings": shut("codings"),
    "the codings that may only be read": shut("codings", 0o500),
    "the copies": shut("codings/.copies"),
    "a sample": shut("samples/first.csv"),
    "the samples": shut("samples"),
    "the study": shut("."),
    "the study that may only be read": shut(".", 0o500),
    "the study that may only be listed": shut(".", 0o400),
    "the study that may only be entered": shut(".", 0o100),
    "the output": lambda _, out: out.chmod(0),
    "the output that may only be read": lambda _, out: out.chmod(0o500),
    "what another left": left_by_another,
    "an output of another": output_of_another,
    "links into a folder that is shut": link_into_shut_folder,
}


def commands() -> Iterator[tuple[str, str]]:
    """Yield every command with the name of what it writes."""
    yield from ((line, "x") for line in READERS)
    yield from ((writer.arguments, writer.target) for writer in WRITERS)


def held_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path, whoever may read it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run_unserved(arguments: list[str]) -> int:
    """Run a command line; a page is opened and not served."""
    from bp_qual.page import serving

    serving.serve = lambda *_, **__: None
    return run_here(arguments)


def try_one(scene: Path, line: str, target: str, place: Place) -> list[str]:
    """Run one command in one place and return what must not happen."""
    with tempfile.TemporaryDirectory(prefix="other_user_") as folder:
        root = Path(folder)
        shutil.copytree(scene, root, dirs_exist_ok=True, symlinks=True)
        study, out = root / "study", root / "out"
        out.mkdir()
        place(study, out)
        before = held_in(root)
        words = [word.format(s=study, t=out / target, r=root) for word in line.split()]
        code, said = run_apart(words, partial(become_another, root), run_unserved)
        after = held_in(root)
        lost = sorted(name for name in before if name not in after and "/.copies/" not in name)
        strays = sorted(name for name in after.keys() - before.keys() if ".bp_qual-" in name)
        wrong = ["a traceback"] * ("Traceback" in said) + [f"it ended with {code}"] * (code not in (0, 1, 2))
        wrong += ["nothing said"] * (bool(code) and not said.strip())
        wrong += [f"left {strays[:3]}"] * bool(strays) + [f"gone {lost[:3]}"] * bool(lost)
        for path in root.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        return [f"{problem}: {said.strip()[-400:]}" for problem in wrong]


def main(each: int) -> int:
    """Try every pair, tell what must not happen, and return how often it did."""
    wrong = tried = 0
    with tempfile.TemporaryDirectory() as folder:
        scene = Path(folder)
        make_study(scene / "study")
        for (name, place), (line, target) in itertools.islice(
            itertools.product(PLACES.items(), commands()), 0, None, each
        ):
            tried += 1
            if tried % 50 == 0:
                print(f"{tried:,} tried", file=sys.stderr, flush=True)
            for problem in try_one(scene, line, target, place):
                wrong += 1
                print(f"{name} | {line} | {problem}", flush=True)
    print(f"{tried:,} tried, {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
