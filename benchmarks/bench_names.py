"""How long it takes to propose names, against the comparison of the same study in the same run.

    python benchmarks/bench_names.py [INTERVIEWS WORDS]

Goal: 86 interviews of 8,000 words proposed in under 3 times the processor time of `compare` on them. Both commands run
as a person runs them, one after the other, each in one process; the load of the machine is said, as it is never idle.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
INTERVIEWS, WORDS = 86, 8000
NAMES = (
    "Sietske de Boer",
    "meneer Okonjo",
    "Fatima",
    "Van der Ploeg",
    "Zwolle",
    "Stichting Zonnebries",
    "de Kerklaan 12",
)


def make_study(folder: Path, interviews: int, words: int) -> None:
    """Write a study of two waves, made of the turns of the sample interviews with a name now and then."""
    turns = [
        line
        for path in sorted((ROOT / "transcripts_sample").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(("R:", "I:"))
    ]
    dice = random.Random(19)
    (folder / "transcripts").mkdir(parents=True)
    rows = ["file,person,wave"]
    for number in range(interviews):
        person, wave = f"P{number // 2 + 1:02}", ("2010", "2020")[number % 2]
        lines, said = list[str](), 0
        while said < words:
            turn = dice.choice(turns)
            if dice.random() < 0.2:
                turn = f"{turn} Dat zei {dice.choice(NAMES)} toen."
            lines.append(turn)
            said += len(turn.split())
        (folder / "transcripts" / f"{person}_{wave}.txt").write_text("\n\n".join(lines), encoding="utf-8")
        rows.append(f"{person}_{wave}.txt,{person},{wave}")
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    codebook = ROOT / "codebooks" / "best_persons.yaml"
    (folder / "codebook.yaml").write_bytes(codebook.read_bytes())
    settings = "study: Names\nlanguage: nl\ntranscripts: transcripts\ncodebook: codebook.yaml\n"
    (folder / "study.yaml").write_text(settings, encoding="utf-8")


def processor_seconds(*arguments: str) -> float:
    """Return the processor time of one command, with the processes it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "bp_qual", *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(interviews: int = INTERVIEWS, words: int = WORDS) -> None:
    """Measure both and say their quotient."""
    with tempfile.TemporaryDirectory() as made:
        study = Path(made) / "study"
        make_study(study, interviews, words)
        load = os.getloadavg()[0]
        comparing = processor_seconds("compare", str(study), "--workers", "1", "-o", str(Path(made) / "results"))
        proposing = processor_seconds("pseudonyms", "propose", str(study), "-o", str(Path(made) / "names.xlsx"))
    print(f"{interviews} interviews of {words} words, load {load:.1f}, processor seconds")
    print(f"compare {comparing:.1f}  propose {proposing:.1f}  {proposing / comparing:.2f} times (goal: under 3)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
