"""The report as a Word file: a draft annex that a person edits on.

The same sentences and numbers as the page, with real headings, tables whose header row repeats, pictures with a
description for who cannot see them, and quotes with their place. No name of a user and no time of day goes into the
file.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bp_qual.compare import Comparison
from bp_qual.display import visible, word_property
from bp_qual.files.word_writing import packed_document
from bp_qual.plots import Picture, plot_change, plot_heatmap
from bp_qual.report.code_stories import CodeStory, StoryCell
from bp_qual.report.content import Report, compose_report
from bp_qual.report.doubts import Doubt
from bp_qual.report.person_stories import PersonStory
from bp_qual.report.word_tables import WIDE, add_table, add_text_table
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd
    from docx.document import Document

MOST_QUOTES = 1500
_MADE = (2000, 1, 1)
_MOST_ACROSS = 20  # persons beside each other in a picture that is still legible on paper
_SHARP = 1.6  # pixels for each point of a picture
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def render_docx(
    comparison: Comparison,
    *,
    title: str = "",
    language: str = "en",
    attributes: pd.DataFrame | None = None,
    most_quotes: int = MOST_QUOTES,
    memos: pd.DataFrame | None = None,
) -> bytes:
    """Return a comparison as the bytes of a Word file; the same comparison gives the same bytes.

    Parameters
    ----------
    comparison, title, language, attributes, most_quotes, memos
        As in `render_report`.

    Returns
    -------
    bytes
        A .docx.

    Examples
    --------
    >>> import io, docx
    >>> docx.Document(io.BytesIO(render_docx(comparison, title="Ageing"))).paragraphs[0].text
    'Ageing, 2010 to 2020'
    """
    report = compose_report(
        comparison, title=title, language=language, attributes=attributes, most_quotes=most_quotes, memos=memos
    )
    say = Wording(language)
    document = blank_document(report.title, language)
    _opening(document, report)
    _compared(document, report, say)
    _changed(document, report, say, plot_change(comparison, language=language))
    _codes(document, report, say)
    few = comparison.compared in range(1, _MOST_ACROSS + 1)
    _persons(document, report, say, plot_heatmap(comparison, language=language) if few else None)
    _memos(document, report, say)
    _method(document, report, say)
    for number, doubt in enumerate(report.doubts):
        _doubt(document, doubt, say("section_doubt") if number == 0 else "")
    return packed_document(document)


def blank_document(title: str, language: str, *, landscape: bool = False) -> Document:
    """Return an empty Word document in the common type, in the right language for the spelling checker.

    Parameters
    ----------
    title : str
        For the document's properties.
    language : str
        `en` or `nl`.
    landscape : bool
        Whether its pages lie on their side.

    Returns
    -------
    Document
        Of python-docx.

    Examples
    --------
    >>> blank_document("Annex", "nl").core_properties.title
    'Annex'
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document, locale = docx.Document(), _LOCALES[language]
    ink = RGBColor(0x1F, 0x29, 0x33)
    for name, size in (("Normal", 10.5), ("Title", 22), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), ink
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), locale)
    for section in document.sections:
        short, long = Cm(21), Cm(29.7)
        section.page_width, section.page_height = (long, short) if landscape else (short, long)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Cm((21 - WIDE) / 2)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = word_property(title), "bp_qual", "bp_qual"
    properties.created = properties.modified = datetime.datetime(*_MADE)
    properties.comments, properties.language, properties.category = "", locale, "report"
    return document


def _opening(document: Document, report: Report) -> None:
    document.add_heading(visible(report.title), 0)
    document.add_paragraph(visible(report.subtitle))
    for sentence in report.lede:
        document.add_paragraph(visible(sentence))


def _compared(document: Document, report: Report, say: Wording) -> None:
    document.add_heading(say("section_compared"), 1)
    for sentence in report.compared:
        document.add_paragraph(visible(sentence))
    head = [say("person"), *report.attributes, *map(say.wave, report.waves)]
    rows = [
        [
            person.id,
            *(person.attributes.get(name, "") for name in report.attributes),
            *("–" if stay.words is None else say.number(stay.words) for stay in person.stays),
        ]
        for person in report.persons
    ]
    add_text_table(document, say("grid_caption"), head, rows)


def _changed(document: Document, report: Report, say: Wording, picture: Picture) -> None:
    document.add_heading(say("section_changed"), 1)
    document.add_paragraph(visible(report.reading))
    _picture(document, picture)
    head = [
        *(say("code"), report.unit, say("head_ratio_text"), say("head_moves"), report.p_heading, say("head_verdict")),
    ]
    rows = [
        [
            *(code.label, f"{code.rate_before} → {code.rate_after}", code.ratio),
            *("; ".join(filter(None, (code.most, code.rest))), f"{code.p} {code.p_adjusted}".strip()),
            ". ".join((code.verdict_word, *code.notes)),
        ]
        for code in report.by_change
    ]
    add_text_table(document, report.forest_caption, head, rows)
    if report.warnings:
        document.add_heading(say("look_twice"), 2)
        for warning in report.warnings:
            document.add_paragraph(visible(warning), style="List Bullet")


