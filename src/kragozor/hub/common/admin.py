"""The audit log in Django's own administration: read, never written."""

from django.contrib import admin
from django.http import HttpRequest

from kragozor.hub.common.models import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    list_display = ("at", "actor", "action", "object_kind", "object_id")
    list_filter = ("action", "object_kind")
    list_select_related = ("actor",)
    search_fields = ("object_id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
