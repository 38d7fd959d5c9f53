"""Kill every command that writes, right before each thing it does to a file, and look what is left. Run by name:

    python benchmarks/kill_writers.py                  # all commands
    python benchmarks/kill_writers.py framework import # those with one of these words
    python benchmarks/kill_writers.py agree --moments 40  # instead, at so many random moments around these steps

Before each run something in the study changes, so that the old files and the new ones differ. After a kill every file
must be as it was or as an undisturbed run leaves it, whole (`old`, `new`); of some of each, the folder or `check` must
tell (`told`, else `untold`); what a coder's file holds must be whole lines, each there once. The next run must leave
what an undisturbed one leaves, and nothing else. What is appended is cut in the middle too, as the system does to a
long one. `benchmarks/kill_compare.py` and `kill_coder.py` kill at random moments of a whole run.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import random
import re
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from foreign_files import WRITERS, Writer, make_study, run_apart, run_here, snapshot, warm_up

from bp_qual.coding.by_hand.events import read_events
from bp_qual.files.leftovers import READY

MORE_WRITERS = (
    Writer("add-code {s}", "codebook.yaml", once=True),
    Writer("import {s}/list.csv {s} --coder carla", "x.csv", once=True),
)
HANGS = 120  # seconds
STEPS = mmap.mmap(-1, 4)  # how many times a process of this one touched a file
TOUCHING = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate")


def add_code(study: Path) -> int:
    """Add a code to the codebook of a study, as the page does."""
    from bp_qual.codebook import Code
    from bp_qual.codebook.adding import add_code as add

    add(study / "codebook.yaml", Code("buurt", label={"nl": "Buurt"}))
    return 0


def kill_before(step: int, root: Path, later: float = 0.0) -> Callable[[], None]:
    """Return what makes a process kill itself before the n-th time it touches a file below a folder.

    `later`: so many seconds after it, by another process, wherever it is then.
    """

    def die() -> None:
        if not later:
            os.kill(os.getpid(), signal.SIGKILL)
        target = os.getpid()
        if not os.fork():
            time.sleep(later)
            os.kill(target, signal.SIGKILL)
            os._exit(0)

    def watch() -> None:
        done, is_half = 0, False
        sync, write = os.fsync, os.write

        def count() -> None:
            nonlocal done
            done += 1
            STEPS[:4] = done.to_bytes(4)
            if done == step:
                die()

        def on_event(event: str, arguments: tuple[object, ...]) -> None:
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if (event in TOUCHING or writes) and str(root) in str(arguments[0]):
                count()

        def before_sync(handle: int) -> None:
            count()
            sync(handle)

        def write_in_two(handle: int, data: bytes) -> int:
            nonlocal is_half
            is_half = not is_half and len(data) > 1
            count()
            return write(handle, data[: len(data) // 2] if is_half else data)

        os.fsync, os.write = before_sync, write_in_two
        sys.addaudithook(on_event)

    return watch


def run(writer: Writer, root: Path, before: Callable[[], object] = lambda: None) -> int:
    """Run a writer on the study below a folder, and return how it ended."""
    study, target = root / "study", writer.place_in(root)

    def limited() -> None:
        signal.alarm(HANGS)
        before()

    job = (lambda _: add_code(study)) if writer.arguments.startswith("add-code") else run_here
    while (ended := run_apart(writer.words(root, target), limited, job)[0]) == -signal.SIGALRM:
        pass  # it hung on a lock that a thread of this process held at the fork
    return ended


def change(study: Path) -> None:
    """Change the words of a code, the terms of another, and what a coder coded: whatever is made anew then differs."""
    (study / "words.csv").write_text("woord\ngemeente\nbuurt\nstraat\n", encoding="utf-8")
    book = (study / "codebook.yaml").read_text(encoding="utf-8")
    (study / "codebook.yaml").write_text(book.replace("[samenwerking]", "[samenwerking, verhaal]"), encoding="utf-8")
    more = study.parent / "more.csv"
    more.write_text("person,wave,code,quote\nP02,2010,gem,Verder weet ik het zo niet\n", encoding="utf-8")
    ended, told = run_apart(["import", str(more), str(study), "--coder", "bert"])
    more.unlink()
    if ended:
        raise SystemExit(told)


def look(root: Path) -> dict[str, str]:
    """Return the files below a folder with their hashes; of a coder's file what it says, without ids and times."""
    held = {}
    for name, hashed in snapshot(root).items():
        if name.endswith(".jsonl"):
            events, damage = read_events((root / name).read_bytes())
            told = sorted((e.do, e.interview, e.start, e.end, e.code, e.quote) for e in events)
            broken = [part.line for part in damage if not part.unfinished]
            held[_without_time(name)] = json.dumps([told, broken])
        elif not name.endswith(".lock"):
            held[_without_time(name)] = hashed
    return held


