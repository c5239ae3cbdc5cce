"""What the hub writes to its log: faults and warnings, and no secret of anybody.

Some addresses are keys: whoever has the link of a shared result, an invitation or a forgotten
password may open what lies behind it, so they are shortened before they are written down.
"""

import logging
import re

# A part of an address that is long and no identifier (UUID) is taken for a secret.
IDENTIFIER = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
SECRET = re.compile(rf"(?<=/)(?!{IDENTIFIER})([\w.:~-]{{4}})[\w.:~-]{{12,}}(?=/)")


class SecretsHidden(logging.Filter):
    """Shorten the secrets in the addresses that a record names."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                shortened(value) if isinstance(value, str) else value for value in record.args
            )
        return True


def shortened(text: str) -> str:
    """Return a text in which long parts of addresses are cut.

    >>> shortened("/s/Zk3vQ0c8TtD1mYxqB7nW5uJr/")
    '/s/Zk3v…/'
    >>> shortened("/work/assessments/5db6fd13-deff-4123-bc46-ae0fbd183120/share/")
    '/work/assessments/5db6fd13-deff-4123-bc46-ae0fbd183120/share/'
    """
    return SECRET.sub(r"\1…", text)


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"secrets": {"()": SecretsHidden}},
    "handlers": {
        "terminal": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["secrets"],
        }
    },
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers are silent outside of development: a fault would leave no trace.
        "django": {"handlers": ["terminal"], "level": "WARNING", "propagate": False},
        # What is absent or refused is the asker's affair; only our own faults are written down.
        "django.request": {"level": "ERROR"},
        # Whoever looks for open doors is refused, and must not fill the log by asking again.
        "django.security": {"level": "CRITICAL"},
        # A signature that is judged is no fault of ours, and its certificate may name its owner by
        # a personal number.
        "pyhanko": {"level": "CRITICAL"},
        "pyhanko_certvalidator": {"level": "CRITICAL"},
        "django.server": {"handlers": ["terminal"], "level": "WARNING", "propagate": False},
    },
}
