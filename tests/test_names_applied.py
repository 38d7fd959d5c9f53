"""Names are replaced everywhere in a new study, codings stay at their words, the key lies apart; all invented."""

from __future__ import annotations

import io
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import (
    StoreError,
    StudyError,
    apply_codebook,
    apply_pseudonyms,
    count_codes,
    read_codebook,
    read_codings,
    read_corpus,
    read_framework,
    write_coding,
)  # fmt: skip
from bp_qual.cli import main
from bp_qual.coding.by_hand import CoderLog, read_history
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.making import mark_passage
from bp_qual.coding.by_hand.sketches import sketch_talk
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.file_texts import change_file
from bp_qual.pseudonyms.key_file import NameKey, read_key, write_key
from bp_qual.pseudonyms.name_rows import NameRow
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.revealing import reveal_names
from bp_qual.pseudonyms.searching_names import find_leftover_names

CODEBOOK = """codebook: Themes
version: 1.0.0
language: nl
codes:
  - id: hulp
    label: Hulp
    terms: [helpen, hulp]
    examples:
      - Jan van den Berg hielp ons.
"""
TALKS = {
    "Annie_2010.txt": "I: Wie hielp u?\r\nAnnie: Jan van den Berg hielp mij, en Jans broer. Jansen niet.\r\n"
    "I: En Roos?\r\nAnnie: Roos gaf een roos. De hulp van Van den Berg in Zwolle.\r\n",
    "Annie_2020.txt": "I: En nu?\r\nAnnie: Meneer Van den Berg helpt niet meer, Jan\r\n is dood.\r\n",
}
SAID_IN_DUTCH = (
    "Deze houden hun pseudoniemen, en de plaatsen van hun passages in de teksten met pseudoniemen: codings/anna.jsonl.",
    "Niet in de nieuwe map, want de sleutel kent ze niet (sindsdien gemaakt of anders genoemd): P05_2021.txt,"
    " P06_2020.txt, samples/later.csv.",
    "Wel in de sleutel, maar niet meer in de studie: P05_2020.txt.",
)
SAID_IN_ENGLISH = (
    "These keep their pseudonyms, and the places of their passages in the texts with pseudonyms: codings/anna.jsonl.",
    "Not in the new folder, as the key does not know them (made or renamed since): P05_2021.txt, P06_2020.txt,"
    " samples/later.csv.",
    "In the key, but no longer in the study: P05_2020.txt.",
)
NAMES = [
    NameRow("Jan van den Berg", "[naam 1]", True),
    NameRow("Van den Berg", "[naam 1]", True),
    NameRow("Jan", "[naam 1]", True),
    NameRow("Annie", "P05", True),
    NameRow("Roos", "[naam 2]", True),
    NameRow("Zwolle", "[plaats 1]", True, "place"),
]


def write_study(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name, text in TALKS.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "study.yaml").write_text(
        "study: Buurt\nlanguage: nl\ncodebook: codebook.yaml\nwaves: ['2010', '2020']\n", encoding="utf-8"
    )
    rows = "file,person,wave,speaker\nAnnie_2010.txt,P05,2010,Annie\nAnnie_2020.txt,P05,2020,Annie\n"
    (folder / "interviews.csv").write_text(rows, encoding="utf-8")
    (folder / "persons.csv").write_text("person,city,name\nP05,Zwolle,Annie\n", encoding="utf-8")
    return folder


def write_sheet(path: Path, rows: list[NameRow] = NAMES) -> Path:
    path.write_bytes(name_sheet_bytes(rows, [], language="nl"))
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_study(tmp_path / "study")
    write_sheet(tmp_path / "names.xlsx")
    return tmp_path


def apply(place: Path, output: str = "new"):
    return apply_pseudonyms(place / "study", place / "names.xlsx", place / output, key=place / "key.csv")


