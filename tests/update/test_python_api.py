"""The page of the library tells what the library offers."""

import inspect

import kragozor
from update.python_api import PAGE, array_rooms, page, public


def test_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == page()


def test_every_entrance_is_told_with_its_parameters():
    for name in kragozor.__all__:
        offered = getattr(kragozor, name)
        if inspect.isfunction(offered):
            section = page().partition(f"## `kragozor.{name}`\n")[2].partition("\n## ")[0]
            told = [f"- `{parameter}` (" for parameter in inspect.signature(offered).parameters]
            assert [one for one in told if one not in section] == []


def test_every_function_over_arrays_is_named():
    functions = [function for room in array_rooms() for function in public(room)]
    assert len(functions) > 80
    assert [f for f in functions if f"- **`{f.__name__}`**`(" not in page()] == []


def test_docstring_becomes_markdown():
    assert "What `measure` gave." in page()
    assert "``" not in page().replace("```", "")
    assert ":func:" not in page()
