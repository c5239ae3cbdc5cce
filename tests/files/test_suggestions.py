"""What is suggested: complete in both languages, and taken by the readers."""

import pytest

from kragozor.files.facts import row_read
from kragozor.files.fields import sections
from kragozor.files.suggestions import advice, example, suggested
from kragozor.instruments.inventory import Pillar

LISTS = {field.suggestions for section in sections() for field in section.fields} - {""}
LANGUAGES = ("bg", "en")


@pytest.mark.parametrize("pillar", Pillar)
@pytest.mark.parametrize("name", sorted(LISTS))
def test_lists_are_whole_in_both_languages(name, pillar):
    bulgarian, english = (suggested(name, pillar, language) for language in LANGUAGES)
    assert len(bulgarian) == len(english) >= 8
    assert len(set(bulgarian)) == len(bulgarian)
    assert len(set(english)) == len(english)


@pytest.mark.parametrize("pillar", Pillar)
def test_advice_is_given_in_both_languages(pillar):
    assert len(advice(pillar, "bg")) == len(advice(pillar, "en")) >= 3


@pytest.mark.parametrize("pillar", Pillar)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", [section.name for section in sections()])
def test_examples_are_taken(section, language, pillar):
    raw = example(pillar, section, language)
    row, problems = row_read(section, raw)
    assert problems == []
    assert row is not None
    if section == "subject":
        assert row.pillar is pillar
