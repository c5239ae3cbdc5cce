"""Members with terms and pillars, and measurings: the records that the programme counts."""

from __future__ import annotations

import uuid
from datetime import date
from unittest.mock import patch

from kragozor.hub.directory.services import pillar_edit
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.members.models import Organisation, Pillar, PillarMembership, Term

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def member(actor, name="Предприятие", *, pillar="textiles", term=YEAR, **facts) -> Organisation:
    """Make a member of a pillar for the days of a term."""
    organisation = Organisation.objects.create(
        name=name, pillar=pillar, is_demonstration=True, **facts
    )
    starts, ends = term
    Term.objects.create(
        organisation=organisation,
        starts=starts,
        ends=ends,
        payment="waiver",
        waiver_reason="проба",
        created_by=actor,
    )
    PillarMembership.objects.create(organisation=organisation, pillar=pillar, since=starts)
    return organisation


def pillar(code="textiles", **facts) -> Pillar:
    """Put a pillar on record as it is given."""
    found, _made = Pillar.objects.update_or_create(code=code, defaults=facts)
    return found


def pillar_changed(actor, code, at, **facts) -> None:
    """Change what a pillar is at a moment, as the staff does."""
    found = Pillar.objects.get(code=code)
    now = {name: getattr(found, name) for name in ("purpose_bg", "purpose_en", "lead", "target")}
    with patch("django.utils.timezone.now", return_value=at):
        pillar_edit(actor=actor, pillar=found, **(now | facts))


def measuring(actor, organisation, year, value=0.4, *, name="Тениска", made_at=None) -> Assessment:
    """Make a measuring of a subject for a year."""
    inventory = Inventory.objects.create(
        organisation=organisation,
        name=name,
        kind="product",
        pillar=organisation.pillar,
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        created_by=actor,
        updated_by=actor,
    )
    made = Assessment.objects.create(
        id=uuid.uuid4(),
        inventory=inventory,
        number=1,
        name=name,
        period_start=inventory.period_start,
        period_end=inventory.period_end,
        result={},
        headline="mci.mci",
        value=value,
        balance_closes=True,
        proxy_share=0,
        method="1",
        created_by=actor,
    )
    if made_at:
        Assessment.objects.filter(pk=made.pk).update(created_at=made_at)
    return made
