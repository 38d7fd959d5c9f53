"""Write codings as a list of quotations, .csv or .xlsx, that people, other programs and `bp-qual import` read."""

from __future__ import annotations

from collections.abc import Iterator

from bp_qual.exchange.drafts import Exported, count_lost
from bp_qual.exchange.given import Given, path_of
from bp_qual.exchange.received import NO_CODE
from bp_qual.exchange.refi_codebook import describe_code
from bp_qual.wording import Remark

QUOTATION_COLUMNS = (
    "interview", "person", "wave", "code", "quote", "coder", "memo", "at", "before", "after", "start", "end", "status",
    "negated", "prompted", "definition",
)  # fmt: skip
AROUND = 40


def write_quotations(given: Given, ending: str) -> Exported:
    """Return codings as a table: interview, person, wave, code with those above it, quote, coder, memo, and its place.

    >>> import pandas as pd
    >>> from bp_qual.exchange.given import GIVEN_COLUMNS
    >>> row = ("P01_2010", "P01", "2010", 24, 29, "money", "Money", "anna", "", "", "human", False, False)
    >>> given = Given("Demo", corpus, codebook, pd.DataFrame([row], columns=list(GIVEN_COLUMNS)))
    >>> write_quotations(given, ".csv").data.decode().splitlines()[1][:37]
    'P01_2010,P01,2010,money,Money,anna,,,'
    """
    import pandas as pd

    from bp_qual.files.table_bytes import csv_bytes, xlsx_bytes

    said = {code.id: "\n".join(describe_code(code)) for code in given.codebook.codes}
    texts = {transcript.interview: transcript.text for transcript in given.corpus.transcripts}
    table = given.codings[given.codings["code"] != ""]
    spans = [*zip(table["interview"], table["start"], table["end"], strict=True)]
    table = table.assign(
        code=[path_of(given.codebook, code) for code in table["code"]],
        before=[texts[interview][max(0, start - AROUND) : start] for interview, start, _ in spans],
        definition=[said[code] for code in table["code"]],
        after=[texts[interview][end : end + AROUND] for interview, _, end in spans],
    )[list(QUOTATION_COLUMNS)]
    if given.finished:
        table = pd.concat([table.assign(finished=""), pd.DataFrame(_finished_rows(given))], ignore_index=True)
    lost = (*given.lost, *given.lost_memos(), *_left_out(given))
    return Exported(xlsx_bytes({"quotations": table}) if ending == ".xlsx" else csv_bytes(table), lost)


def _finished_rows(given: Given) -> Iterator[dict[str, str]]:
    """Yield a row without code and quote for what a coder finished in an interview, a code a line."""
    texts = {transcript.interview: transcript for transcript in given.corpus.transcripts}
    for (coder, interview), codes in given.finished.items():
        persons = texts[interview].persons
        person = persons[0] if len(persons) == 1 else ""
        paths = "\n".join(path_of(given.codebook, code) for code in codes) or NO_CODE
        said = {"interview": interview, "person": person, "wave": texts[interview].wave, "coder": coder}
        yield dict.fromkeys(QUOTATION_COLUMNS, "") | said | {"finished": paths}


def _left_out(given: Given) -> Iterator[Remark]:
    """Yield what a list of quotations has no column or no row for, with its number."""
    book, coded = given.codebook, set(given.codings["code"])
    described = [code for code in book.codes if code.id not in coded and any(describe_code(code))]
    counts = {"lost free memos": int((given.codings["code"] == "").sum()), "lost descriptions": len(described)}
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    yield from given.lost_codes()
    yield from count_lost(book, "terms", "unless", "negated", "colour")
