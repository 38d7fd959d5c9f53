"""The folder for a paper: tables that LaTeX takes, no quotes where none may be, and the same numbers a second time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.cli import main
from bp_qual.compare import compare_waves
from bp_qual.panel import make_panel
from bp_qual.paper import PaperTable, paper_files, paper_tables
from bp_qual.paper.folder import without_quotes
from bp_qual.paper.latex import MOST_ROWS, latex_tables, latex_text, latex_trial
from report_builders import make_study

ROOT = Path(__file__).parents[1]
SAMPLE, BOOK = ROOT / "transcripts_sample", ROOT / "codebooks" / "best_persons.yaml"
HOSTILE = r"\input{/etc/passwd} a&b 50% $x_1^2$ #1 {~} <|> [x] * `q' \"--\" één Łódź 中 🙂 \\ \end{tabular}"
COMMANDS = {
    *("textbackslash", "textasciitilde", "textasciicircum", "textendash", "textemdash", "ldots", "rightarrow", "times"),
    *("div", "geq", "leq", "cdot", "pm", "ss", "ae", "AE", "oe", "OE", "o", "O", "l", "L", "i", "j", "bpqualsign"),
    *("r", "v", "c", "u", "H", "tabularnewline", "raggedright", "hspace"),
}


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a copy of the sample study, and the folder that was written of it."""
    place = tmp_path_factory.mktemp("paper")
    study = Path(shutil.copytree(SAMPLE, place / "study"))
    done = run("paper", study, "--codebook", BOOK, "--seed", 7, "--without-negated", "-o", place / "out")
    assert done.exit_code == 0, done.output
    return study, place / "out"


def check_latex(text: str) -> None:
    """Fail where plain LaTeX would: a sign that is none in text, a brace without its other, an unknown command."""
    assert text.isascii()
    bare = re.sub(r"\\[{}&%$#_]", "", text)
    for name in re.findall(r"\\([A-Za-z]+)", bare):
        assert name in COMMANDS, name
    bare = re.sub(r"\\[A-Za-z]+|\{\\[`'^~\"=.](?:\\[ij] |[A-Za-z])\}", "", bare)
    assert not re.search(r"[\\#%&^_]", bare), bare
    assert bare.count("$") % 2 == 0
    depth = 0
    for sign in bare:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


@given(st.text(max_size=40))
def test_no_text_can_break_out_of_a_cell_of_latex(text: str) -> None:
    check_latex(latex_text(text))


def test_hostile_names_are_printed_as_they_are_written() -> None:
    check_latex(latex_text(HOSTILE))
    assert latex_text("P_1 [x] * 5%") == r"P\_1 {[}x{]} {*} 5\%"
    assert latex_text("a--b") == "a-{}-b"


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs pdflatex, to compile the tables")
def test_hostile_tables_compile(tmp_path: Path) -> None:
    head, rows = ("Person & more", "2010", "a\\\\b"), [(HOSTILE * 3, "1", HOSTILE), ("P_1", "–", "x")]
    (tmp_path / "tables.tex").write_text(latex_tables([PaperTable("who", HOSTILE, head, tuple(rows), HOSTILE)]))
    (tmp_path / "try.tex").write_text(latex_trial())
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "try"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]


def test_every_row_of_latex_has_the_columns_of_its_table_and_long_tables_are_cut() -> None:
    rows = tuple((HOSTILE, "1", "–") for _ in range(MOST_ROWS + 1))
    made = latex_tables([PaperTable("who", HOSTILE, ("Person & more", "2010", "a\\\\b"), rows, "100% sure")])
    assert made.count(r"\begin{tabular}") == made.count(r"\end{tabular}") == 2
    body = [line for line in made.splitlines() if line.endswith(r" \tabularnewline")]
    assert len(body) == MOST_ROWS + 1 + 2
    assert {len(re.findall(r"(?<!\\)&", line)) for line in body} == {2}


def test_who_was_not_interviewed_has_a_dash_and_never_a_zero() -> None:
    words = [{"person": p, "wave": w, "words": 900} for p in ("P01", "P02") for w in ("2010", "2020")]
    change = compare_waves(make_panel([], [*words, {"person": "P03", "wave": "2010", "words": 900}], codes=["a"]))
    tables = {table.name: table for table in paper_tables(change)}
    assert tables["interviews"].rows[2][1:3] == ("900", "–")
    assert [row[1] for row in tables["mentions"].rows] == ["0 → 0", "0 → 0", "0 → –"]


def test_what_nobody_coded_has_a_question_mark() -> None:
    words = [{"person": p, "wave": w, "words": 900} for p in ("P01", "P02") for w in ("2010", "2020")]
    panel = make_panel([], words, codes=["a"])
    panel = type(panel)(
        panel.counts.drop(0), panel.exposure, panel.persons, panel.waves, panel.codes,
        uncoded=frozenset({("P01", "2010", "a")}),
    )  # fmt: skip
    mentions = next(table for table in paper_tables(compare_waves(panel)) if table.name == "mentions")
    assert mentions.rows[0][1] == "? → 0"


