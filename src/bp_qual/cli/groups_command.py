"""`bp-qual groups`: groups of sentences that belong together, whatever the codebook knows, as an aid for reading."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import PATH, language_option, read_told, skip_option, study_argument
from bp_qual.cli.wrong_options import check_ending


@click.command()
@study_argument
@skip_option
@click.option("--groups", "-k", type=click.IntRange(2), default=8, show_default=True, help="How many groups.")
@click.option("--most", type=click.IntRange(1), default=3, show_default=True, help="How many sentences of each.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Where the search begins.")
@click.option("-o", "--output", type=PATH, help="Write every sentence with its group: .csv, .parquet or .xlsx.")
@language_option
def groups(
    study: Path, skip_unreadable: bool, groups: int, most: int, seed: int, output: Path | None, language: str | None
) -> None:
    """Show groups of sentences in STUDY that are about the same, by wave: an aid for reading. It needs no codebook."""
    from bp_qual.files import write_together
    from bp_qual.files.table_bytes import ENDINGS, table_bytes
    from bp_qual.suggestions import group_sentences, load_encoder
    from bp_qual.suggestions.sentence_vectors import KEPT

    check_ending("-o", output, ENDINGS)
    encode = load_encoder("bp-qual groups")
    described, corpus, _, say = read_told(
        study, None, skip_unreadable, language, needs_codebook=False, shows_coded=False
    )
    found = group_sentences(
        corpus, encode, groups=groups, seed=seed, keep=described.folder / KEPT, language=say.language
    )
    click.echo(found.to_text(most=most))
    if output:
        persons = output.with_stem(f"{output.stem}_persons")
        tables = {output: found.sentences, persons: found.persons}
        write_together([(path, table_bytes(table, path.suffix.lower())) for path, table in tables.items()])
        for path in tables:
            click.echo(say("cli_written", file=path), err=True)
