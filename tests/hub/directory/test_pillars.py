"""The pillars: what they say to everybody, and what the staff says of them."""

from datetime import date

import pytest
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.directory import demonstration
from kragozor.hub.directory.queries import pillars_on
from kragozor.hub.members.models import Pillar
from kragozor.hub.people.enums import Office, Purpose, Source
from kragozor.hub.people.services import consent_record
from tests.hub.cast import person_make
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
CHANGED = {"purpose_bg": "За нишката.", "purpose_en": "For the thread.", "lead": "", "target": 25}


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
@pytest.mark.parametrize("path", ["/pillars/", "/pillars/textiles/", "/pillars/plastics/"])
def test_a_pillar_has_its_page(client, admit, prefix, language, path):
    admit("Нишка")
    page = client.get(prefix + path)
    assert_page(page, language=language)


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("", ("За нишката.", "при цел 20", "Още 17", 'Бизнес</dt><dd class="num">2<')),
        ("/en", ("For the thread.", "aiming at 20", "17 more", 'Academia</dt><dd class="num">1<')),
    ],
)
def test_a_page_says_what_a_pillar_is_for_and_how_far_it_has_come(client, admit, prefix, said):
    facts = {"purpose_bg": "За нишката.", "purpose_en": "For the thread."}
    Pillar.objects.filter(code="textiles").update(**facts)
    for name in ("Нишка", "Прежда"):
        admit(name)
    admit("Институт", kind="institute", district="BG311")
    page = client.get(f"{prefix}/pillars/textiles/")
    for words in said:
        assert words in page.text
    drawn = page.text.partition('<figure class="map">')[2].partition("</figure>")[0]
    assert drawn.count("<svg") == 2
    for code in ("BG311", "BG322", "BG421"):
        assert f'href="{prefix}/regions/{code}/"' in drawn


def test_every_pillar_counts_business_and_academia_apart(client, admit):
    admit("Нишка")
    admit("Скрита", shown=False)
    admit("Институт", kind="institute")
    admit("Сдружение", kind="ngo")
    textiles, plastics, _agrifood = client.get("/pillars/").context["pillars"]
    count = textiles.count
    assert (count.business, count.academia, count.other, count.total) == (2, 1, 1, 4)
    assert textiles.missing == 16
    assert plastics.count.total == 0


def test_a_pillar_names_only_who_agreed_and_counts_all(client, admit):
    admit("Нишка")
    admit("Скрита", shown=False, district="BG311")
    admit("Чужда", "plastics")
    page = client.get("/pillars/textiles/")
    assert [member.name for member in page.context["shown"]] == ["Нишка"]
    assert "Скрита" not in page.text
    assert [(place.code, count) for place, count in page.context["places"]] == [
        ("BG311", 1),
        ("BG322", 1),
    ]


def test_the_lead_is_named_only_with_consent(client, db):
    lead = person_make("lead", full_name="Ива Водеща", offices=[Office.EXPERT])
    Pillar.objects.filter(code="textiles").update(lead=lead)
    assert "Ива Водеща" not in client.get("/pillars/textiles/").text
    consent_record(person=lead, purpose=Purpose.CONTACT, given=True, source=Source.ACCOUNT)
    assert "Ива Водеща" in client.get("/pillars/textiles/").text
    lead.is_active = False
    lead.save()
    assert "Ива Водеща" not in client.get("/pillars/textiles/").text


def test_no_such_pillar_is_not_found(client, db):
    assert client.get("/pillars/steel/").status_code == 404


def test_the_staff_changes_a_pillar_and_it_is_written_down(client_of, staff, expert):
    client = client_of(staff)
    assert_page(client.get("/council/pillars/textiles/"))
    sent = client.post("/council/pillars/textiles/", CHANGED | {"lead": expert.pk})
    assert sent.headers["Location"] == "/pillars/textiles/"
    pillar = Pillar.objects.get(code="textiles")
    assert (pillar.purpose_en, pillar.lead, pillar.target) == ("For the thread.", expert, 25)
    entry = audit.entries_about(pillar).first()
    assert (entry.actor, entry.action) == (staff, "pillar.edited")
    assert entry.detail["before"]["target"] == 20


def test_the_leads_of_a_demonstration_led_last_year_too(settings):
    settings.DEMO = True
    list(demonstration.load())
    last = date(timezone.localdate().year - 1, 12, 31)
    assert all(pillar.lead_id for pillar in pillars_on([last])[last])


def test_what_is_not_changed_is_not_written_down(client_of, staff):
    client = client_of(staff)
    for _time in range(2):
        client.post("/council/pillars/textiles/", CHANGED)
    assert audit.entries_about(Pillar.objects.get(code="textiles")).count() == 1


@pytest.mark.parametrize(
    "wrong", [{"target": "0"}, {"target": "many"}, {"purpose_bg": ""}, {"lead": "1"}]
)
def test_a_wrong_pillar_is_refused_and_stays(client_of, staff, owner, wrong):
    before = Pillar.objects.values().get(code="textiles")
    page = client_of(staff).post("/council/pillars/textiles/", CHANGED | wrong)
    assert_page(page)
    assert "error-summary" in page.text
    assert Pillar.objects.values().get(code="textiles") == before


def test_a_lead_is_of_the_council_an_expert_or_acts_for_somebody(client_of, cast):
    client, nobody = client_of(cast.staff), person_make("nobody")
    for person in (cast.board, cast.expert, cast.owner):
        client.post("/council/pillars/textiles/", CHANGED | {"lead": person.pk})
        assert Pillar.objects.get(code="textiles").lead == person
    page = client.post("/council/pillars/textiles/", CHANGED | {"lead": nobody.pk})
    assert page.status_code == 200
    assert Pillar.objects.get(code="textiles").lead == cast.owner


def test_who_leads_stays_when_something_else_is_changed(client_of, staff):
    lead = person_make("lead")
    Pillar.objects.filter(code="textiles").update(lead=lead)
    client = client_of(staff)
    assert f'value="{lead.pk}" selected' in client.get("/council/pillars/textiles/").text
    client.post("/council/pillars/textiles/", CHANGED | {"lead": lead.pk})
    assert Pillar.objects.get(code="textiles").lead == lead


def test_programs_read_the_pillars_of_a_day(client_of, reader, admit):
    admit("Нишка")
    client = client_of(reader)
    now = client.get("/api/v1/pillars").json()
    assert [one["code"] for one in now["items"]] == ["textiles", "plastics", "agrifood"]
    assert now["items"][0]["members"] == now["items"][0]["business"] == 1
    then = client.get("/api/v1/pillars?on=2021-06-01").json()
    assert then["items"][0] | {"members": 0, "on": "2021-06-01"} == then["items"][0]
    assert client.get("/api/v1/pillars?on=yesterday").status_code == 422
