"""What is coded in no words of an interview is no zero there: a whole document, a picture, a PDF, a recording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bp_qual import import_codings, read_codings
from bp_qual.study.import_report import CodingImport
from program_builders import make_atlas, make_qualcoder
from refi_builders import HEAD, guid, pack

TALK = "I: Hoe?\nP01: Ja, wij doen alles samen op één plek.\nI: En nu?\nP01: Dat gaat goed.\n"
WHOLE = f'<Coding guid="{guid("w")}"><CodeRef targetGUID="{guid("plek")}"/></Coding>'


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for name in ("P01_2010", "P01_2020", "P02_2010"):
        (folder / f"{name}.txt").write_text(TALK.replace("P01", name[:3]).replace("Dat", name), encoding="utf-8")
    return folder


def bring(study: Path, name: str, data: bytes) -> CodingImport:
    path = study.parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return import_codings(path.parent if name.endswith("data.qda") else path, study)


def project(source: str, more: str = "") -> bytes:
    """Return a project in which `samen` is coded in the interview of P01 in 2010, with another source beside it."""
    text = TALK.replace("Dat", "P01_2010")
    at = text.index("samen")
    codes = "".join(f'<Code guid="{guid(name)}" name="{name}" isCodable="true"/>' for name in ("samen", "plek"))
    coded = f'<Coding guid="{guid(3)}"><CodeRef targetGUID="{guid("samen")}"/></Coding>'
    own = (
        f'<TextSource guid="{guid(1)}" name="P01_2010"><PlainTextContent>{text}</PlainTextContent><PlainTextSelection '
        f'guid="{guid(2)}" name="samen" startPosition="{at}" endPosition="{at + 5}">{coded}</PlainTextSelection>'
    )
    xml = f"{HEAD}<CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{own}{source}</Sources>{more}</Project>"
    return pack({"project.qde": xml.encode()})


def finished(study: Path) -> str:
    """Return which codes are finished in the interview of P01 in 2010."""
    hand = read_codings(study)
    return " ".join(code for code in ("a", "b", "samen", "plek") if hand.is_done("P01_2010", code))


SELECTED = (
    f'</TextSource><{{0}} guid="{guid(8)}" name="{{1}}"><{{2}} guid="{guid(9)}" name="plek">{WHOLE}</{{2}}></{{0}}>'
)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("source", "is_left_open"),
    [
        (f"{WHOLE}</TextSource>", True),
        (SELECTED.format("PDFSource", "P01_2010.pdf", "PDFSelection"), True),
        (SELECTED.format("AudioSource", "P01 2010", "AudioSelection"), True),
        (SELECTED.format("PictureSource", "P01_2010.jpg", "PictureSelection"), True),
        (SELECTED.format("PictureSource", "wijkplein.jpg", "PictureSelection"), False),
        (
            f'</TextSource><TextSource guid="{guid(8)}" name="P01_2010.docx" plainTextPath="internal://weg.txt">'
            f'<PlainTextSelection guid="{guid(9)}">{WHOLE}</PlainTextSelection></TextSource>',
            True,
        ),
        ("</TextSource>", False),
    ],
)
def test_a_code_on_what_has_no_words_here_is_left_open_in_its_interview(
    study: Path, source: str, is_left_open: bool
) -> None:
    done = bring(study, "project.qdpx", project(source))
    assert done.codings["quote"].tolist() == ["samen"]
    assert len(done.listed) == ("Coding guid" in source.replace(guid(3), ""))
    assert finished(study) == ("samen" if is_left_open else "samen plek")


def test_whose_a_picture_is_its_variables_say(study: Path) -> None:
    values = "".join(
        f'<VariableValue><VariableRef targetGUID="{guid(name)}"/><TextValue>{said}</TextValue></VariableValue>'
        for name, said in (("person", "P01"), ("wave", "2010"))
    )
    told = "".join(f'<Variable guid="{guid(name)}" name="{name}"/>' for name in ("person", "wave"))
    source = SELECTED.format("PictureSource", "foto", "PictureSelection").replace("</PictureSource>", values)
    data = project(f"{source}</PictureSource>", f"<Variables>{told}</Variables>")
    bring(study, "project.qdpx", data)
    assert finished(study) == "samen"


@pytest.mark.parametrize(
    "more",
    [
        "INSERT INTO source VALUES (7, 'P01_2010.png', NULL, '', '', '', '', NULL, NULL);"
        "INSERT INTO code_image VALUES (1, 7, 0, 2, '', 'Anna')",
        "INSERT INTO source VALUES (7, 'opname.mp3', NULL, '', '', '', '', 1, NULL);"
        "INSERT INTO code_av VALUES (1, 7, 0, 5, 2, 'Anna')",
        "INSERT INTO source VALUES (7, 'P01_2010.pdf', '', '', '', '', '', NULL, NULL);"
        "INSERT INTO code_text VALUES (NULL, 2, 7, '', 0, 0, 'Anna', '', '', NULL, 0)",
    ],
)
def test_a_code_of_qualcoder_in_a_picture_or_recording_is_left_open(study: Path, more: str) -> None:
    text = {"P01_2010.txt": TALK.replace("Dat", "P01_2010"), "P02_2010.txt": TALK}
    coded = {"P01_2010.txt": [("samen", "a")], "P02_2010.txt": [("goed", "b")]}
    bring(study, "p.qda/data.qda", make_qualcoder(text, coded, more=more))
    assert finished(study) == "a"


def test_a_code_of_atlas_on_a_quotation_without_words_is_left_open(study: Path) -> None:
    marks = {"P01_2010.docx": [("alles samen", ["a"]), ("", ["b"])]}
    bring(study, "hu.xml", make_atlas(marks, codes={"a": "", "b": ""}))
    assert finished(study) == "a"


@pytest.mark.parametrize("whole", ["P01_2010", {"source": "P01_2010"}])
def test_a_tag_on_a_whole_interview_is_left_open_there(study: Path, whole: object) -> None:
    def annotation(tag: str, target: object) -> dict[str, object]:
        return {"type": "Annotation", "body": [{"purpose": "tagging", "value": tag}], "target": target}

    exact = {"type": "TextQuoteSelector", "exact": "alles samen"}
    quoted = [annotation("a", {"source": "P01_2010", "selector": exact})]
    quoted += [annotation("b", {"source": "P02_2010", "selector": exact})]
    bring(study, "a.json", json.dumps([*quoted, annotation("b", whole)]).encode())
    assert finished(study) == "a"


def counted(study: Path, coder: str) -> list[tuple[int, int]]:
    """Return how many passages came in with a place, and how many without."""
    (file,) = (study / "codings").glob(f"{coder}*")
    events = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [(event["placed"], event["listed"]) for event in events if event.get("do") == "import"]


def test_each_passage_of_a_document_counts_for_one(study: Path) -> None:
    coded = "".join(
        f'<AudioSelection guid="{guid(n)}" name="{name}">{WHOLE.replace(guid("w"), guid("w", n))}</AudioSelection>'
        for n, name in ((9, "nergens"), (10, "nergens anders"), (11, "P01_2010 gaat goed"))
    )
    source = f'</TextSource><AudioSource guid="{guid(8)}" name="P01_2010.mp3">{coded}</AudioSource>'
    done = bring(study, "project.qdpx", project(source))
    assert done.listed["where"].nunique() == 2
    assert "(2 rijen)" in done.say("nl")
    assert counted(study, done.coders[0]) == [(2, 2)]


def test_each_place_in_texts_of_one_name_counts_for_one(study: Path) -> None:
    twice = "".join(
        f'</TextSource><TextSource guid="{guid(n)}" name="P01_2010"><PlainTextContent>{text}</PlainTextContent>'
        f'<PlainTextSelection guid="{guid("s", n)}" startPosition="0" endPosition="9">'
        f"{WHOLE.replace(guid('w'), guid('w', n))}</PlainTextSelection>"
        for n, text in ((20, "Niets hiervan staat er."), (21, "En ook dit staat er niet."))
    )
    done = bring(study, "project.qdpx", project(f"{twice}</TextSource>"))
    assert counted(study, done.coders[0]) == [(1, 2)]


def test_each_part_of_a_recording_in_qualcoder_counts_for_one(study: Path) -> None:
    more = (
        "INSERT INTO source VALUES (7, 'P01_2010.mp3', NULL, '', '', '', '', NULL, NULL);"
        "INSERT INTO code_av VALUES (1, 7, 0, 5, 2, 'Anna'); INSERT INTO code_av VALUES (2, 7, 0, 5, 1, 'Anna');"
        "INSERT INTO code_av VALUES (3, 7, 6, 9, 2, 'Anna')"
    )
    text, coded = {"P01_2010.txt": TALK.replace("Dat", "P01_2010")}, {"P01_2010.txt": [("samen", "a"), ("goed", "b")]}
    done = bring(study, "p.qda/data.qda", make_qualcoder(text, coded, more=more))
    assert counted(study, done.coders[0]) == [(2, 2)]


@pytest.mark.parametrize("memo", ["", "<Description>Nog eens lezen.</Description>"])
def test_a_coding_whose_code_the_project_does_not_have_is_listed_with_its_document_and_quote(
    study: Path, memo: str
) -> None:
    at = TALK.index("op één plek")
    coded = WHOLE.replace(guid("plek"), guid("weg"))
    selection = f'<PlainTextSelection guid="{guid(9)}" name="op één plek" startPosition="{at}" endPosition="{at + 11}">'
    done = bring(study, "project.qdpx", project(f"{selection}{memo}{coded}</PlainTextSelection></TextSource>"))
    assert done.listed[["document", "quote", "code", "why"]].values.tolist() == [
        ["P01_2010", "op één plek", "", "no_code"]
    ]
    assert finished(study) == "samen plek"
