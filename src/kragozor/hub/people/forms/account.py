"""The forms of django-allauth in the words and the manner of this site.

A placeholder that repeats its label says nothing and disappears when it is needed, so none
is kept; labels and hints are ours, formal in Bulgarian.
"""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField
from kragozor.hub.people.models import Person

LABELS = {
    "email": _("E-mail address"),
    "login": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Current password"),
    "password1": _("New password"),
    "password2": _("New password, again"),
    "remember": _("Keep me signed in on this device"),
    "code": _("Code"),
    "name": _("Name of the key"),
    "passwordless": _("Use it as a passkey, without a password"),
}
HINTS = {
    "oldpassword": "",
    "password": "",
    "passwordless": _("The device will ask for your fingerprint, your face or its PIN."),
}


class PlainFields:
    """Give every field our label and hint, and no placeholder."""

    hints: dict[str, str] = {}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = self.hints.get(name, HINTS.get(name, field.help_text))


class LoginForm(PlainFields, account.LoginForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = format_html(
            '<a href="{}">{}</a>', reverse("account_reset_password"), _("Forgotten password?")
        )


class SignupForm(PlainFields, account.SignupForm):
    full_name = LineField(
        label=_("Name and surname"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("full_name", "email", "password1")
    hints = {
        "email": _("We will send a letter there to confirm it."),
        "password1": _("At least 10 characters; a few unrelated words are easy to remember."),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = LABELS["password"]

    def custom_signup(self, request: HttpRequest, person: Person) -> None:
        person.full_name = self.cleaned_data["full_name"]
        person.language = request.LANGUAGE_CODE
        person.save(update_fields=["full_name", "language"])


class ReauthenticateForm(PlainFields, account.ReauthenticateForm):
    pass


class AddEmailForm(PlainFields, account.AddEmailForm):
    hints = {"email": _("It takes the place of the present one when you confirm it.")}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")


class ChangePasswordForm(PlainFields, account.ChangePasswordForm):
    hints = {"password1": _("At least 10 characters.")}


class ResetPasswordForm(PlainFields, account.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(PlainFields, account.ResetPasswordKeyForm):
    hints = {"password1": _("At least 10 characters.")}


class SecondFactorForm(PlainFields, mfa.AuthenticateForm):
    hints = {"code": _("Six digits from your app, or one of your recovery codes.")}


class SecondFactorAgainForm(PlainFields, mfa.ReauthenticateForm):
    hints = SecondFactorForm.hints


class ActivateAppForm(PlainFields, totp.ActivateTOTPForm):
    hints = {"code": _("The six digits that the app shows now.")}


class AddKeyForm(PlainFields, webauthn.AddWebAuthnForm):
    pass


class EditKeyForm(PlainFields, webauthn.EditWebAuthnForm):
    pass
