"""Figures of the cluster: read by everybody, agreed to by owners, published by the staff."""

from kragozor.hub.figures import services
from tests.hub.access.matrix import (
    COUNCIL_READS,
    EVERYBODY,
    ONLY_SENT,
    OWNERS,
    SIGNED_IN,
    STAFF_DOES,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast
from tests.hub.figures.making import YEAR, contributor_make

OWNERS_DO = OWNERS | each(Answer.DONE, "owner")


def world(cast: Cast) -> dict[str, object]:
    """One who agreed and measured, and what was published of it: nothing, for want of others."""
    contributor = contributor_make(cast.staff, 1)
    services.figures_publish(actor=cast.staff, year=YEAR)
    return {"contributor": contributor}


def company(world) -> dict[str, object]:
    return {"organisation_id": world.company.pk}


CASES = [
    Case("figures:published", EVERYBODY),
    Case("figures:agreements", SIGNED_IN),
    Case("figures:agree", ONLY_SENT, kwargs=company),
    Case(
        "figures:agree",
        OWNERS_DO,
        method="POST",
        kwargs=company,
        data=lambda _world: {"given": "yes"},
    ),
    Case("figures:council", COUNCIL_READS),
    Case("figures:publish", each(Answer.NOT_SO)),
    Case("figures:publish", STAFF_DOES, method="POST", data=lambda _world: {"year": str(YEAR)}),
]
