"""Django's own commands: ``python -m kragozor.hub migrate``."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kragozor.hub.settings")
    try:
        execute_from_command_line()
    except ImproperlyConfigured as error:
        sys.exit(f"kragozor: {error}")
