"""Sankey diagrams with loops, as SVG.

The layout goes step by step, one module each: which flows return (``cycles``), columns
(``layers``), order within them (``crossings``), lanes for the returning flows (``lanes``), where
flows meet their nodes (``ports``), labels (``labels``), heights (``heights``, ``positions``) and
widths (``columns``). ``layout`` joins them, ``draw`` writes the SVG.
"""

from kragozor.drawing.sankey.draw import sankey
from kragozor.drawing.sankey.model import Flow, Node
from kragozor.drawing.sankey.table import FlowRow, flow_table

__all__ = ["Flow", "FlowRow", "Node", "flow_table", "sankey"]
