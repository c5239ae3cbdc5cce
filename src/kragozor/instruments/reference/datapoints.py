"""The datapoints of the reporting standards, and which of our figures fills each.

Standards change, so ids stand in the tables and not in code; an edition is a value of a column,
and a newer one can stand beside an older.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.words import Message

# The table of each standard; its name is that of the indicator whose figures fill it.
TABLES = {"esrs-e5": "esrs_datapoints", "vsme-b7": "vsme_datapoints"}

# How far the id and the paragraph are confirmed: both read in transcriptions of the official
# list; the id read and the paragraph recalled; neither.
STATUSES = ("transcribed", "partly", "unverified")


@dataclass(frozen=True)
class Datapoint:
    """One line of a standard's list, or one part of a datapoint that is broken down.

    Attributes
    ----------
    type : str
        ``mass``, ``percent``, ``ratio``, ``table``, ``text``, ``narrative``, ``choice`` or
        ``monetary``.
    fills : str
        What fills it: ``value:`` or ``input:`` with a name of the indicator, ``rows:`` or
        ``texts:`` with what is taken from the facts; empty where a person has to write it.
    status : str
        One of ``STATUSES``.
    """

    id: str
    paragraph: str
    name: Message
    part: Message | None
    type: str
    unit: str
    fills: str
    status: str
    source: str


@cache
def editions(standard: str) -> tuple[str, ...]:
    """Return the editions of a standard that the table holds, in its order.

    Examples
    --------
    >>> editions("esrs-e5")
    ('2023',)
    """
    return tuple(dict.fromkeys(row["edition"] for row in table(TABLES[standard])))


@cache
def datapoints(standard: str, edition: str = "") -> Sequence[Datapoint]:
    """Return the datapoints of a standard, of its last edition unless told.

    Raises
    ------
    OutOfRange
        There is no table of that standard, or none of that edition.

    Examples
    --------
    >>> [point.fills for point in datapoints("esrs-e5") if point.id == "E5-4_02"]
    ['value:total_inflow']
    """
    if standard not in TABLES:
        told = {"standard": standard, "standards": tuple(TABLES)}
        raise OutOfRange(Message("datapoints.no-such-standard", told))
    known = editions(standard)
    if edition and edition not in known:
        told = {"standard": standard, "edition": edition, "editions": known}
        raise OutOfRange(Message("datapoints.no-such-edition", told))
    chosen = edition or known[-1]
    rows = (row for row in table(TABLES[standard]) if row["edition"] == chosen)
    return tuple(
        Datapoint(
            id=row["id"],
            paragraph=row["paragraph"],
            name=Message("instruments.either", {"bg": row["name_bg"], "en": row["name_en"]}),
            part=_part(row["part_bg"], row["part_en"]),
            type=row["type"],
            unit=row["unit"],
            fills=row["fills"],
            status=row["status"],
            source=row["source"],
        )
        for row in rows
    )


def _part(bg: str, en: str) -> Message | None:
    return Message("instruments.either", {"bg": bg, "en": en}) if en else None
