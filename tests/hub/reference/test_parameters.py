"""Changes of the table of parameters: set, withdrawn, taken back; and what is measured with."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.reference import queries, services
from kragozor.hub.reference.models import ParameterChange
from kragozor.hub.reference.services import changes
from kragozor.instruments.parameters import Name, Status, packaged_parameters
from tests.hub.reference.making import BETTER, GLASS


def value(key=GLASS.key):
    found = {row.key: row for row in queries.parameters_in_force()}.get(key)
    return found and found.value


def latest():
    found = queries.standing(GLASS.key)
    return found.change.pk if found.change else 0


def test_table_is_the_packaged_one_until_somebody_changes_it(db):
    assert queries.parameters_in_force() == packaged_parameters()


def test_value_that_is_set_is_in_force_and_written_down(staff):
    change = services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    assert queries.standing(GLASS.key).in_force == BETTER
    assert change.by == staff
    assert [entry.action for entry in audit.entries_about(change)] == ["parameter.set"]


def test_table_of_an_earlier_moment_stays_known(staff):
    before = timezone.now()
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    assert queries.parameters_in_force(before) == packaged_parameters()


def test_withdrawn_value_is_out_of_the_table_and_comes_back(staff):
    services.parameter_withdraw(actor=staff, key=GLASS.key, reason="оспорена")
    assert value() is None
    assert queries.standing(GLASS.key).shown == GLASS
    services.parameter_undo(actor=staff, key=GLASS.key, reason="потвърдена", seen=latest())
    assert queries.standing(GLASS.key).in_force == GLASS
    assert ParameterChange.objects.count() == 2


def test_taking_back_twice_is_doing_again(staff):
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    services.parameter_undo(actor=staff, key=GLASS.key, reason="грешка", seen=latest())
    assert value() == GLASS.value
    services.parameter_undo(actor=staff, key=GLASS.key, reason="не е грешка", seen=latest())
    assert value() == BETTER.value


def test_value_of_the_hub_alone_goes_when_it_is_taken_back(staff):
    own = replace(BETTER, material="felt", geography="BG")
    change = services.parameter_set(actor=staff, parameter=own, reason="първа оценка")
    assert value(own.key) == own.value
    services.parameter_undo(actor=staff, key=own.key, reason="грешка", seen=change.pk)
    assert value(own.key) is None


def test_who_saw_an_older_value_changes_nothing(staff):
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    with pytest.raises(services.Outdated):
        services.parameter_set(actor=staff, parameter=replace(BETTER, value=0.1), reason="друго")
    with pytest.raises(services.Outdated):
        services.parameter_withdraw(actor=staff, key=GLASS.key, reason="друго")
    with pytest.raises(services.Outdated):
        services.parameter_undo(actor=staff, key=GLASS.key, reason="друго")
    assert value() == BETTER.value


def test_nothing_is_taken_back_where_nothing_was_done(staff):
    with pytest.raises(services.NothingToUndo):
        services.parameter_undo(actor=staff, key=GLASS.key, reason="грешка")
    with pytest.raises(services.NothingToUndo):
        services.parameter_withdraw(
            actor=staff, key=("felt", Name.RECYCLED_CONTENT, "BG"), reason="грешка"
        )


def test_change_is_never_rewritten(staff):
    change = services.parameter_set(actor=staff, parameter=BETTER, reason="ново измерване")
    with pytest.raises(TypeError):
        change.save()
    with pytest.raises(TypeError):
        change.delete()


def test_two_changes_never_follow_the_same(staff):
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново")
    made = ParameterChange.objects.get()
    known = {f.attname: getattr(made, f.attname) for f in made._meta.fields if f.name != "id"}
    with pytest.raises(IntegrityError), transaction.atomic():
        ParameterChange.objects.create(**known)
    other = replace(BETTER, value=0.6)
    again = services.parameter_set(actor=staff, parameter=other, reason="ново", seen=made.pk)
    assert again.follows == made.pk


def test_who_looked_before_a_change_and_writes_after_it_comes_too_late(staff, monkeypatch):
    """Nobody changed the value when both looked; the database lets only one of them write."""
    monkeypatch.setattr(changes, "_refuse_outdated", lambda key, seen: None)
    services.parameter_set(actor=staff, parameter=BETTER, reason="ново")
    with pytest.raises(services.Outdated):
        services.parameter_set(actor=staff, parameter=replace(BETTER, value=0.6), reason="ново")
    assert queries.standing(GLASS.key).in_force == BETTER


def test_change_that_cannot_be_is_not_taken_for_one_that_came_too_late(staff):
    """A value with a source is not unverified: the table itself refuses it."""
    wrong = replace(BETTER, status=Status.UNVERIFIED)
    with pytest.raises(IntegrityError):
        services.parameter_set(actor=staff, parameter=wrong, reason="ново")
