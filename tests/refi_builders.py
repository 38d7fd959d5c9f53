"""REFI-QDA projects as other programs write them, made from what they are to say."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="test">'


def guid(*words: object) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, words)))).upper()


@dataclass(frozen=True)
class Mark:
    """A quote that is coded, where it stands first; a memo on it; who coded it."""

    quote: str
    code: str
    coder: str = "Anna"
    memo: str = ""
    named: bool = True


def make_qdpx(
    texts: Mapping[str, str],
    marks: Mapping[str, Sequence[Mark]],
    *,
    codes: str = "",
    ends: str = "\n",
    bom: bool = False,
    inclusive: bool = False,
    counted: tuple[bool, bool] = (True, True),
    folder: str = "sources",
    project: str = "project.qde",
    variables: Mapping[str, Mapping[str, str]] | None = None,
    cases: Mapping[str, Sequence[str]] | None = None,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a .qdpx; `counted` says whether offsets count CR LF as two and the byte order mark as one."""
    names = sorted({mark.code for own in marks.values() for mark in own})
    codes = codes or "".join(f'<Code guid="{guid(name)}" name={quoteattr(name)} isCodable="true"/>' for name in names)
    users = "".join(
        f'<User guid="{guid(name)}" name={quoteattr(name)}/>'
        for name in sorted({mark.coder for own in marks.values() for mark in own})
    )
    files, sources = {}, ""
    for name, text in texts.items():
        raw = text.replace("\n", ends)
        files[f"{folder}/{guid(name)}.txt"] = (b"\xef\xbb\xbf" if bom else b"") + raw.encode()
        base = raw if counted[0] else text
        shift = 1 if bom and counted[1] else 0
        selections = ""
        for number, mark in enumerate(marks.get(name, ())):
            quote = mark.quote.replace("\n", ends) if counted[0] else mark.quote
            start = base.index(quote) + shift
            end = start + len(quote) - inclusive
            memo = f"<Description>{mark.memo}</Description>" if mark.memo else ""
            user = f'creatingUser="{guid(mark.coder)}"'
            coding = f'<Coding guid="{guid(name, number)}" {user}><CodeRef targetGUID="{guid(mark.code)}"/></Coding>'
            said = f" name={quoteattr(mark.quote)}" if mark.named else ""
            place = f'startPosition="{start}" endPosition="{end}"'
            selections += f'<PlainTextSelection guid="{guid("s", name, number)}"{said} {place} {user}>'
            selections += f"{memo}{coding if mark.code else ''}</PlainTextSelection>"
        values = "".join(
            f'<VariableValue><VariableRef targetGUID="{guid("v", key)}"/><TextValue>{value}</TextValue></VariableValue>'
            for key, value in (variables or {}).get(name, {}).items()
        )
        path = f'plainTextPath="internal://{guid(name)}.txt"'
        sources += f'<TextSource guid="{guid(name)}" name={quoteattr(name)} {path}>{selections}{values}</TextSource>'
    kinds = sorted({key for own in (variables or {}).values() for key in own})
    told = "".join(f'<Variable guid="{guid("v", key)}" name="{key}" typeOfVariable="Text"/>' for key in kinds)
    owners = "".join(
        f'<Case guid="{guid("c", case)}" name="{case}">'
        + "".join(f'<SourceRef targetGUID="{guid(name)}"/>' for name in own)
        + "</Case>"
        for case, own in (cases or {}).items()
    )
    xml = (
        f"{HEAD}<Users>{users}</Users><CodeBook><Codes>{codes}</Codes></CodeBook>"
        f"{f'<Variables>{told}</Variables>' if told else ''}{f'<Cases>{owners}</Cases>' if owners else ''}"
        f"<Sources>{sources}</Sources></Project>"
    )
    return pack({project: xml.encode(), **files, **(more or {})})


def pack(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
