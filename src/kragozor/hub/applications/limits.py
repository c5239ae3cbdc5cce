"""How often a visitor may make us write letters: enough for anybody, too little to be a nuisance.

Letters go to an address that somebody typed, perhaps not their own; so both who asks and the
address are counted.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

PERIOD = int(timedelta(hours=1).total_seconds())
PER_VISITOR = 20
PER_ADDRESS = 5


def may_write(request: HttpRequest, email: str) -> bool:
    """Count one letter, and return whether it may still be sent."""
    visitor = get_adapter().get_client_ip(request)
    counts = [_counted(f"visitor-{visitor}"), _counted(f"address-{email.strip().lower()}")]
    return counts[0] <= PER_VISITOR and counts[1] <= PER_ADDRESS


def _counted(what: str) -> int:
    """Return how often something was counted within the hour; the cache holds no address."""
    key = f"applications-{hashlib.sha256(what.encode()).hexdigest()}"
    cache.add(key, 0, PERIOD)
    try:
        return cache.incr(key)
    except ValueError:  # it was forgotten between the two lines
        return 1
