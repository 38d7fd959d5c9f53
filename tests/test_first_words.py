"""Files whose lines begin with labels and no sign: what is offered reads them, and none is left in the talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_unlabelled_paragraphs import ASKED, SAID, read, said_by

PAIRS = list(zip(ASKED, SAID, strict=True)) * 2
FORMS = {
    "numbered": ("Q{n}. ", "A{n}. "),
    "numbered with a bracket": ("Q{n}) ", "A{n}) "),
    "three blanks": ("Int   ", "Res   "),
    "names": ("Eva   ", "Bert   "),
    "a time and a word": ("00:1{n} Interviewer ", "00:1{n} Respondent "),
    "a full stop": ("Int. ", "Resp. "),
}


def write(asks: str, answers: str, parting: str = "\n") -> str:
    pairs = [(asks.format(n=n) + q, answers.format(n=n) + a) for n, (q, a) in enumerate(PAIRS, start=1)]
    return parting.join(line for pair in pairs for line in pair)


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_is_offered_leaves_no_label_in_the_talk(tmp_path: Path, form: tuple[str, str], parting: str) -> None:
    text = write(*form, parting)
    first = read(tmp_path, text)
    if len(said_by(first, "respondent")) == len(SAID) * 2:  # it is read without any help
        assert said_by(first, "respondent") == [*SAID, *SAID]
        return
    offers = [note.values["labels"] for note in first.notes if note.kind == "no speaker but a form"]
    assert offers, first.notes
    assert said_by(read(tmp_path, text, labels=str(offers[0])), "respondent") == [*SAID, *SAID]


def test_turns_are_not_offered_where_a_label_would_stay_in_them(tmp_path: Path) -> None:
    asked = [f"{asked}\n\nRes  {said}" for asked, said in PAIRS]
    kinds = [note.kind for note in read(tmp_path, "\n\n".join(asked)).notes]
    assert "no speaker but turns" not in kinds


@pytest.mark.parametrize("begin", ["", "Nou, ", "Wij ", "Ja. "])
def test_turns_are_offered_where_answers_begin_as_talk_does(tmp_path: Path, begin: str) -> None:
    text = "\n".join(line for asked, said in PAIRS for line in (asked, begin + said))
    assert "no speaker but turns" in [note.kind for note in read(tmp_path, text).notes]


def test_a_stated_label_without_a_sign_ends_where_its_word_does(tmp_path: Path) -> None:
    text = write("Int   ", "Res   ") + "\nResultaat was er ook."
    assert "Resultaat was er ook." in said_by(read(tmp_path, text, labels="Int|Res"), "respondent")[-1]


@pytest.mark.parametrize("said", ["R10 uur, denk ik.", "R1 uur."])
def test_a_label_with_a_number_that_occurs_once_is_not_offered_as_one_and_told(tmp_path: Path, said: str) -> None:
    text = write("I ", "R ").replace(f"R {SAID[1]}", said, 1)
    offers = [note.values["labels"] for note in read(tmp_path, text).notes if note.kind == "no speaker but a form"]
    assert offers == ["I|R"]
    assert "label without colon" in {note.kind for note in read(tmp_path, text, labels="I|R").notes}
