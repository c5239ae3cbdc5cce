"""What may be asked about the figures of the cluster."""

from kragozor.hub.figures.queries.agreements import (
    agreed_organisations,
    agreements_of,
    has_agreed,
)
from kragozor.hub.figures.queries.contributions import (
    Contributing,
    contributing,
    releases_published,
    tallies,
)
from kragozor.hub.figures.queries.published import (
    PublishedScope,
    publications,
    published_scopes,
    years_published,
)

__all__ = [
    "Contributing",
    "PublishedScope",
    "agreed_organisations",
    "agreements_of",
    "contributing",
    "has_agreed",
    "publications",
    "published_scopes",
    "releases_published",
    "tallies",
    "years_published",
]
