"""The codings of a study for other programs: gathered once, written in the format that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import HandCodings, list_coders
from bp_qual.coding.combining import AND, Combined, own_hits
from bp_qual.coding.counting import Count
from bp_qual.exchange.annotations import write_annotations
from bp_qual.exchange.drafts import Exported
from bp_qual.exchange.given import GIVEN_COLUMNS, Given, GivenMemo
from bp_qual.exchange.quotation_sheets import write_quotations
from bp_qual.exchange.refi_writing import write_refi_project
from bp_qual.exchange.taguette_writing import write_taguette
from bp_qual.files import write_atomically, write_together
from bp_qual.study.offered_codes import offered_codes
from bp_qual.study.reading_agreed import read_anyone
from bp_qual.study.study_folder import Study
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import what_counts
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.transcripts import Corpus

_Writer = Callable[[Given, str], Exported]
_WRITERS: dict[str, _Writer] = {
    ".qdpx": write_refi_project,
    ".sqlite3": write_taguette,
    ".json": lambda given, _: write_annotations(given),
    ".csv": lambda given, _: write_quotations(given, ".csv"),
    ".xlsx": lambda given, _: write_quotations(given, ".xlsx"),
}
GIVEN_ENDINGS = tuple(_WRITERS)


def export_codings(
    study: Path | str, path: Path | str, *, count: Count | None = None, coder: str = "", language: str = ""
) -> tuple[Remark, ...]:
    r"""Write the codings of a study for other programs, and return what the format cannot carry.

    Parameters
    ----------
    study : Path or str
        The folder of a study.
    path : Path or str
        A REFI-QDA project (.qdpx), a project of Taguette (.sqlite3), Web Annotations (.json) or a list of quotations
        (.csv, .xlsx).
    count : {"machine", "reviewed", "human"}, optional
        Which codings: the codebook's hits, these as a coder reviewed them with what that coder added, or those by hand.
        If not given, those by hand where there are any, else the hits.
    coder : str
        Whose codings; those of all who coded by hand if not given, each under their own name.
    language : str
        Language of the labels; that of the codebook if empty.

    Returns
    -------
    tuple of Remark
        What is not carried over, by name and number.

    Raises
    ------
    BpQualError
        Where the study cannot be read, or nobody coded it as asked.
    ValueError
        For a file of another kind.

    Examples
    --------
    >>> export_codings("study", "codings.docx")
    Traceback (most recent call last):
    ValueError: codings are written to a file that ends in .qdpx, .sqlite3, .json, .csv, .xlsx
    """
    path = Path(path)
    if path.suffix.lower() not in GIVEN_ENDINGS:
        raise ValueError(f"codings are written to a file that ends in {', '.join(GIVEN_ENDINGS)}")
    done = form_codings(gather_codings(*read_inputs(study), count=count, coder=coder), path, language=language)
    write_atomically(path, done.data)
    return done.lost


def form_codings(given: Given, path: Path, *, language: str = "") -> Exported:
    """Return codings that were gathered as the bytes of a file, and what its format cannot carry.

    Parameters
    ----------
    given : Given
        From `gather_codings`.
    path : Path
        Ends in one of `GIVEN_ENDINGS`.
    language : str
        Language of the labels; that of the codebook if empty.

    Returns
    -------
    Exported
    """
    return _WRITERS[path.suffix.lower()](given, language)


def gather_codings(
    study: Study, corpus: Corpus, codebook: Codebook, *, count: Count | None = None, coder: str = ""
) -> Given:
    """Return the codings of a study that go out, each once, with the memos on them.

    Parameters
    ----------
    study : Study
        The study.
    corpus, codebook : Corpus and Codebook
        Its interviews and its codebook.
    count, coder
        As in `export_codings`.

    Returns
    -------
    Given

    Examples
    --------
    >>> gather_codings(Study(Path("no/such/folder")), corpus, codebook).codings["quote"].tolist()
    ['Money', 'money', 'neighbours']
    """
    import pandas as pd

    coders = list_coders(study.folder)
    count = count or _usual(coders)
    hands: tuple[HandCodings, ...] = ()
    tables = []
    if count == "human" and coders and coder in ("", *coders):
        hands = tuple(read_anyone(study.folder, name, corpus, codebook) for name in ([coder] if coder else coders))
        tables += [_with_memos(hand, codebook) for hand in hands]
    elif count != "machine":
        hits = apply_codebook(codebook, corpus, model=study.model)
        counted = what_counts(study, hits, corpus, codebook, count=count, coder=coder)
        hands = counted.hands
        kept = own_hits(counted.combined.codings, codebook)
        kept = kept[kept["status"] != "rejected"] if count == "reviewed" else kept.iloc[:0]
        tables.append(_under_their_coder(kept[kept["status"] != "human"].assign(at="", memo=""), hands))
        tables += [_counted_of(hand, _with_memos(hand, codebook), counted.combined) for hand in hands]
    else:
        hits = apply_codebook(codebook, corpus, model=study.model)
        tables.append(own_hits(hits, codebook).assign(at="", memo=""))
    table = pd.concat([part[list(GIVEN_COLUMNS)] for part in tables], ignore_index=True)
    rank = {transcript.interview: number for number, transcript in enumerate(corpus.transcripts)}
    table = table.assign(rank=table["interview"].map(rank)).sort_values(["rank", "start", "end", "code"], kind="stable")
    reviewed = count == "reviewed"
    lost = (*_without_code(hands, study, codebook), *_left_behind(hands, reviewed=reviewed))
    memos, nowhere = _memos_on_no_passage(hands, corpus, codebook, reviewed=reviewed and len(hands) == 1)
    table = table.drop(columns="rank").reset_index(drop=True)
    finished = _finished(hands, corpus, codebook)
    finished |= _finished_nothing(table, {hand.coder for hand in hands} - {coder for coder, _ in finished})
    return Given(study.name, corpus, codebook, table, _attributes(study), lost, finished, memos, nowhere)


def _finished(
    hands: Iterable[HandCodings], corpus: Corpus, codebook: Codebook
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the codes that each coder finished in each interview, in the order of the codebook."""
    names = [transcript.interview for transcript in corpus.transcripts]
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for hand in hands:
        done = hand.state.finished(names, codebook.ids)
        for name in names:
            if codes := tuple(code for code in codebook.ids if (name, code) in done):
                found[hand.coder, name] = codes
    return found


