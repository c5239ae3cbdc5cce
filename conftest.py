"""What every test run loads, wherever its tests stand."""

import os

from django.db import connection
from hypothesis import settings

pytest_plugins = ("tests.plugins.browsers",)

# No test measures time: a busy machine must not make one fail. A gate draws the same examples
# each time, so that what passes here passes there; HYPOTHESIS_PROFILE=explore draws new ones.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


def pytest_report_header() -> str:
    """Say which database the tests see."""
    return f"database: {connection.display_name}"
