"""What is stored about people: accounts, the offices they hold, their consents, their tokens."""

from kragozor.hub.people.models.appointment import Appointment
from kragozor.hub.people.models.consent import Consent
from kragozor.hub.people.models.person import Person, PersonManager
from kragozor.hub.people.models.token import ApiToken

__all__ = ["ApiToken", "Appointment", "Consent", "Person", "PersonManager"]
