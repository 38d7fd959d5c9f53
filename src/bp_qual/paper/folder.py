"""The folder of a paper: methods, tables and pictures to use, and in *reproduce* what makes the numbers again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.codebook.yaml_writing import codebook_text
from bp_qual.compare import Comparison
from bp_qual.extras import installed_version
from bp_qual.files import finish_folder, write_together
from bp_qual.paper.checklists import checklists_document, paper_checklists
from bp_qual.paper.latex import latex_tables, latex_trial
from bp_qual.paper.paper_documents import methods_document, tables_document
from bp_qual.paper.paper_tables import paper_tables
from bp_qual.plots import Picture, plot_change, plot_heatmap, plot_panel, plot_persons
from bp_qual.plots.picture import marked_png
from bp_qual.report.results import number_tables
from bp_qual.report.run_record import earlier_outputs, run_record
from bp_qual.transcripts import Corpus
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

REPRODUCE = "reproduce"
_MARK = '<!-- name="generator" content="bp_qual" -->'
_MARK_YAML = '# name="generator" content="bp_qual"'
_PRINT = 300 / 96  # dots to an inch of print, for each of a screen
_ENDINGS = (".pdf", ".svg", ".png")


def write_paper(
    comparison: Comparison,
    folder: Path | str,
    *,
    title: str = "",
    language: str = "",
    agreement: pd.DataFrame | None = None,
    described: Iterable[Path] = (),
) -> tuple[str, ...]:
    """Write what a paper needs of a comparison into a folder, and return the names of the files.

    Other files in the folder are left alone. A file that no earlier run wrote, or that was changed since, is never
    replaced: edit a copy.

    Parameters
    ----------
    comparison : Comparison
        Of a panel that was counted from codings and a corpus.
    folder : Path or str
        Made if it is not there.
    title : str
        The study's name.
    language : str
        `en` or `nl`; that of the comparison if empty.
    agreement : DataFrame, optional
        The table of `measure_agreement`, where two or more persons coded.
    described : iterable of Path
        The files that say who was interviewed when (`Study.inputs`), and those of coders; their hashes are kept.

    Returns
    -------
    tuple of str
        The names of the files, those in *reproduce* with its name before theirs.

    Raises
    ------
    ValueError
        When the panel holds no codings or corpus.
    StoreError
        When the folder cannot be written, or a file that no earlier run wrote is in the way.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     names = write_paper(compare_waves(count_codes(codings, corpus, codebook)), folder)
    >>> [name for name in names if name.startswith("tables")]
    ['tables.docx', 'tables.tex', 'tables_try.tex']
    """
    files = paper_files(comparison, title=title, language=language, agreement=agreement, described=described)
    folder = Path(folder)
    inside = folder / REPRODUCE
    for place in (folder, inside):
        finish_folder(place)  # what a killed run left ready is of that run, as its record says
    earlier = {place: earlier_outputs(place) for place in (folder, inside)}
    write_together([(folder / name, data) for name, data in files.items()], earlier=earlier)
    return tuple(files)


def paper_files(
    comparison: Comparison,
    *,
    title: str = "",
    language: str = "",
    agreement: pd.DataFrame | None = None,
    described: Iterable[Path] = (),
) -> Mapping[str, bytes]:
    """Return the files of `write_paper` as bytes by name; the record of each folder is the last in it.

    Parameters
    ----------
    comparison, title, language, agreement, described
        As in `write_paper`.

    Returns
    -------
    mapping of str to bytes
        By file name, with / after the name of the folder inside.

    Raises
    ------
    ValueError
        Where the panel came without texts.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> files = paper_files(compare_waves(count_codes(codings, corpus, codebook)), language="nl")
    >>> files["methods.md"].decode().splitlines()[2]
    '# Methode'
    """
    source = comparison.panel.source
    if source is None:
        raise ValueError("the panel has no codings and corpus; use count_codes, not make_panel")
    say, described = Wording(language or comparison.language), tuple(described)
    comparison = comparison.in_language(say.language)
    files = {**_to_use(comparison, title, say, agreement), "README.md": _readme(comparison, title, say)}
    kept = _to_make_again(comparison, say, described)
    record = run_record(source.corpus, source.codebook, comparison.settings, files, described)
    return {**files, **{f"{REPRODUCE}/{name}": data for name, data in kept.items()}, "run.json": record}


def _to_use(comparison: Comparison, title: str, say: Wording, agreement: pd.DataFrame | None) -> dict[str, bytes]:
    """Return the methods, the tables and the pictures."""
    tables = paper_tables(comparison, language=say.language, agreement=agreement)
    method = [line for line in comparison.methods(say.language).splitlines() if line]
    text = "\n\n".join((_MARK, f"# {say('article_methods')}", *map(_plain, method))) + "\n"
    named = {
        "methods.md": text.encode(),
        "methods.docx": methods_document(say("article_methods"), method, say.language),
        "tables.docx": tables_document(title, tables, say),
        "checklists.docx": checklists_document(
            paper_checklists(comparison, language=say.language, agreement=agreement), say
        ),
        "tables.tex": latex_tables(tables).encode("ascii"),
        "tables_try.tex": latex_trial().encode("ascii"),
    }
    pictures = {
        f"figure_{name}{ending}": _printed(picture, ending)
        for name, picture in _pictures(comparison, say.language).items()
        for ending in _ENDINGS
    }
    return {**named, **pictures}


def _plain(text: str) -> str:
    r"""Return a text in which Markdown finds nothing to format.

    >>> print(_plain("1 * 2 [x] <b>"))
    1 \* 2 \[x\] \<b>
    """
    return "".join(f"\\{sign}" if sign in "\\`*_[]<#|" else sign for sign in text)


def _pictures(comparison: Comparison, language: str) -> dict[str, Picture]:
    return {
        "change": plot_change(comparison, language=language),
        "heatmap": plot_heatmap(comparison, language=language),
        "persons": plot_persons(comparison, language=language),
        "interviews": plot_panel(comparison.panel, language=language),
    }


def _printed(picture: Picture, ending: str) -> bytes:
    return marked_png(picture.to_png(scale=_PRINT)) if ending == ".png" else picture.to_bytes(ending)


def _readme(comparison: Comparison, title: str, say: Wording) -> bytes:
    waves = {"before": comparison.before, "after": comparison.after}
    name = title or say("change_title", **waves)
    return f"{_MARK}\n\n{say('article_readme', title=_plain(name), **waves)}\n".encode()


def _to_make_again(comparison: Comparison, say: Wording, described: tuple[Path, ...]) -> dict[str, bytes]:
    """Return what makes the numbers again and shows whether they are the same: no transcripts, and no quotes."""
    source = comparison.panel.source
    assert source is not None
    book, left_out = without_quotes(source.codebook, source.corpus)
    told = say("article_examples_left", n=left_out) if left_out else ""
    text = say("article_reproduce", version=installed_version("bp_qual"), name=book.name, book=book.version, told=told)
    files = {
        **number_tables(comparison.in_language("en")),  # the same numbers whatever the paper speaks
        "codebook.yaml": f"{_MARK_YAML}\n{codebook_text(book)}".encode("utf-8", "replace"),
        "README.md": f"{_MARK}\n\n{text}\n".encode(),
    }
    return {**files, "run.json": run_record(source.corpus, source.codebook, comparison.settings, files, described)}


def without_quotes(codebook: Codebook, corpus: Corpus) -> tuple[Codebook, int]:
    """Return a codebook without the examples that somebody said in an interview, and how many those are.

    >>> without_quotes(codebook, corpus)[1]
    0
    """
    talk = " ".join(_folded(transcript.text) for transcript in corpus.transcripts)
    codes, left_out = [], 0
    for code in codebook.codes:
        kept, counter = (
            tuple(text for text in texts if _folded(text) not in talk)
            for texts in (code.examples, code.counterexamples)
        )
        left_out += len(code.examples) + len(code.counterexamples) - len(kept) - len(counter)
        codes.append(replace(code, examples=kept, counterexamples=counter))
    return replace(codebook, codes=tuple(codes)), left_out


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
