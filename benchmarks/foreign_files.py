"""Point every command that writes at what is not its own, and look whether any of it was touched. Run by name:

    python benchmarks/foreign_files.py             # all commands
    python benchmarks/foreign_files.py export code # those with one of these words

A row a command: for each way in which its target is in the way (a file of somebody else, a folder, a link to a file
outside, a link to nothing, a folder that may not be written, a full disk, what an earlier run left and somebody edited
since, and each file of the study) whether a file that was there changed or went, whether a file of passage was left,
whether a traceback was shown, and whether the command ended as it should. `again` is the counterpart: what an earlier
run left untouched is replaced. Each trial is a process of its own on a copy of the study.
"""

from __future__ import annotations

import hashlib
import io
import os
import resource
import shutil
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bp_qual.files.atomic_writing import READY

NOBODY = 65534
TALK = (
    "I: Hoe gaat het met u?\n"
    + "".join(
        f"R: Wij hebben hier samenwerking nodig met de gemeente, {{}} dat is nummer {number} van het verhaal.\nI: En?\n"
        for number in range(25)
    )
    + "R: Verder weet ik het zo niet.\n"
)
BOOK = """codebook: Small
version: 1.0.0
language: nl
codes:
  - {id: samen, terms: [samenwerking], definition: Samen doen}
  - {id: gem, terms_from: words.csv}
"""
STUDY = "study: Demo\nlanguage: nl\ncodebook: codebook.yaml\nfloor: 5\nspeakers: {interviewer: [I], respondent: [R]}\n"
MINE = b"dit is mijn eigen tekst\n"


@dataclass(frozen=True, slots=True)
class Writer:
    """A command that writes: its arguments, with the study as {s} and the target as {t}, and the name of the target.

    `inside` is a file that it writes into a target that is a folder; empty where the target is a file.
    """

    arguments: str
    target: str
    inside: str = ""


WRITERS = (
    *(Writer("code {s} -o {t}", f"x.{ending}") for ending in ("csv", "parquet", "xlsx")),
    Writer("codings {s} -o {t}", "x.csv"),
    Writer("agree {s} -o {t}", "x.csv"),
    Writer("agree {s} --disagreements {t}", "x.xlsx"),
    Writer("plan {s} --simulations 50 -o {t}", "x.csv"),
    Writer("sensitivity {s} -o {t}", "x.xlsx"),
    Writer("quotes {s} --code samen --html {t}", "x.html"),
    *(Writer(f"report {{s}} --{ending} {{t}}", f"x.{ending}") for ending in ("html", "docx", "xlsx")),
    Writer("report {s} --csv {t}", "tables", "codes.csv"),
    Writer("report {s} --parquet {t}", "tables", "codes.parquet"),
    Writer("compare {s} -o {t}", "out", "codes.csv"),
    Writer("validate {s} --sample first --coder anna -o {t}", "out", "accuracy.csv"),
    *(Writer("framework {s} -o {t}", f"x.{ending}") for ending in ("xlsx", "docx")),
    *(Writer("framework {s} --from {s}/matrix.xlsx -o {t}", f"x.{ending}") for ending in ("xlsx", "docx")),
    *(Writer(f"export {{s}} --{ending} {{t}}", f"x.{ending}") for ending in ("qdpx", "csv", "xlsx")),
    Writer("export {s} --wide {t}", "x.csv"),
    Writer("import {s}/list.csv {s} --coder carla -o {t}", "x.csv"),
    Writer("codebook show {s}/codebook.yaml --html -o {t}", "x.html"),
    Writer("codebook show {s}/codebook.yaml --docx -o {t}", "x.docx"),
    *(
        Writer("codebook export {s}/codebook.yaml -o {t}", f"x.{ending}")
        for ending in ("qdc", "csv", "xlsx", "taguette.csv", "yml", "dic")
    ),
    Writer("codebook new {t}", "x.yaml"),
    Writer("codebook import {s}/book.csv -o {t}", "x.yaml"),
    Writer("codebook words samen {s} -o {t}", "x.csv"),
    Writer("codebook migrate {s}/codebook.yaml {s}/codebook.yaml {s}/coded.csv -o {t}", "out", "recode.csv"),
    Writer("sample {s} -n 5 --name x", "samples/x.csv"),
    Writer("init {t}", "new", "study.yaml"),
)


