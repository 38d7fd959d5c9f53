"""Kill -9 while results are written: the old output or the new one, never a mixture, and nothing is left lying about.

A process of its own makes two comparisons of a tiny study, and has children that write one over the other and are
killed: at random moments, and right before each thing they do to a file. `benchmarks/kill_compare.py` kills the command
line itself, as often as one likes.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are not to be had on Windows")

SCRIPT = r'''
import hashlib, json, os, random, signal, sys, time
from pathlib import Path
import pandas as pd
import bp_qual.report.results
from bp_qual.codebook import parse_codebook
from bp_qual.coding import apply_codebook
from bp_qual.compare import compare_waves
from bp_qual.files import finish_folder
from bp_qual.panel import count_codes
from bp_qual.transcripts import Corpus, Transcript, Turn

OLD, NEW = 0, 1
folder = sys.argv[1]
persons = tuple(f"P{number:02}" for number in range(1, 8))


def interview(person, wave, times):
    said = "Wij werken samen met de gemeente. " * times + "En dan nog iets heel anders. " * 60
    turn = Turn(0, "R", "respondent", 0, len(said), person)
    return Transcript(f"{person}_{wave}", (person,), wave, said, (turn,))


def compare(terms, **more):
    codes = [{"id": "a", "terms": terms}]
    text = json.dumps({"codebook": "Demo", "version": "1.0.0", "language": "nl", "codes": codes})
    codebook = parse_codebook(text)
    return compare_waves(count_codes(apply_codebook(codebook, corpus), corpus, codebook), **more)


talk = [interview(p, w, (i * (1 + n)) % 5 + 1) for i, p in enumerate(persons) for n, w in enumerate(("2010", "2020"))]
corpus = Corpus(tuple(talk), persons, ("2010", "2020"))
kinds = pd.DataFrame({"person": persons, "type": ["doener", "bouwer"] * 3 + ["doener"]})
both = compare(["gemeente"], groups=kinds), compare(["gemeente", "samen"])  # the old one has a table more
made = [bp_qual.report.results.result_files(one, title="Demo") for one in both]
bp_qual.report.results.result_files = lambda one, **_: made[OLD if one is both[OLD] else NEW]
os.fsync = lambda handle: None  # it guards against a power cut, not against kill -9


def write(which):
    bp_qual.report.results.write_results(both[which], folder)


def look():
    """Say which output is in the folder, by the hashes in its run.json, or what is wrong with it."""
    names = {path.name for path in Path(folder).iterdir() if not path.name.startswith(".")}
    record = json.loads((Path(folder) / "run.json").read_text())
    if names != {*record["outputs"], "run.json"}:
        return f"files of another run: {sorted(names ^ {*record['outputs'], 'run.json'})}"
    for name, digest in record["outputs"].items():
        if hashlib.sha256((Path(folder) / name).read_bytes()).hexdigest() != digest:
            return f"{name} is of another run"
    return {made[OLD]["run.json"]: "old", made[NEW]["run.json"]: "new"}[(Path(folder) / "run.json").read_bytes()]


def fork(job, *arguments):
    child = os.fork()
    if child == 0:
        try:
            job(*arguments)
        finally:
            os._exit(0)
    return child


def look_now_and_after_the_next_run():
    finish_folder(folder)
    seen = look()
    os.waitpid(fork(write, NEW), 0)
    left = [name for name in os.listdir(folder) if name.startswith(".")]
    again = f"{look()} {left}" if left else look()
    os.waitpid(fork(write, OLD), 0)
    return seen, again


def kill_at_random_moments(times):
    chance = random.Random(1)
    begin = time.perf_counter()
    os.waitpid(fork(write, NEW), 0)
    lasts = time.perf_counter() - begin
    write(OLD)
    for _ in range(times):
        child = fork(write, NEW)
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        yield look_now_and_after_the_next_run()


def write_until(step):
    done = 0

    def count(event, arguments):
        nonlocal done
        touches = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir")
        if (touches or (event == "open" and {"w", "x"} & {*str(arguments[1])})) and folder in str(arguments[0]):
            done += 1
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    write(NEW)


def kill_before_each_step(steps=range(1, 500)):
    for step in steps:
        if os.waitpid(fork(write_until, step), 0)[1] != signal.SIGKILL:
            return
        yield look_now_and_after_the_next_run()


def write_file_by_file(folder, files, *_, **__):
    for name, data in files.items():
        Path(folder, name).write_bytes(data)


write(OLD)
print(json.dumps(list(kill_at_random_moments(20))))
print(json.dumps(list(kill_before_each_step())))
bp_qual.report.results.write_folder = write_file_by_file
print(json.dumps(list(kill_before_each_step((1, 5, 9)))))
'''


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> list[list[list[str]]]:
    out = tmp_path_factory.mktemp("killed") / "out"
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_a_run_killed_at_a_random_moment_leaves_the_old_output_or_the_new_one(kills):
    seen, _, _ = kills
    assert len(seen) == 20
    assert {state for state, _ in seen} <= {"old", "new"}


def test_a_run_killed_before_any_step_of_its_writing_leaves_the_old_output_or_the_new_one(kills):
    _, seen, _ = kills
    assert len(seen) > 20
    assert {state for state, _ in seen} == {"old", "new"}
    assert (seen[0][0], seen[-1][0]) == ("old", "new")


def test_after_a_killed_run_the_next_one_leaves_its_own_output_and_nothing_else(kills):
    assert {again for some in kills[:2] for _, again in some} == {"new"}


def test_writing_file_by_file_would_be_seen_as_a_mixture(kills):
    """The teeth: with the staging taken away, the same kills do leave mixtures."""
    assert {state for state, _ in kills[2]} - {"old", "new"}
