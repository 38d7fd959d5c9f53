"""What the columns of a list of quotations are called, in English, Dutch and German, by program and by hand.

NVivo, ATLAS.ti, MAXQDA, Dedoose, QualCoder and Taguette each have their own words. Of two columns that say the same
the one that stands first in this list is read; the other is named as not carried over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern

LIST_HEADINGS: dict[str, tuple[str, ...]] = {
    "person": (
        *("person", "persoon", "respondent", "participant", "deelnemer", "geïnterviewde", "interviewee", "case"),
        *("teilnehmer", "teilnehmerin", "teilnehmer in", "befragte", "befragter", "casus", "fall", "case name"),
        *("person id", "participant id", "respondentnummer", "subject", "id person", "pp"),
        *("proband", "probandin"),
    ),
    "wave": (
        *("wave", "ronde", "meting", "welle", "round", "jaar", "year", "jahr", "tijdstip", "meetmoment", "zeitpunkt"),
        *("time", "moment", "golf", "erhebung", "erhebungswelle", "wave year", "interview year", "fase", "phase"),
    ),
    "document": (
        *("document", "documentname", "document name", "documentnaam", "dokument", "dokumentname", "interview"),
        *("source", "source name", "bron", "bronnaam", "quelle", "file", "filename", "file name", "bestand"),
        *("bestandsnaam", "datei", "dateiname", "media title", "media", "resource", "transcript", "transcriptie"),
        *("transkript", "document title", "titel", "title", "sourcename"),
    ),
    "folder": (
        *("document group", "documentgroep", "dokumentgruppe", "in folder", "folder", "map", "ordner", "group"),
        *("document groups", "dokumentgruppen", "documentgroepen"),
    ),
    "quote": (
        *("quote", "citaat", "zitat", "quotation content", "citaatinhoud", "zitatinhalt", "quotation text"),
        *("excerpt copy", "excerpt", "segment", "coded segment", "coded segments", "gecodeerd segment", "segmente"),
        *("coded text", "gecodeerde tekst", "codierter text", "kodierter text", "highlight", "fragment", "passage"),
        *("tekstfragment", "textstelle", "uitspraak", "aussage", "coded", "content", "inhoud", "inhalt", "text"),
        *("tekst", "quotation", "quotation name", "references text", "reference text", "seltext", "cited text"),
        *("extract", "verbatim"),
    ),
    "code": (
        *("code", "codes", "kode", "kodes", "codename", "code name", "codenaam", "codings", "kodierung", "codierung"),
        *(
            "node",
            "nodes",
            "knoop",
            "knopen",
            "knooppunt",
            "knooppunten",
            "knoten",
            "tag",
            "tags",
            "thema",
            "theme",
            "themes",
            "thema's",
        ),
        *("themen", "label", "labels", "codes applied combined", "codes applied", "code system", "codepath"),
        *("code path", "hierarchical name", "hierarchische naam", "hierarchischer name", "code hierarchy", "codepad"),
        *("codering", "coderingen", "code naam", "theme code", "thema code", "code theme", "code thema"),
        *("onderwerp", "onderwerpen", "topic", "topics"),
        *("code label", "codelabel", "code labels", "code s", "codesystem", "codesysteem"),
        *("category", "categorie", "kategorie"),  # where no other column has codes: else the code above
    ),
    "subcode": (  # below the code in the same row
        *("subcode", "sub code", "subcodes", "sub codes", "subthema", "subtheme", "subthemes", "sub theme"),
        *("sub thema", "subnode", "sub node", "subtag", "child code", "childcode", "subcategory", "sub category"),
        *("subcategorie", "sub categorie", "subkategorie", "unterkategorie", "untercode", "unterthema", "subkode"),
    ),
    "coder": (
        *("coder", "codeur", "codierer", "kodierer", "coded by", "gecodeerd door", "codiert von", "kodiert von"),
        *("coder name", "created by", "gemaakt door", "erstellt von", "excerpt creator", "author", "auteur", "autor"),
        *(
            "coded by initials",
            "coder initials",
            "initials",
            "initialen",
            "owner",
            "user",
            "bearbeitet von",
            "modified by",
            "gewijzigd door",
        ),
    ),
    "memo": (
        *("memo", "coded memo", "comment", "kommentar", "commentaar", "opmerking", "opmerkingen", "note", "notes"),
        *("notitie", "notiz", "bemerkung", "toelichting", "quotation comment", "zitatkommentar", "coding memo"),
    ),
    "at": (
        *("at", "created", "creation date", "date created", "excerpt date", "erstellt am", "erstellt", "gemaakt op"),
        *("coded on", "modified on", "modified", "bearbeitet am", "gewijzigd op"),
    ),
    "before": ("before", "ervoor", "davor", "text before", "tekst ervoor", "context before"),
    "after": ("after", "erna", "danach", "text after", "tekst erna", "context after"),
    "start": (
        "start",
        "pos0",
        "start position",
        "startpositie",
        "startposition",
        "start offset",
        "begin",
        "beginning",
        "anfang",
    ),
    "end": ("end", "pos1", "end position", "eindpositie", "endposition", "end offset", "eind", "einde", "ende"),
    "parent": (
        "parent",
        "parent code",
        "bovenliggende code",
        "hoofdcode",
        "obercode",
        "category",
        "categorie",
        "kategorie",
        *("main code", "main theme", "hoofdthema", "hauptcode", "hauptkategorie", "oberthema", "overarching theme"),
        *("theme", "thema", "themes", "thema's", "code group", "codegroep", "codegruppe"),  # beside a column of codes
    ),
    "definition": ("definition", "definitie", "beschreibung", "code definition", "code description", "codedefinitie"),
    "finished": ("finished",),  # our own: codes that were looked for in all of an interview
    "mentions": (
        *("mentions", "vermeldingen", "nennungen", "count", "aantal", "anzahl", "frequency", "frequentie"),
        *("häufigkeit", "n", "references", "verwijzingen", "number of coding references"),
    ),
}


NUMBERS = (  # of references and the like: a column of these is no code, whatever numbers are in it
    *("no", "reference number", "verwijzingsnummer", "referentienummer", "referenznummer", "nummer der referenz"),
    *("number of references", "aantal verwijzingen", "aantal referenties", "anzahl referenzen", "referenzen"),
    *("anzahl der referenzen", "fundstellen", "fundstelle", "anzahl fundstellen", "aantal coderingen", "vindplaatsen"),
    *("number of codings", "anzahl codings", "anzahl der codings", "anzahl kodierungen", "anzahl codierungen"),
    *("number of coding references", "aantal coderingsverwijzingen", "anzahl der codierungsreferenzen", "density"),
    *("coverage", "dekking", "dekkingsgraad", "abdeckung", "abdeckungsgrad", "weight", "gewicht", "line", "regel"),
    *("zeile", "paragraph", "alinea", "absatz", "page", "pagina", "seite", "volgnummer", "laufende nummer", "lfd nr"),
)
TOTALS = (  # what the name of a row or column of totals begins or ends with
    *("total", "totaal", "totalen", "gesamt", "summe", "sum", "insgesamt", "eindtotaal", "subtotaal", "subtotal"),
    *("gesamtsumme", "zwischensumme", "grand", "totals", "som", "summen", "gesamtergebnis", "σ"),
)

NAMES_OF_ROWS = ("", "name", "naam", "id", "nr", "nummer", "number", "pseudoniem", "pseudonym", "row", "rij")
NOT_CODED = frozenset(  # what a status says of a row that is no coding
    (
        "rejected",
        "declined",
        "suggested",
        "no hit",
        "verworpen",
        "afgewezen",
        "voorgesteld",
        "abgelehnt",
        "vorgeschlagen",
    )
)
PRESENT = ("present", "presence", "aanwezig", "aanwezigheid", "vorhanden", "anwesend", "applied", "toegepast")
OWN_HEADINGS = ("status", "negated", "prompted")  # of a list that was exported here: its codes are ids

YES = ("true", "waar", "wahr", "1", "1.0", "yes", "ja", "x")  # of a mark in a column that is a code
NO = ("false", "onwaar", "falsch", "0", "0.0", "no", "nee", "nein", "-", "")
NOTHING = (  # instead of a code or a quote
    *(
        "-",
        "–",
        "—",
        "/",
        "geen",
        "geen code",
        "none",
        "no code",
        "keine",
        "kein",
        "kein code",
        "nvt",
        "n.v.t.",
        "n.v.t",
    ),
    *("#n/a", "#n/b", "#nv", "#ref!", "#verw!", "#bezug!", "#value!", "#waarde!", "#wert!", "#name?", "#naam?"),
    *("#div/0!", "#deel/0!", "#null!", "#leeg!", "#num!", "#getal!", "#zahl!"),  # what a formula says that failed
    *("n/a", "n.a.", "na", "n.a", "not applicable", "niet van toepassing", "entfällt", "k.a.", "nihil", "niets"),
)

PROGRAMS: dict[str, tuple[str, ...]] = {  # headings that only this program writes together
    "bp_qual": ("why", "where"),
    "NVivo": ("in folder", "coded text"),
    "ATLAS.ti": ("quotation content",),
    "MAXQDA": ("document group", "segment"),
    "Dedoose": ("excerpt copy",),
    "QualCoder": ("codename", "coded"),
    "Taguette": ("id", "document", "tag", "content"),
}
_NAMES = ("name", "naam")
_AROUND = {  # what a program puts around the names of rows and columns
    "NVivo": lazy_pattern(r"\s*(?:\d+|[A-Z]{1,3}) : (.*)", re.DOTALL),
    "ATLAS.ti": lazy_pattern(
        r"\s*(?:[○●◯◇◆□■]\s*|D? ?\d+: )?(.*\S)\s+Gr\s*=\s*\d+(?:\s*;\s*GS\s*=\s*\d+)*\s*", re.DOTALL
    ),
}
_IN_ENGLISH = {
    "zitatinhalt": "quotation content", "citaatinhoud": "quotation content", "dokumentgruppe": "document group",
    "documentgroep": "document group", "gecodeerd segment": "segment", "codierter text": "coded text",
    "gecodeerde tekst": "coded text", "in ordner": "in folder", "in map": "in folder",
}  # fmt: skip


def guess_program(header: Sequence[str]) -> str:
    """Return which program wrote a list, by headings that no other has together; empty where that is not certain.

    >>> guess_program(["Dokumentgruppe", "Dokumentname", "Code", "Segment"]), guess_program(["person", "code", "quote"])
    ('MAXQDA', '')
    """
    headings = {_IN_ENGLISH.get(name, name) for name in map(plain_heading, header)}
    return next((program for program, names in PROGRAMS.items() if headings >= set(names)), "")


def plain_heading(heading: str) -> str:
    """Return a heading in small letters, without what programs put around it.

    >>> plain_heading(" Document_Name: ")
    'document name'
    """
    letters = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in heading.casefold().replace("’", "'"))
    return " ".join(letters.split())


def without_count(heading: str) -> str:
    """Return a plain heading without what tells columns of one name apart: ``code 2``, ``code b``.

    >>> without_count("code 2"), without_count("code b"), without_count("b")
    ('code', 'code', 'b')
    """
    return re.sub(r" ?[0-9]{1,2}$| [a-z]$", "", heading)


def find_list_columns(header: Sequence[str]) -> dict[str, int]:
    """Return the column of each thing that a list of quotations can say.

    >>> find_list_columns(["Dokumentname", "Code", "Segment", "Fläche"])
    {'document': 0, 'quote': 2, 'code': 1}
    """
    headings = [plain_heading(cell) for cell in header]
    columns: dict[str, int] = {}
    for key, names in LIST_HEADINGS.items():
        for name in names:
            if name in headings and headings.index(name) not in columns.values():
                columns[key] = headings.index(name)
                break
    if "subcode" in columns and not any(without_count(word) in LIST_HEADINGS["code"] for word in headings):
        columns["code"] = columns.pop("subcode")
    beside_folder = "folder" in columns and "document" not in columns  # NVivo: the name of what is in that folder
    name = next((word for word in _NAMES if word in headings), "")
    if beside_folder and name and headings.index(name) not in columns.values():
        columns["document"] = headings.index(name)
    return columns


def is_called_number(heading: str) -> bool:
    """Return whether a column holds numbers of rows or of references, or how many there are.

    >>> [is_called_number(heading) for heading in ("Nr.", "Verwijzingsnummer", "Fundstellen", "Work")]
    [True, True, True, False]
    """
    return plain_heading(heading) in (*NUMBERS, *NAMES_OF_ROWS, *LIST_HEADINGS["mentions"])


def is_total(name: str) -> bool:
    """Return whether a row of that name holds totals, and is nobody's.

    >>> [is_total(name) for name in ("Totaal", "Grand total", "stress Total", "Σ", "P01")]
    [True, True, True, True, False]
    """
    words = plain_heading(name).split()
    return bool(words) and not {words[0], words[-1]}.isdisjoint(TOTALS)


def is_called_total(name: str) -> bool:
    """Return whether a column is called total and nothing else: one of the code *total rewards* is that of a code.

    >>> [is_called_total(name) for name in ("Totaal", "Grand total", "total rewards", "")]
    [True, True, False, False]
    """
    words = plain_heading(name).split()
    return bool(words) and {*words} <= {*TOTALS}


def program_of_names(names: Sequence[str]) -> str:
    r"""Return which program put something around all names of rows or columns but that of totals; empty where none.

    >>> program_of_names(["A : stress", "B : HR : budget"]), program_of_names(["HR : budget", "stress"])
    ('NVivo', '')
    >>> program_of_names(["○ stress\nGr=12;  GS=3", "Totals"])
    'ATLAS.ti'
    """
    filled = [name for name in names if plain_heading(name) and not is_total(name)]
    return next((program for program, way in _AROUND.items() if filled and all(map(way.fullmatch, filled))), "")


def without_numbers(names: Sequence[str]) -> tuple[str, ...]:
    r"""Return names without what NVivo or ATLAS.ti puts around them; as they are where not all have it.

    >>> without_numbers(["", "A : stress"]), without_numbers(["HR : budget", "stress"])
    (('', 'stress'), ('HR : budget', 'stress'))
    >>> without_numbers(["○ stress\nGr=12;  GS=3", "1: P01_2010\nGr=4"])
    ('stress', 'P01_2010')
    """
    way = _AROUND.get(program_of_names(names))
    return tuple((match[1] if way and (match := way.fullmatch(name)) else name).strip() for name in names)
