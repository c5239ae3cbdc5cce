"""Letters made of templates; whoever makes one chooses the language of who receives it before."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from kragozor.hub.common.site import site_name


def letter(to: str, subject: str, template: str, /, **facts: object) -> EmailMessage:
    """Return a letter whose template knows the facts, and the name and address of the site."""
    facts |= {"site_name": site_name(), "site_address": settings.BASE_URL.geturl()}
    # A line break in a name would end the subject early, and Django refuses to send it.
    return EmailMessage(" ".join(subject.split()), render_to_string(template, facts), to=[to])
