"""What is written to an address that may be anybody's."""

from kragozor.hub.applications.services import links_send
from kragozor.hub.common import jobs


def links_ask(*, email: str, language: str) -> None:
    """Ask the queue for new links.

    A letter takes time. Were it sent at once, how long the answer takes would tell whether the
    address is known.
    """
    jobs.enqueue(links_sending, owner=None, email=email, language=language)


@jobs.job
def links_sending(progress: jobs.Progress, *, email: str, language: str) -> None:
    """Mail new links to all that somebody may follow."""
    links_send(email=email, language=language)
