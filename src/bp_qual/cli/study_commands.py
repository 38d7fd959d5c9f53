"""`bp-qual init` and `bp-qual check`: set up a study, and find what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import codebook_option, file_argument, language_option, offer_languages, study_argument


@click.command()
@file_argument("folder")
@click.option("--sample", is_flag=True, help="Copy the sample study, with codings by hand, into the new FOLDER.")
@offer_languages("Language of the output, and of the sample (default: that of the study; the sample in Dutch).")
def init(folder: Path, sample: bool, language: str | None) -> None:
    """Create an example study in a new FOLDER, or propose how to read an existing FOLDER of interviews.

    The example has a few short interviews; with --sample it is the sample study of the documentation instead, 21
    interviews with thirteen persons in Dutch; with --sample --language en one in English, 24 interviews with eleven
    persons in three waves. All of it is fictional.

    The proposals are study.yaml, interviews.csv and a starter codebook, each written only if absent, for you to review.
    Existing files are never overwritten.
    """
    from bp_qual.display import first_few, show_name
    from bp_qual.study.gathering import gather_study
    from bp_qual.study.interview_files import transcript_files, without_papers
    from bp_qual.study.shipped_sample import copy_sample
    from bp_qual.study.starter import make_study
    from bp_qual.study.unread_notes import left_out
    from bp_qual.wording import Wording, choose_language

    is_new = not (folder.is_dir() and any(folder.iterdir()))
    papers = () if is_new or sample else without_papers(transcript_files(folder))[1]
    papers = tuple(file for file in papers if file != folder / "persons.csv")
    written = copy_sample(folder, language or "nl") if sample else make_study(folder)
    for file in written:
        click.echo(str(file), err=True)
    made = gather_study(folder)[0]
    say = Wording(choose_language(language, made.language))
    for left in [] if is_new else made.unread:
        click.echo(say("cli_not_read", problem=left.problem), err=True)
    for note in () if is_new else left_out(made):
        click.echo(say("check_note", text=note.say(say.language)), err=True)
    if papers:
        named = first_few([show_name(file.relative_to(folder)) for file in papers])
        click.echo(say("cli_papers", files=named), err=True)
    if is_new:
        click.echo(f"\n{say('cli_try', folder=folder, out=folder / 'out')}", err=True)
    else:
        click.echo(f"\n{say('cli_proposals', folder=folder)}", err=True)


@click.command()
@study_argument
@codebook_option
@click.option("--all", "each_file", is_flag=True, help="Give a note on many files for each of them, not once.")
@language_option
def check(study: Path, codebook: Path | None, each_file: bool, language: str | None) -> None:
    """List every problem in the files of STUDY; nothing is changed."""
    from bp_qual.study.checking import check_study

    findings = check_study(study, codebook=codebook, language=language, each_file=each_file)
    if findings.corpus.transcripts:
        click.echo(f"{findings.corpus.say(findings.language)}\n")
    click.echo(str(findings))
    if findings.problems:
        raise click.exceptions.Exit(1)
