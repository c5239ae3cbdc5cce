"""Whoever had a flag before there were offices holds one afterwards, and back."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = ("people", "0002_api_token"), ("people", "0004_derived_rights")


@pytest.fixture
def migrated(transactional_db):
    """Go to a state of the people's tables, and to the newest one at the end."""

    def to(target):
        executor = MigrationExecutor(connection)
        executor.migrate([target])
        return executor.loader.project_state([target]).apps

    yield to
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_flags_become_offices_and_offices_flags(migrated):
    people = migrated(BEFORE).get_model("people", "Person").objects
    flags = {"ana": {}, "boris": {"is_staff": True}, "vera": {"is_superuser": True}}
    for name, flag in flags.items():
        people.create(email=f"{name}@example.org", full_name=name, **flag)
    appointments = migrated(AFTER).get_model("people", "Appointment").objects
    held = {
        (a.person.full_name, a.office, a.since == a.person.joined_at) for a in appointments.all()
    }
    assert held == {("boris", "staff", True), ("vera", "administrator", True)}
    people = migrated(BEFORE).get_model("people", "Person").objects
    assert {p.full_name: (p.is_staff, p.is_superuser) for p in people.all()} == {
        "ana": (False, False),
        "boris": (True, False),
        "vera": (True, True),
    }
