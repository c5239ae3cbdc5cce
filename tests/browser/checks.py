"""What every page must hold, seen in a browser: accessible, as wide as its window, and quiet."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

# Best practices are a matter of taste; these are the conformance rules of WCAG 2.2 AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Complaints(list[str]):
    """What a page complained of: errors of its scripts, refusals of its security policy."""

    def hear(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._hear_console)
        page.on("pageerror", lambda error: self.append(f"error: {error}"))

    def _hear_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.append(f"{message.type}: {message.text}")


def assert_well(page: Page, complaints: Complaints) -> None:
    """Assert all that a page must hold."""
    # A press leads on while the test goes on: for a moment the new page has no content at all.
    page.wait_for_load_state()
    assert not complaints, "\n".join([page.url, *complaints])
    assert_fits(page)
    assert_accessible(page)


def assert_fits(page: Page) -> None:
    """Assert that nobody has to scroll sideways to read the page."""
    width = page.evaluate("document.documentElement.scrollWidth")
    window = page.evaluate("document.documentElement.clientWidth")
    assert width <= window, f"{page.url} is {width} px wide in a window of {window} px"


def assert_accessible(page: Page) -> None:
    """Assert that axe finds no violation of WCAG 2.2 AA."""
    options = {"runOnly": {"type": "tag", "values": RULES}}
    violations = Axe().run(page, options=options).response["violations"]
    found = [
        f"{violation['id']}: {violation['help']}: {node['html']}"
        for violation in violations
        for node in violation["nodes"]
    ]
    assert not found, "\n".join([page.url, *found])
