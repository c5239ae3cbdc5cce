"""Somebody without an account is found by an address wherever others wrote it, and erased."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils import timezone

from kragozor.hub.common.personal import plain
from kragozor.hub.members.enums import Role
from kragozor.hub.members.services import invitation_send
from kragozor.hub.pipeline import services as pipeline
from kragozor.hub.pipeline.models import Card
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.reach import reach_of
from kragozor.hub.privacy.services.requests import erasure_enter, erasures_carry_out
from kragozor.hub.records.enums import Target
from kragozor.hub.records.services.imports import import_take
from tests.hub.pages import assert_page
from tests.hub.privacy.planting import MARK, leaks, made
from tests.hub.records.files import applied, compared, csv

pytestmark = pytest.mark.django_db
HEAD = ("Име", "Град", "Контакт", "Имейл", "Телефон")
CONTACT = ("Вълна", "Сливен", MARK.name, MARK.email, MARK.phone)


@pytest.fixture(autouse=True)
def letters_logged(settings, own_folder):
    settings.EMAIL_BACKEND = "kragozor.hub.common.mail.Logged"


def representative(staff) -> None:
    """Named in somebody else's application, and spoken of in an answer."""
    named = made("applications.RepresentativeNamed", staff, {})
    said = {"name": MARK.name, "email": MARK.email, "phone": MARK.phone}
    plain("applications.RepresentativeNamed").filter(pk=named.pk).update(**said)
    made("applications.Answer", staff, {"text": staff})


def prospect(staff) -> None:
    """The contact of a prospect, spoken of in notes and in what the search reads."""
    facts = {"contact_name": MARK.name, "contact_email": MARK.email, "contact_phone": MARK.phone}
    card = pipeline.card_add(actor=staff, facts={"name": "Вълна", "source": "referral", **facts})
    pipeline.note_add(actor=staff, card=card, text=MARK.text)


def import_applied(staff) -> None:
    applied(staff, csv(CONTACT, head=HEAD), Target.PROSPECTS)


def import_compared(staff) -> None:
    compared(staff, csv(CONTACT, head=HEAD), Target.PROSPECTS)


def import_refused(staff) -> None:
    """Beside a row of the same place: the second of them is refused, and its cells are kept."""
    compared(staff, csv(CONTACT, CONTACT, head=HEAD), Target.PROSPECTS)


def import_taken(staff) -> None:
    """Only sent in: nobody has said yet what its columns are."""
    head = ("a", "b", "c", "d", "e")
    rows = csv(CONTACT, head=head)
    import_take(actor=staff, target=Target.PROSPECTS, name="списък.csv", content=rows)


def invited(staff) -> None:
    company = made("members.Organisation", staff, {})
    invitation_send(
        actor=staff, organisation=company, email=MARK.email, role=Role.EDITOR, language="bg"
    )


def written_to(staff) -> None:
    mail.send_mail("Покана", "", None, [MARK.email])


@pytest.mark.parametrize(
    "plant",
    [
        *(representative, prospect, invited, written_to),
        *(import_taken, import_compared, import_applied, import_refused),
    ],
)
def test_who_has_no_account_is_found_and_erased(plant, staff, django_capture_on_commit_callbacks):
    plant(staff)
    assert list(leaks()), "planted in vain"
    with django_capture_on_commit_callbacks(execute=True):
        request = erasure_enter(actor=staff, address=MARK.email, language="bg", note="с писмо")
    assert reach_of(request).kinds
    ErasureRequest.objects.update(due_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        assert erasures_carry_out() == 1
    assert sorted(set(leaks())) == []


def test_the_record_of_the_company_stays(staff, django_capture_on_commit_callbacks):
    import_applied(staff)
    erasure_enter(actor=staff, address=MARK.email, language="bg", note="с писмо")
    ErasureRequest.objects.update(due_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        erasures_carry_out()
    card = Card.objects.get(name="Вълна")
    assert (card.town, card.contact_name, card.contact_email) == ("Сливен", "", "")


def test_where_the_address_does_not_stand_name_and_telephone_are_given(
    staff, django_capture_on_commit_callbacks
):
    """A note that knows a name, a card with a telephone, a row without an address."""
    made("pipeline.Note", staff, {"text": staff})
    plain("pipeline.Note").update(text=f"Обади се {MARK.name}, 0879 55 31 17.")
    card = pipeline.card_add(actor=staff, facts={"name": "Вълна", "source": "referral"})
    plain("pipeline.Card").filter(pk=card.pk).update(
        contact_name=MARK.name, contact_phone=MARK.phone
    )
    applied(staff, csv(("Нишка", "Габрово", MARK.name, "", MARK.phone), head=HEAD), "prospects")
    with django_capture_on_commit_callbacks(execute=True):
        request = erasure_enter(
            actor=staff,
            address="letters@elsewhere.example",
            language="bg",
            note="с писмо",
            full_name=MARK.name,
            telephone=MARK.phone,
        )
    assert MARK.name in reach_of(request).marks
    ErasureRequest.objects.update(due_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        assert erasures_carry_out() == 1
    assert sorted(set(leaks())) == []


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"full_name": "Ива"}, "Посочете име и фамилия"),
        ({"telephone": "117"}, "Посочете целия номер"),
        ({"full_name": "Ива\u202eПетрова"}, "знаци, които не се виждат"),
    ],
)
def test_what_would_find_too_much_is_refused(client_of, staff, facts, told):
    data = {"address": MARK.email, "note": "с писмо", "language": "bg", **facts}
    answer = client_of(staff).post("/council/privacy/erasures/new/", data)
    assert_page(answer)
    assert told in answer.text
    assert not ErasureRequest.objects.exists()
