from __future__ import annotations

import json
import re

import pandas as pd
import pytest

from bp_qual.compare import compare_waves
from bp_qual.panel import make_panel
from bp_qual.plots import plot_change
from bp_qual.plots.picture import VEGALITE

HOSTILE = "</script><script>alert(1)</script>"


def make_change(labels=None, persons: int = 8, **mentions: tuple[int, int]):
    names = [f"P{n:02}" for n in range(1, persons + 1)]
    words = [{"person": p, "wave": w, "words": 1000} for p in names for w in ("2010", "2020")]
    counts = [
        {"person": person, "wave": wave, "code": code, "mentions": times * (1 + n % 3)}
        for code, both in mentions.items()
        for n, person in enumerate(names)
        for wave, times in zip(("2010", "2020"), both, strict=True)
    ]
    return compare_waves(make_panel(counts, words, labels=labels))


def drawn(picture):
    return {row["name"]: row for row in picture.spec()["layer"][1]["data"]["values"]}


def test_codes_stand_from_the_largest_rise_to_the_largest_fall():
    picture = plot_change(make_change(down=(4, 1), new=(0, 1), up=(1, 4), level=(2, 2), gone=(1, 0)))
    order = re.findall(r"(\w+): ", picture.text.split(". ", 1)[1])
    assert order == ["new", "up", "level", "down", "gone"]


def test_a_code_of_one_wave_stands_at_the_edge_with_words():
    row = drawn(plot_change(make_change(up=(1, 4), new=(0, 1))))["new"]
    assert "middle" not in row
    assert row["edge"] > 0
    assert row["ratio_text"] == "only in 2020"


def test_grey_means_no_clear_change():
    rows = drawn(plot_change(make_change(up=(1, 4), level=(2, 2))))
    assert rows["up"]["colour"] == "#D55E00"
    assert rows["level"]["colour"] == "#8A8F98"


def test_a_picture_is_the_same_bytes_each_time():
    change = make_change(up=(1, 4), down=(3, 1))
    first, second = plot_change(change), plot_change(change)
    assert first.to_svg() == second.to_svg()
    assert first.to_png() == second.to_png()
    assert first.to_html() == second.to_html()


def test_a_saved_page_holds_all_it_needs_and_keeps_text_as_text(tmp_path):
    picture = plot_change(make_change(labels={"up": HOSTILE}, up=(1, 4)))
    picture.save(tmp_path / "change.html")
    page = (tmp_path / "change.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert "<script src" not in page
    assert page.count("</script>") == 3
    assert HOSTILE not in page


def test_text_in_the_svg_is_text():
    svg = plot_change(make_change(labels={"up": HOSTILE}, up=(1, 4))).to_svg()
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


def test_a_notebook_gets_the_chart_and_a_png_beside_it():
    data, sizes = plot_change(make_change(up=(1, 4)))._repr_mimebundle_()
    assert data["image/png"].startswith(b"\x89PNG")
    assert json.dumps(data[VEGALITE])
    assert "What changed" in data["text/plain"]
    assert 300 < sizes["image/png"]["width"] < 2000


def test_pictures_are_saved_by_their_ending(tmp_path):
    picture = plot_change(make_change(up=(1, 4)), language="nl")
    picture.save(tmp_path / "a.png")
    picture.save(str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")
    with pytest.raises(ValueError, match=r"\.png, \.svg, \.html"):
        picture.save(tmp_path / "a.gif")


def test_a_picture_of_nobody_and_of_no_change_still_stands():
    empty = compare_waves(make_panel(pd.DataFrame(), [{"person": "A", "wave": w, "words": 900} for w in "12"]))
    assert plot_change(empty).to_svg().startswith("<svg")
    assert plot_change(make_change(persons=1, level=(2, 2))).to_svg().startswith("<svg")
