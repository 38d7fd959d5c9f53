from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bp_qual.study.gathering import gather_study
from bp_qual.study.label_use import collect_labels, suggest_labels
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.proposed_files import propose_study
from bp_qual.study.wave_guesses import guess_waves
from bp_qual.transcripts import Corpus, read_transcript
from proposed_rows import proposed_rows

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"


def make(folder: Path, files: dict[str, str]) -> list[Path]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


@pytest.mark.parametrize(
    ("name", "person", "wave", "source"),
    [
        ("P01_2010.txt", "P01", "2010", "person and wave from the file name"),
        ("2010-P01.txt", "P01", "2010", "person and wave from the file name"),
        ("Interview P7 wave 2 definitief.txt", "P7", "2", "person and wave from the file name"),
        ("P01 T2.txt", "P01", "2", "person and wave from the file name"),
        ("P03_2020_herfst.txt", "P03", "2020", "person and wave from the file name"),
        ("Teacher 1 Before.txt", "Teacher1", "before", "person and wave from the file name"),
        ("Round 1/P1.txt", "P1", "1", "person from the file name; wave from the folder 'Round 1'"),
        ("P12/2020.txt", "P12", "2020", "wave from the file name; person from the folder 'P12'"),
        ("2010/Anna de Wit.txt", "Anna de Wit", "2010", "wave from the folder '2010'; person from the file name"),
        ("P04_P09_2010.txt", "P04+P09", "2010", "person and wave from the file name"),
        ("opname.txt", "", "", "nothing said"),
        ("Jan 2021.docx", "Jan", "2021", "wave and person from the file name"),
        ("Interview_april_2010.docx", "April", "2010", "wave and person from the file name"),
        ("Gerrit jan 2021.docx", "Gerrit", "2021", "wave and person from the file name"),
        ("maart 2021.docx", "", "2021", "wave from the file name"),
        ("12 jan 2021.docx", "", "2021", "date and wave from the file name"),
    ],
)
def test_names_and_folders_say_who_and_when(tmp_path: Path, name: str, person: str, wave: str, source: str) -> None:
    (one,) = propose_interviews(make(tmp_path, {name: "I: Hoe?\nR: Goed."}), folder=tmp_path)
    assert (one.person, one.wave) == (person, wave)
    assert sorted(one.known_from.split("; ")) == sorted(source.split("; "))


@pytest.mark.parametrize(
    ("top", "person", "wave", "date"),
    [
        ("Datum: 3 mei 2010\nRespondent: P07\nI: Hoe?\nR: Goed.\nI: En?\nR: Zo.", "P07", "2010", "2010-05-03"),
        ("Interview 4, 12-05-2010\n\nI: Hoe?\nR: Goed.\n", "", "2010", "2010-05-12"),
        ("Recorded October 23, 2017\nI: Hoe?\nR: Goed.\n", "", "2017", "2017-10-23"),
        ("Meting 2\n\nI: Hoe?\nR: Goed.\n", "", "2", ""),
        ("I: Hoe?\nR: Op 3 mei 2010 begon het.\n", "", "", ""),
    ],
)
def test_first_lines_say_what_the_name_does_not(tmp_path: Path, top: str, person: str, wave: str, date: str) -> None:
    (one,) = propose_interviews(make(tmp_path, {"1.txt": top}), folder=tmp_path)
    assert (one.person, one.wave, one.date) == (person, wave, date)
    assert ("first lines" in one.known_from) == bool(wave or person)


