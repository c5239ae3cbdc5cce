"""Amounts beside each other: frameworks, periods, or what enters against what leaves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kragozor.drawing.charts.board import NORMAL, SMALL, WIDTH, Board
from kragozor.drawing.errors import refusal
from kragozor.drawing.palette import Palette
from kragozor.drawing.text import shortened, text_width
from kragozor.words.numbers import DASH

ROW, BAR, LABEL_BASELINE, BAR_TOP, BETWEEN = 44.0, 14.0, 15.0, 22.0, 12.0


@dataclass(frozen=True)
class Amount:
    """A labelled amount and how it is written; None where it is undefined."""

    label: str
    value: float | None
    text: str
    colour: str = "green"


def comparison(
    amounts: Sequence[Amount],
    *,
    title: str,
    description: str = "",
    whole: float | None = None,
    palette: Palette = "page",
    prefix: str | None = None,
) -> str:
    """Draw one bar for each amount, all to one scale; ``whole`` fills the width if given.

    Raises
    ------
    NotDrawable
        No amounts, or one that is negative or not finite.
    """
    known = [amount.value for amount in amounts if amount.value is not None]
    if not amounts:
        raise refusal("empty")
    for amount in amounts:
        if amount.value is not None and not (math.isfinite(amount.value) and amount.value >= 0):
            raise refusal("finite", name=amount.label, value=str(amount.value))
    full = max([whole or 0.0, *known]) or 1.0
    board = Board(ROW * len(amounts))
    for number, amount in enumerate(amounts):
        top = ROW * number
        text = DASH if amount.value is None else amount.text
        room = WIDTH - text_width(text, SMALL, bold=True) - BETWEEN
        label = shortened(amount.label, room, NORMAL)
        bar = {"x": 0.0, "y": top + BAR_TOP, "y2": top + BAR_TOP + BAR}
        board.bars([{**bar, "x2": WIDTH}], "sunken")
        if amount.value:
            board.bars([{**bar, "x2": WIDTH * amount.value / full}], amount.colour)
        words = {"y": top + LABEL_BASELINE}
        board.texts([{**words, "x": 0.0, "text": label}], size=NORMAL)
        board.texts([{**words, "x": WIDTH, "text": text}], align="right", weight=600)
    return board.picture(title=title, description=description, palette=palette, prefix=prefix)
