"""A researcher's hour: code the sample study by hand through the page's own addresses, and compare it with the machine.

python benchmarks/code_sample_by_hand.py          # prints both comparisons
python benchmarks/code_sample_by_hand.py --write  # writes the table into docs/coding_by_hand.md and the Dutch page

The reader does what transcripts_sample/README.md argues: boxes that are no boxes, and words that the interviewer put
into a mouth, are rejected; what a person says without the word for it is coded; every other hit is accepted.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.testclient import TestClient

from bp_qual.compare import Comparison, compare_waves
from bp_qual.page import Desk, open_desk
from bp_qual.page.routes import make_app
from bp_qual.panel import count_codes
from bp_qual.study.what_counts import what_counts
from bp_qual.wording import Wording

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "docs" / "coding_by_hand.md", "nl": ROOT / "docs" / "coderen_met_de_hand.md"}
BEGIN, END = "<!-- by hand and by machine -->\n", "<!-- end -->\n"
TOKEN, PORT = "t" * 43, 8000
BATCH = 40


@dataclass(frozen=True, slots=True)
class Rejected:
    """Hits that mean something else: in an interview, of a code, within these words."""

    interview: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Added:
    """A passage that has no word of the codebook for what it says."""

    interview: str
    code: str
    words: str


NOT_MEANT = (
    Rejected("P03_2020", "hokjes", "Hokjes, met tape"),
    Rejected("P09_2020", "kennisoverdracht", "Overdragen, overdragen, dat is een groot woord. Er is niks overgedragen"),
    Rejected("P09_2020", "erkenning", "Welke waardering?"),
)
NOT_SEEN = (
    Added("P05_2010", "kennisoverdracht", "Dat leer je nergens anders, geloof ik."),
    Added("P05_2010", "kennisoverdracht", "die jongen mij wilde helpen het glas te rapen"),
    Added("P05_2010", "kennisoverdracht", "Die vraagt alles."),
    Added("P05_2010", "opvolging", "De tuin was er eerder dan ik ook, hij heette alleen anders."),
)


def browse(desk: Desk) -> TestClient:
    """Return a browser of the page, without a window."""
    gate = make_app(desk, token=TOKEN, port=PORT, language="en")
    return TestClient(gate, base_url=f"http://127.0.0.1:{PORT}", headers={"cookie": f"bp_qual_{PORT}={TOKEN}"})


def code_sample(study: Path) -> tuple[Desk, dict[str, int]]:
    """Code a copy of the sample study as its README argues, and return how often each thing was done."""
    desk = open_desk(study, coder="reader")
    page = browse(desk)
    codebook = page.get("/api/codebook").json()["coder"]
    done: dict[str, int] = {}
    for row in page.get("/api/start").json()["rows"]:
        for state in (state for cell in row["cells"] for state in cell or ()):
            view = page.get("/api/interview", params={"id": state["interview"]}).json()
            if view["done"]:
                continue  # an interview with two persons
            deeds = list(read_interview(view))
            for begin in range(0, len(deeds), BATCH):
                batch = [{"id": uuid.uuid4().hex, **deed} for deed in deeds[begin : begin + BATCH]]
                answer = page.post("/api/save", json={"events": batch, "codebook": codebook}).json()
                if answer["refused"]:
                    raise SystemExit(str(answer["refused"][0]))
            for deed in deeds:
                done[str(deed["do"])] = done.get(str(deed["do"]), 0) + 1
    return desk, done


def read_interview(view: dict) -> Iterator[dict[str, object]]:
    """Yield what the reader does in one interview."""
    name = view["interview"]
    unmeant = [(item.code, *find_words(view, item.words)) for item in NOT_MEANT if item.interview == name]
    for mark in view["marks"]:
        rejected = any(mark["code"] == code and start <= mark["start"] < end for code, start, end in unmeant)
        place = {key: mark[key] for key in ("interview", "start", "end", "code")}
        yield {"do": "reject" if rejected else "accept", **place}
    for item in NOT_SEEN:
        if item.interview == name:
            start, end = find_words(view, item.words)
            yield {"do": "add", "interview": name, "start": start, "end": end, "code": item.code}
    yield {"do": "done", "interview": name}


def find_words(view: dict, words: str) -> tuple[int, int]:
    """Return where words stand in an interview, as the page shows it."""
    for turn in view["turns"]:
        if turn["role"] == "respondent" and (at := turn["text"].find(words)) >= 0:
            return turn["start"] + at, turn["start"] + at + len(words)
    raise SystemExit(f"{view['interview']} does not say: {words}")


def compare_both(desk: Desk, *, draws: int = 9999) -> tuple[Comparison, Comparison]:
    """Return the comparison of the codebook's hits, and that of the hits as the reader reviewed them."""

    def compare(count: str) -> Comparison:
        counted = what_counts(desk.study, desk.codings, desk.corpus, desk.codebook, count=count)
        panel = count_codes(counted.combined, desk.corpus, desk.codebook)
        return compare_waves(panel, floor=desk.study.floor, asked=desk.study.asked, draws=draws, language="en")

    return compare("machine"), compare("reviewed")


def table_of(machine: Comparison, by_hand: Comparison, done: dict[str, int], language: str) -> str:
    """Return both comparisons side by side, as a table for a page of documentation."""
    say = Wording(language)
    dutch = language == "nl"
    label = machine.panel.source.codebook.label
    told = (
        f"{done['accept']} treffers aanvaard, {done['reject']} afgewezen, {done['add']} passages gecodeerd,"
        f" {done['done']} interviews klaar."
        if dutch
        else f"{done['accept']} hits accepted, {done['reject']} rejected, {done['add']} passages coded,"
        f" {done['done']} interviews done."
    )
    machine_name, hand_name = ("automaat", "nagekeken") if dutch else ("machine", "reviewed")
    words = ("thema", "omhoog / omlaag / gelijk", "verschil") if dutch else ("theme", "up / down / same", "difference")
    heads = [words[0], *(f"{name}: {word}" for word in words[1:] for name in (machine_name, hand_name))]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for first, second in zip(machine.codes.to_dict("records"), by_hand.codes.to_dict("records"), strict=True):
        counts = [f"{row['up']} / {row['down']} / {row['same']}" for row in (first, second)]
        rates = [say.number(row["difference"], 2) for row in (first, second)]
        if counts[0] != counts[1] or rates[0] != rates[1]:
            lines.append(f"| {' | '.join([label(first['code'], language), *counts, *rates])} |")
    return told + "\n\n" + "\n".join(lines) + "\n"


def make_tables(folder: Path) -> dict[str, str]:
    """Code a copy of the sample study in a folder, and return the table in either language."""
    study = folder / "transcripts_sample"
    shutil.copytree(ROOT / "transcripts_sample", study, ignore=shutil.ignore_patterns("codings", "out"))
    (folder / "codebooks").mkdir(exist_ok=True)
    for file in (ROOT / "codebooks").glob("*.yaml"):
        shutil.copy(file, folder / "codebooks")
    desk, done = code_sample(study)
    machine, by_hand = compare_both(desk)
    return {language: table_of(machine, by_hand, done, language) for language in PAGES}


def main() -> None:
    """Print the tables, or write them into the documentation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as name:
        tables = make_tables(Path(name))
    for language, table in tables.items():
        if not write:
            print(table)
            continue
        before, _, rest = PAGES[language].read_text("utf-8").partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGES[language].write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
