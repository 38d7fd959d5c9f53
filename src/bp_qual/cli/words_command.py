"""`bp-qual words`: which words changed between two waves, whatever the codebook knows."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import (
    PATH,
    after_option,
    before_option,
    check_known,
    check_waves,
    codebook_option,
    language_option,
    read_told,
    skip_option,
    study_argument,
)
from bp_qual.cli.wrong_options import WrongOption, check_ending
from bp_qual.display import show_name
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean


@click.command()
@study_argument
@codebook_option
@skip_option
@before_option
@after_option
@click.option("--floor", type=click.IntRange(0), help="Minimum words per wave for a person (study.yaml, or 300).")
@click.option("--no-phrases", is_flag=True, help="Only single words.")
@click.option(
    "--stop-words", type=PATH, help="File with the words to leave out, one a line, instead of the usual ones."
)
@click.option("--guide", type=PATH, multiple=True, help="Topic guide (.txt): its words are marked. May be repeated.")
@click.option("--by", help="A column of persons.csv: also the change among each kind of persons (with -o).")
@click.option("--kwic", help="Print a concordance of this word instead.")
@click.option(
    "--most", type=click.IntRange(1), default=15, show_default=True, help="How many words each way to print and draw."
)
@click.option("-o", "--output", type=PATH, help="Write the whole table: .csv, .parquet or .xlsx.")
@click.option("--picture", type=PATH, help="Draw the words: .png, .svg, .pdf or .html.")
@click.option(
    "--draws", type=click.IntRange(99), default=9999, show_default=True, help="Number of random permutations."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the random permutations.")
@language_option
def words(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    before: str | None,
    after: str | None,
    floor: int | None,
    no_phrases: bool,
    stop_words: Path | None,
    guide: tuple[Path, ...],
    by: str | None,
    kwic: str | None,
    most: int,
    output: Path | None,
    picture: Path | None,
    draws: int,
    seed: int,
    language: str | None,
) -> None:
    """Show which words the respondents of STUDY said more or less in a later wave. It needs no codebook."""
    from bp_qual.coding import apply_codebook
    from bp_qual.files import write_together
    from bp_qual.files.table_bytes import ENDINGS, table_bytes
    from bp_qual.plots.changed_words import plot_word_changes
    from bp_qual.plots.picture import ENDINGS as DRAWN
    from bp_qual.suggestions import compare_words

    check_ending("-o", output, ENDINGS)
    check_ending("--picture", picture, DRAWN)
    if by and output is None:
        raise WrongOption(Remark("groups need a file"), "--by")
    left_out = None if stop_words is None else _words_in(stop_words, "--stop-words").split()
    asked = [_words_in(path, "--guide") for path in guide]
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language, needs_codebook=False)
    check_waves(described, before, after)
    check_known("by", by, [name for name in described.persons.columns if name not in ("person", "wave")])
    found = compare_words(
        corpus,
        before=before,
        after=after,
        phrases=not no_phrases,
        stop_words=left_out,
        guide="\n".join(asked),
        codings=apply_codebook(book, corpus, model=described.model) if book.codes else None,
        floor=described.floor if floor is None else floor,
        groups=described.persons if described.attributes else None,
        draws=draws,
        seed=seed,
        language=say.language,
    )
    if kwic is not None and found.find_said(kwic).empty:
        guess = did_you_mean(kwic, found.said.words)
        raise WrongOption(Remark("word not said", values={"word": kwic, "guess": guess}), "--kwic")
    tables = {output: found.table} if output else {}
    if output and by:
        kinds = tables[output.with_stem(f"{output.stem}_{by}")] = found.by_group(described.persons, by)
        if kinds.empty and len(found.table):
            raise WrongOption(Remark("nobody of a kind", values={"column": by}), "--by")
    click.echo(found.to_text(most=most) if kwic is None else found.quotes(kwic).to_kwic())
    made = {path: table_bytes(table, path.suffix.lower()) for path, table in tables.items()}
    if picture:
        made[picture] = plot_word_changes(found, most=most, language=say.language).to_bytes(picture.suffix)
    write_together([*made.items()])
    for path in made:
        click.echo(say("cli_written", file=path), err=True)


def _words_in(path: Path, option: str) -> str:
    """Return the text of a file in any format that interviews may have; one without words is refused."""
    from bp_qual.errors import TranscriptError
    from bp_qual.files.decoding import warn_of_bytes
    from bp_qual.readers import concerns_words, read_paragraphs

    try:
        read = read_paragraphs(path)
        warn_of_bytes(show_name(path), filter(concerns_words, read.notes))
        text = read.text
    except TranscriptError as error:
        if {problem.kind for problem in error.problems} - {"empty file"}:
            raise
        text = ""
    if not any(map(str.isalpha, text)):
        raise WrongOption(Remark("no words in", values={"file": show_name(path)}), option)
    return text
