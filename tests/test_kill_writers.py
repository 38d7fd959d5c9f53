"""Commands that write, killed before each thing they do to a file, and none of them forgotten.

`benchmarks/kill_writers.py` kills them all, `benchmarks/foreign_files.py` points them all at files of others; this is
small: the command that puts back what people did, those that write a study and its key, and that the lists of both name
every command there is.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import foreign_files

SCRIPT = """
import json, os, shutil, sys
from collections import Counter
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from kill_writers import is_of_passage, kill_before
from bp_qual.coding.by_hand import coders_files
from bp_qual.study.checking import check_study
from bp_qual.study.copies import restore_day

place = Path(sys.argv[1])
made = place / "made"
(made / "codings" / ".copies" / "2030-01-01" / "codings").mkdir(parents=True)
for name in ("anna", "bert"):
    (made / "codings" / f"{name}.jsonl").write_bytes(b"now")
    (made / "codings" / ".copies" / "2030-01-01" / "codings" / f"{name}.jsonl").write_bytes(b"then")
(made / "codebook.yaml").write_bytes(b"now")
(made / ".keep").touch()
(made / "codings" / ".copies" / "2030-01-01" / "codebook.yaml").write_bytes(b"then")
(made / "codings" / "carla.jsonl").write_bytes(b"now")
for day in ("2030-01-01", "2030-01-02"):
    note = made / "codings" / ".copies" / day / ".made"
    note.parent.mkdir(exist_ok=True)
    note.write_text(json.dumps({"codings/carla.jsonl": ""}))


def restore(study, before):
    if child := os.fork():
        return os.waitpid(child, 0)[1]
    before()
    try:
        restore_day(study, "2030-01-01")
    finally:
        os._exit(0)


def look(study):
    files = (study / "codings" / "anna.jsonl", study / "codings" / "bert.jsonl", study / "codebook.yaml")
    goes = [study / "codings" / "carla.jsonl", *study.glob("codings/.copies/*/.made")]
    goes += [study / "codings" / ".copies" / "2030-01-02" / ".made"]
    there = {"now" if file.exists() else "then" for file in goes}
    return sorted({file.read_bytes().decode() for file in files} | there)


seen = Counter()
for step in range(1, 200):
    study = shutil.copytree(made, place / str(step))
    if restore(study, kill_before(step, study)) != 9:
        break
    state = look(study)
    if len(state) > 1:
        state += [any("bp_qual-not-finished" in str(note) for note in check_study(study).notes)]
    restore(study, lambda: None)
    names = ["/" + str(path.relative_to(study)) for path in study.rglob("*")]
    kept = [path.read_bytes().decode() for path in study.rglob("*") if "replaced" in str(path) and path.is_file()]
    seen[json.dumps([state, look(study), [name for name in names if is_of_passage(name)], sorted(set(kept))])] += 1
print(json.dumps([json.loads(state) for state in seen]))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are not to be had on Windows")
def test_a_restore_that_is_killed_leaves_the_old_files_or_the_new_ones_and_the_next_mends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), str(Path(foreign_files.__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    states = json.loads(done.stdout)
    assert {json.dumps(state[0]) for state in states} == {'["now"]', '["then"]', '["now", "then", true]'}
    assert [state[1:] for state in states] == [[["then"], [], ["now"]]] * len(states)


NAMES = """
import json, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from kill_writers import kill_before
from bp_qual import apply_pseudonyms
from bp_qual.files.leftovers import READY
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes
from bp_qual.pseudonyms.revealing import reveal_names

place = Path(sys.argv[1])
study, sheet = place / "study", place / "names.xlsx"
study.mkdir()
for wave in ("2010", "2020"):
    (study / f"Annie_{wave}.txt").write_text("I: Wie hielp u?\\nR: Jan hielp mij heel goed.\\n", encoding="utf-8")
(study / "study.yaml").write_text("study: Buurt\\nlanguage: nl\\n", encoding="utf-8")
rows = [NameRow("Jan", "[naam 1]", True), NameRow("Annie", "P05", True)]
sheet.write_bytes(name_sheet_bytes(rows, [], language="nl"))


def apply(home):
    apply_pseudonyms(study, sheet, home / "new", key=home / "key.csv")


def reveal(home):
    reveal_names(place / "whole" / "new", home / "new", key=place / "whole" / "key.csv")


def look(home):
    return {str(path.relative_to(home)): path.read_bytes().decode() for path in home.rglob("*") if path.is_file()}


def kept(files):
    return {name: text for name, text in files.items() if "bp_qual-" not in name}


seen = set()
apply(place / "whole")
for command in (apply, reveal):
    command(place / command.__name__)
    whole = look(place / command.__name__)
    for step in range(1, 200):
        home = place / command.__name__ / str(step)
        home.mkdir()
        if not (child := os.fork()):
            kill_before(step, home)()
            command(home)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 9:
            break
        there = kept(look(home))
        state = "nothing" if not there else "all" if there == whole else ",".join(sorted(there))
        told = any(path.name.startswith(READY) for path in home.iterdir())
        if state != "all":
            command(home)
        seen.add((command.__name__, state, told or state in ("nothing", "all"), look(home) == whole))
print(json.dumps(sorted(seen)))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are not to be had on Windows")
def test_a_study_with_pseudonyms_that_is_killed_is_never_without_its_key_nor_the_key_unsaid_without_the_study(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", NAMES, str(tmp_path), str(Path(foreign_files.__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        ["apply", "all", True, True],
        ["apply", "key.csv", True, True],
        ["apply", "nothing", True, True],
        ["reveal", "all", True, True],
        ["reveal", "nothing", True, True],
    ]


def test_every_command_and_every_file_that_it_writes_is_tried_against_files_of_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert foreign_files.forgotten() == []
    fewer = [writer for writer in foreign_files.WRITERS if "--taguette" not in writer.arguments]
    monkeypatch.setattr(foreign_files, "WRITERS", tuple(writer for writer in fewer if "plan" not in writer.arguments))
    assert foreign_files.forgotten() == ["plan", "plan -o", "export --taguette"]
