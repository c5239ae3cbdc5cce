"""A laid out Sankey diagram as SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kragozor.drawing import svg
from kragozor.drawing.palette import Palette, paint
from kragozor.drawing.sankey.labels import DETAIL_SIZE, LINE, SIZE, Label
from kragozor.drawing.sankey.layout import Band, Bar, Layout, Loop, layout
from kragozor.drawing.sankey.legend import INDENT, SWATCH, Key, keys_height, keys_of
from kragozor.drawing.sankey.model import Flow, Node, graph_of
from kragozor.drawing.sankey.paths import arrow, ribbon, turned
from kragozor.drawing.svg import element

BAND, LOOP, SPREAD = 0.62, 0.45, 0.24
HAIRLINE = 0.75
FIRST_BASELINE = 13.0


def sankey(
    nodes: Sequence[Node],
    flows: Sequence[Flow],
    *,
    title: str,
    description: str,
    width: float | None = None,
    height: float | None = None,
    narrow: bool = False,
    palette: Palette = "page",
    value_format: Callable[[float], str] = "{:g}".format,
    order: Sequence[str] = (),
    legend: Sequence[tuple[str, str]] = (),
    prefix: str | None = None,
) -> str:
    """Draw where mass comes from and where it goes, with what returns led round below.

    Every band, lane and bar is as high as its amount times one scale. Columns are found from
    the flows; within a column the order is the one with little crossing, except that the nodes
    named in ``order`` keep that order.

    Parameters
    ----------
    nodes : sequence of Node
        Each id once. Nodes without a flow above 0 are left out.
    flows : sequence of Flow
        Finite values of at least 0; ``sd`` is drawn as a lighter band, one standard deviation
        wider in all.
    title, description : str
        Read aloud in place of the picture.
    width : float
        Width of the view box, 760 by default and 300 when narrow; it grows where the labels
        need more. The picture itself scales with its place on the page.
    height : float
        Height of the view box; chosen to suit the content when not given.
    narrow : bool
        For telephones: labels stand above the bars, not beside them.
    palette : {"page", "print"}
        Colours as custom properties of the page, or as values.
    value_format : callable
        Writes an amount with its unit.
    order : sequence of str
        Ids of nodes that keep this order from top to bottom.
    legend : sequence of (str, str)
        Meanings and their colours, written below the picture.
    prefix : str
        Begins the ids inside the SVG; made from the content when not given.

    Returns
    -------
    str
        An SVG element without inline styles.

    Raises
    ------
    NotDrawable
        No flow above 0, a node given twice or not at all, an amount that is not a number of at
        least 0, an unknown colour, or too little height.

    Examples
    --------
    >>> nodes = [Node("a", "Virgin", "virgin"), Node("b", "Product"), Node("c", "Waste", "lost")]
    >>> flows = [Flow("a", "b", 3, "virgin"), Flow("b", "c", 3, "lost")]
    >>> sankey(nodes, flows, title="Flows", description="3 kg in, 3 kg lost.")[:35]
    '<svg xmlns="http://www.w3.org/2000/'
    """
    picture = layout(
        graph_of(nodes, flows, order),
        width=width or (300.0 if narrow else 760.0),
        height=height,
        narrow=narrow,
        value_format=value_format,
        order=order,
    )
    pen = Pen(palette, {node.id: node.label for node in nodes}, value_format)
    keys = keys_of(legend, picture.width, picture.height)
    return svg.document(
        pen.body(picture) + "".join(pen.key(key) for key in keys),
        width=picture.width,
        height=picture.height + keys_height(keys, picture.height),
        title=title,
        description=description,
        prefix=prefix or svg.prefix_of(nodes, flows, title, width, height, narrow, palette, legend),
    )


@dataclass(frozen=True)
class Pen:
    """Draws the parts of a layout in one palette."""

    palette: Palette
    names: Mapping[str, str]
    value_format: Callable[[float], str]

    def body(self, picture: Layout) -> str:
        """Return all parts, what lies lowest first."""
        bands = sorted(picture.bands, key=lambda band: -band.thickness)
        parts = [self.loop(loop) for loop in picture.loops]
        parts += [self.spread(band, picture.scale) for band in bands if band.flow.sd]
        parts += [self.band(band) for band in bands]
        parts += [self.bar(bar) for bar in picture.bars]
        parts += [self.label(label) for label in picture.labels]
        return "".join(parts)

    def said(self, flow: Flow) -> str:
        """Return what a pointer shows of a flow."""
        spread = f" ± {self.value_format(flow.sd)}" if flow.sd else ""
        ends = f"{self.names[flow.source]} → {self.names[flow.target]}"
        return f"{ends}: {self.value_format(flow.value)}{spread}"

    def band(self, band: Band) -> str:
        """Draw a forward flow; one too thin to see gets a hairline of its colour."""
        colour = paint(band.flow.colour, self.palette)
        thin = band.thickness < 1
        path = element(
            "path",
            d=ribbon(band.steps, band.thickness),
            fill=colour,
            fill_opacity=BAND,
            stroke=colour if thin else None,
            stroke_width=HAIRLINE if thin else None,
        )
        return element("g", svg.tooltip(self.said(band.flow)), path, class_="flow")

    def spread(self, band: Band, scale: float) -> str:
        """Draw the lighter band that is one standard deviation wider than the flow."""
        more = scale * (band.flow.sd or 0.0)
        steps = [step._replace(y0=step.y0 - more / 2, y1=step.y1 - more / 2) for step in band.steps]
        path = ribbon(steps, band.thickness + more)
        return element(
            "path", d=path, fill=paint(band.flow.colour, self.palette), fill_opacity=SPREAD
        )

    def loop(self, loop: Loop) -> str:
        """Draw a returning flow with its arrow head."""
        colour = paint(loop.flow.colour, self.palette)
        line = element(
            "path",
            d=turned(loop),
            fill="none",
            stroke=colour,
            stroke_width=max(loop.thickness, HAIRLINE),
        )
        head = element("path", d=arrow(loop), fill=colour)
        tip = svg.tooltip(self.said(loop.flow))
        return element("g", tip, line, head, class_="flow returning", opacity=LOOP)

    def bar(self, bar: Bar) -> str:
        """Draw a node; a dashed one stands for mass that nobody has accounted for."""
        colour = paint(bar.node.colour, self.palette)
        dash = {"stroke": colour, "stroke_dasharray": "3 3"} if bar.node.dashed else {}
        rectangle = element(
            "rect",
            x=bar.x,
            y=bar.y,
            width=bar.width,
            height=max(bar.height, HAIRLINE),
            rx=min(2.0, bar.height / 2),
            fill="none" if bar.node.dashed else colour,
            **dash,
        )
        return element("g", svg.tooltip(bar.node.label), rectangle, class_="node")

    def key(self, key: Key) -> str:
        """Draw one entry of the legend."""
        swatch = element(
            "rect",
            x=key.x,
            y=key.y,
            width=SWATCH,
            height=SWATCH,
            rx=2,
            fill=paint(key.colour, self.palette),
        )
        ink = paint("ink-2", self.palette)
        y = key.y + SWATCH - 1
        return swatch + svg.text(key.text, x=key.x + INDENT, y=y, font_size=DETAIL_SIZE, fill=ink)

    def label(self, label: Label) -> str:
        """Write a label with a rim of the ground, so that it is legible over a band."""
        words = label.wording
        rows = [(line, SIZE, 600, "ink") for line in words.lines]
        rows += [(line, DETAIL_SIZE, 400, "ink-2") for line in words.detail]
        lines = [
            svg.text(
                line,
                x=label.x,
                y=label.top + FIRST_BASELINE + number * LINE,
                font_size=size,
                font_weight=weight,
                fill=paint(colour, self.palette),
            )
            for number, (line, size, weight, colour) in enumerate(rows)
        ]
        return element(
            "g",
            svg.tooltip(label.node.label),
            *lines,
            text_anchor=label.anchor,
            stroke=paint("surface", self.palette),
            stroke_width=3,
            stroke_linejoin="round",
            paint_order="stroke",
        )
