"""A portrait as a Word file: the same as the page, to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.display import visible
from bp_qual.files.word_writing import packed_document
from bp_qual.framework.layouts import say_gap, say_stale
from bp_qual.framework.matrix import Cell
from bp_qual.framework.portraits import ROLES, Meeting, Portrait, PortraitTheme
from bp_qual.report.word_report import blank_document
from bp_qual.report.word_tables import WIDE, add_table, add_text_table
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from docx.document import Document


def portrait_docx(portrait: Portrait) -> bytes:
    """Return a portrait as a Word file.

    >>> portrait_docx(Portrait("P01", "Ageing", "", (), (), (), (), "", "en"))[:2]
    b'PK'
    """
    say = Wording(portrait.language)
    title = say("portrait_title", person=portrait.person)
    document = blank_document(title, say.language)
    document.add_heading(visible(title), 0)
    document.add_paragraph(visible(" · ".join(filter(None, (portrait.title, portrait.described)))))
    document.add_heading(say("portrait_interviews"), 1)
    named = say("portrait_words", person=portrait.person)
    head = [say("portrait_wave"), say("portrait_interview"), named, say("portrait_voices")]
    add_text_table(document, "", head, [_meeting(meeting, say) for meeting in portrait.meetings])
    _themes(document, portrait, say)
    if portrait.themes:
        document.add_heading(say("portrait_beside"), 1)
    if portrait.whose and portrait.themes:
        document.add_paragraph(f"{say('matrix_whose')}: {visible(portrait.whose)}")
    for theme in portrait.themes:
        document.add_heading(visible(theme.label), 2)
        cells = zip(theme.cells, portrait.meetings, strict=True)
        row = [_cell(cell, say, several=len(meeting.interviews) > 1) for cell, meeting in cells]
        share = WIDE / len(theme.cells)
        add_table(document, [say.wave(cell.wave) for cell in theme.cells], [row], widths=[share] * len(row))
    if portrait.memos:
        document.add_heading(say("section_memos"), 1)
    for memo in portrait.memos:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(visible(memo.about)).bold = True
        paragraph.add_run(visible(f" ‘{memo.quote}’" if memo.quote else ""))
        paragraph.add_run(visible(f": {memo.note} ({memo.coder})"))
    document.core_properties.category = "portrait"
    return packed_document(document)


def _meeting(meeting: Meeting, say: Wording) -> list[str]:
    if meeting.gap:
        return [say.wave(meeting.wave), say(meeting.gap), "–", "–"]
    interviews = "; ".join(" ".join(filter(None, named)) for named in meeting.interviews)
    voices = [
        f"{say(f'portrait_voice_{voice}') if voice in ROLES else voice} ({say.many('turn', turns)})"
        for voice, turns in meeting.voices
    ]
    return [say.wave(meeting.wave), interviews, say.number(meeting.words or 0), ", ".join(voices)]


def _themes(document: Document, portrait: Portrait, say: Wording) -> None:
    document.add_heading(say("portrait_themes"), 1)
    if portrait.themes:
        document.add_paragraph(say("portrait_how_written"))
        head = [say("code"), *(say.wave(meeting.wave) for meeting in portrait.meetings), say("portrait_pointed")]
        add_text_table(document, "", head, [_theme(theme, say) for theme in portrait.themes])
    elif portrait.was_read:
        document.add_paragraph(say("portrait_no_themes"))
    if portrait.silent:
        document.add_paragraph(visible(say("portrait_silent", codes=portrait.silent)))


def _theme(theme: PortraitTheme, say: Wording) -> list[str]:
    counts = [
        say(f"portrait_gap_{said.gap}") if said.gap else f"{say.number(said.mentions)} ({say.rate(said.rate)})"
        for said in theme.course.said
    ]
    return [theme.label, *counts, ", ".join(say(f"longitudinal_those_{name}") for name in theme.pointed)]


def _cell(cell: Cell, say: Wording, *, several: bool) -> list[list[str]]:
    """Return what stands in one wave, a paragraph each: the summary in bold, the quotes, their coded words in bold."""
    stale = f" ({said})" if (said := say_stale(cell, say)) else ""
    lines = [["", line] for line in f"{cell.summary}{stale}".split("\n")] if cell.summary else []
    for quote in cell.quotes:
        marks = [say(name) for name, is_so in (("negated", quote.negated), ("prompted_mark", quote.prompted)) if is_so]
        place = ", ".join(([quote.interview] if several else []) + [say("turn", n=quote.turn + 1), *marks])
        lines.append([quote.before, quote.quote, f"{quote.after} ({place})"])
    return lines if cell.quotes else [*lines, [say_gap(cell, say) or say("portrait_not_said")]]
