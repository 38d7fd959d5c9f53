"""Chromium without a window, for the tests of what is shown in a browser; they are skipped where it is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="the browser is driven by selenium (pip install selenium)")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
CHROMEDRIVER = shutil.which("chromedriver") or ""
NEEDS_CHROMIUM = [
    pytest.mark.skipif(not (CHROMIUM and CHROMEDRIVER), reason="chromium and chromedriver are not installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
_PATIENCE = 240  # seconds that a script may take on a machine with more to do than it has processors
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage --window-size=1400,1000"
)


def start_chromium(profile: Path):
    """Return a driver of a new browser that keeps what it logs; whoever starts it quits it."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in QUIET.split():
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(CHROMEDRIVER))
    driver.set_script_timeout(_PATIENCE)
    return driver


def look_for_serious(driver) -> list[dict]:
    """Return the rules that axe says a page breaks seriously; to keep all that it sees takes ten times as long."""
    axe = pytest.importorskip("axe_selenium_python", reason="axe is run by axe-selenium-python")
    tool = axe.Axe(driver)
    tool.inject()
    found = tool.run(options={"resultTypes": ["violations"]})["violations"]
    return [rule for rule in found if rule["impact"] in ("serious", "critical")]