@pytest.mark.slow
def test_the_same_comparison_gives_the_same_bytes() -> None:
    change = make_study()
    assert paper_files(change) == paper_files(change)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_word_files_hold_the_method_and_every_table(language: str) -> None:
    files = paper_files(make_study(label="<b> & \\"), language=language)
    document = docx.Document(io.BytesIO(files["tables.docx"]))
    assert len(document.tables) == 3
    assert document.tables[0].rows[1].cells[0].text == "<b> & \\"
    method = "\n".join(p.text for p in docx.Document(io.BytesIO(files["methods.docx"])).paragraphs)
    assert ("Wat wordt geschat" in method or "Geschat wordt" in method) == (language == "nl")


def test_no_words_of_an_interview_are_in_the_folder(paper: tuple[Path, Path]) -> None:
    """Six words in a row that were said, in what can be read of it; the codebook's terms are shorter."""
    study, out = paper
    talk = " ".join(path.read_text("utf-8", "replace") for path in study.rglob("P*.txt")).casefold()
    said = re.findall(r"\w+", talk)
    known = {tuple(said[n : n + 6]) for n in range(len(said) - 5)}
    assert len(known) > 1000
    for file in out.rglob("*"):
        if file.suffix in (".csv", ".json", ".md", ".tex", ".yaml", ".svg"):
            words = re.findall(r"\w+", file.read_text("utf-8").casefold())
            assert not known & {tuple(words[n : n + 6]) for n in range(len(words) - 5)}, file.name


def test_an_example_that_somebody_said_stays_out_of_the_codebook_in_the_folder() -> None:
    from dataclasses import replace

    source = make_study().panel.source
    code = replace(source.codebook.codes[0], examples=("We werken  Samen aan hokjes.", "Een bedacht voorbeeld."))
    book, n = without_quotes(replace(source.codebook, codes=(code,)), source.corpus)
    assert (book.codes[0].examples, n) == (("Een bedacht voorbeeld.",), 1)


def test_a_second_run_gives_the_same_numbers_with_the_settings_of_the_first(paper: tuple[Path, Path]) -> None:
    study, out = paper
    done = run("paper", study, "--codebook", BOOK, "--again", out, "--language", "en")
    assert done.exit_code == 0, done.output
    assert re.search(r"^The same numbers in \d\d tables\.$", done.output, re.MULTILINE)
    assert "not as they were" not in done.output


@pytest.mark.slow
def test_a_changed_transcript_is_told_by_name_with_the_numbers_that_changed(
    paper: tuple[Path, Path], tmp_path: Path
) -> None:
    study = Path(shutil.copytree(paper[0], tmp_path / "study"))
    with (study / "P02_2020.txt").open("a", encoding="utf-8") as text:
        text.write("\nR: De samenwerking, de samenwerking en nog eens de samenwerking.\n")
    done = run("paper", study, "--codebook", BOOK, "--again", paper[1], "--language", "en")
    assert done.exit_code == 1
    assert "Interviews whose text is not as it was: P02_2020." in done.output
    assert re.search(r"panel\.csv: mentions of P02 2020 samenwerking was \d+, is \d+", done.output)


def test_an_edited_table_in_the_folder_is_told_and_not_taken_for_a_number(
    paper: tuple[Path, Path], tmp_path: Path
) -> None:
    out = Path(shutil.copytree(paper[1], tmp_path / "out"))
    with (out / "reproduce" / "codes.csv").open("a", encoding="utf-8") as file:
        file.write("more\n")
    done = run("paper", paper[0], "--codebook", BOOK, "--again", out, "--language", "nl")
    assert done.exit_code == 1
    assert "zodat er niets van te zeggen is: codes.csv" in done.output


@pytest.mark.parametrize(("language", "said"), [("en", "not used with --again"), ("nl", "niet gebruikt bij --again")])
def test_settings_beside_again_are_refused(paper: tuple[Path, Path], language: str, said: str) -> None:
    done = run("paper", paper[0], "--again", paper[1], "--seed", 3, "--language", language)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


@pytest.mark.parametrize(
    ("language", "said"), [("en", "not a folder of bp-qual paper"), ("nl", "geen map van bp-qual paper")]
)
def test_a_folder_of_something_else_is_refused(language: str, said: str, tmp_path: Path) -> None:
    done = run("paper", SAMPLE, "--again", tmp_path, "--language", language)
    assert done.exit_code == 1
    assert said in done.output


@pytest.mark.slow
def test_a_file_that_somebody_edited_is_not_written_over(paper: tuple[Path, Path], tmp_path: Path) -> None:
    out = Path(shutil.copytree(paper[1], tmp_path / "out"))
    (out / "methods.md").write_text("mine", encoding="utf-8")
    done = run("paper", paper[0], "--codebook", BOOK, "-o", out, "--language", "en")
    assert done.exit_code == 1
    assert (out / "methods.md").read_text(encoding="utf-8") == "mine"
    assert run("paper", paper[0], "--codebook", BOOK, "--seed", 3, "-o", paper[1]).exit_code == 0
