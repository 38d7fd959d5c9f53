"""A generated corpus: many ways to mark who speaks, in five formats; at least 99 of 100 turns come out right."""

from __future__ import annotations

import html
import random
from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript
from test_readers_formats import make_odt, make_pdf
from test_readers_word import make_docx

STYLES = {
    "colon": "{label}: {talk}",
    "blank before the colon": "{label} : {talk}",
    "no blank after the colon": "{label}:{talk}",
    "tab": "{label}\t{talk}",
    "own line with a colon": "{label}:\n{talk}",
    "own line with a time": "{label}  {time}\n{talk}",
    "time before": "[{time}] {label}: {talk}",
    "bare time before": "{time} {label}: {talk}",
    "time after": "{label} ({time}): {talk}",
    "paragraph number": "{number}  {label}: {talk}",
    "f4": "{label}: {talk} #{time}-1#",
    "dash": "- {label}: {talk}",
    "id": "[id{number}] {label}: {talk}",
    "bold": "<b>{label}:</b> {talk}",
    "bold without a colon": "<b>{label}</b> {talk}",
    "column": "<row>{label}<cell>{talk}",
}
NAMES = (
    ("I", "R"),
    ("Interviewer", "Respondent"),
    ("Eva", "Jan"),
    ("Eva van der Wit", "J. de Boer"),
    ("INT", "P07"),
    ("DB", "AV"),
)
SAID = (
    "Ja, dat klopt wel.", "Nou, we werken samen met de buurt: dat is het.", "Nee (lacht).", "Mm.",
    "Wij zaten daar om 10:30 al.", "[onverstaanbaar] en toen kwam de gemeente.", "Ik zei: dat doe ik niet.",
    "Eigenlijk\nhebben we alles zelf gedaan.", "Twee dingen: geld en tijd.", "Dat ging via www.buurt.nl: heel handig.",
    "“Kom maar”, zei ze. En dat was het - min of meer.",
)  # fmt: skip
ASKED = (
    "Hoe ging dat?",
    "En toen?",
    "Kunt u daar iets meer over vertellen? Het hoeft niet lang.",
    "Wie deden er mee?",
    "Oké.",
)


def make_talk(names: tuple[str, str], seed: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    turns = [(names[0], chance.choice(ASKED)) if n % 2 == 0 else (names[1], chance.choice(SAID)) for n in range(40)]
    return [*turns, (names[1], "Tot slot.")] if turns[-1][0] == names[0] else turns


def write(style: str, turns: list[tuple[str, str]]) -> list[str]:
    """Return the paragraphs of an interview; bold and table rows are still written out."""
    paragraphs = []
    for number, (label, talk) in enumerate(turns):
        time = f"00:{number // 2:02}:{number % 2 * 30:02}"
        paragraphs += STYLES[style].format(label=label, talk=talk, time=time, number=number + 1).split("\n")
    return paragraphs


def bare(paragraph: str) -> str:
    return paragraph.replace("<b>", "").replace("</b>", "").replace("<row>", "").replace("<cell>", "\t")


def as_text(paragraphs: list[str]) -> bytes:
    return "\r\n".join(map(bare, paragraphs)).encode("utf-8-sig")


def as_markdown(paragraphs: list[str]) -> bytes:
    lines = [
        bare(p.replace("<b>", "**").replace("</b>", "**")).replace("[", "\\[").replace("#", "\\#") for p in paragraphs
    ]
    return "\n\n".join(lines).encode()


def as_word(paragraphs: list[str]) -> bytes:
    def run(text: str, bold: bool) -> str:
        pieces = html.escape(text).split("\t")
        inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
        return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inner}</w:r>"

    def line(text: str) -> str:
        before, _, rest = text.partition("<b>")
        bold, _, after = rest.partition("</b>")
        return f"<w:p>{run(before, False)}{run(bold, True)}{run(after, False)}</w:p>"

    def block(text: str) -> str:
        if not text.startswith("<row>"):
            return line(text)
        cells = "".join(f"<w:tc>{line(cell)}</w:tc>" for cell in text[5:].split("<cell>"))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"

    return make_docx("".join(map(block, paragraphs)))


