"""Formulas as data: read once, worked out with numbers, and shown as mathematics.

A formula is an arithmetic expression over symbols, ``"(V + W) / (2*M + (W_F - W_C)/2)"``.
The catalogue of indicators is written in it, so that the formula a reader sees is the one
that gave the number beside it.
"""

from kragozor.instruments.formula.evaluation import ZeroDenominator, evaluate
from kragozor.instruments.formula.mathml import as_mathml
from kragozor.instruments.formula.text import as_text
from kragozor.instruments.formula.tree import (
    Formula,
    addends,
    is_quotient,
    parse,
    symbols,
    unsigned,
)
from kragozor.instruments.formula.typst import as_typst, typst_string

__all__ = [
    "Formula",
    "ZeroDenominator",
    "addends",
    "as_mathml",
    "as_text",
    "as_typst",
    "evaluate",
    "is_quotient",
    "parse",
    "symbols",
    "typst_string",
    "unsigned",
]
