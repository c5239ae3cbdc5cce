"""What every test run loads, wherever its tests stand."""

from django.db import connection
from hypothesis import settings

pytest_plugins = ("tests.plugins.browsers",)

# No test measures time: a busy machine must not make one fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_report_header() -> str:
    """Say which database the tests see."""
    return f"database: {connection.display_name}"
