"""What is written does not depend on the computer's clock, also where that stands in a year that no package has."""

from __future__ import annotations

import ast
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from bp_qual.files.packing import PACKED
from bp_qual.files.word_writing import packed_document

ROOT = Path(__file__).parents[1]
SCRIPT = """
import io, json, shutil, sys, time, zipfile
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from foreign_files import WRITERS, make_study, run_apart, run_here

place, clock = Path(sys.argv[1]), time.time
made = make_study(place / "made")
run_here(["report", str(made), "--xlsx", str(place / "warm.xlsx")])  # what it loads is loaded for all


def turn_clock(years):
    time.time = lambda: clock() + years * 365.25 * 86_400


def packages(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*")
            if path.is_file() and zipfile.is_zipfile(path)}


def write(writer, years):
    root = place / "root"
    shutil.copytree(made, root / "study")
    writer.prepare(root)
    before, target = packages(root), writer.place_in(root)
    ended, told = run_apart(writer.words(root, target), lambda: turn_clock(years))
    written = {name: data for name, data in packages(root).items() if before.get(name) != data}
    shutil.rmtree(root)
    return ended, told, written


def packs(writer):
    if "--by-change" in writer.arguments or "--from" in writer.arguments:
        return False  # written as the matrix without these
    return writer.target.endswith((".xlsx", ".docx", ".qdpx")) or writer.arguments.startswith(("paper", "pseudonyms"))


seen = {}
for writer in list(filter(packs, WRITERS))[:: int(sys.argv[3])]:
    early, late = (write(writer, years) for years in (-60, 120))
    dates = {part.date_time for data in early[2].values() for part in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    ends = sorted({early[0], late[0]})
    seen[f"{writer.arguments} {writer.target}"] = [ends, early[1][-500:], sorted(dates), early[2] == late[2]]
print(json.dumps(seen))
"""


@pytest.mark.slow
def test_every_command_writes_the_same_package_before_1980_and_after_2107(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """One command in twenty-four, and with --whole each."""
    step = "1" if pytestconfig.getoption("--whole") else "24"
    arguments = [sys.executable, "-c", SCRIPT, str(tmp_path), str(ROOT / "benchmarks"), step]
    run = subprocess.run(arguments, capture_output=True, text=True, timeout=500, check=True)
    seen = json.loads(run.stdout.splitlines()[-1])
    assert {name: told for name, (ends, told, *_) in seen.items() if ends != [0]} == {}
    assert {name: dates for name, (*_, dates, _) in seen.items() if dates not in ([], [list(PACKED)])} == {}
    assert [name for name, (*_, same) in seen.items() if not same] == []
    packed = {name.partition(" ")[0] for name, (*_, dates, _) in seen.items() if dates}
    commands = {
        *("agree", "code", "codebook", "export", "framework", "paper", "pseudonyms", "report", "sensitivity", "sheet"),
        *("suggest", "words"),
    }
    assert packed
    assert packed <= commands
    assert packed == commands or step == "24"


def test_a_word_file_has_the_parts_that_the_library_packs() -> None:
    document = docx.Document()
    document.add_paragraph("Ja")
    pixel = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0" + b":~\x9bU\0\0\0\0IEND\xaeB`\x82"
    document.add_picture(io.BytesIO(pixel))
    document.save(buffer := io.BytesIO())
    with zipfile.ZipFile(buffer) as theirs, zipfile.ZipFile(io.BytesIO(packed_document(document))) as ours:
        assert ours.namelist() == theirs.namelist()
        differ = [name for name in ours.namelist() if ours.read(name) != theirs.read(name)]
        assert differ == ["docProps/core.xml"]  # which bears the seal
        assert ours.read(differ[0]).startswith(theirs.read(differ[0]))


def test_only_one_module_packs() -> None:
    def packs(path: Path) -> bool:
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        return any(
            "ZipFile" in ast.unparse(call.func) and {"'w'", "'a'", "'x'"} & {ast.unparse(part) for part in call.args}
            for call in calls
        )

    assert [path.name for path in (ROOT / "src").rglob("*.py") if packs(path)] == ["packing.py"]
