"""What every test run loads, wherever its tests stand."""

from django.db import connection

pytest_plugins = ("tests.plugins.browsers",)


def pytest_report_header() -> str:
    """Say which database the tests see."""
    return f"database: {connection.display_name}"
