"""Somebody in free text: found on the database, cut out of it, and nobody else with them."""

import pytest

from kragozor.hub.common.mentions import addresses_in, mentioning, without
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.common.personal import Subject

IVA = Subject(
    None,
    frozenset({"iva.petrova@example.org"}),
    frozenset({"Ива Петрова", 'О\'Нийл "Ани" Ли'}),
    frozenset({"+359 88 812 3456"}),
)
SAID = [
    "Ива Петрова",
    "за ИВА  ПЕТРОВА.",
    "ива\nпетрова",
    "IVA.Petrova@Example.org",
    "<iva.petrova@example.org>",
    "0888123456",
    "0888 12-34-56",
    "+359 (88) 812 34 56",
    "00359888123456",
    'О\'Нийл "Ани" Ли',
]
NOT_SAID = [
    "Ива",
    "Ива Петроварадинска",
    "Радостива Петрова",
    "oliva.iva.petrova@example.org",
    "iva.petrova@example.organic",
    "4088881234567",
    "12",
]


@pytest.mark.parametrize("text", SAID)
def test_each_way_of_writing_is_cut_out(text):
    assert without(text, IVA).strip(" .<>за\n") == "[…]"


@pytest.mark.parametrize("text", NOT_SAID)
def test_others_are_left_alone(text):
    assert without(text, IVA) == text


@pytest.mark.django_db
@pytest.mark.parametrize("text", SAID)
def test_each_way_of_writing_is_found_in_json_and_in_text(text):
    for detail in ({"a": [text]}, {text: 1}):
        AuditEntry.objects.create(action="x", detail=detail)
    AuditEntry.objects.create(action=f"said {text}"[:80])
    assert AuditEntry.objects.filter(mentioning(["detail"], IVA)).count() == 2
    assert AuditEntry.objects.filter(mentioning(["detail", "action"], IVA)).count() == 3


@pytest.mark.django_db
def test_a_single_name_finds_nobody():
    AuditEntry.objects.create(action="x", detail={"a": "Ива"})
    only = Subject("an id", frozenset(), frozenset({"Ива", ""}), frozenset({"12", ""}))
    assert not AuditEntry.objects.filter(mentioning(["detail"], only)).exists()
    assert without("Ива, 12", only) == "Ива, 12"


def test_json_keeps_its_shape():
    told = {"who": ["Ива Петрова", 3, None, True], "iva.petrova@example.org": {"a": 1.5}}
    assert without(told, IVA) == {"who": ["[…]", 3, None, True], "[…]": {"a": 1.5}}


def test_addresses_are_read_from_anywhere():
    told = {"a@x.org": ["Пише <B@x.org>, c.d+e@y.co.uk.", 3, None], "to": "=f@x.org"}
    assert addresses_in(told) == {"a@x.org", "b@x.org", "c.d+e@y.co.uk", "f@x.org"}
    assert addresses_in(None) == set()
