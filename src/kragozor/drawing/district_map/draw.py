"""The map itself: colours, borders, labels and the key below."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kragozor.drawing import svg
from kragozor.drawing.district_map import geometry
from kragozor.drawing.district_map.labels import label
from kragozor.drawing.district_map.reading import Reading
from kragozor.drawing.palette import Palette, paint
from kragozor.drawing.sankey.labels import DETAIL_SIZE
from kragozor.drawing.sankey.legend import INDENT, SWATCH, keys_height, keys_of
from kragozor.drawing.svg import element
from kragozor.instruments.reference.territory import District, district, districts, region
from kragozor.words.numbers import decimal_text

WIDE, NARROW, MARGIN = 760.0, 340.0, 3.0
# How much green a class has, the lowest first.
STRENGTHS = (0.16, 0.32, 0.5, 1.0)
# At 0 a district is a little off the ground, so that the border of two such is seen.
PLAIN = 0.55
HATCH, SELECTED = 6.0, 3.0


def district_map(
    values: Mapping[str, float | None],
    language: str,
    *,
    title: str,
    text: Callable[[float], str] | None = None,
    links: Mapping[str, str] | None = None,
    selected: str | None = None,
    palette: Palette = "page",
    narrow: bool = False,
    width: float | None = None,
    prefix: str | None = None,
) -> str:
    """Draw the districts of Bulgaria, each coloured by the class of its value.

    A district without data is hatched and one at 0 is plain; the others fall into at most four
    classes of values that are alike. Every district tells its name and value to a pointer and,
    as a link, to a screen reader; on a page a table belongs beside the map.

    Parameters
    ----------
    values : mapping of str to float or None
        The value of each district by its NUTS-3 code, at least 0; None, like a district that is
        not given, is no data.
    language : {"bg", "en"}
        The language of names and numbers.
    title : str
        Names the map for those who listen to the page.
    text : callable, optional
        Writes a value; a plain number when not given.
    links : mapping of str to str, optional
        The address behind each district, by its code.
    selected : str, optional
        The code of the district, or of the region, to be outlined.
    palette : {"page", "print"}
        Colours as custom properties of the page, or as values.
    narrow : bool
        For a phone: the values without the names.
    width : float, optional
        Width in pixels; the map fills its place on the page when not given.
    prefix : str, optional
        Begins the ids inside the SVG; made from the content when not given.

    Returns
    -------
    str
        An SVG element without inline styles.

    Raises
    ------
    OutOfRange
        A code that is no district, or for ``selected`` no region either.
    NotDrawable
        A value that is not a finite number of at least 0.

    Examples
    --------
    >>> picture = district_map({"BG421": 21, "BG311": 0}, "bg", title="Членове по области")
    >>> [said in picture for said in ("Пловдив: 21", "Видин: 0", "Русе: няма данни")]
    [True, True, True]
    """
    reading = Reading(values, language, text or (lambda value: decimal_text(value, language)))
    content = (sorted(map(str, values.items())), language, title, selected, palette, narrow)
    name = prefix or svg.prefix_of(*content)
    chart = _Map(reading, links or {}, palette, NARROW if narrow else WIDE, narrow, f"{name}-hatch")
    key, height = chart.key()
    return svg.document(
        chart.hatch() + chart.plane(_outlined(selected)) + chart.labels() + key,
        width=chart.width,
        height=height,
        title=title,
        description=reading.description(),
        prefix=name,
        size=width,
        role="group" if links else "img",
    )


def _outlined(selected: str | None) -> list[str]:
    """Return the districts to outline; the code of a region is the beginning of theirs."""
    if selected is None:
        return []
    if any(selected == each.region for each in districts()):
        return [each.code for each in districts(region(selected).code)]
    return [district(selected).code]


@dataclass(frozen=True)
class _Map:
    reading: Reading
    links: Mapping[str, str]
    palette: Palette
    width: float
    narrow: bool
    hatch_id: str

    @property
    def scale(self) -> float:
        """How long a unit of the geometry is in the picture."""
        return (self.width - 2 * MARGIN) / geometry.WIDTH

    def hatch(self) -> str:
        """Return the pattern of no data: it is no colour, so that it reads as no value."""
        line = element(
            "path",
            d=f"M0 {HATCH}L{HATCH} 0",
            stroke=paint("ink-2", self.palette),
            stroke_width=0.8,
            stroke_opacity=0.45,
        )
        side = {"width": HATCH, "height": HATCH}
        pattern = element("pattern", line, id=self.hatch_id, patternUnits="userSpaceOnUse", **side)
        return element("defs", pattern)

    def plane(self, outlined: Collection[str]) -> str:
        """Return the districts, the borders over them, and last what is outlined."""
        inside = [each.code for each in districts()]
        regions = {
            each.region: [one.code for one in districts(each.region)] for each in districts()
        }
        lines = [
            self._line(geometry.borders(inside), "surface", 1.2),
            *(self._line(geometry.outline(codes), "surface", 2.4) for codes in regions.values()),
            self._line(geometry.outline(inside), "ink-2", 1.0),
            self._line(geometry.outline(outlined), "ink", SELECTED) if outlined else "",
        ]
        place = f"translate({MARGIN:g} {MARGIN:g}) scale({self.scale:.4f})"
        return element("g", *map(self._district, districts()), *lines, transform=place)

    def labels(self) -> str:
        """Return the labels; what they say is in the districts too, so nobody hears it twice."""
        written = (
            label(
                each,
                self.reading,
                geometry.shapes()[each.code].moved(self.scale, MARGIN),
                named=not self.narrow,
                palette=self.palette,
            )
            for each in districts()
        )
        return element(
            "g", *written, text_anchor="middle", pointer_events="none", aria_hidden="true"
        )

    def key(self) -> tuple[str, float]:
        """Return the key of the classes, and where the picture ends below it."""
        top = geometry.height() * self.scale + 2 * MARGIN
        meanings = self.reading.key()
        keys = keys_of([(meaning, "ink-2") for _, meaning in meanings], self.width, top)
        drawn = (
            element("rect", **self._swatch(level), x=key.x, y=key.y - SWATCH + 2)
            + svg.text(
                key.text,
                x=key.x + INDENT,
                y=key.y + 1,
                font_size=DETAIL_SIZE,
                fill=paint(key.colour, self.palette),
            )
            for key, (level, _) in zip(keys, meanings, strict=True)
        )
        return element("g", *drawn), top + keys_height(keys, top)

    def _district(self, each: District) -> str:
        path = element(
            "path",
            svg.tooltip(self.reading.place(each)),
            d=geometry.shapes()[each.code].path,
            **self._fill(self.reading.level(each)),
        )
        address = self.links.get(each.code)
        if address is None:
            return path
        return element("a", path, href=address, aria_label=self.reading.place(each))

    def _line(self, path: str, colour: str, width: float) -> str:
        return element(
            "path",
            d=path,
            fill="none",
            stroke=paint(colour, self.palette),
            stroke_width=width / self.scale,
            stroke_linejoin="round",
            stroke_linecap="round",
            pointer_events="none",
        )

    def _swatch(self, level: int | None) -> dict[str, str | float]:
        frame: dict[str, str | float] = {
            "stroke": paint("ink-2", self.palette),
            "stroke_width": 0.6,
        }
        return {"width": SWATCH, "height": SWATCH, "rx": 2.0, **frame, **self._fill(level)}

    def _fill(self, level: int | None) -> dict[str, str | float]:
        if level is None:
            return {"fill": f"url(#{self.hatch_id})"}
        if level == 0:
            return {"fill": paint("line", self.palette), "fill_opacity": PLAIN}
        return {"fill": paint("green", self.palette), "fill_opacity": STRENGTHS[level - 1]}
