"""Interviews with known turns, written in every way in which speakers are marked, and saved in every format."""

from __future__ import annotations

import csv
import html
import io
import random
from collections.abc import Callable
from itertools import pairwise

from test_readers_formats import make_odt
from test_readers_word import make_docx

Turns = list[tuple[str, str]]

STYLES = {
    "colon": "{label}: {talk}",
    "blank before the colon": "{label} : {talk}",
    "no-break space before the colon": "{label}\u00a0: {talk}",
    "narrow no-break space before the colon": "{label}\u202f: {talk}",
    "no blank after the colon": "{label}:{talk}",
    "time behind the colon": "{label}: [{time}] {talk}",
    "tab": "{label}\t{talk}",
    "own line": "{label}\n{talk}",
    "own line with a colon": "{label}:\n{talk}",
    "own line with a time": "{label}  {time}\n{talk}",
    "own line with a time in brackets": "{label} ({time})\n{talk}",
    "own line with a time and a colon": "{label} ({time}):\n{talk}",
    "own line with a range": "[{label}] ({time} - {time})\n{talk}",
    "square brackets": "[{label}] {talk}",
    "square brackets and a colon": "[{label}]: {talk}",
    "square brackets and a time": "[{label}] [{time}] {talk}",
    "round brackets": "({label}) {talk}",
    "curly brackets": "{{{label}}} {talk}",
    "hash": "#{label}: {talk}",
    "at sign": "@{label}: {talk}",
    "time before": "[{time}] {label}: {talk}",
    "bare time before": "{time} {label}: {talk}",
    "time after": "{label} ({time}): {talk}",
    "bare time after": "{label} {time}: {talk}",
    "dash and time after": "{label} – {time}: {talk}",
    "time in brackets, no colon": "{label} [{time}] {talk}",
    "paragraph number": "{number}  {label}: {talk}",
    "f4": "{label}: {talk} #{time}-1#",
    "dash": "- {label}: {talk}",
    "id": "[id{number}] {label}: {talk}",
    "stars in plain text": "**{label}:** {talk}",
    "voice tag": "<v {label}>{talk}",
    "remark": "{label}{remark}: {talk}",
    "bold": "<b>{label}:</b> {talk}",
    "bold without a colon": "<b>{label}</b> {talk}",
    "bold on its own line": "<b>{label}</b>\n{talk}",
    "bold with a time": "<b>{label}</b> {time}\n{talk}",
    "column": "<row>{label}<cell>{talk}",
}
LOOKS = ("md", "docx", "odt", "html", "rtf")  # formats in which bold is seen
ONLY_IN = {  # what a format cannot show as meant, or means by it something else
    "bold without a colon": LOOKS,
    "bold on its own line": LOOKS,
    "bold with a time": LOOKS,
    "bold": (*LOOKS, "txt"),
    "stars in plain text": ("txt", "md", "rtf", "docx", "odt"),
    "tab": ("txt", "md", "docx", "odt", "rtf"),  # a web page shows a tab as a blank
    "column": ("txt", "md", "docx", "odt", "html", "rtf"),
}
ONE_LINE = ("srt", "csv")  # formats that hold a turn in a cue or a cell
IN_A_CUE = ("colon", "no blank after the colon", "blank before the colon", "no-break space before the colon", "bold")
NAMES = {
    "nl": (
        *(("I", "R"), ("Interviewer", "Respondent"), ("Eva", "Jan"), ("Eva van der Wit", "J. de Boer"), ("DB", "AV")),
        *(("INT", "P07"), ("Onderzoeker", "Pieter ‘Piet’ Zandstra"), ("Spreker 1", "Spreker 2"), ("V", "A")),
    ),
    "en": (
        *(("I", "R"), ("Interviewer", "Participant"), ("Mary", "Tom"), ("Mary O'Neill", "Dr. Tom Reed"), ("MO", "TR")),
        *(("Interviewer 1", "Interviewee 1"), ("Speaker 1", "Speaker 2"), ("Q", "A"), ("SPEAKER_00", "SPEAKER_01")),
    ),
}
SAID = {
    "nl": (
        "Ja, dat klopt wel.", "Nou, we werken samen met de buurt: dat is het.", "Nee (lacht).", "Ja.", "Precies.",
        "Wij zaten daar om 10:30 al.", "[onverstaanbaar] en toen kwam de gemeente.", "Ik zei: dat doe ik niet.",
        "Eigenlijk\nhebben we alles zelf gedaan.", "Twee dingen: geld en tijd.",
        "Dat ging via www.buurt.nl: heel handig.", "“Kom maar”, zei ze. En dat was het - min of meer.",
        "Jan en Piet waren er ook (die van hiernaast).", "Toch? Dat vraag ik me af.",
    ),
    "en": (
        "Yes, that is right.", "Well, we work with the neighbours: that is it.", "No (laughs).", "Yeah.", "Right.",
        "We were there at 10:30 already.", "[inaudible] and then the council came.", "I said: I won't do that.",
        "In fact\nwe did it all ourselves.", "Two things: money and time.", "That went through www.street.org: handy.",
        "“Come in”, she said. And that was it - more or less.", "Tom and Pete were there too (from next door).",
        "Was it? That is what I ask myself.",
    ),
}  # fmt: skip
ASKED = {
    "nl": (
        *("Hoe ging dat?", "En toen?", "Kunt u daar iets meer over vertellen? Het hoeft niet lang.", "Wie deden mee?"),
        "Oké.",
    ),
    "en": (
        *("How did that go?", "And then?", "Could you say more about that? It need not be long.", "Who took part?"),
        "Okay.",
    ),
}
REMARKS = {"nl": " (lachend)", "en": " [laughing]"}


