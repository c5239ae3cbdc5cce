"""The vendored Sofia Sans: complete for both languages, and Bulgarian by default."""

import csv
import re
from importlib import resources

import pytest
from fontTools.ttLib import TTFont

PRINT = resources.files("kragozor.reports") / "fonts"
WEB = resources.files("kragozor.hub.common") / "static" / "fonts"
BULGARIAN = "абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯѝЍ"
SIGNS = "₂–—„“”‘’…−×·Σμη≤≥≈→€%°²³№«»\u00a0\u2009\u202f"
TEXT = set(BULGARIAN + SIGNS + "".join(map(chr, range(0x20, 0x7F))))
STYLES = {"Regular": 400, "SemiBold": 600, "Bold": 700, "ExtraBold": 800}


def opened(path):
    with resources.as_file(path) as file:
        return TTFont(file)


@pytest.mark.parametrize("style", STYLES)
def test_print_font_has_every_character_and_its_weight(style):
    font = opened(PRINT / f"SofiaSans-{style}.ttf")
    assert set(map(chr, font.getBestCmap())) >= TEXT
    assert font["OS/2"].usWeightClass == STYLES[style]
    families = {font["name"].getDebugName(number) for number in (1, 16)}
    assert "Sofia Sans" in families


@pytest.mark.parametrize("style", STYLES)
def test_letterforms_are_bulgarian_unless_the_text_is_russian(style):
    features = opened(PRINT / f"SofiaSans-{style}.ttf")["GSUB"].table
    records = features.FeatureList.FeatureRecord
    for script in features.ScriptList.ScriptRecord:
        if script.ScriptTag != "cyrl":
            continue
        default = script.Script.DefaultLangSys.FeatureIndex
        assert "locl" not in {records[number].FeatureTag for number in default}
        (russian,) = [each for each in script.Script.LangSysRecord if each.LangSysTag == "RUS "]
        chosen = {records[number].FeatureTag for number in russian.LangSys.FeatureIndex}
        assert "locl" in chosen


def test_web_fonts_have_every_character_exactly_once():
    css = (WEB / "sofia-sans.css").read_text()
    claimed = []
    for file, ranges in re.findall(r'url\("([^"]+)"\).*?unicode-range: ([^;]+);', css, re.DOTALL):
        held = set(opened(WEB / file).getBestCmap())
        for each in ranges.split(", "):
            first, _, last = each.removeprefix("U+").partition("-")
            codes = range(int(first, 16), int(last or first, 16) + 1)
            assert set(codes) <= held
            claimed.extend(codes)
    assert len(claimed) == len(set(claimed))
    assert set(map(chr, claimed)) >= TEXT


def test_advances_are_those_of_the_font():
    with resources.files("kragozor.drawing").joinpath("advances.csv").open() as file:
        rows = {int(row["code"], 16): row for row in csv.DictReader(file)}
    for style, column in (("Regular", "regular"), ("SemiBold", "semibold")):
        font = opened(PRINT / f"SofiaSans-{style}.ttf")
        cmap, widths = font.getBestCmap(), font["hmtx"]
        assert {code: int(row[column]) for code, row in rows.items()} == {
            code: widths[glyph][0] for code, glyph in cmap.items()
        }


@pytest.mark.parametrize("folder", [PRINT, WEB])
def test_licence_stands_beside_the_fonts(folder):
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text()
