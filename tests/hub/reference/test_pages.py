"""The Council's pages of the reference tables, in both languages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from kragozor.hub.reference import queries, services
from kragozor.hub.reference.enums import Kind
from kragozor.hub.reference.models import Batch, ParameterChange
from tests.hub.pages import assert_page
from tests.hub.reference.making import ANNEX, BETTER, GLASS, TITLES

VALUE = ("glass", "recycling_output_rate", "EU")
BOTH = pytest.mark.parametrize("language", ["bg", "en"])


def page(client, view, *args, language="bg", **query):
    with override(language):
        return client.get(reverse(f"reference:{view}", args=args), query)


def send(client, kind, content, origin="Приложение"):
    address = reverse("reference:batch_new", args=[kind])
    file = SimpleUploadedFile("annex.csv", content)
    return client.post(address, {"origin": origin, "file": file}, follow=True)


def edit(client, **changed):
    told = {"value": "0,7", "status": "sourced", "source": "Протокол 5", "reason": "ново"}
    address = reverse("reference:parameter_edit", args=VALUE)
    return client.post(address, {**told, "seen": "0", **changed}, follow=True)


@BOTH
def test_board_reads_the_table_and_is_offered_no_change(client_of, board, language):
    response = page(client_of(board), "parameters", language=language)
    assert_page(response, language=language)
    with override(language):
        assert reverse("reference:parameter_new") not in response.text


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"text": "СТЪКЛО", "parameter": "recycling_output_rate"}, 2),
        ({"text": "glass", "geography": "bg"}, 1),
        ({"text": "glass", "status": "unverified", "geography": "BG"}, 0),
    ],
)
def test_table_is_narrowed(client_of, staff, asked, count):
    response = page(client_of(staff), "parameters", **asked)
    assert len(response.context["page"].object_list) == count
    assert_page(response)


@BOTH
def test_value_shows_its_history(client_of, staff, language):
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    response = page(client_of(staff), "parameter", *VALUE, language=language)
    assert_page(response, language=language)
    assert "ново измерване" in response.text
    assert {"bg": "0,657", "en": "0.657"}[language] in response.text


def test_staff_edits_a_value(client_of, staff):
    response = edit(client_of(staff))
    assert_page(response)
    assert queries.standing(GLASS.key).in_force == BETTER


def test_value_to_be_changed_stands_as_it_is_written_here(client_of, staff):
    response = page(client_of(staff), "parameter_edit", *VALUE)
    form = response.context["form"]
    assert f'value="{str(GLASS.value).replace(".", ",")}"' in str(form["value"])


@BOTH
def test_parameter_is_told_apart_by_what_a_narrow_list_shows_first(client_of, staff, language):
    response = page(client_of(staff), "parameter_new", language=language)
    shown = [str(label) for _, label in response.context["form"].fields["parameter_name"].choices]
    assert [label.split(" · ")[0] for label in shown[:3]] == ["A", "B", "R1"]
    assert not any(label.endswith(")") for label in shown)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"value": "1,2"}, "value"),
        ({"value": "-1"}, "value"),
        ({"value": "много"}, "value"),
        ({"value": "nan"}, "value"),
        ({"source": ""}, "source"),
        ({"status": "unverified"}, "status"),
        ({"status": "certain"}, "status"),
        ({"reason": ""}, "reason"),
    ],
)
def test_what_a_value_cannot_be_is_told_at_its_field(client_of, staff, changed, field):
    response = edit(client_of(staff), **changed)
    assert_page(response, status=422)
    assert list(response.context["form"].errors) == [field]
    assert not ParameterChange.objects.exists()


def test_value_without_source_is_unverified(client_of, staff):
    edit(client_of(staff), source="", status="unverified")
    assert queries.standing(GLASS.key).in_force.status == "unverified"


@BOTH
def test_change_meanwhile_is_told_and_nothing_typed_is_lost(client_of, staff, board, language):
    """Two of the staff change one value at once: the second sees the first, and decides anew."""
    client = client_of(staff)
    with override(language):
        address = reverse("reference:parameter_edit", args=VALUE)
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    told = {"value": "0,1", "status": "sourced", "source": "Мой източник", "reason": "по-старо"}
    response = client.post(address, {**told, "seen": "0"})
    assert_page(response, status=409, language=language)
    assert queries.standing(GLASS.key).in_force == BETTER
    text = response.text
    assert str(staff) in text
    assert "ново измерване" in text
    assert {"bg": "0,7", "en": "0.7"}[language] in text
    assert {name: response.context["form"][name].value() for name in told} == told
    assert "Мой източник" in text
    seen = response.context["form"]["seen"].value()
    assert client.post(address, {**told, "seen": seen}).status_code == 302
    assert queries.standing(GLASS.key).in_force.value == 0.1


@pytest.mark.parametrize("view", ["parameter_withdraw", "parameter_undo"])
def test_reason_is_not_lost_where_somebody_changed_the_value_first(client_of, staff, view):
    client, address = client_of(staff), reverse(f"reference:{view}", args=VALUE)
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    response = client.post(address, {"reason": "оспорена", "seen": "0"})
    assert_page(response, status=409)
    assert 'value="оспорена"' in response.text
    assert queries.standing(GLASS.key).in_force == BETTER
    seen = response.context["form"]["seen"].value()
    assert_page(client.post(address, {"reason": "оспорена", "seen": seen}, follow=True))
    assert queries.standing(GLASS.key).in_force != BETTER


def test_withdrawn_value_is_set_again_on_its_own_page(client_of, staff):
    services.parameter_withdraw(actor=staff, key=GLASS.key, reason="оспорена")
    told = {"name_bg": GLASS.name_bg, "name_en": GLASS.name_en, "geography": GLASS.geography}
    told |= {"parameter_name": GLASS.parameter.value, "value": "0,5", "status": "unverified"}
    address = reverse("reference:parameter_new")
    response = client_of(staff).post(address, {**told, "reason": "пак", "seen": "0"})
    assert_page(response, status=422)
    assert list(response.context["form"].errors) == ["parameter_name"]
    assert queries.standing(GLASS.key).in_force is None


@BOTH
def test_staff_adds_a_value_that_is_not_there_yet(client_of, staff, language):
    client = client_of(staff)
    assert_page(page(client, "parameter_new", language=language), language=language)
    told = {"name_bg": "Филц", "name_en": "Felt", "parameter_name": "recycled_content"}
    told |= {"geography": "bg", "value": "0.1", "status": "unverified", "reason": "нова"}
    address = reverse("reference:parameter_new")
    assert_page(client.post(address, {**told, "seen": "0"}, follow=True))
    assert queries.parameters_in_force().lookup("felt", "recycled_content", "BG").value == 0.1
    again = client.post(address, {**told, "seen": "0"})
    assert list(again.context["form"].errors) == ["parameter_name"]


def test_staff_withdraws_and_takes_back(client_of, staff):
    client = client_of(staff)
    withdraw = reverse("reference:parameter_withdraw", args=VALUE)
    assert_page(client.post(withdraw, {"reason": "оспорена", "seen": "0"}, follow=True))
    assert queries.standing(GLASS.key).in_force is None
    seen = ParameterChange.objects.get().pk
    undo = reverse("reference:parameter_undo", args=VALUE)
    assert_page(client.post(undo, {"reason": "потвърдена", "seen": seen}, follow=True))
    assert queries.standing(GLASS.key).in_force == GLASS


def test_without_a_reason_nothing_is_withdrawn(client_of, staff):
    address = reverse("reference:parameter_withdraw", args=VALUE)
    response = client_of(staff).post(address, {"reason": "", "seen": "0"}, follow=True)
    assert "Посочете причина" in response.text
    assert queries.standing(GLASS.key).in_force == GLASS


@pytest.mark.parametrize(
    "key", [("glass", "colour", "EU"), ("felt", "recycled_content", "EU"), (*VALUE[:2], "-")]
)
def test_value_that_never_was_is_not_found(client_of, staff, key):
    assert page(client_of(staff), "parameter", *key).status_code == 404


@BOTH
def test_file_of_parameters_is_looked_at_applied_and_undone(client_of, staff, language):
    client = client_of(staff)
    assert_page(page(client, "batches", language=language), language=language)
    assert_page(page(client, "batch_new", "parameters", language=language), language=language)
    assert_page(send(client, "parameters", ANNEX))
    batch = Batch.objects.get()
    response = page(client, "batch", batch.pk, language=language)
    assert_page(response, language=language)
    assert {"bg": "1,7", "en": "1.7"}[language] in response.text
    client.post(reverse("reference:batch_apply", args=[batch.pk]), {"seen": "0"})
    assert queries.parameters_in_force().lookup("felt", "recycling_output_rate", "BG").value == 0.3
    assert_page(page(client, "batch", batch.pk, language=language), language=language)
    undo = reverse("reference:batch_undo", args=[batch.pk])
    assert_page(client.post(undo, {"reason": "", "seen": "0"}, follow=True))
    assert Batch.objects.get().is_standing
    assert_page(client.post(undo, {"reason": "грешка", "seen": "0"}, follow=True))
    assert Batch.objects.get().undone_at
    assert_page(page(client, "batches", language=language), language=language)


@BOTH
def test_annex_of_titles_is_shown(client_of, staff, language):
    client = client_of(staff)
    assert_page(send(client, "titles", TITLES))
    response = page(client, "batch", Batch.objects.get().pk, language=language)
    assert_page(response, language=language)
    assert "пластмасови опаковки" in response.text


def test_file_that_is_no_table_is_told_on_the_form(client_of, staff):
    response = send(client_of(staff), "titles", b"a;b\n1;2\n")
    assert_page(response, status=422)
    assert not Batch.objects.exists()


def test_unknown_kind_of_file_is_not_found(client_of, staff):
    assert page(client_of(staff), "batch_new", "colours").status_code == 404


def test_pages_ask_as_often_for_much_as_for_little(client_of, staff):
    client = client_of(staff)
    batch = services.batch_take(
        actor=staff, kind=Kind.PARAMETERS, name="a.csv", origin="Annex", content=ANNEX
    )

    def asked():
        with CaptureQueriesContext(connection) as captured:
            page(client, "parameters")
            page(client, "parameter", *VALUE)
            page(client, "batches")
            page(client, "batch", batch.pk)
        return len(captured)

    seen = services.parameter_set(actor=staff, parameter=BETTER, reason="ново").pk
    asked()
    once = asked()
    for _again in range(5):
        seen = services.parameter_set(actor=staff, parameter=BETTER, reason="ново", seen=seen).pk
        services.batch_take(
            actor=staff, kind=Kind.TITLES, name="t.csv", origin="Annex", content=TITLES
        )
    assert asked() == once