@pytest.mark.parametrize(
    ("name", "person", "wave"),
    [
        ("Ahmed eindmeting.txt", "Ahmed", "eindmeting"),
        ("beginmeting - Ahmed.txt", "Ahmed", "beginmeting"),
        ("Piet de Boer, tweede gesprek.txt", "Piet de Boer", "2"),
        ("P01 1e interview.txt", "P01", "1"),
        ("P01 meting II.txt", "P01", "2"),
        ("P01 second wave.txt", "P01", "2"),
        ("P01_follow up.txt", "P01", "follow-up"),
        ("P01 endline.txt", "P01", "endline"),
        ("P01_vroeger.txt", "P01", "vroeger"),
        ("P01 nu.txt", "P01", "nu"),
        ("herhaling/Fatima.txt", "Fatima", "herhaling"),
        ("Ahmed/eerste gesprek.txt", "Ahmed", "1"),
        ("P01 nieuw.txt", "P01", ""),
        ("101_T0.txt", "101", "0"),
        ("2020/P2010.txt", "P2010", "2020"),
        ("P2010_2020.txt", "P2010", "2020"),
        ("12 months/ID-7.txt", "ID7", "12 months"),
        ("Els (voor).txt", "Els", "voor"),
        ("els-voormeting-2019.txt", "Els", "2019"),
        ("Interview 3 Karin 2021.txt", "Karin", "2021"),
        ("20100312_P01.txt", "P01", "2010"),
        ("Yusuf (2010).docx.txt", "Yusuf", "2010"),
        ("P01_2010-LAPTOP-AB12.txt", "P01", "2010"),
        ("stel Annie en Wim 2010.txt", "Annie en Wim", "2010"),
        ("P01 maart 2010.txt", "P01", "2010"),
    ],
)
def test_the_usual_words_for_a_round_are_no_part_of_a_name(tmp_path: Path, name: str, person: str, wave: str) -> None:
    (one,) = propose_interviews(make(tmp_path, {name: "I: Hoe?\nR: Goed."}), folder=tmp_path)
    assert (one.person, one.wave) == (person, wave)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Okafor typed 2010.docx", "Okafor"),
        ("Okafor 2010 cleaned_checked.docx", "Okafor"),
        ("Chat Dafydd 2010.docx", "Dafydd"),
        ("Zoom Els de Wit 2010.txt", "Els de Wit"),
        ("Bakker uitgewerkt 2010.docx", "Bakker"),
        ("Bakker 2010 nagelezen.docx", "Bakker"),
        ("Bakker_2010_getypt.docx", "Bakker"),
        ("transcriptie Moussa def 2010.docx", "Moussa"),
        ("interview mevr Jansen mei 2010 (niet af).docx", "Jansen"),
        ("Bakker 2010 telefonisch.docx", "Bakker"),
        ("Ahmed Verbeek 2010.txt", "Ahmed Verbeek"),
        ("Geert Bevert 2010.txt", "Geert Bevert"),
        ("Anna ahmed 2010.txt", "Anna ahmed"),
        ("geert 2010.txt", "Geert"),
    ],
)
def test_what_was_done_to_a_file_and_how_a_talk_was_held_are_no_part_of_a_name(
    tmp_path: Path, name: str, person: str
) -> None:
    (one,) = propose_interviews(make(tmp_path, {name.replace("docx", "txt"): "I: Hoe?\nR: Goed."}), folder=tmp_path)
    assert (one.person, one.wave) == (person, "2010")


@pytest.mark.parametrize(
    ("folder", "waves"),
    [
        ("T1", "T1, T2"), ("Ronde 1", "T1, T2"), ("eerste ronde", "ronde 1, ronde 2"), ("baseline", "Baseline, FU"),
        ("voor corona", "voor-corona, na-corona"), ("1", "T1, T2"),
    ],
)  # fmt: skip
def test_a_folder_that_holds_the_name_of_a_wave_is_of_that_wave(tmp_path: Path, folder: str, waves: str) -> None:
    make(tmp_path, {"study.yaml": f"study: x\nwaves: [{waves}]\n", f"{folder}/P01.txt": "I: Hoe?\nR: Goed."})
    study, problems = gather_study(tmp_path)
    told = [interview.wave for interview in study.interviews]
    assert (told == [waves.split(", ")[0]]) == (folder != "1"), problems
    assert told or problems


@pytest.mark.parametrize(
    ("names", "waves"),
    [
        ("P01 voorjaar 2010,P01 najaar 2010,P02 najaar 2010", ["voorjaar 2010", "najaar 2010", "najaar 2010"]),
        ("Piet de Boer maart 2010,Piet de Boer okt 2010", ["maart 2010", "okt 2010"]),
        ("P01 voorjaar 2010,P01 najaar 2020,P02 najaar 2010", ["2010", "2020", "2010"]),
        ("P01 2010-03-12,P01 2010-10-02,P02 2010-03-20", ["2010-03", "2010-10", "2010-03"]),
        ("P01 mrt 2010,P01 okt 2010,P02 mei 2010,P02 nov 2010", ["2010"] * 4),
        ("els voormeting 2019,els nameting 2019", ["voormeting", "nameting"]),
        ("Gesprek 1 - dhr. Jansen,Gesprek 2 - dhr. Jansen,Gesprek 1 - Els", ["1", "2", "1"]),
        ("Interview 1 Karin,Interview 2 Joost", ["", ""]),
    ],
)
def test_two_seasons_of_one_year_are_two_waves_where_somebody_was_met_in_both(
    tmp_path: Path, names: str, waves: list[str]
) -> None:
    files = make(tmp_path, {f"{name}.txt": "I: Hoe?\nR: Goed." for name in names.split(",")})
    by_name = {one.file: one.wave for one in propose_interviews(files, folder=tmp_path)}
    assert [by_name[file] for file in files] == waves


