"""The page on speed, docs/performance.md, and its pictures, from the figures that `performance.py` measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Figures = dict[str, Any]
START = {
    "explain": ("`bp-qual explain`, one sentence", 0.4),
    "check": ("`bp-qual check` on the sample study", 0.8),
    "compare": ("`bp-qual compare` on the sample study, with report", 1.2),
    "study": ("`bp-qual compare` on 43 persons x 2 interviews of 8,000 words, with report", 2.5),
}
TERABYTE = 1_000_000  # megabytes
PAGE = """# How fast it is

<!-- Made by `python benchmarks/performance.py`; change benchmarks/performance_page.py, not this page. -->

Every figure on this page was measured by one command, `python benchmarks/performance.py`, which also writes the page.
Seconds are of the processor, user and system, so that other work on the machine counts less; what is compared was done
in turns, and the median counts. **Read the ratios, not the seconds**: another machine has other seconds. A load above
the number of cores means that others used the machine too.

{measured}

## From the command to its end

A command pays for Python, for the libraries that it needs and for its own work. The measure is `python -c "import
pandas, spacy, altair"` in the same run: a command of 1.0 takes as long as only loading these three.

{start}

![Commands as bars, each against its goal](performance_start.svg)

What is left of `compare` on a small study is mostly loading: pandas, numpy, Jinja and the modules of bp_qual. On a
large study it is reading, cutting into sentences, the permutations and the report; coding itself is a fifth. No index
of a study is kept between runs, so that a run with a changed codebook takes as long as the first one.

## Coding, against other programs

From texts in memory to the table of codings: {megabytes} million characters of made-up Dutch talk, 100 codes of ten
terms each. bp_qual looks for the terms in all their forms, in split verbs and compounds, and says what is denied; the
others look for the same terms as plain strings, and give a list of places.

{coding}

The raw pass makes nothing of what it finds: no words, no table, no check of where a word begins. bp_qual first cuts the
talk into words, and that alone takes longer than such a pass; what comes after works on each different word once.

## More codes

The same talk with ever more codes, ten terms each. The goal is that 1,000 codes take at most 2.5 times as long as 12.

{codes}

![Seconds against the number of codes](performance_codes.svg)

