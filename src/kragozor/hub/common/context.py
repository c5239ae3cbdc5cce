"""What every template may use without being given it."""

from django.conf import settings
from django.http import HttpRequest

from kragozor.hub.common.languages import absolute_address, address_in
from kragozor.hub.common.site import site_name


def site(request: HttpRequest) -> dict[str, object]:
    """The name of the site and this page's address in each language."""
    addresses = [
        {
            "code": code,
            "name": name,
            "address": address_in(code, request),
            "absolute": absolute_address(address_in(code, request)),
        }
        for code, name in settings.LANGUAGES
    ]
    return {
        "site_name": site_name(),
        "site_address": settings.BASE_URL.geturl(),
        "page_languages": addresses,
        "demo": settings.DEMO,
    }