def test_front_matter_is_a_hint_and_the_name_goes_before_it(tmp_path: Path) -> None:
    text = "---\nparticipant: P09\ndate: 2020-03-04\nwave: 2\n---\nI: Hoe?\n\nR: Goed."
    one, two = propose_interviews(make(tmp_path, {"1.md": text, "P01_2010.md": text}), folder=tmp_path)
    assert (one.person, one.wave, one.date) == ("P09", "2", "2020-03-04")
    assert (two.person, two.wave, two.date) == ("P01", "2010", "2020-03-04")


def test_a_respondent_who_is_guessed_is_named_and_a_usual_label_is_not(tmp_path: Path) -> None:
    files = {"P1_1.txt": "Eva: Hoe gaat het?\nJan: Goed, heel goed zelfs.", "P2_1.txt": "I: Hoe?\nR: Goed."}
    one, two = propose_interviews(make(tmp_path, files), folder=tmp_path)
    assert (one.speaker, two.speaker) == ("Jan", "")


def test_a_file_that_cannot_be_read_is_still_proposed_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "P01_2010.docx").write_bytes(b"broken")
    (one,) = propose_interviews([tmp_path / "P01_2010.docx"], folder=tmp_path)
    assert (one.person, one.wave) == ("P01", "2010")


def test_the_proposed_study_has_every_file_and_the_waves_in_order(tmp_path: Path) -> None:
    files = make(tmp_path, {f"{wave}/P{n}.txt": "I: Hoe?\nR: Ja." for n in (1, 2, 10) for wave in ("2020", "2010")})
    proposed = propose_study(tmp_path, files, name='Een "studie"')
    rows = proposed_rows(tmp_path, proposed["interviews.csv"])
    assert [(row["file"], row["person"], row["wave"]) for row in rows][:3] == [
        ("2010/P1.txt", "P1", "2010"), ("2010/P2.txt", "P2", "2010"), ("2010/P10.txt", "P10", "2010"),
    ]  # fmt: skip
    assert len(rows) == 6
    study = proposed["study.yaml"].decode()
    assert 'study: "Een \\"studie\\""' in study
    assert study.index('- "2010"') < study.index('- "2020"')
    assert list(tmp_path.glob("*.yaml")) == []


def test_two_persons_in_a_file_name_are_two_rows_to_be_filled_in(tmp_path: Path) -> None:
    proposed = propose_study(tmp_path, make(tmp_path, {"P04_P09_2010.txt": "Eva: Hoe?\nJan: Goed.\nAn: Ook."}))
    rows = proposed_rows(tmp_path, proposed["interviews.csv"])
    assert [(row["person"], row["speaker"]) for row in rows] == [("P04", ""), ("P09", "")]
    assert "zet in speaker wie wie is" in rows[0]["known_from"]


def test_the_sample_study_is_proposed_as_it_was_declared() -> None:
    files = sorted(path for path in SAMPLE.iterdir() if path.suffix in (".docx", ".txt", ".vtt"))
    with (SAMPLE / "interviews.csv").open(encoding="utf-8") as file:
        declared = {
            row["file"]: (row["person"], row["wave"])
            for row in csv.DictReader(file)
            if row["file"] != "P04_P09_2010.docx"
        }
    proposed = {one.file.name: (one.person, one.wave) for one in propose_interviews(files, folder=SAMPLE)}
    assert {name: proposed[name] for name in declared} == declared


def test_labels_are_collected_over_a_study_and_spellings_suggested(tmp_path: Path) -> None:
    files = make(
        tmp_path,
        {
            "a.txt": "I: Hoe?\nMireille Reece: Goed hoor.\nI: En?\nMireille Reece: Ja.",
            "b.txt": "Int: Hoe?\nMireile Reece: Ook.\nINT: Zo?\nMireile Reece: Nou.",
        },
    )
    transcripts = [
        read_transcript(file, interview=file.stem, wave=str(n), persons={f"P{n}": ()}) for n, file in enumerate(files)
    ]
    corpus = Corpus(tuple(transcripts), ("P0", "P1"), ("0", "1"))
    uses = {use.label: (use.role, use.persons, use.files, use.turns, use.words) for use in collect_labels(corpus)}
    assert uses["I"] == ("interviewer", (), 1, 2, 2)
    assert uses["Mireille Reece"] == ("respondent", ("P0",), 1, 2, 3)
    (sentence,) = suggest_labels(corpus)
    assert str(sentence).startswith("'Mireile Reece' (2 turns) and 'Mireille Reece' (2 turns) may be one person.")


