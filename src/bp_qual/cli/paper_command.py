"""`bp-qual paper`: what a paper needs in one folder, and whether the study still gives its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from bp_qual.cli.compare_command import compare_study, comparison_options
from bp_qual.cli.inputs import PATH, language_option
from bp_qual.cli.wrong_options import check_unused
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare import Comparison
    from bp_qual.study import Study
    from bp_qual.study.what_counts import Counted

_READ_ANEW = ("study", "codebook", "skip_unreadable", "language", "again", "workers")  # all else is as it was


@click.command()
@comparison_options
@click.option("-o", "--output", type=PATH, default=Path("paper"), show_default=True, help="Output folder.")
@click.option(
    "--again", type=PATH, help="Folder of an earlier run: say whether STUDY still gives its numbers, and write nothing."
)
@language_option
def paper(output: Path, again: Path | None, language: str | None, **options: Any) -> None:
    """Write what a paper on STUDY needs to a folder: methods, tables for Word and LaTeX, pictures for print.

    And in a folder in it what makes the numbers again: codebook, settings, versions and fingerprints, no transcripts
    and no quotes.
    """
    if again is not None:
        _make_again(again, language, options)
        return
    from bp_qual.paper import write_paper
    from bp_qual.study.proposed_files import are_persons_guessed

    described, comparison, counted = compare_study(language=language, **options)
    names = write_paper(
        comparison,
        output,
        title=described.name,
        language=comparison.language,
        agreement=_agreement(described, comparison),
        described=_described(described, comparison, counted),
    )
    say = Wording(comparison.language)
    click.echo(say("article_written", n=len(names), folder=output, readme=output / "README.md"), err=True)
    if are_persons_guessed(described.notes):
        click.echo(say("article_names_guessed"), err=True)


def _make_again(folder: Path, language: str | None, options: dict[str, Any]) -> None:
    """Compare once more with the settings of an earlier run, and say whether the numbers are the same."""
    from bp_qual.paper.again import check_again, settings_of

    context = click.get_current_context()
    given = {
        param.opts[0]: True
        for param in context.command.params
        if param.name not in _READ_ANEW and context.get_parameter_source(str(param.name)) is ParameterSource.COMMANDLINE
    }
    check_unused("as it was", given)
    settings = options | _options_of(settings_of(folder))
    described, comparison, counted = compare_study(language=language, **settings)
    found = check_again(comparison, folder, described=_described(described, comparison, counted))
    click.echo("\n".join(found.say(comparison.language)))
    if not found.is_same:
        context.exit(1)


def _options_of(settings: Mapping[str, object]) -> dict[str, Any]:
    """Return the options of `compare_study` that give these settings.

    >>> _options_of({"negated": True, "count": "human", "coder": "anna AND bert", "together": "first"})["coder"]
    'anna,bert'
    """
    from bp_qual.study.same_again import coder_asked

    same = ("before", "after", "measure", "test", "floor", "draws", "seed", "count", "sample", "sample_coder")
    return {
        **{name: settings[name] for name in same if name in settings},
        "without_negated": not settings.get("negated", True),
        "without_prompted": not settings.get("prompted", True),
        "coder": coder_asked(settings) or None,
    }


def _described(described: Study, comparison: Comparison, counted: Counted) -> tuple[Path, ...]:
    from bp_qual.study.judged_samples import sample_files

    return (
        *described.inputs,
        *(file for hand in counted.hands for file in hand.files),
        *sample_files(described, comparison.sample),
    )


def _agreement(described: Study, comparison: Comparison) -> pd.DataFrame | None:
    """Return how far those agree who coded by hand, where they are two or more."""
    from bp_qual.coding.by_hand import list_coders
    from bp_qual.study.hand_coding import read_coders
    from bp_qual.validation.agreement import measure_agreement

    source = comparison.panel.source
    if source is None or len(list_coders(described.folder)) < 2:
        return None
    hands = read_coders(described, corpus=source.corpus, codebook=source.codebook)
    return measure_agreement(hands, source.corpus, source.codebook).table if len(hands) > 1 else None
