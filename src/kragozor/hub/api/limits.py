"""How much one caller may ask: enough for any program, too little to slow the hub for others."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.throttling import SimpleRateThrottle


class PerCaller(SimpleRateThrottle):
    """Counts the requests of one token, or of one person's browser."""

    def __init__(self) -> None:
        super().__init__(settings.API_RATE)

    @property
    def in_words(self) -> str:
        """The limit, as the page for people says it."""
        text = _("%(requests)s requests in %(seconds)s seconds")
        return text % {"requests": self.num_requests, "seconds": self.duration}

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"api-rate-{request.auth}"
