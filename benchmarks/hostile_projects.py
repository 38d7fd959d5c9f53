"""Damage projects of other programs in every way, import each, and count what must not happen.

    python benchmarks/hostile_projects.py [EACH [FIRST]]

So many (500 if not said otherwise) of each kind: .qdpx, .sqlite3, .qda, .docx, .xlsx, .json and .xml. Bytes are
flipped, cut out and put in; parts of archives get other names, contents and sizes; tables of SQLite files get other
cells, triggers and views. Each is imported into a study of its own. Counted are errors that are no sentence for the
user, files outside the study, files changed in it but those of an import, and what takes over 20 seconds of the
processor. Exit code 1 where there is any.
"""

from __future__ import annotations

import io
import random
import re
import resource
import signal
import sqlite3
import sys
import tempfile
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from openpyxl import Workbook

from bp_qual import import_codings
from bp_qual.errors import BpQualError
from program_builders import make_atlas, make_commented, make_qualcoder, make_taguette
from refi_builders import Mark, make_qdpx

TALK = "I: Hoe?\nP01: Ja, in het cafe doen wij alles samen.\nI: En nu?\nP01: Ja hoor. Heel gezellig.\n"
SECONDS, WAIT, MEMORY = 20, 600, 3_000_000_000  # of the processor; on the clock, which other work may hold up
WRITTEN = ("codings", "codebook", "study.yaml", ".bp_qual", "copies")
Mutation = Callable[[bytes, random.Random], bytes]


def whole() -> dict[str, bytes]:
    """Return a good file of each kind."""
    sheet = Workbook()
    for row in (["person", "wave", "code", "quote"], ["P01", "2010", "werk > samen", "alles samen"]):
        sheet.active.append(row)
    sheet.save(table := io.BytesIO())
    quote = "alles samen"
    start = TALK.index(quote)
    annotation = (
        '{"type":"Annotation","body":[{"purpose":"tagging","value":"samen"}],"target":{"source":"P01_2010","selector":'
        f'[{{"type":"TextQuoteSelector","exact":"{quote}"}},{{"type":"TextPositionSelector","start":{start},"end":9}}]}}}}'
    )
    page = TALK.replace("\n", "</p>\n<p>")
    return {
        ".qdpx": make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark(quote, "samen")]}, cases={"P01": ["P01_2010"]}),
        ".sqlite3": make_taguette({"P01_2010": page}, [("P01_2010", start, start + 11, quote, ["a"])], {"a": ""}),
        ".qda": make_qualcoder({"P01_2010": TALK}, {"P01_2010": [(quote, "samen")]}),
        ".docx": make_commented(TALK.strip().split("\n"), [(quote, "samen", "Anna")]),
        ".xlsx": table.getvalue(),
        ".json": annotation.encode(),
        ".xml": make_atlas({"P01_2010": [(quote, ["samen"])]}, codes={"samen": "Niet alleen."}),
    }


def flip(data: bytes, rng: random.Random) -> bytes:
    """Change single bytes, cut the end off, or put a piece in."""
    mutated = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        mutated[rng.randrange(len(mutated))] = rng.randrange(256)
    if rng.random() < 0.3:
        del mutated[rng.randrange(len(mutated)) :]
    if rng.random() < 0.3:
        at = rng.randrange(len(mutated) + 1)
        mutated[at : at + rng.randrange(40)] = rng.randbytes(rng.randrange(200))
    return bytes(mutated)


NAMES = (
    "../../out.txt",
    "/tmp/bp_qual_out.txt",
    "sources/../../../out",
    "..\\..\\out.txt",
    "project.qde",
    "word/document.xml",
    "x" * 300,
)


