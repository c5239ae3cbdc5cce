"""How django-allauth behaves here: each person is written to, and led, in their language."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.site import site_name
from kragozor.hub.people.models import Person

INCORRECT_CODE = _("This code is not right, or it has expired.")
METHODS = {
    "reauthenticate": _("With your password"),
    "mfa_reauthenticate": _("With a code from your app"),
    "mfa_reauthenticate:webauthn": _("With a passkey or security key"),
}


class AccountAdapter(DefaultAccountAdapter):
    """The account pages, in the language of the person and in our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "duplicate_email": _("This is the address of your account already."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": INCORRECT_CODE,
        "incorrect_password": _("The password is not right."),
        "invalid_password_reset": _("This link is not valid any more."),
        "rate_limited": _("Too many attempts. Wait a little and try again."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes and try again."),
    }

    def format_email_subject(self, subject: str) -> str:
        return f"{site_name()}: {subject}"

    def is_safe_url(self, url: str | None) -> bool:
        """Whether one may be led there: within this site, by the name it was asked under.

        Without this, every other name that it answers to would do, the reader's own machine too;
        and what is no address at all would break the page.
        """
        hosts = {self.request.get_host()}
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts=hosts, require_https=self.request.is_secure()
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        with translation.override(_language_of(context.get("user"))):
            super().send_mail(template_prefix, email, context | _own_addresses(context))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        told = {"user": user, **(context or {})}
        super().send_notification_mail(template_prefix, user, told, email)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        with translation.override(_language_of(emailconfirmation.email_address.user)):
            return super().get_email_confirmation_url(request, emailconfirmation)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        with translation.override(_language_of(request.user)):
            return reverse("people:desk")

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, str]]:
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": str(METHODS[method["id"]])} for method in methods]


class SecondFactorAdapter(DefaultMFAAdapter):
    """Codes and keys, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Switch the second factor off before you change the address."),
        "incorrect_code": INCORRECT_CODE,
        "unverified_email": _("Confirm your e-mail address first."),
    }

    def get_totp_issuer(self) -> str:
        return site_name()

    def generate_authenticator_name(self, user: Person, type: Any) -> str:  # noqa: A002, the name is allauth's
        return gettext("My key")


def _own_addresses(context: dict[str, Any]) -> dict[str, str]:
    """A letter leads to this site, whatever name it was asked under."""
    return {
        name: absolute_address(value) for name, value in context.items() if name.endswith("_url")
    }


def _language_of(person: object) -> str | None:
    """Whoever has no account yet is written to in the language of the page they used."""
    return person.language if isinstance(person, Person) else translation.get_language()
