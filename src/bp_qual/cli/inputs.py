"""What several commands share: the study to read, the codebook, and what is refused on the command line."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.study import Study
    from bp_qual.transcripts import Corpus


class _NamedPath(click.Path):
    """A path that is not empty: `-o ""` is an unset variable, not the folder one stands in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or refuse an empty one."""
        if value == "":
            self.fail("the name is empty.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _NamedPath(path_type=Path)
study_argument = click.argument("study", type=PATH, default=Path())
codebook_option = click.option("--codebook", type=PATH, help="A codebook instead of the one that study.yaml names.")
skip_option = click.option("--skip-unreadable", is_flag=True, help="Go on without files that cannot be read.")
language_option = click.option(
    "--language", type=click.Choice(["nl", "en"]), help="Language of texts and notes (default: that of the study)."
)
before_option = click.option("--before", help="The earlier wave (default: the first).")
after_option = click.option("--after", help="The later wave (default: the last).")


def code_study(
    place: Path, codebook: Path | None, skip_unreadable: bool
) -> tuple[Study, Corpus, Codebook, pd.DataFrame]:
    """Read a study and code it; every problem of its files is one error."""
    from bp_qual.coding import apply_codebook
    from bp_qual.study.study_folder import read_inputs

    study, corpus, book = read_inputs(place, codebook=codebook, skip_unreadable=skip_unreadable)
    for note in (*study.notes, *corpus.unread):
        click.echo(f"Note: {note}", err=True)
    return study, corpus, book, apply_codebook(book, corpus, model=study.model, progress=True)


def spoken_language(study: Study, asked: str | None) -> str:
    """Return the language of what is written for people: as asked, else the study's, English where it has no texts."""
    from bp_qual.wording import choose_language

    return choose_language(asked, study.language)


def check_waves(study: Study, before: str | None, after: str | None) -> None:
    """Refuse a wave that the study does not have, and a study with one wave."""
    ids = [wave.id for wave in study.waves]
    check_known("before", before, ids)
    check_known("after", after, ids)
    if len(ids) < 2:
        what = f"all interviews are of one wave ({', '.join(ids)}): there is nothing to compare."
        raise StudyError(Problem(show_name(study.folder), what, "Add the interviews of another wave."))
    first, last = before or ids[0], after or ids[-1]
    if first == last:
        raise click.BadParameter("the two waves are the same.", param_hint="--before, --after")
    if ids.index(first) > ids.index(last):
        click.echo(f"Note: in the study {last} comes before {first}: what changed is told backwards.", err=True)


def check_names(study: Study, codebook: Codebook) -> None:
    """Refuse a plan or topic guides in study.yaml that name what the codebook or the study does not have."""
    from bp_qual.study.study_folder import foreign_names

    if unknown := foreign_names(study, codebook):
        raise StudyError(unknown, "Nothing was compared.")


def check_known(option: str, value: str | None, known: Sequence[str]) -> None:
    """Refuse an option's value that the study does not have, naming what was meant or what there is."""
    if value is None or value in known:
        return
    from bp_qual.study.interviews import look_alike_persons

    alike = [name for name in known if look_alike_persons((value, name))]
    close = alike or difflib.get_close_matches(value, known, 1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(known)}."
    raise click.BadParameter(f"'{value}' is not in the study. {hint}", param_hint=f"--{option}")