def test_a_copy_that_is_counted_with_its_original_is_told_until_somebody_confirms_it(tmp_path: Path) -> None:
    names = ("P01_2010.txt", "P01_2010 - Copy.txt", "P01_2020.txt")
    files = make(tmp_path, dict.fromkeys(names, "I: Hoe?\nR: Goed."))
    table = propose_study(tmp_path, files)["interviews.csv"]
    (tmp_path / "interviews.csv").write_bytes(table)
    told = [str(note) for note in gather_study(tmp_path)[0].notes if note.kind == "files counted together"]
    assert told[0].startswith(
        "P01 in 2010 is 2 files, counted together as 2 interviews: P01_2010 - Copy.txt, P01_2010."
    )
    (tmp_path / "interviews.csv").write_bytes(table.replace(b"person wave", b""))
    assert all(note.kind != "files counted together" for note in gather_study(tmp_path)[0].notes)


def test_a_date_before_the_person_is_no_person(tmp_path: Path) -> None:
    make(tmp_path, dict.fromkeys(("20100312_P01.txt", "20200402_P01.txt"), "I: Hoe?\nR: Goed."))
    study, _ = gather_study(tmp_path)
    assert [(sorted(one.persons), one.wave, one.date) for one in study.interviews] == [
        (["P01"], "2010", "2010-03-12"), (["P01"], "2020", "2020-04-02"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "label", "person"), [("Els", "E", "Els"), ("El Amrani", "EA", "El Amrani"), ("Els", "Truus", "Truus")]
)
def test_a_label_that_shortens_the_name_of_the_file_is_not_the_name(
    tmp_path: Path, name: str, label: str, person: str
) -> None:
    file = tmp_path / f"{name} 2012.txt"
    file.write_text("".join(f"Interviewer: Hoe {n}?\n{label}: Zo was het {n}.\n" for n in range(4)), "utf-8")
    (proposal,) = propose_interviews([file], folder=tmp_path)
    assert (proposal.person, proposal.speaker) == (person, label)


def test_a_day_behind_year_and_month_is_no_part_of_a_name() -> None:
    (proposal,) = propose_interviews([Path("2021 nov 4 dhr. van Dijk.txt")])
    assert (proposal.person, proposal.date) == ("Van Dijk", "2021-11-04")


@pytest.mark.sweep(7)
@pytest.mark.parametrize(
    ("first", "second", "waves"),
    [
        ("start", "slot", ("start", "slot")),
        ("Vóór", "Ná", ("vóór", "ná")),
        ("then", "now", ("then", "now")),
        ("vorig", "nu", ("vorig", "nu")),
        ("early", "late", ("early", "late")),
        ("erste", "zweite", ("erste", "zweite")),
        ("één", "twee", ("één", "twee")),
        ("I", "II", ("i", "ii")),
        ("T-1", "T0", ("T-1", "T0")),
        ("t-1", "t+1", ("t-1", "t+1")),
    ],
)
@pytest.mark.parametrize("persons", [("P01", "P02"), ("P01",)])
def test_two_names_that_are_alike_but_for_words_for_waves_say_these(
    tmp_path: Path, first: str, second: str, waves: tuple[str, str], persons: tuple[str, ...]
) -> None:
    for person in persons:
        for word in (second, first):
            (tmp_path / f"{person}_{word}.txt").write_text("I: Hoe?\nR: Wij werkten.\n", "utf-8")
    study, problems = gather_study(tmp_path)
    assert problems == ()
    assert tuple(wave.id for wave in study.waves) == waves
    assert len(study.interviews) == 2 * len(persons)


@pytest.mark.parametrize("names", [("P01_slot", "P02_late"), ("P01_slot", "P01"), ("Anna twee", "Bea een")])
def test_a_word_that_only_one_name_of_a_person_has_says_no_wave(names: tuple[str, ...]) -> None:
    assert guess_waves([Path(f"{name}.txt") for name in names]) == {}


def named(folder: Path, files: dict[str, str], *others: Path) -> dict[str, str]:
    """Write interviews with somebody under their name; return whose each file is proposed to be."""
    talk = (
        "{top}Eva: Hoe was dat?\n{name}: Wij werkten samen.\nEva: En toen?\n{name}: Toen ging het door met de buurt.\n"
    )
    texts = {}
    for file, said in files.items():
        name, _, date = said.partition("|")
        texts[file] = talk.format(name=name, top=f"Datum: {date}\n" if date else "")
    paths = make(folder, texts)
    found = propose_interviews([*paths, *others], folder=folder)
    assert all("person" in proposal.guessed for proposal in found if proposal.person in ("Truus", "Kees"))
    return {proposal.file.relative_to(folder).as_posix(): proposal.person for proposal in found}


