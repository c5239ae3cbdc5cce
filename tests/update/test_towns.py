"""The rules by which GeoNames becomes our table of towns, shown on places made up for it."""

import csv

import pytest

from kragozor.instruments.reference.territory import districts, towns
from update import towns as update

WITHIN = [each.name_bg for each in districts() if each.code not in ("BG411", "BG412")]


def place(name, code, *cyrillic, population=100, entry=1):
    return {
        "geonameid": entry,
        "name": name,
        "admin1code": code,
        "alternatenames": [name, *cyrillic],
        "population": population,
    }


CENTRES = [place(update.latin(name), str(n), name, population=900) for n, name in enumerate(WITHIN)]
CENTRES += [place("Sofia", "42", "София", population=999), place("Pravets", "58", "Правец")]


def told(*places, corrections=()):
    rows = [
        dict(zip(("geonames", "district", "name_bg"), each, strict=True)) for each in corrections
    ]
    known = {(each["name"], each["population"]) for each in CENTRES}
    found = list(update.towns([*CENTRES, *places], rows))
    return [each for each in found if (update.latin(each[0]), 900) not in known][2:]


def test_districts_are_known_by_the_towns_they_are_named_after():
    namesake = place("Vidin", "58", "Видин", population=3)
    codes = update.district_codes([*CENTRES, namesake])
    assert len(set(codes.values())) == 28
    assert (codes["42"], codes["58"]) == ("BG411", "BG412")


def test_missing_centre_of_a_district_is_not_passed_over():
    with pytest.raises(ValueError, match="unpack"):
        update.district_codes([place("Vidini", "0", "Видини"), *CENTRES[1:]])


@pytest.mark.parametrize(
    ("name", "cyrillic", "expected"),
    [
        ("Elena", ("Елена",), "Елена"),
        ("Lukovit", ("Lukowit", "Луковит", "Луковит-град"), "Луковит"),
        ("Elkhovo", ("Елхово",), "Елхово"),
        ("Svilengrad", ("Світілград", "스빌렌그라드"), ""),
    ],
)
def test_bulgarian_name_is_the_one_written_as_geonames_does(name, cyrillic, expected):
    assert update.cyrillic_name(place(name, "42", *cyrillic)) == expected


def test_corrections_leave_out_respell_and_add():
    changes = [
        ("Lozen", "BG411", ""),
        ("Valchidol", "BG412", "Вълчи дол"),
        ("", "BG411", "Банкя"),
    ]
    found = told(
        place("Lozen", "42", "Лозен"),
        place("Valchidol", "58", "Вълчидол", entry=7),
        place("Etropole", "58", "Етрополе", entry=8),
        corrections=changes,
    )
    assert [(name, district) for name, district, _ in found] == [
        ("Вълчи дол", "BG412"),
        ("Етрополе", "BG412"),
        ("Банкя", "BG411"),
    ]
    assert "GeoNames 7" in found[0][2]
    assert "Kragozor" in found[2][2]


def test_corrections_fit_the_table():
    names = {(town.name_bg, town.district) for town in towns()}
    with update.CORRECTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["name_bg"]:
            assert (row["name_bg"], row["district"]) in names
        assert row["why"]
