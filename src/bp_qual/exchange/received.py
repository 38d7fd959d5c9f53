"""What came in from another program: passages with the codes they were given, before any of it has a place here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bp_qual.exchange.drafts import Draft
from bp_qual.wording import Remark

FORMS = ("list", "refi", "taguette", "qualcoder", "word", "annotations", "atlas")
BY_ROW = ("list", "word")  # those that hold codings and no project
NO_CODE = "-"  # for the codes that a coder finished, in files of our own


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage that somebody coded elsewhere.

    Attributes
    ----------
    where : str
        Where the file says so: ``list.xlsx:12``.
    quote : str
        What was coded.
    codes : tuple of int
        Its codes, as numbers in `Received.codes`.
    document, folder, person, wave : str
        Whose words they are, as far as the file says.
    coder, memo, at : str
        Who coded it, what was noted beside it, and when.
    before, after : str
        What stands around it.
    start, end : int
        Its place in the text that the other program had; -1 where the file does not say.
    source : str
        That text, where the file holds it.
    perhaps : tuple of int
        Codes that it may have besides, for all that an empty cell tells: no zero where it stands.
    is_aside : bool
        Whether it is in a picture, a recording or a PDF, whose talk the file does not hold. Where the name of that
        means no interview, it is of none.
    perhaps_by : tuple of str
        Coders whose it may be instead, for all that an empty cell tells.

    Examples
    --------
    >>> Passage("list.csv:2", "Samen.", (0,), person="P01", wave="2010").document
    ''
    """

    where: str
    quote: str
    codes: tuple[int, ...]
    document: str = ""
    folder: str = ""
    person: str = ""
    wave: str = ""
    coder: str = ""
    memo: str = ""
    at: str = ""
    before: str = ""
    after: str = ""
    start: int = -1
    end: int = -1
    source: str = field(default="", repr=False)
    perhaps: tuple[int, ...] = ()
    is_aside: bool = False
    perhaps_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FreeMemo:
    """A memo on no passage: on a document, a person (a case), a code (its number in `Received.codes`), or the whole.

    >>> FreeMemo("Begin here.").code
    -1
    """

    note: str
    coder: str = ""
    at: str = ""
    document: str = ""
    person: str = ""
    code: int = -1


@dataclass(frozen=True, slots=True)
class FinishedPart:
    """That a coder looked for codes in all of an interview: where it has none of these, nothing was found.

    ``codes`` are numbers in `Received.codes`, and `NO_CODE` in a file where it is empty: the coder coded there and
    finished nothing.

    >>> FinishedPart("P01_2010", coder="anna").codes
    ()
    """

    document: str
    person: str = ""
    wave: str = ""
    coder: str = ""
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """The text of an interview as another program had it, and whose it is as far as the file says.

    ``persons`` are all of an interview that several share; ``person`` is empty then. ``labels`` are those of a person
    in it, and ``turns`` who says when what, where the text does not.

    >>> ReceivedText("P01 2010", "R: Ja.").person
    ''
    """

    name: str
    text: str
    person: str = ""
    wave: str = ""
    persons: tuple[str, ...] = ()
    date: str = ""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    turns: tuple[tuple[str, float | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """The codings in a file of another program.

    Attributes
    ----------
    where : str
        The file.
    passages : tuple of Passage
        What was coded, in the order of the file.
    codes : tuple of Draft
        The codes, each after the one above it.
    lost : tuple of Remark
        What of the file is not carried over, by name and number.
    notes : tuple of Remark
        What else is to be known of how it was read.
    texts : tuple of ReceivedText
        The interviews, where the file holds them.
    form : str
        What kind of file it is: one of `FORMS`.
    program : str
        Which program made it, as far as the file tells.
    digest : str
        The SHA-256 of the file.
    finished : tuple of FinishedPart
        What coders finished, where the file says so.
    memos : tuple of FreeMemo
        What was noted on no passage.
    doubts : mapping of int to tuple of int
        Codes that may stand for others of the file too, with these: no zero where the first is coded.
    rows : tuple of Passage
        Of a matrix: whose its rows are, in which wave, also those in which nothing is coded; without quote and code.

    Examples
    --------
    >>> Received("list.csv", (), ()).lost
    ()
    """

    where: str
    passages: tuple[Passage, ...]
    codes: tuple[Draft, ...]
    lost: tuple[Remark, ...] = ()
    texts: tuple[ReceivedText, ...] = ()
    form: str = "list"
    program: str = ""
    digest: str = ""
    notes: tuple[Remark, ...] = ()
    finished: tuple[FinishedPart, ...] = ()
    memos: tuple[FreeMemo, ...] = ()
    doubts: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    rows: tuple[Passage, ...] = ()


def documents_of(received: Received) -> dict[str, tuple[Passage, ...]]:
    """Return by name what a file says of each of its documents, as passages without words; all of those of one name.

    >>> texts = (ReceivedText("talk 1", "R: Ja.", "P01", "2010"),)
    >>> [(said.person, said.wave) for said in documents_of(Received("a.qdpx", (), (), texts=texts))["talk 1"]]
    [('P01', '2010')]
    """
    found: dict[str, dict[Passage, None]] = {}
    written = {text.name for text in received.texts}
    for text in received.texts:
        said = Passage("", "", (), document=text.name, person=text.person, wave=text.wave, source=text.text)
        found.setdefault(text.name, {})[said] = None
    for part in received.passages:  # of what has no text here: pictures, recordings
        if part.document and part.document not in written:
            said = Passage("", "", (), part.document, part.folder, part.person, part.wave)
            found.setdefault(part.document, {})[said] = None
    return {name: tuple(said) for name, said in found.items()}
