"""The hub's settings: all that differs between installations comes from the environment."""

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from kragozor.hub import environment, logs

DATA_DIR = environment.folder("DATA_DIR", environment.Path("var"))
DEBUG = environment.flag("DEBUG")
DEMO = environment.flag("DEMO")
BASE_URL = environment.web_address("BASE_URL", "http://127.0.0.1:8000")
# Empty: the product's own name, in the language of the reader.
SITE_NAME = environment.optional("SITE_NAME")
SECRET_KEY = environment.secret("SECRET_KEY", DATA_DIR / "secret-key", insecure=DEBUG)

# A plain http address is for this machine alone: session cookies would cross a network bare.
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
SECURE = BASE_URL.scheme == "https"
if not (SECURE or DEBUG or DEMO or BASE_URL.hostname in {"127.0.0.1", "localhost", "::1"}):
    raise ImproperlyConfigured(f"BASE_URL is {BASE_URL.geturl()!r}: expected https://.")

ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", [BASE_URL.hostname, *LOOPBACK])
CSRF_TRUSTED_ORIGINS = [BASE_URL.geturl()]
CSRF_FAILURE_VIEW = "kragozor.hub.common.errors.forged"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
# What else lives below the host's name, and for how long, is its owner's to promise.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
# Behind a proxy that sets these headers, and only there, they say who asks and how.
if environment.flag("TRUSTED_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# The highest app comes first, so that its templates may replace those of the apps below it.
INSTALLED_APPS = [
    "kragozor.hub.api",
    "kragozor.hub.programme",
    "kragozor.hub.figures",
    "kragozor.hub.directory",
    "kragozor.hub.records",
    "kragozor.hub.measuring",
    "kragozor.hub.reference",
    "kragozor.hub.applications",
    "kragozor.hub.pipeline",
    "kragozor.hub.members",
    "kragozor.hub.privacy",
    "kragozor.hub.people",
    "kragozor.hub.common",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kragozor.hub.common.answers.PrivateAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kragozor.hub.common.languages.LanguageOfPath",
    "kragozor.hub.api.middleware.ForPrograms",
    "kragozor.hub.common.answers.PlainAddresses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kragozor.hub.reference.titles.OfficialTitlesShown",
    "django_htmx.middleware.HtmxMiddleware",
    "kragozor.hub.people.signing_in.WholePage",
    "allauth.account.middleware.AccountMiddleware",
    "kragozor.hub.people.last_seen.LastSeen",
    "kragozor.hub.people.second_factor.StaffSecondFactor",
]
ROOT_URLCONF = "kragozor.hub.urls"
WSGI_APPLICATION = "kragozor.hub.wsgi.application"
FORM_RENDERER = "kragozor.hub.common.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["kragozor.hub.common.templatetags.formats", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kragozor.hub.common.context.site",
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": environment.database("DATABASE_URL", f"sqlite:///{DATA_DIR}/kragozor.sqlite3")
}
# Rate limits count across processes, so the cache is in the database. It has room for many
# callers: where it is full it forgets, and who was counted could begin anew.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "common_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
TASKS = {"default": {"BACKEND": environment.text("TASKS", "django_tasks_db.DatabaseBackend")}}

API_RATE = environment.text("API_RATE", "120/min")

LANGUAGE_CODE = "bg"
LANGUAGES = [("bg", "Български"), ("en", "English")]
TIME_ZONE = "Europe/Sofia"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "files",
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}
# Django writes to disk whatever file comes to whatever address; here none grows too large.
FILE_UPLOAD_HANDLERS = [
    "kragozor.hub.common.uploads.TooLarge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
LOGGING = logs.LOGGING

globals().update(environment.mail("EMAIL_URL", "console://" if DEBUG or DEMO else "smtp://"))
# Every letter goes past the log on its way to the transport.
EMAIL_BACKEND = "kragozor.hub.common.mail.Logged"
DEFAULT_FROM_EMAIL = environment.text(
    "MAIL_FROM", f"{SITE_NAME or 'Кръгозор'} <noreply@{BASE_URL.hostname}>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Where people write about their data; empty: the pages say "the Council" and no address.
PRIVACY_CONTACT = environment.optional("PRIVACY_CONTACT")
# Where the list of erasures stands; empty: in DATA_DIR, and then it is restored with it.
ERASURE_LIST = environment.optional("ERASURE_LIST")
# A folder with the certificates (PEM) that signatures are trusted by; empty: only whether a
# signed document is unchanged can be told.
SIGNATURE_TRUST_ROOTS = environment.optional("SIGNATURE_TRUST_ROOTS")

# A file of facts may be so large; what is larger is refused before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# Measuring more rows takes longer than a page may keep its reader waiting: the queue does it.
MEASURE_ROWS_AT_ONCE = environment.number("MEASURE_ROWS_AT_ONCE", 300)

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["kragozor.hub.people.demonstration.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name, "OPTIONS": options}
    for name, options in {
        "django.contrib.auth.password_validation.UserAttributeSimilarityValidator": {
            "user_attributes": ["full_name", "email"]
        },
        "kragozor.hub.people.passwords.MinimumLength": {"min_length": 10},
        "django.contrib.auth.password_validation.CommonPasswordValidator": {},
        "django.contrib.auth.password_validation.NumericPasswordValidator": {},
    }.items()
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:desk"
ACCOUNT_ADAPTER = "kragozor.hub.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "add_email": "kragozor.hub.people.forms.account.AddEmailForm",
    "change_password": "kragozor.hub.people.forms.account.ChangePasswordForm",
    "login": "kragozor.hub.people.forms.account.LoginForm",
    "reauthenticate": "kragozor.hub.people.forms.account.ReauthenticateForm",
    "reset_password": "kragozor.hub.people.forms.account.ResetPasswordForm",
    "reset_password_from_key": "kragozor.hub.people.forms.account.ResetPasswordKeyForm",
    "signup": "kragozor.hub.people.forms.account.SignupForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = BASE_URL.scheme
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
STAFF_SECOND_FACTOR = environment.flag("STAFF_SECOND_FACTOR", default=not (DEBUG or DEMO))
MFA_ADAPTER = "kragozor.hub.people.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "kragozor.hub.people.forms.account.ActivateAppForm",
    "add_webauthn": "kragozor.hub.people.forms.account.AddKeyForm",
    "authenticate": "kragozor.hub.people.forms.account.SecondFactorForm",
    "edit_webauthn": "kragozor.hub.people.forms.account.EditKeyForm",
    "reauthenticate": "kragozor.hub.people.forms.account.SecondFactorAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
