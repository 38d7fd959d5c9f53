"""Codings come into a Dutch study and go out of it: all that is said of it is provoked, and none of it is English."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.wording import Remark
from bp_qual.wording.codebook_texts import LOST
from bp_qual.wording.exchange_texts import EXCHANGE
from bp_qual.wording.voice import Wording
from every_text import english_in
from refi_builders import HEAD, guid, pack

BOOK = """
codebook: B
version: 1.0.0
language: nl
codes:
  - id: samen
    label: Samen doen
    colour: "#ff8800"
    definition: Met anderen.
    terms: [samen]
  - id: werk
  - id: druk
    label: Druk
    parent: werk
    definition: Te veel.
  - id: rust
    definition: Nergens gecodeerd.
  - id: vrij_werk
    label: Vrij
    parent: werk
  - id: vrij_thuis
    label: Vrij
    parent: rust
"""
TALK = {
    "P01_2010": "I: Hoe gaat het?\nP01: Wij doen dat samen, altijd. Het werk is zwaar geworden vorig jaar.\n",
    "P01_2020": "I: Hoe gaat het?\nP01: Ieder voor zich, zo is dat. Wij doen niets meer samen.\n",
    "P02_2010": "I: Hoe gaat het?\nP02: Goed hoor. Goed hoor. Dat komt door de buren: die helpen.\n",
}
LISTS = {
    "lijst.csv": "\n".join(
        (
            "person,wave,code,quote,coder,,kleur",
            "P01,2010,samen,doen dat samen,anna,los,rood",
            "P02,2010,druk,Goed hoor,bert",
            "P01,2010,druk,zwaar geworden,bert",
            ",,werk,Ieder voor zich,anna",
            "P09,2010,werk,nergens,anna",
            "P01,2010,werk,,anna",
            "P01,2010,werk,erk,anna",
            "P01,2010,werk,nergens gezegd,anna",
            "P01,2010,werk,Hoe gaat het?,anna",
            "P01,2010,,vorig jaar,anna",
            "p-1,2020,nieuw,Wij deen niets meer samen,anna",
            ",,,,anna",
            "Totaal,,werk,3",
            "P01,2010,Vrij,zwaar geworden vorig jaar,anna",
            "P01,2010,2020-01-03,altijd,anna",
            'P02,2010,werk,"- die helpen\n- de buren",anna',
            "",
        )
    ),
    "verdeeld.csv": (
        "person,wave,code,quote,coder\nP03,2010,werk,werkten daar. En? Dat was zwaar,anna\n"
        "P03,2020,werk,niets meer. Echt niets,bert\n"
    ),
    "codeurs.csv": "person,wave,coder,code,quote\nP01,2010,bert,werk,altijd\nP02,2010,,werk,die helpen\n",
    "merk.csv": "person,wave,quote,werk\nP01,2010,zwaar geworden vorig jaar,1\nP01,2010,altijd,?\n",
    "definitie.csv": "person,wave,code,quote,definition\nP01,2010,werk,altijd,Baan.\nP01,2010,werk,altijd,Meer.\n",
    "druk.csv": "person,wave,quote\nP01,2010,altijd\n",
    "zonder.csv": "person,wave,code,quote\nP01,2010,werk,zwaar geworden\n",
    "niets.csv": "person,wave,code,quote\nP01,2010,iets,nergens gezegd\n",
    "nul.csv": "person,wave,code,quote,coder\nP01,2010,werk,zwaar geworden,Nul\n"
    "P01,2010,werk,altijd,B@1.0.0+0123456789ab\nP02,2010,werk,die helpen,Team\n"
    "P02,2010,werk,die helpen,E/W\nP02,2010,werk,die helpen,E W\n",
    "wie.csv": "wie,wave,parent,code,quote\nP01,2010,werk,,zwaar geworden\n",
    "komma.csv": ('person,wave,code,quote\nP01,2010,"werk, samen",zwaar geworden\nP02,2010,"werk, hond",die helpen\n'),
    "samen.csv": "person,wave,code,quote\nP01,2010,werk / samen,zwaar geworden\nP02,2010,samen,die helpen\n",
    "kort.csv": "persoon;ronde;druk;steun;sector\nP01;2010;zwaar geworden vorig jaar;Wij samen;zorg\n",
    "kort2.csv": "persoon;ronde;druk;hulp\nP01;2010;zwaar geworden vorig jaar;doen dat\n",
    "samen_gecodeerd.csv": (
        "person,wave,code,quote,coder,aanwezig\nP01,2010,werk,zwaar geworden,anna,1\nP01,2010,werk,altijd,bert,1\n"
        'P01,2010,druk,vorig jaar,"anna, bert",1\nP01,2010,druk,altijd,"Wit, anna",1\nP02,2010,druk,Goed,anna,0\n'
    ),
    "andere.csv": "person,wave,code,quote\nP01,2010,andere,vorig jaar\n",
    "bewijs.csv": "person,wave,code,Bewijs\nP01,2010,werk,zwaar geworden vorig\n",
    "fase.csv": "document,fase,code,quote\nP01_2010,open coderen,werk,zwaar geworden\n",
    "spelling.csv": "person,wave,code,quote\nP01,2010,plezier,zwaar geworden\nP01,2020,plesier,Ieder voor zich\n",
    "verworpen.csv": (
        "person,wave,code,quote,status\nP01,2010,werk,zwaar geworden,rejected\nP01,2010,druk,altijd,human\n"
    ),
    "leeg.csv": "person,wave,code,quote\nP01,2010,werk,zwaar geworden\n,,,vorig jaar\n",
    "twee.csv": "person,wave,code,Zin,Duiding\nP01,2010,werk,zwaar geworden vorig,het werk wordt zwaarder\n",
}
MATRIX = (("persoon", "ronde", "werk", ""), ("", "", "druk", "zwaar"), ("P01", 2010, "Het werk is zwaar", ""))
ELSEWHERE = {  # what is told of other files; their own tests provoke it
    "codebooks of other programs": (
        *("lost term languages", "lost sets", "lost part", "lost loose text", "lost condition", "lost sign"),
        *("lost foreign terms", "lost inflections", "lost beginnings", "lost sub-codes"),
    ),
    "proposals that were declined": ("lost declined",),
    "wide tables of codes that nobody counts": ("lost unfinished", "lost termless"),
    "matrices with a row for one of two persons": ("no row for",),
    "codes that resemble those of the codebook": ("code apart", "name of before"),
    "projects with cases of groups": ("case groups", "case groups with more", "cases either", "cases alike"),
    "tables of counts in a notebook": ("lost count column", "count column in doubt"),
    "workbooks with more sheets": (
        "hidden rows",
        "hidden sheet",
        "no list",
        "cell comments",
        "sheets as codes",
        "sheets called as codes",
        "sheets said codes",
        "sheets without codes",
        "sheets with own codes",
        "sheets as coders",
    ),
    "what is done on the page": (
        *(
            "lost negation",
            "lost prompts",
            "lost decisions",
            "lost speakers",
            "lost summaries",
            "lost memos",
            "lost free memos",
        ),
        *("lost placeless", "lost all memos", "lost dots", "lost reviews", "lost rejections", "lost notes"),
        *("lost units", "lost marks", "finished none"),
    ),
    "projects with cells that are not UTF-8": ("in cells", "cell as windows", "cell lost"),
    "projects and Word documents": (
        *(
            "lost texts",
            "lost selections",
            "lost uncoded",
            "lost code unknown",
            "lost empty",
            "lost sources",
            "lost links",
        ),
        *(
            "lost graphs",
            "lost variables",
            "all finished",
            "finished nowhere",
            "ends within",
            "ends behind",
            "ends unknown",
            "known by text",
            "places cut",
            "code apart",
            "no coder named",
            "taken whole",
            "counted otherwise",
            "counted units",
            "counted mark",
            "counted lines",
            "places doubtful",
            "lost files",
            "lost journals",
            "earlier list",
            "coder not in file",
            "memos kept",
            "lost memos of others",
            "lost comments",
            "lost long comments",
        ),
    ),
}
OF_A_COMPARISON = ("exchange_form_", "exchange_made_with", "exchange_origin", "exchange_overview")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "studie"
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: nl\n", encoding="utf-8")
    for name, talk in TALK.items():
        (folder / f"{name}.txt").write_text(talk, encoding="utf-8")
    return folder


def write_files(folder: Path) -> list[Path]:
    """Write a list, a matrix and a project as they come in."""
    for name, text in LISTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    book = openpyxl.Workbook()
    for row in MATRIX:
        book.active.append(row)
    book.save(buffer := io.BytesIO())
    (folder / "matrix.xlsx").write_bytes(buffer.getvalue())
    said, quote = TALK["P01_2020"], "Ieder voor zich"
    start = said.index(quote) + 3
    xml = (
        f'{HEAD}<CodeBook><Codes><Code guid="{guid("a")}" name="werk" isCodable="true"/></Codes></CodeBook>'
        f'<Variables><Variable guid="{guid("v")}" name="ronde" typeOfVariable="Text"/></Variables><Sources>'
        f'<TextSource guid="{guid("t")}" name="P01_2020"><PlainTextContent>{said}</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(1)}" name="{quote}" startPosition="{start}" endPosition="{start + 15}">'
        f'<Coding guid="{guid("c")}"><CodeRef targetGUID="{guid("a")}"/></Coding></PlainTextSelection>'
        f'<VariableValue><VariableRef targetGUID="{guid("v")}"/><TextValue>2010</TextValue></VariableValue>'
        "</TextSource></Sources></Project>"
    )
    (folder / "project.qdpx").write_bytes(pack({"project.qde": xml.encode()}))
    return [folder / name for name in (*[*LISTS][:1], *[*LISTS][2:], "matrix.xlsx", "project.qdpx")]


def run_all(study: Path) -> str:
    """Take every file into the study, write it out in every format, and return all that is said, files included."""
    folder, run = study.parent, CliRunner()
    files = write_files(folder)
    said = ""

    def command(*words: str | Path) -> None:
        nonlocal said
        done = run.invoke(main, [*map(str, words)])
        assert done.exit_code in (0, 1), done.output
        said += done.output

    command("import", files[0], study, "--coder", "anna")
    command("import", files[0], study, "--dry-run")
    (bert := folder / "bert.csv").write_text(
        "person,wave,code,quote,coder\nP01,2010,werk,Het werk is zwaar geworden,bert\n"
        "P01,2010,werk,Het werk is zwaar gewordem,bert\n",
        encoding="utf-8",
    )
    command("import", bert, study, "--dry-run", "--coder", "bert=anna")
    for file in files:
        command("import", file, study, "-o", folder / f"{file.stem}_over.csv")
    command("import", folder / "leeg.csv", study, "--coder", "anna", "--blanks", "above")
    command("import", folder / "verworpen.csv", study, "--coder", "anna")
    command("export", study, "--csv", folder / "u.csv")
    for file in study.glob("codebook_*.yaml"):
        file.unlink()
    for options in (
        ("--qdpx", "u.qdpx"),
        ("--taguette", "u.sqlite3"),
        ("--annotations", "u.json"),
        ("--xlsx", "u.xlsx"),
    ):
        command("export", study, options[0], folder / options[1])
    command("import", folder / "u.qdpx", study)
    with zipfile.ZipFile(folder / "u.qdpx") as archive:
        renamed = archive.read("project.qde").replace(b'name="Druk"', b'name="Spanning"')
        texts = {name: archive.read(name) for name in archive.namelist() if name != "project.qde"}
    (folder / "hernoemd.qdpx").write_bytes(pack({"project.qde": renamed, **texts}))
    command("import", folder / "hernoemd.qdpx", study)
    bare = folder / "kaal"
    bare.mkdir()
    (bare / "P03_2010.txt").write_text(
        "I: Hoe?\nP03: Wij werkten daar.\nI: En?\nP03: Dat was zwaar.\n", encoding="utf-8"
    )
    (bare / "P03_2020.txt").write_text("I: Hoe?\nP03: Nu doe ik niets meer.\nP03: Echt niets.\n", encoding="utf-8")
    for options in (("--dry-run",), ()):
        out = folder / "verdeeld_over.csv"
        command("import", folder / "verdeeld.csv", bare, "--language", "nl", "-o", out, *options)
    (unnamed := folder / "naamloos").mkdir()
    (unnamed / "P03_2010.txt").write_text("Hoe was dat?\nNou, dat was zwaar.\nEn toen?\nToen ging ik weg.\n", "utf-8")
    said_by = folder / "wie_zegt.csv"
    said_by.write_text("person,wave,code,quote\nP03,2010,vroeger,dat was zwaar\n", encoding="utf-8")
    command("import", said_by, unnamed, "--language", "nl", "-o", folder / "wie_zegt_over.csv")
    text = (bare / "study.yaml").read_text("utf-8").replace("count: human\n", "")
    (bare / "study.yaml").write_text(text, encoding="utf-8")
    (folder / "later.csv").write_text("person,wave,code,quote\nP03,2010,vroeger,zwaar\n", encoding="utf-8")
    command("import", folder / "later.csv", bare)
    (folder / "zelfde.csv").write_bytes((folder / "later.csv").read_bytes() + b"P03,2010,vroeger,zwaar\n")
    command("import", folder / "zelfde.csv", bare)
    command("import", folder / "later.csv", bare, "--one-codebook")
    command("export", study, "--wide", folder / "breed.csv", "--count", "human", "--coder", "any")
    (folder / "kapot.json").write_bytes((folder / "u.json").read_bytes()[:-90])
    (folder / "stuk.json").write_text('{"items": [1 2], "meer": "en nog veel meer"}', encoding="utf-8")
    for name in ("kapot.json", "stuk.json", "breed.csv", "breed_columns.csv"):
        command("import", folder / name, study)
    return said + "".join(file.read_text("utf-8-sig") for file in folder.glob("*_over.csv"))


@pytest.mark.slow
def test_all_that_is_said_of_codings_that_come_and_go_is_dutch(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds, texts = set[str](), set[str]()
    say, call = Remark.say, Wording.__call__
    monkeypatch.setattr(Remark, "say", lambda remark, language: kinds.add(remark.kind) or say(remark, language))
    monkeypatch.setattr(Wording, "__call__", lambda self, name, **values: texts.add(name) or call(self, name, **values))
    assert english_in(run_all(study)) == []
    counted = {kind for kind in LOST if kind.endswith((" one", " many"))}
    assert set(LOST) - counted - kinds == {kind for others in ELSEWHERE.values() for kind in others}
    assert {name for key in EXCHANGE if not (name := f"exchange_{key}").startswith(OF_A_COMPARISON)} - texts == set()
