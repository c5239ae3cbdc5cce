"""Parameters of the Circular Footprint Formula by material: a table that can be replaced.

The packaged one stands in ``reference/cff_parameters.csv``. Each of its values says where it
comes from and how far that is confirmed; what is not confirmed is marked in every result.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from kragozor.instruments.errors import InstrumentError, out_of_range
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.domains import DOMAINS
from kragozor.instruments.reference import table
from kragozor.words import Message

# What stands for a material or a place that has no row of its own.
ANY_MATERIAL = "*"
ANY_PLACE = ""
EUROPE = "EU"


class Name(StrEnum):
    """What the table knows of a material; the names are those of the indicator's inputs."""

    ALLOCATION_FACTOR = "allocation_factor"
    ENERGY_ALLOCATION_FACTOR = "energy_allocation_factor"
    RECYCLED_CONTENT = "recycled_content"
    RECYCLING_OUTPUT_RATE = "recycling_output_rate"
    ENERGY_RECOVERY_RATE = "energy_recovery_rate"
    QUALITY_RATIO_IN = "quality_ratio_in"
    QUALITY_RATIO_OUT = "quality_ratio_out"
    LOWER_HEATING_VALUE = "lower_heating_value"
    HEAT_EFFICIENCY = "heat_efficiency"
    ELECTRICITY_EFFICIENCY = "electricity_efficiency"

    @property
    def label(self) -> Message:
        """What the parameter is called, to be said in the reader's language."""
        return indicator("cff").inputs[self.value].label

    @property
    def symbol(self) -> str:
        """The letter of the parameter in the formula."""
        return indicator("cff").inputs[self.value].symbol


class Status(StrEnum):
    """How far a value is confirmed, best first."""

    SOURCED = "sourced"
    PROXY = "proxy"
    UNVERIFIED = "unverified"

    @property
    def is_doubtful(self) -> bool:
        """Whether a result that uses the value has to say so."""
        return self is not Status.SOURCED


@dataclass(frozen=True)
class Parameter:
    """One value of the table.

    Attributes
    ----------
    material
        A short key such as ``"pet-bottle"``; ``"*"`` for all materials.
    name_bg, name_en
        What the material is called.
    geography
        A country by its two letters, or ``"EU"``; empty for everywhere.
    """

    material: str
    name_bg: str
    name_en: str
    parameter: Name
    value: float
    geography: str = ANY_PLACE
    source: str = ""
    status: Status = Status.UNVERIFIED

    def __post_init__(self) -> None:
        is_inside, bound = DOMAINS[indicator("cff").inputs[self.parameter.value].domain]
        if not (math.isfinite(self.value) and is_inside(self.value)):
            argument = f"{self.material}.{self.parameter.value}"
            raise out_of_range(argument, self.value, Message(f"instruments.{bound}"))

    @property
    def key(self) -> tuple[str, Name, str]:
        """What there is one value of."""
        return self.material, self.parameter, self.geography

    @property
    def origin(self) -> Message:
        """Where in the table the value stands, and how far it is confirmed."""
        told = {
            "material": self.name,
            "symbol": self.parameter.symbol.replace("_", ""),
            "value": self.value,
            "geography": self.geography or ANY_MATERIAL,
            "status": Message(f"instruments.parameter-status.{self.status.value}"),
            "source": self.source,
        }
        return Message("instruments.parameter-origin", told)

    @property
    def caution(self) -> Message:
        """That a result rests on the value, which is not confirmed."""
        told = {
            "material": self.name,
            "parameter": self.parameter.label,
            "value": self.value,
            "source": self.source,
        }
        return Message(f"instruments.parameter-{self.status.value}", told)

    @property
    def name(self) -> Message:
        """What the material is called, to be said in the reader's language."""
        return Message("instruments.either", {"bg": self.name_bg, "en": self.name_en})


@dataclass(frozen=True)
class ParameterTable:
    """Parameters by material, each with its source.

    Raises
    ------
    InstrumentError
        A material has two values of one parameter for the same geography.
    """

    rows: tuple[Parameter, ...]

    def __post_init__(self) -> None:
        seen: set[tuple[str, Name, str]] = set()
        for row in self.rows:
            if row.key in seen:
                told = {"material": row.material, "parameter": row.parameter.value}
                raise InstrumentError(
                    Message("instruments.parameter-twice", {**told, "geography": row.geography})
                )
            seen.add(row.key)

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def material(self, text: str) -> str | None:
        """Return the key of the material that a text names: by key, or by name in a language.

        Examples
        --------
        >>> packaged_parameters().material("Памук"), packaged_parameters().material("PET")
        ('cotton', 'pet')
        """
        return self._named.get(folded(text))

    def lookup(
        self, material: str, parameter: Name | str, geography: str = EUROPE
    ) -> Parameter | None:
        """Return a parameter of a material: for the geography, else for Europe, else any.

        What the material has no row of is taken from the row of all materials; None where
        there is none either.

        Examples
        --------
        >>> found = packaged_parameters().lookup("glass", "recycling_output_rate", "BG")
        >>> found.value, found.status.value
        (0.617, 'proxy')
        >>> packaged_parameters().lookup("glass", "allocation_factor", "BG").geography
        'EU'
        """
        wanted = Name(parameter)
        places = dict.fromkeys((geography, EUROPE, ANY_PLACE))
        keys = ((of, wanted, place) for of in (material, ANY_MATERIAL) for place in places)
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, Name, str], Parameter]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _named(self) -> Mapping[str, str]:
        of_one = [row for row in self.rows if row.material != ANY_MATERIAL]
        names = ((row.material, (row.name_bg, row.name_en, row.material)) for row in of_one)
        return {folded(name): key for key, called in names for name in called if name}


def parameter_of(row: Mapping[str, Any]) -> Parameter:
    """Return a parameter from its row, by the headings of the packaged table.

    Raises
    ------
    OutOfRange
        The value lies outside the domain of the parameter.
    ValueError
        The value is no number, or there is no such parameter or status.

    Examples
    --------
    >>> parameter_of({"material": "pp", "parameter": "allocation_factor", "value": "0.5",
    ...               "geography": "EU", "source": "", "status": "unverified"}).value
    0.5
    """
    return Parameter(
        material=row["material"],
        name_bg=row.get("name_bg", ""),
        name_en=row.get("name_en", ""),
        parameter=Name(row["parameter"]),
        value=float(row["value"]),
        geography=row["geography"],
        source=row["source"],
        status=Status(row["status"]),
    )


@cache
def packaged_parameters() -> ParameterTable:
    """Return the table that comes with the library.

    Examples
    --------
    >>> packaged_parameters().lookup("pp", "energy_allocation_factor").value
    0.0
    """
    return ParameterTable(tuple(map(parameter_of, table("cff_parameters"))))


def folded(text: str) -> str:
    """Return a name as it is compared with others: in small letters, without stray spaces.

    Examples
    --------
    >>> folded("  PET   Bottle ")
    'pet bottle'
    """
    return " ".join(text.casefold().split())