def as_odt(paragraphs: list[str]) -> bytes:
    look = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'

    def line(text: str) -> str:
        safe = html.escape(text).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")
        return safe.replace("&lt;b&gt;", '<text:span text:style-name="B">').replace("&lt;/b&gt;", "</text:span>")

    def block(text: str) -> str:
        if not text.startswith("<row>"):
            return f"<text:p>{line(text)}</text:p>"
        cells = "".join(
            f"<table:table-cell><text:p>{line(cell)}</text:p></table:table-cell>" for cell in text[5:].split("<cell>")
        )
        return f"<table:table><table:table-row>{cells}</table:table-row></table:table>"

    return make_odt("".join(map(block, paragraphs)), automatic=look)


def as_html(paragraphs: list[str]) -> bytes:
    def block(text: str) -> str:
        if text.startswith("<row>"):
            return (
                "<table><tr>"
                + "".join(f"<td>{html.escape(cell)}</td>" for cell in text[5:].split("<cell>"))
                + "</tr></table>"
            )
        return f"<p>{html.escape(text).replace('&lt;b&gt;', '<b>').replace('&lt;/b&gt;', '</b>')}</p>"

    return f"<meta charset='utf-8'>{''.join(map(block, paragraphs))}".encode()


FORMATS = {"txt": as_text, "md": as_markdown, "docx": as_word, "odt": as_odt, "html": as_html}
SEEN_BY_LOOK = {"bold without a colon": ("md", "docx", "odt", "html")}
NO_TABS = {"tab": ("txt", "md", "docx", "odt")}  # a web page shows a tab as a blank


def count_right(tmp_path: Path, style: str, ending: str) -> tuple[int, int]:
    """Return how many turns came out as they were meant, and how many there were."""
    right = total = 0
    for seed, names in enumerate(NAMES):
        turns = make_talk(names, seed)
        path = tmp_path / f"{seed}.{ending}"
        path.write_bytes(FORMATS[ending](write(style, turns)))
        transcript = read_transcript(path, interview="a", wave="2010", persons={"P01": (names[1],)})
        found = [
            (turn.speaker, " ".join(transcript.text[turn.start : turn.end].split()), turn.role)
            for turn in transcript.turns
        ]
        expected = []
        for number, (label, talk) in enumerate(turns):
            stamp = f" #00:{number // 2:02}:{number % 2 * 30:02}-1#" if style == "f4" else ""
            role = "respondent" if label == names[1] else "interviewer"
            expected.append((label, " ".join(talk.split()) + stamp, role))
        right += sum(turn in found for turn in expected) if len(found) == len(expected) else 0
        total += len(expected)
    return right, total


@pytest.mark.parametrize("ending", FORMATS)
def test_99_of_100_turns_come_out_right_in_every_style_and_format(tmp_path: Path, ending: str) -> None:
    shares = {}
    for style in STYLES:
        if ending in SEEN_BY_LOOK.get(style, FORMATS) and ending in NO_TABS.get(style, FORMATS):
            right, total = count_right(tmp_path, style, ending)
            shares[style] = right / total
    assert len(shares) >= 14
    assert {style: share for style, share in shares.items() if share < 0.99} == {}


def test_the_turns_of_a_pdf_come_out_right(tmp_path: Path) -> None:
    turns = [(label, talk) for label, talk in make_talk(("Interviewer", "Respondent"), 1) if "“" not in talk]
    lines = write("colon", turns)
    pages = [["Gesprek 7", *lines[n : n + 30], f"blz. {n // 30}"] for n in range(0, len(lines), 30)]
    (tmp_path / "a.pdf").write_bytes(make_pdf(*pages))
    transcript = read_transcript(tmp_path / "a.pdf", interview="a", wave="2010", persons={"P01": ()})
    found = [(turn.speaker, " ".join(transcript.text[turn.start : turn.end].split())) for turn in transcript.turns]
    expected = [(label, " ".join(talk.split())) for label, talk in turns]
    assert sum(turn in found for turn in expected) / len(expected) >= 0.95