def make_talk(names: tuple[str, str], language: str, seed: int, *, turns: int = 40) -> Turns:
    """Return an interview in which two persons take turns."""
    chance = random.Random(seed)
    asked, said = ASKED[language], SAID[language]
    return [(names[n % 2], chance.choice(said if n % 2 else asked)) for n in range(turns)]


def write(style: str, turns: Turns, language: str) -> list[str]:
    """Return the paragraphs of an interview; bold and table rows are still written out."""
    paragraphs = []
    for number, (label, talk) in enumerate(turns):
        time = f"00:{number // 2:02}:{number % 2 * 30:02}"
        remark = REMARKS[language] if number % 7 == 5 else ""
        fields = {"label": label, "talk": talk, "time": time, "number": number + 1, "remark": remark}
        paragraphs += STYLES[style].format(**fields).split("\n")
    return paragraphs


def bare(paragraph: str) -> str:
    """Return a paragraph without the signs that stand for its looks."""
    return paragraph.replace("<b>", "").replace("</b>", "").replace("<row>", "").replace("<cell>", "\t")


def as_text(paragraphs: list[str]) -> bytes:
    """Return a plain text file."""
    return "\r\n".join(map(bare, paragraphs)).encode("utf-8-sig")


def as_markdown(paragraphs: list[str]) -> bytes:
    """Return a Markdown file, each paragraph after a blank line."""
    lines = [
        bare(p.replace("<b>", "**").replace("</b>", "**")).replace("[", "\\[").replace("#", "\\#") for p in paragraphs
    ]
    return "\n\n".join(lines).encode()


def as_word(paragraphs: list[str]) -> bytes:
    """Return a Word file."""

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
    """Return a file of LibreOffice."""
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
    """Return a web page."""

    def block(text: str) -> str:
        if text.startswith("<row>"):
            return (
                "<table><tr>"
                + "".join(f"<td>{html.escape(cell)}</td>" for cell in text[5:].split("<cell>"))
                + "</tr></table>"
            )
        return f"<p>{html.escape(text).replace('&lt;b&gt;', '<b>').replace('&lt;/b&gt;', '</b>')}</p>"

    return f"<meta charset='utf-8'>{''.join(map(block, paragraphs))}".encode()


def as_rich_text(paragraphs: list[str]) -> bytes:
    """Return an RTF file."""

    def sign(character: str) -> str:
        if character in "{}\\":
            return f"\\{character}"
        if character == "\t":
            return "\\tab "
        return character if ord(character) < 128 else f"\\u{ord(character)}?"

    def line(text: str) -> str:
        before, _, rest = text.partition("<b>")
        bold, _, after = rest.partition("</b>")
        plain, in_bold, behind = ("".join(map(sign, bare(part))) for part in (before, bold, after))
        return f"{plain}{{\\b {in_bold}}}{behind}" if bold else plain + behind

    body = "\\par\n".join(map(line, paragraphs))
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0\n{body}\\par\n}}".encode("ascii")


FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "docx": as_word,
    "odt": as_odt,
    "html": as_html,
    "rtf": as_rich_text,
}


def as_cues(turns: list[list[str]]) -> bytes:
    """Return subtitles, a cue for each turn, written as paragraphs."""
    cues = []
    for number, paragraphs in enumerate(turns):
        said = " ".join(map(bare, paragraphs))
        cues.append(f"{number + 1}\n00:{number:02}:00,000 --> 00:{number:02}:59,000\n{said}\n")
    return "\n".join(cues).encode()


def write_each(style: str, turns: Turns, language: str) -> list[list[str]]:
    """Return the paragraphs of each turn of an interview."""
    ends = [len(write(style, turns[:number], language)) for number in range(len(turns) + 1)]
    paragraphs = write(style, turns, language)
    return [paragraphs[start:end] for start, end in pairwise(ends)]


def as_table(turns: Turns) -> bytes:
    """Return a table with a row for each turn."""
    table = io.StringIO()
    csv.writer(table).writerows([("speaker", "text"), *turns])
    return table.getvalue().encode()


def applies(style: str, ending: str) -> bool:
    """Return whether a way of marking speakers can be written in a format."""
    if ending == "csv":
        return style == "column"
    return style in IN_A_CUE if ending == "srt" else ending in ONLY_IN.get(style, tuple(FORMATS))


def save(style: str, ending: str, turns: Turns, language: str) -> bytes:
    """Return an interview as a file."""
    if ending == "srt":
        return as_cues(write_each(style, turns, language))
    return as_table(turns) if ending == "csv" else FORMATS[ending](write(style, turns, language))


def meant(style: str, turns: Turns, names: tuple[str, str]) -> Turns:
    """Return what each turn is meant to be: its role and its words."""
    stamp = " #00:{:02}:{:02}-1#" if style == "f4" else ""
    return [
        (
            "respondent" if label == names[1] else "interviewer",
            " ".join(talk.split()) + stamp.format(number // 2, number % 2 * 30),
        )
        for number, (label, talk) in enumerate(turns)
    ]