How the time of a whole comparison grows with files, persons, codes, waves and words is in [What you can rely
on](trust.md#how-time-grows).

## In a notebook

With `index_corpus` the talk stays cut into words, and a codebook can be tried again and again:

{notebook}

What each term found is kept with the index, so that only terms that changed are looked for again; more than half of
what is left is putting the table of all codes together. A sentence is explained so quickly where it was tried before; a
new one takes several times as long.

## Several processes

`--workers`, or as many as there are cores where there is enough to do. The same talk and codebook with one and with
two; the rows are the same.

{workers}

## One terabyte

[Large archives](large_archives.md) tells how workers on one computer or many code an archive in parts. Measured on
{archive_mb} MB of generated talk (`python benchmarks/bench_archive.py {archive_mb}`), and worked out from that:

{archive}
"""


def write_page(figures: Figures, docs: Path) -> None:
    """Write the page and its pictures into a folder."""
    docs.joinpath("performance.md").write_text(render(figures), encoding="utf-8")
    for name, svg in pictures(figures).items():
        docs.joinpath(name).write_text(svg, encoding="utf-8")


def render(figures: Figures) -> str:
    """Return the page."""
    coding, archive = figures["coding"], figures["archive"]
    return PAGE.format(
        measured=_measured(figures),
        start=_start(figures),
        megabytes=f"{coding['megabytes']:.0f}",
        coding=_coding(coding),
        codes=_codes(figures["codes"]),
        notebook=_notebook(figures["notebook"]),
        workers=_workers(figures["workers"]),
        archive_mb=f"{archive['megabytes']:.0f}",
        archive=_archive(archive),
    )


def ratios_of_commands(figures: Figures) -> dict[str, tuple[float, float]]:
    """Return for each command its seconds, and how many times those of the measure in the same run."""
    found = {}
    for name in START:
        part = figures["study" if name == "study" else "start"]
        found[name] = part[name], part[name] / part["measure"]
    return found


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _measured(figures: Figures) -> str:
    rows = [
        (
            name,
            row["date"],
            f"`{row['commit']}`",
            str(row["rounds"]),
            row["python"],
            str(row["cores"]),
            f"{row['load']:.0f}",
        )
        for name, row in figures.items()
    ]
    return _table(("part", "measured on", "commit", "rounds", "Python", "cores", "load"), sorted(rows))


def _goal(ratio: float, goal: float) -> str:
    return "reached" if ratio <= goal else "**missed**"


def _start(figures: Figures) -> str:
    rows = [("`import pandas, spacy, altair`", f"{figures['start']['measure']:.2f} s", "1", "", "")]
    for name, (taken, ratio) in ratios_of_commands(figures).items():
        title, goal = START[name]
        rows.append((title, f"{taken:.2f} s", f"{ratio:.2f}", f"{goal}", _goal(ratio, goal)))
    rows.insert(1, ("`import pandas`", f"{figures['start']['pandas']:.2f} s",
                    f"{figures['start']['pandas'] / figures['start']['measure']:.2f}", "", ""))  # fmt: skip
    return _table(("command", "processor", "times the measure", "goal", ""), rows)


def _coding(part: Figures) -> str:
    own = part["seconds"]["bp_qual"]
    rows = [
        (name, f"{taken:.2f} s", f"{part['megabytes'] / taken:.0f} MB/s", f"{taken / own:.2f}")
        for name, taken in sorted(part["seconds"].items(), key=lambda row: -row[1])
    ]
    table = _table(("what", "processor", "speed", "time, times that of bp_qual"), rows)
    matcher = part["seconds"]["spaCy PhraseMatcher"] / own
    goals = [f"| at least 15 times as fast as PhraseMatcher | {matcher:.1f} times | {_goal(15, matcher)} |"]
    if raw := part["seconds"].get("raw Aho-Corasick pass"):
        goals.append(f"| at least half as fast as a raw pass | {raw / own:.2f} times | {_goal(0.5, raw / own)} |")
    return table + "\n\n| goal | measured | |\n|---|---|---|\n" + "\n".join(goals)


def _codes(part: Figures) -> str:
    taken = part["seconds"]
    few = taken[min(taken, key=int)]
    rows = [(f"{int(n):,}", f"{taken[n]:.2f} s", f"{taken[n] / few:.2f}") for n in sorted(taken, key=int)]
    most = taken[max(taken, key=int)] / few
    return _table(("codes", "processor", f"times the first ({_goal(most, 2.5).strip('*')})"), rows)


def _notebook(part: Figures) -> str:
    taken = part["seconds"]
    rows = [
        ("100 codes, from the talk", f"{1000 * taken['first']:.0f} ms", "", ""),
        ("the same, from an index", f"{1000 * taken['again']:.0f} ms", "", ""),
        ("one code of 100 changed, from an index", *_quick(taken["changed"], 0.05)),
        ("`explain` of one sentence, warm", *_quick(taken["explain"], 0.005)),
    ]
    return _table((f"{part['megabytes']:.0f} million characters", "processor", "goal", ""), rows)


def _quick(taken: float, goal: float) -> tuple[str, str, str]:
    return f"{1000 * taken:.1f} ms", f"{1000 * goal:.0f} ms", _goal(taken, goal)


def _workers(part: Figures) -> str:
    clock, processor = part["clock"], part["processor"]
    rows = [(n, f"{clock[n]:.1f} s", f"{processor[n]:.1f} s", f"{clock['1'] / clock[n]:.2f}") for n in sorted(clock)]
    return _table((f"processes, {part['megabytes']:.0f} MB", "by the clock", "processor, all", "times as fast"), rows)


def _archive(part: Figures) -> str:
    rate, taken, peak = part["rate"]["2"], part["processor"], part["peak"]
    hours = TERABYTE / rate / 3600
    rows = [
        ("one worker", f"{part['rate']['1']:.1f} MB a second of the processor, {peak['1']} MB of memory"),
        ("two workers", f"{rate:.1f} MB a second of the processor each, {peak['2']} MB of memory each"),
        ("two for one, on free cores (worked out)", f"{2 * taken['1'] / taken['2']:.2f} times as fast"),
        ("1 TB of text", f"1,000,000 MB / {rate:.1f} MB/s = {hours:,.0f} hours of processor"),
        ("on 32 workers", f"{hours / 32:.1f} hours"),
        ("on 100 workers", f"{hours / 100:.1f} hours"),
        ("tables written", f"{part['written']:.1f} % of what is read, so {10 * part['written']:.0f} GB"),
    ]  # fmt: skip
    return _table(("", ""), rows)


def pictures(figures: Figures) -> dict[str, str]:
    """Return the pictures of the page by the names of their files."""
    import altair as alt
    import pandas as pd

    rows = [
        {"command": f"{name} ({START[name][1]})", "times": ratio, "goal": START[name][1]}
        for name, (_, ratio) in ratios_of_commands(figures).items()
    ]
    base = alt.Chart(pd.DataFrame(rows)).encode(y=alt.Y("command:N", title=None, sort=None))
    bars = base.mark_bar(color="#0072b2").encode(x=alt.X("times:Q", title="times `import pandas, spacy, altair`"))
    goals = base.mark_tick(color="black", thickness=2, size=24).encode(x="goal:Q")
    taken = figures["codes"]["seconds"]
    grown = pd.DataFrame([{"codes": int(n), "seconds": taken[n]} for n in taken])
    line = alt.Chart(grown).mark_line(point=True, color="#0072b2")
    line = line.encode(
        x=alt.X("codes:Q", scale=alt.Scale(type="log", domain=[10, 1000])),
        y=alt.Y("seconds:Q", title="seconds of the processor", scale=alt.Scale(zero=True)),
    )
    drawn = {"performance_start.svg": bars + goals, "performance_codes.svg": line}
    return {name: _svg(chart.properties(width=420, height=160)) for name, chart in drawn.items()}


def _svg(chart: Any) -> str:
    import vl_convert as vlc

    return str(vlc.vegalite_to_svg(chart.to_dict()))
