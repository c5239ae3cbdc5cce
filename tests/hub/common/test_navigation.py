"""The navigation that the apps make together."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from kragozor.hub.common.desk import Panel, panels
from kragozor.hub.common.navigation import Entry, lines


@pytest.fixture
def place(monkeypatch):
    """Let the lowest app declare entries for a place of the test's own."""

    def declare(*entries):
        monkeypatch.setattr(apps.get_app_config("common"), "trial", entries, raising=False)
        return "trial"

    return declare


def test_lines_stand_in_their_order(rf, place):
    name = place(Entry("later", "account_login", order=90), Entry("sooner", "people:desk"))
    assert [line.label for line in lines(name, rf.get("/"))] == ["sooner", "later"]


def test_the_longest_address_that_leads_here_is_current(rf, place):
    name = place(
        Entry("home", "common:home"),
        Entry("account", lambda request: "/account/"),
        Entry("password", lambda request: "/account/password/"),
    )
    current = [line.label for line in lines(name, rf.get("/account/password/change/"))]
    assert current == ["home", "account", "password"]
    marked = [
        line.label for line in lines(name, rf.get("/account/password/change/")) if line.current
    ]
    assert marked == ["password"]
    assert [line.label for line in lines(name, rf.get("/")) if line.current] == ["home"]


def test_an_entry_without_an_address_is_left_out(rf, place):
    name = place(Entry("nobody's", lambda request: None))
    assert lines(name, rf.get("/")) == []


def everybody(request):
    return {"who": "всички"}


def nobody(request):
    return None


def test_a_panel_without_facts_is_not_laid_on_the_desk(rf, monkeypatch):
    laid = [
        Panel("common/parts/_who.html", f"{__name__}.{facts.__name__}")
        for facts in (everybody, nobody)
    ]
    monkeypatch.setattr("kragozor.hub.common.desk.entries", lambda place: laid)
    request = rf.get("/")
    request.user = AnonymousUser()
    assert ["всички" in panel for panel in panels(request)] == [True]
