"""Somebody planted in every place that is declared as personal, and looked for in every table.

A record is made for each declaration: its own fields say the person, all others somebody else.
Where a model has rules that made-up values break, `TOLD` gives the values that keep them; it is
the only place to change when a test says that something cannot be planted.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from kragozor.hub.common.personal import Personal, plain
from kragozor.hub.people.models import Person


@dataclass(frozen=True)
class Mark:
    """What nobody else is called."""

    email: str = "zornitsa.kalpakova@planted.example"
    name: str = "Зорница Калпакова-Брезовска"
    phone: str = "+359 879 553 117"

    @property
    def text(self) -> str:
        return f"Обади се {self.name}, {self.email}, тел. 0879 55-31-17."

    def found_in(self, text: str) -> str | None:
        """Return which of them a text says, in any capitals and any grouping of digits."""
        folded = text.casefold()
        forms = [self.email, self.name, json.dumps(self.name)[1:-1]]
        found = next((form for form in forms if form.casefold() in folded), None)
        return found or ("phone" if re.search(r"879[^\w]*55[^\w]*3[^\w]*117", text) else None)


MARK = Mark()
# The fields of a record that say the person.
Marked = Mapping[str, Person]


def session(person: Person) -> None:
    """A session in which they are signed in, and one in which their address waits."""
    for facts in ({"_auth_user_id": str(person.pk)}, {"address": MARK.email}):
        store = SessionStore()
        store.update(facts)
        store.save()


def now(_marked: Marked) -> dt.datetime:
    return timezone.now()


def by_the_person(marked: Marked) -> models.Model:
    """An application of whoever is marked."""
    person = next(iter(marked.values()))
    return made("applications.Application", person, {"applicant_email": person})


def on_the_card(marked: Marked) -> models.Model:
    """A card whose contact is whoever is marked."""
    person = next(iter(marked.values()))
    return made("pipeline.Card", person, {"contact_email": person})


# What no made-up record can be of.
BY_HAND: dict[str, Callable[[Person], None]] = {"sessions.Session": session}
NOT_PLANTED = {
    "people.Person": "the person themselves",
    "privacy.Erasure": "it holds hashes, and those of nobody yet",
    "pipeline.Suppression": "it holds hashes, which say nothing",
}
# Values that keep the rules of a model, where it has some; a function is told what is marked.
TOLD: dict[str, dict[str, Any]] = {
    "privacy.ErasureRequest": {"withdrawn_at": now},
    "common.AuditEntry": {"object_kind": "people.person"},
    "members.Organisation": {"is_demonstration": True, "eik": None, "kind": "person"},
    # A last owner would have to hand over first.
    "members.Representation": {"role": "reader"},
    "members.Invitation": {
        "accepted_at": lambda marked: timezone.now() if "accepted_by" in marked else None
    },
    "members.Term": {
        "payment": lambda marked: "waiver" if "waiver_reason" in marked else "fee",
        "fee": lambda marked: None if "waiver_reason" in marked else 1,
        "waiver_reason": "",
    },
    # What is the applicant's is found by the address of the application.
    "applications.ConsentGiven": {"application": by_the_person},
    "applications.Declaration": {"application": by_the_person},
    "pipeline.Document": {"card": on_the_card},
    "reference.Batch": {"rows": [], "refused": []},
    "reference.ParameterChange": {
        "act": "set",
        "value": 0.5,
        "status": "sourced",
        "source": "Протокол 5",
    },
    "records.Export": {"with_people": True, "reason": "годишен отчет"},
    "measuring.Upload": {"state": "refused", "inventory": None},
    "programme.Evidence": {"withdrawn_at": now},
}
# Rows that are there from the beginning: one of them is changed, and none is added.
SEEDED = {"programme.Activity", "members.Pillar", "contenttypes.ContentType"}


def plant(declared: Personal, person: Person, other: Person) -> None:
    """Make a record whose declared fields say the person."""
    if by_hand := BY_HAND.get(declared.model):
        by_hand(person)
    elif declared.model in SEEDED:
        fields = [apps.get_model(declared.model)._meta.get_field(name) for name in declared.fields]
        first = plain(declared.model).first()
        plain(declared.model).filter(pk=first.pk).update(
            **{field.name: said(field, person) for field in fields}
        )
    elif declared.model not in NOT_PLANTED:
        made(declared.model, other, dict.fromkeys(declared.fields, person))


def made(label: str, other: Person, marked: Marked) -> models.Model:
    """Return a new record: the marked fields say the person, the others what they must."""
    model = apps.get_model(label)
    told = TOLD.get(label, {})
    values = {}
    for field in model._meta.concrete_fields:
        if field.name in marked:
            values[field.name] = said(field, marked[field.name])
        elif field.name in told:
            value = told[field.name]
            values[field.name] = value(marked) if callable(value) else value
        elif must_be_given(field):
            values[field.name] = filler(field, other)
    try:
        with transaction.atomic():
            record = model(**values)
            record.save()
    except IntegrityError as error:
        raise AssertionError(f"Say in TOLD how {label} is planted: {error}") from error
    return record


def must_be_given(field: models.Field) -> bool:
    optional = field.null or field.has_default() or getattr(field, "auto_now", False)
    own = isinstance(field, models.AutoField)
    return not (optional or own or getattr(field, "auto_now_add", False))


def said(field: models.Field, person: Person) -> Any:
    """Return a value that gives the person away."""
    if field.is_relation:
        return person if field.related_model is get_user_model() else made_for(field, person)
    if isinstance(field, models.EmailField):
        return MARK.email
    if isinstance(field, models.FileField):
        return ContentFile(MARK.text.encode(), name="planted.txt")
    if isinstance(field, models.JSONField):
        return {"who": [MARK.text], MARK.email: MARK.phone, "name": MARK.name.upper()}
    if isinstance(field, models.TextField):
        return MARK.text
    if isinstance(field, models.CharField) and not field.choices:
        return text_for(field)
    return filler(field, person)


def text_for(field: models.CharField) -> str:
    """Return as much of the person as there is room for; a place for a number gets that."""
    kinds = {"phone": MARK.phone, "name": MARK.name}
    told = next((text for kind, text in kinds.items() if kind in field.name), MARK.text)
    fitting = (text for text in (told, MARK.name, MARK.phone) if len(text) <= field.max_length)
    return next(fitting, "")


def filler(field: models.Field, other: Person) -> Any:
    """Return a value that says nothing about the person."""
    if field.is_relation:
        return other if field.related_model is get_user_model() else made_for(field, other)
    if field.choices:
        return next(value for value, _label in field.flatchoices if value != "")
    kinds: dict[type, Callable[[], Any]] = {
        models.DateTimeField: timezone.now,
        models.DateField: timezone.localdate,
        models.DurationField: dt.timedelta,
        models.GenericIPAddressField: lambda: "192.0.2.1",
        models.EmailField: lambda: f"{get_random_string(12).lower()}@elsewhere.example",
        models.JSONField: dict,
        models.FileField: lambda: ContentFile(b"nothing", name="nothing.txt"),
        models.BooleanField: lambda: False,
        models.CharField: lambda: get_random_string(min(20, field.max_length)),
        models.TextField: lambda: "x",
    }
    return next((make() for kind, make in kinds.items() if isinstance(field, kind)), 1)


def made_for(field: models.ForeignKey, other: Person) -> models.Model:
    """Return a record for a field to refer to: a new one, where they are not all there already."""
    label = field.related_model._meta.label
    return plain(label).first() if label in SEEDED else made(label, other, {})


def leaks() -> Iterator[str]:
    """Yield every place that still says the person: tables, packed sessions, files."""
    yield from table_leaks()
    for one in Session.objects.all():
        if told := MARK.found_in(str(one.get_decoded())):
            yield f"a session says {told}"
    for path in Path(settings.DATA_DIR).rglob("*"):
        if path.is_file() and (told := MARK.found_in(path.read_bytes().decode(errors="replace"))):
            yield f"{path} says {told}"


def table_leaks() -> Iterator[str]:
    """Yield every column, of whatever table, whose values say the person."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    if told := MARK.found_in(as_text(value)):
                        yield f"{table}.{column} says {told}"


def as_text(value: Any) -> str:
    """Return a stored value as text; also that of the cache, which is packed."""
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="replace")
    text = str(value)
    try:
        return text + base64.b64decode(text, validate=True).decode(errors="replace")
    except ValueError:
        return text
