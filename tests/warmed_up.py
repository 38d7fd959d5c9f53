"""The program as it is once it has coded a small study: what the pages of tests are forked from."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bp_qual.cli import page_command
from bp_qual.page import gate, routes, serving
from page_builders import make_desk

LOADED = (gate, page_command, routes, serving)

with tempfile.TemporaryDirectory() as folder:
    make_desk(Path(folder) / "study")
