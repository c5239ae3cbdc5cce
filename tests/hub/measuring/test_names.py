"""Whatever a subject and its materials are called, their names stay text on every page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kragozor.hub.measuring.services.sharing import link_create
from kragozor.hub.members.models import Organisation
from kragozor.instruments.inventory import Destination, Origin
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import assert_page
from tests.inventories import inflow, outflow
from tests.inventories import inventory as declared

NAME = """'"><script>alert(1)</script></title><img src=x onerror=alert(1)>"""


@pytest.fixture
def addresses(cast):
    """Every page on which the names of an inventory stand."""
    made = []
    for virgin in (60, 70):
        whole = declared(
            inflow(virgin, Origin.VIRGIN, material=NAME),
            inflow(100 - virgin, Origin.RECYCLED_POST_CONSUMER, material=NAME + "2"),
            outflow(100, Destination.LANDFILL, material=NAME),
            name=NAME,
        )
        inventory = inventory_make(cast.owner, cast.company, whole)
        made.append(assessment_make(cast.owner, inventory, whole))
    newest = made[-1]
    until = timezone.localdate() + timedelta(days=7)
    link = link_create(actor=cast.owner, assessment=newest, expires_on=until)
    return {
        "result": [newest.pk],
        "compare": [newest.pk],
        "share": [newest.pk],
        "shared": [link.token],
        "inventory": [inventory.pk],
        "facts": [inventory.pk, "inflows"],
        "home": [],
    }


@pytest.mark.parametrize("language", ["bg", "en"])
def test_name_is_text_on_every_page(cast, client_of, addresses, language):
    Organisation.objects.filter(pk=cast.company.pk).update(name=NAME)
    client, prefix = client_of(cast.owner), "" if language == "bg" else "/en"
    for name, parts in addresses.items():
        page = client.get(prefix + reverse(f"measuring:{name}", args=parts))
        assert_page(page, language=language)
        assert "<script>alert" not in page.text, name
        assert "<img src=x" not in page.text, name
        assert "&lt;script&gt;alert" in page.text, name


def test_name_of_a_file_stays_in_its_header(cast, client_of, addresses):
    answer = client_of(cast.owner).get(reverse("measuring:report_json", args=addresses["result"]))
    said = answer.headers["Content-Disposition"]
    assert said.startswith("attachment; filename*=UTF-8''%27%22%3E%3Cscript%3E")
    assert not set(said) & set('<>"')
