"""People in Django's own administration, the fallback for administrators."""

from allauth.account import admin as addresses
from allauth.mfa import admin as factors
from allauth.usersessions import admin as sessions
from django import forms
from django.contrib import admin
from django.contrib.auth import admin as groups
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kragozor.hub.common import audit
from kragozor.hub.people.models import Person
from kragozor.hub.people.queries import administrators

# Addresses, factors and sessions are a person's own; the pages of the hub reset them, and write
# it down. Groups mean nothing here: rights derive from offices.
for model in (
    addresses.EmailAddress,
    factors.Authenticator,
    sessions.UserSession,
    groups.Group,
):
    admin.site.unregister(model)


class PersonForm(forms.ModelForm):
    def clean_is_active(self) -> bool:
        is_active = self.cleaned_data["is_active"]
        if not (is_active or administrators().exclude(pk=self.instance.pk).exists()):
            raise ValidationError(_("The hub needs an administrator who may sign in."))
        return is_active


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """Passwords and second factors are the person's own: they are not shown or set here."""

    form = PersonForm
    list_display = ("email", "full_name", "language", "is_active", "joined_at")
    list_filter = ("is_active", "language")
    search_fields = ("email", "full_name")
    ordering = ("email",)
    fields = ("email", "full_name", "language", "is_active")
    readonly_fields = ("email",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People sign up themselves, which is how their address gets confirmed."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """What somebody did stays done; erasing a person is the business of their own page."""
        return False

    def save_model(
        self, request: HttpRequest, obj: Person, form: forms.ModelForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        audit.record(
            actor=request.user,
            action="administration.changed",
            subject=obj,
            fields=form.changed_data,
        )
