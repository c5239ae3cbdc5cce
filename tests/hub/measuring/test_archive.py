"""What is put away is read, and neither changed nor shown outside until it is restored."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink
from kragozor.hub.measuring.services import drafts
from kragozor.hub.measuring.services.inventories import (
    Archived,
    inventory_archive,
    inventory_restore,
)
from kragozor.hub.measuring.services.sharing import link_create
from kragozor.hub.measuring.tasks import measuring_ask
from kragozor.hub.members.models import Organisation
from tests.hub.pages import assert_page

ROW = {"material": "лен", "mass": "12,5", "origin": "virgin", "revision": "2"}


@pytest.fixture
def archived(cast, inventory, assessment, link):
    """An inventory with a result, a link and a removed row, put away."""
    put_away = drafts.row_remove(
        actor=cast.owner, inventory=inventory, revision=1, section="inflows", number=2
    )
    inventory_archive(actor=cast.owner, inventory=put_away)
    return put_away


def page(name, *parts):
    return reverse(f"measuring:{name}", args=parts)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("section_save", ("subject",)),
        ("row_add", ("inflows",)),
        ("row_save", ("inflows", 1)),
        ("row_remove", ("inflows", 1)),
        ("row_restore", ("inflows",)),
        ("measure", ()),
        ("archive", ()),
    ],
)
def test_there_is_nothing_to_change(cast, client_of, archived, name, parts):
    before = Inventory.objects.get()
    answer = client_of(cast.owner).post(page(name, archived.pk, *parts), ROW)
    assert answer.status_code == 404
    after = Inventory.objects.get()
    assert (after.facts, after.archived_at) == (before.facts, before.archived_at)
    assert Assessment.objects.count() == 1


def test_services_refuse_it_too(cast, archived, assessment):
    """Somebody may put it away while another has its form open."""
    stale = Inventory.objects.get()
    stale.archived_at = None
    with pytest.raises(Archived):
        drafts.row_add(actor=cast.owner, inventory=stale, revision=2, section="inflows", row=ROW)
    with pytest.raises(Archived):
        measuring_ask(actor=cast.owner, inventory=archived)
    with pytest.raises(Archived):
        link_create(
            actor=cast.owner,
            assessment=Assessment.objects.get(),
            expires_on=timezone.localdate(),
        )


@pytest.mark.parametrize("language", ["bg", "en"])
def test_it_can_be_read_and_says_what_it_is(cast, client_of, archived, assessment, language):
    prefix = "" if language == "bg" else "/en"
    said = {"bg": "Описът е архивиран", "en": "inventory is archived"}[language]
    for address in (
        page("facts", archived.pk, "inflows"),
        page("result", assessment.pk),
        page("share", assessment.pk),
    ):
        shown = client_of(cast.owner).get(prefix + address)
        assert_page(shown, language=language)
        assert said in shown.text
        assert page("inventory", archived.pk) in shown.text
    assert client_of(cast.reader).get(page("report_json", assessment.pk)).status_code == 200


def test_forms_offer_no_change(cast, client_of, archived):
    shown = client_of(cast.owner).get(page("facts", archived.pk, "inflows"))
    main = shown.text[shown.text.index("<main") : shown.text.index("</main>")]
    assert "hx-post" not in main
    assert page("measure", archived.pk) not in main


def test_result_offers_neither_editing_nor_sharing(cast, client_of, archived, assessment):
    shown = client_of(cast.owner).get(page("result", assessment.pk))
    assert page("share", assessment.pk) not in shown.text
    assert page("facts", archived.pk, "subject") not in shown.text


def test_no_link_is_made(cast, client_of, archived, assessment):
    address = page("share", assessment.pk)
    assert "expires_on" not in client_of(cast.owner).get(address).text
    answer = client_of(cast.owner).post(address, {"expires_on": timezone.localdate()})
    assert answer.status_code == 404
    assert ShareLink.objects.count() == 1


def test_links_are_closed_and_open_again(cast, client, archived, link):
    address = page("shared", link.token)
    closed = client.get(address)
    assert_page(closed, status=404)
    assert archived.name not in closed.text
    inventory_restore(actor=cast.owner, inventory=archived)
    assert client.get(address).status_code == 200


def test_links_are_told_to_be_closed(cast, client_of, archived, assessment):
    told = client_of(cast.owner).get(page("inventory", archived.pk)).text
    assert "Връзките към тях са затворени" in told
    assert "г.." not in told
    shown = client_of(cast.owner).get(page("share", assessment.pk)).text
    assert '<span class="tag">затворена</span>' in shown
    assert "Адрес за копиране" in shown


def test_link_may_be_revoked_before_it_opens_again(cast, client_of, archived, link):
    client_of(cast.owner).post(page("revoke", link.pk))
    inventory_restore(actor=cast.owner, inventory=archived)
    assert queries.link_open(link.token) is None


def test_examples_leave_it_out(cast, client, archived, link):
    Organisation.objects.filter(pk=cast.company.pk).update(is_demonstration=True, eik=None)
    assert not queries.links_of_demonstrations().exists()
    inventory_restore(actor=cast.owner, inventory=archived)
    assert queries.links_of_demonstrations().get() == link


def test_programs_are_told_so(cast, client_of, archived):
    answer = client_of(cast.owner).post(
        "/api/v1/assessments",
        {"inventory": str(archived.pk)},
        content_type="application/json",
        headers={"Accept-Language": "bg"},
    )
    assert answer.status_code == 409
    assert "архивиран" in answer.json()["detail"]
    assert Assessment.objects.count() == 1
