"""requirements.txt pins all that pyproject.toml asks for, with hashes and without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.txt").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
DECLARED = [*PROJECT["dependencies"], *EXTRAS["hub"], *EXTRAS["dev"]]


@pytest.mark.parametrize("declared", DECLARED)
def test_lock_pins_a_version_that_is_asked_for(declared):
    requirement = Requirement(declared)
    name = re.escape(canonicalize_name(requirement.name))
    versions = re.findall(rf"^{name}==(\S+)", LOCK, flags=re.MULTILINE)
    assert versions, f"{declared}: run make lock"
    assert all(requirement.specifier.contains(version) for version in versions)


def test_lock_has_a_hash_for_every_package():
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_lock_names_no_place_to_fetch_from():
    assert not re.search(r"://|--(extra-)?index-url|--find-links| @ ", LOCK)
