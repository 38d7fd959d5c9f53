"""From one version of a codebook to the next: what changed, and where every coding goes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Codebook, codebook_text, parse_codebook, read_codebook
from bp_qual.codebook.migration import migrate_codings, refuse_mixed_versions
from bp_qual.codebook.versions import check_version, diff_codebooks, fate_of
from bp_qual.coding import apply_codebook
from bp_qual.errors import CodebookError
from bp_qual.panel import count_codes
from bp_qual.study import read_corpus

patiently = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

ROOT = Path(__file__).parents[1]


def make_codebook(codes: str, version: str = "1.0.0", more: str = "") -> Codebook:
    return parse_codebook(f"codebook: D\nversion: {version}\nlanguage: nl\n{more}\ncodes:\n{codes}")


def kinds(old: Codebook, new: Codebook) -> list[tuple[str, str]]:
    return [(change.kind, change.old or change.new[0]) for change in diff_codebooks(old, new).changes]


def make_human(*codes: str, **columns: object) -> pd.DataFrame:
    return pd.DataFrame({"code": list(codes), "coder": "ann", "status": "human", **columns})


@pytest.mark.parametrize(
    ("old", "new", "more", "expected"),
    [
        ("  - id: a", "  - id: a", "", []),
        ("  - id: a", "  - id: a\n  - id: b", "", [("added", "b")]),
        ("  - id: a\n  - id: b", "  - id: a", "", [("removed", "b")]),
        ("  - id: a", "  - id: b", "renamed: {a: b}", [("renamed", "a")]),
        ("  - id: a\n  - id: b", "  - id: b", "merged: {a: b}", [("merged", "a")]),
        ("  - id: a", "  - id: b\n  - id: c", "split: {a: [b, c]}", [("split", "a")]),
        ("  - id: a\n  - id: b", "  - {id: a, codes: [{id: b}]}", "", [("moved", "b")]),
        ("  - {id: a, definition: x}", "  - {id: a, definition: y}", "", [("redefined", "a")]),
        ("  - {id: a, terms: [x]}", "  - {id: a, terms: [x, y]}", "", [("terms", "a")]),
        ("  - {id: a, unless: [x]}", "  - {id: a}", "", [("unless", "a")]),
        ("  - {id: a, negated: drop}", "  - {id: a}", "", [("negated", "a")]),
        ("  - {id: a, examples: [x]}", "  - {id: a, examples: [y]}", "", [("examples", "a")]),
        ("  - {id: a, label: x}", "  - {id: a, label: y}", "", [("relabelled", "a")]),
        ("  - {id: a, terms: [x, y]}", "  - {id: a, terms: [y, X], colour: '#fff'}", "", []),
    ],
)
def test_every_kind_of_change_is_named(old, new, more, expected):
    assert kinds(make_codebook(old), make_codebook(new, "2.0.0", more)) == expected


def test_a_child_of_a_renamed_code_did_not_move():
    old = make_codebook("  - {id: a, codes: [{id: b}]}")
    new = make_codebook("  - {id: c, codes: [{id: b}]}", "2.0.0", "renamed: {a: c}")
    assert kinds(old, new) == [("renamed", "a")]


def test_a_code_that_looks_renamed_but_was_not_declared_is_hinted_at():
    difference = diff_codebooks(
        make_codebook("  - {id: a, terms: [x]}"), make_codebook("  - {id: b, terms: [x]}", "2.0.0")
    )
    assert tuple(map(str, difference.hints)) == ("'b' has all terms of 'a': if it was renamed, write renamed: {a: b}.",)


def test_a_version_must_go_up_when_the_meaning_changes():
    old = make_codebook("  - {id: a, terms: [x]}", "1.9.0")
    same, higher, lower = (make_codebook("  - {id: a, terms: [y]}", v) for v in ("1.9.0", "1.10.0", "1.8.0"))
    assert check_version(old, version="1.9.0", sha256=old.sha256) is None
    assert check_version(higher, version="1.9.0", sha256=old.sha256) is None
    assert "still 1.9.0" in check_version(same, version="1.9.0", sha256=old.sha256).what
    assert "was lowered to 1.8.0" in check_version(lower, version="1.9.0", sha256=old.sha256).what


def test_each_coding_is_carried_or_listed():
    old = make_codebook("  - id: same\n  - id: was\n  - id: joined\n  - id: broken\n  - id: gone")
    new = make_codebook(
        "  - id: same\n  - id: now\n  - id: one\n  - id: two",
        "2.0.0",
        "renamed: {was: now}\nmerged: {joined: same}\nsplit: {broken: [one, two]}",
    )
    done = migrate_codings(make_human("same", "was", "joined", "broken", "gone", "never"), old, new)
    assert done.carried["code"].tolist() == ["same", "now", "same"]
    assert list(done.recode[["code", "reason", "choices"]].itertuples(index=False, name=None)) == [
        ("broken", "is gesplitst", "one | two"),
        ("gone", "is weggevallen", ""),
        ("never", "is geen code van de oude versie", ""),
    ]


def test_what_was_rejected_or_only_suggested_is_carried_as_no_coding():
    old = make_codebook("  - id: a\n  - id: b")
    new = make_codebook("  - id: c\n  - id: d\n  - id: e", "2.0.0", "renamed: {a: c}\nsplit: {b: [d, e]}")
    rows = make_human("a", "a", "a", "b").assign(status=["rejected", "accepted", "suggested", "rejected"])
    done = migrate_codings(rows, old, new)
    assert done.carried[["code", "status"]].values.tolist() == [["c", "accepted"]]
    assert done.recode.empty
    assert done.rejected[["code", "status"]].values.tolist() == [
        ["c", "rejected"],
        ["c", "suggested"],
        ["b", "rejected"],
    ]
    assert done.say("en").splitlines()[:2] == [
        "1 coding carried over, 0 to be recoded by a person",
        "3 rows rejected or only suggested: no coding, and kept separately",
    ]


def test_a_recode_list_that_a_human_filled_in_is_carried():
    old = make_codebook("  - id: broken\n  - id: gone")
    new = make_codebook("  - id: broken\n  - id: two\n  - id: fresh", "2.0.0", "split: {broken: [broken, two]}")
    listed = migrate_codings(make_human("broken", "broken", "broken", "gone", "gone"), old, new).recode
    assert listed["choices"].tolist() == ["broken | two"] * 3 + ["", ""]
    filled = listed.assign(code=["broken", "two", "fresh", "fresh", "gone"])
    done = migrate_codings(filled, old, new)
    assert done.carried["code"].tolist() == ["broken", "two", "fresh", "fresh"]
    assert "choices" not in done.carried
    assert done.recode["code"].tolist() == ["gone"]


def test_two_codings_that_a_merge_makes_equal_are_counted_once_and_kept_apart():
    old, new = make_codebook("  - id: a\n  - id: b"), make_codebook("  - id: b", "2.0.0", "merged: {a: b}")
    codings = make_human("a", "b", "b", interview="I", start=[0, 0, 9], end=[5, 5, 12])
    done = migrate_codings(codings, old, new)
    assert (len(done.carried), len(done.doubles)) == (2, 1)


def test_two_equal_codings_that_no_merge_made_equal_are_left_alone():
    old, new = make_codebook("  - id: a\n  - id: b"), make_codebook("  - id: a\n  - id: b", "2.0.0")
    done = migrate_codings(make_human("a", "a", interview="I", start=0, end=5), old, new)
    assert (len(done.carried), len(done.doubles)) == (2, 0)


MOVED_OUT = (
    make_codebook("  - id: with\n    terms: [samen]\n    codes: [{id: against, terms: [tegen]}, {id: ally}]"),
    make_codebook("  - id: with\n    terms: [samen]\n    codes: [{id: ally}]\n  - id: against", "2.0.0"),
)


def test_a_row_that_came_with_a_code_which_moved_away_is_not_carried_unseen():
    """A table of codings has a row of `with` wherever `against` stood: it no longer does."""
    here = {"interview": "I", "person": "P1", "turn": 1}
    codings = make_human(
        "against", "with", "ally", "with", "with", **here, start=[0, 0, 9, 9, 20], end=[5, 5, 12, 12, 25]
    )
    done = migrate_codings(codings, *MOVED_OUT)
    assert done.carried[["code", "start"]].to_numpy().tolist() == [
        ["against", 0],
        ["ally", 9],
        ["with", 9],
        ["with", 20],
    ]
    assert done.recode[["code", "start", "choices"]].to_numpy().tolist() == [["with", 0, "with"]]
    assert done.recode["reason"].tolist() == [
        "kwam mee met against, die er niet meer onder valt: houd de rij alleen als ze op zichzelf klopt"
    ]
    again = migrate_codings(done.recode, *MOVED_OUT)  # somebody left it in the list
    assert again.carried["code"].tolist() == ["with"]
    both = pd.concat([codings.head(1), done.recode.fillna("")]).fillna("")
    assert migrate_codings(both, *MOVED_OUT).carried["code"].tolist() == ["against", "with"]


def test_another_coder_who_meant_the_wider_code_keeps_it():
    codings = make_human("against", "with", interview="I", start=0, end=5).assign(coder=["ann", "bob"])
    assert migrate_codings(codings, *MOVED_OUT).carried["code"].tolist() == ["against", "with"]


def test_a_hit_that_counted_for_the_code_above_is_made_again_and_not_asked_about():
    codings = make_human("against", "with", interview="I", start=0, end=5, term="tegen").assign(status="accepted")
    done = migrate_codings(codings, *MOVED_OUT)
    assert (done.carried["code"].tolist(), done.automatic["code"].tolist()) == (["against"], ["with"])
    assert not len(done.recode)


def test_a_code_that_was_renamed_with_what_is_below_it_keeps_its_rows():
    old = make_codebook("  - id: with\n    codes: [{id: ally}]")
    new = make_codebook("  - id: jointly\n    codes: [{id: friend}]", "2.0.0", "renamed: {with: jointly, ally: friend}")
    done = migrate_codings(make_human("ally", "with", interview="I", start=0, end=5), old, new)
    assert done.carried["code"].tolist() == ["friend", "jointly"]


def test_automatic_codings_are_not_carried_but_made_again():
    old, new = make_codebook("  - id: a"), make_codebook("  - id: b", "2.0.0", "renamed: {a: b}")
    codings = pd.DataFrame({"code": ["a", "a"], "coder": ["D@1.0.0", "ann"], "status": ["auto", "human"]})
    done = migrate_codings(codings, old, new)
    assert (done.carried["coder"].tolist(), done.automatic["coder"].tolist()) == (["ann"], ["D@1.0.0"])


def test_a_difference_and_a_migration_show_themselves():
    old, new = make_codebook("  - id: a\n  - id: b"), make_codebook("  - id: b", "2.0.0", "merged: {a: b}")
    difference = diff_codebooks(old, new)
    assert repr(difference).splitlines() == ["D 1.0.0 -> D 2.0.0: 1 verschil", "  samengevoegd  a -> b"]
    assert difference._repr_html_() == f"<pre>{repr(difference).replace('>', '&gt;')}</pre>"
    codings = make_human("a", "b", "b", interview="I", start=0, end=[5, 5, 9]).assign(status=["human", "human", "auto"])
    done = migrate_codings(codings, old, new)
    assert repr(done).splitlines() == [
        "1 codering overgenomen, 0 opnieuw te coderen door een mens",
        "1 dubbel geworden door een samenvoeging en apart bewaard",
        "1 automatische codering: opnieuw te maken met het nieuwe codeboek",
    ]
    assert done._repr_html_() == f"<pre>{done!r}</pre>"
    assert "1.0.0: de betekenis is dezelfde" in repr(diff_codebooks(old, old))
    raised = diff_codebooks(old, replace(old, version="1.1.0"))
    assert "1.1.0: een andere naam of versie, dezelfde betekenis" in repr(raised)


def test_a_table_without_codes_cannot_be_migrated():
    with pytest.raises(ValueError, match="no column 'code'"):
        migrate_codings(pd.DataFrame({"coder": ["ann"]}), make_codebook("  - id: a"), make_codebook("  - id: a"))


def test_a_code_with_a_new_definition_asks_for_a_second_look():
    old = make_codebook("  - {id: a, definition: x}")
    new = make_codebook("  - {id: a, definition: y}", "2.0.0")
    assert tuple(map(str, migrate_codings(make_human("a", "a"), old, new).notes)) == (
        "the definition of 'a' changed: review its 2 codings.",
    )


def test_mixed_versions_are_refused_with_the_way_out():
    codings = pd.DataFrame({"coder": ["D@1.0.0", "D@2.0.0", "ann"], "status": ["auto", "auto", "human"]})
    with pytest.raises(CodebookError, match=r"D@1\.0\.0 and D@2\.0\.0.*codebook migrate"):
        refuse_mixed_versions(codings)
    refuse_mixed_versions(codings[1:])


def test_a_panel_of_two_versions_is_refused():
    corpus = read_corpus(ROOT / "transcripts_sample")
    old = make_codebook("  - {id: a, terms: [gemeente]}")
    both = [apply_codebook(replace(old, version=version), corpus) for version in ("1.0.0", "1.1.0")]
    with pytest.raises(CodebookError, match=r"Code all interviews again with one version"):
        count_codes(pd.concat(both), corpus, old)


IDS = ("a", "b", "c", "d")


@st.composite
def two_versions(draw):
    old = make_codebook("\n".join(f"  - id: {name}" for name in IDS))
    fates = {name: draw(st.sampled_from(["keep", "rename", "merge", "split", "remove"])) for name in IDS}
    kept = [name for name, fate in fates.items() if fate == "keep"] + ["z"]
    kept += [f"{name}{end}" for name, fate in fates.items() for end in {"rename": "1", "split": "12"}.get(fate, "")]
    new = replace(
        make_codebook("\n".join(f"  - id: {name}" for name in kept), "2.0.0"),
        renamed={name: f"{name}1" for name, fate in fates.items() if fate == "rename"},
        merged={name: "z" for name, fate in fates.items() if fate == "merge"},
        split={name: (f"{name}1", f"{name}2") for name, fate in fates.items() if fate == "split"},
    )
    return old, new


@pytest.mark.slow
@patiently
@given(two_versions(), st.lists(st.tuples(st.sampled_from([*IDS, "q"]), st.integers(0, 2)), max_size=12))
def test_counts_add_up_to_the_last_coding_whatever_changed(versions, rows):
    codings = make_human(*(code for code, _ in rows), interview="I", start=[at for _, at in rows], end=9)
    done = migrate_codings(codings, *versions)
    tables = (done.carried, done.recode, done.doubles, done.automatic)
    assert sorted(index for table in tables for index in table.index) == list(range(len(rows)))
    assert set(done.carried["code"]) <= {code.id for code in versions[1].codes}


# --- a real step: version 2 of the project's own codebook, on the sample study ---------------------------------------


@cache
def best_persons() -> tuple[Codebook, Codebook]:
    old = read_codebook(ROOT / "codebooks" / "best_persons.yaml")
    text = codebook_text(old).replace("version: 1.0.0", "version: 2.0.0")
    text = text.replace("- id: hokjes", "- id: kaders")
    text = text.replace("- id: bondgenoten\n", "- id: overbodig\n", 1)
    new = parse_codebook(text, "best_persons_2.yaml")
    codes = [code for code in new.codes if code.id != "overbodig"]
    place = next(i for i, code in enumerate(codes) if code.id == "financiering")
    money = codes[place]
    codes[place : place + 1] = [
        replace(money, id="subsidie", terms=money.terms[:6]),
        replace(money, id="geld", terms=money.terms[6:]),
    ]
    codes = [replace(code, parent="instanties") if code.id == "stabiliteit" else code for code in codes]
    order = [code for code in codes if code.id != "stabiliteit"]
    order.append(next(code for code in codes if code.id == "stabiliteit"))
    changes = {
        "renamed": {"hokjes": "kaders"},
        "merged": {"bondgenoten": "samenwerking"},
        "split": {"financiering": ("subsidie", "geld")},
    }
    made = replace(new, codes=tuple(order), **changes)
    return old, parse_codebook(codebook_text(made), "best_persons_2.yaml")


def test_a_rename_a_move_a_split_and_a_merge_of_the_real_codebook_are_named():
    assert kinds(*best_persons()) == [
        ("renamed", "hokjes"),
        ("merged", "bondgenoten"),
        ("split", "financiering"),
        ("moved", "stabiliteit"),
    ]


@pytest.mark.slow
def test_all_codings_of_the_sample_study_are_carried_or_listed():
    old, new = best_persons()
    found = apply_codebook(old, read_corpus(ROOT / "transcripts_sample"))
    codings = found.assign(coder="ann", status="human")
    done = migrate_codings(codings, old, new)
    tables = (done.carried, done.recode, done.doubles, done.automatic)
    assert sum(map(len, tables)) == len(codings) > 100
    before = codings.groupby(["code", "wave"]).size()
    after = pd.concat(tables[:3]).groupby(["code", "wave"]).size()
    for (code, wave), count in before.items():
        fate = fate_of(old, new)[code]
        if code in ("samenwerking", "bondgenoten"):
            continue
        assert count == (after[code, wave] if len(fate) > 1 else after[fate[0], wave])
    joined = before["samenwerking"].add(before.get("bondgenoten", 0), fill_value=0)
    assert after["samenwerking"].to_dict() == joined.to_dict()
    listed = done.recode.groupby("code")["choices"].unique().map(list).to_dict()
    moved = {"duurzaamheid": ["duurzaamheid"]}  # where it stood because of stabiliteit, which is below instanties now
    assert listed == {"financiering": ["subsidie | geld"], **moved}


def test_a_code_that_is_an_earlier_one_but_for_capitals_is_told():
    old, new = (
        parse_codebook(f"{{codebook: D, version: {version}, language: en, codes: [{{id: {code}, terms: [{term}]}}]}}")
        for version, code, term in ((1, "samen", "help"), (2, "Samen", "neighbour"))
    )
    assert "'Samen' and the earlier 'samen' differ by capitals only" in str(diff_codebooks(old, new))
    assert "capitals" not in str(diff_codebooks(old, old))
