"""Where a number comes from, told by itself: as text, as HTML or as Typst."""

from __future__ import annotations

from kragozor.reports.explanation.explain import FORMS, explain

__all__ = ["FORMS", "explain"]
