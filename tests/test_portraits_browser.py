"""A portrait in a real browser: it fits a phone, and on a screen the waves stand beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bp_qual.framework import make_portraits, write_portraits
from bp_qual.framework.matrix import summary_table
from chromium import NEEDS_CHROMIUM
from wave_studies import count_said

pytestmark = NEEDS_CHROMIUM


def test_the_page_fits_a_phone_and_shows_three_waves_beside_each_other(browser: Any, tmp_path: Path) -> None:
    long = "Het " + "samenwerkingsverbandbestuursvergadering" * 3 + " over {code}, zeg ik."
    summaries = summary_table([("P01", "hokjes", "2010", "woord" * 60, "", "", "")])
    panel = count_said({"P01": (1, 2, 5)}, sentence=long)
    (path,) = write_portraits(make_portraits(panel, summaries=summaries), tmp_path)
    for width, beside in ((390, False), (1200, True)):
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.get(path.as_uri())
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        tops = browser.execute_script(
            "return [...document.querySelectorAll('.theme .cell')].map(e => e.getBoundingClientRect().top)"
        )
        assert (len(set(tops)) == 1) is beside
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []
