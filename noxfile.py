"""The tests with other versions: `pipx run nox` runs them with every Python that is there, `nox -s lowest` with floors.

Each session makes an environment of its own. `-- tests/test_cli.py` behind a session runs that part only.
"""

import nox

nox.options.sessions = ["tests"]
nox.options.error_on_missing_interpreters = False
PYTHONS = ["3.11", "3.12", "3.13"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """With the versions in constraints.txt, as the second command of the README."""
    session.install("-q", "-c", "constraints.txt", "-e", ".[dev]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """With the newest of everything, to know before a user does."""
    session.install("-q", "-U", "-e", ".[dev]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python="3.11", venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """With the oldest versions that pyproject.toml allows: are its floors true?"""
    session.run_install("uv", "pip", "install", "-q", "--resolution", "lowest-direct", "-e", ".[dev]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)
