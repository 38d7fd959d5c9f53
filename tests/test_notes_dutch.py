"""A Dutch study is checked, begun and coded in Dutch: every note on a file is provoked, and none has English in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bp_qual
from bp_qual.cli import main
from bp_qual.study.checking import check_study
from bp_qual.wording import Remark
from bp_qual.wording.part_names import PARTS, check_parts
from bp_qual.wording.person_texts import PERSON_NOTES
from bp_qual.wording.reading_texts import READING_NOTES
from bp_qual.wording.study_texts import STUDY_NOTES
from bp_qual.wording.validation_texts import SHEET_NOTES
from every_text import english_in

BOOK = "{codebook: Thema, version: 1.0.0, language: nl, codes: [{id: werk, terms: [werken]}]}"
TURNS = "I: Hoe ging dat bij jullie?\nR: Nou, dat ging wel goed hoor, we werkten samen.\n" * 12
LONG = "Dit is een hele lange zin over vroeger en nu die maar doorgaat zonder einde. " * 6
CUE = "{n}\n00:00:{n:02},000 --> 00:00:{m:02},000\n{said}\n\n"

# Each file provokes the notes named beside it.
FILES: dict[str, tuple[bytes | str, tuple[str, ...]]] = {
    "latin.txt": (TURNS.replace("hoor", "caf\u00e9").encode("cp1252"), ("windows 1252",)),
    "byte.txt": (TURNS.replace("hoor", "caf\u00e9").encode() + b"R: \x92s avonds.", ("byte not utf-8",)),
    "bytes.txt": (TURNS.replace("hoor", "caf\u00e9").encode() + b"R: \x92s \x92t.", ("bytes not utf-8",)),
    "hides.html": (
        f"<pre>{TURNS}</pre><div style='display:none'>R: En dit verbergt de pagina voor iedereen.".encode(),
        ("hidden by the page",),
    ),
    "letters.txt": (TURNS + "R: \x92s avonds.", ("control letters",)),
    "control.txt": (TURNS + "R: Ja\x07.", ("control characters",)),
    "accents.txt": (TURNS + "R: Caf\u00c3\u00a9.", ("accents spoilt", "accent")),
    "lost.txt": (TURNS + "R: Caf\ufffd.", ("letters lost",)),
    "marks.txt": (TURNS + "R: Caf?tje, re?nie en co?rdinatie.", ("marks inside words",)),
    "asked.txt": (
        TURNS + "R: Die werkte. En uw man? Die was ziek. Hoe oud was uw zoon? Twaalf.\n",
        ("asks within a turn",),
    ),
    "dos.txt": (TURNS + "R: M³hsam, f³r, schl³ssel.\n", ("signs inside words",)),
    "escapes.html": ("<p>I: Hoe?</p><p>R: Samen&#7;werken.</p>", ("control escapes",)),
    "odd.txt": (TURNS + "R: Samen\ue000werken.", ("odd letters",)),
    "struck.md": ("R: Ja, ~~dat~~ dit was zo.\n", ("struck text",)),
    "numbered.txt": ("".join(f"{n} R: Ja, dat was zo.\n" for n in range(1, 9)), ("line numbers", "one label")),
    "broken.srt": (
        CUE.format(n=1, m=2, said="Eva: Hoe?") + "2\n00:00:0x,000 --> 00:00:03,000\nJan: Ja.\n",
        ("broken times", "line"),
    ),
    "outside.vtt": (
        "WEBVTT\n\nEn zij zweeg\n\n0:01.000 --> 0:02.000\n<v Eva>Hoe?</v>\n\n00:02.000 --> 00:03.000\n<v Jan>Zo.</v>\n",
        ("outside cues",),
    ),
    "dash.srt": ("".join(CUE.format(n=n, m=n + 1, said="- Nou ja.") for n in range(1, 9)), ("dashes",)),
    "noise.txt": ("Hoe ging dat?\n\nGoed.\n\nEn toen?\n\nOok goed.\n", ("no speaker but turns",)),
    "greets.txt": ("Goedemiddag.\n\nHoe ging dat?\n\nGoed.\n\nEn toen?\n\nOok.\n", ("no speaker but questions",)),
    "asks.txt": ("Goedemiddag.\n\nHoe ging dat bij u?\n\nGoed.\n\nEn toen?\n\nOok.\n", ("questions as talk",)),
    "channels.json": (
        '{"segments": [{"text": "Hoe?", "speaker": 0, "channel": 0}, {"text": "Zo.", "speaker": 0, "channel": 1}]}',
        ("speakers of channels",),
    ),
    "form.txt": ("~Eva~ Hoe ging dat?\n~Jan~ Goed hoor.\n" * 4, ("no speaker but a form",)),
    "unvoiced.vtt": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Eva>Hoe?</v>\n\n00:02.000 --> 00:03.000\nGoed hoor.\n\n"
        "00:03.000 --> 00:04.000\n<v Eva>En toen?</v>\n",
        ("cues unnamed",),
    ),
    "between.csv": ("speaker,text\nEva,Hoe ging dat?\n,Goed hoor.\nEva,En toen?\n", ("unnamed between",)),
    "taken.csv": ("speaker,text\n" + "Eva,Hoe ging dat?\nJan,Goed hoor.\n" * 4 + ",En toen?\n", ("unnamed taken",)),
    "beside.csv": (
        "speaker,text,rest\n"
        + "Eva,Hoe ging dat?,Vertel eens.\nJan,Goed,hoor dat wel.\n" * 2
        + "Eva,En?,Zeg het maar.\nJan,Niks.,Of toch wel.\n",
        ("columns apart",),
    ),
    "survey.csv": ("nr;Wat vond u?;vervolg\nP01;Niets.;Omdat het zo was.\n", ("answers apart",)),
    "silent.txt": ("I:\nR: Hoe ging dat? Nou, goed.\n" * 4, ("turns without words",)),
    "slip.txt": (TURNS + "R Nou ja.\nI: En?\n", ("label without colon", "state labels as")),
    "slips.txt": (TURNS + "".join(f"R Nou{n} ja.\nI: En?\n" for n in range(9)), ("state labels",)),
    "within.txt": (TURNS + "R: Maar daar kwam niets B: nee.\nB: Oja?\nI: En?\nB: Nee.\n", ("label within a turn",)),
    "missing.txt": (TURNS + "I: En toen nog?\nToen niets meer.\nI: En?\n", ("label missing",)),
    "lone.txt": (TURNS + "\nEn wat dan?\n\nToen niets meer.\n\n" + TURNS, ("paragraphs unlabelled",)),
    "saying.txt": (TURNS + "I: En?\nR: Daarna niets. Volgende vraag.\n", ("interviewer's words",)),
    "after.txt": (TURNS + "\nVeldnotities\nZe leek moe en keek vaak naar de klok.\n", ("notes after the talk",)),
    "second.txt": (TURNS + "\nInterview 2: P02\n\n" + TURNS, ("second interview",)),
    "voice.md": (
        TURNS + "R: Ja (vrouw komt binnen: koffie?) en [memo: navragen dus.\nI: En?\nR: Nou (was dat Jan?) ja] hoor.\n",
        ("voice in brackets", "bracket not closed", "bracket not opened", "questions in brackets"),
    ),
    "doubted.txt": (TURNS + "R?: Nou ja, zo.\n", ("label doubted",)),
    "legend.txt": ("I: Eva Smit, onderzoeker\nR: Jan Bos, 65 jaar\n" + TURNS, ("legend",)),
    "perhaps_legend.txt": ("I: Eva\nR: Jan\n" + TURNS, ("perhaps legend",)),
    "look.md": (
        "**I: Hoe ging dat?**\n\nR: Nou goed. **En toen dan?** Ook.\n\n" + "**I: En nu?**\n\nR: Zo.\n\n" * 4,
        ("look within turns",),
    ),
    "balloon.txt": (TURNS + "R: Zo was dat. Commented [E1]: navragen.\n", ("comments printed",)),
    "turned.txt": ("R: Hoe ging dat?\nI: Goed hoor, we werkten samen.\n" * 5, ("roles turned round",)),
    "voice.txt": ("Dat was zo.\nEn toen weer.\nEn dat was alles.\n", ("no speaker",)),
    "label.txt": (TURNS + "Online: daar.\n", ("perhaps speakers",)),
    "third.txt": (TURNS + "Oma: Koffie voor jullie.\nR: Ja.\n" * 4, ("others speak",)),
    "front.md": ("---\nEva: Hoe ging dat?\nJan: Goed hoor.\n---\n" + TURNS, ("apart may be talk",)),
    "noted.vtt": (
        "WEBVTT\n\n"
        + CUE.format(n=1, m=2, said="Eva: Hoe?").replace(",", ".")
        + f"NOTE {LONG}\n\n{LONG}\n\n"
        + CUE.format(n=3, m=4, said="Jan: Zo.").replace(",", "."),
        ("apart may be talk",),
    ),
    "names.txt": ("Eva: Hoe ging dat?\nJan: Goed hoor, echt.\n" * 8, ("roles guessed", "role")),
    "odd.md": (
        "**Hoe ging dat?**\n\nGoed.\n\nEn toen?\n\nOok.\n\n**En nu?**\n\n**Nu ook.**\n\n**En dan?**\n\nDan niet.\n",
        ("question not set apart", "answer set apart"),
    ),
    "long.md": (
        "".join(f"**Hoe ging dat {n}?**\n\nGoed.\n\n" for n in range(5)) + "Vertel eens.\n\nOok goed.\n",
        ("answer long",),
    ),
    "report.md": (
        "**Verslag**\n\nAnna woont hier.\n\n" + "".join(f"**Hoe ging dat {n}?**\n\nGoed.\n\n" for n in range(5)),
        ("maybe no talk",),
    ),
    "bold.md": (
        "**Hoe ging dat?**\n\nGoed.\n\n**En toen?**\n\nOok goed.\n\n**En nu?**\n\nNu ook.\n",
        ("roles by look",),
    ),
    "top.txt": (LONG + "\n" + TURNS[:160], ("much before",)),
    "long.txt": (TURNS[:400] + "R: " + LONG * 12 + "\n" + TURNS[:400], ("long turn",)),
    "few.vtt": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Eva>" + LONG + "</v>\n\n00:02.000 --> 00:03.000\n<v Jan>Ja.</v>\n",
        ("few words", "state labels as"),
    ),
    "few.txt": ("I: " + LONG + "\nR: Ja.\n" + "I: " + LONG + "\nR: Nee.\n", ("few words",)),
    "swapped.txt": (
        TURNS + "\nR: En waar was dat?\nI: In de tuin.\nR: En wie zat daar?\nI: De buren.\nR: En toen?\nI: Soep.\n"
        "R: Mooi. En wie heeft die soep toen gekookt?\nR: De club.\n",
        ("labels exchanged", "asks and goes on"),
    ),
    "pasted.txt": (TURNS + f"R: {LONG}\nI: Wilt u daar nog iets meer over vertellen?\n" * 2, ("pasted twice",)),
    "pair.txt": (TURNS + "\nR: Zo.\nR: En nu?\nI: Nu ook.\nI: Mooi.\n" + TURNS, ("pair exchanged",)),
    "rows.csv": (
        "Vraag;Antwoord\n"
        + "Hoe ging dat?;We werkten samen, met de buren.\n" * 4
        + f"{LONG};En wie was dat?\nEn nu?;Nu ook.\n",
        ("rows exchanged",),
    ),
    "thrice.txt": ("I: Zo.\nR: Ja.\n" * 3 + "I: Goed.\nI: Dat ook.\n" + "I: Zo.\nR: Ja.\n" * 3, ("thrice on end",)),
    "glued.txt": ("I: Zo.\nR: Ja.\n" * 4 + "I: Goed. Dat ook.\n" + "I: Zo.\nR: Ja.\n" * 3, ("twice on end",)),
    "couple.txt": (
        "I: Zo?\nR: Ja.\nI: En u?\nTante: Ook.\n" * 4
        + "I: Zo?\nR: Nou goed. Wat nu?\nTante: Nu dit.\nI: En?\nR: Ja.\n",
        ("asks another",),
    ),
    "answers.txt": (TURNS + "\nI: En nu?\nI: Nu ook.\n" + TURNS, ("asks and answers",)),
    "brackets.txt": (
        TURNS + "\nR: Daar.\n(Zij wijst naar het huis)\nDaar, <de buren> dus.\n" + TURNS,
        ("lines in brackets", "words in brackets"),
    ),
    "words.csv": ("spreker;verhaal\nI;Hoe ging dat toen?\nR;We werkten samen.\n", ("column taken for text",)),
    "names.csv": ("nr2;tekst\n" + "I;Hoe ging dat toen?\nR;We werkten samen.\n" * 3, ("column taken for speaker",)),
    "lived.csv": (
        "periode;spreker;tekst\n"
        + "".join(f"{when};I;Hoe was {when}?\n{when};R;Samen, in de {when}.\n" for when in ("jeugd", "schooltijd")),
        ("perhaps waves in a table of turns",),
    ),
    "twice.csv": (
        "spreker;tekst;kopie\nI;Hoe ging dat allemaal?;Hoe ging dat allemaal?\nR;Ja, wij samen.;Ja, wij samen.\n"
        + "R;Nou ja;Nou ja\n",
        ("column copied",),
    ),
    "joined.csv": ('"spreker;tekst"\n"I;Hoe ging dat?"\n"R;We werkten samen."\n', ("rows in one cell",)),
    "short.csv": ("spreker;tekst\nI;Hoe?\nWij werkten samen;\nR;Ja.\n", ("row without text",)),
    "exchanged.csv": ("spreker;tekst\nI;Hoe?\nR;Zo.\nEn wie betaalde dat?;I\nR;Ik.\n", ("cells exchanged",)),
    "absent.txt": (TURNS, ("nobody speaks as", "no talk of")),
    "alike.txt": (TURNS.replace("R:", "Jan Bos:"), ("nobody speaks as but",)),
    "stated.txt": (TURNS, ("no stated label",)),
    "bare.txt": (
        "I Hoe?\nR Nou, zo I guess, and I know.\nI En?\nR Ja, I see, and I know.\nI think so.\n" * 2,
        ("label or word",),
    ),
    "other.txt": (TURNS + "Dochter: Koffie?\nR: Ja.\n", ("labels not stated", "state labels as")),
}
SPEAKERS = {
    "asks.txt": "(text)",
    "few.vtt": "Jan",
    "absent.txt": "Wolf",
    "alike.txt": "Jan Bo",
    "latin.txt": "",
    "stated.txt": "",
    "bare.txt": "",
    "other.txt": "",
}
LABELS = {"stated.txt": "{name} >", "bare.txt": "I|R", "other.txt": "I:|R:"}

ELSEWHERE = {
    # notes of formats whose files are built in the test named
    "deletions": "test_readers_word", "document inserted": "test_readers_word", "files inserted": "test_files_inside",
    "not understood": "test_readers_fuzz",
    "one sheet": "test_hidden_cells", "hidden columns": "test_hidden_cells", "late names": "test_readers_neighbours",
    "two columns": "test_readers_neighbours", "turned text": "test_readers_neighbours",
    "long words": "test_readers_neighbours", "loose letters": "test_readers_neighbours",
    "signs without letter": "test_readers_neighbours", "printed codes": "test_readers_neighbours",
    "page broken": "test_readers_fuzz", "typed over pages": "test_pdf_filled",
    "letters without width": "test_readers_fuzz",
    "lines over others": "test_readers_fuzz", "letters over others": "test_readers_fuzz",
    "labels between lines": "test_readers_pdf_tables", "perhaps headers": "test_running_lines",
    "bold within turns": "test_set_apart", "taken for headings": "test_part_headings",
    "cells beside talk": "test_turn_tables_in_documents",
    "questions unlabelled": "test_speakers_forms", "answers unlabelled": "test_speakers_forms",
    "labels there": "test_speakers", "tiers of one speaker": "test_nobodys_talk",
    "speakers unknown": "test_speakers", "perhaps one speaker": "test_speakers", "much apart": "test_speakers_forms",
    "long turns": "test_speakers_forms", "mixed rules": "below", "usual rule": "below", "other rule": "below",
}  # fmt: skip


def run_command(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the kinds of remark that are said while the test runs."""
    said = set[str]()
    say = Remark.say
    monkeypatch.setattr(Remark, "say", lambda remark, language: said.add(remark.kind) or say(remark, language))
    return said


