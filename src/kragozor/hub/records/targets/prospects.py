"""Rows that become cards of the pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from kragozor.hub.members import queries as members
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.pipeline import queries, services
from kragozor.hub.pipeline.enums import Source
from kragozor.hub.records.targets.base import (
    Comparison,
    Current,
    Records,
    Values,
    place,
    refused,
)

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person
    from kragozor.hub.pipeline.models import Card
    from kragozor.hub.records.models import ImportRow


class ProspectRecords(Records):
    """The cards that are not archived, and the codes of who is a member already."""

    keys = (*FACTS, "eik", "pillars", "contact_name", "contact_email", "contact_phone")

    def read(self) -> None:
        self.by_id = {card.pk: Current(card, facts_of(card)) for card in queries.cards()}
        held = self.by_id.values()
        self.by_eik = {one.record.eik: one for one in held if one.record.eik}
        self.by_place = {place(one.facts): one for one in held}
        codes = members.members().filter(eik__isnull=False).values_list("eik", "name")
        self.members = dict(codes)

    def find(self, values: Values) -> Current | None:
        """A prospect that was written down without its code is known by name and town."""
        found = super().find(values)
        if found is None and values.get("eik"):
            named = self.by_place.get(place(values))
            found = named if named and not named.record.eik else None
        return found

    def marks(self, values: Values) -> tuple[list[Any], list[Any]]:
        """A row without a code is the same as any of its name and town, with a code or without."""
        here = place(values)
        if eik := values.get("eik"):
            return [eik, ("no code", here)], [eik, ("code", here)]
        return [("no code", here), ("code", here)], [("no code", here)]

    def compare(self, current: Current | None, values: Values) -> Comparison:
        if name := self.members.get(values.get("eik", "")):
            return refused(lambda: _("This is a member already: %(name)s.") % {"name": name})
        if current is None:
            return Comparison([[key, None, values[key]] for key in self.keys if key in values])
        return Comparison(self.changes(current.facts, values))

    def apply(self, actor: Person, row: ImportRow, current: Current | None) -> dict[str, Any]:
        if current is None:
            facts = {**row.values, "source": Source.IMPORT}
            card = services.card_add(actor=actor, facts=facts)
            return {"created": True, "record": str(card.pk)}
        changed = {key: after for key, _before, after in row.changes}
        services.card_change(actor=actor, card=current.record, facts=changed)
        return {}

    def undo(self, actor: Person, row: ImportRow, current: Current) -> None:
        if row.made.get("created"):
            services.card_remove(actor=actor, card=current.record)
            return
        before = {key: held for key, held, _after in row.changes}
        services.card_change(actor=actor, card=current.record, facts=before)

    def references(self, made: Iterable[ImportRow]) -> dict[UUID, list[str]]:
        keys = {row.record_id for row in made if row.made.get("created")} & self.by_id.keys()
        built_on = [key for key in keys if services.is_built_on(self.by_id[key].record)]
        return {key: [_("notes, letters, documents or a new stage")] for key in built_on}


def facts_of(card: Card) -> dict[str, Any]:
    """Return what of a card a row could change, and what says that somebody took it up."""
    keys = (*ProspectRecords.keys, "stage", "next_step")
    return {key: getattr(card, key) for key in keys}
