"""Codes of one name are told apart in a REFI-QDA project, and have their own names again when it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from bp_qual import export_codings, import_codings, read_codebook
from bp_qual.codebook import Code, Codebook, codebook_text
from bp_qual.exchange.drafts import Draft
from bp_qual.exchange.refi_codebook import NAMESPACE, add_codes, collect_codes, restore_names

CASES = {
    "three at one depth": ("a", "a > k", "a > k > goed", "b", "b > k", "b > k > goed", "c", "c > k", "c > k > goed"),
    "named as we would name it": ("life", "life > stress", "home", "home > stress", "home > stress (home)"),
    "with the code above in its name": ("life", "life > joy (life)"),
    "beside one without": ("joy", "life", "life > joy (life)", "life > joy"),
    "named with an id": ("a", "b", "b > a", "b > a (b)", "b > a (b) [c4]", "a (b)"),
    "at the top": ("x", "y", "y > x", "x (y)"),
}
NAMES = ("k", "goed", "k (a)", "goed (k)", "goed (k) [c3]", "a", "a (a)")


def make_book(paths: Sequence[str]) -> Codebook:
    numbers = {path: number for number, path in enumerate(paths)}
    return Codebook(
        "D", "1.0.0", "en",
        tuple(
            Code(
                f"c{number}",
                label={"en": path.rpartition(" > ")[2]},
                parent=f"c{numbers[above]}" if (above := path.rpartition(" > ")[0]) else "",
            )
            for path, number in numbers.items()
        ),
    )  # fmt: skip


def labels(book: Codebook) -> list[list[str]]:
    return [[book.label(above) for above in (code.id, *book.ancestors(code.id))] for code in book.codes]


def there_and_back(book: Codebook) -> tuple[list[str], list[str]]:
    """Return the names in the file, and those that come back."""
    root, drafts = etree.Element("CodeBook"), list[Draft]()
    add_codes(root, book, "en", NAMESPACE, distinct=True)
    collect_codes(root[0], drafts, [])
    written = [draft.name for draft in drafts]
    restore_names(drafts)
    return written, [draft.name for draft in drafts]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("case", [*CASES])
def test_codes_come_back_with_their_own_names(case: str, tmp_path: Path) -> None:
    book, talk = make_book(CASES[case]), "I: How?\nR: We did it all together.\n"
    for name in ("study", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "P01_2010.txt").write_text(talk, encoding="utf-8")
    study = tmp_path / "study"
    (study / "codebook.yaml").write_text(codebook_text(book), encoding="utf-8")
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\ncount: human\n", encoding="utf-8")
    rows = [f"P01,2010,{path},all together" for path in CASES[case]]
    (path := tmp_path / "list.csv").write_text("\n".join(["person,wave,code,quote", *rows]), encoding="utf-8")
    import_codings(path, study, coder="anna", as_spelled=True)
    export_codings(study, tmp_path / "out.qdpx")
    import_codings(tmp_path / "out.qdpx", tmp_path / "other")
    assert labels(read_codebook(tmp_path / "other" / "codebook.yaml")) == labels(book)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=300, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_whatever_codes_are_called_the_names_in_the_file_differ_and_come_back(data: st.DataObject) -> None:
    paths = list[str]()
    for _ in range(data.draw(st.integers(1, 8))):
        above = data.draw(st.sampled_from(["", *paths]))
        path = " > ".join(filter(None, (above, data.draw(st.sampled_from(NAMES)))))
        paths += [path] * (path not in paths)
    book = make_book(paths)
    order = {code.id: number for number, code in enumerate(book.codes)}
    written, back = there_and_back(book)
    assert len({name.casefold() for name in written}) == len(order)
    assert sorted(back) == sorted(book.label(code.id) for code in book.codes)


def test_a_code_that_was_renamed_elsewhere_keeps_its_new_name() -> None:
    root, drafts = etree.Element("CodeBook"), list[Draft]()
    add_codes(root, make_book(("a", "a > k", "b", "b > k")), "en", NAMESPACE, distinct=True)
    for element in root.iter(f"{{{NAMESPACE}}}Code"):
        element.set("name", str(element.get("name")).replace("k (b)", "strain"))
    collect_codes(root[0], drafts, [])
    restore_names(drafts)
    assert [draft.name for draft in drafts] == ["a", "k", "b", "strain"]


def test_words_of_a_definition_that_look_like_a_name_are_words_of_it() -> None:
    root, drafts = etree.Element("CodeBook"), list[Draft]()
    book = Codebook("D", "1.0.0", "en", (Code("a", definition="As Bert has it.\nCode name: stress"),))
    add_codes(root, book, "en", NAMESPACE, distinct=True)
    collect_codes(root[0], drafts, [])
    assert drafts[0].definition == "As Bert has it.\nCode name: stress"
