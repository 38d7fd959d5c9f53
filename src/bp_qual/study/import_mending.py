"""Lists to mend: what of an import has no place, or only partly, or is to be looked at, as a table to import again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from bp_qual.display import one_line, shown
from bp_qual.exchange.drafts import Draft, draft_paths
from bp_qual.study.import_events import Coded
from bp_qual.study.received_places import CONTEXT, Listed
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

LISTED_COLUMNS = (
    "where", "document", "person", "wave", "code", "quote", "coder", "why", "start", "end", "before", "after", "memo",
)  # fmt: skip
CHECKS = ("anywhere", "nearly")


def listed_table(listed: Sequence[Listed], codes: Sequence[Draft], coders: Mapping[str, str]) -> pd.DataFrame:
    """Return the passages that have no place, with a row for each place where one could stand.

    Parameters
    ----------
    listed : sequence of Listed
        In the order of the file.
    codes : sequence of Draft
        The codes of the file.
    coders : mapping of str to str
        Coders here by their names in the file.

    Returns
    -------
    DataFrame
        The columns of `CodingImport.listed`; it can be imported as a list of quotations.

    Examples
    --------
    >>> listed_table([], (), {}).shape
    (0, 13)
    """
    import pandas as pd

    rows: list[tuple[object, ...]] = []
    for left in listed:
        passage = left.passage
        code = draft_paths(codes, passage.codes)
        where = PurePath(passage.where).name  # the table may be passed on: it does not tell in which folder it was made
        who = (where, passage.document, passage.person, passage.wave, code)
        if not left.choices:
            rows.append((*who, passage.quote, coders[passage.coder], left.why, "", "", "", "", passage.memo))
        for transcript, start, end in left.choices:
            text = transcript.text
            around = (text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
            wave = transcript.wave if passage.wave else ""  # as the row that is kept then says it
            who = (where, _name_among((t for t, *_ in left.choices), transcript), passage.person, wave, code)
            place = (str(start), str(end), *around)
            rows.append((*who, text[start:end], coders[passage.coder], left.why, *place, passage.memo))
    return pd.DataFrame(rows, columns=list(LISTED_COLUMNS), dtype=str)


def check_table(coded: Iterable[Coded], codes: Sequence[Draft], coders: Mapping[str, str]) -> pd.DataFrame:
    """Return the passages that have a place and are to be looked at.

    Parameters
    ----------
    coded : iterable of Coded
        In the order of the file.
    codes : sequence of Draft
        The codes of the file.
    coders : mapping of str to str
        Coders here by their names in the file.

    Returns
    -------
    DataFrame
        The columns of `CodingImport.check`; ``why`` is ``anywhere`` or ``nearly``.

    Examples
    --------
    >>> check_table((), (), {}).shape
    (0, 13)
    """
    import pandas as pd

    rows: dict[str, tuple[object, ...]] = {}
    for part in (row.part for row in coded):
        if part.among_several or part.how == "nearly":
            passage, transcript, (start, end) = part.passage, part.transcript, part.whole
            text = transcript.text
            who = (PurePath(passage.where).name, transcript.interview, passage.person, passage.wave)
            around = (str(start), str(end), text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
            why = "anywhere" if part.among_several else "nearly"
            what = (draft_paths(codes, passage.codes), text[start:end], coders[passage.coder], why)
            rows.setdefault(passage.where, (*who, *what, *around, passage.memo))
    return pd.DataFrame([*rows.values()], columns=list(LISTED_COLUMNS), dtype=str)


def _name_among(transcripts: Iterable[Transcript], transcript: Transcript) -> str:
    """Return an interview's name; where others are of that person in that wave too, its file's, which is no other's."""
    others = [t for t in transcripts if t.interview != transcript.interview]
    alike = any((t.persons, t.wave) == (transcript.persons, transcript.wave) for t in others)
    file = PurePath(transcript.source).name
    return file if alike and file and all(PurePath(t.source).name != file for t in others) else transcript.interview


def finished_rows(still_open: Iterable[tuple[str, str, str]], corpus: Corpus) -> list[dict[str, str]]:
    """Return rows that say which codes were looked for where they are open, for when no row leaves them so any more.

    >>> finished_rows([("anna", "P01_2010", "money")], corpus)[0]["finished"]
    'money'
    """
    known = {transcript.interview: transcript for transcript in corpus.transcripts}
    rows = list[dict[str, str]]()
    for coder, interview, codes in still_open:
        transcript = known[interview]
        person = transcript.persons[0] if len(transcript.persons) == 1 else ""
        who = {"document": _name_among(corpus.transcripts, transcript), "person": person, "wave": transcript.wave}
        rows.append(dict.fromkeys(LISTED_COLUMNS, "") | who | {"coder": coder, "finished": codes})
    return rows


def list_to_mend(
    listed: pd.DataFrame, cut: pd.DataFrame, check: pd.DataFrame, finished: Sequence[Mapping[str, str]], language: str
) -> pd.DataFrame:
    """Return what has no place, what has a place only partly, and what is to be looked at, with the reasons in words.

    Parameters
    ----------
    listed, cut, check : DataFrame
        As in `CodingImport`.
    finished : sequence of mapping of str to str
        From `finished_rows`.
    language : str
        English (`en`) or Dutch (`nl`).

    Returns
    -------
    DataFrame
        The columns of `CodingImport.listed`, and what is finished where there is any of that; people mend it in a
        sheet, and import that.

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.study.cut_passages import cut_table
    >>> listed = pd.DataFrame([dict.fromkeys(LISTED_COLUMNS, "") | {"why": "not_found"}])
    >>> list_to_mend(listed, cut_table([], (), {}), check_table((), (), {}), [], "nl")["why"].tolist()
    ['niet gevonden in het interview']
    """
    import pandas as pd

    say = Wording(language)
    told = listed.assign(why=[say(f"exchange_why_{why}") for why in listed["why"]])
    whys = [
        say("exchange_why_cut" if words else "exchange_why_split", n=int(n), words=int(words), text=shown_short(text))
        for n, words, text in zip(cut["answers"], cut["words"], cut["left_out"], strict=True)
    ]
    rows = cut.assign(why=whys)[list(LISTED_COLUMNS)].astype(str)
    rest = pd.DataFrame([row | {"why": say("exchange_why_finished")} for row in map(dict, finished)], dtype=str)
    seen = check.assign(why=[say(f"exchange_why_{why}") for why in check["why"]])
    parts = [part for part in (told, rows, seen, rest) if len(part)]
    return pd.concat(parts, ignore_index=True).fillna("") if parts else told


def shown_short(quote: str) -> str:
    r"""Return the beginning of a quote in quotation marks, on one line.

    >>> shown_short("It was\ntoo much.")
    "'It was too much.'"
    """
    return f"'{shown(one_line(quote))}'"
