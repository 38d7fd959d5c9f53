"""A code of the codebook whose name has a sign that parts paths elsewhere is found by that name, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from bp_qual import import_codings

BOOK = """
codebook: B
version: 1.0.0
language: en
codes:
  - {id: money, label: Money}
  - {id: income, label: 'Income > 2000', parent: money}
  - {id: work, label: Work}
  - {id: hours, label: 'Works > 40 hours', parent: work}
  - {id: stress, label: Stress, parent: work}
"""
QUOTES = ("I earned a lot of it", "I was always there", "it was far too much")
NAMES = {
    "the name alone": ("Income > 2000", "Works > 40 hours", "Work > Stress"),
    "the name below that of another": ("Money > Income > 2000", "Work > Works > 40 hours", "Work > Stress"),
}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    talk = ", and ".join(QUOTES)
    for wave in ("2010", "2020"):
        (folder / f"P01_{wave}.txt").write_text(f"I: How?\nR: {talk}.\n", encoding="utf-8")
    return folder


def write_list(folder: Path, names: tuple[str, ...]) -> Path:
    rows = [f"P01,2010,{name},{quote}" for name, quote in zip(names, QUOTES, strict=True)]
    (path := folder / "list.csv").write_text("\n".join(["person,wave,code,quote", *rows]), encoding="utf-8")
    return path


def write_marks(folder: Path, names: tuple[str, ...]) -> Path:
    rows = [f"P01,2010,{quote},{','.join(str(int(n == m)) for m in range(3))}" for n, quote in enumerate(QUOTES)]
    (path := folder / "marks.csv").write_text("\n".join([f"person,wave,quote,{','.join(names)}", *rows]))
    return path


def write_matrix(folder: Path, names: tuple[str, ...]) -> Path:
    (path := folder / "matrix.csv").write_text(f"person;wave;{';'.join(names)}\nP01;2010;{';'.join(QUOTES)}\n")
    return path


def write_headings_in_two_rows(folder: Path, names: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    parts = [name.partition(" > ")[::2] if name.count(">") > 1 else ("", name) for name in names[:2]]
    for row in (["person", "wave", *[above for above, _ in parts]], ["", "", *[below for _, below in parts]]):
        book.active.append(row)
    book.active.append(["P01", 2010, *QUOTES[:2]])
    book.save(path := folder / "headings.xlsx")
    return path


def write_annotations(folder: Path, names: tuple[str, ...]) -> Path:
    items = [
        {"type": "Annotation", "body": [{"purpose": "tagging", "value": name}],
         "target": {"source": "P01_2010", "selector": {"type": "TextQuoteSelector", "exact": quote}}}
        for name, quote in zip(names, QUOTES, strict=True)
    ]  # fmt: skip
    (path := folder / "tags.json").write_text(json.dumps(items), encoding="utf-8")
    return path


def write_atlas(folder: Path, names: tuple[str, ...]) -> Path:
    quotes = "".join(f"<q id='q{n}'><content><p>{quote}</p></content></q>" for n, quote in enumerate(QUOTES))
    codes = "".join(f"<code id='c{n}' name='{name.replace('>', '&gt;')}'/>" for n, name in enumerate(names))
    links = "".join(f"<iLink obj='c{n}' qRef='q{n}'/>" for n in range(3))
    (path := folder / "atlas.xml").write_text(
        f"<storedHU><primDocs><primDoc id='d' name='P01_2010'><quotations>{quotes}</quotations></primDoc></primDocs>"
        f"<codes>{codes}</codes><links><objectSegmentLinks><codings>{links}</codings></objectSegmentLinks></links>"
        "</storedHU>"
    )
    return path


WRITERS = (write_list, write_marks, write_matrix, write_headings_in_two_rows, write_annotations, write_atlas)


@pytest.mark.sweep(4)
@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_a_sign_in_the_name_of_a_code_is_no_path(study: Path, write, names: tuple[str, ...]) -> None:
    done = import_codings(write(study.parent, names), study, coder="anna")
    assert done.new_codes == ()
    assert sorted(done.codings["code"]) in (["hours", "income", "stress"], ["hours", "income"])
