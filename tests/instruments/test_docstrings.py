"""Whatever the instruments offer says what it takes, gives and refuses, and shows it once."""

import ast
import doctest
import inspect
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import kragozor
from kragozor import instruments

SECTIONS = ("Parameters", "Returns", "Raises", "Notes", "Examples")
# Instead of a list of its own, as a function may share those of another.
SAME_PARAMETERS = r"The parameters\s(and \w+ )?are\sthose\sof"
# What is raised of a function that forms it.
FORMED = {"out_of_range": "OutOfRange", "refused": "InstrumentError"}
ARRAYS = ("ArrayLike", "Numbers", "NDArray", "Draws")
MODULES = [
    import_module(found.name)
    for found in walk_packages(instruments.__path__, f"{instruments.__name__}.")
]


def _own(module, kind):
    """Return what a module defines itself and does not keep for itself, by its full name."""
    return [
        found
        for name, found in vars(module).items()
        if kind(found) and not name.startswith("_") and found.__module__ == module.__name__
    ]


CLASSES = [found for module in MODULES for found in _own(module, inspect.isclass)]
FUNCTIONS = [inspect.unwrap(f) for m in MODULES for f in _own(m, inspect.isroutine)]
OFFERED = [getattr(kragozor, name) for name in kragozor.__all__ if name != "__version__"]


def _name(found):
    return f"{found.__module__.removeprefix('kragozor.')}.{found.__qualname__}"


def _sections(function):
    """Return the text of each section of a docstring by its heading, the first one by ''."""
    parts = re.split(r"^(\w+)\n-{3,}\n", inspect.getdoc(function) or "", flags=re.M)
    return dict(zip(["", *parts[1::2]], parts[::2], strict=True))


def _raised(function):
    """Return the names of the errors that a function raises itself, not what it calls."""
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(function)))
    raised = (node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise))
    called = (exc.func if isinstance(exc, ast.Call) else exc for exc in raised)
    names = {one.id for one in called if isinstance(one, ast.Name)}
    return {FORMED.get(name, name) for name in names if name in FORMED or name[0].isupper()}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_module_says_what_it_is(module):
    assert inspect.getdoc(module)


@pytest.mark.parametrize("found", CLASSES, ids=_name)
def test_class_says_what_it_is(found):
    # A dataclass without words has its signature for them.
    assert not (inspect.getdoc(found) or f"{found.__name__}(").startswith(f"{found.__name__}(")


@pytest.mark.parametrize("found", CLASSES, ids=_name)
def test_methods_say_what_they_are_or_what_asks_for_them_does(found):
    protocols = [one for one in CLASSES if getattr(one, "_is_protocol", False)]
    asked = {n for one in protocols if one.__module__ == found.__module__ for n in vars(one)}
    told = asked if found not in protocols else set()
    methods = {name: m for name, m in vars(found).items() if not name.startswith("_")}
    offered = {n for n, m in methods.items() if inspect.isroutine(m) or isinstance(m, property)}
    assert {name for name in offered - told if not inspect.getdoc(methods[name])} == set()


@pytest.mark.parametrize("function", FUNCTIONS + OFFERED, ids=_name)
def test_sections_come_in_one_order(function):
    found = [section for section in _sections(function) if section]
    assert found == [section for section in SECTIONS if section in found]


@pytest.mark.parametrize("function", FUNCTIONS + OFFERED, ids=_name)
def test_function_shows_an_example(function):
    examples = _sections(function).get("Examples", "")
    assert doctest.DocTestParser().get_examples(examples)


@pytest.mark.parametrize("function", FUNCTIONS, ids=_name)
def test_errors_that_a_function_raises_are_told(function):
    told = _sections(function).get("Raises", "")
    assert [error for error in _raised(function) if error not in told] == []


@pytest.mark.parametrize("function", FUNCTIONS + OFFERED, ids=_name)
def test_parameters_are_told_all_or_none(function):
    told = _sections(function).get("Parameters", "")
    names = inspect.signature(function).parameters
    assert not told or [n for n in names if not re.search(rf"\b{n}\b.* : ", told)] == []


@pytest.mark.parametrize("function", FUNCTIONS, ids=_name)
def test_parameters_that_are_arrays_are_told(function):
    parameters = inspect.signature(function).parameters.values()
    taken = [p.name for p in parameters if any(a in str(p.annotation) for a in ARRAYS)]
    told = _sections(function)
    assert not taken or "Parameters" in told or re.search(SAME_PARAMETERS, told[""])