COUNTED = [
    {
        "ronde 1/interview 1.txt": "Truus",
        "ronde 1/interview 2.txt": "Kees",
        "ronde 2/interview 1.txt": "Kees",
        "ronde 2/interview 2.txt": "Truus",
    },
    {
        "REC01.txt": "Truus|12-05-2010",
        "REC02.txt": "Kees|13-05-2010",
        "REC03.txt": "Truus|12-05-2020",
        "REC04.txt": "Kees|13-05-2020",
    },
    {
        "gesprek a.txt": "Truus|12-05-2010",
        "gesprek b.txt": "Kees|13-05-2010",
        "gesprek c.txt": "Truus|12-05-2020",
        "gesprek d.txt": "Kees|13-05-2020",
    },
    {"2010/P01.txt": "Truus", "2010/P02.txt": "Kees", "2020/P03.txt": "Truus", "2020/P04.txt": "Kees"},
]
IDS = [
    dict(
        zip(
            (f"{2010 + 10 * (n > 3)}/P0{n}.txt" for n in range(1, 6)),
            ("Jan", "Jan", "Kees", "Jan", "Kees"),
            strict=True,
        )
    ),
    {"2010/P01.txt": "Truus", "2010/P02.txt": "Kees", "2020/P01.txt": "Truus", "2020/P02.txt": "Kees"},
    {"2010/P01.txt": "Jan", "2010/P02.txt": "Jan", "2020/P01.txt": "Jan", "2020/P02.txt": "Jan"},
    {"2010/P01.txt": "Truus", "2010/P02.txt": "Kees", "2020/P03.txt": "Ans", "2020/P04.txt": "Bep"},
    {
        "2010/P01.txt": "Speaker 1",
        "2010/P02.txt": "Speaker 2",
        "2020/P03.txt": "Speaker 1",
        "2020/P04.txt": "Speaker 2",
    },
    {"2010/P01.txt": "T", "2010/P02.txt": "K", "2020/P03.txt": "T", "2020/P04.txt": "K"},
    {"2010/Kees.txt": "Kees", "2010/Truus.txt": "Truus", "2020/Kees Bos.txt": "Kees", "2020/Truus Vos.txt": "Truus"},
]


@pytest.mark.parametrize("files", COUNTED)
def test_labels_are_the_persons_where_names_of_files_only_count(tmp_path: Path, files: dict[str, str]) -> None:
    assert named(tmp_path, files) == {file: name.split("|")[0] for file, name in files.items()}


def test_labels_are_the_persons_also_beside_a_file_without_labels_one_with_letters_and_one_with_a_name(
    tmp_path: Path,
) -> None:
    files = {
        "REC_20100412_001.txt": "Annelies",
        "REC_20100419_002.txt": "Bram",
        "REC_20200914_003.txt": "Annelies",
        "REC_20201002_004.txt": "Bram",
        "REC_20201009_005.txt": "Chris",
        "REC_20201010_006.txt": "R",
        "Dirk 2010.txt": "Dirk",
        "REC_20201012_007.txt": "Dirk",
    }
    bare = make(tmp_path, {"20100503 opname.txt": "Hoe ging dat?\n\nDat ging best goed, vond ik."})
    found = named(tmp_path, files, *bare)
    own = {"REC_20201010_006.txt": "REC006", "20100503 opname.txt": ""}
    assert found == {file: own.get(file, label) for file, label in files.items()} | own


@pytest.mark.parametrize("files", IDS)
def test_names_of_files_that_come_back_or_are_names_are_the_persons(tmp_path: Path, files: dict[str, str]) -> None:
    assert named(tmp_path, files) == {file: Path(file).stem for file in files}


def test_years_are_grouped_into_rounds_by_look_alikes_too_and_their_persons_stay_guesses(tmp_path: Path) -> None:
    names = ("Corrie 2009", "Bert 2010", "Fatima 2010", "Corrie de Wit 2020", "Bert Smit 2021", "Fatima Azzouzi 2021")
    files = make(tmp_path, {f"{name}.txt": "I: Hoe?\nR: Goed." for name in names})
    made = propose_study(tmp_path, files)
    assert '{id: "2010", from: 2009-01, to: 2010-12}' in made["study.yaml"].decode()
    rows = proposed_rows(tmp_path, made["interviews.csv"])
    assert [row["wave"] for row in rows if row["person"].startswith("Corrie")] == ["2010", "2021"]
    assert all("person" in row["guessed"] for row in rows)
