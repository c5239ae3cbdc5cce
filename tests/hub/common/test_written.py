"""Texts in two languages, of which one may be missing."""

import pytest
from django.utils.translation import override

from kragozor.hub.common.written import written


@pytest.mark.parametrize(
    ("page", "bulgarian", "english", "shown", "language"),
    [
        ("bg", "Вълна", "Wool", "Вълна", "bg"),
        ("en", "Вълна", "Wool", "Wool", "en"),
        ("bg", "", "Wool", "Wool", "en"),
        ("en", "Вълна", "", "Вълна", "bg"),
        ("bg", "", "", "", "bg"),
        ("en", "", "", "", "en"),
    ],
)
def test_what_is_missing_is_shown_in_the_other_language(page, bulgarian, english, shown, language):
    with override(page):
        text = written(bulgarian, english)
    assert (text, text.language) == (shown, language)
