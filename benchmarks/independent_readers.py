"""Let readers of other makers read the REFI-QDA projects that bp_qual writes, and read what other programs wrote.

    python benchmarks/independent_readers.py FOLDER

Makes environments of their own in FOLDER (pip install pyrefiqda==0.3.1 qdapy==0.1.0; taguette==1.5.2; exegete 0.15.1a1,
which makes the tables of QualCoder 4.0, whose own code is in no registry; and the two projects in the wheel of
qualitative-coding 1.7.8), exports the sample study and a study of hard Unicode, and compares every (source, code,
start, end, text, coder). Taguette imports what we wrote into a project of its own, as it does when
somebody opens the file, exports that again, and lists the highlights; both are compared. Exit code 1 where anything
differs. qdapy is AGPL and exegete LGPL: they are only run, never imported here.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import venv
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from bp_qual import export_codings
from bp_qual.exchange.qualcoder_project import read_qualcoder
from bp_qual.exchange.refi_passages import read_refi_project
from bp_qual.exchange.taguette_project import read_taguette

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
PYREFIQDA_NOTES = """
import json, sys
from pathlib import Path
from pyrefiqda import RefiProject
project = RefiProject.load(sys.argv[1], extract_dir=sys.argv[2])
notes = project.notes.note if project.notes else []
read = [Path(sys.argv[2]) / "sources" / note.plain_text_path.removeprefix("internal://") for note in notes]
print(json.dumps([[file.read_bytes().decode()] for file in read]))
"""
TAGUETTE = """
import csv, io, json, logging, sys, warnings
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import bs4
from taguette import database, export
from taguette.extract import extract
given = database.connect("sqlite:///" + sys.argv[1], external=True)()
own = database.connect("sqlite:///" + sys.argv[2])()
own.add(database.User(login="admin"))
own.commit()
project = database.copy_project(given, own, given.query(database.Project).one().id, "admin")
export.highlights_csv(own, project, "", listed := io.StringIO())
rows = []
for mark in own.query(database.Highlight):
    page = extract(mark.document.contents, mark.start_offset, mark.end_offset)
    text = bs4.BeautifulSoup(page, "html5lib").get_text()
    rows += [[mark.document.name, tag.path, mark.start_offset, mark.end_offset, text] for tag in mark.tags]
print(json.dumps([*rows, *([-1, *row[1:]] for row in csv.reader(io.StringIO(listed.getvalue())))]))
"""

QUALCODER = """
import json, sqlite3, sys
from pathlib import Path
from exegete.new_project import build_database, creation_statements
texts, rows = json.loads(Path(sys.argv[1]).read_text("utf-8"))
file = Path(sys.argv[2])
file.unlink(missing_ok=True)
build_database(file, creation_statements("anna", "", "2026-11-27 10:00:00"))
base, numbers, codes = sqlite3.connect(file), {}, {}
insert = "INSERT INTO source (name, fulltext, owner, date, memo) VALUES (?, ?, 'anna', '', '')"
for name, text in texts:
    numbers[name] = base.execute(insert, (name, text)).lastrowid
insert = "INSERT INTO code_name (name, owner, date, memo, color) VALUES (?, 'anna', '', '', '')"
for _, code, *_ in rows:
    if code not in codes:
        codes[code] = base.execute(insert, (code,)).lastrowid
for number, (source, code, start, end, quote, coder) in enumerate(rows):
    base.execute(
        "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner, date, memo) VALUES (?, ?, ?, ?, ?, ?, '', '')",
        (codes[code], numbers[source], quote, start, end, coder),
    )