@pytest.mark.sweep(12)
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jans boek", "P01's boek"),
        ("Jan's boek", "P01's boek"),
        ("JAN kwam", "P01 kwam"),
        ("Jan van den Berg en Van den Berg", "P02 en P02"),
        ("jan kwam", "jan kwam"),
        ("Janneke kwam", "Janneke kwam"),
        ("Jan2010 en 20101203Jan", "P01_2010 en 20101203P01"),
        ("#JanVanDenBerg, #JanvandenBerg", "#P02, #P02"),
        ("@janvandenberg, vandenberg@post.nl", "@P02, P02@post.nl"),
        ("De willpower van Will Power", "De willpower van P11"),
        ("#willpower, willpower@post.nl, WillPower", "#P11, P11@post.nl, P11"),
        ("jan@zwolle.nl, jan.van.den.berg@post.nl", "P01@[plaats].nl, P02@post.nl"),
        ("@jan2010 op www.zwolle.nl/zoe. En zoe?", "@P01_2010 op www.[plaats].nl/P03. En zoe?"),
        ("JanZwolle, JanErik, VanDenBergJan, JanFiets", "P01_[plaats], P01_P06, P02_P01, JanFiets"),
        ("#BedanktJan, #JansFiets", "#BedanktP01, #JansFiets"),
        ("JanX2 en XJan", "JanX2 en XJan"),
        ("Jan-Willem", "P01-Willem"),
        ("Jan_2010", "P01_2010"),
        ("van\nden Berg", "P02"),
        ("Zwolle's markt, Zwolles", "[plaats]'s markt, Zwolles"),
        ("Kees' fiets", "Sams fiets"),
        ("Zwol\u00adle, J\u200ban", "[plaats], P01"),
        ("Zwol-\nle, Zwol\u00ad\r\n le", "[plaats], [plaats]"),
        ("Jan-\nhij kwam, Jan\u200bhij", "P01-\nhij kwam, P01\u200bhij"),
        ("Zoe\u0308s boek, Zoë", "P03's boek, P03"),
        ("Jan\u00adsen, Mar\u00adJan, Jane\u0301, Jan\u0301", "Jan\u00adsen, Mar\u00adJan, Jane\u0301, Jan\u0301"),
        ("Jan_van_den_Berg_2010", "P02_2010"),
        ("Anne\u2011Fleur, Anne-\nFleur", "P04, P04"),
        ("Hij zei 'Jan', ‘Kees’ en 'met Jan'.", "Hij zei 'P01', ‘Sam’ en 'met P01'."),
        ("Eriks plan, Max' tuin, Grace O'Connor’s zus", "P06's plan, P07's tuin, P08's zus"),
        ("Roos Vermeers huis; Wims; bij McBurger's", "P09's huis; P10; bij [zaak]"),
    ],
)
def test_the_longest_name_is_replaced_with_its_possessive(text: str, wanted: str) -> None:
    names = [
        DecidedName("Jan", "P01"),
        DecidedName("Jan van den Berg", "P02"),
        DecidedName("van den Berg", "P02"),
        DecidedName("Zwolle", "[plaats]", "place"),
        DecidedName("Kees", "Sam"),
        DecidedName("Zoë", "P03"),
        DecidedName("Anne-Fleur", "P04"),
        DecidedName("Erik", "P06"),
        DecidedName("Eriks", "P06"),
        DecidedName("Max'", "P07"),
        DecidedName("Grace O'Connor’s", "P08"),
        DecidedName("Vermeer", "P09"),
        DecidedName("Roos Vermeers", "P09"),
        DecidedName("Wims", "P10"),
        DecidedName("McBurger's", "[zaak]", "organisation"),
        DecidedName("Will Power", "P11"),
    ]
    done = Replacer(names).replace(text)
    assert done.text == wanted.replace("Sams", "Sam's")
    for kept in done.places:
        assert done.text[kept.start : kept.end] == kept.written
        assert text[kept.old_start : kept.old_end] == kept.original


