"""Typed readers of the environment: a setting is right, or the program does not start."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})
SHORTEST_SECRET = 32
# Connections of one process; who finds none free waits for one.
POOL = {"min_size": 1, "max_size": 16}
DATABASES = {
    "postgres": "django.db.backends.postgresql",
    "postgresql": "django.db.backends.postgresql",
    "sqlite": "django.db.backends.sqlite3",
}
MAIL = {
    "console": "django.core.mail.backends.console.EmailBackend",
    "memory": "django.core.mail.backends.locmem.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "smtp+tls": "django.core.mail.backends.smtp.EmailBackend",
    "smtps": "django.core.mail.backends.smtp.EmailBackend",
}


def text(name: str, default: str | None = None) -> str:
    """Return a variable; without a default it must be set and not empty."""
    value = optional(name) or default
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def optional(name: str) -> str:
    """Return a variable, empty when it is not set."""
    return os.environ.get(name, "").strip()


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes or a no."""
    value = text(name, "true" if default else "false").lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}: expected true or false.")
    return value in TRUE


def number(name: str, default: int) -> int:
    """Return a whole number that is not negative."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}: expected a whole number, 0 or more.")
    return int(value)


def words(name: str, default: list[str]) -> list[str]:
    """Return a list that is written with commas."""
    return [word.strip() for word in text(name, ",".join(default)).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Return a folder as an absolute path, made for its owner alone when it is missing."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} is {str(path)!r}: expected a folder.") from error
    return path


def secret(name: str, file: Path, *, insecure: bool) -> str:
    """Return a secret from the environment, else from a file that only its owner reads."""
    value = optional(name) or (file.read_text().strip() if file.is_file() else "")
    if not value and insecure:
        return "insecure-and-for-development-only"
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}, or write it into {file}.")
    if len(value) < SHORTEST_SECRET:
        raise ImproperlyConfigured(
            f"{name} can be guessed: expected {SHORTEST_SECRET} characters or more, at random."
        )
    return value


def web_address(name: str, default: str) -> SplitResult:
    """Return the address of a site: scheme and host, no path."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} is {value!r}: expected https://host or http://host.")
    return parts


def database(name: str, default: str) -> dict[str, object]:
    """Return Django's description of the database at a URL.

    SQLite takes its write lock when a transaction begins: two writers then wait for each
    other instead of one of them failing half-way with "database is locked".
    """
    parts = _url(name, default, DATABASES)
    engine = DATABASES[parts.scheme]
    if parts.scheme == "sqlite":
        options = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # What is deleted is overwritten: an erased person is not left in the file's free pages.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            ),
        }
        return {"ENGINE": engine, "NAME": unquote(parts.path[1:]), "OPTIONS": options}
    # A Unix socket's folder is written as postgres://user@/name?host=/run/postgresql.
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": engine,
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": dict(POOL), **options},
    }


def mail(name: str, default: str) -> dict[str, object]:
    """Return Django's mail settings from a URL such as ``smtp+tls://user:word@host:587``."""
    parts = _url(name, default, MAIL)
    return {
        "EMAIL_TRANSPORT": MAIL[parts.scheme],
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or {"smtps": 465, "smtp+tls": 587}.get(parts.scheme, 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }


def _url(name: str, default: str, schemes: dict[str, str]) -> SplitResult:
    parts = urlsplit(text(name, default))
    if parts.scheme not in schemes:
        known = ", ".join(f"{scheme}://" for scheme in schemes)
        # The value may carry a password, so only its scheme is repeated.
        raise ImproperlyConfigured(f"{name} begins with {parts.scheme!r}: expected {known}.")
    return parts
