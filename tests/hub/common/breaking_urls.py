"""Addresses at which something goes wrong."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from kragozor.hub.urls import *  # noqa: F403
from kragozor.hub.urls import urlpatterns


def fail_with(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    path("broken/", fail_with(RuntimeError("broken"))),
    path("forbidden/", fail_with(PermissionDenied())),
    path("strange/", fail_with(SuspiciousOperation("strange"))),
    *urlpatterns,
]
