"""The entry point for a WSGI server, for example ``granian kragozor.hub.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kragozor.hub.settings")
application = get_wsgi_application()
