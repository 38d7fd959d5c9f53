"""Sixty planted names in twelve files of five formats and two waves: after `apply` none of them stands anywhere.

All persons, places and organisations here are invented.
"""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual import apply_codebook, apply_pseudonyms, count_codes, read_codebook, read_corpus
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.key_file import read_key
from bp_qual.pseudonyms.name_rows import rows_of
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes
from bp_qual.pseudonyms.proposing import propose_names
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.pseudonyms.searching_names import find_leftover_names
from reader_samples import make_opendocument

FIRST = """Sjoerd Tjitske Bauke Hatice Orhan Wiebe Fokje Gerrit Marijke Bilal Nasreen Tineke Wouter Aaltje Joost Soraya
Douwe Zbigniew"""
LAST = "Terpstra,van der Heijden,Hoekstra,de Graaf,Yıldırım,Kuipers,Postma,Verschoor,ter Horst,Bouzidi,Brouwer-Postma"
PLACES = """Enschede Deventer Hoogeveen Zaandam Apeldoorn Drachten Veenhuizen Lelystad Meppel Sneek Steenwijk Emmeloord
Terneuzen Roermond Hengelo Winschoten Dokkum Purmerend"""
CLUBS = """Zonnehof,Het Blauwe Huis,Windkracht,De Brug,Ons Genoegen,De Schakel,Welkom,Lichtpunt,Het Baken,De Linde
Morgenrood,De Vlieger,Samenspel""".replace("\n", ",")


def planted() -> tuple[list[tuple[str, str]], list[str], list[str]]:
    firsts, lasts = FIRST.split(), LAST.split(",")
    persons = [(first, lasts[number % len(lasts)]) for number, first in enumerate(firsts)]
    return persons, PLACES.split(), [f"Stichting {name}" for name in CLUBS.split(",")]


def talk(person: tuple[str, str], place: str, club: str, wave: str, number: int) -> list[str]:
    first, last = person
    capital = last[0].upper() + last[1:]
    return [
        "I: Wie hielp u in de buurt?",
        f"R: Dat was {first} {last} uit {place}, en ik kreeg hulp van {club}.",
        "I: En daarna?",
        f"R: Toen zei mevrouw {capital} dat {first} kwam. {first}s fiets stond er, en wij gingen naar {place} toe.",
        f"R: Bel maar 06-1234{number:02}78, of schrijf naar {first.lower()}@post.example. Zonder hulp lukte het niet.",
        f"R: In {wave} was {club} er nog, en {first[0]}. {last} ook. Wij helpen elkaar.",
    ]


def write_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for piece in re.findall(r".{1,9}", line):
            paragraph.add_run(piece)
    document.core_properties.author = lines[1]
    document.sections[0].footer.paragraphs[0].text = lines[1]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def write_vtt(lines: list[str]) -> bytes:
    cues = [
        f"00:00:{number:02}.000 --> 00:00:{number + 1:02}.000\n<v {line[0]}>{line[3:]}\n"
        for number, line in enumerate(lines)
    ]
    return ("WEBVTT\n\n" + "\n".join(cues)).encode("utf-8")


def write_table(lines: list[str]) -> bytes:
    rows = "".join(f'{line[0]};"{line[3:]}"\n' for line in lines)
    return ("speaker;text\n" + rows).encode("utf-8")


WRITERS = {
    ".txt": lambda lines: "\r\n".join(lines).encode("cp1252", "replace"),
    ".docx": write_docx,
    ".vtt": write_vtt,
    ".csv": write_table,
    ".odt": lambda lines: make_opendocument("text", "".join(f"<text:p>{line}</text:p>" for line in lines)),
}


@pytest.fixture(scope="module")
def applied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A study of six persons and two waves, names in its files' names, proposed, decided and applied; what is said."""
    home = tmp_path_factory.mktemp("planted")
    plant(home / "study")
    rows_made = rows_of(propose_names(home / "study"))
    (home / "names.xlsx").write_bytes(name_sheet_bytes(rows_made, [], language="nl"))
    done = apply_pseudonyms(home / "study", home / "names.xlsx", home / "new", key=home / "key.csv")
    return home, done.say("nl")


@pytest.fixture(scope="module")
def place(applied: tuple[Path, str]) -> Path:
    return applied[0]


