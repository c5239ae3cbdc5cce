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

    Parameters
    ----------
    source : bytes, str, Path or binary file
        A path, or what stands in the file: ``.xlsx`` after the template of
        ``kragozor template``, or JSON after the published schema.

    Returns
    -------
    Inventory
        The declared facts, each with its grade and its source. [kg, MJ, m³, a, EUR]

    Raises
    ------
    FileRefused
        With one problem for each error in the file, by sheet, row and column.

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


def measure(
    inventory: Inventory | bytes | str | Path | BinaryIO,
    *,
    draws: int = 1000,
    seed: int = 0,
    sampling: str = "latin-hypercube",
) -> Assessment:
    """Return an inventory, or the one in a file, measured by every framework.

    Parameters
    ----------
    inventory : Inventory, bytes, str, Path or binary file
        The declared facts, or the file that :func:`read` finds them in.
    draws : int
        How often the uncertain facts are drawn, 20 to 1,000,000; 0 leaves the intervals out.
    seed : int
        The same seed gives the same draws, at least 0.
    sampling : {"latin-hypercube", "sobol"}
        How the draws fill the space of the facts.

    Returns
    -------
    Assessment
        ``assessment["mci.mci"]`` is a :class:`~kragozor.instruments.result.Value`: its number or
        the reason why it has none, with the rows that it rests on and how uncertain it is.

    Raises
    ------
    FileRefused
        The file has errors.
    InstrumentError
        A fact, or a draw of one, lies outside its domain.

    Examples
    --------
    >>> import kragozor
    >>> from kragozor.instruments.examples import bottle
    >>> value = kragozor.measure(bottle())["cti.circularity"]
    >>> round(value.value, 3), round(value.uncertainty.p05, 2), round(value.uncertainty.p95, 2)
    (0.352, 0.34, 0.36)
    """
    from kragozor.instruments.assess import assess
    from kragozor.instruments.inventory import Inventory

    facts = inventory if isinstance(inventory, Inventory) else read(inventory)
    return assess(facts, draws=draws, seed=seed, sampling=sampling)


def report(
    assessment: Assessment,
    path: str | Path,
    language: str = "bg",
    *,
    measured_at: date | None = None,
) -> None:
    """Write an assessment as ``.pdf``, ``.xlsx``, ``.json`` or ``.svg``, by the path's ending.

    Parameters
    ----------
    assessment : Assessment
        What :func:`measure` gave.
    path : str or Path
        Where to; what is there is replaced once the new file is whole.
    language : {"bg", "en"}
        The language of its words and numbers.
    measured_at : date, optional
        The day of measuring, as the document tells it.

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

    Parameters
    ----------
    result : Assessment or Computation
        What :func:`measure` or :func:`compute` gave.
    figure : str
        Of an assessment ``"mci.waste"``, or ``"mci"`` for all of a framework; the headline
        unless told. Of a computation ``"waste"``; all its values unless told.
    language : {"bg", "en"}
        The language of words and numbers.
    form : {"text", "html", "typst"}
        Lines of text, a fragment of HTML with MathML, or the source of a part of a document.

    Returns
    -------
    str

    Raises
    ------
    InstrumentError
        There is no such figure, or no such form.

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

    Parameters
    ----------
    indicator : str
        An id that ``kragozor indicators`` lists, such as ``"mci"``.
    inputs : mapping of str to number, distribution, list or text
        The inputs by name, in the units that ``kragozor indicators`` tells. A number may be a
        distribution, ``{"distribution": "uniform", "low": 0.2, "high": 0.4}``: it is then
        drawn, and every value has an interval.
    draws : int, optional
        How often, 20 to 1,000,000; 10,000 times unless told.
    seed : int
        The same seed gives the same draws, at least 0.
    sampling : {"latin-hypercube", "sobol"}
        How the draws fill the space of the inputs.

    Returns
    -------
    Computation
        ``values`` by name, a reason for each that is ``undefined``, and ``warnings`` of what
        was assumed.

    Raises
    ------
    InstrumentError
        With one message for each input that is unknown, wrong or too large for its whole.

    Examples
    --------
    >>> import kragozor
    >>> inflows = {"total_inflow": 4, "recycled_inflow": 1}
    >>> kragozor.compute("iso59020", inflows).values["recycled_inflow_share"]
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
