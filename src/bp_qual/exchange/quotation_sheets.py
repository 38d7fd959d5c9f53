"""Write codings as a list of quotations, .csv or .xlsx, that people, other programs and `bp-qual import` read."""

from __future__ import annotations

from bp_qual.exchange.drafts import Exported
from bp_qual.exchange.given import Given, path_of
from bp_qual.wording import Remark

QUOTATION_COLUMNS = (
    "interview", "person", "wave", "code", "quote", "coder", "memo", "at", "before", "after", "start", "end", "status",
    "negated", "prompted",
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
    from bp_qual.files.table_bytes import csv_bytes, xlsx_bytes

    texts = {transcript.interview: transcript.text for transcript in given.corpus.transcripts}
    table = given.codings[given.codings["code"] != ""]
    spans = [*zip(table["interview"], table["start"], table["end"], strict=True)]
    table = table.assign(
        code=[path_of(given.codebook, code) for code in table["code"]],
        before=[texts[interview][max(0, start - AROUND) : start] for interview, start, _ in spans],
        after=[texts[interview][end : end + AROUND] for interview, _, end in spans],
    )[list(QUOTATION_COLUMNS)]
    memos = len(given.codings) - len(table)
    lost = (*given.lost, *([Remark("lost free memos", values={"n": memos})] if memos else []))
    return Exported(xlsx_bytes({"quotations": table}) if ending == ".xlsx" else csv_bytes(table), lost)
