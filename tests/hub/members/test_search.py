"""Finding organisations by words: in any form, any case, either alphabet, on every database."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from kragozor.hub.members.enums import Direction, Topic
from kragozor.hub.members.models import MemberPage, Offering, Organisation, Project
from kragozor.hub.members.queries import by_relevance, organisations, organisations_found
from kragozor.hub.members.search import refresh_missing
from kragozor.hub.members.services import organisation_edit
from tests.hub.cast import EIK, company_make, person_make

pytestmark = pytest.mark.django_db


@pytest.fixture
def company():
    company = company_make("Зелена нишка ООД", EIK)
    company.name_latin = "Green Thread"
    company.district = "BG322"
    company.activity_version, company.activity_code = "kid-2025", "13.10"
    company.save()
    MemberPage.objects.create(organisation=company, text_bg="Предем вълна.", is_shown=True)
    return company


def found(text):
    return [one.name for one in organisations_found(organisations(), text)]


@pytest.mark.parametrize(
    "text",
    [
        "зелена",
        "ЗЕЛЕНИТЕ НИШКИ",
        "нишката",
        "zelena nishka",
        "green thread",
        "Threads",
        "Габрово",
        "gabrovo",
        "вълната",
        "VULNA",
        "vylna",
        "текстилните влакна",
        "fibres",
        EIK,
        "ниш",
        "нишки от вълна",
    ],
)
def test_a_company_is_found_by(company, text):
    assert found(text) == [company.name]


@pytest.mark.parametrize(
    "text", ["пластмаса", "нишка Видин", "елена", "100% вълна", "5074752", "vulkan", "zulena"]
)
def test_a_company_is_not_found_by_what_is_not_said_of_it(company, text):
    assert found(text) == []


@pytest.mark.parametrize("text", [" и % на ", "🙂", "!!!", "\u202e"])
def test_what_has_no_word_finds_nobody(company, text):
    assert found(text) == []


def test_names_come_before_offers_and_offers_before_texts():
    """The alphabet alone would have them the other way round."""
    by_text, by_offer, by_name = (company_make(name, None) for name in ("А", "Б", "В вълна"))
    MemberPage.objects.create(organisation=by_text, text_bg="Купуваме и вълни.")
    Offering.objects.create(
        organisation=by_offer, direction=Direction.SEEK, topic=Topic.MATERIAL, text_bg="Вълната"
    )
    for text in ("вълна", "ВЪЛНИТЕ"):
        ranked = by_relevance(organisations_found(organisations(), text), text)
        assert list(ranked) == [by_name, by_offer, by_text]


def test_a_very_long_query_is_cut(company):
    assert found("нишка " * 12 + "слон " * 500) == [company.name]


def test_offers_are_found_until_they_are_withdrawn(company):
    offering = Offering.objects.create(
        organisation=company,
        direction=Direction.OFFER,
        topic=Topic.RESIDUE,
        text_bg="Памучни изрезки",
    )
    assert found("памучна изрезка") == [company.name]
    offering.withdrawn_at = timezone.now()
    offering.save()
    assert found("памучна изрезка") == []


def test_projects_are_found_until_they_are_deleted(company):
    project = Project.objects.create(organisation=company, title_en="Second life", year=2026)
    assert found("second lives life") == []
    assert found("second life") == [company.name]
    project.delete()
    assert found("second life") == []


def test_an_edited_name_is_found_and_the_old_one_is_not(company):
    organisation_edit(actor=person_make("actor"), organisation=company, name="Синя прежда АД")
    assert found("сини прежди") == ["Синя прежда АД"]
    assert found("зелена") == []


def test_who_came_in_bulk_is_found_after_the_chore():
    Organisation.objects.bulk_create(
        Organisation(name=f"Пчела {number}", pillar="agrifood", is_demonstration=True)
        for number in range(3)
    )
    assert found("пчели") == []
    assert refresh_missing() == 3
    assert len(found("пчели")) == 3
    assert refresh_missing() == 0


def test_the_command_writes_all_words_anew(company, capsys):
    Organisation.objects.update(search_text=" starts")
    call_command("search_refresh")
    assert found("нишка") == [company.name]
    assert "1 organisations" in capsys.readouterr().out
