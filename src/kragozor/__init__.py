"""Kragozor measures circularity and runs the hub of a circular-economy cluster.

The library in five lines::

    import kragozor

    inventory = kragozor.read("inventory.xlsx")
    assessment = kragozor.measure(inventory)
    print(assessment["cti.circularity"].value)
    kragozor.report(assessment, "report.pdf", language="bg")

Nothing heavy is loaded before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from kragozor.instruments.compute import Computation
    from kragozor.instruments.inventory import Inventory
    from kragozor.instruments.result import Assessment

__version__ = "0.1.0"
__all__ = ["Inventory", "__version__", "compute", "explain", "measure", "read", "report"]


def read(source: bytes | str | Path | BinaryIO) -> Inventory:
    """Return the inventory in a workbook or a JSON file, by its path or its content.

    Raises
    ------
    FileRefused
        With one problem for each error in the file.

    Examples
    --------
    >>> from importlib import resources
    >>> import kragozor
    >>> example = resources.files("kragozor.files") / "examples" / "pet-bottle.json"
    >>> kragozor.read(example.read_bytes()).subject.name
    'Бутилка PET 0,5 l (демонстрация)'
    """
    from kragozor.files.reading import read_inventory

    return read_inventory(source)


def measure(inventory: Inventory | bytes | str | Path | BinaryIO) -> Assessment:
    """Return an inventory, or the one in a file, measured by every framework.

    Examples
    --------
    >>> import kragozor
    >>> from kragozor.instruments.examples import bottle
    >>> round(kragozor.measure(bottle())["cti.circularity"].value, 3)
    0.352
    """
    from kragozor.instruments.assess import assess
    from kragozor.instruments.inventory import Inventory

    return assess(inventory if isinstance(inventory, Inventory) else read(inventory))


def report(
    assessment: Assessment,
    path: str | Path,
    language: str = "bg",
    *,
    measured_at: date | None = None,
) -> None:
    """Write an assessment as ``.pdf``, ``.xlsx``, ``.json`` or ``.svg``, by the path's ending.

    Raises
    ------
    InstrumentError
        Where the ending is another one, or the file cannot be written.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import kragozor
    >>> from kragozor.instruments.examples import bottle
    >>> with TemporaryDirectory() as folder:
    ...     kragozor.report(kragozor.measure(bottle()), Path(folder, "bottle.json"))
    ...     print(*(file.name for file in Path(folder).iterdir()))
    bottle.json
    """
    from kragozor.reports.outputs import checked_outputs, output, write_outputs

    (checked,) = checked_outputs([path])
    write_outputs({checked: output(assessment, checked, language, measured_at=measured_at)})


def explain(
    result: Assessment | Computation,
    figure: str = "",
    *,
    language: str = "bg",
    form: str = "text",
) -> str:
    """Return how a figure came to be: formulas, numbers and rows, as text, HTML or Typst.

    Of what :func:`measure` gave a figure is ``"mci.waste"``, of what :func:`compute` gave
    ``"waste"``.

    Examples
    --------
    >>> import kragozor
    >>> from kragozor.instruments.examples import bottle
    >>> told = kragozor.explain(kragozor.measure(bottle()), "mci.waste", language="en")
    >>> print(told.splitlines()[0].replace("\\xa0", " "))
    Total unrecoverable waste: 21.4 kg
    """
    from kragozor.reports.explanation import explain as explained

    return explained(result, figure, language=language, form=form)


def compute(
    indicator: str,
    inputs: Mapping[str, Any],
    *,
    draws: int | None = None,
    seed: int = 0,
    sampling: str = "latin-hypercube",
) -> Computation:
    """Return the values of one indicator for inputs named as in its catalogue.

    An input may be a distribution; it is then drawn, and every value has an interval.

    Examples
    --------
    >>> import kragozor
    >>> kragozor.compute("iso59020", {"total_inflow": 4, "recycled_inflow": 1}).values[
    ...     "recycled_inflow_share"]
    0.25
    """
    from kragozor.instruments.compute import compute as computed

    return computed(indicator, inputs, draws=draws, seed=seed, sampling=sampling)


def __getattr__(name: str) -> Any:
    """Load the class of inventories when it is first asked for."""
    if name == "Inventory":
        from kragozor.instruments.inventory import Inventory

        return Inventory
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
