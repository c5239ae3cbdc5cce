"""What anybody is asked about an organisation, and how the answers are read."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override

from kragozor.hub.members.facts.checks import read_pillar
from kragozor.hub.members.facts.form import FactsForm, initial_of
from kragozor.hub.members.forms import OrganisationForm
from kragozor.hub.members.models import Organisation
from tests.hub.cast import EIK

FACTS = {"kind": "company", "eik": EIK, "name": "Нишка ООД"}


class ProspectForm(FactsForm):
    """A form of another room: it asks for no code, and for more than the facts."""

    eik = None
    note = forms.CharField(required=False)


def read(**facts):
    form = FactsForm(FACTS | facts)
    assert form.is_valid(), form.errors
    return form.facts


def errors(**facts):
    form = FactsForm(FACTS | facts)
    assert not form.is_valid()
    return {name: " ".join(map(str, found)) for name, found in form.errors.items()}


def test_the_least_that_is_asked_is_kind_code_and_name():
    assert read() == {
        "kind": "company",
        "eik": EIK,
        "name": "Нишка ООД",
        "name_latin": "",
        "legal_form": "",
        "size_class": "",
        "activity_code": "",
        "activity_version": "",
        "website": "",
        "town": "",
        "district": "",
        "address": "",
    }


def test_what_was_written_makes_a_record_that_the_database_takes(db):
    facts = read(activity_code="13.10", activity_version="kid-2008", town="Габрово", size_class="")
    made = Organisation.objects.create(**facts, pillar="textiles")
    assert made.activity.code == "13.10"
    assert made.district_facts.name_bg == "Габрово"


@pytest.mark.parametrize(
    ("written", "version", "code"),
    [
        ("1310", "kid-2025", "13.10"),
        ("c 13.20", "kid-2025", "13.20"),
        ("производство на ТЪКАНИ", "kid-2025", "13.20"),
        ("13.10", "", "13.10"),
    ],
)
def test_an_activity_is_read_by_its_code_or_its_title(written, version, code):
    facts = read(activity_code=written, activity_version=version)
    assert (facts["activity_code"], facts["activity_version"]) == (code, version or "kid-2025")


def test_an_edition_without_an_activity_is_not_kept():
    assert read(activity_version="kid-2008")["activity_version"] == ""


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"eik": ""}, "eik", "задължително"),
        ({"eik": "175074751"}, "eik", "Това не е ЕИК"),
        ({"eik": "7501020018"}, "eik", "колкото има ЕГН"),
        ({"kind": "person"}, "eik", "лице няма ЕИК"),
        ({"activity_code": "13.12"}, "activity_code", "Няма дейност 13.12"),
        ({"district": "BG999"}, "district", "BG999"),
        ({"website": "not an address"}, "website", ""),
        ({"name": "Ниш\u202eка"}, "name", "не се виждат"),
    ],
)
def test_what_does_not_do_is_said_at_its_field(facts, field, words):
    found = errors(**facts)
    assert list(found) == [field]
    assert words in found[field]


def test_a_person_has_no_code():
    assert read(kind="person", eik="")["eik"] is None


def test_a_code_of_the_other_edition_is_told_from_one_of_none():
    assert "14.39 е от КИД-2008" in errors(activity_code="14.39")["activity_code"]
    assert read(activity_code="14.39", activity_version="kid-2008")["activity_code"] == "14.39"


def test_a_town_is_kept_by_its_name_alone():
    assert read(town="гр. Казанлък")["town"] == "Казанлък"
    assert read(town="с. Казанлъшко")["town"] == "с. Казанлъшко"


@pytest.mark.parametrize(
    ("text", "pillar"),
    [
        ("Пластмаси", "plastics"),
        ("опаковки", "plastics"),
        ("Агро", "agrifood"),
        ("Аграрен", "agrifood"),
        ("textile", "textiles"),
    ],
)
def test_a_pillar_is_known_by_a_part_of_its_name(text, pillar):
    assert read_pillar(text) == pillar


@pytest.mark.parametrize("text", ["", "а", "Тек", "сектор на услугите"])
def test_less_than_a_part_of_its_name_is_no_pillar(text):
    with pytest.raises(ValidationError):
        read_pillar(text)


def test_a_town_we_know_tells_its_district_and_never_overrules_one():
    assert read(town="гр. Казанлък")["district"] == "BG344"
    assert read(town="Казанлък", district="BG322")["district"] == "BG322"
    assert read(town="Бяла")["district"] == ""


def test_a_website_without_a_scheme_is_secure():
    assert read(website="example.org")["website"] == "https://example.org"


def test_a_form_may_ask_for_less_and_for_more():
    form = ProspectForm({"kind": "ngo", "name": "Кръг", "note": "от панаира"})
    assert form.is_valid()
    assert "eik" not in form.facts
    assert "note" not in form.facts
    assert [field.name for field in list(form.groups())[-1][1]] == ["note"]


def test_every_field_stands_in_one_group():
    form = OrganisationForm()
    shown = [field.name for _legend, fields in form.groups() for field in fields]
    assert sorted(shown) == sorted(form.fields)


@pytest.mark.parametrize(
    ("language", "town", "activity"),
    [("bg", "Габрово", "Производство на тъкани"), ("en", "Gabrovo", "Weaving of textiles")],
)
def test_known_answers_are_offered_in_the_language_of_the_page(language, town, activity):
    with override(language):
        html = str(FactsForm())
    assert f'<option value="{town}">' in html
    assert f'<option value="13.20">{activity}</option>' in html
    assert 'list="id_town_list"' in html


def test_a_form_begins_with_what_is_on_record():
    record = Organisation(name="Нишка", activity_code="13.20", activity_version="kid-2008")
    assert initial_of(record)["activity_version"] == "kid-2008"
    assert initial_of(Organisation(name="Нишка"))["activity_version"] == "kid-2025"


@pytest.mark.parametrize(("before", "after"), [("company", "person"), ("person", "company")])
def test_a_person_does_not_become_an_organisation(before, after):
    form = OrganisationForm(
        {"kind": after, "name": "Нишка", "pillar": "textiles"}, initial={"kind": before}
    )
    assert list(form.errors) == ["kind"]


@pytest.mark.parametrize(
    ("town", "district", "place"),
    [
        ("Трявна", "BG322", "Трявна, Габрово"),
        ("Габрово", "BG322", "Габрово"),
        ("София", "BG411", "София"),
        ("", "BG322", "Габрово"),
        ("Трявна", "", "Трявна"),
        ("", "", ""),
    ],
)
def test_a_place_is_said_once(town, district, place):
    assert Organisation(name="Нишка", town=town, district=district).place == place


def test_a_place_is_said_in_the_letters_of_the_reader():
    with override("en"):
        assert Organisation(name="Нишка", town="Трявна", district="BG322").place == (
            "Tryavna, Gabrovo"
        )


@pytest.mark.parametrize(
    ("written", "town"), [("Gabrovo", "Габрово"), ("ГАБРОВО", "Габрово"), ("Жеравна", "Жеравна")]
)
def test_a_town_is_kept_in_one_way_of_writing(written, town):
    assert read(town=written)["town"] == town
