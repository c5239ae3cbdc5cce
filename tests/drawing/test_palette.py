import re
from importlib import resources

import pytest

from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.palette import LIGHT, paint
from kragozor.words import say


def test_page_colours_are_custom_properties():
    assert {paint(name, "page") for name in LIGHT} == {f"var(--{name})" for name in LIGHT}


def test_print_colours_are_values():
    assert all(re.fullmatch("#[0-9a-f]{6}", paint(name, "print")) for name in LIGHT)


def test_colours_can_be_told_apart_by_value():
    assert len(set(LIGHT.values())) == len(LIGHT)


def test_unknown_colour_is_refused_by_name():
    with pytest.raises(NotDrawable, match="magenta") as caught:
        paint("magenta", "page")
    assert "Няма цвят „magenta“" in say(caught.value.messages[0], "bg")


def test_unknown_palette_is_refused():
    with pytest.raises(NotDrawable, match="poster"):
        paint("green", "poster")


def test_palette_is_that_of_the_site():
    css = resources.files("kragozor.hub.common").joinpath("static/css/tokens.css").read_text()
    tokens = dict(re.findall(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6})", css))
    assert {name: tokens.get(name) for name in LIGHT} == LIGHT
