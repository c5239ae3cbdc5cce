"""The fallback for administrators: they delete nothing, and open nobody's numbers to anybody.

What they change here is in the log of the hub as everything else is.
"""

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from kragozor.hub.common import audit
from kragozor.hub.members.models import AccessGrant, Organisation, Representation


class Kept(admin.ModelAdmin):
    """Records that end, and are never deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def save_model(
        self,
        request: HttpRequest,
        obj: Organisation | Representation,
        form: ModelForm,
        change: bool,
    ) -> None:
        super().save_model(request, obj, form, change)
        audit.record(
            actor=request.user,
            action="administration.changed" if change else "administration.added",
            subject=obj,
            organisation_id=getattr(obj, "organisation_id", obj.pk),
            fields=form.changed_data,
        )


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
    """Only an owner lets somebody see the numbers of a company."""

    list_display = ("organisation", "staff", "since", "until", "revoked_at", "granted_by")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
