"""How a page names the browser that a session lives in."""

import re

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# In this order: a browser of an earlier line also calls itself by the names of later ones.
BROWSERS = {
    "Edg(e|A|iOS)?/": "Edge",
    "OPR/|Opera": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "Firefox/|FxiOS/": "Firefox",
    "Chrom(e|ium)/|CriOS/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone|iPod": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Macintosh|Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux|X11": "Linux",
}


@register.filter
def device(user_agent: str) -> str:
    """Return the browser and the system that a user agent names, as far as they are known."""
    known = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return ", ".join(name for name in known if name) or _("an unknown browser")


def _first(names: dict[str, str], text: str) -> str:
    return next((name for pattern, name in names.items() if re.search(pattern, text)), "")
