"""Nothing personal is held that the registry does not know, and what it says of it is true."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.utils import translation

from kragozor.hub.common.personal import Subject, declarations
from kragozor.hub.privacy.registry import Kind, kind_of

# What may hold something about a person, by its type or by its name.
TYPES = (
    models.EmailField,
    models.GenericIPAddressField,
    models.JSONField,
    models.FileField,
    models.TextField,
)
NAMES = re.compile(
    r"name|phone|address|note|text|mail|comment|message|reason|contact|user_agent|\bip\b|birth"
    r"|password|secret|session|title|subject|detail|remark|position|_repr"
)
COMPANY = "of a company, not of a person"
WORDS = "words of the hub or of the law, not of people"
FACTS = "facts that a company declares about its materials"
CODES = "codes of pillars"
COLUMNS = "which column of a file is which"
EXCEPTIONS = {
    "applications.Application.pillars": CODES,
    "pipeline.Card.pillars": CODES,
    "pipeline.LetterTemplate.name_bg": WORDS,
    "pipeline.LetterTemplate.name_en": WORDS,
    "pipeline.LetterTemplate.subject_bg": WORDS,
    "pipeline.LetterTemplate.subject_en": WORDS,
    "pipeline.LetterTemplate.body_bg": WORDS,
    "pipeline.LetterTemplate.body_en": WORDS,
    "records.ColumnMemory.columns": COLUMNS,
    "records.Import.columns": COLUMNS,
    "records.Merge.moved": "keys of records",
    "records.Merge.settled": "keys of records",
    "programme.Evidence.file": "a document of the Council",
    "members.Organisation.name": COMPANY,
    "members.MemberPage.logo": "a picture that a member shows of itself",
    "members.Pillar.purpose_bg": WORDS,
    "members.Pillar.purpose_en": WORDS,
    "measuring.Inventory.name": FACTS,
    "measuring.Inventory.facts": FACTS,
    "measuring.Inventory.removed_rows": FACTS,
    "measuring.Assessment.name": FACTS,
    "measuring.Assessment.result": FACTS,
    "measuring.Assessment.pictures": FACTS,
    "measuring.Upload.file": FACTS,
    "measuring.Upload.original_name": FACTS,
    "measuring.Upload.problems": FACTS,
    "reference.Batch.rows": "values and titles of an official table",
    "reference.ParameterChange.name_bg": "what a material is called",
    "reference.ParameterChange.name_en": "what a material is called",
    "figures.Agreement.words": WORDS,
    "figures.Contributor.assessments": "keys of records",
    "figures.PublishedFigure.withheld": WORDS,
    "admin.LogEntry.object_id": "a key",
    "auth.Group.name": WORDS,
    "auth.Permission.name": WORDS,
    "auth.Permission.codename": WORDS,
    "django_tasks_database.DBTaskResult.task_path": "the name of a function",
    "django_tasks_database.DBTaskResult.queue_name": "one queue for all",
    "django_tasks_database.DBTaskResult.backend_name": "one backend for all",
    "django_tasks_database.DBTaskResult.worker_ids": "names of processes",
    "django_tasks_database.DBTaskResult.exception_class_path": "the name of a class",
    "sessions.Session.session_key": "random, and deleted with the session",
}


def is_suspicious(field: models.Field) -> bool:
    """Whether a field may hold something about a person."""
    if field.is_relation:
        return field.related_model is get_user_model() and not field.auto_created
    if isinstance(field, models.CharField) and field.choices:
        return False
    named = isinstance(field, models.CharField) and NAMES.search(field.name)
    return isinstance(field, TYPES) or bool(named)


def suspicious() -> set[str]:
    """The name of every such field of the hub and of what it is built with."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if is_suspicious(field)
    }


def declared() -> set[str]:
    return {f"{one.model}.{field}" for one in declarations() for field in one.fields}


def test_every_personal_field_is_declared():
    missing = suspicious() - declared() - set(EXCEPTIONS)
    assert not missing, (
        f"Declare in the app's personal.py, or say here why it is not personal: {sorted(missing)}"
    )


def test_exceptions_are_still_needed():
    assert set(EXCEPTIONS) <= suspicious() - declared()


def test_every_declared_field_exists():
    for one in declarations():
        fields = {field.name for field in apps.get_model(one.model)._meta.get_fields()}
        # Of JSON a path names what stands in it.
        inside = {path.partition("__")[0] for path in (*one.names, *one.phones)}
        told = {*one.fields, *one.withheld, *inside}
        assert told <= fields, f"{one.model}: {sorted(told - fields)}"


@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_declaration_says_why_and_how_long(language):
    with translation.override(language):
        for one in declarations():
            assert str(one.purpose), one.model
            assert str(one.retention_text), one.model
            assert str(one.basis.label), one.model
            assert str(Kind(one).what), one.model


def test_an_address_names_one_kind():
    keys = Counter(Kind(one).key for one in declarations())
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(kind_of(key).key == key for key in keys)


def test_what_goes_by_itself_has_a_time():
    assert all(one.overdue for one in declarations() if one.automatic)


@pytest.mark.django_db
def test_nothing_is_found_about_nobody(cast):
    """An empty subject must not mean everybody."""
    nobody = Subject(None, frozenset(), frozenset({""}), frozenset({""}))
    for one in declarations():
        assert not one.of(nobody).exists(), one.model
