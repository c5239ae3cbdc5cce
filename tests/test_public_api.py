"""The library in a few lines: read, measure, report, compute; loaded only when it is used."""

import subprocess
import sys
from importlib import resources

import pytest

import kragozor
from kragozor.files.problems import FileRefused
from kragozor.instruments.assess import assess
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Inventory
from kragozor.instruments.uncertainty.sample import Sample

EXAMPLE = resources.files("kragozor.files").joinpath("examples/pet-bottle.json")


def test_five_lines_read_measure_and_report(tmp_path):
    inventory = kragozor.read(str(EXAMPLE))
    assessment = kragozor.measure(inventory)
    kragozor.report(assessment, tmp_path / "report.pdf", language="bg")
    assert 0 < assessment["mci.mci"].value < 1
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_file_is_measured_as_its_inventory_is():
    assert kragozor.measure(str(EXAMPLE)) == kragozor.measure(kragozor.read(EXAMPLE.read_bytes()))


def test_measuring_draws_as_often_as_told_and_unless_told_as_assess_does():
    drawn = kragozor.measure(bottle(), draws=100, seed=3, sampling="sobol")
    assert drawn.sample == Sample(100, 3, "sobol")
    assert kragozor.measure(bottle(), draws=0).sample is None
    assert kragozor.measure(bottle()) == assess(bottle())


def test_compute_takes_inputs_by_name():
    result = kragozor.compute("cti", {"linear_inflow": 50, "critical_inflow": 5})
    assert result.values["critical_inflow_share"] == pytest.approx(0.1)


def test_inventory_is_the_class_of_inventories():
    assert kragozor.Inventory is Inventory
    assert isinstance(bottle(), kragozor.Inventory)


def test_bad_file_is_refused_with_its_problems(tmp_path):
    file = tmp_path / "empty.json"
    file.write_text("{}")
    with pytest.raises(FileRefused):
        kragozor.measure(file)


def test_unknown_ending_of_a_report_is_refused(tmp_path):
    with pytest.raises(InstrumentError, match=r"report\.doc"):
        kragozor.report(kragozor.measure(bottle()), tmp_path / "report.doc")
    assert list(tmp_path.iterdir()) == []


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kragozor.nothing  # noqa: B018, looking it up is the test


def test_importing_loads_nothing_heavy():
    program = (
        "import sys, kragozor; print(sorted(n for n in sys.modules if n.split('.')[0] in {!r}))"
    )
    heavy = ("numpy", "scipy", "openpyxl", "babel", "altair", "typst", "django", "vl_convert")
    command = [sys.executable, "-c", program.format(heavy)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