def test_a_name_that_touches_a_note_or_a_comment_in_a_document_is_replaced() -> None:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = (
        f'<t:body xmlns:t="{text}" xmlns:o="o" xmlns:d="d"><t:p>Jan<t:note><t:note-citation>1</t:note-citation>'
        "<t:note-body><t:p>Jan belde.</t:p></t:note-body></t:note>zei dat<o:annotation><d:creator>Jan</d:creator>"
        "<d:date>2020-01-01</d:date><t:p>Jan</t:p></o:annotation>Zwolle.</t:p></t:body>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
    replacer = Replacer([DecidedName("Jan", "P01"), DecidedName("Zwolle", "[plaats]", "place")])
    changed = change_file(buffer.getvalue(), "a.odt", lambda part: replacer.replace(part).text)
    with zipfile.ZipFile(io.BytesIO(changed)) as package:
        left = package.read("content.xml").decode("utf-8")
    assert left.count("P01") == 4
    assert "Jan" not in left
    assert "Zwolle" not in left


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--by-change"]])
def test_what_people_wrote_in_a_matrix_goes_along_whatever_the_file_is_called(options: list[str], place: Path) -> None:
    path = place / "study" / "verandering.xlsx"
    assert CliRunner().invoke(main, ["framework", str(place / "study"), "-o", str(path), *options]).exit_code == 0
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"] = "Sinds Jan van den Berg er niet meer is."
    book.save(path)
    apply(place)
    kept = read_framework(place / "new" / "verandering.xlsx")
    assert kept.loc[kept["code"] != "", "summary"].tolist() == ["Sinds [naam 1] er niet meer is."]


def test_names_are_replaced_in_every_file_and_the_old_study_stays(place: Path) -> None:
    before = {path: path.read_bytes() for path in (place / "study").iterdir()}
    apply(place)
    assert {path: path.read_bytes() for path in (place / "study").iterdir()} == before
    text = (place / "new" / "P05_2010.txt").read_bytes().decode("utf-8")
    assert text.startswith("I: Wie hielp u?\r\nP05: [naam 1] hielp mij, en [naam 1]'s broer. Jansen niet.\r\n")
    assert "[naam 2] gaf een roos" in text
    assert "P05_2010.txt,P05,2010,P05" in (place / "new" / "interviews.csv").read_text("utf-8")
    assert "P05,[plaats 1],P05" in (place / "new" / "persons.csv").read_text("utf-8")
    assert "- (naam 1) hielp ons" in (place / "new" / "codebook.yaml").read_text("utf-8")
    assert find_leftover_names(place / "new", key=place / "key.csv").found == ()
    assert find_leftover_names(place / "study", key=place / "key.csv").found != ()


def test_a_word_within_one_letter_of_a_name_is_told(place: Path) -> None:
    near = {kept.word for kept in apply(place).near}
    assert "roos" in near
    write_sheet(place / "names.xlsx", [*NAMES, NameRow("Janssen", "[naam 9]", True)])
    assert "Jansen" in {kept.word for kept in apply(place, "again").near}


def test_a_row_that_replaces_nothing_is_told(place: Path) -> None:
    rows = [
        *NAMES,
        NameRow("612345678", "[telefoon 1]", True, "phone"),
        NameRow("Zwolle", "[plaats 1]", True, "place", only_in=("2010, 2020",)),
        NameRow("Kees", "P07", False),
    ]
    write_sheet(place / "names.xlsx", rows)
    said = apply(place).say("en").splitlines()
    assert [line for line in said if line.startswith("Replaced nothing")] == [
        "Replaced nothing: '612345678' stands nowhere by itself.",
        "Replaced nothing: 'Zwolle' stands in no interview, person or wave of its 'only in' (2010, 2020); several are"
        " written with ; between them.",
    ]
    assert any(line.startswith("Niets vervangen: '612345678'") for line in apply(place, "again").say("nl").splitlines())


def test_terms_that_are_names_and_results_that_stay_behind_are_told(place: Path) -> None:
    study = place / "study"
    (study / "codebook.yaml").write_text(CODEBOOK.replace("[helpen, hulp]", "[hulp, Van den Berg]"), encoding="utf-8")
    codings = apply_codebook(read_codebook(study / "codebook.yaml"), read_corpus(study))
    CliRunner().invoke(main, ["code", str(study), "-o", str(study / "lijst.csv")])
    assert len(codings)
    done = apply(place)
    assert done.left_out == ("lijst.csv",)
    assert (
        "Termen van de code hulp zijn namen, en vinden in de nieuwe studie minder, of niets: Van den Berg. Vergelijk"
        " deze code in de oude studie." in done.say("nl").splitlines()
    )


def test_codings_by_hand_stay_at_their_words(place: Path) -> None:
    study = place / "study"
    talk = read_corpus(study).transcripts[0]
    book = read_codebook(study / "codebook.yaml")
    quotes = ["hielp mij", "Jan van den Berg hielp", "Jans", "De hulp van Van den Berg in Zwolle"]
    log = CoderLog(study, "anna")
    for quote in quotes:
        start = talk.text.index(quote)
        log.append([mark_passage("add", talk, start, start + len(quote), "hulp", book, note="zegt Annie")])
    apply(place)
    text = read_corpus(place / "new").transcripts[0].text
    events = read_history(place / "new", "anna").events
    assert [event.quote for event in events] == [
        "hielp mij",
        "[naam 1] hielp",
        "[naam 1]'s",
        "De hulp van [naam 1] in [plaats 1]",
    ]
    for event in events:
        assert text[event.start : event.end] == event.quote
        assert event.note == "zegt P05"
        assert event.interview == "P05_2010"


def test_what_is_finished_stays_so_and_no_sketch_of_the_talk_before_is_kept(place: Path) -> None:
    old = {talk.interview: talk for talk in read_corpus(place / "study").transcripts}
    for interview in old:
        write_coding(place / "study", {"interview": interview}, coder="anna", do="done")
    of_other_texts = [replace(e, text=f"0{e.text[1:]}") for e in read_history(place / "study", "anna").events]
    CoderLog(place / "study", "bert").append(of_other_texts)
    apply(place)
    new = {hash_text(talk.text): talk for talk in read_corpus(place / "new").transcripts}
    done = [event for event in read_history(place / "new", "anna").events if event.do == "done"]
    assert len(done) == len(old)
    assert all(event.sketch == sketch_talk(new[event.text]) for event in done)
    bert = read_history(place / "new", "bert").events
    assert [event.text[:1] for event in bert] == ["0"] * len(old)
    assert not any(event.sketch for event in bert)
    before = {event.sketch for event in read_history(place / "study", "anna").events}
    assert {event.sketch for event in done} != before
    assert not read_codings(place / "new", coder="anna").edited


def test_what_was_done_in_an_interview_that_is_called_otherwise_now_moves_with_its_text(place: Path) -> None:
    talk = next(t for t in read_corpus(place / "study").transcripts if "hielp mij" in t.text)
    book = read_codebook(place / "study" / "codebook.yaml")
    start = talk.text.index("hielp mij")
    event = mark_passage("add", talk, start, start + 9, "hulp", book)
    CoderLog(place / "study", "anna").append([replace(event, interview="Zoë_2010")])
    apply(place)
    (row,) = read_codings(place / "new", coder="anna").codings.to_dict("records")
    assert row["quote"] == "hielp mij"
    assert row["interview"] != "Zoë_2010"


def test_what_the_codebook_finds_is_the_same_before_and_after(place: Path) -> None:
    apply(place)
    counts = []
    for folder in ("study", "new"):
        corpus = read_corpus(place / folder)
        book = read_codebook(place / folder / "codebook.yaml")
        panel = count_codes(apply_codebook(book, corpus), corpus, book)
        counts.append(panel.counts[["person", "wave", "code", "mentions"]].to_dict("records"))
    assert counts[0] == counts[1]


def test_the_key_is_for_its_owner_alone_and_lies_in_no_study_and_no_work_tree(place: Path) -> None:
    apply(place)
    assert stat.S_IMODE((place / "key.csv").stat().st_mode) == 0o600
    for refused in (place / "study" / "key.csv", place / "other" / "key.csv"):
        with pytest.raises(StoreError, match="cannot be the key"):
            apply_pseudonyms(place / "study", place / "names.xlsx", place / "other", key=refused)
    (place / "tree" / ".git").mkdir(parents=True)
    (place / "tree" / "inner").mkdir()
    with pytest.raises(StoreError, match="that git keeps"):
        apply_pseudonyms(place / "study", place / "names.xlsx", place / "other", key=place / "tree" / "inner" / "k.csv")
    assert not (place / "other").exists()


def test_a_folder_of_interviews_alone_is_no_place_for_a_key(place: Path) -> None:
    """A sheet of names or another key beside it is no interview, whatever wave it is called after."""
    other = place / "other"
    other.mkdir()
    for name in ("names_2010.xlsx", "names_2020.xlsx", "key_2010.csv", "key_2020.csv", "P01_2010.txt"):
        (other / name).write_text("I: Ja?", encoding="utf-8")
    apply_pseudonyms(place / "study", place / "names.xlsx", place / "new", key=other / "key.csv")
    (other / "P01_2020.txt").write_text("I: Nee?", encoding="utf-8")
    with pytest.raises(StoreError, match="lies in a study"):
        apply_pseudonyms(place / "study", place / "names.xlsx", place / "again", key=other / "key.csv")
    with pytest.raises(StoreError, match=r"lies in a study \(.*other\)"):
        apply_pseudonyms(place / "study", place / "names.xlsx", place / "again", key=other / "my" / "keys" / "key.csv")


@pytest.mark.parametrize("target", ["elsewhere.csv", "key.csv"])
def test_a_link_is_no_place_for_a_key(place: Path, target: str) -> None:
    """The place that it leads to would be looked at, and the key be written where it lies itself: in a study."""
    apply(place)
    link = place / "study" / "k.csv"
    link.symlink_to(place / target)
    with pytest.raises(StoreError, match="is a link"):
        apply_pseudonyms(place / "study", place / "names.xlsx", place / "other", key=link)
    assert link.is_symlink()
    assert not (place / "other").exists()


def test_a_key_to_which_somebody_added_half_a_row_is_refused(place: Path) -> None:
    apply(place)
    with (place / "key.csv").open("a", encoding="utf-8") as file:
        file.write("mine,row\n")
    with pytest.raises(StudyError, match="is no key"):
        apply(place, "other")


@pytest.mark.slow
@pytest.mark.parametrize("where", ["study", "new"])
def test_results_that_lie_in_the_study_are_told_by_the_name_of_their_folder(where: str, place: Path) -> None:
    """They name persons and quotes, and are left out; so are those of the new study when the names are given back."""
    if where == "new":
        apply(place)
    run = CliRunner().invoke(main, ["compare", str(place / where), "-o", str(place / where / "out"), "--floor", "1"])
    assert run.exit_code == 0, run.output
    if where == "new":
        assert reveal_names(place / "new", place / "old", key=place / "key.csv").unknown == ("out/",)
        return
    done = apply(place)
    assert done.left_out == ("out/",)
    assert (
        "Niet in de nieuwe studie (opnamen, afbeeldingen, resultaten, wat niet doorzocht kan worden): out/."
        in done.say("nl")
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (NameRow("Annie", "P09", True), "'Annie' is in interviews.csv het label van P05, en wordt P09"),
        (NameRow("Annie", "P05", True), ""),
        (NameRow("Annie", "[naam 9]", True), ""),
    ],
)
def test_a_label_that_becomes_the_id_of_nobody_or_of_somebody_else_is_told(
    row: NameRow, told: str, place: Path
) -> None:
    write_sheet(place / "names.xlsx", [row])
    said = apply(place).say("nl")
    assert told in said
    assert bool(told) == ("het label van" in said)


