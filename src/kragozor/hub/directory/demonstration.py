"""The invented leads of the pillars, who agreed to be named."""

from collections.abc import Iterator

from kragozor.hub.common.demonstration import ADDRESSES, Guest
from kragozor.hub.members.queries import pillars
from kragozor.hub.people.enums import Purpose, Source
from kragozor.hub.people.services import consent_record
from kragozor.hub.people.services.demonstration import demonstration_person

LEADS = {
    "textiles": (f"textiles{ADDRESSES}", "Тодор Триков"),
    "plastics": (f"plastics{ADDRESSES}", "Петя Опакова"),
    "agrifood": (f"agrifood{ADDRESSES}", "Анна Мелнишка"),
}


def load() -> Iterator[Guest]:
    """Name a lead where there is none, from the first day; they own companies, and sign in."""
    for pillar in pillars():
        if pillar.lead is None:
            email, name = LEADS[pillar.code]
            lead = demonstration_person(email=email, full_name=name)
            consent_record(person=lead, purpose=Purpose.CONTACT, given=True, source=Source.ACCOUNT)
            # The log would have them lead from today on, and the report of last year without.
            type(pillar).objects.filter(pk=pillar.pk).update(lead=lead)
    yield from ()
