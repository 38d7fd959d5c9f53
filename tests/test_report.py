from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import CODING_COLUMNS
from bp_qual.compare import compare_waves
from bp_qual.files.table_bytes import csv_bytes
from bp_qual.panel import count_codes, make_panel
from bp_qual.plots.axes import avoid_overlap, nice_steps
from bp_qual.report.content import _say_p, compose_report
from bp_qual.report.drawings import draw_interval
from bp_qual.report.html import render_report
from bp_qual.report.writing import write_report
from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.wording import Wording
from report_builders import HOSTILE, make_study


class Page(HTMLParser):
    """What is on a page: tags with their attributes, ids, links, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


@pytest.mark.slow
def test_the_report_is_the_same_text_each_time():
    assert render_report(make_study()) == render_report(make_study())


def test_every_link_in_the_report_arrives_somewhere():
    page = Page(render_report(make_study()))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.all("href") if link.startswith("#")} <= set(ids)


def test_the_report_asks_nothing_of_anyone():
    page = render_report(make_study())
    parsed = Page(page)
    assert "default-src 'none'" in parsed.all("content")[1]
    assert not parsed.all("src")
    assert all(link.startswith(("#", "data:,")) for link in parsed.all("href"))
    assert "http:" not in page
    assert "https:" not in page


def test_hostile_text_shows_as_text_and_starts_nothing():
    study = make_study(said=f"{HOSTILE} en hokjes.", label=HOSTILE)
    attributes = pd.DataFrame({"person": ["P01", "P02"], HOSTILE: [HOSTILE, "x"]})
    page = render_report(study, title=HOSTILE, attributes=attributes)
    parsed = Page(page)
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    assert not parsed.all("onerror")
    assert "\u202e" not in page
    assert "‹U+202E›javascript:hit()" in parsed.text


def test_without_escaping_the_hostile_text_would_start_something(monkeypatch: pytest.MonkeyPatch):
    from bp_qual.report import html

    pages = html._pages().overlay(autoescape=False)
    monkeypatch.setattr(html, "_pages", lambda: pages)
    page = html.render_report(make_study(said=f"{HOSTILE} en hokjes."))
    assert [tag for tag, _ in Page(page).tags].count("script") > 1


def test_every_mention_in_the_panel_is_a_quote_in_the_report():
    study = make_study()
    page = render_report(study)
    assert page.count("<mark>hokjes</mark>") == study.panel.counts["mentions"].sum()


def test_every_count_of_a_person_in_the_report_equals_the_panel():
    study = make_study()
    page = render_report(study)
    for row in study.panel.counts.to_dict("records"):
        anchor = f"c1-p{int(row['person'][1:])}-w{1 if row['wave'] == '2010' else 2}"
        cell = page.split(f'id="{anchor}"')[1].split('class="cell"')[0].split('class="who"')[0]
        assert cell.count("<mark>") == row["mentions"]
        assert re.search(rf'<a href="#{anchor}">{row["mentions"]}</a>', page)


def test_a_page_with_too_many_quotes_is_cut_and_says_so_everywhere():
    study = make_study()
    page = render_report(study, most_quotes=20)
    shown = page.count("<mark>hokjes</mark>")
    assert shown <= 20
    assert "Er zijn meer citaten dan er op een pagina passen" in page
    assert page.count("verspreid over het interview") == sum(study.panel.counts["mentions"] > 1)


@pytest.mark.slow
def test_the_report_speaks_the_language_that_was_asked_for():
    study = make_study()
    assert "Beperkingen" in render_report(study)
    assert "Limitations" in render_report(study, language="en")
    with pytest.raises(ValueError, match="no texts in 'de'"):
        render_report(study, language="de")


def test_a_comparison_of_bare_counts_has_a_report_without_quotes():
    words = [{"person": p, "wave": w, "words": 900} for p in ("A", "B") for w in ("1", "2")]
    counts = [{"person": "A", "wave": "2", "code": "a", "mentions": 4}]
    page = render_report(compare_waves(make_panel(counts, words)))
    assert "These counts came without texts." in page


def test_a_report_of_one_person_in_one_wave_still_stands():
    words = [{"person": "A", "wave": "1", "words": 900}, {"person": "B", "wave": "2", "words": 900}]
    page = render_report(compare_waves(make_panel([], words, codes=["a"])))
    assert "Nobody could be compared between wave 1 and wave 2." in page


def test_the_report_names_the_measure_that_was_compared():
    page = render_report(compare_waves(make_study().panel, measure="sentences"))
    assert "% van de zinnen" in page
    assert "per 1.000 woorden" not in page


def test_mentions_that_were_left_out_are_not_shown_either():
    panel = make_study().panel
    codings = panel.source.codings.assign(negated=panel.source.codings.index % 2 == 0)
    panel = count_codes(codings, panel.source.corpus, panel.source.codebook)
    page = render_report(compare_waves(panel, negated=False))
    assert page.count("<mark>hokjes</mark>") == (~codings["negated"]).sum()
    assert "Ontkende vermeldingen zijn weggelaten" in page


def test_attributes_of_persons_become_columns_and_filters():
    study = make_study(3)
    attributes = study.panel.exposure[["person"]].drop_duplicates().assign(type=["doener", "bouwer", "doener"])
    page = render_report(study, attributes=attributes)
    assert '<select name="type:type">' in page
    assert page.count("<td>doener</td>") == 2


def test_an_attribute_that_changed_between_the_waves_shows_both_values():
    attributes = pd.DataFrame({"person": ["P01", "P01"], "wave": ["2010", "2020"], "werk": ["bakker", "raadslid"]})
    assert "bakker → raadslid" in render_report(make_study(2), attributes=attributes)


def test_names_of_files_stay_out_of_the_report():
    page = render_report(make_study(2))
    assert "Jansen" not in page
    assert ".docx" not in page


def test_the_report_is_written_whole(tmp_path):
    write_report(make_study(), tmp_path / "report.html", title="Studie")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_an_interval_that_leaves_the_drawing_ends_at_its_edge():
    drawn = draw_interval({"rate_before": 1, "rate_after": 3, "ratio": 3, "ratio_low": 0.001, "ratio_high": 900}, 2)
    assert drawn.cut_low
    assert drawn.cut_high
    assert drawn.low == drawn.grid[0]
    assert drawn.high == drawn.grid[-1]


def test_a_limit_of_a_code_of_one_wave_is_drawn_with_an_arrow_where_there_is_none():
    nothing = float("nan")
    drawn = draw_interval(
        {"rate_before": 0, "rate_after": 3, "ratio": nothing, "ratio_low": 1.6, "ratio_high": float("inf")}, 2
    )
    assert drawn.middle is None
    assert drawn.edge == drawn.high == drawn.grid[-1]
    assert drawn.cut_high
    assert not drawn.cut_low


def test_an_open_side_is_a_word_in_the_tables_and_in_the_report():
    words = [{"person": f"P{n}", "wave": w, "words": 2000} for n in range(7) for w in ("2010", "2020")]
    counts = [{**row, "code": "a", "mentions": 1 + int(row["person"][1])} for row in words if row["wave"] == "2020"]
    change = compare_waves(make_panel(counts, words))
    assert b",unbounded," in csv_bytes(change.codes)
    assert "at least" in render_report(change)


def test_the_people_of_a_code_stand_from_the_largest_shrunken_rise_to_the_largest_fall():
    change = make_study(8)
    story = compose_report(change).codes[0]
    compared = [who.person for who in story.people if not who.change]
    sizes = [change.shrunken[person, story.id] for person in compared]
    assert sizes == sorted(sizes, reverse=True)


@given(st.floats(0.001, 1e6))
def test_axis_steps_reach_the_largest_value_in_at_most_six_steps(largest: float):
    steps = nice_steps(largest)
    assert steps[-1] >= largest * 0.999999
    assert 2 <= len(steps) <= 6


@given(st.lists(st.floats(0, 100), max_size=30))
def test_labels_never_overlap_and_stay_near(places: list[float]):
    found = [place for place in avoid_overlap(places, apart=12, low=0, high=100) if place is not None]
    found.sort()
    assert all(b - a >= 12 - 1e-6 for a, b in itertools.pairwise(found))


PAYLOADS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1>",
    '" onmouseover="window.hit=1',
    "' autofocus onfocus='window.hit=1",
    "javascript:window.hit=1",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "</style><style>*{display:none}</style>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&#60;script&#62;",
    "\u202eevil\u2066\u0000\u001b[31m",
)


@pytest.mark.slow
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_anyone_wrote_is_live_wherever_it_stands(payload: str):
    said = f"{payload} hokjes"
    persons, waves = [f"P{payload}", "P2"], ["2010", f"2020{payload}"]
    transcripts = tuple(
        Transcript(f"{p}_{w}", (p,), w, said, (Turn(0, payload, "respondent", 0, len(said), p),), source=payload)
        for p in persons
        for w in waves
    )
    start, how = said.index("hokjes"), (payload, "lemma", True, payload, True, "b@1", "auto")
    rows = [
        (t.interview, t.persons[0], t.wave, 0, start, start + 6, f"c{payload}", "hokjes", *how) for t in transcripts
    ]
    code = Code(f"c{payload}", {"nl": payload}, payload, payload, payload, terms=(Term(payload, "lemma"),))
    codings = pd.DataFrame(rows, columns=list(CODING_COLUMNS))
    panel = count_codes(
        codings, Corpus(transcripts, tuple(persons), tuple(waves)), Codebook(payload, "1", "nl", (code,))
    )
    attributes = pd.DataFrame({"person": persons, f"a{payload}": [payload, "x"]})
    page = render_report(compare_waves(panel, floor=0), title=payload, attributes=attributes)
    parsed, harmless = Page(page), Page(render_report(make_study(2)))
    count = [tag for tag, _ in parsed.tags]
    assert count.count("script") == count.count("style") == 1
    assert not set(count) - {tag for tag, _ in harmless.tags} - {"em", "select", "label", "option", "dt", "dd", "bdi"}
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", page)[0]
    assert not set("\u202e\u2066\u0000\u001b") & set(page)


def test_every_number_of_the_table_of_change_is_that_of_the_table():
    study = make_study()
    cells = render_report(study, language="en").split('class="v-clear rise"')[1].split("</tr>")[0]
    text = " ".join(re.sub(r"<[^>]+>", " ", cells).split())
    (row,) = study.codes.to_dict("records")
    say = Wording("en")
    assert say.change(row["rate_before"], row["rate_after"]) in text
    assert f"× {say.ratio(row['ratio'])} {say.span(row['ratio_low'], row['ratio_high'])}" in text
    assert f"{row['up']} of {row['persons']} up {row['down']} down, {row['same']} same" in text
    assert f"{say.p(row['p'])} ({say.p(row['p_adjusted'])})" in text


def test_every_word_of_a_person_is_in_the_grid():
    study = make_study()
    page = render_report(study, language="en")
    grid = page.split('<table class="grid">')[1].split("</table>")[0]
    for row in study.panel.exposure.to_dict("records"):
        assert f'<td class="n">{row["words"]}</td>' in grid


def test_long_sentences_make_for_fewer_quotes_and_a_page_that_stays_small(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bp_qual.report.facts._MOST_CHARACTERS", 9_000)
    page = render_report(make_study())
    assert "Er zijn meer citaten dan er op een pagina passen" in page
    assert 8 <= page.count("<mark>hokjes</mark>") < make_study().panel.counts["mentions"].sum()


def test_a_report_of_three_waves_shows_all_three_beside_each_other():
    waves = ("2000", "2010", "2020")
    words = [{"person": p, "wave": w, "words": 900} for p in ("A", "B") for w in waves]
    counts = [{"person": "A", "wave": w, "code": "a", "mentions": n} for n, w in enumerate(waves, start=1)]
    page = Page(render_report(compare_waves(make_panel(counts, words, waves=waves), before="2000", after="2020")))
    ids = page.all("id")
    assert {"c1-p1-w1", "c1-p1-w2", "c1-p1-w3"} <= set(ids)
    assert {link[1:] for link in page.all("href") if link.startswith("#")} <= set(ids)


def test_the_report_says_on_whom_a_change_leans():
    page = render_report(make_study(), language="en")
    assert re.search(r"Without P0\d the ratio of Hokjes would be [\d.]+ instead of [\d.]+\.", page)


def test_the_report_says_which_code_was_asked_for_in_one_wave_only():
    page = render_report(compare_waves(make_study().panel, asked={"hokjes": ("2020",)}), language="en")
    assert "Hokjes: asked about in 2020 only: not tested." in page.split('id="doubt"')[1]


def test_a_code_without_a_name_in_the_report_s_language_keeps_the_codebook_s():
    assert "Hokjes (× 5.2)" in render_report(make_study(), language="en")


@pytest.mark.slow
def test_beside_a_plan_the_p_is_not_said_to_be_corrected_for_all_codes():
    words = [{"person": f"P{n}", "wave": wave, "words": 2000} for n in range(8) for wave in ("2010", "2020")]
    counts = [{**row, "code": code, "mentions": 3 + 5 * (row["wave"] == "2020")} for row in words for code in "abc"]
    panel = make_panel(counts, words)
    assert compose_report(compare_waves(panel)).p_heading == "p (for 3 codes)"
    assert compose_report(compare_waves(panel, plan=["a"])).p_heading == "p (corrected)"


@pytest.mark.parametrize(("tested", "said"), [(1, "p .030"), (3, "p .030; .090 for 3 codes")])
def test_a_trend_that_is_corrected_for_no_other_code_has_one_p(tested: int, said: str) -> None:
    assert _say_p({"p": 0.03, "p_adjusted": 0.03 * tested, "tested": tested}, Wording("en")) == said
