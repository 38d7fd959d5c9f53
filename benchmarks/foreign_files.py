"""Point every command that writes at what is not its own, and look whether any of it was touched. Run by name:

    python benchmarks/foreign_files.py             # all commands
    python benchmarks/foreign_files.py export code # those with one of these words

A row a command: for each way in which its target is in the way (a file of somebody else, a folder, a link to a file
outside, a link to nothing, a pipe, a folder that may not be written, a full disk, what an earlier run left and somebody
edited since, and each file of the study) whether a file that was there changed or went, whether a file of passage was
left, whether a traceback was shown, whether it hung, and whether the command ended as it should. Pipes in the place of
files of the study are tried too: whoever opens one waits for ever. `again` is the counterpart: what an earlier run left
untouched is replaced. What lies on beside its successor, and what lines were only added to, is not touched. Each trial
is a process of its own on a copy of the study. A command, or an option that names a file, that the parser knows and
this file does not ends the run before it begins.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import io
import json
import os
import resource
import shutil
import signal
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bp_qual.files.daily_copies import MADE
from bp_qual.files.leftovers import ORDER, READY, REMOVE, STAGING
from bp_qual.files.own_marks import is_own_file

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
PIPES = ("persons.csv", "words.csv", "P01_2010.txt", "codings/bert.jsonl", "samples/first.csv")
PATIENCE = 120  # seconds
MINE = b"dit is mijn eigen tekst\n"


@dataclass(frozen=True, slots=True)
class Writer:
    """A command that writes: its arguments, with the study as {s} and the target as {t}, and the name of the target.

    `inside` is a file that it writes into a target that is a folder; empty where the target is a file. `once`: it makes
    something new, or adds, and does not do so twice. `keeps`: what is in its way it keeps beside, and adds to its own.
    `prepare` is given the folder in which the study lies ({r}).
    """

    arguments: str
    target: str
    inside: str = ""
    once: bool = False
    keeps: bool = False
    prepare: Callable[[Path], object] = lambda _: None

    def place_in(self, root: Path) -> Path:
        """Return the target: in the study where a command writes there, else in a folder of results."""
        target = root / ("study" if self.target.startswith(("samples/", "codings/")) else "results") / self.target
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def words(self, root: Path, target: Path) -> list[str]:
        """Return the arguments of the command line."""
        return [part.format(s=root / "study", t=target, r=root) for part in self.arguments.split()]


def lay_names(root: Path) -> None:
    """Write a sheet of names that was decided on."""
    from bp_qual.pseudonyms.name_rows import NameRow
    from bp_qual.pseudonyms.name_sheet import name_sheet_bytes

    sheet = name_sheet_bytes([NameRow("straat", "[plaats 1]", True)], ("2010", "2020"), language="nl")
    (root / "names.xlsx").write_bytes(sheet)


def lay_pseudonyms(root: Path) -> None:
    """Make a study with pseudonyms, and its key."""
    lay_names(root)
    ended, told = run_apart(
        [
            *("pseudonyms", "apply", str(root / "study"), str(root / "names.xlsx")),
            *("-o", str(root / "named"), "--key", str(root / "key.csv")),
        ]
    )
    if ended:
        raise SystemExit(told)


def lay_talk(root: Path) -> None:
    """Write a folder of interviews that is no study yet."""
    (root / "results" / "talk").mkdir(parents=True, exist_ok=True)
    for wave in ("2010", "2020"):
        (root / "results" / "talk" / f"P09_{wave}.txt").write_text(TALK.replace("{}", wave), encoding="utf-8")


def lay_codebook(root: Path) -> None:
    """Lay a codebook where terms are to be added to it."""
    (root / "results").mkdir(parents=True, exist_ok=True)
    for name, other in (("codebook.yaml", "x.yaml"), ("words.csv", "words.csv")):
        shutil.copy(root / "study" / name, root / "results" / other)


WRITERS = (
    *(Writer("code {s} -o {t}", f"x.{ending}") for ending in ("csv", "parquet", "xlsx")),
    Writer("code {s} --local-cluster 1 -o {t}", "archive", "failures.csv"),
    Writer("codings {s} -o {t}", "x.csv"),
    Writer("agree {s} -o {t}", "x.csv"),
    Writer("agree {s} --disagreements {t}", "x.xlsx"),
    Writer("plan {s} --simulations 50 -o {t}", "x.csv"),
    Writer("sensitivity {s} -o {t}", "x.xlsx"),
    Writer("quotes {s} --code samen --html {t}", "x.html"),
    *(Writer("words {s} --floor 1 -o {t}", f"x.{ending}") for ending in ("csv", "xlsx")),
    Writer("groups {s} -k 2 -o {t}", "x.csv"),
    *(Writer("words {s} --floor 1 --picture {t}", f"x.{ending}") for ending in ("svg", "png", "pdf", "html")),
    *(Writer("suggest {s} --letters --coder anna -o {t}", f"x.{ending}") for ending in ("csv", "xlsx")),
    Writer("suggest {s} --coder dora --read {s}/proposed.csv", "codings/dora.jsonl", once=True, keeps=True),
    *(Writer(f"report {{s}} --{ending} {{t}}", f"x.{ending}") for ending in ("html", "docx", "xlsx")),
    Writer("report {s} --csv {t}", "tables", "codes.csv"),
    Writer("report {s} --parquet {t}", "tables", "codes.parquet"),
    Writer("compare {s} -o {t}", "out", "codes.csv"),
    Writer("paper {s} -o {t}", "paper", "methods.md"),
    Writer("validate {s} --sample first --coder anna -o {t}", "out", "accuracy.csv"),
    *(Writer("framework {s} -o {t}", f"x.{ending}", keeps=True) for ending in ("xlsx", "docx")),
    Writer("portrait {s} --person P01 -o {t}", "portraits", "P01.html"),
    Writer("portrait {s} --person P01 --word -o {t}", "portraits", "P01.docx"),
    *(Writer("framework {s} --by-change -o {t}", f"x.{ending}", keeps=True) for ending in ("xlsx", "docx")),
    *(Writer("framework {s} --from {s}/matrix.xlsx -o {t}", f"x.{ending}", keeps=True) for ending in ("xlsx", "docx")),
    *(Writer(f"export {{s}} --{ending} {{t}}", f"x.{ending}") for ending in ("qdpx", "csv", "xlsx")),
    Writer("export {s} --taguette {t}", "x.sqlite3", once=True),  # without a mark of ours it is not replaced
    Writer("export {s} --annotations {t}", "x.json", once=True),
    Writer("export {s} --count machine --wide {t}", "x.csv"),
    Writer("import {s}/list.csv {s} --coder carla -o {t}", "x.csv", once=True),
    Writer("codebook show {s}/codebook.yaml --html -o {t}", "x.html"),
    Writer("codebook show {s}/codebook.yaml --docx -o {t}", "x.docx"),
    *(Writer("codebook export {s}/codebook.yaml -o {t}", f"x.{ending}") for ending in ("csv", "xlsx")),
    *(
        Writer("codebook export {s}/codebook.yaml -o {t}", f"x.{ending}", once=True)
        for ending in ("qdc", "taguette.csv", "yml", "dic")
    ),
    Writer("codebook new {t}", "x.yaml", once=True),
    Writer("codebook import {s}/book.csv -o {t}", "x.yaml", once=True),
    Writer("codebook words samen {s} -o {t}", "x.csv"),
    Writer("codebook add samen {s} --term plein --codebook {t}", "x.yaml", "", True, True, lay_codebook),
    Writer("codebook migrate {s}/codebook.yaml {s}/codebook.yaml {s}/coded.csv -o {t}", "out", "recode.csv", once=True),
    Writer("sample {s} -n 5 --name x", "samples/x.csv", once=True),
    Writer("sample {s} -n 5 --top-up first --name x", "samples/x.csv", once=True),
    *(Writer("sheet {s} --sample first --coder dora -o {t}", f"x.{ending}", once=True) for ending in ("xlsx", "docx")),
    Writer("sheet {s} --sample first --coder dora --read {s}/sheet.xlsx", "codings/dora.jsonl", once=True, keeps=True),
    Writer("agree {s} --settled {s}/settled.csv", "codings/agreed.jsonl", once=True, keeps=True),
    Writer("restore {s} --day 2026-01-01", "codings/bert.jsonl", once=True, keeps=True),
    Writer("pseudonyms propose {s} -o {t}", "x.xlsx", once=True, keeps=True),
    Writer("pseudonyms apply {s} {r}/names.xlsx -o {t} --key {r}/new.csv", "new", "study.yaml", True, False, lay_names),
    Writer("pseudonyms apply {s} {r}/names.xlsx -o {r}/new --key {t}", "k.csv", "", True, False, lay_names),
    Writer("pseudonyms reveal {r}/named -o {t} --key {r}/key.csv", "new", "study.yaml", True, False, lay_pseudonyms),
    Writer("init {t}", "new", "study.yaml", once=True, keeps=True),
    Writer("init {t}", "talk", "study.yaml", True, True, lay_talk),
)
WRITE_NOTHING = {"check", "codebook check", "codebook tree", "codebook diff", "explain", "pseudonyms check"}
ELSEWHERE = {"page"}  # `kill_coder.py`, `tests/test_page_gate.py`


def forgotten() -> list[str]:
    """Return the commands that the parser knows and this file does not, and their options that name a file."""
    import click

    from bp_qual.cli import main

    def walk(command: click.Command, name: str) -> Iterator[str]:
        if isinstance(command, click.Group):
            for word, below in command.commands.items():
                yield from walk(below, f"{name} {word}".strip())
        elif name not in WRITE_NOTHING | ELSEWHERE:
            yield name
            for option in command.params:
                if isinstance(option, click.Option) and isinstance(option.type, click.Path):
                    yield f"{name} {min(option.opts, key=len)}" if "-o" in option.opts else f"{name} {option.opts[0]}"

    tried = [writer.arguments + " " for writer in WRITERS]
    return [
        named
        for named in walk(main, "")
        if not named.endswith(("--codebook", "propose --key", "--again", "--guide", "--stop-words"))  # only read
        and not any(
            text.startswith(named.partition(" -")[0])
            and f"{named.partition(' -')[1]}{named.partition(' -')[2]} " in text
            for text in tried
        )
    ]


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
            signal.alarm(PATIENCE)
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
        ["import", f"{s}/fewer.csv", s, "--coder", "bert", "--all-coded"],
        ["agree", s, "--disagreements", f"{s}/settled.csv"],
        ["sample", s, "-n", "5", "--name", "first"],
        ["sheet", s, "--sample", "first", "--coder", "dora", "-o", f"{s}/sheet.xlsx"],
        ["suggest", s, "--letters", "--coder", "anna", "-o", f"{s}/proposed.csv"],
        ["framework", s, "-o", f"{s}/matrix.xlsx"],
        ["codebook", "export", f"{s}/codebook.yaml", "-o", f"{s}/book.csv"],
    )
    for step in steps:
        if step[1:2] == [f"{s}/fewer.csv"]:
            rows = (folder / "coded.csv").read_text(encoding="utf-8").splitlines(keepends=True)
            (folder / "fewer.csv").write_text("".join(rows[:-5]), encoding="utf-8")
        if step[0] == "import":  # what the codebook coded, as the work of a person
            coder = csv.DictReader((folder / "coded.csv").read_text(encoding="utf-8").splitlines())
            step[4] = f"{next(coder)['coder']}={step[4]}"
        if code := run_here(step):  # here, so that what it loads is loaded once
            raise SystemExit(f"{step} ended with {code}")
    _fill_in(folder)
    (folder / "list.csv").write_text(
        "person,wave,code,quote\nP01,2010,samen,samenwerking nodig\nP01,2010,samen,die er niet is\n", encoding="utf-8"
    )
    return folder


def _fill_in(study: Path) -> None:
    """Fill in the sheet and the list of disagreements, and lay a copy of another day with other codings beside."""
    import openpyxl

    with (study / "proposed.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (study / "proposed.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows({**row, "fits": "yes"} for row in rows)
    book = openpyxl.load_workbook(study / "sheet.xlsx")
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[3].value = row[4].value = "x"
    book.save(study / "sheet.xlsx")
    lines = (study / "settled.csv").read_text(encoding="utf-8").splitlines()
    (study / "settled.csv").write_text("\n".join([lines[0], *(f"{line}ja" for line in lines[1:])]) + "\n", "utf-8")
    copy = study / "codings" / ".copies" / "2026-01-01" / "codings"
    copy.mkdir(parents=True)
    for coder, other in (("anna", "bert"), ("bert", "anna")):
        shutil.copy(study / "codings" / f"{other}.jsonl", copy / f"{coder}.jsonl")


def snapshot(folder: Path) -> dict[str, str]:
    """Return every file and link below a folder, with what it holds."""
    held = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            held[name] = f"-> {path.readlink()}"
        elif path.is_file():
            held[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif not path.is_dir():
            held[name] = "a pipe"
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


def attempt(
    writer: Writer, root: Path, target: Path, *, before: Callable[[], object] = lambda: None, barred: str = "nowhere/"
) -> Trial:
    """Run a writer at a target; return which files changed, or came where none may (`barred`), and what is left."""
    there = snapshot(root)
    added_to = {
        name: (root / name).read_bytes() for name in there if name.endswith(".jsonl") and (root / name).is_file()
    }
    code, told = run_apart(writer.words(root, target), before)
    now = snapshot(root)
    touched = tuple(
        name
        for name, held in there.items()
        if now.get(name) != held
        and not name.endswith((".lock", f".copies/{Path(name).parent.name}/{MADE}"))  # ours: what imports made that day
        and not (writer.keeps and held in now.values())
        and not (name in now and (root / name).read_bytes().startswith(added_to.get(name, b"?")))
    )
    touched += tuple(name for name in now if name not in there and name.startswith(barred))
    left = tuple(name for name in now if name not in there and (".bp_qual-" in name or READY in name))
    return Trial(touched, left, "Traceback" in told, code, told)


TRAPS = ("link as a leftover", "leftover that somebody made", "linked copies", "linked vectors")


def lay_trap(way: str, root: Path, place: Path) -> None:
    """Lay into a study, or beside a target, what in a folder that somebody sent would reach a file of yours."""
    dead, other = 999_999_999, root / "other"
    for name in (".hidden-old", f".2026-01-01-{dead - 1}.txt", "codes.csv"):
        (other / name).write_bytes(MINE)
    (other / ".config-old").mkdir()
    (other / ".config-old" / "mine.txt").write_bytes(MINE)
    place.mkdir(parents=True, exist_ok=True)
    if way == "link as a leftover":
        for name in (f"{STAGING}{dead}", f"{READY}{dead}", f"{READY}new-{dead}", f".codes.csv.bp_qual-{dead}"):
            (place / name).symlink_to(other)
    elif way == "leftover that somebody made":
        (place / "notes.txt").write_bytes(MINE)
        (left := place / f"{READY}{dead}").mkdir()
        (left / "notes.txt").write_bytes(b"theirs")
        for name in (ORDER, REMOVE):
            (left / name).write_text(json.dumps({"notes.txt": hashlib.sha256(b"another").hexdigest()}))
            os.utime(left / name, (4e9, 4e9))
    else:
        ours = root / "study" / ("codings/.copies" if way == "linked copies" else ".suggest")
        shutil.rmtree(ours, ignore_errors=True)
        ours.symlink_to(other)


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
        writer.prepare(root)
        return root, writer.place_in(root)

    def file_of(target: Path) -> Path:
        if writer.inside:
            target.mkdir(exist_ok=True)
        return target / writer.inside if writer.inside else target

    root, target = fresh()
    yield "free", attempt(writer, root, target), False
    yield "again", attempt(writer, root, target), False
    if file_of(target).is_file():
        edit(file_of(target))
        yield "edited", attempt(writer, root, target), not writer.keeps
    for way in ("file", "folder", "link", "dangling link", "pipe"):
        root, target = fresh()
        file_of(target).unlink(missing_ok=True)
        if way == "file":
            file_of(target).write_bytes(MINE)
        elif way == "folder":
            (file_of(target) / "sub").mkdir(parents=True)
            (file_of(target) / "sub" / "mine.txt").write_bytes(MINE)
        elif way == "pipe":
            os.mkfifo(file_of(target))
        else:
            file_of(target).symlink_to(root / "other" / ("mine.txt" if way == "link" else "nothing"))
        yield way, attempt(writer, root, target), not writer.keeps
    if writer.inside:
        root, target = fresh()
        shutil.rmtree(target, ignore_errors=True)
        target.write_bytes(MINE)
        yield "file for the folder", attempt(writer, root, target), True
        root, target = fresh()
        shutil.rmtree(target, ignore_errors=True)
        (root / "other" / writer.inside).write_bytes(MINE)
        target.symlink_to(root / "other")
        yield "linked folder", attempt(writer, root, target), not writer.keeps
    for way in TRAPS:
        root, target = fresh()
        lay_trap(way, root, file_of(target).parent)
        trial = attempt(writer, root, target, barred="other/")
        mine = tuple(name for name in trial.touched if READY not in name)  # what was made up as a leftover may go
        yield way, replace(trial, touched=mine), False
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
    for name in PIPES:
        root, target = fresh()
        (root / "study" / name).unlink()
        os.mkfifo(root / "study" / name)
        yield "pipe in the study", attempt(writer, root, target), False
    results = {path.name for path in made.glob("*.csv") if is_own_file(path)}  # a list may replace a list
    for name in sorted({path.name for path in made.iterdir() if path.is_file()} - results):
        if "{t}" not in writer.arguments:
            continue
        root, _ = fresh()
        yield "file of the study", attempt(writer, root, root / "study" / name), False


def _may_end_in_1(writer: Writer, way: str) -> bool:
    """Return whether a command tells of quotes without a place, or is one that makes something new."""
    return "{s}/list.csv" in writer.arguments or (way == "again" and writer.once)


def warm_up(made: Path, place: Path) -> None:
    """Load everything in this process, so that the forked ones find it loaded, but what draws pictures for Word.

    That starts threads, whose locks a forked process would wait for without end.
    """
    for module in ("sqlite3", "urllib.request"):  # a user without rights may not read where Python lies
        importlib.import_module(module)
    shutil.copytree(made, place / "study")
    for writer in WRITERS:
        if not any(
            part in writer.arguments for part in ("report {s} --docx", "--local-cluster")
        ) and writer.arguments.startswith(("report", "agree", "validate", "plan", "framework", "code {s}")):
            run_here(writer.words(place, place / writer.target))


def main(wanted: list[str]) -> int:
    """Try all; print a row a command; return 1 where anything was touched that is not ours."""
    if unknown := forgotten():
        raise SystemExit(f"not tried: {', '.join(unknown)}")
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
                    "without end": trial.code == -signal.SIGALRM,
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