def test_a_label_of_two_persons_that_becomes_the_id_of_one_is_told(place: Path) -> None:
    (place / "study" / "interviews.csv").write_text(
        "file,person,wave,speaker\nAnnie_2010.txt,P05,2010,Annie\nAnnie_2020.txt,P06,2020,Annie\n", encoding="utf-8"
    )
    assert "'Annie' is in interviews.csv het label van P05, P06, en wordt P05" in apply(place).say("nl")


def test_a_row_with_another_apostrophe_is_not_idle_where_its_name_was_replaced(place: Path) -> None:
    """Both are one spelling, of which one row is used."""
    talk = place / "study" / "Annie_2020.txt"
    talk.write_text(talk.read_text("utf-8") + "I: En?\nAnnie: D'Arcy kwam.\n", encoding="utf-8")
    rows = [*NAMES, NameRow("D'Arcy", "[naam 8]", True), NameRow("D’Arcy", "[naam 8]", True)]
    write_sheet(place / "names.xlsx", rows)
    assert "Niets vervangen" not in apply(place).say("nl")


def test_what_a_killed_run_left_of_a_key_is_removed_by_the_next(place: Path) -> None:
    apply(place)
    left = place / ".key.csv.bp_qual-999999999"
    left.write_bytes(b"names")
    apply(place, "other")
    assert not left.exists()


