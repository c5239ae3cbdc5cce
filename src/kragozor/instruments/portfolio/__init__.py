"""Many products at once: columns of named inputs to columns of values, exactly as one by one."""

from __future__ import annotations

from kragozor.instruments.portfolio.measure import Measured, is_undefined, measure_columns, refusal
from kragozor.instruments.portfolio.plan import Column, Plan, plan_of

__all__ = ["Column", "Measured", "Plan", "is_undefined", "measure_columns", "plan_of", "refusal"]
