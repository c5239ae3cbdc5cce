"""The assertions about pages find what they are for."""

import pytest

from tests.hub.pages import Page


@pytest.mark.parametrize(
    "text",
    [
        "<style>p { color: red }</style>",
        '<p style="color: red">',
        "<script>run()</script>",
        '<script type="module">run()</script>',
        '<button onclick="run()">',
        '<div hx-on:click="run()">',
        '<a href="JavaScript:run()">',
    ],
)
def test_inline_code_is_found(text):
    assert len(Page(text).findings) == 1


def test_data_and_files_are_no_inline_code():
    text = '<script src="/static/app.js"></script><script type="application/json">{}</script>'
    assert Page(text).findings == []