def test_the_new_study_is_never_there_before_its_key(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`test_kill_writers` kills the command before each step; this looks at the order only."""
    seen = []

    def look(path: Path, key: NameKey) -> None:
        seen.append((place / "new").exists())
        write_key(path, key)

    monkeypatch.setattr("bp_qual.pseudonyms.new_study.write_key", look)
    apply(place)
    assert seen == [False]


def test_a_folder_that_is_there_is_not_written_over(place: Path) -> None:
    """And no key is written for it."""
    apply(place)
    (place / "key.csv").unlink()
    with pytest.raises(StoreError, match="not empty"):
        apply(place)
    assert not (place / "key.csv").exists()


def test_the_same_key_gives_the_same_pseudonyms_to_a_new_wave(place: Path) -> None:
    apply(place)
    study = place / "study"
    (study / "Annie_2025.txt").write_text("I: Ja?\nAnnie: Jan en Bregje waren er.\n", encoding="utf-8")
    with (study / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("Annie_2025.txt,P05,2025,Annie\n")
    (study / "study.yaml").write_text("study: B\nlanguage: nl\nwaves: ['2010', '2020', '2025']\n", encoding="utf-8")
    write_sheet(place / "names.xlsx", [NameRow("Bregje", "[naam 3]", True)])
    apply(place, "later")
    text = (place / "later" / "P05_2025.txt").read_text("utf-8")
    assert "[naam 1] en [naam 3] waren er" in text
    old = (place / "new" / "P05_2010.txt").read_bytes()
    assert (place / "later" / "P05_2010.txt").read_bytes() == old


def test_two_people_of_one_name_are_told_apart_and_the_key_remembers(place: Path) -> None:
    rows = [row for row in NAMES if row.spelling != "Jan"]
    rows += [NameRow("Jan", "[naam 7]", True, only_in=("2010",)), NameRow("Jan", "[naam 8]", True, only_in=("2020",))]
    write_sheet(place / "names.xlsx", rows)
    apply(place)
    assert "[naam 7]'s broer" in (place / "new" / "P05_2010.txt").read_text("utf-8")
    assert "[naam 8]" in (place / "new" / "P05_2020.txt").read_text("utf-8")
    kept = {(name.pseudonym, name.only_in) for name in read_key(place / "key.csv").names if name.spelling == "Jan"}
    assert kept == {("[naam 7]", ("2010",)), ("[naam 8]", ("2020",))}


def test_a_sheet_that_contradicts_itself_or_the_key_is_refused_with_everything_at_once(place: Path) -> None:
    rows = [
        *NAMES,
        NameRow("Jan", "[naam 4]", True),
        NameRow("Piet", "", True),
        NameRow("Klaas", "Roos", True),
    ]
    write_sheet(place / "names.xlsx", rows)
    with pytest.raises(StudyError) as raised:
        apply(place)
    assert [problem.kind for problem in raised.value.problems] == [
        "no replacement",
        "two replacements",
        "replacement is a name",
    ]
    assert not (place / "new").exists()
    assert not (place / "key.csv").exists()


@pytest.mark.parametrize(
    "rows",
    [
        [NameRow("Jan", "P01", True, only_in=("2010",)), NameRow("Jan", "P02", True, only_in=("P05_2010",))],
        [NameRow("Jan", "P01", True), NameRow("JAN", "P02", True)],
        [NameRow("JAN", "P02", True), NameRow("Jan", "P01", True)],
    ],
)
def test_two_rows_that_mean_one_name_in_one_interview_are_refused(place: Path, rows: list[NameRow]) -> None:
    write_sheet(place / "names.xlsx", rows)
    with pytest.raises(StudyError) as raised:
        apply(place)
    assert [problem.kind for problem in raised.value.problems] == ["two replacements"]
    assert not (place / "new").exists()


@pytest.mark.parametrize(
    ("row", "other"),
    [
        (NameRow("Piet", "Marie", True), "Marie"),  # the label of a person, and no row
        (NameRow("Piet", "Wim de Boer", True), "Wim"),  # a name that stays
        (NameRow("Piet", "Kees", True), "Kees Smit"),  # somebody else's first name
        (NameRow("Piet", "Roos Bakker", True), "Roos"),
        (NameRow("Almelo", "Deventer", True, "place"), "Deventer"),
    ],
)
def test_nobody_is_called_as_somebody_else_of_the_study_is(row: NameRow, other: str, place: Path) -> None:
    (place / "study" / "P06_2010.txt").write_text("I: Wie?\nMarie: Piet.\n", encoding="utf-8")
    with (place / "study" / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("P06_2010.txt,P06,2010,Marie\n")
    stay = [NameRow("Wim"), NameRow("Kees Smit"), NameRow("Deventer", kind="place")]
    write_sheet(place / "names.xlsx", [*NAMES, *stay, row])
    with pytest.raises(StudyError) as raised:
        apply(place)
    told = [(problem.kind, problem.values["other"]) for problem in raised.value.problems]
    assert told == [("replacement of another", other)]
    assert not (place / "new").exists()


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("row", "other"),
    [
        (NameRow("Piet", "Marieke", True), "Marieke"),
        (NameRow("Piet", "Wouter Vos", True), "Wouter"),
        (NameRow("Piet", "Hans Veenstra", True), "Veenstra"),
        (NameRow("Almelo", "Deventer", True, "place"), "Deventer"),
        (NameRow("Piet", "Buurman", True), ""),
        (NameRow("Piet", "Deventer", True), ""),
        (NameRow("Piet", "Roos", True, only_in=("2020",)), "Roos"),
    ],
)
def test_nobody_is_called_as_somebody_without_a_row_is(row: NameRow, other: str, place: Path) -> None:
    """Nor is a place; what is an ordinary word, or stays as a place, is free for a person."""
    talk = "I: Wie?\nR: Piet, en Marieke, en Wouter Veenstra's zoon uit Deventer. Buurman Roos kwam ook.\n"
    (place / "study" / "P06_2010.txt").write_text(talk, encoding="utf-8")
    with (place / "study" / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("P06_2010.txt,P06,2010,R\n")
    write_sheet(place / "names.xlsx", [*(name for name in NAMES if name.spelling != "Roos"), row])
    if not other:
        assert apply(place).names
        return
    with pytest.raises(StudyError) as raised:
        apply(place)
    told = [(problem.kind, problem.values["other"]) for problem in raised.value.problems]
    assert told == [("replacement of another", other)]
    assert not (place / "new").exists()


def test_an_invented_surname_may_be_a_place_that_stays(place: Path) -> None:
    rows = [NameRow("Van den Berg", "Tom Holland", True), NameRow("Holland", kind="place")]
    write_sheet(place / "names.xlsx", rows)
    apply(place)
    assert "Meneer Tom Holland" in (place / "new" / "Annie_2020.txt").read_text("utf-8")
    (place / "key.csv").unlink()
    write_sheet(place / "names.xlsx", [rows[0], NameRow("Holland", "[plaats 1]", True, "place")])
    with pytest.raises(StudyError):  # check would find it
        apply(place, "again")


def test_rows_of_a_name_and_of_the_same_word_in_small_letters_are_no_conflict(place: Path) -> None:
    write_sheet(place / "names.xlsx", [*NAMES, NameRow("roos", "[bloem]", True)])
    apply(place)
    assert "[naam 2] gaf een [bloem]" in (place / "new" / "P05_2010.txt").read_text("utf-8")


def test_what_was_revealed_is_what_was_there_letter_for_letter(place: Path) -> None:
    apply(place)
    done = reveal_names(place / "new", place / "old", key=place / "key.csv")
    assert done.edited == {}
    for name in ("Annie_2010.txt", "Annie_2020.txt", "interviews.csv", "persons.csv", "codebook.yaml", "study.yaml"):
        assert (place / "old" / name).read_bytes() == (place / "study" / name).read_bytes()


def test_each_study_of_a_key_is_revealed_also_after_a_later_one(place: Path) -> None:
    """The later one may hold the first, or a new wave alone."""
    apply(place)
    first = place / "study"
    names = ("Annie_2010.txt", "persons.csv")
    before = {name: (first / name).read_bytes() for name in names}
    (first / "Annie_2010.txt").write_bytes(b"Annie zegt. " + before["Annie_2010.txt"])
    apply(place, "second")
    wave = place / "wave"
    wave.mkdir()
    (wave / "Annie_2025.txt").write_text("I: Ja?\nAnnie: Jan was er.\n", encoding="utf-8")
    apply_pseudonyms(wave, place / "names.xlsx", place / "third", key=place / "key.csv")
    done = reveal_names(place / "new", place / "old", key=place / "key.csv")
    assert (done.edited, done.gone, done.unknown) == ({}, (), ())
    assert {name: (place / "old" / name).read_bytes() for name in names} == before
    assert reveal_names(place / "third", place / "old wave", key=place / "key.csv").edited == {}
    assert (place / "old wave" / "Annie_2025.txt").read_bytes() == (wave / "Annie_2025.txt").read_bytes()


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "utf-16", "utf-16-be"])
def test_a_text_is_given_back_in_its_encoding_also_where_only_names_told_it(encoding: str, tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    is_wide = encoding.startswith("utf-16")
    said = "" if is_wide else f"encoding: {encoding}\n"
    (study / "study.yaml").write_text(f"study: Buurt\nlanguage: nl\n{said}", encoding="utf-8")
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    talk = f"{mark}I: Wie?\r\nR: José Muñoz en Zoë.\r\n".encode(encoding)
    (study / "P01_2010.txt").write_bytes(talk)
    write_sheet(tmp_path / "names.xlsx", [NameRow("José Muñoz", "[naam 1]", True), NameRow("Zoë", "[naam 2]", True)])
    assert "[naam 1] en [naam 2]" in Path(apply(tmp_path).folder / "P01_2010.txt").read_bytes().decode(
        "utf-16" if is_wide else "ascii"
    )
    reveal_names(tmp_path / "new", tmp_path / "old", key=tmp_path / "key.csv")
    assert (tmp_path / "old" / "P01_2010.txt").read_bytes() == talk


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_name_with_a_windows_letter_among_utf_8_is_replaced_in_every_file(mark: bytes, place: Path) -> None:
    """Both in an interview, which keeps its format, and in a table; what was mixed is given back as UTF-8."""
    talk = "1\n00:00:01,000 --> 00:00:02,000\nI: Wie? café\n\n2\n00:00:02,000 --> 00:00:04,000\nKo: ".encode()
    talk += b"Andr\xe9 en Ren\xc3\xa9 en Ren\xe9 uit Zwolle.\n"
    table = b"person,city,name\nP05,Zwolle,Annie\nP06,Zwolle,Andr\xe9 Ren\xc3\xa9\n"
    (place / "study" / "P06_2010.srt").write_bytes(mark + talk)
    (place / "study" / "persons.csv").write_bytes(mark + table)
    with (place / "study" / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("P06_2010.srt,P06,2010,Ko\n")
    write_sheet(place / "names.xlsx", [*NAMES, NameRow("André", "[naam 5]", True), NameRow("René", "[naam 6]", True)])
    assert apply(place).turned == {}
    new = (place / "new" / "P06_2010.srt").read_text("utf-8-sig")
    assert new.endswith("Ko: [naam 5] en [naam 6] en [naam 6] uit [plaats 1].\n")
    assert (place / "new" / "persons.csv").read_text("utf-8-sig").endswith("P06,[plaats 1],[naam 5] [naam 6]\n")
    assert find_leftover_names(place / "new", key=place / "key.csv").found == ()
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    for name, data in (("P06_2010.srt", talk), ("persons.csv", table)):
        mended = data.replace(b"\xc3\xa9", b"\xe9").decode("cp1252").encode()
        assert (place / "old" / name).read_bytes() == mark + mended
    (place / "new" / "rest.csv").write_bytes(table)
    found = {f.spelling for f in find_leftover_names(place / "new", key=place / "key.csv").found}
    assert found == {"Annie", "André", "René", "Zwolle"}


def test_a_name_over_a_line_end_of_old_macs_is_given_back(place: Path) -> None:
    (place / "study" / "los.md").write_bytes(b"Gezien: Jan\rvan den Berg.\r")
    apply(place)
    assert b"[naam 1]" in (place / "new" / "los.md").read_bytes()
    reveal_names(place / "new", place / "old", key=place / "key.csv")
    assert (place / "old" / "los.md").read_bytes() == b"Gezien: Jan\rvan den Berg.\r"


def test_a_codebook_with_an_error_does_not_end_the_command_when_all_is_written(place: Path) -> None:
    (place / "study" / "codebook.yaml").write_text(CODEBOOK + "onbekend: ja\n", encoding="utf-8")
    assert "De sleutel is" in apply(place).say("nl")


def test_nothing_of_a_key_stays_where_the_disk_refuses_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bp_qual.files.private_files.os.fsync", refuse)
    with pytest.raises(StoreError, match=r"key\.csv"):
        write_key(place / "keys" / "key.csv", NameKey())
    assert not list((place / "keys").iterdir())


def test_names_are_not_put_back_inside_the_study_that_is_handed_on(place: Path) -> None:
    apply(place)
    with pytest.raises(StoreError, match="lies in the old one"):
        reveal_names(place / "new", place / "new" / "old", key=place / "key.csv")


@pytest.mark.parametrize("name", ["../stolen.txt", "/tmp/stolen.txt", "a/../../stolen.txt", ""])
def test_a_key_whose_files_lie_outside_the_new_folder_is_no_key(place: Path, name: str) -> None:
    apply(place)
    key = place / "key.csv"
    key.write_text(key.read_text("utf-8").replace(",Annie_2010.txt,file", f",{name},file"), encoding="utf-8")
    with pytest.raises(StudyError, match="no key of pseudonyms"):
        reveal_names(place / "new", place / "old", key=key)


@pytest.mark.slow
@pytest.mark.parametrize(("option", "said"), [("nl", SAID_IN_DUTCH), ("en", SAID_IN_ENGLISH)])
def test_what_revealing_leaves_behind_is_told(place: Path, option: str, said: tuple[str, ...]) -> None:
    talk = read_corpus(place / "study").transcripts[0]
    book = read_codebook(place / "study" / "codebook.yaml")
    start = talk.text.index("hielp mij")
    CoderLog(place / "study", "anna").append([mark_passage("add", talk, start, start + 9, "hulp", book)])
    apply(place)
    new, run = place / "new", CliRunner()
    assert run.invoke(main, ["sample", str(new), "-n", "2", "--name", "later"]).exit_code == 0
    (new / "P05_2020.txt").rename(new / "P05_2021.txt")
    (new / "P06_2020.txt").write_text("I: Ja?\nP06: Nee.\n", encoding="utf-8")
    command = ["pseudonyms", "reveal", str(new), "-o", str(place / "old"), "--key", str(place / "key.csv")]
    done = run.invoke(main, [*command, "--language", option])
    assert done.exit_code == 0, done.output
    assert tuple(done.output.splitlines()[1:]) == said
    assert not (place / "old" / "samples").exists()
    assert (place / "old" / "codings" / "anna.jsonl").read_bytes() == (new / "codings" / "anna.jsonl").read_bytes()


def test_names_that_were_edited_away_are_counted_when_revealing(place: Path) -> None:
    apply(place)
    file = place / "new" / "P05_2020.txt"
    file.write_text(file.read_text("utf-8").replace("[naam 1]", "hij"), encoding="utf-8")
    assert reveal_names(place / "new", place / "old", key=place / "key.csv").edited["P05_2020.txt"] >= 1


def word_file(paragraphs: list[str]) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        half = len(text) // 2
        paragraph.add_run(text[:half]).bold = True
        paragraph.add_run(text[half:]).italic = True
    document.core_properties.author = "Jan van den Berg"
    document.core_properties.title = "Gesprek met Annie"
    document.sections[0].header.paragraphs[0].text = "Annie, Zwolle"
    run = document.paragraphs[1].runs[0]
    document.add_comment(run, text="vraag Jan hierover", author="Roos", initials="R")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.slow
def test_a_word_file_keeps_its_format_and_loses_names_in_runs_headers_comments_and_properties(place: Path) -> None:
    study = place / "study"
    (study / "Annie_2010.txt").unlink()
    lines = TALKS["Annie_2010.txt"].split("\r\n")[:-1]
    (study / "Annie_2010.docx").write_bytes(word_file(lines))
    table = study / "interviews.csv"
    table.write_text(table.read_text("utf-8").replace("Annie_2010.txt", "Annie_2010.docx"), encoding="utf-8")
    done = apply(place)
    assert done.turned == {}
    document = docx.Document(place / "new" / "P05_2010.docx")
    assert document.paragraphs[1].text == "P05: [naam 1] hielp mij, en [naam 1]'s broer. Jansen niet."
    assert [bool(run.bold) for run in document.paragraphs[1].runs][:2] == [True, False]
    assert document.core_properties.author == ""
    with zipfile.ZipFile(place / "new" / "P05_2010.docx") as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    for name in (b"Annie", b"Zwolle", b"van den Berg", b"Jan ", b"Roos"):
        assert name not in content
    assert find_leftover_names(place / "new", key=place / "key.csv").found == ()


def test_the_commands_say_what_they_did_and_check_ends_with_one_where_a_name_is_left(place: Path) -> None:
    run = CliRunner()
    key = ["--key", str(place / "key.csv")]
    made = run.invoke(
        main, ["pseudonyms", "apply", str(place / "study"), str(place / "names.xlsx"), "-o", str(place / "new"), *key]
    )
    assert made.exit_code == 0, made.output
    assert "De sleutel is" in made.output
    good = run.invoke(main, ["pseudonyms", "check", str(place / "new"), *key])
    assert good.exit_code == 0, good.output
    assert "Geen naam uit de sleutel" in good.output
    with zipfile.ZipFile(place / "new" / "extra.zip", "w") as archive:
        archive.writestr("inner/note.txt", "Bel Roos nog.")
    left = run.invoke(main, ["pseudonyms", "check", str(place / "new"), *key])
    assert left.exit_code == 1
    assert "extra.zip: 'Roos' staat er nog" in left.output
    back = run.invoke(main, ["pseudonyms", "reveal", str(place / "new"), "-o", str(place / "old"), *key])
    assert back.exit_code == 0, back.output
