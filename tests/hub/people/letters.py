"""Letters that the hub sent, and the links in them."""

import re

from django.core import mail


def link_in(body: str) -> str:
    """Return the path of the only link to a page that a letter asks to open."""
    (link,) = re.findall(r"https?://[^/\s]+(/\S+)", body)
    return link


def last_link() -> str:
    """Return the path of the link in the letter that was sent last."""
    return link_in(mail.outbox[-1].body)
