from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from jsonschema.exceptions import ValidationError

from bp_qual.cli import main
from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import CODING_COLUMNS
from bp_qual.compare import compare_waves
from bp_qual.files.own_marks import bears_mark
from bp_qual.panel import count_codes, make_panel
from bp_qual.plots import (
    plot_change,
    plot_heatmap,
    plot_panel,
    plot_persons,
    plot_timeline,
    plot_trajectories,
    plot_word_changes,
    plot_words,
)
from bp_qual.plots.drawing import load_drawing
from bp_qual.plots.picture import VEGALITE
from bp_qual.suggestions import compare_words
from bp_qual.transcripts import Corpus, Transcript, Turn
from report_builders import HOW, make_study

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
    assert row["ratio_text"] == "only in 2020 (at least 1.6 ×)"


def test_a_side_without_a_limit_is_an_arrow_at_the_edge():
    rows = drawn(plot_change(make_change(up=(1, 4), new=(0, 1), gone=(1, 0))))
    assert (rows["new"]["cut_low"], rows["new"]["cut_high"]) == (False, True)
    assert (rows["gone"]["cut_low"], rows["gone"]["cut_high"]) == (True, False)
    assert 0 < rows["new"]["low"] < rows["new"]["high"] == rows["new"]["edge"]


def test_a_change_that_rests_on_many_mentions_stands_before_as_large_a_one_that_rests_on_few():
    said = {"A": (0, 1), "B": (30, 90), "C": (90, 30), "D": (60, 60), "E": (20, 60), "F": (60, 20)}
    long = {person for person in said if person != "A"}
    words = [{"person": p, "wave": w, "words": 3000 if p in long else 100} for p in said for w in ("1", "2")]
    counts = [{**row, "code": "a", "mentions": said[row["person"]][int(row["wave"]) - 1]} for row in words]
    change = compare_waves(make_panel(counts, words), floor=100)
    rows = change.persons.set_index("person")["difference"]
    assert rows["A"] == 10 < rows["B"] == 20
    assert change.evidence.set_index("person").loc["A", "ratio"] == pytest.approx(3)
    assert abs(change.shrunken["A", "a"]) < abs(change.shrunken["B", "a"]) < 1.1


def test_grey_means_no_clear_change():
    rows = drawn(plot_change(make_change(up=(1, 4), level=(2, 2))))
    assert rows["up"]["colour"] == "#D55E00"
    assert rows["level"]["colour"] == "#8A8F98"


@pytest.mark.slow
def test_a_picture_is_the_same_bytes_each_time():
    change = make_change(up=(1, 4), down=(3, 1))
    first, second = plot_change(change), plot_change(change)
    assert first.to_svg() == second.to_svg()
    assert first.to_png() == second.to_png()
    assert first.to_html() == second.to_html()
    assert len({picture.to_pdf() for picture in [first, second]}) == 1


