"""Browser tests run where a Chromium is found; elsewhere they are left out, and it is said.

``KRAGOZOR_CHROMIUM`` names the program when it is not on the path. With
``KRAGOZOR_REQUIRE_BROWSER`` set, a missing Chromium is an error.
"""

from __future__ import annotations

import os
import shutil
from functools import cache

import pytest

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
HINT = (
    "Install Chromium (on Debian: apt-get install chromium libatomic1), "
    "or set KRAGOZOR_CHROMIUM to its path."
)
LEFT_OUT = pytest.StashKey[int]()


@cache
def chromium() -> str | None:
    """Return the path of the Chromium of this machine, if it has one."""
    named = os.environ.get("KRAGOZOR_CHROMIUM")
    names = (named,) if named else NAMES
    return next(filter(None, map(shutil.which, names)), None)


# Last, so that `-m "not browser"` has been heard before anything is counted.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave browser tests to the end, or out when there is no browser.

    A started Playwright keeps an event loop in its thread, which tests after it would notice.
    """
    browser = [item for item in items if item.get_closest_marker("browser")]
    others = [item for item in items if not item.get_closest_marker("browser")]
    if browser and chromium() is None:
        if os.environ.get("KRAGOZOR_REQUIRE_BROWSER"):
            raise pytest.UsageError(f"No Chromium for {len(browser)} browser tests. {HINT}")
        config.stash[LEFT_OUT] = len(browser)
        config.hook.pytest_deselected(items=browser)
        browser = []
    items[:] = others + browser


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say at the end how many tests were left out, and how to get what they need."""
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.section("browser tests left out")
        terminalreporter.line(f"Left out: {left_out}, because no Chromium was found.")
        terminalreporter.line(HINT)
