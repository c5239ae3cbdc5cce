"""What was written once stays written, in every room."""

import pytest
from django.apps import apps

from kragozor.hub.common.append_only import AppendOnly

KINDS = [model for model in apps.get_models() if issubclass(model, AppendOnly)]


def test_what_the_council_answers_for_is_written_once():
    """Terms above all: a renewal is a further one, and an end does not touch it."""
    assert {
        "members.Term",
        "members.TermEnd",
        "members.TermReminder",
        "pipeline.StageChange",
        "pipeline.Letter",
        "applications.Question",
        "applications.Answer",
        "applications.Decision",
        "people.Consent",
    } <= {model._meta.label for model in KINDS}


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model._meta.label)
def test_a_record_is_neither_changed_nor_deleted(model):
    written = model()
    written._state.adding = False
    for change in (
        written.save,
        written.delete,
        model._default_manager.all().delete,
        lambda: model._default_manager.update(id=1),
    ):
        with pytest.raises(TypeError, match="never"):
            change()
