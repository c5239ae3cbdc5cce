"""Portfolios: tables of products, a row each, read and written block by block."""

from __future__ import annotations

from kragozor.files.portfolio.blocks import Fault
from kragozor.files.portfolio.run import FAULTS_TOLD, Report, measure_file
from kragozor.files.portfolio.sources import SUFFIXES

__all__ = ["FAULTS_TOLD", "SUFFIXES", "Fault", "Report", "measure_file"]
