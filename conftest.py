"""What every test run loads, wherever its tests stand."""

pytest_plugins = ("tests.plugins.browsers",)
