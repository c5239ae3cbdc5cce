"""What waits on the desk of the Council: applications, the longest first."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kragozor.hub.applications import services
from tests.hub.applications.making import approved_make, draft_make, sent_make
from tests.hub.pages import assert_page

DESK = reverse("people:desk")


@pytest.mark.parametrize("part", ["staff", "board", "administrator"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_waits_for_the_council_lies_there(client_of, cast, part, prefix):
    sent_make("a" * 43, name="Първа ООД", eik="831641791")
    sent_make("b" * 43, name="Втора ООД")
    page = client_of(getattr(cast, part)).get(f"{prefix}{DESK}")
    assert_page(page, language=prefix.strip("/") or "bg")
    assert page.text.index("Първа ООД") < page.text.index("Втора ООД")


def test_what_waits_for_others_or_is_over_does_not(client_of, staff):
    draft_make("a" * 43, name="Чернова ООД")
    approved_make(staff, "b" * 43, name="Приета ООД")
    asked = sent_make("c" * 43, name="Попитана ООД", eik="831641791")
    services.question_ask(actor=staff, application=asked, text="Колко?")
    assert "desk-applications" not in client_of(staff).get(DESK).text


@pytest.mark.parametrize("part", ["owner", "expert", "stranger"])
def test_others_are_not_told(client_of, cast, part):
    sent_make(name="Първа ООД")
    assert "Първа ООД" not in client_of(getattr(cast, part)).get(DESK).text