@pytest.mark.slow
def test_a_saved_page_holds_all_it_needs_and_keeps_text_as_text(tmp_path):
    picture = plot_change(make_change(labels={"up": HOSTILE}, up=(1, 4)))
    picture.save(tmp_path / "change.html")
    page = (tmp_path / "change.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert "<script src" not in page
    assert page.count("</script>") == 3
    assert HOSTILE not in page


@pytest.mark.slow
def test_a_picture_in_pdf_is_whole_holds_its_letters_and_bears_our_mark():
    from pdfminer.high_level import extract_text
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    made = plot_change(make_change(labels={"up": "Zorg & (moe) \\ één"}, up=(1, 4))).to_pdf()
    assert "Zorg & (moe) \\ één" in extract_text(io.BytesIO(made))
    assert PDFDocument(PDFParser(io.BytesIO(made)), fallback=False).info == [{"Producer": b"bp_qual"}]
    assert bears_mark(io.BytesIO(made), ".pdf")
    assert not bears_mark(io.BytesIO(made.replace(b"bp_qual", b"another")), ".pdf")


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


@pytest.mark.slow
def test_pictures_are_saved_by_their_ending(tmp_path):
    picture = plot_change(make_change(up=(1, 4)), language="nl")
    picture.save(tmp_path / "a.png")
    picture.save(str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")
    with pytest.raises(ValueError, match=r"\.png, \.svg, \.pdf, \.html"):
        picture.save(tmp_path / "a.gif")


@pytest.mark.slow
def test_a_picture_of_nobody_and_of_no_change_still_stands():
    empty = compare_waves(make_panel(pd.DataFrame(), [{"person": "A", "wave": w, "words": 900} for w in "12"]))
    assert plot_change(empty).to_svg().startswith("<svg")
    assert plot_change(make_change(persons=1, level=(2, 2))).to_svg().startswith("<svg")


def every_picture(change, code: str):
    return [
        plot_change(change),
        plot_persons(change),
        plot_panel(change.panel),
        plot_heatmap(change),
        plot_trajectories(change),
        plot_timeline(change.panel, code),
        plot_words(change, code),
        plot_word_changes(compare_words(change.panel.source.corpus, floor=1, fewest_persons=1, fewest=1)),
    ]


@pytest.mark.slow
def test_every_picture_says_what_it_shows_in_words_and_holds_text_as_text():
    for picture in every_picture(make_study(4, label=HOSTILE), "hokjes"):
        assert picture.title
        assert len(picture.text) > 40
        assert "<script" not in picture.to_svg()
        assert HOSTILE not in picture.to_html()


@pytest.mark.slow
def test_every_picture_is_valid_by_the_schema_though_its_parts_are_not_checked_as_they_are_made():
    for picture in every_picture(make_study(4), "hokjes"):
        picture.chart.to_dict()
    with pytest.raises(ValidationError, match="wide"):
        plot_heatmap(make_change()).chart.properties(width="wide").to_dict()


def test_pictures_speak_dutch():
    study = make_study(3)
    assert plot_persons(study, language="nl").title == "Elke persoon van 2010 naar 2020"
    assert plot_panel(study.panel, language="nl").title == "Wie wanneer is geïnterviewd"
    assert plot_timeline(study.panel, "hokjes", language="nl").title == "Hokjes: waar in de interviews"


def test_a_person_who_was_not_interviewed_has_a_dash_and_not_a_zero():
    words = [{"person": "A", "wave": "1", "words": 900}, {"person": "B", "wave": "2", "words": 800}]
    picture = plot_panel(make_panel([], words, codes=["a"]))
    spec = json.dumps(picture.spec(), sort_keys=True, ensure_ascii=False)
    assert sorted(set(re.findall(r'"label": "–", "person": "(.)", "wave": "(.)"', spec))) == [("A", "2"), ("B", "1")]
    assert "A: 900 in 1; B: 800 in 2" in picture.text


def test_the_heatmap_has_the_mentions_of_who_was_compared():
    picture = plot_heatmap(make_study(3))
    assert "Hokjes, P01: 1→2; Hokjes, P02: 1→3; Hokjes, P03: 1→4" in picture.text


def test_the_flows_count_every_person_once():
    text = plot_trajectories(make_change(up=(0, 3), level=(0, 0))).text
    assert "none to much" in text
    assert "level" not in text
    assert sum(int(n) for n in re.findall(r" (\d+)[,.;]", text)) == 8


def test_the_timeline_has_a_stroke_for_every_mention():
    study = make_study(3)
    text = plot_timeline(study.panel, "hokjes").text
    assert text.count("%") == study.panel.counts["mentions"].sum()


def test_two_persons_in_one_interview_each_have_a_line():
    text = "A: hokjes\nB: hokjes"
    turns = (Turn(0, "A", "respondent", 3, 9, "A"), Turn(1, "B", "respondent", 13, 19, "B"))
    corpus = Corpus((Transcript("A+B_1", ("A", "B"), "1", text, turns),), ("A", "B"), ("1",))
    rows = [
        ("A+B_1", person, "1", turn, start, start + 6, "hokjes", "hokjes", *HOW)
        for person, turn, start in (("A", 0, 3), ("B", 1, 13))
    ]
    codings = pd.DataFrame(rows, columns=list(CODING_COLUMNS))
    panel = count_codes(codings, corpus, Codebook("b", "1", "nl", (Code("hokjes"),)))
    assert plot_timeline(panel, "hokjes").text.endswith("A 1: 16%; B 1: 68%.")


def test_the_words_are_those_of_who_was_compared():
    assert plot_words(make_study(3), "hokjes").text.endswith("hokjes: 3 → 9.")


@pytest.mark.parametrize("draw", [plot_timeline, plot_words])
def test_a_code_that_does_not_exist_is_a_wrong_call(draw):
    study = make_study(2)
    with pytest.raises(ValueError, match="there is no code 'hokje'; there is hokjes"):
        draw(study.panel if draw is plot_timeline else study, "hokje")
    with pytest.raises(ValueError, match="there is no code hokje"):
        plot_persons(study, codes=["hokje"])


def test_every_picture_of_the_gallery_is_there_and_is_only_a_picture():
    docs = Path(__file__).parents[1] / "docs"
    named = re.findall(r"\((gallery/[\w.]+)\)", (docs / "gallery.md").read_text(encoding="utf-8"))
    assert len(named) >= 7
    for name in named:
        assert (docs / name).stat().st_size < 400_000
        if name.endswith(".svg"):
            assert "<script" not in (docs / name).read_text(encoding="utf-8")


def test_three_waves_flow_on_through_the_middle_one():
    waves = ("2000", "2010", "2020")
    words = [{"person": p, "wave": w, "words": 900} for p in ("A", "B") for w in waves]
    counts = [{"person": "A", "wave": w, "code": "a", "mentions": n} for n, w in enumerate(waves)]
    picture = plot_trajectories(compare_waves(make_panel(counts, words, waves=waves), before="2000", after="2020"))
    assert "a, 2000 to 2010: none to some 1, none to none 1; a, 2010 to 2020: some to much 1" in picture.text
    assert picture.to_svg().count("2010") >= 1


def test_codes_with_the_same_name_are_told_apart():
    picture = plot_change(make_change(labels={"a": "Angst", "b": "Angst"}, a=(1, 4), b=(2, 2)))
    assert {"Angst (a)", "Angst (b)"} <= set(drawn(picture))


def test_a_picture_names_codes_in_its_own_language_where_the_codebook_does():
    panel = make_study(2).panel
    book = Codebook("b", "1", "nl", (Code("hokjes", {"nl": "Hokjes", "en": "Boxes"}),))
    change = compare_waves(count_codes(panel.source.codings, panel.source.corpus, book))
    assert "Boxes: " in plot_change(change).text
    assert "Hokjes: " in plot_change(change, language="nl").text
    assert plot_timeline(change.panel, "hokjes").title == "Boxes: where in the interviews"


INHERITED = ("constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "isPrototypeOf", "toLocaleString")
PLAIN = tuple(name[0] + name[:0:-1] for name in INHERITED)  # as long, and as wide


def talk_about(codes: tuple[str, ...], persons: tuple[str, ...], waves: tuple[str, ...]):
    """A study in which every person speaks of every code in every wave, by the name of the code."""
    transcripts, rows = [], []
    for n, person in enumerate(persons):
        for w, wave in enumerate(waves):
            words = [code for c, code in enumerate(codes) for _ in range(1 + (c + n + w) % 3)]
            text = " ".join([*words, *["Dat was alles wat ik erover te zeggen had."] * 60])
            interview = f"{person}_{wave}"
            turn = Turn(0, "R", "respondent", 0, len(text), person)
            transcripts.append(Transcript(interview, (person,), wave, text, (turn,)))
            start = 0
            for word in words:
                rows.append((interview, person, wave, 0, start, start + len(word), word, word, word, *HOW[1:]))
                start += len(word) + 1
    corpus = Corpus(tuple(transcripts), persons, waves)
    codings = pd.DataFrame(rows, columns=list(CODING_COLUMNS))
    book = Codebook("b", "1", "nl", tuple(Code(code, terms=(Term(code, "lemma"),)) for code in codes))
    return compare_waves(count_codes(codings, corpus, book), before=waves[0], after=waves[-1])


@pytest.mark.slow
def test_ids_that_every_object_of_javascript_has_are_drawn_like_any_other():
    """Fails without `picture._as_keys`: Vega stops, or draws an empty picture."""
    hostile, usual = (
        every_picture(talk_about(codes=ids[:3], persons=ids, waves=ids[3:6]), ids[0]) for ids in (INHERITED, PLAIN)
    )
    for ours, theirs in zip(hostile, usual, strict=True):
        drawn, expected = ours.to_svg(), theirs.to_svg()
        assert drawn.count("<path") == expected.count("<path"), theirs.title
        for name, other in zip(INHERITED, PLAIN, strict=True):
            assert (name in drawn) == (other in expected)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("option", ["--docx", "--html"])
def test_a_limit_on_memory_that_ends_the_drawing_is_told(tmp_path: Path, option: str) -> None:
    """The library ends the program that loads it; the page draws its own lines."""
    run = "import resource; from bp_qual.cli import main; resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30));"
    CliRunner().invoke(main, ["init", str(tmp_path / "study")])
    words = ["report", str(tmp_path / "study"), option, str(tmp_path / f"x.{option[2:]}"), "--language", "en"]
    done = subprocess.run(
        [sys.executable, "-c", f"{run} main({words!r})"], capture_output=True, text=True, check=False, timeout=300
    )
    if option == "--html":
        assert done.returncode == 0, done.stderr
        return
    assert done.returncode == 1
    assert "pictures cannot be drawn: a limit of 6,144 MB of memory is set" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.docx").exists()


def test_without_a_limit_no_other_program_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("another program was run"))
    assert load_drawing.__wrapped__().__name__ == "vl_convert"
