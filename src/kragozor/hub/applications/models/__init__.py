"""What an applicant tells, and what the Council asks and decides."""

from kragozor.hub.applications.models.application import Application
from kragozor.hub.applications.models.declaration import Declaration
from kragozor.hub.applications.models.parts import (
    ApplicationLink,
    ConsentGiven,
    OfferMade,
    RepresentativeNamed,
)
from kragozor.hub.applications.models.review import Answer, Decision, Question

__all__ = [
    "Answer",
    "Application",
    "ApplicationLink",
    "ConsentGiven",
    "Decision",
    "Declaration",
    "OfferMade",
    "Question",
    "RepresentativeNamed",
]
