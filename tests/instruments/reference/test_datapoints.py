"""The tables of datapoints are whole, and every line is filled by something that there is."""

import pytest

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.reference.circular_use import GEOGRAPHIES, rates
from kragozor.instruments.reference.datapoints import STATUSES, TABLES, datapoints, editions
from kragozor.words import say
from tests.instruments.reference.shared import shared_table

FILLS = {"", "value", "input", "rows", "texts"}
TYPES = {"mass", "percent", "ratio", "table", "text", "narrative", "choice", "monetary"}
UNITS = {"mass": "t", "table": "t", "percent": "%"}


@pytest.mark.parametrize("standard", TABLES)
def test_every_line_is_whole(standard):
    for point in datapoints(standard):
        assert point.id
        assert point.paragraph
        assert point.source
        assert point.status in STATUSES
        assert point.type in TYPES
        assert point.unit == UNITS.get(point.type, "")
        assert say(point.name, "bg") != say(point.name, "en")


@pytest.mark.parametrize("standard", TABLES)
def test_figures_that_fill_a_line_are_in_the_catalogue(standard):
    entry = indicator(standard)
    for point in datapoints(standard):
        kind, _, name = point.fills.partition(":")
        assert kind in FILLS
        assert kind != "value" or name in entry.values
        assert kind != "input" or entry.inputs[name].is_number


def test_esrs_e5_lists_every_datapoint_of_its_requirements():
    ids = {point.id for point in datapoints("esrs-e5")}
    counts = {"E5-1": 4, "E5-2": 10, "E5-3": 13, "E5-4": 8, "E5-5": 18, "E5-6": 6}
    expected = {f"{name}_{n:02}" for name, count in counts.items() for n in range(1, count + 1)}
    assert ids == expected | {"E5.IRO-1_01", "E5.IRO-1_02"}


def test_lines_of_one_datapoint_differ_by_their_part():
    for standard in TABLES:
        lines = [(point.id, point.part and str(point.part)) for point in datapoints(standard)]
        assert len(lines) == len(set(lines))


def test_unknown_standard_and_edition_are_refused_with_the_known_ones():
    with pytest.raises(OutOfRange, match=r"no table of “gri”\. Known ones: esrs-e5, vsme-b7"):
        datapoints("gri")
    with pytest.raises(OutOfRange, match=r"no edition 1999 of “esrs-e5”\. Known ones: 2023"):
        datapoints("esrs-e5", "1999")
    assert datapoints("esrs-e5", editions("esrs-e5")[0]) == datapoints("esrs-e5")


def test_rates_are_shares_of_consecutive_years_with_a_vintage():
    for geography in GEOGRAPHIES:
        series = rates(geography)
        years = [rate.year for rate in series]
        assert years == list(range(years[0], years[-1] + 1))
        assert all(0 < rate.value < 1 and rate.vintage and rate.source for rate in series)


def test_rates_are_those_of_the_extract():
    extract = shared_table("eurostat_cmur")
    for geography in GEOGRAPHIES:
        theirs = {int(r["year"]): float(r["value"]) for r in extract if r["geo"] == geography}
        ours = {rate.year: rate.value for rate in rates(geography)}
        assert ours == {year: pytest.approx(value / 100) for year, value in theirs.items()}