def repack(data: bytes, rng: random.Random) -> bytes:
    """Give the parts of an archive other names and contents: paths that lead out, links, bombs, entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(packed := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            for _ in range(2 if rng.random() < 0.03 else 1):
                entry = zipfile.ZipInfo(rng.choice(NAMES) if rng.random() < 0.06 else name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                if rng.random() < 0.05:
                    entry.external_attr = 0o120777 << 16  # a symbolic link
                archive.writestr(entry, change_part(content, rng) if rng.random() < 0.3 else content)
    return packed.getvalue()


def change_part(content: bytes, rng: random.Random) -> bytes:
    """Change one part of an archive, mostly XML."""
    way = rng.randrange(8)
    if way == 0:
        return flip(content, rng) if content else content
    if way == 1:
        bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        return content.replace(b"?>", b"?>" + bomb, 1) if b"?>" in content else bomb + content
    if way == 2:
        return content + b" " * rng.choice((1_000, 3_000_000, 40_000_000))
    if way == 3:
        depth = rng.choice((10, 500, 20_000))
        return content.replace(b"</", b"<x>" * depth + b"</x>" * depth + b"</", 1)
    if way == 4:
        numbers = (b'"-1"', b'"99999999999999999999"', b'"0"', b'""', b'"1e9"')
        for number in [b'"%d"' % n for n in range(200)]:
            if number in content and rng.random() < 0.4:
                content = content.replace(number, rng.choice(numbers))
        return content
    if way == 5:
        return b""
    if way == 6:  # letters as Excel writes what XML cannot hold
        return content.replace(b"samen", rng.choice((b"samen_x000D_", b"_xD83D_samen", b"_x0000_", b"_x005F_x000D_")))
    return content


def retype(data: bytes, rng: random.Random) -> bytes:
    """Give values of a JSON file another type, another size or another depth."""
    values = (
        b"null",
        b"[]",
        b"{}",
        b"-1",
        b"1e999",
        b'""',
        b"[" * 50_000,
        b'{"target":' * 3_000,
        b'"\\ud800"',
        b'"alles samen \\ud83d"',
        b'"\\ude00P01_2010"',
        b"true",
    )
    for _ in range(rng.randint(1, 3)):
        places = [match.span() for match in re.finditer(rb'"[^"]*"(?!:)|[0-9]+', data)]
        start, end = rng.choice(places)
        data = data[:start] + rng.choice(values) + data[end:]
    return data


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def rewrite(data: bytes, rng: random.Random) -> bytes:
    """Give the tables of an SQLite file other cells, triggers, views, computed columns and other names."""
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = [name for name in tables if not name.startswith("sqlite_")]
    for _ in range(rng.randint(1, 6)):
        table = rng.choice(tables)
        columns = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
        value = rng.choice(
            (
                "-1",
                "9e99",
                "NULL",
                "zeroblob(30000000)",
                "'<p>'",
                "99999999999",
                "randomblob(9)",
                "'a.b.c'",
                "''",
                "CAST(x'ff00fe' AS TEXT)",
            )
        )
        way = rng.randrange(6)
        wild = (
            f'UPDATE "{table}" SET "{rng.choice(columns)}" = {value}',
            f'INSERT INTO "{table}" SELECT * FROM "{table}"',
            f'CREATE TRIGGER t{rng.random():.9f} AFTER UPDATE ON "{table}" BEGIN DELETE FROM "{table}"; END'.replace(
                "0.", ""
            ),
            f'ALTER TABLE "{table}" RENAME TO "x{rng.randrange(10**9)}"',
            f'ALTER TABLE "{table}" ADD COLUMN "c{rng.randrange(10**9)}" AS (randomblob(1000000000))',
            f'CREATE VIEW "v{rng.randrange(10**9)}" AS {ENDLESS}',
        )[way]
        try:
            base.execute(wild)
        except sqlite3.Error:
            continue
        tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = [name for name in tables if not name.startswith("sqlite_")]
    base.commit()
    return base.serialize()


MUTATIONS: dict[str, tuple[Mutation, ...]] = {
    ".qdpx": (flip, repack, repack), ".docx": (flip, repack, repack), ".xlsx": (flip, repack, repack),
    ".sqlite3": (flip, rewrite, rewrite), ".qda": (flip, rewrite, rewrite), ".json": (flip, retype, retype),
    ".xml": (flip, change_part, change_part),
}  # fmt: skip


def run(data: bytes, ending: str, folder: Path) -> str:
    """Import one file into a study of its own, and return what became of it."""
    study = folder / "deep" / "study"
    study.mkdir(parents=True)
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    file = folder / f"P01_2010{ending}"
    file.write_bytes(data)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.alarm(WAIT)
    try:
        import_codings(file, study, coder="anna")
        outcome = "read"
    except BpQualError:
        outcome = "refused"
    except TimeoutError:
        outcome = "HANGS"
    except BaseException:
        traceback.print_exc()
        outcome = "TRACEBACK"
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.alarm(0)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    outside = {path for path in there if not path.startswith("deep/study/")} - {file.name}
    odd = {path for path in there - outside - {file.name} if not is_of_import(path)}
    if outside or odd or Path("/tmp/bp_qual_out.txt").exists():
        print(f"files: {outside | odd}")
        return "FILES OUTSIDE"
    return outcome


def is_of_import(path: str) -> bool:
    """Return whether an import writes such a file into a study."""
    name = path.removeprefix("deep/study/")
    return name == "P01_2010.txt" or any(name.startswith(known) for known in WRITTEN)


def main(each: int, first: int) -> int:
    """Import so many damaged files of each kind, and return how many did what they must not."""
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for late in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(late, lambda *_: (_ for _ in ()).throw(TimeoutError()))
    wrong = 0
    for ending, data in whole().items():
        found: Counter[str] = Counter()
        for seed in range(first, first + each):
            rng = random.Random(f"{ending}{seed}")
            with tempfile.TemporaryDirectory() as folder:
                outcome = run(rng.choice(MUTATIONS[ending])(data, rng), ending, Path(folder))
            if outcome.isupper():
                print(f"{ending} {seed}: {outcome}")
            found[outcome] += 1
        print(f"{ending:9} {dict(sorted(found.items()))}", flush=True)
        wrong += sum(n for outcome, n in found.items() if outcome.isupper())
    return wrong


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*numbers, *(500, 0)[len(numbers) :])))
