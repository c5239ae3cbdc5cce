"""The hub's settings as the tests need them; what is not said here is as in production."""

import os
import tempfile

# What the shell of the developer says must not change what the tests see.
for name in ("ALLOWED_HOSTS", "BASE_URL", "DEBUG", "DEMO", "SITE_NAME", "TRUSTED_PROXY"):
    os.environ.pop(name, None)
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="kragozor-tests-")
os.environ["EMAIL_URL"] = "memory://"
os.environ["SECRET_KEY"] = "for the tests only, long enough to sign with"
os.environ["STAFF_SECOND_FACTOR"] = "false"
os.environ["TASKS"] = "django_tasks.backends.immediate.ImmediateBackend"

from kragozor.hub.settings import *  # noqa: E402, F403
from kragozor.hub.settings import STORAGES  # noqa: E402

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# Argon2 is slow on purpose; the tests sign in thousands of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
