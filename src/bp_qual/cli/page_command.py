"""`bp-qual page`: code by hand in a browser on this computer."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

import click

from bp_qual.cli.inputs import CODER, codebook_option, language_option, skip_option, study_argument, tell_doubts
from bp_qual.cli.speaking import speak
from bp_qual.cli.wrong_options import WrongOption
from bp_qual.wording import Remark
from bp_qual.wording.remarks import remark_of


@click.command()
@study_argument
@click.option("--coder", type=CODER, metavar="NAME", help="Who codes (default: your name on this computer).")
@codebook_option
@skip_option
@language_option
@click.option("--blind", is_flag=True, help="Show single answers in random order, and nothing else of whose they are.")
@click.option("--sample", metavar="NAME", help="Code the units of samples/NAME.csv, blind.")
@click.option("--mask", is_flag=True, help="Blot out years and ages while coding blind, which tell the wave.")
@click.option("--no-browser", is_flag=True, help="Only say where the page is.")
def page(
    study: Path,
    coder: str | None,
    codebook: Path | None,
    skip_unreadable: bool,
    language: str | None,
    blind: bool,
    sample: str | None,
    mask: bool,
    no_browser: bool,
) -> None:
    """Code STUDY by hand, on a page that only this computer can open; stop it with Ctrl-C.

    What you do is saved in codings/NAME.jsonl in STUDY. If the page is open already it is opened again. With --blind or
    --sample the page tells nothing of persons, waves, hits of the codebook or other coders.
    """
    from bp_qual.page.blind import BlindDesk
    from bp_qual.page.desk import open_desk
    from bp_qual.page.serving import find_running, name_blind, open_in_browser, serve
    from bp_qual.study.said_language import language_of_files
    from bp_qual.study.sample_files import read_drawn
    from bp_qual.wording import Wording

    folder = study.parent if study.is_file() else study
    name = coder_of_page(folder, coder)
    is_blind = blind or sample is not None
    called = name_blind(name, sample or "") if is_blind else name
    running, key = find_running(folder, called)

    def show(address: str) -> None:
        click.echo(say("cli_page_at", address=address), err=True)
        if not no_browser and not open_in_browser(folder, called, address):
            click.echo(say("cli_page_no_browser"), err=True)

    if running is not None and key:
        say = Wording(speak(language, language_of_files(study)))
        click.echo(say("cli_page_open_already"), err=True)
        return show(running.address(key))
    desk = open_desk(study, coder=name, codebook=codebook, skip_unreadable=skip_unreadable)
    spoken = speak(language, desk.study.language)
    say = Wording(spoken)

    def tell(address: str) -> None:
        show(address)
        why = desk.say_read_only(spoken)
        click.echo(say("cli_page_reads", why=why) if why else say("cli_page_stop", coder=name), err=True)

    if not is_blind:  # the name of a file would tell the wave
        tell_doubts(desk.study, desk.corpus, spoken)
    units = None if sample is None else read_drawn(desk.study, sample, desk.corpus)
    hidden = BlindDesk(desk, units, name=sample or "", mask=mask) if is_blind else None
    serve(desk, language=spoken, running=running, tell=tell, blind=hidden)
    return None


def coder_of_page(study: Path, asked: str | None) -> str:
    """Return who codes: the name that was given, else that of the user; refused where it would be a guess.

    Parameters
    ----------
    study : Path
        The folder of the study.
    asked : str, optional
        The name that was given.

    Returns
    -------
    str
    """
    from bp_qual.coding.by_hand import check_coder, list_coders

    try:
        if asked is not None:
            return check_coder(asked, study)
        user = re.sub(r"[^\w-]+", "-", getpass.getuser()).strip("-_")[:40]
        coders = list_coders(study)
        if coders and user not in coders:
            raise WrongOption(Remark("coder not clear", values={"coders": coders}), "--coder")
        return check_coder(user, study)
    except (ValueError, OSError, KeyError) as error:
        raise WrongOption(remark_of(error), "--coder") from error
