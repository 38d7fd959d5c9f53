"""Every public function refuses what its signature does not ask for, in one sentence about the argument."""

from __future__ import annotations

import html
import inspect
import pickle
import re
import warnings
from collections.abc import Iterator

import pandas as pd
import pytest

import bp_qual as bq
from bp_qual import calls

FUNCTIONS = {name: given for name in bq.__all__ if not inspect.isclass(given := getattr(bq, name))}


KNOWN = [type(name, (), {})() for name in (*calls.MADE_BY, "DataFrame")]  # a class is known by its name


def fitting(annotation: object) -> object:
    """Return something that passes for what a parameter asks for."""
    return next(value for value in ("", 1, 1.0, {}, *KNOWN) if calls._fits(value, calls._parsed(annotation)))


def held() -> Iterator[tuple[str, str]]:
    """Return each parameter of a public function that is held to its signature."""
    for name, function in FUNCTIONS.items():
        for parameter in inspect.signature(function).parameters.values():
            if not calls._fits(object(), calls._parsed(parameter.annotation)):
                yield name, parameter.name


HELD = list(held())


@pytest.mark.sweep(118)
@pytest.mark.parametrize(("name", "parameter"), HELD)
def test_what_is_not_asked_for_is_named(name: str, parameter: str) -> None:
    needed = {
        other.name: fitting(other.annotation)
        for other in inspect.signature(FUNCTIONS[name]).parameters.values()
        if other.default is other.empty
    }
    with pytest.raises(TypeError, match=rf"^{name}: {parameter} is .+, not an object$"):
        FUNCTIONS[name](**{**needed, parameter: object()})


def test_nearly_every_parameter_is_held() -> None:
    every = [
        (name, parameter)
        for name, function in FUNCTIONS.items()
        for parameter, asked in inspect.signature(function).parameters.items()
        if not str(asked.annotation).startswith("bool")
    ]
    assert {*every} - {*HELD} == {
        *((name, "count") for name in ("combine_coders", "combine_codings", "export_codings")),  # words, refused inside
        ("import_codings", "blanks"),
        ("import_codings", "sheets"),
        ("add_code", "code"),
        ("code_archive", "client"),  # of a library that need not be there
        ("combine_coders", "together"),
        *((name, "per") for name in ("correct_change", "describe_validation")),  # words, refused inside
        ("draw_sample", "design"),
        *((name, "encode") for name in ("group_sentences", "suggest_passages")),  # a function
        ("write_coding", "row"),
    }


def test_a_paragraph_refuses_what_no_change_is_corrected_per() -> None:
    made = {
        name: fitting(inspect.signature(bq.describe_validation).parameters[name].annotation)
        for name in ("sample", "labelled", "accuracy", "change")
    }
    with pytest.raises(ValueError, match="words, sentences or passages, not 'turns'"):
        bq.describe_validation(**made, per="turns")


def test_the_functions_that_make_a_class_are_named_rightly() -> None:
    for kind, makers in calls.MADE_BY.items():
        for maker in makers.replace("(codings, corpus, codebook)", "").split(" or "):
            assert kind in str(inspect.signature(FUNCTIONS[maker]).return_annotation), (kind, maker)


def test_a_public_function_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(bq.compare_waves)) is bq.compare_waves


def small_panel() -> bq.Panel:
    rows = [
        {"person": p, "wave": w, "code": "c", "mentions": n} for p in "ABCDEF" for n, w in enumerate(("2010", "2020"))
    ]
    return bq.make_panel(rows, [{**row, "words": 2000} for row in rows])


def test_waves_the_wrong_way_round_are_told() -> None:
    with pytest.warns(bq.BpQualWarning, match="2010 comes before 2020, so the change is shown backwards in time"):
        bq.compare_waves(small_panel(), before=2020, after=2010)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        bq.compare_waves(small_panel(), before=2010, after=2020)


def test_a_warning_points_to_the_line_that_called_however_deep_it_was_found() -> None:
    with pytest.warns(bq.BpQualWarning) as told:
        bq.compare_waves(small_panel(), before=2020, after=2010)
    assert {warning.filename for warning in told} == {__file__}


@pytest.mark.parametrize(
    ("asked", "known"), [({"code": "hokje"}, "c"), ({"person": "G"}, "A, B"), ({"wave": 2015}, "2010")]
)
def test_quotes_of_a_name_that_occurs_nowhere_are_told(asked: dict[str, object], known: str) -> None:
    rows = {"turn": 0, "start": 0, "end": 4, "code": "c", "quote": "samen"}
    held = [(p, w) for p in "AB" for w in ("2010", "2020")]
    codings = pd.DataFrame([{**rows, "interview": f"{p}_{w}", "person": p, "wave": w} for p, w in held])
    nothing = bq.find_quotes(codings, **asked)
    assert not len(nothing)
    for shown in (repr(nothing), html.unescape(nothing._repr_html_())):
        assert re.search(f"no row of these codings has '.+' in its column {next(iter(asked))}, .+ is {known}", shown)
    found = bq.find_quotes(codings, code="c", person="A", wave=2020)
    assert len(found) == 1
    assert "no row" not in repr(found) + found._repr_html_()


def test_a_dict_that_holds_something_else_is_told_with_what_it_holds() -> None:
    with pytest.raises(TypeError, match=r"persons is a dict of lists, not a dict that holds a str$"):
        bq.read_transcript("a.txt", interview="a", wave="1", persons={"P01": "R"})  # type: ignore[dict-item]


@pytest.mark.parametrize("role", ["respondents", "Respondent", "unknown", "geïnterviewde"])
def test_a_role_that_is_none_is_refused_before_any_talk_goes_to_nobody(role: str) -> None:
    with pytest.raises(ValueError, match=rf"no role '{role}'; there is respondent, interviewer, other"):
        bq.read_transcript("a.txt", interview="a", wave="1", persons={"P01": ()}, speakers={role: ["R"]})


@pytest.mark.parametrize("language", ["Dutch", "nl-NL", "NL"])
def test_a_language_that_is_no_code_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match=f"the code of one, such as nl or en, not '{language}'"):
        bq.read_transcript("a.txt", interview="a", wave="1", persons={"P01": ()}, language=language)
