"""Mail heads: what a program for e-mail puts above a text, and prints with it: `Van:`, `Aan:`, `Onderwerp:`."""

from __future__ import annotations

from collections.abc import Collection

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.labels import HEADER_WORDS, label_key

_ENDS = frozenset(  # who sent it, and to whom
    (
        *("van", "from", "von", "de", "afzender", "sender", "absender", "expediteur"),
        *("aan", "to", "an", "a", "ontvanger", "ontvangers", "recipient", "recipients", "empfanger", "destinataire"),
    )
)
_ABOUT = frozenset(  # what it is about, and when it was sent
    (
        *("onderwerp", "subject", "betreft", "betreff", "objet", "datum", "date", "verzonden", "verzondenop", "sent"),
        *("senton", "gesendet", "envoye", "envoyele"),
    )
)
_BESIDE = frozenset(
    (
        *("cc", "bcc", "kopie", "kopieaan", "copy", "kopiean", "copiea", "antwoordaan", "replyto", "antwortan"),
        *("repondrea", "bijlage", "bijlagen", "attachment", "attachments", "anlage", "anlagen", "piecejointe"),
        *("piecesjointes", "prioriteit", "urgentie", "importance", "priority", "prioritat", "wichtigkeit", "afgedrukt"),
        *("afgedruktop", "afgedruktdoor", "printed", "printedon", "printedby", "gedruckt", "gedrucktam", "imprimele"),
    )
)
_KEY = lazy_pattern(r"\W*(?P<key>\w[^:\n]{0,24}?)\W*:(?!\w)")
_TOP = 6  # lines above a head: a title, what else there is to know
_FEWEST = 3  # lines of a head


def find_mail_head(reading: Reading, known: Collection[str] = ()) -> range:
    r"""Return the lines of the head of an e-mail at the top of a text; usually none.

    There are at least three, below one another: who sent it or got it, what it is about or when it was sent. `Van`
    and `An` are names as well: with a label that the study names, or that comes back below, it is no such head.

    Parameters
    ----------
    reading : Reading
        The file.
    known : collection of str
        The keys of labels that the study names.

    Returns
    -------
    range
        The numbers of the lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> head = "Van: Eva Smit\nAan: Jo Bos\nOnderwerp: interview\n\nI: Hoe?\nR: Zo."
    >>> find_mail_head(read_data(head.encode(), where="a.txt"))
    range(0, 3)
    """
    keys = [_key(reading, number) for number in range(min(len(reading.paragraphs), _TOP + 1))]
    first = next((number for number, key in enumerate(keys) if key in _ENDS | _ABOUT | _BESIDE), len(keys))
    found, last = list[str](), first
    for number in range(first, len(reading.paragraphs) if first < len(keys) else first):
        key = _key(reading, number)
        if key in _ENDS | _ABOUT | _BESIDE | HEADER_WORDS and key not in found:
            found.append(key)
        elif key or not _goes_on(reading, number):
            break
        last = number + 1
    is_head = len(found) >= _FEWEST and bool(_ENDS.intersection(found)) and bool(_ABOUT.intersection(found))
    if not is_head or not set(known).isdisjoint(found):
        return range(0)
    below = {_key(reading, number) for number in range(last, len(reading.paragraphs))}
    return range(first, last) if below.isdisjoint(found) else range(0)


def _key(reading: Reading, number: int) -> str:
    """Return what stands before the colon of a line, without case and spaces, or nothing."""
    line = reading.paragraphs[number]
    match = _KEY.match(reading.text, line.start, line.end) if line.kind != "heading" else None
    return label_key(match["key"]) if match else ""


def _goes_on(reading: Reading, number: int) -> bool:
    """Whether a line goes on with those to whom it was sent."""
    line = reading.paragraphs[number]
    return "@" in reading.text[line.start : line.end]