def run_here(arguments: list[str]) -> int:
    """Run the command line in this process, and return how it ended."""
    from bp_qual.cli import main

    try:
        main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def run_apart(
    arguments: list[str], before: Callable[[], object] = lambda: None, job: Callable[[list[str]], int] = run_here
) -> tuple[int, str]:
    """Run the command line in a process of its own; return how it ended and what it said."""
    end, start = os.pipe()
    if not (child := os.fork()):
        sys.stdout, sys.stderr = (os.fdopen(os.dup(start), "w", buffering=1) for _ in range(2))
        code = 99
        try:
            before()
            code = job(arguments)
        except BaseException as error:
            print(f"Traceback {error!r}", flush=True)
        finally:
            os._exit(code)
    os.close(start)
    with os.fdopen(end, "rb") as said:
        told = said.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), told


def make_study(folder: Path) -> Path:
    """Write a study with transcripts in several formats, two coders, a sample, a matrix and a list of quotations."""
    import docx

    folder.mkdir(parents=True)
    for person in ("P01", "P02", "P03"):
        for wave, word in (("2010", "straat"), ("2020", "buurt")):
            (folder / f"{person}_{wave}.txt").write_text(TALK.replace("{}", f"{person} {word}"), encoding="utf-8")
    document = docx.Document()
    for line in TALK.replace("{}", "P04 straat").splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "P04_2010.docx"))
    page = "".join(f"<p>{line}</p>" for line in TALK.replace("{}", "P04 buurt").splitlines())
    (folder / "P04_2020.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "words.csv").write_text("woord\ngemeente\n", encoding="utf-8")
    (folder / "study.yaml").write_text(STUDY, encoding="utf-8")
    names = sorted(path.name for path in folder.iterdir() if path.name.startswith("P0"))
    rows = "".join(f"{name},{name[:3]},{name[4:8]}\n" for name in names)
    (folder / "interviews.csv").write_text(f"file,person,wave\n{rows}", encoding="utf-8")
    (folder / "persons.csv").write_text("person,sex\nP01,f\nP02,m\nP03,f\nP04,m\n", encoding="utf-8")
    s = str(folder)
    steps = (
        ["export", s, "--csv", f"{s}/coded.csv"],
        ["import", f"{s}/coded.csv", s, "--coder", "anna", "--all-coded"],
        ["import", f"{s}/coded.csv", s, "--coder", "bert", "--all-coded"],
        ["sample", s, "-n", "5", "--name", "first"],
        ["framework", s, "-o", f"{s}/matrix.xlsx"],
        ["codebook", "export", f"{s}/codebook.yaml", "-o", f"{s}/book.csv"],
    )
    for step in steps:
        code, told = run_apart(step)
        if code not in (0, 1):
            raise SystemExit(f"{step}: {told}")
    (folder / "list.csv").write_text(
        "person,wave,code,quote\nP01,2010,samen,samenwerking nodig\nP01,2010,samen,die er niet is\n", encoding="utf-8"
    )
    return folder


def snapshot(folder: Path) -> dict[str, str]:
    """Return every file and link below a folder, with what it holds."""
    held = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            held[name] = f"-> {path.readlink()}"
        elif path.is_file():
            held[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return held


def edit(path: Path) -> None:
    """Change a file as somebody does who opens it in another program and saves it."""
    if path.suffix in (".docx", ".xlsx", ".qdpx"):
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        core = parts.get("docProps/core.xml", b"")
        parts["docProps/core.xml"] = core.replace(b"lastModifiedBy>bp_qual<", b"lastModifiedBy>Anna<")
        with zipfile.ZipFile(buffer := io.BytesIO(), "w") as package:
            for name, data in parts.items():
                package.writestr(name, data)
        path.write_bytes(buffer.getvalue())
    elif path.suffix == ".csv":
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"mijn,regel\r\n")
    else:
        path.write_bytes(path.read_bytes() + MINE)


def as_nobody() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def on_a_full_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one try."""

    touched: tuple[str, ...]
    left: tuple[str, ...]
    traceback: bool
    code: int
    told: str


def attempt(writer: Writer, root: Path, target: Path, *, before: Callable[[], object] = lambda: None) -> Trial:
    """Run a writer at a target, and return which files that were there changed, and what was left behind."""
    study = root / "study"
    there = snapshot(root)
    arguments = [part.format(s=study, t=target) for part in writer.arguments.split()]
    code, told = run_apart(arguments, before)
    now = snapshot(root)
    own = {f"study/codings/{name}" for name in ("carla.jsonl",)}
    touched = tuple(name for name, held in there.items() if now.get(name) != held and name not in own)
    left = tuple(name for name in now if ".bp_qual-" in name or READY in name)
    return Trial(touched, left, "Traceback" in told, code, told)


def trials(writer: Writer, made: Path, scratch: Path) -> Iterator[tuple[str, Trial, bool]]:
    """Yield each way in which something is in the way, what came of it, and whether it had to be refused."""
    number = 0

    def fresh() -> tuple[Path, Path]:
        nonlocal number
        number += 1
        root = scratch / f"t{number}"
        shutil.copytree(made, root / "study", symlinks=True)
        (root / "other").mkdir()
        (root / "other" / "mine.txt").write_bytes(MINE)
        inside = writer.target.startswith("samples/")
        target = root / ("study" if inside else "results") / writer.target
        target.parent.mkdir(exist_ok=True)
        return root, target

    def file_of(target: Path) -> Path:
        if writer.inside:
            target.mkdir(exist_ok=True)
        return target / writer.inside if writer.inside else target

    root, target = fresh()
    yield "free", attempt(writer, root, target), False
    yield "again", attempt(writer, root, target), False
    if file_of(target).is_file():
        edit(file_of(target))
        yield "edited", attempt(writer, root, target), True
    for way in ("file", "folder", "link", "dangling link"):
        root, target = fresh()
        if way == "file":
            file_of(target).write_bytes(MINE)
        elif way == "folder":
            (file_of(target) / "sub").mkdir(parents=True)
            (file_of(target) / "sub" / "mine.txt").write_bytes(MINE)
        else:
            file_of(target).symlink_to(root / "other" / ("mine.txt" if way == "link" else "nothing"))
        yield way, attempt(writer, root, target), True
    if writer.inside:
        root, target = fresh()
        target.write_bytes(MINE)
        yield "file for the folder", attempt(writer, root, target), True
        root, target = fresh()
        (root / "other" / writer.inside).write_bytes(MINE)
        target.symlink_to(root / "other")
        yield "linked folder", attempt(writer, root, target), True
    root, target = fresh()
    attempt(writer, root, target)
    yield "full disk", attempt(writer, root, target, before=on_a_full_disk), False
    root, target = fresh()
    yield "full disk, new", attempt(writer, root, target, before=on_a_full_disk), True
    if os.getuid() == 0:
        root, target = fresh()
        for path in (scratch, root, *root.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield "no right to write", attempt(writer, root, target, before=as_nobody), True
    for name in sorted(path.name for path in made.iterdir() if path.is_file()):
        root, _ = fresh()
        yield "file of the study", attempt(writer, root, root / "study" / name), False


def _may_end_in_1(writer: Writer, way: str) -> bool:
    """Return whether a command tells of quotes without a place, or is one that makes something new."""
    makes = writer.target in ("x.yaml", "new", "samples/x.csv")
    return "{s}/list.csv" in writer.arguments or (way == "again" and makes)


def warm_up(made: Path, place: Path) -> None:
    """Load everything in this process, so that the forked ones find it loaded, but what draws pictures for Word.

    That starts threads, whose locks a forked process would wait for without end.
    """
    shutil.copytree(made, place / "study")
    for writer in WRITERS:
        if "report {s} --docx" not in writer.arguments and writer.arguments.startswith(
            ("report", "agree", "validate", "plan", "framework", "code {s}")
        ):
            run_here([part.format(s=place / "study", t=place / writer.target) for part in writer.arguments.split()])


def main(wanted: list[str]) -> int:
    """Try all; print a row a command; return 1 where anything was touched that is not ours."""
    failed, totals = 0, Counter[str]()
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        made = make_study(Path(place) / "made")
        warm_up(made, Path(place) / "warm")
        for writer in WRITERS:
            if wanted and not any(word in writer.arguments for word in wanted):
                continue
            counts, remarks = Counter[str](), list[str]()
            scratch = Path(place) / "scratch"
            scratch.mkdir()
            for way, trial, refuse in trials(writer, made, scratch):
                counts["tried"] += 1
                touched = trial.touched and way not in ("again", "free", "full disk")
                if way == "full disk" and trial.touched and trial.code:
                    touched = True
                wrong = {
                    "touched": bool(touched),
                    "left": bool(trial.left),
                    "traceback": trial.traceback,
                    "not refused": refuse and trial.code == 0,
                    "failed": way in ("free", "again") and trial.code != 0 and not _may_end_in_1(writer, way),
                }
                for what, is_so in wrong.items():
                    if is_so:
                        counts[what] += 1
                        said = trial.told.strip().splitlines()[-1:] or [""]
                        remarks.append(
                            f"    {what}: {way}: {trial.touched} {trial.left} ended {trial.code} {said[0][:200]}"
                        )
            shutil.rmtree(scratch)
            print(f"{writer.arguments} ({writer.target}): {dict(counts)}", *remarks, sep="\n", flush=True)
            totals += counts
    print(f"together: {dict(totals)}")
    failed = sum(count for what, count in totals.items() if what != "tried")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
