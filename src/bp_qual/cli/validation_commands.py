"""`bp-qual sample`, `validate` and `agree`: passages to be coded by people, how good the coding is, agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bp_qual.cli.inputs import (
    CODER,
    PATH,
    after_option,
    before_option,
    check_code,
    check_waves,
    codebook_option,
    language_option,
    read_told,
    skip_option,
    study_argument,
    tell_doubts,
    typed_arguments,
)
from bp_qual.cli.speaking import spoken_language
from bp_qual.cli.wrong_options import WrongOption, check_coders, check_doubles, check_ending, check_unused
from bp_qual.display import show_name
from bp_qual.wording import Remark, Wording
from bp_qual.wording.remarks import remark_of

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.coding.by_hand import HandCodings
    from bp_qual.study import Study
    from bp_qual.transcripts import Corpus
    from bp_qual.validation.sampling import Sample


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option(
    "--coders", nargs=2, type=CODER, help="Two coders, as in: --coders anna bert (default: all who coded STUDY)."
)
@click.option("--gamma", is_flag=True, help="Compute gamma too, with the library pygamma-agreement; takes its time.")
@click.option("-o", "--output", type=PATH, help="Also write the table to a file: .csv, .parquet or .xlsx.")
@click.option("--disagreements", type=PATH, help="Write what was judged differently: .csv, .parquet or .xlsx.")
@click.option("--settled", type=PATH, help="Read that list back, with yes or no in its column agreed: .csv or .xlsx.")
def agree(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    language: str | None,
    coders: tuple[str, str] | None,
    gamma: bool,
    output: Path | None,
    disagreements: Path | None,
    settled: Path | None,
) -> None:
    """Show how far the coders of STUDY agree on each code, in each wave, with intervals over persons.

    The units are passages of about 60 words of the interviews that they finished, or the units of a sample. What coders
    settle is kept as the work of a coder named agreed.
    """
    from bp_qual.files import check_targets, keep_earlier, write_together
    from bp_qual.files.table_bytes import ENDINGS, table_bytes
    from bp_qual.study.hand_coding import read_coders
    from bp_qual.study.settled_sheets import list_unsettled, with_reasons
    from bp_qual.validation.agreement import measure_agreement
    from bp_qual.validation.saying import say_agreement

    check_ending("-o", output, ENDINGS)
    check_ending("--disagreements", disagreements, ENDINGS)
    check_ending("--settled", settled, (".csv", ".xlsx"))
    check_doubles("--coders", coders or ())
    if settled is not None:
        check_unused("settling only", {"-o": output, "--disagreements": disagreements, "--gamma": gamma})
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language)
    hands = read_coders(described, coders or (), corpus=corpus, codebook=book)
    if settled is not None:
        _settle(described, hands, corpus, book, settled, say)
        return
    found = measure_agreement(hands, corpus, book, gamma=gamma)
    click.echo("\n".join(say_agreement(found, language=say.language)))
    differing = None
    if disagreements is not None:
        listed = list_unsettled(described, hands, corpus, book)
        differing = with_reasons(listed, hands, book, language=say.language)
    tables = ((output, found.table), (disagreements, differing))
    made = [(path, table_bytes(table, path.suffix.lower())) for path, table in tables if path and table is not None]
    check_targets(dict(made))
    kept = [keep_earlier(path, data) for path, data in made if path == disagreements]  # people decide in it
    write_together(made)
    for earlier in filter(None, kept):
        click.echo(say("cli_kept", file=show_name(earlier)), err=True)
    if output is not None:
        click.echo(say("cli_written", file=output), err=True)
    if differing is not None:
        click.echo(say("validation_disagreements", n=len(differing), file=disagreements), err=True)
        arguments = typed_arguments(study, codebook, skip_unreadable)
        click.echo(say("validation_settle_it", file=disagreements, arguments=arguments), err=True)
        if above := [code for code in dict.fromkeys(differing["code"]) if book.descendants(code)]:
            click.echo(say("validation_settle_below", codes=above), err=True)


def _settle(
    study: Study, coders: tuple[HandCodings, ...], corpus: Corpus, book: Codebook, sheet: Path, say: Wording
) -> None:
    """Save what was decided in a sheet, and say what could not be read in it and what is left."""
    from bp_qual.coding.agreeing import AGREED
    from bp_qual.study.settled_sheets import count_emptied, read_decisions
    from bp_qual.study.settling import save_decisions

    read = read_decisions(sheet)
    done = save_decisions(study, coders, corpus, book, read.decisions)
    emptied = count_emptied(read, study, coders, corpus, book)
    kept = [Remark("settled emptied", values={"n": emptied})] if emptied else []
    for remark in (*read.told, *kept, *done.told):
        click.echo(say("check_note", text=remark.say(say.language)), err=True)
    click.echo(say("validation_settled", coder=AGREED, all=done.all, left=done.left))


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option("-n", "size", type=click.IntRange(2), default=400, show_default=True, help="How many passages.")
@click.option("--codes", default="", help="Codes of interest, with commas between them (default: all).")
@click.option(
    "--design",
    type=click.Choice(["near-miss", "similar", "pps", "srs"]),
    help="How to draw (default: near-miss for the codes named, pps for all codes; similar needs [suggest]).",
)
@click.option("--seed", type=int, help="The same seed draws the same passages (default: 1, of the next sample 2 ...).")
@click.option("--name", default="sample", show_default=True, help="Of the sample: STUDY/samples/NAME.csv.")
@click.option("--top-up", metavar="NAME", help="Draw -n passages more beside those of a sample, where its errors are.")
@click.option(
    "--coder", "coders", multiple=True, type=CODER,
    help="Who is to code it, to divide it between them (repeatable); with --top-up what they have stays theirs.",
)  # fmt: skip
@click.option("--overlap", type=click.IntRange(0), default=0, help="How many passages all coders code.")
def sample(
    study: Path, codebook: Path | None, skip_unreadable: bool, language: str | None, size: int, codes: str,
    design: str | None, seed: int | None, name: str, top_up: str | None, coders: tuple[str, ...], overlap: int,
) -> None:  # fmt: skip
    """Draw passages of STUDY to be coded by people, each with a known probability, into samples/NAME.csv.

    Says how wide the interval of the corrected change will be with 200, 400 and 800 passages.
    """
    from bp_qual.coding import apply_codebook
    from bp_qual.study.sample_files import read_chances, write_sample
    from bp_qual.study.sample_units import list_sample_paths, sample_path
    from bp_qual.validation.made_for import count_shared
    from bp_qual.validation.sampling import draw_sample

    check_coders("--coder", coders, study)
    if top_up is not None:
        check_unused("drawn as the pilot", {"--codes": codes, "--design": design})
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language)
    sample_path(described, name)  # refused before anything is drawn
    wanted = [code.strip() for code in codes.split(",") if code.strip()]
    for code in wanted:
        check_code("codes", code, book)
    hits = apply_codebook(book, corpus, model=described.model)
    seed = 1 + len(list_sample_paths(described)) if seed is None else seed
    if top_up is None:
        similar = _similar(described, corpus, hits, book, wanted) if design == "similar" else None
        chosen: dict[str, Any] = {"design": design, "codes": wanted, "similar": similar}
        drawn = draw_sample(corpus, hits, book, n=size, seed=seed, **chosen)
    else:
        drawn = _drawn_beside(described, top_up, corpus, hits, book, size, seed, say)
    drawn = _divided(described, drawn, top_up, coders, overlap, corpus, book)
    if len(drawn.widths):
        click.echo(say("validation_width_head" if top_up is None else "validation_width_head_seen", name=top_up))
    for code, n, width in drawn.widths.sort_values(["code", "n"]).itertuples(index=False, name=None):
        click.echo(say("validation_width", code=code, n=n, half=say.number(50 * width, 1)))
    path = write_sample(described, name, drawn)
    used = drawn.units["design"].iloc[0] if len(drawn.units) else design
    sizes = {"n": len(drawn.units), "all": drawn.passages}
    click.echo(say("validation_drawn", **sizes, design=used, seed=seed, file=path), err=True)
    if top_up is not None:
        old = len(read_chances(described, top_up, corpus))
        click.echo(say("validation_drawn_beside", new=sizes["n"] - old, n=old, name=top_up, asked=size), err=True)
    elif sizes["n"] != size:
        why = "validation_drawn_least" if sizes["n"] > size else "validation_drawn_all"
        click.echo(say(why, asked=size, strata=drawn.units["stratum"].nunique()), err=True)
    if shared := count_shared(read_chances(described, name, corpus)):
        click.echo(say("validation_drawn_shared", n=shared), err=True)
    arguments = typed_arguments(study, codebook, skip_unreadable)
    click.echo(say("validation_code_it", arguments=arguments, name=name), err=True)


def _similar(study: Study, corpus: Corpus, hits: pd.DataFrame, book: Codebook, codes: Sequence[str]) -> pd.DataFrame:
    """Return sentences that are like what is known of codes from the codebook and its hits alone."""
    from bp_qual.coding.passages import cut_in_passages
    from bp_qual.suggestions import load_encoder, suggest_passages
    from bp_qual.suggestions.sentence_vectors import KEPT

    encode = load_encoder("bp-qual sample --design similar")
    most = max(20, len(cut_in_passages(corpus)) // 20)
    return suggest_passages(book, corpus, hits, codes=codes, most=most, encode=encode, keep=study.folder / KEPT).table


def _drawn_beside(
    study: Study, name: str, corpus: Corpus, hits: pd.DataFrame, book: Codebook, size: int, seed: int, say: Wording
) -> Sample:
    """Draw more beside a sample, by the errors that were found in it, if anybody coded it."""
    from bp_qual.study.judged_samples import list_judged_samples
    from bp_qual.study.sample_files import read_chances
    from bp_qual.validation.labelled import label_passages
    from bp_qual.validation.sampling import top_up_sample

    pilot = read_chances(study, name, corpus)
    if (pilot["design"] == "pps").any():
        _check_topped_up_once(study, name, pilot, corpus)
    judged = list_judged_samples(study, corpus, book, name=name)
    for remark in judged[0].told if judged else ():
        click.echo(say("check_note", text=remark.say(say.language)), err=True)
    labelled = label_passages(pilot, judged[0].hand, hits, corpus, book) if judged else None
    wanted = str(pilot["codes"].iloc[0]).split()
    similar = _similar(study, corpus, hits, book, wanted) if (pilot["design"] == "similar").any() else None
    try:
        return top_up_sample(pilot, corpus, hits, book, n=size, seed=seed, labelled=labelled, similar=similar)
    except ValueError as error:
        raise WrongOption(remark_of(error), "--top-up") from error


def _check_topped_up_once(study: Study, name: str, pilot: pd.DataFrame, corpus: Corpus) -> None:
    """Refuse to top up a sample beside another that does so already."""
    from bp_qual.study.sample_units import read_sample
    from bp_qual.validation.made_for import related_samples

    for other in related_samples(pilot):
        if len(read_sample(study, other, corpus)) > len(pilot):
            raise WrongOption(Remark("topped up already", values={"other": other, "sample": name}), "--top-up")


def _divided(
    study: Study, drawn: Sample, pilot: str | None, coders: tuple[str, ...], overlap: int, corpus: Corpus,
    book: Codebook,
) -> Sample:  # fmt: skip
    """Divide a sample between the coders named, else between those of the pilot, where it has any; they keep theirs."""
    from bp_qual.study.judged_samples import who_has_units
    from bp_qual.study.sample_units import read_sample
    from bp_qual.validation.dividing import divide_sample

    coded = {} if pilot is None else who_has_units(study, pilot, corpus, book)
    named = coders or tuple(dict.fromkeys(name for names in coded.values() for name in names))
    if overlap and len(named) < 2:
        raise WrongOption(Remark("overlap needs coders"), "--overlap")
    was_divided = pilot is not None and any(unit.coders for unit in read_sample(study, pilot, corpus))
    if not (coders or was_divided or len(named) > 1):
        return drawn
    try:
        return replace(drawn, units=divide_sample(drawn.units, named, overlap=overlap, coded=coded))
    except ValueError as error:
        raise WrongOption(remark_of(error), "--overlap") from error


def _compared(
    study: Study, corpus: Corpus, book: Codebook, hits: pd.DataFrame, before: str, after: str
) -> tuple[tuple[str, ...], ...] | None:
    """Return who is compared between two waves, as `compare` has them: those together who count as one."""
    from bp_qual.compare import compare_waves
    from bp_qual.panel import count_codes

    if before == after:
        return None
    groups = study.persons if study.attributes else None
    panel = count_codes(hits, corpus, book)
    return compare_waves(panel, before=before, after=after, floor=study.floor, groups=groups).households


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option("--sample", "name", default="", help="Its name (default: that of study.yaml, or the only one).")
@click.option(
    "--coder", type=CODER, default="", help="Who coded it (default: sample_coder of study.yaml, or the only one)."
)
@before_option
@after_option
@click.option(
    "--per",
    type=click.Choice(["words", "sentences", "passages"]),
    default="words",
    show_default=True,
    help="The corrected change: mentions per 1,000 words, or the share of sentences or passages.",
)
@click.option("--paragraph", is_flag=True, help="Print a paragraph for a paper, with references, and nothing else.")
@click.option("-o", "--output", type=PATH, help="Folder for accuracy.csv, corrected.csv, terms.csv and errors.csv.")
def validate(
    study: Path, codebook: Path | None, skip_unreadable: bool, language: str | None, name: str, coder: str,
    before: str | None, after: str | None, per: str, paragraph: bool, output: Path | None,
) -> None:  # fmt: skip
    """Show how good the codebook of STUDY is in each wave, judged by a sample that a person coded.

    And the change between two waves with the errors of the codebook taken out, beside that with them.
    """
    from bp_qual.coding import apply_codebook
    from bp_qual.coding.by_hand import list_coders
    from bp_qual.files import write_folder
    from bp_qual.files.table_bytes import table_bytes
    from bp_qual.study.hand_coding import read_coders
    from bp_qual.study.judged_samples import find_judged_sample
    from bp_qual.study.study_inputs import read_inputs
    from bp_qual.validation.accuracy import measure_accuracy
    from bp_qual.validation.agreement import measure_agreement
    from bp_qual.validation.corrected_change import correct_change
    from bp_qual.validation.labelled import label_passages
    from bp_qual.validation.paragraph import describe_validation
    from bp_qual.validation.saying import say_accuracy, say_change, say_judged

    described, corpus, book = read_inputs(study, codebook=codebook, skip_unreadable=skip_unreadable)
    check_waves(described, before, after)
    say = Wording(spoken_language(described, language))
    tell_doubts(described, corpus, say.language)
    judged = find_judged_sample(described, corpus, book, name=name, coder=coder)
    for remark in judged.told:
        click.echo(say("check_note", text=remark.say(say.language)), err=True)
    hits = apply_codebook(book, corpus, model=described.model)
    labelled = label_passages(judged.units, judged.hand, hits, corpus, book)
    first, last = before or corpus.waves[0], after or corpus.waves[-1]
    accuracy = measure_accuracy(labelled, hits, corpus, before=first, after=last)
    homes = _compared(described, corpus, book, hits, first, last)
    change = correct_change(labelled, before=first, after=last, per=per, households=homes)  # type: ignore[arg-type]
    if paragraph:
        coders = list_coders(described.folder)
        hands = read_coders(described, corpus=corpus, codebook=book) if len(coders) > 1 else ()
        agreement = measure_agreement(hands, corpus, book, sample=judged.units) if hands else None
        text = describe_validation(
            judged, labelled, accuracy, change,
            agreement=agreement, per=per, language=say.language,  # type: ignore[arg-type]
        )  # fmt: skip
        click.echo(text)
    else:
        said = say_judged(judged, labelled, say)
        click.echo("\n".join((said, *say_accuracy(accuracy, language=say.language))))
        click.echo("\n".join(say_change(change, per=per, language=say.language)))
    if output is not None:
        tables = {"accuracy": accuracy.table, "corrected": change, "terms": accuracy.terms, "errors": accuracy.errors}
        write_folder(output, {f"{file}.csv": table_bytes(table, ".csv") for file, table in tables.items()})
        click.echo(say("cli_tables_written", n=len(tables), folder=output), err=True)