def _finished_nothing(table: pd.DataFrame, coders: set[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return where coders coded who finished no interview at all, such as those who coded a sample."""
    own = table[table["coder"].isin(coders) & (table["code"] != "")]
    return dict.fromkeys(dict.fromkeys(zip(own["coder"], own["interview"], strict=True)), ())


def _under_their_coder(hits: pd.DataFrame, hands: Sequence[HandCodings]) -> pd.DataFrame:
    """Return hits with what the only coder who reviewed them accepted as that coder's codings, memos with them."""
    if len(hands) != 1 or not len(hits):
        return hits
    accepted, memos = hits["status"] == "accepted", hands[0].memo_of
    places = zip(hits["interview"], hits["start"], hits["end"], hits["code"], strict=True)
    return hits.assign(
        coder=hits["coder"].where(~accepted, hands[0].coder),
        memo=[memos.get(place, "") if own else "" for place, own in zip(places, accepted, strict=True)],
    )


def _usual(coders: Sequence[str]) -> Count:
    """Return which codings go out where nobody says which: those by hand, where anybody coded."""
    return "human" if coders else "machine"


def _with_memos(hand: HandCodings, codebook: Codebook) -> pd.DataFrame:
    """Return what a coder coded, with the memos, and memos on passages as rows without a code."""
    import pandas as pd

    memos = hand.memo_of
    own = hand.codings[hand.codings["code"].isin(codebook.ids)]
    places = zip(own["interview"], own["start"], own["end"], own["code"], strict=True)
    own = own.assign(memo=[memos.get(place, "") for place in places])
    free = _free_memos(hand)
    rows = free.assign(
        person="", wave="", code="", quote="", coder=hand.coder, memo=free["note"], status="human",
        negated=False, prompted=False,
    )  # fmt: skip
    parts = [part[list(GIVEN_COLUMNS)] for part in (own, rows) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else own[list(GIVEN_COLUMNS)]


def _counted_of(hand: HandCodings, rows: pd.DataFrame, combined: Combined) -> pd.DataFrame:
    """Return the rows of a coder without those of interviews where the codings of another coder count."""
    others = combined.coded[combined.coded["coded"]]
    others = others[others["coder"].map(lambda names: hand.coder not in names.split(AND)).astype(bool)]
    cells = set(zip(others["interview"], others["code"], strict=True))
    counts = [cell not in cells for cell in zip(rows["interview"], rows["code"], strict=True)]
    return rows[np.array(counts, dtype=bool)]


def _free_memos(hand: HandCodings) -> pd.DataFrame:
    memos = hand.memos
    return memos[(memos["of"] == "") & (memos["start"] >= 0) & (memos["end"] > memos["start"]) & (memos["code"] == "")]


def _without_code(hands: Iterable[HandCodings], study: Study, codebook: Codebook) -> Iterator[Remark]:
    """Yield how many codings have a code that the codebook lacks, which codes, and which codebook has them."""
    gone: dict[str, dict[str, int]] = {}
    offered = offered_codes(study)
    for code in (code for hand in hands for code in hand.codings["code"] if code not in codebook.ids):
        file = offered[code][1] if code in offered else ""
        codes = gone.setdefault(file, {})
        codes[code] = codes.get(code, 0) + 1
    for file, codes in gone.items():
        kind = "lost offered" if file else "lost foreign"
        yield Remark(kind, values={"n": sum(codes.values()), "codes": list(codes), **({"file": file} if file else {})})


def _left_behind(hands: Sequence[HandCodings], *, reviewed: bool) -> Iterator[Remark]:
    """Yield what of the work of the coders no format carries, or none as asked, with its number."""
    decided = sum(len(hand.on_hits) for hand in hands)
    rejected = sum(int((hand.on_hits["status"] == "rejected").sum()) for hand in hands)
    alone = reviewed and len(hands) == 1
    noted = [e for hand in hands for e in hand.state.decisions if e.note and not (alone and e.do == "accept")]
    counts = {
        "lost rejections" if reviewed else "lost reviews": rejected if reviewed else decided,
        "lost declined": sum(len(hand.declined) for hand in hands),
        "lost notes": len(noted),
        "lost summaries": sum(bool(summary.text) for hand in hands for summary in hand.state.summaries),
        "lost placeless": sum(len(hand.lost) for hand in hands),
    }
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    units = {hand.coder: len({(e.interview, e.start, e.end, e.text) for e in hand.state.units}) for hand in hands}
    yield from (Remark("lost units", values={"coder": coder, "n": n}) for coder, n in units.items() if n)


def _memos_on_no_passage(
    hands: Iterable[HandCodings], corpus: Corpus, codebook: Codebook, *, reviewed: bool
) -> tuple[tuple[GivenMemo, ...], int]:
    """Return the memos on interviews, persons, codes and the study, and how many are on nothing that goes out."""
    interviews = {"", *(transcript.interview for transcript in corpus.transcripts)}
    persons, codes = {"", *corpus.persons}, {"", *codebook.ids}
    found, nowhere = list[GivenMemo](), 0
    for hand in hands:
        for row in _other_memos(hand, reviewed=reviewed).to_dict("records"):
            memo = GivenMemo(row["note"].strip(), hand.coder, row["at"], row["interview"], row["person"], row["code"])
            is_free = not row["of"] and row["start"] < 0 and not row["quote"]
            is_known = memo.interview in interviews and memo.person in persons and memo.code in codes
            found += [memo] if is_free and is_known and memo.note else []
            nowhere += not (is_free and is_known) and bool(memo.note)
    return tuple(found), nowhere


def _other_memos(hand: HandCodings, *, reviewed: bool) -> pd.DataFrame:
    """Return the memos of a coder that are neither on a passage nor on a coding that goes out."""
    accepted = [event for event in hand.state.decisions if reviewed and event.do == "accept"]
    passages = {event.id for event in (*hand.state.codings, *accepted)}
    carried = set(_free_memos(hand)["id"]) | set(hand.memos.loc[hand.memos["of"].isin(passages), "id"])
    keys = ["interview", "start", "end", "code"]
    there = set(zip(*(hand.codings[key] for key in keys), strict=True))
    places = zip(hand.memos["id"], *(hand.memos[key] for key in keys), strict=True)
    return hand.memos[[memo not in carried and tuple(place) not in there for memo, *place in places]]


def export_wide(
    study: Path | str, path: Path | str, *, count: Count | None = None, coder: str = ""
) -> tuple[Remark, ...]:
    """Write one row per person, with a column for each code and wave, and a codebook of these columns beside it.

    Parameters
    ----------
    study : Path or str
        The folder of a study.
    path : Path or str
        The table: .csv. What its columns hold goes to a file beside it, its name ending in ``_columns.csv``.
    count, coder
        As in `compare`: what counts, and whose; as study.yaml says if not given. Where it does not say what counts,
        that is what people coded, as in `export_codings`.

    Returns
    -------
    tuple of Remark
        The codes that have no column, and why.

    Examples
    --------
    >>> export_wide("study", "counts.sav")
    Traceback (most recent call last):
    ValueError: a wide table is written to a file that ends in .csv
    """
    path = Path(path)
    if path.suffix.lower() != ".csv":
        raise ValueError("a wide table is written to a file that ends in .csv")
    table, columns, left_out = gather_wide(*read_inputs(study), count=count, coder=coder)
    write_together(form_wide(table, columns, path))
    return left_out


def gather_wide(
    described: Study, corpus: Corpus, codebook: Codebook, *, count: Count | None = None, coder: str = ""
) -> tuple[pd.DataFrame, pd.DataFrame, tuple[Remark, ...]]:
    """Return the wide table of a study that was read, the codebook of its columns, and which codes have none.

    Parameters
    ----------
    described, corpus, codebook : Study, Corpus and Codebook
        From `read_inputs`.
    count, coder
        As in `export_wide`.

    Returns
    -------
    tuple of DataFrame, DataFrame and tuple of Remark
        The table, a row a person; what each of its columns is; the codes without a column, and why.

    Raises
    ------
    StudyError
        Where nobody coded it as asked.
    """
    from bp_qual.exchange.wide_tables import make_wide, say_left_out
    from bp_qual.panel import count_codes

    hits = apply_codebook(codebook, corpus, model=described.model)
    count = count or described.count or _usual(list_coders(described.folder))
    counted = what_counts(described, hits, corpus, codebook, count=count, coder=coder)
    panel = count_codes(counted.combined, corpus, codebook)
    table, columns = make_wide(panel.counts, panel.exposure, panel.labels, _attributes(described))
    return table, columns, say_left_out(columns, codebook, by_hand=count != "machine")


def form_wide(table: pd.DataFrame, columns: pd.DataFrame, path: Path) -> tuple[tuple[Path, bytes], ...]:
    """Return a wide table and the codebook of its columns as files, to be written together.

    Parameters
    ----------
    table, columns : DataFrame
        From `gather_wide`.
    path : Path
        Of the table; the codebook's file is named after it.

    Returns
    -------
    tuple of (Path, bytes)
    """
    from bp_qual.exchange.wide_tables import columns_file
    from bp_qual.files.table_bytes import csv_bytes

    return (path, csv_bytes(table)), (columns_file(path), csv_bytes(columns))


def _attributes(study: Study) -> dict[str, dict[str, str]]:
    """Return what persons.csv says of each person, where it does not say it of a wave."""
    return {row["person"]: dict(row) for row in study.attributes if row.get("person") and not row.get("wave")}
