"""The circular material use rate that Eurostat publishes for Bulgaria and the European Union.

The series is revised every year, so each rate is kept with its vintage: the month in which it
was taken from the data set.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kragozor.instruments.reference import table
from kragozor.words import Message

GEOGRAPHIES = ("BG", "EU27_2020")


@dataclass(frozen=True)
class Rate:
    """One published rate.

    Attributes
    ----------
    geography : str
        ``"BG"`` or ``"EU27_2020"``, as Eurostat writes them.
    value : float
        Share of all material use, 0..1.
    flag : str
        Eurostat's own, such as ``"i"`` where it was imputed; empty where it has none.
    vintage : str
        Year and month in which it was extracted, such as ``"2025-04"``.
    """

    geography: str
    year: int
    value: float
    flag: str
    vintage: str
    source: str

    @property
    def label(self) -> Message:
        """For whom and for when the rate is."""
        return Message(f"rates.{self.geography}", {"year": str(self.year)})

    @property
    def origin(self) -> Message:
        """The source, the vintage and what Eurostat remarks."""
        year, _, month = self.vintage.partition("-")
        told = {"source": self.source, "month": Message(f"rates.month.{month}"), "year": year}
        return Message(f"rates.{'flagged' if self.flag else 'origin'}", {**told, "flag": self.flag})


@cache
def rates(geography: str) -> tuple[Rate, ...]:
    """Return the rates of a geography, oldest first.

    Examples
    --------
    >>> rate = rates("BG")[-1]
    >>> str(rate.label), rate.value, str(rate.origin)
    ('Bulgaria, 2023', 0.049, 'Eurostat, cei_srm030, extracted in April 2025, flagged (i)')
    """
    return tuple(
        Rate(
            geography=row["geography"],
            year=int(row["year"]),
            value=round(float(row["percent"]) / 100, 6),
            flag=row["flag"],
            vintage=row["vintage"],
            source=row["source"],
        )
        for row in table("eurostat_cmur")
        if row["geography"] == geography
    )


def rate_of(geography: str, year: int) -> Rate:
    """Return the rate of a year, or the nearest one that is published.

    Examples
    --------
    >>> [rate_of("BG", year).year for year in (1999, 2020, 2030)]
    [2010, 2020, 2023]
    """
    return min(rates(geography), key=lambda rate: abs(rate.year - year))
