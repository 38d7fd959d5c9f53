"""The report as a page: one HTML file that says what changed, for whom, how surely, and shows the quotes.

The page holds all it needs and may ask nothing of anyone; whatever is in a transcript, a code or a name
shows as text. What it says is composed in `content`; here it becomes a page.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.display import visible
from bp_qual.files.seals import seal_page
from bp_qual.quotes import Quote
from bp_qual.report.content import compose_report
from bp_qual.report.facts import MOST_QUOTES
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import jinja2
    import pandas as pd


def render_report(
    comparison: Comparison,
    *,
    title: str = "",
    language: str = "",
    attributes: pd.DataFrame | None = None,
    most_quotes: int = MOST_QUOTES,
    memos: pd.DataFrame | None = None,
) -> str:
    """Return a comparison as one HTML page that needs no network; the same comparison gives the same text.

    Parameters
    ----------
    comparison : Comparison
        What is reported.
    title : str
        Title of the page; made from the waves if empty.
    language : str
        `en` or `nl`; that of the comparison if empty.
    attributes : DataFrame, optional
        What is known of the persons (``Study.persons``): a column ``person`` and any others.
    most_quotes : int
        How many quotes the page may hold; with more, each person shows as many a code and wave as fit, and the page
        says so in every place where it was cut.
    memos : DataFrame, optional
        What was noted while coding by hand (`Counted.memos`), for a section of its own.

    Returns
    -------
    str
        The page, with everything it needs inside.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 2000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([{"person": "P01", "wave": "2020", "code": "a", "mentions": 4}], words))
    >>> "<h1>&lt;b&gt; study, 2010 to 2020</h1>" in render_report(change, title="<b> study")
    True
    """
    from markupsafe import Markup

    say = Wording(language or comparison.language)
    report = compose_report(
        comparison,
        title=title,
        language=say.language,
        attributes=attributes,
        most_quotes=most_quotes,
        memos=memos,
    )
    style, script = page_part("report.css"), page_part("report.js")
    figures = _pages().get_template("figures.html").module
    return seal_page(
        page_template("report.html").render(
            report=report,
            say=say,
            place=lambda quote, several: _place(quote, say, several=several),
            style=Markup(style),
            script=Markup(script),
            policy=page_policy(style, script),
            axis=figures.axis,  # type: ignore[attr-defined]
            interval=figures.interval,  # type: ignore[attr-defined]
            slope=figures.slope,  # type: ignore[attr-defined]
        )
    )


def page_template(name: str) -> jinja2.Template:
    """Return a template of a page in the style of the report; whatever is put in shows as text.

    >>> page_template("report.html").name
    'report.html'
    """
    return _pages().get_template(name)


@cache
def _pages() -> jinja2.Environment:
    import jinja2
    from markupsafe import Markup

    def shown(value: object) -> object:
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    return jinja2.Environment(
        loader=jinja2.PackageLoader("bp_qual.report", "templates"),
        autoescape=True,
        finalize=shown,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


@cache
def page_part(name: str) -> str:
    """Return a style sheet or script of the pages.

    >>> page_part("report.css").startswith(":root")
    True
    """
    return resources.files("bp_qual.report").joinpath("templates", name).read_text(encoding="utf-8")


def page_policy(style: str, script: str = "") -> str:
    """Return the policy of a page that allows exactly our own style and script, and nothing from anywhere.

    >>> "script-src" in page_policy("p {}")
    False
    """

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    scripts = f"script-src 'sha256-{digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; img-src data:; {scripts}style-src 'sha256-{digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _place(quote: Quote, say: Wording, *, several: bool) -> str:
    turn = say("turn", n=quote.turn + 1)
    return f"{quote.interview} · {turn}" if several else turn
