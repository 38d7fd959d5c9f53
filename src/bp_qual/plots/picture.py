"""A picture: a chart that shows and saves itself without network, the same bytes each time.

What altair does on its own asks the web for its scripts, and lets text from a transcript out of its quotation marks;
so a `Picture` carries the chart and does the saving itself. What is drawn is decided in `plots`.
"""

from __future__ import annotations

import json
import textwrap
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bp_qual.display import escape, one_line
from bp_qual.files import write_atomically
from bp_qual.files.seals import seal_page
from bp_qual.plots.drawing import load_drawing
from bp_qual.plots.print_page import in_one_order

if TYPE_CHECKING:
    import altair as alt

UP = "#D55E00"
DOWN = "#0072B2"
GREY = "#8A8F98"
INK = "#1F2933"
QUIET = "#5B6470"
FAINT = "#E3E6EA"
_AFTER_HEADER = 33  # bytes of a PNG: its signature, and the part with its size
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
ENDINGS = (".png", ".svg", ".pdf", ".html")
VEGALITE = "application/vnd.vegalite.v6+json"

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="generator" content="bp_qual">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; \
style-src 'unsafe-inline'; img-src data: blob:">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>body {{ margin: 2rem; font-family: {font}; color: {ink} }}</style>
</head>
<body>
<figure role="img" aria-label="{text}" id="picture" style="margin: 0; overflow-x: auto"></figure>
<script>{bundle}</script>
<script type="application/json" id="spec">{spec}</script>
<script>
const spec = JSON.parse(document.getElementById("spec").textContent);
vegaEmbed("#picture", spec, {{ actions: false, renderer: "svg" }});
</script>
</body>
</html>
"""


# How Vega writes numbers, where not as in English: 0,5 and 1.000.
_NUMBERS = {"nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€\u00a0", ""]}}


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its title and a sentence that says what it shows to someone who cannot see it.

    ``chart`` is an altair chart, to go on with in altair; ``save`` writes .png, .svg, .pdf or .html by the
    ending.

    >>> import altair as alt
    >>> picture = Picture(alt.Chart(alt.Data(values=[])).mark_point(), "Nothing yet", "An empty picture.")
    >>> picture
    Nothing yet
    An empty picture.
    """

    chart: alt.Chart
    title: str
    text: str
    language: str = "en"

    def spec(self) -> dict[str, Any]:
        """Return the Vega-Lite specification, data included, safe for ids of any name (`_as_keys`).

        Numbers on an axis are written as in the language of the picture.
        """
        spec = dict(_as_keys(self.chart.to_dict(validate=False)))
        numbers = _NUMBERS.get(self.language)
        return {**spec, "config": {**spec.get("config", {}), "locale": {"number": numbers}}} if numbers else spec

    def to_svg(self) -> str:
        """Return the picture as SVG."""
        return str(load_drawing().vegalite_to_svg(self.spec()))

    def to_png(self, *, scale: float = 2.0) -> bytes:
        """Return the picture as PNG; a scale of 2 is sharp in print at column width."""
        return bytes(load_drawing().vegalite_to_png(self.spec(), scale=scale))

    def to_pdf(self) -> bytes:
        """Return the picture as a page in PDF of its own size: lines and letters, sharp at any size of print."""
        return in_one_order(bytes(load_drawing().vegalite_to_pdf(self.spec())))

    def to_html(self) -> str:
        """Return a page that holds all it needs and may ask nothing of anyone.

        Text from the data is data: what would close or open a script is written as an escape.
        """
        spec = json.dumps(self.spec(), ensure_ascii=True, sort_keys=True)
        for sign in "<>&":
            spec = spec.replace(sign, f"\\u{ord(sign):04x}")
        page = _PAGE.format(
            language=self.language,
            title=escape(self.title),
            text=escape(self.text),
            font=FONT,
            ink=INK,
            bundle=_bundle(),
            spec=spec,
        )
        return seal_page(page)

    def save(self, path: Path | str) -> None:
        """Write the picture to a file ending in .png, .svg, .pdf or .html."""
        path = Path(path)
        write_atomically(path, self.to_bytes(path.suffix))

    def to_bytes(self, ending: str) -> bytes:
        """Return the picture as the bytes of a file ending in .png, .svg, .pdf or .html."""
        if ending not in ENDINGS:
            raise ValueError(f"a picture is saved as one of {', '.join(ENDINGS)}, not {ending!r}.")
        if ending == ".png":
            return marked_png(self.to_png())
        if ending == ".svg":
            return marked_svg(self.to_svg())
        return self.to_pdf() if ending == ".pdf" else self.to_html().encode()

    def __repr__(self) -> str:
        return f"{self.title}\n{self.text}"

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give a notebook the live chart, and a PNG for where no script runs; neither needs the network."""
        png = self.to_png()
        width = int.from_bytes(png[16:20], "big") // 2
        return (
            {VEGALITE: self.spec(), "image/png": png, "text/plain": repr(self)},
            {"image/png": {"width": width}},
        )


def marked_png(png: bytes) -> bytes:
    """Return a PNG that names its maker: by that it is known as a result of bp_qual.

    >>> import io
    >>> from bp_qual.files.own_marks import bears_mark
    >>> bears_mark(io.BytesIO(marked_png(bytes(33))), ".png"), bears_mark(io.BytesIO(bytes(33)), ".png")
    (True, False)
    """
    said = b"tEXtSoftware\0bp_qual"
    chunk = (len(said) - 4).to_bytes(4, "big") + said + zlib.crc32(said).to_bytes(4, "big")
    return png[:_AFTER_HEADER] + chunk + png[_AFTER_HEADER:]


def marked_svg(svg: str) -> bytes:
    """Return an SVG that names its maker, as `marked_png` does.

    >>> marked_svg("<svg></svg>")
    b'<svg><!-- name="generator" content="bp_qual" --></svg>'
    """
    return svg.replace(">", '><!-- name="generator" content="bp_qual" -->', 1).encode()


@contextmanager
def unchecked() -> Iterator[None]:
    """Let altair put a chart together without a check of each part by its schema, which takes most of the time.

    >>> import altair as alt
    >>> with unchecked():
    ...     alt.Chart(alt.Data(values=[])).mark_point(size="so big").to_dict(validate=False)["mark"]["size"]
    'so big'
    """
    from altair.utils import schemapi

    with schemapi.debug_mode(False):
        yield


def with_title(chart: Any, title: str, note: str, *, width: int = 120) -> Any:
    """Return a chart in the common type and frame, with its title and note.

    Parameters
    ----------
    chart : altair chart
        What was drawn.
    title, note : str
        Above the chart, as plain text.
    width : int
        How many characters of the note fit on a line.

    Returns
    -------
    altair chart
        Ready to be shown.

    Examples
    --------
    >>> import altair as alt
    >>> with_title(empty_chart(alt), "Title", "Note").to_dict()["title"]["text"]
    'Title'
    """
    import altair as alt

    heading = alt.TitleParams(
        text=one_line(title),
        subtitle=textwrap.wrap(one_line(note), width),
        anchor="start",
        frame="bounds",
        fontSize=17,
        fontWeight=600,
        color=INK,
        subtitleFontSize=12,
        subtitleColor=QUIET,
        subtitleLineHeight=16,
        subtitlePadding=6,
        offset=14,
    )
    config = alt.Config(
        font=FONT,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=INK, titleColor=QUIET, labelFontSize=12, titleFontSize=12, titleFontWeight="normal"
        ),
        header=alt.HeaderConfig(labelColor=INK, labelFontSize=13, labelFontWeight="bold", title=None),
    )
    return chart.properties(title=heading, background="white", padding=16, config=config)


def inline(alt: Any, rows: Iterable[Mapping[str, Any]]) -> Any:
    """Return the rows of a chart; as a tuple, since altair copies every list anew at each step of drawing.

    >>> import altair as alt
    >>> inline(alt, [{"x": 1}]).to_dict()
    {'values': [{'x': 1}]}
    """
    return alt.Data(values=tuple(rows))


def empty_chart(alt: Any) -> Any:
    """Return an empty chart, for where there is nothing to draw.

    >>> import altair as alt
    >>> empty_chart(alt).to_dict()["width"]
    200
    """
    return alt.Chart(alt.Data(values=[{}]), width=200, height=40).mark_point(opacity=0)


_INHERITED = (  # what every object of JavaScript has, whether anybody put it there or not
    *(
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    ),
    *("__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"),
)


def _as_keys(value: Any) -> Any:
    """Return a specification in which a text that is the name of an inherited property has a blank behind it.

    Vega uses codes, persons and waves as keys of objects; one that is called `constructor` would be found there before
    it was put there, and the picture would fail, or be empty. The blank is not seen.

    >>> _as_keys({"values": [{"name": "constructor", "n": 1}], "sort": ["constructor", "a"]})
    {'values': [{'name': 'constructor ', 'n': 1}], 'sort': ['constructor ', 'a']}
    """
    if isinstance(value, str):
        return f"{value} " if value in _INHERITED else value
    if isinstance(value, dict):
        return {key: _as_keys(inner) for key, inner in value.items()}
    return [_as_keys(item) for item in value] if isinstance(value, list | tuple) else value


@cache
def _bundle() -> str:
    """Return the scripts that draw a chart in a page; vl-convert brings them along."""
    return str(load_drawing().javascript_bundle("window.vegaEmbed = vegaEmbed;")).replace("</script", "<\\/script")
