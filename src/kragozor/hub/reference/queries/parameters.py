"""The table of parameters in force: what comes with the library, and what was changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from kragozor.hub.reference.enums import Act
from kragozor.hub.reference.models import ParameterChange
from kragozor.instruments.parameters import Name, Parameter, ParameterTable, packaged_parameters

Key = tuple[str, Name, str]


@dataclass(frozen=True)
class Standing:
    """How one value stands: as it is packaged, and what the latest change made of it."""

    key: Key
    packaged: Parameter | None
    change: ParameterChange | None
    before: Parameter | None = None

    @property
    def in_force(self) -> Parameter | None:
        """The value that is measured with; None where it was withdrawn."""
        if self.change is None or self.change.act == Act.PACKAGED:
            return self.packaged
        return self.change.made

    @property
    def shown(self) -> Parameter | None:
        """The value in force, else the one that was withdrawn."""
        return self.in_force or self.before or self.packaged


def parameters_in_force(at: datetime | None = None, *, before: int | None = None) -> ParameterTable:
    """Return the table that is measured with now, was at a moment, or before a change."""
    changes = ParameterChange.objects.order_by("id")
    if at is not None:
        changes = changes.filter(at__lte=at)
    if before is not None:
        changes = changes.filter(pk__lt=before)
    found = (one.in_force for one in _standings(changes, packaged_parameters()))
    return ParameterTable(tuple(row for row in found if row is not None))


def standings() -> list[Standing]:
    """Return how every value stands, withdrawn ones too: packaged ones first."""
    return _standings(ParameterChange.objects.order_by("id"), packaged_parameters())


def standing(key: Key) -> Standing | None:
    """Return how one value stands; None where there never was one."""
    packaged = (row for row in packaged_parameters() if row.key == key)
    found = _standings(history(key).order_by("id"), packaged)
    return found[0] if found else None


def history(key: Key) -> QuerySet[ParameterChange]:
    """Return what was changed of a value, the latest first."""
    material, parameter, geography = key
    return ParameterChange.objects.filter(
        material=material, parameter=parameter, geography=geography
    ).select_related("by", "batch")


def value_before(change: ParameterChange) -> ParameterChange | None:
    """Return what a value was made before a change; None where it was as packaged."""
    return history(change.key).filter(pk__lt=change.pk).first()


def mark() -> int:
    """Return a number that grows with every change of the table."""
    return ParameterChange.objects.aggregate(last=Max("id"))["last"] or 0


def _standings(changes: Iterable[ParameterChange], packaged: Iterable[Parameter]) -> list[Standing]:
    found = {row.key: Standing(row.key, row, None) for row in packaged}
    for change in changes:
        before = found.get(change.key, Standing(change.key, None, None))
        found[change.key] = Standing(change.key, before.packaged, change, before.shown)
    return list(found.values())
