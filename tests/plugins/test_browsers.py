"""What becomes of browser tests with and without a Chromium, in runs inside the run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest
@pytest.mark.browser
def test_page(): pass
def test_number(): pass
"""


@pytest.fixture
def run_without_chromium(tmp_path):
    (tmp_path / "test_both.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser: needs a Chromium\n")

    def run(**environment):
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.plugins.browsers",
            "-p",
            "no:django",
        ]
        values = {"KRAGOZOR_CHROMIUM": "/absent", "PYTHONPATH": str(ROOT)} | environment
        return subprocess.run(
            command,
            cwd=tmp_path,
            env=os.environ | values,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_without_chromium_the_others_pass_and_the_end_says_what_was_left_out(run_without_chromium):
    done = run_without_chromium(KRAGOZOR_REQUIRE_BROWSER="")
    assert done.returncode == 0
    assert "1 passed, 1 deselected" in done.stdout
    assert "Left out: 1, because" in done.stdout
    assert "apt-get install chromium" in done.stdout


def test_a_run_that_requires_a_browser_fails_without_chromium(run_without_chromium):
    done = run_without_chromium(KRAGOZOR_REQUIRE_BROWSER="1")
    assert done.returncode == 4
    assert "No Chromium for 1 browser tests" in done.stderr


def test_browser_tests_run_last(run_without_chromium):
    done = run_without_chromium(KRAGOZOR_CHROMIUM=sys.executable, PYTEST_ADDOPTS="-v")
    assert done.stdout.index("test_number PASSED") < done.stdout.index("test_page PASSED")
