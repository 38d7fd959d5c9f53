"""A study that `init` began takes codings in: the codes that its codebook to start from lacks are offered beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main


@pytest.mark.slow
def test_after_init_an_import_offers_the_codes_and_names_the_command_that_counts_them(tmp_path: Path) -> None:
    study = tmp_path / "studie"
    study.mkdir()
    for wave, said in (("voormeting", "Het is druk, te druk."), ("nameting", "Ik ben gestopt met het werken.")):
        (study / f"Joke_{wave}.txt").write_text(f"I: Hoe gaat het op het werk?\nR: {said}\n", encoding="utf-8")
    run = CliRunner()
    assert run.invoke(main, ["init", str(study)]).exit_code == 0
    begun = (study / "codebook.yaml").read_bytes()
    (path := tmp_path / "lijst.csv").write_text(
        "Respondent,ronde,Citaat,Code\nJoke,voormeting,te druk,Werkdruk\nJoke,nameting,gestopt,Werk\n", "utf-8"
    )
    done = run.invoke(main, ["import", str(path), str(study), "--coder", "anja"])
    assert (done.exit_code, "2 coderingen toegevoegd" in done.output) == (0, True)
    offered = study / "codebook_lijst.yaml"
    assert f"--codebook {offered}" in done.output
    assert (study / "codebook.yaml").read_bytes() == begun
    compared = ["compare", str(study), "--count", "human", "--coder", "anja", "--floor", "0"]
    seen = run.invoke(main, [*compared, "--codebook", str(offered), "-o", str(tmp_path / "uit")])
    assert (seen.exit_code, "werkdruk" in seen.output) == (0, True), seen.output
