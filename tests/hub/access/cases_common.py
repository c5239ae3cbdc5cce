"""Common: the front page and the addresses for machines."""

from tests.hub.access.matrix import EVERYBODY, Case

CASES = [
    Case("common:home", EVERYBODY),
    Case("healthz", EVERYBODY),
    Case("robots", EVERYBODY),
]
