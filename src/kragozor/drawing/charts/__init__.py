"""Charts through Altair and vl-convert: the same picture on the page and in print."""

from kragozor.drawing.charts.comparison import Amount, comparison
from kragozor.drawing.charts.history import HistoryPoint, history
from kragozor.drawing.charts.quality import Part, quality_bar
from kragozor.drawing.charts.tornado import TornadoBar, tornado

__all__ = [
    "Amount",
    "HistoryPoint",
    "Part",
    "TornadoBar",
    "comparison",
    "history",
    "quality_bar",
    "tornado",
]
