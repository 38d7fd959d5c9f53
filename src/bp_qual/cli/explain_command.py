"""`bp-qual explain`: what a codebook finds in a sentence, and what it nearly finds."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import codebook_option, language_option, study_argument
from bp_qual.cli.speaking import speak


@click.command()
@click.argument("sentence")
@study_argument
@codebook_option
@language_option
@click.option("--sentence-language", default="", help="Language of the sentence (default: that of the codebook).")
def explain(sentence: str, study: Path, codebook: Path | None, language: str | None, sentence_language: str) -> None:
    """Show what the codebook of STUDY finds in SENTENCE and why, and what nearly matched and why it did not."""
    from bp_qual.codebook import read_codebook
    from bp_qual.coding.explanation import explain as explain_sentence
    from bp_qual.display import show_name
    from bp_qual.errors import StudyError
    from bp_qual.study import read_study
    from bp_qual.study.codebook_beside import no_codebook

    path = codebook or read_study(study).codebook
    if not path:
        raise StudyError(no_codebook(show_name(study), study if study.is_dir() else study.parent))
    book = read_codebook(path)
    found = explain_sentence(book, sentence, language=sentence_language)
    click.echo(repr(found.in_language(speak(language, book.language))))
