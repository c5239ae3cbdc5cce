"""Rows that become members: their facts, their sectors, a term of membership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kragozor.hub.members import queries, services
from kragozor.hub.members.enums import OrganisationKind
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.members.services import retraction
from kragozor.hub.records.models import Merge
from kragozor.hub.records.relations import pointed_to, relations, words_for
from kragozor.hub.records.targets.base import (
    Change,
    Comparison,
    Current,
    Records,
    Values,
    place,
    refused,
)

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person
    from kragozor.hub.records.models import ImportRow

TERM = ("term_starts", "term_ends")
# What an import itself makes of an organisation.
OWN = {"members.Term", "members.PillarMembership"}


class MemberRecords(Records):
    """The organisations that were not merged away, with their sectors and terms."""

    keys = (*FACTS, "pillars")

    def read(self) -> None:
        found = queries.organisations().prefetch_related("pillars", "terms__end")
        self.by_id = {one.pk: Current(one, facts_of(one)) for one in found}
        held = self.by_id.values()
        self.by_eik = {one.record.eik: one for one in held if one.record.eik}
        self.by_place = {place(one.facts): one for one in held if not one.record.eik}
        merged = Merge.objects.filter(reversed_at=None, absorbed__eik__isnull=False)
        # Of several mergers in a row, the record itself knows where it ended up.
        for eik, kept in merged.values_list("absorbed__eik", "absorbed__merged_into"):
            self.by_eik[eik] = self.by_id[kept]

    def compare(self, current: Current | None, values: Values) -> Comparison:
        term = {key: values[key] for key in (*TERM, "fee", "waiver_reason") if key in values}
        is_whole = {*TERM} <= term.keys() and {"fee", "waiver_reason"} & term.keys()
        if current is None:
            return self._new(values, term, is_whole=bool(is_whole))
        changes = self.changes(current.facts, values)
        if not self._is_of_row(term):
            return Comparison(changes + ([] if current.facts["terms"] else _term(term, is_whole)))
        if not is_whole:
            return refused(_half_a_term)
        return self._with_term(current, term, changes)

    def _new(self, values: Values, term: Values, *, is_whole: bool) -> Comparison:
        if not is_whole:
            return refused(_half_a_term)
        if not values.get("pillars"):
            return refused(lambda: _("It is not said which sector it is a member of."))
        facts: list[Change] = [[key, None, values[key]] for key in self.keys if key in values]
        return Comparison(facts + _term(term, is_whole))

    def _is_of_row(self, term: dict[str, str]) -> bool:
        """Whether the row itself says its term, and not only what holds for the whole file."""
        return any(term.get(key) != self.defaults.get(key) for key in TERM if key in term)

    def _with_term(self, current: Current, term: Values, changes: list[Change]) -> Comparison:
        days = [term["term_starts"], term["term_ends"]]
        for starts, ends in current.facts["terms"]:
            if [starts, ends] == days:
                return Comparison(changes)
            if starts <= days[1] and ends >= days[0]:
                return refused(lambda starts=starts, ends=ends: _overlap(starts, ends))
        return Comparison(changes + _term(term, is_whole=True))

    def apply(self, actor: Person, row: ImportRow, current: Current | None) -> dict[str, Any]:
        if current is None:
            return self._admit(actor, row.values)
        organisation, made = current.record, {}
        changed = {key: after for key, _before, after in row.changes}
        if facts := {key: value for key, value in changed.items() if key in FACTS}:
            services.organisation_edit(actor=actor, organisation=organisation, **facts)
        if "pillars" in changed:
            made |= self._set_pillars(actor, organisation, changed["pillars"])
        if "term" in changed:
            term = term_facts(changed["term"])
            begun = services.term_begin(actor=actor, organisation=organisation, term=term)
            made["term"] = begun.pk
        return made

    def undo(self, actor: Person, row: ImportRow, current: Current) -> None:
        organisation, made = current.record, row.made
        if made.get("created"):
            retraction.organisation_retract(actor=actor, organisation=organisation)
            return
        before = {key: held for key, held, _after in row.changes if key in FACTS}
        if before:
            services.organisation_edit(actor=actor, organisation=organisation, **before)
        if "pillars_begun" in made:
            retraction.pillars_retract(
                actor=actor,
                organisation=organisation,
                begun=made["pillars_begun"],
                ended=made["pillars_ended"],
            )
        if "term" in made:
            term = organisation.terms.get(pk=made["term"])
            retraction.term_retract(actor=actor, term=term)

    def references(self, made: Iterable[ImportRow]) -> dict[UUID, list[str]]:
        made = list(made)
        keys = [row.record_id for row in made if row.made.get("created")]
        found: dict[UUID, list[str]] = defaultdict(list)
        for relation in relations():
            if relation.related_model._meta.label not in OWN:
                for key in pointed_to(relation, keys):
                    found[key].append(words_for(relation))
        for key in _reminded(keys, made):
            found[key].append(_("letters that its term is ending"))
        return found

    def _admit(self, actor: Person, values: Values) -> dict[str, Any]:
        facts = {key: values[key] for key in FACTS if key in values}
        organisation = services.organisation_admit(
            actor=actor,
            facts={"kind": OrganisationKind.COMPANY, **facts, "eik": values.get("eik")},
            pillars=values["pillars"],
            term=term_facts(values),
        )
        return {"created": True, "record": str(organisation.pk)}

    def _set_pillars(
        self, actor: Person, organisation: Organisation, pillars: list[str]
    ) -> dict[str, list[int]]:
        held = organisation.pillars.filter(until__isnull=True)
        before = set(held.values_list("pk", flat=True))
        services.pillars_set(actor=actor, organisation=organisation, pillars=pillars)
        after = set(held.all().values_list("pk", flat=True))
        return {"pillars_begun": sorted(after - before), "pillars_ended": sorted(before - after)}


def facts_of(organisation: Organisation) -> dict[str, Any]:
    """Return what of an organisation a row could change; JSON, to be compared and kept."""
    pillars = sorted(one.pillar for one in organisation.pillars.all() if one.until is None)
    terms = sorted([str(one.starts), str(one.last_day)] for one in organisation.terms.all())
    held = {name: getattr(organisation, name) for name in FACTS}
    return {**held, "pillars": pillars, "terms": terms}


def term_facts(values: Values) -> services.TermFacts:
    """Return the term that values describe."""
    fee = values.get("fee")
    return services.TermFacts(
        starts=date.fromisoformat(values["term_starts"]),
        ends=date.fromisoformat(values["term_ends"]),
        fee=None if fee is None else Decimal(fee),
        waiver_reason="" if fee is not None else values.get("waiver_reason", ""),
    )


def _reminded(created: list[UUID], made: list[ImportRow]) -> Iterable[UUID]:
    """Return whose owners were reminded of a term that an import began."""
    begun = [row.made["term"] for row in made if "term" in row.made]
    own = Q(terms__organisation__in=created) | Q(terms__in=begun)
    found = queries.organisations().filter(own, terms__reminders__isnull=False)
    return found.values_list("pk", flat=True).distinct()


def _term(term: Values, is_whole: object) -> list[Change]:
    return [["term", None, dict(term)]] if is_whole else []


def _half_a_term() -> str:
    return _("A term needs its first day, its last day, and a fee or the reason for a waiver.")


def _overlap(starts: str, ends: str) -> str:
    from kragozor.hub.common.templatetags.formats import day

    days = {"starts": day(date.fromisoformat(starts)), "ends": day(date.fromisoformat(ends))}
    return _("Another term runs on some of these days: %(starts)s – %(ends)s") % days
