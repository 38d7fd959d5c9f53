"""The documentation as a site: every page is on it, no link leads nowhere, and it works from a folder, offline."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("mkdocs", reason="the site is built with the extra [docs]")

ROOT = Path(__file__).parents[1]
LOADED = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"([^\"]+)|<link\b(?=[^>]*rel=\"(?:stylesheet|preload|icon)\")[^>]*\bhref=\"([^\"]+)|url\(([^)]+)\)"
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as `mkdocs build --strict` does; a link or anchor that leads nowhere fails it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("site_pages", ROOT / "scripts" / "site_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_page_of_the_documentation_is_on_the_site_and_in_its_contents(site: Path) -> None:
    start = (site / "index.html").read_text("utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        name = page.relative_to(ROOT / "docs").with_suffix(".html").as_posix().replace("README", "index")
        assert (site / name).is_file(), page
        assert f'href="{name}"' in start or name == "index.html" or name.startswith("decisions/0"), page
    decisions = (site / "decisions" / "index.html").read_text("utf-8")
    for page in (ROOT / "docs" / "decisions").glob("0*.md"):
        assert f'href="{page.with_suffix(".html").name}"' in decisions


def test_a_page_names_every_public_function_with_its_docstring(site: Path) -> None:
    import bp_qual

    text = (site / "functions.html").read_text("utf-8")
    missing = [name for name in bp_qual.__all__ if f'.{name}"' not in text]
    assert missing == []
    assert "Westfall and Young" in text


@pytest.mark.parametrize(
    ("page", "language"), [("index", "en"), ("first_study", "en"), ("eigen_interviews", "nl"), ("namen", "nl")]
)
def test_a_page_says_in_which_language_it_is(site: Path, page: str, language: str) -> None:
    assert f'<html lang="{language}"' in (site / f"{page}.html").read_text("utf-8")


def test_no_page_loads_anything_from_another_computer(site: Path) -> None:
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(files) > 50
    loaded = {
        address.strip("'\"")
        for file in files
        for found in LOADED.finditer(file.read_text("utf-8"))
        for address in filter(None, found.groups())
    }
    assert loaded
    assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == []


@pytest.mark.parametrize(
    ("page", "text", "led"),
    [
        ("names.md", "[laws](../ARCHITECTURE.md#laws)", "[laws](architecture.md#laws)"),
        ("names.md", "[study](study.md)", "[study](study.md)"),
        ("names.md", "[a test](../tests/test_x.py)", "a test (`tests/test_x.py`)"),
        ("names.md", "[`tests/test_x.py`](../tests/test_x.py)", "`tests/test_x.py`"),
        ("names.md", "[home](https://example.org/a.md)", "[home](https://example.org/a.md)"),
        ("names.md", "![change](gallery/change.svg)", "![change](gallery/change.svg)"),
        ("decisions/README.md", "[statistics](../statistics.md#p)", "[statistics](../statistics.md#p)"),
        ("decisions/README.md", "[what is new](../../CHANGELOG.md)", "[what is new](../changelog.md)"),
        ("architecture.md", "[decisions](docs/decisions/README.md)", "[decisions](decisions/README.md)"),
        ("changelog.md", "[how](CONTRIBUTING.md)", "[how](contributing.md)"),
    ],
)
def test_a_link_leads_to_the_page_of_the_site_that_holds_the_file(
    pages: ModuleType, page: str, text: str, led: str
) -> None:
    assert pages.lead_links(text, page) == led


def test_an_example_keeps_its_language_and_loses_what_the_tests_are_told(pages: ModuleType) -> None:
    class Page:
        file = type("File", (), {"src_uri": "study.md"})

    text = "```sh run\nbp-qual check [a](b)\n```\n\n```text output\nyes\n```\n"
    assert pages.on_page_markdown(text, Page) == "```sh\nbp-qual check [a](b)\n```\n\n```text\nyes\n```\n"


chromium = pytest.importorskip("chromium", reason="needs selenium")


@pytest.fixture(scope="module")
def opened(site: Path, tmp_path_factory: pytest.TempPathFactory):
    if not (chromium.CHROMIUM and chromium.CHROMEDRIVER):
        pytest.skip("chromium and chromedriver are not installed")
    driver = chromium.start_chromium(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


def asked_for(driver) -> list[str]:
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    "page", ["index", "first_study", "nieuwe_woorden", "statistics", "reference", "decisions/index"]
)
def test_a_page_opened_from_its_folder_asks_no_other_computer_and_complains_of_nothing(
    opened, site: Path, page: str
) -> None:
    opened.get_log("performance"), opened.get_log("browser")
    opened.get((site / f"{page}.html").as_uri())
    serious = chromium.look_for_serious(opened)
    assert [url for url in asked_for(opened) if not url.startswith(("file:", "data:", "blob:", "chrome"))] == []
    assert [entry for entry in opened.get_log("browser") if entry["level"] == "SEVERE"] == []
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in serious] == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(("word", "page"), [("steekproef", "hoe_goed_is_de_codering"), ("attrition", "glossary")])
def test_what_is_looked_for_is_found_offline_in_both_languages(opened, site: Path, word: str, page: str) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    opened.get((site / "index.html").as_uri())
    box = opened.find_element(By.CSS_SELECTOR, "input.md-search__input")
    opened.execute_script("document.querySelector('#__search').click()")
    box.send_keys(word)
    links = "return [...document.querySelectorAll('.md-search-result__link')].map(link => link.href)"
    WebDriverWait(opened, 20).until(lambda driver: any(page in link for link in driver.execute_script(links)))
