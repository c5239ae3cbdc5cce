"""What rows become: members or prospects, found, compared, written and taken back alike."""

from __future__ import annotations

from collections.abc import Mapping

from kragozor.hub.records.enums import Target
from kragozor.hub.records.targets.base import Comparison, Current, Records
from kragozor.hub.records.targets.members import MemberRecords
from kragozor.hub.records.targets.prospects import ProspectRecords

__all__ = ["Comparison", "Current", "Records", "records_of"]


def records_of(target: str, defaults: Mapping[str, object]) -> Records:
    """Return the records of a target as they are now, read once for all rows."""
    kind = MemberRecords if target == Target.MEMBERS else ProspectRecords
    return kind(defaults)
