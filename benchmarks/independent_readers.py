"""Let readers of other makers read the REFI-QDA projects that bp_qual writes, and read what other programs wrote.

    python benchmarks/independent_readers.py FOLDER

Makes an environment of their own in FOLDER (pip install pyrefiqda==0.3.1 qdapy==0.1.0, and the two projects in the
wheel of qualitative-coding 1.7.8), exports the sample study and a study of hard Unicode, and compares every (source,
code, start, end, text, coder). Exit code 1 where anything differs. qdapy is AGPL and is only run, never imported here.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import venv
import zipfile
from collections import Counter
from pathlib import Path

from bp_qual import export_codings
from bp_qual.exchange.refi_passages import read_refi_project

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

QDAPY = """
import json, sys, warnings
warnings.simplefilter("ignore")
from qdapy import read_qdpx
rows = read_qdpx(sys.argv[1]).fragments
print(json.dumps([[r.title, r.code.rpartition("/")[2], int(r.positionStart), int(r.positionEnd), r.text, r.codedBy]
                  for r in rows.itertuples()]))
"""
PYREFIQDA = """
import json, sys
from pathlib import Path
from pyrefiqda import RefiProject
project = RefiProject.load(sys.argv[1], extract_dir=sys.argv[2])
names, users = {}, {user.guid: user.name for user in project.users.user}
waiting = list(project.code_book.codes.code)
while waiting:
    code = waiting.pop()
    names[code.guid] = code.name
    waiting += code.code
rows = []
for source in project.sources.text_source:
    text = (Path(sys.argv[2]) / "sources" / source.plain_text_path.removeprefix("internal://")).read_bytes().decode()
    for s in source.plain_text_selection:
        for coding in s.coding:
            place = (int(s.start_position), int(s.end_position))
            code = names[coding.code_ref.target_guid]
            rows.append([source.name, code, *place, text[slice(*place)], users[coding.creating_user]])
print(json.dumps(rows))
RefiProject.save(project, sys.argv[3], source_media_dir=str(Path(sys.argv[2]) / "sources"))
"""


def rows_of(data: bytes) -> Counter[tuple[object, ...]]:
    """Return what bp_qual reads in a project."""
    received = read_refi_project(data, "p.qdpx")
    return Counter(
        (p.document, received.codes[code].name, p.start, p.end, p.quote, p.coder)
        for p in received.passages
        for code in p.codes
    )


def run(python: Path, script: str, *arguments: Path) -> Counter[tuple[object, ...]]:
    """Return what a reader in its own environment reads."""
    done = subprocess.run([python, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return Counter(tuple(row) for row in json.loads(done.stdout))


def make_environment(folder: Path) -> Path:
    """Return the Python of an environment with the readers, made if need be."""
    home = folder / "readers"
    if not home.exists():
        venv.create(home, with_pip=True)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "pyrefiqda==0.3.1", "qdapy==0.1.0"], check=True)
    wheel = "qualitative-coding==1.7.8"
    subprocess.run([python, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, wheel], check=True)
    return python


def compare(name: str, ours: Counter[tuple[object, ...]], theirs: Counter[tuple[object, ...]]) -> int:
    """Print how many codings are the same, and return how many are not."""
    differ = sum(((ours - theirs) + (theirs - ours)).values())
    print(f"{name}: {sum((ours & theirs).values()):,} of {sum(ours.values()):,} the same, {differ} differ")
    return differ


def main(folder: Path) -> int:
    """Compare every study with every reader, and return how many codings differ."""
    from test_export_codings import make_coded_study

    folder.mkdir(parents=True, exist_ok=True)
    python, wrong = make_environment(folder), 0
    hard = folder / "hard"
    if not hard.exists():
        make_coded_study(hard)
    for name, study in (("sample", ROOT / "transcripts_sample"), ("hard Unicode", hard)):
        file, back = folder / f"{study.name}.qdpx", folder / f"{study.name}_back.qdpx"
        export_codings(study, file)
        ours = rows_of(file.read_bytes())
        wrong += compare(f"{name}, qdapy", ours, run(python, QDAPY, file))
        wrong += compare(f"{name}, pyrefiqda", ours, run(python, PYREFIQDA, file, folder / f"x_{study.name}", back))
        wrong += compare(f"{name}, written again by pyrefiqda", ours, rows_of(back.read_bytes()))
    wheel = zipfile.ZipFile(next(folder.glob("qualitative_coding-1.7.8*.whl")))
    for name in ("qualitative_coding/demo.qdpx", "qualitative_coding/refi_qda/nvivo_project.qdpx"):
        wrong += read_of_others(name, wheel.read(name))
    return wrong


def read_of_others(name: str, data: bytes) -> int:
    """Return how many codings of a project are not the line of the text that their name says: `line:6` is the sixth."""
    received = read_refi_project(data, name)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {path.rpartition("/")[2]: archive.read(path).decode() for path in archive.namelist() if ".txt" in path}
    wrong = sum(texts[p.document][p.start : p.end] != p.quote or p.quote.count("\n") > 1 for p in received.passages)
    whole = sum(p.before.endswith("\n") or not p.before for p in received.passages)
    print(
        f"{name}: {len(received.codes)} codes, {len(received.passages)} codings, {wrong} shifted, {whole} begin a line"
    )
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]))))
