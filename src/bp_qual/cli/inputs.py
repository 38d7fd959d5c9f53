"""Shared by several commands: their common options, reading and coding the study, and checks on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bp_qual.archive.remote import is_url
from bp_qual.cli.speaking import note_asked, note_place, note_skips, spoken_language
from bp_qual.cli.wrong_options import WrongOption
from bp_qual.display import first_few, in_shell, show_name, skips
from bp_qual.errors import Problem, StudyError
from bp_qual.files import is_impossible, note_read
from bp_qual.files.as_written import composed
from bp_qual.files.own_marks import RESULTS
from bp_qual.processes import use_workers
from bp_qual.wording import LANGUAGES, Remark, Wording
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    from bp_qual.codebook import Codebook
    from bp_qual.coding.combining import Combined
    from bp_qual.coding.counting import Count
    from bp_qual.study import Study
    from bp_qual.study.what_counts import Counted
    from bp_qual.transcripts import Corpus
    from bp_qual.validation.judged_sample import JudgedSample

_ENDINGS = {*RESULTS, ".yaml", ".yml", ".dic", ".txt", ".sqlite3", ".zip"}  # of what commands write
_Command = TypeVar("_Command", bound=Callable[..., Any])


class _NamedPath(click.Path):
    """A path that a file can have, and not an empty one: `-o ""` is an unset variable, not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or refuse one that is empty or impossible."""
        option = param.get_error_hint(ctx) if param and ctx else ""
        if value == "":
            raise WrongOption(Remark("name is empty"), option)
        if is_impossible(Path(value)):
            raise WrongOption(Remark("name is impossible"), option)
        if _is_ending(Path(value)):
            raise WrongOption(Remark("name is an ending", values={"file": Path(value).name}), option)
        return super().convert(value, param, ctx)


def _is_ending(path: Path) -> bool:
    """Return whether a name is the ending of a file and nothing more."""
    return path.name.startswith(".") and path.name.lower() in _ENDINGS and not path.is_dir()


class _PathOrAddress(_NamedPath):
    """A path, or the address of a folder elsewhere (s3://bucket/talk), which stays a text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return an address as it is, anything else as a path."""
        return value if isinstance(value, str) and is_url(value) else super().convert(value, param, ctx)


class _CoderName(click.types.StringParamType):
    """The name of a coder, or of several: its accents are composed, as in what is saved."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name with its accents composed."""
        return composed(super().convert(value, param, ctx))


def _keep_place(context: click.Context, _: click.Parameter, place: Path | str | None) -> Path | str | None:
    return note_place(context, place) if isinstance(place, Path) else place


PATH = _NamedPath(path_type=Path)
CODER = _CoderName()
_KEEP: dict[str, Any] = {"is_eager": True, "type": PATH, "callback": _keep_place}
codebook_option = click.option("--codebook", help="Codebook to use instead of the one named in study.yaml.", **_KEEP)
skip_option = click.option(
    "--skip-unreadable", is_flag=True, help="Skip files that cannot be read.", callback=note_skips, is_eager=True
)


def offer_languages(help_text: str) -> Callable[[_Command], _Command]:
    """Return the option --language, which is heard before anything is said, with a text of its own."""
    return click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        callback=lambda context, _, language: note_asked(context, language),
        help=help_text,
    )


language_option = offer_languages("Language of the output (default: that of the study or codebook).")
before_option = click.option("--before", help="The earlier wave (default: the first).")
after_option = click.option("--after", help="The later wave (default: the last).")


count_option = click.option(
    "--count",
    type=click.Choice(["machine", "reviewed", "human"]),
    help="What counts: hits of the codebook, hits as reviewed, or what a person coded (study.yaml, or machine).",
)
sample_option = click.option(
    "--sample", help="Sample that corrects the change (default: that of study.yaml, or the only one that was coded)."
)
sample_coder_option = click.option("--sample-coder", type=CODER, help="Who coded that sample, where several have.")
coder_option = click.option(
    "--coder",
    type=CODER,
    help="Whose review or codings count, where several have coded. all: what all agree on; any: each interview by the "
    "one who coded it, or as those who did agree; A,B: A where both did; team: what they coded together.",
)


def archive_argument(command: _Command) -> _Command:
    """Give a command the argument STUDY as `study_argument` does; it may be an address too."""
    return study_argument(command, type=_PathOrAddress(path_type=Path))


