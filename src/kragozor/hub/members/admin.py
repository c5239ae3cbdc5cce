"""The fallback for administrators: they see everything here, and delete nothing."""

from django.contrib import admin
from django.http import HttpRequest

from kragozor.hub.members.models import AccessGrant, Organisation, Representation


class Kept(admin.ModelAdmin):
    """Records that end, and are never deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Organisation)
class OrganisationAdmin(Kept):
    list_display = ("name", "eik", "pillar", "kind", "town", "is_demonstration")
    list_filter = ("pillar", "kind", "is_demonstration")
    search_fields = ("name", "eik")


@admin.register(Representation)
class RepresentationAdmin(Kept):
    list_display = ("organisation", "person", "role", "since", "until")
    list_filter = ("role",)
    autocomplete_fields = ("organisation",)


@admin.register(AccessGrant)
class AccessGrantAdmin(Kept):
    list_display = ("organisation", "staff", "since", "until", "revoked_at", "granted_by")
    autocomplete_fields = ("organisation",)
