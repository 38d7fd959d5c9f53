"""Write a project of Taguette (.sqlite3), as Taguette 1.0 and later read and export it.

A transcript is a page with a paragraph for each line, so that the text of the page is the text of the transcript;
places are its UTF-8 bytes. A code below another is a tag with a dot: ``work.stress``. Who coded is kept in the log of
the project, as Taguette itself does, and what a coder finished in the description of a document.
"""

from __future__ import annotations

import html
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from bp_qual.codebook import Code, Codebook
from bp_qual.exchange.drafts import Exported, count_lost, make_id
from bp_qual.exchange.given import Given, names_speakers
from bp_qual.exchange.refi_codebook import describe_code
from bp_qual.exchange.taguette_finished import finished_lines
from bp_qual.exchange.taguette_log import ONLY_USER, login_of
from bp_qual.exchange.taguette_project import describe_about
from bp_qual.files.excel_writing import printable
from bp_qual.transcripts import Transcript
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

_REVISION = "db5e31a0233d"  # of the tables, in Taguette 1.0 to 1.5
_APPLICATION = 0x54677474  # how a file is known to be Taguette's
_UNDATED = "2000-01-01 00:00:00.000000"
_NAME, _PROJECT, _PATH, _ABOUT = 50, 50, 200, 102_400  # the most letters that Taguette takes
_TABLES = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(192),
    disabled BOOLEAN NOT NULL, password_set_date DATETIME, language VARCHAR(10), email VARCHAR(256) UNIQUE,
    email_sent DATETIME);
CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, created DATETIME NOT NULL);
CREATE TABLE project_members (project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_login VARCHAR(30) NOT NULL REFERENCES users (login) ON DELETE CASCADE ON UPDATE CASCADE,
    privileges VARCHAR(11) NOT NULL, PRIMARY KEY (project_id, user_login));
CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE, text_direction VARCHAR(13) NOT NULL,
    contents TEXT NOT NULL);
CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL,
    user_login VARCHAR(30) NOT NULL REFERENCES users (login) ON UPDATE CASCADE,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE, document_id INTEGER, payload TEXT NOT NULL);
CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE, path VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, UNIQUE (project_id, path));
CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL REFERENCES highlights (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE, PRIMARY KEY (highlight_id, tag_id));
CREATE INDEX idx_project_document ON commands (project_id, document_id);
CREATE INDEX idx_project_id ON commands (project_id, id);
CREATE INDEX ix_commands_date ON commands (date);
CREATE INDEX ix_commands_document_id ON commands (document_id);
CREATE INDEX ix_commands_project_id ON commands (project_id);
CREATE INDEX ix_commands_user_login ON commands (user_login);
CREATE INDEX ix_documents_project_id ON documents (project_id);
CREATE INDEX ix_highlight_tags_highlight_id ON highlight_tags (highlight_id);
CREATE INDEX ix_highlight_tags_tag_id ON highlight_tags (tag_id);
CREATE INDEX ix_highlights_document_id ON highlights (document_id);
CREATE INDEX ix_project_members_project_id ON project_members (project_id);
CREATE INDEX ix_project_members_user_login ON project_members (user_login);
CREATE INDEX ix_tags_path ON tags (path);
CREATE INDEX ix_tags_project_id ON tags (project_id);
"""


def write_taguette(given: Given, language: str = "") -> Exported:
    """Return codings as a project of Taguette, and what it cannot carry.

    Parameters
    ----------
    given : Given
        The codings.
    language : str
        Language of the labels; that of the codebook if empty.

    Returns
    -------
    Exported

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.exchange.given import GIVEN_COLUMNS
    >>> from bp_qual.exchange.taguette_project import read_taguette
    >>> row = ("P01_2010", "P01", "2010", 24, 29, "money", "Money", "anna", "", "", "human", False, False)
    >>> given = Given("Demo", corpus, codebook, pd.DataFrame([row], columns=list(GIVEN_COLUMNS)))
    >>> passage = read_taguette(write_taguette(given).data, "demo.sqlite3").passages[0]
    >>> passage.quote, passage.start, passage.coder
    ('Money', 24, 'anna')
    """
    paths = _paths(given.codebook, language or given.codebook.language)
    base = sqlite3.connect(":memory:")
    base.executescript(_TABLES)
    base.execute(f"PRAGMA application_id={_APPLICATION}")
    base.execute("INSERT INTO alembic_version VALUES (?)", (_REVISION,))
    coders = dict.fromkeys(map(str, (*given.codings["coder"], *(coder for coder, _ in given.finished))))
    for login in dict.fromkeys(
        (ONLY_USER, *map(login_of, coders))
    ):  # of any length: Taguette makes all of them its own user
        base.execute("INSERT INTO users (login, created, disabled) VALUES (?, ?, 0)", (login, _UNDATED))
    name = printable(given.name)[:_PROJECT] or "bp_qual"
    base.execute("INSERT INTO projects VALUES (1, ?, '', ?)", (name, _UNDATED))
    base.execute("INSERT INTO project_members VALUES (1, ?, 'ADMIN')", (ONLY_USER,))
    tags = {code.id: number for number, code in enumerate(given.codebook.codes, start=1)}
    for code in given.codebook.codes:
        row = (tags[code.id], paths[code.id], _about(code, paths[code.id]))
        base.execute("INSERT INTO tags VALUES (?, 1, ?, ?)", row)
        _log_tag(base, *row)
    about, too_long = _descriptions(given, paths)
    names = _distinct(about, _NAME)
    for number, (transcript, name) in enumerate(zip(given.corpus.transcripts, names, strict=True), start=1):
        values = (number, name, about[transcript.interview], f"{name}.txt", _UNDATED, page_of(transcript.text))
        base.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, 1, 'LEFT_TO_RIGHT', ?)", values)
        own = given.codings[(given.codings["interview"] == transcript.interview) & (given.codings["code"] != "")]
        _add_highlights(base, number, transcript.text, own, tags)
    base.commit()
    data = base.serialize()
    base.close()
    return Exported(data, tuple(_lost(given, too_long)))


def page_of(text: str) -> str:
    r"""Return a text as a page of HTML whose text is that text: a paragraph for each line.

    >>> page_of("I: How?\nR: 1 < 2.")
    '<p>I: How?</p>\n<p>R: 1 &lt; 2.</p>'
    """
    return "\n".join(f"<p>{html.escape(printable(line), quote=False)}</p>" for line in text.split("\n"))


def _add_highlights(
    base: sqlite3.Connection,
    document: int,
    text: str,
    codings: pd.DataFrame,
    tags: Mapping[str, int],
) -> None:
    """Add a highlight for each place and coder, with a tag for each code, and the line of the log that says who."""
    data = text.encode("utf-8", "replace")
    for (start, end, coder), rows in codings.groupby(["start", "end", "coder"], sort=True):
        place = tuple(len(text[:offset].encode("utf-8", "replace")) for offset in (start, end))
        quote = data[slice(*place)].decode("utf-8")
        snippet = page_of(quote) if "\n" in quote else html.escape(printable(quote), quote=False)
        values = (document, *place, snippet)
        sql = "INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?)"
        highlight = base.execute(sql, values).lastrowid
        numbers = [tags[code] for code in dict.fromkeys(rows["code"])]
        base.executemany("INSERT INTO highlight_tags VALUES (?, ?)", [(highlight, number) for number in numbers])
        payload = {"type": "highlight_add", "highlight_id": highlight, "start_offset": place[0], "end_offset": place[1],
                   "tags": numbers}  # fmt: skip
        command = (_date(rows["at"].iloc[0]), login_of(str(coder)), document, json.dumps(payload, sort_keys=True))
        sql = "INSERT INTO commands (date, user_login, project_id, document_id, payload) VALUES (?, ?, 1, ?, ?)"
        base.execute(sql, command)


def _log_tag(base: sqlite3.Connection, tag: int, path: str, about: str) -> None:
    """Add the line of the log that a tag was made, by which it is known under another name too."""
    said = {"type": "tag_add", "tag_id": tag, "tag_path": path, "description": about}
    sql = "INSERT INTO commands (date, user_login, project_id, payload) VALUES (?, ?, 1, ?)"
    base.execute(sql, (_UNDATED, ONLY_USER, json.dumps(said, sort_keys=True)))


def _descriptions(given: Given, paths: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return what is said of each interview, whose it is and what is finished, and of which the latter is too long."""
    about, too_long = dict[str, str](), list[str]()
    for transcript in given.corpus.transcripts:
        name = transcript.interview
        own = {login_of(coder): codes for (coder, of), codes in given.finished.items() if of == name}
        whose, said = _whose(transcript), finished_lines({by: [paths[code] for code in own[by]] for by in own})
        if len(whose) + 1 + len(said) > _ABOUT:
            too_long.append(name)
            said = finished_lines(dict.fromkeys(own, ()))
        about[name] = "\n".join(filter(None, (whose, said)))
    return about, too_long