def study_argument(command: _Command, **settings: Any) -> _Command:
    """Give a command the argument STUDY, and a say in how many processes read and code it."""
    workers = click.option(
        "--workers",
        type=click.IntRange(min=1),
        expose_value=False,
        callback=lambda _context, _option, workers: use_workers(workers),
        help="Processes that read and code (default: as many as there are cores, where that pays).",
    )
    return workers(click.argument("study", default=Path(), **{**_KEEP, **settings})(command))


def file_argument(name: str, *, required: bool = True) -> Callable[[_Command], _Command]:
    """Return an argument that is a study or codebook, in whose language the command speaks of its mistakes."""
    return click.argument(name, required=required, **_KEEP)


def code_study(
    folder: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    language: str | None = None,
    *,
    count: Count | None = None,
    coder: str | None = None,
) -> tuple[Study, Corpus, Codebook, Counted]:
    """Read a study and code it; all problems in its files are raised as one error.

    Parameters
    ----------
    folder : Path
        The folder of the study.
    codebook : Path, optional
        A codebook instead of the one that study.yaml names.
    skip_unreadable : bool
        Go on without files that cannot be read; each is named in a note.
    language : str, optional
        Language of the notes; that of the study if not given.
    count, coder : str, optional
        What counts, and whose codings; as study.yaml says if not given.

    Returns
    -------
    tuple of Study, Corpus, Codebook and Counted
        The study, its interviews, its codebook, and the codings that count.
    """
    from bp_qual.coding import apply_codebook
    from bp_qual.study.what_counts import what_counts

    study, corpus, book, say = read_told(folder, codebook, skip_unreadable, language, every=True)
    for name in ("study.yaml", "interviews.csv"):
        note_read(study.folder / name)  # where there is none, what a command put there would be read as one next time
    hits = apply_codebook(book, corpus, model=study.model)
    counted = what_counts(study, hits, corpus, book, count=count, coder=coder or "")
    for note in counted.notes:
        click.echo(say("check_note", text=note.say(say.language)), err=True)
    return study, corpus, book, counted


def read_told(
    folder: Path,
    codebook: Path | None = None,
    skip_unreadable: bool = False,
    language: str | None = None,
    *,
    every: bool = False,
    needs_codebook: bool = True,
    shows_coded: bool = True,
) -> tuple[Study, Corpus, Codebook, Wording]:
    """Read a study, and say what is doubtful in it.

    Parameters
    ----------
    folder, codebook, skip_unreadable, language
        As in `code_study`.
    every : bool
        Say whatever changes numbers, and in one line how many other notes `check` has.
    needs_codebook : bool
        Whether a study without a codebook is a problem; else an empty one is returned for it.
    shows_coded : bool
        Whether the command shows what is coded already, so that it has to say why it cannot.

    Returns
    -------
    tuple of Study, Corpus, Codebook and Wording
        The last in the language that the command speaks.
    """
    from bp_qual.study.study_inputs import read_inputs

    study, corpus, book = read_inputs(
        folder, codebook=codebook, skip_unreadable=skip_unreadable, needs_codebook=needs_codebook
    )
    say = Wording(spoken_language(study, language))
    tell_doubts(study, corpus, say.language, every=every, shows_coded=shows_coded)
    return study, corpus, book, say


def tell_doubts(study: Study, corpus: Corpus, language: str, *, every: bool = False, shows_coded: bool = True) -> None:
    """Say which interviews and tables are not read or not as they were written, and whether an import was killed.

    Parameters
    ----------
    study, corpus : Study and Corpus
        As they were read.
    language : str
        Language of the notes.
    every : bool
        Whatever else changes numbers too, and in one line how many other notes `check` has.
    shows_coded : bool
        Whether what is coded already is shown.
    """
    from bp_qual.study.corpus_reading import doubted_words
    from bp_qual.study.told_by_check import told_in_brief, told_in_full

    told_of = ("saving broken off", "codebook unread") if shows_coded else ("saving broken off",)
    of_study = told_in_full(study, corpus) if every else [note for note in study.notes if note.kind in told_of]
    in_brief = told_in_brief(study, corpus) if every else ()
    told = (
        *dict.fromkeys(note.say(language) for note in (*of_study, *doubted_words(study, corpus))),
        *(unread.say(language) for unread in corpus.unread),
        *(note.say(language) for note in in_brief),
    )
    for text in told:
        click.echo(Wording(language)("check_note", text=text), err=True)


