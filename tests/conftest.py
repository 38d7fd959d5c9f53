"""Which and how many tests run at a time, what memory is gone through meanwhile, and a browser for the coding page."""

from __future__ import annotations

import compileall
import contextlib
import gc
import importlib
import os
import random
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import find, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from page_in_browser import Page


settings.register_profile("any machine", deadline=None)  # how long an example takes is no matter of right or wrong
settings.load_profile("any machine")


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Run one test more than there are processors at a time, as some wait for a browser."""
    return (yield) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="run slow tests too, and every case of each sweep")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: only run with --whole")
    config.addinivalue_line("markers", "sweep(n): without --whole run n of its cases, always the same")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is slow, and of each sweep all but a few of its cases, always the same."""
    if config.getoption("--whole"):
        return
    sweeps: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("sweep"):
            sweeps.setdefault(item.nodeid.partition("[")[0], []).append(item)
    drawn = {test: random.Random(test).sample(cases, _number(cases)) for test, cases in sweeps.items()}
    left_out = {item for test, cases in sweeps.items() for item in cases if item not in drawn[test]}
    left_out |= {item for item in items if item.get_closest_marker("slow")}
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


def _number(cases: list[pytest.Item]) -> int:
    return min(len(cases), cases[0].get_closest_marker("sweep").args[0])


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Compile a share of what is there in each worker, and read what the others compiled: all did all of it at once."""
    worker = getattr(session.config, "workerinput", None)
    if worker is None or session.config.args != session.config.getini("testpaths"):
        return
    number, count = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    tests = Path(__file__).parent
    for path in sorted((tests.parent / "src").rglob("*.py"))[number::count]:
        compileall.compile_file(path, quiet=2)
    for path in sorted(tests.glob("test_*.py"))[number::count]:
        with contextlib.suppress(Exception, pytest.skip.Exception):  # collecting it says what is wrong
            importlib.import_module(path.stem)
    find(st.none(), lambda _: True)  # gathers the constants in what is loaded, and keeps them in .hypothesis


@pytest.hookimpl(wrapper=True)
def pytest_collect_file() -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Look for examples in docstrings nowhere in the tests."""
    return [collector for collector in (yield) if type(collector) is pytest.Module]


def pytest_sessionstart() -> None:
    """Let what is collected lie: going through it again and again took a quarter of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Go through what tests make, and never again through the tests themselves."""
    gc.enable()
    gc.freeze()


@pytest.fixture(autouse=True)
def same_environment() -> Iterator[None]:
    """Put the environment back as each test found it: a library may set it, and tests behind it would fail for it."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys() - {"PYTEST_CURRENT_TEST"}:
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A browser for all tests of the coding page, which `make_page` leaves as it found it."""
    from chromium import start_chromium

    driver = start_chromium(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture
def make_page(browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Page]]:
    """A maker of pages in that browser, which end when the test does."""
    from page_in_browser import pages

    yield from pages(browser, tmp_path, monkeypatch)