def _whose(transcript: Transcript) -> str:
    labels = dict[str, dict[str, None]]()
    for turn in transcript.turns if names_speakers(transcript) else ():
        if turn.person and turn.speaker:
            labels.setdefault(turn.person, {})[turn.speaker] = None
    said = {person: [*own] for person, own in labels.items()}
    return describe_about(transcript.persons, transcript.wave, transcript.date, said)


def _paths(codebook: Codebook, language: str) -> dict[str, str]:
    """Return the tag of each code: the names from the top down with dots between them, each different."""
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for code in codebook.codes:
        name = _tag_name(codebook, code, language)
        above = f"{paths[code.parent]}." if code.parent else ""
        path = f"{above}{name}"
        if path.casefold() in taken or len(path) > _PATH:
            path = f"{above}{code.id.replace('.', '_')}"
        for number in range(2, len(codebook.codes) + 2):
            if len(path) <= _PATH and path.casefold() not in taken:
                break
            path = f"{code.id.replace('.', '_')[: _PATH - 5]}-{number}"
        taken.add(path.casefold())
        paths[code.id] = path
    return paths


def _tag_name(codebook: Codebook, code: Code, language: str) -> str:
    label = " ".join(printable(codebook.label(code.id, language)).split())
    return code.id.replace(".", "_") if "." in label or not label else label


def _about(code: Code, path: str) -> str:
    """Return the description of a tag: the definition, and the id of the code where its name does not give it."""
    expected = make_id(path.rpartition(".")[2])
    lines = [*describe_code(code), *([] if expected == code.id else [f"Code id: {code.id}"])]
    return printable("\n".join(lines))


def _distinct(names: Iterable[str], longest: int) -> list[str]:
    chosen: list[str] = []
    for name in names:
        short, number = name[:longest], 2
        while short in chosen:
            short, number = f"{name[: longest - 5]}-{number}", number + 1
        chosen.append(short)
    return chosen


def _date(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return _UNDATED
    return moment.replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


def _lost(given: Given, too_long: Collection[str]) -> Iterator[Remark]:
    yield from (*given.lost, *given.lost_memos(), *given.lost_status(), *given.lost_speakers())
    if too_long:
        yield Remark("lost marks", values={"n": len(too_long), "most": _ABOUT, "interviews": too_long})
    memos = given.codings[given.codings["memo"] != ""]
    counts = {
        "lost all memos": int((memos["code"] != "").sum()),
        "lost free memos": int((memos["code"] == "").sum()),
        "lost dots": sum("." in label for code in given.codebook.codes for label in code.label.values()),
    }
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
    yield from count_lost(given.codebook, "terms", "unless", "negated", "label", "colour")
