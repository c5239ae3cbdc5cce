import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.territory import (
    district,
    district_named,
    district_of_town,
    districts,
    districts_named,
    region,
    regions,
    suggest_district,
    towns,
)
from kragozor.words import say
from kragozor.words.latin import latin
from tests.instruments.reference.shared import shared_table

DISTRICTS = st.sampled_from(districts())
AROUND_SOFIA = {"BG411", "BG412"}


def test_there_are_28_districts_in_6_regions():
    assert (len(districts()), len(regions())) == (28, 6)
    assert sum(len(districts(each.code)) for each in regions()) == 28


def test_every_district_is_in_the_region_that_its_code_begins_with():
    for each in districts():
        assert region(each.region) in regions()
        assert each.code.startswith(each.region)


def test_codes_and_names_are_given_once():
    for name in ("code", "iso", "name_bg", "name_en"):
        assert len({getattr(each, name) for each in districts()}) == 28


def test_latin_names_follow_the_act():
    for each in districts():
        if each.code not in AROUND_SOFIA:
            assert each.name_en == latin(each.name_bg)
    for each in towns():
        assert each.name_en == latin(each.name_bg)


def test_every_row_names_its_source():
    for name in ("districts", "regions", "towns"):
        assert all(row["source"] for row in table(name))


@pytest.mark.parametrize("place", [district("BG421"), region("BG42"), towns("BG421")[0]])
def test_place_is_named_in_the_language_of_the_reader(place):
    assert str(place) == say(place.name, "bg") == place.name_bg
    assert say(place.name, "en") == place.name_en


@pytest.mark.parametrize(("lookup", "code"), [(district, "BG999"), (region, "BG5"), (district, "")])
def test_unknown_code_is_refused(lookup, code):
    with pytest.raises(OutOfRange, match=f"“{code}”"):
        lookup(code)


@given(DISTRICTS, st.sampled_from(["{}", "област {}", "Обл. {}", "{} District", "  {}\t", "({})"]))
def test_district_is_known_by_its_name_in_either_language(each, pattern):
    for name in (str(each), each.name_en):
        for text in (name, name.upper(), name.lower()):
            assert district_named(pattern.format(text)) is each


@pytest.mark.parametrize("text", ["София", "SOFIA", "sofia", "област София", "обл. София"])
def test_sofia_alone_means_two_districts(text):
    assert {each.code for each in districts_named(text)} == AROUND_SOFIA
    assert district_named(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("София-град", "BG411"),
        ("СОФИЯ (СТОЛИЦА)", "BG411"),
        ("Столична община", "BG411"),
        ("Sofia city", "BG411"),
        ("София-област", "BG412"),
        ("Софийска област", "BG412"),
        ("Sofia Province", "BG412"),
        ("В. Търново", "BG321"),
        ("Пловдивска", "BG421"),
        ("Русенска обл.", "BG323"),
        ("обл. Ст.Загора", "BG344"),
        ("Велико\u00a0Търново", "BG321"),
    ],
)
def test_other_names_are_known(text, code):
    assert district_named(text).code == code


@pytest.mark.parametrize("text", ["", "област", "Солун", "Видин, Враца"])
def test_what_is_no_district_is_none(text):
    assert districts_named(text) == ()
    assert district_named(text) is None


@given(st.text())
def test_any_text_means_at_most_two_districts(text):
    assert len(districts_named(text)) <= 2


@pytest.mark.parametrize(
    ("text", "name"),
    [("Пазарджки", "Пазарджик"), ("обл. Благоевгард", "Благоевград"), ("Bourgas", "Бургас")],
)
def test_slip_of_the_pen_has_a_suggestion(text, name):
    assert str(suggest_district(text)) == name


@pytest.mark.parametrize("text", ["", "Солун", "???"])
def test_far_text_has_no_suggestion(text):
    assert suggest_district(text) is None


def test_towns_are_those_in_law():
    assert len(towns()) == 257
    assert sum(len(towns(each.code)) for each in districts()) == 257


def test_every_district_has_the_town_it_is_named_after():
    for each in districts():
        name = "София" if each.code in AROUND_SOFIA else each.name_bg
        assert district_of_town(name).code == ("BG411" if each.code in AROUND_SOFIA else each.code)


@pytest.mark.parametrize("text", ["Казанлък", "гр. КАЗАНЛЪК", "град Казанлък", "Kazanlak"])
def test_town_has_its_district_however_it_is_written(text):
    assert district_of_town(text).code == "BG344"


@pytest.mark.parametrize("text", ["Бяла", "Byala", "Жеравна", "с. Казанлък", "гр.", ""])
def test_town_of_two_districts_or_none_is_not_guessed(text):
    assert district_of_town(text) is None


def test_codes_agree_with_the_table_beside_the_repository():
    rows = shared_table("nuts_bg")
    theirs = {
        row["code"]: (row["parent"], row["iso_3166_2"]) for row in rows if row["level"] == "3"
    }
    assert {each.code: (each.region, each.iso) for each in districts()} == theirs
    assert {each.code for each in regions()} == {r["code"] for r in rows if r["level"] == "2"}
