"""JSON as text: what the format leaves open is refused in one line."""

import pytest

from kragozor.files.json_text import json_object
from kragozor.files.problems import FileRefused


@pytest.mark.parametrize("source", ['{"a": [1, 2.5, null]}', b'\xef\xbb\xbf{"a": [1, 2.5, null]}'])
def test_text_and_bytes_are_read(source):
    assert json_object(source) == {"a": [1, 2.5, None]}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('{"a"\n 1}', "The file is not valid JSON: line 2, character 2"),
        ('{"a": 1, "a": 2}', 'The key "a" occurs twice in one object'),
        ('{"a": NaN}', "The JSON file contains NaN, which is not a number"),
        ('{"a": -Infinity}', "The JSON file contains -Infinity, which is not a number"),
        ('{"a": ' + "1" * 5000 + "}", "The JSON file contains ∞, which is not a number"),
        ("[" * 11 + "]" * 11, "The JSON file is nested deeper than 10 levels"),
        (b'{"a": "\xff"}', "The file is not in UTF-8"),
        (b" " * (10 * 1024 * 1024 + 1), "The file is 10.1 MB; at most 10 MB are accepted"),
    ],
)
def test_what_is_open_to_guessing_is_refused(source, line):
    with pytest.raises(FileRefused) as caught:
        json_object(source)
    assert caught.value.lines("en") == [line]


def test_brackets_in_text_are_not_nesting():
    assert json_object('{"a": "' + "[" * 50 + '"}') == {"a": "[" * 50}
    assert json_object('{"a": "' + '\\\\\\"' + "[" * 50 + '"}')["a"].endswith("[")
