"""Write docs/python.md from the library itself: what it offers, takes and gives, with types."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import kragozor
from kragozor.instruments import errors, indicators, inventory

PAGE = Path(__file__).resolve().parents[1] / "docs" / "python.md"
INTRODUCTION = """# The library from Python

There are three entrances. `kragozor.measure` reads a whole inventory by every framework;
`kragozor.compute` takes the inputs of one indicator by name; and the functions of
`kragozor.instruments.indicators` take whole arrays of products in every argument and check each
number. Masses are in kg, energy in MJ, volume in m³, time in years (a), money in EUR; shares are
fractions from 0 to 1. Undefined is never 0: a value has a reason instead, an array NaN.

`help()` says the same as this page, which `python -m update.python_api` writes.
"""
RESULTS = (
    "kragozor.instruments.result:Assessment",
    "kragozor.instruments.result:Reading",
    "kragozor.instruments.result:Value",
    "kragozor.instruments.result:Input",
    "kragozor.instruments.result:Balance",
    "kragozor.instruments.compute:Computation",
    "kragozor.instruments.uncertainty.summary:Summary",
    "kragozor.words:Message",
)
ROOMS = (
    "kragozor.instruments.balance",
    "kragozor.instruments.portfolio.plan",
    "kragozor.instruments.portfolio.measure",
    "kragozor.instruments.uncertainty.comparisons",
    "kragozor.instruments.uncertainty.inventories",
    "kragozor.instruments.uncertainty.contributions",
    "kragozor.instruments.uncertainty.distributions",
    "kragozor.instruments.uncertainty.ranking",
    "kragozor.instruments.uncertainty.sampling",
    "kragozor.instruments.uncertainty.sensitivity",
    "kragozor.instruments.uncertainty.simplex",
    "kragozor.instruments.uncertainty.summary",
    "kragozor.instruments.rollup",
    "kragozor.instruments.cluster",
    "kragozor.instruments.disclosure",
    "kragozor.instruments.improvement.next_steps",
    "kragozor.instruments.improvement.cost_curve",
    "kragozor.instruments.reference.waste",
    "kragozor.instruments.reference.operations",
    "kragozor.instruments.reference.fibres",
    "kragozor.instruments.reference.polymers",
    "kragozor.instruments.reference.packaging",
    "kragozor.instruments.reference.raw_materials",
    "kragozor.instruments.reference.activities",
    "kragozor.instruments.reference.territory",
    "kragozor.instruments.parameters",
    "kragozor.files.cff_spreadsheet:read_cff_spreadsheet",
    "kragozor.files.assessments:assessment_text,assessment_from_text",
    "kragozor.files.json_format:inventory_from_json,inventory_to_json",
)


def page() -> str:
    """Return the whole page."""
    parts = (
        [INTRODUCTION],
        _entrances(),
        _classes("What measuring and computing give", map(_found, RESULTS)),
        _classes("What is declared", _offered(inventory, is_dataclass)),
        _section("What is refused", map(_line, _offered(errors, inspect.isclass))),
        ["## Whole arrays", ""],
        *map(_room, array_rooms()),
        ["## What else there is", ""],
        *map(_room, ROOMS),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def array_rooms() -> list[str]:
    """Return the packages whose functions take whole arrays."""
    found = iter_modules(indicators.__path__, f"{indicators.__name__}.")
    return [module.name for module in found if module.ispkg]


def public(place: str) -> list[Any]:
    """Return what a module offers: what is named after it, its ``__all__``, or all it defines."""
    name, _, chosen = place.partition(":")
    module = import_module(name)
    named = chosen.split(",") if chosen else getattr(module, "__all__", None)
    found = _offered(module, _is_called) if named is None else [getattr(module, n) for n in named]
    return [one for one in found if _is_called(one)]


def _is_called(found: Any) -> bool:
    return inspect.isroutine(found) or inspect.isclass(found)


def _offered(module: Any, kind: Callable[[Any], bool]) -> list[Any]:
    room = module.__name__
    return [
        one
        for name, one in vars(module).items()
        if not name.startswith("_") and kind(one) and one.__module__.startswith(room)
    ]


def _found(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


def _entrances() -> Iterator[str]:
    for name in kragozor.__all__:
        offered = getattr(kragozor, name)
        if inspect.isfunction(offered):
            yield from (f"## `kragozor.{name}`", "", *_signature(offered), "", *_told(offered), "")


def _signature(called: Callable[..., Any]) -> Iterator[str]:
    signature = inspect.signature(called)
    parameters = list(signature.parameters.values())
    by_name = [one for one in parameters if one.kind is one.KEYWORD_ONLY]
    by_place = [one for one in parameters if one not in by_name]
    lines = [*map(_parameter, by_place), *(["*"] if by_name else []), *map(_parameter, by_name)]
    gives = "" if inspect.isclass(called) else f" -> {signature.return_annotation}"
    yield from ("```python", f"{called.__name__}(", *(f"    {line}," for line in lines))
    yield from (f"){gives}", "```")


def _parameter(one: inspect.Parameter) -> str:
    if one.default is one.empty:
        return f"{one.name}: {one.annotation}"
    # What a dataclass makes anew for each object has no words of its own.
    default = "…" if callable(one.default) or repr(one.default)[0] == "<" else repr(one.default)
    return f"{one.name}: {one.annotation} = {default}"


def _told(function: Callable[..., Any]) -> Iterator[str]:
    """Yield a docstring as Markdown: a list of what is taken, given and refused, and examples."""
    parts = re.split(r"^(\w+)\n-{3,}\n", inspect.getdoc(function) or "", flags=re.M)
    yield _markdown(parts[0]).strip()
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        yield ""
        if heading == "Examples":
            yield from ("```pycon", text.strip(), "```")
        else:
            yield from (f"**{heading}**", "", *_items(text))


def _items(text: str) -> Iterator[str]:
    for item in re.split(r"\n(?=\S)", text.strip()):
        name, _, told = item.partition("\n")
        name, _, kind = name.partition(" : ")
        words = " ".join(_markdown(told).split())
        yield f"- `{name}`{f' ({kind})' if kind else ''}{f': {words}' if words else ''}"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from (f"## {title}", "", *lines, "")


def _classes(title: str, found: Iterable[Any]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for one in found:
        yield from (f"### `{one.__name__}`", "", _first(one), "", *_signature(one), "")


def _room(place: str) -> Iterator[str]:
    name = place.partition(":")[0]
    yield from (
        f"### `{name}`",
        "",
        _first(import_module(name)),
        "",
        *map(_line, public(place)),
        "",
    )


def _line(offered: Any) -> str:
    return f"- **`{offered.__name__}`**{_taken(offered)} {_first(offered)}"


def _taken(offered: Any) -> str:
    """Return the names of what is given to a function or a class; of a choice what it may be."""
    if not inspect.isclass(offered):
        return f"`({', '.join(inspect.signature(offered).parameters)})`"
    if issubclass(offered, Enum):
        return f" ({', '.join(f'`{one.value}`' for one in offered)})"
    is_error = issubclass(offered, Exception)
    return "" if is_error else f"`({', '.join(inspect.signature(offered).parameters)})`"


def _first(found: Any) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join(_markdown(inspect.getdoc(found) or "").partition("\n\n")[0].split())


def _markdown(text: str) -> str:
    """Return what a docstring marks up as Markdown does."""
    plain = re.sub(r":(?:func|class|mod):`~?(?:[\w.]*\.)?(\w+)`", r"`\1`", text)
    return re.sub(r":math:`([^`]+)`", r"`\1`", plain).replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