def plant(study: Path) -> None:
    """Write twelve interviews of six persons with the sixty names, in talk, footers, properties and file names."""
    study.mkdir()
    persons, places, clubs = planted()
    rows = ["file,person,wave"]
    for number in range(12):
        wave, person = ("2010", "2020")[number % 2], number // 2
        ending = list(WRITERS)[number % 5]
        lines = [line for n in range(3) for line in talk(
            persons[3 * person + n], places[3 * person + n], clubs[(3 * person + n) % len(clubs)], wave, number
        )]  # fmt: skip
        name = f"gesprek {persons[person][0]} {wave}{ending}"
        (study / name).write_bytes(WRITERS[ending](lines))
        rows.append(f"{name},P{person + 1:02},{wave}")
    (study / "interviews.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (study / "persons.csv").write_text("person,name\nP01,Sjoerd Terpstra\n", encoding="utf-8")
    (study / "study.yaml").write_text("study: Buurt\nlanguage: nl\ncodebook: themes.yaml\n", encoding="utf-8")
    book = "codebook: Themes\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: hulp\n    terms: [helpen, hulp]\n"
    (study / "themes.yaml").write_text(book, encoding="utf-8")


def planted_words() -> list[str]:
    """What may stand nowhere: each telling word of a planted name, and the beginnings of other identifiers."""
    persons, places, clubs = planted()
    words = [first for first, _ in persons] + places
    words += [part for _, last in persons for part in re.split(r"[ -]", last) if part[0].isupper()]
    words += [word for club in clubs for word in club.split()[1:] if word not in ("Het", "De", "Ons")]
    return [*words, "06-1234", "@post.example"]


def words_in(text: str) -> set[str]:
    return {word for word in planted_words() if re.search(rf"(?<![A-Za-zı]){re.escape(word)}", text)}


def everything_in(folder: Path) -> dict[str, str]:
    """The names and raw content of every file, and of the files in a zip, as one text each."""
    texts = {}
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            texts[path.name] = "\n".join([path.name, *(data.decode(code, "replace") for code in ("utf-8", "cp1252"))])
            if zipfile.is_zipfile(io.BytesIO(data)):
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    for name in archive.namelist():
                        raw = archive.read(name).decode("utf-8", "replace")
                        texts[f"{path.name}/{name}"] = raw + "\n" + re.sub(r"<[^>]+>", "", raw)
    return texts


def test_no_planted_name_stands_in_any_file_of_the_new_study_or_is_said(applied: tuple[Path, str]) -> None:
    """`test_names_traces` looks at all that the commands say, and at temporary files."""
    place, said = applied
    left = {name: words for name, text in everything_in(place / "new").items() if (words := words_in(text))}
    assert left == {}
    looked_for = find_leftover_names(place / "new", key=place / "key.csv")
    assert looked_for.found == ()
    assert words_in(said + looked_for.say("nl")) == set()


def test_nothing_lies_beside_the_new_study_but_the_sheet_and_the_key(place: Path) -> None:
    assert {path.name for path in place.iterdir()} == {"study", "new", "names.xlsx", "key.csv"}


def test_every_planted_name_has_one_pseudonym_in_both_waves(place: Path) -> None:
    by_name: dict[str, set[str]] = {}
    for name in read_key(place / "key.csv").names:
        by_name.setdefault(name.spelling, set()).add(name.pseudonym)
    persons, _, _ = planted()
    for first, last in persons:
        full = by_name.get(f"{first} {last}")
        if full is not None and first in by_name:
            assert by_name[first] == full


@pytest.mark.slow
def test_the_comparison_is_the_same_but_for_names(place: Path) -> None:
    counts = []
    for folder in ("study", "new"):
        corpus, book = read_corpus(place / folder), read_codebook(place / folder / "themes.yaml")
        panel = count_codes(apply_codebook(book, corpus), corpus, book)
        counts.append(panel.counts[["person", "wave", "code", "mentions"]].to_dict("records"))
    assert counts[0] == counts[1]
    assert sum(row["mentions"] for row in counts[0]) > 50


WORDS = st.sampled_from(["Jan", "Jans", "Annie", "hulp", "helpt", "niet", "de", "Van den Berg", "zei", "met", "in"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_offsets_stay_at_their_words_and_the_text_can_be_made_back(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    done = Replacer(
        [DecidedName("Jan", "P01"), DecidedName("Annie", "[naam]"), DecidedName("Van den Berg", "X")]
    ).replace(text)
    back, at = [], 0
    for kept in done.places:
        back += [done.text[at : kept.start], kept.original]
        at = kept.end
    assert "".join([*back, done.text[at:]]) == text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    moved = done.text[done.move(start) : done.move(end, is_end=True)]
    outside = all(kept.old_end <= start or kept.old_start >= end for kept in done.places)
    if outside and start < end:
        assert moved == text[start:end]
    assert done.move(start) <= max(done.move(start), done.move(end, is_end=True))


KILLED = """
import os, signal, sys, time
from bp_qual import apply_pseudonyms

home, *shares = sys.argv[1:]


def apply(name):
    apply_pseudonyms(f"{home}/study", f"{home}/names.xlsx", f"{home}/{name}", key=f"{home}/{name}.csv")


def start(name):
    if child := os.fork():
        return child
    apply(name)
    os._exit(0)


apply("whole-0")  # which loads everything
begun = time.monotonic()
assert os.waitpid(start("whole-1"), 0)[1] == 0
whole = time.monotonic() - begun
for number, share in enumerate(shares):
    child = start(f"killed-{number}")
    time.sleep(whole * float(share))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
apply("last")  # which cleans up
"""


def look_at_killed(home: Path, place: Path, name: str) -> tuple[bool, bool]:
    """Return whether key and study of a killed run are there: each whole, or not there."""
    key, study = home / f"{name}.csv", home / name
    if key.exists():
        assert read_key(key) == read_key(place / "key.csv")
        assert key.stat().st_mode & 0o077 == 0
    if study.exists():
        assert key.exists(), "a new study without its key"
        assert everything_in(study) == everything_in(place / "new")
    return key.exists(), study.exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_run_leaves_the_key_and_the_study_whole_or_not_there(place: Path, tmp_path: Path) -> None:
    """`KILLS=200 python -m pytest --whole tests/test_names_planted.py -k killed -s` prints how 200 went."""
    home = shutil.copytree(place, tmp_path / "copy")
    chance = random.Random(1)
    shares = [str(chance.uniform(0.3, 1.1)) for _ in range(int(os.environ.get("KILLS", "2")))]
    subprocess.run([sys.executable, "-c", KILLED, str(home), *shares], check=True, timeout=500)
    went = [look_at_killed(home, place, f"killed-{number}") for number in range(len(shares))]
    sys.stdout.write(f"key and study there: {Counter(went)}\n")
    assert not list(home.glob(".*"))
