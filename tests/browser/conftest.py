"""A real Chromium before a real server of the hub."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.checks import Complaints
from tests.plugins.browsers import chromium

# Chromium looks for updates and experiments as it starts; tests speak to this machine alone.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1280, 900)
NARROW = (320, 700)


@pytest.fixture(scope="session")
def chromium_browser() -> Iterator[Browser]:
    """The Chromium of this machine; one for the whole run, since starting it takes a second."""
    # Playwright keeps an event loop in this thread; the tests' own queries are not part of it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Chromium's sandbox refuses to work for root.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def live_hub(live_server, settings) -> str:
    """The address of a running hub that shares the test's database, and has no memory of others.

    Rate limits are counted in the cache, whose table is not emptied with those of the models.
    Links in its letters lead to where it runs.
    """
    settings.BASE_URL = urlsplit(live_server.url)
    cache.clear()
    return live_server.url


@pytest.fixture
def complaints() -> Complaints:
    """What the pages of this test complain of, as it happens."""
    return Complaints()


@pytest.fixture
def open_window(chromium_browser, live_hub, complaints) -> Iterator[Callable[..., Page]]:
    """Open a window: ``open_window(size=NARROW, scheme="dark", locale="en-GB", person=owner)``.

    Addresses are relative to the hub: ``page.goto("/en/")``. With a person, they are signed in.
    """
    contexts = []

    def open_one(*, size=WIDE, scheme="light", locale="bg-BG", person=None, **options) -> Page:
        context = chromium_browser.new_context(
            base_url=live_hub,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale=locale,
            timezone_id="Europe/Sofia",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        if person is not None:
            context.add_cookies([session_cookie(person, live_hub)])
        page = context.new_page()
        complaints.hear(page)
        return page

    yield open_one
    for context in contexts:
        context.close()


def session_cookie(person, address: str) -> dict[str, str]:
    """Return the cookie of a session in which a person is signed in."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": address}


@pytest.fixture
def page(open_window) -> Page:
    """A wide, light, Bulgarian window."""
    return open_window()