def make_odd_study(folder: Path) -> Path:
    """Write a Dutch study of the files above, one person each, listed in interviews.csv."""
    rows = ["file,person,wave,speaker,labels"]
    for number, (name, (content, _)) in enumerate(FILES.items()):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        rows.append(f"{name},K{number:02}x,{2010 + 10 * (number % 2)},{SPEAKERS.get(name, '')},{LABELS.get(name, '')}")
    (folder / "interviews.csv").write_text("\n".join(rows), encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\nwaves: ['2010', '2020']\ncodebook: book.yaml\n", encoding="utf-8")
    (folder / "book.yaml").write_text(BOOK, encoding="utf-8")
    return folder


def test_every_note_on_a_file_is_provoked_and_said_in_dutch(tmp_path: Path, kinds: set[str]) -> None:
    findings = check_study(make_odd_study(tmp_path))
    assert not findings.problems
    assert set(READING_NOTES) - kinds - set(ELSEWHERE) == set()
    assert english_in(str(findings)) == []


def test_each_file_provokes_the_notes_named_beside_it(tmp_path: Path) -> None:
    corpus = check_study(make_odd_study(tmp_path)).corpus
    for transcript in corpus.transcripts:
        expected = set(FILES[transcript.source][1]) - {"accent", "role", "line"}
        assert expected - {note.kind for note in transcript.notes} == set(), transcript.source


def test_a_note_of_another_format_is_made_somewhere() -> None:
    rooms = ("files", "readers", "transcripts", "study", "validation")
    modules = [path for room in rooms for path in (Path(bp_qual.__file__).parent / room).rglob("*.py")]
    source = "".join(path.read_text(encoding="utf-8") for path in modules)
    made = {kind for kind in {**READING_NOTES, **STUDY_NOTES, **PERSON_NOTES, **SHEET_NOTES} if f'"{kind}"' in source}
    composed = {"earlier by dates", "earlier by years", "earlier by names"}
    composed |= {f"without {part}" for part in ("denials", "split_verbs", "verb_phrases")}
    assert set(READING_NOTES) | set(STUDY_NOTES) | set(PERSON_NOTES) | set(SHEET_NOTES) == made | composed


@pytest.mark.parametrize(
    ("name", "top"),
    [
        ("P01_2010.md", "---\ntitle: Gesprek met P01 over de buurt en de zorg van vroeger\n---\n"),
        (
            "P01_2010.vtt",
            "WEBVTT\n\nSTYLE\n::cue { color: red; background: linear-gradient(to top left, red, blue) }\n\n",
        ),
        ("P01_2010.vtt", "WEBVTT\n\nNOTE Zekerheid: hoog.\n\n"),
    ],
)
def test_properties_and_styles_of_a_file_are_not_told_as_talk(name: str, top: str, tmp_path: Path) -> None:
    cues = "".join(CUE.format(n=n, m=n + 1, said="Eva: Nou ja.").replace(",", ".") for n in range(1, 4))
    (tmp_path / name).write_text(top + (cues if name.endswith("vtt") else TURNS), encoding="utf-8")
    (transcript,) = check_study(tmp_path).corpus.transcripts
    assert "apart may be talk" not in {note.kind for note in transcript.notes}


@pytest.mark.slow
def test_no_command_says_english_of_a_dutch_study(tmp_path: Path) -> None:
    folder = make_odd_study(tmp_path)
    book = folder / "book.yaml"
    commands = (["check", folder], ["code", folder, "-o", tmp_path / "codings.csv"], ["codebook", "check", book])
    for arguments in commands:
        outcome = run_command(*arguments)
        assert outcome.exit_code == 0, outcome.output
        assert english_in(outcome.output) == []


def test_what_init_proposes_for_dutch_talk_is_in_dutch(tmp_path: Path) -> None:
    for name in ("Interview Jan 2010.txt", "Interview Jan 2020.txt", "Interview Jansen 2020.txt"):
        (tmp_path / name).write_text(TURNS, encoding="utf-8")
    outcome = run_command("init", tmp_path)
    assert "Dit zijn voorstellen" in outcome.output
    written = [(tmp_path / name).read_text(encoding="utf-8") for name in ("study.yaml", "interviews.csv")]
    assert english_in("".join([outcome.output, *written])) == []


def test_a_part_of_a_file_without_a_dutch_name_is_refused() -> None:
    with pytest.raises(ValueError, match="scribbles"):
        check_parts([*PARTS, "scribbles"])


# --- every command, on a Dutch study -------------------------------------------------------------------------------

TALK_BOOK = """codebook: Thema
version: {version}
language: nl
codes:
  - id: zorg
    definition: {about}
    label: {{nl: Zorg, en: Care}}
    terms: [zorg, {{near: [zorg, buurt]}}, plan, eigen plan{more}]
  - {{id: wijk, terms: [wijk, ren~, gingen, iem. helpen, {{exact: WIJK}}], unless: [de wijk]}}
  - {{id: niets, terms: [zeppelin]}}
  - {{id: leeg}}
  - {{id: dubbel, terms: [zorg]}}
"""
FUNCTION_WORDS = re.compile(
    r"\b(the|of|is not|was|were|are|and|which|that|these|with|from|only|found by|not found|mentions?|persons?|terms?"
    r" is|coding|codings|words of|sentence|written|left out)\b"
)
IN_FILES = re.compile(r"out/[\w/.-]+|[\w-]+\.(csv|html|yaml|xlsx|docx|json|txt)|renamed, merged of split|`[^`]*`")
FORMATS = ("qdc", "csv", "yml", "dic")
DUTCH_TOO = re.compile(r"\b(was|of|is|were)\b")


def test_a_list_of_english_function_words_would_see_an_english_sentence() -> None:
    assert FUNCTION_WORDS.search(DUTCH_TOO.sub("", "275 terms written to the folder, which are found only there"))


@pytest.fixture
def talk_study(tmp_path: Path) -> Path:
    """Write a Dutch study of six persons in two waves, whose codebook provokes every kind of warning."""
    folder = tmp_path / "studie"
    folder.mkdir()
    for person in range(1, 7):
        early = "De zorg in de buurt was goed. Een plan was er niet. Wij gingen naar de wijk. " * (2 + person)
        late = "Ik heb zorgen. Geen zorg meer in de buurt, zei ik. Mooie wijk. " * (3 + person) + "Mijn plannen. " * 3
        for wave, said in (("2010", early), ("2020", late)):
            more = "Dat was toen nu eenmaal zo, en dat bleef ook zo. " * (len(said.split()) // 5)
            talk = f"I: Wat vind je van de zorg?\nR: {said}{more}\n" * 3
            (folder / f"P0{person}_{wave}.txt").write_text(talk, encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: book.yaml\n", encoding="utf-8")
    book = TALK_BOOK.format(version="1.0.0", about="Hulp.", more="")
    (folder / "book.yaml").write_text(book, encoding="utf-8")
    newer = TALK_BOOK.format(version="1.0.0", about="Hulp thuis.", more=", hulp")
    (folder.parent / "new.yaml").write_text(newer.replace("id: leeg", "id: vol"), encoding="utf-8")
    return folder


def commands_on(folder: Path) -> list[list[str | Path]]:
    """Return every command on a study, those that write before those that read what was written."""
    out, book, new = folder.parent, folder / "book.yaml", folder.parent / "new.yaml"
    options: list[str | Path] = ["--codebook", book]
    return [
        ["check", folder],
        ["code", folder, "-o", out / "codings.csv"],
        ["compare", folder, "-o", out / "uit"],
        ["report", folder, "--html", out / "r.html", "--xlsx", out / "r.xlsx"],
        ["quotes", folder, "--code", "zorg"],
        ["quotes", folder, "--code", "zorg", "--kwic"],
        ["quotes", folder, "--query", "zorg near wijk within 2 sentences", "--person", "P01", "--wave", "2010"],
        ["plan", folder, "--simulations", "50", "--pairs", "8"],
        ["sensitivity", folder],
        ["framework", folder, "-o", out / "matrix.xlsx"],
        ["framework", folder, "-o", out / "matrix.xlsx"],
        ["explain", "Geen zorg voor de wijk, maar zorgen in wijkagenten; iemand rende.", folder],
        ["codebook", "check", book],
        ["codebook", "check", book, folder],
        ["codebook", "tree", book],
        ["codebook", "show", book, "-o", out / "book.html"],
        ["codebook", "words", "zorg", folder, *options, "-o", out / "words.csv"],
        ["codebook", "diff", book, new],
        ["codebook", "diff", book, new, folder],
        ["codebook", "migrate", book, new, out / "codings.csv", "-o", out / "mee"],
        *(["codebook", "export", book, "-o", out / f"x.{kind}"] for kind in (*FORMATS, "taguette.csv")),
        *(["codebook", "import", out / f"x.{kind}", "-o", out / f"{kind}.yaml"] for kind in FORMATS),
        ["codebook", "new", out / "nieuw.yaml"],
        ["init", out / "nieuwe studie"],
    ]


def foreign_words(output: str) -> list[str]:
    """Return the lines in which an English word stands that no Dutch sentence has, but for names of files."""
    lines = (DUTCH_TOO.sub("", IN_FILES.sub("", line)) for line in output.splitlines())
    return [line for line in lines if FUNCTION_WORDS.search(line)]


def test_every_command_speaks_dutch_on_a_dutch_study(talk_study: Path) -> None:
    heard = dict[str, list[str]]()
    for arguments in commands_on(talk_study):
        outcome = run_command(*arguments)
        name = " ".join(map(str, arguments[:2]))
        assert outcome.exit_code == 0, (name, outcome.output, outcome.exception)
        assert outcome.output, name
        heard |= {name: said} if (said := [*english_in(outcome.output), *foreign_words(outcome.output)]) else {}
    assert heard == {}


@pytest.mark.slow
def test_every_command_on_a_dutch_study_speaks_english_when_asked(talk_study: Path) -> None:
    dutch = re.compile(r"\b(geschreven|vermeldingen|personen|waarschuwingen|gevonden|verschil|Niet|Let op|codering)\b")
    out, book, new = talk_study.parent, talk_study / "book.yaml", talk_study.parent / "new.yaml"
    run_command("code", talk_study, "-o", out / "codings.csv")
    commands: list[list[str | Path]] = [
        ["check", talk_study],
        ["code", talk_study, "-o", out / "c.csv"],
        ["compare", talk_study, "-o", out / "uit"],
        ["report", talk_study, "--html", out / "r.html"],
        ["plan", talk_study, "--simulations", "50", "--pairs", "8"],
        ["sensitivity", talk_study],
        ["framework", talk_study, "-o", out / "matrix.xlsx"],
        ["explain", "Geen zorg.", talk_study],
        ["codebook", "check", book, talk_study],
        ["codebook", "tree", book],
        ["codebook", "show", book, "-o", out / "book.html"],
        ["codebook", "words", "zorg", talk_study, "-o", out / "words.csv"],
        ["codebook", "diff", book, new, talk_study],
        ["codebook", "migrate", book, new, out / "codings.csv", "-o", out / "mee"],
        ["codebook", "export", book, "-o", out / "x.dic"],
    ]
    heard = {}
    for arguments in commands:
        outcome = run_command(*arguments, "--language", "en")
        assert outcome.exit_code == 0, (arguments, outcome.output)
        if said := dutch.findall(outcome.output):
            heard[" ".join(map(str, arguments[:2]))] = said
    assert heard == {}
