"""The command line of the codebook: `bp-qual codebook new|check|show|tree|diff|migrate|words|add|import|export`.

Only `new`, `add`, `show`, `migrate`, `import`, `export` and `words -o` write files. Exit codes: 0 for success, 1 for a
problem in the user's files, 2 for a wrong command line.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual.cli.inputs import (
    CODER,
    PATH,
    codebook_option,
    file_argument,
    language_option,
    skip_option,
    study_argument,
    tell_doubts,
    typed_arguments,
)
from bp_qual.cli.speaking import speak
from bp_qual.cli.suggest_command import names_in, what_is_known
from bp_qual.cli.wrong_options import WrongOption, check_coders, check_ending
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, CodebookError, Problem
from bp_qual.wording import LANGUAGES, Remark, Wording, group_notices
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.suggestions.sentence_vectors import Encode
    from bp_qual.transcripts import Corpus

_book = file_argument("codebook")
_labels = click.option("--language", help="Language of the labels: nl, en, ... (default: that of the codebook).")


@click.group()
def codebook() -> None:
    """Check, show and compare codebooks, and carry codings over to a new version."""


@codebook.command()
@_book
@file_argument("study", required=False)
@click.option(
    "--run", type=PATH, help="The run.json of an earlier run (default: out/run.json of the same study, if present)."
)
@skip_option
@language_option
def check(codebook: Path, study: Path | None, run: Path | None, skip_unreadable: bool, language: str | None) -> None:
    """List mistakes, failing examples and doubtful terms; with a STUDY, also how the terms perform in it."""
    from bp_qual.codebook import read_codebook
    from bp_qual.coding import check_examples
    from bp_qual.matching.known_languages import refuse_unknown_languages
    from bp_qual.report.run_record import version_problems
    from bp_qual.revision import lint_codebook
    from bp_qual.study.earlier_runs import changed_since_run

    book = refuse_unknown_languages(read_codebook(codebook))
    say = _voice(book, language)
    corpus = _corpus(study, codebook, skip_unreadable, say.language) if study else None
    if run is None:
        changed = changed_since_run(book, codebook, study, corpus)
    else:
        changed = version_problems(book, [run], asked=True)
    problems = [*check_examples(book), *changed]
    notes = lint_codebook(book, corpus)
    for problem in problems:
        click.echo(problem.say(say.language))
    for text in group_notices(notes, say.language):
        click.echo(say("cli_warning", text=text))
    totals = {"errors": len(problems), "warnings": len(notes)}
    click.echo(say("cli_codebook_total", name=book.name, version=book.version, **totals))
    if problems:
        raise click.exceptions.Exit(1)


@codebook.command()
@_book
@_labels
def tree(codebook: Path, language: str | None) -> None:
    """Print the codes as a tree."""
    from bp_qual.codebook import draw_tree, read_codebook

    book = read_codebook(codebook)
    click.echo("\n".join(draw_tree(book, language or "", spoken=_voice(book, language).language)))


@codebook.command()
@_book
@click.option("--html", "ending", flag_value="html", default=True, help="Write a page for the browser (default).")
@click.option("--docx", "ending", flag_value="docx", help="Write a Word document.")
@_labels
@click.option("-o", "--output", type=PATH, help="Output file (default: next to the codebook).")
def show(codebook: Path, ending: str, language: str | None, output: Path | None) -> None:
    """Write the codebook as a document to print for the coding team."""
    from bp_qual.codebook import read_codebook
    from bp_qual.codebook.printing import codebook_docx, codebook_html
    from bp_qual.files import write_atomically

    target = output or codebook.with_suffix(f".{ending}")
    check_ending("-o", target, (".html", ".docx"))
    book = read_codebook(codebook)
    docx = target.suffix.lower() == ".docx"
    data = (
        codebook_docx(book, language or "") if docx else codebook_html(book, language or "").encode("utf-8", "replace")
    )
    write_atomically(target, data)
    click.echo(_voice(book, language)("cli_written_to", files=target), err=True)


@codebook.command()
@file_argument("old")
@file_argument("new")
@file_argument("study", required=False)
@skip_option
@language_option
def diff(old: Path, new: Path, study: Path | None, skip_unreadable: bool, language: str | None) -> None:
    """Show what changed from OLD to NEW; with a STUDY, also which counts and whose changes it affects."""
    from bp_qual.codebook.versions import diff_codebooks
    from bp_qual.revision import find_effects

    before, after = _read_both(old, new)
    spoken = _voice(after, language).language
    found = (
        find_effects(before, after, _corpus(study, new, skip_unreadable, spoken))
        if study
        else diff_codebooks(before, after)
    )
    click.echo(found.say(spoken))


@codebook.command()
@file_argument("old")
@file_argument("new")
@click.argument("codings", type=PATH)
@click.option("-o", "--output", type=PATH, required=True, help="Output folder for the migrated codings.")
@language_option
def migrate(old: Path, new: Path, codings: Path, output: Path, language: str | None) -> None:
    """Carry manual CODINGS (.csv) made with OLD over to NEW; those that a person must recode go to recode.csv."""
    from bp_qual.codebook.migration import migrate_codings
    from bp_qual.files import write_folder
    from bp_qual.files.table_bytes import csv_bytes

    before, after = _read_both(old, new)
    done = migrate_codings(_read_codings(codings), before, after)
    tables = {"codings.csv": done.carried, "recode.csv": done.recode, "doubles.csv": done.doubles}
    tables |= {"automatic.csv": done.automatic, "rejected.csv": done.rejected}
    write_folder(output, {name: csv_bytes(table) for name, table in tables.items()})
    say = _voice(after, language)
    click.echo(done.say(say.language))
    files = ", ".join(str(output / name) for name in tables)
    click.echo(say("cli_written_to", files=files), err=True)


@codebook.command()
@click.argument("code")
@study_argument
@codebook_option
@skip_option
@click.option(
    "--coder", type=CODER, default="", help="Whose codings are looked around too, if several have: a name, A,B, or any."
)
@click.option("--letters", is_flag=True, help="No words for their meaning: needs no other library.")
@click.option("-o", "--output", type=PATH, help="Also write the matches as a table: .csv, .parquet or .xlsx.")
@language_option
def words(
    code: str, study: Path, codebook: Path | None, skip_unreadable: bool, coder: str, letters: bool,
    output: Path | None, language: str | None,
) -> None:  # fmt: skip
    """Show which words in STUDY the terms of CODE matched, how often, and which other words may belong to it."""
    from bp_qual.coding import apply_codebook
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import ENDINGS, table_bytes
    from bp_qual.revision import find_words_of_code
    from bp_qual.study.hand_coding import own_coders
    from bp_qual.study.study_inputs import read_inputs

    described, corpus, book = read_inputs(study, codebook=codebook, skip_unreadable=skip_unreadable)
    _check_code(code, book)
    check_ending("-o", output, ENDINGS)
    check_coders("--coder", names_in(coder))
    say = _voice(book, language)
    tell_doubts(described, corpus, say.language)
    coders = own_coders(described.folder)
    if coder or described.coders or len(coders) < 2:
        known, _, _ = what_is_known(described, corpus, book, coder, say)
    else:
        known = apply_codebook(book, corpus, model=described.model)
        click.echo(say("check_note", text=say("codebook_beside_hits", coders=coders)), err=True)
    encode = None if letters else _encoder(say)
    found = find_words_of_code(book, corpus, code, codings=known, encode=encode)
    click.echo(found.to_text(say.language))
    if len(found.candidates) or len(found.around):
        arguments = typed_arguments(study, codebook, skip_unreadable)
        click.echo(f"\n{say('codebook_word_to_read', code=code, arguments=arguments)}")
    if output:
        write_atomically(output, table_bytes(found.matched, output.suffix.lower()))
        click.echo(say("cli_written_to", files=output), err=True)


@codebook.command()
@click.argument("code")
@study_argument
@codebook_option
@skip_option
@click.option("--term", "terms", multiple=True, required=True, help="The term, as in a codebook. May be repeated.")
@click.option("--examples", is_flag=True, help="Also add the first sentence that each term finds as an example.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@language_option
def add(
    code: str, study: Path, codebook: Path | None, skip_unreadable: bool, terms: tuple[str, ...], examples: bool,
    dry_run: bool, language: str | None,
) -> None:  # fmt: skip
    """Add terms to CODE in the codebook of STUDY; comments and layout stay, and the version is raised.

    It shows what the terms find, in which waves, and whose changes that affects.
    """
    from bp_qual.codebook.adding_terms import add_terms, check_terms, preview_terms
    from bp_qual.coding import apply_codebook
    from bp_qual.quotes import find_quotes
    from bp_qual.revision import find_effects
    from bp_qual.study.study_inputs import read_inputs

    described, corpus, book = read_inputs(study, codebook=codebook, skip_unreadable=skip_unreadable)
    _check_code(code, book)
    say = _voice(book, language)
    tell_doubts(described, corpus, say.language)
    path = codebook or described.codebook
    assert path is not None  # a study without a codebook is not read
    check_terms(terms, code, book.language, named="--term")
    after = preview_terms(path, code, terms)
    hits = apply_codebook(after, corpus, model=described.model)
    taken = {" ".join(said.split()) for said in book.code(code).examples} | book.counterexamples_of(code)
    sentences: list[str] = []
    for term in terms:
        quotes = find_quotes(
            hits[(hits["code"] == code) & (hits["term"] == term)], corpus=corpus, context=0, language=say.language
        )
        if len(quotes):
            click.echo(f"{say('codebook_term_finds', term=term, n=len(quotes))}\n{quotes.to_text()}\n")
        else:
            click.echo(f"{say('codebook_term_finds_none', term=term)}\n")
        said = (" ".join(f"{found.before}{found.quote}{found.after}".split()) for found in quotes)
        if examples and (example := next((text for text in said if text not in taken), "")):
            click.echo(f"{say('codebook_example_is', code=code, text=example)}\n")
            sentences.append(example)
        elif examples:
            click.echo(f"{say('codebook_no_example', term=term)}\n")
    if sentences:
        after = preview_terms(path, code, terms, examples=sentences)
    click.echo(find_effects(book, after, corpus).say(say.language))
    if dry_run:
        click.echo(say("codebook_would_add"))
        return
    add_terms(path, code, terms, examples=sentences)
    click.echo(say("cli_written", file=path), err=True)
    if sentences:
        click.echo(say("check_note", text=say("codebook_example_added")), err=True)


def _check_code(code: str, book: Codebook) -> None:
    if code not in book.ids:
        values = {"code": code, "book": book.name, "guess": book.guess(code)}
        raise WrongOption(Remark("no code of", values=values), "CODE")


def _encoder(say: Wording) -> Encode | None:
    """Return what gives words their vectors; where its library is not there, say so in one line."""
    from bp_qual.suggestions import load_encoder

    try:
        return load_encoder("bp-qual codebook words", without="--letters")
    except BpQualError as error:
        click.echo(say("check_note", text=error.problems[0].say(say.language)), err=True)
        return None


@codebook.command()
@file_argument("file")
@click.option("--language", default="nl", show_default=True, help="Language of its terms.")
def new(file: Path, language: str) -> None:
    """Write a starter codebook to FILE (.yaml), with one theme as an example.

    In Dutch and English the example has terms; in other languages these are left for you to write.
    """
    from bp_qual.study.starter import make_codebook

    spoken = speak(None, language)
    check_ending("FILE", file, (".yaml", ".yml"))
    make_codebook(file, language=language)
    click.echo(f"{file}\n\n{Wording(spoken)('cli_new_codebook', file=file)}", err=True)


@codebook.command("import")
@file_argument("file")
@click.option("-o", "--output", type=PATH, required=True, help="Codebook to write: .yaml.")
@click.option("--language", default="nl", show_default=True, help="Language of its terms.")
@click.option("--name", default="", help="Name of the codebook (default: that of the file).")
def import_(file: Path, output: Path, language: str, name: str) -> None:
    """Convert FILE from another program to a codebook: .qdc, .qdpx, .csv, .xlsx, quanteda .yml or LIWC .dic."""
    from bp_qual.codebook import codebook_text, parse_codebook, write_codebook
    from bp_qual.exchange import import_codebook

    speak(None, language)
    check_ending("-o", output, (".yaml", ".yml"))
    if output.exists():
        raise WrongOption(Remark("already exists", values={"file": show_name(output)}), "-o")
    done = import_codebook(file, name=name, language=language)
    parse_codebook(codebook_text(done.codebook), str(output))
    write_codebook(done.codebook, output)
    say = _voice(done.codebook, language)
    click.echo(done.codebook.headline(say.language))
    _report_lost(done.lost, say)
    click.echo(say("cli_written_to", files=output), err=True)


@codebook.command()
@_book
@click.option(
    "-o", "--output", type=PATH, required=True, help="Output file: .qdc, .csv, .xlsx, .taguette.csv, .yml or .dic."
)
@_labels
def export(codebook: Path, output: Path, language: str | None) -> None:
    """Write a codebook for another program, in the format given by the extension of the output."""
    from bp_qual.codebook import read_codebook
    from bp_qual.exchange import EXPORT_ENDINGS, export_codebook

    check_ending("-o", output, EXPORT_ENDINGS)
    book = read_codebook(codebook)
    say = _voice(book, language)
    _report_lost(export_codebook(book, output, language=language or ""), say)
    click.echo(say("cli_written_to", files=output), err=True)


def _voice(book: Codebook, language: str | None) -> Wording:
    """Return the texts in the language asked for, if there are any in it, else in that of the codebook."""
    return Wording(speak(language if language in LANGUAGES else None, book.language))


def _report_lost(lost: tuple[Remark, ...], say: Wording) -> None:
    for item in lost:
        click.echo(say("cli_not_carried", item=item), err=True)


def _read_both(old: Path, new: Path) -> tuple[Codebook, Codebook]:
    """Read two codebooks and report the problems of both at once."""
    from bp_qual.codebook import read_codebook

    books: list[Codebook] = []
    problems: list[Problem] = []
    for path in (old, new):
        try:
            books.append(read_codebook(path))
        except CodebookError as error:
            problems += error.problems
    if problems:
        raise CodebookError(problems, Remark("problems in codebooks", values={"n": len(problems)}))
    return books[0], books[1]


def _corpus(study: Path, codebook: Path, skip_unreadable: bool, language: str) -> Corpus:
    """Read the interviews of a study, and say which of them may be other than they were written."""
    from bp_qual.study.study_inputs import read_inputs

    described, corpus, _ = read_inputs(study, codebook=codebook, skip_unreadable=skip_unreadable)
    tell_doubts(described, corpus, language)
    return corpus


def _read_codings(path: Path) -> pd.DataFrame:
    from bp_qual.files.csv_tables import read_csv_frame

    table = read_csv_frame(path, needed=("code",))
    if "code" not in table:
        guess = did_you_mean("code", table.columns, "its columns")
        raise CodebookError(Problem(f"{show_name(path)}:1", "no such column", {"name": "code", "guess": guess}))
    return table
