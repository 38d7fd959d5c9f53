"""Small files of other kinds than interviews, with the same made-up words: what services heard, and what coders made.

The shapes in which services write down what they heard are read as interviews (`make_shapes`). Projects, lists of
quotations, sheets of codes, samples, codings by hand and the tables of a study each have a reader of their own
(`make_received`, `read_received`).
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from bp_qual.coding.by_hand.events import Event, read_events, write_line
from bp_qual.exchange import import_codebook
from bp_qual.exchange.coding_formats import read_received
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.study.study_file import read_study_file
from reader_samples import TALK

_SPOKEN = [(n, who, said, said.split()) for n, (who, said) in enumerate(TALK)]


def make_shapes() -> dict[str, bytes]:
    """Return the interview as speech recognisers write it down, by the name of its file."""
    flat = [(n, who, word) for n, who, _, words in _SPOKEN for word in words]
    amazon = [
        {
            "type": "pronunciation",
            "start_time": str(place),
            "end_time": str(place + 1),
            "speaker_label": who,
            "alternatives": [{"content": word}],
        }
        for place, (_, who, word) in enumerate(flat)
    ]
    deepgram = [
        {"word": word, "punctuated_word": word, "start": place, "end": place + 1, "speaker": n % 2}
        for place, (n, _, word) in enumerate(flat)
    ]
    said = [{"speaker": n % 2, "nBest": [{"display": text}], "offset": f"PT{n}S"} for n, _, text, _ in _SPOKEN]
    google = [
        {
            "alternatives": [
                {"transcript": f" {text}", "words": [{"word": word, "startTime": f"{n}s"} for word in words]}
            ]
        }
        for n, _, text, words in _SPOKEN
    ]
    events = [{"tStartMs": n * 1000, "dDurationMs": 900, "segs": [{"utf8": text}]} for n, _, text, _ in _SPOKEN]
    spoken = [{"speaker": who, "start": n * 1000, "end": n * 1000 + 900, "text": text} for n, who, text, _ in _SPOKEN]
    shapes: dict[str, object] = {
        "amazon": {"results": {"items": amazon}},
        "deepgram": {"results": {"channels": [{"alternatives": [{"words": deepgram}]}]}},
        "azure": {"recognizedPhrases": said},
        "google": {"results": google},
        "youtube": {"events": events},
        "assembly": {"utterances": spoken},
        "list": spoken,
    }
    return {f"{name}.json": json.dumps(content).encode() for name, content in shapes.items()}


def make_received() -> dict[str, bytes]:
    """Return the other files by name."""
    rows = [("person", "wave", "code", "quote", "memo")]
    rows += [(who, "2010", "brimmelkast" if n % 2 else "twarrel", said, "") for n, (who, said) in enumerate(TALK)]
    codes = [("code", "parent", "definition", "terms"), *((f"c{n}", "", said, "samen") for n, (_, said) in _numbered())]
    units = [
        ("unit", "interview", "start", "end"),
        *((f"u{n}", f"{who}_2010", "0", "9") for n, (who, _) in _numbered()),
    ]
    persons = [("person", "told"), *((f"P{n}", said) for n, (_, said) in _numbered())]
    lines = [
        write_line(Event(f"e{n}", "add", interview="P01_2010", start=n, end=n + 9, code="a", quote=said, note=who))
        for n, (who, said) in _numbered()
    ]
    return {
        "list.csv": _table(rows),
        "list.xlsx": _workbook(rows),
        "project.qdpx": _project(),
        "codes.qdc": _codebook().encode(),
        "codes.csv": _table(codes),
        "codes.xlsx": _workbook(codes),
        "sample.csv": _table(units),
        "persons.csv": _table(persons),
        "anna.jsonl": b"\n".join(lines) + b"\n",
        "study.yaml": "".join(f"# {said}\n" for _, said in TALK).encode() + b"study: Demo\nwaves: ['2010', '2020']\n",
    }


def read_other(name: str, data: bytes) -> tuple[str, bool]:
    """Read one of `make_received`: all that came of it as one text, and whether something of it was told as left out.

    Raises
    ------
    BpQualError
        Where it is refused.
    """
    if name.endswith(".jsonl"):
        events, damage = read_events(data)
        return " ".join(f"{event.quote} {event.note}" for event in events), bool(damage)
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        if name == "study.yaml":
            return data.decode("utf-8", "replace"), bool(read_study_file(path)[1])
        if name in ("sample.csv", "persons.csv"):
            table = read_csv_table(path, needed=("person",) if name == "persons.csv" else ("unit", "interview"))
            return " ".join(cell for _, row in table.rows for cell in (*row, *row.values())), bool(table.notes)
        if name.startswith("codes"):
            draft = import_codebook(path, language="nl")
            return repr([(code.id, code.definition, code.label, code) for code in draft.codebook.codes]), bool(
                draft.lost
            )
        found = read_received(path)
        texts = [f"{part.quote} {part.memo} {part.source}" for part in found.passages]
        texts += [f"{part.document} {part.person} {part.wave}" for part in found.passages]
        texts += [f"{code.name} {code.definition}" for code in found.codes] + [text.text for text in found.texts]
        return " ".join(texts), bool(found.lost)


def _numbered() -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate(TALK))


def _table(rows: list[tuple[str, ...]]) -> bytes:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode() + b"\n"


def _workbook(rows: list[tuple[str, ...]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(buffer := io.BytesIO())
    return buffer.getvalue()


def _codebook() -> str:
    codes = "".join(
        f'<Code guid="0000000{n}-0000-0000-0000-000000000000" name="c{n}" isCodable="true"><Description>{said}'
        "</Description></Code>"
        for n, (_, said) in _numbered()
    )
    return f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes></CodeBook>'


def _project() -> bytes:
    text = "\n".join(f"{who}: {said}" for who, said in TALK)
    guid = "0000000{}-0000-0000-0000-000000000000".format
    parts: Mapping[str, str] = {
        "project.qde": (
            '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><Users><User guid="{u}" name="anna"/></Users><CodeBook>'
            '<Codes><Code guid="{c}" name="twarrel" isCodable="true"/></Codes></CodeBook><Sources><TextSource '
            'guid="{s}" name="P01 2010" plainTextPath="internal://{s}.txt"><PlainTextSelection guid="{p}" name="x" '
            'startPosition="5" endPosition="30" creatingUser="{u}"><Coding guid="{k}" creatingUser="{u}"><CodeRef '
            'targetGUID="{c}"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
        ).format(u=guid(1), c=guid(2), s=guid(3), p=guid(4), k=guid(5)),
        f"sources/{guid(3)}.txt": text,
    }
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
