"""Where the rooms of the hub stand: Bulgarian pages at /, English ones at /en/."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from kragozor.hub.api import views as api_views
from kragozor.hub.api.interface import api
from kragozor.hub.common.urls import machine_urls
from kragozor.hub.measuring.urls import machine_urls as measuring_machine_urls

handler400 = "kragozor.hub.common.errors.bad_request"
handler403 = "kragozor.hub.common.errors.forbidden"
handler404 = "kragozor.hub.common.errors.not_found"
# Not one of Django's: django-allauth looks for it here.
handler429 = "kragozor.hub.common.errors.too_many"
handler500 = "kragozor.hub.common.errors.broken"

# Administrators sign in like everybody, second factor included.
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    *machine_urls,
    *measuring_machine_urls,
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("kragozor.hub.common.urls")),
        path("", include("kragozor.hub.people.urls")),
        path("", include("kragozor.hub.privacy.urls")),
        path("", include("kragozor.hub.members.urls")),
        path("", include("kragozor.hub.pipeline.urls")),
        path("", include("kragozor.hub.applications.urls")),
        path("", include("kragozor.hub.reference.urls")),
        path("", include("kragozor.hub.measuring.urls")),
        path("", include("kragozor.hub.records.urls")),
        path("", include("kragozor.hub.directory.urls")),
        path("", include("kragozor.hub.figures.urls")),
        path("", include("kragozor.hub.programme.urls")),
        path("api/v1/docs", api_views.docs, name="api_docs"),
        path("account/", include("allauth.urls")),
        prefix_default_language=False,
    ),
    path("api/v1/", api.urls),
]
