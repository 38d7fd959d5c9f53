"""`bp-qual suggest`: sentences that no term found and that are like what is known of a code, for a person to judge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual.cli.inputs import (
    CODER,
    PATH,
    check_code,
    codebook_option,
    language_option,
    read_told,
    skip_option,
    study_argument,
)
from bp_qual.cli.wrong_options import WrongOption, check_coders, check_ending, check_unused
from bp_qual.errors import CodebookError, Problem
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.coding.by_hand import HandCodings
    from bp_qual.study import Study
    from bp_qual.transcripts import Corpus


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option("--code", "codes", multiple=True, help="Only for this code. May be repeated.")
@click.option(
    "--coder",
    type=CODER,
    default="",
    help="Whose codings are examples too, where several have coded: a name, A,B, or any; with --read, who says so.",
)
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="How many sentences for each code.")
@click.option("--letters", is_flag=True, help="By letters only: needs no other library, and keeps nothing.")
@click.option("-o", "--output", type=PATH, help="Write a sheet with a column for yes or no: .csv or .xlsx.")
@click.option("--read", "filled_in", type=PATH, help="Read a sheet back that was filled in, for --coder.")
def suggest(
    study: Path, codebook: Path | None, skip_unreadable: bool, language: str | None, codes: tuple[str, ...],
    coder: str, most: int, letters: bool, output: Path | None, filled_in: Path | None,
) -> None:  # fmt: skip
    """Propose sentences of STUDY for a code: no term found them, and they are like what is known of it.

    Nothing is counted before a person accepts it: write a sheet with -o, say yes or no there, and read it back.
    """
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import table_bytes
    from bp_qual.study.sampled_talk import find_sampled
    from bp_qual.study.suggested_sheets import suggestion_sheet
    from bp_qual.suggestions import load_encoder, suggest_passages
    from bp_qual.suggestions.sentence_vectors import KEPT

    endings = (".csv", ".xlsx")
    check_ending("-o", output, endings)
    check_ending("--read", filled_in, endings)
    if filled_in is not None and output is not None:
        raise WrongOption(Remark("sheet in or out"), "-o, --read")
    if filled_in is not None and not coder:
        raise WrongOption(Remark("whose sheet"), "--coder")
    if filled_in is not None:
        check_unused("sheet says it itself", {"--code": codes, "--letters": letters})
    check_coders("--coder", names_in(coder) if filled_in is None else [coder])
    encode = None if letters or filled_in is not None else load_encoder("bp-qual suggest", without="--letters")
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language)
    for code in codes:
        check_code("code", code, book)
    if not book.codes:
        raise CodebookError(Problem(book.source, "no codes to propose for"))
    if filled_in is not None:
        _read_back(described, filled_in, corpus, book, coder, say)
        return
    codings, declined, hands = what_is_known(described, corpus, book, coder, say)
    sampled = find_sampled(described, corpus)
    found = suggest_passages(
        book, corpus, codings, codes=codes, declined=declined, sampled=sampled, most=most, encode=encode,
        keep=described.folder / KEPT, language=say.language,
    )  # fmt: skip
    click.echo(found.to_text(most=min(most, 5) if output else most))
    if len(sampled):
        click.echo(say("check_note", text=say("suggest_sampled")), err=True)
    for hand in hands:
        _tell_uneven(described, hand, codes, say)
    if output is not None:
        write_atomically(output, table_bytes(suggestion_sheet(found), output.suffix.lower()))
        click.echo(say("cli_written", file=output), err=True)


def names_in(coders: str) -> list[str]:
    """Return the names in what was given for `--coder`, without the rules for several coders.

    >>> names_in("anna, bert"), names_in("any"), names_in("")
    (['anna', 'bert'], [], [])
    """
    from bp_qual.coding.by_hand.coder_names import is_rule

    return [name for name in map(str.strip, coders.split(",")) if name and not is_rule(name)]


def what_is_known(
    study: Study, corpus: Corpus, book: Codebook, coder: str, say: Wording
) -> tuple[pd.DataFrame, pd.DataFrame | None, tuple[HandCodings, ...]]:
    """Return the codebook's hits as coders decided on them with what they added, what was declined, and by whom.

    Of several coders it is what each of them did, one below the other, by whatever rule they count: all of it is known.
    Whether an interview is finished does not matter here. Codes that are gone are told of.

    Parameters
    ----------
    study, corpus, book : Study, Corpus and Codebook
        What is coded.
    coder : str
        Whose decisions, where several have coded: as for `choose_coders`.
    say : Wording
        The language.

    Returns
    -------
    tuple of DataFrame, DataFrame or None, and tuple of HandCodings
    """
    import pandas as pd

    from bp_qual.coding import apply_codebook
    from bp_qual.coding.by_hand import list_coders
    from bp_qual.study.hand_coding import own_coders, read_codings
    from bp_qual.study.hand_overview import tell_gone
    from bp_qual.study.what_counts import choose_coders
    from bp_qual.suggestions.known_passages import known_by_hand

    hits = apply_codebook(book, corpus, model=study.model)
    if not coder and not own_coders(study.folder):
        return hits, None, ()
    if not list_coders(study.folder):
        raise WrongOption(Remark("nobody coded to learn from"), "--coder")
    names, _ = choose_coders(study, coder, count="human")
    hands = tuple(read_codings(study, coder=name, corpus=corpus, codebook=book) for name in names)
    for line in dict.fromkeys(line for hand in hands for line in tell_gone(hand, book, study, say.language)):
        click.echo(say("check_note", text=line), err=True)
    known, declined = zip(*(known_by_hand(hits, hand, corpus, book) for hand in hands), strict=True)
    return pd.concat(known, ignore_index=True), pd.concat(declined, ignore_index=True), hands


def _read_back(study: Study, path: Path, corpus: Corpus, book: Codebook, coder: str, say: Wording) -> None:
    from bp_qual.study.suggested_sheets import save_suggestions

    saved = save_suggestions(study, path, corpus, book, coder=coder)
    for remark in saved.told:
        click.echo(say("check_note", text=remark.say(say.language)), err=True)
    counts = {part: getattr(saved, part) for part in ("accepted", "declined", "removed")}
    click.echo(say("suggest_saved", coder=coder, **counts))
    if saved.hand is not None:
        _tell_uneven(study, saved.hand, saved.codes, say)


def _tell_uneven(study: Study, hand: HandCodings, codes: Sequence[str], say: Wording) -> None:
    """Say of some codes how many proposals were right, by wave, and where that differs so much that it makes a change.

    Of all codes where none is named.
    """
    from bp_qual.study.answered_proposals import count_accepted, note_uneven, say_shares

    waves = [wave.id for wave in study.waves]
    counts = count_accepted(hand, waves)
    if not len(counts := counts[counts["code"].isin([*codes]) | (not codes)]):
        return
    click.echo()
    for code in counts["code"].unique().tolist():
        click.echo(say("suggest_judged", code=code, shares=say_shares(counts, code)))
    for remark in note_uneven(hand, waves, codes):
        click.echo(say("check_note", text=remark.say(say.language)))
