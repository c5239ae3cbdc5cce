"""Who may do what."""

from functools import partial

import pytest

from kragozor.hub.members import rules
from kragozor.hub.members.enums import Role
from kragozor.hub.members.rules import Standing

STANDINGS = {
    "owner": Standing(role=Role.OWNER),
    "editor": Standing(role=Role.EDITOR),
    "reader": Standing(role=Role.READER),
    "staff": Standing(is_staff=True),
    "granted": Standing(is_staff=True, has_grant=True),
    # A grant opens nothing to somebody who works for the Council no longer.
    "former staff": Standing(has_grant=True),
    # The board, too: it sees what staff see, numbers never, and changes nothing.
    "stranger": Standing(),
}


@pytest.mark.parametrize(
    ("may", "parts"),
    [
        (rules.may_view_numbers, {"owner", "editor", "reader", "granted"}),
        (rules.may_edit_inventories, {"owner", "editor"}),
        (rules.may_edit_organisation, {"owner"}),
        (rules.may_manage_people, {"owner"}),
        (partial(rules.may_invite, has_owner=True), {"owner"}),
        (partial(rules.may_invite, has_owner=False), {"owner", "staff", "granted"}),
    ],
)
def test_rule_allows_exactly_these(may, parts):
    assert {part for part, standing in STANDINGS.items() if may(standing)} == parts
