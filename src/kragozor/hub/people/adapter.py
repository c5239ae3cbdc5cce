"""How django-allauth behaves here: each person is written to, and led, in their language."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from kragozor.hub.people.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """The account pages, in the language of the person."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        person = context.get("user")
        language = person.language if isinstance(person, Person) else translation.get_language()
        with translation.override(language):
            super().send_mail(template_prefix, email, context)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        with translation.override(request.user.language):
            return reverse("people:desk")
