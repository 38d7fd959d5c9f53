"""Every command on the pages 'Bring your codings' runs, in English and Dutch, with a file as that program makes it."""

from __future__ import annotations

import io
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import Workbook

from bp_qual.cli import main
from program_builders import make_atlas, make_commented, make_qualcoder, make_taguette
from refi_builders import Mark, make_qdpx

ROOT = Path(__file__).parents[1]
TALK = "I: Hoe?\nP01: Ja, in het cafe doen wij alles samen.\n"
QUOTE = "alles samen"
ANNOTATION = {
    "type": "Annotation",
    "body": {"purpose": "tagging", "value": "samen"},
    "target": {"source": "P01_2010", "selector": {"type": "TextQuoteSelector", "exact": QUOTE}},
}


def make_sheet(**row: str) -> Callable[[], bytes]:
    """Return what makes a table with one row, its cells by heading (``_`` is a blank)."""

    def sheet() -> bytes:
        book = Workbook()
        book.active.append([heading.replace("_", " ") for heading in row])
        book.active.append([*row.values()])
        book.save(data := io.BytesIO())
        return data.getvalue()

    return sheet


def as_csv(text: str) -> Callable[[], bytes]:
    return text.encode


def make_node(*parts: str) -> bytes:
    """Return a code of NVivo as a Word file: where a passage is, and its words."""
    document = Document()
    for part in (f"<Files\\\\{parts[0]}> - § 1 reference coded  [2% Coverage]", "Reference 1 - 2% Coverage", parts[1]):
        document.add_paragraph(part)
    document.save(data := io.BytesIO())
    return data.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "stress.docx": lambda: make_node("P01_2010", QUOTE),
    "project.qdpx": lambda: make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark(QUOTE, "samen")]}),
    "nvivo.xlsx": make_sheet(Name="P01_2010", In_Folder="Files", Codes="samen", Coded_Text=QUOTE),
    "atlas.xlsx": make_sheet(Document="P01_2010", Quotation_Content=QUOTE, Codes="samen", Created_by="Anna"),
    "atlas.xml": lambda: make_atlas({"P01_2010": [(QUOTE, ["samen"])]}, codes={"samen": ""}),
    "segments.xlsx": make_sheet(Document_group="2010", Document_name="P01", Code="samen", Segment=QUOTE),
    "excerpts.xlsx": make_sheet(Media_Title="P01_2010.docx", Excerpt_Copy=QUOTE, Codes_Applied_Combined="samen"),
    "interviews.qda": lambda: make_qualcoder({"P01_2010": TALK}, {"P01_2010": [(QUOTE, "samen")]}),
    "taguette.sqlite3": lambda: make_taguette(
        {"P01_2010": TALK}, [("P01_2010", 39, 50, QUOTE, ["samen"])], {"samen": ""}
    ),
    "highlights.csv": as_csv(f"id,document,tag,content\n1,P01_2010,samen,{QUOTE}\n"),
    "P01_2010.docx": lambda: make_commented(TALK.strip().split("\n"), [(QUOTE, "samen", "Anna")]),
    "quotes.xlsx": make_sheet(person="P01", wave="2010", code="samen", quote=QUOTE),
    "annotations.json": lambda: json.dumps(ANNOTATION).encode(),
}
FILES |= {
    dutch: FILES[english]
    for dutch, english in (
        *(("segmenten.xlsx", "segments.xlsx"), ("fragmenten.xlsx", "excerpts.xlsx"), ("citaten.xlsx", "quotes.xlsx")),
        *(("markeringen.csv", "highlights.csv"), ("annotaties.json", "annotations.json")),
    )
}


def commands_of(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.strip().split("\n")]


def make_input(name: str) -> None:
    """Write the file, or the folder, that a command names."""
    path = Path(name)
    if name in ("coded_in_word", "in_word_gecodeerd"):
        path.mkdir()
        (path / "P01_2010.docx").write_bytes(FILES["P01_2010.docx"]())
    elif name == "nvivo_codes":
        path.mkdir()
        (path / "stress.docx").write_bytes(FILES["stress.docx"]())
    elif name.endswith(".qda"):
        path.mkdir()
        (path / "data.qda").write_bytes(FILES[name]())
    elif name in FILES:
        path.write_bytes(FILES[name]())


def make_folder(name: str, *, coded: bool) -> None:
    """Make the study, coded already where a command compares or exports it."""
    Path(name).mkdir()
    for interview in ("P01_2010", "P01_2020", "P02_2020", "P03_2020"):
        text = TALK.replace("P01", interview[:3]) if interview != "P01_2020" else TALK.replace("alles", "niets")
        (Path(name) / f"{interview}.txt").write_text(text, encoding="utf-8")
    if coded:
        Path("begin.csv").write_text(f"document,code,quote\nP01_2010,samen,{QUOTE}\n", encoding="utf-8")
        assert CliRunner().invoke(main, ["import", "begin.csv", name, "--coder", "anna", "--all-coded"]).exit_code == 0


@pytest.mark.sweep(1)
@pytest.mark.parametrize("command", [*commands_of("bring_your_codings.md"), *commands_of("neem_je_coderingen_mee.md")])
def test_every_command_that_is_shown_runs(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    program, verb, *arguments = shlex.split(command)
    assert program == "bp-qual"
    make_folder("my_study" if "my_study" in arguments else "mijn_onderzoek", coded=verb != "import")
    if verb == "import":
        make_input(arguments[0])
    run = CliRunner().invoke(main, [verb, *arguments])
    assert run.exit_code == 0, run.output
    if verb == "import":
        assert re.search(r"1 cod(ing|ering)", run.output)
    for target in re.findall(r"--(?:qdpx|csv|xlsx|wide|taguette|annotations) (\S+)", command):
        assert Path(target).stat().st_size
