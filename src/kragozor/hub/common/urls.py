from django.conf import settings
from django.urls import path

from kragozor.hub.common import health, views

app_name = "common"
urlpatterns = [path("", views.home, name="home")]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", views.styleguide, name="styleguide"))

machine_urls = [
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
]