def choose_sample(
    study: Study, corpus: Corpus, codebook: Codebook, language: str | None, *, sample: str | None, coder: str | None
) -> JudgedSample | None:
    """Return the sample that corrects the change, if there is one, and note why there is not where one could expect it.

    Parameters
    ----------
    study, corpus, codebook : Study, Corpus and Codebook
        As read.
    language : str, optional
        Of the notes; that of the study if not given.
    sample, coder : str, optional
        Which sample, as coded by whom.

    Returns
    -------
    JudgedSample or None
    """
    from bp_qual.study.judged_samples import choose_judged_sample

    say = Wording(spoken_language(study, language))
    judged, notes = choose_judged_sample(study, corpus, codebook, name=sample or "", coder=coder or "")
    for note in notes:
        click.echo(say("check_note", text=note.say(say.language)), err=True)
    return judged


def tell_unfinished(combined: Combined, corpus: Corpus, language: str) -> None:
    """Note how many interviews the coder did not finish: what is coded in them is shown, and not counted.

    Parameters
    ----------
    combined : Combined
        The codings that count.
    corpus : Corpus
        The interviews.
    language : str
        Language of the note.
    """
    left = [t.interview for t in corpus.transcripts if t.interview not in combined.finished]
    if combined.count != "machine" and left:
        say = Wording(language)
        values = {
            "coder": combined.coder,
            "n": len(left),
            "all": len(corpus.transcripts),
            "interviews": first_few(left),
        }
        click.echo(say("check_note", text=say("cli_unfinished", **values)), err=True)


def check_waves(study: Study, before: str | None, after: str | None) -> None:
    """Refuse a wave that the study does not have, and a study with only one wave.

    Parameters
    ----------
    study : Study
        The study.
    before, after : str, optional
        The waves that were asked for; the first and the last if not given.
    """
    from bp_qual.compare.choices import warn_of_backwards

    ids = [wave.id for wave in study.waves]
    check_known("before", before, ids)
    check_known("after", after, ids)
    if len(ids) < 2:
        raise StudyError(Problem(show_name(study.folder), "one wave only", {"wave": ", ".join(ids)}))
    first, last = before or ids[0], after or ids[-1]
    if first == last:
        raise WrongOption(Remark("waves are the same"), "--before, --after")
    warn_of_backwards(first, last, ids)


def check_names(study: Study, codebook: Codebook) -> None:
    """Refuse a plan or topic guide in study.yaml that names a code or wave that does not exist."""
    from bp_qual.study.study_inputs import foreign_names

    if unknown := foreign_names(study, codebook):
        raise StudyError(unknown, Remark("nothing compared"))


def typed_arguments(study: Path, codebook: Path | None, skip_unreadable: bool = False) -> str:
    """Return the study, the codebook and the option that a command was given, as they are typed for another one.

    Parameters
    ----------
    study : Path
        The study.
    codebook : Path, optional
        Its codebook, where one was named.
    skip_unreadable : bool
        Whether the command goes on without files that cannot be read.

    Returns
    -------
    str

    Examples
    --------
    >>> typed_arguments(Path("study"), Path("themes.yaml"))
    'study --codebook themes.yaml'
    """
    told = [in_shell(path) for path in (study, codebook) if path is not None]
    return " --codebook ".join(told) + skips(skip_unreadable)


def check_code(option: str, code: str | None, book: Codebook) -> None:
    """Refuse a code that the codebook does not have; the message says what it is called now, or suggests the nearest.

    Parameters
    ----------
    option : str
        The name of the option, without dashes.
    code : str, optional
        What was asked for; nothing is refused if not given.
    book : Codebook
        The codebook.
    """
    if code is not None and code not in book.ids:
        raise WrongOption(Remark("not in the study", values={"value": code, "guess": book.guess(code)}), f"--{option}")


def check_known(option: str, value: str | None, known: Sequence[str]) -> None:
    """Refuse an option's value that the study does not have; the message suggests the nearest one, or lists all.

    Parameters
    ----------
    option : str
        The name of the option, without dashes.
    value : str, optional
        What was asked for; nothing is refused if not given.
    known : sequence of str
        The values that the study has.
    """
    if value is None or value in known:
        return
    from bp_qual.study.alike_ids import look_alike_persons

    alike = [name for name in known if look_alike_persons((value, name))]
    guess = Remark("did you mean", values={"name": alike[0]}) if alike else did_you_mean(value, known, "there are")
    raise WrongOption(Remark("not in the study", values={"value": value, "guess": guess}), f"--{option}")
