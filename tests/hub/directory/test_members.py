"""The directory: who is in it, how it is searched, what a member's page says."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.measuring.models import Assessment
from kragozor.hub.members.enums import Direction, Role, Topic
from kragozor.hub.members.models import MemberPage, Organisation, Project, Representation
from kragozor.hub.members.services import TermFacts, term_begin, term_end
from kragozor.hub.people.enums import Purpose, Source
from kragozor.hub.people.services import consent_record
from tests.hub.cast import person_make
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db


def listed(client, query="", language="bg"):
    prefix = "" if language == "bg" else "/en"
    response = client.get(f"{prefix}/members/{query}")
    assert_page(response, language=language)
    return [member.name for member in response.context["page"]]


def test_only_members_who_agreed_are_listed(client, admit):
    admit("Видима")
    admit("Скрита", shown=False)
    former = admit("Бивша")
    yesterday = timezone.localdate() - timedelta(days=1)
    actor = person_make("ending")
    term_end(actor=actor, term=former.terms.get(), on=yesterday, reason="left")
    never = Organisation.objects.create(name="Чужда", pillar="textiles", is_demonstration=True)
    MemberPage.objects.create(organisation=never, is_shown=True)
    assert listed(client) == ["Видима"]


def test_merged_members_are_listed_once(client, admit):
    whole, other = admit("Цяла"), admit("Двойна")
    other.merged_into = whole
    other.save()
    assert listed(client) == ["Цяла"]


def test_the_address_of_a_merged_member_leads_to_the_one_that_is_kept(client, admit):
    kept, merged = admit("Нишка"), admit("Нишка ООД")
    merged.merged_into = kept
    merged.save()
    address = reverse("directory:member", args=[merged.pk])
    assert client.get(address).headers["Location"] == reverse("directory:member", args=[kept.pk])
    kept.page.is_shown = False
    kept.page.save()
    assert client.get(address).status_code == 404


def test_the_empty_directory_says_what_to_do(client, db):
    for address in ("/members/", "/en/members/"):
        page = client.get(address)
        assert_page(page, language="en" if "/en/" in address else "bg")
    assert "may be the first" in page.text


def test_a_search_without_finds_guides(client, admit):
    admit("Видима")
    page = client.get("/en/members/?q=zebra")
    assert "No member matches all of this" in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=нишките", ["Нишка"]),
        ("?q=NISHKA", ["Нишка"]),
        ("?pillar=plastics", ["Бутилка", "Нишка"]),
        ("?place=BG322", ["Нишка"]),
        ("?place=BG42", ["Бутилка", "Институт"]),
        ("?kind=institute", ["Институт"]),
        ("?activity=13", ["Нишка"]),
        ("?activity=C", ["Бутилка", "Нишка"]),
        ("?activity=22", ["Бутилка"]),
        ("?offers=residue", ["Нишка"]),
        ("?seeks=residue", ["Бутилка"]),
        ("?offers=residue&seeks=residue", []),
        ("?q=памучна+изрезка", ["Нишка"]),
        ("?pillar=plastics&place=BG42&q=бутилки", ["Бутилка"]),
    ],
)
def test_the_directory_is_narrowed_down(client, admit, offer, query, found):
    thread = admit("Нишка", "textiles", "plastics")
    facts = {"district": "BG421", "activity_version": "kid-2008", "activity_code": "22.22"}
    bottle = admit("Бутилка", "plastics", **facts)
    admit("Институт", kind="institute", district="BG421", activity_code="72.10")
    offer(thread, "Памучни изрезки")
    offer(thread, "Дървени палети", withdrawn_at=timezone.now(), topic=Topic.MATERIAL)
    offer(bottle, "Фолио", direction=Direction.SEEK)
    assert listed(client, query) == found
    assert listed(client, query, "en") == found


def test_a_withdrawn_offer_narrows_nothing(client, admit, offer):
    offer(admit("Нишка"), "Палети", topic=Topic.MATERIAL, withdrawn_at=timezone.now())
    assert listed(client, "?offers=material") == []


def test_facets_count_and_keep_the_query(client, admit):
    admit("Нишка", "textiles", "plastics")
    admit("Бутилка", "plastics")
    response = client.get("/members/?q=нишка&place=BG322&page=1")
    facets = {str(one["label"]): one for one in response.context["facets"]}
    assert [one["count"] for one in facets.values()] == [1, 1, 1, 0]
    assert facets["Текстил"]["address"].endswith("&place=BG322&pillar=textiles")
    assert [one["current"] for one in facets.values()] == [True, False, False, False]


def test_a_filter_can_be_taken_off(client, admit):
    admit("Нишка")
    page = client.get("/en/members/?place=BG32&kind=company")
    taken_off = {chip["value"]: chip["address"] for chip in page.context["chips"]}
    assert taken_off == {"North Central Region": "?kind=company", "Company": "?place=BG32"}


@pytest.mark.parametrize("query", ["?place=XX", "?kind=x", "?page=-3", "?pillar=nothing", "?q=%25"])
def test_what_is_no_choice_is_told_or_passed_over(client, admit, query):
    admit("Нишка")
    assert client.get(f"/members/{query}").status_code == 200


def test_an_address_to_pass_on_has_no_empty_wishes(client, admit):
    admit("Нишка")
    sent = client.get("/members/?q=&pillar=&place=BG322&kind=&offers=")
    assert sent.headers["Location"] == "/members/?place=BG322"
    assert client.get("/en/members/?q=&place=").headers["Location"] == "/en/members/"


def test_a_long_list_comes_in_pages_that_keep_the_query(client, admit):
    for number in range(30):
        admit(f"Член {number:02}")
    first = client.get("/members/?q=член")
    assert len(first.context["page"]) == 24
    assert "page=2" in first.text
    second = listed(client, "?q=член&page=2")
    assert second == [f"Член {number:02}" for number in range(24, 30)]


def test_the_number_of_queries_does_not_grow(client, admit, offer):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get("/members/?q=член&offers=residue&pillar=textiles")
        return len(captured)

    offer(admit("Член"), "Изрезки")
    one = queries()
    for number in range(50):
        offer(admit(f"Член {number}"), "Изрезки")
    assert queries() == one


def test_a_page_says_what_the_member_shows(client, admit, offer):
    member = admit(
        "Нишка ООД",
        text="Предем вълна.",
        name_latin="Thread Ltd",
        website="https://www.nishka.test/",
    )
    offer(member, "Изрезки", text_en="Cuttings")
    offer(member, "Кашони", withdrawn_at=timezone.now())
    Project.objects.create(organisation=member, title_bg="Втори живот", year=2025)
    address = reverse("directory:member", args=[member.pk])
    page = client.get(address)
    assert_page(page)
    for said in ("Нишка ООД", "Предем вълна.", "Изрезки", "Втори живот", "2025", "Габрово"):
        assert said in page.text
    assert 'href="https://www.nishka.test/" rel="nofollow noopener"' in page.text
    assert "Кашони" not in page.text
    english = client.get(f"/en{address}")
    assert_page(english, language="en")
    assert "Thread Ltd" in english.text
    assert "Cuttings" in english.text
    assert "Gabrovo" in english.text


def test_a_page_is_absent_until_the_member_agrees(client, admit):
    member = admit("Скрита", shown=False)
    address = reverse("directory:member", args=[member.pk])
    assert client.get(address).status_code == 404
    member.page.is_shown = True
    member.page.save()
    assert client.get(address).status_code == 200
    assert client.get(reverse("directory:member", args=[uuid.uuid4()])).status_code == 404


def test_text_of_members_is_never_markup(client, admit):
    member = admit("<script>x</script>", text="<b onclick=x>")
    page = client.get(reverse("directory:member", args=[member.pk]))
    assert_page(page)
    assert "<script>x" not in page.text


def test_contacts_are_those_who_consent_today(client, admit):
    member = admit("Нишка")
    person = person_make("contact", full_name="Ива Контакт")
    Representation.objects.create(organisation=member, person=person, role=Role.READER)
    address = reverse("directory:member", args=[member.pk])
    assert "Ива Контакт" not in client.get(address).text
    consent_record(person=person, purpose=Purpose.CONTACT, given=True, source=Source.ACCOUNT)
    assert person.email in client.get(address).text
    consent_record(person=person, purpose=Purpose.CONTACT, given=False, source=Source.ACCOUNT)
    assert person.email not in client.get(address).text


def test_a_logo_stands_on_card_and_page(client, admit):
    member = admit("Нишка")
    member.page.logo.name = "logos/x"
    member.page.save()
    logo = reverse("members:logo", args=[member.pk])
    for address in ("/members/", reverse("directory:member", args=[member.pk])):
        page = client.get(address)
        assert_page(page)
        assert f'src="{logo}"' in page.text


def test_a_badge_is_shown_only_if_chosen(client, admit, owner):
    member = admit("Нишка")
    measured = assessment_make(owner, inventory_make(owner, member))
    address = reverse("directory:member", args=[member.pk])
    assert measured.name not in client.get(address).text
    member.page.shows_badge = True
    member.page.save()
    page = client.get(address)
    assert_page(page)
    assert measured.name in page.text
    assert page.context["badge"] == measured


def test_a_badge_has_the_digits_of_the_result_and_goes_with_its_method(client, admit, owner):
    member = admit("Нишка")
    measured = assessment_make(owner, inventory_make(owner, member))
    member.page.shows_badge = True
    member.page.save()
    found = Assessment.objects.filter(pk=measured.pk)
    address = reverse("directory:member", args=[member.pk])
    for value, low, high, told in ((0.997, 0.99, 0.999, "0,997"), (0.614, 0.3, 0.8, "0,6")):
        found.update(value=value, low=low, high=high)
        assert f'<span class="stat num">{told}</span>' in client.get(address).text
    found.update(version="1999")
    page = client.get(address)
    assert page.context["badge"] is None
    assert measured.name not in page.text


def test_its_people_see_the_badge_before_everybody_does_and_the_staff_does_not(
    client_of, cast, owner, staff, admit
):
    measured = assessment_make(owner, inventory_make(owner, cast.company))
    page = MemberPage.objects.create(organisation=cast.company, shows_badge=True)
    address = f"/companies/{cast.company.pk}/page/"
    assert_page(client_of(owner).get(address))
    assert measured.name in client_of(owner).get(address).text
    assert measured.name not in client_of(staff).get(address).text
    assert "като значка" not in client_of(owner).get(f"/companies/{cast.company.pk}/data/").text
    page.is_shown = True
    page.save()
    today = timezone.localdate()
    term_begin(
        actor=staff, organisation=cast.company, term=TermFacts(today, today, waiver_reason="дар")
    )
    assert measured.name in client_of(staff).get(address).text
    assert "като значка" in client_of(owner).get(f"/companies/{cast.company.pk}/data/").text


def test_a_badge_without_a_result_says_when_it_will_stand_there(client_of, cast, owner):
    MemberPage.objects.create(organisation=cast.company, shows_badge=True)
    page = client_of(owner).get(f"/companies/{cast.company.pk}/page/")
    assert "след първото измерване" in page.text


def test_names_are_latin_for_english_readers(admit):
    from kragozor.hub.directory.templatetags.directory import host

    member = admit("Нишка ООД")
    assert member.called == "Нишка ООД"
    with override("en"):
        assert member.called == "Nishka OOD"
    assert host("https://www.example.org/a") == "example.org"


def test_a_text_in_the_other_language_says_so_to_those_who_hear_it(client, admit, offer):
    member = admit("Нишка ООД", text="Предем вълна.")
    offer(member, "Памучни изрезки")
    Project.objects.create(organisation=member, title_bg="Втори живот", title_en="Again", year=2025)
    english = client.get(f"/en/members/{member.pk}/").text
    assert '<div class="measure" itemprop="description" lang="bg"><p>Предем' in english
    assert '<span lang="bg">Памучни изрезки</span>' in english
    assert '<h3 class="flush" lang="en">Again' in english
    assert ' lang="en">' not in client.get(f"/members/{member.pk}/").text.partition("<main")[2]
    assert '<span lang="bg">Памучни' in client.get("/en/members/").text
    assert '<span lang="bg">Памучни' in client.get("/en/regions/BG322/").text
