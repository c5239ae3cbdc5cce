"""What members agreed to, and what was published with whose numbers."""

from kragozor.hub.figures.models.agreement import Agreement
from kragozor.hub.figures.models.publication import Contributor, Publication, PublishedFigure

__all__ = ["Agreement", "Contributor", "Publication", "PublishedFigure"]
