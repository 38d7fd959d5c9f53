"""`bp-qual portrait`: all that a study has of one person on one page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual.cli.inputs import (
    PATH,
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
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    from bp_qual.coding.counting import Count


@click.command()
@study_argument
@codebook_option
@skip_option
@count_option
@coder_option
@language_option
@click.option("--person", "persons", multiple=True, help="Only this person; give it again for more (default: all).")
@click.option("-o", "--output", type=PATH, default=Path("portraits"), show_default=True, help="Output folder.")
@click.option("--word", is_flag=True, help="Word files instead of pages.")
def portrait(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    count: Count | None,
    coder: str | None,
    language: str | None,
    persons: tuple[str, ...],
    output: Path,
    word: bool,
) -> None:
    """Write a page for each person of STUDY: interviews, themes over time, quotes side by side, summaries, memos."""
    from bp_qual.compare.who_coded import say_beside
    from bp_qual.framework import make_portraits, merge_summaries, write_portraits
    from bp_qual.panel import count_codes
    from bp_qual.study.matrix_cells import marks_of_coders, read_cells

    described, corpus, book, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    for person in persons:
        check_known("person", person, corpus.persons)
    if not corpus.transcripts:
        raise StudyError(Problem(show_name(study), "no interviews"), Remark("no portrait"))
    summaries = merge_summaries(None, read_cells(described, book)).summaries
    made = make_portraits(
        count_codes(counted.combined, corpus, book),
        persons=persons,
        title=described.name,
        attributes=described.persons,
        memos=counted.memos,
        summaries=summaries,
        other_marks=marks_of_coders(described, counted.hits, corpus, book) if len(summaries) else {},
        language=spoken_language(described, language),
    )
    write_portraits(made, output, ending=".docx" if word else ".html")
    say = Wording(spoken_language(described, language))
    click.echo(say("portrait_written", n=len(made), folder=output), err=True)
    for line in (say("portrait_personal"), *say_beside(counted.combined, say)):
        click.echo(line, err=True)
    tell_unfinished(counted.combined, corpus, say.language)
