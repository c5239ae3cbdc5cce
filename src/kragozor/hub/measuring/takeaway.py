"""What a company declared and measured, for its archive of everything (`members.takeaway`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kragozor.hub.measuring.exports import facts_json
from kragozor.hub.measuring.models import Assessment, Inventory

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation


def files_of(organisation: Organisation) -> Iterator[tuple[str, str]]:
    """Yield each inventory and each result as data, results beside what they were made from."""
    for inventory in Inventory.objects.filter(organisation=organisation).iterator():
        yield f"inventories/{inventory.pk}/facts.json", facts_json(inventory, "bg")
    results = Assessment.objects.filter(inventory__organisation=organisation)
    for result in results.order_by("inventory_id", "number").iterator(chunk_size=20):
        place = f"inventories/{result.inventory_id}/result-{result.number}.json"
        # As it is stored; reading hundreds of results anew would keep their owner waiting.
        yield place, json.dumps(result.result, ensure_ascii=False, indent=1) + "\n"