base.commit()
print("[]")
"""


def compare_qualcoder(name: str, python: Path, data: bytes, folder: Path) -> int:
    """Return how many codings are read otherwise from a project with the tables of QualCoder 4.0, made by exegete."""
    ours, file = rows_of(data), folder / "given.json"
    texts = [(text.name, text.text) for text in read_refi_project(data, "p.qdpx").texts]
    file.write_text(json.dumps([texts, [*ours]]), encoding="utf-8")
    run(python, QUALCODER, file, folder / "data.qda")
    received = read_qualcoder((folder / "data.qda").read_bytes(), "data.qda")
    read = Counter(
        (p.document, received.codes[code].name, p.start, p.end, p.quote, p.coder)
        for p in received.passages
        for code in p.codes
    )
    return compare(f"{name}, tables of QualCoder 4.0", Counter({*ours}), read)


def rows_of(data: bytes) -> Counter[tuple[object, ...]]:
    """Return what bp_qual reads in a project, each code by the name that it has there: `Druk (Thuis)`, not `Druk`."""
    received = read_refi_project(data, "p.qdpx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read(next(name for name in archive.namelist() if name.endswith(".qde"))))
    codes = (node for node in root.iter() if node.tag.rpartition("}")[2] == "Code")
    names = {node.attrib["guid"].strip("{}").casefold(): node.attrib["name"] for node in codes}
    return Counter(
        (p.document, names[received.codes[code].guid.strip("{}").casefold()], p.start, p.end, p.quote, p.coder)
        for p in received.passages
        for code in p.codes
    )


def memos_of(data: bytes) -> Counter[tuple[object, ...]]:
    """Return the memos on no passage that bp_qual reads in a project, with who wrote them and what they are on."""
    received = read_refi_project(data, "p.qdpx")
    names = {number: draft.name for number, draft in enumerate(received.codes)}
    return Counter(
        (m.note, m.coder, datetime.fromisoformat(m.at), m.document, m.person, names.get(m.code, ""))
        for m in received.memos
    )


def compare_taguette(name: str, python: Path, study: Path, folder: Path) -> int:
    """Return how many codings Taguette reads otherwise, in its own project and in its list of highlights."""
    file, back = folder / f"{study.name}.sqlite3", folder / f"{study.name}_taguette.sqlite3"
    back.unlink(missing_ok=True)
    export_codings(study, file)
    ours = ours_for_taguette(file.read_bytes())
    rows = run(python, TAGUETTE, file, back)
    listed = Counter({row[1:]: n for row, n in rows.items() if row[0] == -1 and row[1] != "document"})
    theirs = Counter({row: n for row, n in rows.items() if row[0] != -1})
    wrong = compare(f"{name}, Taguette", ours, theirs)
    flat = Counter((source, tag, " ".join(str(text).split())) for source, tag, _, _, text in ours.elements())
    as_listed = Counter((source, tag, " ".join(str(text).split())) for source, tag, text in listed.elements())
    wrong += compare(f"{name}, highlights.csv of Taguette", flat, as_listed)
    return wrong + compare(f"{name}, exported again by Taguette", ours, ours_for_taguette(back.read_bytes()))


def ours_for_taguette(data: bytes) -> Counter[tuple[object, ...]]:
    """Return the codings that bp_qual reads in a project of Taguette, its places as bytes."""
    received, tags = read_taguette(data, "p.sqlite3"), list[str]()
    for draft in received.codes:
        tags.append(f"{tags[draft.parent]}.{draft.name}" if draft.parent >= 0 else draft.name)
    return Counter(
        (p.document, tags[code], *(len(p.source[:place].encode()) for place in (p.start, p.end)), p.quote)
        for p in received.passages
        for code in p.codes
    )


def run(python: Path, script: str, *arguments: Path) -> Counter[tuple[object, ...]]:
    """Return what a reader in its own environment reads."""
    done = subprocess.run([python, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return Counter(tuple(row) for row in json.loads(done.stdout))


def make_environment(home: Path, *packages: str) -> Path:
    """Return the Python of an environment with some packages, made if need be."""
    if not home.exists():
        venv.create(home, with_pip=True)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True)
    return python


def compare(name: str, ours: Counter[tuple[object, ...]], theirs: Counter[tuple[object, ...]]) -> int:
    """Print how many codings are the same, and return how many are not."""
    differ = sum(((ours - theirs) + (theirs - ours)).values())
    print(f"{name}: {sum((ours & theirs).values()):,} of {sum(ours.values()):,} the same, {differ} differ")
    return differ


def main(folder: Path) -> int:
    """Compare every study with every reader, and return how many codings differ."""
    from test_export_memos import make_study_with_memos

    folder.mkdir(parents=True, exist_ok=True)
    python, wrong = make_environment(folder / "readers", "pyrefiqda==0.3.1", "qdapy==0.1.0"), 0
    taguette = make_environment(folder / "taguette", "taguette==1.5.2")
    exegete = make_environment(folder / "exegete", "exegete==0.15.1a1")
    wheel = "qualitative-coding==1.7.8"
    subprocess.run([python, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, wheel], check=True)
    hard = folder / "hard"
    if not hard.exists():
        make_study_with_memos(hard)
    for name, study in (("sample", ROOT / "transcripts_sample"), ("hard Unicode", hard)):
        file, back = folder / f"{study.name}.qdpx", folder / f"{study.name}_back.qdpx"
        export_codings(study, file)
        ours = rows_of(file.read_bytes())
        wrong += compare(f"{name}, qdapy", ours, run(python, QDAPY, file))
        wrong += compare(f"{name}, pyrefiqda", ours, run(python, PYREFIQDA, file, folder / f"x_{study.name}", back))
        wrong += compare(f"{name}, written again by pyrefiqda", ours, rows_of(back.read_bytes()))
        memos, read = memos_of(file.read_bytes()), run(python, PYREFIQDA_NOTES, file, folder / f"x_{study.name}")
        wrong += compare(f"{name}, memos, pyrefiqda", Counter((note,) for note, *_ in memos.elements()), read)
        wrong += compare(f"{name}, memos, written again by pyrefiqda", memos, memos_of(back.read_bytes()))
        wrong += compare_taguette(name, taguette, study, folder)
        wrong += compare_qualcoder(name, exegete, file.read_bytes(), folder)
    archive = zipfile.ZipFile(next(folder.glob("qualitative_coding-1.7.8*.whl")))
    for name in ("qualitative_coding/demo.qdpx", "qualitative_coding/refi_qda/nvivo_project.qdpx"):
        wrong += read_of_others(name, archive.read(name))
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