def _codes(document: Document, report: Report, say: Wording) -> None:
    document.add_heading(say("section_codes"), 1)
    if report.cut:
        document.add_paragraph(report.cut)
    for code in report.codes:
        _code(document, code, report.waves, say)


def _code(document: Document, code: CodeStory, waves: Sequence[str], say: Wording) -> None:
    document.add_heading(visible(code.label), 2)
    for sentence in (code.parent, code.sentence, *code.notes):
        if sentence:
            document.add_paragraph(visible(sentence))
    for name, text in code.meaning:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{say(name)}: ").bold = True
        paragraph.add_run(visible(text))
    if code.words:
        rows = [[word.text, *map(say.number, word.counts)] for word in code.words]
        add_text_table(document, say("words_caption"), [say("word"), *map(say.wave, waves)], rows)
    if code.people:
        _quotes(document, code, say)
    else:
        document.add_paragraph(say("nobody"))


def _quotes(document: Document, code: CodeStory, say: Wording) -> None:
    """Put the quotes of a code in a table: a row for each person, a column for each wave."""
    head = [say("person"), *(f"{say.wave(wave.wave)}: {wave.text}" for wave in code.heads)]
    rows = [
        [
            [[" – ".join(part for part in (who.person, who.change) if part)]],
            *(_passages(cell, say) for cell in who.cells),
        ]
        for who in code.people
    ]
    share = WIDE * 0.86 / len(code.heads)
    add_table(document, head, rows, widths=[WIDE * 0.14, *[share] * len(code.heads)])


def _passages(cell: StoryCell, say: Wording) -> list[list[str]]:
    """Return a cell's quotes, a paragraph each, the found words in bold."""
    if not cell.quotes:
        return [[cell.heading]]
    paragraphs = []
    for quote in cell.quotes:
        marks = [say(name) for name in ("negated", "prompted") if getattr(quote, name)]
        marks += [say("by_hand", coder=quote.coder)] if quote.status == "human" else []
        marks += [say("accepted_hit")] if quote.status == "accepted" else []
        marks += [quote.memo] if quote.memo else []
        place = ", ".join(([quote.interview] if cell.several else []) + [say("turn", n=quote.turn + 1), *marks])
        paragraphs.append([quote.before, quote.quote, f"{quote.after} ({place})"])
    return [*paragraphs, [cell.hidden]] if cell.hidden else paragraphs


def _persons(document: Document, report: Report, say: Wording, picture: Picture | None) -> None:
    document.add_heading(say("section_persons"), 1)
    if picture is not None:
        _picture(document, picture)
    for person in report.persons:
        document.add_heading(visible(" – ".join(part for part in (person.id, person.described) if part)), 2)
        document.add_paragraph(visible(person.sentence))
        if person.rows:
            _profile(document, report, person, say)
        if person.silent:
            document.add_paragraph(visible(person.silent))


def _profile(document: Document, report: Report, person: PersonStory, say: Wording) -> None:
    head = [say("code"), *map(say.wave, report.waves), report.unit, say("head_trajectory")]
    rows = [
        [
            row.label,
            *("–" if count.mentions is None else say.number(count.mentions) for count in row.counts),
            row.rates,
            f"{row.trajectory} ({row.evidence})" if row.evidence else row.trajectory,
        ]
        for row in person.rows
    ]
    add_text_table(document, "", head, rows)


def _memos(document: Document, report: Report, say: Wording) -> None:
    if not report.memos:
        return
    document.add_heading(say("section_memos"), 1)
    document.add_paragraph(say("memos_of"))
    for memo in report.memos:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(visible(memo.about)).bold = True
        paragraph.add_run(visible(f" ‘{memo.quote}’" if memo.quote else ""))
        paragraph.add_run(visible(f": {memo.note} ({memo.coder})"))


def _method(document: Document, report: Report, say: Wording) -> None:
    document.add_heading(say("section_method"), 1)
    for paragraph in report.method:
        document.add_paragraph(visible(paragraph))
    document.add_heading(say("verdicts"), 2)
    for rule in report.verdicts:
        document.add_paragraph(rule, style="List Bullet")
    add_text_table(document, say("settings"), [say("setting"), say("value")], [list(pair) for pair in report.settings])


def _doubt(document: Document, doubt: Doubt, section: str) -> None:
    if section:
        document.add_heading(section, 1)
    document.add_heading(doubt.heading, 2)
    for sentence in doubt.sentences:
        document.add_paragraph(visible(sentence))
    if doubt.rows:
        add_text_table(document, "", doubt.columns, doubt.rows)


def _picture(document: Document, picture: Picture) -> None:
    """Add a picture with its description, no wider than the page."""
    from docx.shared import Cm

    png = picture.to_png(scale=_SHARP)
    width, height = (int.from_bytes(png[start : start + 4], "big") for start in (16, 20))
    centimetres = min(WIDE, width / _SHARP / 96 * 2.54, 23.0 * width / height)
    shape: Any = document.add_picture(io.BytesIO(png), width=Cm(centimetres))
    properties = shape._inline.docPr
    properties.set("title", visible(picture.title))
    properties.set("descr", visible(picture.text)[:4000])