def _without_time(name: str) -> str:
    return re.sub(r"replaced \d{4}-\d\d-\d\d \d\d-\d\d-\d\d( \d+)?", "replaced", name)


def is_of_passage(name: str) -> bool:
    """Return whether a file is one that is there while a run writes."""
    return ".bp_qual-" in name or READY in name or "/.copies/." in name


def is_told(root: Path) -> bool:
    """Return whether somebody who looks sees that a run was killed: in the folder of results, or in what `check` says.

    Of a record that does not fit the files beside it `check` tells too, where it lies in the study
    (`benchmarks/kill_compare.py`).
    """
    if any([*root.glob(f"{READY}*"), *(root / "results").rglob(f"{READY}*")]):
        return True
    said = run_apart(["check", str(root / "study")])[1]
    return "afgebroken" in said or READY in said


def state_of(now: dict[str, str], old: dict[str, str], new: dict[str, str]) -> str:
    """Return whether the files are the old ones, the new ones, some of each, or anything else."""
    seen = {name: hashed for name, hashed in now.items() if not is_of_passage(name)}
    if {name: hashed for name, hashed in seen.items() if "/replaced/" not in name and ".earlier" not in name} == old:
        return "old"  # what is to be replaced was copied, and no more
    if seen in (old, new):
        return "old" if seen == old else "new"
    odd = [
        name
        for name in {*seen, *old, *new}
        if seen.get(name) not in (old.get(name), new.get(name)) and not _is_part_of(seen.get(name), new.get(name))
    ]
    return f"neither: {sorted(odd)}" if odd else "mixture"


def _is_part_of(seen: str | None, new: str | None) -> bool:
    """Return whether a coder's file holds some of the events of an undisturbed run, each once, and nothing else."""
    if not (seen and new and seen.startswith("[")):
        return False
    (there, broken), (whole, _) = json.loads(seen), json.loads(new)
    return not broken and not Counter(map(json.dumps, there)) - Counter(map(json.dumps, whole))


def kills(writer: Writer, made: Path, scratch: Path, moments: int) -> Iterator[tuple[int, str]]:
    """Yield what is left after a kill before each step, or at random moments, and after the next run."""
    old_root, new_root = scratch / "old", scratch / "new"
    shutil.copytree(made, old_root / "study")
    writer.prepare(old_root)
    run(writer, old_root)
    change(old_root / "study")
    shutil.copytree(old_root, new_root, symlinks=True)
    if writer.once:
        shutil.rmtree(old_root)
        shutil.copytree(made, old_root / "study")
        writer.prepare(old_root)
        shutil.rmtree(new_root)
        shutil.copytree(old_root, new_root)
    run(writer, new_root, kill_before(0, new_root))
    steps, chance = int.from_bytes(STEPS[:4]), random.Random(1)
    old, new = look(old_root), look(new_root)
    if old == new:
        yield 0, "the old files and the new ones are the same"
        return
    for number in range(moments or steps):
        step, later = (chance.randint(1, steps), chance.uniform(1e-6, 0.02)) if moments else (number + 1, 0.0)
        root = scratch / f"killed{number}"
        shutil.copytree(old_root, root, symlinks=True)
        if run(writer, root, kill_before(step, root, later)) != -signal.SIGKILL:
            yield step, "too late" if moments else "not killed"
            continue
        state = state_of(look(root), old, new)
        yield step, state if state != "mixture" else "told" if is_told(root) else "untold"
        run(writer, root)
        after = look(root)
        left = [name for name in after if is_of_passage(name)]
        again = state_of(after, old, new)
        yield step, "mended" if after == new and not left else f"after the next run {again} {left}"
        shutil.rmtree(root)


def main() -> int:
    """Kill all; print a row a command; return 1 where a file was neither old nor new, or the next run did not mend."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--moments", type=int, default=0)
    options = parser.parse_args()
    totals = Counter[str]()
    with TemporaryDirectory() as place:
        made = make_study(Path(place) / "made")
        warm_up(made, Path(place) / "warm")
        for writer in (*WRITERS, *MORE_WRITERS):
            if options.words and not any(word in writer.arguments for word in options.words):
                continue
            scratch = Path(place) / "scratch"
            scratch.mkdir()
            seen = Counter(state for _, state in kills(writer, made, scratch, options.moments))
            shutil.rmtree(scratch)
            print(f"{writer.arguments} ({writer.target}): {dict(seen)}", flush=True)
            totals += seen
    print(f"together: {dict(totals)}")
    return int(bool(set(totals) - {"old", "new", "told", "mended", "too late"}))


if __name__ == "__main__":
    sys.exit(main())
