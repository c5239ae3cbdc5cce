"""A board on which a chart is put together: one scale across, pixels down.

Every mark is a row with ``x``, ``y`` and, where it has an extent, ``x2`` and ``y2``; a text has
``text``. Numbers are worded before they come here, so that they are right in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kragozor.drawing.charts.render import FAMILY, picture
from kragozor.drawing.palette import LIGHT, Palette

# Narrow pictures stand on a phone at their own size, so that their words can be read there.
WIDTH, NARROW = 420.0, 290.0
SMALL, NORMAL = 13.0, 14.0

Row: TypeAlias = Mapping[str, float | str]


@dataclass
class Board:
    """Collects marks, lowest first; ``low`` to ``high`` lie between the margins."""

    height: float
    low: float = 0.0
    high: float = WIDTH
    margin: float = 0.0
    width: float = WIDTH
    marks: dict[tuple[Any, ...], list[Row]] = field(default_factory=dict)

    @property
    def unit(self) -> float:
        """What one pixel across stands for."""
        return (self.high - self.low) / (self.width - 2 * self.margin)

    def bars(self, rows: Iterable[Row], colour: str, *, opacity: float = 1.0) -> None:
        """Add rectangles."""
        self._add(rows, "rect", color=LIGHT[colour], opacity=opacity)

    def rules(self, rows: Iterable[Row], colour: str, *, width: float = 1.0) -> None:
        """Add straight lines from (x, y) to (x2, y2)."""
        self._add(rows, "rule", color=LIGHT[colour], size=width)

    def line(self, rows: Iterable[Row], colour: str) -> None:
        """Add one line through all rows."""
        self._add(rows, "line", color=LIGHT[colour], strokeWidth=2.5, run=len(self.marks))

    def points(self, rows: Iterable[Row], colour: str) -> None:
        """Add dots."""
        self._add(rows, "point", color=LIGHT[colour], filled=True, size=60, opacity=1)

    def texts(
        self,
        rows: Iterable[Row],
        *,
        align: str = "left",
        size: float = SMALL,
        weight: int = 400,
        colour: str = "ink",
    ) -> None:
        """Add lines of text; y is their baseline."""
        look = {"fontSize": size, "fontWeight": weight, "color": LIGHT[colour], "font": FAMILY}
        self._add(rows, "text", align=align, baseline="alphabetic", **look)

    def picture(self, *, title: str, description: str, palette: Palette, prefix: str | None) -> str:
        """Return all marks as one SVG."""
        import altair as alt

        # Altair checks each part against the whole schema of Vega-Lite: 100 ms for what is ours.
        with alt.utils.schemapi.debug_mode(False):
            layers = [self._layer(dict(key), rows) for key, rows in self.marks.items()]
            chart = alt.layer(*layers).properties(width=self.width, height=self.height)
            plain = chart.configure(background="transparent", padding=0, autosize="none")
            specification = plain.configure_view(stroke=None).to_json(validate=False, indent=None)
        return picture(
            specification, title=title, description=description, palette=palette, prefix=prefix
        )

    def _add(self, rows: Iterable[Row], mark: str, **style: Any) -> None:
        """Keep marks of one look together: each layer costs Vega a millisecond."""
        if rows := list(rows):
            self.marks.setdefault((("mark", mark), *style.items()), []).extend(rows)

    def _layer(self, style: dict[str, Any], rows: list[Row]) -> Any:
        import altair as alt

        mark = style.pop("mark")
        style.pop("run", None)
        ends = [self.margin, self.width - self.margin]
        across = alt.Scale(domain=[self.low, self.high], range=ends, zero=False, nice=False)
        level = [0.0, self.height]
        down = alt.Scale(domain=level, range=level, zero=False, nice=False)
        channels: list[Any] = [
            alt.X("x", type="quantitative", scale=across, axis=None),
            alt.Y("y", type="quantitative", scale=down, axis=None),
        ]
        if mark in ("rect", "rule"):
            channels += [alt.X2("x2"), alt.Y2("y2")]
        if mark == "text":
            channels.append(alt.Text("text", type="nominal"))
        chart = alt.Chart(alt.InlineData(values=[dict(row) for row in rows]))
        return getattr(chart, f"mark_{mark}")(**style).encode(*channels)
