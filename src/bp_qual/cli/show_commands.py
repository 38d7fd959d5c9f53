"""`bp-qual report`, `quotes` and `framework`: a comparison to pass on, the passages, the matrix to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bp_qual.cli.compare_command import compare_study, comparison_options
from bp_qual.cli.inputs import (
    PATH,
    check_code,
    check_known,
    code_study,
    codebook_option,
    coder_option,
    count_option,
    language_option,
    skip_option,
    study_argument,
    tell_unfinished,
)
from bp_qual.cli.speaking import spoken_language
from bp_qual.cli.wrong_options import WrongOption, check_ending
from bp_qual.display import one_line, show_name, shown
from bp_qual.errors import Problem, StudyError
from bp_qual.wording import Remark, Wording
from bp_qual.wording.remarks import remark_of

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.coding.counting import Count
    from bp_qual.compare import Comparison
    from bp_qual.framework import Framework
    from bp_qual.panel import Panel
    from bp_qual.quotes.query import Query
    from bp_qual.study import Study
    from bp_qual.study.what_counts import Counted
    from bp_qual.transcripts import Corpus

memos_option = click.option(
    "--memos",
    is_flag=True,
    help="With the memos that the coder wrote: on passages beside the quotes, and all of them in a report.",
)


@click.command()
@comparison_options
@language_option
@click.option("--html", type=PATH, help="Self-contained page (default: report.html, if no other output is named).")
@click.option("--docx", type=PATH, help="Draft annex for Word, with pictures.")
@click.option("--xlsx", type=PATH, help="All tables in one Excel file, with every column explained.")
@click.option("--csv", type=PATH, help="Folder for all tables as .csv.")
@click.option("--parquet", type=PATH, help="Folder for all tables as .parquet.")
@memos_option
def report(
    language: str | None,
    html: Path | None,
    docx: Path | None,
    xlsx: Path | None,
    csv: Path | None,
    parquet: Path | None,
    memos: bool,
    **options: Any,
) -> None:
    """Write a comparison of two waves of STUDY for others to read: a page, a Word file, tables."""
    from bp_qual.files import write_together
    from bp_qual.report.writing import report_bytes

    files = {".html": html, ".docx": docx, ".xlsx": xlsx}
    for ending, path in files.items():
        check_ending(f"--{ending[1:]}", path, [ending])
    if not any((html, docx, xlsx, csv, parquet)):
        files[".html"] = Path("report.html")
    described, comparison, counted = compare_study(language=language, memos=memos, **options)
    say = Wording(comparison.language)
    noted = counted.memos if memos else None
    made = {
        path: report_bytes(comparison, ending, title=described.name, attributes=described.persons, memos=noted)
        for ending, path in files.items()
        if path is not None
    }
    tables = [
        (folder, _tables(comparison, ending, noted))
        for folder, ending in ((csv, ".csv"), (parquet, ".parquet"))
        if folder is not None
    ]
    _tell_no_memos(counted if memos else None, say)
    inside = [(folder / name, data) for folder, named in tables for name, data in named.items()]
    write_together([*made.items(), *inside])
    for path in made:
        click.echo(say("cli_written", file=path), err=True)
    for folder, named in tables:
        click.echo(say("cli_tables_written", n=len(named), folder=folder), err=True)


def _tables(comparison: Comparison, ending: str, memos: pd.DataFrame | None) -> dict[str, bytes]:
    from bp_qual.files.table_bytes import table_bytes
    from bp_qual.report.excel import report_tables

    tables = report_tables(comparison, memos=memos)
    return {f"{name}{ending}": table_bytes(table, ending) for name, table in tables.items()}


def _tell_no_memos(counted: Counted | None, say: Wording) -> None:
    if counted is not None and counted.memos.empty and not any(hand.memo_of for hand in counted.hands):
        click.echo(say("cli_no_memos"), err=True)


@click.command()
@study_argument
@codebook_option
@skip_option
@count_option
@coder_option
@memos_option
@click.option("--code", "code_id", help="Show the passages of this code.")
@click.option("--query", help="Combine codes: 'samenwerking near hokjes within 3 sentences'.")
@click.option("--person", help="Only from this person.")
@click.option("--wave", help="Only from this wave.")
@click.option("--beside", help="Only with this other code in the same sentence.")
@click.option("--negated/--not-negated", default=None, help="Only passages that are (not) negated.")
@click.option(
    "--prompted/--not-prompted",
    default=None,
    help="Only passages that (do not) answer a question in which a term of the same code was used.",
)
@click.option(
    "--context", type=click.IntRange(0), default=1, show_default=True, help="Number of sentences on either side."
)
@click.option("--kwic", is_flag=True, help="Print a concordance, with the matches aligned.")
@click.option("--html", type=PATH, help="Also write a page with the matches highlighted.")
@language_option
def quotes(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    code_id: str | None,
    query: str | None,
    kwic: bool,
    html: Path | None,
    language: str | None,
    count: Count | None,
    coder: str | None,
    memos: bool,
    **filters: Any,
) -> None:
    """Print the passages of STUDY that were coded with a code or with a combination of codes."""
    from bp_qual.files import write_atomically
    from bp_qual.quotes import find_quotes

    asked = _readable(query)
    if code_id is None and asked is None:
        raise WrongOption(Remark("choose passages"))
    described, corpus, book, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    for option, code in (("code", code_id), ("beside", filters["beside"])):
        check_code(option, code, book)
    check_known("person", filters["person"], corpus.persons)
    check_known("wave", filters["wave"], corpus.waves)
    for name in _codes_of(asked):
        check_code("query", name, book)
    spoken = spoken_language(described, language)
    codings = counted.with_memos.codings if memos else counted.combined.codings
    found = find_quotes(codings, code=code_id, query=query, corpus=corpus, language=spoken, **filters)
    click.echo(found.to_kwic() if kwic else found.to_text())
    tell_unfinished(counted.combined, corpus, spoken)
    _tell_no_memos(counted if memos else None, Wording(spoken))
    _say_if_absent(corpus, filters["person"], filters["wave"], spoken)
    if html is not None:
        title = ": ".join(filter(None, (described.name, query or code_id)))
        write_atomically(html, found.to_html(title=title).encode())


def _say_if_absent(corpus: Corpus, person: str | None, wave: str | None, language: str) -> None:
    """Note who was not interviewed, so that no quotes is not read as silence."""
    met = {(name, transcript.wave) for transcript in corpus.transcripts for name in transcript.persons}
    if person and wave and (person, wave) not in met:
        note = "note_unread" if (person, wave) in corpus.missing else "note_absent"
        click.echo(Wording(language)(note, person=person, wave=wave), err=True)


def _readable(query: str | None) -> Query | None:
    from bp_qual.quotes.query import parse_query

    try:
        return None if query is None else parse_query(query)
    except ValueError as error:
        raise WrongOption(remark_of(error), "--query") from error


def _codes_of(query: Query | None) -> tuple[str, ...]:
    from bp_qual.quotes.query import query_codes

    return () if query is None else query_codes(query)


@click.command()
@study_argument
@codebook_option
@skip_option
@count_option
@coder_option
@language_option
@click.option("-o", "--output", type=PATH, required=True, help="Output file: .xlsx or .docx.")
@click.option(
    "--from", "earlier", type=PATH, help="Matrix to take summaries from (default: the output itself, if present)."
)
@click.option(
    "--by-change",
    is_flag=True,
    help="The longitudinal matrix after Saldaña: what increases, ceases, stays or is missing, by theme and person.",
)
def framework(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    count: Count | None,
    coder: str | None,
    language: str | None,
    output: Path,
    earlier: Path | None,
    by_change: bool,
) -> None:
    """Write a matrix of persons by themes by waves of STUDY to fill in; earlier summaries are kept.

    If the output already exists, its summaries are carried over to the new matrix; those whose quotes have changed are
    marked.
    """
    from bp_qual.compare.who_coded import say_beside
    from bp_qual.framework import is_by_change, make_change_matrix, read_framework, write_framework
    from bp_qual.panel import count_codes

    for option, path in (("-o", output), ("--from", earlier)):
        check_ending(option, path, (".xlsx", ".docx"))
    source = earlier or (output if output.exists() else None)
    filled_in = None if source is None else read_framework(source)
    if filled_in is not None and any(filled_in["code"]) and is_by_change(filled_in) != by_change:
        kind = "matrix by wave" if by_change else "matrix by change"
        raise StudyError(Problem(show_name(source or output), kind), Remark("no summary read"))
    described, corpus, book, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    if not corpus.transcripts:
        raise StudyError(Problem(show_name(study), "no interviews"), Remark("no matrix"))
    panel = count_codes(counted.combined, corpus, book)
    spoken = spoken_language(described, language)
    say = Wording(spoken)
    if by_change:
        matrix = make_change_matrix(panel, summaries=filled_in, asked=described.asked, language=spoken)
        told = list[str]()
    else:
        matrix, told = _with_the_page(panel, described, counted, filled_in, say)
    kept = write_framework(matrix, output, language=spoken)
    lines = [say("cli_written", file=output), *say_beside(counted.combined, say)]
    if len(matrix.summaries):
        lines.append(matrix.say(spoken))
    lines += told
    if carried := matrix.kept:
        texts = ", ".join(f"'{shown(one_line(text), 30)}'" for _, _, _, text, *_ in carried[:3])
        more = f", + {len(carried) - 3}" if len(carried) > 3 else ""
        lines.append(say("cli_carried", n=len(carried), texts=f"{texts}{more}"))
    if kept is not None:
        lines.append(say("cli_kept", file=kept))
    for line in lines:
        click.echo(line, err=True)


def _with_the_page(
    panel: Panel, study: Study, counted: Counted, filled_in: pd.DataFrame | None, say: Wording
) -> tuple[Framework, list[str]]:
    """Return the matrix with what was written on the page, and what to tell of that; the page gets what is new."""
    from bp_qual.coding.by_hand import list_coders
    from bp_qual.framework import make_framework, merge_summaries
    from bp_qual.study.matrix_cells import keep_cells, marks_of_coders, read_cells

    source = panel.source
    assert source is not None
    merged = merge_summaries(filled_in, read_cells(study, source.codebook))
    both, emptied = ([" · ".join(cell) for cell in cells] for cells in (merged.both, merged.emptied))
    lines = [say("cli_matrix_both", cells=both)] if both else []
    lines += [say("cli_matrix_emptied", cells=emptied)] if emptied else []
    n_taken = len(merged.fresh)
    taker = keep_cells(study, merged.fresh, counted.combined.coders)
    if taker:  # the page has them now
        merged = merge_summaries(merged.summaries, read_cells(study, source.codebook))
        lines.append(say("cli_matrix_on_page", coder=taker, n=n_taken))
    elif n_taken and list_coders(study.folder):
        lines.append(say("cli_matrix_not_on_page", n=n_taken))
    summaries = merged.summaries
    others = marks_of_coders(study, counted.hits, source.corpus, source.codebook) if len(summaries) else {}
    return make_framework(panel, summaries=summaries, other_marks=others), lines
