"""What the Council keeps of its activities: who, what next, targets and evidence, all dated."""

from kragozor.hub.programme.models.activity import Activity, Target
from kragozor.hub.programme.models.evidence import Evidence

__all__ = ["Activity", "Evidence", "Target"]
