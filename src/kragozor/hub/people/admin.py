"""People in Django's own administration, the fallback for administrators."""

from django.contrib import admin

from kragozor.hub.people.models import Person


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """Passwords and second factors are the person's own: they are not shown or set here."""

    list_display = ("email", "full_name", "language", "is_staff", "is_active", "joined_at")
    list_filter = ("is_staff", "is_active", "language")
    search_fields = ("email", "full_name")
    ordering = ("email",)
    fields = ("email", "full_name", "language", "is_active", "is_staff", "is_superuser")
    readonly_fields = ("email",)

    def has_add_permission(self, request: object) -> bool:
        """People sign up themselves, which is how their address gets confirmed."""
        return False
