"""The project's own import contract keeps what it should and breaks where it should."""

import pytest
from grimp import ImportGraph

from tests.contracts import Doors

APPS = ["hub", "hub.urls", "hub.common", "hub.members", "hub.measuring"]
MODULES = ["hub.common.forms", "hub.members.models", "hub.members.queries", "hub.measuring.views"]


@pytest.fixture
def contract():
    options = {"container": "hub", "doors": ["queries"], "open_apps": ["common"]}
    return Doors("doors", session_options={}, contract_options=options)


@pytest.fixture
def graph():
    graph = ImportGraph()
    for module in [*APPS, *MODULES]:
        graph.add_module(module)
    return graph


@pytest.mark.parametrize(
    ("importer", "imported", "kept"),
    [
        ("hub.measuring.views", "hub.members.queries", True),
        ("hub.measuring.views", "hub.common.forms", True),
        ("hub.members.queries", "hub.members.models", True),
        ("hub.urls", "hub.measuring.views", True),
        ("hub.measuring.views", "hub.members.models", False),
        ("hub.measuring.views", "hub.members", False),
    ],
)
def test_apps_meet_only_through_their_doors(contract, graph, importer, imported, kept):
    graph.add_import(importer=importer, imported=imported)
    check = contract.check(graph, verbose=False)
    assert check.kept is kept
    assert kept or check.metadata["windows"] == [f"{importer} imports {imported}"]
