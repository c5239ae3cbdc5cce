"""One value is set, withdrawn, or made again what it was: each time a record is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from kragozor.hub.common import audit
from kragozor.hub.reference.enums import Act
from kragozor.hub.reference.models import Batch, ParameterChange
from kragozor.hub.reference.queries.parameters import Key, history, standing, value_before

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person
    from kragozor.instruments.parameters import Parameter


class Outdated(Exception):
    """The value was changed after the person looked at it."""


class NothingToUndo(Exception):
    """The value stands as it is packaged: nobody changed it, or there is none in force."""


@transaction.atomic
def parameter_set(
    *, actor: Person, parameter: Parameter, reason: str, seen: int = 0
) -> ParameterChange:
    """Put a value in force; ``seen`` is the change that the person knew as the latest."""
    _refuse_outdated(parameter.key, seen)
    return _kept(actor, change_setting(actor, parameter, reason, follows=seen))


@transaction.atomic
def parameter_withdraw(*, actor: Person, key: Key, reason: str, seen: int = 0) -> ParameterChange:
    """Take a value out of force: results use the one of a wider place, or none."""
    found = standing(key)
    if found is None or found.in_force is None:
        raise NothingToUndo
    _refuse_outdated(key, seen)
    told = {"by": actor, "reason": reason, "follows": seen}
    return _kept(actor, ParameterChange(act=Act.WITHDRAWN, **told, **_named(found.in_force)))


@transaction.atomic
def parameter_undo(*, actor: Person, key: Key, reason: str, seen: int = 0) -> ParameterChange:
    """Make a value again what it was before the latest change."""
    found = standing(key)
    if found is None or found.change is None:
        raise NothingToUndo
    _refuse_outdated(key, seen)
    is_packaged = found.packaged is not None
    return _kept(actor, change_back(actor, found.change, reason, is_packaged=is_packaged))


def change_setting(
    actor: Person, parameter: Parameter, reason: str, *, follows: int, batch: Batch | None = None
) -> ParameterChange:
    """Return the change, not saved yet, that puts a value in force."""
    return ParameterChange(
        act=Act.SET,
        value=parameter.value,
        source=parameter.source,
        status=parameter.status.value,
        reason=reason,
        follows=follows,
        batch=batch,
        by=actor,
        **_named(parameter),
    )


def change_back(
    actor: Person, change: ParameterChange, reason: str, *, is_packaged: bool
) -> ParameterChange:
    """Return the change, not saved yet, that takes another one back."""
    before = value_before(change)
    told = {"reason": reason, "by": actor, "batch": change.batch, "follows": change.pk}
    if before is not None and before.made is not None:
        facts = {"act": Act.SET, **_named(before.made)}
        kept = {"value": before.value, "source": before.source, "status": before.status}
        return ParameterChange(**facts, **kept, **told)
    is_as_packaged = is_packaged if before is None else before.act == Act.PACKAGED
    named = {name: getattr(change, name) for name in ("material", "name_bg", "name_en")}
    named |= {"parameter": change.parameter, "geography": change.geography}
    return ParameterChange(act=Act.PACKAGED if is_as_packaged else Act.WITHDRAWN, **named, **told)


def changes_keep(changes: list[ParameterChange]) -> None:
    """Write changes down; who changes the same value at the same moment comes too late.

    Raises
    ------
    Outdated
        A change follows one that is not the latest any more.
    """
    try:
        with transaction.atomic():
            ParameterChange.objects.bulk_create(changes)
    except IntegrityError as error:
        if any(history(one.key).filter(follows=one.follows).exists() for one in changes):
            raise Outdated from error
        raise


def _named(parameter: Parameter) -> dict[str, str]:
    return {
        "material": parameter.material,
        "name_bg": parameter.name_bg,
        "name_en": parameter.name_en,
        "parameter": parameter.parameter.value,
        "geography": parameter.geography,
    }


def _refuse_outdated(key: Key, seen: int) -> None:
    found = standing(key)
    latest = found.change.pk if found is not None and found.change is not None else 0
    if latest != seen:
        raise Outdated


def _kept(actor: Person, change: ParameterChange) -> ParameterChange:
    changes_keep([change])
    audit.record(
        actor=actor,
        action=f"parameter.{change.act}",
        subject=change,
        material=change.material,
        parameter=change.parameter,
        geography=change.geography,
        value=change.value,
    )
    return change
