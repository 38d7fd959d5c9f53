"""Headings of columns beside the talk: codes, comments and notes."""

from __future__ import annotations

import re

_WORDS = (
    "code codes coding codering coderingen comment comments opmerking opmerkingen commentaar commentaren note notes "
    "notitie notities aantekening aantekeningen kanttekening kanttekeningen remark remarks annotation annotations "
    "annotatie annotaties memo memos memo's thema themas thema's theme themes interpretatie interpretation analyse "
    "analysis kodierung kommentar kommentare anmerkung anmerkungen notiz notizen bemerkung bemerkungen remarque "
    "remarques commentaire commentaires annotationen"
)
_NOTES = frozenset(_WORDS.split())
LONGEST_HEADING = 4  # words


def heads_notes(head: str) -> bool:
    """Return whether a column is one of codes, comments or notes.

    >>> heads_notes("Codes (Eva)"), heads_notes("Vervolg")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+(?:['’]s)?", head.casefold().replace("’", "'"))
    return 0 < len(words) <= LONGEST_HEADING and head.strip()[-1:] not in ".?!…" and not _NOTES.isdisjoint(words)
